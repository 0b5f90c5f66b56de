"""Why a decision refuses, limits, stops or ends: each ground with its provision and sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """What an unfavourable decision, or one that ends the proceeding, rests on."""

    NO_REASON = "NO_REASON"
    OWN_ENTITLEMENTS = "OWN_ENTITLEMENTS"
    NEEDS_MET = "NEEDS_MET"
    INCOME = "INCOME"
    ASSETS = "ASSETS"
    CONDITIONS = "CONDITIONS"
    NON_COOPERATION = "NON_COOPERATION"
    WASTE = "WASTE"
    INTERVIEW_REFUSED = "INTERVIEW_REFUSED"
    CHANGED_CIRCUMSTANCES = "CHANGED_CIRCUMSTANCES"
    LIMITED_MEANS = "LIMITED_MEANS"
    UNDULY_RECEIVED = "UNDULY_RECEIVED"
    WITHDRAWN = "WITHDRAWN"
    POINTLESS = "POINTLESS"


@dataclass(frozen=True)
class Because:
    """The provision, and what the reasons of a decision say about it."""

    basis: str
    pl: str


BECAUSE: dict[Ground, Because] = {
    Ground.NO_REASON: Because(
        "art. 7 ustawy o pomocy społecznej",
        "Nie stwierdzono żadnego z powodów przyznania pomocy wymienionych w ustawie ani innej "
        "trudnej sytuacji życiowej.",
    ),
    Ground.OWN_ENTITLEMENTS: Because(
        "art. 2 ust. 1 ustawy o pomocy społecznej",
        "Trudną sytuację życiową można przezwyciężyć, wykorzystując własne uprawnienia, zasoby "
        "i możliwości.",
    ),
    Ground.NEEDS_MET: Because(
        "art. 3 ust. 1 i 4 ustawy o pomocy społecznej",
        "Niezbędne potrzeby są zaspokojone w stopniu, który pozwala żyć w warunkach "
        "odpowiadających godności człowieka.",
    ),
    Ground.INCOME: Because(
        "art. 8 ust. 1 ustawy o pomocy społecznej",
        "Dochód nie spełnia kryterium dochodowego wymaganego do przyznania świadczenia.",
    ),
    Ground.ASSETS: Because(
        "art. 12 ustawy o pomocy społecznej",
        "Stwierdzono dysproporcję między udokumentowanym dochodem a sytuacją majątkową; własne "
        "zasoby majątkowe pozwalają przezwyciężyć trudną sytuację.",
    ),
    Ground.CONDITIONS: Because(
        "art. 36 ustawy o pomocy społecznej",
        "Nie są spełnione szczegółowe warunki tego świadczenia.",
    ),
    Ground.NON_COOPERATION: Because(
        "art. 11 ust. 2 ustawy o pomocy społecznej",
        "Strona nie współdziała w rozwiązywaniu trudnej sytuacji życiowej.",
    ),
    Ground.WASTE: Because(
        "art. 11 ust. 1 ustawy o pomocy społecznej",
        "Stwierdzono marnotrawienie przyznanych świadczeń lub własnych zasobów finansowych albo "
        "korzystanie ze świadczeń niezgodnie z przeznaczeniem.",
    ),
    Ground.INTERVIEW_REFUSED: Because(
        "art. 107 ust. 4a ustawy o pomocy społecznej",
        "Strona nie wyraziła zgody na przeprowadzenie rodzinnego wywiadu środowiskowego.",
    ),
    Ground.CHANGED_CIRCUMSTANCES: Because(
        "art. 106 ust. 5 ustawy o pomocy społecznej",
        "Po wydaniu decyzji zmieniły się okoliczności, od których zależy świadczenie.",
    ),
    Ground.LIMITED_MEANS: Because(
        "art. 3 ust. 4 ustawy o pomocy społecznej",
        "Potrzeba mieści się w celach pomocy społecznej, ale przekracza jej możliwości.",
    ),
    Ground.UNDULY_RECEIVED: Because(
        "art. 6 pkt 16, art. 98 i art. 104 ust. 3 ustawy o pomocy społecznej",
        "Świadczenie pobrano na podstawie nieprawdziwych informacji albo bez zawiadomienia "
        "o zmianie sytuacji, dlatego podlega zwrotowi niezależnie od dochodu.",
    ),
    Ground.WITHDRAWN: Because(
        "art. 105 § 2 Kodeksu postępowania administracyjnego",
        "Strona, na której żądanie wszczęto postępowanie, wystąpiła o jego umorzenie, "
        "a interes społeczny się temu nie sprzeciwia.",
    ),
    Ground.POINTLESS: Because(
        "art. 105 § 1 Kodeksu postępowania administracyjnego",
        "Postępowanie stało się bezprzedmiotowe.",
    ),
}
