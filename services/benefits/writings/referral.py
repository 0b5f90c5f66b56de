"""The referral that a client takes to a social worker: where to, what for, by when (ups 4, 11)."""

from __future__ import annotations

from collections.abc import Callable

from services.benefits.letter_names import NAMED
from services.benefits.polish import day
from services.benefits.values import Benefit, Delivery, HandedOver, Referral, ReferralPurpose
from services.benefits.writings import Part, Writing

INSTRUCTION = (
    "Osoby i rodziny korzystające z pomocy społecznej są obowiązane do współdziałania "
    "w rozwiązywaniu swojej trudnej sytuacji życiowej (art. 4 ustawy o pomocy społecznej). Brak "
    "współdziałania z pracownikiem socjalnym, odmowa zawarcia kontraktu socjalnego albo "
    "niedotrzymywanie jego postanowień mogą być podstawą do odmowy przyznania świadczenia, "
    "uchylenia decyzji o jego przyznaniu lub wstrzymania świadczeń pieniężnych (art. 11 ust. 2 "
    "ustawy o pomocy społecznej)."
)
"""What a client is told of the consequences where the worker writes nothing else."""

PURPOSE: dict[ReferralPurpose, str] = {
    ReferralPurpose.UNUSED_RESOURCES: (
        "rozpoznanie, czy są niewykorzystane zasoby niematerialne i możliwości, które pomogą "
        "rozwiązać trudną sytuację (zaświadczenie nr 4)"
    ),
    ReferralPurpose.COOPERATION_TERMS: (
        "ustalenie zasad współdziałania w rozwiązywaniu trudnej sytuacji (zaświadczenie nr 5)"
    ),
}
HANDED: dict[Delivery, str] = {
    Delivery.IN_PERSON: "osobiście, za pokwitowaniem",
    Delivery.POST: "pocztą, za potwierdzeniem odbioru",
    Delivery.E_DELIVERY: "przez doręczenie elektroniczne",
    Delivery.DEEMED: "w trybie doręczenia zastępczego",
}


def write(
    referral: Referral, benefit: Benefit, *, team: str, name: Callable[[str], str]
) -> Writing:
    """`team` is what the team is called, empty where none is known; `name` names a worker."""
    where = [f"Dokąd: {team}"] if team else []
    if referral.social_worker:
        where.append(f"Pracownik socjalny: {name(referral.social_worker)}")
    where.append(f"Prosimy o kontakt do dnia {day(referral.contact_by)}")
    return Writing(
        title="Skierowanie",
        number=referral.number,
        about="do pracownika socjalnego",
        opening=(
            f"W sprawie {NAMED[benefit].of_what} kieruję Panią/Pana do pracownika socjalnego "
            "(art. 4 i art. 11 ust. 2 ustawy o pomocy społecznej)."
        ),
        parts=(
            Part("Gdzie i do kiedy", items=tuple(where)),
            Part(
                "Cel skierowania",
                items=tuple(PURPOSE[purpose] for purpose in referral.purposes),
            ),
            Part("Pouczenie o skutkach", _paragraphs(referral.instruction or INSTRUCTION)),
        ),
        receipt=Part("Wręczenie skierowania", (_handed(referral.handed_over),)),
        signs="" if referral.handed_over else "Data i podpis osoby, która odbiera skierowanie",
        copies=("osoba skierowana", "akta sprawy"),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _handed(handed: HandedOver | None) -> str:
    if handed is None:
        return "Potwierdzam odbiór skierowania. Znam termin kontaktu i pouczenie o skutkach."
    return f"Skierowanie wręczono dnia {day(handed.on)} {HANDED[handed.how]}."
