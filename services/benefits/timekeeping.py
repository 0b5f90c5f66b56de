"""The time of a case: when its decision is due as it really runs, and which terms were said to end.

Suspensions, mediation and delays that are not the office's do not count; a term that cannot be kept
is extended with notice to the party, who may urge (KPA 35 to 37). The clock's words stand here too,
so that each is said once.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.calendar import is_working_day, next_working_day
from services.benefits import deadlines
from services.benefits.deadlines import Deadline, DeadlineKind, Halt, HaltGround
from services.benefits.refusals.general import InTheFuture, NotBeforeEarlier
from services.benefits.refusals.terms import (
    ExtendedBackwards,
    ExtensionUnexplained,
    NewTermMissing,
    NotUrged,
    NotWorkingDay,
    StandsForDefects,
    TermRuns,
    TermStandsStill,
    UrgedAlready,
)
from services.benefits.timekeeping_events import (
    ExtensionReason,
    Notice,
    Said,
    TimekeepingEvents,
    Urging,
    UrgingGround,
)


def timekeeping_id_for(case_id: UUID) -> UUID:
    return uuid5(case_id, "timekeeping")


class Timekeeping(TimekeepingEvents, Aggregate):
    """One for each case, opened when there is first something to note."""

    TOPIC = "benefits.timekeeping"

    class TimekeepingOpened(Created):
        TOPIC = "benefits.timekeeping.opened.1"
        case_id: UUID
        person_id: UUID
        start: date
        end: date
        due: date

    @staticmethod
    def create_id(case_id: UUID, **_: Any) -> UUID:
        return timekeeping_id_for(case_id)

    @classmethod
    def begin(cls, *, case_id: UUID, person_id: UUID, filed_on: date, due: date) -> Timekeeping:
        """`due` is the term that the case began with; a day off moves its end only at the end."""
        end = deadlines.decision_end(filed_on)
        counted = deadlines.prolonged(filed_on, end, ()) == due
        return cls(
            case_id=case_id,
            person_id=person_id,
            start=filed_on,
            end=end if counted else due,
            due=due,
        )

    @event(TimekeepingOpened)
    def __init__(self, case_id: UUID, person_id: UUID, start: date, end: date, due: date) -> None:
        self.case_id = case_id
        self.person_id = person_id
        self.filed_on = start
        self.start, self.end, self.due = start, end, due
        self.standing: tuple[HaltGround, date] | None = None
        self.halts: tuple[Halt, ...] = ()
        self.notices: tuple[Notice, ...] = ()
        self.urging: Urging | None = None
        self.urgings = 0
        self.approaching: frozenset[Said] = frozenset()
        self.missed: frozenset[Said] = frozenset()

    # --- days that do not count -----------------------------------------------

    def halt(self, ground: HaltGround, since: date, *, on: date) -> None:
        """The term of the decision stands still from that day on (KPA 35 § 5, 103)."""
        if ground is HaltGround.DEFECTS:
            raise StandsForDefects
        if self.standing is not None:
            raise TermStandsStill(self.standing[1])
        if since > on:
            raise InTheFuture(since)
        self._not_before_start(since)
        if self.halts and since < self.halts[-1].until:
            raise NotBeforeEarlier("wznowienie biegu", "its last resumption", self.halts[-1].until)
        self._halted(ground=ground, since=since)

    @event(TimekeepingEvents.TermHalted)
    def _halted(self, ground: HaltGround, since: date) -> None:
        self.standing = (ground, since)

    def resume(self, until: date, *, on: date) -> date:
        """The term runs on from that day; gives its new end."""
        if self.standing is None:
            raise TermRuns
        ground, since = self.standing
        if ground is HaltGround.DEFECTS:
            raise StandsForDefects
        if until > on:
            raise InTheFuture(until)
        if until < since:
            raise NotBeforeEarlier("wstrzymanie biegu", "the halt", since)
        self._run_on(Halt(ground, since, until))
        return self.due

    def await_completion(self, *, on: date) -> None:
        """While the party has to complete its application, the days are not the office's.

        A term that stands still already goes on standing for its own reason (KPA 35 § 5, 64 § 2).
        """
        if self.standing is None:
            self._halted(ground=HaltGround.DEFECTS, since=on)

    def note_completion(self, *, on: date) -> None:
        """What was called for came, or is not wanted any more."""
        if self.standing is not None and self.standing[0] is HaltGround.DEFECTS:
            self._run_on(Halt(HaltGround.DEFECTS, self.standing[1], on))

    def _run_on(self, halt: Halt) -> None:
        self._resumed(halt=halt, due=deadlines.prolonged(self.start, self.end, (*self.halts, halt)))

    @event(TimekeepingEvents.TermResumed)
    def _resumed(self, halt: Halt, due: date) -> None:
        self.halts += (halt,)
        self.standing = None
        self.due = due

    # --- extension ------------------------------------------------------------

    def extend(
        self, reason: ExtensionReason, due: date | None, *, text: str = "", by: str = "", on: date
    ) -> None:
        """The party is told why, by when now, and that it may urge (KPA 36); `text` says it closer.

        An intricate case has two months from its start, unless a later day is named (KPA 35 § 3).
        """
        if self.standing is not None:
            raise TermStandsStill(self.standing[1])
        if reason is ExtensionReason.OTHER and not text.strip():
            raise ExtensionUnexplained
        if due is None:
            if reason is not ExtensionReason.INTRICATE:
                raise NewTermMissing
            due = deadlines.decision_due(self.filed_on, intricate=True, halts=self.halts)
        if not is_working_day(due):
            raise NotWorkingDay(due, next_working_day(due))
        if due <= max(self.due, on):
            raise ExtendedBackwards(due, max(self.due, on))
        self._extended(reason=reason, was_due=self.due, due=due, on=on, by=by, text=text.strip())

    @event(TimekeepingEvents.DeadlineExtended)
    def _extended(
        self,
        reason: ExtensionReason,
        was_due: date,
        due: date,
        on: date,
        by: str = "",
        text: str = "",
    ) -> None:
        self.notices += (Notice(reason, was_due, due, on, by, text),)
        self._runs_anew(on, due)

    @property
    def extensions(self) -> int:
        return len(self.notices)

    def restart(self, *, on: date, due: date | None = None) -> None:
        """The case is decided again: the office has the whole term, unless the law gives less."""
        self._restarted(on=on, due=due or deadlines.decision_due(on))

    @event(TimekeepingEvents.TermRestarted)
    def _restarted(self, on: date, due: date) -> None:
        self.standing = None
        self._runs_anew(on, due)

    def _runs_anew(self, start: date, end: date) -> None:
        """Earlier halts are in the new end already."""
        self.start, self.end, self.due = start, end, end
        self.halts = tuple(halt for halt in self.halts if halt.until > start)

    # --- urging complaint -----------------------------------------------------

    def file_urging(self, ground: UrgingGround, filed_on: date, *, on: date) -> Urging:
        """Through this office, which has seven days to send it on (KPA 37 § 3 and 4)."""
        if self.urging is not None:
            raise UrgedAlready(self.urging.filed_on)
        if filed_on > on:
            raise InTheFuture(filed_on)
        self._not_before_start(filed_on)
        self._urged(
            urging=Urging(
                uuid5(self.id, f"urging/{self.urgings + 1}"),
                ground,
                filed_on,
                deadlines.urging_by(filed_on),
            )
        )
        assert self.urging is not None
        return self.urging

    @event(TimekeepingEvents.UrgingFiled)
    def _urged(self, urging: Urging) -> None:
        self.urging = urging
        self.urgings += 1

    def forward_urging(self, forwarded_on: date, *, on: date) -> Urging:
        """The board has it, with the file and the office's position."""
        if self.urging is None or self.urging.forwarded_on is not None:
            raise NotUrged
        if forwarded_on > on:
            raise InTheFuture(forwarded_on)
        if forwarded_on < self.urging.filed_on:
            raise NotBeforeEarlier("ponaglenie", "the complaint", self.urging.filed_on)
        self._urging_forwarded(
            urging=replace(
                self.urging,
                forwarded_on=forwarded_on,
                answer_by=deadlines.urging_by(forwarded_on),
            )
        )
        return self.urging

    @event(TimekeepingEvents.UrgingForwarded)
    def _urging_forwarded(self, urging: Urging) -> None:
        self.urging = urging

    def answer_urging(self, *, founded: bool, decide_by: date | None, on: date) -> None:
        """What the board said; a founded complaint may set the office a last day (KPA 37 § 6)."""
        if self.urging is None or self.urging.forwarded_on is None:
            raise NotUrged
        if decide_by is not None and decide_by <= on:
            raise ExtendedBackwards(decide_by, on)
        due = decide_by if founded and decide_by is not None else self.due
        self._urging_answered(founded=founded, due=due, on=on)

    @event(TimekeepingEvents.UrgingAnswered)
    def _urging_answered(self, founded: bool, due: date, on: date) -> None:
        self.urging = None
        if due != self.due:
            self._runs_anew(on, due)

    # --- what the clock says --------------------------------------------------

    def report_approaching(self, said: Said) -> None:
        """Once for each term; one that was prolonged meanwhile is another."""
        if said not in self.approaching:
            self._approaching(said=said)

    @event(TimekeepingEvents.DeadlineApproaching)
    def _approaching(self, said: Said) -> None:
        self.approaching |= {said}

    def report_missed(self, said: Said) -> None:
        if said not in self.missed:
            self._missed(said=said)

    @event(TimekeepingEvents.DeadlineMissed)
    def _missed(self, said: Said) -> None:
        self.missed |= {said}

    def deadlines(self) -> tuple[Deadline, ...]:
        """By when an urging complaint is to be sent on, or answered by the board."""
        if self.urging is None:
            return ()
        return (Deadline(DeadlineKind.URGING, self.urging.answer_by or self.urging.forward_by),)

    def _not_before_start(self, day: date) -> None:
        if day < self.start:
            raise NotBeforeEarlier("początek terminu", "the start of the term", self.start)
