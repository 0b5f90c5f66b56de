"""Whom somebody looks for, read from one line as it is typed: names, PESEL, birth date, address.

`wzorcowy jan 12.11.1984`, `845112-00016`, `ul. Łąkowa 4`: each part is told by how it looks.
"""

import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_DOTTED = re.compile(r"\b(?P<day>\d{1,2})[.\-/ ](?P<month>\d{1,2})[.\-/ ](?P<year>\d{4})\b")
_PESEL = re.compile(r"\b\d{6}[ -]?\d{5}\b")
_PHONE = re.compile(r"(?<!\d)(?:\+?48[ -]?)?\d{3}[ -]?\d{3}[ -]?\d{3}\b")
_DOCUMENT = re.compile(r"\b[A-Za-z]{2,3} ?\d{6,7}\b")
_STREET = re.compile(
    r"\b(ul|ulica|al|aleja|pl|plac|os|osiedle)\b\.?\s*(?P<rest>.+)$", re.IGNORECASE
)
_WORD_THEN_NUMBER = re.compile(r"\w+\s+\d+\w*(?:\s*[/m.]+\s*\d+)?\s*$", re.IGNORECASE)
LEAST = 2
"""Letters from which a search begins."""


@dataclass(frozen=True)
class Wanted:
    """What a line says; what it does not say is empty."""

    name: str = ""
    birth_date: date | None = None
    pesel: str = ""
    document: str = ""
    phone: str = ""
    address: str = ""

    @property
    def nothing(self) -> bool:
        return self == Wanted()


def read(line: str) -> Wanted:
    """Never fails: what is no date, number or address is taken for a name."""
    rest, born = _birth_date(line)
    rest, pesel = _cut(_PESEL, rest)
    rest, document = _cut(_DOCUMENT, rest)
    rest, phone = _cut(_PHONE, rest)
    rest, address = _address(rest)
    name = " ".join(re.sub(r"[^\w'’-]|[\d_]", " ", rest).split())
    enough = len(name) >= LEAST
    return Wanted(name if enough else "", born, pesel, document, phone, address)


def _birth_date(text: str) -> tuple[str, date | None]:
    for pattern in (_ISO, _DOTTED):
        if (match := pattern.search(text)) and (day := _day(match)):
            return _without(match, text), day
    return text, None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _address(text: str) -> tuple[str, str]:
    """After a street word, or a word with a number behind it, up to the end of the line."""
    match = _STREET.search(text)
    if match:
        return _without(match, text), match["rest"].strip()
    match = _WORD_THEN_NUMBER.search(text)
    return (_without(match, text), match.group().strip()) if match else (text, "")


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    match = pattern.search(text)
    return (_without(match, text), match.group()) if match else (text, "")


def _without(match: re.Match[str], text: str) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"
