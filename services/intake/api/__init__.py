"""First contact for programs: persons, households, contacts, appointments, catalogue of help."""

from fastapi import APIRouter

from services.intake.api import (
    applications,
    appointments,
    catalogue,
    contacts,
    households,
    importing,
    persons,
)

router = APIRouter(prefix="/api", tags=["first contact"])
for part in (persons, households, importing, contacts, applications, appointments, catalogue):
    router.include_router(part.router)
