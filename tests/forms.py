"""A page as a browser without scripts has it: its forms, what they would send, its errors.

page = Screen(answer.text)
answer = await client.post(path, data=page.form().filled({"amount": "200,00"}))
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

Typed = Mapping[str, str | tuple[str, ...]]
"""By the name of the field; several where boxes are ticked."""

KEY = "idempotency_key"
"""New on every page; nobody types it."""
THE_ONLY = "the only choice that there is"


@dataclass
class Form:
    """Fields in the order of the page; a name with `choices` takes nothing else."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, set[str]] = field(default_factory=dict)

    @property
    def typed(self) -> dict[str, list[str]]:
        """What it holds, without what is empty and what nobody types."""
        return {
            name: values
            for name, values in self.values.items()
            if name != KEY and any(values) and name != "one_more"
        }

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
        return {name: values for name, values in sent.items() if values and values != [""]}


class Screen(HTMLParser):
    """What is between the header and the footer of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.ids: set[str] = set()
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
        """The form that is sent to this address; most pages have one, sent to where it stands."""
        found = [one for one in self.forms if one.action.endswith(action)]
        assert found, f"no form for “{action}” among {[one.action for one in self.forms]}"
        return found[-1] if not action else found[0]

    # --- reading ------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
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
