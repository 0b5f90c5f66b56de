"""The obliged family, a request out of a contract, and the term of the decision."""

from __future__ import annotations

from datetime import date

from osnowa_contracts import socialwork
from osnowa_contracts.examples import example

from tests.benefits.conftest import Town
from tests.benefits.given import MAN, feb
from tests.benefits.realised import EWA, HELENA, MAREK, interviewed
from tests.benefits.stories.posts import Posts, Story, begun, certificates_came, its
from tests.benefits.test_acts_pages import opened
from tests.forms import THE_ONLY, no_day, on

FAMILY = Story(
    opened,
    (
        Posts(
            "cases/obliged-persons", EWA,
            {"name": "Ewa Wzorcowa", "relation": "DESCENDANT", "income": "4 000,00",
             "household_size": "2"},
            "Ewa Wzorcowa", at="/realisation", wrong={"income": "dużo"},
            says="Miesięczny dochód gospodarstwa",
        ),
        Posts(
            "obliged-persons/situation", EWA, {"income": "3 500,00", "household_size": "3"},
            "3 osoby", at="/realisation", wrong={"household_size": "0"},
            says="Liczba osób w gospodarstwie",
        ),
        Posts(
            "obliged-persons/agreements", EWA,
            {"amount": "200,00", "form": "MONEY_TO_CENTRE", **on("valid_from", feb(1)),
             **on("valid_to", date(2026, 12, 31))},
            "Umowa 200,00", at="/realisation", wrong=on("valid_to", date(2026, 1, 1)),
            says="Popraw daty",
        ),
        its(date(2026, 3, 2)),
        Posts(
            "obliged-persons/payments", MAREK, {"month": "2026-02", "amount": "150,00"}, "50,00",
            at="/realisation", wrong={"amount": "zero"}, says="Otrzymana kwota",
        ),
    ),
)  # fmt: skip


async def asked_by_social_work(town: Town) -> str:
    """A social worker asks for a targeted benefit out of a contract; the answer is drafted."""
    asked = example(socialwork.ContractBenefitRequested).model_copy(
        update={"benefit": "CONTRACT_TARGETED"}
    )
    await town.hears("socialwork", asked, MAN)
    (found,) = await town.listed(EWA, "/api/contract-requests", open_only="true")
    town.day(date(2026, 3, 16))
    return str(found["case_id"])


async def refused_by_decision(town: Town, case: str) -> None:
    await interviewed(town, case, date(2026, 3, 16))
    at = f"/api/cases/{case}"
    for question in ("Q1", "Q2a", "Q3", "Q4", "Q5", "Q6"):
        await town.post(EWA, f"{at}/answers", question=question, value="NO")
    await town.post(EWA, f"{at}/referrals")
    await certificates_came(town, case, date(2026, 3, 16))
    parts = [{"kind": "CASUAL_WORK", "amount": "2000"}]
    await town.post(EWA, f"{at}/income", month="2026-02", components=parts)
    await town.post(EWA, f"{at}/assessment/completion")
    await town.post(EWA, f"{at}/decisions", kind="REFUSAL", ground="INCOME")
    decision = (await town.get(EWA, at))["decisions"][0]["id"]
    await town.post(HELENA, f"/api/decisions/{decision}/issue")


CONTRACT = Story(
    asked_by_social_work,
    (
        refused_by_decision,
        Posts(
            "contract-requests/answer", EWA, {"decision_id": THE_ONLY}, "odmówiono",
            at="/realisation", wrong={"decision_id": ""},
            says="Uzupełnij pole „Decyzja, która odpowiada na wniosek”.",
        ),
    ),
)  # fmt: skip

TERM = Story(
    begun,
    (
        Posts(
            "cases/term/halt", EWA, {"ground": "MEDIATION", **on("since", feb(2))}, "termin stoi",
            wrong={"ground": ""}, says="Dlaczego termin nie biegnie",
        ),
        its(feb(12)),
        Posts(
            "cases/term/resumption", EWA, on("on", feb(12)), "do 12 lutego 2026", at="/realisation",
            wrong=on("on", date(2026, 3, 1)), says="jest z przyszłości",
        ),
        Posts(
            "cases/term/extension", EWA,
            {"reason": "OTHER", "text": "Awaria archiwum", **on("due", date(2026, 3, 16))},
            "nowy termin 16 marca 2026", at="/realisation", wrong={"text": ""},
            says="Opisz ją w uzasadnieniu.",
        ),
        Posts(
            "cases/urging", EWA, {"ground": "INACTIVITY", **on("on", feb(12))},
            "Ponaglenie z dnia 12 lutego 2026", wrong={"ground": ""},
            says="Na co skarży się strona",
        ),
        Posts(
            "cases/urging/forwarding", EWA, on("on", feb(12)), "odpowiedź do", at="/realisation",
            wrong=no_day("on"), says="Dzień",
        ),
        Posts(
            "cases/urging/answer", EWA,
            {"founded": "true", **on("decide_by", date(2026, 2, 27))}, "27 lutego 2026",
            wrong={"founded": ""}, says="Ponaglenie jest zasadne",
        ),
    ),
)  # fmt: skip
