"""What the clock does: says which alarms nobody took in time."""

from __future__ import annotations

from datetime import timedelta

from chassis.clockwork import done
from chassis.context import Context
from chassis.database import Reading
from services.intake.alarm import longest_wait_on
from services.intake.commands import Commands
from services.intake.queries import contacts

EVERY = timedelta(minutes=5)
"""An alarm waits for minutes, so the clock does not wait for the hour."""


async def act(commands: Commands, reading: Reading, ctx: Context) -> int:
    """Tells of each alarm once, however often it runs; answers of how many."""
    before = ctx.now - longest_wait_on(ctx.today)
    escalated = 0
    for contact_id in await contacts.alarms_not_taken(reading, before):
        step = ctx.step(f"alarm/{contact_id}/{ctx.now.isoformat()}")
        escalated += await done(commands.escalate_alarm(contact_id, ctx=step))
    return escalated
