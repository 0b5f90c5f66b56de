"""The proceeding: from the accepted application to the completed assessment."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID, uuid4

from osnowa_contracts.fact import Publisher
from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from chassis.refusal import NotFound
from services.benefits import queries
from services.benefits.case import Case
from services.benefits.commands.inputs import (
    AnswerGiven,
    Elsewhere,
    EvidenceGiven,
    EvidenceWanted,
    InterviewHeld,
    InterviewPlan,
    InterviewRefusal,
    PartyHearing,
)
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.evidence import Evidence
from services.benefits.lifecycle import Action, CaseState
from services.benefits.refusals.assessment import EvidenceUnknown
from services.benefits.refusals.general import InTheFuture, PersonUnknown
from services.benefits.values import Subject

HEADS = (Role.BENEFITS_HEAD, Role.DIRECTOR)
"""Who may let an interview take place elsewhere."""


class Proceeding(Leading):
    """The benefits worker finds out what the decision needs."""

    @command(*WORKERS)
    async def start_assessment(self, case_id: UUID, *, ctx: Context) -> Receipt:
        """Takes the case, if nobody leads it yet."""
        case = await self._lead(case_id, ctx)
        case.start_assessment(by=ctx.worker.id, on=ctx.today)
        due = {"interview_due": case.interview_due, "decision_due": case.decision_due}
        return await self.log.append(case, ctx=ctx, result=due)

    @command(*WORKERS)
    async def schedule_interview(
        self, case_id: UUID, new: InterviewPlan, *, ctx: Context
    ) -> Receipt:
        case = await self._lead(case_id, ctx)
        interview_id = case.schedule_interview(
            new.part, new.on, joint=new.joint, separate_because=new.separate_because
        )
        return await self.log.append(case, ctx=ctx, result={"interview_id": interview_id})

    @command(*HEADS)
    async def allow_interview_elsewhere(
        self, case_id: UUID, new: Elsewhere, *, ctx: Context
    ) -> Receipt:
        """For one interview away from home, or outside working days (`domain.md` C10)."""
        case = await self.log.load(Case, case_id, ctx=ctx)
        case.allow_interview_elsewhere(new.reason, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(case, ctx=ctx)

    @command(*WORKERS)
    async def record_interview(self, case_id: UUID, new: InterviewHeld, *, ctx: Context) -> Receipt:
        """Raises HeadConsentMissing, JointVisitWanted, InterviewFieldsWrong, NothingToUpdate."""
        case = await self._lead(case_id, ctx)
        earlier = await queries.was_interviewed(
            ctx.connection or self.reading, case.person_id, before=new.on
        )
        interview_id = case.record_interview(new.interview(), earlier=earlier, today=ctx.today)
        return await self.log.append(case, ctx=ctx, result={"interview_id": interview_id})

    @command(*WORKERS)
    async def record_interview_refusal(
        self, case_id: UUID, new: InterviewRefusal, *, ctx: Context
    ) -> Receipt:
        """A ground to refuse, suspend or revoke (ups art. 107 ust. 4a)."""
        case = await self._lead(case_id, ctx)
        case.record_interview_refusal(new.reason, on=new.on, today=ctx.today)
        return await self.log.append(case, ctx=ctx)

    @command(*WORKERS)
    async def hear_party(self, case_id: UUID, new: PartyHearing, *, ctx: Context) -> Receipt:
        """Before the decision the party may see the file and comment (KPA 10)."""
        case = await self._lead(case_id, ctx)
        case.hear_party(new.comments, informed_on=new.informed_on, until=new.until)
        return await self.log.append(case, ctx=ctx)

    @command(*WORKERS)
    async def answer_question(self, case_id: UUID, new: AnswerGiven, *, ctx: Context) -> Receipt:
        case = await self._lead(case_id, ctx)
        case.require(Action.ANSWER_QUESTION)
        await self._require_evidence(case, new.evidence, ctx)
        assessment = await self._assessment(case, ctx)
        assessment.answer(
            new.question,
            new.value,
            new.text,
            new.evidence,
            new.reasons,
            by=ctx.worker.id,
            on=ctx.today,
            monitored=case.state is CaseState.DECISION,
        )
        return await self.log.append(assessment, ctx=ctx)

    async def _require_evidence(self, case: Case, named: Collection[UUID], ctx: Context) -> None:
        """Evidence of this case, or an interview that was held in it."""
        interviews = {interview.interview_id for interview in case.interviews}
        for evidence_id in set(named) - interviews:
            evidence = await self.log.find(Evidence, evidence_id, ctx=ctx)
            if evidence is None or evidence.case_id != case.id:
                raise EvidenceUnknown(str(evidence_id))

    @command(*WORKERS)
    async def request_evidence(
        self, case_id: UUID, new: EvidenceWanted, *, ctx: Context
    ) -> Receipt:
        """The social worker to whom the client was referred is told as well (`domain.md` H).

        Raises PersonUnknown while the client's data are still on their way from intake.
        """
        case = await self._lead(case_id, ctx)
        case.require(Action.REQUEST_EVIDENCE)
        referred = bool((await self._assessment(case, ctx)).referrals)
        evidence = Evidence.request(
            case_id=case.id,
            reference=ctx.idempotency_key or str(uuid4()),
            person_id=case.person_id,
            source=new.source,
            kind=new.kind,
            subject=await self._subject(case.person_id),
            on=ctx.today,
            answer_by=new.answer_by,
            also_for=(Publisher.SOCIALWORK.value,) if referred else (),
            initiative=new.initiative,
        )
        return await self.log.append(evidence, ctx=ctx, result={"request_id": evidence.id})

    @command(*WORKERS)
    async def record_evidence(self, case_id: UUID, new: EvidenceGiven, *, ctx: Context) -> Receipt:
        case = await self._lead(case_id, ctx)
        case.require(Action.RECORD_EVIDENCE)
        if new.on > ctx.today:
            raise InTheFuture(new.on)
        if new.request_id is not None:
            evidence = await self.log.load(Evidence, new.request_id, ctx=ctx)
            if evidence.case_id != case.id:
                raise NotFound("evidence")
        else:
            evidence = Evidence.unasked(
                case_id=case.id,
                reference=ctx.idempotency_key or str(uuid4()),
                person_id=case.person_id,
                source=new.source,
                kind=new.kind,
            )
        evidence.receive(new.content, on=new.on)
        return await self.log.append(evidence, ctx=ctx, result={"evidence_id": evidence.id})

    @command(*WORKERS)
    async def complete_assessment(self, case_id: UUID, *, ctx: Context) -> Receipt:
        """Raises InterviewMissing, CertificateMissing, QuestionsUnanswered, in that order."""
        case = await self._lead(case_id, ctx)
        case.require(Action.COMPLETE_ASSESSMENT)
        case.require_interview()
        assessment = await self._assessment(case, ctx)
        assessment.complete(on=ctx.today)
        return await self.log.append(assessment, ctx=ctx)

    async def _subject(self, person_id: UUID) -> Subject:
        row = await queries.person(self.reading, person_id)
        if row is None:
            raise PersonUnknown(str(person_id))
        return Subject(row["given_names"], row["family_name"], row["birth_date"])
