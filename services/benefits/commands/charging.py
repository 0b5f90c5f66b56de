"""Fees of services: shares, the stay in the home, receivables of the month, what comes in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.case import Case
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.commands.realisation_inputs import (
    FeeMonth,
    FeePaid,
    FeeShares,
    PlaceAwaited,
    StayDay,
)
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.home_fees import account_shares
from services.benefits.lifecycle import EntitlementState
from services.benefits.queries import realisation as queries
from services.benefits.realisation.fees import Part, RelativeShare, Shares
from services.benefits.realisation.refusals import AgreementMissing
from services.benefits.realisation.values import SupportForm
from services.benefits.refusals.drafting import EarlierDecisionMissing
from services.benefits.refusals.general import InTheFuture
from services.benefits.values import Benefit, DecisionKind

AT_HOME = (Benefit.HOME_CARE, Benefit.SPECIALIST_CARE, Benefit.DAY_HOME)
"""Services that living in a residential home takes the place of."""


class Charging(Leading):
    """Fees go to the budget of the city ([002] fn. 21)."""

    @command(*WORKERS)
    async def set_fee_shares(self, case_id: UUID, new: FeeShares, *, ctx: Context) -> Receipt:
        """Who pays how much by agreements made since the decision on the fee (ups art. 61, 103).

        Raises EarlierDecisionMissing, AgreementMissing, SharesExceedCost.
        """
        case = await self._lead(case_id, ctx)
        shares = await self._decided_shares(case, new.decision_id, ctx)
        paid = {one.obliged_id: one for one in shares.relatives}
        for obliged_id in new.relatives:
            paid[obliged_id] = await self._relative(obliged_id, new, case, ctx)
        fees = await self._fees(case, ctx)
        fees.set_shares(replace(shares, valid_from=new.valid_from, relatives=tuple(paid.values())))
        return await self.log.append(fees, ctx=ctx)

    async def _decided_shares(self, case: Case, decision_id: UUID, ctx: Context) -> Shares:
        """Of the decision on the fee of this case, once it can be carried out."""
        known = decision_id in case.decisions
        decision = await self.log.load(Decision, decision_id, ctx=ctx) if known else None
        shares = account_shares(decision.id, decision.terms) if decision else None
        if decision is None or shares is None or not decision.is_executable:
            raise EarlierDecisionMissing(DecisionKind.FEE.value)
        return shares

    async def _relative(
        self, obliged_id: UUID, new: FeeShares, case: Case, ctx: Context
    ) -> RelativeShare:
        obliged = await self._obliged_in(case, obliged_id, ctx)
        agreement = obliged.agreement_on(new.valid_from)
        if agreement.form is not SupportForm.RESIDENTIAL_FEE:
            raise AgreementMissing
        return RelativeShare(obliged_id, agreement.amount)

    @command(*WORKERS)
    async def await_place(self, case_id: UUID, new: PlaceAwaited, *, ctx: Context) -> Receipt:
        """No place is free after the referral. Raises EarlierDecisionMissing, StayBegun."""
        case = await self._lead(case_id, ctx)
        if not await self._referred(case, ctx):
            raise EarlierDecisionMissing(DecisionKind.PLACEMENT.value)
        informed_on = new.informed_on or ctx.today
        if informed_on > ctx.today:
            raise InTheFuture(informed_on)
        fees = await self._fees(case, ctx)
        fees.await_place(new.expected_on, informed_on=informed_on)
        return await self.log.append(fees, ctx=ctx)

    async def _referred(self, case: Case, ctx: Context) -> bool:
        """Whether the referral to a home is issued."""
        decisions = await self._decisions(case, ctx)
        return any(d.kind is DecisionKind.REFERRAL and d.issued_on for d in decisions)

    @command(*WORKERS, Role.REALISATION_WORKER)
    async def start_stay(self, case_id: UUID, new: StayDay, *, ctx: Context) -> Receipt:
        """The resident was admitted; fees run from that day, and care at home ends.

        Raises SharesMissing, StayBegun, InTheFuture.
        """
        if new.on > ctx.today:
            raise InTheFuture(new.on)
        case = await self._lead(case_id, ctx)
        fees = await self._fees(case, ctx)
        fees.start_stay(new.on)
        ended = await self._care_at_home(case, ctx)
        for entitlement in ended:
            entitlement.end_by_admission(new.on, on=ctx.today)
        return await self.log.append(fees, *ended, ctx=ctx, result={"ended": len(ended)})

    async def _care_at_home(self, case: Case, ctx: Context) -> list[Entitlement]:
        """Running services that the home gives from now on, of any case of the resident."""
        rows = await queries.running_benefits(self.reading, case.person_id, AT_HOME)
        found = [await self.log.load(Entitlement, id_, ctx=ctx) for id_ in rows]
        return [one for one in found if one.state is not EntitlementState.ENDED]

    @command(*WORKERS, Role.REALISATION_WORKER)
    async def end_stay(self, case_id: UUID, new: StayDay, *, ctx: Context) -> Receipt:
        """The last day in the home. Raises StayNotBegun."""
        fees = await self._fees(await self._lead(case_id, ctx), ctx)
        fees.end_stay(new.on)
        return await self.log.append(fees, ctx=ctx)

    @command(Role.REALISATION_WORKER, Role.SYSTEM)
    async def charge_month(self, case_id: UUID, new: FeeMonth, *, ctx: Context) -> Receipt:
        """The receivable of a month that is over. Raises AlreadyCharged, MonthNotCovered."""
        case = await self.log.load(Case, case_id, ctx=ctx)
        fees = await self._fees(case, ctx)
        charge = fees.charge_month(new.month, on=ctx.today)
        return await self.log.append(fees, ctx=ctx, result={"total": charge.total})

    @command(Role.SYSTEM)
    async def charge_order(
        self, case_id: UUID, order_id: UUID, month: str, fee: Decimal, *, ctx: Context
    ) -> Receipt:
        """A month of home care was settled; the client owes its fee (ups art. 50 ust. 6)."""
        case = await self.log.load(Case, case_id, ctx=ctx)
        fees = await self._fees(case, ctx)
        fees.charge_order(order_id, month, fee)
        return await self.log.append(fees, ctx=ctx)

    @command(Role.REALISATION_WORKER)
    async def receive_fee(self, case_id: UUID, new: FeePaid, *, ctx: Context) -> Receipt:
        """Raises NotCharged, MoreThanRest."""
        case = await self.log.load(Case, case_id, ctx=ctx)
        fees = await self._fees(case, ctx)
        fees.receive(new.month, Part(new.payer, new.amount, new.obliged_id), on=ctx.today)
        left = fees.owed(new.month, new.payer, new.obliged_id)
        return await self.log.append(fees, ctx=ctx, result={"rest": left})
