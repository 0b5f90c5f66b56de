"""Whom somebody looks for, read from one line as it is typed: names, PESEL, birth date, address.

`wzorcowy jan 12.11.1984`, `kowalska 1984`, `845112-00016`, `ul. Łąkowa 4`: each part is told by how
it looks.
"""

import re
from dataclasses import dataclass
from datetime import date

_R = r"\b(?:\s*r\b\.?)?"
"""The abbreviation of "year" that people write behind a date."""
_ISO = re.compile(rf"\b(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_R}")
_DOTTED = re.compile(
    rf"\b(?P<day>\d{{1,2}})[.\-/ ](?P<month>\d{{1,2}})[.\-/ ](?P<year>\d{{4}}){_R}"
)
_SHORT = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?P<by>[.\-/])(?P<month>\d{{1,2}})(?P=by)(?P<year>\d{{2}}){_R}"
)
_YEAR = re.compile(rf"\b(?:19|20|21)\d\d{_R}")
CENTURIES = (1900, 2000, 2100)
_PESEL = re.compile(r"\b\d{6}[ -]?\d{5}\b")
_PHONE = re.compile(r"(?<!\d)(?:\+?48[ -]?)?\d{3}[ -]?\d{3}[ -]?\d{3}\b")
_DOCUMENT = re.compile(r"\b[A-Za-z]{2,3} ?\d{6,7}\b")
_STREET = re.compile(
    r"\b(ul|ulica|al|aleja|pl|plac|os|osiedle)\b\.?\s*(?P<rest>.+)$", re.IGNORECASE
)
_FLAT = r"(?:\s*/\s*|\s*\b(?:m|lok)\.?\s*|\s+)\d\w*"
_WORD_THEN_NUMBER = re.compile(
    rf"[^\W\d_]+\s+\d\w*(?:{_FLAT})?(?:[\s,]+\d\d-\d{{3}})?(?:[\s,]+[^\W\d_]+){{0,3}}\s*$",
    re.IGNORECASE,
)
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
    or_born: frozenset[date] = frozenset()
    """The days that a date with a year of two figures may mean."""
    birth_year: int | None = None
    """Only beside a name: too many were born in a year."""

    @property
    def nothing(self) -> bool:
        return self == Wanted()


def read(line: str) -> Wanted:
    """Never fails: what is no date, number or address is taken for a name."""
    rest, born, or_born = _birth_date(line)
    rest, pesel = _cut(_PESEL, rest)
    rest, document = _cut(_DOCUMENT, rest)
    rest, phone = _cut(_PHONE, rest)
    rest, address = _street(rest)
    rest, year = _cut(_YEAR, rest)
    if not address:
        rest, address = _cut(_WORD_THEN_NUMBER, rest)
    name = " ".join(re.sub(r"[^\w'’-]|[\d_]", " ", rest).split())
    name = name if len(name) >= LEAST else ""
    birth_year = int(year[:4]) if year and name else None
    return Wanted(name, born, pesel, document, phone, address, or_born, birth_year)


def _birth_date(text: str) -> tuple[str, date | None, frozenset[date]]:
    for pattern in (_ISO, _DOTTED):
        if (match := pattern.search(text)) and (day := _day(match)):
            return _without(match, text), day, frozenset()
    if match := _SHORT.search(text):
        days = {day for century in CENTURIES if (day := _day(match, century))}
        return (_without(match, text) if days else text), None, frozenset(days)
    return text, None, frozenset()


def _day(match: re.Match[str], century: int = 0) -> date | None:
    try:
        return date(century + int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _street(text: str) -> tuple[str, str]:
    """After a word for streets, up to the end of the line."""
    match = _STREET.search(text)
    return (_without(match, text), match["rest"].strip()) if match else (text, "")


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    match = pattern.search(text)
    return (_without(match, text), match.group().strip()) if match else (text, "")


def _without(match: re.Match[str], text: str) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"
