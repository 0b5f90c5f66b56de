"""What benefits is told of a client's cooperation: certificates 4, 5 and 6, and no reasons.

`domain.md` C4: certificate 4 says whether there are unused immaterial resources and capabilities;
if there are, terms of cooperation are set with the client (certificate 5); then, each month,
whether the client keeps to them (certificate 6).
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from chassis.calendar import Month
from services.socialwork.refusals import (
    AlreadyCertified,
    CertificateMissing,
    DayOutOfOrder,
    MonthOutOfTerms,
    NothingUnused,
    NotOverdue,
    TermsAlreadySet,
    TermsMissing,
)
from services.socialwork.values import Known


@dataclass(frozen=True)
class Certificate4:
    """Declaration on unused immaterial resources and capabilities ([002] attachment 4)."""

    certificate_id: UUID
    has_unused: bool
    covered: tuple[UUID, ...]
    on: date
    known: Known
    referral_id: UUID | None
    case_id: UUID | None


@dataclass(frozen=True)
class Terms:
    """Cooperation terms as of one day, told by certificate 5 ([002] attachment 5)."""

    terms_id: UUID
    certificate_id: UUID
    set_on: date
    on: date
    covered: tuple[UUID, ...]
    known: Known
    referral_id: UUID | None
    case_id: UUID | None


@dataclass(frozen=True)
class Certificate6:
    """Whether the client cooperated in a month ([002] attachment 6)."""

    certificate_id: UUID
    terms_id: UUID
    month: Month
    cooperates: bool
    on: date
    known: Known
    case_id: UUID | None


@dataclass(frozen=True)
class Grounds:
    """Whom a certificate covers, on which referral, and how the client stands to it (SEP-5)."""

    covered: tuple[UUID, ...]
    known: Known
    referral_id: UUID | None = None
    case_id: UUID | None = None


@dataclass
class _Told:
    """What has been said under the terms in force."""

    certified: dict[Month, bool] = field(default_factory=dict)
    overdue: set[Month] = field(default_factory=set)


def cooperation_id(person_id: UUID) -> UUID:
    return uuid5(person_id, "socialwork/cooperation")


class Cooperation(Aggregate):
    TOPIC = "socialwork.cooperation"

    class RecognitionBegun(Created):
        TOPIC = "socialwork.cooperation.recognition-begun.1"
        person_id: UUID
        on: date

    class UnusedResourcesCertified(Aggregate.Event):
        TOPIC = "socialwork.cooperation.unused-resources-certified.1"
        certificate: Certificate4

    class CooperationTermsSet(Aggregate.Event):
        TOPIC = "socialwork.cooperation.terms-set.1"
        terms: Terms

    class CooperationTermsUpdated(Aggregate.Event):
        TOPIC = "socialwork.cooperation.terms-updated.1"
        terms: Terms

    class CooperationCertified(Aggregate.Event):
        TOPIC = "socialwork.cooperation.certified.1"
        certificate: Certificate6

    class CooperationCertificateOverdue(Aggregate.Event):
        TOPIC = "socialwork.cooperation.certificate-overdue.1"
        terms_id: UUID
        month: Month
        due: date

    class CooperationEnded(Aggregate.Event):
        TOPIC = "socialwork.cooperation.ended.1"
        on: date

    @staticmethod
    def create_id(person_id: UUID) -> UUID:
        return cooperation_id(person_id)

    @event(RecognitionBegun)
    def __init__(self, person_id: UUID, on: date) -> None:
        self.person_id = person_id
        self.begun_on = on
        self.unused: Certificate4 | None = None
        self.terms: Terms | None = None
        self.ended_on: date | None = None
        self.issued = 0
        self.terms_so_far = 0
        self.told = _Told()

    # --- certificate 4 ------------------------------------------------------

    def certify_unused_resources(
        self, has_unused: bool, grounds: Grounds, *, on: date, today: date
    ) -> Certificate4:
        """A later one supersedes the earlier. Raises DayOutOfOrder."""
        _require_day(self.unused.on if self.unused else self.begun_on, on, today)
        certificate = Certificate4(
            self._next_certificate(4),
            has_unused,
            grounds.covered,
            on,
            grounds.known,
            grounds.referral_id,
            grounds.case_id,
        )
        self._unused_certified(certificate=certificate)
        return certificate

    @event(UnusedResourcesCertified)
    def _unused_certified(self, certificate: Certificate4) -> None:
        self.unused = certificate
        self.issued += 1

    # --- certificate 5 ------------------------------------------------------

    def set_terms(self, grounds: Grounds, *, on: date, today: date) -> Terms:
        """Raises CertificateMissing, NothingUnused, TermsAlreadySet, DayOutOfOrder."""
        if self.unused is None:
            raise CertificateMissing(kind=4)
        if not self.unused.has_unused:
            raise NothingUnused(self.unused.on)
        if self.terms is not None:
            raise TermsAlreadySet(self.terms.on)
        _require_day(self.unused.on, on, today)
        terms = Terms(
            uuid5(self.id, f"terms/{self.terms_so_far + 1}"),
            self._next_certificate(5),
            on,
            on,
            grounds.covered,
            grounds.known,
            grounds.referral_id or self.unused.referral_id,
            grounds.case_id or self.unused.case_id,
        )
        self._terms_set(terms=terms)
        return terms

    @event(CooperationTermsSet)
    def _terms_set(self, terms: Terms) -> None:
        self.terms = terms
        self.terms_so_far += 1
        self.issued += 1
        self.told = _Told()

    def update_terms(self, grounds: Grounds, *, on: date, today: date) -> Terms:
        """The terms stay the same ones, brought up to date. Raises TermsMissing, DayOutOfOrder."""
        before = self._terms_in_force()
        _require_day(before.on, on, today)
        terms = replace(
            before,
            certificate_id=self._next_certificate(5),
            on=on,
            covered=grounds.covered,
            known=grounds.known,
        )
        self._terms_updated(terms=terms)
        return terms

    @event(CooperationTermsUpdated)
    def _terms_updated(self, terms: Terms) -> None:
        self.terms = terms
        self.issued += 1

    # --- certificate 6 ------------------------------------------------------

    def certify_cooperation(
        self, month: Month, cooperates: bool, *, known: Known, on: date
    ) -> Certificate6:
        """Once a month. Raises TermsMissing, MonthOutOfTerms, AlreadyCertified."""
        terms = self._terms_in_force()
        self._require_month(terms, month, today=on)
        if month in self.told.certified:
            raise AlreadyCertified(str(month))
        certificate = Certificate6(
            self._next_certificate(6), terms.terms_id, month, cooperates, on, known, terms.case_id
        )
        self._cooperation_certified(certificate=certificate)
        return certificate

    @event(CooperationCertified)
    def _cooperation_certified(self, certificate: Certificate6) -> None:
        self.issued += 1
        self.told.certified[certificate.month] = certificate.cooperates

    def expected(self, *, today: date) -> list[Month]:
        """Months of the terms in force, up to now, for which nothing is certified yet."""
        if self.terms is None:
            return []
        months, month = [], Month.of(self.terms.set_on)
        while month <= Month.of(today):
            if month not in self.told.certified:
                months.append(month)
            month = month.next()
        return months

    def report_overdue(self, month: Month, *, today: date) -> None:
        """Said once a month; nothing happens again. Raises TermsMissing, NotOverdue."""
        terms = self._terms_in_force()
        self._require_month(terms, month, today=today)
        if today <= month.last_working_day or month in self.told.certified:
            raise NotOverdue(str(month), month.last_working_day)
        if month not in self.told.overdue:
            self._overdue(terms_id=terms.terms_id, month=month, due=month.last_working_day)

    @event(CooperationCertificateOverdue)
    def _overdue(self, terms_id: UUID, month: Month, due: date) -> None:
        self.told.overdue.add(month)

    # --- the end ------------------------------------------------------------

    def end(self, *, on: date) -> None:
        """Social work ended, so no further certificate is expected."""
        if self.terms is not None:
            self._ended(on=on)

    @event(CooperationEnded)
    def _ended(self, on: date) -> None:
        self.terms = None
        self.ended_on = on

    def _terms_in_force(self) -> Terms:
        if self.unused is None:
            raise CertificateMissing(kind=4)
        if self.terms is None:
            raise TermsMissing
        return self.terms

    def _require_month(self, terms: Terms, month: Month, *, today: date) -> None:
        first, last = Month.of(terms.set_on), Month.of(today)
        if not first <= month <= last:
            raise MonthOutOfTerms(str(month), str(first), str(last))

    def _next_certificate(self, kind: int) -> UUID:
        return uuid5(self.id, f"certificate/{kind}/{self.issued + 1}")


def _require_day(earliest: date, on: date, today: date) -> None:
    if not earliest <= on <= today:
        raise DayOutOfOrder(earliest, today)
