"""Benefits for programs: one POST a command, cases with what may be done next, calculations."""

from fastapi import APIRouter

from services.benefits.api import (
    calculations,
    cases,
    decisions,
    entitlements,
    importing,
    parameters,
    practice,
)

router = APIRouter(prefix="/api")
for part in (cases, decisions, entitlements, calculations, parameters, importing, practice):
    router.include_router(part.router)
