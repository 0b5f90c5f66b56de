"""`osnowa import`: what another system kept, row by row; checked first, each row taken over once.

The format of the files stands in docs/import.md. A row has an id of its own; ids and idempotency
keys here follow from it, so the same file may be sent again after whatever stopped it.
"""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import httpx
from osnowa_contracts.roles import Role
from rich.console import Console
from rich.progress import Progress

from osnowa.found import find
from osnowa.import_file import (
    ALREADY,
    IMPORTED,
    REFUSED,
    REPORT,
    WOULD,
    Json,
    Result,
    cells,
    done_in,
    report_of,
    rows_of,
    say,
)
from osnowa.rehearsing import Rehearsal, RehearsedHouseholds, RehearsedPersons

WITHIN = 60.0
ATTEMPTS = 5
PAUSE = 1.0
"""Seconds before a row is sent again that got no answer."""

YES = frozenset({"tak", "yes", "true", "1"})


@dataclass(frozen=True)
class Kind:
    """Which unit takes the rows, and how a row of the file becomes what is sent."""

    unit: str
    path: str
    read: Callable[[Json, Importer], Awaitable[Json]]
    rehearsal: type[Rehearsal] = Rehearsal


@dataclass
class Importer:
    """Sends rows with these clients, which are signed in as who takes over data."""

    source: str
    clients: dict[str, httpx.AsyncClient]
    dry_run: bool = False
    _numbers: dict[str, str] = field(default_factory=dict)
    _rehearsals: dict[Kind, Rehearsal] = field(default_factory=dict)

    async def take_over(self, kind: Kind, row: Json) -> Result:
        """Raises httpx.HTTPError where a unit does not answer at all."""
        if (other := self._same_number(row)) is not None:
            return Result(row["row"], REFUSED, "NumberTwice", f"Ten sam numer ma wiersz {other}.")
        try:
            body = await kind.read(row, self)
        except ValueError as error:
            return Result(row["row"], REFUSED, "RowWrong", str(error))
        return await (self._rehearse if self.dry_run else self._send)(kind, row["row"], body)

    async def _rehearse(self, kind: Kind, row: str, body: Json) -> Result:
        """What the unit would say, and what it would say once the earlier rows were there."""
        rehearsal = self._rehearsals.setdefault(kind, kind.rehearsal())
        if (wrong := await rehearsal.wrong(row, body, self._is_there)) is not None:
            return Result(row, REFUSED, *wrong)
        result = await self._send(kind, row, dict(body))
        if result.outcome == WOULD:
            rehearsal.keep(row, body)
        return result

    async def _send(self, kind: Kind, row: str, body: Json) -> Result:
        body |= {"source": self.source, "row": row}
        path = f"{kind.path}/check" if self.dry_run else kind.path
        return self._result(row, await self.send(kind.unit, path, body))

    async def _is_there(self, row: str) -> bool:
        return (await self.send("intake", self.path_of_person(row), None)).is_success

    def path_of_person(self, row: str) -> str:
        return f"/api/imports/persons/{self.source}/{quote(row, safe='') or '-'}"

    async def send(self, unit: str, path: str, body: Json | None) -> httpx.Response:
        """A question without a body; else a command, with the key that the row has for ever."""
        key = f"import/{self.source}{path}/{body['row']}" if body else ""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                client = self.clients[unit]
                if body is None:
                    answer = await client.get(path)
                else:
                    answer = await client.post(path, json=body, headers={"Idempotency-Key": key})
            except httpx.TransportError:
                if attempt == ATTEMPTS:
                    raise
            else:
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE or attempt == ATTEMPTS:
                    return answer
            await asyncio.sleep(PAUSE * attempt)
        raise AssertionError("the last attempt answers or raises")

    def _same_number(self, row: Json) -> str | None:
        """The earlier row of this file with the same number of a document."""
        number = row.get("number", "").replace(" ", "").replace("-", "")
        if not number or row.get("person_row"):
            return None
        first = self._numbers.setdefault(f"{row.get('id_type')}/{number}", row["row"])
        return first if first != row["row"] else None

    def _result(self, row: str, answer: httpx.Response) -> Result:
        told: Json = answer.json()
        if answer.is_success:
            if self.dry_run:
                return Result(row, WOULD if told["new"] else ALREADY)
            known = told["repeated"] or told["position"] == 0
            return Result(row, ALREADY if known else IMPORTED, id=told["id"])
        fields = "; ".join(f"{f['field']}: {f['message']}" for f in told.get("fields", []))
        candidates = told.get("told", {}).get("candidates", [])
        whom = "; ".join(f"{c['person_id']} ({', '.join(c['reasons'])})" for c in candidates)
        said = " ".join(filter(None, (told.get("detail"), fields, whom)))
        return Result(row, REFUSED, str(told.get("code", answer.status_code)), said)


# --- rows -------------------------------------------------------------------


async def _person(row: Json, _importer: Importer) -> Json:
    body = _filled(row)
    if "none_of_these" in body:
        body["none_of_these"] = body["none_of_these"].lower() in YES
    return body


async def _household(row: Json, _importer: Importer) -> Json:
    """`P1=SELF|P2=SPOUSE`. Raises ValueError."""
    members = []
    for text in _filled(row).get("members", "").split("|"):
        person, separator, relation = text.partition("=")
        if not separator:
            raise ValueError("Kolumna members ma postać P1=SELF|P2=SPOUSE.")
        members.append({"row": person.strip(), "relation": relation.strip()})
    days = {name: row[name] for name in ("since", "until") if row.get(name)}
    return {"members": members, **days}


async def _case(row: Json, importer: Importer) -> Json:
    """The person is asked of first contact by the row. Raises ValueError."""
    body = _filled(row)
    person = body.pop("person_row", "")
    answer = await importer.send("intake", importer.path_of_person(person), None)
    if not answer.is_success:
        raise ValueError(f"Osoby z wiersza {person or '(puste)'} jeszcze nie przeniesiono.")
    return body | {"person_id": answer.json()["person_id"]}


def _filled(row: Json) -> Json:
    return {name: value for name, value in row.items() if value and name != "row"}


KINDS = {
    "persons": Kind("intake", "/api/imports/persons", _person, RehearsedPersons),
    "households": Kind("intake", "/api/imports/households", _household, RehearsedHouseholds),
    "cases": Kind("benefits", "/api/imports/cases", _case),
}


# --- a file -----------------------------------------------------------------


async def run(name: str, file: Path, source: str, data: Path | None, *, dry_run: bool) -> int:
    """0 where every row was or would be taken over, 1 where some were refused.

    Raises ValueError for a file that cannot be used, and where a unit does not answer.
    """
    try:
        return await _run(KINDS[name], file, source, data, dry_run=dry_run)
    except httpx.TransportError as error:
        raise ValueError(
            f"{error.request.url.host}:{error.request.url.port} does not answer. What was taken"
            " over until now is taken over; run the same command again when the unit is back."
        ) from None


async def _run(kind: Kind, file: Path, source: str, data: Path | None, *, dry_run: bool) -> int:
    rows, found = rows_of(file), find(data)
    async with AsyncExitStack() as stack:
        clients = {}
        for unit in {kind.unit, "intake"}:
            client = httpx.AsyncClient(base_url=found.part(unit), timeout=WITHIN)
            clients[unit] = await stack.enter_async_context(client)
            worker = next(w for w in found.directory.workers_at(unit) if w.role == Role.MIGRATION)
            (await client.post("/api/sign-in", json={"worker": worker.id})).raise_for_status()
        importer = Importer(source, clients, dry_run=dry_run)
        return await take_over(importer, kind, rows, report_of(file, dry_run=dry_run))


async def take_over(importer: Importer, kind: Kind, rows: list[Json], report: Path) -> int:
    """Writes each row's result as it comes; rows that an earlier report counts as done are left."""
    done = {} if importer.dry_run else done_in(report)
    results = dict(done)
    bar = Progress(console=Console(stderr=True))
    with report.open("w", encoding="utf-8", newline="") as out, bar as progress:
        writer = csv.writer(out, delimiter=";")
        writer.writerow(REPORT)
        writer.writerows(cells(result) for result in done.values())
        for row in progress.track(rows, description=report.name):
            if row["row"] not in done:
                result = results[row["row"]] = await importer.take_over(kind, row)
                writer.writerow(cells(result))
                out.flush()
    say(results, report)
    return 1 if any(result.outcome == REFUSED for result in results.values()) else 0
