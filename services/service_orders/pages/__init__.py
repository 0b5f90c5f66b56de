"""The pages of the service organisation: orders, decisions that wait for one, contractors."""

from __future__ import annotations

from fastapi import APIRouter

from services.service_orders.pages import board, contractors, ending, preparing

router = APIRouter(include_in_schema=False)
for part in (board, preparing, contractors, ending):
    router.include_router(part.router)
