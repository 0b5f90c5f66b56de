"""What every test may ask for."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
import structlog
from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]  # has none

from chassis import follower
from chassis.testing import (
    broker,
    database,
    nats_server,
    new_database,
    postgres,
    server_folder,
)
from tests.browser import chromium

MEMORY = Path("/dev/shm")
ROOM = 8 * 1024**3
"""Bytes that must be free there, so that the tests themselves never lack memory."""


def pytest_configure() -> None:
    """Temporary folders are in memory, where there is plenty of it and nobody chose another place.

    A fresh database is more than two hundred files: on a disk they take longer than its test.
    """
    if "TMPDIR" in os.environ or not MEMORY.is_dir():
        return
    may_run_programs = not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
    if may_run_programs and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it is asked anew


class BySharedCity(LoadFileScheduling):  # type: ignore[misc]  # of unknown type
    """A file goes to one process as a whole; a folder of journeys too, whose city is shared."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        folder = file.rpartition("/")[0]
        return folder if folder.startswith("tests/journeys/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BySharedCity:
    return BySharedCity(config, log)


@pytest.fixture(autouse=True)
def plain_logs() -> None:
    """One line an event: drawing every failure with its variables takes seconds.

    Not on the standard output, which tests of the operator's command read.
    """
    structlog.configure(
        processors=[structlog.processors.JSONRenderer(default=repr)],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was said is shown however busy the machine is."""
    monkeypatch.setattr(follower, "SHOWN_WITHIN", 60.0)


__all__ = [
    "broker",
    "chromium",
    "database",
    "nats_server",
    "new_database",
    "postgres",
    "server_folder",
]
