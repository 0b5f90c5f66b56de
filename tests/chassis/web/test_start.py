"""What waits for me, whom I looked at last, and finding a client without a name in an address."""

from dataclasses import replace

import pytest

from tests.chassis.web.small_city import MARIA, marias_entries, small_city, visiting


async def test_what_is_overdue_comes_first_and_what_has_no_deadline_last() -> None:
    async with visiting(small_city(), "ada") as visitor:
        waiting = (await visitor.get("/api/tasks")).json()
        assert [task["title"] for task in waiting] == [
            "Wydaj decyzję",
            "Przygotuj plan",
            "Odpowiedz na pismo",
            "Uzupełnij notatkę",
        ]


async def test_deadlines_are_told_in_words() -> None:
    async with visiting(small_city(), "ada") as visitor:
        page = (await visitor.get("/")).text
        assert "Po terminie: 3 dni" in page
        assert "Dziś" in page
        assert "do 20 listopada 2026" in page


async def test_a_worker_finds_the_clients_they_looked_at_last() -> None:
    city = small_city(entries=marias_entries())
    async with visiting(city, "ada") as visitor:
        assert "Ostatnio oglądani" not in (await visitor.get("/")).text
        await visitor.get(f"/clients/{MARIA}")
        page = (await visitor.get("/")).text
        assert f'href="/clients/{MARIA}">Maria Wrzos' in page
        assert [(r.what, r.person_id) for r in city.reads.rows][-1] == ("start", MARIA)
    async with visiting(city, "jan") as visitor:
        assert "Maria Wrzos</a>" not in (await visitor.get("/")).text


@pytest.mark.parametrize(("name", "told"), [("wrz", "Maria Wrzos"), ("nowak", "Sprawdź pisownię")])
async def test_a_client_is_found_by_name(name: str, told: str) -> None:
    async with visiting(small_city(), "ada") as visitor:
        answer = await visitor.post("/clients/search", data={"name": name})
        assert told in answer.text


async def test_a_search_needs_two_letters() -> None:
    async with visiting(small_city(), "ada") as visitor:
        answer = await visitor.post("/clients/search", data={"name": "w"})
        assert answer.status_code == 422
        assert 'href="#name"' in answer.text


async def test_a_unit_that_offers_no_search_shows_none() -> None:
    city = small_city()
    city.app.state.site = replace(city.site, find=None)
    async with visiting(city, "ada") as visitor:
        assert "Znajdź klienta" not in (await visitor.get("/")).text
        answer = await visitor.post("/clients/search", data={"name": "wrz"})
        assert answer.status_code == 404


async def test_what_waits_is_said_in_the_readers_language() -> None:
    async with visiting(small_city(), "ada") as visitor:
        asked = await visitor.get("/api/tasks", headers={"Accept-Language": "en"})
        assert "Answer the letter" in [task["title"] for task in asked.json()]
        visitor.cookies.set("osnowa_language", "en")
        assert "Answer the letter" in (await visitor.get("/")).text
