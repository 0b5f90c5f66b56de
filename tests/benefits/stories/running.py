"""While a benefit is paid, when it ends, and what was paid without being due."""

from __future__ import annotations

from datetime import date

from tests.benefits.conftest import Town
from tests.benefits.given import feb
from tests.benefits.realised import EWA, HELENA, MAREK, delivered, sent_to_the_board
from tests.benefits.stories.posts import NOT_NOW, Posts, Story, confirmed, its
from tests.benefits.test_acts_pages import opened
from tests.benefits.test_api import assessed, granted
from tests.benefits.test_undue import income, paid_until_august, permanent
from tests.forms import THE_ONLY, no_day, on


async def paid(town: Town) -> str:
    """K1 after its waiver, on the day of the first payment."""
    case = await opened(town)
    await assessed(town, case)
    await granted(town, case)
    town.day(feb(25))
    return case


async def all_paid(town: Town, case: str) -> None:
    (benefit,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    for month in ("2026-03", "2026-04", "2026-05"):
        town.day(date.fromisoformat(f"{month}-25"))
        await town.post(MAREK, f"/api/entitlements/{benefit['id']}/payments", month=month)


async def last_payment(town: Town, case: str) -> str:
    (benefit,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    return str(benefit["payments"][-1]["payment_id"])


async def review_decided(town: Town, case: str) -> None:
    """Somebody else confirms the benefit while the form is open."""
    (benefit,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    await town.post(EWA, f"/api/entitlements/{benefit['id']}/decisions", kind="CONFIRM")
    await confirmed(town, case)


async def heard_again(town: Town, case: str) -> None:
    (benefit,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    heard = {"kind": "HEALTH", "source": "CLIENT", "since": "2026-02-24"}
    await town.post(EWA, f"/api/entitlements/{benefit['id']}/changes", **heard)


RUNNING = Story(
    paid,
    (
        Posts(
            "entitlements/payments", MAREK, {"month": "2026-02"}, "wykonana",
            wrong={"month": ""}, says="Uzupełnij pole „Miesiąc”.",
        ),
        Posts(
            "entitlements/payments/cancellation", MAREK,
            {"reason": "WRONG_PLAN", "text": "Plan sięga o miesiąc za daleko"}, "wycofana",
            wrong={"text": ""}, says="Uzupełnij pole „Wyjaśnienie”.", first=last_payment,
        ),
        Posts(
            "entitlements/utilisation-checks", EWA,
            {"method": "VISIT", "result": "AS_INTENDED", "text": "Kupiono opał"}, "Kupiono opał",
            at="/realisation", wrong={"result": ""}, says="Co stwierdzono",
        ),
        Posts(
            "entitlements/review", EWA, {"trigger": "NEED_CHANGE"}, "w przeglądzie",
            wrong={"trigger": ""}, says="Powód przeglądu",
        ),
        Posts(
            "entitlements/decisions", EWA,
            {"ground": "NON_COOPERATION", **on("valid_from", date(2026, 4, 1))},
            "Wstrzymuję od dnia 1 kwietnia 2026", wrong=no_day("valid_from"),
            says="W polu „Od dnia” wpisz prawdziwą datę", first="SUSPEND",
        ),
        Posts(
            "decisions/withdrawal", EWA, {"reason": "Strona znów współdziała"},
            "projekt wycofany", wrong={"reason": ""}, says="Dlaczego projekt jest wycofywany",
        ),
        Posts(
            "entitlements/decisions", EWA, {"reasons": "Nic się nie zmieniło."},
            "pozostawienie bez zmian", first="CONFIRM",
            says="Decyzja w tym przeglądzie jest już przygotowana.",
        ),
        confirmed,
        Posts(
            "entitlements/changes", EWA,
            {"kind": "INCOME", "source": "CLIENT", "text": "Praca dorywcza",
             **on("since", feb(20))},
            "Praca dorywcza", at="/realisation", wrong=no_day("since"), says="Od kiedy",
        ),
        Posts("entitlements/review/start", EWA, says=NOT_NOW, meanwhile=review_decided),
        heard_again,
        Posts("entitlements/review/start", EWA, {}, "podjęty", at="/realisation"),
    ),
)  # fmt: skip


async def ended(town: Town) -> str:
    """Everything was paid, and its period is over."""
    case = await paid(town)
    (benefit,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    await town.post(MAREK, f"/api/entitlements/{benefit['id']}/payments", month="2026-02")
    await all_paid(town, case)
    return case


CLOSED = Story(
    ended,
    (
        Posts(
            "cases/closure", EWA, {"reason": "DECEASED"},
            says="świadczenie trwa (zasiłek okresowy). Najpierw je zakończ.",
        ),
        Posts("entitlements/end", MAREK, {}, "zakończone", says=NOT_NOW),
        Posts("cases/closure", EWA, {"reason": "COMPLETED"}, "zamknięta", says=NOT_NOW),
        its(date(2026, 9, 1)),
        Posts(
            "cases/return", EWA, {"entitlement_id": THE_ONLY, "trigger": "INCOME_CHANGE"},
            "w przeglądzie", wrong={"trigger": ""}, says="Uzupełnij pole „Powód powrotu”.",
        ),
    ),
)  # fmt: skip


async def of_the_wife(town: Town) -> str:
    """K6: paid until August."""
    case, benefit = await permanent(town)
    await paid_until_august(town, benefit)
    return case


async def earns_more(town: Town, case: str) -> None:
    """Since July, heard of in August."""
    (benefit,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    town.day(date(2026, 8, 27))
    heard = {"kind": "INCOME", "source": "OWN_FINDING", "since": "2026-07-01"}
    await town.post(EWA, f"/api/entitlements/{benefit['id']}/changes", **heard)
    await income(town, case, "2026-07", "2115.84")


async def less_since_august(town: Town, case: str) -> None:
    """The change of July is decided in September."""
    (benefit,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    town.day(date(2026, 9, 3))
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="364.62", own_income="215.84")
    draft = {"kind": "CHANGE", "valid_from": "2026-08-01", "amount": "364.62"}
    await town.post(EWA, f"/api/entitlements/{benefit['id']}/decisions", **draft)
    await confirmed(town, case)


UNDUE = Story(
    of_the_wife,
    (
        Posts(
            "entitlements/contributions", MAREK,
            {"kind": "HEALTH", "month": "2026-08", "base": "464,62", "amount": "41,82"}, "41,82",
            at="/realisation", wrong={"amount": "-1"}, says="Kwota składki",
        ),
        earns_more,
        Posts(
            "entitlements/income-change", EWA, {"changed_in": "2026-07"},
            "Zmiana dochodu przekracza próg", wrong={"changed_in": ""},
            says="Uzupełnij pole „Miesiąc zmiany”.",
        ),
        less_since_august,
        Posts(
            "entitlements/undue-decisions", EWA, {"reasons": "Nie zgłoszono pracy męża."},
            "świadczenie nienależnie pobrane", says="jest już przygotowana. Doprowadź ją do końca",
        ),
        confirmed,
        Posts(
            "repayments/plan", MAREK,
            {"instalments": "2", **on("first_due", date(2026, 9, 30))}, "Rata 2",
            at="/realisation", wrong={"instalments": "0"}, says="Liczba rat",
        ),
        Posts(
            "repayments/receipts", MAREK, {"amount": "50,00", "method": "TRANSFER"},
            "Wpłynęło 50,00", at="/realisation", wrong={"amount": "500,00"},
            says="Kwota 500,00 zł jest większa niż pozostało: 100,00 zł. Popraw kwotę.",
        ),
        Posts(
            "repayments/waiver", HELENA, {"reason": "TOO_GREAT_BURDEN", "amount": "20,00"},
            "Odstąpiono 20,00", at="/realisation", wrong={"amount": "500,00"},
            says="większa niż pozostało: 50,00 zł. Popraw kwotę.",
        ),
    ),
)  # fmt: skip


async def claim_overturned(town: Town, case: str) -> None:
    """100 were claimed at once, 60 came, and the board took the decision away."""
    (benefit,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    undue = await town.post(EWA, f"/api/entitlements/{benefit['id']}/undue-decisions")
    on_it = f"/api/decisions/{undue['data']['decision_id']}"
    await delivered(town, on_it)
    await town.post(HELENA, f"{on_it}/enforceability", reason="Zagrożenie ściągalności")
    (claim,) = await town.listed(MAREK, "/api/repayments", case_id=case)
    await town.post(MAREK, f"/api/repayments/{claim['repayment_id']}/receipts", amount="60.00")
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REVERSED")


GIVEN_BACK = Story(
    of_the_wife,
    (
        earns_more,
        less_since_august,
        claim_overturned,
        Posts(
            "repayments/refund", MAREK, {"method": "CASH", **on("on", date(2026, 9, 3))},
            "Oddano 3 września 2026 60,00 zł", at="/realisation",
            wrong=on("on", date(2026, 9, 30)),
            says="jest z przyszłości. Podaj dzień, który już nastał.",
        ),
    ),
)  # fmt: skip
