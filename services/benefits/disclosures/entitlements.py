"""What benefits tells of a benefit in realisation: payments, reviews, what decisions did to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from osnowa_contracts import benefits as facts
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from services.benefits.entitlement import Entitlement
from services.benefits.entitlement_events import End, Review, Version
from services.benefits.payments import Payment
from services.benefits.values import ReviewTrigger, Terms, given_once


def facts_of(event: DomainEvent, entitlement: Entitlement) -> Iterator[Fact]:
    case_id, benefit = entitlement.case_id, entitlement.benefit
    match event:
        case Entitlement.RealisationStarted(decision_id=decision_id, on=on):
            yield facts.RealisationStarted(
                case_id=case_id, decision_id=decision_id, benefit=benefit, on=on
            )
            for payment in entitlement.payments.values():
                yield _planned(entitlement, payment)
        case Entitlement.PaymentExecuted(payment=paid) if paid.paid_on is not None:
            yield facts.PaymentExecuted(
                case_id=case_id, decision_id=entitlement.last_decision_id,
                payment_id=paid.payment_id, month=paid.month, on=paid.paid_on, amount=paid.amount,
                benefit=benefit,
            )  # fmt: skip
        case Entitlement.ReviewOpened(review=review):
            yield facts.EntitlementReviewOpened(
                case_id=case_id, review_id=review.review_id, trigger=review.trigger,
                on=review.opened_on, certificate_id=_certificate(review), ground_id=review.ground,
            )  # fmt: skip
        case Entitlement.ReviewClosed():
            yield facts.EntitlementReviewClosed(
                case_id=case_id,
                review_id=event.review_id,
                result=event.result,
                on=event.on,
                decision_id=event.decision_id,
            )
        case Entitlement.BenefitSuspended(decision_id=decision_id, valid_from=valid_from):
            yield facts.BenefitSuspended(
                case_id=case_id, decision_id=decision_id, benefit=benefit, valid_from=valid_from
            )
        case Entitlement.BenefitChanged(version=version, limited=limited):
            changed = facts.BenefitLimited if limited else facts.BenefitChanged
            yield changed(
                case_id=case_id,
                decision_id=version.decision_id,
                benefit=benefit,
                valid_from=version.valid_from,
                amount=version.amount,
                once=_once(entitlement, version),
            )
            if version.amount is not None:
                for payment in entitlement.plan.waiting:
                    yield _planned(entitlement, payment)
        case Entitlement.ChangeUndone(decision_id=undone, valid_from=day) if day is not None:
            yield from _holds_again(entitlement, undone, day)
        case _:
            yield from _of_its_payments(event, entitlement)


def _holds_again(entitlement: Entitlement, undone: UUID, since: date) -> Iterator[Fact]:
    """What the benefit is without the decision that was taken back; where it is over, it stays so.

    Told to those who had been told of that decision: the same facts, the same recipients.
    """
    version, held_from = entitlement.versions[-1], entitlement.suspended_from
    if entitlement.ended_on is not None:
        if entitlement.lifted is not None and entitlement.lifted.lifted_by == undone:
            yield _over(entitlement, entitlement.ended_on)
        return
    if entitlement.suspended_by is not None and held_from is not None:
        yield facts.BenefitSuspended(
            case_id=entitlement.case_id, decision_id=entitlement.suspended_by,
            benefit=entitlement.benefit, valid_from=max(since, held_from),
        )  # fmt: skip
        return
    yield facts.BenefitChanged(
        case_id=entitlement.case_id, decision_id=version.decision_id, benefit=entitlement.benefit,
        valid_from=max(since, version.valid_from), amount=version.amount,
        once=_once(entitlement, version), undoes=undone,
    )  # fmt: skip
    if version.amount is not None:
        for payment in entitlement.plan.waiting:
            yield _planned(entitlement, payment)


def _of_its_payments(event: DomainEvent, entitlement: Entitlement) -> Iterator[Fact]:
    """Returned, cancelled, sent again, planned further, over."""
    case_id, benefit = entitlement.case_id, entitlement.benefit
    match event:
        case Entitlement.PaymentReturned(payment=back) if back.returned_on and back.return_reason:
            yield facts.PaymentReturned(
                case_id=case_id, decision_id=entitlement.last_decision_id,
                payment_id=back.payment_id, month=back.month, on=back.returned_on,
                amount=back.amount, reason=back.return_reason, benefit=benefit,
            )  # fmt: skip
        case Entitlement.PaymentCancelled(payment=planned) if planned.cancelled:
            yield facts.PaymentCancelled(
                case_id=case_id, decision_id=entitlement.last_decision_id,
                payment_id=planned.payment_id, month=planned.month, on=planned.cancelled.on,
                amount=planned.amount, reason=planned.cancelled.reason, benefit=benefit,
            )  # fmt: skip
        case Entitlement.HelpDelivered(handed=handed):
            yield facts.HelpDelivered(
                case_id=case_id, decision_id=entitlement.last_decision_id,
                delivery_id=handed.delivery_id, benefit=benefit, month=handed.month,
                on=handed.on, quantity=handed.quantity, value=handed.value,
            )  # fmt: skip
        case Entitlement.PaymentReissued(payment=again):
            yield _planned(entitlement, again)
        case Entitlement.PlanExtended(before=before):
            for payment in entitlement.plan.waiting:
                if payment.month > before:
                    yield _planned(entitlement, payment)
        case Entitlement.BenefitEnded(valid_from=last_day):
            yield _over(entitlement, last_day)


def _over(entitlement: Entitlement, on: date) -> Fact:
    """By the end of its period or a home; or by a decision."""
    why, benefit = entitlement.end_reason, entitlement.benefit
    if why in {End.PERIOD, End.DPS}:
        return facts.BenefitPeriodEnded(
            case_id=entitlement.case_id, decision_id=entitlement.decision_id, benefit=benefit,
            on=on, reason=None if why is End.PERIOD else why,
        )  # fmt: skip
    return facts.BenefitRevoked(
        case_id=entitlement.case_id, decision_id=entitlement.ended_by or entitlement.decision_id,
        benefit=benefit, valid_from=on,
    )  # fmt: skip


def _once(entitlement: Entitlement, version: Version) -> bool | None:
    """None where it is no money."""
    if version.amount is None:
        return None
    terms = Terms(valid_from=version.valid_from, valid_to=version.valid_to)
    return given_once(entitlement.benefit, terms)


def _certificate(review: Review) -> UUID | None:
    """The ground, where a certificate is what called for the review."""
    return review.ground if review.trigger is ReviewTrigger.NON_COOPERATION else None


def _planned(entitlement: Entitlement, payment: Payment) -> facts.PaymentPlanned:
    return facts.PaymentPlanned(
        case_id=entitlement.case_id, decision_id=entitlement.last_decision_id,
        payment_id=payment.payment_id, month=payment.month, due_on=payment.due_on,
        amount=payment.amount, method=payment.method,
    )  # fmt: skip
