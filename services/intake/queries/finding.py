"""Who may be meant: a few blocks of the register by index, compared one by one with the reasons.

A block is what shares a number, a birth date, a phone, an address or the trigrams of a name with
whom we look for; none of them grows with the register (`tests/intake/test_finding.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
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
    street_and_number,
)
from services.intake.values import PersonData

MOST_SHOWN = 20
MOST_OF_A_BLOCK = 200
MOST_LOOKED_AT = 5_000
"""Of those like one word; of so many the best are taken, whichever they are."""
MOST_WORDS = 4
LEAST_LETTERS = 2
"""A shorter word finds too much to help."""
LEAST_MISSPELT = 4
"""A shorter word is not told from its neighbours."""

LIKE_A_WORD = 0.4
"""From this word similarity (0 to 1) a row is looked at: two letters exchanged in a short word."""

BY_INDEX = "; ".join(
    [f"set local enable_{way} = off" for way in ("seqscan", "hashjoin", "mergejoin")]
    + [f"set local pg_trgm.word_similarity_threshold = {LIKE_A_WORD}"]
)
"""The planner cannot know how few rows are like a name that it is not told."""

_BLOCKS = f"""
  (select person_id from identifiers where hash = $1 and not superseded)
  union (select i.person_id from unnest($2::text[]) near (hash)
    cross join lateral (select person_id from identifiers
      where identifiers.hash = near.hash and not superseded) i)
  union (select person_id from persons where birth_date = any($3::date[])
    limit {MOST_OF_A_BLOCK})
  union (select person_id from persons where phone_key = $4 limit {MOST_OF_A_BLOCK})
  union (select p.person_id from unnest($6::text[]) word
    cross join lateral (select person_id from persons where family_key % word
      order by similarity(name_key, $7) desc limit {MOST_OF_A_BLOCK}) p)
  union (select p.person_id from unnest($6::text[]) word
    cross join lateral (select person_id from persons
      where family_key ~>=~ left(word, {LEAST_LETTERS})
        and family_key ~<~ (left(word, {LEAST_LETTERS}) || '~')
      order by similarity(name_key, $7) desc limit {MOST_OF_A_BLOCK}) p)
"""
_AT = f"""
  union (select person_id from
    (select person_id, address_key from persons where address_key %> $5 {{number}}
      limit {MOST_LOOKED_AT}) at
    order by word_similarity($5, address_key) desc limit {MOST_OF_A_BLOCK})
"""
_TYPED = """
  union (select p.person_id from unnest({words}::text[]) word
    cross join lateral (select person_id from
      (select person_id, name_key from persons where name_key %> word limit {looked_at}) named
      order by word_similarity(word, name_key) desc limit {most}) p)
"""
_BORN_IN = """
  union (select person_id from persons where birth_date >= {first} and birth_date < {end}
    order by word_similarity($7, name_key) desc limit {most})
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
    street, number = street_and_number(wanted.address or "")
    long = [word for word in words if len(word) >= LEAST_LETTERS][:MOST_WORDS]
    values: list[Any] = [
        wanted.identifier,
        sorted(wanted.near),
        sorted(wanted.birth_dates),
        wanted.phone or None,
        street or None,
        long,
        wanted.name,
    ]

    def given(value: Any) -> str:
        values.append(value)
        return f"${len(values)}"

    like = f"and address_key like '% ' || {given(number)} || ' %'" if number else ""
    blocks = _BLOCKS + _AT.format(number=like)
    if wanted.typed and long:
        misspelt = given([word for word in long if len(word) >= LEAST_MISSPELT])
        begun = " and ".join(f"name_key like ('%' || {given(word)} || '%')" for word in long)
        blocks += _TYPED.format(words=misspelt, looked_at=MOST_LOOKED_AT, most=MOST_OF_A_BLOCK)
        blocks += _BEGUN.format(conditions=begun, most=MOST_OF_A_BLOCK)
    if wanted.birth_year is not None:
        first = given(date(wanted.birth_year, 1, 1))
        end = given(date(wanted.birth_year + 1, 1, 1))
        blocks += _BORN_IN.format(first=first, end=end, most=MOST_OF_A_BLOCK)
    return _CANDIDATES.format(blocks=blocks), *values
