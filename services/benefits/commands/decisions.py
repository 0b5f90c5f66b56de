"""Decisions: drafted by the team, signed by the director, delivered, appealed, final."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.aggregate import Aggregate
from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits.case import Case
from services.benefits.commands.inputs import (
    DeliveryNote,
    Draft,
    Issue,
    OnDay,
    Resolution,
    Withdrawal,
)
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.decision import Decision
from services.benefits.drafting import check_terms
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import DecisionState
from services.benefits.refusals import KindNotHere
from services.benefits.values import GRANTING, ON_REVIEW, AppealResult, DecisionKind

DRAFTERS = (*WORKERS, Role.REALISATION_WORKER)
SENT_BACK = frozenset({AppealResult.REMITTED, AppealResult.SELF_CORRECTED})


class Decisions(Leading):
    """A change takes effect in the same step in which its decision becomes executable."""

    @command(*DRAFTERS)
    async def draft_decision(self, case_id: UUID, new: Draft, *, ctx: Context) -> Receipt:
        """A grant or refusal. Raises what is missing first (`domain.md` C3)."""
        if new.kind in ON_REVIEW:
            raise KindNotHere(new.kind.value)
        case = await self._lead(case_id, ctx)
        decision = await self._drafted(case, new, None, ctx)
        return await self.log.append(case, decision, ctx=ctx, result={"decision_id": decision.id})

    @command(*DRAFTERS)
    async def draft_review_decision(
        self, entitlement_id: UUID, new: Draft, *, ctx: Context
    ) -> Receipt:
        """A change, suspension or revocation; only in a review."""
        if new.kind not in ON_REVIEW:
            raise KindNotHere(new.kind.value)
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        case = await self._lead(entitlement.case_id, ctx)
        entitlement.require_review()
        decision = await self._drafted(case, new, entitlement, ctx)
        return await self.log.append(case, decision, ctx=ctx, result={"decision_id": decision.id})

    async def _drafted(
        self, case: Case, new: Draft, entitlement: Entitlement | None, ctx: Context
    ) -> Decision:
        assessment, means = await self._assessment(case, ctx), await self._means(case, ctx)
        terms = new.terms()
        if new.kind is DecisionKind.CHANGE and entitlement is not None and terms.valid_to is None:
            terms = replace(terms, valid_to=entitlement.valid_to)
        decision_id = case.prepare_decision(
            new.kind,
            missing=assessment.missing(),
            completed=assessment.is_complete,
            on=ctx.today,
        )
        check_terms(new.kind, case.benefit, terms, means.result, means.fee)
        return Decision(
            id=decision_id,
            case_id=case.id,
            person_id=case.person_id,
            benefit=case.benefit,
            kind=new.kind,
            terms=terms,
            entitlement_id=entitlement.id if entitlement else None,
            previous_decision_id=entitlement.last_decision_id if entitlement else None,
            by=ctx.worker.id,
            on=ctx.today,
        )

    @command(*DRAFTERS)
    async def withdraw_draft(self, decision_id: UUID, new: Withdrawal, *, ctx: Context) -> Receipt:
        """The case goes back to its assessment; a review stays open."""
        decision = await self._led(decision_id, ctx)
        decision.withdraw(new.reason)
        reopened: list[Aggregate] = []
        if decision.kind not in ON_REVIEW:
            reopened = await self._reopen(decision, "DRAFT_WITHDRAWN", ctx)
        return await self.log.append(decision, *reopened, ctx=ctx)

    @command(Role.DIRECTOR)
    async def issue_decision(self, decision_id: UUID, new: Issue, *, ctx: Context) -> Receipt:
        decision = await self.log.load(Decision, decision_id, ctx=ctx)
        number = decision.issue(number=new.number, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(decision, ctx=ctx, result={"number": number})

    @command(*DRAFTERS)
    async def deliver_decision(
        self, decision_id: UUID, new: DeliveryNote, *, ctx: Context
    ) -> Receipt:
        decision = await self._led(decision_id, ctx)
        decision.deliver(new.how, on=new.on or ctx.today)
        effects = await self._effects(decision, ctx)
        told = {"appeal_until": decision.appeal_until}
        return await self.log.append(decision, *effects, ctx=ctx, result=told)

    # --- appeal and finality ------------------------------------------------

    @command(*WORKERS)
    async def waive_appeal(self, decision_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        """The waiver reached the office: final that day."""
        decision = await self._led(decision_id, ctx)
        decision.waive_appeal(on=new.on or ctx.today)
        return await self.log.append(decision, *await self._effects(decision, ctx), ctx=ctx)

    @command(*WORKERS)
    async def file_appeal(self, decision_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        decision = await self._led(decision_id, ctx)
        appeal_id = decision.file_appeal(on=new.on or ctx.today)
        told = {"appeal_id": appeal_id, "forward_by": decision.forward_by}
        return await self.log.append(decision, ctx=ctx, result=told)

    @command(*WORKERS)
    async def forward_appeal(self, decision_id: UUID, new: OnDay, *, ctx: Context) -> Receipt:
        decision = await self._led(decision_id, ctx)
        decision.forward_appeal(on=new.on or ctx.today)
        return await self.log.append(decision, ctx=ctx)

    @command(*WORKERS)
    async def resolve_appeal(self, decision_id: UUID, new: Resolution, *, ctx: Context) -> Receipt:
        """What the office (KPA 132) or the board (KPA 138) made of the appeal."""
        decision = await self._led(decision_id, ctx)
        decision.resolve_appeal(new.result, on=new.on or ctx.today)
        others = await self._effects(decision, ctx)
        if decision.state is DecisionState.OVERTURNED:
            others += await self._undone(decision, ctx)
            if new.result in SENT_BACK and decision.kind not in ON_REVIEW:
                others += await self._reopen(decision, new.result.value, ctx)
        return await self.log.append(decision, *others, ctx=ctx)

    @command(*WORKERS, Role.REALISATION_WORKER, Role.SYSTEM)
    async def confirm_finality(self, decision_id: UUID, *, ctx: Context) -> Receipt:
        """The term of appeal passed. Raises TermStillRuns."""
        decision = await self._led(decision_id, ctx)
        decision.confirm_finality(on=ctx.today)
        return await self.log.append(decision, *await self._effects(decision, ctx), ctx=ctx)

    # --- what follows -------------------------------------------------------

    async def _effects(self, decision: Decision, ctx: Context) -> list[Aggregate]:
        """Carries out a change as soon as it can be; grants wait for the realisation team."""
        if decision.entitlement_id is None or decision.carried_out or not decision.is_executable:
            return []
        entitlement = await self.log.load(Entitlement, decision.entitlement_id, ctx=ctx)
        valid_from = decision.terms.valid_from
        assert valid_from is not None
        match decision.kind:
            case DecisionKind.SUSPEND:
                entitlement.suspend(decision.id, valid_from, on=ctx.today)
            case DecisionKind.CHANGE:
                entitlement.change(decision.id, decision.terms, on=ctx.today)
            case DecisionKind.REVOKE:
                entitlement.revoke(decision.id, valid_from, on=ctx.today)
        decision.carry_out(on=ctx.today)
        return [entitlement]

    async def _undone(self, decision: Decision, ctx: Context) -> list[Aggregate]:
        """Takes back what an overturned decision had already done."""
        if not decision.carried_out:
            return []
        entitlement_id = decision.granted if decision.kind in GRANTING else decision.entitlement_id
        assert entitlement_id is not None
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        entitlement.undo(decision.id, on=ctx.today)
        return [entitlement]

    async def _reopen(self, decision: Decision, reason: str, ctx: Context) -> list[Aggregate]:
        case = await self.log.load(Case, decision.case_id, ctx=ctx)
        assessment = await self._assessment(case, ctx)
        case.reopen_assessment(reason, on=ctx.today)
        assessment.reopen(reason)
        return [case, assessment]
