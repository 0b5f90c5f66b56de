"""Workers who go to the client do first contact there too: each what their role may (domain B)."""

from __future__ import annotations

import httpx
import pytest
from fastapi import FastAPI

from tests.intake.conftest import signed_in
from tests.intake.test_api import contacted
from tests.intake.test_desk import crisis, person, refused, sent

__all__ = ["person"]

TOMASZ, PAWEL = "tomasz-modrzew", "pawel-swierk"


async def test_a_social_worker_takes_in_a_contact_and_the_desk_directs_it(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    async with signed_in(app, PAWEL) as pawel:
        contact_id = await contacted(pawel, person)
        assert (await pawel.get("/api/tasks")).json() == []
        triage = f"/api/contacts/{contact_id}/triage"
        assert await refused(pawel, triage, outcome="BENEFITS") == (403, "RoleMissing")
    (task,) = (await desk.get("/api/tasks")).json()
    assert task["link"] == f"/contacts/{contact_id}"


async def test_a_benefits_worker_takes_the_application_of_whom_the_desk_directed(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    contact_id = await contacted(desk, person)
    await sent(desk, f"/api/contacts/{contact_id}/triage", outcome="BENEFITS")
    async with signed_in(app, TOMASZ) as tomasz:
        told = await sent(
            tomasz, f"/api/contacts/{contact_id}/applications", benefit_types=["PERIODIC"]
        )
    assert told["data"]["receipt_number"]


@pytest.mark.parametrize("worker", [TOMASZ, PAWEL])
async def test_of_a_crisis_that_the_desk_took_in_a_mobile_worker_learns_nothing(
    app: FastAPI, desk: httpx.AsyncClient, person: str, worker: str
) -> None:
    contact_id = await crisis(desk, person)
    async with signed_in(app, worker) as mobile:
        assert (await mobile.get("/api/tasks")).json() == []
        for path in (f"/api/contacts/{contact_id}", f"/contacts/{contact_id}", "/alarms"):
            assert (await mobile.get(path)).status_code == 403
        for path in (f"/persons/{person}", "/appointments"):
            shown = (await mobile.get(path)).text
            assert contact_id not in shown
            assert "przemoc" not in shown.lower()
