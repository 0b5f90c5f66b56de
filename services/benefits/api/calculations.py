"""What-if calculations: nothing is kept, nobody is named."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from osnowa_contracts.values import Money
from pydantic import Field, TypeAdapter

from chassis.inputs import Input
from chassis.web import Ctx
from services.benefits.api.views import FeeOut, RangeOut
from services.benefits.calculation import (
    Fee,
    Range,
    home_care_fee,
    periodic_benefit,
    permanent_benefit,
)

router = APIRouter(prefix="/calculations", tags=["calculations"])

_range = TypeAdapter(Range)
_fee = TypeAdapter(Fee)


class Household(Input):
    """Income of the whole household in PLN a month, and how many persons live on it."""

    income: Annotated[Money, Field(ge=0)] = Field(examples=["610.00"])
    household_size: int = Field(default=1, ge=1, le=40)
    on: date | None = Field(default=None, description="whose parameters; today unless told")


class Person(Household):
    own_income: Annotated[Money, Field(ge=0)] | None = None


@router.post("/periodic")
async def periodic(new: Household, ctx: Ctx) -> RangeOut:
    """Periodic benefit (ups art. 38), with every step of the calculation."""
    found = periodic_benefit(new.income, new.household_size, new.on or ctx.today)
    return RangeOut.model_validate(_range.dump_python(found))


@router.post("/permanent")
async def permanent(new: Person, ctx: Ctx) -> RangeOut:
    """Permanent benefit (ups art. 37)."""
    found = permanent_benefit(
        new.income, new.household_size, new.on or ctx.today, own_income=new.own_income
    )
    return RangeOut.model_validate(_range.dump_python(found))


@router.post("/home-care-fee")
async def fee(new: Household, ctx: Ctx) -> FeeOut:
    """What an hour of home care costs (ups art. 50(6), the council's table)."""
    found = home_care_fee(new.income, new.household_size, new.on or ctx.today)
    return FeeOut.model_validate(_fee.dump_python(found))
