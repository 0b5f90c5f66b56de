"""A partner's node for programs: its clients, orders and requests, and what it announces."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from osnowa_contracts.fact import Fact
from pydantic import BaseModel, Field, ValidationError

from chassis.event_log import Receipt
from chassis.web import Ctx, Here, Running, SignedIn, record_reads
from services.partner import queries
from services.partner.commands import ROLES, Commands, fact_named

router = APIRouter(prefix="/api", tags=["partner"])

Service = Running[Commands]
OfPerson = Annotated[UUID | None, Query(description="only what belongs to this person")]
FactName = Annotated[str, Path(description="for example VisitCompleted", max_length=80)]


class Saying(BaseModel):
    """A fact to announce; `data` is as its public contract says."""

    person_id: UUID | None = Field(
        default=None,
        description="the client, of whom we were told",
        examples=["3f2c8a52-5b1e-4c6e-9d43-2f6b8c1d0e4a"],
    )
    data: dict[str, Any] = Field(
        examples=[{"status": "UNEMPLOYED", "as_of": "2026-02-04", "registered_on": "2025-09-15"}]
    )


class Announceable(BaseModel):
    """A fact that this institution may announce, who may, and its JSON Schema."""

    name: str
    type: str
    roles: list[str]
    json_schema: dict[str, Any]


class PersonOut(BaseModel):
    person_id: UUID
    name: str
    known_since: datetime
    keep_until: date | None = Field(description="set when access ended")


class OrderOut(BaseModel):
    """An order to this institution: what to do, from when, for whom."""

    order_id: UUID
    person_id: UUID
    name: str
    ordered_by: str
    service: str
    state: str
    placed_at: datetime
    decision_pending: bool
    hours_per_day: Decimal
    days: str
    first_day: date
    last_day: date | None
    fee_per_hour: Decimal | None
    version: int
    acknowledged: int
    sheet: dict[str, Any] | None


class RequestOut(BaseModel):
    """What somebody asked us about a client."""

    request_id: UUID
    person_id: UUID
    name: str
    asked_by: str
    kind: str
    answer_by: date | None
    answered: bool


class AnnouncementOut(BaseModel):
    announcement_id: UUID
    fact: str
    person_id: UUID | None
    data: dict[str, Any]
    announced_at: datetime
    announced_by: str


@router.get("/facts")
async def facts(site: Here) -> list[Announceable]:
    """What may be announced here."""
    found = [fact_named(name, site.unit) for name in site.unit.announces]
    return [
        Announceable(
            name=cls.name(),
            type=cls.type(),
            roles=[role.value for role in ROLES[cls]],
            json_schema=cls.model_json_schema(),
        )
        for cls in found
    ]


@router.post("/announcements/{fact_name}", status_code=201)
async def announce(
    fact_name: FactName, saying: Saying, ctx: Ctx, site: Here, service: Service
) -> Receipt:
    """422 with every wrong field; 403 where this unit or role may not; 404 for a stranger."""
    fact = read_fact(fact_named(fact_name, site.unit), saying.data)
    return await service.commands.announce(fact, saying.person_id, ctx=ctx)


@router.get("/announcements")
async def announcements(
    request: Request, worker: SignedIn, service: Service, person_id: OfPerson = None
) -> list[AnnouncementOut]:
    """What this institution said, the newest first."""
    rows = await queries.announcements(service.reading, person_id)
    seen = {row["person_id"] for row in rows if row["person_id"]}
    await record_reads(request, worker, "announcements", *seen)
    return [AnnouncementOut(**{**dict(row), "data": json.loads(row["data"])}) for row in rows]


@router.get("/persons")
async def persons(request: Request, worker: SignedIn, service: Service) -> list[PersonOut]:
    """Everybody of whom this institution was told."""
    rows = await queries.persons(service.reading)
    await record_reads(request, worker, "persons", *(row["person_id"] for row in rows))
    return [PersonOut(**dict(row)) for row in rows]


@router.get("/orders")
async def orders(
    request: Request, worker: SignedIn, service: Service, person_id: OfPerson = None
) -> list[OrderOut]:
    """The orders placed with this institution, the newest first."""
    rows = await queries.orders(service.reading, person_id)
    await record_reads(request, worker, "orders", *{row["person_id"] for row in rows})
    return [OrderOut(**{**dict(row), "sheet": json.loads(row["sheet"] or "null")}) for row in rows]


@router.get("/requests")
async def requests(
    request: Request, worker: SignedIn, service: Service, person_id: OfPerson = None
) -> list[RequestOut]:
    """What others asked us, unanswered first."""
    rows = await queries.requests(service.reading, person_id)
    await record_reads(request, worker, "requests", *{row["person_id"] for row in rows})
    return [RequestOut(**dict(row)) for row in rows]


def read_fact(cls: type[Fact], data: dict[str, Any]) -> Fact:
    """The fact as its contract wants it. A field that the contract does not know is refused."""
    unknown = [name for name in data if name not in cls.model_fields]
    if unknown:
        raise RequestValidationError(
            [{"type": "extra_forbidden", "loc": ("body", "data", name), "msg": "", "input": None}
             for name in unknown]
        )  # fmt: skip
    try:
        return cls.model_validate(data)
    except ValidationError as wrong:
        errors = [
            {**error, "loc": ("body", "data", *error["loc"])}
            for error in wrong.errors(include_input=False, include_url=False)
        ]
        raise RequestValidationError(errors) from None
