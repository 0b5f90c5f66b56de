"""What is refused about help in kind, services and benefits under a social contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class OnlyToBePaidBack(Refusal):
    benefit: str
    CODES = (("benefit", "Benefit"),)
    PL = (
        "Dochód przekracza kryterium, więc {benefit} nie przysługuje bez zwrotu (ups art. 41 "
        "pkt 2). Odmów albo rozważ specjalny zasiłek celowy."
    )
    EN = (
        "The income is above the criterion, so {benefit} is not given without paying back (ups "
        "art. 41(2)). Refuse, or consider a special targeted benefit."
    )


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
