"""The catalogue of help of the model city: proposed by the desk, published by its editor."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from osnowa.scenarios.city import City
from osnowa.scenarios.desk import Desk

FILE = Path(__file__).with_name("catalogue_of_help.toml")
PROPOSES, PUBLISHES = "anna-wrzos", "kazimierz-bez"
UNIT = "intake"


def entries(file: Path = FILE) -> list[dict[str, Any]]:
    """Each as `POST /api/catalogue/entries` takes it. Raises KeyError for an unknown place."""
    data = tomllib.loads(file.read_text("utf-8"))
    places = {
        place["key"]: {name: value for name, value in place.items() if name != "key"}
        for place in data["place"]
    }
    return [entry | {"places": [places[key] for key in entry["places"]]} for entry in data["entry"]]


async def publish(city: City) -> int:
    """By commands, as people would; a second time nothing changes. How many entries there are."""
    anna, editor = await _at(city, PROPOSES), await _at(city, PUBLISHES)
    try:
        for entry in entries():
            proposed = await anna.post("proposes an entry", "/api/catalogue/entries", **entry)
            await editor.post(
                "publishes it", f"/api/catalogue/entries/{proposed['id']}/publication"
            )
    finally:
        await anna.close()
        await editor.close()
    return len(entries())


async def _at(city: City, worker: str) -> Desk:
    keys = iter(range(10_000))
    desk = Desk(
        worker,
        city.directory.members[worker].worker.name,
        UNIT,
        city.url(UNIT),
        next_key=lambda: str(uuid5(NAMESPACE_URL, f"catalogue of help/{worker}/{next(keys)}")),
        step=_unwatched,
    )
    return await desk.sign_in()


def _unwatched(_desk: Desk, _what: str) -> None:
    """Nobody watches."""
