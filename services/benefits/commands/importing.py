"""Cases that another system led: each row of its file once, however often it is sent."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.roles import Role
from osnowa_contracts.values import Money, Number
from pydantic import Field

from chassis.context import Context, command
from chassis.event_log import Receipt
from chassis.inputs import Input
from services.benefits.commands.leading import Leading
from services.benefits.imported_case import CaseFile, ImportedCase, id_of_row
from services.benefits.values import Benefit, DecisionKind


class ImportedCaseFile(Input):
    """A row of another system's file; the person is the one whom first contact knows."""

    source: str = Field(pattern=r"^[A-Za-z0-9_-]{1,40}$", examples=["POMOST"])
    row: str = Field(pattern=r"^[A-Za-z0-9._/-]{1,60}$", examples=["S1"])
    person_id: UUID
    benefit: Benefit
    filed_on: date
    number: Number | None = Field(default=None, examples=["MOPS/123/2019"])
    decision: DecisionKind | None = None
    decided_on: date | None = None
    amount: Annotated[Money, Field(ge=0)] | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    closed_on: date | None = None


class Importing(Leading):
    """Only who takes over data issues this command, and nothing else."""

    @command(Role.MIGRATION)
    async def import_case(self, new: ImportedCaseFile, *, ctx: Context) -> Receipt:
        """Raises InTheFuture, PeriodReversed. The same row again changes nothing."""
        known = await self.log.find(ImportedCase, id_of_row(new.source, new.row), ctx=ctx)
        return await self.log.append(known or taken_over(new, ctx), ctx=ctx)

    async def rehearse_case(self, new: ImportedCaseFile, *, ctx: Context) -> bool:
        """Whether the row is new. Raises what import_case would raise."""
        if await self.log.find(ImportedCase, id_of_row(new.source, new.row)) is not None:
            return False
        taken_over(new, ctx)
        return True


def taken_over(new: ImportedCaseFile, ctx: Context) -> ImportedCase:
    file = CaseFile(**{field.name: getattr(new, field.name) for field in fields(CaseFile)})
    return ImportedCase.take_over(new.source, new.row, new.person_id, file, today=ctx.today)
