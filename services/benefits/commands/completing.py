"""What a draft says without being told: what follows from the benefit, and the shares of a fee."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from chassis.calendar import Month
from chassis.context import Context
from services.benefits.case import Case
from services.benefits.commands.owing import Owing
from services.benefits.commands.reasoning import Reasoning
from services.benefits.entitlement import Entitlement
from services.benefits.grounds import Ground
from services.benefits.home_fees import with_shares
from services.benefits.kinds import KINDS
from services.benefits.refusals.drafting import ChangeDoesNotMatter
from services.benefits.values import Benefit, DecisionKind, ReviewTrigger, Terms

BY_TRIGGER = {
    ReviewTrigger.NON_COOPERATION: Ground.NON_COOPERATION,
    ReviewTrigger.WASTE: Ground.WASTE,
}


class Completing(Owing, Reasoning):
    """Terms that the worker left to the case."""

    async def _shared_out(
        self, case: Case, kind: DecisionKind, terms: Terms, ctx: Context
    ) -> Terms:
        """A decision on the fee for a home takes its shares from the calculation (ups art. 61)."""
        if kind is not DecisionKind.FEE or case.benefit is not Benefit.RESIDENTIAL_HOME:
            return terms
        means = await self._means(case, ctx)
        agreed: dict[UUID, Decimal] = {}
        for share in terms.fees:
            if share.obliged_id is not None:
                obliged = await self._obliged_in(case, share.obliged_id, ctx)
                if (fee := obliged.fee_agreed) is not None:
                    agreed[share.obliged_id] = fee
        return with_shares(terms, means.home_fees, agreed)


def completed(kind: DecisionKind, terms: Terms, entitlement: Entitlement | None) -> Terms:
    """With what follows from the benefit: until when it runs, and why its review was opened."""
    if entitlement is None:
        return terms
    if kind in {DecisionKind.CHANGE, DecisionKind.LIMIT} and terms.valid_to is None:
        terms = replace(terms, valid_to=entitlement.valid_to)
    if kind is DecisionKind.CONTINUE and entitlement.continuation and entitlement.work_since:
        first = max(entitlement.valid_from, Month.of(entitlement.work_since).first)
        return replace(
            terms, valid_from=first, valid_to=entitlement.continuation.until,
            amount=entitlement.amount,
        )  # fmt: skip
    if KINDS[kind].ground and terms.ground is None and entitlement.review is not None:
        terms = replace(terms, ground=ground_of(entitlement.review.trigger))
    return terms


def ground_of(trigger: ReviewTrigger) -> Ground:
    """Of a decision, by what called for its review; a worker may name another."""
    return BY_TRIGGER.get(trigger, Ground.CHANGED_CIRCUMSTANCES)


def check_change(
    kind: DecisionKind, terms: Terms, reasons: str, entitlement: Entitlement | None
) -> None:
    """A change of income within the threshold changes no benefit; another reason may.

    Raises ChangeDoesNotMatter where it was calculated in the review that is open.
    """
    found = entitlement.income_change if entitlement is not None else None
    if kind is not DecisionKind.CHANGE or found is None or found.matters:
        return
    if terms.ground is None and not reasons.strip():
        raise ChangeDoesNotMatter(abs(found.difference), found.threshold)
