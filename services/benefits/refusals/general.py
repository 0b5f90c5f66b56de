"""What is refused at any stage, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class NotNow(Refusal):
    action: str
    state: str
    PL = (
        "W stanie „{state}” czynność „{action}” nie jest możliwa. "
        "Sprawdź na stronie sprawy, co można teraz zrobić."
    )
    EN = (
        "In the state “{state}” the action “{action}” is not possible. "
        "See on the case page what can be done now."
    )


@dataclass
class PeriodReversed(Refusal):
    STATUS = 422
    FIELD = "valid_to"
    PL = "Koniec okresu jest wcześniejszy niż początek. Popraw daty."
    EN = "The period ends before it begins. Correct the dates."


@dataclass
class NotBeforeEarlier(Refusal):
    what_pl: str
    what_en: str
    on: date
    STATUS = 422
    FIELD = "on"
    PL = "Data nie może być wcześniejsza niż {what_pl} ({on}). Popraw datę."
    EN = "The date may not be before {what_en} ({on}). Correct it."


@dataclass
class InTheFuture(Refusal):
    on: date
    STATUS = 422
    FIELD = "on"
    PL = "Data {on} jest z przyszłości. Podaj dzień, który już nastał."
    EN = "The date {on} is in the future. Give a day that has come."


@dataclass
class PersonUnknown(Refusal):
    person: str
    PL = "Dane tej osoby jeszcze nie dotarły z pierwszego kontaktu. Spróbuj ponownie za chwilę."
    EN = "The data of the person {person} have not come from first contact yet. Try again shortly."
