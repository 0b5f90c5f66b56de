"""Alarms that nobody took in time: for the head of the desk, without whom or what they concern."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from osnowa_contracts.roles import Role
from starlette.responses import Response

from chassis.context import WARSAW
from chassis.web import Here, Running, SignedIn, only, page
from services.intake.commands import Commands
from services.intake.queries import contacts

router = APIRouter(include_in_schema=False)

Service = Running[Commands]


@router.get("/alarms", dependencies=[Depends(only(Role.INFORMATION_HEAD))])
async def alarms_page(request: Request, worker: SignedIn, site: Here, service: Service) -> Response:
    waiting = await contacts.alarms_escalated(service.reading, worker.id)
    names = site.directory.names()
    crisis_workers = site.directory.ids_at(site.unit.name, Role.CRISIS_WORKER)
    return page(
        request,
        "alarms.html",
        waiting=[since.astimezone(WARSAW) for since in waiting],
        crisis_workers=sorted(names[id_] for id_ in crisis_workers),
    )
