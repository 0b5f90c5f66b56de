"""The case list and the case page can be read, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from tests.benefits.conftest import Town
from tests.benefits.given import MAN
from tests.benefits.test_api import EWA, assessed, granted, registered


async def test_the_pages_of_k1_show_what_there_is(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    client = await town.client(EWA)
    listed = (await client.get("/cases")).text
    assert "Jan Próbny" in listed
    shown = (await client.get(f"/cases/{case}")).text
    for text in (
        "Zasiłek okresowy",
        "powód 4",
        "art. 38 ust. 2 ustawy",
        "25 lutego 2026",
        "200,00",
    ):
        assert text in shown, text


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_a_new_case_is_shown_without_what_it_lacks(town: Town, language: str) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    client = await town.client(EWA)
    answer = await client.get(f"/cases/{case}", headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert (await client.get("/cases?mine=true")).status_code == 200


async def test_a_case_that_does_not_exist_is_not_found(town: Town) -> None:
    client = await town.client(EWA)
    assert (await client.get(f"/cases/{MAN}")).status_code == 404
