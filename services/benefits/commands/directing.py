"""Clients whom first contact sent here without an application, and why some get no proceeding."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.commands.leading import Leading
from services.benefits.commands.work_inputs import WithoutProceeding
from services.benefits.direction import Direction, direction_id_for
from services.benefits.queries import directions
from services.benefits.refusals.direction import CaseIsOpen


class Directing(Leading):
    """Only the head of the team answers for what nobody applied for."""

    @command(Role.SYSTEM)
    async def receive_direction(
        self,
        contact_id: UUID,
        person_id: UUID,
        outcome: str,
        *,
        urgent: bool,
        on: date,
        ctx: Context,
    ) -> Receipt:
        """By triage, or by its correction."""
        found = await self.log.find(Direction, direction_id_for(contact_id), ctx=ctx)
        if found is None:
            found = Direction(
                contact_id=contact_id,
                person_id=person_id,
                outcome=outcome,
                urgent=urgent,
                since=on,
            )
        else:
            found.direct_anew(outcome, urgent=urgent, on=on)
        return await self.log.append(found, ctx=ctx)

    @command(Role.SYSTEM)
    async def take_directions_back(self, contacts: Iterable[UUID], *, ctx: Context) -> Receipt:
        """First contact sent these clients elsewhere."""
        ids = [direction_id_for(contact_id) for contact_id in contacts]
        found = [await self.log.find(Direction, id_, ctx=ctx) for id_ in ids]
        waiting = [one for one in found if one is not None and one.is_waiting]
        for direction in waiting:
            direction.take_back()
        if not waiting:
            return Receipt(id=next(iter(ids), UUID(int=0)), position=0)
        return await self.log.append(*waiting, ctx=ctx)

    @command(Role.BENEFITS_HEAD)
    async def leave_without_proceeding(
        self, contact_id: UUID, new: WithoutProceeding, *, ctx: Context
    ) -> Receipt:
        """Raises DirectionOver, CaseIsOpen."""
        direction = await self.log.load(Direction, direction_id_for(contact_id), ctx=ctx)
        if await directions.has_case(ctx.connection or self.reading, contact_id):
            raise CaseIsOpen
        direction.leave_without_proceeding(new.reason, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(direction, ctx=ctx)
