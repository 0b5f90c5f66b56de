"""A case that another system led and ended, as far as its file was taken over."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from osnowa_contracts.codes import Benefit, DecisionKind
from osnowa_contracts.fact import Confidentiality, Counted, Fact, InSummary, Publisher, fact
from osnowa_contracts.values import Code, Known, Money, Number


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 100 ust. 2, art. 107 ust. 4")
class CaseImported(Fact):
    """The history of a case came from another system; nothing was decided here."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    source: Annotated[Code, InSummary(), Counted()] = Field(examples=["POMOST"])
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    filed_on: Annotated[date, InSummary(), Counted()]
    number: Annotated[Number | None, InSummary()] = None
    decision: Annotated[Code | None, Known(DecisionKind), Counted()] = None
    decided_on: Annotated[date | None, Counted()] = None
    amount: Annotated[Money | None, Counted()] = None
    valid_from: Annotated[date | None, Counted()] = None
    valid_until: Annotated[date | None, Counted()] = None
    closed_on: Annotated[date | None, InSummary(), Counted()] = None
