"""A hand-over: all cases of one worker to another, with what became of each."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from services.benefits.refusals.team import SamePersonTwice
from services.benefits.values import HandOverReason


@dataclass(frozen=True)
class Kept:
    """A case that stayed with the former worker, and the code of the refusal."""

    case_id: UUID
    refusal: str


class HandOver(Aggregate):
    """The list of cases is fixed when it begins, so that it ends the same after an interruption."""

    TOPIC = "benefits.hand-over"

    class HandOverBegun(Created):
        TOPIC = "benefits.hand-over.begun.1"
        former: str
        worker: str
        reason: HandOverReason
        cases: tuple[UUID, ...]
        on: date

    class HandOverFinished(Aggregate.Event):
        TOPIC = "benefits.hand-over.finished.1"
        passed: tuple[UUID, ...]
        kept: tuple[Kept, ...]

    @classmethod
    def begin(
        cls,
        hand_over_id: UUID,
        *,
        former: str,
        worker: str,
        reason: HandOverReason,
        cases: tuple[UUID, ...],
        on: date,
    ) -> HandOver:
        if former == worker:
            raise SamePersonTwice(worker)
        return cls(id=hand_over_id, former=former, worker=worker, reason=reason, cases=cases, on=on)

    @event(HandOverBegun)
    def __init__(
        self,
        id: UUID,  # read by the library
        former: str,
        worker: str,
        reason: HandOverReason,
        cases: tuple[UUID, ...],
        on: date,
    ) -> None:
        self.former, self.worker = former, worker
        self.reason = reason
        self.cases = cases
        self.on = on
        self.passed: tuple[UUID, ...] = ()
        self.kept: tuple[Kept, ...] = ()
        self.finished = False

    def finish(self, passed: tuple[UUID, ...], kept: tuple[Kept, ...]) -> None:
        if not self.finished:
            self._finished(passed=passed, kept=kept)

    @event(HandOverFinished)
    def _finished(self, passed: tuple[UUID, ...], kept: tuple[Kept, ...]) -> None:
        self.passed, self.kept = passed, kept
        self.finished = True
