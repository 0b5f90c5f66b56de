"""Business time follows the clock file of the embedded platform, and nothing else."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from chassis.clock import Clock, set_offset

A_MINUTE = timedelta(minutes=1)


def test_without_a_file_it_is_the_systems_time() -> None:
    now = Clock().now()
    assert now.tzinfo is UTC
    assert abs(now - datetime.now(UTC)) < A_MINUTE


def test_a_file_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert abs(Clock(tmp_path / "clock").now() - datetime.now(UTC)) < A_MINUTE


def test_business_time_follows_every_change_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    clock = Clock(file)
    for day in range(1, 29):
        wanted = datetime(2026, 2, day, 8, tzinfo=UTC)
        set_offset(file, wanted)
        assert abs(clock.now() - wanted) < A_MINUTE


def test_it_is_the_systems_time_again_when_the_file_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    clock = Clock(file)
    set_offset(file, datetime(2026, 2, 1, tzinfo=UTC))
    assert clock.now().year == 2026
    assert clock.offset() != timedelta()
    file.unlink()
    assert clock.offset() == timedelta()


def test_the_legal_date_is_the_date_in_warsaw(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    set_offset(file, datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    assert Clock(file).today() == date(2026, 7, 1)


def test_nothing_but_the_clock_file_is_left_behind(tmp_path: Path) -> None:
    set_offset(tmp_path / "clock", datetime(2026, 2, 1, tzinfo=UTC))
    assert [found.name for found in tmp_path.iterdir()] == ["clock"]


def test_a_moment_without_its_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        set_offset(tmp_path / "clock", datetime(2026, 2, 1))  # noqa: DTZ001  # what is refused
