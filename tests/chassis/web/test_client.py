"""The client's timeline: what is shown, what is not, who is told, and that each look is noted."""

import contextlib
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest
from osnowa_contracts.fact import Form

from tests.browser import serving
from tests.chassis.web.small_city import (
    DECISION,
    HIDDEN,
    MARIA,
    NOW,
    PAYMENT,
    STRANGER,
    City,
    entry,
    marias_entries,
    small_city,
    visiting,
)

CLIENT = f"/clients/{MARIA}"
TIMELINE = f"/api/clients/{MARIA}/timeline"
EVENTS = f"{CLIENT}/events"


async def test_the_timeline_is_newest_first_and_pages_back_to_the_start() -> None:
    city = small_city(entries=marias_entries(60))
    async with visiting(city, "ada") as visitor:
        first = (await visitor.get(TIMELINE, params={"limit": 25})).json()
        second = (await visitor.get(TIMELINE, params={"limit": 25, "before": first["next"]})).json()
        third = (await visitor.get(TIMELINE, params={"limit": 25, "before": second["next"]})).json()
        pages = (first, second, third)
        positions = [e["position"] for found in pages for e in found["entries"]]
        assert positions == list(range(60, 0, -1))
        assert third["next"] is None


async def test_a_damaged_cursor_is_refused_and_says_what_to_do() -> None:
    async with visiting(small_city(entries=marias_entries()), "ada") as visitor:
        answer = await visitor.get(TIMELINE, params={"before": "damaged"})
        assert answer.status_code == 422
        assert "Wróć do początku osi czasu" in answer.json()["detail"]


async def test_the_page_leads_to_older_entries() -> None:
    async with visiting(small_city(entries=marias_entries(60)), "ada") as visitor:
        page = await visitor.get(CLIENT)
        assert "Starsze wpisy" in page.text
        assert "Najnowsze wpisy" not in page.text
        older = await visitor.get(CLIENT, params={"before": "NTA="})
        assert "Najnowsze wpisy" in older.text
        assert "Starsze wpisy" not in older.text


async def test_filters_by_unit_and_kind_stand_in_the_address_and_can_be_removed() -> None:
    async with visiting(small_city(entries=marias_entries()), "ada") as visitor:
        found = (await visitor.get(TIMELINE, params={"unit": "north", "kind": PAYMENT})).json()
        assert {e["type"] for e in found["entries"]} == {PAYMENT}
        page = await visitor.get(CLIENT, params={"unit": "north", "kind": PAYMENT})
        assert f'href="{CLIENT}?kind=osnowa.benefits.payment-executed.v1"' in page.text
        assert f'href="{CLIENT}?unit=north"' in page.text
        assert f'href="{CLIENT}">Usuń wszystkie' in page.text


async def test_empty_filters_of_the_form_leave_a_clean_address() -> None:
    async with visiting(small_city(entries=marias_entries()), "ada") as visitor:
        sent = {
            "view": "compact",
            "unit": "",
            "kind": DECISION,
            "known_on-day": "3",
            "known_on-month": "9",
            "known_on-year": "2026",
        }
        answer = await visitor.get(CLIENT, params=sent)
        assert answer.status_code == 303
        assert answer.headers["location"] == (
            f"{CLIENT}?kind={DECISION}&known_on=2026-09-03&view=compact"
        )


async def test_a_day_that_does_not_exist_is_kept_and_corrected_on_the_page() -> None:
    async with visiting(small_city(entries=marias_entries()), "ada") as visitor:
        sent = {"known_on-day": "31", "known_on-month": "2", "known_on-year": "2026"}
        answer = await visitor.get(CLIENT, params=sent)
        assert answer.status_code == 422
        assert 'href="#known_on-day"' in answer.text
        assert 'value="31"' in answer.text


async def test_as_known_on_a_day_hides_what_came_later() -> None:
    late = entry(9, occurred_at=datetime(2026, 9, 2, tzinfo=UTC))
    async with visiting(small_city(entries=[*marias_entries(3), late]), "ada") as visitor:
        now = (await visitor.get(TIMELINE)).json()
        then = (await visitor.get(TIMELINE, params={"known_on": "2026-09-03"})).json()
        assert 9 in [e["position"] for e in now["entries"]]
        assert [e["position"] for e in then["entries"]] == [2, 1]


async def test_an_entry_that_only_exists_tells_nothing_more() -> None:
    secret = entry(1, type=HIDDEN, unit="south", form=Form.EXISTENCE, data={"why": "canary"})
    async with visiting(small_city(entries=[secret]), "ada") as visitor:
        for view in ("full", "compact", "print"):
            page = await visitor.get(CLIENT, params={"view": view})
            assert "Wpis istnieje, brak dostępu" in page.text
            assert "canary" not in page.text
        told = (await visitor.get(TIMELINE)).json()["entries"][0]
        assert told["data"] == {}
        assert told["sentence"] == "Wpis istnieje, brak dostępu"


async def test_each_entry_shows_its_four_times_and_legal_basis() -> None:
    async with visiting(small_city(entries=[entry(1)]), "ada") as visitor:
        page = (await visitor.get(CLIENT)).text
        for told in ("10:15", "10:17", "10:18", "10:19", "art. 1 ustawy przykładowej", "referent"):
            assert told in page
        assert "Zespół północny" in page


async def test_an_unknown_client_is_not_found() -> None:
    async with visiting(small_city(entries=marias_entries()), "ada") as visitor:
        answer = await visitor.get(f"/clients/{STRANGER}")
        assert answer.status_code == 404


async def test_every_look_is_written_down_before_the_answer() -> None:
    city = small_city(entries=marias_entries())
    async with visiting(city, "ada") as visitor:
        await visitor.get(CLIENT)
        await visitor.get(TIMELINE, headers={"X-Purpose": "complaint 4"})
        await visitor.post("/clients/search", data={"name": "wrz"})
    told = [(r.worker.id, r.worker.role, r.worker.unit, r.person_id, r.what, r.purpose, r.at)
            for r in city.reads.rows]  # fmt: skip
    assert told == [
        ("ada", "clerk", "north", MARIA, "timeline", "case-work", NOW),
        ("ada", "clerk", "north", MARIA, "timeline", "complaint 4", NOW),
        ("ada", "clerk", "north", MARIA, "search", "case-work", NOW),
    ]


@pytest.mark.parametrize("path", [CLIENT, TIMELINE, EVENTS])
async def test_what_cannot_be_written_down_is_not_shown(path: str) -> None:
    city = small_city(entries=marias_entries())
    city.reads.broken = True
    async with visiting(city, "ada") as visitor:
        answer = await visitor.get(path)
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "10"
        assert "Maria" not in answer.text
        assert "decision" not in answer.text
        assert "Spróbuj ponownie" in answer.text


async def test_an_unsigned_visitor_leaves_no_trace_and_sees_nothing() -> None:
    city = small_city(entries=marias_entries())
    async with visiting(city) as visitor:
        for path in (CLIENT, TIMELINE, EVENTS):
            answer = await visitor.get(path, headers={"HX-Request": "true"})
            assert answer.status_code == 401
    assert city.reads.rows == []


async def test_live_events_resume_after_the_last_id() -> None:
    city = small_city(entries=marias_entries(5))
    async with serving(city.app) as address:
        assert await _positions(city, address, 2, after=3) == [4, 5]
        assert await _positions(city, address, 1, after=0, last_event_id=4) == [5]
        city.timeline.add(entry(6))
        assert await _positions(city, address, 1, after=0, last_event_id=5) == [6]


async def test_live_events_carry_a_position_and_nothing_about_the_client() -> None:
    city = small_city(entries=[entry(7, data={"why": "canary"})])
    async with serving(city.app) as address, _listening(city, address, after=0) as lines:
        event = [await anext(lines) for _ in range(3)]
        assert event == ["event: entry", 'data: {"position": 7}', "id: 7"]


async def test_live_events_come_as_they_happen_and_only_those_the_filter_takes() -> None:
    city = small_city(entries=marias_entries(3))
    async with (
        serving(city.app) as address,
        _listening(city, address, after=3, unit="south") as lines,
    ):
        city.timeline.add(entry(4))
        city.timeline.add(entry(5, unit="south"))
        assert [await anext(lines) for _ in range(3)][2] == "id: 5"


@contextlib.asynccontextmanager
async def _listening(
    city: City, address: str, *, after: int, unit: str = "", last_event_id: int | None = None
) -> AsyncIterator[AsyncIterator[str]]:
    """The lines of the event stream, as a browser with a session gets them."""
    async with visiting(city, "ada") as visitor:
        cookies = dict(visitor.cookies)
    headers = {} if last_event_id is None else {"Last-Event-ID": str(last_event_id)}
    async with (
        httpx.AsyncClient(base_url=address, cookies=cookies, headers=headers, timeout=90) as reader,
        reader.stream("GET", EVENTS, params={"after": after, "unit": unit}) as answer,
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield answer.aiter_lines()


async def _positions(
    city: City, address: str, count: int, *, after: int, last_event_id: int | None = None
) -> list[int]:
    found: list[int] = []
    async with _listening(city, address, after=after, last_event_id=last_event_id) as lines:
        async for line in lines:
            if line.startswith("data: "):
                found.append(json.loads(line.removeprefix("data: "))["position"])
            if len(found) == count:
                break
    return found


async def test_a_position_that_no_timeline_has_is_refused_before_the_stream_begins() -> None:
    city = small_city(entries=marias_entries())
    async with visiting(city, "ada") as visitor:
        for asked in ({"after": str(2**63)}, {"after": "-1"}):
            assert (await visitor.get(f"/clients/{MARIA}/events", params=asked)).status_code == 422
        for told in (str(2**63), "x"):
            headers = {"Last-Event-ID": told}
            answer = await visitor.get(f"/clients/{MARIA}/events", headers=headers)
            assert answer.status_code == 422
