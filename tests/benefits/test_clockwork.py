"""What falls due by itself: missed terms and finality, each once, however often the clock looks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

from osnowa_contracts import benefits as facts

from chassis.clock import Clock, set_offset
from chassis.context import Context, Worker
from chassis.settings import Settings
from services.benefits.commands import Commands
from services.benefits.commands.clockwork import act
from services.benefits.main import service
from tests.benefits.conftest import UNITS, Town, running_town
from tests.benefits.given import MAN
from tests.benefits.test_api import BARBARA, EWA, GRANT, HELENA, assessed, registered
from tests.chassis.toy import eventually


def context(day: date) -> Context:
    now = datetime.combine(day, time(9), UTC)
    return Context(Worker.system("benefits"), now, idempotency_key="clock")


async def at(town: Town, day: date) -> int:
    """How much was new when the clock looked on that day."""
    running = town.app.state.service
    assert await running.part.follower.reached(await running.part.log.head())
    commands: Commands = running.commands
    return await act(commands, running.reading, context(day))


async def own_facts(town: Town, fact: str) -> list[str]:
    rows = await town.app.state.service.reading.fetch(
        "select data from facts where type = $1 order by event_position", fact
    )
    return [row["data"] for row in rows]


async def test_a_missed_interview_and_a_missed_decision_are_said_once_each(town: Town) -> None:
    await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    assert await at(town, date(2026, 2, 16)) == 0, "four working days are left"
    assert await at(town, date(2026, 2, 17)) == 1, "the interview's term approaches"
    assert await at(town, date(2026, 2, 20)) == 0, "its last day"
    assert await at(town, date(2026, 2, 21)) == 1
    assert await at(town, date(2026, 2, 21)) == 0
    assert await at(town, date(2026, 3, 2)) == 1, "the decision's term approaches"
    assert await at(town, date(2026, 3, 3)) == 1
    assert await at(town, date(2026, 4, 1)) == 0
    warned = await own_facts(town, facts.DeadlineApproaching.type())
    assert ["INTERVIEW" in warned[0], "DECISION" in warned[1], len(warned)] == [True, True, 2]
    told = await own_facts(town, facts.DeadlineMissed.type())
    assert ["INTERVIEW" in told[0], "DECISION" in told[1], len(told)] == [True, True, 2]


async def test_a_decision_in_time_misses_nothing_and_is_final_when_its_term_passed(
    town: Town,
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    path = f"/api/cases/{case}"
    await town.post(EWA, f"{path}/entitlement", proposed="200.00")
    decision = (await town.post(EWA, f"{path}/decisions", **GRANT))["data"]["decision_id"]
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    await town.post(EWA, f"/api/decisions/{decision}/delivery")
    assert await at(town, date(2026, 2, 23)) == 1, "the term of appeal approaches"
    assert await at(town, date(2026, 3, 3)) == 0, "an appeal may still be in the post"
    assert await at(town, date(2026, 3, 4)) == 1
    assert await at(town, date(2026, 3, 5)) == 0
    (found,) = (await town.get(EWA, path))["decisions"]
    assert (found["state"], found["final_on"]) == ("final", "2026-02-25")
    assert not await own_facts(town, facts.DeadlineMissed.type())


async def test_a_waived_appeal_is_not_made_final_again(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    path = f"/api/cases/{case}"
    await town.post(EWA, f"{path}/entitlement", proposed="200.00")
    decision = (await town.post(EWA, f"{path}/decisions", **GRANT))["data"]["decision_id"]
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    await town.post(EWA, f"/api/decisions/{decision}/delivery")
    await town.post(EWA, f"/api/decisions/{decision}/waiver")
    assert await at(town, date(2026, 4, 1)) == 0
    assert len(await own_facts(town, facts.DecisionBecameFinal.type())) == 1


async def test_the_running_service_does_it_by_itself_and_not_again_after_a_restart(
    database: str, tmp_path: Path
) -> None:
    async with running_town(database, tmp_path) as town:
        await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
        town.day(date(2026, 2, 24))

        async def said() -> bool:
            return len(await own_facts(town, facts.DeadlineMissed.type())) == 1

        await eventually(said)
        clock_file = tmp_path / "later"
        set_offset(clock_file, datetime(2026, 2, 24, 11, tzinfo=UTC))
        settings = Settings.load(
            unit="benefits", units_file=UNITS, database=database, nats="nats://127.0.0.1:1",
            nats_password="not used", session_secret="s" * 32, port=0, clock_file=clock_file,
        )  # fmt: skip
        again = service.app(settings, Clock(clock_file))
        async with again.router.lifespan_context(again):
            part = again.state.service.part
            assert await part.follower.reached(await part.log.head())
            assert (
                await act(again.state.service.commands, part.pool, context(date(2026, 2, 24))) == 0
            )
        assert await said()


async def test_the_worker_is_told_once_though_the_head_assigned_the_case_before(
    town: Town,
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await town.post(BARBARA, f"/api/cases/{case}/worker", worker_id=EWA)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    assert len(await own_facts(town, facts.CaseAssigned.type())) == 1
