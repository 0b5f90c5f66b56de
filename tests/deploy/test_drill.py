"""Drills on real processes, and a checker that must be able to say no."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from osnowa.drill import drill
from osnowa.drills import checker
from osnowa.drills.catalogue import DRILLS
from osnowa.drills.checker import Check
from osnowa.drills.k2 import plan
from osnowa.drills.names import ANSWERING, LISTENING, TELLING
from osnowa.drills.running import run
from osnowa.drills.stage import Report, Stage

from chassis.database import Pool

VANDALS = {
    "accepted commands are in the log once": (
        TELLING,
        "events",
        "update events set idempotency_key = 'other' where position = 2",
    ),
    "the logs' chains of digests hold": (
        TELLING,
        "events",
        "update events set actor_id = 'somebody' where position = 3",
    ),
    "disclosed equals received": (
        LISTENING,
        "inbox",
        "delete from inbox where publisher = 'teller' and sequence = 2",
    ),
    "every fact was taken in once": (
        LISTENING,
        "inbox",
        "update inbox set state = 'waiting' where publisher = 'teller' and sequence = 3",
    ),
    "live timelines equal rebuilt ones": (
        ANSWERING,
        "timeline",
        "update timeline set data = '{}' where position = 1",
    ),
    "every event reached the read models once": (
        TELLING,
        "drill_followed",
        "insert into drill_followed select * from drill_followed limit 1",
    ),
    "state equals the fold of what was received": (
        ANSWERING,
        "drill_state",
        "update drill_state set facts = facts + 1"
        " where person = (select min(person::text)::uuid from drill_state)",
    ),
    "every notice was answered once": (
        ANSWERING,
        "events",
        "delete from events where position = 4",
    ),
}  # fmt: skip


async def judged(stage: Stage) -> dict[str, Check]:
    stage.report.checks.clear()
    await stage.judge()
    return {check.name: check for check in stage.report.checks}


async def test_the_checker_finds_what_is_lost_doubled_or_changed() -> None:
    async with Stage.set_up(Report(_silent), seconds=0) as stage:
        await stage.load.send(20)
        await stage.settle()
        assert [check for check in (await judged(stage)).values() if not check.ok] == []
        for name, (unit, table, vandalism) in VANDALS.items():
            async with taken_back(stage.books.of(unit), table):
                await stage.books.of(unit).execute(vandalism)
                assert not (await judged(stage))[name].ok, name
            assert (await judged(stage))[name].ok, name


@asynccontextmanager
async def taken_back(pool: Pool, table: str) -> AsyncIterator[None]:
    """Afterwards the table is as it was."""
    await pool.execute(f"create table kept as select * from {table}")
    yield
    await pool.execute(
        f"truncate {table};"
        f" insert into {table} overriding system value select * from kept; drop table kept"
    )


async def test_a_drill_kills_a_real_process_and_reports_what_was_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert await drill(["f4"], as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"]
    assert "teller killed 3 times under load" in told["drills"][0]["did"][0]
    assert "disclosed equals received" in [c["check"] for c in told["drills"][0]["checks"]]


async def test_repeated_and_shuffled_facts_end_in_the_same_state() -> None:
    result = await run("f7", DRILLS["f7"], 0.0, _silent)
    assert [check for check in result.checks if not check.ok] == []


def test_each_unit_is_killed_at_its_own_step_and_at_anothers() -> None:
    steps = ["intake", "benefits", "intake", "benefits", "benefits", "intake"]
    assert plan(steps, ["intake", "benefits"]) == {
        2: "intake", 3: "intake", 4: "benefits", 5: "benefits",
    }  # fmt: skip


def test_a_check_says_its_figures() -> None:
    assert checker.figures(in_the_log=3, lost=0) == "in the log 3, lost 0"


def _silent(_what: str) -> None:
    """Nobody watches."""
