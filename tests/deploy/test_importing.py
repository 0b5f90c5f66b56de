"""Files of another system: checked, taken over once, said row by row, and gone on with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from osnowa.import_file import report_of, rows_of
from osnowa.importing import KINDS, Importer, take_over

from chassis.clock import Clock, set_offset
from chassis.settings import Settings
from chassis.testing import NewDatabase
from services.benefits.main import service as benefits
from tests.intake.conftest import INFORMATION_WORKER, MIGRATION, UNITS, app, signed_in

__all__ = ["app"]

COLUMNS = "row;given_names;family_name;id_type;number;teryt;birth_date;sex;without_document;"
PERSONS = f"""{COLUMNS}mother_row
P1;Ewa;Wzorcowa;;90481500029;0264011;;;;
P2;Antoni;Wzorcowy;NONE;;0264011;2026-01-20;M;NEWBORN;P1
P3;Zenon;Odmienny;;84511200017;0264011;;;;
P4;Adam;Inny;;90481500029;0264011;;;;
"""


@pytest.fixture
async def benefits_app(new_database: NewDatabase, tmp_path: Path) -> AsyncIterator[FastAPI]:
    clock_file = tmp_path / "clock of benefits"
    set_offset(clock_file, datetime(2026, 2, 2, 9, tzinfo=UTC))
    settings = Settings.load(
        unit="benefits", units_file=UNITS, database=await new_database(),
        nats="nats://127.0.0.1:1", nats_password="not used", session_secret="s" * 32, port=0,
        clock_file=clock_file,
    )  # fmt: skip
    made = benefits.app(settings, Clock(clock_file))
    async with made.router.lifespan_context(made):
        yield made


@asynccontextmanager
async def importing(*apps: FastAPI, dry_run: bool = False) -> AsyncIterator[Importer]:
    """As the command does, without a platform around it."""
    clients: dict[str, httpx.AsyncClient] = {}
    for one in apps:
        unit = one.state.service.unit.name
        transport = httpx.ASGITransport(one)
        clients[unit] = httpx.AsyncClient(transport=transport, base_url=f"http://{unit}")
        answer = await clients[unit].post("/api/sign-in", json={"worker": MIGRATION})
        assert answer.status_code == 204, answer.text
    yield Importer("POMOST", clients, dry_run=dry_run)
    for client in clients.values():
        await client.aclose()


async def taken_over(
    importer: Importer, kind: str, file: Path
) -> tuple[int, dict[str, tuple[str, str]]]:
    """The exit code, and of each row of the report the outcome and the code of the refusal."""
    report = report_of(file, dry_run=importer.dry_run)
    code = await take_over(importer, KINDS[kind], rows_of(file), report)
    lines = [line.split(";") for line in report.read_text("utf-8").splitlines()[1:]]
    return code, {line[0]: (line[1], line[2]) for line in lines}


@pytest.fixture
def persons(tmp_path: Path) -> Path:
    file = tmp_path / "persons.csv"
    file.write_text(PERSONS, "utf-8")
    return file


async def test_a_dry_run_says_of_each_row_what_would_become_of_it_and_does_nothing(
    app: FastAPI, persons: Path
) -> None:
    async with importing(app, dry_run=True) as importer:
        code, said = await taken_over(importer, "persons", persons)
    assert code == 1
    assert said == {
        "P1": ("would be imported", ""),
        "P2": ("would be imported", ""),
        "P3": ("refused", "PeselInvalid"),
        "P4": ("refused", "NumberTwice"),
    }
    assert await app.state.service.part.log.head() == 0


async def test_each_row_is_taken_over_once_however_often_the_file_is_sent(
    app: FastAPI, persons: Path
) -> None:
    async with importing(app) as importer:
        _, first = await taken_over(importer, "persons", persons)
        head = await app.state.service.part.log.head()
    assert [first[row][0] for row in ("P1", "P2", "P3", "P4")] == [
        "imported", "imported", "refused", "refused",
    ]  # fmt: skip
    report_of(persons, dry_run=False).unlink()  # what is lost is only the report
    async with importing(app) as importer:
        _, again = await taken_over(importer, "persons", persons)
    assert [again[row][0] for row in ("P1", "P2")] == ["already imported"] * 2
    assert await app.state.service.part.log.head() == head


async def test_a_run_goes_on_where_the_last_one_stopped(app: FastAPI, persons: Path) -> None:
    async with importing(app) as importer:
        await taken_over(importer, "persons", persons)
    corrected = PERSONS.replace("84511200017", "84511200016").replace(
        "P4;Adam;Inny;;9048150", "P4;Adam;Inny;PASSPORT;X"
    )
    _write(persons, corrected)
    sent: list[str] = []
    async with importing(app) as importer:
        client = importer.clients["intake"]
        client.event_hooks["request"].append(_noting(sent))
        _, said = await taken_over(importer, "persons", persons)
    assert said["P3"] == ("imported", "")
    assert len([path for path in sent if path.endswith("persons")]) == 2, "only P3 and P4"


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def _noting(sent: list[str]) -> Callable[[httpx.Request], Awaitable[None]]:
    async def note(request: httpx.Request) -> None:
        sent.append(request.url.path)

    return note


async def test_whoever_may_be_registered_is_decided_in_the_file(
    app: FastAPI, tmp_path: Path
) -> None:
    file = tmp_path / "persons.csv"
    head = "row,given_names,family_name,number,teryt,phone,none_of_these,same_person\n"
    async with signed_in(app, INFORMATION_WORKER) as desk:
        jan = {
            "given_names": "Jan", "family_name": "Wzorcowy", "number": "84511200016",
            "teryt": "0264011", "phone": "600100200",
        }  # fmt: skip
        known = (await desk.post("/api/persons", json=jan)).json()["id"]
        row = "P1,Jan,Wzorcowy,42431500030,0264011,600100200,{none},{same}\n"
        file.write_text(head + row.format(none="", same=""), "utf-8")
    async with importing(app) as importer:
        _, said = await taken_over(importer, "persons", file)
        assert said["P1"] == ("refused", "DuplicateSuspected")
        assert known in report_of(file, dry_run=False).read_text("utf-8")
        file.write_text(head + row.format(none="", same=known), "utf-8")
        _, said = await taken_over(importer, "persons", file)
        assert said["P1"] == ("imported", "")
        row_of = await importer.send("intake", "/api/imports/persons/POMOST/P1", None)
        assert row_of.json() == {"person_id": known}
    file.write_text(head + row.format(none="tak", same="").replace("P1", "P2"), "utf-8")
    async with importing(app) as importer:
        _, said = await taken_over(importer, "persons", file)
    assert said["P2"] == ("imported", "")


async def test_households_and_cases_name_persons_by_their_rows(
    app: FastAPI, benefits_app: FastAPI, persons: Path, tmp_path: Path
) -> None:
    households, cases = tmp_path / "households.csv", tmp_path / "cases.csv"
    households.write_text(
        "row;members;since\nG1;P1=SELF|P2=CHILD;2026-01-20\nG2;P9=SELF;2026-01-20\nG3;P1;x\n",
        "utf-8",
    )
    cases.write_text(
        "row;person_row;benefit;filed_on;number;decision;decided_on;amount;closed_on\n"
        "S1;P1;TARGETED;2019-04-02;MOPS/1/2019;GRANT;2019-04-30;300.00;2019-06-01\n"
        "S2;P9;TARGETED;2019-04-02;;;;;\n"
        "S3;P1;TARGETED;2026-04-02;;;;;\n"
        "S4;P1;TARGETED;2019-04-02;;GRANT;2019-04-01;;\n",
        "utf-8",
    )
    async with importing(app, benefits_app) as importer:
        await taken_over(importer, "persons", persons)
        _, said = await taken_over(importer, "households", households)
        assert said == {
            "G1": ("imported", ""), "G2": ("refused", "RowUnknown"), "G3": ("refused", "RowWrong"),
        }  # fmt: skip
        _, said = await taken_over(importer, "cases", cases)
        assert said == {
            "S1": ("imported", ""), "S2": ("refused", "RowWrong"),
            "S3": ("refused", "InTheFuture"), "S4": ("refused", "PeriodReversed"),
        }  # fmt: skip
        _, again = await taken_over(importer, "cases", cases)
        assert again["S1"] == ("imported", ""), "the report counts it as done"
        told = await importer.send("intake", "/api/imports/persons/POMOST/P1", None)
    person = told.json()["person_id"]
    async with signed_in(app, INFORMATION_WORKER) as desk:
        entries = (await desk.get(f"/api/clients/{person}/timeline")).json()["entries"]
    assert {entry["sentence"] for entry in entries} == {
        "Zarejestrowano osobę (przeniesiono z systemu POMOST).",
        "Ustalono skład gospodarstwa domowego od 20.01.2026, liczba osób: 2"
        " (przeniesiono z systemu POMOST).",
    }
    timeline = await benefits_app.state.service.part.timeline.page(person)
    assert [entry.type for entry in timeline.entries] == ["osnowa.benefits.case-imported.v1"]


async def test_a_dry_run_compares_the_rows_of_the_file_with_each_other(
    app: FastAPI, tmp_path: Path
) -> None:
    file = tmp_path / "persons.csv"
    head = "row;given_names;family_name;id_type;number;teryt;birth_date;sex;phone;"
    file.write_text(
        f"{head}without_document;mother_row;none_of_these;no_id_reason\n"
        "P1;Jan;Wzorcowy;;84511200016;0264011;;;600100200;;;;\n"
        "P2;Jan;Wzorcowi;NONE;;0264011;2184-12-11;M;;OTHER;;;bez dokumentu\n"
        "P3;Zenon;Odmienny;PASSPORT;FE1;0264011;1990-05-01;M;+48 600-100-200;;;;\n"
        "P4;Jan;Wzorcowy;;84511200023;0264011;;;;;;;\n"
        "P5;Jan;Wzorcowy;;42431500030;0264011;;;600100200;;;tak;\n"
        "P6;Ola;Mała;NONE;;0264011;2026-01-20;F;;NEWBORN;P9;;\n"
        "P7;Ewa;Mała;NONE;;0264011;2024-01-20;F;;NEWBORN;P1;;\n"
        "P8;Iga;Mała;NONE;;0264011;2026-01-20;F;;NEWBORN;P1;;\n"
        "P9;Eli;Późna;;90481500029;0264011;;;;;;;\n",
        "utf-8",
    )
    async with importing(app, dry_run=True) as importer:
        _, said = await taken_over(importer, "persons", file)
    assert said == {
        "P1": ("would be imported", ""),
        "P2": ("refused", "DuplicateSuspected"),
        "P3": ("refused", "DuplicateSuspected"),
        "P4": ("refused", "DuplicateSuspected"),
        "P5": ("would be imported", ""),
        "P6": ("refused", "RowUnknown"),
        "P7": ("refused", "NoNewborn"),
        "P8": ("would be imported", ""),
        "P9": ("would be imported", ""),
    }
    report = report_of(file, dry_run=True).read_text("utf-8")
    assert "P1 (SAME_PHONE)" in report
    assert "none_of_these" in report
    async with importing(app) as importer:
        _, run = await taken_over(importer, "persons", file)
    assert {row: outcome for row, (outcome, _) in run.items()} == {
        row: "imported" if outcome == "would be imported" else outcome
        for row, (outcome, _) in said.items()
    }, "the dry run told what the run does"


async def test_a_dry_run_of_households_and_cases_says_what_the_run_does(
    app: FastAPI, benefits_app: FastAPI, persons: Path, tmp_path: Path
) -> None:
    households, cases = tmp_path / "households.csv", tmp_path / "cases.csv"
    households.write_text(
        "row;members;since;until\n"
        "G1;P1=SELF|P2=CHILD;2024-01-20;2025-01-01\n"
        "G2;P1=SELF;2024-06-01;\n"
        "G3;P1=SELF;2025-01-01;\n"
        "G4;P2=SELF;2025-03-01;2025-02-01\n"
        "G5;P9=SELF;2026-01-20;\n"
        "G6;P2=SELF;2025-06-01;2025-06-01\n"
        "G7;P1=SELF;2024-06-01;2024-06-01\n",
        "utf-8",
    )
    cases.write_text(
        "row;person_row;benefit;filed_on;decision;decided_on\n"
        "S1;P1;TARGETED;2019-04-02;GRANT;2019-04-30\n"
        "S2;P9;TARGETED;2019-04-02;;\n"
        "S3;P1;TARGETED;2026-04-02;;\n",
        "utf-8",
    )
    async with importing(app, benefits_app) as importer:
        await taken_over(importer, "persons", persons)
    for kind, file in (("households", households), ("cases", cases)):
        async with importing(app, benefits_app, dry_run=True) as importer:
            _, said = await taken_over(importer, kind, file)
        async with importing(app, benefits_app) as importer:
            _, run = await taken_over(importer, kind, file)
        assert {row: code for row, (_, code) in said.items()} == {
            row: code for row, (_, code) in run.items()
        }
        async with importing(app, benefits_app, dry_run=True) as importer:
            _, again = await taken_over(importer, kind, file)
        assert {outcome for outcome, _ in again.values()} == {"already imported", "refused"}
        if kind == "households":
            assert {row: code for row, (_, code) in again.items()} == {
                "G1": "", "G2": "AlreadyInHousehold", "G3": "", "G4": "HouseholdOverAtOnce",
                "G5": "RowUnknown", "G6": "HouseholdOverAtOnce", "G7": "HouseholdOverAtOnce",
            }  # fmt: skip
    async with importing(app) as importer:
        told = await importer.send("intake", importer.path_of_person("P1"), None)
    person = {"person_id": told.json()["person_id"]}
    async with signed_in(app, INFORMATION_WORKER) as desk:
        for day, count in (("2024-12-31", 2), ("2025-01-01", 1), ("2023-01-01", 0)):
            on = (await desk.get("/api/households", params=person | {"on": day})).json()
            assert sum(len(one["members"]) for one in on) == count, day


@pytest.mark.parametrize("text", ["", "a;b\n1;2\n", "row;a\n1;2\n1;3\n", "row;a\n;2\n"])
def test_a_file_that_cannot_be_used_is_refused_before_anything_is_sent(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "persons.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match="row"):
        rows_of(file)


async def test_an_unknown_column_is_refused(app: FastAPI, tmp_path: Path) -> None:
    file = tmp_path / "persons.csv"
    file.write_text(PERSONS.replace("teryt", "gmina"), "utf-8")
    async with importing(app) as importer:
        _, said = await taken_over(importer, "persons", file)
    assert {outcome for outcome, _ in said.values()} == {"refused"}


def test_a_cell_between_quotes_may_hold_a_line_break(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text('row;note\nC1;"pierwszy wiersz\ndrugi\u2028trzeci"\nC2;krótko\n', "utf-8")
    assert [row["note"] for row in rows_of(file)] == [
        "pierwszy wiersz\ndrugi\u2028trzeci",
        "krótko",
    ]


def test_a_cell_that_never_ends_is_named_by_the_line_before_it(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text('row;note\nC1;"' + "a" * 200_000 + "\n", "utf-8")
    with pytest.raises(ValueError, match="after line 1"):
        rows_of(file)
