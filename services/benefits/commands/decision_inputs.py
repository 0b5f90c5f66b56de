"""What the commands about decisions take."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Code, Hours, Month, Number
from pydantic import Field

from chassis.inputs import Input
from services.benefits.commands.inputs import Line, NotNegative, Text
from services.benefits.grounds import Ground
from services.benefits.reopening import ReopeningGround
from services.benefits.values import (
    AppealResult,
    CooperationAssessor,
    Days,
    DecisionKind,
    Delivery,
    FeeShare,
    ReviewTrigger,
    ServiceScope,
    Terms,
)

Reason = Annotated[Text, Field(min_length=3)]


class Service(Input):
    """Scope of a service, and what the client pays for an hour."""

    hours_per_day: Annotated[Hours, Field(gt=0)] = Field(examples=["2"])
    days: Days = Days.WORKING
    fee_per_hour: NotNegative = Field(examples=["3.50"])


class Share(Input):
    """Who pays how much a month for a stay in a home."""

    payer: Annotated[Line, Field(min_length=2)] = Field(examples=["Mieszkaniec"])
    amount: NotNegative = Field(examples=["1680.00"])


class Content(Input):
    """What a decision will say. A grant in money names an amount, one of a service its scope."""

    valid_from: date | None = Field(default=None, examples=["2026-02-01"])
    valid_to: date | None = Field(default=None, examples=["2026-05-31"])
    amount: NotNegative | None = Field(default=None, examples=["200.00"])
    service: Service | None = None
    immediate: bool = Field(default=False, description="immediately enforceable (KPA 108)")
    immediate_reason: Text = ""
    in_full: bool = Field(
        default=False, description="granted as demanded, reasons waived (KPA 107 § 4, 127 § 1a)"
    )
    ground: Ground | None = Field(
        default=None, description="what a refusal, limitation, suspension, revocation rests on"
    )
    need: Line = Field(default="", description="what a targeted benefit or help in kind is for")
    home: Line = Field(default="", description="the residential home of a referral or placement")
    fees: tuple[Share, ...] = Field(default=(), max_length=20)
    months: tuple[Month, ...] = Field(default=(), max_length=120)
    reasons: Text = Field(default="", description="added to the reasons made from the case")

    def terms(self) -> Terms:
        service = None
        if (granted := self.service) is not None:
            service = ServiceScope(granted.hours_per_day, granted.days, granted.fee_per_hour)
        return Terms(
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            amount=self.amount,
            service=service,
            immediate=self.immediate,
            immediate_reason=self.immediate_reason,
            in_full=self.in_full,
            ground=self.ground,
            need=self.need,
            home=self.home,
            fees=tuple(FeeShare(share.payer, share.amount) for share in self.fees),
            months=self.months,
        )


class Draft(Content):
    """A draft of a decision of that kind, for an authorised person to sign."""

    kind: DecisionKind = Field(examples=["GRANT"])
    previous_decision_id: UUID | None = Field(
        default=None, description="what it follows, where the office does not know by itself"
    )


class Remarks(Input):
    """What the signer wants written otherwise."""

    remarks: Reason = Field(examples=["Popraw okres i uzasadnij wysokość"])


class Withdrawal(Input):
    reason: Reason = Field(examples=["Błędny okres"])


class DeliveryNote(Input):
    """How it was delivered; DEEMED names the days of both notices (KPA 44)."""

    how: Delivery = Delivery.IN_PERSON
    on: date | None = Field(default=None, description="today unless told otherwise")
    first_notice_on: date | None = None
    second_notice_on: date | None = None


class Enforceability(Input):
    """Why it cannot wait for finality (KPA 108 § 2)."""

    reason: Reason = Field(examples=["Ochrona zdrowia: brak opału w czasie mrozów"])


class Ruling(Content):
    """What the board ruled itself, where it reversed the decision (KPA 138 § 1 pkt 2)."""

    kind: DecisionKind = Field(examples=["GRANT"])
    number: Number = Field(examples=["SKO.4115.77.2026"])


class Resolution(Input):
    """SELF_CORRECTED is the office's own answer (KPA 132), the others are the board's."""

    result: AppealResult = Field(examples=["UPHELD"])
    on: date | None = Field(default=None, description="today unless told otherwise")
    ruling: Ruling | None = None


class ReopeningWanted(Input):
    """A defect of a final decision (KPA 145); one month from learning of it (KPA 148)."""

    ground: ReopeningGround = Field(examples=["NEW_FACTS"])
    what: Reason = Field(examples=["Umowa o pracę z grudnia 2025 r., nieznana organowi"])
    on_request: bool = Field(default=False, description="at the party's request, else ex officio")
    learned_on: date
    requested_on: date | None = None


class ReturnToCase(Input):
    """Back to a closed case or an ended benefit for what became known since (ups 106 ust. 5)."""

    entitlement_id: UUID
    trigger: ReviewTrigger = Field(examples=["INCOME_CHANGE"])
    reason: Code = Field(default="MONITORING", examples=["MONITORING"])


class AssessorChoice(Input):
    """Who judges cooperation in the cases that open from now on (`domain.md` A4)."""

    assessor: CooperationAssessor = Field(examples=["SOCIAL_WORKER"])


class SignerChoice(Input):
    """Somebody who may sign decisions for the director (ups art. 110 ust. 8)."""

    worker_id: Code = Field(examples=["barbara-lipowa"])
    valid_from: date = Field(examples=["2026-02-01"])
    valid_to: date | None = None
