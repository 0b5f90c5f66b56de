"""The receipt of an application as a file: tagged, in Polish, for whoever may see the contact."""

import io
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from pypdf import PdfReader

from tests.intake.conftest import CRISIS_WORKER, OTHER_WORKER, signed_in
from tests.intake.test_api import contacted, registered
from tests.intake.test_desk import sent

Json = dict[str, Any]


@pytest.fixture
async def person(desk: httpx.AsyncClient, jan: Json) -> str:
    return await registered(desk, jan)


async def filed(desk: httpx.AsyncClient, person: str, *, protected: bool = False) -> str:
    told: Json = {"person_id": person, "channel": "DESK", "problem": "brak pieniędzy"}
    told["reasons"] = ["7"] if protected else ["1"]
    contact = await sent(desk, "/api/contacts", **told)
    at = f"/api/contacts/{contact['id']}"
    await sent(desk, f"{at}/triage", outcome="BENEFITS")
    application = await sent(
        desk,
        f"{at}/applications",
        benefit_types=["PERIODIC", "MEAL"],
        applicant="OTHER_PERSON",
        applicant_name="Zofia Wzorcowa",
        applicant_is="DAUGHTER",
        consent="WRITTEN",
        consent_on="2026-02-01",
    )
    return f"/applications/{application['data']['application_id']}/receipt"


async def test_a_receipt_says_what_was_filed_when_and_by_whom(
    desk: httpx.AsyncClient, person: str
) -> None:
    answer = await desk.get(await filed(desk, person))
    assert answer.headers["content-type"] == "application/pdf"
    assert "potwierdzenie-PK-2026-000001.pdf" in answer.headers["content-disposition"]
    reader = PdfReader(io.BytesIO(answer.content))
    root: Any = reader.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"].value, root["/Lang"]) == (True, "pl")
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    for said in (
        "PK/2026/000001",
        "Jan Wzorcowy",
        "zasiłek okresowy, posiłek",
        "2 lutego 2026",
        "Jak wpłynął przy okienku",
        "Zofia Wzorcowa (córka)",
        "na piśmie, 1 lutego 2026",
    ):
        assert said in text
    assert "84511200016" not in text


async def test_whoever_prints_a_receipt_is_written_down(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    await desk.get(await filed(desk, person))
    rows = await app.state.service.reading.fetch("select what from reads")
    assert "receipt" in {row["what"] for row in rows}


async def test_the_receipt_of_a_protected_contact_is_for_few(
    app: FastAPI, desk: httpx.AsyncClient, person: str
) -> None:
    path = await filed(desk, person, protected=True)
    async with signed_in(app, OTHER_WORKER) as other:
        assert (await other.get(path)).status_code == 403
    async with signed_in(app, CRISIS_WORKER) as olga:
        assert (await olga.get(path)).status_code == 200


async def test_there_is_no_receipt_of_what_was_not_filed(
    desk: httpx.AsyncClient, person: str
) -> None:
    await contacted(desk, person)
    answer = await desk.get("/applications/00000000-0000-4000-8000-000000000000/receipt")
    assert answer.status_code == 404
