"""What is refused about legal parameters, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chassis.refusal import Refusal


@dataclass
class ParametersUnknown(Refusal):
    day: date
    STATUS = 422
    PL = "Dla dnia {day} nie ma parametrów. Sprawdź datę albo poproś administratora o ich dodanie."
    EN = "There are no parameters for {day}. Check the date or ask the administrator to add them."


@dataclass
class PublishedByProposer(Refusal):
    worker: str
    STATUS = 403
    PL = "Ten zestaw zaproponowała ta sama osoba. Opublikować go musi inna, upoważniona osoba."
    EN = (
        "The same person ({worker}) proposed this set. Another authorised person has to publish it."
    )


@dataclass
class NotProposed(Refusal):
    STATUS = 404
    PL = "Nie ma takiej propozycji. Wróć do listy parametrów."
    EN = "There is no such proposal. Go back to the list of parameters."


@dataclass
class ProposalDecided(Refusal):
    PL = "Ta propozycja jest już opublikowana albo wycofana. Odśwież listę parametrów."
    EN = "This proposal was published or withdrawn already. Reload the list of parameters."


@dataclass
class NothingChanges(Refusal):
    STATUS = 422
    PL = "Taki zestaw już obowiązuje w tym dniu. Popraw kwoty albo datę."
    EN = "Such a set is in force on that day already. Correct the amounts or the date."


@dataclass
class BelowTheAct(Refusal):
    field: str
    value: Decimal
    least: Decimal
    STATUS = 422
    TELLS = ("field", "least")
    PL = (
        "Rada może tylko podwyższyć to, co mówi ustawa: {value} to mniej niż {least}. "
        "Popraw wartość albo zostaw pole puste."
    )
    EN = (
        "The council may only raise what the act says: {value} is less than {least}. "
        "Correct the value or leave the field empty."
    )


@dataclass
class ScaleBroken(Refusal):
    STATUS = 422
    FIELD = "bands"
    PL = (
        "Progi tabeli muszą rosnąć, udziały nie mogą maleć, a ostatni próg musi być bez końca. "
        "Popraw tabelę odpłatności."
    )
    EN = (
        "The bands must rise, the shares may not fall, and the last band must have no end. "
        "Correct the table of fees."
    )


@dataclass
class ReceiptTwice(Refusal):
    receipt: str
    STATUS = 422
    FIELD = "exclusions"
    PL = "Przychód {receipt} jest na liście dwa razy. Zostaw jeden wpis ze wszystkimi celami."
    EN = "The receipt {receipt} is on the list twice. Keep one entry with all its purposes."
