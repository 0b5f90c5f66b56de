"""What the commands of a referral take: where the client is sent, and how the paper was given."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Code, Unit
from pydantic import Field

from chassis.inputs import Input
from services.benefits.commands.inputs import Text
from services.benefits.values import Delivery, Initiative, ReferralPurpose
from services.benefits.writings.referral import INSTRUCTION


class ReferralGiven(Input):
    """The referral that the client takes to a social worker; contact within 7 days by default."""

    purposes: tuple[ReferralPurpose, ...] = Field(
        default=tuple(ReferralPurpose),
        min_length=1,
        max_length=2,
        title="O co prosimy pracownika socjalnego",
    )
    initiative: Initiative = Field(
        default=Initiative.OWN_WITH_CLIENTS_KNOWLEDGE,
        description="at whose wish social work is asked (SEP-5)",
        title="Z czyjej inicjatywy",
    )
    team: Unit | None = Field(
        default=None,
        description="left out where there is one social-work team only",
        title="Zespół pracy socjalnej",
    )
    social_worker: Code | None = Field(default=None, title="Pracownik socjalny")
    contact_by: date | None = Field(default=None, title="Kontakt klienta do dnia")
    instruction: Annotated[Text, Field(min_length=10)] = Field(
        default=INSTRUCTION,
        description="what the client is told of the consequences",
        title="Pouczenie o skutkach",
    )


class ReferralHanding(Input):
    """The client was given the referral; which one, is named where several wait."""

    referral_id: UUID | None = Field(default=None, title="Skierowanie")
    how: Delivery = Field(default=Delivery.IN_PERSON, title="Jak je wręczono")
    on: date | None = Field(default=None, description="today unless told otherwise", title="Dzień")
