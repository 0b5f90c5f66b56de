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
from chassis.database import as_json
from chassis.timeline import SHOW_TOLD

TAKE_AND_LOOK = """
select c.followed, c.disclosed, c.shown, p.publisher, coalesce(h.through, 0) as through,
    coalesce(h.digest, '') as digest,
    c.xmin = (select xmin from copies)
        and not exists (select from inbox i
            where i.publisher = p.publisher and i.sequence > coalesce(h.through, 0))
        and not exists (select from inbox i where i.state in ('parked', 'waiting')
            and (i.person_id = any($2::uuid[])
                or exists (select from merges) and ids_of(i.person_id) && $2::uuid[])) as clear
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
        {"publisher": r.envelope.publisher, "sequence": r.envelope.sequence,
         "fact_id": r.envelope.id, "type": r.envelope.type, "form": r.envelope.form,
         "person_id": r.person_id, "received_at": now, "envelope": r.raw.decode(),
         "digest": digest(r.raw), "previous_digest": r.envelope.previousdigest,
         "timeline_position": None if r.envelope.id in turn.repeated else first + number}
        for number, r in enumerate(received)
    ]  # fmt: skip
    heads = {
        row["publisher"]: {
            "publisher": row["publisher"],
            "through": row["sequence"],
            "announced": row["sequence"],
            "digest": row["digest"],
        }
        for row in rows
    }
    await turn.tx.execute(_STORE, as_json(rows), as_json(list(heads.values())), *turn.to_be_saved())


_STORE = (
    "with told as (insert into inbox (publisher, sequence, fact_id, type, form, person_id,"
    "   received_at, envelope, digest, previous_digest, timeline_position, fetched, state)"
    "   select publisher, sequence, fact_id, type, form, person_id, received_at, envelope, digest,"
    "   previous_digest, timeline_position, false, 'handled'"
    "   from json_populate_recordset(null::inbox, $1) returning *),"
    f" shown as ({SHOW_TOLD.format('told')}),"
    f" saved as ({SAVE.format('$3', '$4', '$5')})"
    " insert into inbox_heads select * from json_populate_recordset(null::inbox_heads, $2)"
    " on conflict (publisher) do update set through = excluded.through, digest = excluded.digest,"
    " announced = greatest(inbox_heads.announced, excluded.announced)"
)
