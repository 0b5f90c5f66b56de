"""What goes wrong is said once, in the reader's language, with what to do, and nothing personal."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import asyncpg
import nats.errors
import pytest
from fastapi import APIRouter
from pydantic import BaseModel, Field

from chassis.refusal import Refusal, RoleMissing
from chassis.web import problems
from tests.chassis.web.small_city import City, small_city, visiting


@dataclass
class LetterMissing(Refusal):
    number: int
    FIELD = "letter"
    PL = "Brakuje pisma nr {number}. Dołącz je."
    EN = "Letter no. {number} is missing. Attach it."


class Note(BaseModel):
    text: str = Field(min_length=3)


ERRORS: dict[str, Exception] = {
    "role": RoleMissing("sign_letter", "clerk", ("head", "clerk", "mayor")),
    "refused": LetterMissing(4),
    "broken": RuntimeError("Maria Wrzos, ul. Długa 7"),
    "no-database": asyncpg.ConnectionDoesNotExistError("gone"),
    "database-stops": asyncpg.AdminShutdownError("stopping"),
    "disk-full": asyncpg.DiskFullError("full"),
    "no-broker": nats.errors.NoServersError(),
    "slow": TimeoutError(),
}


@pytest.fixture
def city() -> City:
    city = small_city()
    router = APIRouter()

    async def fail(name: str) -> None:
        raise ERRORS[name]

    async def take(note: Note) -> Note:
        return note

    for start in ("", "/api"):
        router.add_api_route(f"{start}/fail/{{name}}", fail)
        router.add_api_route(f"{start}/notes", take, methods=["POST"])
    city.app.include_router(router)
    return city


async def test_a_refusal_is_a_problem_document_for_programs(city: City) -> None:
    async with visiting(city) as visitor:
        answer = await visitor.get("/api/fail/refused")
        assert answer.status_code == 409
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json() == {
            "type": "urn:osnowa:problem:LetterMissing",
            "title": "Tej czynności nie można teraz wykonać",
            "status": 409,
            "detail": "Brakuje pisma nr 4. Dołącz je.",
            "code": "LetterMissing",
            "fields": [
                {
                    "field": "letter",
                    "message": "Brakuje pisma nr 4. Dołącz je.",
                    "code": "LetterMissing",
                }
            ],
        }


@pytest.mark.parametrize(
    ("headers", "english"),
    [
        ({"Accept-Language": "en-GB,en;q=0.9"}, True),
        ({"Accept-Language": "de, en;q=0.8, pl;q=0.5"}, True),
        ({"Accept-Language": "pl, en;q=0.5"}, False),
        ({"Accept-Language": "de"}, False),
        ({"Accept-Language": "en", "Cookie": "osnowa_language=pl"}, False),
        ({"Cookie": "osnowa_language=en"}, True),
        ({}, False),
    ],
)
async def test_a_problem_is_told_in_the_language_that_was_asked_for(
    city: City, headers: dict[str, str], english: bool
) -> None:
    async with visiting(city) as visitor:
        told = (await visitor.get("/api/fail/refused", headers=headers)).json()["detail"]
        assert told.startswith("Letter no. 4" if english else "Brakuje pisma nr 4")


async def test_a_refusal_is_a_page_with_an_error_summary_for_readers(city: City) -> None:
    async with visiting(city) as visitor:
        answer = await visitor.get("/fail/refused")
        assert answer.status_code == 409
        assert "govuk-error-summary" in answer.text
        assert "Brakuje pisma nr 4. Dołącz je." in answer.text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "pl",
            "Rola „referent” nie daje do tego prawa. Ma je: kierownik zespołu, referent, mayor.",
        ),
        ("en", "The role “clerk” may not do this. Those who may: head of team, clerk, mayor"),
    ],
)
async def test_whoever_may_not_reads_who_may_by_the_titles_of_their_roles(
    city: City, language: str, sentence: str
) -> None:
    async with visiting(city) as visitor:
        visitor.cookies.set("osnowa_language", language)
        page = await visitor.get("/fail/role")
        told = (await visitor.get("/api/fail/role")).json()
    assert page.status_code == told["status"] == 403
    assert sentence in page.text
    assert told["detail"].startswith(sentence)
    assert told["told"] == {"action": "sign_letter", "needed": ["head", "clerk", "mayor"]}


async def test_wrong_input_is_told_field_by_field_without_the_input(city: City) -> None:
    async with visiting(city) as visitor:
        for path in ("/api/notes", "/notes"):
            answer = await visitor.post(path, json={"text": "zż"})
            assert answer.status_code == 422
            assert "wpisz dłuższy tekst; najmniej znaków: 3." in answer.text
            assert "zż" not in answer.text
        told = (await visitor.post("/api/notes", content="{")).json()
        assert told["code"] == "invalid"


@pytest.mark.parametrize(
    "name", ["no-database", "database-stops", "disk-full", "no-broker", "slow"]
)
async def test_while_the_database_or_broker_is_away_readers_are_asked_to_come_back(
    city: City, name: str
) -> None:
    async with visiting(city) as visitor:
        for path in (f"/api/fail/{name}", f"/fail/{name}"):
            answer = await visitor.get(path)
            assert answer.status_code == 503
            assert answer.headers["retry-after"] == "10"
            assert "Spróbuj ponownie za chwilę" in answer.text


async def test_the_unforeseen_gets_a_number_and_tells_nothing_personal(
    city: City, log_lines: Callable[[], list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = "0123456789abcdef0123456789abcdef"
    monkeypatch.setattr(problems, "current_trace_id", lambda: number)
    async with visiting(city) as visitor:
        page = await visitor.get("/fail/broken")
        told = (await visitor.get("/api/fail/broken")).json()
    assert page.status_code == told["status"] == 500
    assert number in page.text
    assert told["trace_id"] == number
    lines = [line for line in log_lines() if line["event"] == "unexpected error"]
    assert [line["trace_id"] for line in lines] == [number, number]
    assert "RuntimeError" in str(lines)
    for personal in ("Maria", "Wrzos", "Długa"):
        assert personal not in page.text + str(told) + str(lines)


@pytest.mark.parametrize(
    ("method", "path", "status", "told"),
    [
        ("GET", "/no/such/page", 404, "Sprawdź, czy adres jest wpisany poprawnie"),
        ("DELETE", "/sign-in", 405, "użyj przycisku albo linku"),
    ],
)
async def test_a_wrong_address_says_what_to_do(
    city: City, method: str, path: str, status: int, told: str
) -> None:
    async with visiting(city) as visitor:
        page = await visitor.request(method, path)
        assert page.status_code == status
        assert told in page.text
    async with visiting(city) as visitor:
        problem: dict[str, Any] = (await visitor.request(method, f"/api{path}")).json()
        assert problem["title"]


async def test_a_wrong_method_names_the_right_ones(city: City) -> None:
    async with visiting(city) as visitor:
        answer = await visitor.delete("/api/notes")
        assert answer.status_code == 405
        assert answer.headers["allow"] == "POST"
