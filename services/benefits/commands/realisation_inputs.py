"""What the commands of realisation take: payments, monitoring, repayment, support, fees."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Money, Month
from pydantic import Field

from chassis.inputs import Input
from services.benefits.commands.inputs import NotNegative, Text
from services.benefits.payments import ReturnReason
from services.benefits.realisation.values import (
    ChangeKind,
    ChangeSource,
    ContributionKind,
    Obligation,
    Payer,
    SupportForm,
    UtilisationMethod,
    UtilisationResult,
    WaiverReason,
)
from services.benefits.values import PaymentMethod

Positive = Annotated[Money, Field(gt=0)]


class ListSeen(Input):
    """How many payments wait on the list and their sum, as whoever executes it saw them."""

    count: int = Field(ge=1, examples=[2], title="Liczba wypłat")
    total: Positive = Field(examples=["664.62"], title="Suma")


class PaymentBack(Input):
    reason: ReturnReason = Field(examples=["WRONG_ACCOUNT"], title="Powód zwrotu")
    on: date | None = Field(
        default=None, title="Dzień zwrotu", description="today unless told otherwise"
    )


class PaymentAgain(Input):
    """The returned money is sent once more; by the next payment day unless told otherwise."""

    method: PaymentMethod = PaymentMethod.TRANSFER
    due_on: date | None = Field(default=None, examples=["2026-03-05"])


class ContributionsPaid(Input):
    """Insurance contributions reported for a client who gets a benefit (ups art. 36 pkt 2)."""

    kind: ContributionKind = Field(examples=["HEALTH"])
    month: Month = Field(examples=["2026-02"])
    base: Positive = Field(examples=["1229.00"])
    amount: Positive = Field(examples=["110.61"])


class UtilisationSeen(Input):
    """What a check of the use of a benefit found; it answers question 8."""

    method: UtilisationMethod = Field(examples=["VISIT"])
    result: UtilisationResult = Field(examples=["AS_INTENDED"])
    on: date | None = Field(default=None, description="today unless told otherwise")
    text: Text = Field(default="", description="stays in the file")


class ChangeHeard(Input):
    """A change of the client's situation, since when, and from whom the office has it."""

    kind: ChangeKind = Field(examples=["INCOME"])
    source: ChangeSource = Field(examples=["CLIENT"])
    since: date = Field(examples=["2026-02-04"])
    text: Text = Field(default="", description="stays in the file")


class UndueDraft(Input):
    """Amount and months come from the benefit itself."""

    reasons: Text = Field(default="", description="stay in the file")


class RepaymentPlan(Input):
    """The rest in equal monthly instalments; a later first day is a deferral."""

    instalments: int = Field(ge=1, le=120, examples=[2])
    first_due: date = Field(examples=["2026-10-30"])


class MoneyBack(Input):
    amount: Positive = Field(examples=["50.00"])
    method: PaymentMethod = PaymentMethod.TRANSFER
    on: date | None = Field(default=None, description="today unless told otherwise")


class Waiver(Input):
    """All of the rest, unless an amount is named (ups art. 104 ust. 4)."""

    reason: WaiverReason = Field(examples=["TOO_GREAT_BURDEN"])
    amount: Positive | None = None


class ObligedPersonSeen(Input):
    """Who is obliged to support the client; income in PLN a month of the whole household."""

    name: Annotated[str, Field(min_length=2, max_length=120)] = Field(examples=["Anna Przykładowa"])
    relation: Obligation = Field(examples=["DESCENDANT"])
    income: NotNegative = Field(examples=["5000.00"])
    household_size: int = Field(default=1, ge=1, le=40)


class SituationSeen(Input):
    income: NotNegative = Field(examples=["5000.00"])
    household_size: int = Field(default=1, ge=1, le=40)


class AgreementMade(Input):
    """Support agreed with the head of the centre; PLN a month (ups art. 103)."""

    amount: Positive = Field(examples=["1970.00"])
    form: SupportForm = Field(examples=["RESIDENTIAL_FEE"])
    valid_from: date = Field(examples=["2026-06-01"])
    valid_to: date | None = None


class SupportPaid(Input):
    month: Month = Field(examples=["2026-06"])
    amount: Positive = Field(examples=["300.00"])


class FeeShares(Input):
    """Who pays for the home; the gmina pays what is left of its cost. PLN a month.

    Relatives pay what their agreement names, so each of them must have one.
    """

    valid_from: date = Field(examples=["2026-06-01"])
    cost: Positive = Field(examples=["7200.00"])
    resident: NotNegative = Field(examples=["1680.00"])
    relatives: tuple[UUID, ...] = Field(default=(), max_length=20)
    decision_id: UUID | None = Field(default=None, description="the decision on the fee")


class PlaceAwaited(Input):
    """The home is full: by when a place is expected, and when the client was told so."""

    expected_on: date = Field(examples=["2026-06-15"])
    informed_on: date | None = Field(default=None, description="today unless told otherwise")


class StayDay(Input):
    on: date = Field(examples=["2026-06-15"])


class FeeMonth(Input):
    month: Month = Field(examples=["2026-06"])


class FeePaid(Input):
    """What a payer paid of a month's fee; a relative is named."""

    month: Month = Field(examples=["2026-06"])
    payer: Payer = Field(examples=["RESIDENT"])
    obliged_id: UUID | None = None
    amount: Positive = Field(examples=["896.00"])


class RequestAnswer(Input):
    """The decision that answers the request of the social worker (ups art. 39a)."""

    decision_id: UUID
