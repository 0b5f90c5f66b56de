"""What decisions do to a benefit, and how one of a reopened proceeding takes another's place.

A decision that was examined anew is undone first (KPA 151 § 1 pkt 2); it stands again where the
board overturns the one that came instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from chassis.aggregate import Aggregate
from chassis.context import Context
from services.benefits.commands.drafts import Drafts
from services.benefits.commands.owing import counted_in, to_be_paid_back
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import DecisionState, EntitlementState
from services.benefits.payments import NOTHING
from services.benefits.realisation.repayment import Repayment, repayment_id_for
from services.benefits.values import GRANTING, ON_REVIEW, REALISED, DecisionKind

A = TypeVar("A", bound=Aggregate)


class Replacing(Drafts):
    """`at_hand` is what the same step changed already and has not appended yet."""

    async def _at_hand(
        self, cls: type[A], id_: UUID, at_hand: Sequence[Aggregate], ctx: Context
    ) -> A | None:
        for one in at_hand:
            if isinstance(one, cls) and one.id == id_:
                return one
        return await self.log.find(cls, id_, ctx=ctx)

    # --- the decision that was examined anew ----------------------------------

    async def _answered(
        self, decision: Decision, at_hand: Sequence[Aggregate], ctx: Context
    ) -> Decision | None:
        """The reopened decision that this one answers."""
        if decision.examines is None:
            return None
        return await self._at_hand(Decision, decision.examines, at_hand, ctx)

    @staticmethod
    def _settle(decision: Decision, examined: Decision, ctx: Context) -> list[Aggregate]:
        """It stands or goes with the finality of the decision that answers it."""
        if decision.state is not DecisionState.FINAL:
            return []
        kept = decision.kind is DecisionKind.CONFIRM
        examined.settle(decision.id, kept=kept, on=ctx.today)
        return [examined]

    async def _replace(
        self, decision: Decision, examined: Decision, at_hand: Sequence[Aggregate], ctx: Context
    ) -> list[Aggregate]:
        """Undoes what it did to the benefit, then does what the new decision says.

        Where a review of the benefit is open, it goes on: this is not its decision.
        """
        if decision.kind is DecisionKind.CONFIRM:
            decision.carry_out(on=ctx.today)
            return []
        id_ = examined.entitlement_id or examined.granted
        entitlement = await self._at_hand(Entitlement, id_, at_hand, ctx)
        if entitlement is None or not examined.carried_out:
            return []
        if decision.entitlement_id is None:  # its realisation began when the draft was written
            if entitlement.state is not EntitlementState.ENDED:
                entitlement.undo(examined.id, on=ctx.today)
            return [entitlement, *await self._claim_gone(examined, entitlement, ctx, at_hand)]
        others = await self._taken_back(examined, entitlement, at_hand, ctx)
        if decision.kind in GRANTING or examined.kind in REALISED:
            self._take_effect(decision, entitlement, ctx.today, reviewed=False)
        if decision.kind in GRANTING and examined.kind in GRANTING:
            claims = await self._claims_on(entitlement, ctx, (*at_hand, *others))
            others += to_be_paid_back(decision, entitlement, ctx, claims)
        others += await self._claims_adjusted(entitlement, ctx, (*at_hand, *others))
        decision.carry_out(on=ctx.today)
        return [entitlement, *others]

    async def _taken_back(
        self,
        examined: Decision,
        entitlement: Entitlement,
        at_hand: Sequence[Aggregate],
        ctx: Context,
    ) -> list[Aggregate]:
        """A grant is not undone: another amount, or nothing, takes its place; what was to be paid
        back of it is not claimed beside the new one, or beside what is undue now."""
        if examined.kind is DecisionKind.UNDUE or examined.kind in GRANTING:
            return await self._claim_gone(examined, entitlement, ctx, at_hand)
        if examined.kind in ON_REVIEW:
            entitlement.undo(examined.id, on=ctx.today)
        return []

    async def _stands_again(
        self,
        decision: Decision,
        entitlement: Entitlement | None,
        at_hand: Sequence[Aggregate],
        ctx: Context,
        *,
        over: bool,
    ) -> list[Aggregate]:
        """The answer was overturned: what it had taken back holds again, and is examined on.

        `over`: the board ended the reopened proceeding with it, so nothing is examined any more.
        """
        examined = await self._answered(decision, (), ctx)
        if examined is None:
            return []
        examined.unsettle(decision.id, on=ctx.today)
        if over:
            examined.settle(decision.id, kept=True, on=ctx.today)
        if entitlement is None or decision.kind is DecisionKind.CONFIRM:
            return [examined]
        if examined.kind in ON_REVIEW:
            self._take_effect(examined, entitlement, ctx.today, reviewed=False)
        elif examined.kind is DecisionKind.UNDUE or examined.kind in GRANTING:
            return [examined, *await self._claim_again(examined, entitlement, at_hand, ctx)]
        return [examined]

    async def _review_again(
        self, decision: Decision, decide_by: date, ctx: Context
    ) -> list[Aggregate]:
        """Overturned before it had any effect: its review is still open, with a term of its own."""
        if decision.entitlement_id is None or not decision.decides_review or decision.carried_out:
            return []
        entitlement = await self.log.load(Entitlement, decision.entitlement_id, ctx=ctx)
        entitlement.send_review_back(on=ctx.today, decide_by=decide_by)
        return [entitlement]

    # --- what a decision does to its benefit ------------------------------------

    @staticmethod
    def _take_effect(
        decision: Decision, entitlement: Entitlement, on: date, *, reviewed: bool = True
    ) -> None:
        """`reviewed`: it is the decision of the review that is open."""
        valid_from = decision.terms.valid_from or entitlement.valid_from
        match decision.kind:
            case DecisionKind.SUSPEND:
                entitlement.suspend(decision.id, valid_from, on=on, reviewed=reviewed)
            case (
                DecisionKind.CHANGE
                | DecisionKind.CONTINUE
                | DecisionKind.GRANT
                | DecisionKind.PARTIAL
                | DecisionKind.PLACEMENT
            ):
                granted = decision.kind in REALISED
                entitlement.change(
                    decision.id, decision.terms, on=on, granted=granted, reviewed=reviewed
                )
            case DecisionKind.LIMIT:
                entitlement.change(
                    decision.id, decision.terms, on=on, limited=True, reviewed=reviewed
                )
            case DecisionKind.REVOKE | DecisionKind.REFUSAL | DecisionKind.DISCONTINUE:
                entitlement.revoke(decision.id, valid_from, on=on)
            case DecisionKind.CONFIRM if reviewed:
                entitlement.confirm(decision.id, on=on)

    async def _established(
        self,
        decision: Decision,
        entitlement: Entitlement,
        at_hand: Sequence[Aggregate],
        ctx: Context,
    ) -> list[Aggregate]:
        """What is undue on that day is to be paid back; nothing, if nothing is undue any more.

        What came back before counts, as far as the decision says so.
        """
        months = entitlement.establish_undue(decision.id, decision.terms, on=ctx.today)
        if not months:
            return []
        repayment = Repayment(
            decision_id=decision.id,
            entitlement_id=entitlement.id,
            case_id=decision.case_id,
            person_id=decision.person_id,
            benefit=decision.benefit,
            months=months,
            amount=sum((month.amount for month in months), NOTHING),
            on=ctx.today,
        )
        claims = await self._claims_on(entitlement, ctx, at_hand)
        most = decision.terms.came_back
        return [repayment, *counted_in(repayment, claims, on=ctx.today, most=most)]

    async def _claim_gone(
        self,
        decision: Decision,
        entitlement: Entitlement,
        ctx: Context,
        at_hand: Sequence[Aggregate] = (),
    ) -> list[Aggregate]:
        """Nothing is to be paid back by a decision that is no more; another may establish it."""
        id_ = repayment_id_for(decision.id)
        repayment = await self._at_hand(Repayment, id_, at_hand, ctx)
        if repayment is None:
            return []
        repayment.fall_away(on=ctx.today)
        if repayment.months:
            entitlement.set_undue_aside(decision.id, repayment.months, on=ctx.today)
        return [repayment]

    async def _claim_again(
        self,
        decision: Decision,
        entitlement: Entitlement,
        at_hand: Sequence[Aggregate],
        ctx: Context,
    ) -> list[Aggregate]:
        """The claim that had fallen away with it, unless another decision made it meanwhile; what
        came back on the one that falls away now counts again."""
        repayment = await self.log.find(Repayment, repayment_id_for(decision.id), ctx=ctx)
        undue = {one.month: one.amount for one in entitlement.undue}
        if repayment is None or any(
            undue.get(one.month, NOTHING) < one.amount for one in repayment.months
        ):
            return []
        repayment.stand_again(on=ctx.today)
        if repayment.months:
            entitlement.set_undue_again(decision.id, repayment.months, on=ctx.today)
        claims = await self._claims_on(entitlement, ctx, at_hand)
        return [repayment, *counted_in(repayment, claims, on=ctx.today)]
