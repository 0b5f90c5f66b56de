"""What is refused where a proceeding begins and ends, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class DefectsTermTooShort(Refusal):
    earliest: date
    STATUS = 422
    FIELD = "complete_by"
    TELLS = ("earliest",)
    PL = (
        "Na uzupełnienie wniosku trzeba dać co najmniej 7 dni, czyli do {earliest} (KPA 64 § 2). "
        "Popraw termin."
    )
    EN = "To complete an application takes at least 7 days, until {earliest}. Correct the term."


@dataclass
class DefectsTermRuns(Refusal):
    until: date
    TELLS = ("until",)
    PL = (
        "Termin uzupełnienia wniosku biegnie do {until}. Poczekaj do dnia następnego, zanim "
        "pozostawisz wniosek bez rozpoznania."
    )
    EN = (
        "The application may be completed until {until}. Wait for the day after before you leave "
        "it unexamined."
    )


@dataclass
class StartedExOfficio(Refusal):
    PL = (
        "Postępowanie wszczęto z urzędu, więc nie ma wniosku, który można wycofać lub uzupełnić. "
        "Jeśli stało się bezprzedmiotowe, przygotuj decyzję o umorzeniu."
    )
    EN = (
        "The proceeding was started ex officio, so there is no application to withdraw or "
        "complete. If it became pointless, draft a decision to discontinue."
    )


@dataclass
class DraftPending(Refusal):
    """A draft has no number yet to be named by."""

    PL = (
        "Sprawy nie można zamknąć: jest w niej projekt decyzji. Poczekaj, aż decyzja będzie "
        "ostateczna, albo wycofaj projekt."
    )
    EN = (
        "The case cannot be closed: there is a draft of a decision. Wait until the decision is "
        "final, or withdraw the draft."
    )


@dataclass
class DecisionPending(Refusal):
    number: str
    PL = "Sprawy nie można zamknąć: decyzja {number} nie jest ostateczna. Poczekaj na to."
    EN = "The case cannot be closed: the decision {number} is not final. Wait until it is."


@dataclass
class NotRealised(Refusal):
    number: str
    PL = (
        "Sprawy nie można zamknąć: decyzja {number} przyznaje świadczenie, którego realizacji nie "
        "rozpoczęto. Najpierw rozpocznij realizację."
    )
    EN = (
        "The case cannot be closed: the decision {number} grants a benefit whose realisation has "
        "not begun. Start realisation first."
    )


@dataclass
class BenefitRunning(Refusal):
    benefit: str
    CODES = (("benefit", "Benefit"),)
    PL = "Sprawy nie można zamknąć: świadczenie trwa ({benefit}). Najpierw je zakończ."
    EN = "The case cannot be closed: the benefit {benefit} is running. End the benefit first."
