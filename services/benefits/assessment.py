"""The assessment of a case: the 7+1 questions, the referral, and what certificates answer.

What the social worker knows comes in as certificates only (`domain.md` A4 SEP-3); the benefits
worker answers the rest. Who judges cooperation is set for the unit (`practice`), and holds for a
case from its opening on.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.refusal import Refusal
from services.benefits import deadlines
from services.benefits.assessment_events import AssessmentEvents
from services.benefits.counting import Reason, in_order
from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.lifecycle import Action, AssessmentState, require
from services.benefits.refusals.assessment import (
    CertificateMissing,
    CooperationNotAgreed,
    OnlyByCertificate,
    OnlyInMonitoring,
    OtherAssessor,
    QuestionsUnanswered,
    ReasonsNotAsked,
)
from services.benefits.values import (
    BY_CERTIFICATE,
    BY_WORKER,
    Answer,
    AnswerValue,
    Benefit,
    CooperationAssessor,
    CooperationOutcome,
    Initiative,
    Question,
    Referral,
    ReferralPurpose,
)

CERTIFICATE = "certificate"
"""The author of an answer that a certificate gave."""


def assessment_id_for(case_id: UUID) -> UUID:
    return uuid5(case_id, "assessment")


class Assessment(AssessmentEvents, Aggregate):
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

    def refer_to_social_worker(
        self,
        purposes: tuple[ReferralPurpose, ...],
        initiative: Initiative,
        *,
        on: date,
        contact_by: date | None = None,
    ) -> Referral:
        """Numbered within the case; to be contacted within 7 days unless told otherwise."""
        require(Action.REFER_TO_SOCIAL_WORKER, self.state)
        place = len(self.referrals) + 1
        referral = Referral(
            referral_id=uuid5(self.id, f"referral/{place}"),
            number=f"SK/{on.year}/{self.case_id.hex[:8].upper()}/{place}",
            purposes=purposes,
            initiative=initiative,
            on=on,
            contact_by=contact_by or deadlines.contact_by(on),
        )
        self._referred(referral=referral)
        return referral

    @event(AssessmentEvents.ClientReferred)
    def _referred(self, referral: Referral) -> None:
        self.referrals += (referral,)
        if self.state is AssessmentState.ASSESSMENT and self._certificates_missing():
            self.state = AssessmentState.AWAITING_SOCIAL_WORK

    # --- cooperation, where the benefits worker judges it ([003]) -------------

    def agree_cooperation(
        self, outcome: CooperationOutcome, scope: str, *, by: str, on: date
    ) -> None:
        """How the client can solve the situation, and what was agreed that he does for it."""
        self._require_own_judgement(Action.AGREE_COOPERATION)
        self._agreed(outcome=outcome, scope=scope, by=by, on=on)

    @event(AssessmentEvents.CooperationAgreed)
    def _agreed(self, outcome: CooperationOutcome, scope: str, by: str, on: date) -> None:
        self.outcome, self.terms_on = outcome, on
        self.answers[Question.COOPERATION] = Answer(AnswerValue.YES, scope, (), by, on)
        self._go_on()

    def assess_cooperation(
        self, month: str, cooperates: bool, text: str, *, by: str, on: date
    ) -> None:
        """Whether the client kept to what was agreed in a month."""
        self._require_own_judgement(Action.ASSESS_COOPERATION)
        if self.terms_on is None:
            raise CooperationNotAgreed(str(self.person_id))
        self._assessed(month=month, cooperates=cooperates, text=text, by=by, on=on)

    @event(AssessmentEvents.CooperationAssessed)
    def _assessed(self, month: str, cooperates: bool, text: str, by: str, on: date) -> None:
        self.cooperation[month] = cooperates
        value = AnswerValue.YES if cooperates else AnswerValue.NO
        self.answers[Question.COOPERATION] = Answer(value, text, (), by, on)

    def _require_own_judgement(self, action: Action) -> None:
        require(action, self.state)
        if self.assessor is not CooperationAssessor.BENEFITS_WORKER:
            raise OtherAssessor

    # --- the social worker's certificates -------------------------------------

    def note_unused_resources(self, certificate_id: UUID, has_unused: bool, on: date) -> None:
        """Certificate 4; each certificate is noted once, in whatever state."""
        if certificate_id not in self.certificates:
            self._unused_noted(certificate_id=certificate_id, has_unused=has_unused, on=on)

    @event(AssessmentEvents.UnusedResourcesNoted)
    def _unused_noted(self, certificate_id: UUID, has_unused: bool, on: date) -> None:
        self.has_unused = has_unused
        self._answer_by(Question.UNUSED_RESOURCES, has_unused, certificate_id, on)

    def note_cooperation_terms(self, certificate_id: UUID, on: date) -> None:
        """Certificate 5: terms were set, so the client took part in the diagnosis."""
        if certificate_id not in self.certificates:
            self._terms_noted(certificate_id=certificate_id, on=on)

    @event(AssessmentEvents.CooperationTermsNoted)
    def _terms_noted(self, certificate_id: UUID, on: date) -> None:
        self.terms_on, self.social_work_ended_on = on, None
        self._answer_by(Question.COOPERATION, True, certificate_id, on)

    def note_social_work_end(self, on: date) -> None:
        """No further certificate comes; what was certified stays. Later terms begin it anew."""
        newer = self.terms_on is not None and self.terms_on > on
        if not newer and self.social_work_ended_on != on:
            self._social_work_end_noted(on=on)

    @event(AssessmentEvents.SocialWorkEndNoted)
    def _social_work_end_noted(self, on: date) -> None:
        self.social_work_ended_on = on

    @property
    def terms_in_force(self) -> date | None:
        """Since when the client keeps to terms of cooperation; None after social work ended.

        Where the benefits worker judges it, what was agreed holds without social work.
        """
        own = self.assessor is CooperationAssessor.BENEFITS_WORKER
        return self.terms_on if own or self.social_work_ended_on is None else None

    def note_cooperation(
        self, certificate_id: UUID, month: str, cooperates: bool, on: date
    ) -> None:
        """Certificate 6 of a month; what follows from a negative one, a review decides."""
        if certificate_id not in self.certificates:
            self._cooperation_noted(
                certificate_id=certificate_id, month=month, cooperates=cooperates, on=on
            )

    @event(AssessmentEvents.CooperationNoted)
    def _cooperation_noted(
        self, certificate_id: UUID, month: str, cooperates: bool, on: date
    ) -> None:
        self.cooperation[month] = cooperates
        self._answer_by(Question.COOPERATION, cooperates, certificate_id, on)

    def _answer_by(self, question: Question, yes: bool, certificate_id: UUID, on: date) -> None:
        value = AnswerValue.YES if yes else AnswerValue.NO
        self.certificates |= {certificate_id}
        self.answers[question] = Answer(value, "", (certificate_id,), CERTIFICATE, on)
        self._go_on()

    def _go_on(self) -> None:
        if self.state is AssessmentState.AWAITING_SOCIAL_WORK and not self._certificates_missing():
            self.state = AssessmentState.ASSESSMENT

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the client is in a hard situation (ups art. 7); none before Q1 is answered."""
        answer = self.answers.get(Question.REASON)
        return answer.reasons if answer else ()

    # --- whole or not ---------------------------------------------------------

    def missing(self) -> list[Refusal]:
        """What still stands between the assessment and a grant (`domain.md` C3), in order."""
        found = self._certificates_missing()
        unanswered = tuple(question.value for question in BY_WORKER if question not in self.answers)
        if unanswered:
            found.append(QuestionsUnanswered(unanswered))
        return found

    def _certificates_missing(self) -> list[Refusal]:
        if self.has_unused is None:
            return [CertificateMissing(4, str(self.person_id))]
        if self.has_unused and self.terms_on is None:
            return [self._cooperation_missing()]
        return []

    def _cooperation_missing(self) -> Refusal:
        if self.assessor is CooperationAssessor.BENEFITS_WORKER:
            return CooperationNotAgreed(str(self.person_id))
        return CertificateMissing(5, str(self.person_id))

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
