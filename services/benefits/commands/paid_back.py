"""Help that is given to be paid back, as its decision says (ups art. 41 pkt 2, art. 43 ust. 1)."""

from __future__ import annotations

from decimal import Decimal

from chassis.aggregate import Aggregate
from chassis.context import Context
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.payments import NOTHING
from services.benefits.realisation.repayment import Repayment
from services.benefits.values import LOAN


def to_be_paid_back(
    decision: Decision, entitlement: Entitlement, ctx: Context, *, back: Decimal = NOTHING
) -> list[Aggregate]:
    """What is owed from the day on which the help is given, in the instalments of the decision.

    `back`: what of this help came back before, by a decision whose place this one takes.
    A first instalment that passed while the decision was not final is due today.
    """
    repay = decision.terms.repay
    if repay is None or repay.amount <= back:
        return []
    owed = Repayment.of_help(
        decision_id=decision.id,
        entitlement_id=entitlement.id,
        case_id=decision.case_id,
        person_id=decision.person_id,
        benefit=decision.benefit,
        amount=repay.amount - back,
        loan=decision.benefit is LOAN,
        on=ctx.today,
    )
    first_due = max(repay.first_due, ctx.today)
    owed.set_plan(repay.instalments, first_due, by=ctx.worker.id, on=ctx.today)
    return [owed]
