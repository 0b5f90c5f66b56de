"""What comes back of help: instalments, receipts, a waiver (ups art. 41, 43, 98, 104).

A benefit that was not due, help that was given on condition that it is paid back, or a loan.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.calendar import Month
from services.benefits.payments import NOTHING, Overpaid
from services.benefits.realisation.giving_back import GivingBack
from services.benefits.realisation.refusals import (
    FirstInstalmentPassed,
    MoreThanRest,
    NothingToRepay,
    TooManyInstalments,
)
from services.benefits.realisation.repayment_events import (
    GivenBack,
    Instalment,
    Owed,
    Receipt,
    RepaymentEvents,
)
from services.benefits.realisation.values import RepaymentCause, WaiverReason
from services.benefits.values import Benefit, PaymentMethod

GROSZ = Decimal("0.01")


def repayment_id_for(decision_id: UUID) -> UUID:
    return uuid5(decision_id, "repayment")


class Repayment(GivingBack, Aggregate):
    """Begins when the decision that establishes it takes effect, or gives the help."""

    TOPIC = "benefits.repayment"

    class UndueBenefitEstablished(Created):
        TOPIC = "benefits.repayment.undue-established.1"
        decision_id: UUID
        entitlement_id: UUID
        case_id: UUID
        person_id: UUID
        benefit: Benefit
        months: tuple[Overpaid, ...]
        amount: Decimal
        on: date

    class HelpToBePaidBackGiven(Created):
        """Nothing undue: it was given on that condition."""

        TOPIC = "benefits.repayment.help-to-be-paid-back-given.1"
        decision_id: UUID
        entitlement_id: UUID
        case_id: UUID
        person_id: UUID
        benefit: Benefit
        months: tuple[Overpaid, ...]
        amount: Decimal
        on: date
        cause: RepaymentCause

        def apply(self, aggregate: Any) -> None:
            aggregate.cause = self.cause

    @staticmethod
    def create_id(decision_id: UUID, **_: object) -> UUID:
        return repayment_id_for(decision_id)

    @event(UndueBenefitEstablished)
    def __init__(
        self,
        decision_id: UUID,
        entitlement_id: UUID,
        case_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        months: tuple[Overpaid, ...],
        amount: Decimal,
        on: date,
    ) -> None:
        self.cause = RepaymentCause.UNDUE
        self.decision_id = decision_id
        self.entitlement_id = entitlement_id
        self.case_id = case_id
        self.person_id = person_id
        self.benefit = benefit
        self.months = months
        self.amount = self.agreed = amount
        self.established_on = on
        self.instalments: tuple[Instalment, ...] = ()
        self.receipts: tuple[Receipt, ...] = ()
        self.counted_here = self.counted_elsewhere = NOTHING
        self.refunds: tuple[GivenBack, ...] = ()
        self.held_before_plan = NOTHING
        self.waived = NOTHING
        self.fell_away_on: date | None = None

    @classmethod
    def of_help(
        cls,
        *,
        decision_id: UUID,
        entitlement_id: UUID,
        case_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        amount: Decimal,
        loan: bool,
        on: date,
    ) -> Repayment:
        """Of what is given to be paid back, by the decision that gives it."""
        return cls._create(
            cls.HelpToBePaidBackGiven,
            decision_id=decision_id, entitlement_id=entitlement_id, case_id=case_id,
            person_id=person_id, benefit=benefit, months=(), amount=amount, on=on,
            cause=RepaymentCause.LOAN if loan else RepaymentCause.RETURNABLE,
        )  # fmt: skip

    def adjust(self, given: Decimal, *, on: date) -> bool:
        """Of help no more is paid back than was given, or still will be; what is undue is claimed
        by a decision of its own. Tells whether that changed anything."""
        amount = min(self.agreed, given)
        of_help = self.cause is not RepaymentCause.UNDUE and self.fell_away_on is None
        changed = of_help and amount != self.amount
        if changed:
            self._adjusted(amount=amount, on=on)
        return changed

    @event(RepaymentEvents.ClaimAdjusted)
    def _adjusted(self, amount: Decimal, on: date) -> None:
        self.amount = amount

    def set_plan(self, count: int, first_due: date, *, by: str, on: date) -> None:
        """The rest in equal monthly instalments; what does not divide is in the last one.

        A new plan replaces the one before, from what is left then (ups art. 104 ust. 4).
        """
        self._require_rest()
        if first_due < on:
            raise FirstInstalmentPassed(on)
        part = (self.rest / count).quantize(GROSZ, rounding=ROUND_DOWN)
        if part <= 0:
            raise TooManyInstalments(int(self.rest / GROSZ))
        amounts = [*[part] * (count - 1), self.rest - part * (count - 1)]
        days = _monthly(first_due, count)
        plan = zip(days, amounts, strict=True)
        instalments = tuple(Instalment(n, day, sum_) for n, (day, sum_) in enumerate(plan, 1))
        self._plan_set(instalments=instalments, by=by, on=on)

    @event(RepaymentEvents.PlanSet)
    def _plan_set(self, instalments: tuple[Instalment, ...], by: str, on: date) -> None:
        self.instalments = instalments
        self.held_before_plan = self.held

    def receive(self, amount: Decimal, method: PaymentMethod, *, on: date) -> Receipt:
        """Raises NothingToRepay, MoreThanRest."""
        self._require_rest(amount)
        receipt_id = uuid5(self.id, f"receipt/{len(self.receipts) + 1}")
        receipt = Receipt(receipt_id, amount, on, method)
        self._received(receipt=receipt)
        return receipt

    @event(RepaymentEvents.RepaymentReceived)
    def _received(self, receipt: Receipt) -> None:
        self.receipts += (receipt,)

    def waive(self, amount: Decimal, reason: WaiverReason, *, by: str, on: date) -> None:
        """All of it or a part need not be repaid (ups art. 104 ust. 4)."""
        self._require_rest(amount)
        self._waived(amount=amount, reason=reason, by=by, on=on)

    @event(RepaymentEvents.RepaymentWaived)
    def _waived(self, amount: Decimal, reason: WaiverReason, by: str, on: date) -> None:
        self.waived += amount

    # --- the decision that it rests on ----------------------------------------

    def fall_away(self, *, on: date) -> None:
        """The decision that the claim rests on was overturned, or another took its place."""
        if self.fell_away_on is None:
            self._fell_away(on=on)

    @event(RepaymentEvents.ClaimFellAway)
    def _fell_away(self, on: date) -> None:
        self.fell_away_on = on

    def stand_again(self, *, on: date) -> None:
        """The decision that the claim rests on holds after all."""
        if self.fell_away_on is not None:
            self._stands_again(on=on)

    @event(RepaymentEvents.ClaimStandsAgain)
    def _stands_again(self, on: date) -> None:
        self.fell_away_on = None

    def owed(self) -> tuple[Owed, ...]:
        """Instalments not covered yet: receipts fill them in order, a waiver takes the last."""
        covered, left = self.held - self.held_before_plan, self.rest
        found = []
        for one in self.instalments:
            missing = max(one.amount - covered, NOTHING)
            covered = max(covered - one.amount, NOTHING)
            if (rest := min(missing, left)) > 0:
                found.append(Owed(one.number, one.due_on, rest))
                left -= rest
        return tuple(found)

    def _require_rest(self, amount: Decimal = NOTHING) -> None:
        if self.rest <= 0:
            raise NothingToRepay
        if amount > self.rest:
            raise MoreThanRest(amount, self.rest)


def _monthly(first: date, count: int) -> list[date]:
    """The same day of each month, or its last one."""
    days, month = [], Month.of(first)
    for _ in range(count):
        days.append(month.first.replace(day=min(first.day, month.last.day)))
        month = month.next()
    return days
