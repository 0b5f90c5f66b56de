"""Households for programs: who belongs to which on a given day, and since when."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from chassis.context import WARSAW
from chassis.event_log import Receipt
from chassis.inputs import PlausibleDay
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Here, Running, SignedIn, record_reads
from services.intake.commands import Commands
from services.intake.commands.inputs import (
    HouseholdEnd,
    HouseholdState,
    MemberCorrection,
    MemberGone,
    NewMember,
)
from services.intake.household import Household
from services.intake.queries import households as asked

router = APIRouter(dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
OfPerson = Annotated[UUID, Query(description="the household to which this person belongs")]


class HouseholdOut(BaseModel):
    """A household as it is on one day."""

    household_id: UUID
    since: date = Field(description="the day from which it is composed like this")
    members: list[UUID] = Field(description="person ids")


class StayOut(BaseModel):
    """A member, from a day up to the last one before `until`."""

    person_id: UUID
    relation: str
    since: date
    until: date | None = Field(description="the first day without them")


@router.get("/households")
async def household_of(
    request: Request,
    person_id: OfPerson,
    worker: SignedIn,
    service: Service,
    site: Here,
    on: Annotated[PlausibleDay | None, Query(description="today if left out")] = None,
) -> list[HouseholdOut]:
    """One household, or none: a person belongs to at most one on a day."""
    await record_reads(request, worker, "household", person_id)
    day = on or site.clock.now().astimezone(WARSAW).date()
    household_id = await asked.on_day(service.reading, person_id, day)
    if household_id is None:
        return []
    household = await service.commands.log.load(Household, household_id)
    composition = [one for one in household.compositions if one.since <= day][-1]
    members = [member.person_id for member in composition.members]
    await record_reads(request, worker, "household", *members)
    since = composition.since
    return [HouseholdOut(household_id=household_id, since=since, members=members)]


@router.get("/households/{household_id}")
async def stays(
    request: Request, household_id: UUID, worker: SignedIn, service: Service
) -> list[StayOut]:
    """Everybody who belongs or belonged to it."""
    rows = await asked.stays_in(service.reading, household_id)
    if not rows:
        raise NotFound("household")
    await record_reads(request, worker, "household", *{row["person_id"] for row in rows})
    return [StayOut(**dict(row)) for row in rows]


@router.post("/households", status_code=201)
async def define_household(state: HouseholdState, ctx: Ctx, service: Service) -> Receipt:
    """409 `AlreadyInHousehold`: a member belongs to another household on such a day."""
    return await service.commands.define_household(state, ctx=ctx)


@router.post("/households/{household_id}/changes")
async def change_household(
    household_id: UUID, state: HouseholdState, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.change_household(household_id, state, ctx=ctx)


@router.post("/households/{household_id}/members", status_code=201)
async def add_household_member(
    household_id: UUID, new: NewMember, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.add_household_member(household_id, new, ctx=ctx)


@router.post("/households/{household_id}/members/{person_id}/correction")
async def correct_household_member(
    household_id: UUID, person_id: UUID, new: MemberCorrection, ctx: Ctx, service: Service
) -> Receipt:
    """Relation and first day as they should have been noted."""
    return await service.commands.correct_household_member(household_id, person_id, new, ctx=ctx)


@router.post("/households/{household_id}/departures")
async def remove_household_member(
    household_id: UUID, gone: MemberGone, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.remove_household_member(household_id, gone, ctx=ctx)


@router.post("/households/{household_id}/end")
async def end_household(
    household_id: UUID, end: HouseholdEnd, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.end_household(household_id, end, ctx=ctx)
