"""What others are told of an application that is not whole, not ours or not wanted."""

from __future__ import annotations

from collections.abc import Iterator

from osnowa_contracts import benefits as facts
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from services.benefits.case import Case


def of_application(event: DomainEvent, case: Case) -> Iterator[Fact]:
    """What ends before it was examined also ends everybody's involvement."""
    match event:
        case Case.DefectsCalled():
            yield facts.ApplicationDefectsCalled(
                case_id=case.id, missing=event.missing, on=event.on, complete_by=event.complete_by
            )
        case Case.ApplicationCompleted(on=on):
            yield facts.ApplicationCompleted(case_id=case.id, on=on)
        case Case.ApplicationWithdrawn(on=on):
            yield facts.ApplicationWithdrawn(case_id=case.id, on=on)
        case Case.LeftUnexamined(on=on):
            yield facts.ApplicationLeftUnexamined(case_id=case.id, on=on)
            yield facts.CaseClosed(case_id=case.id, on=on, reason="LEFT_UNEXAMINED")
        case Case.CaseTransferred(authority=authority, reason=reason, on=on):
            yield facts.ApplicationTransferred(
                case_id=case.id, authority=authority, reason=reason, on=on
            )
            yield facts.CaseClosed(case_id=case.id, on=on, reason="TRANSFERRED")
