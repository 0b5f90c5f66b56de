"""An example of a command: what its fields name, and else the plainest value that is allowed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from fastapi import FastAPI
from pydantic import BaseModel, Field

from chassis.openapi import describe, example_of


class Way(StrEnum):
    POST = "POST"
    DESK = "DESK"


class Stamp(BaseModel):
    on: date
    way: Way = Way.DESK


class Letter(BaseModel):
    letter_id: UUID
    subject: str
    stamps: list[Stamp]
    pages: int = Field(ge=2)
    remark: str | None = None
    number: str | None = Field(default=None, examples=["SW/2026/0001"])


def test_an_example_holds_what_is_needed_and_what_has_an_example_of_its_own() -> None:
    schema = Letter.model_json_schema()
    example = example_of(schema, schema["$defs"])
    assert set(example) == {"letter_id", "subject", "stamps", "pages", "number"}
    letter = Letter.model_validate(example)
    assert (letter.number, letter.pages, letter.stamps[0].way) == ("SW/2026/0001", 2, Way.DESK)


def test_every_operation_declares_the_problems_that_it_may_answer_with() -> None:
    app = FastAPI()

    @app.post("/api/letters/{letter_id}")
    async def take(letter_id: UUID, letter: Letter) -> None: ...

    @app.get("/letters")
    async def show(page: int) -> None: ...

    describe(app, "Letters.")
    document = app.openapi()
    sent = document["paths"]["/api/letters/{letter_id}"]["post"]["responses"]
    assert set(sent) == {"200", "400", "401", "403", "404", "409", "413", "422", "503"}
    shape = sent["422"]["content"]["application/problem+json"]["schema"]
    assert shape == {"$ref": "#/components/schemas/Problem"}
    assert "Problem" in document["components"]["schemas"]
    assert "HTTPValidationError" not in document["components"]["schemas"]
    assert set(document["paths"]["/letters"]["get"]["responses"]["422"]["content"]) == {"text/html"}
