"""K3 with forms only, until he asks for a home: care in his flat, first asked for, then given."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import urlsplit

from osnowa.scenarios.k3 import papers
from osnowa_contracts.wording.labels import label

from tests.hands import Hands, day_of
from tests.journeys.in_a_browser.people import (
    FIRST,
    PERSON,
    AtTheirScreens,
    Paper,
    answers,
    certifies_resources,
    delivers,
    gives_file,
    holds_interview,
    lives_alone,
    registers,
    signs,
)

NAME = "Stanisław Przykładny"
INTERVIEW = f"Wywiad środowiskowy: {NAME}"

CHANNEL = {"PHONE": "Telefon", "DESK": "Przy okienku"}
REPORTER = {"DAUGHTER": "Córka", "SELF": "Sam klient"}
REASON = {"6": "Długotrwała lub ciężka choroba"}
CARE = "Usługi opiekuńcze lub dom pomocy społecznej"
DRAFT = "Przygotuj projekt decyzji"
WEEKDAYS = ("poniedziałek", "wtorek", "środa", "czwartek", "piątek")
ORDER = {"rozpoczęte": "started", "zakończone": "ended"}


class Beginning(AtTheirScreens):
    """The chapters of the story until the care has begun."""

    WORKERS: ClassVar = {
        "jan": ("intake", "jan-klon"),
        "zofia": ("benefits", "zofia-kalina"),
        "orders": ("service-orders", "zofia-kalina"),
        "helena": ("benefits", "helena-dabrowa"),
        "irena": ("socialwork", "irena-sosna"),
        "pawel": ("socialwork", "pawel-swierk"),
        "magda": ("service-orders", "magda-olcha"),
        "piotr": ("ngo-opiekun", "piotr-wiaz"),
        "danuta": ("ngo-opiekun", "danuta-malwa"),
    }
    jan: Hands
    zofia: Hands
    orders: Hands
    """Zofia at her other screen."""
    helena: Hands
    irena: Hands
    pawel: Hands
    magda: Hands
    piotr: Hands
    danuta: Hands
    home_care: str
    """The case before the one about the home."""
    order: str
    interview_due: str

    async def home_care_asked_for(self) -> None:
        jan = self.jan
        self.client = await registers(jan, papers.CLIENT)
        await lives_alone(jan, "2019-01-01")
        await self.asks_for(papers.FALL, "Usługi opiekuńcze", "Zespół pracy socjalnej")
        self.home_care = await self.taken()
        self.file = await gives_file(self.irena, NAME, self.pawel.name)
        await self.contractor_registered()

    async def asks_for(self, contact: Paper, benefit: str, *also: str) -> None:
        """From his page: who says what, where he is directed, the application."""
        jan = self.jan
        await jan.follows("Nowy kontakt")
        await jan.writes({"Droga kontaktu": CHANNEL[contact["channel"]]})
        await jan.writes({"Kto zgłasza": REPORTER[contact["reported_by"]]})
        await jan.writes({"Z czym zgłasza się klient": contact["problem"]})
        if contact.get("urgent"):
            await jan.chooses("Pilne", "Tak, sprawa jest pilna")
        await jan.chooses("Wstępne powody", *(REASON[reason] for reason in contact["reasons"]))
        await jan.chooses("Dokąd kierowany jest klient", CARE)
        await jan.chooses("Także do", *also)
        await jan.chooses("O jakie świadczenie", benefit)
        if contact["reported_by"] != "SELF":
            await jan.unfolds("Kto składa wniosek: sam klient czy ktoś za niego")
            await jan.chooses("Kto składa wniosek", "Klient sam")
        await jan.presses("Sprawdź odpowiedzi")
        await jan.presses("Zapisz")
        await jan.sees("Wniosek zarejestrowany")

    async def taken(self) -> str:
        """The new case, which nobody leads, from what waits for Zofia; its address."""
        zofia = self.zofia
        await zofia.finds("/work", INTERVIEW)
        await zofia.follows(INTERVIEW)
        case = zofia.page.url
        await zofia.follows("Rozpocznij ocenę")
        await zofia.presses("Rozpocznij ocenę")
        return case

    async def inquired(self, case: str, visit: Paper, questions: list[Paper]) -> None:
        """Interview of today, income, answers; the social worker certifies that all is used."""
        zofia = self.zofia
        await zofia.opens(case)
        await zofia.follows("Zapisz wywiad")
        await holds_interview(zofia, FIRST, visit["minutes"])
        await zofia.follows("Ustal dochód")
        (pension,) = papers.income("")["components"]
        await zofia.writes({"Rodzaj": "emerytura", "Kwota": pension["amount"]}, "Przychody: 1")
        await zofia.presses("Ustal dochód")
        await answers(zofia, questions)
        await zofia.follows("Skieruj do pracownika socjalnego")
        await zofia.presses("Skieruj do pracownika socjalnego")
        referral = await zofia.item("Co trzeba zrobić", "Zaświadczenia pracownika socjalnego")
        number = referral.split("skierowanie ")[1].split()[0]
        await certifies_resources(self.pawel, self.file, "nie ma", number)
        await zofia.finds(case, "z zaświadczenia")

    async def completed(self) -> None:
        """From the page of the case."""
        await self.zofia.follows("Zakończ ocenę")
        await self.zofia.presses("Zakończ ocenę")

    async def home_care_ordered(self) -> None:
        zofia = self.zofia
        await self.stage.day("2026-03-03", "12:00")
        await self.inquired(self.home_care, papers.VISIT_IN_MARCH, papers.HOME_CARE_ANSWERS)
        await self.completed()
        await zofia.follows("Wylicz odpłatność")
        await zofia.writes({"Godzin dziennie": "2"})
        await zofia.presses("Wylicz odpłatność")

        await self.stage.day("2026-03-05", "11:00")
        await zofia.opens(self.home_care)
        await self.drafts("przyznanie")
        terms = papers.home_care("")
        await zofia.dates("Od dnia", terms["valid_from"])
        await zofia.dates("Do dnia", terms["valid_to"])
        await zofia.unfolds("Więcej pól")
        await zofia.ticks("Rygor natychmiastowej wykonalności")
        await zofia.writes({"Uzasadnienie rygoru": terms["immediate_reason"]})
        await self.decided()
        await zofia.follows("Rozpocznij realizację…")
        await zofia.presses("Rozpocznij realizację")
        await self.order_prepared()

    async def drafts(self, kind: str, act: str = DRAFT) -> None:
        """From the page of the case to the fields of a decision of that kind."""
        await self.zofia.follows(act)
        await self.zofia.chooses("Rodzaj decyzji", kind)
        await self.zofia.presses("Dalej")

    async def decided(self, act: str = DRAFT) -> None:
        """What was drafted is signed and handed over; it ends on the page of the case."""
        await self.zofia.presses(act)
        await signs(self.helena, NAME)
        await delivers(self.zofia, NAME)

    async def contractor_registered(self) -> None:
        magda, paper = self.magda, papers.CONTRACTOR
        await magda.follows("Wykonawcy")
        await magda.presses("Zarejestruj wykonawcę")
        unit = self.stage.city.directory.unit_title(paper["unit"])
        await magda.writes({"Jednostka": unit, "Pełna nazwa": paper["full_name"]})
        await magda.writes({"NIP": paper["nip"], "REGON": paper["regon"], "KRS": paper["krs"]})
        await magda.chooses("Jakie usługi świadczy", *called("Benefit", paper["services"]))
        await magda.presses("Zarejestruj wykonawcę")
        await magda.sees(paper["full_name"], paper["nip"])

    async def order_prepared(self) -> None:
        """The decision waits on the list of the orders' own page, so nobody writes an id."""
        orders, sheet = self.orders, papers.ORDER["sheet"]
        await orders.finds("/decisions", "Przygotuj zlecenie")
        await orders.follows("Przygotuj zlecenie…")
        await orders.writes({"Wykonawca": papers.CONTRACTOR["full_name"]})
        activities = papers.ORDER["scope"]["activities"]
        await orders.chooses("Co opiekun ma robić", *called("CareActivity", activities))
        await orders.writes({"Imiona klienta": sheet["given_names"]})
        await orders.writes({"Nazwisko klienta": sheet["family_name"]})
        await orders.dates("Data urodzenia", sheet["birth_date"])
        await orders.writes({"Telefon klienta": sheet["phone"]})
        address = {PERSON[name]: told for name, told in sheet["address"].items()}
        await orders.writes(address, "Dokąd przychodzi opiekun")
        (contact,) = sheet["contacts"]
        (relation,) = called("Reporter", [contact["relation"]])
        await orders.writes(
            {
                "Imię i nazwisko": contact["name"],
                "Kim jest dla klienta": relation,
                "Telefon": contact["phone"],
            },
            "Do kogo dzwonić: 1",
        )
        await orders.chooses("Potrzeby zdrowotne", *called("HealthNeed", sheet["health_needs"]))
        await orders.chooses("Na co uważać", *called("Risk", sheet["risks"]))
        await orders.writes({"Jak wejść do mieszkania": sheet["access"]})
        await orders.presses("Złóż zlecenie")
        await orders.sees("Zlecenie z kartą klienta jest u wykonawcy.")
        self.order = urlsplit(orders.page.url).path

    async def home_care_begins(self) -> None:
        piotr, danuta, magda = self.piotr, self.danuta, self.magda
        await piotr.finds(self.order, "Przyjmij zlecenie")
        await piotr.follows("Przyjmij zlecenie")
        await piotr.dates("Dzień", "2026-03-05")
        await piotr.dates("Początek usługi", papers.SCHEDULE["valid_from"])
        await piotr.presses("Wyślij")
        await piotr.finds(self.order, "Ustal harmonogram")
        await piotr.follows("Ustal harmonogram")
        await piotr.dates("Obowiązuje od dnia", papers.SCHEDULE["valid_from"])
        await piotr.chooses("Dni wizyt", *WEEKDAYS)
        slot = papers.SCHEDULE["slots"][0]
        await piotr.writes({"Od godziny…": slot["start"], "Do godziny…": slot["end"]})
        await piotr.writes({"Opiekun": papers.SCHEDULE["carer_id"]})
        await piotr.presses("Wyślij")

        await self.stage.day(papers.SCHEDULE["valid_from"])
        await danuta.finds(self.order, "Zgłoś rozpoczęcie usługi")
        await danuta.follows("Zgłoś rozpoczęcie usługi")
        await danuta.dates("Dzień", papers.SCHEDULE["valid_from"])
        await danuta.presses("Wyślij")
        await magda.finds(self.order, "rozpoczęte")
        hours, since = await magda.listed("Godzin dziennie"), day_of(await magda.listed("Okres"))
        state = ORDER[await magda.listed("Stan")]
        self.stage.measure("home care before", f"{hours} h from {since}, {state}")


def called(vocabulary: str, codes: list[str]) -> list[str]:
    """What codes are called on the pages."""
    return [label(vocabulary, code, "pl") for code in codes]
