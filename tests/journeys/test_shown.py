"""What a performance looks like: a line for each entry, one line for many of a kind."""

from datetime import UTC, datetime, timedelta

from osnowa.scenarios.expectations import below, equal, hold
from osnowa.scenarios.timelines import Row
from osnowa.shown import condensed

START = datetime(2026, 3, 6, 9, tzinfo=UTC)


def rows(kind: str, count: int) -> list[Row]:
    return [
        Row(START + timedelta(days=n), kind, "Visit", {"intake": f"{kind} {n}"})
        for n in range(count)
    ]


def test_a_few_entries_stand_on_their_own_lines() -> None:
    assert [cells["intake"] for _, cells in condensed(rows("visit", 2))] == ["visit 0", "visit 1"]


def test_many_entries_of_a_kind_are_one_line() -> None:
    shown = list(condensed([*rows("visit", 16), *rows("report", 1)]))
    assert [day for day, _ in shown] == ["2026-03-06\n– 2026-03-21", "2026-03-06"]
    assert shown[0][1] == {"intake": "16 × Visit"}


def test_what_nobody_measured_does_not_hold() -> None:
    expected = [equal("paid", "600.00"), below("order_lag", "1", "min")]
    paid, lag = hold("k1", expected, {"paid": "600.00"})
    assert paid.ok
    assert (lag.ok, lag.measured) == (False, "not measured")


def test_amounts_are_compared_as_they_are_written() -> None:
    assert not hold("k1", [equal("paid", "600.00")], {"paid": "600.0"})[0].ok


def test_a_limit_is_not_reached() -> None:
    lag = below("order_lag", "1", "min")
    assert [lag.holds(value) for value in ("0.99", "1", None)] == [True, False, False]
