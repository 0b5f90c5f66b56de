"""An application as it reached the office: for what, when, how, in whose voice (KPA art. 61)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from services.intake.applicant import AppliedBy, require_right_to_apply
from services.intake.refusals import BenefitTypesMissing, FiledInFuture, FiledLongAgo
from services.intake.values import BenefitType, Channel

LONG_AGO = timedelta(days=366)
"""No letter lies in an office for longer; a date before that has a wrong year."""


@dataclass(frozen=True)
class Filed:
    application_id: UUID
    benefit_types: tuple[BenefitType, ...]
    filed_on: date
    channel: Channel
    receipt_number: str
    joint_visit: bool
    by: AppliedBy = field(default_factory=AppliedBy)

    def require_acceptable(self, *, born: date | None, today: date) -> None:
        """Raises BenefitTypesMissing, FiledInFuture, FiledLongAgo; MinorNeedsRepresentative,
        RepresentationMissing, ConsentMissing, ConsentInFuture.
        """
        if not self.benefit_types:
            raise BenefitTypesMissing
        if self.filed_on > today:
            raise FiledInFuture
        if self.filed_on < today - LONG_AGO or (born and born <= today and self.filed_on < born):
            raise FiledLongAgo(self.filed_on)
        require_right_to_apply(self.by, born=born, today=today)
