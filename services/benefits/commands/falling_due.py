"""What falls due in realisation: certificates, plans that end too soon, periods over, fees."""

from __future__ import annotations

from chassis.calendar import Month
from chassis.clockwork import done
from chassis.context import Context
from chassis.database import Reading
from services.benefits.commands import Commands
from services.benefits.commands.realisation_inputs import FeeMonth
from services.benefits.payments import later
from services.benefits.plan import PLAN_AHEAD
from services.benefits.queries import realisation as queries


async def act(commands: Commands, reading: Reading, ctx: Context) -> int:
    """Each once, however often it runs; tells how many were new."""
    new, today = 0, ctx.today
    for id_ in await queries.certificates_to_watch(reading, today):
        step = ctx.step(f"certificates/{id_}/{ctx.now:%Y-%m-%dT%H}")
        new += await done(commands.watch_certificates(id_, ctx=step))
    wanted = later(str(Month.of(today)), PLAN_AHEAD)
    for id_ in await queries.plans_too_short(reading, wanted):
        new += await done(commands.extend_plan(id_, ctx=ctx.step(f"plan/{id_}/{wanted}")))
    for id_ in await queries.periods_over(reading, today):
        new += await done(commands.end_period(id_, ctx=ctx.step(f"period/{id_}/{today}")))
    for row in await queries.months_to_charge(reading, today):
        step = ctx.step(f"fee/{row['case_id']}/{row['month']}")
        month = FeeMonth(month=row["month"])
        new += await done(commands.charge_month(row["case_id"], month, ctx=step))
    return new
