"""What is refused about help in kind, services and benefits under a social contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chassis.refusal import Refusal


@dataclass
class OnlyToBePaidBack(Refusal):
    benefit: str
    CODES = (("benefit", "Benefit"),)
    PL = (
        "Dochód przekracza kryterium, więc {benefit} nie przysługuje bez zwrotu (ups art. 41 "
        "pkt 2). Podaj, ile i jak podlega zwrotowi, jeśli to pomoc rzeczowa; inaczej odmów albo "
        "rozważ specjalny zasiłek celowy."
    )
    EN = (
        "The income is above the criterion, so {benefit} is not given without paying back (ups "
        "art. 41(2)). Of help in kind say how much is paid back and how; else refuse, or consider "
        "a special targeted benefit."
    )


@dataclass
class NotReturnable(Refusal):
    benefit: str
    FIELD = "to_be_paid_back"
    CODES = (("benefit", "Benefit"),)
    PL = (
        "To świadczenie ({benefit}) nie może być przyznane pod warunkiem zwrotu: dotyczy to "
        "zasiłku okresowego, celowego i pomocy rzeczowej powyżej kryterium oraz pożyczki na "
        "usamodzielnienie (ups art. 41 pkt 2, art. 43 ust. 1)."
    )
    EN = (
        "This benefit ({benefit}) cannot be given to be paid back: that is for a periodic or "
        "targeted benefit and help in kind above the criterion, and for a loan for independence "
        "(ups art. 41(2), 43)."
    )


@dataclass
class NothingToBePaidBack(Refusal):
    STATUS = 422
    FIELD = "repay"
    PL = (
        "Wyliczenie nie przewiduje zwrotu tej pomocy. Usuń warunki zwrotu albo wylicz ją ponownie "
        "pod warunkiem zwrotu."
    )
    EN = (
        "By the calculation this help is not paid back. Leave the terms of repayment out, or "
        "calculate it again as help to be paid back."
    )


@dataclass
class MoreThanGranted(Refusal):
    amount: Decimal
    granted: Decimal
    STATUS = 422
    FIELD = "amount"
    PL = (
        "Do zwrotu nie może być więcej ({amount} zł) niż przyznano razem ({granted} zł). Popraw "
        "kwotę."
    )
    EN = (
        "No more (PLN {amount}) can be paid back than is granted in all (PLN {granted}). Correct "
        "the amount."
    )


@dataclass
class LoanRepaidWhole(Refusal):
    amount: Decimal
    STATUS = 422
    FIELD = "amount"
    PL = "Pożyczkę zwraca się w całości: {amount} zł. Popraw kwotę do zwrotu."
    EN = "A loan is paid back whole: PLN {amount}. Correct the amount to be paid back."


@dataclass
class RepaidBeforeGiven(Refusal):
    valid_from: date
    STATUS = 422
    FIELD = "first_due"
    PL = "Pomoc zaczyna się {valid_from}, pierwsza rata nie może być wcześniej. Popraw termin."
    EN = "The help begins on {valid_from}; no instalment is due before. Correct the day."


@dataclass
class NothingToDeliver(Refusal):
    benefit: str
    CODES = (("benefit", "Benefit"),)
    PL = "To pieniądze albo usługa ze zlecenia ({benefit}). Wypłać je albo złóż zlecenie."
    EN = "{benefit} is money or an ordered service. Pay it or place the order."


@dataclass
class AlreadyDelivered(Refusal):
    on: date
    TELLS = ("on",)
    PL = "Wydano to już {on}. Nie wydawaj drugi raz."
    EN = "This was delivered on {on} already. Do not deliver it again."


@dataclass
class OutsideThePeriod(Refusal):
    day: date
    STATUS = 422
    FIELD = "on"
    PL = "Dzień {day} jest poza okresem świadczenia. Popraw datę."
    EN = "The day {day} is not in the period of the benefit. Correct the date."


@dataclass
class DeliveryOpen(Refusal):
    PL = "Pomocy jeszcze nie wydano. Zapisz wydanie albo uchyl decyzję w przeglądzie."
    EN = "The help is not delivered yet. Record the delivery or revoke the decision in a review."


@dataclass
class SocialContractMissing(Refusal):
    day: date
    TELLS = ("day",)
    PL = (
        "Na dzień {day} nie ma kontraktu socjalnego z tą osobą (ups art. 39a, 108). Poczekaj, aż "
        "pracownik socjalny zapisze kontrakt, albo wybierz inne świadczenie."
    )
    EN = (
        "There is no social contract with this person on {day} (ups art. 39a, 108). Wait until "
        "the social worker records one, or choose another benefit."
    )


@dataclass
class NotUnderContract(Refusal):
    benefit: str
    CODES = (("benefit", "Benefit"),)
    PL = (
        "Po podjęciu pracy trwa tylko zasiłek okresowy albo celowy z kontraktu (ups art. 39a "
        "ust. 2), nie {benefit}. Przygotuj zmianę albo uchylenie."
    )
    EN = (
        "After work was found only a periodic or targeted benefit under a contract goes on (ups "
        "art. 39a(2)), not {benefit}. Draft a change or a revocation."
    )


@dataclass
class WorkAfterTheEnd(Refusal):
    valid_to: date
    STATUS = 422
    FIELD = "work_since"
    PL = "Świadczenie kończy się {valid_to}, przed podjęciem pracy. Sprawdź datę."
    EN = "The benefit ends on {valid_to}, before the work begins. Check the date."
