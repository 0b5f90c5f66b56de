"""K6 with forms only, to the payments: the family, the visit of both, the grant."""

from __future__ import annotations

from typing import ClassVar

from osnowa.scenarios.k6 import papers
from osnowa.scenarios.k6.papers import Paper

from tests.hands import Hands, amount_of, amounts_of, day_of, month_of
from tests.journeys.in_a_browser.people import (
    FIRST,
    AtTheirScreens,
    acts,
    answers,
    applies,
    certifies_resources,
    delivers,
    gives_file,
    holds_interview,
    realises,
    registers,
    signs,
    takes_up,
    works_on_it,
)

NAME = "Maria Rodzinna"
BENEFIT = "Świadczenie: Zasiłek stały"
RECEIVED = {
    "WAGE": "wynagrodzenie za pracę",
    "NURSING_ALLOWANCE": "zasiłek pielęgnacyjny",
    "CHILD_BENEFIT": "świadczenie wychowawcze (800+)",
}
SOMEBODY_ELSES = "Dochód tej osoby, nie innego członka rodziny"


class Beginning(AtTheirScreens):
    """The chapters of the story until the benefit is paid."""

    WORKERS: ClassVar = {
        "anna": ("intake", "anna-wrzos"),
        "barbara": ("benefits", "barbara-lipowa"),
        "tomasz": ("benefits", "tomasz-modrzew"),
        "helena": ("benefits", "helena-dabrowa"),
        "marek": ("benefits", "marek-cis"),
        "irena": ("socialwork", "irena-sosna"),
        "pawel": ("socialwork", "pawel-swierk"),
    }
    anna: Hands
    barbara: Hands
    tomasz: Hands
    helena: Hands
    marek: Hands
    irena: Hands
    pawel: Hands

    async def first_contact(self) -> None:
        anna = self.anna
        for member in (papers.HUSBAND, papers.CHILD, papers.WIFE):
            self.client = await registers(anna, member)
        await anna.follows("Zapisz gospodarstwo domowe")
        await anna.dates("Od dnia", "2020-05-01")
        await anna.presses("Zapisz")
        await self.joins(papers.HUSBAND, "Małżonek")
        await self.joins(papers.CHILD, "Dziecko")
        await anna.follows("Wróć do osoby")
        await applies(anna, papers.CONTACT["problem"], "Niepełnosprawność", "Zasiłek stały")

    async def joins(self, member: Paper, relation: str) -> None:
        """Found by PESEL while it is typed, and chosen from the list."""
        anna, name = self.anna, f"{member['given_names']} {member['family_name']}"
        await anna.writes({"Kogo szukasz": member["number"]})
        await anna.chooses("Wybierz osobę z listy", f"{name}…")
        await anna.writes({"Kim jest dla klienta": relation})
        await anna.dates("Od dnia", "2020-05-01")
        await anna.presses("Dodaj osobę")

    async def case_and_file_opened(self) -> None:
        self.case = await takes_up(self.tomasz, self.barbara, NAME)
        self.file = await gives_file(self.irena, NAME, self.pawel.name)

    async def joint_visit(self) -> None:
        await self.stage.day("2026-02-10", "14:00")
        tomasz = self.tomasz
        await tomasz.opens(self.case)
        await tomasz.follows("Zapisz wywiad")
        await holds_interview(tomasz, FIRST, papers.INTERVIEW["minutes"])
        await works_on_it(self.pawel, self.file, 60)
        await tomasz.follows("Zapisz dowód")
        board = "zespół do spraw orzekania o niepełnosprawności"
        await tomasz.writes({"Od kogo pochodzi dowód": board, "Czego dotyczy": "stan zdrowia"})
        await tomasz.writes({"Co z niego wynika": papers.DISABILITY["content"]})
        await tomasz.presses("Zapisz dowód")
        found = await self.establishes_income(papers.income("2026-01", "1600.00"))
        self.stage.measure("income of January, each", found)
        await answers(tomasz, papers.ANSWERS)
        await tomasz.follows("Skieruj do pracownika socjalnego")
        await tomasz.presses("Skieruj do pracownika socjalnego")
        await certifies_resources(self.pawel, self.file, "nie ma")
        await tomasz.finds(self.case, "z zaświadczenia, 10 lutego 2026")

    async def establishes_income(self, paper: Paper) -> str:
        """On the page of the case: a row for each receipt; what came out, in all and each."""
        tomasz = self.tomasz
        await tomasz.follows("Ustal dochód")
        await tomasz.writes({"Miesiąc, za który liczy się dochód": paper["month"]})
        await tomasz.writes({"Ile osób żyje z tego dochodu": str(paper["household_size"])})
        for number, one in enumerate(paper["components"], start=1):
            if number > 1:
                await tomasz.presses("Dodaj wiersz…")
            row = f"Przychody: {number}"
            await tomasz.writes({"Rodzaj": RECEIVED[one["kind"]], "Kwota": one["amount"]}, row)
            if not one.get("own", True):
                await tomasz.unticks(SOMEBODY_ELSES, row)
        await tomasz.presses("Ustal dochód")
        listed = await tomasz.words("Dochód i wyliczenie")
        return f"{amount_of(listed['Dochód razem'])}, {amount_of(listed['Dochód na osobę'])}"

    async def calculates(self, proposed: str) -> str:
        """On the page of the case: the least and the most that may be decided."""
        tomasz = self.tomasz
        await tomasz.follows("Wylicz świadczenie")
        await tomasz.writes({"Proponowana kwota": proposed})
        await tomasz.presses("Wylicz świadczenie")
        found = amounts_of(await tomasz.listed("Przysługuje"))
        return f"{found[0]} – {found[-1]}"

    async def decided(self) -> None:
        stage, tomasz = self.stage, self.tomasz
        await stage.day("2026-02-12")
        await acts(tomasz, self.case, "Zakończ ocenę")
        stage.measure("permanent benefit", await self.calculates("464.62"))
        await tomasz.follows("Przygotuj projekt decyzji")
        await tomasz.chooses("Rodzaj decyzji", "przyznanie")
        await tomasz.presses("Dalej")
        await tomasz.writes({"Kwota": papers.GRANT["amount"]})
        await tomasz.dates("Od dnia", papers.GRANT["valid_from"])
        await tomasz.presses("Przygotuj projekt decyzji")
        await self.signed_and_handed_over()

        await stage.day("2026-02-16")
        await self.waives()
        await realises(self.marek, NAME)
        await tomasz.opens(self.case)
        benefit = await tomasz.words(BENEFIT)
        amount, granted_from = amount_of(benefit["Kwota"]), day_of(benefit["Okres"])
        first = month_of((await tomasz.rows("Wypłaty"))[0]["Miesiąc"])
        stage.measure("granted a month, from, first payment", f"{amount}, {granted_from}, {first}")

    async def signed_and_handed_over(self) -> None:
        """On the day on which it was drafted."""
        await signs(self.helena, NAME)
        await delivers(self.tomasz, NAME)

    async def waives(self) -> None:
        await acts(self.tomasz, self.case, "Zapisz zrzeczenie się odwołania…")
