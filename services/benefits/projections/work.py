"""The history of a case, minutes of acts, its time as the clock reads it, proposals that wait."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from chassis.aggregate import DomainEvent
from chassis.database import Connection
from chassis.event_log import Recorded
from services.benefits.case import Case
from services.benefits.effort import Effort
from services.benefits.legal_parameters import LegalParameters
from services.benefits.norms import INTERVIEWS, ActKind, norms_on
from services.benefits.projections import rows
from services.benefits.timekeeping import Timekeeping


async def note(tx: Connection, event: DomainEvent, aggregate: Any, recorded: Recorded) -> None:
    """What is kept of any event, whichever part of a case it happened to."""
    await _history(tx, aggregate, recorded.position)
    match event:
        case Case.InterviewConducted(interview=held):
            kind = INTERVIEWS[held.part]
            worker = recorded.actor_id
            await _act(
                tx, held.interview_id, aggregate.id, worker, kind, held.on, held.minutes,
                norms_on(held.on).minutes[kind],
            )  # fmt: skip
        case Effort.MinutesRecorded():
            await _act(
                tx, aggregate.id, event.case_id, event.worker, event.kind, event.on,
                event.minutes, event.norm,
            )  # fmt: skip


async def _history(tx: Connection, aggregate: Any, position: int) -> None:
    """Of whatever belongs to a case, also of parts that come to be later."""
    case_id = aggregate.id if isinstance(aggregate, Case) else getattr(aggregate, "case_id", None)
    if case_id is not None:
        await tx.execute(
            "insert into case_events (case_id, position) values ($1, $2) on conflict do nothing",
            case_id,
            position,
        )


async def _act(
    tx: Connection,
    act_id: UUID,
    case_id: UUID,
    worker: str,
    kind: ActKind,
    on: date,
    minutes: int,
    norm: int,
) -> None:
    await tx.execute(
        "insert into acts (act_id, case_id, worker, kind, on_day, minutes, norm)"
        " values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        act_id, case_id, worker, kind.value, on, minutes, norm,
    )  # fmt: skip


async def note_proposals(tx: Connection, book: LegalParameters) -> None:
    """Those that wait for the second person."""
    waiting = book.waiting()
    await tx.execute(
        "delete from parameter_proposals where proposal_id <> all($1)",
        [one.proposal_id for one in waiting],
    )
    await tx.executemany(
        "insert into parameter_proposals (proposal_id, kind, valid_from, proposed_by, proposed_on)"
        " values ($1, $2, $3, $4, $5) on conflict do nothing",
        [
            (one.proposal_id, one.proposed.kind, one.proposed.valid_from, one.proposed_by,
             one.proposed_on)
            for one in waiting
        ],
    )  # fmt: skip


async def note_time(tx: Connection, timekeeping: Timekeeping, position: int) -> None:
    view = rows.view(timekeeping, "due", "standing", "halts", "notices", "urging")
    await tx.execute(
        "insert into timekeeping (case_id, decision_due, halted, view, position)"
        " values ($1, $2, $3, $4, $5) on conflict (case_id) do update"
        " set decision_due = excluded.decision_due, halted = excluded.halted,"
        " view = excluded.view",
        timekeeping.case_id, timekeeping.due, timekeeping.standing is not None,
        view, position,
    )  # fmt: skip
    await tx.executemany(
        "insert into deadlines_said (holder, kind, due_on, missed) values ($1, $2, $3, $4)"
        " on conflict do nothing",
        [
            (said.holder, said.kind.value, said.due, missed)
            for missed, terms in ((False, timekeeping.approaching), (True, timekeeping.missed))
            for said in terms
        ],
    )
    await rows.deadlines(tx, timekeeping.id, timekeeping.case_id, timekeeping.deadlines())
