"""`osnowa import`, the whole command against a running platform, stopped in the middle too."""

from __future__ import annotations

import asyncio
import csv
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from osnowa.import_file import REPORT
from osnowa.parts import bare_environment
from osnowa.platform import Platform

from services.intake.commands.importing import id_of_row

COLUMNS = "row;given_names;family_name;id_type;teryt;birth_date;sex;without_document;no_id_reason"
SYLLABLES = [consonant + vowel for consonant in "bdgklm" for vowel in "aeio"]
KILLED_AT = 9
"""The row whose answer is lost with the unit that gave it."""


@pytest.fixture(scope="module")
async def platform() -> AsyncIterator[Platform]:
    async with Platform.running(parts=["intake", "benefits"], fsync=False) as running:
        yield running


@dataclass
class Said:
    """How a run of the command ended, what it printed, and its report by row."""

    code: int
    printed: str
    report: dict[str, dict[str, str]]

    def outcomes(self) -> list[str]:
        return [line["outcome"] for line in self.report.values()]


async def started(
    platform: Platform, kind: str, file: Path, *options: str
) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "osnowa.cli", "import", kind, str(file)),
        *("--source", "POMOST", "--data", str(platform.data), *options),
        env=bare_environment(), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def imported(platform: Platform, kind: str, file: Path, *options: str) -> Said:
    """The whole command, from its start to its exit code."""
    process = await started(platform, kind, file, *options)
    printed, progress = await process.communicate()
    said = (printed + progress).decode()
    assert "Traceback" not in said, said
    assert process.returncode is not None
    return Said(process.returncode, said, report_of(file, *options))


def report_of(file: Path, *options: str) -> dict[str, dict[str, str]]:
    report = file.with_suffix(".check.csv" if options else ".report.csv")
    if not report.exists():
        return {}
    with report.open(encoding="utf-8", newline="") as lines:
        read = csv.DictReader(lines, delimiter=";")
        found = {line["row"]: line for line in read}
    assert tuple(read.fieldnames or ()) == REPORT
    return found


def people(start: str, count: int) -> list[str]:
    """Rows of persons without documents, no two of whom could be the same."""
    names = [f"{one}{other}".capitalize() for one in SYLLABLES for other in SYLLABLES]
    first = ord(start[0]) * 7 % 100
    return [
        f"{start}{n};{names[first + n * 3]};{names[-first - n * 5]}owski;NONE;0264011;"
        f"19{40 + n % 50}-0{1 + n % 9}-1{n % 10};M;OTHER;dokumenty spłonęły"
        for n in range(1, count + 1)
    ]


def write(file: Path, *lines: str) -> Path:
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


async def events_of(platform: Platform, unit: str) -> int:
    connection = await asyncpg.connect(platform.database(unit))
    found: int = await connection.fetchval("select count(*) from events")
    await connection.close()
    return found


async def timeline(platform: Platform, unit: str, worker: str, row: str) -> list[dict[str, Any]]:
    person = id_of_row("POMOST", "person", row)
    async with httpx.AsyncClient(base_url=platform.url(unit)) as client:
        (await client.post("/api/sign-in", json={"worker": worker})).raise_for_status()
        answer = await client.get(f"/api/clients/{person}/timeline")
        answer.raise_for_status()
        entries: list[dict[str, Any]] = answer.json()["entries"]
        return entries


async def test_a_dry_run_reports_every_row_and_changes_nothing(
    platform: Platform, tmp_path: Path
) -> None:
    file = write(tmp_path / "p.csv", COLUMNS, *people("A", 3), "A4;Ewa;;NONE;0264011;;;;")
    before = await events_of(platform, "intake")
    said = await imported(platform, "persons", file, "--dry-run")
    assert said.code == 1
    assert said.outcomes() == ["would be imported"] * 3 + ["refused"]
    assert "would be imported: 3" in said.printed
    assert await events_of(platform, "intake") == before


async def test_a_wrong_row_says_what_to_do_and_leaves_nothing_half_done(
    platform: Platform, tmp_path: Path
) -> None:
    wrong = [
        "B1;Ewa;Wzorcowa;PESEL;0264011;;;;",
        "B2;Ewa;Wzorcowa;NONE;26;1990-01-01;F;OTHER;pożar",
        "B3;Ewa;Wzorcowa;NONE;0264011;1990-02-30;F;OTHER;pożar",
        "B 4;Ewa;Wzorcowa;NONE;0264011;1990-02-03;F;OTHER;pożar",
    ]
    file = write(tmp_path / "p.csv", COLUMNS, *wrong)
    before = await events_of(platform, "intake")
    said = await imported(platform, "persons", file)
    assert said.code == 1
    assert said.outcomes() == ["refused"] * 4
    for line in said.report.values():
        assert line["code"]
        assert line["detail"].endswith("."), "a sentence that says what to do"
        assert "Wzorcowa" not in line["detail"]
    assert await events_of(platform, "intake") == before


async def test_a_run_that_is_killed_in_the_middle_goes_on_and_takes_each_row_over_once(
    platform: Platform, tmp_path: Path
) -> None:
    file = write(tmp_path / "p.csv", COLUMNS, *people("C", 20))
    before = await events_of(platform, "intake")
    await platform.stop_part("intake")
    await platform.start_part("intake", {"OSNOWA_CRASHPOINT": f"web.before-reply:{KILLED_AT}"})
    process = await started(platform, "persons", file)
    await platform.parts["intake"].ended(within=120)
    process.send_signal(signal.SIGKILL)  # it was asking again for the row without an answer
    await process.communicate()
    assert list(report_of(file)) == [f"C{n}" for n in range(1, KILLED_AT)]
    await platform.start_part("intake")
    said = await imported(platform, "persons", file)
    assert said.code == 0
    assert len(said.report) == 20
    assert said.report[f"C{KILLED_AT}"]["outcome"] == "already imported"
    assert said.outcomes().count("imported") == 19
    assert await events_of(platform, "intake") == before + 20


async def test_the_same_file_again_changes_nothing_even_without_its_report(
    platform: Platform, tmp_path: Path
) -> None:
    file = write(tmp_path / "p.csv", COLUMNS, *people("D", 4))
    assert (await imported(platform, "persons", file)).outcomes() == ["imported"] * 4
    after = await events_of(platform, "intake")
    file.with_suffix(".report.csv").unlink()
    again = await imported(platform, "persons", file)
    assert (again.code, again.outcomes()) == (0, ["already imported"] * 4)
    assert await events_of(platform, "intake") == after


async def test_persons_households_and_cases_appear_as_taken_over(
    platform: Platform, tmp_path: Path
) -> None:
    persons = write(tmp_path / "persons.csv", COLUMNS, *people("E/", 2))
    households = write(
        tmp_path / "homes.csv", "row;members;since", "G1;E/1=SELF|E/2=SIBLING;2020-01-02"
    )
    cases = write(
        tmp_path / "cases.csv",
        "row;person_row;benefit;filed_on;number;decision;decided_on;amount;closed_on",
        "S1;E/1;TARGETED;2019-04-02;MOPS/1/2019;GRANT;2019-04-30;300.00;2019-06-01",
        "S2;E/1;TARGETED;2019-04-02;;GRANT;2019-04-01;;",
    )
    for kind, file in (("persons", persons), ("households", households)):
        said = await imported(platform, kind, file)
        assert said.code == 0, said.report
    said = await imported(platform, "cases", cases)
    assert (said.code, said.outcomes()) == (1, ["imported", "refused"])
    again = await imported(platform, "cases", cases)
    assert again.outcomes() == ["imported", "refused"], "the report counts the first as done"
    told = [entry["sentence"] for entry in await timeline(platform, "intake", "anna-wrzos", "E/1")]
    assert {sentence.split()[0] for sentence in told} >= {"Zarejestrowano", "Ustalono"}
    assert all("przeniesiono z systemu pomost" in sentence.lower() for sentence in told)
    entries = await timeline(platform, "benefits", "ewa-jarzebina", "E/1")
    (case,) = [one for one in entries if one["type"] == "osnowa.benefits.case-imported.v1"]
    assert "POMOST" in case["sentence"]


async def test_what_cannot_be_used_is_said_in_plain_words(
    platform: Platform, tmp_path: Path
) -> None:
    file = tmp_path / "p.csv"
    file.write_bytes("row;given_names\nP1;Józef\n".encode("cp1250"))
    said = await imported(platform, "persons", file)
    assert (said.code, said.report) == (2, {})
    assert "UTF-8" in said.printed
