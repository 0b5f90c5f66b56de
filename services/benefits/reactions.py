"""What others' facts make benefits do: open cases, note certificates and evidence, open reviews.

From social work only certificates and typed facts count (`domain.md` A4 SEP-3); whatever else it
might tell is not taken up here.
"""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts import intake, pup, service_orders, socialwork
from osnowa_contracts.access import AccessEnded
from osnowa_contracts.codes import RelevantFact
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact, Publisher
from osnowa_contracts.wording.labels import LABELS

from chassis.context import WARSAW, Context
from chassis.database import Pool
from services.benefits import polish
from services.benefits.commands import Commands
from services.benefits.queries import directions
from services.benefits.queries import realisation as queries
from services.benefits.values import AppliedBy, Benefit, EvidenceKind, ReviewTrigger

TRIGGERS = {
    RelevantFact.RESOURCE_WASTE: ReviewTrigger.WASTE,
    RelevantFact.CHANGE_OF_HOUSEHOLD: ReviewTrigger.INCOME_CHANGE,
    RelevantFact.CHANGE_OF_INCOME: ReviewTrigger.INCOME_CHANGE,
    RelevantFact.CHANGE_OF_NEED: ReviewTrigger.NEED_CHANGE,
}


class Reactions:
    def __init__(self, commands: Commands, reading: Pool) -> None:
        self.commands, self.reading = commands, reading

    async def react(self, fact: Fact, envelope: Envelope, ctx: Context) -> None:
        if envelope.subject is None:
            return
        person_id = UUID(envelope.subject)
        match fact:
            case intake.ContactTriaged() | intake.TriageCorrected():
                await self._follow_triage(fact, person_id, envelope, ctx)
            case intake.ApplicationRegistered():
                await self._open_cases(fact, person_id, ctx)
            case intake.CaseTransferred():
                await self._follow_transfer(fact, ctx)
            case AccessEnded() if fact.PUBLISHER is Publisher.INTAKE:
                await self._hear_no_more(person_id, ctx)
            case pup.LabourStatusReported():
                await self._note_labour_status(fact, person_id, envelope, ctx)
            case service_orders.OrderSettled() if fact.fee_total is not None:
                await self._charge(fact, ctx)
            case _:
                await self._follow_social_work(fact, person_id, ctx)

    async def _follow_triage(
        self,
        fact: intake.ContactTriaged | intake.TriageCorrected,
        person_id: UUID,
        envelope: Envelope,
        ctx: Context,
    ) -> None:
        if envelope.recipient in fact.target_units:
            await self.commands.receive_direction(
                fact.contact_id,
                person_id,
                fact.outcome,
                urgent=fact.urgent,
                on=envelope.time.astimezone(WARSAW).date(),
                ctx=ctx,
            )
        elif isinstance(fact, intake.TriageCorrected) and envelope.recipient in fact.left_units:
            await self.commands.take_directions_back([fact.contact_id], ctx=ctx)

    async def _hear_no_more(self, person_id: UUID, ctx: Context) -> None:
        """Of a correction that says violence benefits is told nothing but that it hears no more."""
        reading = ctx.connection or self.reading
        contacts = await directions.contacts_of(reading, person_id)
        await self.commands.take_directions_back(contacts, ctx=ctx)

    async def _follow_transfer(self, fact: intake.CaseTransferred, ctx: Context) -> None:
        if fact.contact_id is not None:
            await self.commands.take_directions_back([fact.contact_id], ctx=ctx.step("direction"))
        if of := _applications(fact):
            await self.commands.follow_transfer(of, fact.authority, fact.reason, ctx=ctx)

    async def _open_cases(
        self, fact: intake.ApplicationRegistered, person_id: UUID, ctx: Context
    ) -> None:
        for benefit in fact.benefit_types:
            await self.commands.open_case(
                fact.application_id,
                person_id,
                Benefit(benefit),
                fact.filed_on,
                urgent=fact.urgent,
                joint_visit=fact.joint_visit,
                applied_by=_applied_by(fact),
                ctx=ctx.step(benefit),
            )

    async def _note_labour_status(
        self,
        fact: pup.LabourStatusReported,
        person_id: UUID,
        envelope: Envelope,
        ctx: Context,
    ) -> None:
        since = f", od {polish.day(fact.registered_on)}" if fact.registered_on else ""
        status, _ = LABELS["LabourStatus"].get(fact.status, (fact.status, ""))
        await self.commands.note_evidence(
            person_id,
            envelope.publisher,
            EvidenceKind.LABOUR_STATUS,
            f"{status} na dzień {polish.day(fact.as_of)}{since}",
            fact_id=envelope.id,
            request_id=fact.request_id,
            ctx=ctx,
        )

    async def _charge(self, fact: service_orders.OrderSettled, ctx: Context) -> None:
        """The client owes the fee of the month; an order out of no case of ours is not ours."""
        reading = ctx.connection or self.reading
        case_id = await queries.case_of_order(reading, fact.order_id)
        if case_id is not None:
            await self.commands.charge_order(
                case_id, fact.order_id, fact.month, fact.fee_total, ctx=ctx
            )

    async def _receive_request(
        self, fact: socialwork.ContractBenefitRequested, person_id: UUID, ctx: Context
    ) -> None:
        """It is decided as an application is: in a case of its own (ups art. 39a)."""
        benefit = Benefit(fact.benefit)
        await self.commands.open_case(
            fact.request_id, person_id, benefit, fact.on,
            urgent=False, joint_visit=False, ctx=ctx.step("case"),
        )  # fmt: skip
        await self.commands.receive_contract_request(
            fact.request_id, person_id, fact.contract_id, benefit, fact.amount, fact.provisions,
            fact.on, ctx=ctx.step("request"),
        )  # fmt: skip

    async def _follow_social_work(self, fact: Fact, person_id: UUID, ctx: Context) -> None:
        commands = self.commands
        match fact:
            case socialwork.UnusedResourcesCertified():
                persons = {person_id, *fact.covered}
                await commands.note_unused_resources(
                    persons, fact.certificate_id, fact.has_unused, fact.issued_on, ctx=ctx
                )
            case socialwork.CooperationTermsSet() | socialwork.CooperationTermsUpdated():
                persons = {person_id, *fact.covered}
                await commands.note_cooperation_terms(
                    persons, fact.certificate_id, fact.on, ctx=ctx
                )
            case socialwork.CooperationCertified():
                await commands.note_cooperation(
                    person_id,
                    fact.certificate_id,
                    fact.month,
                    fact.cooperates,
                    fact.issued_on,
                    ctx=ctx,
                )
            case socialwork.ContractBenefitRequested():
                await self._receive_request(fact, person_id, ctx)
            case socialwork.SocialWorkClosed():
                await commands.note_social_work_end(
                    person_id, fact.social_work_id, fact.on, ctx=ctx
                )
            case socialwork.NeedChangeReported():
                await commands.note_change(
                    person_id,
                    ReviewTrigger.NEED_CHANGE,
                    fact.report_id,
                    benefit=fact.service,
                    ctx=ctx,
                )
            case socialwork.RelevantFactsReported():
                known = [RelevantFact(kind) for kind in fact.kinds if kind in set(RelevantFact)]
                for trigger in dict.fromkeys(TRIGGERS[kind] for kind in known):
                    await commands.note_change(
                        person_id, trigger, fact.report_id, benefit=None, ctx=ctx.step(trigger)
                    )


def _applied_by(fact: intake.ApplicationRegistered) -> AppliedBy | None:
    if not fact.applicant_name:
        return None
    return AppliedBy(fact.applicant_name, fact.applicant_is or "", fact.consent_on)


def _applications(fact: intake.CaseTransferred) -> tuple[UUID, ...]:
    """Of the contact; an older fact names its last one only."""
    last = (fact.application_id,) if fact.application_id else ()
    return fact.application_ids or last
