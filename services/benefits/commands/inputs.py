"""What the commands of benefits take: checked once, for pages and programs alike."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Code, Hours, Minutes, Money, Month, Number, Unit
from pydantic import Field

from chassis.inputs import Input
from services.benefits.values import (
    AnswerValue,
    AppealResult,
    Days,
    DecisionKind,
    Delivery,
    EvidenceKind,
    Initiative,
    InterviewPart,
    PaymentMethod,
    Place,
    Question,
    ReferralPurpose,
    ReviewTrigger,
    ServiceScope,
    Terms,
)

Text = Annotated[str, Field(max_length=4000)]
NotNegative = Annotated[Money, Field(ge=0)]


class Assignment(Input):
    worker_id: Code = Field(examples=["ewa-jarzebina"])


class InterviewPlan(Input):
    """A day for the environmental interview; `joint` means together with the social worker."""

    part: InterviewPart = InterviewPart.I
    on: date = Field(examples=["2026-02-04"])
    joint: bool = False


class InterviewHeld(Input):
    """An environmental interview that took place."""

    part: InterviewPart = InterviewPart.I
    on: date = Field(examples=["2026-02-04"])
    joint: bool = False
    minutes: Minutes = Field(examples=[180])
    place: Place = Place.HOME


class Component(Input):
    """A source of income; `counted` is false for what ups art. 8(4) leaves out."""

    kind: Code = Field(examples=["CASUAL_WORK"])
    amount: NotNegative = Field(examples=["610.00"])
    counted: bool = True


class IncomeFound(Input):
    """Income of the month that counts, of everybody in the household."""

    month: Month = Field(examples=["2026-01"])
    household_size: int = Field(default=1, ge=1, le=40)
    components: tuple[Component, ...] = Field(max_length=40)


class AnswerGiven(Input):
    """An answer to one of the questions; Q2b and Q7 are answered by certificates only."""

    question: Question = Field(examples=["Q1"])
    value: AnswerValue = Field(examples=["YES"])
    text: Text = Field(default="", examples=["Bezrobocie, powód 4 (ups art. 7)."])
    evidence: tuple[UUID, ...] = Field(default=(), max_length=40)


class EvidenceWanted(Input):
    """Another institution is asked about the client."""

    source: Unit = Field(examples=["pup"])
    kind: EvidenceKind = Field(examples=["LABOUR_STATUS"])
    answer_by: date | None = None


class EvidenceGiven(Input):
    """Evidence that came: an answer to a request, or by itself."""

    source: Unit = Field(examples=["pup"])
    kind: EvidenceKind = Field(examples=["INCOME"])
    content: Text = Field(examples=["Zaświadczenie o dochodzie za styczeń"])
    on: date
    request_id: UUID | None = None


class ReferralGiven(Input):
    """The referral that the client takes to a social worker; contact within 7 days by default."""

    purposes: tuple[ReferralPurpose, ...] = Field(
        default=tuple(ReferralPurpose), min_length=1, max_length=2
    )
    initiative: Initiative = Field(
        default=Initiative.OWN_WITH_CLIENTS_KNOWLEDGE,
        description="at whose wish social work is asked (SEP-5)",
    )
    contact_by: date | None = None


class EntitlementProposal(Input):
    """The amount that the worker proposes, within what the formula allows."""

    proposed: NotNegative = Field(examples=["200.00"])
    own_income: NotNegative | None = Field(
        default=None, description="of the person alone; for a permanent benefit in a family"
    )


class FeeWanted(Input):
    hours_per_day: Hours | None = Field(default=None, examples=["2"])


class Service(Input):
    """Scope of a service, and what the client pays for an hour."""

    hours_per_day: Annotated[Hours, Field(gt=0)] = Field(examples=["2"])
    days: Days = Days.WORKING
    fee_per_hour: NotNegative = Field(examples=["3.50"])


class Draft(Input):
    """What a decision will say. A grant in money names an amount, one of a service its scope."""

    kind: DecisionKind = Field(examples=["GRANT"])
    valid_from: date | None = Field(default=None, examples=["2026-02-01"])
    valid_to: date | None = Field(default=None, examples=["2026-05-31"])
    amount: NotNegative | None = Field(default=None, examples=["200.00"])
    service: Service | None = None
    immediate: bool = Field(default=False, description="immediately enforceable (KPA 108)")
    immediate_reason: Text = ""
    in_full: bool = Field(
        default=False, description="granted as demanded, reasons waived (KPA 107 § 4, 127 § 1a)"
    )
    reasons: Text = Field(default="", description="stay in the file")

    def terms(self) -> Terms:
        service = None
        if self.service is not None:
            granted = self.service
            service = ServiceScope(granted.hours_per_day, granted.days, granted.fee_per_hour)
        return Terms(
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            amount=self.amount,
            service=service,
            immediate=self.immediate,
            immediate_reason=self.immediate_reason,
            in_full=self.in_full,
        )


class Withdrawal(Input):
    reason: Annotated[Text, Field(min_length=3)] = Field(examples=["Błędny okres"])


class Issue(Input):
    """The number may come from the register of letters; without it one is made."""

    number: Number | None = Field(default=None, examples=["SW/2026/0001"])


class DeliveryNote(Input):
    how: Delivery = Delivery.IN_PERSON
    on: date | None = Field(default=None, description="today unless told otherwise")


class OnDay(Input):
    on: date | None = Field(default=None, description="today unless told otherwise")


class Resolution(Input):
    """SELF_CORRECTED is the office's own answer (KPA 132), the others are the board's."""

    result: AppealResult = Field(examples=["UPHELD"])
    on: date | None = Field(default=None, description="today unless told otherwise")


class Realisation(Input):
    method: PaymentMethod = PaymentMethod.TRANSFER


class Payout(Input):
    month: Month = Field(examples=["2026-02"])


class ReviewWanted(Input):
    trigger: ReviewTrigger = Field(examples=["INCOME_CHANGE"])


class Closing(Input):
    reason: Code = Field(default="COMPLETED", examples=["COMPLETED", "REFUSED"])
