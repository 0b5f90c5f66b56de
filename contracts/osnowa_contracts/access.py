"""Facts of the platform itself, which every kind of publisher may send.

Each kind has its own type (`osnowa.benefits.access-ended.v1`), so that a publisher stays under its
own name; all are subclasses of `AccessEnded` and `EntryExists`, which readers match on.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import create_model

from osnowa_contracts.fact import (
    Confidentiality,
    EntryExists,
    F,
    Fact,
    InSummary,
    Publisher,
    fact,
)


class AccessEnded(Fact):
    """The recipient is no longer involved; it hears no more and may keep what it has until then."""

    keep_until: Annotated[date, InSummary()]
    reference: Annotated[UUID | None, InSummary()] = None


def _for_each_publisher(base: type[F]) -> dict[Publisher, type[F]]:
    made: dict[Publisher, type[F]] = {}
    for publisher in Publisher:
        cls = create_model(base.__name__, __base__=base, __doc__=base.__doc__, __module__=__name__)
        register = fact(publisher, Confidentiality.CASE, basis="RODO art. 5 ust. 1 lit. c, e")
        made[publisher] = register(cls)
    return made


ACCESS_ENDED = _for_each_publisher(AccessEnded)
ENTRY_EXISTS = _for_each_publisher(EntryExists)


def access_ended(publisher: Publisher) -> type[AccessEnded]:
    """The `AccessEnded` that a publisher of that kind says."""
    return ACCESS_ENDED[publisher]
