"""Keeps what is counted of each fact, with the position by which it can be found again."""

from __future__ import annotations

import json

from osnowa_contracts.access import AccessEnded
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Counted, Fact, Form, find

from chassis.context import WARSAW
from chassis.database import Connection


async def project_fact(tx: Connection, fact: Fact, envelope: Envelope) -> None:
    """Only the form without a person is kept; another form came here by mistake and is left out."""
    if envelope.form is not Form.COUNT or envelope.subject is not None:
        return
    if isinstance(fact, AccessEnded):
        return
    known = find(envelope.type)
    counted = known.fields_marked(Counted) if known else frozenset()
    await tx.execute(
        "insert into counted values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        envelope.publisher,
        envelope.sequence,
        fact.PUBLISHER.value,
        fact.name(),
        f"{envelope.time.astimezone(WARSAW):%Y-%m}",
        envelope.time,
        json.dumps({name: value for name, value in envelope.data.items() if name in counted}),
    )
