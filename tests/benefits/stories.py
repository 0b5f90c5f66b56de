"""Every act of a case as its form is sent: refused once with what was typed, then done.

A story begins with a case and goes on with `Posts` in their order; what happens in between, on
another day or in another unit, is a function of the town. `test_every_form.py` tells the
stories and asks that no act is left out.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from osnowa_contracts import service_orders, socialwork
from osnowa_contracts.examples import example

from tests.benefits.conftest import Town
from tests.benefits.given import MAN, feb
from tests.benefits.moving_in import asked_for_a_home, daughter_agrees
from tests.benefits.realised import EWA, HELENA, MAREK, ZOFIA, applied, interviewed
from tests.benefits.test_api import BARBARA, GRANT, assessed, certify, granted, registered
from tests.benefits.test_deciding import drafted
from tests.benefits.test_giving import contracted, earns
from tests.benefits.test_undue import income, paid_until_august, permanent
from tests.forms import THE_ONLY, Typed

__all__ = ["STORIES", "Posts", "Story"]


Meanwhile = Callable[[Town, str], Awaitable[object]]
"""What else happens; it is told the id of the case."""


@dataclass(frozen=True)
class Posts:
    """Somebody fills in the form of an act and sends it; `typed` is what is right.

    With `wrong` the form is sent first with that in its place, and `says` is what the page answers.
    Without it, `says` is what is answered to the same form a second time. Nothing in `shows`: the
    form is sent as typed, refused, and nothing more is tried.
    """

    act: str
    """`cases/worker`: what it is done to, and the path of its page behind it."""
    by: str
    typed: Typed = field(default_factory=dict)
    shows: str = ""
    """What stands on the page of the case afterwards, and did not before."""
    at: str = ""
    """`/realisation`: it stands on the page of what comes after the decision."""
    wrong: Typed = field(default_factory=dict)
    says: str = ""
    first: str = ""
    """The choice of the page before the form."""
    meanwhile: Meanwhile | None = None
    """What somebody else does while the form is open."""


@dataclass(frozen=True)
class Story:
    begins: Callable[[Town], Awaitable[str]]
    """The id of the case."""
    goes_on: tuple[Posts | Meanwhile, ...]


PARTS = {"day": "%d", "month": "%m", "year": "%Y"}
NO_DAY = ("31", "2", "2026")


def on(name: str, day: date) -> dict[str, str]:
    """A date as its three fields send it."""
    return {f"{name}-{part}": f"{day:{pattern}}" for part, pattern in PARTS.items()}


def no(name: str) -> dict[str, str]:
    """The thirty-first of February."""
    return {f"{name}-{part}": value for part, value in zip(PARTS, NO_DAY, strict=True)}


def its(day: date) -> Meanwhile:
    async def it_is(town: Town, _case: str) -> None:
        town.day(day)

    return it_is


def post(worker: str, path: str, **body: object) -> Meanwhile:
    """By the API, what another story sends by its form; `path` begins behind the case."""

    async def posted(town: Town, case: str) -> None:
        await town.post(worker, f"/api/cases/{case}/{path}", **body)

    return posted


async def opened(town: Town) -> str:
    """The case of K1 on the day of its application."""
    return await registered(town, MAN, "PERIODIC", feb(2), urgent=False)


async def begun(town: Town) -> str:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    return case


TENTH = feb(10)


async def certificates_came(town: Town, _case: str, on: date = TENTH) -> None:
    """Numbers 4 and 5."""
    town.day(on)
    has = socialwork.UnusedResourcesCertified(certificate_id=uuid4(), has_unused=True, issued_on=on)
    terms = socialwork.CooperationTermsSet(terms_id=uuid4(), on=on, certificate_id=uuid4())
    for fact in (has, terms):
        await certify(town, fact)


async def answered(town: Town, case: str) -> None:
    for question in ("Q2a", "Q3", "Q4", "Q5", "Q6"):
        await town.post(EWA, f"/api/cases/{case}/answers", question=question, value="YES")


NOT_NOW = "nie jest możliwa. Sprawdź na stronie sprawy, co można teraz zrobić."
MONTH = "Wpisz rok i miesiąc"
DAY = "Wpisz datę"

# --- from the application to the decision -------------------------------------------

INQUIRY = Story(
    opened,
    (
        Posts("cases/worker/by-load", BARBARA, {}, "Ewa Jarzębina"),
        Posts(
            "cases/worker",
            BARBARA,
            {"worker_id": "tomasz-modrzew"},
            "Tomasz Modrzew",
            wrong={"worker_id": ""},
            says="Uzupełnij pole „Kto poprowadzi sprawę”.",
        ),
        Posts("cases/assessment", EWA, {}, "ocena", says=NOT_NOW),
        Posts(
            "cases/interviews/plan",
            EWA,
            {"part": "I", **on("on", feb(4))},
            "Wywiad umówiono na 4 lutego 2026.",
            wrong=no("on"),
            says="Dzień wywiadu",
        ),
        its(feb(4)),
        Posts(
            "cases/interviews",
            EWA,
            {"minutes": "180", "place": "HOME", "first.housing": "Pokój w suterenie"},
            "Pokój w suterenie",
            wrong={"minutes": "trzy godziny"},
            says="Ile minut",
            first="I",
        ),
        Posts(
            "cases/income",
            EWA,
            {
                "components.0.kind": "CASUAL_WORK",
                "components.0.amount": "610,00",
                "month": "2026-01",
            },
            "610,00",
            wrong={"month": "2026-09"},
            says="Data 1 września 2026 jest z przyszłości.",
        ),
        Posts(
            "cases/answers",
            EWA,
            {"value": "YES", "text": "Utrata pracy", "reasons": "4"},
            "Utrata pracy",
            wrong={"value": "NO"},
            says="Powody z art. 7",
            first="Q1",
        ),
        Posts(
            "cases/evidence-requests",
            EWA,
            {"source": "pup", "kind": "LABOUR_STATUS", **on("answer_by", feb(11))},
            "czekamy",
            wrong={"source": ""},
            says="Uzupełnij pole „Kogo pytamy”.",
        ),
        Posts(
            "cases/evidence",
            EWA,
            {"source": "client", "kind": "INCOME", "content": "Zaświadczenie o zarobkach"},
            "Zaświadczenie o zarobkach",
            wrong={"content": ""},
            says="Co z niego wynika",
        ),
        Posts(
            "cases/referrals",
            EWA,
            {"purposes": ("UNUSED_RESOURCES", "COOPERATION_TERMS"), **on("contact_by", feb(11))},
            "skierowanie",
            wrong=no("contact_by"),
            says="Kontakt klienta do dnia",
        ),
        Posts(
            "cases/hearing",
            EWA,
            {**on("informed_on", feb(4)), **on("until", feb(11)), "comments": "Zgadza się"},
            "Zgadza się",
            wrong=on("until", feb(3)),
            says="Data nie może być wcześniejsza niż zawiadomienie (4 lutego 2026). Popraw datę.",
        ),
        Posts("cases/assessment/completion", EWA, {}, says="Brakuje zaświadczenia nr 4"),
        answered,
        certificates_came,
        Posts("cases/assessment/completion", EWA, {}, "materiał zebrany", says=NOT_NOW),
        Posts(
            "cases/entitlement",
            EWA,
            {"proposed": "200,00"},
            "200,00",
            wrong={"proposed": "dwieście"},
            says="Proponowana kwota",
        ),
        its(feb(12)),
        Posts(
            "cases/decisions",
            EWA,
            {
                "amount": "200,00",
                **on("valid_from", feb(1)),
                **on("valid_to", date(2026, 5, 31)),
                "reasons": "Klient szuka pracy.",
            },
            "Projekt decyzji: przyznanie",
            wrong={"amount": "500,00"},
            says="Kwota 500,00 zł jest poza zakresem od 200,00 do 400,00 zł. Popraw kwotę.",
            first="GRANT",
        ),
    ),
)

INCOMPLETE = Story(
    opened,
    (
        Posts(
            "cases/defects",
            EWA,
            {"missing": "SIGNATURE", **on("complete_by", feb(9))},
            "podpis osoby albo przedstawiciela",
            wrong=on("complete_by", feb(3)),
            says="czyli do 9 lutego 2026 (KPA 64 § 2). Popraw termin.",
        ),
        Posts("cases/defects/completion", EWA, {}, "ocena", says=NOT_NOW),
        Posts(
            "cases/interviews/refusal",
            EWA,
            {**on("on", feb(2)), "reason": "Nie wpuszcza do mieszkania"},
            "odmowa z dnia 2 lutego 2026",
            wrong=on("on", feb(20)),
            says="jest z przyszłości",
        ),
    ),
)

LEFT = Story(
    opened,
    (
        post(EWA, "defects", missing=["SIGNATURE"], complete_by="2026-02-09"),
        Posts("cases/defects/expiry", EWA, {}, says="Termin uzupełnienia wniosku biegnie do"),
        its(feb(10)),
        Posts("cases/defects/expiry", EWA, {}, "pozostawiona bez rozpoznania", says=NOT_NOW),
    ),
)

passed_on = post(EWA, "transfer", authority="OPS w Gminie Sąsiedniej")

PASSED_ON = Story(
    opened,
    (Posts("cases/worker/by-load", BARBARA, says=NOT_NOW, meanwhile=passed_on),),
)

TO_PASS_ON = Story(
    opened,
    (
        Posts(
            "cases/transfer",
            EWA,
            {"authority": "OPS w Gminie Sąsiedniej"},
            "OPS w Gminie Sąsiedniej",
            wrong={"authority": "OP"},
            says="W polu „Właściwy organ” wpisz dłuższy tekst; najmniej znaków: 3.",
        ),
    ),
)

WITHDRAWN = Story(
    opened,
    (
        Posts(
            "cases/application/withdrawal",
            EWA,
            on("on", feb(2)),
            "Wniosek wycofany",
            wrong=on("on", feb(20)),
            says="jest z przyszłości",
        ),
        Posts(
            "cases/decisions",
            EWA,
            {"ground": "WITHDRAWN"},
            "umorzenie",
            wrong={"ground": ""},
            says="Uzupełnij pole „Podstawa rozstrzygnięcia”.",
            first="DISCONTINUE",
        ),
        Posts(
            "decisions/withdrawal",
            EWA,
            {"reason": "Strona wróciła do wniosku"},
            "projekt wycofany",
            wrong={"reason": "?"},
            says="Dlaczego projekt jest wycofywany",
        ),
    ),
)


async def own_judgement(town: Town) -> str:
    """The unit lets benefits workers judge cooperation; the client has unused resources."""
    await town.post(HELENA, "/api/practice/cooperation-assessor", assessor="BENEFITS_WORKER")
    case = await begun(town)
    await town.post(EWA, f"/api/cases/{case}/referrals")
    fact = socialwork.UnusedResourcesCertified(
        certificate_id=uuid4(), has_unused=True, issued_on=feb(2)
    )
    await certify(town, fact)
    return case


JUDGED_HERE = Story(
    own_judgement,
    (
        Posts(
            "cases/cooperation",
            EWA,
            {"month": "2026-02", "cooperates": "true"},
            says="Z klientem nie uzgodniono zakresu współpracy",
        ),
        Posts(
            "cases/cooperation/agreement",
            EWA,
            {"outcome": "SOCIAL_WORK", "scope": "Zajęcia KIS dwa razy w tygodniu"},
            "Zajęcia KIS dwa razy w tygodniu",
            wrong={"outcome": ""},
            says="Jak klient może rozwiązać trudną sytuację",
        ),
        its(feb(27)),
        Posts(
            "cases/cooperation",
            EWA,
            {"month": "2026-02", "cooperates": "false", "text": "Nie przyszedł na zajęcia"},
            "Nie przyszedł na zajęcia",
            wrong={"month": "luty"},
            says="Wpisz „Miesiąc” w takiej postaci, jak w podpowiedzi.",
        ),
    ),
)

# --- the decision -------------------------------------------------------------------


async def to_sign(town: Town) -> str:
    """K1 with a draft that waits for its signature."""
    case = await opened(town)
    await assessed(town, case)
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="200.00")
    town.day(feb(12))
    await drafted(town, case, **GRANT)
    return case


async def delivered(town: Town) -> str:
    case = await to_sign(town)
    decision = (await town.get(EWA, f"/api/cases/{case}"))["decisions"][0]["id"]
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    await town.post(EWA, f"/api/decisions/{decision}/delivery")
    return case


DECIDED = Story(
    to_sign,
    (
        Posts(
            "decisions/return",
            HELENA,
            {"remarks": "Uzasadnij wysokość"},
            "Uzasadnij wysokość",
            wrong={"remarks": ""},
            says="Co poprawić",
        ),
        Posts(
            "decisions/revision",
            EWA,
            {"amount": "250,00", "reasons": "Brak opału."},
            "250,00",
            wrong={"amount": "500,00"},
            says="poza zakresem",
        ),
        Posts("decisions/issue", HELENA, {}, "SW/2026/0001", says=NOT_NOW),
        Posts(
            "decisions/delivery",
            EWA,
            {"how": "POST", **on("on", feb(12))},
            "Doręczona",
            wrong={"how": "DEEMED"},
            says="Uzupełnij daty",
        ),
        Posts(
            "decisions/enforceability",
            HELENA,
            {"reason": "Brak opału w czasie mrozów"},
            "Rygor natychmiastowej wykonalności",
            wrong={"reason": ""},
            says="Dlaczego nie można czekać",
        ),
        Posts(
            "decisions/waiver",
            EWA,
            on("on", feb(12)),
            "Ostateczna",
            wrong=no("on"),
            says="Dzień",
        ),
        Posts(
            "decisions/realisation",
            MAREK,
            {"method": "CASH"},
            "w realizacji",
            says="Realizację decyzji SW/2026/0001 już rozpoczęto.",
        ),
        Posts("cases/closure", EWA, {"reason": "COMPLETED"}, says="Najpierw je zakończ."),
    ),
)

APPEALED = Story(
    delivered,
    (
        Posts(
            "decisions/appeal",
            EWA,
            on("on", feb(12)),
            "Odwołanie z dnia 12 lutego 2026",
            wrong=on("on", feb(28)),
            says="jest z przyszłości",
        ),
        Posts(
            "decisions/appeal/forwarding",
            EWA,
            on("on", feb(12)),
            "w SKO",
            wrong=no("on"),
            says="Dzień",
        ),
        Posts(
            "decisions/appeal/result",
            EWA,
            on("on", feb(12)),
            "Ostateczna",
            wrong=on("on", feb(28)),
            says="jest z przyszłości",
            first="UPHELD",
        ),
    ),
)

REOPENED = Story(
    delivered,
    (
        Posts("decisions/finality", EWA, {}, says="Poczekaj do dnia następnego"),
        its(date(2026, 3, 9)),
        Posts("decisions/finality", EWA, {}, "Ostateczna", says=NOT_NOW),
        Posts(
            "decisions/reopening",
            HELENA,
            {
                "ground": "NEW_FACTS",
                "what": "Umowa o pracę z grudnia 2025 r.",
                **on("learned_on", date(2026, 3, 2)),
            },
            "postępowanie wznowione",
            wrong=on("learned_on", date(2026, 3, 20)),
            says="jest z przyszłości",
        ),
    ),
)

# --- the benefit --------------------------------------------------------------------


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


async def confirmed(town: Town, case: str) -> None:
    """The last draft becomes final."""
    decision = (await town.get(EWA, f"/api/cases/{case}"))["decisions"][-1]["id"]
    for worker, step in ((HELENA, "issue"), (EWA, "delivery"), (EWA, "waiver")):
        await town.post(worker, f"/api/decisions/{decision}/{step}")


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
            "entitlements/payments",
            MAREK,
            {"month": "2026-02"},
            "wykonana",
            wrong={"month": ""},
            says="Uzupełnij pole „Miesiąc”.",
        ),
        Posts(
            "entitlements/utilisation-checks",
            EWA,
            {"method": "VISIT", "result": "AS_INTENDED", "text": "Kupiono opał"},
            "Kupiono opał",
            at="/realisation",
            wrong={"result": ""},
            says="Co stwierdzono",
        ),
        Posts(
            "entitlements/review",
            EWA,
            {"trigger": "NEED_CHANGE"},
            "w przeglądzie",
            wrong={"trigger": ""},
            says="Powód przeglądu",
        ),
        Posts(
            "entitlements/decisions",
            EWA,
            {"ground": "NON_COOPERATION", **on("valid_from", date(2026, 4, 1))},
            "Wstrzymuję od dnia 1 kwietnia 2026",
            wrong=no("valid_from"),
            says="W polu „Od dnia” wpisz prawdziwą datę",
            first="SUSPEND",
        ),
        Posts(
            "decisions/withdrawal",
            EWA,
            {"reason": "Strona znów współdziała"},
            "projekt wycofany",
            wrong={"reason": ""},
            says="Dlaczego projekt jest wycofywany",
        ),
        Posts(
            "entitlements/decisions",
            EWA,
            {"reasons": "Nic się nie zmieniło."},
            "pozostawienie bez zmian",
            first="CONFIRM",
            says="Decyzja w tym przeglądzie jest już przygotowana.",
        ),
        confirmed,
        Posts(
            "entitlements/changes",
            EWA,
            {
                "kind": "INCOME",
                "source": "CLIENT",
                "text": "Praca dorywcza",
                **on("since", feb(20)),
            },
            "Praca dorywcza",
            at="/realisation",
            wrong=no("since"),
            says="Od kiedy",
        ),
        Posts("entitlements/review/start", EWA, says=NOT_NOW, meanwhile=review_decided),
        heard_again,
        Posts("entitlements/review/start", EWA, {}, "podjęty", at="/realisation"),
    ),
)


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
            "cases/closure",
            EWA,
            {"reason": "DECEASED"},
            says="świadczenie trwa (zasiłek okresowy). Najpierw je zakończ.",
        ),
        Posts("entitlements/end", MAREK, {}, "zakończone", says=NOT_NOW),
        Posts("cases/closure", EWA, {"reason": "COMPLETED"}, "zamknięta", says=NOT_NOW),
        its(date(2026, 9, 1)),
        Posts(
            "cases/return",
            EWA,
            {"entitlement_id": THE_ONLY, "trigger": "INCOME_CHANGE"},
            "w przeglądzie",
            wrong={"trigger": ""},
            says="Uzupełnij pole „Powód powrotu”.",
        ),
    ),
)


async def of_the_wife(town: Town) -> str:
    """K6: paid until August."""
    case, benefit = await permanent(town)
    await paid_until_august(town, benefit)
    return case


async def less_since_august(town: Town, case: str) -> None:
    """The change of July is decided in September."""
    (benefit,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    town.day(date(2026, 8, 27))
    heard = {"kind": "INCOME", "source": "OWN_FINDING", "since": "2026-07-01"}
    await town.post(EWA, f"/api/entitlements/{benefit['id']}/changes", **heard)
    await income(town, case, "2026-07", "2115.84")
    town.day(date(2026, 9, 3))
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="364.62", own_income="215.84")
    draft = {"kind": "CHANGE", "valid_from": "2026-08-01", "amount": "364.62"}
    await town.post(EWA, f"/api/entitlements/{benefit['id']}/decisions", **draft)
    await confirmed(town, case)


UNDUE = Story(
    of_the_wife,
    (
        Posts(
            "entitlements/contributions",
            MAREK,
            {"kind": "HEALTH", "month": "2026-08", "base": "464,62", "amount": "41,82"},
            "41,82",
            at="/realisation",
            wrong={"amount": "-1"},
            says="Kwota składki",
        ),
        Posts(
            "entitlements/undue-decisions",
            EWA,
            {"reasons": "Nie zgłoszono."},
            says="Za żaden miesiąc nie wypłacono więcej, niż przysługuje.",
        ),
        less_since_august,
        Posts(
            "entitlements/undue-decisions",
            EWA,
            {"reasons": "Nie zgłoszono pracy męża."},
            "świadczenie nienależnie pobrane",
            says="jest już przygotowana. Doprowadź ją do końca",
        ),
        confirmed,
        Posts(
            "repayments/plan",
            MAREK,
            {"instalments": "2", **on("first_due", date(2026, 9, 30))},
            "Rata 2",
            at="/realisation",
            wrong={"instalments": "0"},
            says="Liczba rat",
        ),
        Posts(
            "repayments/receipts",
            MAREK,
            {"amount": "50,00", "method": "TRANSFER"},
            "Wpłynęło 50,00",
            at="/realisation",
            wrong={"amount": "500,00"},
            says="Kwota 500,00 zł jest większa niż pozostało: 100,00 zł. Popraw kwotę.",
        ),
        Posts(
            "repayments/waiver",
            HELENA,
            {"reason": "TOO_GREAT_BURDEN", "amount": "20,00"},
            "Odstąpiono 20,00",
            at="/realisation",
            wrong={"amount": "500,00"},
            says="większa niż pozostało: 50,00 zł. Popraw kwotę.",
        ),
    ),
)

# --- services and help that is no money -----------------------------------------------


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
            "cases/fee",
            ZOFIA,
            {"hours_per_day": "2"},
            "Odpłatność za godzinę 3,50",
            wrong={"hours_per_day": "dwie"},
            says="Godzin dziennie",
        ),
        settled,
        Posts(
            "cases/fees/payments",
            MAREK,
            {"month": "2026-03", "payer": "RESIDENT", "amount": "50,00"},
            "50,00",
            at="/realisation",
            wrong={"amount": "9000,00"},
            says="większa niż pozostało",
        ),
    ),
)


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
            "cases/home-consent",
            ZOFIA,
            {"answer": "AGREED", "by": "COURT", "reference": "III RNs 12/26", **on("on", APRIL)},
            "zgoda (sąd, 24 kwietnia 2026, III RNs 12/26)",
            wrong={"reference": ""},
            says="Podaj sygnaturę orzeczenia",
        ),
        Posts(
            "cases/resident-sheet",
            ZOFIA,
            {
                "contacts.0.name": "Anna Przykładowa",
                "contacts.0.relation": "córka",
                "contacts.0.phone": "600 000 005",
                "health_needs.0.what": "Pomoc w nocy",
                "diet": "lekkostrawna",
            },
            "Karta mieszkańca (PDF)",
            wrong={"contacts.0.phone": "1"},
            says="Telefon",
        ),
        Posts(
            "cases/home-fees",
            ZOFIA,
            {
                "cost": "7 200,00",
                "relatives.0.reference": "córka",
                "relatives.0.relation": "DESCENDANT",
                "relatives.0.income": "5 000,00",
                "relatives.0.obliged_id": THE_ONLY,
            },
            "1 970,00",
            wrong={"cost": "0"},
            says="Średni miesięczny koszt w domu",
        ),
        Posts(
            "cases/decisions",
            ZOFIA,
            {"home": "DPS „Pod Lipami”"},
            "skierowanie",
            wrong={"home": ""},
            says="Uzupełnij pole „Dom pomocy społecznej”.",
            first="REFERRAL",
        ),
        confirmed,
        Posts(
            "cases/fees/waiting",
            ZOFIA,
            {**on("expected_on", JUNE), **on("informed_on", APRIL)},
            "Oczekiwanie na miejsce",
            at="/realisation",
            wrong=on("expected_on", date(2026, 4, 1)),
            says="Popraw datę",
        ),
        Posts(
            "cases/further-decisions",
            ZOFIA,
            on("valid_from", date(2026, 6, 1)),
            "Projekt decyzji: odpłatność",
            wrong=no("valid_from"),
            says="Od dnia",
            first="FEE",
        ),
        confirmed,
        its(JUNE),
        Posts(
            "cases/fees/stay",
            ZOFIA,
            on("on", JUNE),
            "Pobyt od 15 czerwca 2026",
            at="/realisation",
            wrong=on("on", date(2026, 7, 15)),
            says="z przyszłości",
        ),
        its(date(2026, 7, 1)),
        Posts(
            "cases/fees/charges",
            MAREK,
            {"month": "2026-06"},
            "czerwiec 2026",
            at="/realisation",
            wrong={"month": "2026-07"},
            says="Miesiąc lipiec 2026 nie należy do okresu",
        ),
        Posts(
            "cases/fees/shares",
            ZOFIA,
            {"decision_id": THE_ONLY, "relatives": THE_ONLY, **on("valid_from", date(2026, 7, 1))},
            "Od 1 lipca 2026",
            at="/realisation",
            wrong=no("valid_from"),
            says="Od dnia",
        ),
        its(JULY),
        Posts(
            "cases/fees/payments",
            MAREK,
            {"month": "2026-06", "payer": "RESIDENT", "amount": "895,00"},
            "895,00",
            at="/realisation",
            wrong={"amount": "900,00"},
            says="Kwota 900,00 zł jest większa niż pozostało: 896,00 zł.",
        ),
        Posts(
            "obliged-persons/claims",
            ZOFIA,
            {},
            "Pozew z 6 lipca 2026",
            at="/realisation",
            says="Ostatni miesiąc, który obejmuje pozew, to czerwiec 2026.",
        ),
        Posts(
            "cases/fees/stay/end",
            ZOFIA,
            on("on", date(2026, 7, 5)),
            "do 5 lipca 2026",
            at="/realisation",
            wrong=on("on", date(2026, 6, 1)),
            says="Popraw datę",
        ),
    ),
)


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
            "entitlements/deliveries",
            MAREK,
            {"quantity": "1", "value": "240,00", "text": "Kurtka zimowa"},
            "Kurtka zimowa",
            at="/realisation",
            wrong={"quantity": "0"},
            says="Ilość",
        ),
    ),
)


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
            "entitlements/continuation",
            EWA,
            on("work_since", date(2026, 3, 16)),
            "16 maja 2026",
            wrong=on("work_since", date(2026, 3, 19)),
            says="jest z przyszłości",
        ),
    ),
)

# --- the family, the contract, the term -----------------------------------------------

FAMILY = Story(
    opened,
    (
        Posts(
            "cases/obliged-persons",
            EWA,
            {
                "name": "Ewa Wzorcowa",
                "relation": "DESCENDANT",
                "income": "4 000,00",
                "household_size": "2",
            },
            "Ewa Wzorcowa",
            at="/realisation",
            wrong={"income": "dużo"},
            says="Miesięczny dochód gospodarstwa",
        ),
        Posts(
            "obliged-persons/situation",
            EWA,
            {"income": "3 500,00", "household_size": "3"},
            "3 osoby",
            at="/realisation",
            wrong={"household_size": "0"},
            says="Liczba osób w gospodarstwie",
        ),
        Posts(
            "obliged-persons/agreements",
            EWA,
            {
                "amount": "200,00",
                "form": "MONEY_TO_CENTRE",
                **on("valid_from", feb(1)),
                **on("valid_to", date(2026, 12, 31)),
            },
            "Umowa 200,00",
            at="/realisation",
            wrong=on("valid_to", date(2026, 1, 1)),
            says="Popraw daty",
        ),
        its(date(2026, 3, 2)),
        Posts(
            "obliged-persons/payments",
            MAREK,
            {"month": "2026-02", "amount": "150,00"},
            "50,00",
            at="/realisation",
            wrong={"amount": "zero"},
            says="Otrzymana kwota",
        ),
    ),
)


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
            "contract-requests/answer",
            EWA,
            {"decision_id": THE_ONLY},
            "odmówiono",
            at="/realisation",
            wrong={"decision_id": ""},
            says="Uzupełnij pole „Decyzja, która odpowiada na wniosek”.",
        ),
    ),
)

TERM = Story(
    begun,
    (
        Posts(
            "cases/term/halt",
            EWA,
            {"ground": "MEDIATION", **on("since", feb(2))},
            "termin stoi",
            wrong={"ground": ""},
            says="Dlaczego termin nie biegnie",
        ),
        its(feb(12)),
        Posts(
            "cases/term/resumption",
            EWA,
            on("on", feb(12)),
            "do 12 lutego 2026",
            at="/realisation",
            wrong=on("on", date(2026, 3, 1)),
            says="jest z przyszłości",
        ),
        Posts(
            "cases/term/extension",
            EWA,
            {"reason": "OTHER", "text": "Awaria archiwum", **on("due", date(2026, 3, 16))},
            "nowy termin 16 marca 2026",
            at="/realisation",
            wrong={"text": ""},
            says="Opisz ją w uzasadnieniu.",
        ),
        Posts(
            "cases/urging",
            EWA,
            {"ground": "INACTIVITY", **on("on", feb(12))},
            "Ponaglenie z dnia 12 lutego 2026",
            wrong={"ground": ""},
            says="Na co skarży się strona",
        ),
        Posts(
            "cases/urging/forwarding",
            EWA,
            on("on", feb(12)),
            "odpowiedź do",
            at="/realisation",
            wrong=no("on"),
            says="Dzień",
        ),
        Posts(
            "cases/urging/answer",
            EWA,
            {"founded": "true", **on("decide_by", date(2026, 2, 27))},
            "27 lutego 2026",
            wrong={"founded": ""},
            says="Ponaglenie jest zasadne",
        ),
    ),
)

STORIES: dict[str, Story] = {
    "an inquiry": INQUIRY,
    "an application with defects": INCOMPLETE,
    "an application left unexamined": LEFT,
    "a case that another office leads": TO_PASS_ON,
    "a form of a case that is gone": PASSED_ON,
    "an application withdrawn": WITHDRAWN,
    "cooperation judged in the team": JUDGED_HERE,
    "a decision": DECIDED,
    "an appeal": APPEALED,
    "a proceeding reopened": REOPENED,
    "a benefit that runs": RUNNING,
    "a case closed and come back to": CLOSED,
    "a benefit unduly received": UNDUE,
    "care at home": CARE,
    "a residential home": HOME,
    "a coat": COAT,
    "work found under a contract": CONTINUED,
    "the family": FAMILY,
    "a request out of a contract": CONTRACT,
    "the term": TERM,
}
