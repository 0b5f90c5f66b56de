"""What happens to an assessment, one past-tense event each; the rules stand in `assessment.py`."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.aggregate import Aggregate
from services.benefits.values import Answer, CooperationOutcome, HandedOver, Question, Referral


class AssessmentEvents:
    """Every event but the first, which the library wants inside its aggregate."""

    class QuestionAnswered(Aggregate.Event):
        TOPIC = "benefits.assessment.question-answered.1"
        question: Question
        answer: Answer

    class ClientReferred(Aggregate.Event):
        TOPIC = "benefits.assessment.client-referred.1"
        referral: Referral

    class ReferralHandedOver(Aggregate.Event):
        TOPIC = "benefits.assessment.referral-handed-over.1"
        referral_id: UUID
        handed_over: HandedOver

    class UnusedResourcesNoted(Aggregate.Event):
        TOPIC = "benefits.assessment.unused-resources-noted.1"
        certificate_id: UUID
        has_unused: bool
        on: date

    class CooperationTermsNoted(Aggregate.Event):
        TOPIC = "benefits.assessment.cooperation-terms-noted.1"
        certificate_id: UUID
        on: date

    class SocialWorkEndNoted(Aggregate.Event):
        TOPIC = "benefits.assessment.social-work-ended.1"
        on: date

    class CooperationNoted(Aggregate.Event):
        TOPIC = "benefits.assessment.cooperation-noted.1"
        certificate_id: UUID
        month: str
        cooperates: bool
        on: date

    class CooperationAgreed(Aggregate.Event):
        TOPIC = "benefits.assessment.cooperation-agreed.1"
        outcome: CooperationOutcome
        scope: str
        by: str
        on: date

    class CooperationAssessed(Aggregate.Event):
        TOPIC = "benefits.assessment.cooperation-assessed.1"
        month: str
        cooperates: bool
        text: str
        by: str
        on: date

    class AssessmentCompleted(Aggregate.Event):
        TOPIC = "benefits.assessment.completed.1"
        on: date

    class AssessmentReopened(Aggregate.Event):
        TOPIC = "benefits.assessment.reopened.1"
        reason: str
