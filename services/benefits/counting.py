"""What statistics count a decision by: the family that it helps, unnamed, and the reasons."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from osnowa_contracts import codes

Reason = codes.Reason


@dataclass(frozen=True)
class Counting:
    """One decision in the statistics; `family` is the same for all decisions that help it."""

    family: str
    persons: int
    reasons: tuple[Reason, ...] = ()


def unnamed(secret: bytes, family: str) -> str:
    """The same for the same family, and without the secret nobody can tell which one it is."""
    return hmac.new(secret, family.encode(), hashlib.sha256).hexdigest()[:32]


def in_order(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Each once, as the law lists them."""
    return tuple(reason for reason in Reason if reason in reasons)
