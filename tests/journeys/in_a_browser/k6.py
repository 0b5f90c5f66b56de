"""K6 with forms only: who opens which page, what they fill in, and what the pages then show."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from decimal import Decimal

from osnowa.scenarios.k6 import papers
from osnowa.scenarios.k6.papers import Paper

from tests.hands import (
    LOOK_AGAIN,
    PATIENCE,
    Hands,
    amount_of,
    amounts_of,
    day_of,
    days_of,
    month_of,
)
from tests.journeys.in_a_browser.k6_beginning import BENEFIT, NAME, Beginning
from tests.journeys.in_a_browser.people import AGAIN, holds_interview, pays, term

STATES = {"w realizacji": "active"}
PAYMENTS = {"zaplanowana": "planned", "wykonana": "paid"}
UPDATE = "Aktualizacja wywiadu"
FAMILIES = {
    "Rodziny według rodzaju świadczenia": "zasiłek stały",
    "Rodziny według powodu pomocy (ups art. 7)": "niepełnosprawność",
}
"""Which row of which table counts the family."""
DRAFT_UNDUE = "Przygotuj decyzję o świadczeniu nienależnie pobranym"
OWED = "Świadczenia nienależnie pobrane"


class Maria(Beginning):
    """The chapters of the story once the benefit is paid."""

    async def paid_on(self, day: str, list_of: str = "") -> None:
        """`list_of` where the payment day itself is no working day."""
        await self.stage.day(day)
        await pays(self.marek, list_of or day, NAME)

    async def paid_until_april(self) -> None:
        await self.paid_on("2026-02-25")
        await self.paid_on("2026-03-25")
        await self.paid_on("2026-04-24", "2026-04-25")

    async def small_rise(self) -> None:
        """Not above a tenth of the family's criterion, so nothing changes."""
        stage, tomasz = self.stage, self.tomasz
        await stage.day("2026-04-28")
        await self.hears_of(papers.RISE_IN_APRIL)
        found = await self.asks_the_calculator(papers.rise("2026-04", "1965.84"))
        verdicts = {"zmiana nie wpływa na świadczenie": "unchanged"}
        verdict = verdicts.get(found.get("Wynik", ""), "matters")
        difference, threshold = amount_of(found["Różnica"]), amount_of(found["Próg"])
        stage.measure("April: 150.00 more, threshold", f"{difference}, {threshold}, {verdict}")
        await tomasz.opens(self.case)
        await self.drafts_of_review("pozostawienie bez zmian")
        await tomasz.writes({"Co dodać do uzasadnienia": papers.UNCHANGED["reasons"]})
        await tomasz.presses("Przygotuj decyzję zmieniającą")
        await self.signed_and_handed_over()
        await stage.day("2026-05-04")
        await self.waives()
        kept = await tomasz.words(BENEFIT)
        now = amounts_of(kept["Kwota"])[-1]
        stage.measure("after the review of April", f"{STATES[kept['Stan']]}, {now}")

    async def hears_of(self, paper: Paper) -> None:
        """A change of the family's income; whoever hears of it takes up the review."""
        tomasz = self.tomasz
        await tomasz.opens(self.case)
        await tomasz.follows("Zapisz zmianę sytuacji")
        source = {"CLIENT": "klient", "OWN_FINDING": "ustalenie własne"}[paper["source"]]
        await tomasz.writes({"Co się zmieniło": "dochód", "Skąd o tym wiadomo": source})
        await tomasz.dates("Od kiedy", paper["since"])
        await tomasz.writes({"Opis": paper["text"]})
        await tomasz.presses("Zapisz zmianę sytuacji")
        await tomasz.follows("Podejmij przegląd")
        await tomasz.presses("Podejmij przegląd")

    async def asks_the_calculator(self, paper: Paper) -> dict[str, str]:
        """From the page of the case; whether a change of income matters, and since when."""
        tomasz = self.tomasz
        await tomasz.follows("Policz na próbę w kalkulatorze", "Zmiana dochodu")
        await tomasz.writes(
            {
                "Dochód, z którego wyliczono świadczenie": paper["income_before"],
                "Dochód po zmianie": paper["income_now"],
                "Ile osób żyje z tego dochodu": str(paper["household_size"]),
                "Miesiąc zmiany": paper["changed_in"],
            }
        )
        await tomasz.presses("Wylicz")
        return await tomasz.words("Wynik")

    async def drafts_of_review(self, kind: str) -> None:
        await self.tomasz.follows("Przygotuj decyzję zmieniającą")
        await self.tomasz.chooses("Rodzaj decyzji", kind)
        await self.tomasz.presses("Dalej")

    async def paid_until_august(self) -> None:
        stage, tomasz = self.stage, self.tomasz
        await self.paid_on("2026-05-25")
        await self.paid_on("2026-06-25")
        await self.paid_on("2026-07-24", "2026-07-25")
        await tomasz.opens(self.case)
        stage.measure("update of the interview due", await term(tomasz, UPDATE))
        await stage.day("2026-08-11")
        missed = await tomasz.hears(self.client, "Minął termin")
        kind = "INTERVIEW_UPDATE" if "aktualizacja wywiadu" in missed.sentence else missed.sentence
        due = day_of(missed.sentence)
        stage.measure("the clock said", f"{kind} {due} missed, on {missed.on}")
        await self.paid_on("2026-08-25")
        (paid,) = await self.marek.items("Wypłaty")
        assert "sierpień 2026" in paid
        assert "wykonana" in paid
        stage.measure("paid on 25.08 for August", amount_of(paid))

    async def updated_late(self) -> None:
        stage, tomasz = self.stage, self.tomasz
        await stage.day("2026-08-27")
        await tomasz.opens("/work")
        await tomasz.follows(f"{UPDATE}: {NAME}", "Zapisz wywiad")
        told = papers.UPDATE["update"]
        written = {
            "Dlaczego aktualizacja": "co sześć miesięcy",
            "Co się zmieniło": told["changes"],
            "Ocena sytuacji (punkt III)": told["conclusions"],
        }
        await holds_interview(tomasz, AGAIN, papers.UPDATE["minutes"], written)
        held = day_of((await tomasz.items("Wywiady i dowody"))[-1])
        due = await term(tomasz, UPDATE)
        stage.measure("update held on, next one due", f"{held}, {due}")
        await self.hears_of(papers.RISE_IN_JULY)
        found = await self.asks_the_calculator(papers.rise("2026-07", "2115.84"))
        works_from = month_of(found["Zmiana działa od miesiąca"])
        stage.measure(
            "July: 300.00 more, works from", f"{amount_of(found['Różnica'])}, {works_from}"
        )
        await tomasz.opens(self.case)
        found_each = await self.establishes_income(papers.income("2026-07", "1900.00"))
        stage.measure("income of July, each", found_each)

    async def changed(self) -> None:
        stage, tomasz = self.stage, self.tomasz
        await stage.day("2026-09-03")
        await tomasz.opens(self.case)
        stage.measure("permanent benefit after the change", await self.calculates("364.62"))
        await self.drafts_of_review("zmiana")
        await tomasz.writes({"Kwota": papers.CHANGE["amount"]})
        await tomasz.dates("Od dnia", papers.CHANGE["valid_from"])
        await tomasz.writes({"Co dodać do uzasadnienia": papers.CHANGE["reasons"]})
        await tomasz.presses("Przygotuj decyzję zmieniającą")
        await self.signed_and_handed_over()
        stage.measure("undue before the change holds", await self.refused_undue())
        change = await tomasz.hears(self.client, ": zmiana,")
        kind = "CHANGE" if change.sentence.startswith("Wydano decyzję") else change.sentence
        amount, since = amount_of(change.sentence), days_of(change.sentence)[0]
        stage.measure("decision of 3.09", f"{kind} {amount} from {since}")

        await stage.day("2026-09-04")
        await self.waives()
        final = day_of((await tomasz.card("zmiana"))["Ostateczna"])
        plan = {month_of(one["Miesiąc"]): one for one in await tomasz.rows("Wypłaty")}
        shown = (plan["2026-08"], plan["2026-09"])
        stage.measure(
            "August after the change, September",
            ", ".join(f"{PAYMENTS[one['Stan']]} {amount_of(one['Kwota'])}" for one in shown),
        )
        effect = day_of((await tomasz.hears(self.client, "Zmieniono świadczenie")).sentence)
        stage.measure("decision of 3.09 final on, in effect from", f"{final}, {effect}")

    async def refused_undue(self) -> str:
        """The page of the case offers the decision only once something is undue."""
        await self.tomasz.opens(self.case)
        return "offered" if DRAFT_UNDUE in await self.tomasz.text() else "NothingUndue"

    async def undue(self) -> None:
        stage, tomasz, marek = self.stage, self.tomasz, self.marek
        await stage.day("2026-09-07")
        await tomasz.opens(self.case)
        await tomasz.follows(DRAFT_UNDUE)
        await tomasz.presses(DRAFT_UNDUE)
        await self.signed_and_handed_over()
        await marek.opens("/expected")
        waiting = (await marek.text()).count(NAME)
        stage.measure("to repay before the decision on it is final", str(waiting))

        await stage.day("2026-09-08")
        await self.waives()
        final = day_of((await tomasz.card("świadczenie nienależnie pobrane"))["Ostateczna"])
        found = await tomasz.hears(self.client, "Ustalono świadczenie nienależnie pobrane")
        stage.measure(
            "undue established on, its decision final on", f"{day_of(found.sentence)}, {final}"
        )
        await marek.finds("/expected", NAME)
        await marek.follows(NAME)
        owed = await marek.words(OWED)
        stage.measure("undue", f"{amount_of(owed['Do zwrotu'])} for {month_of(owed['Za miesiąc'])}")
        await marek.follows("Rozłóż zwrot na raty")
        await marek.writes({"Liczba rat": "2"})
        await marek.dates("Termin pierwszej raty", "2026-09-30")
        await marek.presses("Rozłóż zwrot na raty")

    async def paid_back(self) -> None:
        stage = self.stage
        await self.paid_on("2026-09-25")
        await stage.day("2026-09-30")
        await self.books_instalment()
        await self.paid_on("2026-10-23", "2026-10-25")
        await stage.day("2026-10-30")
        await self.books_instalment()
        await self.marek.opens(f"{self.case}/realisation")
        owed = await self.marek.words(OWED)
        parts = [told for word, told in owed.items() if word.startswith("Rata ")]
        back = [amount_of(told) for word, told in owed.items() if word.startswith("Wpłata ")]
        instalments = ", ".join(f"{amount_of(one)} on {day_of(one)}" for one in parts)
        stage.measure("instalments", instalments)
        stage.measure("repaid, rest", f"{' + '.join(back)}, {amount_of(owed['Zostało'])}")

    async def books_instalment(self) -> None:
        """What is due next stands in the form."""
        marek = self.marek
        await marek.opens("/work")
        await marek.follows(f"Rata do zwrotu: {NAME}", "Zapisz wpłatę zwrotu")
        await marek.chooses("Sposób wpłaty", "przelew")
        await marek.presses("Zapisz wpłatę zwrotu")

    async def measured_at_the_end(self) -> None:
        stage, tomasz = self.stage, self.tomasz
        await tomasz.opens(f"{self.case}/realisation")
        payments = await tomasz.rows("Wypłaty")
        await tomasz.follows("Stan na wybrany dzień")
        for name, day in (("as of 26.08", "2026-08-26"), ("as of 4.09", "2026-09-04")):
            await tomasz.dates("Stan na koniec dnia", day)
            await tomasz.presses("Pokaż")
            known = await tomasz.words(BENEFIT)
            undue = sum(map(Decimal, amounts_of(known["Nadpłata do ustalenia"])[:1]))
            stage.measure(name, f"{amount_of(known['Kwota'])}, undue {undue}")
        paid = [Decimal(amount_of(p["Kwota"])) for p in payments if p["Stan"] == "wykonana"]
        sums = " + ".join(f"{times} × {amount}" for amount, times in Counter(paid).items())
        stage.measure("paid in all", f"{sums} = {sum(paid)}")
        robert = await self.at("reporting", "robert-grab")
        stage.measure("counted of 3 decisions: permanent, disability", await families(robert))
        others = [
            await self.at("pup", "krystyna-topola"),
            await self.at("ngo-opiekun", "piotr-wiaz"),
        ]
        counts = [len(await one.entries(self.client)) for one in others]
        stage.measure(
            "entries on the labour office's and the NGO's timeline", ", ".join(map(str, counts))
        )


async def families(robert: Hands) -> str:
    """Of the year, by benefit and by reason, once all three decisions are counted."""
    deadline = time.monotonic() + PATIENCE
    while True:
        await robert.opens("/families?from=2026-01&to=2026-12")
        rows = [row for caption in FAMILIES for row in await robert.rows(caption)]
        told = {next(iter(row.values())): row for row in rows}
        found = [told.get(name, {}) for name in FAMILIES.values()]
        if time.monotonic() > deadline or all(row.get("Decyzje") == "3" for row in found):
            counted = [
                f"{row.get('Rodziny')} family of {row.get('Osoby w rodzinach')}" for row in found
            ]
            return ", ".join(counted)
        await asyncio.sleep(LOOK_AGAIN)
