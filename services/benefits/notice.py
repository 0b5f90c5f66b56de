"""What a party is told when its case is not decided in time: why, the new day, how to urge.

The text is made from what the case holds, so it can be reproduced (KPA 36 and 37).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from services.benefits.letter_names import NAMED
from services.benefits.polish import day, sentence
from services.benefits.timekeeping_events import ExtensionReason, Notice
from services.benefits.values import Benefit

BECAUSE: dict[ExtensionReason, str] = {
    ExtensionReason.EVIDENCE_AWAITED: "Czekamy na dowód, bez którego nie można wydać decyzji",
    ExtensionReason.CERTIFICATE_AWAITED: (
        "Czekamy na zaświadczenie pracownika socjalnego, bez którego nie można wydać decyzji"
    ),
    ExtensionReason.INTERVIEW_IMPOSSIBLE: (
        "Rodzinny wywiad środowiskowy, który poprzedza decyzję, nie mógł się jeszcze odbyć"
    ),
    ExtensionReason.INTRICATE: "Sprawa jest szczególnie skomplikowana",
    ExtensionReason.WORKLOAD: "Liczba spraw nie pozwoliła rozpatrzyć tej sprawy w terminie",
    ExtensionReason.OTHER: "",
}
"""What the letter says; OTHER is in the worker's own words."""


@dataclass(frozen=True)
class NoticeLetter:
    """Paragraphs, in the order of the paper."""

    basis: str
    subject: str
    term: tuple[str, ...]
    reasons: tuple[str, ...]
    instruction: tuple[str, ...]


def write(notice: Notice, benefit: Benefit, filed_on: date, *, ex_officio: bool) -> NoticeLetter:
    begun = "wszczęta z urzędu" if ex_officio else "z wniosku, który wpłynął"
    of_what = NAMED[benefit].of_what
    late = (
        "nie została załatwiona w terminie, który upłynął"
        if notice.was_due < notice.on
        else "nie zostanie załatwiona w terminie, który upływa"
    )
    return NoticeLetter(
        basis="Na podstawie art. 36 Kodeksu postępowania administracyjnego zawiadamiam:",
        subject=f"w sprawie {of_what}",
        term=(
            f"Sprawa {of_what} ({begun} {day(filed_on)}) {late} {day(notice.was_due)}",
            f"Nowy termin załatwienia sprawy: {day(notice.due)}",
        ),
        reasons=tuple(
            sentence(f"{said}.")
            for said in (BECAUSE[notice.reason], notice.text.rstrip("."))
            if said
        ),
        instruction=INSTRUCTION,
    )


INSTRUCTION = (
    "Stronie służy prawo do wniesienia ponaglenia, jeżeli sprawy nie załatwiono w terminie "
    "określonym w ustawie ani w nowym terminie wskazanym w tym zawiadomieniu (bezczynność) albo "
    "jeżeli postępowanie jest prowadzone dłużej, niż jest to niezbędne do załatwienia sprawy "
    "(przewlekłość).",
    "Ponaglenie wnosi się do Samorządowego Kolegium Odwoławczego za pośrednictwem organu, który "
    "prowadzi postępowanie. Musi zawierać uzasadnienie. Organ przekazuje je Kolegium w terminie "
    "7 dni od dnia, w którym je otrzymał.",
    "Podstawa prawna: art. 37 Kodeksu postępowania administracyjnego.",
)
"""How to urge (KPA 37)."""
