"""Every act of a case has a page: its form, its refusal with what was typed, who may not."""

from __future__ import annotations

import re
from datetime import date

import pytest

from chassis.context import roles_of
from services.benefits.api import links
from services.benefits.lifecycle import Action
from services.benefits.pages.acts import CASES, DECISIONS, PLACES, Place
from tests.benefits.conftest import Town
from tests.benefits.given import MAN
from tests.benefits.test_api import BARBARA, EWA, HELENA, assessed, registered

AUDITOR = "wanda-buk"


async def opened(town: Town) -> str:
    """The case of K1 on the day of its application."""
    return await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)


async def look(town: Town, worker: str, path: str, status: int = 200) -> str:
    answer = await (await town.client(worker)).get(path)
    assert answer.status_code == status, answer.text
    return answer.text


async def send(
    town: Town, worker: str, path: str, fields: dict[str, str] | None = None, status: int = 303
) -> str:
    """The page that answers, or the address of the next one."""
    answer = await (await town.client(worker)).post(path, data=fields or {})
    assert answer.status_code == status, answer.text
    return str(answer.headers.get("location", "") or answer.text)


@pytest.mark.parametrize("place", [CASES, DECISIONS], ids=lambda place: place.prefix)
def test_every_action_of_the_table_has_its_page_where_the_api_has_its_address(place: Place) -> None:
    paths = {"cases": links.OF_CASE, "decisions": links.OF_DECISION}[place.prefix]
    assert {(path, action) for action, path in paths.items()} <= {
        (path, act.action) for path, act in place.acts.items()
    }


def test_an_act_is_done_by_the_command_of_its_action() -> None:
    for place in PLACES:
        for act in place.acts.values():
            if act.action is Action.ASSIGN_CASE or act.title:
                continue
            assert act.action is not None
            assert act.name == act.action.value
            assert act.roles == roles_of(act.command)


async def test_the_case_page_leads_to_what_may_be_done_now_and_says_what_was_done(
    town: Town,
) -> None:
    case = await opened(town)
    page = await look(town, EWA, f"/cases/{case}")
    assert f'href="/cases/{case}/assessment"' in page
    assert f'href="/cases/{case}/worker"' not in page
    back = await send(town, EWA, f"/cases/{case}/assessment")
    assert back == f"/cases/{case}?done=start_assessment"
    assert "Rozpoczęto ocenę." in await look(town, EWA, back)
    assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "assessment"


async def test_what_was_typed_is_kept_on_a_refusal(town: Town) -> None:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    income = {
        "month": "2026-09", "household_size": "1", "components.0.kind": "CASUAL_WORK",
        "components.0.amount": "610,00",
    }  # fmt: skip
    page = await send(town, EWA, f"/cases/{case}/income", income, 422)
    assert "Popraw dane" in page
    assert 'value="610,00"' in page
    assert 'href="#main-content"' in page
    await send(town, EWA, f"/cases/{case}/income", {**income, "month": "2026-01"})
    found = (await town.get(EWA, f"/api/cases/{case}"))["income"]
    assert (found["month"], found["total"]) == ("2026-01", "610.00")


async def test_a_row_is_added_without_a_script(town: Town) -> None:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    income = {"components.0.kind": "CASUAL_WORK", "components.0.amount": "610,00"}
    one_more = {**income, "one_more": "components"}
    page = await send(town, EWA, f"/cases/{case}/income", one_more, 200)
    assert 'name="components.1.amount"' in page
    assert 'value="610,00"' in page


async def test_who_may_not_is_told_so_before_and_after(town: Town) -> None:
    case = await opened(town)
    await look(town, AUDITOR, f"/cases/{case}/assessment", 403)
    await send(town, AUDITOR, f"/cases/{case}/assessment", None, 403)
    await look(town, EWA, f"/cases/{case}/worker", 403)
    await look(town, BARBARA, f"/cases/{case}/worker")


async def test_what_cannot_be_done_now_says_so(town: Town) -> None:
    case = await opened(town)
    page = await look(town, EWA, f"/cases/{case}/decisions?kind=GRANT", 409)
    assert "Przygotuj projekt decyzji" in page


async def test_an_act_that_nobody_knows_is_not_found(town: Town) -> None:
    case = await opened(town)
    await look(town, EWA, f"/cases/{case}/nothing", 404)
    await look(town, EWA, f"/decisions/{case}/issue", 404)


async def test_a_draft_is_made_and_signed_in_the_browser(town: Town) -> None:
    case = await opened(town)
    await assessed(town, case)
    await send(town, EWA, f"/cases/{case}/entitlement", {"proposed": "200,00"})
    town.day(date(2026, 2, 12))
    choice = await look(town, EWA, f"/cases/{case}/decisions")
    assert 'value="GRANT"' in choice
    assert 'value="SUSPEND"' not in choice
    page = await look(town, EWA, f"/cases/{case}/decisions?kind=GRANT")
    assert 'name="amount"' in page
    assert 'value="200,00"' in page
    assert 'name="home"' not in page
    draft = {
        "kind": "GRANT", "amount": "200,00", "valid_from-day": "1", "valid_from-month": "2",
        "valid_from-year": "2026",
    }  # fmt: skip
    refused = await send(town, EWA, f"/cases/{case}/decisions", draft, 422)
    assert 'href="#valid_to"' in refused
    until = {"valid_to-day": "31", "valid_to-month": "5", "valid_to-year": "2026"}
    await send(town, EWA, f"/cases/{case}/decisions", {**draft, **until})
    shown = await look(town, HELENA, f"/cases/{case}")
    sign = re.search(r"/decisions/[0-9a-f-]+/issue", shown)
    assert sign is not None
    await send(town, HELENA, sign[0])
    (decision,) = (await town.get(EWA, f"/api/cases/{case}"))["decisions"]
    assert decision["state"] == "issued"
