"""What somebody at a screen does with their hands and eyes, by the names that stand on the page.

    ewa = Hands("Ewa Jarzębina", page)
    await ewa.opens("/work")
    await ewa.follows("Wywiad środowiskowy: Marek Próbny")
    await ewa.writes({"Minuty": "180"})
    await ewa.presses("Zapisz wywiad")

A name is the whole name, unless it ends with an ellipsis: "Q1…" is the choice that begins so.
Every hand waits for what it needs, and every press for the page that answers. Where something does
not come, `NotOnScreen` says what was looked for and what stood there instead.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from playwright.async_api import Error, Locator, Page, expect

from tests.browser import settled

PATIENCE = 60.0
"""Seconds that a fact may take from another unit to the page."""
LOOK_AGAIN = 0.15

IN_MONTHS = (
    "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień",
    "październik", "listopad", "grudzień",
)  # fmt: skip
MONTHS = (
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
    "października", "listopada", "grudnia",
)  # fmt: skip
A_DAY = re.compile(
    rf"(\d{{1,2}})\s({'|'.join(MONTHS)})\s(\d{{4}})|(\d{{1,2}})\.(\d{{2}})\.(\d{{4}})"
)

ENTRIES = """items => items.map(item => [
    item.querySelector(".moj-timeline__title").innerText,
    item.querySelector("time").getAttribute("datetime").slice(0, 10),
    item.querySelector(".moj-timeline__description p").innerText,
])"""
"""What the entries of a timeline say, all read at once."""

AN_AMOUNT = re.compile(r"(\d[\d\s]*,\d{2})\s*zł")


@dataclass
class NotOnScreen(AssertionError):
    """Somebody looked for something that the page does not show."""

    who: str
    what: str
    address: str
    shown: str

    def __str__(self) -> str:
        return f"{self.who}: {self.what}, not at {self.address}, which shows:\n{self.shown}"


@dataclass(frozen=True)
class Entry:
    """One entry of a timeline; `on` as `2026-02-04`."""

    title: str
    on: str
    sentence: str


def said(entries: Iterable[Entry], words: str) -> Entry:
    """The last entry whose sentence says this. Raises LookupError."""
    found = [one for one in entries if words in one.sentence]
    if not found:
        raise LookupError(f"no entry says “{words}”: {[one.sentence for one in entries]}")
    return found[-1]


@dataclass
class Hands:
    """One worker at one screen."""

    name: str
    page: Page

    async def signs_in(self) -> None:
        """On the demonstration's sign-in page."""
        await self.opens("/sign-in")
        await self.chooses("Kim jesteś?", self.name)
        await self.presses("Zaloguj się")

    # --- going somewhere ----------------------------------------------------

    async def opens(self, address: str) -> None:
        """By its address: a bookmark, or to look again."""
        async with self._at(f"opens {address}"):
            answer = await self.page.goto(address)
            assert answer is not None
            assert answer.ok, f"{address} answered {answer.status}"
            await settled(self.page)

    async def follows(self, *links: str) -> None:
        """Link after link."""
        for link in links:
            async with self._at(f"follows “{link}”"):
                await self._to_another_page(self.page.get_by_role("link", name=_named(link)).first)

    async def follows_on(self, card: str, link: str) -> None:
        """A link on the last card whose title ends so: several cards have the same links."""
        async with self._at(f"follows “{link}” on the card “{card}”"):
            await self._to_another_page(
                self._card(card).get_by_role("link", name=_named(link)).first
            )

    async def presses(self, button: str) -> None:
        """What was sent must be taken: a page that asks for corrections is none."""
        async with self._at(f"presses “{button}”"):
            await self._to_another_page(self._button(button))
            assert await self.page.locator(".govuk-error-summary").count() == 0, "it was refused"

    async def is_refused(self, button: str) -> str:
        """What the page says when it does not take what was sent."""
        async with self._at(f"presses “{button}” and is refused"):
            await self._to_another_page(self._button(button))
            return await self.page.locator(".govuk-error-summary__list").inner_text()

    async def finds(self, address: str, text: str) -> None:
        """Looks there again until the text has come; other units take their time."""
        deadline = time.monotonic() + PATIENCE
        await self.opens(address)
        while await self.page.locator("main").get_by_text(text).count() == 0:
            if time.monotonic() > deadline:
                raise NotOnScreen(self.name, f"waits for “{text}”", address, await self.text())
            await asyncio.sleep(LOOK_AGAIN)
            await self.opens(address)

    # --- filling in ---------------------------------------------------------

    async def writes(self, fields: Mapping[str, str], within: str = "") -> None:
        """Texts, numbers and selections, by the label of their field; `within` names a row."""
        around = self._group(within) if within else self.page.locator("main")
        for label, value in fields.items():
            async with self._at(f"writes “{label}”"):
                field = around.get_by_label(_named(label)).filter(visible=True).first
                if await field.evaluate("field => field.tagName") == "SELECT":
                    await field.select_option(label=value)
                else:
                    await field.fill(value)

    async def chooses(self, question: str, *answers: str) -> None:
        """Circles and boxes, by their question and the text beside them."""
        for answer in answers:
            async with self._at(f"answers “{question}” with “{answer}”"):
                await self._group(question).get_by_label(_named(answer)).first.check()

    async def ticks(self, box: str) -> None:
        """A box without a question of its own."""
        async with self._at(f"ticks “{box}”"):
            await self.page.get_by_role("checkbox", name=_named(box)).check()

    async def unticks(self, box: str, within: str) -> None:
        """A box in a row that is ticked as a rule."""
        async with self._at(f"unticks “{box}”"):
            await self._group(within).get_by_role("checkbox", name=_named(box)).uncheck()

    async def dates(self, field: str, on: str) -> None:
        """A day in its three fields; `on` as `2026-02-04`."""
        day = date.fromisoformat(on)
        parts = {"Dzień": day.day, "Miesiąc": day.month, "Rok": day.year}
        async with self._at(f"dates “{field}”"):
            for part, number in parts.items():
                await self._group(field).get_by_label(part, exact=True).fill(str(number))

    async def unfolds(self, fold: str) -> None:
        async with self._at(f"unfolds “{fold}”"):
            await self.page.locator("summary", has_text=fold).first.click()

    # --- reading ------------------------------------------------------------

    async def sees(self, *texts: str) -> None:
        for text in texts:
            async with self._at(f"looks for “{text}”"):
                main = expect(self.page.locator("main"))
                await main.to_contain_text(text, timeout=PATIENCE * 1000)

    async def downloads(self, link: str) -> bytes:
        """The file behind a link, as the browser gets it."""
        async with self._at(f"downloads “{link}”"):
            address = await self.page.get_by_role("link", name=_named(link)).get_attribute("href")
            answer = await self.page.request.get(address or "")
            assert answer.ok, f"{address} answered {answer.status}"
            return await answer.body()

    async def text(self) -> str:
        return await self.page.locator("body").inner_text()

    async def listed(self, key: str, part: str = "") -> str:
        """What stands beside this word in a list of words and values; `part` of the page."""
        async with self._at(f"reads “{key}”"):
            around = self._part(part) if part else self.page.locator("main")
            term = around.locator("dt", has_text=_named(key)).first
            value = term.locator("xpath=following-sibling::dd[1]")
            return (await value.inner_text()).strip()

    async def words(self, part: str) -> dict[str, str]:
        """All words and values of a part of the page."""
        async with self._at(f"reads “{part}”"):
            keys = await self._part(part).locator("dt").all_inner_texts()
            values = await self._part(part).locator("dd").all_inner_texts()
            return dict(zip(keys, values, strict=True))

    async def card(self, title: str) -> dict[str, str]:
        """The last card whose title ends so, as words and values."""
        async with self._at(f"reads the card “{title}”"):
            card = self._card(title)
            words = await card.locator("dt").all_inner_texts()
            values = await card.locator("dd").all_inner_texts()
            return {key.strip(): told.strip() for key, told in zip(words, values, strict=True)}

    async def sentences(self, title: str) -> list[str]:
        """What stands in words on the last card whose title ends so: the ruling of a decision."""
        async with self._at(f"reads the sentences of “{title}”"):
            return await self._card(title).locator("p").all_inner_texts()

    async def line(self, part: str, beginning: str) -> str:
        """The paragraph in a part of the page that begins so."""
        async with self._at(f"reads “{beginning}” of “{part}”"):
            lines = self._part(part).locator("p")
            return await lines.filter(has_text=_named(f"{beginning}…")).first.inner_text()

    async def item(self, part: str, beginning: str) -> str:
        """The item of a list in a part of the page that begins so."""
        async with self._at(f"reads “{beginning}” of “{part}”"):
            items = self._part(part).get_by_role("listitem")
            return await items.filter(has_text=_named(f"{beginning}…")).first.inner_text()

    async def rows(self, caption: str) -> list[dict[str, str]]:
        """The rows of the table of this name, each by the titles of its columns."""
        async with self._at(f"reads the table “{caption}”"):
            table = self.page.get_by_role("table", name=caption, exact=True).first
            titles = await table.locator("thead th").all_inner_texts()
            rows = await table.locator("tbody tr").all()
            cells = [await row.locator("th, td").all_inner_texts() for row in rows]
            return [dict(zip(titles, (c.strip() for c in row), strict=True)) for row in cells]

    async def items(self, heading: str) -> list[str]:
        """The items of the list under this heading."""
        async with self._at(f"reads the list “{heading}”"):
            above = self.page.get_by_role("heading", name=heading, exact=True).first
            return await above.locator("xpath=following-sibling::ul[1]/li").all_inner_texts()

    async def entries(self, client: str) -> list[Entry]:
        """What this unit's timeline shows of the client, oldest first; none of a stranger."""
        answer = await self.page.goto(f"/clients/{client}?view=print")
        if answer is not None and answer.status == HTTPStatus.NOT_FOUND:
            return []
        return await self._entries_shown()

    async def hears(self, client: str, words: str) -> Entry:
        """Waits for an entry of the unit's timeline that says this; the last one that does."""
        await self.finds(f"/clients/{client}?view=print", words)
        return said(await self._entries_shown(), words)

    async def _entries_shown(self) -> list[Entry]:
        """Of the timeline that is open, oldest first."""
        found: list[Entry] = []
        async with self._at("reads the timeline"):
            while True:
                items = self.page.locator(".app-timeline > li")
                found += [Entry(*one) for one in await items.evaluate_all(ENTRIES)]
                if await self.page.get_by_role("link", name="Starsze wpisy").count() == 0:
                    return found[::-1]
                await self.follows("Starsze wpisy")

    # --- inside -------------------------------------------------------------

    def _button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=_named(name)).first

    def _group(self, question: str) -> Locator:
        return self.page.get_by_role("group", name=_named(question)).first

    def _card(self, title: str) -> Locator:
        ending = re.compile(rf"{re.escape(title)}\s*$")
        heading = self.page.get_by_role("heading", name=ending)
        return self.page.locator(".govuk-summary-card").filter(has=heading).last

    def _part(self, name: str) -> Locator:
        return self.page.get_by_role("region", name=_named(name)).first

    async def _to_another_page(self, pressed: Locator) -> None:
        async with self.page.expect_navigation():
            await pressed.click()
        await settled(self.page)

    @asynccontextmanager
    async def _at(self, what: str) -> AsyncIterator[None]:
        try:
            yield
        except (Error, AssertionError) as error:
            if isinstance(error, NotOnScreen):
                raise
            shown = await self.text()
            raise NotOnScreen(self.name, f"{what}: {error}", self.page.url, shown) from error


def _named(name: str) -> re.Pattern[str]:
    """The whole name, or how it begins; a field that may stay empty says so behind its name."""
    words = (re.escape(word).replace(":", r"\s*:") for word in name.rstrip("…").split())
    end = "" if name.endswith("…") else r"(\s+\(nieobowiązkowe\))?\s*$"
    return re.compile(r"^\s*" + r"\s+".join(words) + end)


def days_of(text: str) -> list[str]:
    """The days that a text names, `20 lutego 2026` or `20.02.2026`, as `2026-02-20`."""
    found = []
    for day, month, year, *short in A_DAY.findall(text):
        numbers = (year, MONTHS.index(month) + 1, day) if month else short[::-1]
        found.append(date(*map(int, numbers)).isoformat())
    return found


def day_of(text: str) -> str:
    """The first of them. Raises ValueError."""
    if not (days := days_of(text)):
        raise ValueError(f"no day in: {text}")
    return days[0]


def amounts_of(text: str) -> list[str]:
    """The amounts that a text names, `1 234,50 zł`, as `1234.50`."""
    return [re.sub(r"\s", "", found).replace(",", ".") for found in AN_AMOUNT.findall(text)]


def amount_of(text: str) -> str:
    """The first of them. Raises ValueError."""
    if not (amounts := amounts_of(text)):
        raise ValueError(f"no amount in: {text}")
    return amounts[0]


def month_of(text: str) -> str:
    """A month in words, `luty 2026`, as `2026-02`. Raises ValueError."""
    month, year = text.split()
    return f"{year}-{IN_MONTHS.index(month) + 1:02}"
