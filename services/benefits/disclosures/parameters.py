"""Legal parameters as a fact about nobody: only statistics are told."""

from __future__ import annotations

from collections.abc import Iterator

from osnowa_contracts import benefits as facts

from chassis.aggregate import DomainEvent
from chassis.disclosure import Announcement
from services.benefits.legal_parameters import LegalParameters


def of_parameters(event: DomainEvent) -> Iterator[Announcement]:
    match event:
        case LegalParameters.ParametersPublished(published=published):
            fact = facts.LegalParametersPublished(
                set_id=event.proposal_id,
                parameters=published.kind,
                valid_from=published.valid_from,
                on=event.on,
            )
            yield Announcement(fact, person=None)
