"""What others' facts make social work do: open a file, or add a referral to it."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts import benefits, intake
from osnowa_contracts.codes import TriageOutcome
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact

from chassis.context import Context
from chassis.database import Pool
from services.socialwork.commands import Commands
from services.socialwork.values import Referral


class Reactions:
    def __init__(self, commands: Commands, _reading: Pool) -> None:
        self.commands = commands

    async def react(self, fact: Fact, envelope: Envelope, ctx: Context) -> None:
        match fact:
            case benefits.ClientReferredToSocialWorker() if _meant(fact.target_unit, envelope):
                referral = Referral(
                    fact.referral_id,
                    fact.case_id,
                    fact.number,
                    tuple(fact.purposes),
                    fact.on,
                    fact.contact_by,
                    fact.target_worker or "",
                )
                await self.commands.receive_referral(_person(envelope), referral, ctx=ctx)
            case intake.ContactTriaged() | intake.TriageCorrected() if (
                envelope.recipient in fact.target_units
            ):
                await self.commands.open_after_triage(
                    _person(envelope),
                    fact.contact_id,
                    urgent=fact.urgent,
                    crisis=fact.outcome == TriageOutcome.CRISIS_VIOLENCE,
                    ctx=ctx,
                )
            case intake.TriageCorrected() if envelope.recipient in fact.left_units:
                await self.commands.follow_correction(_person(envelope), fact.contact_id, ctx=ctx)


def _meant(team: str | None, envelope: Envelope) -> bool:
    """Whether a referral is to this team; older ones name none."""
    return team in (None, envelope.recipient)


def _person(envelope: Envelope) -> UUID:
    """These facts are always about somebody and come in full."""
    assert envelope.subject is not None
    return UUID(envelope.subject)
