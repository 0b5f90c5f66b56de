"""Benefits for programs: one POST a command, cases with what may be done next, calculations."""

from fastapi import APIRouter

from services.benefits.api import (
    calculations,
    cases,
    decisions,
    directions,
    entitlements,
    home_papers,
    importing,
    monitoring,
    parameters,
    payments,
    practice,
    repayments,
    support,
    team,
    terms,
    writings,
)

router = APIRouter(prefix="/api")
for part in (
    *(cases, decisions, entitlements, terms, team, calculations, parameters, importing),
    *(practice, payments, monitoring, repayments, support, home_papers, directions, writings),
):
    router.include_router(part.router)
