"""The one thing that a partner does in the platform: to announce a fact about its client."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts import contractor, pup
from osnowa_contracts.fact import Fact, all_facts
from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.database import Pool
from chassis.event_log import EventLog, Receipt
from chassis.merges import entries_of
from chassis.refusal import RoleMissing
from chassis.security import Unit
from services.partner import queries
from services.partner.announcement import Announcement
from services.partner.refusals import (
    AnotherContractor,
    NotAnnouncedHere,
    OrderUnknown,
    PersonMissing,
    PersonUnknown,
)

DISPATCHER = (Role.DISPATCHER,)
IN_THE_FIELD = (Role.DISPATCHER, Role.CARER)
LABOUR_OFFICE = (Role.LABOUR_OFFICER,)

ROLES: dict[type[Fact], tuple[Role, ...]] = {
    contractor.OrderAccepted: DISPATCHER,
    contractor.OrderRejected: DISPATCHER,
    contractor.OrderQueued: DISPATCHER,
    contractor.ScheduleSet: DISPATCHER,
    contractor.ServiceStarted: IN_THE_FIELD,
    contractor.VisitCompleted: IN_THE_FIELD,
    contractor.VisitMissed: IN_THE_FIELD,
    contractor.AbsenceReported: IN_THE_FIELD,
    contractor.AmendmentAcknowledged: DISPATCHER,
    contractor.MonthlyReportSubmitted: DISPATCHER,
    contractor.SurveyAnswered: IN_THE_FIELD,
    contractor.IncidentReported: IN_THE_FIELD,
    pup.LabourStatusReported: LABOUR_OFFICE,
    pup.ActionPlanReported: LABOUR_OFFICE,
    pup.TrainingOutcomeReported: LABOUR_OFFICE,
    pup.OfferOutcomeReported: LABOUR_OFFICE,
}
"""Who announces what: the office plans and answers, whoever is at the client's tells of it."""


class Commands:
    def __init__(self, log: EventLog, reading: Pool) -> None:
        self.log = log
        self.reading = reading

    @command(Role.DISPATCHER, Role.CARER, Role.LABOUR_OFFICER)
    async def announce(self, fact: Fact, person_id: UUID | None, *, ctx: Context) -> Receipt:
        """Only about a client of whom this node was told, and only on its own orders."""
        roles = ROLES[type(fact)]
        if ctx.worker.role not in roles:
            raise RoleMissing(fact.name(), ctx.worker.role, tuple(roles))
        spoken_for = getattr(fact, "contractor", ctx.worker.unit)
        if spoken_for != ctx.worker.unit:
            raise AnotherContractor(spoken_for)
        await self._require_ours(fact, person_id)
        announcement = Announcement(
            fact_type=fact.type(), data=fact.model_dump(mode="json"), person_id=person_id
        )
        return await self.log.append(announcement, ctx=ctx)

    async def _require_ours(self, fact: Fact, person_id: UUID | None) -> None:
        order_id = getattr(fact, "order_id", None)
        if person_id is None:
            if not isinstance(fact, contractor.MonthlyReportSubmitted) or order_id is not None:
                raise PersonMissing
            return
        if await queries.person(self.reading, person_id) is None:
            raise PersonUnknown
        if order_id is None:
            return
        order = await queries.order(self.reading, order_id)
        if order is None or order["person_id"] not in await entries_of(self.reading, person_id):
            raise OrderUnknown


def fact_named(name: str, unit: Unit) -> type[Fact]:
    """The newest version of a fact that this unit may announce. Raises NotAnnouncedHere."""
    known = [
        cls for cls in all_facts().values() if cls.name() == name and unit.kind == cls.PUBLISHER
    ]
    if name not in unit.announces or not known:
        raise NotAnnouncedHere(name, unit.name)
    return max(known, key=lambda cls: cls.MAJOR)
