"""Sends what nobody should send: broken bodies, odd ids, values that no column holds."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import requests

from tests.fuzzing.target import WITHIN, Known, Target, ids_for, ids_in

HOSTILE: tuple[str, ...] = (
    '"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\u202e\\u0007"', '""', '" "', '"٣"', '"-0"',
    '"' + "ż" * 70_000 + '"', '"' + "9" * 5000 + '"', '"NaN"', '"Infinity"', '"1e999999"',
    "NaN", "Infinity", "-Infinity", "1e400", "1" + "0" * 400, "-" + "9" * 25, "1e-400", "0.1e1",
    '"0001-01-01"', '"9999-12-31"', '"0000-00-00"', '"2026-02-30"', '"+10000-01-01"',
    '"0001-01-01T00:00:00+14:00"', '"9999-12-31T23:59:59-14:00"', "-62135596800", '"24:00"',
    '"9999-12"', '"0001-01"', '"2026-13"', '"99999-01"',
    "null", "true", "{}", "[]", "[[]]", '[{"a": 1}]', "[null]",
    "[" * 3000 + "]" * 3000, '{"a": ' * 3000 + "1" + "}" * 3000,
    '"../../etc"', "\"'; drop table x; --\"",
    '"00000000-0000-0000-0000-000000000000"', '"{00000000-0000-0000-0000-000000000001}"',
)  # fmt: skip
"""As they are written in JSON."""
BROKEN: tuple[bytes, ...] = (
    b"", b"{", b"null", b"[]", b'"text"', b"1", b"\xff\xfe", b'{"a": "\xed\xa0\x80"}', b"{} {}",
    b'{"a": 1, "a": 2}', b"\xef\xbb\xbf{}", b"[" * 100_000, b"{'a': 1}", b"nul",
)  # fmt: skip
TYPES = (
    "application/json", "application/json; charset=utf-16", "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "application/xml", "",
)  # fmt: skip
ODD_IDS = (
    "x", "-", "%20", "%2e%2e", "%F0%9F%98%80", "%ff", "%00", "a" * 5000, "1" * 400, "-1", "{}",
    "00000000-0000-0000-0000-00000000000", "%ED%A0%80", "null",
)  # fmt: skip
ODD_QUERIES = (
    "",
    "x",
    "-1",
    "9" * 400,
    "NaN",
    "0001-01-01",
    "9999-12-31",
    "%ff",
    "%00",
    "a" * 5000,
)


async def attack_all(
    target: Target, pool: Any, chosen: Callable[[str], list[str]], *, every: int
) -> int:
    """The same with what nobody should send; how many requests were made."""
    made = 0
    for number, (method, path, operation) in enumerate(target.operations()):
        target.known = await ids_in(pool)
        (worker, *_) = chosen(f"{method} {path}")
        made += await asyncio.to_thread(
            attack, target, method, path, operation, worker=worker, every=every, start=number
        )
    return made


def attack(
    target: Target, method: str, path: str, operation: dict[str, Any], *, worker: str,
    every: int = 1, start: int = 0,
) -> int:  # fmt: skip
    """Each `every`th of all the hostile requests to this operation; how many were made."""
    session, made = target.sessions[worker], 0
    for number, (address, content, type_) in enumerate(_hostile(target, path, operation)):
        if (number + start) % every:
            continue
        headers = {"Content-Type": type_} if content is not None else {}
        prepared = requests.Request(method, target.url, headers=headers, data=content)
        ready = session.prepare_request(prepared)
        ready.url = target.url + address  # as it is, not quoted again
        answer = session.send(ready, timeout=WITHIN, allow_redirects=False)
        made += 1
        _look(target, f"{method} {address[:200]} {(content or b'')[:200]!r} as {type_}", answer)
    return made


def _look(target: Target, what: str, answer: requests.Response) -> None:
    if answer.status_code >= 500:
        target.note(what, answer)
    elif answer.status_code >= 400:
        told = answer.headers.get("content-type", "")
        if not told.startswith("application/problem+json"):
            target.note(what, answer, told)


def _hostile(
    target: Target, path: str, operation: dict[str, Any]
) -> Iterator[tuple[str, bytes | None, str]]:
    """Address, body and its type."""
    good = path_with_ids(path, target.known)
    body = _example(operation)
    sent = json.dumps(body).encode() if body is not None else None
    for odd in ODD_IDS if "{" in path else ():
        yield re.sub(r"{\w+}", odd.replace("\\", r"\\"), path), sent, TYPES[0]
    for query in [p["name"] for p in operation.get("parameters", ()) if p["in"] == "query"]:
        for odd in ODD_QUERIES:
            yield f"{good}?{query}={odd}", sent, TYPES[0]
        yield f"{good}?{query}=1&{query}=2&{query}[]=3", sent, TYPES[0]
    if body is None:
        return
    for broken in BROKEN:
        yield good, broken, TYPES[0]
    for type_ in TYPES[1:]:
        yield good, sent, type_
    for hostile in HOSTILE:
        for changed in _changed(body, hostile):
            yield good, changed, TYPES[0]


def path_with_ids(path: str, known: Known) -> str:
    def known_id(found: re.Match[str]) -> str:
        ids = ids_for(found[1], known)
        return ids[-1] if ids else "00000000-0000-4000-8000-000000000001"

    return re.sub(r"{(\w+)}", known_id, path)


def _example(operation: dict[str, Any]) -> Any:
    content = operation.get("requestBody", {}).get("content", {})
    return next((one["example"] for one in content.values() if "example" in one), None)


PLACE = "the place of what is hostile"


def _changed(body: Any, hostile: str) -> Iterator[bytes]:
    """The body with each of its values in turn replaced by the hostile one."""
    for put in _places(body):
        copy = deepcopy(body)
        put(copy)
        yield json.dumps(copy).replace(json.dumps(PLACE), hostile).encode("utf-8", "surrogatepass")


def _places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[Callable[[Any], None]]:
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in items:
        yield _putting((*at, key))
        yield from _places(inner, (*at, key))


def _putting(way: tuple[Any, ...]) -> Callable[[Any], None]:
    def put(value: Any) -> None:
        for key in way[:-1]:
            value = value[key]
        value[way[-1]] = PLACE

    return put
