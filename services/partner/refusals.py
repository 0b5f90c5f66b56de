"""What a partner's node refuses, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass

from chassis.refusal import Refusal


@dataclass
class NotAnnouncedHere(Refusal):
    fact: str
    unit: str
    STATUS = 403
    PL = "Jednostka „{unit}” nie ogłasza faktów „{fact}”. Sprawdź listę faktów tej jednostki."
    EN = "The unit “{unit}” does not announce “{fact}”. See the list of facts of this unit."


@dataclass
class PersonUnknown(Refusal):
    STATUS = 404
    FIELD = "person_id"
    PL = (
        "Nikt nie powiadomił tej jednostki o tej osobie, więc nie może ona nic o niej ogłosić. "
        "Sprawdź, czy wybrano właściwego klienta."
    )
    EN = (
        "Nobody told this unit about this person, so it cannot announce anything about them. "
        "Check that the right client is chosen."
    )


@dataclass
class PersonMissing(Refusal):
    STATUS = 422
    FIELD = "person_id"
    PL = "Wybierz klienta, którego dotyczy zgłoszenie."
    EN = "Choose the client whom the announcement is about."


@dataclass
class AnotherContractor(Refusal):
    contractor: str
    STATUS = 422
    FIELD = "contractor"
    PL = "Ta jednostka nie składa sprawozdań za „{contractor}”. Podaj w polu własną jednostkę."
    EN = "This unit does not report for “{contractor}”. Give your own unit in the field."


@dataclass
class OrderUnknown(Refusal):
    STATUS = 404
    FIELD = "order_id"
    PL = "Ta jednostka nie ma takiego zlecenia dla tego klienta. Wybierz jedno ze swoich zleceń."
    EN = "This unit has no such order for this client. Choose one of its own orders."
