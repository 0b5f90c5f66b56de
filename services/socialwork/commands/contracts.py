"""Social contracts: concluded, ended, and what is asked of benefits out of them."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.database import Pool
from chassis.event_log import EventLog, Receipt
from services.socialwork.commands.inputs import ContractBenefitWanted, Contracting, ContractOver
from services.socialwork.file import File


class Contracts:
    """`reading` is the pool of the same database that the log writes to."""

    def __init__(self, log: EventLog, reading: Pool) -> None:
        self.log = log
        self.reading = reading

    @command(Role.SOCIAL_WORKER)
    async def conclude_contract(self, file_id: UUID, new: Contracting, *, ctx: Context) -> Receipt:
        """The client and the worker signed it (ups art. 108); `data` has its id."""
        file = await self._led(file_id, ctx)
        contract = file.conclude_contract(
            new.variant, tuple(new.provisions), on=new.on or ctx.today, until=new.until,
            today=ctx.today,
        )  # fmt: skip
        return await self.log.append(file, ctx=ctx, result={"contract_id": contract.contract_id})

    @command(Role.SOCIAL_WORKER)
    async def end_contract(self, file_id: UUID, new: ContractOver, *, ctx: Context) -> Receipt:
        """Raises ContractUnknown, ContractIsOver."""
        file = await self._led(file_id, ctx)
        file.end_contract(new.contract_id, new.end, on=new.on or ctx.today, today=ctx.today)
        return await self.log.append(file, ctx=ctx)

    @command(Role.SOCIAL_WORKER)
    async def request_contract_benefit(
        self, file_id: UUID, new: ContractBenefitWanted, *, ctx: Context
    ) -> Receipt:
        """Benefits opens a case for it and answers by a decision (ups art. 39a)."""
        file = await self._led(file_id, ctx)
        request = file.request_contract_benefit(
            new.contract_id, new.benefit, new.amount, tuple(new.provisions), on=ctx.today
        )
        return await self.log.append(file, ctx=ctx, result={"request_id": request.request_id})

    async def _led(self, file_id: UUID, ctx: Context) -> File:
        """The file, for the social worker who leads it."""
        file = await self.log.load(File, file_id, ctx=ctx)
        file.require_led_by(ctx.worker.id)
        return file
