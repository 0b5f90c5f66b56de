"""What is refused about the terms of a proceeding (KPA 35 to 38), and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class TermNotMissed(Refusal):
    due: date
    PL = "Termin do {due} jest dotrzymany albo jeszcze biegnie. Nie ma czego zgłaszać."
    EN = "The term until {due} was kept or still runs. There is nothing to report."


@dataclass
class TermStandsStill(Refusal):
    since: date
    PL = (
        "Termin na decyzję nie biegnie od {since}. Najpierw zapisz, od kiedy biegnie dalej, "
        "a potem powtórz tę czynność."
    )
    EN = (
        "The term for the decision has stood still since {since}. First record from when it runs "
        "on, then do this again."
    )


@dataclass
class TermRuns(Refusal):
    PL = "Termin na decyzję biegnie, więc nie ma czego wznawiać. Sprawdź terminy na stronie sprawy."
    EN = "The term for the decision runs, there is nothing to resume. See the terms of the case."


@dataclass
class StandsForDefects(Refusal):
    PL = (
        "Na czas uzupełnienia wniosku termin wstrzymuje samo wezwanie, a wznawia go zapis "
        "uzupełnienia. Skorzystaj z nich na stronie sprawy."
    )
    EN = (
        "While the application is completed, the call itself halts the term, and the record of "
        "the completion resumes it. Use these on the page of the case."
    )


@dataclass
class NoTermForDecision(Refusal):
    PL = (
        "W tej sprawie żadna decyzja nie czeka na termin, więc nie można go zmienić. "
        "Sprawdź terminy na stronie sprawy."
    )
    EN = "No decision is due in this case, so its term cannot change. See the terms of the case."


@dataclass
class NewTermMissing(Refusal):
    STATUS = 422
    FIELD = "due"
    PL = "Strona musi poznać nowy termin (KPA art. 36). Podaj dzień."
    EN = "The party must be told the new term (KPA art. 36). Give the day."


@dataclass
class ExtensionUnexplained(Refusal):
    STATUS = 422
    FIELD = "text"
    PL = "Strona musi poznać przyczynę zwłoki (KPA art. 36). Opisz ją w uzasadnieniu."
    EN = "The party must be told why (KPA art. 36). Say it in the explanation."


@dataclass
class ExtendedBackwards(Refusal):
    due: date
    earlier: date
    STATUS = 422
    FIELD = "due"
    PL = "Nowy termin {due} nie jest późniejszy niż {earlier}. Podaj późniejszy dzień."
    EN = "The new term {due} is not later than {earlier}. Give a later day."


@dataclass
class NotWorkingDay(Refusal):
    day: date
    next: date
    STATUS = 422
    FIELD = "due"
    TELLS = ("next",)
    PL = "{day} jest dniem wolnym, a termin kończy się w dzień roboczy. Podaj na przykład {next}."
    EN = "{day} is a day off, and a term ends on a working day. Give {next}, for example."


@dataclass
class UrgedAlready(Refusal):
    filed_on: date
    PL = "Ponaglenie z {filed_on} czeka na odpowiedź. Najpierw zapisz, co stwierdził organ."
    EN = (
        "The urging complaint of {filed_on} waits for its answer. First record what the board said."
    )


@dataclass
class NotUrged(Refusal):
    PL = "W tej sprawie nie ma ponaglenia na tym etapie. Sprawdź terminy na stronie sprawy."
    EN = "There is no urging complaint at this stage in this case. See the terms of the case."
