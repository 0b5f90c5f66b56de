"""What-if calculations: nothing is kept, nobody is named."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from chassis.context import Context
from chassis.web import Ctx, Running
from services.benefits.api.calculation_views import (
    CareHomeResult,
    ChangeResult,
    ContinuationResult,
    EntitledResult,
    FeeResult,
    IncomeResult,
    RangeResult,
    RepaymentResult,
    UndueResult,
    told,
)
from services.benefits.commands import Commands
from services.benefits.commands.what_if import (
    CareHomeWhatIf,
    ChangeWhatIf,
    ContractWhatIf,
    HomeCareWhatIf,
    IncomeWhatIf,
    LossWhatIf,
    MealWhatIf,
    NonCashWhatIf,
    PeriodicWhatIf,
    PermanentWhatIf,
    ReturnableWhatIf,
    SpecialTargetedWhatIf,
    TargetedWhatIf,
    UndueWhatIf,
    WhatIf,
)

router = APIRouter(prefix="/calculations", tags=["calculations"])

Service = Running[Commands]


async def _calculated(new: WhatIf, ctx: Context, service: Service) -> dict[str, Any]:
    law = await service.commands.law_on(new.on or ctx.today)
    return told(new.calculate(law))


@router.post("/periodic", response_model=RangeResult)
async def periodic(new: PeriodicWhatIf, ctx: Ctx, service: Service) -> Any:
    """Periodic benefit (ups art. 38), with every step of the calculation."""
    return await _calculated(new, ctx, service)


@router.post("/permanent", response_model=RangeResult)
async def permanent(new: PermanentWhatIf, ctx: Ctx, service: Service) -> Any:
    """Permanent benefit (ups art. 37)."""
    return await _calculated(new, ctx, service)


@router.post("/targeted", response_model=RangeResult)
async def targeted(new: TargetedWhatIf, ctx: Ctx, service: Service) -> Any:
    """Targeted benefit (ups art. 39): who may get one, and the most."""
    return await _calculated(new, ctx, service)


@router.post("/special-targeted", response_model=RangeResult)
async def special_targeted(new: SpecialTargetedWhatIf, ctx: Ctx, service: Service) -> Any:
    """Special targeted benefit (ups art. 41 pkt 1)."""
    return await _calculated(new, ctx, service)


@router.post("/loss", response_model=RangeResult)
async def loss(new: LossWhatIf, ctx: Ctx, service: Service) -> Any:
    """Benefit for a loss, whatever the income is (ups art. 40)."""
    return await _calculated(new, ctx, service)


@router.post("/returnable", response_model=RepaymentResult)
async def returnable(new: ReturnableWhatIf, ctx: Ctx, service: Service) -> Any:
    """A benefit that is paid back, in instalments (ups art. 41 pkt 2)."""
    return await _calculated(new, ctx, service)


@router.post("/contract", response_model=ContinuationResult)
async def contract(new: ContractWhatIf, ctx: Ctx, service: Service) -> Any:
    """Until when a benefit under a social contract goes on (ups art. 39a)."""
    return await _calculated(new, ctx, service)


@router.post("/meal", response_model=EntitledResult)
async def meal(new: MealWhatIf, ctx: Ctx, service: Service) -> Any:
    """A meal by the government's programme."""
    return await _calculated(new, ctx, service)


@router.post("/non-cash", response_model=EntitledResult)
async def non_cash(new: NonCashWhatIf, ctx: Ctx, service: Service) -> Any:
    """A benefit in kind or a service (ups art. 36 pkt 2)."""
    return await _calculated(new, ctx, service)


@router.post("/home-care-fee", response_model=FeeResult)
async def fee(new: HomeCareWhatIf, ctx: Ctx, service: Service) -> Any:
    """What an hour of home care costs (ups art. 50(6), the council's table)."""
    return await _calculated(new, ctx, service)


@router.post("/care-home-fees", response_model=CareHomeResult)
async def care_home(new: CareHomeWhatIf, ctx: Ctx, service: Service) -> Any:
    """Who bears the cost of a residential care home (ups art. 61), also in a part of a month."""
    return await _calculated(new, ctx, service)


@router.post("/income", response_model=IncomeResult)
async def income(new: IncomeWhatIf, ctx: Ctx, service: Service) -> Any:
    """The income of a month from its receipts (ups art. 8)."""
    return await _calculated(new, ctx, service)


@router.post("/income-change", response_model=ChangeResult)
async def change(new: ChangeWhatIf, ctx: Ctx, service: Service) -> Any:
    """Whether a change of income alters the benefit (ups art. 106(3b))."""
    return await _calculated(new, ctx, service)


@router.post("/undue", response_model=UndueResult)
async def undue(new: UndueWhatIf, ctx: Ctx, service: Service) -> Any:
    """What was received unduly (ups art. 98)."""
    return await _calculated(new, ctx, service)
