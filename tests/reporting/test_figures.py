"""How figures are made from items, and how their sources are written."""

from decimal import Decimal

from services.reporting.figures import Item, Source, mean, middle, ranges, share, sources


def items(*values: str) -> list[Item]:
    return [Item(Decimal(value), (f"benefits/{n}",)) for n, value in enumerate(values, 1)]


def test_the_median_of_an_even_number_lies_between() -> None:
    assert middle(items("9", "10")) == Decimal("9.50")
    assert middle(items("1", "100", "2")) == Decimal("2.00")


def test_a_mean_is_rounded_half_up() -> None:
    assert mean(items("4.5", "4.7")) == Decimal("4.60")


def test_nothing_counted_gives_no_figure() -> None:
    assert (middle([]), mean([]), share(0, 0)) == (None, None, None)


def test_a_share_has_four_places() -> None:
    assert share(2, 3) == Decimal("0.6667")


def test_neighbouring_positions_are_written_as_a_range() -> None:
    assert ranges([7, 3, 5, 4, 12]) == "3-5, 7, 12"


def test_each_fact_is_a_source_once() -> None:
    found = sources([Item(Decimal(1), ("benefits/2", "intake/1")), Item(Decimal(1), ("intake/1",))])
    assert found == (Source("benefits", 1, "2"), Source("intake", 1, "1"))
