"""What the social worker tells benefits and care of a client: a changed need, relevant facts."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, event
from services.socialwork.refusals import HoursOutOfRange, KindsMissing
from services.socialwork.values import NeedChange, RelevantFact


class FileReports:
    """A stage of a `File`: codes that leave the unit, never what the worker wrote."""

    id: UUID
    reports: int
    require_led_by: Callable[[str], None]

    class NeedChangeReported(Aggregate.Event):
        TOPIC = "socialwork.file.need-change-reported.1"
        report_id: UUID
        change: NeedChange
        on: date

    class RelevantFactsReported(Aggregate.Event):
        TOPIC = "socialwork.file.relevant-facts-reported.1"
        report_id: UUID
        kinds: tuple[RelevantFact, ...]
        at_clients_wish: bool
        case_id: UUID | None
        on: date

    def report_need_change(self, change: NeedChange, *, on: date, by: str) -> UUID:
        """Tells benefits and care that the client needs more, or less. Raises HoursOutOfRange."""
        self.require_led_by(by)
        if not Decimal(0) <= change.hours_per_day <= Decimal(24):
            raise HoursOutOfRange
        report_id = self._next_report()
        self._need_change_reported(report_id=report_id, change=change, on=on)
        return report_id

    @event(NeedChangeReported)
    def _need_change_reported(self, report_id: UUID, change: NeedChange, on: date) -> None:
        self.reports += 1

    def report_relevant_facts(
        self,
        kinds: tuple[RelevantFact, ...],
        *,
        at_clients_wish: bool,
        case_id: UUID | None,
        on: date,
        by: str,
    ) -> UUID:
        """Typed, never in words ([002] table 24). Raises KindsMissing."""
        self.require_led_by(by)
        if not kinds:
            raise KindsMissing
        report_id = self._next_report()
        self._relevant_facts_reported(
            report_id=report_id,
            kinds=tuple(dict.fromkeys(kinds)),
            at_clients_wish=at_clients_wish,
            case_id=case_id,
            on=on,
        )
        return report_id

    @event(RelevantFactsReported)
    def _relevant_facts_reported(
        self,
        report_id: UUID,
        kinds: tuple[RelevantFact, ...],
        at_clients_wish: bool,
        case_id: UUID | None,
        on: date,
    ) -> None:
        self.reports += 1

    def _next_report(self) -> UUID:
        return uuid5(self.id, f"report/{self.reports + 1}")
