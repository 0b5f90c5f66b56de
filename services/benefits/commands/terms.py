"""Terms that passed without their act; only the clock of the service says so."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.case import Case
from services.benefits.commands.leading import Leading
from services.benefits.deadlines import DeadlineKind
from services.benefits.decision import Decision


class MissedTerms(Leading):
    """Finality by the term of appeal is a command of the decision."""

    @command(Role.SYSTEM)
    async def report_missed_term(
        self, case_id: UUID, kind: DeadlineKind, *, ctx: Context
    ) -> Receipt:
        """Of the interview or the decision. Raises TermNotMissed."""
        case = await self.log.load(Case, case_id, ctx=ctx)
        case.report_missed(kind, decided=await self._decided(case, ctx), on=ctx.today)
        return await self.log.append(case, ctx=ctx)

    async def _decided(self, case: Case, ctx: Context) -> bool:
        for decision_id in case.decisions:
            decision = await self.log.find(Decision, decision_id, ctx=ctx)
            if decision is not None and decision.issued_on is not None:
                return True
        return False
