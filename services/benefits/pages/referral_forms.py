"""What the forms of a referral start with, and whom a client may be sent to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits.act_words import INITIATIVE_PL
from services.benefits.api.team import social_work_of
from services.benefits.pages.act_forms import Subject, called, labels
from services.benefits.values import Referral

HINTS = {
    "social_worker": "Tylko gdy wiadomo, kto pracuje z klientem albo będzie pracować",
    "contact_by": "Puste pole oznacza termin ośrodka",
    "instruction": "Klient przeczyta je na skierowaniu",
}


def where_to(subject: Subject, _first: str) -> Mapping[str, Any]:
    """The team, where there is only one."""
    teams = list(social_work_of(subject.site))
    return {"team": teams[0]} if len(teams) == 1 else {}


def to_whom(subject: Subject, speech: Speech) -> Options:
    site, names = subject.site, subject.site.directory.names()
    teams = social_work_of(site)
    workers = sorted({id_ for team in teams.values() for id_ in team}, key=names.__getitem__)
    return {
        "purposes": labels("ReferralPurpose", speech),
        "initiative": called(INITIATIVE_PL, speech),
        "team": [(team, site.directory.unit_title(team, speech.language)) for team in teams],
        "social_worker": [(id_, names[id_]) for id_ in workers],
    }


def handing(subject: Subject, speech: Speech) -> Options:
    waiting = [(str(one.referral_id), one.number) for one in _waiting(subject)]
    return {"referral_id": waiting, "how": labels("Delivery", speech)}


def waiting(subject: Subject, _first: str) -> Mapping[str, Any]:
    found = _waiting(subject)
    return {"on": subject.today, **({"referral_id": found[-1].referral_id} if found else {})}


def no_choice(subject: Subject, _first: str) -> Collection[str]:
    """Nobody chooses where only one waits."""
    return {"referral_id"} if len(_waiting(subject)) < 2 else ()


def _waiting(subject: Subject) -> list[Referral]:
    return [one for one in subject.case.referrals if one.handed_over is None]
