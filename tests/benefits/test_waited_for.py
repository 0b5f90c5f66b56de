"""What the party brings late and what the office pays late, as the clock sees both."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from osnowa_contracts import pup, socialwork

from chassis.context import Worker
from chassis.web.language import Speech
from services.benefits.queries import work
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN, Json
from tests.benefits.realised import (
    EWA,
    HELENA,
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
from tests.benefits.test_api import BARBARA, ZOFIA, care_granted, certify, registered
from tests.benefits.test_beginning import INCOMPLETE
from tests.benefits.test_clockwork import at
from tests.benefits.test_deciding import decision_of, in_force, reviewed
from tests.benefits.test_monitoring import periodic as watched
from tests.benefits.test_reopening import reopened
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


# --- who signs, delivers and realises -------------------------------------------


async def work_by(town: Town, worker: str) -> list[tuple[str, str | None, bool]]:
    found = await town.listed(worker, "/api/work")
    return [(one["what"], one["due_on"], one["overdue"]) for one in found]


async def drafted(town: Town, person: UUID = PERSON) -> str:
    """A targeted benefit applied for on 2 February, its draft written; the id of the decision."""
    case = await applied(town, person, "TARGETED", date(2026, 2, 2))
    await interviewed(town, case, date(2026, 2, 2))
    await earned(town, case)
    draft = {"kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-02-28"}
    told = await town.post(
        EWA, f"/api/cases/{case}/decisions", **draft, amount="50.00", need="Zakup opału"
    )
    return str(told["data"]["decision_id"])


async def test_a_draft_waits_for_the_head_whom_the_director_authorised(town: Town) -> None:
    decision = await drafted(town)
    assert "SIGN" not in {what for what, _, _ in await work_by(town, BARBARA)}
    given = {"worker_id": BARBARA, "valid_from": "2026-02-03", "valid_to": "2026-02-28"}
    await town.post(HELENA, "/api/practice/signers", **given)
    assert await work_by(town, BARBARA) == [], "from the day after on"
    town.day(date(2026, 2, 3))
    assert await work_by(town, BARBARA) == [("SIGN", "2026-03-02", False)]
    assert await work_by(town, HELENA) == [("SIGN", "2026-03-02", False)]
    town.day(date(2026, 3, 3))
    assert await work_by(town, BARBARA) == [], "the authorisation ended"
    assert await work_by(town, HELENA) == [("SIGN", "2026-03-02", True)]
    await town.post(HELENA, f"/api/decisions/{decision}/return", remarks="Uzasadnij kwotę")
    assert ("CORRECT", "2026-03-02", True) in await work_by(town, EWA)


async def test_an_overdue_paper_stands_before_what_is_due_later(town: Town) -> None:
    decision = await drafted(town)
    await applied(town, MAN, "TARGETED", date(2026, 2, 26))
    town.day(date(2026, 3, 3))
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    first, *_ = await town.listed(EWA, "/api/work")
    assert (first["what"], first["due_on"], first["overdue"]) == ("DELIVER", "2026-03-02", True)
    await town.post(EWA, f"/api/decisions/{decision}/delivery")
    await town.post(EWA, f"/api/decisions/{decision}/waiver")
    assert await work_by(town, MAREK) == [("REALISE", "2026-03-03", False)], "since it is final"


async def test_a_paper_waits_without_a_day_while_the_term_stands_still(town: Town) -> None:
    await drafted(town)
    (work,) = await town.listed(HELENA, "/api/work")
    await town.post(EWA, f"/api/cases/{work['case_id']}/term/halt", ground="SUSPENSION")
    assert await work_by(town, HELENA) == [("SIGN", None, False)]


async def test_a_later_decision_is_not_late_by_the_term_of_the_first(town: Town) -> None:
    _, benefit = await granted(town, PERSON, "100.00", until="2026-12-31")
    town.day(date(2026, 6, 1))
    at = f"/api/entitlements/{benefit}"
    await town.post(EWA, f"{at}/review", trigger="INCOME_CHANGE")
    await town.post(EWA, f"{at}/decisions", kind="SUSPEND", valid_from="2026-06-01")
    assert await work_by(town, HELENA) == [("SIGN", None, False)]


async def test_the_answer_to_a_reopening_is_due_whatever_else_of_the_case_stands(
    town: Town,
) -> None:
    case, benefit = await reviewed(town)
    await in_force(town, benefit, kind="SUSPEND", valid_from="2026-03-01")
    await reopened(town, (await decision_of(town, case))["id"])
    await town.post(EWA, f"/api/cases/{case}/decisions", kind="REFUSAL", ground="INCOME")
    assert await work_by(town, HELENA) == [("SIGN", "2026-04-09", False)]


# --- what was asked for ---------------------------------------------------------


async def test_evidence_that_did_not_come_in_time_waits_for_who_leads_the_case(
    town: Town,
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    wanted = {"source": "pup", "kind": "LABOUR_STATUS", "answer_by": "2026-02-09"}
    asked = await town.post(EWA, f"/api/cases/{case}/evidence-requests", **wanted)
    town.day(date(2026, 2, 9))
    assert await evidence(town, EWA) == [], "its last day"
    town.day(date(2026, 2, 10))
    (late,) = await evidence(town, EWA)
    assert (late["kind"], late["due_on"], late["overdue"]) == ("LABOUR_STATUS", "2026-02-09", True)
    assert late["title"] == "Nie ma odpowiedzi na prośbę o dowód"
    assert await evidence(town, "tomasz-modrzew") == []
    status = pup.LabourStatusReported(
        status="NOT_REGISTERED", as_of=date(2026, 2, 10), request_id=asked["data"]["request_id"]
    )
    await town.hears("pup", status, MAN)
    assert await evidence(town, EWA) == []


async def evidence(town: Town, worker: str) -> list[Json]:
    return [one for one in await town.listed(worker, "/api/work") if one["what"] == "EVIDENCE"]


# --- certificates ---------------------------------------------------------------


async def test_a_late_certificate_waits_for_who_leads_the_case(town: Town) -> None:
    await watched(town)
    await clock_at(town, date(2026, 3, 2))
    town.day(date(2026, 3, 2))
    assert await certificates(town, EWA) == ["Brak zaświadczenia nr 6 za luty 2026: Jan Próbny"]
    for worker in ("tomasz-modrzew", ZOFIA, BARBARA):
        assert await certificates(town, worker) == []
    handed = {"former_id": EWA, "worker_id": "tomasz-modrzew", "reason": "LEAVE"}
    await town.post(BARBARA, "/api/team/hand-over", **handed)
    assert await certificates(town, EWA) == []
    assert len(await certificates(town, "tomasz-modrzew")) == 1


async def test_of_a_case_of_the_care_team_that_team_is_told(town: Town) -> None:
    town.day(date(2026, 3, 2))
    case = await registered(town, WOMAN, "HOME_CARE", date(2026, 3, 2), urgent=True)
    await care_granted(town, case)
    terms = socialwork.CooperationTermsSet(
        terms_id=uuid4(), on=date(2026, 3, 5), certificate_id=uuid4()
    )
    await certify(town, terms, WOMAN)
    await clock_at(town, date(2026, 3, 10))
    await clock_at(town, date(2026, 4, 1))
    assert await certificates(town, ZOFIA) == ["Brak zaświadczenia nr 6 za marzec 2026: Jan Próbny"]
    assert await certificates(town, EWA) == []


async def certificates(town: Town, worker: str) -> list[str]:
    tasks = await town.listed(worker, "/api/tasks")
    return [one["title"] for one in tasks if "zaświadczenia nr 6" in one["title"]]
