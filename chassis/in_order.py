"""The usual case of the inbox: what arrives is exactly what comes next, and nothing waits.

Then two statements do what otherwise takes five: one takes the turn and looks where each publisher
is, the other stores the facts as handled, shows them and moves the checkpoints.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import asyncpg
from osnowa_contracts.envelope import digest

from chassis.arrivals import Received
from chassis.copies import SAVE, Turn
from chassis.timeline import SHOW_TOLD

TAKE_AND_LOOK = """
select c.followed, c.disclosed, c.shown, p.publisher, coalesce(h.through, 0) as through,
    coalesce(h.digest, '') as digest,
    c.xmin = (select xmin from copies)
        and not exists (select from inbox i
            where i.publisher = p.publisher and i.sequence > coalesce(h.through, 0))
        and not exists (select from inbox i
            where i.person_id = any($2::uuid[]) and i.state in ('parked', 'waiting')) as clear
from copies c
left join unnest($1::text[]) as p (publisher) on true
left join inbox_heads h on h.publisher = p.publisher
for update of c
"""
"""Where each publisher is, and whether the way is clear: nothing of it is stored ahead, nothing is
parked for these persons, and nobody wrote the copies while we waited for our turn (then all but
the copies themselves would be seen as it was before)."""


def comes_next(heads: Sequence[asyncpg.Record], received: Sequence[Received]) -> bool:
    """Whether the facts continue each publisher's sequence and chain, one after the other."""
    if not all(head["clear"] for head in heads):
        return False
    reached = {head["publisher"]: (head["through"], head["digest"]) for head in heads}
    for one in received:
        envelope = one.envelope
        through, last = reached[envelope.publisher]
        if envelope.sequence != through + 1 or envelope.previousdigest != last:
            return False
        reached[envelope.publisher] = (envelope.sequence, digest(one.raw))
    return True


async def store(turn: Turn, received: Sequence[Received], now: datetime) -> None:
    """Stores the facts as handled, with their timeline rows and the checkpoints behind them."""
    first = turn.next_shown(len(received))
    rows = [
        (r.envelope.publisher, r.envelope.sequence, r.envelope.id, r.envelope.type,
         r.envelope.form.value, r.person_id, r.raw.decode(), digest(r.raw),
         r.envelope.previousdigest, first + number)
        for number, r in enumerate(received)
    ]  # fmt: skip
    last = {publisher: (sequence, digest_) for publisher, sequence, *_, digest_, _, _ in rows}
    await turn.tx.execute(
        _STORE,
        *[list(column) for column in zip(*rows, strict=True)],
        now,
        list(last),
        [sequence for sequence, _ in last.values()],
        [digest_ for _, digest_ in last.values()],
        *turn.to_be_saved(),
    )


_STORE = (
    "with told as (insert into inbox (publisher, sequence, fact_id, type, form, person_id,"
    "   envelope, digest, previous_digest, timeline_position, received_at, fetched, state)"
    "   select u.*, $11::timestamptz, false, 'handled' from unnest($1::text[], $2::bigint[],"
    "   $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[],"
    "   $10::bigint[]) as u returning *),"
    f" shown as ({SHOW_TOLD.format('told')}),"
    f" saved as ({SAVE.format('$15', '$16', '$17')})"
    " insert into inbox_heads (publisher, through, announced, digest)"
    "   select publisher, through, through, digest"
    "   from unnest($12::text[], $13::bigint[], $14::text[]) as u (publisher, through, digest)"
    " on conflict (publisher) do update set through = excluded.through, digest = excluded.digest,"
    " announced = greatest(inbox_heads.announced, excluded.through)"
)
