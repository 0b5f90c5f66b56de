"""The invented people and papers of the examples; no PESEL, no real person, ids that stay."""

from __future__ import annotations

from uuid import UUID, uuid5

_SPACE = UUID("05e0a000-0000-4000-8000-000000000000")


def id_of(name: str) -> UUID:
    """The id of a person or thing in the examples, the same on every run."""
    return uuid5(_SPACE, name)


MAREK = id_of("person: Marek Próbny")
"""K1: an unemployed single man with a periodic benefit."""

HELENA = id_of("person: Helena Wzorcowa")
"""K2: a woman of 84 with home care."""

MAREK_CASE = id_of("case: Marek")
MAREK_DECISION = id_of("decision: Marek, grant")
MAREK_SUSPENSION = id_of("decision: Marek, suspension")
MAREK_APPEAL = id_of("appeal: Marek")
MAREK_REVIEW = id_of("review: Marek")
MAREK_REFERRAL = id_of("referral: Marek")
MAREK_TERMS = id_of("terms: Marek")
MAREK_SOCIAL_WORK = id_of("social work: Marek")

HELENA_CASE = id_of("case: Helena")
HELENA_DECISION = id_of("decision: Helena, 2 h")
HELENA_CHANGE = id_of("decision: Helena, 3 h")
HELENA_ORDER = id_of("order: Helena")
