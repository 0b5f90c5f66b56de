"""What a letter calls a benefit, in the forms that Polish sentences need, and its provision."""

from __future__ import annotations

from dataclasses import dataclass, replace

from services.benefits.values import LOAN, Benefit, Terms


@dataclass(frozen=True)
class Named:
    """A benefit in the forms that sentences need, and its provision."""

    what: str
    of_what: str
    basis: str


NAMED: dict[Benefit, Named] = {
    Benefit.PERMANENT: Named("zasiłek stały", "zasiłku stałego", "art. 37"),
    Benefit.PERIODIC: Named("zasiłek okresowy", "zasiłku okresowego", "art. 38"),
    Benefit.TARGETED: Named("zasiłek celowy", "zasiłku celowego", "art. 39"),
    Benefit.SPECIAL_TARGETED: Named(
        "specjalny zasiłek celowy", "specjalnego zasiłku celowego", "art. 41 pkt 1"
    ),
    Benefit.CONTRACT_TARGETED: Named(
        "zasiłek celowy na realizację postanowień kontraktu socjalnego",
        "zasiłku celowego na realizację postanowień kontraktu socjalnego",
        "art. 39a",
    ),
    Benefit.LOSS: Named(
        "zasiłek celowy z powodu strat po zdarzeniu losowym",
        "zasiłku celowego z powodu strat po zdarzeniu losowym",
        "art. 40",
    ),
    Benefit.ECONOMIC_INDEPENDENCE: Named(
        "pomoc na ekonomiczne usamodzielnienie",
        "pomocy na ekonomiczne usamodzielnienie",
        "art. 43",
    ),
    Benefit.CLOTHING: Named("ubranie", "ubrania", "art. 48"),
    Benefit.BURIAL: Named("sprawienie pogrzebu", "sprawienia pogrzebu", "art. 44"),
    Benefit.CREDITED_TICKET: Named(
        "bilet kredytowany", "biletu kredytowanego", "art. 36 pkt 2 lit. b"
    ),
    Benefit.TRAINING_FLAT: Named(
        "pobyt w mieszkaniu treningowym lub wspomaganym",
        "pobytu w mieszkaniu treningowym lub wspomaganym",
        "art. 53",
    ),
    Benefit.IN_KIND: Named("pomoc rzeczową", "pomocy rzeczowej", "art. 36 pkt 2 lit. d"),
    Benefit.HOME_CARE: Named("usługi opiekuńcze", "usług opiekuńczych", "art. 50"),
    Benefit.SPECIALIST_CARE: Named(
        "specjalistyczne usługi opiekuńcze", "specjalistycznych usług opiekuńczych", "art. 50"
    ),
    Benefit.DAY_HOME: Named(
        "pobyt w dziennym domu pomocy", "pobytu w dziennym domu pomocy", "art. 51"
    ),
    Benefit.RESIDENTIAL_HOME: Named(
        "pobyt w domu pomocy społecznej",
        "pobytu w domu pomocy społecznej",
        "art. 54, 59, 60 i 61",
    ),
    Benefit.MEAL: Named("posiłek", "posiłku", "art. 48b"),
    Benefit.SHELTER: Named("schronienie", "schronienia", "art. 48a"),
}

LOANED = Named(
    "nieoprocentowaną pożyczkę na ekonomiczne usamodzielnienie",
    "nieoprocentowanej pożyczki na ekonomiczne usamodzielnienie",
    "art. 43 ust. 1 pkt 2",
)
"""Help for independence where it is lent."""


def named_in(benefit: Benefit, terms: Terms) -> Named:
    """As a decision of these terms names it: also where it is given to be paid back."""
    named = NAMED[benefit]
    if terms.repay is None:
        return named
    return LOANED if benefit is LOAN else replace(named, basis=f"{named.basis}, art. 41 pkt 2")
