"""The referral to a social worker: written, and handed to the client (`domain.md` C4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.benefits import deadlines
from services.benefits.commands.leading import WORKERS, Leading
from services.benefits.commands.referral_inputs import ReferralGiven, ReferralHanding
from services.benefits.lifecycle import Action
from services.benefits.refusals.referral import NoSuchTeam, NotInThatTeam

Teams = Mapping[str, Collection[str]]
"""The city's social-work teams, each with its social workers."""


class Referring(Leading):
    """Only the benefits worker who leads the case refers."""

    @command(*WORKERS)
    async def refer_to_social_worker(
        self, case_id: UUID, new: ReferralGiven, *, teams: Teams, ctx: Context
    ) -> Receipt:
        """`teams` are those that a client may be sent to. Raises NoSuchTeam, NotInThatTeam."""
        team = _team(new, teams)
        case = await self._lead(case_id, ctx)
        case.require(Action.REFER_TO_SOCIAL_WORKER)
        assessment = await self._assessment(case, ctx)
        terms = (await self.law_on(ctx.today, ctx)).terms
        referral = assessment.refer_to_social_worker(
            new.purposes,
            new.initiative,
            on=ctx.today,
            contact_by=new.contact_by or deadlines.contact_by(ctx.today, terms.contact_days),
            team=team,
            social_worker=new.social_worker or "",
            instruction=new.instruction,
            by=ctx.worker.id,
        )
        told = {
            "referral_id": referral.referral_id,
            "number": referral.number,
            "contact_by": referral.contact_by,
        }
        return await self.log.append(assessment, ctx=ctx, result=told)

    @command(*WORKERS)
    async def hand_over_referral(
        self, case_id: UUID, new: ReferralHanding, *, ctx: Context
    ) -> Receipt:
        """The client has it in hand. Raises HandedOverAlready, WhichReferral."""
        case = await self._lead(case_id, ctx)
        case.require(Action.HAND_OVER_REFERRAL)
        assessment = await self._assessment(case, ctx)
        referral = assessment.hand_over_referral(
            new.referral_id, new.how, by=ctx.worker.id, on=new.on or ctx.today, today=ctx.today
        )
        told = {"referral_id": referral.referral_id, "number": referral.number}
        return await self.log.append(assessment, ctx=ctx, result=told)


def _team(new: ReferralGiven, teams: Teams) -> str:
    """The one that was named, or the only one."""
    team = new.team or (next(iter(teams)) if len(teams) == 1 else "")
    if team not in teams:
        raise NoSuchTeam(team)
    if new.social_worker is not None and new.social_worker not in teams[team]:
        raise NotInThatTeam(new.social_worker)
    return team
