"""What the clock does: says which terms approach or were missed, and what is final by term.

Each is said once: the key of its command names the term, its aggregate knows what it said, and both
are written in one step. So it may be killed, started again, or run in two processes at once.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from chassis.clockwork import done
from chassis.context import Context
from chassis.database import Reading
from services.benefits import queries
from services.benefits.commands import Commands, falling_due
from services.benefits.deadlines import DeadlineKind, approaching_until
from services.benefits.queries import terms
from services.benefits.timekeeping_events import Said

IN_THE_POST = timedelta(days=7)
"""How long an appeal posted on its last day, and so in time (KPA 57 § 5), may be on its way."""


async def act(commands: Commands, reading: Reading, ctx: Context) -> int:
    """Each warning, each missed term and each finality once; tells how many were new."""
    new, soon = 0, await _near(commands, ctx)
    for row in await terms.terms_passed(reading, ctx.today):
        said, step = _said(row), ctx.step(_key("missed", row))
        new += await done(commands.report_missed_term(row["case_id"], said, ctx=step))
    for row in await terms.terms_approaching(reading, ctx.today, soon):
        said, step = _said(row), ctx.step(_key("approaching", row))
        new += await done(commands.report_approaching_term(row["case_id"], said, ctx=step))
    for row in await queries.appeal_terms_passed(reading, ctx.today - IN_THE_POST):
        step = ctx.step(f"final/{row['decision_id']}/{row['appeal_until']}")
        new += await done(commands.confirm_finality(row["decision_id"], ctx=step))
    return new + await falling_due.act(commands, reading, ctx)


async def _near(commands: Commands, ctx: Context) -> date:
    """Until which day terms approach, by what the centre set."""
    law = await commands.law_on(ctx.today)
    return approaching_until(ctx.today, law.terms.approaching_working_days)


def _said(row: Any) -> Said:
    return Said(row["holder"], DeadlineKind(row["kind"]), row["due_on"])


def _key(what: str, row: Any) -> str:
    return f"{what}/{row['holder']}/{row['kind']}/{row['due_on']}"
