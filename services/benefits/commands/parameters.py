"""Legal parameters: proposed by one person, published by another."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.commands.leading import Leading
from services.benefits.commands.parameter_inputs import ProposalWithdrawal, ProposedSet
from services.benefits.legal_parameters import BOOK_ID, LegalParameters, Proposal
from services.benefits.queries.work import PUBLISHERS
from services.benefits.refusals.parameters import NotProposed

PROPOSERS = (Role.ADMINISTRATOR, Role.BENEFITS_HEAD)


class Parameters(Leading):
    """A set changes no calculation before it is published (`domain.md` I, four eyes)."""

    @command(*PROPOSERS)
    async def propose_parameters(self, new: ProposedSet, *, ctx: Context) -> Receipt:
        book = await self.log.find(LegalParameters, BOOK_ID, ctx=ctx)
        if book is None:
            book = LegalParameters()
        proposal_id = book.propose(new.made(), by=ctx.worker.id, on=ctx.today)
        return await self.log.append(book, ctx=ctx, result={"proposal_id": proposal_id})

    @command(*PUBLISHERS)
    async def publish_parameters(self, proposal_id: UUID, *, ctx: Context) -> Receipt:
        """Raises PublishedByProposer."""
        book = await self._book(ctx)
        published = book.publish(proposal_id, by=ctx.worker.id, on=ctx.today)
        told = {"kind": published.kind, "valid_from": published.valid_from}
        return await self.log.append(book, ctx=ctx, result=told)

    @command(*PROPOSERS, Role.DIRECTOR)
    async def withdraw_proposal(
        self, proposal_id: UUID, new: ProposalWithdrawal, *, ctx: Context
    ) -> Receipt:
        book = await self._book(ctx)
        book.withdraw(proposal_id, new.reason, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(book, ctx=ctx)

    async def proposals(self) -> tuple[Proposal, ...]:
        """All that were ever made, in their order."""
        book = await self.log.find(LegalParameters, BOOK_ID)
        return () if book is None else tuple(book.proposals.values())

    async def _book(self, ctx: Context) -> LegalParameters:
        book = await self.log.find(LegalParameters, BOOK_ID, ctx=ctx)
        if book is None:
            raise NotProposed
        return book
