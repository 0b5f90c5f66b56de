"""What realisation refuses beside the benefit itself, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chassis.refusal import Refusal


@dataclass
class ListChanged(Refusal):
    count: int
    total: Decimal
    TELLS = ("count", "total")
    PL = (
        "Lista zmieniła się od czasu, gdy ją otwarto: teraz ma {count} wypłat na {total} zł. "
        "Sprawdź ją ponownie i dopiero wtedy wykonaj."
    )
    EN = (
        "The list changed since it was opened: it now has {count} payments of PLN {total}. "
        "Check it again before you execute it."
    )


@dataclass
class NothingToPay(Refusal):
    day: date
    PL = "Na {day} żadna wypłata nie czeka na wykonanie. Wybierz inny dzień."
    EN = "No payment waits for {day}. Choose another day."


@dataclass
class ListTooEarly(Refusal):
    day: date
    earliest: date
    TELLS = ("earliest",)
    PL = "Listę na {day} można wykonać od {earliest}. Poczekaj do tego dnia."
    EN = "The list of {day} can be executed from {earliest} on. Wait for that day."


@dataclass
class ChangeNotFinal(Refusal):
    number: str
    PL = (
        "Decyzja {number}, która zmieniła świadczenie, nie jest jeszcze ostateczna. Nienależnie "
        "pobrane świadczenie ustal dopiero potem (ups art. 98)."
    )
    EN = (
        "The decision {number} that changed the benefit is not final yet. Establish the undue "
        "benefit only after that (ups art. 98)."
    )


@dataclass
class UndueBeingDecided(Refusal):
    PL = (
        "Decyzja o nienależnie pobranym świadczeniu jest już przygotowana. Doprowadź ją do końca "
        "albo wycofaj projekt."
    )
    EN = "A decision on this undue benefit is being made already. Finish it or withdraw the draft."


@dataclass
class NothingToRepay(Refusal):
    PL = "Wszystko jest już zwrócone albo odstąpiono od zwrotu. Nie ma czego ustalać."
    EN = "Everything is repaid or waived. There is nothing left to set."


@dataclass
class NothingToGiveBack(Refusal):
    PL = "Klientowi nic się z tego zwrotu nie należy: wszystko zaliczono albo już oddano."
    EN = "Nothing of this repayment is owed to the client: all is counted in or given back already."


@dataclass
class UndueComesFirst(Refusal):
    amount: Decimal
    TELLS = ("amount",)
    PL = (
        "Z tego świadczenia {amount} zł wypłacono ponad to, co przysługuje. Najpierw przygotuj "
        "decyzję o świadczeniu nienależnie pobranym: wpłaty zaliczą się na jego poczet."
    )
    EN = (
        "PLN {amount} of this benefit was paid beyond what is due. First draft the decision on the "
        "undue benefit: what came back counts towards it."
    )


@dataclass
class CameBackChanged(Refusal):
    said: Decimal
    came_back: Decimal
    TELLS = ("said", "came_back")
    PL = (
        "Projekt zalicza {said} zł, a z wpłat klienta można teraz zaliczyć {came_back} zł. Zwróć "
        "projekt do poprawy: poprawiony poda nową kwotę."
    )
    EN = (
        "The draft counts PLN {said} in, while PLN {came_back} of what the client paid can be "
        "counted now. Return it for correction: once corrected it says the new sum."
    )


@dataclass
class MoreThanRest(Refusal):
    amount: Decimal
    rest: Decimal
    STATUS = 422
    FIELD = "amount"
    TELLS = ("rest",)
    PL = "Kwota {amount} zł jest większa niż pozostało: {rest} zł. Popraw kwotę."
    EN = "PLN {amount} is more than what is left: PLN {rest}. Correct the amount."


@dataclass
class TooManyInstalments(Refusal):
    most: int
    STATUS = 422
    FIELD = "instalments"
    TELLS = ("most",)
    PL = "Tę kwotę można rozłożyć najwyżej na {most} rat. Zmniejsz liczbę rat."
    EN = "This amount can be split into {most} instalments at most. Choose fewer."


@dataclass
class FirstInstalmentPassed(Refusal):
    day: date
    STATUS = 422
    FIELD = "first_due"
    PL = "Pierwsza rata nie może przypadać przed {day}. Popraw datę."
    EN = "The first instalment cannot be due before {day}. Correct the date."


@dataclass
class PeriodRuns(Refusal):
    until: date | None
    PL = "Okres świadczenia trwa (do: {until}) albo trwa jego przegląd. Poczekaj na ich koniec."
    EN = "The period of the benefit runs (until: {until}), or its review does. Wait for their end."


@dataclass
class AlreadyReported(Refusal):
    kind: str
    month: str
    FIELD = "month"
    CODES = (("kind", "ContributionKind"),)
    PL = "Za {month} zgłoszono już tę składkę ({kind}). Nie zgłaszaj jej drugi raz."
    EN = "The contribution {kind} for {month} is reported already. Do not report it again."


@dataclass
class MonthNotCovered(Refusal):
    month: str
    STATUS = 422
    FIELD = "month"
    PL = "Miesiąc {month} nie należy do okresu albo jeszcze nie nadszedł. Wybierz inny miesiąc."
    EN = "The month {month} is not in the period or has not come yet. Choose another month."


@dataclass
class AgreementMissing(Refusal):
    PL = "Z tą osobą nie zawarto umowy (ups art. 103). Najpierw zapisz umowę."
    EN = "There is no agreement with this person (ups art. 103). Record the agreement first."


@dataclass
class AgreementKept(Refusal):
    PL = "Osoba zobowiązana wykonuje umowę: nic nie zalega. Pozew nie ma podstawy."
    EN = "The obliged person keeps the agreement: nothing is owed. There is no ground for a claim."


@dataclass
class ClaimPrepared(Refusal):
    until: str
    PL = "Ostatni miesiąc, który obejmuje pozew, to {until}. Poczekaj na kolejne zaległości."
    EN = "The claim for the months until {until} is prepared already. Wait for further arrears."


@dataclass
class SharesExceedCost(Refusal):
    shares: Decimal
    cost: Decimal
    STATUS = 422
    FIELD = "resident"
    TELLS = ("shares", "cost")
    PL = "Opłaty razem ({shares} zł) przekraczają koszt pobytu {cost} zł. Popraw kwoty."
    EN = "The shares together (PLN {shares}) exceed the cost of PLN {cost}. Correct the amounts."


@dataclass
class SharesMissing(Refusal):
    PL = "Nie ustalono, kto płaci za pobyt. Najpierw zapisz opłaty (ups art. 61)."
    EN = "It is not set who pays for the stay. Record the shares first (ups art. 61)."


@dataclass
class StayNotBegun(Refusal):
    PL = "Pobyt w domu jeszcze się nie rozpoczął. Najpierw zapisz dzień przyjęcia."
    EN = "The stay has not begun. Record the day of admission first."


@dataclass
class StayBegun(Refusal):
    on: date
    PL = "Pobyt trwa od {on}. Najpierw zapisz jego koniec."
    EN = "The stay has lasted since {on}. Record its end first."


@dataclass
class AlreadyCharged(Refusal):
    month: str
    FIELD = "month"
    PL = "Opłata za {month} jest już naliczona. Nie naliczaj jej drugi raz."
    EN = "The fee for {month} is charged already. Do not charge it again."


@dataclass
class NotCharged(Refusal):
    month: str
    STATUS = 422
    FIELD = "month"
    PL = "Za {month} ta osoba nie ma naliczonej opłaty. Sprawdź miesiąc i osobę."
    EN = "Nothing is charged to this payer for {month}. Check the month and the payer."


@dataclass
class AnswerNotHere(Refusal):
    STATUS = 422
    FIELD = "decision_id"
    PL = (
        "Ta decyzja nie odpowiada na wniosek: dotyczy innej osoby albo nie została wydana. "
        "Wskaż wydaną decyzję w sprawie tej osoby."
    )
    EN = (
        "This decision does not answer the request: it is about somebody else, or is not issued. "
        "Name an issued decision about this person."
    )


@dataclass
class AlreadyAnswered(Refusal):
    on: date
    PL = "Na ten wniosek odpowiedziano już {on}. Nic więcej nie trzeba robić."
    EN = "This request was answered on {on}. Nothing more needs to be done."
