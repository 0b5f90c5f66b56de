"""The catalogue of help over HTTP: proposed, published, asked, and as it was known on a day."""

from datetime import UTC, datetime
from typing import Any

import httpx
from fastapi import FastAPI

from chassis.clock import set_offset
from tests.intake.conftest import ADMINISTRATOR, CRISIS_WORKER, EDITOR, signed_in
from tests.intake.test_api import contacted, registered
from tests.intake.test_desk import refused, sent

Json = dict[str, Any]

HOME_CARE: Json = {
    "title": "Usługi opiekuńcze w miejscu zamieszkania",
    "groups": ["OLDER", "DISABILITY"],
    "problems": [["6"], ["5"]],
    "conditions": {"min_age": 60, "lives_here": True, "other": ["Zalecenie lekarza"]},
    "places": [{"name": "MOPS, zespół usług", "phone": "000 000 000"}],
    "provider": "MOPS",
    "fee": "Zależnie od dochodu",
    "outcome": "CARE_OR_DPS",
    "benefit": "HOME_CARE",
    "documents": [
        {"document": "IDENTITY"},
        {"document": "INCOME"},
        {"document": "MEDICAL", "when": ["6"]},
    ],
}
OLDER = {"groups": ["OLDER"], "problems": ["6"]}


async def published(app: FastAPI, desk: httpx.AsyncClient, content: Json, **period: str) -> str:
    entry = await sent(desk, "/api/catalogue/entries", **content)
    async with signed_in(app, EDITOR) as editor:
        await sent(editor, f"/api/catalogue/entries/{entry['id']}/publication", **period)
    return str(entry["id"])


async def titles(desk: httpx.AsyncClient, **asked: Any) -> list[str]:
    answer = await desk.post("/api/catalogue/answers", json=OLDER | asked)
    assert answer.is_success, answer.text
    return [one["title"] for one in answer.json()]


async def test_a_proposal_is_no_answer_until_another_publishes_it(
    app: FastAPI, desk: httpx.AsyncClient
) -> None:
    entry = await sent(desk, "/api/catalogue/entries", **HOME_CARE)
    at = f"/api/catalogue/entries/{entry['id']}"
    assert await titles(desk) == []
    assert await refused(desk, f"{at}/publication") == (403, "RoleMissing")
    async with signed_in(app, EDITOR) as editor:
        (task,) = (await editor.get("/api/tasks")).json()
        assert task["title"] == f"Propozycja do katalogu pomocy: {HOME_CARE['title']}"
        await sent(editor, f"{at}/publication")
        assert (await editor.get("/api/tasks")).json() == []
        own = await sent(editor, "/api/catalogue/entries", **HOME_CARE)
        own_at = f"/api/catalogue/entries/{own['id']}"
        assert await refused(editor, f"{own_at}/publication") == (409, "OwnProposal")
    assert await titles(desk) == [HOME_CARE["title"]]


async def test_the_answer_explains_itself(app: FastAPI, desk: httpx.AsyncClient) -> None:
    await published(app, desk, HOME_CARE)
    asked = OLDER | {"age": 59, "lives_here": True, "shown": ["IDENTITY"]}
    (found,) = (await desk.post("/api/catalogue/answers", json=asked)).json()
    assert (found["groups"], found["problems"]) == (["OLDER"], ["6"])
    assert [one["condition"] for one in found["met"]] == ["LIVES_HERE"]
    assert found["unmet"] == [{"condition": "MIN_AGE", "asked": "60"}]
    assert found["unknown"] == [{"condition": "OTHER", "asked": "Zalecenie lekarza"}]
    assert found["documents_missing"] == ["INCOME", "MEDICAL"]
    assert found["places"][0]["phone"] == "000 000 000"


async def test_an_empty_situation_is_refused(desk: httpx.AsyncClient) -> None:
    assert await refused(desk, "/api/catalogue/answers", age=84) == (422, "SituationEmpty")


async def test_an_entry_answers_on_the_days_for_which_it_holds(
    app: FastAPI, desk: httpx.AsyncClient
) -> None:
    await published(app, desk, HOME_CARE, valid_from="2026-03-01", valid_to="2026-03-31")
    assert await titles(desk) == []
    assert await titles(desk, on="2026-03-01") == [HOME_CARE["title"]]
    assert await titles(desk, on="2026-04-01") == []


async def test_what_was_known_on_a_day_can_be_asked_afterwards(
    app: FastAPI, desk: httpx.AsyncClient
) -> None:
    entry_id = await published(app, desk, HOME_CARE)
    clock = app.state.service.settings.clock_file
    set_offset(clock, datetime(2026, 2, 10, 9, tzinfo=UTC))
    async with signed_in(app, EDITOR) as editor:
        at = f"/api/catalogue/entries/{entry_id}"
        await sent(editor, f"{at}/withdrawal", reason="koniec umowy")
    assert await titles(desk) == []
    assert await titles(desk, on="2026-02-10", known_on="2026-02-09") == [HOME_CARE["title"]]
    assert await titles(desk, on="2026-02-10", known_on="2026-02-10") == []
    assert await titles(desk, on="2026-02-09", known_on="2026-02-10") == [HOME_CARE["title"]]
    assert await titles(desk, on="2026-02-02", known_on="2026-02-01") == []


async def test_a_revision_takes_over_on_its_first_day(
    app: FastAPI, desk: httpx.AsyncClient
) -> None:
    entry_id = await published(app, desk, HOME_CARE)
    at = f"/api/catalogue/entries/{entry_id}"
    await sent(desk, f"{at}/revisions", **HOME_CARE | {"title": "Opieka w domu"})
    assert await titles(desk) == [HOME_CARE["title"]]
    async with signed_in(app, EDITOR) as editor:
        await sent(editor, f"{at}/publication", valid_from="2026-02-20")
    assert await titles(desk, on="2026-02-19") == [HOME_CARE["title"]]
    assert await titles(desk, on="2026-02-20") == ["Opieka w domu"]
    seen = (await desk.get(at)).json()
    assert [(one["number"], one["valid_to"]) for one in seen["versions"]] == [
        (1, "2026-02-19"),
        (2, None),
    ]


async def test_the_catalogue_says_which_documents_an_application_needs(
    app: FastAPI, desk: httpx.AsyncClient, jan: Json
) -> None:
    await published(app, desk, HOME_CARE)
    person_id = await registered(desk, jan)
    at = f"/api/contacts/{await contacted(desk, person_id)}/documents"
    assert (await desk.get(at)).status_code == 404
    asked = {"benefit_types": ["HOME_CARE"], "shown": ["IDENTITY"]}
    checked = await sent(desk, at, **asked)
    assert checked["data"] == {"required": ["IDENTITY", "INCOME"], "missing": ["INCOME"]}
    await sent(desk, at, benefit_types=["HOME_CARE"], shown=["IDENTITY", "INCOME"])
    assert (await desk.get(at)).json()["missing"] == []
    timeline = (await desk.get(f"/api/clients/{person_id}/timeline")).json()["entries"]
    assert [e["data"]["missing"] for e in timeline if "documents-checked" in e["type"]] == [
        [],
        ["INCOME"],
    ]


async def test_whoever_is_no_editor_changes_nothing(app: FastAPI, desk: httpx.AsyncClient) -> None:
    entry_id = await published(app, desk, HOME_CARE)
    at = f"/api/catalogue/entries/{entry_id}"
    for worker in (ADMINISTRATOR, CRISIS_WORKER):
        async with signed_in(app, worker) as client:
            assert await refused(client, "/api/catalogue/entries", **HOME_CARE) == (
                403,
                "RoleMissing",
            )
            for path, body in (
                ("revisions", HOME_CARE),
                ("publication", {}),
                ("withdrawal", {"reason": "x"}),
            ):
                assert await refused(client, f"{at}/{path}", **body) == (403, "RoleMissing")
    assert await refused(desk, f"{at}/withdrawal", reason="x") == (403, "RoleMissing")


async def test_a_proposal_that_is_sent_again_is_one_entry(desk: httpx.AsyncClient) -> None:
    headers = {"Idempotency-Key": "one proposal"}
    for _ in range(2):
        answer = await desk.post("/api/catalogue/entries", json=HOME_CARE, headers=headers)
        assert answer.status_code == 201, answer.text
    assert len((await desk.get("/api/catalogue/entries")).json()) == 1
