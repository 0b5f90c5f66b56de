"""What the party brings late and what the office pays late, as the clock sees both."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.context import Worker
from chassis.web.language import Speech
from services.benefits.queries import work
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN
from tests.benefits.realised import (
    EWA,
    MAREK,
    applied,
    clock_at,
    decided,
    earned,
    granted,
    interviewed,
    plan,
    realised,
)
from tests.benefits.test_api import registered
from tests.benefits.test_beginning import INCOMPLETE
from tests.benefits.test_clockwork import at
from tests.benefits.test_terms import running, said

PERSON = UUID(int=4100)


# --- the application is completed ---------------------------------------------


async def called(town: Town) -> str:
    """On 2 February the man is called to complete his application by the 10th; the case."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await town.post(EWA, f"/api/cases/{case}/defects", **INCOMPLETE)
    return case


async def test_the_term_of_the_decision_stands_still_until_the_application_is_whole(
    town: Town,
) -> None:
    case = await called(town)
    term = await town.get(EWA, f"/api/cases/{case}/term")
    assert (term["due"], term["stands_still_since"]) == (None, "2026-02-02")
    assert await running(town, case) == {"DEFECTS", "INTERVIEW"}
    town.day(date(2026, 2, 9))
    told = await town.post(EWA, f"/api/cases/{case}/defects/completion")
    assert told["data"] == {"decision_due": "2026-03-09"}
    term = await town.get(EWA, f"/api/cases/{case}/term")
    assert term["halts"] == [{"ground": "DEFECTS", "since": "2026-02-02", "until": "2026-02-09"}]
    assert await running(town, case) == {"DECISION", "INTERVIEW"}
    due = {
        one["kind"]: one["due_on"]
        for one in (await town.get(EWA, f"/api/cases/{case}"))["deadlines"]
    }
    assert due["DECISION"] == "2026-03-09", "six days did not count, and 8 March is a Sunday"
    assert await at(town, date(2026, 3, 5)) == 2, "the interview was missed, the decision is near"
    assert await at(town, date(2026, 3, 10)) == 1
    assert ("missed", "DECISION", "2026-03-09") in await said(town)


async def test_a_withdrawn_application_lets_the_term_run_on(town: Town) -> None:
    case = await called(town)
    town.day(date(2026, 2, 4))
    await town.post(EWA, f"/api/cases/{case}/application/withdrawal")
    term = await town.get(EWA, f"/api/cases/{case}/term")
    assert (term["due"], term["stands_still_since"]) == ("2026-03-03", None)


async def test_the_worker_neither_makes_nor_ends_the_halt_of_a_call(town: Town) -> None:
    case = await called(town)
    at_term = f"/api/cases/{case}/term"
    assert await town.refused(EWA, f"{at_term}/resumption") == "StandsForDefects"
    await town.post(EWA, f"/api/cases/{case}/defects/completion")
    assert await town.refused(EWA, f"{at_term}/halt", ground="DEFECTS") == "StandsForDefects"


async def test_the_term_to_complete_is_said_to_approach_and_to_be_missed_once_each(
    town: Town,
) -> None:
    await called(town)
    assert await at(town, date(2026, 2, 4)) == 0
    assert await at(town, date(2026, 2, 5)) == 1, "three working days are left"
    assert await at(town, date(2026, 2, 10)) == 0, "its last day"
    assert await at(town, date(2026, 2, 11)) == 1
    assert await at(town, date(2026, 2, 12)) == 0
    assert await said(town) == [
        ("near", "DEFECTS", "2026-02-10"),
        ("missed", "DEFECTS", "2026-02-10"),
    ]


async def test_a_completed_application_is_not_said_to_be_late(town: Town) -> None:
    case = await called(town)
    await town.post(EWA, f"/api/cases/{case}/defects/completion")
    await at(town, date(2026, 2, 12))
    assert "DEFECTS" not in {kind for _, kind, _ in await said(town)}


# --- the money is paid --------------------------------------------------------


async def missed_payments(town: Town) -> list[str]:
    return [due for what, kind, due in await said(town) if (what, kind) == ("missed", "PAYMENT")]


async def test_each_payment_that_was_not_made_on_its_day_is_said_once(town: Town) -> None:
    _, benefit = await granted(town, PERSON, "100.00")
    await clock_at(town, date(2026, 2, 25))
    assert await missed_payments(town) == []
    await clock_at(town, date(2026, 2, 26))
    await clock_at(town, date(2026, 2, 27))
    assert await missed_payments(town) == ["2026-02-25"]
    await clock_at(town, date(2026, 3, 26))
    assert await missed_payments(town) == ["2026-02-25", "2026-03-25"]
    found = await town.app.state.service.reading.fetch("select * from payments")
    assert {one["state"] for one in found} == {"planned"}
    assert (await plan(town, benefit))[0]["due_on"] == "2026-02-25"


async def test_a_payment_made_on_its_day_is_not_late_and_nobody_is_warned_of_it(
    town: Town,
) -> None:
    _, benefit = await granted(town, PERSON, "100.00", until="2026-02-28")
    await clock_at(town, date(2026, 2, 24))
    town.day(date(2026, 2, 25))
    await town.post(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-02")
    await clock_at(town, date(2026, 2, 26))
    assert "PAYMENT" not in {kind for _, kind, _ in await said(town)}


async def test_arrears_are_late_when_the_payment_day_after_the_start_has_passed(
    town: Town,
) -> None:
    case = await applied(town, PERSON, "TARGETED", date(2026, 2, 2))
    await interviewed(town, case, date(2026, 2, 2))
    await earned(town, case)
    town.day(date(2026, 3, 2))
    draft = {"kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-02-28"}
    await realised(town, await decided(town, f"/api/cases/{case}", **draft, amount="50.00"))
    await clock_at(town, date(2026, 3, 3))
    assert await missed_payments(town) == []
    await clock_at(town, date(2026, 3, 26))
    assert await missed_payments(town) == ["2026-03-25"]


async def test_a_payment_that_is_late_waits_for_who_pays(town: Town) -> None:
    await granted(town, WOMAN, "100.00")
    town.day(date(2026, 2, 27))
    (late,) = [one for one in await town.listed(MAREK, "/api/work") if one["kind"] == "PAYMENT"]
    assert (late["due_on"], late["overdue"], late["term"]) == (
        "2026-02-25",
        True,
        "2 dni po terminie",
    )
    service = town.app.state.service
    marek = Worker(MAREK, "Marek", "realisation-worker", "benefits")
    tasks = await work.waiting(service.reading, marek, date(2026, 2, 27), Speech("pl", {}).text)
    assert date(2026, 2, 25) in {task.due for task in tasks}
