"""Keeps what benefits reads up with what it did and with what others told it.

A row is written whole from its aggregate after each event, so a second run gives the same.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic_core import to_json

from chassis.aggregate import DomainEvent
from chassis.database import Connection
from chassis.event_log import Recorded
from services.benefits.assessment import Assessment
from services.benefits.case import Case
from services.benefits.decision import Decision
from services.benefits.direction import Direction
from services.benefits.entitlement import Entitlement
from services.benefits.evidence import Evidence
from services.benefits.legal_parameters import LegalParameters
from services.benefits.means import Means
from services.benefits.payments import Cancellation, term_of
from services.benefits.practice import Practice
from services.benefits.projections import directions, realisation, rows, work
from services.benefits.projections.told import project_fact
from services.benefits.timekeeping import Timekeeping

__all__ = ["project_event", "project_fact"]


async def project_event(
    tx: Connection, event: DomainEvent, aggregate: Any, recorded: Recorded
) -> None:
    position = recorded.position
    await work.note(tx, event, aggregate, recorded)
    match aggregate:
        case Direction():
            await directions.project(tx, aggregate, position)
        case Case():
            await _case(tx, aggregate, position)
        case Assessment():
            await _assessment(tx, aggregate, position)
        case Means():
            await _means(tx, aggregate, position)
        case Evidence():
            await _evidence(tx, aggregate, position)
        case Decision():
            await _decision(tx, aggregate, position)
        case Entitlement():
            await _entitlement(tx, aggregate, position)
        case Practice():
            await _practice(tx, aggregate)
        case LegalParameters():
            await work.note_proposals(tx, aggregate)
        case Timekeeping():
            await work.note_time(tx, aggregate, position)
        case _:
            await realisation.project_event(tx, event, aggregate, position)


async def _case(tx: Connection, case: Case, position: int) -> None:
    view = rows.view(
        case, "application_id", "filed_on", "urgent", "joint_visit", "interview_due",
        "decision_due", "worker", "scheduled", "interviews", "decisions", "deferred",
        "follow_up_by", "closed_on", "missed", "ex_officio", "defects", "complete_by",
        "withdrawn_on", "transferred_to", "interview_refused_on", "party_heard_until",
        "party_comments", "is_interviewed", "applied_by", "consent", "sheet",
        "call", "started_by", "elsewhere",
    )  # fmt: skip
    await tx.execute(
        "insert into cases (case_id, person_id, benefit, state, urgent, worker, filed_on, view,"
        " position) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (case_id) do update"
        " set state = excluded.state, worker = excluded.worker, view = excluded.view",
        case.id, case.person_id, case.benefit.value, case.state.value, case.urgent, case.worker,
        case.filed_on, view, position,
    )  # fmt: skip
    await rows.deadlines(tx, case.id, case.id, case.deadlines())


async def _assessment(tx: Connection, assessment: Assessment, position: int) -> None:
    view = rows.view(
        assessment,
        "state",
        "answers",
        "referrals",
        "has_unused",
        "terms_on",
        "social_work_ended_on",
        "cooperation",
        "assessor",
        "outcome",
        "lacks",
    )
    await tx.execute(
        "insert into assessments (case_id, state, lacking, view, position)"
        " values ($1, $2, $3, $4, $5) on conflict (case_id) do update"
        " set state = excluded.state, lacking = excluded.lacking, view = excluded.view",
        assessment.case_id, assessment.state.value, bool(assessment.missing()), view, position,
    )  # fmt: skip
    await rows.deadlines(tx, assessment.id, assessment.case_id, assessment.deadlines())


async def _means(tx: Connection, means: Means, position: int) -> None:
    await tx.execute(
        "insert into means (case_id, view, position) values ($1, $2, $3)"
        " on conflict (case_id) do update set view = excluded.view",
        means.case_id,
        rows.view(
            means, "income", "result", "proposed", "fee", "hours_per_day", "home_fees", "right"
        ),
        position,
    )


async def _evidence(tx: Connection, evidence: Evidence, position: int) -> None:
    view = rows.view(
        evidence,
        "id",
        "source",
        "kind",
        "asked_on",
        "answer_by",
        "received_on",
        "content",
        "initiative",
    )
    await tx.execute(
        "insert into evidence (evidence_id, case_id, view, position) values ($1, $2, $3, $4)"
        " on conflict (evidence_id) do update set view = excluded.view",
        evidence.id, evidence.case_id, view, position,
    )  # fmt: skip


async def _decision(tx: Connection, decision: Decision, position: int) -> None:
    view = rows.view(
        decision, "id", "kind", "state", "number", "terms", "entitlement_id",
        "previous_decision_id", "drafted_by", "drafted_on", "issued_on", "delivered_on",
        "appeal_until", "appealed_on", "forward_by", "ruling_by", "final_on", "final_basis",
        "late_appeal", "carried_out", "to_realise", "letter", "authors", "draft", "remarks",
        "signed_by", "enforceable", "reopening", "appeal_result",
    )  # fmt: skip
    await tx.execute(
        "insert into decisions (decision_id, case_id, person_id, benefit, kind, state, to_realise,"
        " view, position, entitlement_id, examines, matter, sent_back, review_decided)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        " on conflict (decision_id) do update set state = excluded.state,"
        " to_realise = excluded.to_realise, view = excluded.view,"
        " sent_back = excluded.sent_back, review_decided = excluded.review_decided",
        decision.id, decision.case_id, decision.person_id, decision.benefit.value,
        decision.kind.value, decision.state.value, decision.to_realise,
        view, position, decision.entitlement_id, decision.examines, decision.matter,
        decision.sent_back, decision.review_decided,
    )  # fmt: skip
    await rows.deadlines(tx, decision.id, decision.case_id, decision.deadlines())


async def _entitlement(tx: Connection, entitlement: Entitlement, position: int) -> None:
    view = rows.view(
        entitlement, "id", "state", "benefit", "decision_id", "valid_from", "valid_to",
        "versions", "suspended_from", "suspended_by", "review", "paid", "undue", "deliveries",
        "continuation", "income_change",
    )  # fmt: skip
    await tx.execute(
        "insert into entitlements (entitlement_id, case_id, person_id, benefit, state, view,"
        " position) values ($1, $2, $3, $4, $5, $6, $7)"
        " on conflict (entitlement_id) do update set state = excluded.state, view = excluded.view",
        entitlement.id, entitlement.case_id, entitlement.person_id, entitlement.benefit.value,
        entitlement.state.value, view, position,
    )  # fmt: skip
    await tx.executemany(
        "insert into payments (payment_id, entitlement_id, case_id, person_id, month, due_on,"
        " amount, method, state, paid_on, nth, list_id, returned_on, return_reason,"
        " term_on, instead_of, cancelled_on, cancelled_by, cancel_reason, cancel_text)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,"
        " $17, $18, $19, $20)"
        " on conflict (payment_id) do update set amount = excluded.amount, state = excluded.state,"
        " paid_on = excluded.paid_on, list_id = excluded.list_id,"
        " returned_on = excluded.returned_on, return_reason = excluded.return_reason,"
        " cancelled_on = excluded.cancelled_on, cancelled_by = excluded.cancelled_by,"
        " cancel_reason = excluded.cancel_reason, cancel_text = excluded.cancel_text",
        [
            (p.payment_id, entitlement.id, entitlement.case_id, entitlement.person_id, p.month,
             p.due_on, p.amount, p.method.value, p.state.value, p.paid_on, p.nth, p.list_id,
             p.returned_on, p.return_reason and p.return_reason.value,
             term_of(p.due_on, entitlement.started_on), p.instead_of,
             *_cancelled(p.cancelled))
            for p in entitlement.plan.payments
        ],
    )  # fmt: skip
    await rows.deadlines(tx, entitlement.id, entitlement.case_id, entitlement.deadlines())


def _cancelled(why: Cancellation | None) -> tuple[date | str | None, ...]:
    return (why.on, why.by, why.reason.value, why.text) if why else (None,) * 4


async def _practice(tx: Connection, practice: Practice) -> None:
    view = {
        "assessor": practice.assessor,
        "authorised": list(practice.authorised.values()),
        "decision_mark": practice.decision_mark,
    }
    await tx.execute(
        "insert into practices (unit, view) values ($1, $2)"
        " on conflict (unit) do update set view = excluded.view",
        practice.unit,
        to_json(view).decode(),
    )
