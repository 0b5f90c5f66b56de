"""What the clock does: says which terms were missed, and which decisions are final by term."""

from __future__ import annotations

from datetime import timedelta

from chassis.clockwork import done
from chassis.context import Context
from chassis.database import Reading
from services.benefits import queries
from services.benefits.commands import Commands
from services.benefits.deadlines import DeadlineKind

IN_THE_POST = timedelta(days=7)
"""How long an appeal posted on its last day, and so in time (KPA 57 § 5), may be on its way."""


async def act(commands: Commands, reading: Reading, ctx: Context) -> int:
    """Each missed term and each finality once, however often it runs; tells how many were new."""
    new = 0
    for row in await queries.terms_passed(reading, ctx.today):
        kind = DeadlineKind(row["kind"])
        step = ctx.step(f"missed/{row['case_id']}/{kind}/{row['due']}")
        new += await done(commands.report_missed_term(row["case_id"], kind, ctx=step))
    for row in await queries.appeal_terms_passed(reading, ctx.today - IN_THE_POST):
        step = ctx.step(f"final/{row['decision_id']}/{row['appeal_until']}")
        new += await done(commands.confirm_finality(row["decision_id"], ctx=step))
    return new
