"""What benefits does because of others' facts; only the platform itself issues these commands."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from datetime import date
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.aggregate import Aggregate
from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits import queries
from services.benefits.case import Case
from services.benefits.commands.leading import Leading
from services.benefits.decision import entitlement_id_for
from services.benefits.entitlement import Entitlement
from services.benefits.evidence import Evidence
from services.benefits.realisation.monitoring import Monitoring
from services.benefits.values import EvidenceKind, ReviewTrigger


class Reviewing(Leading):
    """Something happened that may change a running benefit (ups art. 106 ust. 5)."""

    async def _reviewed(
        self, case: Case, trigger: ReviewTrigger, ground: UUID, ctx: Context
    ) -> list[Entitlement]:
        """The running benefits of a case, each with a review opened; one under review stays so."""
        opened = [e for e in await self._benefits(case, ctx) if e.may_be_reviewed]
        for entitlement in opened:
            entitlement.open_review(trigger, ground, on=ctx.today)
        return opened

    async def _benefits(self, case: Case, ctx: Context) -> list[Entitlement]:
        """What the decisions of a case led to."""
        ids = [entitlement_id_for(decision_id) for decision_id in case.decisions]
        found = [await self.log.find(Entitlement, id_, ctx=ctx) for id_ in ids]
        return [entitlement for entitlement in found if entitlement is not None]

    async def _monitored(self, case: Case, ctx: Context) -> list[Monitoring]:
        """What is watched of each of them."""
        return [await self._monitoring(e, ctx) for e in await self._benefits(case, ctx)]


class Following(Reviewing):
    """A fact about a client may concern several open cases: all of them change, or none."""

    @command(Role.SYSTEM)
    async def note_unused_resources(
        self,
        persons: Iterable[UUID],
        certificate_id: UUID,
        has_unused: bool,
        on: date,
        *,
        ctx: Context,
    ) -> Receipt:
        """Certificate 4, in every open case of everybody whom it covers."""
        noted: list[Aggregate] = []
        async for case in self._open_cases(persons, ctx):
            assessment = await self._assessment(case, ctx)
            assessment.note_unused_resources(certificate_id, has_unused, on)
            noted.append(assessment)
        return await self._append(noted, certificate_id, ctx)

    @command(Role.SYSTEM)
    async def note_cooperation_terms(
        self, persons: Iterable[UUID], certificate_id: UUID, on: date, *, ctx: Context
    ) -> Receipt:
        """Certificate 5."""
        noted: list[Aggregate] = []
        async for case in self._open_cases(persons, ctx):
            assessment = await self._assessment(case, ctx)
            assessment.note_cooperation_terms(certificate_id, on)
            noted.append(assessment)
            for monitoring in await self._monitored(case, ctx):
                monitoring.note_terms(on)
                noted.append(monitoring)
        return await self._append(noted, certificate_id, ctx)

    @command(Role.SYSTEM)
    async def note_social_work_end(
        self, person_id: UUID, social_work_id: UUID, on: date, *, ctx: Context
    ) -> Receipt:
        """Certificate 6 is due while social work is conducted ([002] tab. 24); no longer now."""
        noted: list[Aggregate] = []
        async for case in self._open_cases([person_id], ctx):
            assessment = await self._assessment(case, ctx)
            assessment.note_social_work_end(on)
            noted.append(assessment)
            if assessment.terms_in_force is None:
                for monitoring in await self._monitored(case, ctx):
                    monitoring.end_terms(on)
                    noted.append(monitoring)
        return await self._append(noted, social_work_id, ctx)

    @command(Role.SYSTEM)
    async def follow_transfer(
        self, applications: Iterable[UUID], authority: str, reason: str, *, ctx: Context
    ) -> Receipt:
        """First contact passed the matter on (KPA 65): what is not decided goes with it.

        A decided case stays here, marked, and its running benefits are reviewed.
        """
        followed: list[Aggregate] = []
        reading, cause = ctx.connection or self.reading, None
        for row in await queries.cases_of_applications(reading, list(applications)):
            case = await self.log.find(Case, row["case_id"], ctx=ctx)
            if case is None or case.is_over:
                continue
            cause = row["application_id"]
            case.follow_transfer(authority, reason, on=ctx.today)
            followed.append(case)
            if not case.is_over:
                followed += await self._reviewed(case, ReviewTrigger.NEED_CHANGE, cause, ctx)
        if cause is None:
            return Receipt(id=next(iter(applications)), position=0)
        return await self._append(followed, cause, ctx)

    @command(Role.SYSTEM)
    async def note_cooperation(
        self,
        person_id: UUID,
        certificate_id: UUID,
        month: str,
        cooperates: bool,
        on: date,
        *,
        ctx: Context,
    ) -> Receipt:
        """Certificate 6. A negative one opens a review of each benefit; it cuts nothing."""
        noted: list[Aggregate] = []
        async for case in self._open_cases([person_id], ctx):
            assessment = await self._assessment(case, ctx)
            assessment.note_cooperation(certificate_id, month, cooperates, on)
            noted.append(assessment)
            for monitoring in await self._monitored(case, ctx):
                monitoring.note_certificate(month, certificate_id, cooperates)
                noted.append(monitoring)
            if not cooperates:
                noted += await self._reviewed(
                    case, ReviewTrigger.NON_COOPERATION, certificate_id, ctx
                )
        return await self._append(noted, certificate_id, ctx)

    @command(Role.SYSTEM)
    async def note_change(
        self,
        person_id: UUID,
        trigger: ReviewTrigger,
        report_id: UUID,
        *,
        benefit: str | None,
        ctx: Context,
    ) -> Receipt:
        """A social worker reported a change: what it may concern is reviewed."""
        opened: list[Aggregate] = []
        async for case in self._open_cases([person_id], ctx):
            if benefit is None or case.benefit == benefit:
                opened += await self._reviewed(case, trigger, report_id, ctx)
        return await self._append(opened, report_id, ctx)

    @command(Role.SYSTEM)
    async def note_evidence(
        self,
        person_id: UUID,
        source: str,
        kind: EvidenceKind,
        content: str,
        *,
        fact_id: UUID,
        request_id: UUID | None,
        ctx: Context,
    ) -> Receipt:
        """The answer to our question, or news for every open case.

        An answer counts as one only from whom we asked, and about the person we asked about.
        """
        noted: list[Aggregate] = []
        asked = await self.log.find(Evidence, request_id, ctx=ctx) if request_id else None
        reading = ctx.connection or self.reading
        mine = asked and await queries.is_same_person(reading, asked.person_id, person_id)
        if asked and mine and asked.source == source:
            asked.receive(content, on=ctx.today)
            return await self._append([asked], fact_id, ctx)
        async for case in self._open_cases([person_id], ctx):
            evidence = Evidence.unasked(
                case_id=case.id,
                reference=str(fact_id),
                person_id=person_id,
                source=source,
                kind=kind,
            )
            evidence.receive(content, on=ctx.today)
            noted.append(evidence)
        return await self._append(noted, fact_id, ctx)

    # --- what the fact concerns ---------------------------------------------

    async def _open_cases(self, persons: Iterable[UUID], ctx: Context) -> AsyncIterator[Case]:
        reading = ctx.connection or self.reading
        for case_id in await queries.case_ids_of(reading, sorted(persons)):
            case = await self.log.find(Case, case_id, ctx=ctx)
            if case is not None and not case.is_over:
                yield case

    async def _append(self, noted: list[Aggregate], cause: UUID, ctx: Context) -> Receipt:
        if not noted:
            return Receipt(id=cause, position=0)
        return await self.log.append(*noted, ctx=ctx)
