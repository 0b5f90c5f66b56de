"""Drafts: what a decision will say, its reasons made from the case, and the signature."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.aggregate import Aggregate
from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits import deadlines
from services.benefits.case import Case
from services.benefits.commands.completing import check_change, completed
from services.benefits.commands.decision_inputs import (
    Content,
    Draft,
    Remarks,
    Signature,
    Withdrawal,
)
from services.benefits.commands.foregoing import Foregoing
from services.benefits.commands.leading import WORKERS
from services.benefits.commands.reasoning import Follows
from services.benefits.decision import Decision
from services.benefits.drafting import check_beginning, check_criterion, check_terms
from services.benefits.entitlement import Entitlement
from services.benefits.kinds import KINDS, require_kind
from services.benefits.letter import Letter
from services.benefits.lifecycle import Action
from services.benefits.means import Means
from services.benefits.numbers import Register, register_id_for
from services.benefits.practice import MARK, require_authorised
from services.benefits.refusals.calculation import CalculationMissing
from services.benefits.refusals.drafting import (
    EarlierDecisionMissing,
    KindNotHere,
    ReviewBeingDecided,
)
from services.benefits.values import (
    GRANTING,
    ON_REVIEW,
    Benefit,
    DecisionKind,
    Question,
    Terms,
)

DRAFTERS = (*WORKERS, Role.REALISATION_WORKER)
SIGNERS = (Role.DIRECTOR, Role.BENEFITS_HEAD)
"""The head only with the director's authorisation."""

ANY_DRAFT = Signature()


class Drafts(Foregoing):
    """Two see every decision: who drafts, and who signs."""

    @command(*DRAFTERS)
    async def draft_decision(self, case_id: UUID, new: Draft, *, ctx: Context) -> Receipt:
        """On the application. Raises what is missing first (`domain.md` C3)."""
        return await self._draft(Action.DRAFT_DECISION, case_id, new, ctx)

    @command(*DRAFTERS)
    async def draft_further_decision(self, case_id: UUID, new: Draft, *, ctx: Context) -> Receipt:
        """Another decision in a case that is decided: a fee, a placement after a referral."""
        return await self._draft(Action.DRAFT_FURTHER_DECISION, case_id, new, ctx)

    async def _draft(self, action: Action, case_id: UUID, new: Draft, ctx: Context) -> Receipt:
        case, decision = await self._in_case(action, case_id, new, ctx)
        return await self.log.append(case, decision, ctx=ctx, result={"decision_id": decision.id})

    async def _in_case(
        self, action: Action, case_id: UUID, new: Draft, ctx: Context
    ) -> tuple[Case, Decision]:
        require_kind(action, new.kind)
        case = await self._lead(case_id, ctx)
        follows = await self._before(case, new, ctx)
        anew = follows.examined is not None
        if new.kind is DecisionKind.PLACEMENT and action is Action.DRAFT_DECISION and not anew:
            raise KindNotHere(new.kind.value)
        entitlement = await self._granted(follows.examined, ctx) if follows.examined else None
        return case, await self._drafted(action, case, new, follows, entitlement, ctx)

    @command(*DRAFTERS)
    async def draft_review_decision(
        self, entitlement_id: UUID, new: Draft, *, ctx: Context
    ) -> Receipt:
        """A change, limitation, suspension, revocation or confirmation; only in a review."""
        case, decision = await self._in_review(entitlement_id, new, ctx)
        return await self.log.append(case, decision, ctx=ctx, result={"decision_id": decision.id})

    async def _in_review(
        self, entitlement_id: UUID, new: Draft, ctx: Context
    ) -> tuple[Case, Decision]:
        action = Action.DRAFT_REVIEW_DECISION
        require_kind(action, new.kind)
        entitlement = await self.log.load(Entitlement, entitlement_id, ctx=ctx)
        case = await self._lead(entitlement.case_id, ctx)
        entitlement.require_review()
        await self._require_none_pending(case, entitlement, ctx)
        previous = await self.log.load(Decision, entitlement.last_decision_id, ctx=ctx)
        corrected = await self._corrected(case, new.kind, entitlement, ctx)
        follows = Follows(previous, corrected=corrected)
        return case, await self._drafted(action, case, new, follows, entitlement, ctx)

    async def preview_draft(
        self, action: Action, of: UUID, new: Draft, *, ctx: Context
    ) -> Letter | None:
        """What the paper would say. Nothing is kept; raises what the draft itself would."""
        if action is Action.DRAFT_REVIEW_DECISION:
            _, decision = await self._in_review(of, new, ctx)
        else:
            _, decision = await self._in_case(action, of, new, ctx)
        return decision.letter

    async def _require_none_pending(
        self, case: Case, entitlement: Entitlement, ctx: Context
    ) -> None:
        """One decision a review: two of them would undo each other. Raises ReviewBeingDecided."""
        for other in await self._decisions(case, ctx):
            if other.pending and other.decides_review and other.entitlement_id == entitlement.id:
                raise ReviewBeingDecided

    async def _drafted(
        self,
        action: Action,
        case: Case,
        new: Draft,
        follows: Follows,
        entitlement: Entitlement | None,
        ctx: Context,
    ) -> Decision:
        previous, examined = follows.previous, follows.examined
        terms = completed(new.kind, new.terms(), entitlement)
        terms = await self._shared_out(case, new.kind, terms, ctx)
        assessment = await self._assessment(case, ctx)
        law = await self.law_on(ctx.today, ctx)
        decision_id = case.prepare_decision(
            action,
            new.kind,
            terms.ground,
            missing=assessment.missing(),
            completed=assessment.is_complete,
            on=ctx.today,
            follow_up_by=deadlines.follow_up_by(ctx.today, law.terms.follow_up_days),
        )
        if KINDS[new.kind].refers and previous is None:
            raise EarlierDecisionMissing(new.kind.value)
        check_change(new.kind, terms, new.reasons, entitlement)
        await self._check(case, new.kind, terms, entitlement, ctx)
        return Decision(
            id=decision_id,
            case_id=case.id,
            person_id=case.person_id,
            benefit=case.benefit,
            kind=new.kind,
            terms=terms,
            entitlement_id=entitlement.id if entitlement else None,
            previous_decision_id=previous.id if previous else None,
            by=ctx.worker.id,
            on=ctx.today,
            letter=await self._letter(
                case, new.kind, terms, follows, new.reasons, ctx, entitlement
            ),
            examines=examined.id if examined else None,
        )

    async def _check(
        self,
        case: Case,
        kind: DecisionKind,
        terms: Terms,
        entitlement: Entitlement | None,
        ctx: Context,
    ) -> None:
        if kind in GRANTING and case.benefit is Benefit.CONTRACT_TARGETED:
            await self._require_contract(case.person_id, ctx.today, ctx)
        if kind is DecisionKind.CONTINUE and (not entitlement or not entitlement.continuation):
            raise CalculationMissing(kind.value)
        means = await self._means(case, ctx)
        check_beginning(kind, terms, case.filed_on)
        current = entitlement.amount if entitlement else None
        check_terms(
            kind, case.benefit, terms, means.result, means.fee, current=current, right=means.right
        )
        if kind in GRANTING and terms.repay is None:  # ups art. 41 pkt 2: also above it
            await self._check_criterion(case, means, ctx)

    async def _check_criterion(self, case: Case, means: Means, ctx: Context) -> None:
        """Raises CriterionNotMet; for a need IncomeMissing and AboveCriterion, too.

        Every other benefit with a criterion cannot be granted without its calculation.
        """
        met = (await self._assessment(case, ctx)).answers.get(Question.CRITERION)
        check_criterion(case.benefit, met.value if met else None)
        if case.benefit is Benefit.TARGETED:
            means.require_criterion(await self.law_on(means.by_law_of or ctx.today, ctx))

    # --- until the signature --------------------------------------------------

    @command(*DRAFTERS)
    async def revise_draft(self, decision_id: UUID, new: Content, *, ctx: Context) -> Receipt:
        """Writes it anew; whoever does so may not sign it either."""
        decision = await self._led(decision_id, ctx)
        terms, letter = await self._anew(decision, new, ctx)
        decision.revise(terms, letter, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(decision, ctx=ctx)

    async def preview_revision(self, decision_id: UUID, new: Content, *, ctx: Context) -> Letter:
        """What the paper would say then. Nothing is kept."""
        _, letter = await self._anew(await self._led(decision_id, ctx), new, ctx)
        return letter

    async def _anew(self, decision: Decision, new: Content, ctx: Context) -> tuple[Terms, Letter]:
        case = await self.log.load(Case, decision.case_id, ctx=ctx)
        entitlement = previous = examined = None
        if decision.entitlement_id is not None:
            entitlement = await self.log.load(Entitlement, decision.entitlement_id, ctx=ctx)
        if decision.previous_decision_id is not None:
            previous = await self.log.load(Decision, decision.previous_decision_id, ctx=ctx)
        if decision.examines is not None:
            examined = await self.log.load(Decision, decision.examines, ctx=ctx)
        terms = completed(decision.kind, new.terms(), entitlement)
        terms = await self._shared_out(case, decision.kind, terms, ctx)
        if decision.kind is DecisionKind.UNDUE and entitlement is not None:
            came_back = await self._came_back(entitlement, terms.amount, ctx)
            terms = replace(terms, came_back=came_back)
        check_change(decision.kind, terms, new.reasons, entitlement)
        await self._check(case, decision.kind, terms, entitlement, ctx)
        of_benefit = entitlement if decision.matter is None else None
        corrected = await self._corrected(case, decision.kind, of_benefit, ctx)
        follows = Follows(previous, examined, corrected)
        letter = await self._letter(
            case, decision.kind, terms, follows, new.reasons, ctx, entitlement
        )
        return terms, letter

    @command(*SIGNERS)
    async def return_draft(self, decision_id: UUID, new: Remarks, *, ctx: Context) -> Receipt:
        """The signer wants it written otherwise."""
        decision = await self.log.load(Decision, decision_id, ctx=ctx)
        await self._require_authority(ctx)
        decision.send_back(new.remarks, by=ctx.worker.id, on=ctx.today)
        return await self.log.append(decision, ctx=ctx)

    @command(*DRAFTERS)
    async def withdraw_draft(self, decision_id: UUID, new: Withdrawal, *, ctx: Context) -> Receipt:
        """The case goes back to its assessment; a review stays open."""
        decision = await self._led(decision_id, ctx)
        decision.withdraw(new.reason)
        reopened = await self._back_to_assessment(decision, "DRAFT_WITHDRAWN", ctx)
        return await self.log.append(decision, *reopened, ctx=ctx)

    @command(*SIGNERS)
    async def issue_decision(
        self, decision_id: UUID, new: Signature = ANY_DRAFT, *, ctx: Context
    ) -> Receipt:
        """The director signs, or whoever is authorised; numbered without gap or repeat.

        Raises DraftChanged where it is not the version that was read, CameBackChanged.
        """
        decision = await self.log.load(Decision, decision_id, ctx=ctx)
        decision.require_signer(ctx.worker.id, new.draft)
        await self._require_authority(ctx)
        await self._require_still_counted(decision, ctx)
        register = await self._register(ctx)
        practice = await self._practice(ctx)
        number = register.give(decision.id, practice.decision_mark if practice else MARK)
        counting = await self._counting(decision.case_id, decision.person_id, ctx)
        decision.issue(number=number, by=ctx.worker.id, on=ctx.today, counting=counting)
        return await self.log.append(decision, register, ctx=ctx, result={"number": number})

    async def _require_authority(self, ctx: Context) -> None:
        if ctx.worker.role != Role.DIRECTOR:
            practice = await self._practice(ctx)
            require_authorised(practice, ctx.worker.id, ctx.worker.name, ctx.today)

    async def _register(self, ctx: Context) -> Register:
        unit, year = ctx.worker.unit, ctx.today.year
        found = await self.log.find(Register, register_id_for(unit, year), ctx=ctx)
        return found or Register(unit=unit, year=year)

    # --- back to the assessment -----------------------------------------------

    async def _back_to_assessment(
        self, decision: Decision, reason: str, ctx: Context
    ) -> list[Aggregate]:
        """Where the case has no other decision to stand on."""
        case = await self.log.load(Case, decision.case_id, ctx=ctx)
        about_benefit = decision.kind in ON_REVIEW | {DecisionKind.UNDUE}
        on_benefit = about_benefit and decision.entitlement_id is not None
        on_benefit = on_benefit and decision.examines is None
        further = Action.DRAFT_FURTHER_DECISION in KINDS[decision.kind].by
        if on_benefit or (further and case.decisions[0] != decision.id):
            return []
        assessment = await self._assessment(case, ctx)
        case.reopen_assessment(reason, on=ctx.today)
        assessment.reopen(reason)
        return [case, assessment]
