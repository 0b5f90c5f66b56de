"""Is it somebody we know? Names written alike, and the reasons why two entries may be one person.

PESEL numbers are compared by their keyed hash only; the search index holds nothing else of them.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from rapidfuzz import fuzz

from services.intake.values import Address, IdType

SIMILAR = 85.0
"""From this ratio (0 to 100) two names count as similar: one wrong or swapped letter in seven."""

TYPED = 74.0
"""From this ratio a word that is being typed is that name: two neighbours exchanged in five."""

_LETTERS_WITHOUT_PARTS = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "ø": "o", "ß": "ss"})
_POSTAL = re.compile(r"\b\d{2} \d{3}\b")
_STREET_WORDS = re.compile(r"\b(ul|ulica|al|aleja|pl|plac|os|osiedle|m|mieszkanie|lok)\b")


class Match(StrEnum):
    """Why an entry may be the same person, the strongest first."""

    SAME_IDENTIFIER = "SAME_IDENTIFIER"
    SIMILAR_PESEL = "SIMILAR_PESEL"
    SAME_BIRTH_DATE_SIMILAR_NAME = "SAME_BIRTH_DATE_SIMILAR_NAME"
    SIMILAR_BIRTH_DATE_SIMILAR_NAME = "SIMILAR_BIRTH_DATE_SIMILAR_NAME"
    SAME_PHONE = "SAME_PHONE"
    SAME_ADDRESS_SIMILAR_NAME = "SAME_ADDRESS_SIMILAR_NAME"
    SAME_BIRTH_YEAR_SIMILAR_NAME = "SAME_BIRTH_YEAR_SIMILAR_NAME"
    SIMILAR_NAME = "SIMILAR_NAME"
    SAME_BIRTH_DATE = "SAME_BIRTH_DATE"
    SIMILAR_ADDRESS = "SIMILAR_ADDRESS"


SEARCHED_ONLY = frozenset(
    {
        Match.SAME_BIRTH_YEAR_SIMILAR_NAME,
        Match.SIMILAR_NAME,
        Match.SAME_BIRTH_DATE,
        Match.SIMILAR_ADDRESS,
    }
)
SUSPICIOUS = frozenset(Match) - SEARCHED_ONLY
"""A similar name alone helps a search; it does not hold up a registration."""

STRENGTH = {match: place for place, match in enumerate(Match)}


@dataclass(frozen=True)
class Description:
    """What somebody is looked for by, or known by, already normalised.

    `typed` says that the name is still being typed, so that the beginning of a word is enough.
    """

    name: str
    birth_date: date | None = None
    identifier: str | None = None
    phone: str | None = None
    address: str | None = None
    near: frozenset[str] = frozenset()
    """Hashes of the PESEL numbers that are one slip away from the one that was given."""
    typed: bool = False
    or_born: frozenset[date] = frozenset()
    """The days that a birth date with a year of two figures may mean."""
    birth_year: int | None = None

    @property
    def birth_dates(self) -> frozenset[date]:
        return self.or_born | ({self.birth_date} if self.birth_date else frozenset())


@dataclass(frozen=True)
class Candidate:
    """Somebody in the register who may be the person, and why."""

    person_id: UUID
    given_names: str
    family_name: str
    birth_date: date
    city: str | None
    reasons: tuple[Match, ...]
    street: str | None = None

    def also(self, other: Candidate | None) -> Candidate:
        """With the reasons that speak for another entry of the same person, the strongest first."""
        all_ = {*self.reasons, *(other.reasons if other else ())}
        return replace(self, reasons=tuple(sorted(all_, key=STRENGTH.__getitem__)))


def normalised(text: str) -> str:
    """`Żółć-Łęcka` and `zolc lecka` are written alike."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS_WITHOUT_PARTS))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", letters.lower()).split())


def normalised_phone(phone: str) -> str:
    """The last nine digits: `+48 600 100 200` and `600-100-200` are one number."""
    return re.sub(r"\D", "", phone)[-9:]


def normalised_address(address: Address) -> str:
    return plain_address(f"{address.street} {address.postal_code} {address.city}")


def plain_address(text: str) -> str:
    """Without the words for streets and flats, which everybody writes differently."""
    return " ".join(_STREET_WORDS.sub(" ", normalised(text)).split())


def keyed_hash(key: bytes, id_type: IdType, number: str) -> str:
    """What is kept of an identifier to find it again; without the key it says nothing."""
    compact = re.sub(r"[\s-]", "", number).upper()
    return hmac.new(key, f"{id_type}:{compact}".encode(), hashlib.sha256).hexdigest()


def similar(one: str, other: str) -> bool:
    """Two normalised full names, whatever the order of their words."""
    return bool(one) and fuzz.token_sort_ratio(one, other) >= SIMILAR


def likeness(typed: str, name: str) -> float:
    """How well a name fits what is typed, 0 to 100: the mean over the typed words, in any order."""
    words, names = typed.split(), name.split()
    if not words or not names:
        return 0.0
    return sum(max(_of_word(word, one) for one in names) for word in words) / len(words)


def _of_word(word: str, name: str) -> float:
    """Whole, or as far as it has been typed."""
    return max(fuzz.ratio(word, name), fuzz.ratio(word, name[: len(word)]))


def address_fits(typed: str, address: str) -> bool:
    """Each word with a typing error at most, each number exactly and in the same order.

    A part may be left out: the flat, the postal code, the town, all numbers.
    """
    (words, numbers, postal), (known, known_numbers, known_postal) = map(
        _parts_of_address, (typed, address)
    )
    return (
        bool(words)
        and all(max((_of_word(word, one) for one in known), default=0) >= TYPED for word in words)
        and (not postal or postal == known_postal)
        and _in_order(numbers, known_numbers)
    )


def _parts_of_address(text: str) -> tuple[list[str], list[str], str]:
    """Words, numbers and the postal code of a normalised address."""
    found = _POSTAL.search(text)
    rest = f"{text[: found.start()]} {text[found.end() :]}" if found else text
    words = rest.split()
    numbers = [word for word in words if word[0].isdigit()]
    return [word for word in words if word not in numbers], numbers, found[0] if found else ""


def street_and_number(address: str) -> tuple[str, str]:
    """By which others at this address are looked up: the street, and the last number if any."""
    words, numbers, _ = _parts_of_address(address)
    before = address.split(numbers[0])[0].split() if numbers else words
    return " ".join(before or words), numbers[-1] if numbers else ""


def _in_order(some: Sequence[str], all_: Sequence[str]) -> bool:
    rest = iter(all_)
    return all(one in rest for one in some)


def reasons(wanted: Description, known: Description) -> tuple[Match, ...]:
    """Why `known` may be `wanted`, the strongest first; empty if nothing speaks for it."""
    alike = _alike(wanted, known.name)
    unnamed = wanted.typed and not wanted.name
    born = known.birth_date
    found = {
        Match.SAME_IDENTIFIER: _same(wanted.identifier, known.identifier),
        Match.SIMILAR_PESEL: known.identifier in wanted.near and (alike or unnamed),
        Match.SAME_BIRTH_DATE_SIMILAR_NAME: alike and born in wanted.birth_dates,
        Match.SIMILAR_BIRTH_DATE_SIMILAR_NAME: alike
        and any(misread(day, born) for day in wanted.birth_dates),
        Match.SAME_PHONE: _same(wanted.phone, known.phone),
        Match.SAME_ADDRESS_SIMILAR_NAME: alike and _same(wanted.address, known.address),
        Match.SAME_BIRTH_YEAR_SIMILAR_NAME: alike
        and born is not None
        and born.year == wanted.birth_year,
        Match.SIMILAR_NAME: alike,
        Match.SAME_BIRTH_DATE: wanted.typed and born in wanted.birth_dates,
        Match.SIMILAR_ADDRESS: wanted.typed
        and address_fits(wanted.address or "", known.address or ""),
    }
    return tuple(match for match, holds in found.items() if holds)


def misread(one: date | None, other: date | None) -> bool:
    """Two dates of which one digit differs, or in which day and month are exchanged."""
    if one is None or other is None or one == other:
        return False
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    return sum(a != b for a, b in zip(_figures(one), _figures(other), strict=True)) == 1


def once_misread(day: date | None) -> Iterator[date]:
    """Every date that `misread` takes for this one."""
    if day is None:
        return
    figures = _figures(day)
    ways = [figures[:4] + figures[6:] + figures[4:6]]
    ways += [
        figures[:place] + other + figures[place + 1 :]
        for place in range(len(figures))
        for other in "0123456789"
        if place or other != "0"
    ]
    for way in ways:
        try:
            other_day = date(int(way[:4]), int(way[4:6]), int(way[6:]))
        except ValueError:
            continue
        if misread(day, other_day):
            yield other_day


def _figures(day: date) -> str:
    """All eight, also of a year that nobody was born in: `strftime` leaves out leading zeros."""
    return day.isoformat().replace("-", "")


def in_order(wanted: Description, found: Sequence[Candidate]) -> list[Candidate]:
    """The strongest and most reasons first, then those whose name fits best."""

    def rank(one: Candidate) -> tuple[int, int, float, str]:
        name = normalised(f"{one.given_names} {one.family_name}")
        strongest = min(STRENGTH[reason] for reason in one.reasons)
        return strongest, -len(one.reasons), -likeness(wanted.name, name), one.family_name

    return sorted(found, key=rank)


def _alike(wanted: Description, name: str) -> bool:
    if wanted.typed:
        return likeness(wanted.name, name) >= TYPED
    return similar(wanted.name, name)


def _same(one: object, other: object) -> bool:
    return bool(one) and one == other
