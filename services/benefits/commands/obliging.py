"""Obliged persons: who they are, what was agreed with them, and the claim when it is not kept."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.commands.realisation_inputs import (
    AgreementMade,
    ObligedPersonSeen,
    SituationSeen,
    SupportPaid,
)
from services.benefits.realisation.fees import Fees, fees_id_for
from services.benefits.realisation.obliged import ObligedPerson, Situation


class Obliging(Leading):
    """Help of the family goes before help of the centre (ups art. 2, 61, 103)."""

    @command(*WORKERS)
    async def register_obliged_person(
        self, case_id: UUID, new: ObligedPersonSeen, *, ctx: Context
    ) -> Receipt:
        case = await self._lead(case_id, ctx)
        obliged = ObligedPerson(
            case_id=case.id,
            person_id=case.person_id,
            name=new.name,
            relation=new.relation,
            situation=Situation(new.income, new.household_size, ctx.today),
            on=ctx.today,
        )
        return await self.log.append(obliged, ctx=ctx)

    @command(*WORKERS)
    async def establish_situation(
        self, obliged_id: UUID, new: SituationSeen, *, ctx: Context
    ) -> Receipt:
        """Income and household of the obliged person, as of today."""
        obliged = await self._obliged(obliged_id, ctx)
        obliged.establish_situation(Situation(new.income, new.household_size, ctx.today))
        return await self.log.append(obliged, ctx=ctx)

    @command(*WORKERS)
    async def conclude_support_agreement(
        self, obliged_id: UUID, new: AgreementMade, *, ctx: Context
    ) -> Receipt:
        """It replaces an earlier one from its first day on. Raises PeriodReversed."""
        obliged = await self._obliged(obliged_id, ctx)
        agreement = obliged.conclude(
            new.amount, new.form, new.valid_from, new.valid_to, on=ctx.today
        )
        told = {"agreement_id": agreement.agreement_id}
        return await self.log.append(obliged, ctx=ctx, result=told)

    @command(Role.REALISATION_WORKER, *WORKERS)
    async def receive_support(self, obliged_id: UUID, new: SupportPaid, *, ctx: Context) -> Receipt:
        """Support for a month was paid or given. Raises AgreementMissing, MonthNotCovered."""
        obliged = await self._obliged(obliged_id, ctx)
        obliged.receive(new.month, new.amount, on=ctx.today)
        return await self.log.append(obliged, ctx=ctx)

    @command(*WORKERS)
    async def prepare_maintenance_claim(self, obliged_id: UUID, *, ctx: Context) -> Receipt:
        """For the court, over months that ended without support. Raises AgreementKept."""
        obliged = await self._obliged(obliged_id, ctx)
        fees = await self.log.find(Fees, fees_id_for(obliged.case_id), ctx=ctx)
        unpaid = fees.arrears_of(obliged.id) if fees else None
        claim = obliged.prepare_claim(unpaid, on=ctx.today, by=ctx.worker.id)
        told = {"claim_id": claim.claim_id, "months": claim.months, "amount": claim.amount}
        return await self.log.append(obliged, ctx=ctx, result=told)

    async def _obliged(self, obliged_id: UUID, ctx: Context) -> ObligedPerson:
        obliged = await self.log.load(ObligedPerson, obliged_id, ctx=ctx)
        await self._lead(obliged.case_id, ctx)
        return obliged
