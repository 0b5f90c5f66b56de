"""Every act is done by its form: refused with what was typed and what to do, then done and seen."""

from __future__ import annotations

import re

import pytest

from services.benefits.pages.acts import DONE, PLACES, SHOWN_AFTER_DECISION
from tests.benefits.conftest import Town
from tests.benefits.stories import STORIES, Posts, Story
from tests.benefits.test_api import EWA
from tests.forms import KEY, Screen, refused, typed_of

ACTS = {f"{place.prefix}/{path}": act for place in PLACES for path, act in place.acts.items()}
OF_THE_CASE = {
    "repayments": ("/api/repayments", "repayment_id"),
    "obliged-persons": ("/api/obliged-persons", "obliged_id"),
    "contract-requests": ("/api/contract-requests", "request_id"),
}
"""Where the API lists them, and what it calls their id."""


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
async def test_each_form_is_refused_with_what_was_typed_then_sent_and_its_effect_is_seen(
    town: Town, story: Story
) -> None:
    case = await story.begins(town)
    for step in story.goes_on:
        if isinstance(step, Posts):
            await posted(town, step, case)
        else:
            await step(town, case)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_without_a_posted_form_is_not_there(act: str) -> None:
    posts = [one for story in STORIES.values() for one in story.goes_on if isinstance(one, Posts)]
    of_this = [one for one in posts if one.act == act]
    assert any(one.shows for one in of_this), "no story sends this form"
    assert any(one.says for one in of_this), "no story is refused this form"


async def posted(town: Town, step: Posts, case: str) -> None:
    """Each page is the one that the page before led to."""
    client = await town.client(step.by)
    prefix, path = step.act.split("/", 1)
    act, address = ACTS[step.act], f"/{prefix}/{await subject(town, prefix, case)}/{path}"
    first = step.first if isinstance(step.first, str) else await step.first(town, case)
    screen = Screen(await shown(town, step.by, address, {act.first: first}))
    if step.meanwhile:
        await step.meanwhile(town, case)
    if not step.shows or step.wrong:
        sent = screen.form().filled(dict(step.typed) | dict(step.wrong))
        answer = await client.post(address, data=sent)
        screen = refused(answer, step.says, step.act)
        assert screen.form().typed == typed_of(sent), f"{step.act}: something typed was lost"
    if not step.shows:
        return
    before = await seen(town, step, case)
    sent = screen.form().filled(step.typed)
    answer = await client.post(address, data=sent)
    assert answer.status_code == 303, (step.act, Screen(answer.text).errors)
    back = answer.headers["location"]
    after_decision = "/realisation" if act.name in SHOWN_AFTER_DECISION else ""
    assert back == f"/cases/{case}{after_decision}?done={act.name}"
    assert DONE[act.name] in Screen(await shown(town, step.by, back)).text
    after = await seen(town, step, case)
    assert step.shows in after, (step.act, step.shows, after)
    assert step.shows not in before, (step.act, step.shows, before)
    if not step.wrong and step.says:
        again = {name: value for name, value in sent.items() if name != KEY}
        answer = await client.post(address, data=again)
        refused(answer, step.says, step.act)


async def shown(town: Town, worker: str, path: str, query: dict[str, str] | None = None) -> str:
    asked = {name: value for name, value in (query or {}).items() if name and value}
    answer = await (await town.client(worker)).get(path, params=asked or None)
    assert answer.status_code == 200, (path, Screen(answer.text).text)
    return answer.text


async def seen(town: Town, step: Posts, case: str) -> str:
    """What the page of the case, or of what comes after the decision, says now."""
    text = Screen(await shown(town, step.by, f"/cases/{case}{step.at}")).text
    return re.sub(r"\s+", " ", text.replace("\xa0", " "))


async def subject(town: Town, prefix: str, case: str) -> str:
    """The id of the case, of its last decision, its benefit, its only entry of another kind."""
    if prefix == "cases":
        return case
    if prefix in OF_THE_CASE:
        address, name = OF_THE_CASE[prefix]
        return str((await town.listed(EWA, address, case_id=case))[0][name])
    return str((await town.get(EWA, f"/api/cases/{case}"))[prefix][-1]["id"])
