"""What first contact does not allow, and what to do instead."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from chassis.refusal import Refusal


@dataclass
class PeselInvalid(Refusal):
    STATUS = 422
    FIELD = "number"
    PL = "Numer PESEL jest nieprawidłowy. Sprawdź 11 cyfr i wpisz numer jeszcze raz."
    EN = "The PESEL number is not valid. Check the 11 digits and enter it again."


@dataclass
class PeselContradicted(Refusal):
    """The birth date or sex that was given is not the one in the PESEL."""

    what_pl: str
    what_en: str
    STATUS = 422
    FIELD = "birth_date"
    PL = "Numer PESEL wskazuje inne dane ({what_pl}). Popraw PESEL albo te dane."
    EN = "The PESEL number says something else ({what_en}). Correct the PESEL or these data."


@dataclass
class IdentifierMissing(Refusal):
    id_type: str
    STATUS = 422
    FIELD = "number"
    PL = "Podaj numer dokumentu albo wybierz „brak dokumentu” i podaj przyczynę."
    EN = "Give the number of the document ({id_type}), or choose “no document” and say why."


@dataclass
class NoDocumentReasonMissing(Refusal):
    STATUS = 422
    FIELD = "no_id_reason"
    PL = "Napisz, dlaczego nie można ustalić numeru PESEL ani innego dokumentu."
    EN = "Say why neither a PESEL nor another document can be established."


@dataclass
class BirthDateMissing(Refusal):
    STATUS = 422
    FIELD = "birth_date"
    PL = "Podaj datę urodzenia i płeć; bez numeru PESEL nie da się ich ustalić."
    EN = "Give birth date and sex; without a PESEL they cannot be told."


@dataclass
class BirthDateInFuture(Refusal):
    STATUS = 422
    FIELD = "birth_date"
    PL = "Data urodzenia nie może być późniejsza niż dzisiejsza. Popraw datę."
    EN = "The birth date cannot be later than today. Correct the date."


@dataclass
class NameMissing(Refusal):
    STATUS = 422
    FIELD = "family_name"
    PL = "Podaj imię i nazwisko."
    EN = "Give the given name and the family name."


@dataclass
class DuplicateSuspected(Refusal):
    """Somebody like this is registered; choose them, or say that it is none of them."""

    candidates: list[dict[str, Any]]
    TELLS = ("candidates",)
    PL = (
        "W rejestrze są podobne osoby. Wybierz jedną z nich"
        " albo zaznacz „żadna z nich” i wyślij ponownie."
    )
    EN = "Similar persons are registered. Choose one, or say “none of these” and send again."

    def told(self) -> dict[str, Any]:
        """Ids and reasons; who they are, a search shows and the register of reads keeps."""
        named = ("person_id", "reasons")
        return {"candidates": [{name: one[name] for name in named} for one in self.candidates]}


@dataclass
class IdentifierTaken(Refusal):
    """The same number belongs to a registered person; “none of these” does not help here."""

    person_id: UUID
    FIELD = "number"
    PL = (
        "Osoba z tym numerem jest już zarejestrowana. Wybierz ją z listy;"
        " jeśli numer wpisano jej błędnie, najpierw sprostuj jej dane."
    )
    EN = (
        "A person with this number is registered. Choose them;"
        " if the number is not theirs, correct their data first."
    )


@dataclass
class NothingToCorrect(Refusal):
    STATUS = 422
    PL = "Żadne dane się nie zmieniają. Wpisz co najmniej jedną poprawioną wartość."
    EN = "Nothing would change. Enter at least one corrected value."


@dataclass
class CorrectionReasonMissing(Refusal):
    STATUS = 422
    FIELD = "reason"
    PL = "Podaj podstawę sprostowania, na przykład okazany dokument."
    EN = "Say what the correction is based on, for example the document shown."


@dataclass
class HouseholdIncomplete(Refusal):
    STATUS = 422
    FIELD = "members"
    PL = "Gospodarstwo domowe ma co najmniej jedną osobę, a każdą raz. Popraw listę osób."
    EN = "A household has at least one person, and each of them once. Correct the list."


@dataclass
class ChangeBeforeHousehold(Refusal):
    since: date
    STATUS = 422
    FIELD = "since"
    PL = "Zmiana nie może być wcześniejsza niż poprzedni stan z dnia {since}. Popraw datę."
    EN = "The change cannot be earlier than the state of {since}. Correct the date."


@dataclass
class ProblemMissing(Refusal):
    STATUS = 422
    FIELD = "problem"
    PL = "Opisz w jednym zdaniu, z czym zgłasza się klient."
    EN = "Say in one sentence what the client comes with."


@dataclass
class TopicsMissing(Refusal):
    STATUS = 422
    FIELD = "topics"
    PL = "Zaznacz, o czym poinformowano klienta."
    EN = "Mark what the client was told about."


@dataclass
class NotTriaged(Refusal):
    PL = "Najpierw ustal, dokąd kierowany jest klient."
    EN = "First decide where the client goes next."


@dataclass
class NoProceedingAfterTriage(Refusal):
    outcome: str
    CODES = (("outcome", "TriageOutcome"),)
    PL = (
        "Wynik rozmowy ({outcome}) nie prowadzi do zespołu, który rozpatruje wnioski."
        " Wniosek wolno złożyć zawsze: zmień wynik rozmowy i zarejestruj wniosek."
    )
    EN = (
        "The outcome ({outcome}) leads to no team that decides applications."
        " One may always apply: change the outcome and register the application."
    )


@dataclass
class BenefitTypesMissing(Refusal):
    STATUS = 422
    FIELD = "benefit_types"
    PL = (
        "Zaznacz, o jakie świadczenie prosi klient. Jeśli nikt nie składa wniosku, opróżnij pola"
        " wniosku, a jako składającego zaznacz klienta."
    )
    EN = (
        "Mark which benefit the client applies for. If nobody applies, empty the fields of the"
        " application and mark the client as the one who applies."
    )


@dataclass
class FiledInFuture(Refusal):
    STATUS = 422
    FIELD = "filed_on"
    PL = "Data wpływu wniosku nie może być późniejsza niż dzisiejsza. Popraw datę."
    EN = "The day on which the application came cannot be later than today. Correct it."


@dataclass
class FiledLongAgo(Refusal):
    day: date
    STATUS = 422
    FIELD = "filed_on"
    PL = (
        "Data wpływu {day} jest sprzed ponad roku albo sprzed urodzenia klienta. "
        "Sprawdź rok i popraw datę."
    )
    EN = (
        "The day {day} is more than a year ago, or before the client was born. Check the year and "
        "correct it."
    )


@dataclass
class AppointmentInPast(Refusal):
    STATUS = 422
    FIELD = "at"
    PL = "Termin spotkania już minął. Wybierz późniejszy."
    EN = "The time of the appointment has passed. Choose a later one."


@dataclass
class AppointmentElsewhere(Refusal):
    unit: str
    FIELD = "unit"
    PL = "Klient nie jest kierowany do tej jednostki. Zmień wynik rozmowy albo jednostkę."
    EN = "The client was not directed to the unit “{unit}”. Change the outcome or the unit."


@dataclass
class ContactPassedOn(Refusal):
    authority: str
    PL = "Sprawę przekazano już innemu organowi ({authority}). Zarejestruj nowy kontakt."
    EN = "The matter was passed on to another authority ({authority}). Register a new contact."


@dataclass
class AuthorityMissing(Refusal):
    STATUS = 422
    FIELD = "authority"
    PL = "Podaj organ, któremu przekazujesz sprawę (KPA art. 65)."
    EN = "Name the authority that the matter is passed to (KPA art. 65)."
