"""One trace leads from a request through log, disclosure, stream and inbox to a timeline row."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from osnowa_contracts.fact import Publisher

from chassis import telemetry
from chassis.disclosure import Begin
from chassis.embedded import Process, free_port
from chassis.testing import Broker, NewDatabase
from tests.chassis.toy import Toy, eventually, someone
from tests.chassis.toy_service import environment, service, settings, visiting

BEGINS = {"CooperationCertified": [Begin("benefits", "case", uuid4())]}


@pytest.mark.usefixtures("unhook_logs")
async def test_one_trace_leads_from_the_request_to_the_timeline_and_reaction_of_another_program(
    new_database: NewDatabase, broker: Broker, tmp_path: Path
) -> None:
    await broker.admit("socialwork", "benefits")
    database, port = await new_database(), free_port()
    theirs = tmp_path / "benefits.jsonl"
    program = Process(
        "benefits",
        [sys.executable, "-m", "tests.chassis.toy_service"],
        tmp_path / "benefits.log",
        environment={
            "PYTHONPATH": str(Path(__file__).parents[2]),
            **os.environ,
            **environment("benefits", database, broker, tmp_path, port),
            "OSNOWA_TRACE_FILE": str(theirs),
        },
    )
    await program.start(lambda: ready(port))
    ours, person = tmp_path / "socialwork.jsonl", someone()
    told = settings(environment("socialwork", await new_database(), broker, tmp_path, 0))
    telemetry.configure(told.model_copy(update={"trace_file": ours}))
    app = service(Publisher.SOCIALWORK, Toy(begins=BEGINS)).app(told)
    async with visiting(app, "socialwork-clerk") as client:
        answer = await client.post(f"/api/certificates/{person}")
        assert answer.is_success, answer.text
        stored = await reaction_to(database)
    await program.stop()
    found = spans(ours) + spans(theirs)
    request = next(s for s in found if s["attributes"].get("http.route", "").endswith("{person}"))
    trace = [span for span in found if span["trace_id"] == request["trace_id"]]
    names = {(span["unit"], span["name"]) for span in trace}
    assert {
        ("socialwork", "append"),
        ("socialwork", "disclose"),
        ("socialwork", "publish"),
    } <= names
    assert {("benefits", "receive"), ("benefits", "handle"), ("benefits", "timeline")} <= names
    assert hangs_together(trace, request)
    assert stored.split("-")[1] == request["trace_id"], "what the reaction did belongs to it too"
    assert str(person) not in ours.read_text() + theirs.read_text()


async def ready(port: int) -> bool:
    try:
        async with httpx.AsyncClient() as client:
            return (await client.get(f"http://127.0.0.1:{port}/readyz")).is_success
    except httpx.TransportError:
        return False


async def reaction_to(database: str) -> str:
    """The traceparent of what the other program appended, when its timeline shows the fact."""
    connection = await asyncpg.connect(database)

    async def shown() -> str | None:
        found: str | None = await connection.fetchval(
            "select traceparent from events where exists (select from timeline)"
        )
        return found

    try:
        return str(await eventually(shown))
    finally:
        await connection.close()


def spans(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def hangs_together(trace: list[dict[str, Any]], root: dict[str, Any]) -> bool:
    """Whether every span hangs on another one of the same trace, down to the request."""
    known = {span["span_id"] for span in trace}
    return all(span is root or span["parent_id"] in known for span in trace)
