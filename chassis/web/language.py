"""Polish first, English by switch: sentences, dates and money as the reader expects them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from markupsafe import Markup, escape
from osnowa_contracts.wording import formats
from starlette.requests import HTTPConnection

from chassis.calendar import Month
from chassis.context import WARSAW

Language = Literal["pl", "en"]
COOKIE = "osnowa_language"

_FORMS = {"one": 0, "few": 1}
"""Where Polish plural forms stand in `wpis|wpisy|wpisów`; all others come last."""

_BABEL = {"pl": "pl_PL", "en": "en_GB"}


def of_page(request: HTTPConnection) -> Language:
    """The language that the reader switched to; Polish until then."""
    return "en" if request.cookies.get(COOKIE) == "en" else "pl"


def of_api(request: HTTPConnection) -> Language:
    """The switch if it was used, else the first of our languages in `Accept-Language`."""
    if COOKIE in request.cookies:
        return of_page(request)
    for tag in request.headers.get("accept-language", "").split(","):
        primary = tag.split(";")[0].strip().split("-")[0].lower()
        if primary == "pl":
            return "pl"
        if primary == "en":
            return "en"
    return "pl"


@dataclass(frozen=True)
class Speech:
    """One language. Texts are written in Polish; `english` holds what they are in English."""

    language: Language
    english: Mapping[str, str]

    def text(self, polish: str, /, **values: Any) -> str:
        """The text with its `{values}` filled in, escaped where the text itself is markup.

        Days and months are written in words, moments with their hour.
        """
        text = polish if self.language == "pl" else self.english.get(polish, polish)
        said = {name: self._in_words(value) for name, value in values.items()}
        if isinstance(polish, Markup):
            return Markup(text).format(**{name: escape(value) for name, value in said.items()})
        return text.format(**said) if said else text

    def _in_words(self, value: Any) -> Any:
        if isinstance(value, Month):
            return self.month(str(value))
        if isinstance(value, datetime):
            return self.moment(value)
        return self.day(value) if isinstance(value, date) else value

    def count(self, number: int, polish: str) -> str:
        """`3 wpisy` from `wpis|wpisy|wpisów`; English has two forms, `entry|entries`."""
        if self.language == "pl":
            form = _FORMS.get(Locale("pl").plural_form(number), 2)
            return f"{number} {polish.split('|')[form]}"
        return f"{number} {self.text(polish).split('|')[0 if number == 1 else 1]}"

    def day(self, value: date | datetime) -> str:
        """`3 listopada 2026`."""
        return format_date(_local_day(value), "d MMMM y", locale=_BABEL[self.language])

    def weekday(self, value: date | datetime) -> str:
        """`wtorek, 3 listopada 2026`."""
        return format_date(_local_day(value), "EEEE, d MMMM y", locale=_BABEL[self.language])

    def month(self, value: str) -> str:
        """`listopad 2026` from `2026-11`."""
        return formats.month(value, self.language)

    def moment(self, value: datetime) -> str:
        """`3 listopada 2026, 14:05`, in Warsaw."""
        local = value.astimezone(WARSAW)
        return format_datetime(local, "d MMMM y, HH:mm", locale=_BABEL[self.language])

    def clock(self, value: datetime) -> str:
        """`14:05`, in Warsaw."""
        return value.astimezone(WARSAW).strftime("%H:%M")

    def money(self, value: Decimal) -> str:
        """`12 345,60 zł`, `PLN 12,345.60`; the parts do not break at the end of a line."""
        number = format_decimal(value, "#,##0.00", locale=_BABEL[self.language])
        return f"{number}\xa0zł" if self.language == "pl" else f"PLN\xa0{number}"


def _local_day(value: date | datetime) -> date:
    return value.astimezone(WARSAW).date() if isinstance(value, datetime) else value
