"""What the commands about terms and the team's work take."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from osnowa_contracts.values import Code, Minutes
from pydantic import Field

from chassis.inputs import Input
from services.benefits.commands.inputs import Text
from services.benefits.deadlines import HaltGround
from services.benefits.timekeeping_events import ExtensionReason, UrgingGround
from services.benefits.values import HandOverReason


class HandOverWanted(Input):
    """All cases of one worker go to another; those that may not, stay and are listed."""

    former_id: Code = Field(title="Kto przekazuje", examples=["ewa-jarzebina"])
    worker_id: Code = Field(title="Kto przejmuje", examples=["tomasz-modrzew"])
    reason: HandOverReason = Field(title="Powód", examples=["LEAVE"])


class WithoutProceeding(Input):
    """Why nothing is begun for somebody whom first contact sent here (ups art. 102 ust. 2)."""

    reason: Annotated[Text, Field(min_length=3)] = Field(
        examples=["Sąsiedzi pomagają, osoba nie chce pomocy ośrodka: rozmowa z 3 lutego."],
        title="Dlaczego postępowania się nie wszczyna",
    )


class HaltWanted(Input):
    """From this day on the term for the decision stands still (KPA 35 § 5)."""

    ground: HaltGround = Field(examples=["SUSPENSION"], title="Dlaczego termin nie biegnie")
    since: date | None = Field(
        default=None, description="today unless told otherwise", title="Od kiedy nie biegnie"
    )


class Extension(Input):
    """The case cannot be decided in time: why, and by when it will be (KPA 36)."""

    reason: ExtensionReason = Field(examples=["EVIDENCE_AWAITED"], title="Przyczyna zwłoki")
    due: date | None = Field(
        default=None,
        examples=["2026-03-16"],
        description="a working day; without it an INTRICATE case has two months from its start",
        title="Nowy termin",
    )
    text: Text = Field(
        default="",
        examples=["Bank odpowie do 10 marca."],
        description="stands in the notice; OTHER needs it",
        title="Uzasadnienie w zawiadomieniu",
    )


class UrgingReceived(Input):
    ground: UrgingGround = Field(examples=["INACTIVITY"], title="Na co skarży się strona")
    on: date | None = Field(
        default=None, description="today unless told otherwise", title="Kiedy wpłynęło"
    )


class UrgingAnswer(Input):
    """What the appeal board stated; a founded complaint may come with a last day."""

    founded: bool = Field(examples=[True], title="Ponaglenie jest zasadne")
    decide_by: date | None = Field(
        default=None, examples=["2026-03-20"], title="Ostatni dzień na decyzję, jeśli go wyznaczono"
    )


class EffortGiven(Input):
    """How long the refusal took to prepare; the norm of that day is recorded beside it."""

    minutes: Annotated[Minutes, Field(gt=0)] = Field(examples=[40])
