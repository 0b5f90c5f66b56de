"""Norms of the team's work: households for each worker, minutes for each act ([002] tables 27, 34).

They warn and help to share the work; nothing is blocked by them (`domain.md` A3, D5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from services.benefits.interviews import InterviewPart
from services.benefits.parameters import in_force


class ActKind(StrEnum):
    """What a benefits worker's minutes are measured for ([002] table 27)."""

    INTERVIEW_I = "INTERVIEW_I"
    INTERVIEW_II_III = "INTERVIEW_II_III"
    INTERVIEW_IV = "INTERVIEW_IV"
    REFUSAL_DECISION = "REFUSAL_DECISION"


INTERVIEWS: Mapping[InterviewPart, ActKind] = {
    InterviewPart.I: ActKind.INTERVIEW_I,
    InterviewPart.II: ActKind.INTERVIEW_II_III,
    InterviewPart.III: ActKind.INTERVIEW_II_III,
    InterviewPart.IV: ActKind.INTERVIEW_IV,
}


def _table_27() -> Mapping[ActKind, int]:
    return {
        ActKind.INTERVIEW_I: 180,
        ActKind.INTERVIEW_II_III: 60,
        ActKind.INTERVIEW_IV: 90,
        ActKind.REFUSAL_DECISION: 30,
    }


@dataclass(frozen=True)
class Norms:
    """Valid from a day on; a pilot may lower them ([002] table 34, note)."""

    valid_from: date
    environments: int = 80
    """Households that one benefits worker leads cases of, at most."""
    minutes: Mapping[ActKind, int] = field(default_factory=_table_27)


NORMS = (Norms(date(2018, 10, 1)),)


def norms_on(day: date) -> Norms:
    """Raises ParametersUnknown for a day before the first set."""
    return in_force(NORMS, day)
