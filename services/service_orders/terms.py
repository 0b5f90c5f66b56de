"""The terms of an order: from when to when, in which versions, which of them are acknowledged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from chassis.calendar import Month
from services.service_orders.calendar import months
from services.service_orders.refusals import (
    AmendmentNotAcknowledged,
    EndOutsidePeriod,
    HoursNeedDecision,
    NothingToAcknowledge,
    OutsidePeriod,
)
from services.service_orders.values import Basis, Provisional, Scope


@dataclass(frozen=True)
class Version:
    """One version of the terms. Number 1 comes with the order, each amendment adds one.

    An urgent order has no decision, and a provisional fee, until it is confirmed.
    """

    number: int
    valid_from: date
    scope: Scope
    fee_per_hour: Decimal
    decision_id: UUID | None


@dataclass(frozen=True)
class Terms:
    """Of a placed order. Version 1 is acknowledged by accepting the order."""

    first_day: date
    last_day: date
    versions: tuple[Version, ...]
    acknowledged: int = 1
    decided: bool = True

    @classmethod
    def by_decision(cls, basis: Basis, scope: Scope) -> Terms:
        scope = replace(scope, hours_per_day=basis.hours_per_day)
        first = Version(1, basis.first_day, scope, basis.fee_per_hour, basis.decision_id)
        return cls(basis.first_day, basis.last_day, (first,))

    @classmethod
    def provisional(cls, basis: Provisional, scope: Scope) -> Terms:
        first = Version(1, basis.first_day, scope, basis.fee_per_hour, None)
        return cls(basis.first_day, basis.last_day, (first,), decided=False)

    @property
    def newest(self) -> Version:
        return self.versions[-1]

    def rest_on(self, decision_id: UUID) -> bool:
        """Whether a version came by that decision."""
        return any(version.decision_id == decision_id for version in self.versions)

    def reached_by(self, basis: Basis) -> bool:
        """Whether that decision gives anything in the days of the order."""
        return basis.last_day >= self.first_day

    def first_day_by(self, decision_id: UUID) -> date:
        """Since when that decision's terms are in the order."""
        came = (v.valid_from for v in self.versions if v.decision_id == decision_id)
        return max(self.first_day, min(came))

    def confirmed(self, basis: Basis) -> Terms:
        """The decision's fee holds from the first day on."""
        versions = tuple(
            replace(version, fee_per_hour=basis.fee_per_hour, decision_id=basis.decision_id)
            for version in self.versions
        )
        return replace(self, versions=versions, last_day=basis.last_day, decided=True)

    def next_version(self, scope: Scope, valid_from: date, basis: Basis | None) -> Version:
        """Raises HoursNeedDecision for other hours without a decision, and OutsidePeriod."""
        held = self.newest
        if basis is None and scope.hours_per_day != held.scope.hours_per_day:
            raise HoursNeedDecision
        last_day = basis.last_day if basis else self.last_day
        if not self.first_day <= valid_from <= last_day:
            raise OutsidePeriod(self.first_day, last_day)
        return Version(
            number=held.number + 1,
            valid_from=valid_from,
            scope=replace(scope, hours_per_day=basis.hours_per_day) if basis else scope,
            fee_per_hour=basis.fee_per_hour if basis else held.fee_per_hour,
            decision_id=basis.decision_id if basis else held.decision_id,
        )

    def amended(self, version: Version, last_day: date) -> Terms:
        return replace(self, versions=(*self.versions, version), last_day=last_day)

    def require_unread(self, version: int) -> None:
        """Raises NothingToAcknowledge for a version that is acknowledged or not there."""
        if not self.acknowledged < version <= len(self.versions):
            raise NothingToAcknowledge(version)

    def require_acknowledged(self, until: date) -> None:
        """Raises AmendmentNotAcknowledged for a version in force by that day and not read yet."""
        for version in self.versions[self.acknowledged :]:
            if version.valid_from <= until:
                raise AmendmentNotAcknowledged(version.number)

    def require_to_end(self, on: date) -> None:
        """Raises EndOutsidePeriod; what is never given ends on the day before the first one."""
        if not self.first_day - timedelta(days=1) <= on <= self.last_day:
            raise EndOutsidePeriod(self.first_day, self.last_day)

    def ended(self, on: date) -> Terms:
        return replace(self, last_day=min(self.last_day, on))

    def months(self) -> list[Month]:
        return months(self.first_day, self.last_day)

    def in_force(self, day: date) -> Version | None:
        """The version that holds on that day, or None outside the period."""
        if not self.first_day <= day <= self.last_day:
            return None
        held = [version for version in self.versions if version.valid_from <= day]
        return max(held, key=lambda version: (version.valid_from, version.number), default=None)
