"""The catalogue of help: proposed at the desk, published by another, and asked at the desk."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.intake.catalogue.entry import Entry
from services.intake.catalogue.matching import Match, answer
from services.intake.commands.catalogue_inputs import (
    EntryContent,
    Publication,
    SituationIn,
    Withdrawal,
)
from services.intake.commands.persons import Persons
from services.intake.queries import catalogue

MAY_PROPOSE = (Role.CATALOGUE_EDITOR, Role.INFORMATION_WORKER, Role.INFORMATION_HEAD)
MAY_PUBLISH = (Role.CATALOGUE_EDITOR, Role.INFORMATION_HEAD)


class Catalogue(Persons):
    """Whoever proposes does not publish what they proposed."""

    @command(*MAY_PROPOSE)
    async def propose_entry(self, new: EntryContent, *, ctx: Context) -> Receipt:
        entry = Entry.propose(new.content, by=ctx.worker.id)
        return await self.log.append(entry, ctx=ctx)

    @command(*MAY_PROPOSE)
    async def revise_entry(self, entry_id: UUID, new: EntryContent, *, ctx: Context) -> Receipt:
        entry = await self.log.load(Entry, entry_id, ctx=ctx)
        entry.revise(new.content, by=ctx.worker.id)
        return await self.log.append(entry, ctx=ctx)

    @command(*MAY_PUBLISH)
    async def publish_entry(self, entry_id: UUID, new: Publication, *, ctx: Context) -> Receipt:
        """`data` has the number of the version."""
        entry = await self.log.load(Entry, entry_id, ctx=ctx)
        version = entry.publish(
            new.valid_from or ctx.today, new.valid_to, by=ctx.worker.id, today=ctx.today
        )
        return await self.log.append(entry, ctx=ctx, result={"number": version.number})

    @command(*MAY_PUBLISH)
    async def withdraw_entry(self, entry_id: UUID, new: Withdrawal, *, ctx: Context) -> Receipt:
        entry = await self.log.load(Entry, entry_id, ctx=ctx)
        entry.withdraw(new.since or ctx.today, reason=new.reason, today=ctx.today)
        return await self.log.append(entry, ctx=ctx)

    async def answer_situation(self, asked: SituationIn, *, today: date) -> list[Match]:
        """Not a command: nothing changes, and nobody's name is asked."""
        on = asked.on or today
        entries = await catalogue.valid_on(self.reading, on, asked.known_on)
        return answer(asked.situation, entries, on=on)
