"""Who may be meant: a few blocks of the register by index, compared one by one with the reasons.

A block is what shares a number, a birth date, a phone, an address or the trigrams of a name with
whom we look for; none of them grows with the register (`tests/intake/test_finding.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from chassis.database import Pool
from services.intake.identity import (
    Candidate,
    Description,
    Match,
    in_order,
    normalised,
    normalised_address,
    normalised_phone,
    reasons,
)
from services.intake.values import PersonData

MOST_SHOWN = 20
MOST_OF_A_BLOCK = 200
MOST_WORDS = 4
LEAST_LETTERS = 2
"""A shorter word finds too much to help."""

BY_INDEX = "; ".join(
    f"set local enable_{way} = off" for way in ("seqscan", "hashjoin", "mergejoin")
)
"""The planner cannot know how few rows are like a name that it is not told."""

_BLOCKS = f"""
  (select person_id from identifiers where hash = $1 and not superseded)
  union (select i.person_id from unnest($2::text[]) near (hash)
    cross join lateral (select person_id from identifiers
      where identifiers.hash = near.hash and not superseded) i)
  union (select person_id from persons where birth_date = $3 limit {MOST_OF_A_BLOCK})
  union (select person_id from persons where phone_key = $4 limit {MOST_OF_A_BLOCK})
  union (select person_id from persons where address_key % $5
    order by similarity(address_key, $5) desc limit {MOST_OF_A_BLOCK})
  union (select p.person_id from unnest($6::text[]) word
    cross join lateral (select person_id from persons where family_key % word
      order by similarity(name_key, $7) desc limit {MOST_OF_A_BLOCK}) p)
  union (select p.person_id from unnest($6::text[]) word
    cross join lateral (select person_id from persons
      where family_key ~>=~ left(word, {LEAST_LETTERS})
        and family_key ~<~ (left(word, {LEAST_LETTERS}) || '~')
      order by similarity(name_key, $7) desc limit {MOST_OF_A_BLOCK}) p)
"""
_BEGUN = """
  union (select person_id from persons where {conditions} limit {most})
"""
_CANDIDATES = """
select p.*, i.hash
from ({blocks}) found
join persons p using (person_id)
left join identifiers i on i.ref = p.id_ref and not i.superseded
"""
_GO_ON = """
select absorbed.id, p.*
from unnest($1::uuid[]) absorbed (id)
join persons p on p.person_id = survivor_of(absorbed.id)
"""


async def like(
    reading: Pool, data: PersonData, hashed: str | None, near: frozenset[str]
) -> list[Candidate]:
    """Who may be the person that is about to be registered."""
    wanted = Description(
        normalised(f"{data.given_names} {data.family_name}"),
        data.birth_date,
        hashed,
        normalised_phone(data.phone) if data.phone else None,
        normalised_address(data.address) if data.address else None,
        near,
    )
    return await candidates(reading, wanted, normalised(data.family_name).split())


async def search(reading: Pool, wanted: Description) -> list[Candidate]:
    """By whatever is known, also while it is being typed."""
    return await candidates(reading, wanted, wanted.name.split())


async def candidates(reading: Pool, wanted: Description, words: Sequence[str]) -> list[Candidate]:
    """Those for whom something speaks, best first. `words` may be family names.

    Whatever is known of an entry that was merged leads to the one that goes on.
    """
    async with reading.acquire() as tx, tx.transaction(readonly=True):
        await tx.execute(BY_INDEX)
        rows = await tx.fetch(*statement(wanted, words))
        absorbed = [row["person_id"] for row in rows if row["merged_into"] is not None]
        go_on = {row["id"]: row for row in await tx.fetch(_GO_ON, absorbed)} if absorbed else {}
    found: dict[UUID, Candidate] = {}
    for row in rows:
        known = Description(
            row["name_key"], row["birth_date"], row["hash"], row["phone_key"], row["address_key"]
        )
        if why := reasons(wanted, known):
            one = _candidate(go_on.get(row["person_id"], row), why)
            found[one.person_id] = one.also(found.get(one.person_id))
    return in_order(wanted, list(found.values()))[:MOST_SHOWN]


def _candidate(row: Any, why: tuple[Match, ...]) -> Candidate:
    return Candidate(
        row["person_id"],
        row["given_names"],
        row["family_name"],
        row["birth_date"],
        row["city"],
        why,
        row["street"],
    )


def statement(wanted: Description, words: Sequence[str]) -> tuple[str, *tuple[Any, ...]]:
    """The query and its values. Each typed word must begin or stand in a name of the last block."""
    long = [word for word in words if len(word) >= LEAST_LETTERS][:MOST_WORDS]
    values: list[Any] = [
        wanted.identifier,
        sorted(wanted.near),
        wanted.birth_date,
        wanted.phone or None,
        wanted.address or None,
        long,
        wanted.name,
    ]
    blocks = _BLOCKS
    if wanted.typed and long:
        conditions = " and ".join(
            f"name_key like ('%' || ${len(values) + number} || '%')"
            for number in range(1, len(long) + 1)
        )
        blocks += _BEGUN.format(conditions=conditions, most=MOST_OF_A_BLOCK)
        values += long
    return _CANDIDATES.format(blocks=blocks), *values
