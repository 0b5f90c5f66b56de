"""K3 with forms only: who opens which page, what they fill in, and what the pages then show."""

from __future__ import annotations

import io
from decimal import Decimal

from osnowa.scenarios.k3 import papers
from pypdf import PdfReader

from tests.hands import amount_of, amounts_of, day_of, days_of
from tests.journeys.in_a_browser.k3_beginning import NAME, ORDER, Beginning
from tests.journeys.in_a_browser.people import term

ANOTHER = "Przygotuj kolejną decyzję w sprawie"
ANSWERS = {"tak": "YES", "nie": "NO"}
CONSENT = {"zgoda": "AGREED", "osoba, której dotyczy sprawa": "PERSON"}
END = {"przyjęcie do domu pomocy społecznej": "DPS", "przyjęcie do DPS": "DPS"}
BENEFIT = {"zakończone": "ended"}
SUPPORT = {"opłata za pobyt w DPS": "RESIDENTIAL_FEE"}


class Stanislaw(Beginning):
    """The chapters of the story from the application for a home on."""

    @property
    def after(self) -> str:
        """The page of what comes after a decision: fees, the wait, the stay, the family."""
        return f"{self.case}/realisation"

    async def home_asked_for(self) -> None:
        await self.stage.day("2026-04-01")
        await self.jan.opens(f"/persons/{self.client}")
        await self.asks_for(papers.NOT_ENOUGH, "Dom pomocy społecznej")
        self.case = await self.taken()
        self.interview_due = await term(self.zofia, "Wywiad środowiskowy")

    async def interviewed(self) -> None:
        stage, zofia = self.stage, self.zofia
        await stage.day("2026-04-14", "12:00")
        await self.inquired(self.case, papers.VISIT_IN_APRIL, papers.HOME_ANSWERS)
        await zofia.follows("Zapisz dowód")
        await zofia.writes({"Od kogo pochodzi dowód": "przychodnia albo lekarz"})
        await zofia.writes({"Czego dotyczy": "stan zdrowia"})
        await zofia.writes({"Co z niego wynika": papers.HEALTH["content"]})
        await zofia.presses("Zapisz dowód")
        await zofia.follows("Zapisz zgodę na pobyt w domu")
        await zofia.chooses("Odpowiedź", "zgoda")
        await zofia.presses("Zapisz zgodę na pobyt w domu")
        (held,) = await zofia.items("Wywiady i dowody")
        stage.measure("interview due, held", f"{self.interview_due}, {day_of(held)}")
        answered = [(await zofia.item("Ocena", f"{q}. ")).split()[-1] for q in ("Q3", "Q6")]
        told = ", ".join(ANSWERS[one] for one in answered)
        stage.measure("needs met at home, conditions of a residential home", told)
        consent = await zofia.line("Wywiady i dowody", "Zamieszkanie w domu")
        found = " ".join(code for word, code in CONSENT.items() if word in consent)
        stage.measure("consent", f"{found} on {day_of(consent)}")

    async def referred(self) -> None:
        stage, zofia = self.stage, self.zofia
        await stage.day("2026-04-24")
        await zofia.opens(self.case)
        await self.completed()
        await self.daughter_agrees()
        await zofia.follows("Wylicz opłaty za dom pomocy społecznej")
        await zofia.writes({"Średni miesięczny koszt w domu": papers.cost("")["cost"]})
        await zofia.writes({"Kto, na przykład córka": "córka"}, "Rodzina: 1")
        await zofia.presses("Wylicz opłaty za dom pomocy społecznej")
        cost = amount_of(await zofia.listed("Koszt pobytu w domu na miesiąc"))
        resident, daughter, gmina = [
            amount_of(await zofia.listed(f"{who} płaci"))
            for who in ("Mieszkaniec", "córka", "Gmina")
        ]
        stage.measure(f"who bears the cost of {cost}", f"{resident} + {daughter} + gmina {gmina}")
        await self.drafts("skierowanie do domu")
        await zofia.writes({"Dom pomocy społecznej": papers.HOME})
        await self.decided()
        await self.drafts("odpłatność", ANOTHER)
        await zofia.dates("Od dnia", papers.FEE["valid_from"])
        await self.decided(ANOTHER)
        days = [
            day_of((await zofia.card(kind))["Wydana"])
            for kind in ("skierowanie do domu", "odpłatność")
        ]
        shares = [one for one in await zofia.sentences("odpłatność") if ": " in one]
        told = ", ".join(f"{one.partition(':')[0]} {amount_of(one)}" for one in shares)
        stage.measure("referral, fee decision", f"{', '.join(days)} {told}")

    async def daughter_agrees(self) -> None:
        zofia, daughter = self.zofia, papers.DAUGHTER
        register = "Zapisz osobę zobowiązaną do pomocy"
        await zofia.follows(register)
        await zofia.writes({"Imię i nazwisko": daughter["name"]})
        await zofia.chooses("Kim jest dla klienta", "zstępny")
        await zofia.writes({"Miesięczny dochód gospodarstwa": daughter["income"]})
        await zofia.presses(register)
        await zofia.follows("Zapisz umowę o pomocy")
        await zofia.writes({"Kwota na miesiąc": papers.AGREEMENT["amount"]})
        await zofia.chooses("W jakiej postaci", "opłata za pobyt w DPS")
        await zofia.dates("Od dnia", papers.AGREEMENT["valid_from"])
        await zofia.presses("Zapisz umowę o pomocy")
        said = (await zofia.hears(self.client, "Zawarto umowę z osobą zobowiązaną")).sentence
        form = next(code for word, code in SUPPORT.items() if word in said)
        told = f"{form} {amount_of(said)} on {day_of(said)}"
        self.stage.measure("agreement with the daughter", told)
        await zofia.opens(self.case)

    async def waits(self) -> None:
        stage, zofia = self.stage, self.zofia
        await stage.day("2026-04-27")
        await zofia.opens(self.case)
        await zofia.follows("Zapisz oczekiwanie na miejsce")
        await zofia.dates("Przewidywany dzień przyjęcia", papers.WAITING["expected_on"])
        await zofia.presses("Zapisz oczekiwanie na miejsce")
        expected, told = days_of(await zofia.listed("Oczekiwanie na miejsce"))
        notice = await zofia.downloads("Zawiadomienie o oczekiwaniu na miejsce (PDF)")
        assert day_of(text_of(notice).partition("termin przyjęcia")[2]) == expected
        stage.measure("waiting, notice of the expected date", f"{expected}, told on {told}")
        heard = await self.pawel.hears(self.client, "Dom jest zajęty")
        stage.measure("the wait on the social worker's timeline", day_of(heard.sentence))

    async def placed(self) -> None:
        stage, zofia = self.stage, self.zofia
        await stage.day("2026-06-08")
        await self.shares_by_decision()
        await zofia.opens(self.case)
        await self.sheet_written()
        await self.drafts("umieszczenie w domu", ANOTHER)
        await zofia.dates("Od dnia", papers.PLACEMENT["valid_from"])
        await self.decided(ANOTHER)
        await zofia.follows_on("umieszczenie w domu", "Zapisz zrzeczenie się odwołania…")
        await zofia.presses("Zapisz zrzeczenie się odwołania")
        issued = day_of((await zofia.card("umieszczenie w domu"))["Wydana"])
        (ruling, *_) = await zofia.sentences("umieszczenie w domu")
        home = ruling.partition(": ")[2].partition(" od dnia")[0]
        stage.measure("placement decision", f"{issued} {home} from {day_of(ruling)}")
        sheet = text_of(await zofia.downloads("Karta mieszkańca (PDF)"))
        contacts = sheet.count(papers.SHEET["contacts"][0]["phone"])
        needs = sum(one["what"] in sheet for one in papers.SHEET["health_needs"])
        name = NAME.split()[-1] if NAME in sheet else sheet
        told = f"{day_of(sheet)}: {name}, {contacts} contact, {needs} needs"
        stage.measure("resident sheet", told)

    async def shares_by_decision(self) -> None:
        """The decision on the fee is final by now, and the account follows it by itself."""
        await self.zofia.finds(self.after, "Od 1 czerwca 2026")
        shares = amounts_of(await self.zofia.listed("Od 1 czerwca 2026"))
        cost, resident, daughter, _gmina = shares
        self.stage.measure("shares of the account", f"{cost}: {resident} + {daughter}")

    async def sheet_written(self) -> None:
        zofia, sheet = self.zofia, papers.SHEET
        await zofia.follows("Wypełnij kartę mieszkańca")
        (contact,) = sheet["contacts"]
        await zofia.writes(
            {
                "Imię i nazwisko": contact["name"],
                "Kim jest": contact["relation"],
                "Telefon": contact["phone"],
            },
            "Do kogo dzwonić: 1",
        )
        lists = {
            "Potrzeby zdrowotne": "health_needs",
            "Na co uważać": "risks",
            "Sprzęt pomocniczy": "aids",
        }
        for title, name in lists.items():
            for number, one in enumerate(sheet[name], 1):
                if number > 1:
                    await zofia.presses(f"Dodaj wiersz: {title}")
                await zofia.writes({"Co": one["what"]}, f"{title}: {number}")
        await zofia.writes({"Dieta": sheet["diet"], "Lekarz": sheet["doctor"]})
        await zofia.presses("Wypełnij kartę mieszkańca")

    async def admitted(self) -> None:
        stage, zofia, client = self.stage, self.zofia, self.client
        await stage.day("2026-06-15")
        await zofia.opens(self.case)
        await zofia.follows_on("umieszczenie w domu", "Rozpocznij realizację…")
        await zofia.presses("Rozpocznij realizację")
        await zofia.follows("Zapisz przyjęcie do domu")
        await zofia.presses("Zapisz przyjęcie do domu")
        stage.measure("admitted", day_of(await zofia.listed("Pobyt")))
        await zofia.opens(self.home_care)
        state = BENEFIT[await zofia.listed("Stan", "Świadczenie: Usługi opiekuńcze")]
        ended = await self.pawel.hears(client, "Skończył się okres świadczenia")
        stage.measure("home-care benefit", f"{state}, {end_of(ended.sentence)}")
        own = await self.magda.hears(client, "Zakończono zlecenie")
        await self.magda.opens(self.order)
        order = ORDER[await self.magda.listed("Stan")]
        stage.measure("home-care order", f"{order}, {end_of(own.sentence)}")
        told = await self.piotr.hears(client, "Zakończono zlecenie")
        stage.measure("end of the home-care order at the NGO", end_of(told.sentence))

    async def june_charged(self) -> None:
        """Nobody asks for it: the month is over."""
        stage = self.stage
        await stage.day("2026-07-01")
        marek = await self.at("benefits", "marek-cis")
        await marek.finds(self.after, "czerwiec 2026")
        due = await marek.rows("Należności")
        (days,) = {one["Za dni"] for one in due}
        first, last = days.partition("–")[0], day_of(days)
        stage.measure("days of June", f"{last[:8]}{first:>02} – {last}")
        paid = {one["Kto płaci"]: amount_of(one["Należy się"]) for one in due}
        client, daughter, gmina = paid["klient"], paid[papers.DAUGHTER["name"]], paid["gmina"]
        total = sum(map(Decimal, paid.values()))
        stage.measure("fee of June", f"{client} + {daughter} + gmina {gmina} = {total}")

    async def measured_at_the_end(self) -> None:
        stage, zofia = self.stage, self.zofia
        await zofia.opens(self.case)
        held = await zofia.items("Wywiady i dowody")
        update = await term(zofia, "Aktualizacja wywiadu")
        stage.measure("interviews held, update due", f"{len(held)}, {update}")
        missed = [e for e in await zofia.entries(self.client) if e.title == "Przekroczony termin"]
        stage.measure("terms missed", len(missed))
        krystyna = await self.at("pup", "krystyna-topola")
        told = await krystyna.entries(self.client)
        stage.measure("entries on the labour office's timeline", len(told))


def end_of(sentence: str) -> str:
    """Why something ended, and when."""
    reason = next((code for word, code in END.items() if word in sentence), sentence)
    return f"{reason} on {day_of(sentence)}"


def text_of(paper: bytes) -> str:
    """What a PDF says, in one line."""
    pages = PdfReader(io.BytesIO(paper)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
