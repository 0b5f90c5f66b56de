"""What is refused about the referral to a social worker, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class NoSuchTeam(Refusal):
    """Also where several teams are there and none was named."""

    team: str
    STATUS = 422
    FIELD = "team"
    PL = "Wybierz z listy zespół pracy socjalnej, do którego kierujesz klienta."
    EN = "Choose the social-work team that you refer the client to; {team} is none."


@dataclass
class NotInThatTeam(Refusal):
    social_worker: str
    STATUS = 422
    FIELD = "social_worker"
    PL = (
        "Ta osoba nie jest pracownikiem socjalnym tego zespołu. Wybierz osobę z zespołu albo "
        "zostaw puste pole."
    )
    EN = (
        "{social_worker} is no social worker of that team. Choose somebody of the team or leave "
        "the field empty."
    )


@dataclass
class WhichReferral(Refusal):
    """Another one may have been written since the form was opened."""

    numbers: str
    STATUS = 422
    FIELD = "referral_id"
    PL = "Na wręczenie czeka kilka skierowań: {numbers}. Wybierz to, które klient dostał."
    EN = "Several referrals wait to be handed over: {numbers}. Choose the one the client was given."


@dataclass
class HandedOverAlready(Refusal):
    number: str
    on: date
    TELLS = ("on",)
    PL = "Skierowanie {number} wręczono już {on}. Nie potwierdza się go drugi raz."
    EN = "The referral {number} was handed over on {on}. It is not confirmed twice."
