"""The log names types, ids and counts, and never a person."""

import json
import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
import structlog

from chassis.logs import WITHHELD

PESEL = "44451401359"
NAME = "Zenobia Przykładowa"
Lines = Callable[[], list[dict[str, Any]]]


def test_a_line_says_what_where_and_when(log_lines: Lines) -> None:
    structlog.get_logger("chassis.relay").info("batch sent", count=3, recipient="pup")
    (line,) = log_lines()
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "batch sent",
        "count": 3,
        "recipient": "pup",
        "level": "info",
        "logger": "chassis.relay",
        "unit": "benefits",
    }


def test_a_value_under_an_unknown_key_is_withheld(log_lines: Lines) -> None:
    structlog.get_logger("chassis").info("taken in", name=NAME, amount="812.40")
    (line,) = log_lines()
    assert line["name"] == line["amount"] == WITHHELD


def test_a_value_that_is_no_id_count_or_name_is_withheld(log_lines: Lines) -> None:
    structlog.get_logger("chassis").info("taken in", fact={"name": NAME})
    (line,) = log_lines()
    assert line["fact"] == WITHHELD


def test_eleven_digits_are_masked_and_ids_are_not(log_lines: Lines) -> None:
    fact_id = UUID("00000000-0000-0000-0000-012345678901")
    structlog.get_logger("chassis").info(f"seen {PESEL}", reason=PESEL, count=int(PESEL))
    structlog.get_logger("chassis").info("seen", status=f"of {PESEL}.", fact_id=fact_id)
    first, second = log_lines()
    assert PESEL not in json.dumps(first)
    assert second["status"] == "of ***********."
    assert second["fact_id"] == str(fact_id)


def test_an_exception_is_its_type_and_place_without_its_message(log_lines: Lines) -> None:
    log = structlog.get_logger("chassis")
    try:
        try:
            int(NAME)
        except ValueError as cause:
            raise LookupError(f"no {NAME}") from cause
    except LookupError:
        log.exception("fact parked")
    (line,) = log_lines()
    assert line["error"] == "LookupError"
    assert line["cause"] == "ValueError"
    assert "test_an_exception_is_its_type_and_place_without_its_message:" in line["at"]
    assert NAME not in json.dumps(line, ensure_ascii=False)


@pytest.mark.parametrize(
    "logger", ["nats.aio.client", "asyncpg", "faststream.access.nats", "asyncio", "uvicorn.error"]
)
def test_a_librarys_message_keeps_no_values(log_lines: Lines, logger: str) -> None:
    logging.getLogger(logger).error("duplicate key (%s)", NAME)
    (line,) = log_lines()
    assert line["event"] == "duplicate key (%s)"
    assert line["logger"] == logger


def test_a_message_that_a_library_formatted_itself_is_withheld(log_lines: Lines) -> None:
    logging.getLogger("asyncio").error(f"Task exception was never retrieved: {NAME}")
    (line,) = log_lines()
    assert line["event"] == WITHHELD
    assert line["at"].startswith("test_logs:")


def test_a_warning_is_withheld_too(log_lines: Lines) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"unexpected value {NAME}", UserWarning, stacklevel=1)
    (line,) = log_lines()
    assert line["logger"] == "py.warnings"
    assert NAME not in json.dumps(line, ensure_ascii=False)


def test_addresses_of_requests_are_not_logged(log_lines: Lines) -> None:
    logging.getLogger("uvicorn.access").info('"GET /clients?pesel=%s"', PESEL)
    assert log_lines() == []


def test_a_level_below_the_wanted_one_is_silent(log_lines: Lines) -> None:
    structlog.get_logger("chassis").debug("batch read")
    assert log_lines() == []


def test_what_ends_the_process_is_logged_without_its_message() -> None:
    program = (
        "from chassis.logs import configure_logs\n"
        "configure_logs('benefits', 'info')\n"
        f"raise ValueError('no {PESEL}')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    line = json.loads(done.stdout)
    assert line["error"] == "ValueError"
    assert line["level"] == "critical"
    assert PESEL not in done.stdout + done.stderr
