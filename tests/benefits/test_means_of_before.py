"""What was stored by an earlier version is still read, and its explanation still written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from chassis.event_mapper import JsonMapper
from services.benefits.calculation import reasons
from services.benefits.means import Means

STEP = {
    "basis": "ups art. 38 ust. 2", "pl": "Różnica kryterium i dochodu",
    "en": "Criterion less income", "amount": "400",
}  # fmt: skip
INCOME = {
    "month": "2026-01", "household_size": 1, "total": "610.00", "per_capita": "610.00",
    "components": [{"kind": "CASUAL_WORK", "amount": "610.00", "counted": True}],
}  # fmt: skip
RANGE = {
    "formula_version": "periodic-1", "params_date": "2025-01-01", "minimum": "200.00",
    "maximum": "400.00", "steps": [STEP],
}  # fmt: skip
FEE = {
    "scale_id": "home-care-2025", "criterion_percent": "138.61", "share": "10",
    "cost_per_hour": "35.00", "fee_per_hour": "3.50", "steps": [STEP],
}  # fmt: skip


def restored(topic: str, **state: object) -> object:
    return JsonMapper().restore(
        topic, uuid4(), 2, datetime(2026, 2, 10, tzinfo=UTC), json.dumps(state)
    )


def test_an_income_without_steps_is_read() -> None:
    event = restored("benefits.means.income-established.1", income=INCOME)
    assert isinstance(event, Means.IncomeEstablished)
    assert event.income.total == Decimal("610.00")
    assert (event.income.own, event.income.steps) == (None, ())


def test_a_calculation_whose_steps_name_no_set_is_read_and_explained() -> None:
    event = restored("benefits.means.entitlement-calculated.1", result=RANGE, proposed="200.00")
    assert isinstance(event, Means.EntitlementCalculated)
    assert event.result.params_date == date(2025, 1, 1)
    assert reasons(event.result.steps).startswith("1. Różnica kryterium i dochodu: 400,00")


def test_a_fee_of_before_is_read() -> None:
    event = restored("benefits.means.fee-calculated.1", fee=FEE, hours_per_day="2")
    assert isinstance(event, Means.FeeCalculated)
    assert event.fee.fee_per_hour == Decimal("3.50")


# --- a case, its referral, a claim: as they were stored before papers were made of them -----------

CASE, PERSON = uuid4(), uuid4()


def loaded(*stored: tuple[str, Mapping[str, object]]) -> Any:
    """The aggregate that these events, in this order, are the whole of."""
    aggregate: Any = None
    for version, (topic, state) in enumerate(stored, 1):
        born = {"originator_topic": topic.rsplit(".", 2)[0]} if version == 1 else {}
        event: Any = JsonMapper().restore(
            topic,
            CASE,
            version,
            datetime(2026, 2, 10, tzinfo=UTC),
            json.dumps({**born, **state}, default=str),
        )
        aggregate = event.mutate(aggregate)
    return aggregate


ACCEPTED = (
    "benefits.case.application-accepted.1",
    {"application_id": uuid4(), "person_id": PERSON, "benefit": "PERIODIC",
     "filed_on": "2026-02-02", "urgent": False, "joint_visit": False,
     "interview_due": "2026-02-16", "decision_due": "2026-03-02"},
)  # fmt: skip


def test_a_case_of_before_is_read_and_goes_on() -> None:
    called = {"missing": ["SIGNATURE"], "on": "2026-02-03", "complete_by": "2026-02-10"}
    completed = {"on": "2026-02-04", "by": "ewa-jarzebina"}
    case = loaded(
        ACCEPTED, ("benefits.case.defects-called.1", called),
        ("benefits.case.application-completed.1", completed),
    )  # fmt: skip
    assert (case.started_by, case.elsewhere, case.call.by) == ("", None, "")
    assert case.call.missing == ("SIGNATURE",)


def test_an_interview_at_the_office_of_before_needs_no_consent_to_be_read() -> None:
    held = {
        "interview_id": uuid4(), "part": "I", "on": "2026-02-07", "due": "2026-02-16",
        "joint": False, "urgent": False, "minutes": 60, "place": "OFFICE",
    }  # fmt: skip
    case = loaded(ACCEPTED, ("benefits.case.interview-conducted.1", {"interview": held}))
    assert case.interviews[0].consent is None


def test_a_referral_of_before_can_still_be_handed_over() -> None:
    referral = {
        "referral_id": uuid4(), "number": "SK/2026/1", "purposes": ["UNUSED_RESOURCES"],
        "initiative": "CLIENTS_WISH", "on": "2026-02-04", "contact_by": "2026-02-11",
    }  # fmt: skip
    opened = {"case_id": CASE, "person_id": PERSON, "benefit": "PERIODIC"}
    assessment = loaded(
        ("benefits.assessment.opened.1", opened),
        ("benefits.assessment.client-referred.1", {"referral": referral}),
    )
    assert (assessment.referrals[0].team, assessment.referrals[0].handed_over) == ("", None)


def test_a_claim_and_a_repayment_of_before_are_read() -> None:
    who = {"case_id": CASE, "person_id": PERSON, "name": "Anna Wzorcowa", "relation": "DESCENDANT",
           "situation": {"income": "5000.00", "household_size": 1, "as_of": "2026-02-02"},
           "on": "2026-02-02"}  # fmt: skip
    claim = {"claim_id": uuid4(), "months": ["2026-02"], "amount": "300.00", "on": "2026-04-01"}
    obliged = loaded(
        ("benefits.obliged-person.registered.1", who),
        ("benefits.obliged-person.claim-prepared.1", {"claim": claim}),
    )
    assert (obliged.claims[0].owed, obliged.claims[0].agreements) == ((), ())
    undue = {"decision_id": uuid4(), "entitlement_id": uuid4(), "case_id": CASE,
             "person_id": PERSON, "benefit": "PERMANENT", "months": [], "amount": "100.00",
             "on": "2026-04-01"}  # fmt: skip
    receipt = {"receipt_id": uuid4(), "amount": "60.00", "on": "2026-04-02", "method": "CASH"}
    repayment = loaded(
        ("benefits.repayment.undue-established.1", undue),
        ("benefits.repayment.received.1", {"receipt": receipt}),
        ("benefits.repayment.fell-away.1", {"on": "2026-04-03"}),
    )
    assert (repayment.to_give_back, repayment.rest) == (Decimal("60.00"), 0)
