"""What the rules of service orders refuse, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from chassis.refusal import Refusal


@dataclass
class NotNow(Refusal):
    action: str
    state: str
    PL = "Zlecenie jest w stanie „{state}”, a wtedy czynność „{action}” nie jest możliwa."
    EN = "The order is in the state “{state}”, which does not allow “{action}”."


@dataclass
class ClientSheetIncomplete(Refusal):
    missing: tuple[str, ...]
    STATUS = 422
    FIELD = "sheet"
    PL = "Karta klienta jest niepełna. Uzupełnij pola: {missing}."
    EN = "The client sheet is incomplete. Fill in: {missing}."

    def details(self) -> dict[str, Any]:
        return {**super().details(), "missing": ", ".join(self.missing)}


@dataclass
class OrderExists(Refusal):
    order_id: str
    PL = (
        "Dla tej sprawy i usługi jest już otwarte zlecenie ({order_id}). "
        "Zmień je albo zakończ, zanim przygotujesz nowe."
    )
    EN = "This case already has an open order for the service ({order_id}). Amend or end it first."


@dataclass
class PersonDiffers(Refusal):
    case_id: str
    PL = (
        "Zlecenie w sprawie {case_id} przygotowano dla innej osoby, niż wskazuje decyzja. "
        "Zakończ je i przygotuj zlecenie dla właściwej osoby."
    )
    EN = (
        "The order in case {case_id} was prepared for somebody else than the decision names. "
        "End it and prepare one for the right person."
    )


@dataclass
class NotYourOrder(Refusal):
    unit: str
    STATUS = 403
    PL = "Zlecenie nie należy do wykonawcy „{unit}”. Może w nim działać tylko jego wykonawca."
    EN = "The order is not one of “{unit}”. Only its own contractor may act on it."


@dataclass
class ContractorUnknown(Refusal):
    unit: str
    STATUS = 422
    FIELD = "contractor"
    PL = "Wykonawca „{unit}” nie jest zarejestrowany. Zarejestruj go z numerami NIP i REGON."
    EN = "The contractor “{unit}” is not registered. Register it with its NIP and REGON."


@dataclass
class ServiceNotOffered(Refusal):
    unit: str
    service: str
    STATUS = 422
    FIELD = "contractor"
    PL = "Wykonawca „{unit}” nie świadczy usługi „{service}”. Wybierz innego wykonawcę."
    EN = "The contractor “{unit}” does not offer “{service}”. Choose another one."


@dataclass
class NumberInvalid(Refusal):
    kind: str
    STATUS = 422
    FIELD = "number"
    PL = "Numer {kind} jest błędny: suma kontrolna się nie zgadza. Sprawdź i wpisz ponownie."
    EN = "The {kind} number is wrong: its checksum does not match. Check it and enter it again."


@dataclass
class NoOrganisation(Refusal):
    """Its orders would be told to nobody."""

    unit: str
    STATUS = 422
    FIELD = "unit"
    PL = (
        "„{unit}” nie jest organizacją z własnym węzłem w mieście. Wybierz organizację z listy;"
        " nową dopisuje administrator platformy."
    )
    EN = (
        "“{unit}” is no organisation with a node in the city. Choose one of the list; the"
        " administrator of the platform adds new ones."
    )


@dataclass
class ContractorRegisteredAlready(Refusal):
    unit: str
    FIELD = "unit"
    PL = "Wykonawca „{unit}” jest już zarejestrowany. Wybierz innego albo wróć do listy."
    EN = "The contractor “{unit}” is already registered. Choose another or go back to the list."


@dataclass
class DecisionNotWaiting(Refusal):
    PL = (
        "Ta decyzja nie czeka na zlecenie: już je ma albo przestała obowiązywać. "
        "Wróć do listy „Decyzje bez zlecenia”."
    )
    EN = (
        "This decision does not wait for an order: it has one, or it holds no more. "
        "Go back to the list “Decisions without an order”."
    )


@dataclass
class DecisionMissing(Refusal):
    PL = (
        "Nie ma decyzji o przyznaniu tej usługi. Poczekaj na decyzję albo złóż zlecenie pilne, "
        "które decyzja potwierdzi w ciągu 30 dni."
    )
    EN = (
        "There is no decision that grants this service. Wait for it, or place the order urgently "
        "and have it confirmed within 30 days."
    )


@dataclass
class UrgentOrderExpired(Refusal):
    until: date
    PL = "Zlecenie pilne nie zostało potwierdzone decyzją do {until}. Usługa nie może się zacząć."
    EN = "The urgent order was not confirmed by a decision until {until}. Service may not start."


@dataclass
class StartBeforeOrder(Refusal):
    first_day: date
    PL = "Usługa może się zacząć najwcześniej {first_day}: od tego dnia obowiązuje zlecenie."
    EN = "The service may start on {first_day} at the earliest: the order holds from that day."


@dataclass
class OutsidePeriod(Refusal):
    first_day: date
    last_day: date
    PL = "Data jest poza okresem usługi ({first_day} do {last_day}). Popraw datę."
    EN = "The date is outside the period of service ({first_day} to {last_day}). Correct it."


@dataclass
class EndOutsidePeriod(Refusal):
    first_day: date
    last_day: date
    STATUS = 422
    FIELD = "on"
    PL = (
        "Zlecenie obowiązuje od {first_day} do {last_day}. Wpisz ostatni dzień usługi z tego"
        " okresu, a jeśli usługa się nie zacznie, dzień przed jego początkiem."
    )
    EN = (
        "The order holds from {first_day} to {last_day}. Enter a last day of this period, or the"
        " day before it if the service never begins."
    )


@dataclass
class HoursNeedDecision(Refusal):
    STATUS = 422
    FIELD = "hours_per_day"
    PL = "Liczbę godzin zmienia tylko decyzja. Złóż wniosek o zmianę decyzji w dziale świadczeń."
    EN = "Only a decision changes the hours. Ask the benefits team to change the decision."


@dataclass
class NothingToAcknowledge(Refusal):
    version: int
    PL = "Nie ma wersji {version} zlecenia, która czeka na potwierdzenie."
    EN = "There is no version {version} of the order waiting to be acknowledged."


@dataclass
class AmendmentNotAcknowledged(Refusal):
    version: int
    PL = "Wykonawca nie potwierdził wersji {version} zlecenia. Poproś go o potwierdzenie."
    EN = "The contractor has not acknowledged version {version} of the order. Ask for it."


@dataclass
class MonthNotOver(Refusal):
    month: str
    PL = "Miesiąc {month} jeszcze trwa. Rozlicz go po jego zakończeniu."
    EN = "The month {month} is not over. Settle it when it is."


@dataclass
class MonthSettledAlready(Refusal):
    month: str
    PL = "Miesiąc {month} jest już rozliczony. Zmian w nim nie można zapisać."
    EN = "The month {month} is settled already. It takes no more changes."


@dataclass
class NothingToSettle(Refusal):
    month: str
    PL = "W miesiącu {month} zlecenie nie obowiązywało. Wybierz miesiąc z okresu usługi."
    EN = "The order did not hold in {month}. Choose a month of its period."


@dataclass
class ReportDecided(Refusal):
    month: str
    PL = "Sprawozdanie za {month} jest już przyjęte albo zwrócone."
    EN = "The report for {month} has been accepted or returned already."


@dataclass
class VisitDuringAbsence(Refusal):
    on: date
    PL = "Na dzień {on} zgłoszono nieobecność klienta. Wyjaśnij datę wizyty albo nieobecności."
    EN = "The client was reported absent on {on}. Clear up the date of the visit or the absence."


@dataclass
class HoursImplausible(Refusal):
    STATUS = 422
    FIELD = "hours_per_day"
    PL = "Liczba godzin dziennie musi być większa od 0 i nie większa niż 24."
    EN = "The hours a day must be more than 0 and at most 24."


@dataclass
class ActivitiesMissing(Refusal):
    STATUS = 422
    FIELD = "activities"
    PL = "Wybierz co najmniej jedną czynność z zakresu usługi."
    EN = "Choose at least one activity of the scope."


@dataclass
class VisitTimeImplausible(Refusal):
    STATUS = 422
    FIELD = "minutes"
    PL = "Czas wizyty musi być dłuższy niż 0 i nie dłuższy niż 24 godziny."
    EN = "A visit must take more than 0 and at most 24 hours."


@dataclass
class PeriodReversed(Refusal):
    STATUS = 422
    FIELD = "last_day"
    PL = "Ostatni dzień jest wcześniejszy niż pierwszy. Popraw daty."
    EN = "The last day is earlier than the first. Correct the dates."


@dataclass
class ScoreImplausible(Refusal):
    STATUS = 422
    FIELD = "score"
    PL = "Ocena musi mieścić się w skali od 1 do 5."
    EN = "The score must lie on the scale from 1 to 5."


@dataclass
class DecisionIncomplete(Refusal):
    STATUS = 422
    PL = "Decyzja przyznaje usługę bez okresu. Wyjaśnij ją z działem świadczeń."
    EN = "The decision grants a service without a period. Clear it up with the benefits team."
