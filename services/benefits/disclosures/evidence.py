"""Evidence asked for and received, as facts; what it says stays in the file."""

from __future__ import annotations

from collections.abc import Iterator

from osnowa_contracts import benefits as facts
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from services.benefits.evidence import Evidence
from services.benefits.values import Initiative


def of_evidence(event: DomainEvent, evidence: Evidence) -> Iterator[Fact]:
    match event:
        case Evidence.EvidenceOpened(subject=subject) if subject is not None:
            yield facts.EvidenceRequested(
                request_id=evidence.id, case_id=evidence.case_id, source=evidence.source,
                kind=evidence.kind, given_names=subject.given_names,
                family_name=subject.family_name, birth_date=subject.birth_date,
                answer_by=evidence.answer_by, also_for=evidence.also_for,
                at_clients_wish=evidence.initiative is Initiative.CLIENTS_WISH,
            )  # fmt: skip
        case Evidence.EvidenceReceived(on=on):
            yield facts.EvidenceReceived(
                evidence_id=evidence.id,
                case_id=evidence.case_id,
                request_id=evidence.id if evidence.asked_on else None,
                source=evidence.source,
                kind=evidence.kind,
                on=on,
            )
