"""What a route hands to a command: who, when, which key, and what the key was used for."""

from typing import Any
from uuid import UUID

import pytest
from fastapi import Request
from httpx import AsyncClient
from pydantic import BaseModel

from chassis.context import Context
from chassis.web import Ctx, Running
from tests.chassis.web.small_city import NOW, City, small_city, visiting


class Note(BaseModel):
    text: str


class Commands:
    def greet(self) -> str:
        return "dzień dobry"


class Part:
    commands = Commands()
    reading = None


@pytest.fixture
def seen() -> list[Context]:
    return []


@pytest.fixture
def city(seen: list[Context]) -> City:
    city = small_city()
    city.app.state.service = Part()

    @city.app.post("/api/notes")
    async def take_json(note: Note, ctx: Ctx, service: Running[Commands]) -> str:
        seen.append(ctx)
        return service.commands.greet() + note.text

    @city.app.post("/notes")
    async def take_form(request: Request, ctx: Ctx) -> list[str]:
        seen.append(ctx)
        return list(await request.form())

    return city


async def test_the_context_names_worker_time_key_and_correlation(
    city: City, seen: list[Context]
) -> None:
    correlation = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    async with visiting(city, "ada") as visitor:
        headers = {"Idempotency-Key": "k1", "X-Correlation-Id": correlation}
        answer = await visitor.post("/api/notes", json={"text": "!"}, headers=headers)
        assert answer.json() == "dzień dobry!"
    (ctx,) = seen
    assert (ctx.worker.id, ctx.worker.role, ctx.worker.unit) == ("ada", "clerk", "north")
    assert ctx.now == NOW
    assert ctx.idempotency_key == "k1"
    assert ctx.correlation_id == UUID(correlation)


async def test_a_form_carries_its_key_in_a_hidden_field(city: City, seen: list[Context]) -> None:
    async with visiting(city, "ada") as visitor:
        answer = await visitor.post("/notes", data={"text": "a", "idempotency_key": "k2"})
        assert answer.json() == ["text", "idempotency_key"]
    assert seen[0].idempotency_key == "k2"


async def _post(visitor: AsyncClient, path: str, text: str, **other: Any) -> None:
    sent = {"data": {"text": text, **other}} if path == "/notes" else {"json": {"text": text}}
    await visitor.post(path, **sent)


@pytest.mark.parametrize("path", ["/notes", "/api/notes"])
async def test_the_same_request_has_the_same_fingerprint_and_another_another(
    city: City, seen: list[Context], path: str
) -> None:
    async with visiting(city, "ada") as visitor:
        await _post(visitor, path, "a", idempotency_key="1")
        await _post(visitor, path, "a", idempotency_key="2")
        await _post(visitor, path, "b", idempotency_key="1")
    async with visiting(city, "jan") as visitor:
        await _post(visitor, path, "a", idempotency_key="1")
    first, again, other_text, other_worker = (ctx.fingerprint for ctx in seen)
    assert first == again
    assert len({first, other_text, other_worker}) == 3


async def test_the_query_of_an_address_belongs_to_what_a_key_was_used_for(
    city: City, seen: list[Context]
) -> None:
    async with visiting(city, "ada") as visitor:
        for about in ("maria", "jan"):
            await visitor.post(f"/api/notes?about={about}", json={"text": "a"})
    assert seen[0].fingerprint != seen[1].fingerprint


async def test_a_file_sent_twice_has_one_fingerprint(city: City, seen: list[Context]) -> None:
    async with visiting(city, "ada") as visitor:
        for _ in range(2):
            await visitor.post("/api/notes", json={"text": "a"})
            await visitor.post("/notes", data={"text": "a"}, files={"plan": ("a.txt", b"abc")})
    assert seen[1].fingerprint == seen[3].fingerprint


async def test_a_correlation_that_is_no_id_is_refused(city: City) -> None:
    async with visiting(city, "ada") as visitor:
        answer = await visitor.post(
            "/api/notes", json={"text": "a"}, headers={"X-Correlation-Id": "x"}
        )
        assert answer.status_code == 422


async def test_a_request_may_not_use_the_keys_of_reactions(city: City, seen: list[Context]) -> None:
    async with visiting(city, "ada") as visitor:
        headers = {"Idempotency-Key": "fact:4f2c0d3e-0000-4000-8000-000000000000"}
        answer = await visitor.post("/api/notes", json={"text": "a"}, headers=headers)
        assert answer.status_code == 422
        answer = await visitor.post("/notes", data={"text": "a", "idempotency_key": "fact:1"})
        assert answer.status_code == 422
    assert seen == []
