"""Facts of a decision: draft, issue, delivery, appeal, finality (KPA art. 104 to 140)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from osnowa_contracts.codes import (
    AppealResult,
    Benefit,
    Days,
    DecisionKind,
    Delivery,
    FinalityBasis,
    LateAppealResult,
    Reason,
)
from osnowa_contracts.fact import (
    Confidentiality,
    Counted,
    Fact,
    InSummary,
    Personal,
    Publisher,
    fact,
)
from osnowa_contracts.values import Code, Hours, Known, Money, Number

GivenOnce = Annotated[
    bool | None, Counted(), Field(description="the amount is all that is given; None: not told")
]


class ServiceGrant(BaseModel):
    """What a decision grants when it grants a service: the scope and the client's fee."""

    model_config = ConfigDict(frozen=True)

    service: Annotated[Code, Known(Benefit)]
    hours_per_day: Hours
    days: Annotated[Code, Known(Days)] = Days.WORKING.value
    fee_per_hour: Money


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106; KPA art. 104")
class DecisionDrafted(Fact):
    """A draft waits for the signature."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    draft_id: Annotated[UUID, Counted()]
    kind: Annotated[Code, Known(DecisionKind), Counted()]
    benefit: Annotated[Code, Known(Benefit), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 106; KPA art. 104, 107")
class DecisionIssued(Fact):
    """A decision is signed.

    Its summary tells scope, period and, of a service, the fee; an amount of money never.
    """

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    number: Annotated[Number, InSummary()]
    kind: Annotated[Code, Known(DecisionKind), InSummary(), Counted()]
    benefit: Annotated[Code, Known(Benefit), InSummary(), Counted()]
    period_from: Annotated[date | None, InSummary(), Counted()] = None
    period_to: Annotated[date | None, InSummary(), Counted()] = None
    amount: Annotated[Money | None, Counted()] = Field(
        default=None, description="PLN a month, or in all where it is given once"
    )
    once: GivenOnce = None
    immediate: Annotated[bool, InSummary(), Counted()] = Field(
        default=False, description="immediately enforceable (KPA art. 108)"
    )
    reasons_waived: Annotated[bool, Counted()] = False
    service: Annotated[ServiceGrant | None, InSummary(), Counted()] = None
    previous_decision_id: Annotated[UUID | None, InSummary(), Counted()] = None
    home: Annotated[str | None, Personal()] = Field(
        default=None, max_length=300, description="residential home of a referral or placement"
    )
    fees_monthly: Annotated[Money | None, Counted()] = Field(
        default=None, description="PLN a month, of a decision on the fee of a stay"
    )
    ruled_by_board: Annotated[bool, InSummary(), Counted()] = False
    family: Annotated[Code | None, Counted()] = Field(
        default=None, description="whom it helps, under a name that serves counting only"
    )
    persons: Annotated[int | None, Counted()] = Field(
        default=None, ge=1, le=40, description="in that family"
    )
    reasons: Annotated[tuple[Annotated[Code, Known(Reason)], ...], Counted()] = Field(
        default=(), description="why the family is in a hard situation (ups art. 7)"
    )


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 39 do 49, 109, 129")
class DecisionDelivered(Fact):
    """The party has the decision; the term of appeal runs."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    how: Annotated[Code, Known(Delivery), Counted()]
    appeal_until: Annotated[date | None, Counted()] = None


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 108 § 2")
class DecisionMadeEnforceable(Fact):
    """The decision can be carried out before it is final."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 127a")
class AppealWaived(Fact):
    """The party gave up the right of appeal."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 127, 129, 133")
class AppealFiled(Fact):
    """The party appealed through the office that decided."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    appeal_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    forward_by: Annotated[date, Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 133")
class AppealForwarded(Fact):
    """The appeal and the file went to the appeal board (SKO)."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    appeal_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 132, 138")
class AppealResolved(Fact):
    """The appeal is decided."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    appeal_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    result: Annotated[Code, Known(AppealResult), InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 58, 129, 133, 134")
class LateAppealFiled(Fact):
    """An appeal came after its term; the decision stays final until the board says otherwise."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    appeal_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    forward_by: Annotated[date, Counted()]
    restoration_asked: Annotated[bool, Counted()] = Field(
        default=False, description="the party asked for the term to be restored (KPA art. 58)"
    )


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 59, 134")
class LateAppealAnswered(Fact):
    """The board restored the term, and the decision is final no more; or it stays final."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    appeal_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    result: Annotated[Code, Known(LateAppealResult), InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="KPA art. 16, 127 § 1a, 127a")
class DecisionBecameFinal(Fact):
    """No ordinary remedy is left against the decision."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    decision_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
    basis: Annotated[Code, Known(FinalityBasis), Counted()]
