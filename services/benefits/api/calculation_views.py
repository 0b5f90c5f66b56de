"""Results of what-if calculations: amounts, the steps, and the steps in the words of a decision."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, Field, TypeAdapter

from services.benefits.api.views import FeeOut, RangeOut, StepOut
from services.benefits.calculation import reasons
from services.benefits.commands.what_if import Result

_dump: TypeAdapter[Any] = TypeAdapter(Any)
REASONS = Field(default="", description="the steps as the reasons of a decision say them, Polish")


class RangeResult(RangeOut):
    reasons: str = REASONS


class FeeResult(FeeOut):
    reasons: str = REASONS


class EntitledResult(BaseModel):
    """The right to something that is no money; `free`: without paying or paying back."""

    formula_version: str = Field(examples=["meal-1"])
    params_date: date
    free: bool
    steps: list[StepOut]
    reasons: str = REASONS


class ReceiptOut(BaseModel):
    """What a receipt adds in the month; one that is not counted adds nothing."""

    kind: str = Field(examples=["WAGE"])
    amount: Decimal
    counted: bool
    own: bool


class IncomeResult(BaseModel):
    """Income of the household in a month; `own` is the client's part."""

    month: str = Field(examples=["2026-01"])
    household_size: int
    purpose: str = Field(examples=["CASH"])
    receipts: list[ReceiptOut]
    total: Decimal = Field(examples=["1815.84"])
    per_capita: Decimal = Field(examples=["605.28"])
    own: Decimal
    steps: list[StepOut]
    reasons: str = REASONS


class PayerOut(BaseModel):
    reference: str = Field(examples=["córka"])
    relation: str = Field(examples=["DESCENDANT"])
    means: Decimal = Field(examples=["1970.00"], description="what may be asked for at most")
    pays: Decimal = Field(examples=["1970.00"])


class CareHomeResult(BaseModel):
    """Shares in the cost of a care home; together they are the cost."""

    params_date: date
    cost: Decimal = Field(examples=["7200.00"])
    resident: Decimal = Field(examples=["1680.00"])
    relatives: list[PayerOut]
    gmina: Decimal = Field(examples=["3550.00"])
    steps: list[StepOut]
    reasons: str = REASONS


class ChangeResult(BaseModel):
    """`effective_from` is the month from which the change works, if it matters."""

    difference: Decimal = Field(examples=["300.00"])
    threshold: Decimal = Field(examples=["246.90"])
    matters: bool
    effective_from: str | None = Field(examples=["2026-08"])
    steps: list[StepOut]
    reasons: str = REASONS


class UndueResult(BaseModel):
    months: list[tuple[str, Decimal]] = Field(examples=[[["2026-08", "100.00"]]])
    whole: Decimal = Field(examples=["100.00"])
    steps: list[StepOut]
    reasons: str = REASONS


class RepaymentResult(BaseModel):
    whole: Decimal = Field(examples=["900.00"])
    instalments: list[Decimal] = Field(examples=[["300.00", "300.00", "300.00"]])
    steps: list[StepOut]
    reasons: str = REASONS


class ContinuationResult(BaseModel):
    until: date = Field(examples=["2026-05-16"])
    steps: list[StepOut]
    reasons: str = REASONS


def told(result: Result) -> dict[str, Any]:
    """The result as its model takes it."""
    found: dict[str, Any] = _dump.dump_python(result)
    return {**found, "reasons": reasons(result.steps)}
