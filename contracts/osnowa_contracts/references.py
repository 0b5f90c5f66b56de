"""Ids that follow from other ids, so that two units agree on them without asking each other."""

from __future__ import annotations

from uuid import UUID, uuid5


def case_id_for(application_id: UUID, benefit: str) -> UUID:
    """Which case an application for a benefit leads to: benefits opens it, `CaseClosed` ends it."""
    return uuid5(application_id, f"case/{benefit}")
