"""Minutes that a refusal took, beside the norm of that day ([002] table 27)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits.decision import Decision
from services.benefits.norms import ActKind, norms_on
from services.benefits.refusals.team import NoNormForThis
from services.benefits.values import DecisionKind


def effort_id_for(decision_id: UUID) -> UUID:
    return uuid5(decision_id, "effort")


class Effort(Aggregate):
    """Once for a decision. Interviews carry their minutes themselves."""

    TOPIC = "benefits.effort"

    class MinutesRecorded(Created):
        TOPIC = "benefits.effort.minutes-recorded.1"
        decision_id: UUID
        case_id: UUID
        person_id: UUID
        kind: ActKind
        minutes: int
        norm: int
        worker: str
        on: date

    @staticmethod
    def create_id(decision_id: UUID, **_: Any) -> UUID:
        return effort_id_for(decision_id)

    @classmethod
    def of_refusal(cls, decision: Decision, minutes: int, *, by: str, on: date) -> Effort:
        """Raises NoNormForThis for any other decision."""
        if decision.kind is not DecisionKind.REFUSAL:
            raise NoNormForThis(decision.kind.value)
        return cls(
            decision_id=decision.id,
            case_id=decision.case_id,
            person_id=decision.person_id,
            kind=ActKind.REFUSAL_DECISION,
            minutes=minutes,
            norm=norms_on(on).minutes[ActKind.REFUSAL_DECISION],
            worker=by,
            on=on,
        )

    @event(MinutesRecorded)
    def __init__(
        self,
        decision_id: UUID,
        case_id: UUID,
        person_id: UUID,
        kind: ActKind,
        minutes: int,
        norm: int,
        worker: str,
        on: date,
    ) -> None:
        self.decision_id = decision_id
        self.case_id = case_id
        self.person_id = person_id
        self.kind = kind
        self.minutes, self.norm = minutes, norm
        self.worker = worker
        self.on = on
