"""A client's shared timeline, for readers as pages and live, for programs as JSON."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from chassis.context import Worker
from chassis.inputs import LAST, PlausibleDay
from chassis.refusal import NotFound
from chassis.timeline import Entry
from chassis.web import language
from chassis.web.forms import DATE_PARTS, FormErrors, parse_form
from chassis.web.language import Speech
from chassis.web.reads import records_read
from chassis.web.render import Pages, page, speech_of
from chassis.web.signed_in import SignedIn
from chassis.web.site import Client, Here, Site, everybody_sees
from chassis.web.start import client_of
from chassis.web.timeline_view import (
    FORM_TITLES,
    RESTRICTED_WHY,
    EntryOut,
    Filter,
    by_day,
    kind_title,
    shown,
)

router = APIRouter()

PAGE = 50
PRINTED = 200
MOST_SEEN = 500
"""Of a timeline on which some see less: so many entries give the kinds to choose from."""
STREAM_SECONDS = 15 * 60
"""A live connection ends after this time; the next one asks again who is reading."""

View = Literal["full", "compact", "print"]
VIEWS: dict[View, str] = {"full": "Pełny widok", "compact": "Widok zwarty", "print": "Do druku"}


class AsKnown(BaseModel):
    """The three fields of a day, for readers without a date picker."""

    known_on: PlausibleDay | None = Field(default=None, title="Co wiedzieliśmy na koniec dnia")


class TimelineOut(BaseModel):
    """A page of a client's timeline."""

    entries: list[EntryOut]
    next: str | None = Field(description="`before` of the page with older entries")


def wanted(
    unit: Annotated[
        str | None, Query(description="only what this unit told", max_length=100)
    ] = None,
    kind: Annotated[
        str | None, Query(description="only facts of this type", max_length=200)
    ] = None,
    known_on: Annotated[
        PlausibleDay | None,
        Query(description="the timeline as this unit knew it when that day ended"),
    ] = None,
    view: View = "full",
) -> Filter:
    return Filter(unit or None, kind or None, known_on, view)


Wanted = Annotated[Filter, Depends(wanted)]
Before = Annotated[str | None, Query(description="`next` of the page before", max_length=200)]


@router.get(
    "/clients/{person_id}",
    include_in_schema=False,
    dependencies=[Depends(records_read("timeline"))],
)
async def client_page(
    request: Request,
    person_id: UUID,
    worker: SignedIn,
    site: Here,
    filter_: Wanted,
    before: Before = None,
) -> Response:
    survivor = await site.timeline.survivor(person_id)
    if survivor != person_id:
        return RedirectResponse(filter_.address(survivor), status_code=303)
    if any(f"known_on-{part}" in request.query_params for part in DATE_PARTS):
        form = FormData(list(request.query_params.multi_items()))
        chosen = parse_form(AsKnown, form, speech_of(request))
        if isinstance(chosen, AsKnown):
            address = filter_.address(person_id, known_on=chosen.known_on)
            return RedirectResponse(address, status_code=303)
        return await _page(request, worker, site, person_id, filter_, None, chosen)
    return await _page(request, worker, site, person_id, filter_, before, _day_fields(filter_))


async def _page(
    request: Request,
    worker: Worker,
    site: Site,
    person_id: UUID,
    filter_: Filter,
    before: str | None,
    form: FormErrors,
) -> Response:
    speech, directory, timeline = speech_of(request), site.directory, site.timeline
    head = await timeline.head(person_id)
    if head == 0 and await site.client(person_id, speech.text) is None:
        raise NotFound(str(person_id))
    found = await timeline.page(
        person_id,
        unit=filter_.unit,
        kind=filter_.kind,
        known_on=filter_.known_on,
        before=before,
        limit=PRINTED if filter_.view == "print" else PAGE,
        sees=partial(site.may_see, worker),
    )
    units, kinds = await timeline.units_and_kinds(person_id)
    if site.may_see is not everybody_sees:
        all_ = await timeline.page(person_id, limit=MOST_SEEN, sees=partial(site.may_see, worker))
        kinds = sorted({entry.type for entry in all_.entries})
        head = max((entry.position for entry in all_.entries), default=0)
    entries = [shown(entry, speech, directory) for entry in found.entries]
    live = before is None and filter_.known_on is None and filter_.view != "print"
    return page(
        request,
        "kit/client.html",
        status=422 if form else 200,
        client=_for(worker, await _with_all_links(site, person_id, speech)),
        filter=filter_,
        form=form,
        errors=form,
        entries=entries,
        days=by_day(entries),
        units=[(name, directory.unit_title(name, speech.language)) for name in units],
        kinds=sorted(((type_, kind_title(type_, speech)) for type_ in kinds), key=lambda k: k[1]),
        chosen=filter_.chosen(person_id, speech, directory),
        clear_address=Filter(view=filter_.view).address(person_id),
        views=[
            {
                "text": speech.text(text),
                "href": filter_.address(person_id, view=view),
                "active": view == filter_.view,
            }
            for view, text in VIEWS.items()
        ],
        older=found.next and filter_.address(person_id, before=found.next),
        newest=before and filter_.address(person_id),
        live_address=filter_.events_address(person_id, head) if live else None,
        form_titles={form_: speech.text(text) for form_, text in FORM_TITLES.items()},
        restricted_why=speech.text(RESTRICTED_WHY),
    )


async def _with_all_links(site: Site, person_id: UUID, speech: Speech) -> Client:
    """The client with the cases and orders of every entry that turned out to be them."""
    client = await client_of(site, person_id, speech)
    for entry in await site.timeline.entries_of(person_id):
        other = await site.client(entry, speech.text) if entry != person_id else None
        if other is not None:
            new = [link for link in other.links if link not in client.links]
            client = replace(client, links=(*client.links, *new))
    return client


def _for(worker: Worker, client: Client) -> Client:
    """With the links that are shown to this worker's role."""
    links = (link for link in client.links if not link.roles or worker.role in link.roles)
    return replace(client, links=tuple(links))


def _day_fields(filter_: Filter) -> FormErrors:
    """The chosen day, back in its three fields."""
    day = filter_.known_on
    if day is None:
        return FormErrors()
    parts = zip(DATE_PARTS, (day.day, day.month, day.year), strict=True)
    return FormErrors(values={f"known_on-{part}": [str(value)] for part, value in parts})


@router.get(
    "/api/clients/{person_id}/timeline",
    tags=["timeline"],
    dependencies=[Depends(records_read("timeline"))],
)
async def timeline(
    request: Request,
    person_id: UUID,
    worker: SignedIn,
    site: Here,
    filter_: Wanted,
    before: Before = None,
    limit: Annotated[int, Query(ge=1, le=500)] = PAGE,
) -> TimelineOut:
    """The client's shared timeline as this unit was told it, newest first."""
    pages: Pages = request.app.state.pages
    speech = pages.speech(language.of_api(request))
    found = await site.timeline.page(
        person_id,
        unit=filter_.unit,
        kind=filter_.kind,
        known_on=filter_.known_on,
        before=before,
        limit=limit,
        sees=partial(site.may_see, worker),
    )
    entries = [shown(entry, speech, site.directory) for entry in found.entries]
    return TimelineOut(entries=entries, next=found.next)


@router.get(
    "/clients/{person_id}/events",
    response_class=EventSourceResponse,
    tags=["timeline"],
    dependencies=[Depends(records_read("events"))],
)
async def events(
    person_id: UUID,
    worker: SignedIn,
    site: Here,
    filter_: Wanted,
    after: Annotated[int, Query(ge=0, le=LAST, description="the position the reader has seen")] = 0,
    last_event_id: Annotated[int | None, Header(ge=0, le=LAST)] = None,
) -> AsyncIterator[ServerSentEvent]:
    """Tells of each new entry that the filter takes; the id is its position on the timeline.

    A reader who comes back sends the last id they had (`Last-Event-ID`) and misses nothing. The
    event carries no personal data: whoever wants to see the entry loads the timeline.
    """
    start = after if last_event_id is None else last_event_id
    coming = site.timeline.live(person_id, start)
    async for entry in for_seconds(STREAM_SECONDS, coming):
        if filter_.takes(entry) and site.may_see(worker, entry):
            yield ServerSentEvent(
                event="entry", id=str(entry.position), data={"position": entry.position}
            )


async def for_seconds(seconds: float, coming: AsyncIterator[Entry]) -> AsyncIterator[Entry]:
    """The entries that come within this time."""
    end = time.monotonic() + seconds
    while True:
        try:
            left = max(0.0, end - time.monotonic())
            yield await asyncio.wait_for(anext(coming), left)
        except (TimeoutError, StopAsyncIteration):
            return
