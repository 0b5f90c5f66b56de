"""What is refused on the way into a residential home, and what to do then (ups art. 54 to 61)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chassis.refusal import Refusal


@dataclass
class NotAboutAHome(Refusal):
    PL = "Ta sprawa nie dotyczy domu pomocy społecznej. Otwórz sprawę o dom i zapisz to w niej."
    EN = "This case is not about a residential home. Record it in the case that is."


@dataclass
class RulingUnnamed(Refusal):
    STATUS = 422
    FIELD = "reference"
    PL = "Podaj sygnaturę orzeczenia sądu, które zastępuje zgodę."
    EN = "Give the number of the court's ruling that stands for the consent."


@dataclass
class ConsentMissing(Refusal):
    PL = (
        "Nie zapisano zgody na zamieszkanie w domu. Zapytaj osobę albo jej przedstawiciela "
        "ustawowego i zapisz odpowiedź (ups art. 54)."
    )
    EN = (
        "No consent to living in the home is recorded. Ask the person or the statutory "
        "representative and record the answer (ups art. 54)."
    )


@dataclass
class ConsentRefused(Refusal):
    on: date
    TELLS = ("on",)
    PL = (
        "Zgody na zamieszkanie w domu odmówiono {on}. Jeśli pomoc jest bezwzględnie potrzebna, "
        "zawiadom sąd opiekuńczy, a gdy nie ma przedstawiciela, prokuratora (ups art. 54 ust. 4), "
        "i zapisz orzeczenie sądu (ups art. 55). Bez niego odmów albo umórz postępowanie."
    )
    EN = (
        "Consent to living in the home was refused on {on}. If help is absolutely needed, notify "
        "the guardianship court, or without a representative the prosecutor (ups art. 54(4)), and "
        "record the court's ruling (ups art. 55). Without it refuse or discontinue."
    )


@dataclass
class ResidentSheetMissing(Refusal):
    PL = (
        "Decyzji o umieszczeniu towarzyszy karta mieszkańca, a jeszcze jej nie ma. "
        "Najpierw wypełnij kartę."
    )
    EN = "A resident sheet goes with the placement, and there is none yet. Write the sheet first."


@dataclass
class SharesNotWholeCost(Refusal):
    shares: Decimal
    cost: Decimal
    STATUS = 422
    FIELD = "fees"
    TELLS = ("shares", "cost")
    PL = (
        "Opłaty razem dają {shares} zł, a miesięczny koszt domu to {cost} zł. "
        "Popraw kwoty albo zostaw je puste: projekt weźmie je z wyliczenia."
    )
    EN = (
        "The shares make PLN {shares}, the monthly cost of the home is PLN {cost}. Correct them, "
        "or leave them empty: the draft takes them from the calculation."
    )


@dataclass
class ShareNotAgreed(Refusal):
    """Only an agreement lets somebody pay otherwise than calculated (ups art. 103 ust. 2)."""

    payer: str
    STATUS = 422
    FIELD = "fees"
    TELLS = ("payer",)
    PL = (
        "Opłata ({payer}) różni się od wyliczonej, a nie ma umowy, która by to uzasadniała. "
        "Zapisz umowę z osobą zobowiązaną albo wylicz opłaty ponownie."
    )
    EN = (
        "The share of {payer} differs from the calculated one, and no agreement says so. Record "
        "the agreement with the obliged person or calculate the fees again."
    )


@dataclass
class RelativeNotRegistered(Refusal):
    reference: str
    TELLS = ("reference",)
    PL = (
        "{reference} ma płacić za pobyt, a nie jest wśród osób zobowiązanych. "
        "Wpisz tę osobę i wylicz opłaty ponownie, wskazując ją."
    )
    EN = (
        "{reference} is to pay for the stay and is not among the obliged persons. Register the "
        "person and calculate the fees again, naming them."
    )
