"""The AsyncAPI 3 document of a part: every fact that it publishes and every fact that it hears."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from typing import Any

from faststream.nats import NatsBroker
from faststream.specification import AsyncAPI
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import OUTSIDE, Fact, Publisher, all_facts
from osnowa_contracts.visibility import recipients
from pydantic import BaseModel, create_model

from chassis.security import Directory, Unit

ABOUT = (
    "Facts travel as CloudEvents on `osnowa.<publisher>.<recipient>.<FactName>`, one copy a"
    " recipient. `data` is shown in its full form; in a summary, a count or an entry of which one"
    " may only know that it exists, fewer fields are there."
)


def document(directory: Directory, unit: str | None = None) -> dict[str, Any]:
    """Of one unit, or, without a name, of everything that anybody in the city publishes.

    Raises KeyError for a unit that the directory does not name. Takes a second or two.
    """
    broker = NatsBroker("nats://localhost")
    for one in directory.units.values() if unit is None else (directory.units[unit],):
        for cls in published_by(one):
            broker.publisher(
                f"osnowa.{one.name}.*.{cls.name()}",
                title=f"send.{one.name}.{cls.name()}.v{cls.MAJOR}",
                description=cls.__doc__,
                schema=message_of(cls),
            )
    for publisher, cls in heard_by(directory, unit) if unit else ():
        told = broker.subscriber(
            f"osnowa.{publisher}.{unit}.{cls.name()}",
            title=f"receive.{publisher}.{cls.name()}.v{cls.MAJOR}",
            description=cls.__doc__,
        )
        told(_listener(message_of(cls)))
    made = AsyncAPI(
        broker,
        schema_version="3.0.0",
        title=f"Osnowa: {unit}" if unit else "Osnowa",
        version=version("osnowa"),
        description=ABOUT,
    )
    found: dict[str, Any] = json.loads(made.to_specification().to_json())
    return found


def published_by(unit: Unit) -> Iterator[type[Fact]]:
    """What it may say; an outside institution only what the units file lets it announce."""
    for cls in all_facts().values():
        about_access = cls.name() in ("AccessEnded", "EntryExists")
        limited = unit.kind in OUTSIDE and not about_access and cls.name() not in unit.announces
        if unit.kind == cls.PUBLISHER and not limited:
            yield cls


def heard_by(directory: Directory, unit: str) -> Iterator[tuple[str, type[Fact]]]:
    """Publisher and fact, as far as the visibility matrix lets the unit be told of it at all."""
    kind = Publisher(directory.units[unit].kind)
    for other in directory.units.values():
        for cls in published_by(other) if other.name != unit else ():
            if other.kind == kind or kind in recipients(cls):
                yield other.name, cls


@cache
def message_of(cls: type[Fact]) -> type[BaseModel]:
    """The envelope with this fact in it; two publishers may use one name for their facts."""
    name = f"{cls.PUBLISHER}.{cls.name()}.v{cls.MAJOR}"
    data = create_model(
        f"{cls.PUBLISHER}-{cls.name()}-v{cls.MAJOR}", __base__=cls, __doc__=cls.__doc__
    )
    return create_model(name, __base__=Envelope, __doc__=cls.__doc__, data=(data, ...))


def _listener(message: type[BaseModel]) -> Any:
    async def hears(fact: Any) -> None:
        """Only described here; the inbox does the listening."""

    hears.__annotations__["fact"] = message
    return hears
