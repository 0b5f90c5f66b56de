"""What the rules of social work do not allow, and what to do instead."""

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class SocialWorkIsClosed(Refusal):
    PL = "Praca socjalna z tą osobą jest zakończona. Otwórz ją ponownie, aby coś zapisać."
    EN = "Social work with this person has ended. Open it again to record something."


@dataclass
class SocialWorkIsOpen(Refusal):
    PL = "Praca socjalna z tą osobą już trwa. Otwórz jej teczkę."
    EN = "Social work with this person is under way. Open their file."


@dataclass
class NothingToDecide(Refusal):
    PL = "Pierwszy kontakt nie cofnął skierowania tej osoby. Nie ma czego rozstrzygać."
    EN = "First contact did not take back that it directed this person here. Nothing to decide."


@dataclass
class NobodyLikeThat(Refusal):
    """The head can name only who works here in the role that leads."""

    worker_id: str
    STATUS = 422
    FIELD = "worker_id"
    PL = "W zespole nie ma pracownika socjalnego {worker_id}. Wybierz osobę z zespołu."
    EN = "There is no social worker {worker_id} in this team. Choose somebody of the team."


@dataclass
class WorkerMissing(Refusal):
    PL = "Nie wyznaczono jeszcze pracownika socjalnego. Poproś kierownika o przydział."
    EN = "No social worker is assigned yet. Ask the head of the team to assign one."


@dataclass
class LedByAnother(Refusal):
    worker_id: str
    STATUS = 403
    PL = (
        "Tę pracę prowadzi inny pracownik socjalny ({worker_id})."
        " Poproś go o zapis albo kierownika o zmianę przydziału."
    )
    EN = (
        "Another social worker ({worker_id}) leads this work."
        " Ask them to record it, or the head to assign it anew."
    )


@dataclass
class SameWorkerAsBenefits(Refusal):
    """SEP-1: one person may not be benefits worker and social worker of the same household."""

    worker_id: str
    FIELD = "worker_id"
    PL = (
        "Pracownik {worker_id} prowadzi sprawę świadczeń tego gospodarstwa domowego"
        " i nie może prowadzić z nim pracy socjalnej. Wyznacz kogoś innego."
    )
    EN = (
        "The worker {worker_id} leads a benefits case of this household"
        " and may not do social work with it. Assign somebody else."
    )


@dataclass
class AlreadyAssigned(Refusal):
    worker_id: str
    FIELD = "worker_id"
    PL = "Pracownik {worker_id} już prowadzi tę pracę. Wyznacz kogoś innego albo nic nie zmieniaj."
    EN = "The worker {worker_id} already leads this work. Assign another or leave it."


@dataclass
class AreasMissing(Refusal):
    STATUS = 422
    FIELD = "areas"
    PL = "Zaznacz co najmniej jeden obszar diagnozy."
    EN = "Mark at least one area of the diagnosis."


@dataclass
class TextMissing(Refusal):
    STATUS = 422
    FIELD = "text"
    PL = "Wpisz treść; pusty zapis nic nie mówi."
    EN = "Write the text; an empty record says nothing."


@dataclass
class MinutesOutOfRange(Refusal):
    minutes: int
    STATUS = 422
    FIELD = "minutes"
    PL = "Czas działania to od 1 minuty do 24 godzin, a wpisano {minutes} min. Popraw czas."
    EN = "An action takes from 1 minute to 24 hours; {minutes} min. were given. Correct it."


@dataclass
class HoursOutOfRange(Refusal):
    STATUS = 422
    FIELD = "hours_per_day"
    PL = "Liczba godzin dziennie musi być od 0 do 24. Popraw ją."
    EN = "Hours a day are between 0 and 24. Correct them."


@dataclass
class KindsMissing(Refusal):
    STATUS = 422
    FIELD = "kinds"
    PL = "Zaznacz, jaką informację przekazujesz."
    EN = "Mark which information you pass on."


@dataclass
class CertificateMissing(Refusal):
    """The certificate that must come first."""

    kind: int
    TELLS = ("kind",)
    PL = "Najpierw wydaj zaświadczenie nr {kind}."
    EN = "Issue certificate {kind} first."


@dataclass
class NothingUnused(Refusal):
    certificate_on: date
    PL = (
        "Zaświadczenie nr 4 z dnia {certificate_on} mówi, że nie ma niewykorzystanych zasobów,"
        " więc nie ustala się zasad współdziałania. Jeśli to się zmieniło, wydaj nowe"
        " zaświadczenie nr 4."
    )
    EN = (
        "Certificate 4 of {certificate_on} says that there are no unused resources, so no"
        " cooperation terms are set. If that has changed, issue a new certificate 4."
    )


@dataclass
class TermsMissing(Refusal):
    PL = "Najpierw ustal z klientem zasady współdziałania (zaświadczenie nr 5)."
    EN = "First set the cooperation terms with the client (certificate 5)."


@dataclass
class TermsAlreadySet(Refusal):
    on: date
    PL = "Zasady współdziałania ustalono już {on}. Zaktualizuj je zamiast ustalać od nowa."
    EN = "Cooperation terms were set on {on} already. Update them instead."


@dataclass
class DayOutOfOrder(Refusal):
    """A certificate cannot be dated before what it stands on, nor in the future."""

    earliest: date
    today: date
    STATUS = 422
    FIELD = "on"
    PL = "Data musi być między {earliest} a dniem dzisiejszym ({today}). Popraw datę."
    EN = "The date must be between {earliest} and today ({today}). Correct it."


@dataclass
class MonthOutOfTerms(Refusal):
    month: str
    first: str
    last: str
    STATUS = 422
    FIELD = "month"
    PL = "Zaświadczenie nr 6 można wydać za miesiące od {first} do {last}, nie za {month}."
    EN = "Certificate 6 can be issued for the months from {first} to {last}, not for {month}."


@dataclass
class AlreadyCertified(Refusal):
    month: str
    FIELD = "month"
    PL = "Zaświadczenie nr 6 za {month} już wydano. Za każdy miesiąc wydaje się jedno."
    EN = "Certificate 6 for {month} is issued already. There is one for each month."


@dataclass
class NotOverdue(Refusal):
    month: str
    due: date
    PL = "Na zaświadczenie nr 6 za {month} jest jeszcze czas (do {due})."
    EN = "There is still time for certificate 6 for {month} (until {due})."


# --- social contracts -------------------------------------------------------


@dataclass
class ProvisionsMissing(Refusal):
    STATUS = 422
    FIELD = "provisions"
    PL = "Zaznacz co najmniej jedno postanowienie kontraktu."
    EN = "Mark at least one provision of the contract."


@dataclass
class PeriodReversed(Refusal):
    STATUS = 422
    FIELD = "until"
    PL = "Ostatni dzień kontraktu nie może być wcześniejszy niż dzień zawarcia. Popraw datę."
    EN = "The last day of the contract cannot be before its conclusion. Correct the date."


@dataclass
class ContractUnknown(Refusal):
    STATUS = 422
    FIELD = "contract_id"
    PL = "W tej teczce nie ma takiego kontraktu socjalnego. Zapisz kontrakt albo wybierz inny."
    EN = "There is no such social contract in this file. Record the contract or choose another."


@dataclass
class ContractIsOver(Refusal):
    on: date
    FIELD = "contract_id"
    PL = "Ten kontrakt skończył się {on}. Zawrzyj nowy albo wybierz inny."
    EN = "This contract ended on {on}. Conclude a new one or choose another."


@dataclass
class ProvisionNotInContract(Refusal):
    """A benefit out of a contract serves what the client undertook in it (ups art. 39a)."""

    provision: str
    STATUS = 422
    FIELD = "provisions"
    TELLS = ("provision",)
    PL = "Kontrakt nie zawiera postanowienia {provision}. Wskaż postanowienia z tego kontraktu."
    EN = "The contract has no provision {provision}. Name provisions of this contract."


@dataclass
class AmountMissing(Refusal):
    STATUS = 422
    FIELD = "amount"
    PL = "Kwota musi być większa od zera. Popraw ją."
    EN = "The amount must be above zero. Correct it."
