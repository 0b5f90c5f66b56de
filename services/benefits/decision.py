"""A decision: drafted, signed, delivered, perhaps appealed, in the end final (KPA 104 to 152)."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.decision_delivery import DecisionDelivery
from services.benefits.decision_events import DecisionEvents
from services.benefits.decision_late_appeal import DecisionLateAppeal
from services.benefits.kinds import matter_of
from services.benefits.late_appeal import LateAppeal
from services.benefits.letter import Letter
from services.benefits.lifecycle import Action, DecisionState, require
from services.benefits.refusals.decision import AlreadyCarriedOut, NotExecutable
from services.benefits.reopening import Reopening
from services.benefits.values import (
    ON_REVIEW,
    REALISED,
    SENT_BACK,
    AppealResult,
    Benefit,
    DecisionKind,
    FinalityBasis,
    Terms,
)


def entitlement_id_for(decision_id: UUID) -> UUID:
    """What a granting decision entitles to."""
    return uuid5(decision_id, "entitlement")


class Decision(DecisionDelivery, DecisionLateAppeal, Aggregate):
    """The id is given by the case that it decides."""

    TOPIC = "benefits.decision"

    class Drafted(Created):
        TOPIC = "benefits.decision.drafted.1"
        case_id: UUID
        person_id: UUID
        benefit: Benefit
        kind: DecisionKind
        terms: Terms
        entitlement_id: UUID | None
        previous_decision_id: UUID | None
        by: str
        on: date
        letter: Letter | None = None
        examines: UUID | None = None
        """The reopened decision that it keeps in force or takes the place of (KPA 151 § 1)."""

    @event(Drafted)
    def __init__(
        self,
        id: UUID,  # read by the library
        case_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        kind: DecisionKind,
        terms: Terms,
        entitlement_id: UUID | None,
        previous_decision_id: UUID | None,
        by: str,
        on: date,
        letter: Letter | None = None,
        examines: UUID | None = None,
    ) -> None:
        self.case_id = case_id
        self.person_id = person_id
        self.benefit = benefit
        self.kind = kind
        self.terms = terms
        self.entitlement_id = entitlement_id
        self.previous_decision_id = previous_decision_id
        self.letter = letter
        self.examines = examines
        self.drafted_by = by
        self.drafted_on = on
        self.authors: tuple[str, ...] = (by,)
        self.draft = 1
        self.remarks = ""
        self.state = DecisionState.DRAFTED
        self.number = ""
        self.signed_by = ""
        self.issued_on: date | None = None
        self.delivered_on: date | None = None
        self.enforceable = terms.immediate
        self.appeal_until: date | None = None
        self.appeal_id: UUID | None = None
        self.appealed_on: date | None = None
        self.forward_by: date | None = None
        self.ruling_by: date | None = None
        self.appeal_result: AppealResult | None = None
        self.final_on: date | None = None
        self.final_basis: FinalityBasis | None = None
        self.reopening: Reopening | None = None
        self.settled_by: UUID | None = None
        self.late_appeal: LateAppeal | None = None
        self.late_appeals = 0
        self.carried_out = False

    # --- the draft --------------------------------------------------------------

    def revise(self, terms: Terms, letter: Letter | None, *, by: str, on: date) -> None:
        """Written anew, as its author or the remarks of the signer want it."""
        require(Action.REVISE_DRAFT, self.state)
        self._revised(terms=terms, letter=letter, by=by, on=on)

    @event(DecisionEvents.DraftRevised)
    def _revised(self, terms: Terms, letter: Letter | None, by: str, on: date) -> None:
        self.terms, self.letter, self.enforceable = terms, letter, terms.immediate
        self.authors = tuple(dict.fromkeys((*self.authors, by)))
        self.draft += 1
        self.remarks = ""
        self.state = DecisionState.DRAFTED

    def send_back(self, remarks: str, *, by: str, on: date) -> None:
        """Whoever was to sign wants it written otherwise."""
        require(Action.RETURN_DRAFT, self.state)
        self._sent_back(remarks=remarks, by=by, on=on)

    @event(DecisionEvents.DraftReturned)
    def _sent_back(self, remarks: str, by: str, on: date) -> None:
        self.remarks = remarks
        self.state = DecisionState.RETURNED

    def withdraw(self, reason: str) -> None:
        require(Action.WITHDRAW_DRAFT, self.state)
        self._withdrawn(reason=reason)

    @event(DecisionEvents.DraftWithdrawn)
    def _withdrawn(self, reason: str) -> None:
        self.state = DecisionState.WITHDRAWN

    # --- effect ---------------------------------------------------------------

    @property
    def is_executable(self) -> bool:
        """Final, or delivered and immediately enforceable (KPA 16, 108, 130)."""
        delivered = {DecisionState.DELIVERED, DecisionState.APPEALED, DecisionState.AT_SKO}
        in_force = {DecisionState.FINAL, DecisionState.REOPENED}
        return self.state in in_force or (self.enforceable and self.state in delivered)

    def carry_out(self, *, on: date) -> None:
        """Its content takes effect on the entitlement. Once."""
        require(Action.START_REALISATION, self.state)
        if self.carried_out:
            raise AlreadyCarriedOut(self.number)
        if not self.is_executable:
            raise NotExecutable(self.number)
        self._carried_out(on=on)

    @event(DecisionEvents.CarriedOut)
    def _carried_out(self, on: date) -> None:
        self.carried_out = True

    @property
    def granted(self) -> UUID:
        """The entitlement that this decision leads to, if it grants."""
        return entitlement_id_for(self.id)

    @property
    def decides_review(self) -> bool:
        """It is the decision of a review of its benefit, and answers no reopening."""
        about_benefit = self.entitlement_id is not None and self.examines is None
        return about_benefit and self.kind in ON_REVIEW

    @property
    def matter(self) -> str | None:
        """What of the application it decides; None where it is about a benefit that was granted."""
        about_benefit = self.decides_review or self.kind is DecisionKind.UNDUE
        return None if about_benefit else matter_of(self.kind)

    @property
    def sent_back(self) -> bool:
        """It is no more, and this office decides once again."""
        return self.state is DecisionState.OVERTURNED and self.appeal_result in SENT_BACK

    @property
    def review_decided(self) -> bool:
        """Signed, and waiting until it may take effect: the office has done its part."""
        waits = {
            DecisionState.ISSUED,
            DecisionState.DELIVERED,
            DecisionState.APPEALED,
            DecisionState.AT_SKO,
        }
        return self.decides_review and self.state in waits and not self.carried_out

    @property
    def pending(self) -> bool:
        """It may still take effect, or is on the way to it."""
        over = {DecisionState.WITHDRAWN, DecisionState.OVERTURNED}
        return self.state not in over and not self.carried_out

    @property
    def to_realise(self) -> bool:
        """A grant that waits to be carried out; changes are carried out by themselves."""
        new = self.kind in REALISED and self.entitlement_id is None
        return new and self.is_executable and not self.carried_out

    def deadlines(self) -> tuple[Deadline, ...]:
        """Until when an appeal is to be sent on or ruled on, and when the term of appeal ends."""
        if late := self.late_deadlines():
            return late
        due = {
            DecisionState.APPEALED: (DeadlineKind.FORWARD_APPEAL, self.forward_by),
            DecisionState.AT_SKO: (DeadlineKind.SKO_RULING, self.ruling_by),
            DecisionState.DELIVERED: (DeadlineKind.APPEAL_TERM, self.appeal_until),
        }
        kind, day = due.get(self.state, (DeadlineKind.APPEAL_TERM, None))
        return (Deadline(kind, day),) if day is not None else ()
