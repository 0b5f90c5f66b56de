"""What happens to a decision, one past-tense event each; the rules stand in `decision.py`."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.aggregate import Aggregate
from services.benefits.counting import Counting
from services.benefits.late_appeal import LateAppeal
from services.benefits.letter import Letter
from services.benefits.reopening import Reopening
from services.benefits.values import (
    AppealResult,
    Delivery,
    FinalityBasis,
    LateAppealResult,
    Terms,
)


class DecisionEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class DraftRevised(Aggregate.Event):
        TOPIC = "benefits.decision.draft-revised.1"
        terms: Terms
        letter: Letter | None
        by: str
        on: date

    class DraftReturned(Aggregate.Event):
        TOPIC = "benefits.decision.draft-returned.1"
        remarks: str
        by: str
        on: date

    class DraftWithdrawn(Aggregate.Event):
        TOPIC = "benefits.decision.draft-withdrawn.1"
        reason: str

    class DecisionIssued(Aggregate.Event):
        TOPIC = "benefits.decision.issued.1"
        number: str
        by: str
        on: date
        counting: Counting | None = None

    class DecisionDelivered(Aggregate.Event):
        TOPIC = "benefits.decision.delivered.1"
        how: Delivery
        on: date
        appeal_until: date
        first_notice_on: date | None = None
        second_notice_on: date | None = None

    class MadeEnforceable(Aggregate.Event):
        TOPIC = "benefits.decision.made-enforceable.1"
        reason: str
        by: str
        on: date

    # --- appeal and finality --------------------------------------------------

    class AppealWaived(Aggregate.Event):
        TOPIC = "benefits.decision.appeal-waived.1"
        on: date

    class AppealFiled(Aggregate.Event):
        TOPIC = "benefits.decision.appeal-filed.1"
        appeal_id: UUID
        on: date
        forward_by: date

    class AppealForwarded(Aggregate.Event):
        TOPIC = "benefits.decision.appeal-forwarded.1"
        on: date
        ruling_by: date | None = None

    class AppealResolved(Aggregate.Event):
        TOPIC = "benefits.decision.appeal-resolved.1"
        result: AppealResult
        on: date

    class LateAppealFiled(Aggregate.Event):
        TOPIC = "benefits.decision.late-appeal-filed.1"
        late_appeal: LateAppeal

    class LateAppealForwarded(Aggregate.Event):
        TOPIC = "benefits.decision.late-appeal-forwarded.1"
        on: date
        ruling_by: date

    class LateAppealAnswered(Aggregate.Event):
        TOPIC = "benefits.decision.late-appeal-answered.1"
        appeal_id: UUID
        filed_on: date
        result: LateAppealResult
        on: date
        ruling_by: date | None

    class BecameFinal(Aggregate.Event):
        TOPIC = "benefits.decision.became-final.1"
        basis: FinalityBasis
        on: date

    # --- effect, and examination anew -----------------------------------------

    class CarriedOut(Aggregate.Event):
        TOPIC = "benefits.decision.carried-out.1"
        on: date

    class ProceedingReopened(Aggregate.Event):
        TOPIC = "benefits.decision.proceeding-reopened.1"
        reopening: Reopening

    class Replaced(Aggregate.Event):
        TOPIC = "benefits.decision.replaced.1"
        by_decision_id: UUID
        on: date

    class KeptInForce(Aggregate.Event):
        TOPIC = "benefits.decision.kept-in-force.1"
        by_decision_id: UUID
        on: date

    class AnswerFellAway(Aggregate.Event):
        TOPIC = "benefits.decision.answer-fell-away.1"
        by_decision_id: UUID
        on: date
