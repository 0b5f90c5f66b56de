"""A benefit while it is given: certificates expected, checks of its use, changes reported.

Nothing here cuts a benefit: what is found opens a review, and only a decision changes anything.
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.calendar import Month
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import EntitlementState
from services.benefits.realisation.refusals import AlreadyReported, MonthNotCovered
from services.benefits.realisation.values import (
    ChangeKind,
    ChangeSource,
    ContributionKind,
    Standing,
    UtilisationMethod,
    UtilisationResult,
)
from services.benefits.refusals.general import InTheFuture, NotBeforeEarlier
from services.benefits.values import ONCE, Benefit


@dataclass(frozen=True)
class Certificate:
    """Certificate 6 of a month: due by its last working day ([002] tab. 24).

    Where the benefits worker judges cooperation, his judgement of that month.
    """

    month: str
    due: date
    standing: Standing
    certificate_id: UUID | None = None
    cooperates: bool | None = None


@dataclass(frozen=True)
class Check:
    """A check of what became of the benefit; it answers question 8."""

    check_id: UUID
    on: date
    method: UtilisationMethod
    result: UtilisationResult
    text: str
    by: str


@dataclass(frozen=True)
class Change:
    """What changed for the client, since when, and who said so; words stay in the file."""

    change_id: UUID
    kind: ChangeKind
    source: ChangeSource
    since: date
    on: date
    text: str
    by: str


@dataclass(frozen=True)
class Contribution:
    """What was reported to the insurance for a month; PLN."""

    kind: ContributionKind
    month: str
    base: Decimal
    amount: Decimal
    on: date


def monitoring_id_for(entitlement_id: UUID) -> UUID:
    return uuid5(entitlement_id, "monitoring")


def running_months(entitlement: Entitlement, on: date) -> list[str]:
    """Months up to that day in which the benefit is given; not while it is suspended.

    For a benefit given once nobody certifies cooperation month by month (`domain.md` M4).
    """
    if entitlement.state is EntitlementState.ENDED or entitlement.benefit in ONCE:
        return []
    due, stop = entitlement.plan.due, entitlement.suspended_from
    months = [m for m in due.months(str(Month.of(on))) if stop is None or m < str(Month.of(stop))]
    return [m for m in months if not entitlement.payments or due.of(m) > 0]


class Monitoring(Aggregate):
    """Beside every benefit in realisation; the id follows from it."""

    TOPIC = "benefits.monitoring"

    class Begun(Created):
        TOPIC = "benefits.monitoring.begun.1"
        entitlement_id: UUID
        case_id: UUID
        person_id: UUID
        benefit: Benefit
        valid_from: date
        on: date

    class TermsNoted(Aggregate.Event):
        TOPIC = "benefits.monitoring.terms-noted.1"
        terms_on: date

    class TermsEnded(Aggregate.Event):
        TOPIC = "benefits.monitoring.terms-ended.1"
        on: date

    class CertificateExpected(Aggregate.Event):
        TOPIC = "benefits.monitoring.certificate-expected.1"
        month: str
        due: date

    class CertificateReceived(Aggregate.Event):
        TOPIC = "benefits.monitoring.certificate-received.1"
        month: str
        certificate_id: UUID
        cooperates: bool

    class CertificateOverdue(Aggregate.Event):
        TOPIC = "benefits.monitoring.certificate-overdue.1"
        month: str
        due: date

    class UtilisationChecked(Aggregate.Event):
        TOPIC = "benefits.monitoring.utilisation-checked.1"
        check: Check

    class ChangeReported(Aggregate.Event):
        TOPIC = "benefits.monitoring.change-reported.1"
        change: Change

    class ContributionsReported(Aggregate.Event):
        TOPIC = "benefits.monitoring.contributions-reported.1"
        contribution: Contribution

    @staticmethod
    def create_id(entitlement_id: UUID, **_: object) -> UUID:
        return monitoring_id_for(entitlement_id)

    @classmethod
    def of(cls, entitlement: Entitlement, *, on: date) -> Monitoring:
        return cls(
            entitlement_id=entitlement.id,
            case_id=entitlement.case_id,
            person_id=entitlement.person_id,
            benefit=entitlement.benefit,
            valid_from=entitlement.valid_from,
            on=on,
        )

    @event(Begun)
    def __init__(
        self,
        entitlement_id: UUID,
        case_id: UUID,
        person_id: UUID,
        benefit: Benefit,
        valid_from: date,
        on: date,
    ) -> None:
        self.entitlement_id = entitlement_id
        self.case_id = case_id
        self.person_id = person_id
        self.benefit = benefit
        self.valid_from = valid_from
        self.terms_on: date | None = None
        self.certificates: dict[str, Certificate] = {}
        self.checks: tuple[Check, ...] = ()
        self.changes: tuple[Change, ...] = ()
        self.contributions: tuple[Contribution, ...] = ()

    # --- certificate 6, month by month ----------------------------------------

    def note_terms(self, on: date) -> None:
        """Cooperation terms are in force since that day; an update leaves the first."""
        if self.terms_on is None:
            self._terms_noted(terms_on=on)

    @event(TermsNoted)
    def _terms_noted(self, terms_on: date) -> None:
        self.terms_on = terms_on

    def end_terms(self, on: date) -> None:
        """Social work ended: nobody can certify any more, so nothing further is expected."""
        if self.terms_on is not None and self.terms_on <= on:
            self._terms_ended(on=on)

    @event(TermsEnded)
    def _terms_ended(self, on: date) -> None:
        self.terms_on = None
        self.certificates = {
            month: one
            for month, one in self.certificates.items()
            if one.standing is not Standing.EXPECTED or month < str(Month.of(on))
        }

    def note_certificate(self, month: str, certificate_id: UUID, cooperates: bool) -> None:
        """Also one that nobody expected here yet, and one that says otherwise now."""
        known = self.certificates.get(month)
        told = known and (known.certificate_id, known.cooperates)
        if told != (certificate_id, cooperates):
            self._received(month=month, certificate_id=certificate_id, cooperates=cooperates)

    @event(CertificateReceived)
    def _received(self, month: str, certificate_id: UUID, cooperates: bool) -> None:
        due = Month.parse(month).last_working_day
        self.certificates[month] = Certificate(
            month, due, Standing.RECEIVED, certificate_id, cooperates
        )

    def watch(self, running: Collection[str], *, on: date) -> None:
        """Expects one certificate for each running month under terms; says once what is late."""
        if self.terms_on is not None:
            first = str(Month.of(self.terms_on))
            for month in running:
                if month >= first and month not in self.certificates:
                    self._expected(month=month, due=Month.parse(month).last_working_day)
        for one in tuple(self.certificates.values()):
            if one.standing is Standing.EXPECTED and on > one.due:
                self._overdue(month=one.month, due=one.due)

    @event(CertificateExpected)
    def _expected(self, month: str, due: date) -> None:
        self.certificates[month] = Certificate(month, due, Standing.EXPECTED)

    @event(CertificateOverdue)
    def _overdue(self, month: str, due: date) -> None:
        self.certificates[month] = replace(self.certificates[month], standing=Standing.OVERDUE)

    # --- what else is seen ----------------------------------------------------

    def check_utilisation(
        self,
        method: UtilisationMethod,
        result: UtilisationResult,
        text: str,
        *,
        on: date,
        by: str,
        today: date,
    ) -> Check:
        """Raises InTheFuture, or NotBeforeEarlier for a day before the benefit began."""
        self._require_day(on, today)
        check_id = uuid5(self.id, f"check/{len(self.checks) + 1}")
        check = Check(check_id, on, method, result, text, by)
        self._utilisation_checked(check=check)
        return check

    @event(UtilisationChecked)
    def _utilisation_checked(self, check: Check) -> None:
        self.checks += (check,)

    def report_change(
        self, kind: ChangeKind, source: ChangeSource, since: date, text: str, *, by: str, on: date
    ) -> Change:
        """A change of the situation came to the office's knowledge. Raises InTheFuture."""
        if since > on:
            raise InTheFuture(since)
        change_id = uuid5(self.id, f"change/{len(self.changes) + 1}")
        change = Change(change_id, kind, source, since, on, text, by)
        self._change_reported(change=change)
        return change

    @event(ChangeReported)
    def _change_reported(self, change: Change) -> None:
        self.changes += (change,)

    def report_contributions(self, contribution: Contribution) -> None:
        """Each kind once a month. Raises AlreadyReported, MonthNotCovered."""
        month = contribution.month
        if any((c.kind, c.month) == (contribution.kind, month) for c in self.contributions):
            raise AlreadyReported(contribution.kind.value, month)
        if not str(Month.of(self.valid_from)) <= month <= str(Month.of(contribution.on)):
            raise MonthNotCovered(month)
        self._contributions_reported(contribution=contribution)

    @event(ContributionsReported)
    def _contributions_reported(self, contribution: Contribution) -> None:
        self.contributions += (contribution,)

    def _require_day(self, on: date, today: date) -> None:
        if on > today:
            raise InTheFuture(on)
        if on < self.valid_from:
            raise NotBeforeEarlier("początek świadczenia", "the benefit", self.valid_from)
