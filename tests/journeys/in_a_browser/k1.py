"""K1 with forms only: who opens which page, what they fill in, and what the pages then show."""

from __future__ import annotations

from decimal import Decimal

from osnowa.scenarios.k1 import papers
from osnowa.scenarios.k1.papers import CANARY
from osnowa.scenarios.surface import answers_with, whole_surface
from osnowa_contracts.wording import formats

from tests.hands import amount_of, amounts_of, day_of, month_of
from tests.journeys.in_a_browser.k1_beginning import NAME, Beginning
from tests.journeys.in_a_browser.people import (
    acts,
    delivers,
    pays,
    realises,
    signs,
    term,
)

BENEFIT = "Świadczenie: Zasiłek okresowy"
STATES = {"w przeglądzie": "in-review"}
PAYMENTS = {"zaplanowana": "planned", "wykonana": "paid", "wstrzymana": "stopped"}


class Marek(Beginning):
    """The chapters of the story from the certificates on."""

    async def decided(self) -> None:
        stage, ewa = self.stage, self.ewa
        await stage.day("2026-02-10")
        await self.joanna.opens(self.file)
        terms = "Ustal zasady współdziałania (zaświadczenie nr 5)"
        await self.joanna.unfolds(terms)
        await self.joanna.chooses("Wiedza klienta", "Na życzenie klienta")
        await self.joanna.presses(terms)
        await ewa.hears(self.client, "Ustalono zasady współdziałania")
        await acts(ewa, self.case, "Zakończ ocenę")
        await ewa.follows("Wylicz świadczenie")
        await ewa.writes({"Proponowana kwota": "200"})
        await ewa.presses("Wylicz świadczenie")
        least, most = amounts_of(await ewa.listed("Przysługuje"))
        stage.measure("periodic benefit, from – to", f"{least} – {most}")
        stage.measure("proposal", amount_of(await ewa.listed("Propozycja")))

        await stage.day("2026-02-12")
        await ewa.opens(self.case)
        await ewa.follows("Przygotuj projekt decyzji")
        await self.drafts_the_grant()
        await ewa.presses("Przygotuj projekt decyzji")
        await signs(self.helena, NAME)

        await stage.day("2026-02-16")
        await delivers(self.ewa, NAME)
        await acts(ewa, self.case, "Zapisz zrzeczenie się odwołania…")
        await realises(self.marek, NAME)
        await self.measured_after_the_waiver()

    async def measured_after_the_waiver(self) -> None:
        stage, ewa = self.stage, self.ewa
        await ewa.opens(self.case)
        final = day_of((await ewa.card("przyznanie"))["Ostateczna"])
        waived = await ewa.hears(self.client, "zrzek")
        stage.measure("waiver, final on", f"{waived.on}, {final} WAIVER")
        plan = await self.payments()
        amounts, months = (
            {amount_of(p["Kwota"]) for p in plan},
            [month_of(p["Miesiąc"]) for p in plan],
        )
        stage.measure("decision", f"{', '.join(amounts)} × {', '.join(months)}")
        days = [day_of(p["Termin"])[-2:] for p in plan]
        stage.measure("payment days", ", ".join(days))

    async def payments(self) -> list[dict[str, str]]:
        await self.ewa.opens(self.case)
        return await self.ewa.rows("Wypłaty")

    async def paid_and_certified(self) -> None:
        stage = self.stage
        await stage.day("2026-02-25")
        await pays(self.marek, "2026-02-25", NAME)
        await stage.day("2026-02-27")
        await self.certifies("2026-02", "tak")
        await stage.day("2026-03-25")
        await pays(self.marek, "2026-03-25", NAME)
        await stage.day("2026-03-31")
        await self.certifies("2026-03", "tak")
        await stage.day("2026-04-20")
        await self.training_stopped()
        await stage.day("2026-04-24")
        await pays(self.marek, "2026-04-25", NAME)
        await stage.day("2026-04-30")
        await self.certifies("2026-04", "nie")

    async def certifies(self, month: str, cooperates: str) -> None:
        joanna = self.joanna
        await joanna.opens(self.file)
        await joanna.unfolds("Wydaj zaświadczenie nr 6")
        await joanna.writes({"Miesiąc": formats.month(month, "pl")})
        await joanna.chooses("Czy klient współdziała", cooperates)
        await joanna.chooses("Wiedza klienta", "Za wiedzą klienta")
        await joanna.presses("Wydaj zaświadczenie nr 6")

    async def training_stopped(self) -> None:
        krystyna = self.krystyna
        await krystyna.opens("/requests")
        await krystyna.follows(f"Podaj przebieg szkolenia lub stażu: {NAME}")
        await krystyna.writes({"Rodzaj": "szkolenie", "Wynik": "przerwanie"})
        await krystyna.dates("Dzień", papers.TRAINING_STOPPED["on"])
        await krystyna.presses("Wyślij")

    async def reviewed(self) -> None:
        stage, ewa = self.stage, self.ewa
        await stage.day("2026-05-04")
        review = f"Przegląd świadczenia: {NAME}"
        await ewa.finds("/work", review)
        await ewa.follows(review)
        due = await term(ewa, "Przegląd świadczenia")
        await ewa.follows("Podejmij przegląd")
        await ewa.presses("Podejmij przegląd")
        may = (await self.payments())[-1]["Stan"]
        reason = await ewa.listed("Przegląd", BENEFIT)
        trigger = {"brak współdziałania": "NON_COOPERATION"}.get(reason, reason)
        benefit = await ewa.listed("Stan", BENEFIT)
        stage.measure("review opened by, to be taken up by", f"{trigger}, {due}")
        state = f"{STATES[benefit]}, {PAYMENTS[may]}"
        stage.measure("benefit and payment of May on 4.05: nothing cut by itself", state)

    async def suspended(self) -> None:
        stage, ewa = self.stage, self.ewa
        await stage.day("2026-05-18")
        await ewa.opens(self.case)
        await ewa.follows("Przygotuj decyzję zmieniającą")
        await ewa.chooses("Rodzaj decyzji", "wstrzymanie")
        await ewa.presses("Dalej")
        await ewa.dates("Od dnia", papers.SUSPENSION["valid_from"])
        await ewa.writes({"Podstawa rozstrzygnięcia": "brak współdziałania (art. 11 ust. 2)"})
        await ewa.unfolds("Więcej pól")
        await ewa.ticks("Rygor natychmiastowej wykonalności")
        await ewa.writes({"Uzasadnienie rygoru": papers.SUSPENSION["immediate_reason"]})
        await ewa.writes({"Co dodać do uzasadnienia": papers.SUSPENSION["reasons"]})
        await ewa.presses("Przygotuj decyzję zmieniającą")
        await signs(self.helena, NAME)

        await stage.day("2026-05-20")
        await delivers(self.ewa, NAME)
        suspension = await ewa.card("wstrzymanie")
        stage.measure("appeal term", day_of(suspension["Odwołanie do"]))
        immediate = suspension["Rygor natychmiastowej wykonalności"] == "tak"
        since = day_of(await ewa.listed("Wstrzymane od", BENEFIT))
        stage.measure("suspended from, immediately enforceable", f"{since}, {immediate}")

        await stage.day("2026-05-25")
        await self.marek.opens("/payment-lists/2026-05-25")
        may = (await self.payments())[-1]["Stan"]
        unpaid = {"stopped": "PaymentStopped"}.get(PAYMENTS[may], may)
        stage.measure("payment of May after the suspension", unpaid)

    async def appealed(self) -> None:
        stage, ewa = self.stage, self.ewa
        await stage.day("2026-06-01")
        await self.goes_on_with("Zapisz odwołanie")
        await ewa.presses("Zapisz odwołanie")
        forward = await term(ewa, "Przekazanie odwołania do SKO")
        stage.measure("appeal to be forwarded by", forward)
        await stage.day("2026-06-05")
        await self.goes_on_with("Przekaż odwołanie do SKO")
        await ewa.presses("Przekaż odwołanie do SKO")
        await stage.day("2026-06-30")
        await self.goes_on_with("Zapisz wynik odwołania")
        await ewa.chooses("Wynik odwołania", "decyzja utrzymana w mocy")
        await ewa.presses("Dalej")
        await ewa.presses("Zapisz wynik odwołania")
        ruling = await ewa.hears(self.client, "utrzyman")
        stage.measure("ruling of SKO", f"UPHELD {ruling.on}")

    async def goes_on_with(self, act: str) -> None:
        """From the card of the suspension; the grant has one too."""
        await self.ewa.opens(self.case)
        await self.ewa.follows_on("wstrzymanie", f"{act}…")

    async def measured_at_the_end(self) -> None:
        stage, client = self.stage, self.client
        paid = [amount_of(p["Kwota"]) for p in await self.payments() if p["Stan"] == "wykonana"]
        total = sum(map(Decimal, paid))
        stage.measure("paid", f"{len(paid)} × {paid[0]} = {total}")
        stage.measure("certificates 6 that benefits holds", await self.certificates())
        await self.joanna.opens(self.file)
        kept = CANARY in await self.joanna.text()
        stage.measure("social work still holds its note", "yes" if kept else "no")
        await self.nobody_else_holds_the_note()
        piotr = await self.at("ngo-opiekun", "piotr-wiaz")
        stage.measure("entries on the NGO's timeline", len(await piotr.entries(client)))
        robert = await stage.at("reporting", "robert-grab")
        coverage = await robert.indicator("cert6_coverage", "2026-02", "2026-04", counted=3)
        counted = f"{coverage['counted']}/{coverage['of']}"
        stage.measure("cert6_coverage, February to April", counted)

    async def certificates(self) -> str:
        """As the benefits team's timeline has them: the month, and whether he cooperated."""
        held = []
        for one in await self.ewa.entries(self.client):
            if one.title == "Zaświadczenie nr 6":
                month = month_of(one.sentence.partition(" za ")[2].partition(":")[0])
                held.append(f"{month} {'−' if 'nie współdziała' in one.sentence else '+'}")
        return ", ".join(held)

    async def nobody_else_holds_the_note(self) -> None:
        """Everything that the benefits team can ask its own unit for, pages included."""
        ewa = await self.stage.at("benefits", "ewa-jarzebina")
        case_id = self.case.rsplit("/", 1)[-1]
        known = {"person_id": [self.client], "case_id": [case_id], "limit": ["500"]}
        pages = ["/", f"/clients/{self.client}?view=print", f"/cases/{case_id}"]
        surface = await whole_surface(ewa, known, [*pages, f"/cases/{case_id}/realisation"])
        found = answers_with(CANARY, surface)
        self.stage.measure("answers of benefits that hold the note", f"{found} of {len(surface)}")
