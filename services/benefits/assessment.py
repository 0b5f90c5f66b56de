"""The assessment of a case: the 7+1 questions, the referral, and what certificates answer.

What the social worker knows comes in as certificates only (`domain.md` A4 SEP-3); the benefits
worker answers the rest. Who judges cooperation is set for the unit (`practice`), and holds for a
case from its opening on.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.refusal import NotFound, Refusal
from services.benefits import deadlines
from services.benefits.assessment_cooperation import AssessmentCooperation
from services.benefits.assessment_events import AssessmentEvents
from services.benefits.counting import Reason, in_order
from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.lifecycle import Action, AssessmentState, require
from services.benefits.refusals.assessment import (
    OnlyByCertificate,
    OnlyInMonitoring,
    QuestionsUnanswered,
    ReasonsNotAsked,
)
from services.benefits.refusals.general import InTheFuture
from services.benefits.refusals.referral import HandedOverAlready, WhichReferral
from services.benefits.values import (
    BY_CERTIFICATE,
    BY_WORKER,
    Answer,
    AnswerValue,
    Benefit,
    CooperationAssessor,
    CooperationOutcome,
    Delivery,
    HandedOver,
    Initiative,
    Question,
    Referral,
    ReferralPurpose,
)


def assessment_id_for(case_id: UUID) -> UUID:
    return uuid5(case_id, "assessment")


class Assessment(AssessmentCooperation, Aggregate):
    """Begins with its case; the id follows from it."""

    TOPIC = "benefits.assessment"

    class AssessmentOpened(Created):
        TOPIC = "benefits.assessment.opened.1"
        case_id: UUID
        person_id: UUID
        benefit: Benefit
        assessor: CooperationAssessor = CooperationAssessor.SOCIAL_WORKER

    @staticmethod
    def create_id(case_id: UUID, **_: Any) -> UUID:
        return assessment_id_for(case_id)

    @event(AssessmentOpened)
    def __init__(
        self,
        case_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        assessor: CooperationAssessor = CooperationAssessor.SOCIAL_WORKER,
    ) -> None:
        self.case_id = case_id
        self.person_id = person_id
        self.benefit = benefit
        self.assessor = assessor
        self.state = AssessmentState.ASSESSMENT
        self.answers: dict[Question, Answer] = {}
        self.referrals: tuple[Referral, ...] = ()
        self.certificates: frozenset[UUID] = frozenset()
        self.has_unused: bool | None = None
        self.terms_on: date | None = None
        self.social_work_ended_on: date | None = None
        self.outcome: CooperationOutcome | None = None
        self.cooperation: dict[str, bool] = {}

    # --- the benefits worker --------------------------------------------------

    def answer(
        self,
        question: Question,
        value: AnswerValue,
        text: str,
        evidence: tuple[UUID, ...],
        reasons: Sequence[Reason] = (),
        *,
        by: str,
        on: date,
        monitored: bool = False,
    ) -> None:
        """Q1, Q2a, Q3 to Q6; Q8 where a benefit is `monitored`; Q2b and Q7 come otherwise.

        `reasons` are those of ups art. 7 that Q1 found. Raises ReasonsNotAsked.
        """
        require(Action.ANSWER_QUESTION, self.state)
        if question in BY_CERTIFICATE:
            kind = "4" if question is Question.UNUSED_RESOURCES else "5, 6"
            raise OnlyByCertificate(question.value, kind)
        if question is Question.WASTE and not monitored:
            raise OnlyInMonitoring
        if reasons and (question is not Question.REASON or value is AnswerValue.NO):
            raise ReasonsNotAsked
        answer = Answer(value, text, evidence, by, on, in_order(reasons))
        self._answered(question=question, answer=answer)

    @event(AssessmentEvents.QuestionAnswered)
    def _answered(self, question: Question, answer: Answer) -> None:
        self.answers[question] = answer

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the client is in a hard situation (ups art. 7); none before Q1 is answered."""
        answer = self.answers.get(Question.REASON)
        return answer.reasons if answer else ()

    def refer_to_social_worker(
        self,
        purposes: tuple[ReferralPurpose, ...],
        initiative: Initiative,
        *,
        on: date,
        contact_by: date | None = None,
        team: str = "",
        social_worker: str = "",
        instruction: str = "",
        by: str = "",
    ) -> Referral:
        """Numbered within the case; to be contacted within 7 days unless told otherwise."""
        require(Action.REFER_TO_SOCIAL_WORKER, self.state)
        deadlines.not_before("skierowanie", "the referral", on, contact_by or on)
        place = len(self.referrals) + 1
        referral = Referral(
            referral_id=uuid5(self.id, f"referral/{place}"),
            number=f"SK/{on.year}/{self.case_id.hex[:8].upper()}/{place}",
            purposes=purposes,
            initiative=initiative,
            on=on,
            contact_by=contact_by or deadlines.contact_by(on),
            team=team,
            social_worker=social_worker,
            instruction=instruction,
            by=by,
        )
        self._referred(referral=referral)
        return referral

    @event(AssessmentEvents.ClientReferred)
    def _referred(self, referral: Referral) -> None:
        self.referrals += (referral,)
        if self.state is AssessmentState.ASSESSMENT and self._certificates_missing():
            self.state = AssessmentState.AWAITING_SOCIAL_WORK

    def hand_over_referral(
        self, referral_id: UUID | None, how: Delivery, *, by: str, on: date, today: date
    ) -> Referral:
        """The client has it; where none is named, the one that waits. Once."""
        require(Action.HAND_OVER_REFERRAL, self.state)
        referral = self._referral_to_hand_over(referral_id)
        if referral.handed_over is not None:
            raise HandedOverAlready(referral.number, referral.handed_over.on)
        deadlines.not_before("skierowanie", "the referral", referral.on, on)
        if on > today:
            raise InTheFuture(on)
        self._referral_handed_over(
            referral_id=referral.referral_id, handed_over=HandedOver(on, how, by)
        )
        return referral

    @event(AssessmentEvents.ReferralHandedOver)
    def _referral_handed_over(self, referral_id: UUID, handed_over: HandedOver) -> None:
        self.referrals = tuple(
            replace(one, handed_over=handed_over) if one.referral_id == referral_id else one
            for one in self.referrals
        )

    def _referral_to_hand_over(self, referral_id: UUID | None) -> Referral:
        """Raises NotFound, WhichReferral where several wait and none is named."""
        found = [one for one in self.referrals if referral_id in (None, one.referral_id)]
        waiting = [one for one in found if one.handed_over is None]
        if len(waiting) > 1:
            raise WhichReferral(", ".join(one.number for one in waiting))
        if not found:
            raise NotFound("referral")
        return (waiting or found)[-1]

    # --- whole or not ---------------------------------------------------------

    def missing(self) -> list[Refusal]:
        """What still stands between the assessment and a grant (`domain.md` C3), in order."""
        found = self._certificates_missing()
        unanswered = tuple(question.value for question in BY_WORKER if question not in self.answers)
        if unanswered:
            found.append(QuestionsUnanswered(unanswered))
        return found

    @property
    def lacks(self) -> list[dict[str, str]]:
        """What is missing, as it is shown: code, and the sentence in both languages."""
        return [
            {"code": one.code, "pl": one.sentence("pl"), "en": one.sentence("en")}
            for one in self.missing()
        ]

    @property
    def is_complete(self) -> bool:
        return self.state is AssessmentState.EVIDENCE_COMPLETE

    def complete(self, *, on: date) -> None:
        """Raises what is missing first."""
        require(Action.COMPLETE_ASSESSMENT, self.state)
        for refusal in self.missing():
            raise refusal
        self._completed(on=on)

    @event(AssessmentEvents.AssessmentCompleted)
    def _completed(self, on: date) -> None:
        self.state = AssessmentState.EVIDENCE_COMPLETE

    def reopen(self, reason: str) -> None:
        """The draft was withdrawn, or the board sent the case back."""
        if self.is_complete:
            self._reopened(reason=reason)

    @event(AssessmentEvents.AssessmentReopened)
    def _reopened(self, reason: str) -> None:
        self.state = AssessmentState.ASSESSMENT

    def deadlines(self) -> tuple[Deadline, ...]:
        """Until when the client should have come to the social worker, and the certificate here."""
        if self.state is not AssessmentState.AWAITING_SOCIAL_WORK:
            return ()
        contact_by = self.referrals[-1].contact_by
        return (
            Deadline(DeadlineKind.REFERRAL_CONTACT, contact_by),
            Deadline(DeadlineKind.CERTIFICATE, deadlines.certificate_by(contact_by)),
        )
