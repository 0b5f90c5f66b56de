"""The operator's command, against a small city that runs."""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path

import pytest
from osnowa import doctor, parked
from osnowa.cli import app
from osnowa.found import find
from osnowa.platform import Platform
from typer.testing import CliRunner

from chassis.embedded import StartFailed


async def test_doctor_tells_versions_lags_and_what_is_parked(
    platform: Platform, capsys: pytest.CaptureFixture[str]
) -> None:
    code = await doctor.doctor(platform.data, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["versions"]["PostgreSQL"].startswith("18.")
    assert told["versions"]["NATS"].startswith("2.15.")
    assert told["parts"].keys() == {"benefits", "ngo-opiekun"}
    assert (told["parts"]["benefits"]["inbox_lag"], told["parts"]["benefits"]["parked"]) == (2, 1)
    assert (code, told["well"]) == (1, False)


async def test_doctor_says_which_part_is_silent(
    platform: Platform, capsys: pytest.CaptureFixture[str]
) -> None:
    platform.kill_part("ngo-opiekun")
    assert await doctor.doctor(platform.data) == 1
    await platform.start_part("ngo-opiekun")
    assert "silent" in capsys.readouterr().out


async def test_parked_facts_are_listed_and_tried_again(
    platform: Platform, capsys: pytest.CaptureFixture[str]
) -> None:
    await platform.restart_part("benefits")
    assert await parked.show("benefits", platform.data, as_json=True) == 1
    assert json.loads(capsys.readouterr().out)[0]["sequence"] == 12
    assert await parked.retry("benefits", "benefits/12", platform.data) == 0
    assert "benefits/12: handled" in capsys.readouterr().out
    assert await parked.show("benefits", platform.data) == 0


async def test_a_unit_that_does_not_run_is_named_with_those_that_do(platform: Platform) -> None:
    with pytest.raises(ValueError, match="Choose from: benefits, ngo-opiekun"):
        await parked.show("socialwork", platform.data)


async def test_a_fact_is_named_as_the_list_shows_it(platform: Platform) -> None:
    with pytest.raises(ValueError, match="benefits/12"):
        await parked.retry("benefits", "12", platform.data)


def test_where_nothing_runs_it_says_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(StartFailed, match="osnowa up"):
        find(tmp_path)


def test_the_commands_of_the_readme_are_there() -> None:
    help_text = CliRunner().invoke(app, ["--help"]).output
    for name in (
        "up",
        "demo",
        "play",
        "doctor",
        "parked",
        "steward",
        "bench",
        "drill",
        "configure",
        "compose",
    ):
        assert f" {name} " in help_text


def test_a_wrong_language_is_refused() -> None:
    answer = CliRunner().invoke(app, ["play", "k1", "--language", "de"])
    assert answer.exit_code == 2


async def test_up_runs_until_it_is_told_to_stop(units_file: Path, server_folder: Path) -> None:
    data = server_folder / "up"
    program = (
        "import asyncio, sys\nfrom pathlib import Path\nfrom osnowa import platform, up\n"
        "original = platform.Platform.running\n"
        "platform.Platform.running = lambda data, **o:"
        " original(data, units_file=Path(sys.argv[2]), fsync=False, **o)\n"
        "sys.exit(asyncio.run(up.up(Path(sys.argv[1]))))\n"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, str(data), str(units_file),
        stdout=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "200"},
    )  # fmt: skip
    assert process.stdout is not None
    said = b""
    async with asyncio.timeout(180):
        while b"Ctrl-C" not in said:
            said += await process.stdout.readline()
        found = find(data)
        process.send_signal(signal.SIGINT)
        rest, _ = await process.communicate()
    assert process.returncode == 0, rest.decode()
    for url in found.parts.values():
        assert url in said.decode()
    with pytest.raises(StartFailed):
        find(data)
