"""Opens pages at odd addresses and sends their forms with fields that hold anything."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.fuzzing.hostile import ODD_IDS, TYPES, path_with_ids
from tests.fuzzing.target import WITHIN, Target, ids_in

TYPED = (
    "", "x", "0", "-1", "9" * 400, "1e999", "NaN", "31", "2026", "9999999999", "٣", "\ud800",
    "00000000-0000-0000-0000-000000000000", "0001-01-01", "ż" * 30_000, "' or 1=1 --", "\u202e",
)  # fmt: skip
"""What a form's fields may hold that no page of ours would send."""
NAMED = re.compile(r"""name['"]?\s*[:=]\s*['"]([\w.-]+)['"]""")
NO_FORMS = (
    (TYPES[2], b"%"),
    (TYPES[2], b"a=%zz&b=%ff&=&&="),
    (TYPES[3], b"--x"),
    (TYPES[0], b"{}"),
)


async def attack_pages(
    target: Target, pool: Any, addresses: Collection[str], templates: Path,
    chosen: Callable[[str], list[str]], *, every: int,
) -> int:  # fmt: skip
    """Every page and form with odd ids, odd questions and odd fields; how many were asked."""
    target.known, names = await ids_in(pool), fields_in(templates)
    made = 0
    for number, address in enumerate(sorted(addresses)):
        (worker, *_) = chosen(address)
        made += await asyncio.to_thread(_attack_page, target, address, names, worker, every, number)
    return made


def fields_in(templates: Path) -> list[str]:
    """The names of the fields that the templates of a service name themselves."""
    return _named(file.read_text("utf-8") for file in templates.rglob("*.html"))


def _named(texts: Iterable[str]) -> list[str]:
    """A day is asked for in three fields."""
    found = {name for text in texts for name in NAMED.findall(text)}
    return sorted({*found, *(f"{name}-{part}" for name in found for part in ("day", "year"))})


def _attack_page(
    target: Target, address: str, names: list[str], worker: str, every: int, start: int
) -> int:
    """The form has the fields that its own page shows, where it has one."""
    method, _, path = address.partition(" ")
    path = _plain(path)
    session, made, good = target.sessions[worker], 0, path_with_ids(path, target.known)
    shown = session.get(target.url + good, timeout=WITHIN) if method == "POST" else None
    names = (_named([shown.text]) if shown is not None and shown.ok else []) or names
    for number, (place, query, form, type_) in enumerate(_odd_pages(good, method, path, names)):
        if (number + start) % every:
            continue
        answer = session.request(
            method, target.url + place, params=query, data=form, timeout=WITHIN,
            headers={"Content-Type": type_} if type_ else {}, allow_redirects=False,
        )  # fmt: skip
        made += 1
        if answer.status_code >= 500:
            target.note(f"{address} as {worker}: {place[:100]} {query} {str(form)[:200]}", answer)
    return made


def _plain(path: str) -> str:
    """With one kind of placeholder: `{name}`, in the place of an id."""
    path = re.sub(r"{\w+=([\w/-]+)}", r"\1", path)
    for thing, name in (("cases", "case_id"), ("decisions", "decision_id")):
        path = path.replace(f"/{thing}/{{of}}", f"/{thing}/{{{name}}}")
    return path


def _odd_pages(
    good: str, method: str, path: str, names: list[str]
) -> Iterator[tuple[str, Any, Any, str]]:
    """Address, query, form and type."""
    for odd in ODD_IDS if "{" in path else ():
        yield re.sub(r"{\w+(:\w+)?}", odd, path), None, None, ""
    for typed in TYPED:
        fields = [(name, typed.encode("utf-8", "surrogatepass")) for name in names]
        if method == "GET":
            yield good, [(name, value[:50]) for name, value in fields], None, ""
        else:
            yield good, None, urlencode(fields).encode(), TYPES[2]
    for type_, content in NO_FORMS if method == "POST" else ():
        yield good, None, content, type_
