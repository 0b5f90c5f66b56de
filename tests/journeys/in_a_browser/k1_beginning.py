"""K1 with forms only, to certificate 4: the desk, the visit of both, the labour office."""

from __future__ import annotations

from typing import ClassVar

from osnowa.scenarios.k1 import papers
from osnowa.scenarios.k1.papers import CANARY

from tests.hands import Hands, day_of, days_of
from tests.journeys.in_a_browser.people import (
    FIRST,
    AtTheirScreens,
    answers,
    applies,
    certifies_resources,
    gives_file,
    holds_interview,
    lives_alone,
    registers,
    takes_up,
    term,
    works_on_it,
)

NAME = "Marek Próbny"


class Beginning(AtTheirScreens):
    """The chapters of the story until certificate 4."""

    WORKERS: ClassVar = {
        "anna": ("intake", "anna-wrzos"),
        "barbara": ("benefits", "barbara-lipowa"),
        "ewa": ("benefits", "ewa-jarzebina"),
        "helena": ("benefits", "helena-dabrowa"),
        "marek": ("benefits", "marek-cis"),
        "irena": ("socialwork", "irena-sosna"),
        "joanna": ("socialwork", "joanna-brzoza"),
        "krystyna": ("pup", "krystyna-topola"),
    }
    anna: Hands
    barbara: Hands
    ewa: Hands
    helena: Hands
    marek: Hands
    irena: Hands
    joanna: Hands
    krystyna: Hands

    async def first_contact(self) -> None:
        anna = self.anna
        await anna.follows("Osoby")
        await anna.writes({"Kogo szukasz": NAME})
        await anna.sees("Nikogo takiego nie ma w rejestrze.")
        self.client = await registers(anna, papers.CLIENT)
        await lives_alone(anna, "2024-06-01")
        await applies(anna, papers.CONTACT["problem"], "Bezrobocie", "Zasiłek okresowy")
        receipt = await anna.downloads("Potwierdzenie złożenia (PDF)…")
        assert receipt.startswith(b"%PDF")
        await anna.follows("Umów spotkanie")
        await anna.chooses("Z kim", "Zespół ds. świadczeń")
        await anna.dates("Dzień", "2026-02-04")
        await anna.writes(
            {"Godzina": "10:00", "Pracownik": "Ewa Jarzębina, pracownik ds. świadczeń"}
        )
        await anna.chooses("Wspólnie z", "Zespół pracy socjalnej")
        await anna.presses("Zapisz spotkanie")
        await anna.sees("4 lutego 2026, 10:00")

    async def case_and_file_opened(self) -> None:
        stage, ewa = self.stage, self.ewa
        self.case = await takes_up(ewa, self.barbara, NAME)
        stage.measure("interview due", await term(ewa, "Wywiad środowiskowy"))
        stage.measure("decision due", await term(ewa, "Decyzja"))
        self.file = await gives_file(self.irena, NAME, self.joanna.name)

    async def joint_visit(self) -> None:
        await self.stage.day("2026-02-04", "14:00")
        ewa, joanna = self.ewa, self.joanna
        await self.interviewed()
        await works_on_it(joanna, self.file, 90)
        await joanna.unfolds("Dodaj zapis")
        await joanna.writes({"Rodzaj": "Notatka służbowa", "Treść": CANARY})
        await joanna.presses("Dodaj zapis")
        await joanna.sees(CANARY)
        await self.income_and_questions()
        await ewa.follows("Skieruj do pracownika socjalnego")
        await ewa.presses("Skieruj do pracownika socjalnego")
        await ewa.follows("Poproś o dowód")
        await ewa.writes({"Kogo pytamy": "Powiatowy Urząd Pracy"})
        await ewa.writes({"O co pytamy": "status na rynku pracy"})
        await ewa.presses("Poproś o dowód")

    async def interviewed(self) -> None:
        ewa = self.ewa
        await ewa.opens("/work")
        await ewa.follows(f"Wywiad środowiskowy: {NAME}", "Zapisz wywiad")
        await holds_interview(ewa, FIRST, 180)
        (held,) = await ewa.items("Wywiady i dowody")
        joint = "wspólny z pracownikiem socjalnym" in held
        self.stage.measure("interview held, jointly", f"{day_of(held)} {joint}")

    async def income_and_questions(self) -> None:
        ewa = self.ewa
        await ewa.follows("Ustal dochód")
        await ewa.writes({"Rodzaj": "praca dorywcza", "Kwota": "610"}, "Przychody: 1")
        await ewa.presses("Ustal dochód")
        await answers(ewa, papers.ANSWERS)

    async def labour_office_answers(self) -> None:
        krystyna = self.krystyna
        await krystyna.finds("/requests", NAME)
        await krystyna.follows(f"Podaj status na rynku pracy: {NAME}")
        await krystyna.writes({"Status na rynku pracy": "osoba bezrobotna"})
        await krystyna.dates("Stan na dzień", papers.LABOUR_STATUS["as_of"])
        await krystyna.dates("Zarejestrowany od dnia", papers.LABOUR_STATUS["registered_on"])
        await krystyna.chooses("Prawo do zasiłku", "Nie")
        await krystyna.presses("Wyślij")
        await krystyna.opens("/requests")
        await krystyna.follows(f"Podaj indywidualny plan działania: {NAME}")
        await krystyna.dates("Uzgodniony dnia", papers.ACTION_PLAN["agreed_on"])
        await krystyna.dates("Do dnia", papers.ACTION_PLAN["until"])
        days = str(papers.ACTION_PLAN["registered_days"])
        await krystyna.writes({"Dni zarejestrowania": days})
        await krystyna.chooses("Cele", "szkolenie", "zatrudnienie")
        await krystyna.presses("Wyślij")
        joanna, client = self.joanna, self.client
        status = (await joanna.hears(client, "Urząd pracy podał status")).sentence
        plan = (await joanna.hears(client, "indywidualny plan działania")).sentence
        found = "UNEMPLOYED" if "osoba bezrobotna" in status else status
        self.stage.measure(
            "labour status and plan that social work sees", f"{found}, until {days_of(plan)[-1]}"
        )

    async def certificates_four_and_five(self) -> None:
        stage, ewa = self.stage, self.ewa
        await stage.day("2026-02-06")
        await certifies_resources(self.joanna, self.file, "ma")
        await ewa.finds(self.case, "z zaświadczenia, 6 lutego 2026")
        await ewa.follows("Przygotuj projekt decyzji")
        await self.drafts_the_grant()
        refused = await ewa.is_refused("Przygotuj projekt decyzji")
        missing = "CertificateMissing" if "Brakuje zaświadczenia nr 5" in refused else refused
        stage.measure("draft before the cooperation terms of 10.02", missing)

    async def drafts_the_grant(self) -> None:
        ewa = self.ewa
        await ewa.chooses("Rodzaj decyzji", "przyznanie")
        await ewa.presses("Dalej")
        await ewa.writes({"Kwota": papers.GRANT["amount"]})
        await ewa.dates("Od dnia", papers.GRANT["valid_from"])
        await ewa.dates("Do dnia", papers.GRANT["valid_to"])
        await ewa.writes({"Co dodać do uzasadnienia": papers.GRANT["reasons"]})
