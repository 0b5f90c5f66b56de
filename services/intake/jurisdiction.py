"""Which commune has jurisdiction: of residence, last registration, or stay (ups art. 101)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from services.intake.contact_refusals import (
    CommuneMissing,
    JurisdictionIsOurs,
    JurisdictionUnchecked,
)


class Ground(StrEnum):
    """What the jurisdiction rests on (ups art. 101)."""

    RESIDENCE = "RESIDENCE"  # ust. 1
    LAST_REGISTERED = "LAST_REGISTERED"  # ust. 2: homeless persons
    PLACE_OF_STAY = "PLACE_OF_STAY"  # ust. 3: what cannot wait


@dataclass(frozen=True)
class Whereabouts:
    """TERYT codes of communes, as far as they are known; empty: not known."""

    residence: str = ""
    last_registered: str = ""
    stay: str = ""
    homeless: bool = False


@dataclass(frozen=True)
class Jurisdiction:
    ground: Ground
    commune: str
    ours: bool


def jurisdiction(where: Whereabouts, *, urgent: bool, our_commune: str) -> Jurisdiction:
    """Raises CommuneMissing, naming what must be asked. `our_commune`: TERYT code of the centre.

    What cannot wait is done where the person is, also where another commune is competent after
    that; a homeless person belongs to the commune of their last permanent registration.
    """
    if urgent and where.stay == our_commune:
        return Jurisdiction(Ground.PLACE_OF_STAY, where.stay, ours=True)
    ground = Ground.LAST_REGISTERED if where.homeless else Ground.RESIDENCE
    commune = where.last_registered if where.homeless else where.residence
    if not commune:
        raise CommuneMissing(ground)
    return Jurisdiction(ground, commune, ours=commune == our_commune)


def require_elsewhere(found: Jurisdiction | None) -> None:
    """Raises JurisdictionUnchecked, JurisdictionIsOurs."""
    if found is None:
        raise JurisdictionUnchecked
    if found.ours:
        raise JurisdictionIsOurs
