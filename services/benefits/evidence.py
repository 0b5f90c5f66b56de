"""A piece of evidence: whom the office asked, what came and when (KPA 75, 77)."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, Created, event
from services.benefits.values import EvidenceKind, Initiative, Subject


class Evidence(Aggregate):
    """Asked for, or come by itself; `reference` tells one from another within the case."""

    TOPIC = "benefits.evidence"

    class EvidenceOpened(Created):
        TOPIC = "benefits.evidence.opened.1"
        case_id: UUID
        reference: str
        person_id: UUID
        source: str
        kind: EvidenceKind
        subject: Subject | None
        asked_on: date | None
        answer_by: date | None
        also_for: tuple[str, ...] = ()
        initiative: Initiative | None = None

    class EvidenceReceived(Aggregate.Event):
        TOPIC = "benefits.evidence.received.1"
        content: str
        on: date

    @staticmethod
    def create_id(case_id: UUID, reference: str, **_: Any) -> UUID:
        return uuid5(case_id, f"evidence/{reference}")

    @classmethod
    def request(
        cls,
        *,
        case_id: UUID,
        reference: str,
        person_id: UUID,
        source: str,
        kind: EvidenceKind,
        subject: Subject,
        on: date,
        answer_by: date | None,
        also_for: tuple[str, ...] = (),
        initiative: Initiative = Initiative.OWN_WITH_CLIENTS_KNOWLEDGE,
    ) -> Evidence:
        """Another institution is asked, with just enough to find the person.

        `initiative`: by the office itself, and the client knows, or as the client wished (SEP-5).
        """
        return cls(
            case_id=case_id,
            reference=reference,
            person_id=person_id,
            source=source,
            kind=kind,
            subject=subject,
            asked_on=on,
            answer_by=answer_by,
            also_for=also_for,
            initiative=initiative,
        )

    @classmethod
    def unasked(
        cls, *, case_id: UUID, reference: str, person_id: UUID, source: str, kind: EvidenceKind
    ) -> Evidence:
        """The party brought it, or an institution sent it by itself."""
        return cls(
            case_id=case_id,
            reference=reference,
            person_id=person_id,
            source=source,
            kind=kind,
            subject=None,
            asked_on=None,
            answer_by=None,
        )

    @event(EvidenceOpened)
    def __init__(
        self,
        case_id: UUID,
        reference: str,
        person_id: UUID,
        source: str,
        kind: EvidenceKind,
        subject: Subject | None,
        asked_on: date | None,
        answer_by: date | None,
        also_for: tuple[str, ...] = (),
        initiative: Initiative | None = None,
    ) -> None:
        self.case_id = case_id
        self.reference = reference
        self.person_id = person_id
        self.source = source
        self.kind = kind
        self.asked_on = asked_on
        self.answer_by = answer_by
        self.also_for = also_for
        self.initiative = initiative
        self.received_on: date | None = None
        self.content = ""

    def receive(self, content: str, *, on: date) -> None:
        """A later answer to the same question takes the place of the earlier one."""
        if (content, on) != (self.content, self.received_on):
            self._received(content=content, on=on)

    @event(EvidenceReceived)
    def _received(self, content: str, on: date) -> None:
        self.content = content
        self.received_on = on
