"""What is refused about examining a decided case anew, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class OnRequestOnly(Refusal):
    basis: str
    STATUS = 422
    FIELD = "on_request"
    PL = "Z podstawy {basis} wznawia się tylko na żądanie strony. Wskaż dzień jej żądania."
    EN = "On the ground {basis} a proceeding is reopened at the party's request only. Give its day."


@dataclass
class ReopeningUnfounded(Refusal):
    basis: str
    STATUS = 422
    FIELD = "what"
    PL = "Napisz, na czym polega wada, która jest podstawą wznowienia ({basis})."
    EN = "Say what the defect is on which the reopening rests ({basis})."


@dataclass
class ReopeningRequestLate(Refusal):
    until: date
    FIELD = "requested_on"
    PL = (
        "Żądanie wznowienia można było złożyć do {until}, miesiąc od dowiedzenia się o podstawie "
        "(KPA 148). Odmów wznowienia postanowieniem."
    )
    EN = (
        "The reopening could be requested until {until}, a month from learning of the ground. "
        "Refuse it by an order."
    )


@dataclass
class ReopeningBarred(Refusal):
    last: date
    years: int
    FIELD = "on"
    PL = (
        "Od doręczenia decyzji minęło {years} lat (do {last}), więc z tej podstawy nie można jej "
        "uchylić (KPA 146 § 1). Nie wznawiaj postępowania w celu jej zmiany."
    )
    EN = (
        "More than {years} years passed since delivery (until {last}), so the decision cannot be "
        "revoked on this ground. Do not reopen the proceeding to change it."
    )


@dataclass
class NothingToReopen(Refusal):
    STATUS = 422
    FIELD = "entitlement_id"
    PL = "W tej sprawie nie było takiego świadczenia. Wskaż świadczenie, do którego wracasz."
    EN = "There was no such benefit in this case. Name the benefit that you come back to."
