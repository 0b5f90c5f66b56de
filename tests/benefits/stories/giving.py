"""Care at home, a residential home, help in kind, and what goes on after work was found."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from osnowa_contracts import service_orders
from osnowa_contracts.examples import example

from tests.benefits.conftest import Town
from tests.benefits.given import MAN, feb
from tests.benefits.moving_in import asked_for_a_home, daughter_agrees
from tests.benefits.realised import EWA, MAREK, ZOFIA, applied, interviewed
from tests.benefits.stories.posts import Posts, Story, confirmed, its
from tests.benefits.test_api import registered
from tests.benefits.test_giving import contracted, earns
from tests.forms import THE_ONLY, no_day, on


async def home_care(town: Town) -> str:
    """K2 after the urgent call of 2 March, with the pension known."""
    town.day(date(2026, 3, 2))
    case = await registered(town, MAN, "HOME_CARE", date(2026, 3, 2), urgent=True)
    await interviewed(town, case, date(2026, 3, 2), ZOFIA)
    return case


async def pension(town: Town, case: str) -> None:
    parts = [{"kind": "PENSION", "amount": "1400.00"}]
    await town.post(ZOFIA, f"/api/cases/{case}/income", month="2026-02", components=parts)


async def settled(town: Town, case: str) -> None:
    """The carer's hours of March are settled by service orders."""
    order = uuid4()
    placed = example(service_orders.OrderPlaced).model_copy(
        update={"order_id": order, "case_id": UUID(case)}
    )
    found = example(service_orders.OrderSettled).model_copy(
        update={"order_id": order, "month": "2026-03"}
    )
    for fact in (placed, found):
        await town.hears("service-orders", fact, MAN)


CARE = Story(
    home_care,
    (
        Posts("cases/fee", ZOFIA, {"hours_per_day": "2"}, says="Najpierw ustal dochód rodziny"),
        pension,
        Posts(
            "cases/fee", ZOFIA, {"hours_per_day": "2"}, "Odpłatność za godzinę 3,50",
            wrong={"hours_per_day": "dwie"}, says="Godzin dziennie",
        ),
        settled,
        Posts(
            "cases/fees/payments", MAREK,
            {"month": "2026-03", "payer": "RESIDENT", "amount": "50,00"}, "50,00",
            at="/realisation", wrong={"amount": "9000,00"}, says="większa niż pozostało",
        ),
    ),
)  # fmt: skip


async def home_wanted(town: Town) -> str:
    """K3 with the interview and the pension known, the daughter in the register."""
    at = await asked_for_a_home(town)
    await daughter_agrees(town, at)
    return at.rsplit("/", 1)[-1]


APRIL, JUNE, JULY = date(2026, 4, 24), date(2026, 6, 15), date(2026, 7, 6)


HOME = Story(
    home_wanted,
    (
        Posts(
            "cases/home-consent", ZOFIA,
            {"answer": "AGREED", "by": "COURT", "reference": "III RNs 12/26", **on("on", APRIL)},
            "zgoda (sąd, 24 kwietnia 2026, III RNs 12/26)", wrong={"reference": ""},
            says="Podaj sygnaturę orzeczenia",
        ),
        Posts(
            "cases/resident-sheet", ZOFIA,
            {"contacts.0.name": "Anna Przykładowa", "contacts.0.relation": "córka",
             "contacts.0.phone": "600 000 005", "health_needs.0.what": "Pomoc w nocy",
             "diet": "lekkostrawna"},
            "Karta mieszkańca (PDF)", wrong={"contacts.0.phone": "1"}, says="Telefon",
        ),
        Posts(
            "cases/home-fees", ZOFIA,
            {"cost": "7 200,00", "relatives.0.reference": "córka",
             "relatives.0.relation": "DESCENDANT", "relatives.0.income": "5 000,00",
             "relatives.0.obliged_id": THE_ONLY},
            "1 970,00", wrong={"cost": "0"}, says="Średni miesięczny koszt w domu",
        ),
        Posts(
            "cases/decisions", ZOFIA, {"home": "DPS „Pod Lipami”"}, "skierowanie",
            wrong={"home": ""}, says="Uzupełnij pole „Dom pomocy społecznej”.", first="REFERRAL",
        ),
        confirmed,
        Posts(
            "cases/fees/waiting", ZOFIA,
            {**on("expected_on", JUNE), **on("informed_on", APRIL)}, "Oczekiwanie na miejsce",
            at="/realisation", wrong=on("expected_on", date(2026, 4, 1)), says="Popraw datę",
        ),
        Posts(
            "cases/further-decisions", ZOFIA, on("valid_from", date(2026, 6, 1)),
            "Projekt decyzji: odpłatność", wrong=no_day("valid_from"), says="Od dnia", first="FEE",
        ),
        confirmed,
        its(JUNE),
        Posts(
            "cases/fees/stay", ZOFIA, on("on", JUNE), "Pobyt od 15 czerwca 2026",
            at="/realisation", wrong=on("on", date(2026, 7, 15)), says="z przyszłości",
        ),
        its(date(2026, 7, 1)),
        Posts(
            "cases/fees/charges", MAREK, {"month": "2026-06"}, "czerwiec 2026", at="/realisation",
            wrong={"month": "2026-07"}, says="Miesiąc lipiec 2026 nie należy do okresu",
        ),
        Posts(
            "cases/fees/shares", ZOFIA,
            {"decision_id": THE_ONLY, "relatives": THE_ONLY, **on("valid_from", date(2026, 7, 1))},
            "Od 1 lipca 2026", at="/realisation", wrong=no_day("valid_from"), says="Od dnia",
        ),
        its(JULY),
        Posts(
            "cases/fees/payments", MAREK,
            {"month": "2026-06", "payer": "RESIDENT", "amount": "895,00"}, "895,00",
            at="/realisation", wrong={"amount": "900,00"},
            says="Kwota 900,00 zł jest większa niż pozostało: 896,00 zł.",
        ),
        Posts(
            "obliged-persons/claims", ZOFIA, {}, "Pozew z 6 lipca 2026", at="/realisation",
            says="Ostatni miesiąc, który obejmuje pozew, to czerwiec 2026.",
        ),
        Posts(
            "cases/fees/stay/end", ZOFIA, on("on", date(2026, 7, 5)), "do 5 lipca 2026",
            at="/realisation", wrong=on("on", date(2026, 6, 1)), says="Popraw datę",
        ),
    ),
)  # fmt: skip


async def coat(town: Town) -> str:
    case = await applied(town, MAN, "CLOTHING", feb(2))
    await interviewed(town, case, feb(2))
    return case


async def coat_granted(town: Town, case: str) -> None:
    draft = {
        "kind": "GRANT", "valid_from": "2026-02-10", "valid_to": "2026-04-30",
        "need": "kurtka i buty zimowe",
    }  # fmt: skip
    told = await town.post(EWA, f"/api/cases/{case}/decisions", **draft)
    await confirmed(town, case)
    await town.post(MAREK, f"/api/decisions/{told['data']['decision_id']}/realisation")
    town.day(feb(18))


async def worked(town: Town, case: str) -> None:
    await earns(town, case, "610")


COAT = Story(
    coat,
    (
        Posts("cases/right", EWA, {}, says="Najpierw ustal dochód rodziny"),
        worked,
        Posts("cases/right", EWA, {}, "Bez odpłatności: dochód nie przekracza kryterium"),
        coat_granted,
        Posts(
            "entitlements/deliveries", MAREK,
            {"quantity": "1", "value": "240,00", "text": "Kurtka zimowa"}, "Kurtka zimowa",
            at="/realisation", wrong={"quantity": "0"}, says="Ilość",
        ),
    ),
)  # fmt: skip


async def worker_found_work(town: Town) -> str:
    """A periodic benefit until July; in March the client found work, under a contract."""
    case = await applied(town, MAN, "PERIODIC", feb(2))
    await interviewed(town, case, feb(2))
    await earns(town, case, "610")
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/entitlement", proposed="200")
    grant = {"kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-07-31"}
    told = await town.post(EWA, f"{at}/decisions", **grant, amount="200.00")
    await confirmed(town, case)
    benefit = await town.post(MAREK, f"/api/decisions/{told['data']['decision_id']}/realisation")
    await contracted(town)
    town.day(date(2026, 3, 18))
    heard = {"kind": "WORK", "source": "CLIENT", "since": "2026-03-16"}
    await town.post(EWA, f"/api/entitlements/{benefit['id']}/changes", **heard)
    return case


CONTINUED = Story(
    worker_found_work,
    (
        Posts(
            "entitlements/continuation", EWA, on("work_since", date(2026, 3, 16)), "16 maja 2026",
            wrong=on("work_since", date(2026, 3, 19)), says="jest z przyszłości",
        ),
    ),
)  # fmt: skip
