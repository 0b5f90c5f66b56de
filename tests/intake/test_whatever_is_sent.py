"""Whatever is sent to first contact, nothing breaks, and the answer is one that is declared."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from chassis.testing import Broker
from tests.fuzzing.by_schema import fuzz_all
from tests.fuzzing.hostile import attack_all
from tests.fuzzing.pages import attack_pages
from tests.fuzzing.target import Target, serving
from tests.intake.conftest import INFORMATION_WORKER, first_contact, signed_in
from tests.intake.test_api import contacted, registered
from tests.intake.test_desk import sent
from tests.intake.test_receipt import filed
from tests.intake.test_rights import MAY
from tests.rights import PEOPLE, by_address, everybody_at, id_of, sample

EXAMPLES = int(os.environ.get("OSNOWA_FUZZ_EXAMPLES", "4"))
"""Of each kind, right and wrong, for each operation."""
EVERY = int(os.environ.get("OSNOWA_FUZZ_EVERY", "29"))
"""Of the hostile requests every so many are made; the operations take different ones."""
BY_ADDRESS = by_address(MAY)
PAGES = [one for one in BY_ADDRESS if " /api/" not in one and not one.endswith("/events")]
TEMPLATES = Path(__file__).parents[2] / "services" / "intake" / "templates"


@dataclass
class Open:
    """The service behind a port, and its database."""

    target: Target
    pool: Any


@pytest.fixture
async def opened(
    database: str, broker: Broker, tmp_path: Path, jan: dict[str, Any]
) -> AsyncIterator[Open]:
    """On PostgreSQL and NATS, with people and what they came for, and a worker of every role."""
    await broker.admit("intake", "benefits")
    units = everybody_at("intake", tmp_path)
    nats = {"nats": broker.url, "nats_password": broker.passwords["intake"]}
    async with first_contact(database, tmp_path, units, **nats) as app:
        async with signed_in(app, INFORMATION_WORKER) as desk:
            person = await registered(desk, jan)
            await filed(desk, person)
            await contacted(desk, person)
            member = {"person_id": person, "relation": "SELF"}
            await sent(desk, "/api/households", members=[member], since="2026-01-01")
        async with serving(app, [id_of(role) for role in PEOPLE]) as target:
            yield Open(target, app.state.service.reading)


def chosen(address: str) -> list[str]:
    """Signing in is for everybody."""
    return (
        sample(BY_ADDRESS, address)
        if address in BY_ADDRESS
        else [id_of(role) for role in PEOPLE[:2]]
    )


async def test_what_the_document_allows_and_what_it_does_not_is_answered_as_declared(
    opened: Open,
) -> None:
    await fuzz_all(opened.target, opened.pool, chosen, examples=EXAMPLES)
    opened.target.held()


async def test_what_nobody_should_send_is_refused_with_a_problem_document(opened: Open) -> None:
    made = await attack_all(opened.target, opened.pool, chosen, every=EVERY)
    assert made > 150
    opened.target.held()


async def test_no_page_breaks_whatever_its_form_holds(opened: Open) -> None:
    made = await attack_pages(
        opened.target, opened.pool, PAGES, TEMPLATES, chosen, every=max(1, EVERY // 3)
    )
    assert made > 50
    opened.target.held()
