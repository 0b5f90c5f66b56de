"""Facts of the county labour office (PUP): status, individual action plan, outcomes."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from osnowa_contracts.codes import LabourOutcome, LabourStatus, PlanGoal
from osnowa_contracts.fact import Confidentiality, Counted, Fact, InSummary, Publisher, fact
from osnowa_contracts.values import Code, Known

_LABOUR_ACT = "ustawa z 20.03.2025 o rynku pracy i służbach zatrudnienia (Dz.U. poz. 620)"


@fact(Publisher.PUP, Confidentiality.CASE, basis=f"ups art. 105; {_LABOUR_ACT}")
class LabourStatusReported(Fact):
    """Whether and since when the client is registered."""

    status: Annotated[Code, Known(LabourStatus), InSummary(), Counted()]
    as_of: Annotated[date, InSummary(), Counted()]
    registered_on: Annotated[date | None, Counted()] = None
    deregistered_on: Annotated[date | None, Counted()] = None
    benefit_right: Annotated[bool | None, Counted()] = None
    request_id: Annotated[UUID | None, Counted()] = None


@fact(Publisher.PUP, Confidentiality.CASE, basis=_LABOUR_ACT)
class ActionPlanReported(Fact):
    """The client has an individual action plan (IPD)."""

    plan_id: Annotated[UUID, InSummary(), Counted()]
    agreed_on: Annotated[date, InSummary(), Counted()]
    until: Annotated[date | None, InSummary(), Counted()] = None
    registered_days: Annotated[int | None, Counted()] = Field(default=None, ge=0)
    goals: Annotated[tuple[Annotated[Code, Known(PlanGoal)], ...], Counted()] = ()


@fact(Publisher.PUP, Confidentiality.CASE, basis=_LABOUR_ACT)
class TrainingOutcomeReported(Fact):
    """How a training or traineeship of the client stands."""

    training_id: Annotated[UUID, InSummary(), Counted()]
    kind: Annotated[Code, Counted()] = Field(examples=["TRAINING", "TRAINEESHIP"])
    outcome: Annotated[Code, Known(LabourOutcome), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.PUP, Confidentiality.CASE, basis=_LABOUR_ACT)
class OfferOutcomeReported(Fact):
    """What became of a job offer."""

    offer_id: Annotated[UUID, InSummary(), Counted()]
    outcome: Annotated[Code, Known(LabourOutcome), Counted()]
    on: Annotated[date, InSummary(), Counted()]
