"""A refusal: what the rules do not allow, said so that the reader knows what to do next."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from babel.dates import format_date
from osnowa_contracts.wording import formats
from osnowa_contracts.wording.labels import LABELS

RoleTitle = Callable[[str, str], str]
"""What a role is called in a language."""


def by_name(role: str, _language: str) -> str:
    """Where nobody knows what roles are called."""
    return role


@dataclass
class Refusal(Exception):
    """Base of all refusals. Subclasses are dataclasses whose fields fill the two sentences.

    `PL` and `EN` say what is missing and what to do; `STATUS` is the HTTP status (409 where the
    state forbids it, 403 where the role does, 422 where the input is wrong, 404 where there is no
    such thing). `FIELD` names the form field that the sentence belongs to, if any.
    """

    PL: ClassVar[str]
    EN: ClassVar[str]
    STATUS: ClassVar[int] = 409
    FIELD: ClassVar[str | None] = None
    TELLS: ClassVar[tuple[str, ...]] = ()
    """Fields that help a program to go on; never personal data beyond what its user may see."""
    ROLES: ClassVar[tuple[str, ...]] = ()
    """Fields that name one role or several; the sentences give their titles."""
    CODES: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Fields that hold a code, with its vocabulary of the contracts; the sentences give labels."""

    @property
    def code(self) -> str:
        """Stable name for programs: the class name."""
        return type(self).__name__

    def sentence(self, language: str = "pl", role_title: RoleTitle = by_name) -> str:
        details = self.details()
        for name in self.ROLES:
            roles = [details[name]] if isinstance(details[name], str) else details[name]
            details[name] = ", ".join(role_title(role, language) for role in roles)
        for name, vocabulary in self.CODES:
            details[name] = _label(vocabulary, details[name], language)
        said = {name: _written(value, language) for name, value in details.items()}
        return (self.PL if language == "pl" else self.EN).format(**said)

    def details(self) -> dict[str, Any]:
        return asdict(self)

    def told(self) -> dict[str, Any]:
        """What problem+json carries beside the sentence."""
        return {name: getattr(self, name) for name in self.TELLS}

    def __str__(self) -> str:
        return self.sentence("en")


MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def _written(value: Any, language: str) -> Any:
    """Days and months in words, as on the pages; numbers have a comma in Polish."""
    if isinstance(value, date):
        return format_date(value, "d MMMM y", locale=language)
    if isinstance(value, str) and MONTH.fullmatch(value):
        return formats.month(value, language)
    if isinstance(value, Decimal) and language == "pl":
        return f"{value:,f}".replace(",", formats.NBSP).replace(".", ",")
    return value


def _label(vocabulary: str, code: Any, language: str) -> Any:
    polish, english = LABELS[vocabulary].get(str(code), (code, code))
    return polish if language == "pl" else english


@dataclass
class NotFound(Refusal):
    what: str
    STATUS = 404
    PL = "Nie ma takiego wpisu. Sprawdź adres albo wyszukaj ponownie."
    EN = "There is no such entry. Check the address or search again."


@dataclass
class RoleMissing(Refusal):
    action: str
    role: str
    needed: tuple[str, ...]
    STATUS = 403
    TELLS = ("action", "needed")
    ROLES = ("role", "needed")
    PL = (
        "Rola „{role}” nie daje do tego prawa. Ma je: {needed}. Poproś o to taką osobę "
        "albo powiedz o tym przełożonemu."
    )
    EN = (
        "The role “{role}” may not do this. Those who may: {needed}. Ask one of them, "
        "or tell your superior."
    )
