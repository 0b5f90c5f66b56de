"""What every test may ask for."""

import pytest
import structlog

from chassis.testing import (
    broker,
    database,
    nats_server,
    new_database,
    postgres,
    server_folder,
)


@pytest.fixture(autouse=True)
def plain_logs() -> None:
    """One line an event: drawing every failure with its variables takes seconds."""
    structlog.configure(processors=[structlog.processors.JSONRenderer(default=repr)])


__all__ = ["broker", "database", "nats_server", "new_database", "postgres", "server_folder"]
