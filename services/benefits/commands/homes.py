"""On the way into a residential home: the consent, and the sheet that goes with the placement."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits import queries
from services.benefits.case import Case
from services.benefits.commands.home_inputs import ConsentGiven, SheetWritten
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.refusals.general import PersonUnknown
from services.benefits.resident import Contact, HomeConsent, Resident, ResidentSheet


class Homes(Leading):
    """What the care-services team prepares before somebody moves in."""

    @command(*WORKERS)
    async def record_home_consent(
        self, case_id: UUID, new: ConsentGiven, *, ctx: Context
    ) -> Receipt:
        """A refusal stops referral and placement until a court rules (ups art. 54, 55)."""
        case = await self._lead(case_id, ctx)
        consent = HomeConsent(
            new.answer, new.by, new.on or ctx.today, new.reference.strip(), ctx.worker.id
        )
        case.record_home_consent(consent, today=ctx.today)
        return await self.log.append(case, ctx=ctx)

    @command(*WORKERS)
    async def write_resident_sheet(
        self, case_id: UUID, new: SheetWritten, *, ctx: Context
    ) -> Receipt:
        """`data.version` counts the sheets of the case. Raises PersonUnknown, NotAboutAHome."""
        case = await self._lead(case_id, ctx)
        written = case.write_resident_sheet(
            ResidentSheet(
                sheet_id=case.id,
                version=1,
                on=ctx.today,
                by=ctx.worker.id,
                resident=await self._resident(case, ctx),
                contacts=tuple(Contact(c.name, c.relation, c.phone) for c in new.contacts),
                health_needs=tuple(one.what for one in new.health_needs),
                representative=new.representative,
                aids=tuple(one.what for one in new.aids),
                risks=tuple(one.what for one in new.risks),
                diet=new.diet,
                medicines=new.medicines,
                doctor=new.doctor,
                habits=new.habits,
            )
        )
        told = {"sheet_id": written.sheet_id, "version": written.version}
        return await self.log.append(case, ctx=ctx, result=told)

    async def _resident(self, case: Case, ctx: Context) -> Resident:
        row = await queries.person(ctx.connection or self.reading, case.person_id)
        if row is None:
            raise PersonUnknown(str(case.person_id))
        return Resident(
            row["given_names"], row["family_name"], row["birth_date"], _address(row["address"])
        )


def _address(stored: str | None) -> tuple[str, ...]:
    if not stored:
        return ()
    found: dict[str, Any] = json.loads(stored)
    return (found["street"], f"{found['postal_code']} {found['city']}")
