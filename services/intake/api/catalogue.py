"""The catalogue of help for programs: in situation S one may get U under W in places M."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from chassis.event_log import Receipt
from chassis.web import Ctx, Running, SignedIn
from services.intake.catalogue.content import Condition, Content, Group, Place
from services.intake.catalogue.entry import Entry, EntryState
from services.intake.catalogue.matching import Judged, Match
from services.intake.commands import Commands
from services.intake.commands.catalogue_inputs import (
    EntryContent,
    Publication,
    SituationIn,
    Withdrawal,
)
from services.intake.documents import Document
from services.intake.queries import catalogue as asked
from services.intake.values import Outcome, Reason

router = APIRouter(prefix="/catalogue")

Service = Running[Commands]


class ConditionOut(BaseModel):
    condition: Condition
    asked: str = Field(description="the limit, or the condition in words")


class MatchOut(BaseModel):
    """A service that may help, and why: what it fits by, what holds, what is missing."""

    entry_id: UUID
    title: str
    description: str
    provider: str
    fee: str
    outcome: Outcome
    groups: list[Group] = Field(description="target groups by which it fits")
    problems: list[Reason] = Field(description="problems that it answers together")
    met: list[ConditionOut]
    unmet: list[ConditionOut]
    unknown: list[ConditionOut] = Field(description="must be asked")
    documents_missing: list[Document]
    places: list[Place]


class VersionOut(BaseModel):
    number: int
    title: str
    valid_from: date
    valid_to: date | None


class EntryOut(BaseModel):
    entry_id: UUID
    state: EntryState
    has_draft: bool
    drafted_by: str
    content: Content
    versions: list[VersionOut]


class EntryRow(BaseModel):
    entry_id: UUID
    title: str
    state: EntryState
    has_draft: bool


@router.post("/answers")
async def answer_situation(situation: SituationIn, ctx: Ctx, service: Service) -> list[MatchOut]:
    """Best first. A question, sent as a body: no situation stands in an address."""
    found = await service.commands.answer_situation(situation, today=ctx.today)
    return [_match(one) for one in found]


@router.get("/entries")
async def entries(_worker: SignedIn, service: Service) -> list[EntryRow]:
    """Everything that is or was in the catalogue, by title."""
    return [EntryRow(**dict(row)) for row in await asked.entries(service.reading)]


@router.get("/entries/{entry_id}")
async def entry(entry_id: UUID, _worker: SignedIn, service: Service) -> EntryOut:
    found = await service.commands.log.load(Entry, entry_id)
    return EntryOut(
        entry_id=found.id,
        state=found.state,
        has_draft=found.draft is not None,
        drafted_by=found.draft_by,
        content=found.content,
        versions=[
            VersionOut(
                number=version.number,
                title=version.content.title,
                valid_from=version.valid_from,
                valid_to=version.valid_to,
            )
            for version in found.versions
        ],
    )


@router.post("/entries", status_code=201)
async def propose_entry(new: EntryContent, ctx: Ctx, service: Service) -> Receipt:
    """A proposal; somebody else publishes it."""
    return await service.commands.propose_entry(new, ctx=ctx)


@router.post("/entries/{entry_id}/revisions")
async def revise_entry(entry_id: UUID, new: EntryContent, ctx: Ctx, service: Service) -> Receipt:
    """What is published holds until the revision is published too."""
    return await service.commands.revise_entry(entry_id, new, ctx=ctx)


@router.post("/entries/{entry_id}/publication")
async def publish_entry(entry_id: UUID, new: Publication, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.publish_entry(entry_id, new, ctx=ctx)


@router.post("/entries/{entry_id}/withdrawal")
async def withdraw_entry(entry_id: UUID, new: Withdrawal, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.withdraw_entry(entry_id, new, ctx=ctx)


def _match(match: Match) -> MatchOut:
    content = match.content
    return MatchOut(
        entry_id=match.entry_id,
        title=content.title,
        description=content.description,
        provider=content.provider,
        fee=content.fee,
        outcome=content.outcome,
        groups=list(match.groups),
        problems=list(match.problems),
        met=_conditions(match.met),
        unmet=_conditions(match.unmet),
        unknown=_conditions(match.unknown),
        documents_missing=list(match.documents_missing),
        places=list(content.places),
    )


def _conditions(judged: tuple[Judged, ...]) -> list[ConditionOut]:
    return [ConditionOut(condition=one.condition, asked=one.asked) for one in judged]
