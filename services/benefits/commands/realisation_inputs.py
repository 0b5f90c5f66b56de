"""What the commands of realisation take: payments, monitoring, repayment, support, fees."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Money, Month
from pydantic import Field

from chassis.inputs import Input
from services.benefits.commands.decision_inputs import Reason
from services.benefits.commands.inputs import NotNegative, Text
from services.benefits.payments import CancelReason, ReturnReason
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


class PaymentCancellation(Input):
    """A planned payment that is not to be made, and why."""

    payment_id: UUID = Field(title="Która wypłata")
    reason: CancelReason = Field(examples=["WRONG_PLAN"], title="Powód wycofania")
    text: Reason = Field(
        examples=["Plan utworzono z błędnym okresem"], title="Wyjaśnienie",
        description="stays in the file",
    )  # fmt: skip
    and_later: bool = Field(
        default=False,
        description="also the planned payments of the months after it",
        title="Także wszystkie późniejsze zaplanowane wypłaty",
    )


class PaymentAgain(Input):
    """Returned or cancelled money is planned once more; for the next payment day unless told."""

    method: PaymentMethod = Field(default=PaymentMethod.TRANSFER, title="Sposób wypłaty")
    due_on: date | None = Field(title="Kiedy wypłacić", default=None, examples=["2026-03-05"])


class ContributionsPaid(Input):
    """Insurance contributions reported for a client who gets a benefit (ups art. 36 pkt 2)."""

    kind: ContributionKind = Field(title="Rodzaj składki", examples=["HEALTH"])
    month: Month = Field(title="Miesiąc", examples=["2026-02"])
    base: Positive = Field(title="Podstawa składki", examples=["1229.00"])
    amount: Positive = Field(title="Kwota składki", examples=["110.61"])


class UtilisationSeen(Input):
    """What a check of the use of a benefit found; it answers question 8."""

    method: UtilisationMethod = Field(title="Jak sprawdzono", examples=["VISIT"])
    result: UtilisationResult = Field(title="Co stwierdzono", examples=["AS_INTENDED"])
    on: date | None = Field(
        title="Kiedy sprawdzono", default=None, description="today unless told otherwise"
    )
    text: Text = Field(title="Ustalenia", default="", description="stays in the file")


class ChangeHeard(Input):
    """A change of the client's situation, since when, and from whom the office has it."""

    kind: ChangeKind = Field(title="Co się zmieniło", examples=["INCOME"])
    source: ChangeSource = Field(title="Skąd o tym wiadomo", examples=["CLIENT"])
    since: date = Field(title="Od kiedy", examples=["2026-02-04"])
    text: Text = Field(title="Opis", default="", description="stays in the file")


class UndueDraft(Input):
    """Amount and months come from the benefit itself."""

    reasons: Text = Field(title="Uzasadnienie", default="", description="stay in the file")


class RepaymentPlan(Input):
    """The rest in equal monthly instalments; a later first day is a deferral."""

    instalments: int = Field(title="Liczba rat", ge=1, le=120, examples=[2])
    first_due: date = Field(title="Termin pierwszej raty", examples=["2026-10-30"])


class MoneyBack(Input):
    amount: Positive = Field(title="Wpłacona kwota", examples=["50.00"])
    method: PaymentMethod = Field(default=PaymentMethod.TRANSFER, title="Sposób wpłaty")
    on: date | None = Field(
        title="Dzień wpłaty", default=None, description="today unless told otherwise"
    )


class MoneyGivenBack(Input):
    """All that came back and is not owed."""

    method: PaymentMethod = Field(default=PaymentMethod.TRANSFER, title="Sposób wypłaty")
    on: date | None = Field(
        default=None, title="Dzień wypłaty", description="today unless told otherwise"
    )


class Waiver(Input):
    """All of the rest, unless an amount is named (ups art. 104 ust. 4)."""

    reason: WaiverReason = Field(title="Dlaczego", examples=["TOO_GREAT_BURDEN"])
    amount: Positive | None = Field(default=None, title="Kwota, od której się odstępuje")


class ObligedPersonSeen(Input):
    """Who is obliged to support the client; income in PLN a month of the whole household."""

    name: Annotated[str, Field(min_length=2, max_length=120)] = Field(
        title="Imię i nazwisko", examples=["Anna Przykładowa"]
    )
    relation: Obligation = Field(title="Kim jest dla klienta", examples=["DESCENDANT"])
    income: NotNegative = Field(title="Miesięczny dochód gospodarstwa", examples=["5000.00"])
    household_size: int = Field(title="Liczba osób w gospodarstwie", default=1, ge=1, le=40)


class SituationSeen(Input):
    income: NotNegative = Field(title="Miesięczny dochód gospodarstwa", examples=["5000.00"])
    household_size: int = Field(title="Liczba osób w gospodarstwie", default=1, ge=1, le=40)


class AgreementMade(Input):
    """Support agreed with the head of the centre; PLN a month (ups art. 103)."""

    amount: Positive = Field(title="Kwota na miesiąc", examples=["1970.00"])
    form: SupportForm = Field(title="W jakiej postaci", examples=["RESIDENTIAL_FEE"])
    valid_from: date = Field(title="Od dnia", examples=["2026-06-01"])
    valid_to: date | None = Field(default=None, title="Do dnia")


class SupportPaid(Input):
    month: Month = Field(title="Miesiąc", examples=["2026-06"])
    amount: Positive = Field(title="Otrzymana kwota", examples=["300.00"])


class FeeShares(Input):
    """Agreements made since the decision on the fee: relatives pay what theirs names now.

    Cost and the resident's part stay those of the decision; the gmina pays what is left.
    """

    decision_id: UUID = Field(description="the decision on the fee", title="Decyzja o opłacie")
    valid_from: date = Field(examples=["2026-07-01"], title="Od dnia")
    relatives: tuple[UUID, ...] = Field(
        min_length=1, max_length=20, title="Osoby zobowiązane",
        description="each with an agreement on the fee",
    )  # fmt: skip


class PlaceAwaited(Input):
    """The home is full: by when a place is expected, and when the client was told so."""

    expected_on: date = Field(title="Przewidywany dzień przyjęcia", examples=["2026-06-15"])
    informed_on: date | None = Field(
        title="Kiedy zawiadomiono klienta", default=None, description="today unless told otherwise"
    )


class StayDay(Input):
    on: date = Field(title="Dzień", examples=["2026-06-15"])


class FeeMonth(Input):
    month: Month = Field(title="Miesiąc", examples=["2026-06"])


class FeePaid(Input):
    """What a payer paid of a month's fee; a relative is named."""

    month: Month = Field(title="Za miesiąc", examples=["2026-06"])
    payer: Payer = Field(title="Kto zapłacił", examples=["RESIDENT"])
    obliged_id: UUID | None = Field(default=None, title="Która osoba zobowiązana")
    amount: Positive = Field(title="Wpłacona kwota", examples=["896.00"])


class RequestAnswer(Input):
    """The decision that answers the request of the social worker (ups art. 39a)."""

    decision_id: UUID = Field(title="Decyzja, która odpowiada na wniosek")
