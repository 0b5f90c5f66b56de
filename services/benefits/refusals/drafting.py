"""What is refused about the content of a decision, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chassis.refusal import Refusal


@dataclass
class KindNotHere(Refusal):
    kind: str
    STATUS = 422
    FIELD = "kind"
    CODES = (("kind", "DecisionKind"),)
    PL = (
        "Decyzja „{kind}” nie pasuje do tego etapu. Przyznanie i odmowę przygotuj w sprawie, "
        "a zmianę, wstrzymanie i uchylenie w przeglądzie świadczenia."
    )
    EN = (
        "A decision {kind} does not belong here. Draft a grant or refusal in the case, and a "
        "change, suspension or revocation in the review of the benefit."
    )


@dataclass
class KindNotForBenefit(Refusal):
    kind: str
    benefit: str
    STATUS = 422
    FIELD = "kind"
    CODES = (("kind", "DecisionKind"), ("benefit", "Benefit"))
    PL = "Decyzja „{kind}” nie dotyczy tego świadczenia ({benefit}). Wybierz inny rodzaj decyzji."
    EN = "A decision {kind} does not go with the benefit {benefit}. Choose another kind."


@dataclass
class EarlierDecisionMissing(Refusal):
    kind: str
    STATUS = 422
    FIELD = "previous_decision_id"
    CODES = (("kind", "DecisionKind"),)
    PL = (
        "Decyzja „{kind}” musi się odnosić do wcześniejszej decyzji w tej sprawie. "
        "Wskaż właściwą decyzję."
    )
    EN = "A decision {kind} must refer to an earlier decision of the case. Name the right one."


@dataclass
class CriterionNotMet(Refusal):
    benefit: str
    CODES = (("benefit", "Benefit"),)
    PL = (
        "Na pytanie Q4 odpowiedziano, że kryterium dochodowe nie jest spełnione, więc to "
        "świadczenie ({benefit}) nie przysługuje. Odmów albo popraw odpowiedź, jeśli była błędna."
    )
    EN = (
        "Question Q4 says that the income criterion is not met, so this benefit "
        "({benefit}) is not due. Refuse, or correct the answer if it was wrong."
    )


@dataclass
class TermsIncomplete(Refusal):
    field: str
    STATUS = 422
    PL = "W projekcie decyzji brakuje pola „{field}”. Uzupełnij je."
    EN = "The draft lacks the field “{field}”. Fill it in."


@dataclass
class AmountOutsideRange(Refusal):
    amount: Decimal
    minimum: Decimal
    maximum: Decimal
    STATUS = 422
    FIELD = "amount"
    PL = "Kwota {amount} zł jest poza zakresem od {minimum} do {maximum} zł. Popraw kwotę."
    EN = "The amount of PLN {amount} is not between {minimum} and {maximum}. Correct it."


@dataclass
class NotLess(Refusal):
    amount: Decimal
    current: Decimal
    STATUS = 422
    FIELD = "amount"
    PL = (
        "Ograniczenie musi zmniejszyć świadczenie: {amount} zł nie jest mniej niż {current} zł. "
        "Popraw kwotę albo przygotuj decyzję o zmianie."
    )
    EN = (
        "A limitation must lower the benefit: PLN {amount} is not less than {current}. Correct "
        "the amount or draft a change."
    )


@dataclass
class ChangeDoesNotMatter(Refusal):
    """Ups art. 106 ust. 3b."""

    difference: Decimal
    threshold: Decimal
    STATUS = 422
    FIELD = "reasons"
    PL = (
        "Dochód zmienił się o {difference} zł, a próg to {threshold} zł, więc ta zmiana nie wpływa "
        "na świadczenie (art. 106 ust. 3b ustawy o pomocy społecznej). Przygotuj decyzję "
        "o pozostawieniu bez zmian. Jeśli świadczenie zmienia się z innego powodu, dopisz go "
        "w uzasadnieniu."
    )
    EN = (
        "The income changed by PLN {difference}, and the threshold is {threshold}, so the change "
        "does not alter the benefit (art. 106 ust. 3b of the act on social assistance). Draft a "
        "decision that leaves it as it is. If the benefit changes for another reason, add it to "
        "the reasons."
    )


@dataclass
class FeeDiffers(Refusal):
    fee: Decimal
    calculated: Decimal
    STATUS = 422
    FIELD = "fee_per_hour"
    PL = (
        "Odpłatność {fee} zł różni się od wyliczonej {calculated} zł. "
        "Popraw ją albo wylicz ponownie."
    )
    EN = "The fee of PLN {fee} differs from the calculated {calculated}. Correct or recalculate it."


@dataclass
class NotFirstOfMonth(Refusal):
    day: date
    STATUS = 422
    FIELD = "valid_from"
    PL = (
        "Zmiana świadczenia pieniężnego działa od pierwszego dnia miesiąca, nie od {day}. "
        "Popraw datę."
    )
    EN = (
        "A change of a benefit in money works from the first day of a month, not {day}. Correct it."
    )


@dataclass
class NotWithdrawn(Refusal):
    STATUS = 422
    FIELD = "ground"
    PL = (
        "Strona nie wycofała wniosku. Najpierw zapisz wycofanie albo podaj inną podstawę umorzenia."
    )
    EN = (
        "The party has not withdrawn the application. Record the withdrawal first or give another "
        "ground."
    )


@dataclass
class InterviewNotRefused(Refusal):
    STATUS = 422
    FIELD = "ground"
    PL = (
        "W sprawie nie zapisano odmowy wywiadu (ups art. 107 ust. 4a). "
        "Zapisz odmowę albo podaj inną podstawę."
    )
    EN = "No refusal of the interview is recorded in the case. Record it or give another ground."


@dataclass
class ReviewBeingDecided(Refusal):
    PL = (
        "Decyzja w tym przeglądzie jest już przygotowana. Doprowadź ją do końca albo wycofaj "
        "projekt, zanim przygotujesz inną."
    )
    EN = (
        "A decision of this review is being made already. Finish it or withdraw the draft before "
        "you make another."
    )


@dataclass
class NotWholeMonths(Refusal):
    STATUS = 422
    FIELD = "valid_to"
    PL = (
        "Świadczenie na potrzebę wypłaca się raz, jeśli okres mieści się w jednym miesiącu, albo "
        "co miesiąc, jeśli obejmuje pełne miesiące. Popraw okres."
    )
    EN = (
        "A benefit for a need is paid once where its period is within a month, or monthly where it "
        "is of whole months. Correct the period."
    )


@dataclass
class BeforeApplication(Refusal):
    month: str
    STATUS = 422
    FIELD = "valid_from"
    PL = (
        "Świadczenie przysługuje najwcześniej od miesiąca, w którym złożono wniosek: {month} "
        "(ups art. 106 ust. 3). Popraw początek okresu."
    )
    EN = (
        "A benefit is granted from the month of the application at the earliest: {month} (ups art. "
        "106(3)). Correct the beginning of the period."
    )
