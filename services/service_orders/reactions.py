"""Others' facts that move our orders: decisions of benefits, announcements of contractors."""

from __future__ import annotations

from collections.abc import Awaitable
from decimal import Decimal
from uuid import UUID

from osnowa_contracts import benefits, contractor
from osnowa_contracts.codes import DecisionKind
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact

from chassis.context import Context
from chassis.database import Pool
from chassis.refusal import NotFound, Refusal
from services.service_orders.commands import Commands
from services.service_orders.refusals import DecisionIncomplete
from services.service_orders.values import (
    OVERTURNING,
    Basis,
    Decided,
    Figures,
    Schedule,
    Slot,
    Undone,
)
from services.service_orders.visits import Absence, Visit

K = DecisionKind
WITH_TERMS = frozenset({K.GRANT, K.PARTIAL, K.CHANGE, K.LIMIT, K.FEE})
"""Kinds that say how much of a service is given; without a service they give money."""
ENDING = frozenset({K.SUSPEND, K.REVOKE, K.DISCONTINUE, K.REFUSAL})


class Reactions:
    """Called in the transaction in which the fact is taken in; what it does commits with it."""

    def __init__(self, commands: Commands, _reading: Pool) -> None:
        self.commands = commands

    async def react(self, fact: Fact, envelope: Envelope, ctx: Context) -> None:
        if decided := decided_by(fact, envelope, ctx):
            await self.commands.follow_decision(decided, ctx=ctx)
        elif undone := undone_by(fact, envelope, ctx):
            await self.commands.follow_undoing(undone, ctx=ctx)
        match fact:
            case benefits.ResidentAdmitted(on=on):
                person_id = UUID(envelope.subject or "")
                await self.commands.follow_admission(person_id, on, ctx=ctx)
            case contractor.MonthlyReportSubmitted(order_id=None):
                await self._obey(fact, envelope.publisher, ctx)
            case _ if fact.PUBLISHER == contractor.OrderAccepted.PUBLISHER:
                await self._obey_or_note(fact, envelope, ctx)

    async def _obey_or_note(self, fact: Fact, envelope: Envelope, ctx: Context) -> None:
        """What the rules refuse is kept with the order; it does not hold up the client's facts.

        An order that does not exist leaves the fact parked: something was lost or forged.
        """
        try:
            await self._obey(fact, envelope.publisher, ctx)
        except NotFound:
            raise
        except Refusal as refusal:
            order_id = getattr(fact, "order_id", None)
            assert isinstance(order_id, UUID)
            await self.commands.note_refusal(
                order_id, fact.name(), envelope.id, refusal.sentence("pl"),
                by=envelope.publisher, ctx=ctx,
            )  # fmt: skip

    async def _obey(self, fact: Fact, by: str, ctx: Context) -> None:
        commands = self.commands
        doing: Awaitable[object]
        match fact:
            case contractor.OrderAccepted(order_id=order_id, on=on, starts_on=starts_on):
                doing = commands.accept_order(order_id, on, starts_on, by=by, ctx=ctx)
            case contractor.OrderRejected(order_id=order_id, on=on, reason=reason):
                doing = commands.reject_order(order_id, on, reason, by=by, ctx=ctx)
            case contractor.OrderQueued(order_id=order_id, on=on, expected_on=expected_on):
                doing = commands.queue_order(order_id, on, expected_on, by=by, ctx=ctx)
            case contractor.ScheduleSet():
                doing = commands.set_schedule(fact.order_id, schedule_of(fact), by=by, ctx=ctx)
            case contractor.ServiceStarted(order_id=order_id, on=on):
                doing = commands.start_service(order_id, on, by=by, ctx=ctx)
            case contractor.VisitCompleted():
                doing = commands.complete_visit(fact.order_id, visit_of(fact), by=by, ctx=ctx)
            case contractor.VisitMissed():
                doing = commands.miss_visit(
                    fact.order_id, fact.visit_id, fact.on, fact.reason, by=by, ctx=ctx
                )
            case contractor.AbsenceReported():
                doing = commands.report_absence(fact.order_id, absence_of(fact), by=by, ctx=ctx)
            case contractor.AmendmentAcknowledged(order_id=order_id, version=version, on=on):
                doing = commands.acknowledge_amendment(order_id, version, on, by=by, ctx=ctx)
            case contractor.MonthlyReportSubmitted():
                doing = commands.submit_report(
                    fact.report_id, fact.month, fact.order_id, figures_of(fact), by=by, ctx=ctx
                )
            case contractor.SurveyAnswered():
                doing = commands.answer_survey(
                    fact.order_id, fact.survey_id, Decimal(fact.score), fact.on, by=by, ctx=ctx
                )
            case contractor.IncidentReported():
                doing = commands.report_incident(
                    fact.order_id, fact.incident_id, fact.severity, fact.kind, fact.on,
                    by=by, ctx=ctx,
                )  # fmt: skip
            case _:
                return
        await doing


def decided_by(fact: Fact, envelope: Envelope, ctx: Context) -> Decided | None:
    """None for a decision that gives money. Raises DecisionIncomplete for terms without a period.

    One that gives nothing may be about a service or not; where there is no order it changes none.
    """
    if not isinstance(fact, benefits.DecisionIssued):
        return None
    basis = basis_of(fact, envelope) if fact.kind in WITH_TERMS and fact.service else None
    if basis is None and fact.kind not in ENDING:
        return None
    return Decided(
        decision_id=fact.decision_id,
        case_id=fact.case_id,
        person_id=UUID(envelope.subject or ""),
        service=fact.service.service if fact.service else fact.benefit,
        kind=fact.kind,
        first_day=fact.period_from or ctx.today,
        basis=basis,
        renews=fact.previous_decision_id is not None,
    )


def undone_by(fact: Fact, envelope: Envelope, ctx: Context) -> Undone | None:
    """A decision that is no more by an appeal, whether it had taken effect or not; or one of which
    benefits says that it does nothing any more, or again."""
    match fact:
        case benefits.AppealResolved(decision_id=told_of) if fact.result in OVERTURNING:
            service, first_day = None, ctx.today
        case benefits.BenefitChanged(undoes=UUID() as told_of):
            service, first_day = fact.benefit, fact.valid_from
        case benefits.BenefitSuspended(decision_id=told_of):
            service, first_day = fact.benefit, fact.valid_from
        case benefits.BenefitRevoked(decision_id=told_of):
            service, first_day = fact.benefit, fact.valid_from
        case _:
            return None
    person_id = UUID(envelope.subject or "")
    return Undone(told_of, fact.case_id, person_id, service, first_day)


def basis_of(fact: benefits.DecisionIssued, envelope: Envelope) -> Basis:
    """The terms of a service. Raises DecisionIncomplete without a period."""
    if fact.service is None or fact.period_from is None or fact.period_to is None:
        raise DecisionIncomplete
    return Basis(
        decision_id=fact.decision_id,
        issued_at=envelope.time,
        first_day=fact.period_from,
        last_day=fact.period_to,
        hours_per_day=fact.service.hours_per_day,
        fee_per_hour=fact.service.fee_per_hour,
    )


def schedule_of(fact: contractor.ScheduleSet) -> Schedule:
    slots = [Slot(s.weekday, f"{s.start:%H:%M}", f"{s.end:%H:%M}") for s in fact.slots]
    return Schedule(fact.valid_from, fact.order_version, tuple(slots), fact.carer_id)


def visit_of(fact: contractor.VisitCompleted) -> Visit:
    return Visit(
        visit_id=fact.visit_id,
        on=fact.on,
        minutes=fact.minutes,
        activities=fact.activities,
        carer_id=fact.carer_id,
        checked_in_at=fact.checked_in_at,
        checked_out_at=fact.checked_out_at,
    )


def absence_of(fact: contractor.AbsenceReported) -> Absence:
    return Absence(fact.absence_id, fact.absent_from, fact.absent_to, fact.reason)


def figures_of(fact: contractor.MonthlyReportSubmitted) -> Figures:
    return Figures(
        planned_units=fact.planned_units,
        done_units=fact.done_units,
        orders_active=fact.orders_active,
        refusals=fact.refusals,
        incidents=fact.incidents,
        complaints=fact.complaints,
    )
