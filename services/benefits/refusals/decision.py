"""What is refused from the signature of a decision until it is final, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class SignedByItsAuthor(Refusal):
    worker: str
    STATUS = 403
    PL = "Projekt przygotowała ta sama osoba. Decyzję musi podpisać inna, upoważniona osoba."
    EN = "The same person ({worker}) prepared the draft. Another authorised person has to sign it."


@dataclass
class DraftChanged(Refusal):
    PL = (
        "Projekt zmieniono, odkąd otwarto tę stronę. Otwórz go ponownie i przeczytaj, zanim "
        "podpiszesz."
    )
    EN = "The draft was changed since this page was opened. Open and read it again before signing."


@dataclass
class NotAuthorised(Refusal):
    worker: str
    STATUS = 403
    PL = (
        "Nie masz dziś upoważnienia do podpisywania decyzji. Poproś dyrektora o podpis "
        "albo o upoważnienie."
    )
    EN = (
        "{worker} is not authorised to sign decisions today. Ask the director for a signature or "
        "an authorisation."
    )


@dataclass
class NoticesIncomplete(Refusal):
    STATUS = 422
    FIELD = "first_notice_on"
    PL = (
        "Doręczenie zastępcze wymaga dat obu zawiadomień: drugie najwcześniej po 7 dniach od "
        "pierwszego (KPA 44). Uzupełnij daty."
    )
    EN = (
        "Deemed delivery needs the days of both notices, the second at least 7 days after the "
        "first. Fill in the days."
    )


@dataclass
class StillStored(Refusal):
    until: date
    TELLS = ("until",)
    PL = "Pismo czeka na poczcie do {until}. Doręczenie zastępcze zapisz po tym dniu."
    EN = "The letter waits at the post office until {until}. Record deemed delivery after that day."


@dataclass
class AlreadyEnforceable(Refusal):
    number: str
    PL = "Decyzja {number} ma już rygor natychmiastowej wykonalności. Nic nie trzeba robić."
    EN = "The decision {number} is already immediately enforceable. Nothing is to be done."


@dataclass
class NotExecutable(Refusal):
    number: str
    PL = (
        "Decyzji {number} nie można jeszcze wykonać: nie jest ostateczna ani natychmiast "
        "wykonalna po doręczeniu. Poczekaj na ostateczność."
    )
    EN = (
        "The decision {number} cannot be carried out yet: it is neither final nor delivered with "
        "immediate enforceability. Wait until it is final."
    )


@dataclass
class AlreadyCarriedOut(Refusal):
    number: str
    PL = "Realizację decyzji {number} już rozpoczęto. Nic więcej nie trzeba robić."
    EN = "The decision {number} is being carried out already. Nothing more is to be done."


@dataclass
class TermStillRuns(Refusal):
    until: date
    TELLS = ("until",)
    PL = "Termin odwołania biegnie do {until}. Poczekaj do dnia następnego."
    EN = "The term of appeal runs until {until}. Wait for the day after."


@dataclass
class AppealTermOver(Refusal):
    until: date
    FIELD = "on"
    PL = (
        "Termin odwołania minął {until}, więc nie ma już czego się zrzekać. "
        "Stwierdź ostateczność decyzji."
    )
    EN = "The term of appeal ended on {until}, so there is nothing to waive. Confirm finality."


@dataclass
class FinalAlready(Refusal):
    number: str
    FIELD = "on"
    PL = (
        "Decyzja {number} jest ostateczna. Zapisz odwołanie tylko wtedy, gdy nadano je w terminie "
        "(KPA 57 § 5), z dniem nadania; nadane później zapisz jako spóźnione odwołanie."
    )
    EN = (
        "The decision {number} is final. File an appeal only if it was posted in time (KPA 57 § "
        "5), with the day of posting; record one that was posted later as a late appeal."
    )


@dataclass
class OtherInstance(Refusal):
    result: str
    FIELD = "result"
    CODES = (("result", "AppealResult"),)
    PL = (
        "Wynik „{result}” nie pasuje do tego etapu. Urząd może tylko uwzględnić odwołanie, zanim "
        "je przekaże; potem rozstrzyga SKO."
    )
    EN = (
        "The result {result} does not belong here. The office may only give way before it forwards "
        "the appeal; after that the board rules."
    )


@dataclass
class SelfCorrectionLate(Refusal):
    until: date
    FIELD = "on"
    PL = "Urząd mógł uwzględnić odwołanie sam do {until} (KPA 132 i 133). Przekaż odwołanie do SKO."
    EN = "The office could give way by itself until {until}. Forward the appeal to the board."


@dataclass
class RulingNotHere(Refusal):
    STATUS = 422
    FIELD = "ruling"
    PL = "Podaj treść rozstrzygnięcia tylko wtedy, gdy SKO uchyliło decyzję i orzekło samo."
    EN = "Give the content of a ruling only where the board reversed the decision and ruled itself."
