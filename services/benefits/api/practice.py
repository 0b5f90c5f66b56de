"""What the unit chose where law and model leave it a choice."""

from __future__ import annotations

from fastapi import APIRouter
from osnowa_contracts.roles import Role
from pydantic import BaseModel

from chassis.event_log import Receipt
from chassis.web import Ctx, Here, Running, SignedIn
from services.benefits import queries
from services.benefits.commands import Commands
from services.benefits.commands.decision_inputs import AssessorChoice, MarkChoice, SignerChoice
from services.benefits.practice import MARK, Authorisation
from services.benefits.values import CooperationAssessor

router = APIRouter(prefix="/practice", tags=["practice"])

Service = Running[Commands]


class PracticeOut(BaseModel):
    """Who judges cooperation in cases that open now, who may sign, and how decisions are marked."""

    assessor: CooperationAssessor = CooperationAssessor.SOCIAL_WORKER
    authorised: list[Authorisation] = []
    decision_mark: str = MARK


@router.get("")
async def practice(_worker: SignedIn, site: Here, service: Service) -> PracticeOut:
    view = await queries.practice(service.reading, site.unit.name)
    return PracticeOut(**view) if view else PracticeOut()


@router.post("/cooperation-assessor")
async def set_cooperation_assessor(new: AssessorChoice, ctx: Ctx, service: Service) -> Receipt:
    """The social worker by certificates ([002]), or the benefits worker ([003])."""
    return await service.commands.set_cooperation_assessor(new, ctx=ctx)


@router.post("/decision-mark")
async def set_decision_mark(new: MarkChoice, ctx: Ctx, service: Service) -> Receipt:
    """The first part of the numbers of decisions issued from now on."""
    return await service.commands.set_decision_mark(new, ctx=ctx)


@router.post("/signers", status_code=201)
async def authorise_signer(new: SignerChoice, ctx: Ctx, site: Here, service: Service) -> Receipt:
    """The head of the team may sign decisions for the director for a time."""
    team = site.directory.ids_at(site.unit.name, Role.BENEFITS_HEAD)
    return await service.commands.authorise_signer(new, team=team, ctx=ctx)
