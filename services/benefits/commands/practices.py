"""What a unit chooses where law and model leave it a choice."""

from __future__ import annotations

from collections.abc import Collection

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.commands.decision_inputs import AssessorChoice, MarkChoice, SignerChoice
from services.benefits.commands.leading import Leading
from services.benefits.practice import Authorisation, Practice
from services.benefits.refusals.team import NobodyLikeThat


class Practices(Leading):
    """Of the unit in which the director acts."""

    @command(Role.DIRECTOR)
    async def set_cooperation_assessor(self, new: AssessorChoice, *, ctx: Context) -> Receipt:
        """Holds for cases that open from now on."""
        practice = await self._own(ctx)
        practice.set_assessor(new.assessor, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(practice, ctx=ctx)

    @command(Role.DIRECTOR)
    async def set_decision_mark(self, new: MarkChoice, *, ctx: Context) -> Receipt:
        """What the numbers of decisions begin with from now on."""
        practice = await self._own(ctx)
        practice.set_decision_mark(new.mark, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(practice, ctx=ctx)

    @command(Role.DIRECTOR)
    async def authorise_signer(
        self, new: SignerChoice, *, team: Collection[str], ctx: Context
    ) -> Receipt:
        """`team` are those who may be authorised here. Raises NobodyLikeThat."""
        if new.worker_id not in team:
            raise NobodyLikeThat(new.worker_id)
        practice = await self._own(ctx)
        authorisation = Authorisation(new.worker_id, new.valid_from, new.valid_to)
        practice.authorise(authorisation, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(practice, ctx=ctx)

    async def _own(self, ctx: Context) -> Practice:
        return await self._practice(ctx) or Practice(unit=ctx.worker.unit)
