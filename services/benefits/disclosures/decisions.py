"""What others are told of a decision: codes, dates and amounts, never its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from osnowa_contracts import benefits as facts
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from services.benefits.counting import Counting
from services.benefits.decision import Decision
from services.benefits.decision_delivery import BOARD
from services.benefits.home_fees import paid_by_others
from services.benefits.values import DecisionKind, ServiceScope, given_once


def of_decision(event: DomainEvent, decision: Decision) -> Iterator[Fact]:
    case_id, decision_id = decision.case_id, decision.id
    match event:
        case Decision.Drafted(on=on):
            yield facts.DecisionDrafted(
                case_id=case_id,
                draft_id=decision_id,
                kind=decision.kind,
                benefit=decision.benefit,
                on=on,
            )
        case Decision.DecisionIssued(counting=counting):
            yield _issued(decision, counting)
        case Decision.DecisionDelivered(how=how, on=on, appeal_until=until):
            yield facts.DecisionDelivered(
                case_id=case_id, decision_id=decision_id, on=on, how=how, appeal_until=until
            )
        case Decision.MadeEnforceable(on=on):
            yield facts.DecisionMadeEnforceable(case_id=case_id, decision_id=decision_id, on=on)
        case Decision.ProceedingReopened(reopening=reopening):
            yield facts.ProceedingReopened(
                case_id=case_id, decision_id=decision_id, ground=reopening.ground,
                on_request=reopening.on_request, on=reopening.on,
            )  # fmt: skip
        case Decision.AppealWaived(on=on):
            yield facts.AppealWaived(case_id=case_id, decision_id=decision_id, on=on)
        case Decision.AppealFiled():
            yield facts.AppealFiled(
                case_id=case_id, decision_id=decision_id, appeal_id=event.appeal_id, on=event.on,
                forward_by=event.forward_by,
            )  # fmt: skip
        case Decision.LateAppealFiled(late_appeal=late):
            yield facts.LateAppealFiled(
                case_id=case_id, decision_id=decision_id, appeal_id=late.appeal_id,
                on=late.filed_on, forward_by=late.forward_by,
                restoration_asked=late.restoration_asked,
            )  # fmt: skip
        case Decision.LateAppealForwarded(on=on) if decision.late_appeal is not None:
            yield facts.AppealForwarded(
                case_id=case_id, decision_id=decision_id,
                appeal_id=decision.late_appeal.appeal_id, on=on,
            )  # fmt: skip
        case Decision.LateAppealAnswered(appeal_id=appeal_id, result=result, on=on):
            yield facts.LateAppealAnswered(
                case_id=case_id, decision_id=decision_id, appeal_id=appeal_id, on=on,
                result=result,
            )  # fmt: skip
        case Decision.AppealForwarded(on=on) if decision.appeal_id is not None:
            yield facts.AppealForwarded(
                case_id=case_id, decision_id=decision_id, appeal_id=decision.appeal_id, on=on
            )
        case Decision.AppealResolved(result=result, on=on) if decision.appeal_id is not None:
            yield facts.AppealResolved(
                case_id=case_id,
                decision_id=decision_id,
                appeal_id=decision.appeal_id,
                on=on,
                result=result,
            )
        case Decision.BecameFinal(basis=basis, on=on):
            yield facts.DecisionBecameFinal(
                case_id=case_id, decision_id=decision_id, on=on, basis=basis
            )


def _issued(decision: Decision, counting: Counting | None) -> facts.DecisionIssued:
    terms = decision.terms
    return facts.DecisionIssued(
        case_id=decision.case_id, decision_id=decision.id, number=decision.number,
        kind=decision.kind, benefit=decision.benefit, period_from=terms.valid_from,
        period_to=terms.valid_to, amount=terms.amount, once=_once(decision),
        immediate=terms.immediate,
        reasons_waived=terms.in_full, service=_service(decision, terms.service),
        previous_decision_id=decision.previous_decision_id, home=terms.home or None,
        fees_monthly=paid_by_others(terms) or None,
        ruled_by_board=decision.signed_by == BOARD,
        family=counting and counting.family, persons=counting and counting.persons,
        reasons=counting.reasons if counting else (),
    )  # fmt: skip


def _once(decision: Decision) -> bool | None:
    """None where no amount is given, as in a decision on what is to be paid back."""
    gives = decision.terms.amount is not None and decision.kind is not DecisionKind.UNDUE
    return given_once(decision.benefit, decision.terms) if gives else None


def _service(decision: Decision, scope: ServiceScope | None) -> facts.ServiceGrant | None:
    if scope is None or decision.kind is DecisionKind.REFUSAL:
        return None
    return facts.ServiceGrant(
        service=decision.benefit,
        hours_per_day=scope.hours_per_day,
        days=scope.days,
        fee_per_hour=scope.fee_per_hour,
    )
