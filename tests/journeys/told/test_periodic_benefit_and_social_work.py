"""K1: what the story of an unemployed man must show, and who never learns what."""

import asyncpg
import pytest
from osnowa.scenarios.k1.expected import EXPECTED
from osnowa.scenarios.k1.papers import CANARY
from osnowa.scenarios.player import TOLD

from tests.journeys.played import Played

NAMES = [TOLD, *(expectation.name for expectation in EXPECTED)]


@pytest.mark.parametrize("name", NAMES)
def test_k1_shows(played: Played, name: str) -> None:
    outcome = played.outcome("k1", name)
    assert outcome.ok, f"expected {outcome.expected}, measured {outcome.measured}"


def test_each_institution_has_its_own_view_of_the_man(played: Played) -> None:
    seen = played.timelines("k1")
    rows = {unit: [row for row in seen.rows if unit in row.cells] for unit in seen.units}
    assert all(rows[unit] for unit in ("intake", "benefits", "socialwork", "pup"))
    assert rows["ngo-opiekun"] == []
    assert rows["service-orders"] == []


def test_benefits_never_learns_that_a_note_was_written(played: Played) -> None:
    notes = [row for row in played.timelines("k1").rows if "official-note" in row.type]
    assert [set(row.cells) for row in notes] == [{"socialwork"}]


def test_the_labour_office_sees_what_it_said_and_what_it_was_asked(played: Played) -> None:
    kinds = [row.type for row in played.timelines("k1").rows if "pup" in row.cells]
    assert all(".pup." in kind or ".evidence-requested." in kind for kind in kinds), kinds


async def test_no_database_but_that_of_social_work_ever_held_the_note(played: Played) -> None:
    words = CANARY.split(":")[0]
    units = {unit: await rows_with(words, played, unit) for unit in played.platform.parts}
    assert units.pop("socialwork") > 0
    assert set(units.values()) == {0}


@pytest.mark.parametrize("unit", ["benefits", "socialwork"])
def test_no_log_line_ever_held_the_note(played: Played, unit: str) -> None:
    assert CANARY.split(":")[0] not in played.platform.logs(unit).read_text("utf-8")


async def rows_with(words: str, played: Played, unit: str) -> int:
    """Rows of all tables of the unit's database that hold these words, as text or as bytes."""
    connection = await asyncpg.connect(played.platform.database(unit))
    tables = await connection.fetch(
        "select format('%I.%I', table_schema, table_name) as name from information_schema.tables"
        " where table_type = 'BASE TABLE'"
        " and table_schema not in ('pg_catalog', 'information_schema')"
    )
    found = 0
    for table in tables:
        found += await connection.fetchval(
            f"select count(*) from {table['name']} t"
            " where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0",
            words,
            words.encode().hex(),
        )
    await connection.close()
    return found
