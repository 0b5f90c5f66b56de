"""Requests out of a social contract: received as a case, answered by a decision (ups art. 39a)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from chassis.merges import entries_of
from services.benefits.case import case_id_for
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.commands.realisation_inputs import RequestAnswer
from services.benefits.realisation.contract_request import ContractRequest
from services.benefits.realisation.refusals import AnswerNotHere
from services.benefits.realisation.values import RequestResult
from services.benefits.values import Benefit, DecisionKind

RESULTS = {
    DecisionKind.GRANT: RequestResult.GRANTED,
    DecisionKind.PARTIAL: RequestResult.PARTLY,
    DecisionKind.REFUSAL: RequestResult.REFUSED,
}


class Requesting(Leading):
    """The social worker proposes; benefits decides in the normal procedure."""

    @command(Role.SYSTEM)
    async def receive_contract_request(
        self,
        request_id: UUID,
        person_id: UUID,
        contract_id: UUID,
        benefit: Benefit,
        amount: Decimal,
        provisions: tuple[str, ...],
        on: date,
        *,
        ctx: Context,
    ) -> Receipt:
        """`provisions` are codes of what the client undertook in the contract."""
        if (known := await self.log.find(ContractRequest, request_id, ctx=ctx)) is not None:
            return await self.log.append(known, ctx=ctx)
        request = ContractRequest(
            id=request_id,
            case_id=case_id_for(request_id, benefit),
            person_id=person_id,
            contract_id=contract_id,
            benefit=benefit,
            amount=amount,
            provisions=provisions,
            on=on,
        )
        return await self.log.append(request, ctx=ctx)

    @command(*WORKERS)
    async def answer_contract_request(
        self, request_id: UUID, new: RequestAnswer, *, ctx: Context
    ) -> Receipt:
        """By the decision that was issued. Raises AnswerNotHere, AlreadyAnswered."""
        request = await self.log.load(ContractRequest, request_id, ctx=ctx)
        decision = await self._led(new.decision_id, ctx)
        result = RESULTS.get(decision.kind)
        same = await entries_of(ctx.connection or self.reading, request.person_id)
        if decision.person_id not in same or decision.issued_on is None or result is None:
            raise AnswerNotHere
        request.answer(decision.id, result, on=ctx.today)
        return await self.log.append(request, ctx=ctx, result={"result": result})
