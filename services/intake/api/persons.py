"""Persons for programs: found, registered, corrected, merged; what was corrected when and why."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, record_reads, records_read
from services.intake import queries
from services.intake.commands import Commands
from services.intake.commands.inputs import (
    IdentifierCorrection,
    IdentifierWithdrawal,
    Merge,
    MergeUndoing,
    NewPerson,
    PersonCorrection,
    Search,
)
from services.intake.identity import Match

router = APIRouter(dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]


class Found(BaseModel):
    """Somebody who may be meant, and why."""

    person_id: UUID
    given_names: str
    family_name: str
    birth_date: date
    street: str | None
    city: str | None
    reasons: list[Match]


class PersonOut(BaseModel):
    """A person, without the number of any document."""

    person_id: UUID
    given_names: str
    family_name: str
    birth_date: date
    sex: str
    id_type: str
    teryt: str
    street: str | None
    postal_code: str | None
    city: str | None
    phone: str | None
    merged_into: UUID | None = Field(description="the entry that goes on, if it is not this one")


class ChangeOut(BaseModel):
    """One corrected field: what was, what is, why, and who did it when."""

    field: str
    was: str | None
    now: str | None
    reason: str
    actor_id: str
    at: datetime


@router.post("/persons/search")
async def search_persons(
    request: Request, wanted: Search, worker: SignedIn, service: Service
) -> list[Found]:
    """Who may be meant, best first. Sent as a body, so that no PESEL stands in an address."""
    found = await service.commands.search(wanted)
    await record_reads(request, worker, "search", *(one.person_id for one in found))
    return [Found(**vars(one)) for one in found]


@router.post("/persons", status_code=201)
async def register_person(new: NewPerson, ctx: Ctx, service: Service) -> Receipt:
    """409 `DuplicateSuspected`: search, then choose, or send again with `none_of_these`."""
    return await service.commands.register_person(new, ctx=ctx)


@router.get("/persons/{person_id}", dependencies=[Depends(records_read("client"))])
async def person(person_id: UUID, service: Service) -> PersonOut:
    row = await queries.person(service.reading, person_id)
    if row is None:
        raise NotFound("person")
    return PersonOut(**dict(row))


@router.get("/persons/{person_id}/history", dependencies=[Depends(records_read("history"))])
async def history(person_id: UUID, service: Service) -> list[ChangeOut]:
    """Every correction and merge, the latest first."""
    rows = await queries.changes_of(service.reading, person_id)
    return [ChangeOut(**dict(row)) for row in rows]


@router.post("/persons/{person_id}/corrections")
async def correct_person(
    person_id: UUID, correction: PersonCorrection, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.correct_person(person_id, correction, ctx=ctx)


@router.post("/persons/{person_id}/identifier")
async def correct_identifier(
    person_id: UUID, correction: IdentifierCorrection, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.correct_identifier(person_id, correction, ctx=ctx)


@router.post("/persons/{person_id}/identifier/withdrawal")
async def withdraw_identifier(
    person_id: UUID, withdrawal: IdentifierWithdrawal, ctx: Ctx, service: Service
) -> Receipt:
    """The number is wrong, the right one not known yet."""
    return await service.commands.withdraw_identifier(person_id, withdrawal, ctx=ctx)


@router.post("/persons/{person_id}/merge")
async def merge_persons(person_id: UUID, merge: Merge, ctx: Ctx, service: Service) -> Receipt:
    """409 `DifferentPesels`: two persons, unless one number is withdrawn first."""
    return await service.commands.merge_persons(person_id, merge, ctx=ctx)


@router.post("/persons/{person_id}/merge/undoing")
async def undo_person_merge(
    person_id: UUID, undoing: MergeUndoing, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.undo_person_merge(person_id, undoing, ctx=ctx)
