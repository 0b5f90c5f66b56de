"""Is it somebody we know? Names written alike, and the reasons why two entries may be one person.

PESEL numbers are compared by their keyed hash only; the search index holds nothing else of them.
"""

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from rapidfuzz import fuzz

from services.intake.values import Address, IdType

SIMILAR = 85.0
"""From this ratio (0 to 100) two names count as similar: one wrong or swapped letter in seven."""

_LETTERS_WITHOUT_PARTS = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "ø": "o", "ß": "ss"})
_STREET_WORDS = re.compile(r"\b(ul|ulica|al|aleja|pl|plac|os|osiedle|m|mieszkanie|lok)\b")


class Match(StrEnum):
    """Why an entry may be the same person."""

    SAME_IDENTIFIER = "SAME_IDENTIFIER"
    SAME_BIRTH_DATE_SIMILAR_NAME = "SAME_BIRTH_DATE_SIMILAR_NAME"
    SAME_PHONE = "SAME_PHONE"
    SAME_ADDRESS_SIMILAR_NAME = "SAME_ADDRESS_SIMILAR_NAME"
    SIMILAR_NAME = "SIMILAR_NAME"


SUSPICIOUS = frozenset(Match) - {Match.SIMILAR_NAME}
"""A similar name alone helps a search; it does not hold up a registration."""


@dataclass(frozen=True)
class Description:
    """What somebody is looked for by, already normalised."""

    name: str
    birth_date: date | None = None
    identifier: str | None = None
    phone: str | None = None
    address: str | None = None


@dataclass(frozen=True)
class Candidate:
    """Somebody in the register who may be the person, and why."""

    person_id: UUID
    given_names: str
    family_name: str
    birth_date: date
    city: str | None
    reasons: tuple[Match, ...]


def normalised(text: str) -> str:
    """`Żółć-Łęcka` and `zolc lecka` are written alike."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS_WITHOUT_PARTS))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", letters.lower()).split())


def normalised_phone(phone: str) -> str:
    """The last nine digits: `+48 600 100 200` and `600-100-200` are one number."""
    return re.sub(r"\D", "", phone)[-9:]


def normalised_address(address: Address) -> str:
    words = normalised(f"{address.street} {address.postal_code} {address.city}")
    return " ".join(_STREET_WORDS.sub(" ", words).split())


def keyed_hash(key: bytes, id_type: IdType, number: str) -> str:
    """What is kept of an identifier to find it again; without the key it says nothing."""
    compact = re.sub(r"[\s-]", "", number).upper()
    return hmac.new(key, f"{id_type}:{compact}".encode(), hashlib.sha256).hexdigest()


def similar(one: str, other: str) -> bool:
    """Two normalised full names, whatever the order of their words."""
    return bool(one) and fuzz.token_sort_ratio(one, other) >= SIMILAR


def reasons(wanted: Description, known: Description) -> tuple[Match, ...]:
    """Why `known` may be `wanted`, the strongest first; empty if nothing speaks for it."""
    alike = similar(wanted.name, known.name)
    found = {
        Match.SAME_IDENTIFIER: _same(wanted.identifier, known.identifier),
        Match.SAME_BIRTH_DATE_SIMILAR_NAME: alike and _same(wanted.birth_date, known.birth_date),
        Match.SAME_PHONE: _same(wanted.phone, known.phone),
        Match.SAME_ADDRESS_SIMILAR_NAME: alike and _same(wanted.address, known.address),
        Match.SIMILAR_NAME: alike,
    }
    return tuple(match for match, holds in found.items() if holds)


def _same(one: object, other: object) -> bool:
    return bool(one) and one == other
