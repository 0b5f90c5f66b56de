"""Facts of the platform itself, which every kind of publisher may send.

Each kind has its own type (`osnowa.benefits.access-ended.v1`), so that a publisher stays under its
own name; all are subclasses of `AccessEnded`, `EntryExists`, `PersonsMerged` and
`PersonMergeUndone`, which readers match on.
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


class PersonsMerged(Fact):
    """Two entries are one person from now on; what was told of one concerns the other."""

    merge_id: Annotated[UUID, InSummary()]
    survivor_id: Annotated[UUID, InSummary()]
    absorbed_id: Annotated[UUID, InSummary()]


class PersonMergeUndone(Fact):
    """They were two persons after all; each has their own history again."""

    merge_id: Annotated[UUID, InSummary()]
    survivor_id: Annotated[UUID, InSummary()]
    absorbed_id: Annotated[UUID, InSummary()]


def _for_each_publisher(
    base: type[F], basis: str = "RODO art. 5 ust. 1 lit. c, e"
) -> dict[Publisher, type[F]]:
    made: dict[Publisher, type[F]] = {}
    for publisher in Publisher:
        cls = create_model(base.__name__, __base__=base, __doc__=base.__doc__, __module__=__name__)
        register = fact(publisher, Confidentiality.CASE, basis=basis)
        made[publisher] = register(cls)
    return made


ACCESS_ENDED = _for_each_publisher(AccessEnded)
ENTRY_EXISTS = _for_each_publisher(EntryExists)
PERSONS_MERGED = _for_each_publisher(PersonsMerged, basis="RODO art. 5 ust. 1 lit. d, art. 19")
PERSON_MERGE_UNDONE = _for_each_publisher(
    PersonMergeUndone, basis="RODO art. 5 ust. 1 lit. d, art. 19"
)


def access_ended(publisher: Publisher) -> type[AccessEnded]:
    """The `AccessEnded` that a publisher of that kind says."""
    return ACCESS_ENDED[publisher]
