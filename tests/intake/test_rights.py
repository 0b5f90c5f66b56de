"""Who is let in where at first contact: every route, every role (`domain.md` H and I).

The table asks nothing of the code; a new route needs a row in it.
"""

from __future__ import annotations

from pathlib import Path

from osnowa_contracts.roles import Role

from tests.intake.conftest import first_contact
from tests.rights import (
    OPEN,
    PEOPLE,
    addresses_of,
    by_address,
    everybody_at,
    let_in,
    let_in_unknown,
    template,
)

GIVEN = {"source": "POMOST", "row": "P1"}

EVERYBODY = frozenset(PEOPLE)
SEE_CLIENTS = EVERYBODY - {Role.ADMINISTRATOR, Role.MIGRATION}
DESK = frozenset({Role.INFORMATION_HEAD, Role.INFORMATION_WORKER})
WITH_CRISIS = frozenset({Role.CRISIS_WORKER, Role.INFORMATION_HEAD, Role.INFORMATION_WORKER})
TAKE_IN = frozenset(
    {Role.CRISIS_WORKER, Role.INFORMATION_HEAD, Role.INFORMATION_WORKER, Role.SOCIAL_WORKER}
)
WITH_FAMILIES = frozenset(
    {Role.BENEFITS_WORKER, Role.INFORMATION_HEAD, Role.INFORMATION_WORKER, Role.SOCIAL_WORKER}
)
ESTABLISH_JURISDICTION = frozenset(
    {Role.BENEFITS_WORKER, Role.CRISIS_WORKER, Role.INFORMATION_HEAD, Role.INFORMATION_WORKER}
)
TAKE_APPLICATIONS = frozenset(
    {Role.BENEFITS_WORKER, Role.INFORMATION_HEAD, Role.INFORMATION_WORKER}
)
HEAD = frozenset({Role.INFORMATION_HEAD})
CRISIS = frozenset({Role.CRISIS_WORKER})
EDIT_CATALOGUE = frozenset({Role.CATALOGUE_EDITOR, Role.INFORMATION_HEAD, Role.INFORMATION_WORKER})
PUBLISH_CATALOGUE = frozenset({Role.CATALOGUE_EDITOR, Role.INFORMATION_HEAD})
MIGRATION = frozenset({Role.MIGRATION})
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})

MAY: dict[frozenset[Role], tuple[str, ...]] = {
    EVERYBODY: (
        "GET /",
        "GET /api/tasks",
        "POST /api/catalogue/answers",
        "GET /api/catalogue/entries",
        "GET /api/catalogue/entries/{entry_id}",
        "GET /catalogue",
        "POST /catalogue",
        "GET /catalogue/entries",
        "GET /catalogue/entries/{entry_id}",
    ),
    SEE_CLIENTS: (
        "POST /clients/search",
        "GET /clients/{person_id}",
        "GET /api/clients/{person_id}/timeline",
        "GET /clients/{person_id}/events",
        "POST /api/persons/search",
        "GET /api/persons/{person_id}",
        "GET /api/persons/{person_id}/history",
        "GET /api/households",
        "GET /api/households/{household_id}",
        "GET /api/contacts",
        "GET /api/contacts/{contact_id}",
        "GET /api/contacts/{contact_id}/documents",
        "GET /api/applications",
        "GET /api/appointments",
        "GET /contacts/{contact_id}",
        "GET /appointments",
        "GET /appointments/{appointment_id}",
        "GET /applications/{application_id}/receipt",
        "GET /persons",
        "POST /persons",
        "POST /persons/found",
        "POST /persons/choices",
        "GET /persons/{person_id}",
        "GET /households/{household_id}",
    ),
    DESK: (
        "POST /api/persons",
        "POST /api/persons/{person_id}/corrections",
        "POST /api/persons/{person_id}/identifier",
        "POST /api/persons/{person_id}/identifier/withdrawal",
        "GET /persons/new",
        "POST /persons/new",
        "GET /persons/{person_id}/correction",
        "POST /persons/{person_id}/correction",
        "GET /persons/{person_id}/identifier",
        "POST /persons/{person_id}/identifier",
        "POST /persons/{person_id}/identifier/number",
    ),
    WITH_CRISIS: (
        "POST /api/contacts/{contact_id}/talk",
        "POST /api/contacts/{contact_id}/person",
        "POST /api/contacts/{contact_id}/information",
        "POST /api/contacts/{contact_id}/triage",
        "POST /api/contacts/{contact_id}/triage/corrections",
        "POST /api/contacts/{contact_id}/appointments",
        "POST /api/appointments/{appointment_id}/time",
        "POST /api/appointments/{appointment_id}/cancellation",
        "POST /api/appointments/{appointment_id}/result",
        "GET /first-contact",
        "POST /first-contact/edit",
        "POST /first-contact/number",
        "POST /first-contact/check",
        "POST /first-contact",
        "POST /contacts/{contact_id}/triage",
        "POST /appointments/{appointment_id}/time",
        "POST /appointments/{appointment_id}/cancellation",
        "POST /appointments/{appointment_id}/result",
        "GET /contacts/{contact_id}/{step=person}",
        "GET /contacts/{contact_id}/{step=talk}",
        "GET /contacts/{contact_id}/{step=information}",
        "GET /contacts/{contact_id}/{step=correction}",
        "GET /contacts/{contact_id}/{step=appointment}",
        "POST /contacts/{contact_id}/{step=person}",
        "POST /contacts/{contact_id}/{step=talk}",
        "POST /contacts/{contact_id}/{step=information}",
        "POST /contacts/{contact_id}/{step=correction}",
        "POST /contacts/{contact_id}/{step=appointment}",
    ),
    TAKE_IN: (
        "POST /api/contacts",
        "POST /api/signals",
        "GET /first-contact/call",
        "POST /first-contact/call",
        "GET /first-contact/signal",
        "POST /first-contact/signal",
    ),
    WITH_FAMILIES: (
        "POST /api/households",
        "POST /api/households/{household_id}/changes",
        "POST /api/households/{household_id}/members",
        "POST /api/households/{household_id}/members/{person_id}/correction",
        "GET /households/{household_id}/members/{person_id}/correction",
        "POST /households/{household_id}/members/{person_id}/correction",
        "POST /api/households/{household_id}/departures",
        "POST /api/households/{household_id}/end",
        "GET /households/new",
        "POST /households/new",
        "POST /households/{household_id}/members",
        "POST /households/{household_id}/departures",
        "POST /households/{household_id}/end",
    ),
    ESTABLISH_JURISDICTION: (
        "POST /api/contacts/{contact_id}/jurisdiction",
        "GET /contacts/{contact_id}/{step=jurisdiction}",
        "POST /contacts/{contact_id}/{step=jurisdiction}",
    ),
    TAKE_APPLICATIONS: (
        "POST /api/contacts/{contact_id}/transfer",
        "POST /api/contacts/{contact_id}/documents",
        "POST /api/contacts/{contact_id}/applications",
        "GET /contacts/{contact_id}/{step=documents}",
        "GET /contacts/{contact_id}/{step=application}",
        "GET /contacts/{contact_id}/{step=transfer}",
        "POST /contacts/{contact_id}/{step=documents}",
        "POST /contacts/{contact_id}/{step=application}",
        "POST /contacts/{contact_id}/{step=transfer}",
    ),
    HEAD: (
        "GET /alarms",
        "POST /api/persons/{person_id}/merge",
        "POST /api/persons/{person_id}/merge/undoing",
        "GET /persons/{person_id}/merge",
        "POST /persons/{person_id}/merge",
        "GET /persons/{person_id}/merge/{absorbed_id}/undoing",
        "POST /persons/{person_id}/merge/{absorbed_id}/undoing",
    ),
    CRISIS: (
        "POST /api/contacts/{contact_id}/crisis",
        "POST /contacts/{contact_id}/crisis",
    ),
    EDIT_CATALOGUE: (
        "POST /api/catalogue/entries",
        "POST /api/catalogue/entries/{entry_id}/revisions",
        "GET /catalogue/entries/new",
        "POST /catalogue/entries/new",
        "GET /catalogue/entries/{entry_id}/revision",
        "POST /catalogue/entries/{entry_id}/revision",
    ),
    PUBLISH_CATALOGUE: (
        "POST /api/catalogue/entries/{entry_id}/publication",
        "POST /api/catalogue/entries/{entry_id}/withdrawal",
        "POST /catalogue/entries/{entry_id}/publication",
        "POST /catalogue/entries/{entry_id}/withdrawal",
    ),
    MIGRATION: (
        "POST /api/imports/persons",
        "POST /api/imports/persons/check",
        "GET /api/imports/persons/{source}/{row:path}",
        "POST /api/imports/households",
        "POST /api/imports/households/check",
    ),
    ADMINISTRATOR: (
        "GET /api/parked",
        "POST /api/parked/{publisher}/{sequence}/retry",
    ),
}


async def test_every_address_lets_in_exactly_whom_the_table_names(
    database: str, tmp_path: Path
) -> None:
    async with first_contact(database, tmp_path, everybody_at("intake", tmp_path)) as app:
        addresses = {template(one) for one in addresses_of(app) if one not in OPEN}
        rows = by_address(MAY)
        assert {template(one) for one in rows} == addresses, "a row for every route"
        assert await let_in(app, list(rows), GIVEN) == rows


async def test_nobody_is_let_in_without_signing_in(database: str, tmp_path: Path) -> None:
    async with first_contact(database, tmp_path, everybody_at("intake", tmp_path)) as app:
        assert await let_in_unknown(app, list(by_address(MAY)), GIVEN) == []
