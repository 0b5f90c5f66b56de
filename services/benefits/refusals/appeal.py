"""What is refused about an appeal that came after its term, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class AppealLate(Refusal):
    until: date
    FIELD = "on"
    PL = (
        "Termin odwołania minął {until}. Jeśli odwołanie nadano później, zapisz spóźnione "
        "odwołanie i przekaż je SKO (KPA 134)."
    )
    EN = (
        "The term of appeal ended on {until}. If the appeal was posted later, record a late appeal "
        "and send it to the board (KPA 134)."
    )


@dataclass
class AppealInTime(Refusal):
    until: date
    FIELD = "on"
    PL = "Termin odwołania minął dopiero {until}, więc to nie jest spóźnione. Zapisz odwołanie."
    EN = "The term of appeal ended on {until}, so this one is not late. Record an appeal."


@dataclass
class NotFinalByTerm(Refusal):
    number: str
    PL = (
        "Decyzja {number} stała się ostateczna inaczej niż przez upływ terminu, więc terminu nie "
        "można przywrócić. Pismo strony przekaż SKO bez tego zapisu."
    )
    EN = (
        "The decision {number} did not become final by the passing of the term, so the term cannot "
        "be restored. Send the party's letter to the board without this record."
    )


@dataclass
class LateAppealPending(Refusal):
    number: str
    PL = (
        "Na spóźnione odwołanie od decyzji {number} SKO jeszcze nie odpowiedziało. Najpierw zapisz "
        "jego odpowiedź."
    )
    EN = (
        "The board has not answered the late appeal against the decision {number}. Record its "
        "answer first."
    )


@dataclass
class NoLateAppeal(Refusal):
    number: str
    PL = (
        "Spóźnione odwołanie od decyzji {number} nie czeka na tę czynność. Sprawdź na stronie "
        "sprawy, co można teraz zrobić."
    )
    EN = (
        "No late appeal against the decision {number} waits for this. See on the case page what "
        "can be done now."
    )


@dataclass
class RestorationNotAsked(Refusal):
    FIELD = "result"
    PL = (
        "Strona nie prosiła o przywrócenie terminu, a bez prośby nie można go przywrócić "
        "(KPA 58). Wybierz inny wynik."
    )
    EN = (
        "The party did not ask for the term to be restored, and without a request it cannot be "
        "(KPA 58). Choose another result."
    )
