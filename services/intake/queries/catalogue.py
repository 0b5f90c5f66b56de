"""What the catalogue of help says on a day, as it is known or as it was known on another day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from chassis.context import WARSAW
from chassis.database import Reading
from services.intake.catalogue.content import Content, Version
from services.intake.documents import Needed
from services.intake.values import BenefitType

CONTENT = TypeAdapter(Content)

_KNOWN = (
    "valid_from <= $1 and (valid_to is null or valid_to >= $1)"
    " and ($2::timestamptz is null and known_to is null"
    " or known_from < $2 and (known_to is null or known_to >= $2))"
)


async def valid_on(
    reading: Reading, on: date, known_on: date | None = None
) -> list[tuple[UUID, Version]]:
    """Every entry that holds on a day; with `known_on`, as the catalogue stood when it ended."""
    rows = await reading.fetch(
        f"select * from catalogue where {_KNOWN} order by entry_id, number",
        on,
        None if known_on is None else _end_of(known_on),
    )
    return [(row["entry_id"], _version(row)) for row in rows]


async def documents_for(
    reading: Reading, benefits: Sequence[BenefitType], on: date
) -> list[Needed]:
    """What the published entries of these benefits ask for."""
    rows = await reading.fetch(
        f"select * from catalogue where {_KNOWN} and benefit = any($3)",
        on,
        None,
        [benefit.value for benefit in benefits],
    )
    return [needed for row in rows for needed in _version(row).content.documents]


async def entries(reading: Reading) -> list[Any]:
    """All entries by title, whatever became of them."""
    return await reading.fetch("select * from catalogue_entries order by title, entry_id limit 500")


def _version(row: Any) -> Version:
    content = CONTENT.validate_json(row["content"])
    return Version(row["number"], content, row["valid_from"], row["valid_to"])


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), WARSAW)
