"""The first-contact desk's pages."""

from fastapi import APIRouter

from services.intake.pages import contact, first_contact, households, merging, person, persons

router = APIRouter()
router.include_router(first_contact.router)
router.include_router(contact.router)
for part in (persons, person, merging, households):
    router.include_router(part.router)
