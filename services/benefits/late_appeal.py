"""An appeal that came after its term, and what is to be done with it next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.benefits.lifecycle import Action
from services.benefits.values import LateAppealResult


@dataclass(frozen=True)
class LateAppeal:
    """When it was filed, whether the party asked for the term back, and where it stands."""

    appeal_id: UUID
    filed_on: date
    restoration_asked: bool
    forward_by: date
    forwarded_on: date | None = None
    ruling_by: date | None = None
    result: LateAppealResult | None = None
    answered_on: date | None = None

    @property
    def next_step(self) -> Action:
        """What the office does with it; where it was answered, another may come."""
        if self.result is not None:
            return Action.FILE_LATE_APPEAL
        sent = self.forwarded_on is not None
        return Action.ANSWER_LATE_APPEAL if sent else Action.FORWARD_LATE_APPEAL
