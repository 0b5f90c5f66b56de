"""What every command of a case begins with: loading it, and who may lead it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Context
from chassis.database import Pool
from chassis.event_log import EventLog
from chassis.refusal import NotFound
from services.benefits import queries
from services.benefits.assessment import Assessment, assessment_id_for
from services.benefits.calculation import InForce, law_on
from services.benefits.case import Case
from services.benefits.counting import Counting
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.legal_parameters import BOOK_ID, LegalParameters
from services.benefits.means import Means, means_id_for
from services.benefits.practice import Practice, practice_id_for
from services.benefits.queries.counting import family_of
from services.benefits.realisation.fees import Fees, fees_id_for
from services.benefits.realisation.monitoring import Monitoring, monitoring_id_for
from services.benefits.realisation.obliged import ObligedPerson
from services.benefits.refusals.giving import SocialContractMissing
from services.benefits.timekeeping import Timekeeping, timekeeping_id_for

WORKERS = (Role.BENEFITS_WORKER, Role.CARE_WORKER)
"""Who leads proceedings; the care-services team those about services."""


class Leading:
    """`reading` is the pool of the same database that the log writes to."""

    def __init__(self, log: EventLog, reading: Pool) -> None:
        self.log = log
        self.reading = reading

    async def _lead(self, case_id: UUID, ctx: Context) -> Case:
        """Raises SameWorkerForBoth for the household's social worker, CareTeamOnly."""
        case = await self.log.load(Case, case_id, ctx=ctx)
        self._require_leader(case, await self._social_workers(case, ctx), ctx)
        return case

    @staticmethod
    def _require_leader(case: Case, social_workers: frozenset[str], ctx: Context) -> None:
        case.require_separation(ctx.worker.id, social_workers)
        if ctx.worker.role == Role.CARE_WORKER:
            case.require_care()

    async def _led(self, decision_id: UUID, ctx: Context) -> Decision:
        """A decision, for whoever may lead its case."""
        decision = await self.log.load(Decision, decision_id, ctx=ctx)
        await self._lead(decision.case_id, ctx)
        return decision

    async def _decisions(self, case: Case, ctx: Context) -> list[Decision]:
        """All of the case, drafts too, in the order in which they were begun."""
        return [await self.log.load(Decision, id_, ctx=ctx) for id_ in case.decisions]

    async def law_on(self, day: date, ctx: Context | None = None) -> InForce:
        """The parameters in force on that day, with every set published so far."""
        book = await self.log.find(LegalParameters, BOOK_ID, ctx=ctx)
        return law_on(day) if book is None else book.law_on(day)

    async def _social_workers(self, case: Case, ctx: Context) -> frozenset[str]:
        return await queries.social_workers_of(ctx.connection or self.reading, case.person_id)

    async def _require_contract(self, person_id: UUID, on: date, ctx: Context) -> None:
        """Raises SocialContractMissing (ups art. 39a)."""
        if not await queries.under_contract(ctx.connection or self.reading, person_id, on):
            raise SocialContractMissing(on)

    async def _assessment(self, case: Case, ctx: Context) -> Assessment:
        return await self.log.load(Assessment, assessment_id_for(case.id), ctx=ctx)

    async def _monitoring(self, entitlement: Entitlement, ctx: Context) -> Monitoring:
        """What is seen of the benefit; it begins with the first look."""
        found = await self.log.find(Monitoring, monitoring_id_for(entitlement.id), ctx=ctx)
        if found is None:
            found = Monitoring.of(entitlement, on=ctx.today)
            assessment_id = assessment_id_for(entitlement.case_id)
            assessment = await self.log.find(Assessment, assessment_id, ctx=ctx)
            if assessment is not None and assessment.terms_in_force is not None:
                found.note_terms(assessment.terms_in_force)
        return found

    async def _counting(self, case_id: UUID, person_id: UUID, ctx: Context) -> Counting:
        """What statistics count a decision of the case by, as of today."""
        assessment = await self.log.load(Assessment, assessment_id_for(case_id), ctx=ctx)
        family, persons = await family_of(ctx.connection or self.reading, person_id)
        return Counting(family, persons, assessment.reasons)

    async def _means(self, case: Case, ctx: Context) -> Means:
        return await self.log.load(Means, means_id_for(case.id), ctx=ctx)

    async def _obliged_in(self, case: Case, obliged_id: UUID, ctx: Context) -> ObligedPerson:
        """Of this case. Raises NotFound."""
        obliged = await self.log.load(ObligedPerson, obliged_id, ctx=ctx)
        if obliged.case_id != case.id:
            raise NotFound("obliged person")
        return obliged

    async def _fees(self, case: Case, ctx: Context) -> Fees:
        """The fee account of the case; it begins with the first look."""
        found = await self.log.find(Fees, fees_id_for(case.id), ctx=ctx)
        return found or Fees(case_id=case.id, person_id=case.person_id, benefit=case.benefit)

    async def _practice(self, ctx: Context) -> Practice | None:
        """What the unit chose; None where it never chose anything."""
        return await self.log.find(Practice, practice_id_for(ctx.worker.unit), ctx=ctx)

    async def _timekeeping(self, case: Case, ctx: Context) -> Timekeeping:
        """The case's own, or a new one where there was nothing to note yet."""
        known = await self.log.find(Timekeeping, timekeeping_id_for(case.id), ctx=ctx)
        return known or Timekeeping.begin(
            case_id=case.id,
            person_id=case.person_id,
            filed_on=case.filed_on,
            due=case.decision_due,
        )
