"""The environmental interviews of a case, and the refusal of one (ups art. 107)."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from chassis.aggregate import event
from services.benefits import deadlines
from services.benefits.case_beginning import CaseBeginning
from services.benefits.case_events import CaseEvents
from services.benefits.interviews import (
    OF_THE_CLIENT,
    HeadConsent,
    Interview,
    InterviewPart,
    check_interview,
    check_joint,
    needs_consent,
)
from services.benefits.lifecycle import Action
from services.benefits.refusals.assessment import HeadConsentMissing
from services.benefits.values import PERMANENT_FORMS, Place


class CaseInterviews(CaseBeginning):
    """The second stage of a `Case`."""

    urgent: bool
    joint_visit: bool
    interview_due: date
    interviews: tuple[Interview, ...]
    interview_refused_on: date | None
    scheduled: date | None
    elsewhere: HeadConsent | None
    _next_interview: Callable[[], UUID]

    def schedule_interview(
        self, part: InterviewPart, on: date, *, joint: bool, separate_because: str = ""
    ) -> UUID:
        self.require(Action.SCHEDULE_INTERVIEW)
        self._not_before_filing(on)
        self._consent_for(Place.HOME, on)
        check_joint(joint, separate_because, joint_wanted=self.joint_visit)
        interview_id = self._next_interview()
        self._interview_scheduled(
            interview_id=interview_id,
            part=part,
            on=on,
            joint=joint,
            separate_because=separate_because,
        )
        return interview_id

    @event(CaseEvents.InterviewScheduled)
    def _interview_scheduled(
        self, interview_id: UUID, part: InterviewPart, on: date, joint: bool, separate_because: str
    ) -> None:
        self.scheduled = on

    def record_interview(self, held: Interview, *, earlier: bool, today: date) -> UUID:
        """It was held, by the benefits worker alone or together with the social worker.

        Id, term and urgency are the case's own; `earlier` as in `check_interview`.
        """
        self.require(Action.RECORD_INTERVIEW)
        self._on_a_day_of_the_case(held.on, today)
        consent = self._consent_for(held.place, held.on)
        check_interview(held, joint_wanted=self.joint_visit, earlier=earlier or self.is_interviewed)
        interview_id = self._next_interview()
        self._interviewed(
            interview=replace(
                held, interview_id=interview_id, due=self.next_interview_due(),
                urgent=self.urgent, consent=consent,
            )
        )  # fmt: skip
        return interview_id

    @event(CaseEvents.InterviewConducted)
    def _interviewed(self, interview: Interview) -> None:
        self.interviews += (interview,)
        self.interview_refused_on = None
        self.scheduled = None
        if interview.consent is not None:
            self.elsewhere = None

    def allow_interview_elsewhere(self, reason: str, *, by: str, on: date) -> None:
        """The head agrees to another place or time, for one interview (`domain.md` C10)."""
        self.require(Action.ALLOW_INTERVIEW_ELSEWHERE)
        self._elsewhere_allowed(consent=HeadConsent(reason, by, on))

    @event(CaseEvents.InterviewElsewhereAllowed)
    def _elsewhere_allowed(self, consent: HeadConsent) -> None:
        self.elsewhere = consent

    def _consent_for(self, place: Place, on: date) -> HeadConsent | None:
        """Raises HeadConsentMissing where the interview needs one that nobody gave."""
        if not needs_consent(place, on):
            return None
        if self.elsewhere is None:
            raise HeadConsentMissing
        return self.elsewhere

    def record_interview_refusal(self, reason: str, *, on: date, today: date) -> None:
        """The party let no interview take place: a ground to refuse or to stop (ups 107 (4a))."""
        self.require(Action.RECORD_INTERVIEW_REFUSAL)
        self._on_a_day_of_the_case(on, today)
        self._interview_refused(on=on, reason=reason)

    @event(CaseEvents.InterviewRefused)
    def _interview_refused(self, on: date, reason: str) -> None:
        self.interview_refused_on = on
        self.scheduled = None

    @property
    def is_interviewed(self) -> bool:
        """About the client's own situation; parts II and III are about others and about losses."""
        return any(interview.part in OF_THE_CLIENT for interview in self.interviews)

    def next_interview_due(self) -> date:
        """The first by the application; permanent forms of help call for one each six months."""
        held = [interview.on for interview in self.interviews if interview.part in OF_THE_CLIENT]
        if not held or self.benefit not in PERMANENT_FORMS:
            return self.interview_due
        return deadlines.interview_update_due(max(held))
