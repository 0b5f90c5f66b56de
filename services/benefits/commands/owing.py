"""What a decision gives on condition that it is paid back: the claim begins with the help."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from chassis.aggregate import Aggregate
from chassis.context import Context
from services.benefits.commands.leading import Leading
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.payments import NOTHING
from services.benefits.realisation.repayment import GROSZ, Repayment, repayment_id_for
from services.benefits.values import LOAN


def to_be_paid_back(
    decision: Decision, entitlement: Entitlement, ctx: Context, received: Decimal = NOTHING
) -> list[Aggregate]:
    """What is owed from the day on which the help is given, in the instalments of the decision.

    A first instalment that passed while the decision was not final is due today. `received` came
    back already, by the decision whose place this one takes.
    """
    repay = decision.terms.repay
    if repay is None or repay.amount <= received:
        return []
    owed = Repayment.of_help(
        decision_id=decision.id,
        entitlement_id=entitlement.id,
        case_id=decision.case_id,
        person_id=decision.person_id,
        benefit=decision.benefit,
        amount=repay.amount - received,
        loan=decision.benefit is LOAN,
        on=ctx.today,
    )
    first_due = max(repay.first_due, ctx.today)
    count = min(repay.instalments, int(owed.amount / GROSZ))
    owed.set_plan(count, first_due, by=ctx.worker.id, on=ctx.today)
    return [owed]


class Owing(Leading):
    """A claim follows what is given: a payment that is not made is not paid back either."""

    async def _claims_adjusted(
        self, entitlement: Entitlement, ctx: Context, at_hand: Sequence[Aggregate] = ()
    ) -> list[Aggregate]:
        """Of help in money; what was delivered instead is paid back as decided.

        `at_hand` is what the same step changed already and has not appended yet.
        """
        if not entitlement.plan.payments:
            return []
        found: list[Aggregate] = []
        near = {one.id: one for one in at_hand if isinstance(one, Repayment)}
        for version in entitlement.versions:
            id_ = repayment_id_for(version.decision_id)
            claim = near.get(id_) or await self.log.find(Repayment, id_, ctx=ctx)
            if claim is not None and claim.adjust(entitlement.plan.given, on=ctx.today):
                found.append(claim)
        return found
