"""What every test may ask for."""

import sys

import pytest
import structlog

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
