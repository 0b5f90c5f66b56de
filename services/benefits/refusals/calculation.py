"""What is refused about income and calculations, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from chassis.refusal import Refusal


@dataclass
class IncomeMissing(Refusal):
    PL = "Nie ustalono dochodu. Najpierw ustal dochód rodziny (ups art. 8)."
    EN = "The income is not established. Establish the income of the household first (ups art. 8)."


@dataclass
class PreviousIncomeMissing(Refusal):
    STATUS = 422
    FIELD = "income_before"
    PL = (
        "Sprawa zna tylko jeden dochód, więc nie ma z czym go porównać. Ustal najpierw dochód po "
        "zmianie albo podaj dochód, z którego wyliczono świadczenie."
    )
    EN = (
        "The case knows one income only, so there is nothing to compare it with. Establish the "
        "income after the change first, or give the one that the benefit was calculated from."
    )


@dataclass
class CalculationMissing(Refusal):
    benefit: str
    CODES = (("benefit", "Benefit"),)
    PL = "Brakuje wyliczenia. Najpierw je wykonaj."
    EN = "The benefit ({benefit}) is not calculated. Calculate it first."


@dataclass
class NotEligible(Refusal):
    """`steps` explain it, as they do a result."""

    income: Decimal
    criterion: Decimal
    steps: tuple[Any, ...] = ()
    TELLS = ("income", "criterion", "steps")
    PL = (
        "Dochód {income} zł nie jest niższy od kryterium {criterion} zł, więc świadczenie nie "
        "przysługuje. Przygotuj decyzję odmowną."
    )
    EN = (
        "The income of PLN {income} is not below the criterion of PLN {criterion}, so the benefit "
        "is not due. Draft a refusal."
    )


@dataclass
class AboveCriterion(Refusal):
    income: Decimal
    criterion: Decimal
    steps: tuple[Any, ...] = ()
    TELLS = ("income", "criterion", "steps")
    PL = (
        "Dochód {income} zł przekracza kryterium {criterion} zł. Przygotuj decyzję odmowną albo "
        "rozważ specjalny zasiłek celowy lub pomoc pod warunkiem zwrotu (ups art. 41)."
    )
    EN = (
        "The income of PLN {income} is above the criterion of PLN {criterion}. Draft a refusal, or "
        "consider a special targeted or a returnable benefit (ups art. 41)."
    )


@dataclass
class NotAboveCriterion(Refusal):
    income: Decimal
    criterion: Decimal
    steps: tuple[Any, ...] = ()
    TELLS = ("income", "criterion", "steps")
    PL = (
        "Dochód {income} zł nie przekracza kryterium {criterion} zł, więc wystarczy zwykły zasiłek "
        "celowy (ups art. 39). Wylicz zasiłek celowy."
    )
    EN = (
        "The income of PLN {income} is not above the criterion of PLN {criterion}, so the ordinary "
        "targeted benefit (ups art. 39) will do. Calculate that one."
    )


@dataclass
class OwnIncomeMissing(Refusal):
    STATUS = 422
    FIELD = "own_income"
    PL = "Zasiłek stały w rodzinie zależy też od dochodu własnego osoby. Podaj ten dochód."
    EN = "A permanent benefit in a family also depends on the person's own income. Give it."


@dataclass
class ExcludedByBenefit(Refusal):
    benefit: str
    TELLS = ("benefit",)
    CODES = (("benefit", "Benefit"),)
    PL = (
        "Zasiłek stały nie przysługuje razem z tym, co osoba pobiera: {benefit} (ups art. 37). "
        "Sprawdź, co osoba pobiera, albo przygotuj decyzję odmowną."
    )
    EN = (
        "A permanent benefit is not due together with {benefit} (ups art. 37). Check what the "
        "person receives, or draft a refusal."
    )


@dataclass
class ReceiptIncomplete(Refusal):
    """`field` is the one to fill in or correct."""

    field: str
    STATUS = 422
    TELLS = ("field",)
    PL = "Przychód jest opisany niepełnie. Uzupełnij albo popraw pole „{field}”."
    EN = "The receipt is not described in full. Fill in or correct the field “{field}”."


@dataclass
class RelativeIncomeUnclear(Refusal):
    who: str
    STATUS = 422
    FIELD = "relatives"
    PL = (
        "Dochód osoby {who} podaj w jednym miejscu: jedną kwotą albo w przychodach, z których "
        "program go wyliczy."
    )
    EN = (
        "Give the income of {who} in one place: as one amount, or as receipts that it is "
        "calculated from."
    )


@dataclass
class ReceiptOfNobody(Refusal):
    who: str
    STATUS = 422
    FIELD = "receipts"
    PL = "Na liście rodziny nie ma osoby {who}. Wpisz ją albo popraw, czyj to przychód."
    EN = "There is no {who} on the list of the family. Add that person, or correct whose it is."


@dataclass
class NothingToCalculate(Refusal):
    STATUS = 422
    PL = "Nie ma z czego liczyć. Podaj kwotę większą od zera i co najmniej jedną ratę."
    EN = "There is nothing to calculate. Give an amount above zero and at least one instalment."


@dataclass
class AgreedAboveMeans(Refusal):
    who: str
    agreed: Decimal
    means: Decimal
    STATUS = 422
    FIELD = "relatives"
    TELLS = ("agreed", "means")
    PL = (
        "Umowa z osobą {who} na {agreed} zł zostawiłaby jej mniej, niż chroni ustawa. "
        "Podaj najwyżej {means} zł."
    )
    EN = (
        "The agreement with {who} for PLN {agreed} would leave less than the act protects. "
        "Give at most PLN {means}."
    )


@dataclass
class DayMissing(Refusal):
    field: str
    STATUS = 422
    TELLS = ("field",)
    PL = "Dla części miesiąca podaj dwa dni: pierwszy i ostatni. Brakuje pola „{field}”."
    EN = "For a part of a month give both its first and its last day. “{field}” is missing."


@dataclass
class TwoMonths(Refusal):
    STATUS = 422
    FIELD = "last_day"
    PL = "Podaj dni jednego miesiąca: pierwszy nie później niż ostatni."
    EN = "Give days of one month, the first not after the last."


@dataclass
class NoFormula(Refusal):
    benefit: str
    STATUS = 422
    FIELD = "benefit"
    CODES = (("benefit", "Benefit"),)
    PL = "To świadczenie ({benefit}) nie ma takiego wyliczenia. Sprawdź, o co wnioskuje osoba."
    EN = "The benefit {benefit} has no such calculation. Check what the person applies for."


@dataclass
class SpecialistPriceMissing(Refusal):
    day: date
    PL = (
        "Na {day} nie opublikowano ceny godziny specjalistycznych usług opiekuńczych (§ 4 ust. 4 "
        "rozporządzenia). Zaproponuj ją w parametrach i poproś drugą osobę o publikację."
    )
    EN = (
        "No price of an hour of specialist care is published for {day} (§ 4(4) of the ordinance). "
        "Propose it among the parameters and ask a second person to publish it."
    )
