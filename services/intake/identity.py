"""Is it somebody we know? Names written alike, and the reasons why two entries may be one person.

PESEL numbers are compared by their keyed hash only; the search index holds nothing else of them.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Sequence
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

NEARLY = 88.0
"""From this ratio two addresses count as alike."""

_LETTERS_WITHOUT_PARTS = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "ø": "o", "ß": "ss"})
_STREET_WORDS = re.compile(r"\b(ul|ulica|al|aleja|pl|plac|os|osiedle|m|mieszkanie|lok)\b")


class Match(StrEnum):
    """Why an entry may be the same person, the strongest first."""

    SAME_IDENTIFIER = "SAME_IDENTIFIER"
    SIMILAR_PESEL = "SIMILAR_PESEL"
    SAME_BIRTH_DATE_SIMILAR_NAME = "SAME_BIRTH_DATE_SIMILAR_NAME"
    SIMILAR_BIRTH_DATE_SIMILAR_NAME = "SIMILAR_BIRTH_DATE_SIMILAR_NAME"
    SAME_PHONE = "SAME_PHONE"
    SAME_ADDRESS_SIMILAR_NAME = "SAME_ADDRESS_SIMILAR_NAME"
    SIMILAR_NAME = "SIMILAR_NAME"
    SAME_BIRTH_DATE = "SAME_BIRTH_DATE"
    SIMILAR_ADDRESS = "SIMILAR_ADDRESS"


SEARCHED_ONLY = frozenset({Match.SIMILAR_NAME, Match.SAME_BIRTH_DATE, Match.SIMILAR_ADDRESS})
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


def reasons(wanted: Description, known: Description) -> tuple[Match, ...]:
    """Why `known` may be `wanted`, the strongest first; empty if nothing speaks for it."""
    alike = _alike(wanted, known.name)
    unnamed = wanted.typed and not wanted.name
    found = {
        Match.SAME_IDENTIFIER: _same(wanted.identifier, known.identifier),
        Match.SIMILAR_PESEL: known.identifier in wanted.near and (alike or unnamed),
        Match.SAME_BIRTH_DATE_SIMILAR_NAME: alike and _same(wanted.birth_date, known.birth_date),
        Match.SIMILAR_BIRTH_DATE_SIMILAR_NAME: alike
        and misread(wanted.birth_date, known.birth_date),
        Match.SAME_PHONE: _same(wanted.phone, known.phone),
        Match.SAME_ADDRESS_SIMILAR_NAME: alike and _same(wanted.address, known.address),
        Match.SIMILAR_NAME: alike,
        Match.SAME_BIRTH_DATE: wanted.typed and _same(wanted.birth_date, known.birth_date),
        Match.SIMILAR_ADDRESS: wanted.typed and _near(wanted.address, known.address),
    }
    return tuple(match for match, holds in found.items() if holds)


def misread(one: date | None, other: date | None) -> bool:
    """Two dates of which one digit differs, or in which day and month are exchanged."""
    if one is None or other is None or one == other:
        return False
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    return sum(a != b for a, b in zip(f"{one:%Y%m%d}", f"{other:%Y%m%d}", strict=True)) == 1


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


def _near(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and fuzz.token_set_ratio(one, other) >= NEARLY


def _same(one: object, other: object) -> bool:
    return bool(one) and one == other
