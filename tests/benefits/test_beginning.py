"""How a proceeding begins, and how it ends before it was examined (KPA 61, 64, 65, 105)."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits as facts
from osnowa_contracts.fact import Fact

from services.benefits.case import Case
from services.benefits.lifecycle import CaseState
from services.benefits.refusals.drafting import NotWithdrawn
from services.benefits.refusals.proceeding import (
    DefectsTermRuns,
    DefectsTermTooShort,
    StartedExOfficio,
)
from services.benefits.values import Benefit
from tests.benefits.conftest import Town
from tests.benefits.given import EWA, MAN, feb, periodic
from tests.benefits.test_api import HELENA, ZOFIA, registered

INCOMPLETE = {"missing": ["SIGNATURE", "INCOME_PROOF"], "complete_by": "2026-02-10"}


def test_the_party_has_at_least_seven_days_to_complete_the_application() -> None:
    case, _, _ = periodic()
    with pytest.raises(DefectsTermTooShort) as refused:
        case.call_defects(("SIGNATURE",), on=feb(3), complete_by=feb(9))
    assert refused.value.earliest == feb(10)
    case.call_defects(("SIGNATURE",), on=feb(3), complete_by=feb(10))
    assert feb(10) in {deadline.due for deadline in case.deadlines()}


def test_an_application_is_left_unexamined_after_the_term_only() -> None:
    case, _, _ = periodic()
    case.call_defects(("SIGNATURE",), on=feb(3), complete_by=feb(10))
    with pytest.raises(DefectsTermRuns):
        case.leave_unexamined(on=feb(10))
    case.leave_unexamined(on=feb(11))
    assert (case.state, case.closed_on) == (CaseState.LEFT_UNEXAMINED, feb(11))


def test_a_completed_application_is_assessed() -> None:
    case, _, _ = periodic()
    case.call_defects(("SIGNATURE",), on=feb(3), complete_by=feb(10))
    case.complete_application(by=EWA, on=feb(9))
    assert (case.state, case.worker, case.defects) == (CaseState.IN_PROGRESS, EWA, ())


def test_what_nobody_applied_for_is_neither_withdrawn_nor_completed() -> None:
    case = Case.accept(
        application_id=UUID(int=5), person_id=MAN, benefit=Benefit.TARGETED, filed_on=feb(2),
        ex_officio="Zgłoszenie dzielnicowego",
    )  # fmt: skip
    with pytest.raises(StartedExOfficio):
        case.call_defects(("SIGNATURE",), on=feb(3), complete_by=feb(10))
    with pytest.raises(StartedExOfficio):
        case.withdraw_application(by=EWA, on=feb(3))


def test_the_refusals_say_what_to_do() -> None:
    assert "Poczekaj" in DefectsTermRuns(feb(10)).sentence("pl")
    assert "zapisz wycofanie" in NotWithdrawn().sentence("pl")


async def told(town: Town, fact: type[Fact]) -> int:
    count = await town.app.state.service.reading.fetchval(
        "select count(*) from facts where type = $1", fact.type()
    )
    return int(count)


async def test_a_call_that_nobody_answers_ends_the_case(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/defects", **INCOMPLETE)
    view = await town.get(EWA, at)
    assert (view["state"], view["complete_by"]) == ("defects-called", "2026-02-10")
    assert {"kind": "DEFECTS", "due_on": "2026-02-10", "decision": None} in view["deadlines"]
    assert await town.refused(EWA, f"{at}/defects/expiry") == "DefectsTermRuns"
    town.day(date(2026, 2, 11))
    await town.post(EWA, f"{at}/defects/expiry")
    view = await town.get(EWA, at)
    assert (view["state"], view["deadlines"], view["actions"]) == ("left-unexamined", [], [])
    assert await town.listed(EWA, "/api/cases", open_only="true") == []
    assert await told(town, facts.ApplicationLeftUnexamined) == 1
    assert await told(town, facts.CaseClosed) == 1


async def test_a_completed_application_goes_on(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/defects", **INCOMPLETE)
    await town.post(EWA, f"{at}/defects/completion")
    assert (await town.get(EWA, at))["state"] == "assessment"
    assert await told(town, facts.ApplicationCompleted) == 1
    assert await told(town, facts.AssessmentStarted) == 1


async def test_another_authority_gets_what_is_not_ours(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/transfer", authority="OPS w Gminie Sąsiedniej")
    view = await town.get(EWA, at)
    assert (view["state"], view["transferred_to"]) == ("transferred", "OPS w Gminie Sąsiedniej")
    assert await town.refused(EWA, f"{at}/assessment") == "NotNow"
    assert await told(town, facts.ApplicationTransferred) == 1


async def test_a_withdrawn_application_is_discontinued_without_an_interview(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at, draft = f"/api/cases/{case}", {"kind": "DISCONTINUE", "ground": "WITHDRAWN"}
    await town.post(EWA, f"{at}/assessment")
    assert await town.refused(EWA, f"{at}/decisions", **draft) == "NotWithdrawn"
    await town.post(EWA, f"{at}/application/withdrawal", on="2026-02-02")
    decision = (await town.post(EWA, f"{at}/decisions", **draft))["data"]["decision_id"]
    view = (await town.get(EWA, at))["decisions"][0]
    assert view["letter"]["ruling"] == ["Umarzam postępowanie w sprawie zasiłku okresowego."]
    assert "strona go wycofała" in view["letter"]["reasons"][0]
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    await town.post(EWA, f"/api/decisions/{decision}/delivery")
    await town.post(EWA, f"/api/decisions/{decision}/waiver")
    await town.post(EWA, f"{at}/closure", reason="DISCONTINUED")
    assert (await town.get(EWA, at))["state"] == "closed"


async def test_help_that_nobody_applied_for_is_started_ex_officio(town: Town) -> None:
    await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    wanted = {
        "person_id": str(MAN), "benefit": "TARGETED", "urgent": True,
        "reason": "Zgłoszenie dzielnicowego: brak opału",
    }  # fmt: skip
    stranger = {**wanted, "person_id": str(UUID(int=77))}
    assert await town.refused(EWA, "/api/cases", **stranger) == "PersonUnknown"
    assert await town.refused(ZOFIA, "/api/cases", **wanted) == "CareTeamOnly"
    started = await town.post(EWA, "/api/cases", **wanted)
    view = await town.get(EWA, f"/api/cases/{started['id']}")
    assert (view["state"], view["worker"]) == ("assessment", EWA)
    assert view["ex_officio"].startswith("Zgłoszenie dzielnicowego")
    assert view["interview_due"] == "2026-02-04"
    told_ = await town.app.state.service.reading.fetchval(
        "select data ->> 'ex_officio' from facts where type = $1", facts.AssessmentStarted.type()
    )
    assert told_ == "true"


async def test_an_ex_officio_start_that_is_sent_again_opens_one_case(town: Town) -> None:
    await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    client = await town.client(EWA)
    wanted = {"person_id": str(MAN), "benefit": "TARGETED", "reason": "Brak opału"}
    key = {"Idempotency-Key": str(uuid4())}
    first, again = [
        (await client.post("/api/cases", json=wanted, headers=key)).json() for _ in range(2)
    ]
    assert first["id"] == again["id"]
    assert again["repeated"]
    assert len(await town.listed(EWA, "/api/cases", person_id=str(MAN))) == 2
