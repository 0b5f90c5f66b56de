"""The catalogue of help with two times: for which days an entry holds, and since when we know."""

from __future__ import annotations

from chassis.aggregate import DomainEvent
from chassis.database import Connection
from chassis.event_log import Recorded
from services.intake.catalogue.entry import Entry
from services.intake.queries.catalogue import CONTENT


async def project(tx: Connection, event: DomainEvent, entry: Entry, recorded: Recorded) -> None:
    await tx.execute(
        "insert into catalogue_entries (entry_id, title, state, drafted_by, has_draft, position)"
        " values ($1, $2, $3, $4, $5, $6) on conflict (entry_id) do update set"
        " title = excluded.title, state = excluded.state, drafted_by = excluded.drafted_by,"
        " has_draft = excluded.has_draft",
        entry.id,
        entry.content.title,
        entry.state.value,
        entry.draft_by,
        entry.draft is not None,
        recorded.position,
    )
    if isinstance(event, Entry.EntryPublished | Entry.EntryWithdrawn):
        await _versions(tx, entry, recorded)


async def _versions(tx: Connection, entry: Entry, recorded: Recorded) -> None:
    """What was known until now stays as it was known; from now on it is this."""
    await tx.execute(
        "update catalogue set known_to = $2 where entry_id = $1 and known_to is null"
        " and known_from < $2",
        entry.id,
        recorded.recorded_at,
    )
    await tx.executemany(
        "insert into catalogue (entry_id, number, content, benefit, valid_from, valid_to,"
        " known_from) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        [
            (
                entry.id,
                version.number,
                CONTENT.dump_json(version.content).decode(),
                version.content.benefit.value if version.content.benefit else None,
                version.valid_from,
                version.valid_to,
                recorded.recorded_at,
            )
            for version in entry.versions
        ],
    )
