"""A decision: drafted, signed, delivered, perhaps appealed, in the end final (KPA 104 to 140)."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits import deadlines
from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.lifecycle import Action, DecisionState, require
from services.benefits.refusals import (
    NotBeforeEarlier,
    NotExecutable,
    OtherInstance,
    SignedByItsAuthor,
    TermStillRuns,
)
from services.benefits.values import (
    GRANTING,
    AppealResult,
    Benefit,
    DecisionKind,
    Delivery,
    FinalityBasis,
    Terms,
)


def entitlement_id_for(decision_id: UUID) -> UUID:
    """What a granting decision entitles to."""
    return uuid5(decision_id, "entitlement")


class Decision(Aggregate):
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

    class DraftWithdrawn(Aggregate.Event):
        TOPIC = "benefits.decision.draft-withdrawn.1"
        reason: str

    class DecisionIssued(Aggregate.Event):
        TOPIC = "benefits.decision.issued.1"
        number: str
        by: str
        on: date

    class DecisionDelivered(Aggregate.Event):
        TOPIC = "benefits.decision.delivered.1"
        how: Delivery
        on: date
        appeal_until: date

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

    class AppealResolved(Aggregate.Event):
        TOPIC = "benefits.decision.appeal-resolved.1"
        result: AppealResult
        on: date

    class BecameFinal(Aggregate.Event):
        TOPIC = "benefits.decision.became-final.1"
        basis: FinalityBasis
        on: date

    class CarriedOut(Aggregate.Event):
        TOPIC = "benefits.decision.carried-out.1"
        on: date

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
    ) -> None:
        self.case_id = case_id
        self.person_id = person_id
        self.benefit = benefit
        self.kind = kind
        self.terms = terms
        self.entitlement_id = entitlement_id
        self.previous_decision_id = previous_decision_id
        self.drafted_by = by
        self.drafted_on = on
        self.state = DecisionState.DRAFTED
        self.number = ""
        self.issued_on: date | None = None
        self.delivered_on: date | None = None
        self.appeal_until: date | None = None
        self.appeal_id: UUID | None = None
        self.appealed_on: date | None = None
        self.forward_by: date | None = None
        self.final_on: date | None = None
        self.carried_out = False

    # --- signature and delivery -----------------------------------------------

    def withdraw(self, reason: str) -> None:
        require(Action.WITHDRAW_DRAFT, self.state)
        self._withdrawn(reason=reason)

    @event(DraftWithdrawn)
    def _withdrawn(self, reason: str) -> None:
        self.state = DecisionState.WITHDRAWN

    def issue(self, *, number: str | None, by: str, on: date) -> str:
        """The director signs what somebody else drafted."""
        require(Action.ISSUE_DECISION, self.state)
        if by == self.drafted_by:
            raise SignedByItsAuthor(by)
        given = number or f"SW/{on.year}/{self.id.hex[:8].upper()}"
        self._issued(number=given, by=by, on=on)
        return given

    @event(DecisionIssued)
    def _issued(self, number: str, by: str, on: date) -> None:
        self.number = number
        self.issued_on = on
        self.state = DecisionState.ISSUED

    def deliver(self, how: Delivery, *, on: date) -> None:
        """The term of appeal runs from here; what was granted in full is final at once."""
        require(Action.DELIVER_DECISION, self.state)
        self._not_before("wydanie decyzji", "the decision", self.issued_on, on)
        self._delivered(how=how, on=on, appeal_until=deadlines.appeal_until(on))
        if self.terms.in_full:
            self._became_final(basis=FinalityBasis.GRANTED_IN_FULL, on=on)

    @event(DecisionDelivered)
    def _delivered(self, how: Delivery, on: date, appeal_until: date) -> None:
        self.delivered_on = on
        self.appeal_until = appeal_until
        self.state = DecisionState.DELIVERED

    # --- appeal and finality --------------------------------------------------

    def waive_appeal(self, *, on: date) -> None:
        """The last party gave up its right, so the decision is final that day (KPA 127a)."""
        require(Action.WAIVE_APPEAL, self.state)
        self._not_before("doręczenie", "the delivery", self.delivered_on, on)
        self._appeal_waived(on=on)
        self._became_final(basis=FinalityBasis.WAIVER, on=on)

    @event(AppealWaived)
    def _appeal_waived(self, on: date) -> None:
        pass

    def file_appeal(self, *, on: date) -> UUID:
        """Through this office; whether it came in time, the board says (KPA 134)."""
        require(Action.FILE_APPEAL, self.state)
        self._not_before("doręczenie", "the delivery", self.delivered_on, on)
        appeal_id = uuid5(self.id, "appeal")
        self._appeal_filed(appeal_id=appeal_id, on=on, forward_by=deadlines.forward_by(on))
        return appeal_id

    @event(AppealFiled)
    def _appeal_filed(self, appeal_id: UUID, on: date, forward_by: date) -> None:
        self.appeal_id = appeal_id
        self.appealed_on = on
        self.forward_by = forward_by
        self.state = DecisionState.APPEALED

    def forward_appeal(self, *, on: date) -> None:
        require(Action.FORWARD_APPEAL, self.state)
        self._not_before("odwołanie", "the appeal", self.appealed_on, on)
        self._appeal_forwarded(on=on)

    @event(AppealForwarded)
    def _appeal_forwarded(self, on: date) -> None:
        self.state = DecisionState.AT_SKO

    def resolve_appeal(self, result: AppealResult, *, on: date) -> None:
        """The office itself may only give way (KPA 132); the board may do all but that."""
        require(Action.RESOLVE_APPEAL, self.state)
        by_office = self.state is DecisionState.APPEALED
        if by_office != (result is AppealResult.SELF_CORRECTED):
            raise OtherInstance(result.value)
        self._not_before("odwołanie", "the appeal", self.appealed_on, on)
        self._appeal_resolved(result=result, on=on)
        if result is AppealResult.UPHELD:
            self._became_final(basis=FinalityBasis.SKO, on=on)

    @event(AppealResolved)
    def _appeal_resolved(self, result: AppealResult, on: date) -> None:
        if result is not AppealResult.UPHELD:
            self.state = DecisionState.OVERTURNED

    def confirm_finality(self, *, on: date) -> None:
        """The term of appeal passed and nobody appealed: final since the day after it."""
        require(Action.CONFIRM_FINALITY, self.state)
        assert self.appeal_until is not None
        if on <= self.appeal_until:
            raise TermStillRuns(self.appeal_until)
        since = self.appeal_until + timedelta(days=1)
        self._became_final(basis=FinalityBasis.TERM, on=since)

    @event(BecameFinal)
    def _became_final(self, basis: FinalityBasis, on: date) -> None:
        self.final_on = on
        self.state = DecisionState.FINAL

    # --- effect ---------------------------------------------------------------

    @property
    def is_executable(self) -> bool:
        """Final, or delivered and immediately enforceable (KPA 16, 108, 130)."""
        delivered = {DecisionState.DELIVERED, DecisionState.APPEALED, DecisionState.AT_SKO}
        return self.state is DecisionState.FINAL or (
            self.terms.immediate and self.state in delivered
        )

    def carry_out(self, *, on: date) -> None:
        """Its content takes effect on the entitlement. Once."""
        require(Action.START_REALISATION, self.state)
        if not self.is_executable or self.carried_out:
            raise NotExecutable(self.number)
        self._carried_out(on=on)

    @event(CarriedOut)
    def _carried_out(self, on: date) -> None:
        self.carried_out = True

    @property
    def granted(self) -> UUID:
        """The entitlement that this decision leads to, if it grants."""
        return entitlement_id_for(self.id)

    @property
    def to_realise(self) -> bool:
        """A grant that waits to be carried out; changes are carried out by themselves."""
        return self.kind in GRANTING and self.is_executable and not self.carried_out

    def deadlines(self) -> tuple[Deadline, ...]:
        """Until when the appeal is to be sent on, and when the term of appeal ends."""
        if self.state is DecisionState.APPEALED and self.forward_by is not None:
            return (Deadline(DeadlineKind.FORWARD_APPEAL, self.forward_by),)
        if self.state is DecisionState.DELIVERED and self.appeal_until is not None:
            return (Deadline(DeadlineKind.APPEAL_TERM, self.appeal_until),)
        return ()

    @staticmethod
    def _not_before(what_pl: str, what_en: str, earliest: date | None, on: date) -> None:
        if earliest is not None and on < earliest:
            raise NotBeforeEarlier(what_pl, what_en, earliest)
