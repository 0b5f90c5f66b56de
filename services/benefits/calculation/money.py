"""Amounts to the grosz: rounding, and sharing out a sum so that nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

GROSZ = Decimal("0.01")
HUNDRED = Decimal(100)
ZERO = Decimal("0.00")


def money(amount: Decimal) -> Decimal:
    """Rounded half up to the grosz."""
    return amount.quantize(GROSZ, rounding=ROUND_HALF_UP)


def with_comma(amount: Decimal) -> str:
    """`12345,60`, as amounts stand in a Polish sentence."""
    return f"{amount:.2f}".replace(".", ",")


def total(amounts: Sequence[Decimal]) -> Decimal:
    """PLN; of nothing it is 0.00."""
    return sum(amounts, ZERO)


def shared_out(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """The amount in the proportion of the weights, in whole grosze that add up to it.

    What rounding leaves goes to those whose share was cut most. All weights zero: all shares zero.
    """
    whole = total(weights)
    if whole <= 0:
        return [ZERO for _ in weights]
    exact = [amount * weight / whole for weight in weights]
    shares = [share.quantize(GROSZ, rounding=ROUND_DOWN) for share in exact]
    left = int((amount - total(shares)) / GROSZ)
    most_cut = sorted(range(len(shares)), key=lambda i: (shares[i] - exact[i], i))
    for index in most_cut[:left]:
        shares[index] += GROSZ
    return shares
