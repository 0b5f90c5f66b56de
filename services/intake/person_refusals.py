"""What is not allowed with persons, their corrections and merges, and with households."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from chassis.refusal import Refusal

# --- persons without a PESEL ------------------------------------------------


@dataclass
class ResidenceTitleMissing(Refusal):
    STATUS = 422
    FIELD = "residence_title"
    PL = "Podaj, na jakiej podstawie cudzoziemiec przebywa w Polsce (ups art. 5)."
    EN = "Say by which title the foreigner stays in Poland (ups art. 5)."


@dataclass
class CitizenshipMissing(Refusal):
    STATUS = 422
    FIELD = "citizenship"
    PL = "Kartę pobytu ma cudzoziemiec. Wpisz jego obywatelstwo, na przykład UA."
    EN = "A residence card belongs to a foreigner. Give their citizenship, for example UA."


@dataclass
class PassportCitizenshipMissing(Refusal):
    STATUS = 422
    FIELD = "citizenship"
    PL = "Wpisz obywatelstwo z paszportu: dwie litery, na przykład UA, a w polskim paszporcie PL."
    EN = "Enter the citizenship in the passport: two letters, for example UA, or PL if Polish."


@dataclass
class LastAddressMissing(Refusal):
    STATUS = 422
    FIELD = "last_city"
    PL = (
        "Podaj ostatni adres zameldowania na pobyt stały osoby bezdomnej:"
        " od niego zależy, która gmina jest właściwa (ups art. 101 ust. 2)."
    )
    EN = (
        "Give the last address of permanent registration of the homeless person:"
        " it decides which commune is competent (ups art. 101 ust. 2)."
    )


@dataclass
class MotherMissing(Refusal):
    STATUS = 422
    FIELD = "mother_id"
    PL = "Wskaż matkę noworodka. Jeśli nie ma jej w rejestrze, najpierw ją zarejestruj."
    EN = "Name the newborn's mother. If she is not registered, register her first."


@dataclass
class NoNewborn(Refusal):
    STATUS = 422
    FIELD = "birth_date"
    PL = "Dziecko starsze niż rok ma numer PESEL. Wpisz go albo wybierz inną przyczynę."
    EN = "A child older than a year has a PESEL. Enter it, or choose another reason."


# --- corrections ------------------------------------------------------------


@dataclass
class BirthDateNotOfPesel(Refusal):
    """The number is the stronger evidence: it is corrected first, and the date follows from it."""

    STATUS = 422
    FIELD = "birth_date"
    PL = (
        "Z numeru PESEL tej osoby wynika inna data urodzenia. Wpisz datę z numeru,"
        " a jeśli numer jest błędny, sprostuj numer dokumentu."
    )
    EN = (
        "The person's PESEL says another birth date. Enter the one in the number;"
        " if the number is wrong, correct the document's number."
    )


@dataclass
class SexNotOfPesel(Refusal):
    STATUS = 422
    FIELD = "sex"
    PL = (
        "Z numeru PESEL tej osoby wynika inna płeć. Zaznacz płeć z numeru,"
        " a jeśli numer jest błędny, sprostuj numer dokumentu."
    )
    EN = (
        "The person's PESEL says another sex. Choose the one in the number;"
        " if the number is wrong, correct the document's number."
    )


@dataclass
class ForeignersDataFirst(Refusal):
    """Said where the document is corrected: the form has no field for what is missing."""

    STATUS = 422
    FIELD = "id_type"
    PL = (
        "Z tym dokumentem trzeba znać obywatelstwo i podstawę pobytu cudzoziemca."
        " Najpierw sprostuj je w danych tej osoby, potem wpisz numer."
    )
    EN = (
        "With this document the foreigner's citizenship and residence title must be known."
        " Correct them in the person's data first, then enter the number."
    )


@dataclass
class NoIdentifierToWithdraw(Refusal):
    PL = "Ta osoba nie ma zapisanego numeru dokumentu. Jeśli znasz właściwy numer, wpisz go."
    EN = "No document number of this person is registered. If you know the right one, enter it."


@dataclass
class PersonAbsorbed(Refusal):
    """The entry was joined with another; what is new belongs to that one."""

    survivor_id: UUID
    TELLS = ("survivor_id",)
    PL = "Ten wpis połączono z inną osobą. Przejdź do osoby, z którą go połączono."
    EN = "This entry was merged with another person. Go on with the person it was merged into."


# --- merges -----------------------------------------------------------------


@dataclass
class SamePerson(Refusal):
    STATUS = 422
    FIELD = "absorbed_id"
    PL = "Wybierz dwa różne wpisy."
    EN = "Choose two different entries."


@dataclass
class DifferentPesels(Refusal):
    PL = (
        "Te osoby mają różne prawidłowe numery PESEL, więc to dwie osoby."
        " Jeśli jeden numer jest błędny, najpierw oznacz go jako błędny."
    )
    EN = (
        "These entries have different valid PESEL numbers, so they are two persons."
        " If one number is wrong, mark it as wrong first."
    )


@dataclass
class MotherAndChild(Refusal):
    PL = "Jedna z tych osób jest zapisana jako matka drugiej. Najpierw sprostuj te dane."
    EN = "One of these persons is registered as the other's mother. Correct that first."


@dataclass
class TwoHouseholdsAtOnce(Refusal):
    day: date
    PL = (
        "Oba wpisy należą {day} do gospodarstw domowych, a osoba należy tego dnia do jednego."
        " Najpierw popraw skład gospodarstw."
    )
    EN = (
        "On {day} both entries belong to households, and a person belongs to one on a day."
        " Correct the households first."
    )


@dataclass
class NotMerged(Refusal):
    PL = (
        "Tych wpisów nie połączono albo połączenie już cofnięto. Sprawdź historię na stronie osoby."
    )
    EN = "These entries were not merged, or the merge was undone. See the history of the person."


@dataclass
class MergeReasonMissing(Refusal):
    STATUS = 422
    FIELD = "reason"
    PL = "Napisz, z czego wynika, że to jedna osoba albo dwie."
    EN = "Say what shows that this is one person, or two."


# --- households -------------------------------------------------------------


@dataclass
class AlreadyInHousehold(Refusal):
    person_id: UUID
    day: date
    TELLS = ("person_id", "day")
    PL = (
        "Dnia {day} ta osoba należy już do innego gospodarstwa domowego,"
        " a może należeć do jednego. Najpierw zapisz, że z niego odeszła."
    )
    EN = (
        "On {day} this person belongs to another household, and may belong to one."
        " First note that they left it."
    )


@dataclass
class NotMember(Refusal):
    person_id: UUID
    STATUS = 422
    FIELD = "person_id"
    PL = "Ta osoba nie należy do gospodarstwa domowego. Wybierz kogoś, kto do niego należy."
    EN = "This person does not belong to the household. Choose somebody who does."


@dataclass
class NobodyInBetween(Refusal):
    STATUS = 422
    FIELD = "since"
    PL = "Z tą datą przez część czasu nie byłoby w gospodarstwie nikogo. Popraw datę."
    EN = "With this day nobody would be in the household for a while. Correct the date."


@dataclass
class MemberTwice(Refusal):
    person_id: UUID
    STATUS = 422
    FIELD = "person_id"
    PL = "Ta osoba już należy do tego gospodarstwa domowego. Wybierz inną albo popraw jej wpis."
    EN = "This person belongs to this household already. Choose another, or correct the entry."


@dataclass
class HouseholdOver(Refusal):
    PL = "To gospodarstwo domowe już nie istnieje. Zapisz nowe."
    EN = "This household does not exist any more. Define a new one."


# --- data of another system -------------------------------------------------


@dataclass
class RowUnknown(Refusal):
    """A row that names a person whom no file of this system has brought yet."""

    source: str
    row: str
    STATUS = 422
    FIELD = "row"
    TELLS = ("source", "row")
    PL = "Osoby z wiersza {row} systemu {source} jeszcze nie przeniesiono. Najpierw przenieś osoby."
    EN = "The person of row {row} of {source} has not been taken over. Take over persons first."


@dataclass
class HouseholdOverAtOnce(Refusal):
    """A row of a household that nobody would belong to on any day."""

    since: date
    until: date
    STATUS = 422
    FIELD = "until"
    TELLS = ("since", "until")
    PL = (
        "Gospodarstwo trwa od {since}, a dniem bez niego ma być już {until}. Jako „until” podaj"
        " pierwszy dzień po jego końcu, późniejszy niż „since”, a gdy trwa nadal, nic nie podawaj."
    )
    EN = (
        "The household lasts from {since}, and {until} is to be a day without it. As `until` give"
        " the first day after its end, later than `since`, or nothing while it lasts."
    )
