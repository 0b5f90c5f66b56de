"""Facts of an application that is not whole, not ours, not wanted or not there; of the way back."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from osnowa_contracts.codes import Benefit, ReopeningGround
from osnowa_contracts.fact import Confidentiality, Counted, Fact, InSummary, Publisher, fact
from osnowa_contracts.values import Code, Known


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 64 § 2")
class ApplicationDefectsCalled(Fact):
    """The party is called to complete the application."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    missing: Annotated[tuple[Code, ...], Counted()] = Field(examples=[["SIGNATURE"]])
    on: Annotated[date, InSummary(), Counted()]
    complete_by: Annotated[date, Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 64 § 2")
class ApplicationCompleted(Fact):
    """What the application lacked is there."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 64 § 2")
class ApplicationLeftUnexamined(Fact):
    """The application was not completed in time; no decision is issued."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 65; ups art. 101")
class ApplicationTransferred(Fact):
    """The application went to the authority that has jurisdiction."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    authority: Annotated[str, Counted()] = Field(max_length=120)
    reason: Annotated[Code, Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 105 § 2")
class ApplicationWithdrawn(Fact):
    """The party does not want the proceeding any more; a decision discontinues it."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 102 ust. 2, art. 100 ust. 2")
class LeftWithoutProceeding(Fact):
    """Whom first contact sent here without an application was looked into; nothing is begun."""

    contact_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.SENSITIVE, basis="ups art. 107 ust. 4a")
class InterviewRefused(Fact):
    """The party let no environmental interview take place."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 145 do 149")
class ProceedingReopened(Fact):
    """A final decision has a defect; its proceeding begins anew."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    ground: Annotated[Code, Known(ReopeningGround), Counted()]
    on_request: Annotated[bool, Counted()] = False
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106 ust. 5")
class CaseReopened(Fact):
    """A closed case is open again for what became known since."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    reason: Annotated[Code, Counted()]
