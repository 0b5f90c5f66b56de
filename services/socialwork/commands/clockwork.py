"""What the clock does each day: says which monthly certificates were not issued in time."""

from __future__ import annotations

from chassis.clockwork import done
from chassis.context import Context
from chassis.database import Reading
from services.socialwork import queries
from services.socialwork.commands import Commands


async def report_overdue_certificates(commands: Commands, reading: Reading, ctx: Context) -> int:
    """Reports each overdue month once, however often it runs; tells how many were new."""
    new = 0
    for expected in await queries.expected_certificates(reading, ctx.today):
        if expected.overdue:
            step = ctx.step(f"overdue/{expected.terms_id}/{expected.month}")
            new += await done(
                commands.report_overdue_certificate(expected.file_id, expected.month, ctx=step)
            )
    return new
