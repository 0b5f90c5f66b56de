"""The book of legal parameters: a set is proposed by one person and published by another.

Until it is published a set changes nothing; once published it holds from its first day.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits.calculation import InForce, ParameterSet, law_on
from services.benefits.calculation.sets import (
    CityCriteria,
    FeeScale,
    IncomeExclusions,
    SpecialistScale,
)
from services.benefits.refusals.parameters import (
    BelowTheAct,
    NothingChanges,
    NotProposed,
    ProposalDecided,
    PublishedByProposer,
    ReceiptTwice,
    ScaleBroken,
)

BOOK_ID = uuid5(UUID("5d8c0a52-7d5e-5c9e-9a35-0b8a6c9f2e10"), "legal parameters")
"""One book a city."""


class ProposalState(StrEnum):
    PROPOSED = "PROPOSED"
    PUBLISHED = "PUBLISHED"
    WITHDRAWN = "WITHDRAWN"


@dataclass(frozen=True)
class Proposal:
    """A set that somebody proposed, and what became of it."""

    proposal_id: UUID
    proposed: ParameterSet
    proposed_by: str
    proposed_on: date
    state: ProposalState = ProposalState.PROPOSED
    decided_by: str | None = None
    decided_on: date | None = None
    reason: str = ""


class LegalParameters(Aggregate):
    """Begins with the first proposal; the initial sets were in force before it."""

    TOPIC = "benefits.legal-parameters"

    class BookOpened(Created):
        TOPIC = "benefits.legal-parameters.book-opened.1"

    class ParametersProposed(Aggregate.Event):
        TOPIC = "benefits.legal-parameters.proposed.1"
        proposal_id: UUID
        proposed: ParameterSet
        by: str
        on: date

    class ParametersPublished(Aggregate.Event):
        TOPIC = "benefits.legal-parameters.published.1"
        proposal_id: UUID
        published: ParameterSet
        by: str
        on: date

    class ProposalWithdrawn(Aggregate.Event):
        TOPIC = "benefits.legal-parameters.withdrawn.1"
        proposal_id: UUID
        reason: str
        by: str
        on: date

    @staticmethod
    def create_id(**_: Any) -> UUID:
        return BOOK_ID

    @event(BookOpened)
    def __init__(self) -> None:
        self.proposals: dict[UUID, Proposal] = {}
        self.published: tuple[ParameterSet, ...] = ()

    def law_on(self, day: date) -> InForce:
        """What was in force on that day, by everything published until now."""
        return law_on(day, self.published)

    def propose(self, proposed: ParameterSet, *, by: str, on: date) -> UUID:
        """Raises what is wrong with the set itself, NothingChanges if it is in force already."""
        self._check(proposed)
        proposal_id = uuid5(self.id, f"proposal/{len(self.proposals) + 1}")
        self._proposed(proposal_id=proposal_id, proposed=proposed, by=by, on=on)
        return proposal_id

    @event(ParametersProposed)
    def _proposed(self, proposal_id: UUID, proposed: ParameterSet, by: str, on: date) -> None:
        self.proposals[proposal_id] = Proposal(proposal_id, proposed, by, on)

    def publish(self, proposal_id: UUID, *, by: str, on: date) -> ParameterSet:
        """By another person than who proposed it: two pairs of eyes."""
        proposal = self._open(proposal_id)
        if by == proposal.proposed_by:
            raise PublishedByProposer(by)
        self._check(proposal.proposed)
        self._published(proposal_id=proposal_id, published=proposal.proposed, by=by, on=on)
        return proposal.proposed

    @event(ParametersPublished)
    def _published(self, proposal_id: UUID, published: ParameterSet, by: str, on: date) -> None:
        self.published += (published,)
        self._decided(proposal_id, ProposalState.PUBLISHED, by, on)

    def withdraw(self, proposal_id: UUID, reason: str, *, by: str, on: date) -> None:
        self._open(proposal_id)
        self._withdrawn(proposal_id=proposal_id, reason=reason, by=by, on=on)

    @event(ProposalWithdrawn)
    def _withdrawn(self, proposal_id: UUID, reason: str, by: str, on: date) -> None:
        self._decided(proposal_id, ProposalState.WITHDRAWN, by, on, reason)

    def _decided(
        self, proposal_id: UUID, state: ProposalState, by: str, on: date, reason: str = ""
    ) -> None:
        self.proposals[proposal_id] = replace(
            self.proposals[proposal_id], state=state, decided_by=by, decided_on=on, reason=reason
        )

    def waiting(self) -> tuple[Proposal, ...]:
        """Proposals that nobody has decided on, in their order."""
        found = self.proposals.values()
        return tuple(one for one in found if one.state is ProposalState.PROPOSED)

    def _open(self, proposal_id: UUID) -> Proposal:
        proposal = self.proposals.get(proposal_id)
        if proposal is None:
            raise NotProposed
        if proposal.state is not ProposalState.PROPOSED:
            raise ProposalDecided
        return proposal

    # --- what a set must hold -------------------------------------------------

    def _check(self, proposed: ParameterSet) -> None:
        law = self.law_on(proposed.valid_from)
        match proposed:
            case CityCriteria():
                _check_raised(proposed, law)
            case FeeScale() | SpecialistScale():
                _check_scale(proposed)
            case IncomeExclusions():
                _check_exclusions(proposed)
        if any(_same(proposed, known) for known in law.all_sets()):
            raise NothingChanges


def _same(one: ParameterSet, other: ParameterSet) -> bool:
    """Whether both say the same, whoever is the source and whenever it began."""
    if type(one) is not type(other):
        return False
    told = [f.name for f in fields(one) if f.name not in ("valid_from", "source")]
    return all(getattr(one, name) == getattr(other, name) for name in told)


def _check_raised(proposed: CityCriteria, law: InForce) -> None:
    """The council may raise what the act says, never lower it (ups art. 8(2), 38(6))."""
    national = law.national
    for name in ("single_criterion", "family_criterion", "periodic_share"):
        raised: Decimal | None = getattr(proposed, name)
        least: Decimal = getattr(national, name)
        if raised is not None and raised < least:
            raise BelowTheAct(name, raised, least)


def _check_scale(scale: FeeScale | SpecialistScale) -> None:
    """Bands rise, shares never fall, and the last band has no end."""
    limits = [band.up_to for band in scale.bands]
    if not limits or limits[-1] is not None or None in limits[:-1]:
        raise ScaleBroken
    ends = [limit for limit in limits if limit is not None]
    columns = [[b.single for b in scale.bands], [b.family for b in scale.bands]]
    if ends != sorted(set(ends)) or any(column != sorted(column) for column in columns):
        raise ScaleBroken


def _check_exclusions(proposed: IncomeExclusions) -> None:
    receipts = [one.receipt for one in proposed.exclusions]
    for receipt in receipts:
        if receipts.count(receipt) > 1:
            raise ReceiptTwice(receipt)
