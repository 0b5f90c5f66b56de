"""What a client is called in a list: as first contact told it, or a word where nobody did."""

from __future__ import annotations

from typing import Any

from chassis.web import Say


def full_name(row: Any) -> str:
    """Empty until first contact told it."""
    return " ".join(part for part in (row["given_names"], row["family_name"]) if part)


def called(name: str, t: Say) -> str:
    return name or t("osoba bez danych")
