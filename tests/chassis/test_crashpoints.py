"""A crash point does nothing until it is armed, and then kills exactly there."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import chassis
from chassis.crashpoints import (
    KNOWN,
    VARIABLE,
    UnknownCrashpoint,
    arm,
    arm_from_environment,
    crashpoint,
    disarm,
)

CHASSIS = Path(chassis.__file__).parent


@pytest.fixture(autouse=True)
def _disarmed() -> Iterator[None]:
    yield
    disarm()


def test_an_unarmed_crash_point_does_nothing() -> None:
    for name in KNOWN:
        crashpoint(name)


def test_the_nth_pass_crashes_and_only_that_one() -> None:
    crashes: list[str] = []
    arm("relay.sent", 3, crashes.append)
    seen = []
    for _ in range(6):
        crashpoint("relay.sent")
        crashpoint("relay.noted")
        seen.append(len(crashes))
    assert seen == [0, 0, 1, 1, 1, 1]
    assert crashes == ["relay.sent"]


def test_a_disarmed_crash_point_does_nothing() -> None:
    crashes: list[str] = []
    arm("relay.sent", 1, crashes.append)
    disarm()
    crashpoint("relay.sent")
    assert crashes == []


@pytest.mark.parametrize("call", [crashpoint, arm])
def test_a_name_that_nobody_declared_fails(call: object) -> None:
    assert callable(call)
    with pytest.raises(UnknownCrashpoint):
        call("relay.snet")


def test_a_typing_error_in_the_environment_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "relay.snet:2")
    with pytest.raises(UnknownCrashpoint):
        arm_from_environment()


def test_the_environment_kills_the_process_at_the_pass_it_names() -> None:
    program = (
        "from chassis.crashpoints import crashpoint\n"
        "for n in range(5):\n    print(n, flush=True)\n    crashpoint('inbox.before-ack')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, VARIABLE: "inbox.before-ack:2", "PYTHONPATH": str(CHASSIS.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert done.stdout.split() == ["0", "1"]


def test_every_crash_point_in_the_code_is_declared() -> None:
    used = {
        name
        for file in CHASSIS.rglob("*.py")
        if file.name != "crashpoints.py"
        for name in re.findall(r'\bcrashpoint\("([^"]+)"\)', file.read_text("utf-8"))
    }
    assert used <= KNOWN
