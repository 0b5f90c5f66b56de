"""Who is obliged to support the client, what was agreed, and whether it is kept (ups art. 103)."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.calendar import Month
from services.benefits.calculation import partial_month
from services.benefits.payments import NOTHING
from services.benefits.realisation.refusals import (
    AgreementKept,
    AgreementMissing,
    ClaimPrepared,
    MonthNotCovered,
)
from services.benefits.realisation.values import Obligation, SupportForm
from services.benefits.refusals.general import PeriodReversed


@dataclass(frozen=True)
class Situation:
    """Of the obliged person: PLN a month of the household, and how many live on it."""

    income: Decimal
    household_size: int
    as_of: date


@dataclass(frozen=True)
class Agreement:
    """What the person promised the head of the centre; PLN a month."""

    agreement_id: UUID
    amount: Decimal
    form: SupportForm
    valid_from: date
    valid_to: date | None
    on: date

    def due(self, month: str) -> Decimal:
        """For the days of the month in its period."""
        whole = Month.parse(month)
        first = max(whole.first, self.valid_from)
        last = whole.last if self.valid_to is None else min(whole.last, self.valid_to)
        return partial_month(self.amount, first, last) if first <= last else NOTHING


@dataclass(frozen=True)
class Claim:
    """A maintenance claim prepared for the court; `owed` is what each month lacks, PLN.

    It keeps the situation and the agreements that it rests on: a later agreement cuts an earlier
    one short. Older claims know the sum only.
    """

    claim_id: UUID
    months: tuple[str, ...]
    amount: Decimal
    on: date
    owed: tuple[Decimal, ...] = ()
    by: str = ""
    situation: Situation | None = None
    agreements: tuple[Agreement, ...] = ()


class ObligedPerson(Aggregate):
    """One person obliged towards one client. Name and situation are personal."""

    TOPIC = "benefits.obliged-person"

    class ObligedPersonRegistered(Created):
        TOPIC = "benefits.obliged-person.registered.1"
        case_id: UUID
        person_id: UUID
        name: str
        relation: Obligation
        situation: Situation
        on: date

    class SituationEstablished(Aggregate.Event):
        TOPIC = "benefits.obliged-person.situation-established.1"
        situation: Situation

    class SupportAgreementConcluded(Aggregate.Event):
        TOPIC = "benefits.obliged-person.agreement-concluded.1"
        agreement: Agreement

    class SupportReceived(Aggregate.Event):
        TOPIC = "benefits.obliged-person.support-received.1"
        month: str
        amount: Decimal
        on: date

    class MaintenanceClaimPrepared(Aggregate.Event):
        TOPIC = "benefits.obliged-person.claim-prepared.1"
        claim: Claim

    @event(ObligedPersonRegistered)
    def __init__(
        self,
        case_id: UUID,
        person_id: UUID,
        name: str,
        relation: Obligation,
        situation: Situation,
        on: date,
    ) -> None:
        self.case_id = case_id
        self.person_id = person_id
        self.name = name
        self.relation = relation
        self.situation = situation
        self.registered_on = on
        self.agreements: tuple[Agreement, ...] = ()
        self.received: dict[str, Decimal] = {}
        self.claims: tuple[Claim, ...] = ()

    def establish_situation(self, situation: Situation) -> None:
        if situation != self.situation:
            self._situation_established(situation=situation)

    @event(SituationEstablished)
    def _situation_established(self, situation: Situation) -> None:
        self.situation = situation

    # --- the agreement --------------------------------------------------------

    def conclude(
        self,
        amount: Decimal,
        form: SupportForm,
        valid_from: date,
        valid_to: date | None,
        *,
        on: date,
    ) -> Agreement:
        """From its first day on it takes the place of an earlier one. Raises PeriodReversed."""
        if valid_to is not None and valid_to < valid_from:
            raise PeriodReversed
        agreement_id = uuid5(self.id, f"agreement/{len(self.agreements) + 1}")
        agreement = Agreement(agreement_id, amount, form, valid_from, valid_to, on)
        self._concluded(agreement=agreement)
        return agreement

    @event(SupportAgreementConcluded)
    def _concluded(self, agreement: Agreement) -> None:
        eve = agreement.valid_from - timedelta(days=1)
        kept = tuple(
            replace(a, valid_to=eve) if a.valid_to is None or a.valid_to > eve else a
            for a in self.agreements
            if a.valid_from <= eve
        )
        self.agreements = (*kept, agreement)

    @property
    def fee_agreed(self) -> Decimal | None:
        """What the latest agreement says of the fee of a home, PLN a month; None without one."""
        fees = [a for a in self.agreements if a.form is SupportForm.RESIDENTIAL_FEE]
        return fees[-1].amount if fees else None

    def agreement_on(self, day: date) -> Agreement:
        """Raises AgreementMissing."""
        for agreement in reversed(self.agreements):
            if agreement.valid_from <= day and (
                agreement.valid_to is None or day <= agreement.valid_to
            ):
                return agreement
        raise AgreementMissing

    def receive(self, month: str, amount: Decimal, *, on: date) -> None:
        """Support for a month. Raises AgreementMissing, MonthNotCovered."""
        if not self.agreements:
            raise AgreementMissing
        if _due(self.agreements, month) == 0:
            raise MonthNotCovered(month)
        self._support_received(month=month, amount=amount, on=on)

    @event(SupportReceived)
    def _support_received(self, month: str, amount: Decimal, on: date) -> None:
        self.received[month] = self.received.get(month, NOTHING) + amount

    # --- when it is not kept --------------------------------------------------

    def arrears(self, on: date, fees: Mapping[str, Decimal] | None = None) -> dict[str, Decimal]:
        """Months that ended without what was agreed; `fees` are unpaid parts of a fee by month."""
        found = arrears_of(self.agreements, self.received, on)
        for month, rest in (fees or {}).items():
            found[month] = found.get(month, NOTHING) + rest
        return dict(sorted(found.items()))

    def prepare_claim(
        self, fees: Mapping[str, Decimal] | None = None, *, on: date, by: str = ""
    ) -> Claim:
        """For the court, over what no earlier claim names. Raises AgreementKept, ClaimPrepared."""
        if not self.agreements:
            raise AgreementMissing
        owed = self.arrears(on, fees)
        if not owed:
            raise AgreementKept
        claimed = {month for claim in self.claims for month in claim.months}
        months = tuple(month for month in owed if month not in claimed)
        if not months:
            raise ClaimPrepared(max(claimed))
        claim_id = uuid5(self.id, f"claim/{len(self.claims) + 1}")
        parts = tuple(owed[month] for month in months)
        total = sum(parts, NOTHING)
        rests_on = (self.situation, self.agreements)
        claim = Claim(claim_id, months, total, on, parts, by, *rests_on)
        self._claim_prepared(claim=claim)
        return claim

    @event(MaintenanceClaimPrepared)
    def _claim_prepared(self, claim: Claim) -> None:
        self.claims += (claim,)


def arrears_of(
    agreements: Sequence[Agreement], received: Mapping[str, Decimal], on: date
) -> dict[str, Decimal]:
    """Months that are over and brought less than was agreed; PLN missing."""
    found: dict[str, Decimal] = {}
    if not agreements:
        return found
    month = Month.of(min(agreement.valid_from for agreement in agreements))
    while month < Month.of(on):
        missing = _due(agreements, str(month)) - received.get(str(month), NOTHING)
        if missing > 0:
            found[str(month)] = missing
        month = month.next()
    return found


def _due(agreements: Sequence[Agreement], month: str) -> Decimal:
    """A part of a residential fee is charged, and paid, with the fee."""
    paid_here = [a for a in agreements if a.form is not SupportForm.RESIDENTIAL_FEE]
    return sum((agreement.due(month) for agreement in paid_here), NOTHING)
