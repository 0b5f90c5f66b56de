"""What is refused about payments, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from chassis.refusal import Refusal


@dataclass
class NoSuchPayment(Refusal):
    month: str
    STATUS = 422
    FIELD = "month"
    PL = "Na miesiąc {month} nie ma zaplanowanej wypłaty. Sprawdź plan wypłat."
    EN = "No payment is planned for {month}. Check the payment plan."


@dataclass
class AlreadyPaid(Refusal):
    month: str
    PL = "Wypłata za {month} została już wykonana. Nie wypłacaj jej drugi raz."
    EN = "The payment for {month} was already made. Do not pay it again."


@dataclass
class PaymentStopped(Refusal):
    month: str
    PL = "Wypłata za {month} jest wstrzymana decyzją. Nie wypłacaj jej."
    EN = "The payment for {month} is stopped by a decision. Do not pay it."


@dataclass
class PaymentCancelled(Refusal):
    month: str
    PL = (
        "Wypłatę za {month} wycofano. Nie wypłacaj jej; jeśli wycofano ją przez pomyłkę, "
        "zaplanuj ją ponownie."
    )
    EN = (
        "The payment for {month} was cancelled. Do not pay it; if that was a mistake, plan it "
        "again."
    )


@dataclass
class TooEarlyToPay(Refusal):
    month: str
    day: date
    TELLS = ("month", "day")
    PL = "Wypłatę za {month} można wykonać od {day}. Poczekaj do tego dnia."
    EN = "The payment for {month} can be made from {day} on. Wait for that day."


@dataclass
class NotPaid(Refusal):
    month: str
    PL = "Wypłata za {month} nie jest wykonana, więc nie mogła wrócić. Sprawdź plan wypłat."
    EN = "The payment for {month} was not made, so it cannot have come back. Check the plan."


@dataclass
class NotReturned(Refusal):
    month: str
    PL = (
        "Wypłata za {month} nie czeka na ponowienie: nie wróciła ani jej nie wycofano, albo "
        "została już ponowiona. Sprawdź plan wypłat."
    )
    EN = (
        "The payment for {month} does not wait to be sent again: it neither came back nor was "
        "cancelled, or was sent again already. Check the plan."
    )


@dataclass
class PlanLongEnough(Refusal):
    until: str
    PL = "Ostatni zaplanowany miesiąc to już {until}. Planu nie trzeba wydłużać."
    EN = "The plan of payments already reaches {until}. It needs no extension."


@dataclass
class NothingUndue(Refusal):
    PL = (
        "Za żaden miesiąc nie wypłacono więcej, niż przysługuje. Najpierw zmień, wstrzymaj albo "
        "uchyl świadczenie decyzją."
    )
    EN = (
        "For no month more was paid than is due. First change, suspend or revoke the benefit by a "
        "decision."
    )


@dataclass
class PaymentsOpen(Refusal):
    months: tuple[str, ...]
    TELLS = ("months",)
    PL = "Zaplanowane wypłaty czekają: {months}. Wykonaj je, zanim zakończysz świadczenie."
    EN = "Planned payments are waiting: {months}. Make them before you end the benefit."

    def details(self) -> dict[str, Any]:
        return {**super().details(), "months": ", ".join(self.months)}
