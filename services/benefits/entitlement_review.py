"""The review of a benefit: something may change it, a worker takes it up, and a decision closes it.

Payments go on meanwhile (ups art. 106(5)).
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from chassis.aggregate import event
from chassis.calendar import next_working_day
from services.benefits.entitlement_events import EntitlementEvents, Review
from services.benefits.lifecycle import Action, EntitlementState, require
from services.benefits.values import ReviewResult, ReviewTrigger


class EntitlementReview(EntitlementEvents):
    """The reviews of an `Entitlement`, one at a time."""

    id: UUID
    state: EntitlementState
    review: Review | None
    reviews: int
    suspended_from: date | None
    ended_on: date | None

    def open_review(
        self,
        trigger: ReviewTrigger,
        ground: UUID | None,
        *,
        on: date,
        decide_by: date | None = None,
    ) -> UUID:
        """Something may change the entitlement (ups art. 106(5)); a worker takes it up next."""
        require(Action.OPEN_REVIEW, self.state)
        review_id = uuid5(self.id, f"review/{self.reviews + 1}")
        take_up_by = next_working_day(on)
        review = Review(review_id, trigger, ground, on, take_up_by, decide_by=decide_by)
        self._review_opened(review=review)
        return review_id

    @event(EntitlementEvents.ReviewOpened)
    def _review_opened(self, review: Review) -> None:
        self.review = review
        self.reviews += 1
        self.state = EntitlementState.IN_REVIEW

    @property
    def may_be_reviewed(self) -> bool:
        """False while a review is open, and when all is over."""
        return self.state in {EntitlementState.ACTIVE, EntitlementState.SUSPENDED}

    def take_up_review(self, *, by: str, on: date) -> None:
        """The worker begins, and the party is told (KPA 61 § 4)."""
        require(Action.TAKE_UP_REVIEW, self.state)
        self._review_taken_up(by=by, on=on)

    @event(EntitlementEvents.ReviewTakenUp)
    def _review_taken_up(self, by: str, on: date) -> None:
        if self.review is not None:
            self.review = replace(self.review, taken_up_by=by)

    def send_review_back(self, *, on: date, decide_by: date) -> None:
        """Its decision was overturned before it had any effect; the term begins anew."""
        if self.review is not None:
            self._review_sent_back(on=on, decide_by=decide_by)

    @event(EntitlementEvents.ReviewSentBack)
    def _review_sent_back(self, on: date, decide_by: date) -> None:
        if self.review is not None:
            self.review = replace(self.review, decide_by=decide_by)

    def confirm(self, decision_id: UUID, *, on: date) -> None:
        """The review changed nothing; a decision says so."""
        self._close_review(ReviewResult.CONFIRMED, decision_id, on)

    def require_review(self) -> None:
        """A decision that changes the benefit is drafted in a review only."""
        require(Action.DRAFT_REVIEW_DECISION, self.state)

    def _close_review(self, result: ReviewResult, decision_id: UUID | None, on: date) -> None:
        if self.review is not None:
            self._review_closed(
                review_id=self.review.review_id, result=result, decision_id=decision_id, on=on
            )

    @event(EntitlementEvents.ReviewClosed)
    def _review_closed(
        self, review_id: UUID, result: ReviewResult, decision_id: UUID | None, on: date
    ) -> None:
        self.review = None
        if self.state is EntitlementState.IN_REVIEW:
            self.state = self._as_it_stands

    @property
    def _as_it_stands(self) -> EntitlementState:
        """By its review, its end and its suspension."""
        if self.review is not None:
            return EntitlementState.IN_REVIEW
        if self.ended_on is not None:
            return EntitlementState.ENDED
        held = self.suspended_from is not None
        return EntitlementState.SUSPENDED if held else EntitlementState.ACTIVE
