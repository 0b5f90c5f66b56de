"""Unused resources and cooperation: what certificates answer, or the worker's own judgement.

Certificates come from the social worker; where the practice of the unit says so, the benefits
worker agrees on cooperation and judges it himself ([003]).
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from chassis.aggregate import event
from chassis.refusal import Refusal
from services.benefits.assessment_events import AssessmentEvents
from services.benefits.lifecycle import Action, AssessmentState, require
from services.benefits.refusals.assessment import (
    CertificateMissing,
    CooperationNotAgreed,
    OtherAssessor,
)
from services.benefits.values import (
    Answer,
    AnswerValue,
    CooperationAssessor,
    CooperationOutcome,
    Question,
)

CERTIFICATE = "certificate"
"""The author of an answer that a certificate gave."""


class AssessmentCooperation(AssessmentEvents):
    """The questions of an `Assessment` that certificates answer (Q2b and Q7)."""

    person_id: UUID
    assessor: CooperationAssessor
    state: AssessmentState
    answers: dict[Question, Answer]
    certificates: frozenset[UUID]
    has_unused: bool | None
    terms_on: date | None
    social_work_ended_on: date | None
    outcome: CooperationOutcome | None
    cooperation: dict[str, bool]

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
