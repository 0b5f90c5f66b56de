"""The first-contact desk's pages."""

from fastapi import APIRouter

from services.intake.pages import (
    alarms,
    appointments,
    calls,
    catalogue,
    contact,
    first_contact,
    household_correction,
    households,
    merging,
    person,
    persons,
    receipt,
)

router = APIRouter()
for part in (first_contact, calls, contact, alarms, appointments, receipt, catalogue):
    router.include_router(part.router)
for part in (persons, person, merging, households, household_correction):
    router.include_router(part.router)
