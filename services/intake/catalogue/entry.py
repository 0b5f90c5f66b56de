"""An entry of the catalogue of help: proposed by one person, published by another, for a period."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from chassis.aggregate import Aggregate, Created, event
from services.intake.catalogue.content import Content, Version
from services.intake.catalogue.refusals import (
    EntryWithdrawn,
    GroupOrProblemMissing,
    NothingPublished,
    NothingToPublish,
    OwnProposal,
    PeriodInverted,
    PlaceMissing,
    TitleMissing,
    ValidInPast,
    WithdrawalReasonMissing,
)

DAY = timedelta(days=1)


class EntryState(StrEnum):
    PROPOSED = "proposed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Entry(Aggregate):
    """`Entry.propose(...)`; what is published is what the desk answers with."""

    TOPIC = "intake.entry"

    class EntryProposed(Created):
        TOPIC = "intake.entry.proposed.1"
        content: Content
        by: str

    class EntryRevised(Aggregate.Event):
        TOPIC = "intake.entry.revised.1"
        content: Content
        by: str

    class EntryPublished(Aggregate.Event):
        TOPIC = "intake.entry.published.1"
        version: Version
        by: str

    class EntryWithdrawn(Aggregate.Event):
        TOPIC = "intake.entry.withdrawn.1"
        since: date
        reason: str

    @classmethod
    def propose(cls, content: Content, *, by: str) -> Entry:
        """Raises TitleMissing, GroupOrProblemMissing, PlaceMissing."""
        _require_complete(content)
        return cls(content, by)

    @event(EntryProposed)
    def __init__(self, content: Content, by: str) -> None:
        self.draft: Content | None = content
        self.draft_by = by
        self.versions: tuple[Version, ...] = ()
        self.state = EntryState.PROPOSED

    @property
    def content(self) -> Content:
        """The proposal where there is one, else what was published last."""
        return self.draft or self.versions[-1].content

    def revise(self, content: Content, *, by: str) -> None:
        """Proposes another content; what is published holds until that is published too."""
        self._require_kept()
        _require_complete(content)
        self._revised(content=content, by=by)

    @event(EntryRevised)
    def _revised(self, content: Content, by: str) -> None:
        self.draft, self.draft_by = content, by

    def publish(self, valid_from: date, valid_to: date | None, *, by: str, today: date) -> Version:
        """Raises NothingToPublish, OwnProposal, PeriodInverted, ValidInPast."""
        self._require_kept()
        if self.draft is None:
            raise NothingToPublish
        if by == self.draft_by:
            raise OwnProposal
        if valid_to is not None and valid_to < valid_from:
            raise PeriodInverted
        if valid_from < today:
            raise ValidInPast
        number = max((version.number for version in self.versions), default=0) + 1
        version = Version(number, self.draft, valid_from, valid_to)
        self._published(version=version, by=by)
        return version

    @event(EntryPublished)
    def _published(self, version: Version, by: str) -> None:
        self.versions = (*_until(self.versions, version.valid_from), version)
        self.draft = None
        self.state = EntryState.PUBLISHED

    def withdraw(self, since: date, *, reason: str, today: date) -> None:
        """From that day on it is no answer any more. Raises NothingPublished, ValidInPast."""
        self._require_kept()
        if not self.versions:
            raise NothingPublished
        if not reason.strip():
            raise WithdrawalReasonMissing
        if since < today:
            raise ValidInPast
        self._withdrawn(since=since, reason=reason.strip())

    @event(EntryWithdrawn)
    def _withdrawn(self, since: date, reason: str) -> None:
        self.draft = self.draft or self.versions[-1].content
        self.versions = _until(self.versions, since)
        self.state = EntryState.WITHDRAWN

    def _require_kept(self) -> None:
        if self.state is EntryState.WITHDRAWN:
            raise EntryWithdrawn


def _until(versions: tuple[Version, ...], day: date) -> tuple[Version, ...]:
    """As before, but nothing holds on that day or later; what would begin then never does."""
    return tuple(
        replace(version, valid_to=min(version.valid_to or date.max, day - DAY))
        for version in versions
        if version.valid_from < day
    )


def _require_complete(content: Content) -> None:
    if not content.title.strip():
        raise TitleMissing
    if not content.groups and not any(content.problems):
        raise GroupOrProblemMissing
    if not content.places:
        raise PlaceMissing
