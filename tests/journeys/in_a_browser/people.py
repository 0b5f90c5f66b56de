"""Everybody of a story at a screen of their own: another browser profile, signed in by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from osnowa.scenarios.story import Stage
from playwright.async_api import Browser

from tests.browser import looking
from tests.hands import Hands, day_of

PERSON = {
    "given_names": "Imiona",
    "family_name": "Nazwisko",
    "number": "PESEL albo numer dokumentu",
    "phone": "Telefon",
    "street": "Ulica i numer",
    "postal_code": "Kod pocztowy",
    "city": "Miejscowość",
}
ANSWER = {"YES": "tak", "NO": "nie", "PARTLY": "częściowo"}
REASON = {"5": "niepełnosprawność"}
FIRST, AGAIN = "Część I: pierwszy wywiad", "Część IV: aktualizacja"
DIRECTED = "Świadczenia i praca socjalna (wspólna wizyta)"

Paper = dict[str, Any]
Screens = Callable[[str, str], Awaitable[Hands]]
"""The screen of a worker at a unit: `await at("intake", "anna-wrzos")`."""


@asynccontextmanager
async def screens(stage: Stage, chromium: Browser) -> AsyncIterator[Screens]:
    """At the end, no page had an error in its console or asked another server for anything."""
    async with AsyncExitStack() as opened:

        async def at(unit: str, worker: str) -> Hands:
            page = await opened.enter_async_context(looking(chromium, stage.city.url(unit)))
            hands = Hands(stage.city.directory.members[worker].worker.name, page)
            await hands.signs_in()
            return hands

        yield at


@dataclass
class AtTheirScreens:
    """Who tells a story by hand, and what they know of its client by now."""

    WORKERS: ClassVar[dict[str, tuple[str, str]]]
    """Unit and worker, by the name that the chapters call them."""

    stage: Stage
    at: Screens
    client: str = ""
    case: str = ""
    file: str = ""

    @classmethod
    async def at_their_screens(cls, stage: Stage, at: Screens) -> Self:
        story = cls(stage, at)
        for name, (unit, worker) in cls.WORKERS.items():
            setattr(story, name, await at(unit, worker))
        return story


async def acts(hands: Hands, case: str, act: str) -> None:
    """From the page of the case through the form of an act that asks for nothing more."""
    await hands.opens(case)
    await hands.follows(act)
    await hands.presses(act.rstrip("…"))


async def term(hands: Hands, kind: str) -> str:
    """The day of a term, from the page of the case."""
    return day_of(await hands.item("Terminy", kind))


async def registers(anna: Hands, paper: Paper) -> str:
    """A person whom the register does not know yet; their id. It ends on the person's page."""
    await anna.follows("Osoby", "Zarejestruj nową osobę")
    fields = {PERSON[name]: told for name, told in paper.items() if name in PERSON}
    await anna.writes(fields)
    await anna.presses("Zarejestruj")
    return anna.page.url.rsplit("/", 1)[-1]


async def lives_alone(anna: Hands, since: str) -> None:
    """From the person's page and back to it."""
    await anna.follows("Zapisz gospodarstwo domowe")
    await anna.dates("Od dnia", since)
    await anna.presses("Zapisz")
    await anna.follows("Wróć do osoby")


async def applies(anna: Hands, problem: str, reason: str, benefit: str) -> None:
    """From the person's page: the talk, where to, the application, checked and saved."""
    await anna.follows("Nowy kontakt")
    await anna.writes({"Droga kontaktu": "Przy okienku", "Kto zgłasza": "Sam klient"})
    await anna.writes({"Z czym zgłasza się klient": problem})
    await anna.chooses("Wstępne powody", reason)
    await anna.chooses("Dokąd kierowany jest klient", DIRECTED)
    await anna.chooses("O jakie świadczenie", benefit)
    await anna.chooses("O czym poinformowano", "Prawa")
    await anna.presses("Sprawdź odpowiedzi")
    await anna.sees(benefit, DIRECTED)
    await anna.presses("Zapisz")
    await anna.sees("Wniosek zarejestrowany", "Numer potwierdzenia: PK/2026/")


async def assigns(barbara: Hands, client: str, worker: str) -> None:
    await barbara.finds("/team", client)
    await barbara.writes({f"Kto poprowadzi: {client}": worker})
    await barbara.presses(f"Przydziel: {client}")


async def takes_up(ewa: Hands, barbara: Hands, client: str) -> str:
    """The new case, given by the head and begun; its address."""
    await assigns(barbara, client, ewa.name)
    await ewa.opens("/work")
    await ewa.follows(f"Wywiad środowiskowy: {client}")
    case = ewa.page.url
    await acts(ewa, case, "Rozpocznij ocenę")
    return case


async def holds_interview(ewa: Hands, part: str, minutes: int, found: Paper | None = None) -> None:
    """From the form's first page, which asks for the part; `found` by the titles of the second."""
    await ewa.chooses("Część wywiadu", part)
    await ewa.presses("Dalej")
    await ewa.writes({"Ile minut trwał wywiad": str(minutes), **(found or {})})
    await ewa.presses("Zapisz wywiad")


async def gives_file(irena: Hands, client: str, worker: str) -> str:
    """The address of the file."""
    await irena.finds("/files", client)
    await irena.follows(client)
    await irena.unfolds("Wyznacz pracownika socjalnego")
    await irena.writes({"Pracownik socjalny": worker})
    await irena.presses("Wyznacz pracownika socjalnego")
    return irena.page.url


async def works_on_it(joanna: Hands, file: str, minutes: int) -> None:
    await joanna.opens(file)
    await joanna.unfolds("Zapisz działanie")
    await joanna.writes({"Działanie": "Wspieranie", "Czas w minutach": str(minutes)})
    await joanna.chooses("Miejsce", "W domu")
    await joanna.presses("Zapisz działanie")


async def answers(ewa: Hands, papers: list[Paper]) -> None:
    """Each question of the assessment from its link on the page of the case."""
    for paper in papers:
        await ewa.follows(f"{paper['question']}. …")
        await ewa.chooses("Odpowiedź", ANSWER[paper["value"]])
        await ewa.writes({"Uzasadnienie": paper["text"]})
        for reason in paper.get("reasons", ()):
            await ewa.chooses("Powody (art. 7)", REASON[reason])
        await ewa.presses("Odpowiedz na pytanie oceny")


async def certifies_resources(
    joanna: Hands, file: str, has: str, referral: str = "Skierowania"
) -> None:
    """Certificate 4, once the referral has come: the first, or the one of that number."""
    await joanna.finds(file, referral)
    await joanna.unfolds("Wydaj zaświadczenie nr 4")
    await joanna.chooses("Niewykorzystane zasoby i możliwości", has)
    await joanna.chooses("Wiedza klienta", "Za wiedzą klienta")
    await joanna.presses("Wydaj zaświadczenie nr 4")


async def signs(helena: Hands, client: str) -> None:
    await helena.opens("/work")
    await helena.follows(f"Projekt do podpisu: {client}", "Wydaj decyzję…")
    await helena.presses("Wydaj decyzję")


async def delivers(ewa: Hands, client: str) -> None:
    await ewa.opens("/work")
    await ewa.follows(f"Doręcz decyzję: {client}", "Zapisz doręczenie…")
    await ewa.chooses("Sposób doręczenia", "osobiście")
    await ewa.presses("Zapisz doręczenie")


async def realises(marek: Hands, client: str) -> None:
    await marek.opens("/work")
    await marek.follows(f"Rozpocznij realizację: {client}", "Rozpocznij realizację…")
    await marek.presses("Rozpocznij realizację")


async def pays(marek: Hands, list_of: str, client: str) -> None:
    """The list of that day with everybody on it, unless it was executed for somebody else."""
    await marek.opens(f"/payment-lists/{list_of}")
    await marek.sees(client)
    if "Wykonaj listę" in await marek.text():
        await marek.presses("Wykonaj listę: …")
