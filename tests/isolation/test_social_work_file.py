"""A benefits worker opens nothing of social work by any address (SEP-3, `safety.md` T2).

Neither the social worker's own pages and programs, nor what the benefits team itself can show.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from osnowa.platform import Platform
from osnowa_contracts import wording
from osnowa_contracts.socialwork import (
    DiagnosisRecorded,
    OfficialNoteWritten,
    SocialWorkActionRecorded,
    SocialWorkClosed,
    SocialWorkerAssigned,
    SocialWorkOpened,
)
from pypdf import PdfReader

from chassis.settings import Settings
from services.benefits.main import service as benefits
from services.socialwork.main import service as socialwork
from tests.rights import OPEN, UNITS, addresses_of, example

OWN_BUSINESS = (
    DiagnosisRecorded,
    OfficialNoteWritten,
    SocialWorkActionRecorded,
    SocialWorkClosed,
    SocialWorkerAssigned,
    SocialWorkOpened,
)
"""Of these benefits is told nothing, not even that they exist."""

WORKERS = ("ewa-jarzebina", "barbara-lipowa", "marek-cis", "helena-dabrowa", "wanda-buk")
VIEWS = ("full", "compact", "print")


@dataclass(frozen=True)
class Secret:
    """What stands in the social workers' own database."""

    texts: list[str]
    persons: list[str]
    ids: dict[str, str]
    """One id of each kind, by the name of its column."""
    told_elsewhere: list[str]
    """Ids of facts that are not for benefits, and what such facts are called."""

    def seen_in(self, text: str, asked: str = "") -> list[str]:
        """What is said of it, beside what the question named itself."""
        kinds = [one.type() for one in OWN_BUSINESS]
        named = [wording.title(kind, "pl") for kind in kinds if kind in asked]
        secrets = (*self.texts, *self.told_elsewhere)
        return [one for one in secrets if one in text and one not in asked and one not in named]


@pytest.fixture(scope="module")
async def secret(played: Platform) -> Secret:
    connection = await asyncpg.connect(played.database("socialwork"))
    texts = [row["body"] for row in await connection.fetch("select body from texts")]
    files = await connection.fetch("select file_id::text, person_id::text from files")
    note = await connection.fetchval("select reference::text from texts limit 1")
    certificate = await connection.fetchval("select certificate_id::text from certificates limit 1")
    types = [fact.type() for fact in OWN_BUSINESS]
    rows = await connection.fetch(
        "select fact_id::text, data from facts where type = any($1::text[])", types
    )
    await connection.close()
    assert texts, "the story has a note"
    assert rows, "and tells of it"
    ids = {"file_id": files[0]["file_id"], "person_id": files[0]["person_id"], "note_id": note}
    told = [row["fact_id"] for row in rows]
    told += [value for row in rows for value in _references(json.loads(row["data"]))]
    told += [wording.title(one, language) for one in types for language in ("pl", "en")]
    shared = {row["person_id"] for row in files} | {certificate}
    return Secret(
        texts, [row["person_id"] for row in files], ids, sorted(set(told) - shared)
    )  # fmt: skip


def _references(data: dict[str, Any]) -> Iterator[str]:
    """The ids that only these facts carry."""
    for name, value in data.items():
        if name in ("note_id", "action_id", "diagnosis_id", "social_work_id", "reference"):
            yield str(value)


@pytest.fixture(scope="module")
async def clients(played: Platform) -> AsyncIterator[dict[str, httpx.AsyncClient]]:
    """Of each worker of benefits a browser that is signed in there."""
    found = {}
    for worker in WORKERS:
        client = httpx.AsyncClient(base_url=played.url("benefits"), timeout=60)
        (await client.post("/api/sign-in", json={"worker": worker})).raise_for_status()
        found[worker] = client
    yield found
    for client in found.values():
        await client.aclose()


def document_of(program: Any, unit: str) -> tuple[list[str], dict[str, Any]]:
    """Every address of a service that is not open to anybody, and its OpenAPI document."""
    settings = Settings.load(
        unit=unit, units_file=UNITS, database="postgresql://nobody@127.0.0.1:1/none",
        nats="nats://127.0.0.1:1", nats_password="not used", session_secret="s" * 32, port=0,
    )  # fmt: skip
    app = program.app(settings)
    return [one for one in addresses_of(app) if one not in OPEN], app.openapi()


def filled(path: str, ids: dict[str, str]) -> str:
    return re.sub(r"{(\w+)(?::\w+)?}", lambda name: ids.get(name[1], str(uuid4())), path)


@pytest.mark.parametrize("worker", WORKERS)
async def test_every_address_of_social_work_refuses_a_benefits_worker(
    played: Platform, secret: Secret, clients: dict[str, httpx.AsyncClient], worker: str
) -> None:
    addresses, document = document_of(socialwork, "socialwork")
    running = (await clients[worker].get(f"{played.url('socialwork')}/api/openapi.json")).json()
    assert running["paths"].keys() == document["paths"].keys()
    assert len(addresses) > len(document["paths"]), "pages are among them"
    cookies = clients[worker].cookies
    async with httpx.AsyncClient(base_url=played.url("socialwork"), cookies=cookies) as client:
        for address in addresses:
            method, _, path = address.partition(" ")
            body = example(document, path) if method == "POST" else None
            asked = filled(path, secret.ids)
            answer = await client.request(method, asked, json=body)
            assert answer.status_code == 403, (address, answer.status_code)
            assert secret.seen_in(answer.text, asked) == [], address


async def shown_of(client: httpx.AsyncClient, person: str) -> AsyncIterator[tuple[str, str]]:
    """Everything that benefits' client page, its JSON and its print view say, day by day too."""
    kinds = ["", *(fact.type() for fact in OWN_BUSINESS)]
    questions = [f"view={view}&kind={kind}" for view in VIEWS for kind in kinds]
    questions += ["unit=socialwork", "unit=socialwork&view=print"]
    entries = (await client.get(f"/api/clients/{person}/timeline?limit=500")).json()["entries"]
    days = {date.fromisoformat(entry["occurred_at"][:10]) for entry in entries}
    days |= {day + timedelta(days=1) for day in days}
    questions += [f"known_on={day}" for day in sorted(days)]
    for question in questions:
        for path in (f"/clients/{person}", f"/api/clients/{person}/timeline"):
            answer = await client.get(f"{path}?{question}")
            assert answer.status_code == 200, (path, question)
            yield f"{path}?{question}", answer.text


async def test_what_benefits_shows_of_a_client_says_nothing_of_the_social_workers_own_business(
    secret: Secret, clients: dict[str, httpx.AsyncClient]
) -> None:
    looked_at = 0
    for person in secret.persons:
        async for address, text in shown_of(clients["ewa-jarzebina"], person):
            assert secret.seen_in(text, address) == [], address
            looked_at += 1
    assert looked_at > 20


async def test_the_live_stream_of_benefits_has_the_entries_of_its_timeline_and_no_others(
    secret: Secret, clients: dict[str, httpx.AsyncClient]
) -> None:
    client, person = clients["ewa-jarzebina"], secret.ids["person_id"]
    told = (await client.get(f"/api/clients/{person}/timeline?limit=500")).json()["entries"]
    positions = {entry["position"] for entry in told}
    assert positions
    assert not {entry["type"] for entry in told} & {fact.type() for fact in OWN_BUSINESS}
    heard: set[int] = set()
    async with client.stream("GET", f"/clients/{person}/events?after=0") as stream:
        async with asyncio.timeout(60):
            async for line in stream.aiter_lines():
                assert secret.seen_in(line) == []
                if line.startswith("id:"):
                    heard.add(int(line.removeprefix("id:")))
                if max(positions) in heard:
                    break
    assert heard == positions


async def test_the_papers_of_benefits_say_nothing_of_the_social_workers_own_business(
    played: Platform, secret: Secret, clients: dict[str, httpx.AsyncClient]
) -> None:
    connection = await asyncpg.connect(played.database("benefits"))
    decisions = await connection.fetch("select decision_id::text from decisions")
    await connection.close()
    assert decisions
    for row in decisions:
        address = f"/api/decisions/{row['decision_id']}/document"
        answer = await clients["ewa-jarzebina"].get(address)
        assert answer.headers["content-type"] == "application/pdf", answer.text
        pages = PdfReader(BytesIO(answer.content)).pages
        text = " ".join(" ".join(page.extract_text().split()) for page in pages)
        assert len(text) > 200
        assert secret.seen_in(text) == []


@pytest.mark.parametrize("guessed", ["file_id", "note_id"])
async def test_an_id_of_social_work_opens_nothing_at_benefits(
    secret: Secret, clients: dict[str, httpx.AsyncClient], guessed: str
) -> None:
    addresses, _ = document_of(benefits, "benefits")
    tried = 0
    for address in addresses:
        method, _, path = address.partition(" ")
        names = [name for name in re.findall(r"{(\w+)", path) if name.endswith("_id")]
        if method != "GET" or not names or path.endswith("/events"):
            continue
        answer = await clients["barbara-lipowa"].get(
            filled(path, dict.fromkeys(names, secret.ids[guessed]))
        )
        assert answer.status_code in (200, 403, 404, 422), (path, answer.status_code)
        assert [one for one in secret.texts if one in answer.text] == [], path
        if answer.status_code == 200:
            assert answer.json() in ([], {}) or not answer.json().get("entries"), path
        tried += 1
    assert tried > 5
