"""How the decision on an undue benefit says what was paid back of it already."""

from __future__ import annotations

from collections.abc import Iterator

from services.benefits.polish import money
from services.benefits.values import Terms


def ruled(terms: Terms) -> Iterator[str]:
    """What is left to be paid; nothing where nothing came back."""
    if not terms.came_back or terms.amount is None:
        return
    counted = f"Na poczet zwrotu zaliczam {money(terms.came_back)}, które już wpłynęły"
    rest = terms.amount - terms.came_back
    left = f"do zwrotu pozostaje {money(rest)}" if rest > 0 else "nic więcej nie podlega zwrotowi"
    yield f"{counted}; {left}."


def because(terms: Terms) -> Iterator[str]:
    """Why it is not paid back twice."""
    if terms.came_back:
        yield (
            f"Na zwrot pomocy z tego świadczenia wpłynęło już {money(terms.came_back)}, a kwota ta "
            "nie jest należna z innego tytułu. Nie podlega zwrotowi po raz drugi, dlatego "
            "zaliczono ją na poczet świadczenia nienależnie pobranego."
        )
