"""Snapshots: a disposable copy of a long aggregate's state, so that it loads quickly.

The events decide. A snapshot that other code took than today's, or that today's classes cannot
read, is thrown away, and the aggregate is loaded from its events.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from eventsourcing.utils import TopicError, get_topic, resolve_topic

from chassis.aggregate import Aggregate
from chassis.database import Connection, Pool

EVERY = 100
"""A snapshot is taken when a load had to read more events than this."""

_SIMPLE: dict[type, tuple[str, Callable[[Any], str], Callable[[str], Any]]] = {
    UUID: ("uuid", str, UUID),
    Decimal: ("decimal", str, Decimal),
    datetime: ("datetime", datetime.isoformat, datetime.fromisoformat),
    date: ("date", date.isoformat, date.fromisoformat),
}
_READ = {tag: read for tag, _, read in _SIMPLE.values()}
_SEQUENCES: dict[str, Callable[[Any], Any]] = {
    "tuple": tuple,
    "list": list,
    "set": set,
    "frozenset": frozenset,
}


class Unreadable(Exception):
    """The snapshot was taken by classes that are not there any more."""


class Snapshots:
    """Reads and writes the table `snapshots` of one log."""

    async def load(self, source: Any, cls: type[Aggregate], id_: UUID) -> Aggregate | None:
        row = await source.fetchrow(
            "select version, topic, state from snapshots where stream_id = $1", id_
        )
        if row is None or row["topic"] != topic_of(cls):
            return None
        try:
            state = decoded(json.loads(row["state"]))
        except (Unreadable, TopicError, AttributeError, KeyError, TypeError, ValueError):
            return None
        aggregate = cls.__new__(cls)
        aggregate.__dict__.update(state, _pending_events=[])
        return aggregate

    async def save_if_long(self, pool: Pool, aggregate: Aggregate, *, read: int) -> None:
        if read > EVERY:
            await self.save(pool, aggregate)

    async def save(self, source: Pool | Connection, aggregate: Any) -> None:
        """Keeps the state as it is; an older snapshot replaces a newer one of other code only."""
        cls: type[Aggregate] = type(aggregate)
        state = {k: v for k, v in vars(aggregate).items() if k != "_pending_events"}
        await source.execute(
            "insert into snapshots (stream_id, version, topic, state) values ($1, $2, $3, $4)"
            " on conflict (stream_id) do update set version = excluded.version,"
            " topic = excluded.topic, state = excluded.state"
            " where snapshots.version < excluded.version or snapshots.topic <> excluded.topic",
            aggregate.id,
            aggregate.version,
            topic_of(cls),
            json.dumps(encoded(state)),
        )


@cache
def topic_of(cls: type[Aggregate]) -> str:
    """The class, and what the steps that make its state read like: its source, its stages', and
    that of the values and rules which they use.

    A changed line of it may mean another state. Loading once from the events is cheaper than
    finding out. One name for both: code that knows the class alone believes no snapshot of today's
    code, nor today's code one of that.
    """
    source = "\n".join(inspect.getsource(sys.modules[name]) for name in _modules_of(cls))
    return f"{get_topic(cls)}?{sha256(source.encode()).hexdigest()}"


def _modules_of(cls: type) -> list[str]:
    """Of the class, its stages, and of whatever class or function of the house these import; what
    is refused changes no state."""
    stages = [one for one in cls.__mro__ if not one.__module__.startswith(_LIBRARY)]
    ours = {one.__module__.split(".")[0] for one in stages}
    found, left = [], [one.__module__ for one in stages]
    while left:
        if (name := left.pop(0)) in found:
            continue
        found.append(name)
        used = filter(_makes_state, vars(sys.modules[name]).values())
        left += [one.__module__ for one in used if one.__module__.split(".")[0] in ours]
    return found


def _makes_state(one: Any) -> bool:
    if inspect.isclass(one):
        return not issubclass(one, BaseException)
    return inspect.isfunction(one)


_LIBRARY = ("eventsourcing.", "builtins", "typing", "abc")


def encoded(value: Any) -> Any:
    """JSON with the type beside every value that JSON itself would lose."""
    kind = type(value)
    if value is None or kind in (bool, int, float, str):
        return value
    if kind in _SIMPLE:
        tag, write, _ = _SIMPLE[kind]
        return {"is": tag, "v": write(value)}
    if kind is dict:
        return {"is": "dict", "v": [[encoded(k), encoded(v)] for k, v in value.items()]}
    if kind.__name__ in _SEQUENCES and kind.__module__ == "builtins":
        return {"is": kind.__name__, "v": [encoded(item) for item in value]}
    if isinstance(value, Enum):
        return {"is": "enum", "of": _path(kind), "v": encoded(value.value)}
    if dataclasses.is_dataclass(value):
        fields = {f.name: encoded(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {"is": "data", "of": _path(kind), "v": fields}
    raise TypeError(f"an aggregate's state holds no {kind.__name__}")


def decoded(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    tag, inner = value["is"], value["v"]
    if tag in _READ:
        return _READ[tag](inner)
    if tag == "dict":
        return {decoded(k): decoded(v) for k, v in inner}
    if tag in _SEQUENCES:
        return _SEQUENCES[tag](decoded(item) for item in inner)
    cls = resolve_topic(value["of"])
    if tag == "enum" and issubclass(cls, Enum):
        return cls(decoded(inner))
    if tag == "data" and isinstance(cls, type) and dataclasses.is_dataclass(cls):
        made: Any = object.__new__(cls)
        for name, item in inner.items():
            object.__setattr__(made, name, decoded(item))
        if {f.name for f in dataclasses.fields(cls)} != set(inner):
            raise Unreadable(value["of"])
        return made
    raise Unreadable(tag)


def _path(cls: type) -> str:
    return f"{cls.__module__}:{cls.__qualname__}"
