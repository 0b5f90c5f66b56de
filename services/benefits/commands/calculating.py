"""The income of a case, and what the formulas make of it: benefit, right, fee, shares of a home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.calculation import InForce, MonthIncome, Relative
from services.benefits.case import Case
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.commands.means_inputs import (
    EntitlementProposal,
    FeeWanted,
    HomeFeesWanted,
    IncomeChanged,
    IncomeFound,
    RelativeFound,
)
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import Action, require
from services.benefits.refusals.general import InTheFuture


class Calculating(Leading):
    """By the law of today, or of the day that was told; a later income puts all of it aside."""

    @command(*WORKERS)
    async def establish_income(self, case_id: UUID, new: IncomeFound, *, ctx: Context) -> Receipt:
        case = await self._lead(case_id, ctx)
        case.require(Action.ESTABLISH_INCOME)
        if new.month > f"{ctx.today:%Y-%m}":
            raise InTheFuture(date.fromisoformat(f"{new.month}-01"))
        means = await self._means(case, ctx)
        income = means.establish_income(
            new.month,
            new.household_size,
            tuple(component.receipt() for component in new.components),
            law=await self._law_of(new.on, ctx),
            maintenance_paid=new.maintenance_paid,
            by_law_of=new.on,
        )
        told = {"total": income.total, "per_capita": income.per_capita}
        return await self.log.append(means, ctx=ctx, result=told)

    @command(*WORKERS)
    async def calculate_entitlement(
        self, case_id: UUID, new: EntitlementProposal, *, ctx: Context
    ) -> Receipt:
        case = await self._lead(case_id, ctx)
        case.require(Action.CALCULATE_ENTITLEMENT)
        means = await self._means(case, ctx)
        found = means.calculate_entitlement(
            new.proposed,
            law=await self._law_of(new.on or means.by_law_of, ctx),
            own_income=new.own_income,
            need=new.need,
            to_be_paid_back=new.to_be_paid_back,
        )
        told = {"minimum": found.minimum, "maximum": found.maximum, "proposed": means.proposed}
        return await self.log.append(means, ctx=ctx, result=told)

    @command(*WORKERS)
    async def calculate_right(self, case_id: UUID, *, ctx: Context) -> Receipt:
        """Whether help in kind or a service is given, and without payment. Raises NoFormula."""
        case = await self._lead(case_id, ctx)
        case.require(Action.CALCULATE_RIGHT)
        means = await self._means(case, ctx)
        right = means.calculate_right(law=await self._law_of(means.by_law_of, ctx))
        return await self.log.append(means, ctx=ctx, result={"free": right.free})

    @command(*WORKERS)
    async def calculate_fee(self, case_id: UUID, new: FeeWanted, *, ctx: Context) -> Receipt:
        case = await self._lead(case_id, ctx)
        case.require(Action.CALCULATE_FEE)
        means = await self._means(case, ctx)
        law = await self._law_of(new.on or means.by_law_of, ctx)
        fee = means.calculate_fee(law=law, hours_per_day=new.hours_per_day)
        told = {"fee_per_hour": fee.fee_per_hour, "share": fee.share, "scale_id": fee.scale_id}
        return await self.log.append(means, ctx=ctx, result=told)

    @command(*WORKERS)
    async def calculate_home_fees(
        self, case_id: UUID, new: HomeFeesWanted, *, ctx: Context
    ) -> Receipt:
        """Who bears the cost of a care home; a decision on the fees says so later."""
        case = await self._lead(case_id, ctx)
        case.require(Action.CALCULATE_FEE)
        means = await self._means(case, ctx)
        law = await self._law_of(new.on or means.by_law_of, ctx)
        incomes = new.incomes(means.month, law)
        fees = means.calculate_home_fees(
            new.cost,
            tuple([await self._as_agreed(case, one, incomes, ctx) for one in new.relatives]),
            law=law,
            incomes=incomes,
        )
        told = {
            "resident": fees.resident,
            "relatives": [payer.pays for payer in fees.relatives],
            "gmina": fees.gmina,
        }
        return await self.log.append(means, ctx=ctx, result=told)

    @command(*WORKERS)
    async def calculate_income_change(
        self, entitlement_id: UUID, new: IncomeChanged, *, ctx: Context
    ) -> Receipt:
        """In a review: a decision CHANGE or CONFIRM gives its steps as reasons.

        Raises IncomeMissing, PreviousIncomeMissing, NoFormula.
        """
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        case = await self._lead(entitlement.case_id, ctx)
        require(Action.CALCULATE_INCOME_CHANGE, entitlement.state)
        if new.changed_in > f"{ctx.today:%Y-%m}":
            raise InTheFuture(date.fromisoformat(f"{new.changed_in}-01"))
        means = await self._means(case, ctx)
        law = await self._law_of(new.on or means.by_law_of, ctx)
        before, now = means.compared(new.income_before)
        found = entitlement.calculate_income_change(before, now, new.changed_in, law=law)
        told = {
            "difference": found.difference,
            "threshold": found.threshold,
            "matters": found.matters,
            "effective_from": found.effective_from,
        }
        return await self.log.append(entitlement, ctx=ctx, result=told)

    async def _law_of(self, told: date | None, ctx: Context) -> InForce:
        """The parameters of the day that was told, or of today. Raises InTheFuture."""
        if told is not None and told > ctx.today:
            raise InTheFuture(told)
        return await self.law_on(told or ctx.today, ctx)

    async def _as_agreed(
        self, case: Case, found: RelativeFound, incomes: Mapping[str, MonthIncome], ctx: Context
    ) -> Relative:
        """With what the agreement in the register says, where none is given."""
        counted = incomes.get(found.reference)
        relative = found.relative(counted.total if counted else None)
        if found.obliged_id is None or found.agreed is not None:
            return relative
        obliged = await self._obliged_in(case, found.obliged_id, ctx)
        return replace(relative, agreed=obliged.fee_agreed)
