"""The whole matrix of changes, as `ux.md` C gives it."""

from typing import Annotated, Any, Literal

import pytest
from osnowa_contracts.compat import problems
from osnowa_contracts.fact import Confidentiality, Counted, Fact, InSummary, Personal, Publisher
from osnowa_contracts.schema import schema_of
from pydantic import BaseModel, Field


def _schema(fields: dict[str, Any], **namespace: Any) -> dict[str, Any]:
    cls = type(
        "Sample",
        (Fact,),
        {
            "__module__": __name__,
            "__doc__": "A fact for trying changes.",
            "__annotations__": fields,
            "PUBLISHER": Publisher.BENEFITS,
            "CONFIDENTIALITY": Confidentiality.CASE,
            "LEGAL_BASIS": "none",
            **namespace,
        },
    )
    return schema_of(cls)


OLD = {"number": str, "days": int}


class Before(BaseModel):
    street: str
    city: str = ""


class LessInside(BaseModel):
    street: str


class MoreInside(BaseModel):
    street: str
    city: str = ""
    floor: int = 0


class RequiredInside(BaseModel):
    street: str
    city: str = ""
    floor: int


@pytest.mark.parametrize(
    ("old", "new", "defaults"),
    [
        (OLD, {**OLD, "reason": str}, {"reason": ""}),
        (OLD, {**OLD, "reason": str | None}, {"reason": None}),
        (OLD, {"days": int, "number": str}, {}),
        ({"where": Before}, {"where": MoreInside}, {}),
        ({"all": list[Before]}, {"all": list[MoreInside]}, {}),
        ({"a": str}, {"a": Annotated[str, InSummary()]}, {}),
        ({"a": str}, {"a": Annotated[str, Field(description="words only")]}, {}),
        (OLD, {**OLD, "where": RequiredInside | None}, {"where": None}),
    ],
    ids=[
        "optional field added",
        "nullable field added",
        "other order",
        "optional field added inside",
        "optional field added inside a list",
        "mark added",
        "description added",
        "optional model with required fields added",
    ],
)
def test_a_compatible_change_passes(
    old: dict[str, Any], new: dict[str, Any], defaults: dict[str, Any]
) -> None:
    assert problems(_schema(old), _schema(new, **defaults)) == []


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (OLD, {**OLD, "reason": str}, "field reason was added as required"),
        (OLD, {"days": int}, "field number was removed"),
        ({"where": Before}, {"where": RequiredInside}, "field where.floor was added as required"),
        ({"where": Before}, {"where": LessInside}, "field where.city was removed"),
        ({"all": list[Before]}, {"all": list[LessInside]}, r"field all\[\].city was removed"),
        (OLD, {**OLD, "days": str}, "would refuse"),
        ({"a": int | str}, {"a": int}, "the new version would refuse"),
        ({"a": int}, {"a": int | str}, "readers of the old version would refuse"),
        ({"a": str}, {"a": str | None}, "readers of the old version would refuse"),
        (
            {"a": Literal["x", "y"]},
            {"a": Literal["x", "y", "z"]},
            "readers of the old version would refuse",
        ),
        ({"a": Literal["x", "y"]}, {"a": Literal["x"]}, "the new version would refuse"),
        (
            {"a": Annotated[str, Field(max_length=9)]},
            {"a": Annotated[str, Field(max_length=5)]},
            "the new version would refuse",
        ),
        (
            {"a": Annotated[str, Field(pattern="^[0-9]+$")]},
            {"a": Annotated[str, Field(pattern="^[a-z]+$")]},
            "would refuse",
        ),
        (
            {"a": Annotated[str, InSummary()]},
            {"a": str},
            "field a is no longer told in the summary form",
        ),
        (
            {"a": Annotated[str, Counted()]},
            {"a": Annotated[str, Counted(), Personal()]},
            "field a is no longer told in the count form",
        ),
    ],
    ids=[
        "required field added",
        "field removed",
        "required field added inside",
        "field removed inside",
        "field removed inside a list",
        "type changed",
        "type narrowed",
        "type widened",
        "null allowed",
        "enum widened",
        "enum narrowed",
        "length narrowed",
        "pattern changed",
        "mark removed",
        "field made personal",
    ],
)
def test_a_breaking_change_fails_and_says_why(
    old: dict[str, Any], new: dict[str, Any], why: str
) -> None:
    found = problems(_schema(old), _schema(new))
    assert found
    with pytest.raises(AssertionError, match=why):
        raise AssertionError("; ".join(found))


def test_an_optional_field_that_becomes_required_fails() -> None:
    found = problems(_schema({"a": str}, a=""), _schema({"a": str}))
    assert found == ["field a became required"]


def test_removing_an_optional_field_fails_although_every_reader_could_live_with_it() -> None:
    old = _schema({"a": str, "b": str}, b="")
    assert problems(old, _schema({"a": str})) == ["field b was removed"]


def test_without_the_prover_a_change_is_unproved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "jsonschema_rs", None)
    same, more = _schema({"a": str}), _schema({"a": str, "b": str}, b="")
    assert problems(same, same) == []
    assert "cannot be proved" in problems(same, more)[0]
