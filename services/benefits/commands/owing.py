"""What a decision gives on condition that it is paid back: the claim begins with the help."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from chassis.aggregate import Aggregate
from chassis.context import Context
from services.benefits.case import Case
from services.benefits.commands.leading import Leading
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.payments import NOTHING
from services.benefits.realisation.refusals import CameBackChanged
from services.benefits.realisation.repayment import GROSZ, Repayment, repayment_id_for
from services.benefits.values import LOAN


def to_be_paid_back(
    decision: Decision,
    entitlement: Entitlement,
    ctx: Context,
    claims: Sequence[Repayment] = (),
) -> list[Aggregate]:
    """What is owed from the day on which the help is given, in the instalments of the decision.

    A first instalment that passed while the decision was not final is due today. Of `claims` that
    were made of the benefit before, what came back and is not owed counts here.
    """
    repay = decision.terms.repay
    if repay is None:
        return []
    owed = Repayment.of_help(
        decision_id=decision.id,
        entitlement_id=entitlement.id,
        case_id=decision.case_id,
        person_id=decision.person_id,
        benefit=decision.benefit,
        amount=repay.amount,
        loan=decision.benefit is LOAN,
        on=ctx.today,
    )
    others = counted_in(owed, claims, on=ctx.today)
    if owed.rest > 0:
        first_due = max(repay.first_due, ctx.today)
        count = min(repay.instalments, int(owed.rest / GROSZ))
        owed.set_plan(count, first_due, by=ctx.worker.id, on=ctx.today)
    return [owed, *others]


def counted_in(
    claim: Repayment, others: Iterable[Repayment], *, on: date, most: Decimal | None = None
) -> list[Repayment]:
    """What came back on others and is not owed there is paid of this claim, up to `most`; tells
    of which."""
    found = []
    for other in others:
        counted = claim.count_in(other, on=on, most=most)
        if counted > 0:
            found.append(other)
            most = None if most is None else most - counted
    return found


class Owing(Leading):
    """A claim follows what is given: a payment that is not made is not paid back either."""

    async def _claims_on(
        self, entitlement: Entitlement, ctx: Context, at_hand: Sequence[Aggregate] = ()
    ) -> list[Repayment]:
        """Every claim that was made of the benefit, also those that fell away.

        `at_hand` is what the same step changed already and has not appended yet.
        """
        near = {one.id: one for one in at_hand if isinstance(one, Repayment)}
        case = await self.log.load(Case, entitlement.case_id, ctx=ctx)
        ids = [repayment_id_for(decision_id) for decision_id in case.decisions]
        known = [near.get(id_) or await self.log.find(Repayment, id_, ctx=ctx) for id_ in ids]
        return [one for one in known if one is not None and one.entitlement_id == entitlement.id]

    async def _came_back(
        self, entitlement: Entitlement, demanded: Decimal | None, ctx: Context
    ) -> Decimal:
        """What of it the client paid back already, and does not owe for anything else."""
        claims = await self._claims_on(entitlement, ctx)
        held = sum((one.to_give_back for one in claims), NOTHING)
        return held if demanded is None else min(held, demanded)

    async def _require_still_counted(self, decision: Decision, ctx: Context) -> None:
        """The paper says what came back; that may have changed since it was written.

        Raises CameBackChanged.
        """
        said, benefit_id = decision.terms.came_back, decision.entitlement_id
        if said is None or benefit_id is None:
            return
        entitlement = await self.log.load(Entitlement, benefit_id, ctx=ctx)
        came_back = await self._came_back(entitlement, decision.terms.amount, ctx)
        if came_back != said:
            raise CameBackChanged(said, came_back)

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
