"""Fees of services: shares, the stay in the home, receivables of the month, what comes in."""

from __future__ import annotations

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
from services.benefits.realisation.fees import Fees, Part, RelativeShare, Shares, fees_id_for
from services.benefits.realisation.obliged import ObligedPerson
from services.benefits.realisation.refusals import AgreementMissing
from services.benefits.realisation.values import SupportForm
from services.benefits.refusals.drafting import EarlierDecisionMissing, KindNotHere
from services.benefits.refusals.general import InTheFuture
from services.benefits.values import Benefit, DecisionKind


class Charging(Leading):
    """Fees go to the budget of the city ([002] fn. 21)."""

    @command(*WORKERS)
    async def set_fee_shares(self, case_id: UUID, new: FeeShares, *, ctx: Context) -> Receipt:
        """Resident by decision, relatives by agreement, the gmina the rest (ups art. 61)."""
        case = await self._lead(case_id, ctx)
        if case.benefit is not Benefit.RESIDENTIAL_HOME:
            raise KindNotHere(case.benefit.value)
        fees = await self._fees(case, ctx)
        relatives = [await self._relative(one, new, case, ctx) for one in new.relatives]
        fees.set_shares(
            Shares(new.valid_from, new.cost, new.resident, tuple(relatives), new.decision_id)
        )
        return await self.log.append(fees, ctx=ctx)

    async def _relative(
        self, obliged_id: UUID, new: FeeShares, case: Case, ctx: Context
    ) -> RelativeShare:
        obliged = await self.log.load(ObligedPerson, obliged_id, ctx=ctx)
        agreement = obliged.agreement_on(new.valid_from)
        if obliged.case_id != case.id or agreement.form is not SupportForm.RESIDENTIAL_FEE:
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
        decisions = [await self.log.load(Decision, id_, ctx=ctx) for id_ in case.decisions]
        return any(d.kind is DecisionKind.REFERRAL and d.issued_on for d in decisions)

    @command(*WORKERS, Role.REALISATION_WORKER)
    async def start_stay(self, case_id: UUID, new: StayDay, *, ctx: Context) -> Receipt:
        """The resident was admitted; fees run from that day. Raises SharesMissing, StayBegun."""
        fees = await self._fees(await self._lead(case_id, ctx), ctx)
        fees.start_stay(new.on)
        return await self.log.append(fees, ctx=ctx)

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

    async def _fees(self, case: Case, ctx: Context) -> Fees:
        found = await self.log.find(Fees, fees_id_for(case.id), ctx=ctx)
        return found or Fees(case_id=case.id, person_id=case.person_id, benefit=case.benefit)
