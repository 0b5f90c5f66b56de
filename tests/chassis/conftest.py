"""What the tests of the chassis share."""

import json
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
import structlog

from chassis import telemetry
from chassis.logs import configure_logs

Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def unhook_logs() -> Iterator[None]:
    """Puts everything back that configuring logs and telemetry changes in the process."""
    root, hook, thread_hook = logging.getLogger(), sys.excepthook, threading.excepthook
    handlers, level = root.handlers, root.level
    yield
    telemetry.shutdown()
    logging.captureWarnings(False)
    structlog.reset_defaults()
    sys.excepthook, threading.excepthook = hook, thread_hook
    root.handlers = handlers
    root.setLevel(level)


@pytest.fixture
def log_lines(unhook_logs: None) -> Lines:  # noqa: ARG001  # put back at the end
    """Logs of a unit named benefits, from level info on; answers the lines written until now."""
    written = StringIO()
    configure_logs("benefits", "info", written)
    return lambda: [json.loads(line) for line in written.getvalue().splitlines()]
