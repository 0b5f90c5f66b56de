"""How a unit works where it has a choice: who judges cooperation, who signs, how it numbers."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits.refusals.decision import NotAuthorised
from services.benefits.refusals.general import PeriodReversed
from services.benefits.values import CooperationAssessor

MARK = "SW"
"""What decisions are numbered with where the unit chose nothing else."""


def practice_id_for(unit: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"osnowa/benefits/practice/{unit}")


@dataclass(frozen=True)
class Authorisation:
    """A worker may sign decisions beside the director (ups art. 110 ust. 7, 8)."""

    worker: str
    valid_from: date
    valid_to: date | None

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Practice(Aggregate):
    """One for each unit; begins with the first choice that is made."""

    TOPIC = "benefits.practice"

    class PracticeBegun(Created):
        TOPIC = "benefits.practice.begun.1"
        unit: str

    class CooperationAssessorSet(Aggregate.Event):
        TOPIC = "benefits.practice.cooperation-assessor-set.1"
        assessor: CooperationAssessor
        by: str
        on: date

    class SignerAuthorised(Aggregate.Event):
        TOPIC = "benefits.practice.signer-authorised.1"
        authorisation: Authorisation
        by: str
        on: date

    class DecisionMarkSet(Aggregate.Event):
        TOPIC = "benefits.practice.decision-mark-set.1"
        mark: str
        by: str
        on: date

    @staticmethod
    def create_id(unit: str, **_: Any) -> UUID:
        return practice_id_for(unit)

    @event(PracticeBegun)
    def __init__(self, unit: str) -> None:
        self.unit = unit
        self.assessor = CooperationAssessor.SOCIAL_WORKER
        self.authorised: dict[str, Authorisation] = {}
        self.decision_mark = MARK

    def set_assessor(self, assessor: CooperationAssessor, *, by: str, on: date) -> None:
        """For the cases that open from now on (`domain.md` A4)."""
        if assessor is not self.assessor:
            self._assessor_set(assessor=assessor, by=by, on=on)

    @event(CooperationAssessorSet)
    def _assessor_set(self, assessor: CooperationAssessor, by: str, on: date) -> None:
        self.assessor = assessor

    def set_decision_mark(self, mark: str, *, by: str, on: date) -> None:
        """Decisions issued from now on are numbered with it; the numbers of the year run on."""
        if mark != self.decision_mark:
            self._mark_set(mark=mark, by=by, on=on)

    @event(DecisionMarkSet)
    def _mark_set(self, mark: str, by: str, on: date) -> None:
        self.decision_mark = mark

    def authorise(self, authorisation: Authorisation, *, by: str, on: date) -> None:
        """The later authorisation of a worker takes the place of the earlier one."""
        if authorisation.valid_to and authorisation.valid_to < authorisation.valid_from:
            raise PeriodReversed
        if self.authorised.get(authorisation.worker) != authorisation:
            self._authorised(authorisation=authorisation, by=by, on=on)

    @event(SignerAuthorised)
    def _authorised(self, authorisation: Authorisation, by: str, on: date) -> None:
        self.authorised[authorisation.worker] = authorisation


def require_authorised(practice: Practice | None, worker: str, name: str, on: date) -> None:
    """Raises NotAuthorised for whoever is neither the director nor authorised that day."""
    found = practice.authorised.get(worker) if practice else None
    if found is None or not found.covers(on):
        raise NotAuthorised(name)
