"""A page as a browser without scripts has it: its forms, what they would send, its errors.

page = Screen(answer.text)
answer = await client.post(path, data=page.form().filled({"amount": "200,00"}))
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from http import HTTPStatus

import httpx

from chassis.web.forms import DATE_PARTS

Typed = Mapping[str, str | tuple[str, ...]]
"""By the name of the field; several where boxes are ticked."""

KEY = "idempotency_key"
"""New on every page; nobody types it."""
THE_ONLY = "the only choice that there is"


def on(name: str, day: date) -> dict[str, str]:
    """A date as its three fields send it."""
    return _in_parts(name, str(day.day), str(day.month), str(day.year))


def no_day(name: str) -> dict[str, str]:
    """The thirty-first of February."""
    return _in_parts(name, "31", "2", "2026")


def _in_parts(name: str, *written: str) -> dict[str, str]:
    return {f"{name}-{part}": one for part, one in zip(DATE_PARTS, written, strict=True)}


def typed_of(values: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Without what is empty and what nobody types."""
    return {name: found for name, found in values.items() if name != KEY and any(found)}


@dataclass
class Form:
    """Fields in the order of the page; a name with `choices` takes nothing else."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, set[str]] = field(default_factory=dict)

    @property
    def typed(self) -> dict[str, list[str]]:
        return typed_of(self.values)

    def filled(self, typed: Typed) -> dict[str, list[str]]:
        """What is sent when this is written and chosen, and all else is left as it stands."""
        sent = {name: list(values) for name, values in self.values.items()}
        for name, value in typed.items():
            assert name in self.values, f"no field “{name}” among {sorted(self.values)}"
            values = [value] if isinstance(value, str) else list(value)
            offered = self.choices.get(name)
            if offered is not None and values == [THE_ONLY]:
                values = list(offered - {""})
                assert len(values) == 1, (name, offered)
            assert offered is None or set(values) <= offered | {""}, (name, values, offered)
            sent[name] = values
        return {name: values for name, values in sent.items() if values}


class Screen(HTMLParser):
    """What is between the header and the footer of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.errors: list[tuple[str, str]] = []
        """Of the summary: which field, what is said."""
        self._in_main, self._in_summary = False, False
        self._chosen = ""
        self._long: list[str] | None = None
        self._words: list[str] = []
        self.feed(text)

    @property
    def text(self) -> str:
        """What is read, on one line."""
        return re.sub(r"\s+", " ", " ".join(self._words)).strip()

    def form(self, action: str = "") -> Form:
        """The form that is sent to this address, or to where it stands itself."""
        found = [one for one in self.forms if one.action.split("?")[0] in {action, ""}]
        assert found, f"no form for “{action}” among {[one.action for one in self.forms]}"
        return found[0]

    # --- reading ------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        self.links += [given["href"]] if "href" in given else []
        self._in_main |= tag == "main"
        self._in_summary |= "govuk-error-summary" in given.get("class", "").split()
        if self._in_summary and tag == "a":
            self.errors.append((given["href"].removeprefix("#"), ""))
        if self._in_main and tag == "form" and given.get("method") == "post":
            self.forms.append(Form(given.get("action", "")))
        elif self.forms and self._in_main and tag in {"input", "select", "textarea", "option"}:
            self._field(tag, given)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        form, name, kind = self.forms[-1], given.get("name", ""), given.get("type", "text")
        if tag == "option":
            form.choices[self._chosen].add(given.get("value", ""))
            if "selected" in given:
                form.values[self._chosen] = [given.get("value", "")]
        elif tag == "select":
            self._chosen = name
            form.values[name], form.choices[name] = [""], set()
        elif tag == "textarea":
            form.values[name] = self._long = [""]
        elif kind in {"radio", "checkbox"}:
            form.choices.setdefault(name, set()).add(given["value"])
            values = form.values.setdefault(name, [])
            values += [given["value"]] if "checked" in given else []
        elif name:
            form.values[name] = [given.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._long = None
        elif tag == "ul":
            self._in_summary = False
        elif tag == "main":
            self._in_main = False

    def handle_data(self, data: str) -> None:
        if self._long is not None:
            self._long[0] += data.removeprefix("\n")
        if self._in_summary and self.errors:
            target, said = self.errors[-1]
            self.errors[-1] = (target, re.sub(r"\s+", " ", f"{said}{data}").strip())
        if self._in_main:
            self._words.append(data)


def refused(answer: httpx.Response, says: str, form: str) -> Screen:
    """The page says in Polish what to correct, and leads there."""
    screen = Screen(answer.text)
    told = (form, screen.errors or screen.text)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY, (answer.status_code, told)
    assert any(says in said for _, said in screen.errors), told
    assert {target for target, _ in screen.errors} <= screen.ids, told
    return screen


@dataclass(frozen=True)
class Sends:
    """Somebody fills in a form of the page and sends it; ids stand in braces.

    With `wrong` it is sent first with that in place of what is right, and `says` is what the page
    answers; without it, `says` is what is answered to the same form a second time.
    """

    by: str
    page: str
    route: str
    """As the router has it; the page's own names of ids."""
    typed: Typed = field(default_factory=dict)
    shows: str = ""
    """On the page to which it leads."""
    wrong: Typed = field(default_factory=dict)
    says: str = ""
    chosen: Typed = field(default_factory=dict)
    """What a search on the page finds, beside the choices that it has at first."""
    brings: tuple[str, str] | None = None
    """A name for an id in the address of the next page or in a link on it, what stands before."""

    async def send(self, client: httpx.AsyncClient, known: dict[str, str]) -> None:
        """Each page is the one that the page before led to; ids that come are known afterwards."""
        address = self.route.format(**known)
        screen = await self._opened(client, self.page.format(**known))
        if self.wrong:
            sent = self._filled(screen.form(address), known, self.wrong)
            answer = await client.post(self._to(screen, address), data=sent)
            screen = refused(answer, self.says, self.route)
            assert screen.form(address).typed == typed_of(sent), f"{self.route}: something is lost"
        sent = self._filled(screen.form(address), known)
        answer = await client.post(self._to(screen, address), data=sent)
        assert answer.status_code == HTTPStatus.SEE_OTHER, (self.route, Screen(answer.text).errors)
        led_to = answer.headers["location"]
        after = await self._opened(client, led_to)
        assert self.shows in after.text, (self.route, self.shows, after.text)
        if self.brings:
            name, before = self.brings
            leads = [led_to, *after.links, *(one.action for one in after.forms)]
            (id_, *_) = re.findall(rf"{before}/([0-9a-f-]{{36}})", " ".join(leads))
            known[name] = id_
        if not self.wrong:
            again = {name: values for name, values in sent.items() if name != KEY}
            answer = await client.post(self._to(screen, address), data=again)
            refused(answer, self.says, self.route)

    async def _opened(self, client: httpx.AsyncClient, address: str) -> Screen:
        answer = await client.get(address)
        assert answer.status_code == HTTPStatus.OK, (self.route, address, Screen(answer.text).text)
        return Screen(answer.text)

    def _to(self, screen: Screen, address: str) -> str:
        return screen.form(address).action or address

    def _filled(
        self, form: Form, known: dict[str, str], wrong: Typed | None = None
    ) -> dict[str, list[str]]:
        instead = wrong or {}
        found = {n: [str(v).format(**known)] for n, v in self.chosen.items() if n not in instead}
        typed = {n: v for n, v in {**self.typed, **instead}.items() if n not in self.chosen}
        written = {n: v.format(**known) if isinstance(v, str) else v for n, v in typed.items()}
        return form.filled(written) | found
