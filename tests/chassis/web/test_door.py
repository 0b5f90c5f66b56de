"""What cannot be kept is turned away at the door, whatever the route behind it would do."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import APIRouter, Request

from chassis.web.door import MOST_BYTES
from tests.chassis.web.small_city import City, small_city, visiting

JSON = {"content-type": "application/json"}


@pytest.fixture
def city() -> City:
    city = small_city()
    router = APIRouter()

    async def echo(request: Request) -> dict[str, Any]:
        return {"length": len(await request.body())}

    for path in ("/api/echo", "/echo"):
        router.add_api_route(path, echo, methods=["GET", "POST"])
    city.app.include_router(router)
    return city


@pytest.mark.parametrize("written", [json.dumps("a\x00b"), '"a\x00b"', '"\\\\\\u0000"'])
async def test_a_text_with_nul_is_refused_however_it_is_written(city: City, written: str) -> None:
    async with visiting(city) as visitor:
        answer = await visitor.post("/api/echo", content=written, headers=JSON)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "CharacterNotKept"
    assert "U+0000" in answer.json()["detail"]


async def test_letters_that_only_look_like_nul_pass(city: City) -> None:
    async with visiting(city) as visitor:
        for written in (r'"\\u0000"', '"100%00"', json.dumps("zażółć\x1f\n")):
            answer = await visitor.post("/api/echo", content=written, headers=JSON)
            assert answer.status_code == 200, written


async def test_a_form_or_an_address_with_nul_is_refused_as_a_page(city: City) -> None:
    async with visiting(city) as visitor:
        sent = await visitor.post("/echo", data={"name": "a\x00"})
        asked = await visitor.get("/echo?unit=%00")
        path = await visitor.get("/api/echo%00")
    assert [sent.status_code, asked.status_code, path.status_code] == [422, 422, 422]
    assert "U+0000" in sent.text


async def test_more_than_a_megabyte_is_refused_told_or_streamed(city: City) -> None:
    async def streamed() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b"x" * (MOST_BYTES // 2)

    async with visiting(city) as visitor:
        told = await visitor.post("/api/echo", content=b"x" * (MOST_BYTES + 1))
        unsaid = await visitor.post("/api/echo", content=streamed())
        fits = await visitor.post("/api/echo", content=b"x" * MOST_BYTES)
    assert [told.status_code, unsaid.status_code] == [413, 413]
    assert told.json()["code"] == "TooLarge"
    assert fits.json() == {"length": MOST_BYTES}
