"""What several projections write alike: a view as JSON, and the terms that somebody holds."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic_core import to_json

from chassis.database import Connection


def view(aggregate: Any, *names: str) -> str:
    return to_json({name: getattr(aggregate, name) for name in names}).decode()


async def deadlines(tx: Connection, holder: UUID, case_id: UUID, due: Any) -> None:
    await tx.execute("delete from deadlines where holder = $1", holder)
    await tx.executemany(
        "insert into deadlines (holder, case_id, kind, due_on) values ($1, $2, $3, $4)",
        [(holder, case_id, one.kind.value, one.due) for one in due],
    )
