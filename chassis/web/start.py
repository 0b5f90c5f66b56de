"""The first page after sign-in: what waits for me, whom I looked at last, and finding a client."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from chassis.context import WARSAW
from chassis.web import language
from chassis.web.forms import FormErrors, parse_form
from chassis.web.language import Speech
from chassis.web.reads import record_reads, sees_clients
from chassis.web.render import Pages, page, speech_of
from chassis.web.signed_in import SignedIn
from chassis.web.site import Client, Here, Site, Task

router = APIRouter()

RECENT = 8


class Search(BaseModel):
    """The search form. It is posted, so that no name ever stands in an address or a log."""

    name: str = Field(title="Nazwisko albo nazwisko i imię", min_length=2, max_length=100)


class TaskOut(BaseModel):
    """Something that waits for the signed-in worker."""

    title: str
    link: str
    due: date | None
    overdue: bool
    detail: str
    alarm: bool


@router.get("/", include_in_schema=False)
async def start(request: Request, worker: SignedIn, site: Here) -> Response:
    today = site.clock.now().astimezone(WARSAW).date()
    speech = speech_of(request)
    seen = await site.reads.recent(worker.id, RECENT)
    if seen:
        await record_reads(request, worker, "start", *seen)
    return page(
        request,
        "kit/start.html",
        tasks=in_order(await site.waiting(worker, today, speech.text), today),
        today=today,
        recent=[await client_of(site, person_id, speech) for person_id in seen],
        searchable=site.find is not None,
    )


@router.get("/api/tasks", tags=["start"])
async def tasks(request: Request, worker: SignedIn, site: Here) -> list[TaskOut]:
    """What waits for the signed-in worker, overdue first."""
    today = site.clock.now().astimezone(WARSAW).date()
    pages: Pages = request.app.state.pages
    t = pages.speech(language.of_api(request)).text
    return [TaskOut(**vars(task)) for task in in_order(await site.waiting(worker, today, t), today)]


@router.post("/clients/search", include_in_schema=False, dependencies=[Depends(sees_clients)])
async def search(request: Request, worker: SignedIn, site: Here) -> Response:
    if site.find is None:
        raise HTTPException(404)
    form = await request.form()
    wanted = parse_form(Search, form, speech_of(request))
    if isinstance(wanted, FormErrors):
        return page(request, "kit/found.html", status=422, errors=wanted, form=wanted)
    clients = await _each_once(site, await site.find(wanted.name), speech_of(request))
    await record_reads(request, worker, "search", *(client.person_id for client in clients))
    kept = FormErrors(values={"name": [wanted.name]})
    return page(request, "kit/found.html", clients=clients, form=kept)


async def _each_once(site: Site, found: Sequence[Client], speech: Speech) -> list[Client]:
    """Entries of one person as one client, under the name of the entry that goes on."""
    survivors = await site.timeline.survivors(client.person_id for client in found)
    known = {client.person_id: client for client in found}
    return [
        known.get(survivor) or await client_of(site, survivor, speech)
        for survivor in dict.fromkeys(survivors[client.person_id] for client in found)
    ]


def in_order(tasks: Sequence[Task], today: date) -> list[Task]:
    """Alarms, then what is overdue, then the nearest deadline; what has none comes last."""

    def urgency(task: Task) -> tuple[bool, bool, date]:
        late = task.overdue or (task.due is not None and task.due < today)
        return not task.alarm, not late, task.due or date.max

    return sorted(tasks, key=urgency)


async def client_of(site: Site, person_id: UUID, speech: Speech) -> Client:
    """The client as this unit calls them; without a name, by the start of their id."""
    known = await site.client(person_id, speech.text)
    return known or Client(person_id, speech.text("Klient {id}", id=str(person_id)[:8]))
