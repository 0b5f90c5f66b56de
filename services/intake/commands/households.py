"""Households: defined, changed from a day on, ended; a person is in one of them on one day."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from chassis.transaction import transaction
from services.intake.commands.inputs import (
    HouseholdEnd,
    HouseholdMember,
    HouseholdState,
    MemberCorrection,
    MemberGone,
    NewMember,
)
from services.intake.commands.persons import Persons
from services.intake.household import Household
from services.intake.person import Person
from services.intake.person_refusals import AlreadyInHousehold
from services.intake.queries import households
from services.intake.values import Member

MAY = (
    Role.INFORMATION_WORKER,
    Role.INFORMATION_HEAD,
    Role.SOCIAL_WORKER,
    Role.BENEFITS_WORKER,
)


class Households(Persons):
    """Whoever meets the family may say who belongs to it."""

    @command(*MAY)
    async def define_household(self, state: HouseholdState, *, ctx: Context) -> Receipt:
        """Raises AlreadyInHousehold where a member belongs to another one on such a day."""
        members = await self._members(state.members, ctx)
        return await self._kept(Household.define(members, since=state.since), ctx)

    @command(*MAY)
    async def change_household(
        self, household_id: UUID, state: HouseholdState, *, ctx: Context
    ) -> Receipt:
        """The whole household as it is from that day on. Raises AlreadyInHousehold."""
        household = await self.log.load(Household, household_id, ctx=ctx)
        household.change(await self._members(state.members, ctx), since=state.since)
        return await self._kept(household, ctx)

    @command(*MAY)
    async def add_household_member(
        self, household_id: UUID, new: NewMember, *, ctx: Context
    ) -> Receipt:
        household = await self.log.load(Household, household_id, ctx=ctx)
        (member,) = await self._members([new], ctx)
        household.add(member, since=new.since)
        return await self._kept(household, ctx)

    @command(*MAY)
    async def remove_household_member(
        self, household_id: UUID, gone: MemberGone, *, ctx: Context
    ) -> Receipt:
        """With the last member the household ends."""
        household = await self.log.load(Household, household_id, ctx=ctx)
        household.remove(gone.person_id, since=gone.since)
        return await self._kept(household, ctx)

    @command(*MAY)
    async def correct_household_member(
        self, household_id: UUID, person_id: UUID, new: MemberCorrection, *, ctx: Context
    ) -> Receipt:
        """What was noted before stays in the history. Raises AlreadyInHousehold."""
        household = await self.log.load(Household, household_id, ctx=ctx)
        household.correct_member(
            person_id, relation=new.relation, since=new.since, reason=new.reason
        )
        return await self._kept(household, ctx)

    @command(*MAY)
    async def end_household(
        self, household_id: UUID, end: HouseholdEnd, *, ctx: Context
    ) -> Receipt:
        household = await self.log.load(Household, household_id, ctx=ctx)
        household.end(on=end.on)
        return await self._kept(household, ctx)

    # --- how it is done -----------------------------------------------------

    async def _kept(self, household: Household, ctx: Context) -> Receipt:
        """Events and stays commit together, or neither does."""
        async with transaction(self.log, ctx) as (ctx, tx):
            receipt = await self.log.append(household, ctx=ctx)
            if receipt.repeated:
                return receipt
            await households.keep_stays(tx, household.id, household.stays())
            if (found := await households.elsewhere(tx, household.id)) is not None:
                raise AlreadyInHousehold(found["person_id"], found["day"])
        return receipt

    async def _members(self, given: Iterable[HouseholdMember], ctx: Context) -> tuple[Member, ...]:
        """Raises NotFound, PersonAbsorbed."""
        members = []
        for one in given:
            (await self.log.load(Person, one.person_id, ctx=ctx)).require_own()
            members.append(Member(one.person_id, one.relation))
        return tuple(members)
