"""What the rules of the proceeding refuse, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from chassis.refusal import Refusal


@dataclass
class NotNow(Refusal):
    action: str
    state: str
    PL = (
        "W stanie „{state}” czynność „{action}” nie jest możliwa. "
        "Sprawdź na stronie sprawy, co można teraz zrobić."
    )
    EN = (
        "In the state “{state}” the action “{action}” is not possible. "
        "See on the case page what can be done now."
    )


@dataclass
class SameWorkerForBoth(Refusal):
    worker: str
    STATUS = 403
    PL = (
        "Pracownik {worker} jest pracownikiem socjalnym tej rodziny, więc nie może prowadzić "
        "jej postępowania. Przekaż sprawę innemu pracownikowi ds. świadczeń."
    )
    EN = (
        "The worker {worker} is the social worker of this household and so may not lead its "
        "proceeding. Pass the case to another benefits worker."
    )


@dataclass
class NobodyLikeThat(Refusal):
    """The head can name only who works here in the role that leads."""

    worker_id: str
    STATUS = 422
    FIELD = "worker_id"
    PL = "W zespole nie ma osoby prowadzącej sprawy {worker_id}. Wybierz osobę z zespołu."
    EN = "Nobody leads cases by the name {worker_id} in this team. Choose somebody of the team."


@dataclass
class CareTeamOnly(Refusal):
    benefit: str
    STATUS = 403
    PL = (
        "Zespół ds. usług i DPS prowadzi tylko sprawy usług; ta sprawa dotyczy świadczenia "
        "{benefit}. Przekaż ją zespołowi ds. świadczeń."
    )
    EN = (
        "The care-services team leads cases about services only; this one is about {benefit}. "
        "Pass it to the benefits team."
    )


@dataclass
class SignedByItsAuthor(Refusal):
    worker: str
    STATUS = 403
    PL = (
        "Projekt przygotowała ta sama osoba ({worker}). Decyzję musi podpisać inna, upoważniona "
        "osoba."
    )
    EN = "The same person ({worker}) prepared the draft. Another authorised person has to sign it."


@dataclass
class InterviewMissing(Refusal):
    PL = (
        "Przed decyzją trzeba przeprowadzić rodzinny wywiad środowiskowy (ups art. 107). "
        "Zapisz wywiad w sprawie."
    )
    EN = (
        "The environmental interview has to be held before a decision (ups art. 107). "
        "Record it in the case."
    )


@dataclass
class CertificateMissing(Refusal):
    kind: int
    person: str
    TELLS = ("kind",)
    PL = (
        "Brakuje zaświadczenia nr {kind} pracownika socjalnego dla osoby {person}. "
        "Skieruj osobę do pracownika socjalnego albo poczekaj na zaświadczenie."
    )
    EN = (
        "The social worker's certificate {kind} for the person {person} is missing. "
        "Refer the person to a social worker or wait for the certificate."
    )


@dataclass
class QuestionsUnanswered(Refusal):
    questions: tuple[str, ...]
    TELLS = ("questions",)
    PL = "Brakuje odpowiedzi na pytania: {questions}. Uzupełnij ocenę przed projektem decyzji."
    EN = "These questions have no answer yet: {questions}. Complete the assessment first."

    def details(self) -> dict[str, Any]:
        return {**super().details(), "questions": ", ".join(self.questions)}


@dataclass
class OnlyByCertificate(Refusal):
    question: str
    kind: str
    STATUS = 422
    FIELD = "question"
    PL = (
        "Na pytanie {question} odpowiada tylko zaświadczenie pracownika socjalnego (nr {kind}). "
        "Skieruj osobę do pracownika socjalnego."
    )
    EN = (
        "Question {question} is answered by the social worker's certificate ({kind}) only. "
        "Refer the person to a social worker."
    )


@dataclass
class AssessmentNotCompleted(Refusal):
    PL = "Ocena jest pełna, ale niezakończona. Najpierw zakończ ocenę."
    EN = "The assessment is complete but not closed. Close the assessment first."


@dataclass
class IncomeMissing(Refusal):
    PL = "Nie ustalono dochodu. Najpierw ustal dochód rodziny (ups art. 8)."
    EN = "The income is not established. Establish the income of the household first (ups art. 8)."


@dataclass
class CalculationMissing(Refusal):
    benefit: str
    PL = "Nie wyliczono świadczenia {benefit}. Najpierw wykonaj wyliczenie."
    EN = "The benefit {benefit} is not calculated. Calculate it first."


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
    PL = (
        "Zasiłek stały nie przysługuje razem ze świadczeniem {benefit} (ups art. 37). "
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
    PL = "Świadczenie {benefit} nie ma takiego wyliczenia. Sprawdź, o co wnioskuje osoba."
    EN = "The benefit {benefit} has no such calculation. Check what the person applies for."


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
class TermsIncomplete(Refusal):
    field: str
    STATUS = 422
    PL = "W projekcie decyzji brakuje pola „{field}”. Uzupełnij je."
    EN = "The draft lacks the field “{field}”. Fill it in."


@dataclass
class PeriodReversed(Refusal):
    STATUS = 422
    FIELD = "valid_to"
    PL = "Koniec okresu jest wcześniejszy niż początek. Popraw daty."
    EN = "The period ends before it begins. Correct the dates."


@dataclass
class KindNotHere(Refusal):
    kind: str
    STATUS = 422
    FIELD = "kind"
    PL = (
        "Decyzja {kind} nie pasuje do tego etapu. Przyznanie i odmowę przygotuj w sprawie, "
        "a zmianę, wstrzymanie i uchylenie w przeglądzie świadczenia."
    )
    EN = (
        "A decision {kind} does not belong here. Draft a grant or refusal in the case, and a "
        "change, suspension or revocation in the review of the benefit."
    )


@dataclass
class OtherInstance(Refusal):
    result: str
    FIELD = "result"
    PL = (
        "Wynik {result} nie pasuje do tego etapu. Urząd może tylko uwzględnić odwołanie, zanim je "
        "przekaże; potem rozstrzyga SKO."
    )
    EN = (
        "The result {result} does not belong here. The office may only give way before it forwards "
        "the appeal; after that the board rules."
    )


@dataclass
class TermStillRuns(Refusal):
    until: date
    TELLS = ("until",)
    PL = "Termin odwołania biegnie do {until}. Poczekaj do dnia następnego."
    EN = "The term of appeal runs until {until}. Wait for the day after."


@dataclass
class NotBeforeEarlier(Refusal):
    what_pl: str
    what_en: str
    on: date
    STATUS = 422
    FIELD = "on"
    PL = "Data nie może być wcześniejsza niż {what_pl} ({on}). Popraw datę."
    EN = "The date may not be before {what_en} ({on}). Correct it."


@dataclass
class InTheFuture(Refusal):
    on: date
    STATUS = 422
    FIELD = "on"
    PL = "Data {on} jest z przyszłości. Podaj dzień, który już nastał."
    EN = "The date {on} is in the future. Give a day that has come."


@dataclass
class NotExecutable(Refusal):
    number: str
    PL = (
        "Decyzji {number} nie można jeszcze wykonać: nie jest ostateczna ani natychmiast "
        "wykonalna po doręczeniu. Poczekaj na ostateczność."
    )
    EN = (
        "The decision {number} cannot be carried out yet: it is neither final nor delivered with "
        "immediate enforceability. Wait until it is final."
    )


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
        "Wypłata za {month} nie czeka na ponowienie: nie wróciła albo została już ponowiona. "
        "Sprawdź plan wypłat."
    )
    EN = (
        "The payment for {month} does not wait to be sent again: it did not come back, or was sent "
        "again already. Check the plan."
    )


@dataclass
class PlanLongEnough(Refusal):
    until: str
    PL = "Plan wypłat sięga już do {until}. Nie trzeba go wydłużać."
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


@dataclass
class TermNotMissed(Refusal):
    due: date
    PL = "Termin do {due} jest dotrzymany albo jeszcze biegnie. Nie ma czego zgłaszać."
    EN = "The term until {due} was kept or still runs. There is nothing to report."


@dataclass
class TermStandsStill(Refusal):
    since: date
    PL = (
        "Termin na decyzję nie biegnie od {since}. Najpierw zapisz, od kiedy biegnie dalej, "
        "a potem powtórz tę czynność."
    )
    EN = (
        "The term for the decision has stood still since {since}. First record from when it runs "
        "on, then do this again."
    )


@dataclass
class TermRuns(Refusal):
    PL = "Termin na decyzję biegnie, więc nie ma czego wznawiać. Sprawdź terminy na stronie sprawy."
    EN = "The term for the decision runs, there is nothing to resume. See the terms of the case."


@dataclass
class NoTermForDecision(Refusal):
    PL = (
        "W tej sprawie żadna decyzja nie czeka na termin, więc nie można go zmienić. "
        "Sprawdź terminy na stronie sprawy."
    )
    EN = "No decision is due in this case, so its term cannot change. See the terms of the case."


@dataclass
class NewTermMissing(Refusal):
    STATUS = 422
    FIELD = "due"
    PL = "Strona musi poznać nowy termin (KPA art. 36). Podaj dzień."
    EN = "The party must be told the new term (KPA art. 36). Give the day."


@dataclass
class ExtendedBackwards(Refusal):
    due: date
    earlier: date
    STATUS = 422
    FIELD = "due"
    PL = "Nowy termin {due} nie jest późniejszy niż {earlier}. Podaj późniejszy dzień."
    EN = "The new term {due} is not later than {earlier}. Give a later day."


@dataclass
class NotWorkingDay(Refusal):
    day: date
    next: date
    STATUS = 422
    FIELD = "due"
    TELLS = ("next",)
    PL = "{day} jest dniem wolnym, a termin kończy się w dzień roboczy. Podaj na przykład {next}."
    EN = "{day} is a day off, and a term ends on a working day. Give {next}, for example."


@dataclass
class UrgedAlready(Refusal):
    filed_on: date
    PL = "Ponaglenie z {filed_on} czeka na odpowiedź. Najpierw zapisz, co stwierdził organ."
    EN = (
        "The urging complaint of {filed_on} waits for its answer. First record what the board said."
    )


@dataclass
class NotUrged(Refusal):
    PL = "W tej sprawie nie ma ponaglenia na tym etapie. Sprawdź terminy na stronie sprawy."
    EN = "There is no urging complaint at this stage in this case. See the terms of the case."


@dataclass
class SamePersonTwice(Refusal):
    worker_id: str
    STATUS = 422
    FIELD = "worker_id"
    PL = "{worker_id} już prowadzi te sprawy. Wybierz inną osobę z zespołu."
    EN = "{worker_id} leads these cases already. Choose somebody else of the team."


@dataclass
class LedByAnother(Refusal):
    worker_id: str
    PL = "Tej sprawy nie prowadzi już {worker_id}. Odśwież listę i sprawdź, kto ją prowadzi."
    EN = "{worker_id} does not lead this case any more. Reload the list and see who does."


@dataclass
class NobodyMayLead(Refusal):
    PL = (
        "Nikt z zespołu nie może poprowadzić tej sprawy: pozostali są pracownikami socjalnymi tej "
        "rodziny albo nie prowadzą takich świadczeń. Poproś dyrektora o osobę spoza zespołu."
    )
    EN = (
        "Nobody in the team may lead this case: the others are the household's social workers or "
        "do not lead such benefits. Ask the director for somebody from outside the team."
    )


@dataclass
class NoNormForThis(Refusal):
    kind: str
    PL = (
        "Czas zapisuje się przy odmowie, a ta decyzja to {kind}. "
        "Czas wywiadu zapisuje się razem z wywiadem."
    )
    EN = (
        "Minutes are recorded for a refusal, and this decision is {kind}. "
        "Those of an interview are recorded with the interview."
    )


@dataclass
class MinutesRecorded(Refusal):
    minutes: int
    PL = "Czas tej czynności jest już zapisany: {minutes} min. Zapisuje się go raz."
    EN = "The time of this act is recorded already: {minutes} min. It is recorded once."


@dataclass
class DecisionPending(Refusal):
    number: str
    PL = "Sprawy nie można zamknąć: decyzja {number} nie jest ostateczna. Poczekaj na jej koniec."
    EN = "The case cannot be closed: the decision {number} is not final. Wait for its end."


@dataclass
class BenefitRunning(Refusal):
    benefit: str
    PL = "Sprawy nie można zamknąć: świadczenie {benefit} trwa. Najpierw zakończ świadczenie."
    EN = "The case cannot be closed: the benefit {benefit} is running. End the benefit first."


@dataclass
class PersonUnknown(Refusal):
    person: str
    PL = (
        "Dane osoby {person} jeszcze nie dotarły z pierwszego kontaktu. Spróbuj ponownie za chwilę."
    )
    EN = "The data of the person {person} have not come from first contact yet. Try again shortly."


@dataclass
class PublishedByProposer(Refusal):
    worker: str
    STATUS = 403
    PL = (
        "Ten zestaw zaproponowała ta sama osoba ({worker}). Opublikować go musi inna, upoważniona "
        "osoba."
    )
    EN = (
        "The same person ({worker}) proposed this set. Another authorised person has to publish it."
    )


@dataclass
class NotProposed(Refusal):
    STATUS = 404
    PL = "Nie ma takiej propozycji. Wróć do listy parametrów."
    EN = "There is no such proposal. Go back to the list of parameters."


@dataclass
class ProposalDecided(Refusal):
    PL = "Ta propozycja jest już opublikowana albo wycofana. Odśwież listę parametrów."
    EN = "This proposal was published or withdrawn already. Reload the list of parameters."


@dataclass
class NothingChanges(Refusal):
    STATUS = 422
    PL = "Taki zestaw już obowiązuje w tym dniu. Popraw kwoty albo datę."
    EN = "Such a set is in force on that day already. Correct the amounts or the date."


@dataclass
class BelowTheAct(Refusal):
    field: str
    value: Decimal
    least: Decimal
    STATUS = 422
    TELLS = ("field", "least")
    PL = (
        "Rada może tylko podwyższyć to, co mówi ustawa: {value} to mniej niż {least}. "
        "Popraw wartość albo zostaw pole puste."
    )
    EN = (
        "The council may only raise what the act says: {value} is less than {least}. "
        "Correct the value or leave the field empty."
    )


@dataclass
class ScaleBroken(Refusal):
    STATUS = 422
    FIELD = "bands"
    PL = (
        "Progi tabeli muszą rosnąć, udziały nie mogą maleć, a ostatni próg musi być bez końca. "
        "Popraw tabelę odpłatności."
    )
    EN = (
        "The bands must rise, the shares may not fall, and the last band must have no end. "
        "Correct the table of fees."
    )


@dataclass
class ReceiptTwice(Refusal):
    receipt: str
    STATUS = 422
    FIELD = "exclusions"
    PL = "Przychód {receipt} jest na liście dwa razy. Zostaw jeden wpis ze wszystkimi celami."
    EN = "The receipt {receipt} is on the list twice. Keep one entry with all its purposes."


@dataclass
class ParametersUnknown(Refusal):
    day: date
    STATUS = 422
    PL = "Dla dnia {day} nie ma parametrów. Sprawdź datę albo poproś administratora o ich dodanie."
    EN = "There are no parameters for {day}. Check the date or ask the administrator to add them."


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
class DefectsTermTooShort(Refusal):
    earliest: date
    STATUS = 422
    FIELD = "complete_by"
    TELLS = ("earliest",)
    PL = (
        "Na uzupełnienie wniosku trzeba dać co najmniej 7 dni, czyli do {earliest} (KPA 64 § 2). "
        "Popraw termin."
    )
    EN = "To complete an application takes at least 7 days, until {earliest}. Correct the term."


@dataclass
class DefectsTermRuns(Refusal):
    until: date
    TELLS = ("until",)
    PL = (
        "Termin uzupełnienia wniosku biegnie do {until}. Poczekaj do dnia następnego, zanim "
        "pozostawisz wniosek bez rozpoznania."
    )
    EN = (
        "The application may be completed until {until}. Wait for the day after before you leave "
        "it unexamined."
    )


@dataclass
class StartedExOfficio(Refusal):
    PL = (
        "Postępowanie wszczęto z urzędu, więc nie ma wniosku, który można wycofać lub uzupełnić. "
        "Jeśli stało się bezprzedmiotowe, przygotuj decyzję o umorzeniu."
    )
    EN = (
        "The proceeding was started ex officio, so there is no application to withdraw or "
        "complete. If it became pointless, draft a decision to discontinue."
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
class InterviewFieldsWrong(Refusal):
    part: str
    field: str
    STATUS = 422
    FIELD = "part"
    TELLS = ("part", "field")
    PL = "Część {part} wywiadu ma własne pola („{field}”). Wypełnij je, a pola innych części usuń."
    EN = (
        "Part {part} of the interview has fields of its own (“{field}”). Fill them in and leave "
        "out those of other parts."
    )


@dataclass
class NothingToUpdate(Refusal):
    STATUS = 422
    FIELD = "part"
    PL = (
        "Tej osoby dotąd nie było w wywiadzie, więc nie ma czego aktualizować. "
        "Przeprowadź wywiad część I."
    )
    EN = "There was no interview of this person yet, so nothing to update. Hold part I."


@dataclass
class JointVisitWanted(Refusal):
    STATUS = 422
    FIELD = "joint"
    PL = (
        "Klient chce świadczeń i pracy socjalnej, więc na wywiad przychodzą oboje pracownicy. "
        "Umów wspólną wizytę albo podaj, dlaczego nie jest możliwa."
    )
    EN = (
        "The client wants benefits and social work, so both workers come to one visit. Arrange a "
        "joint visit or say why it is not possible."
    )


@dataclass
class EvidenceUnknown(Refusal):
    evidence: str
    STATUS = 422
    FIELD = "evidence"
    PL = "Dowodu {evidence} nie ma w tej sprawie. Wskaż dowody lub wywiady z tej sprawy."
    EN = "There is no evidence {evidence} in this case. Name evidence or interviews of this case."


@dataclass
class OnlyInMonitoring(Refusal):
    STATUS = 422
    FIELD = "question"
    PL = (
        "Na pytanie Q8 odpowiada się dopiero po decyzji, przy monitorowaniu świadczenia. "
        "Odpowiedz na pozostałe pytania."
    )
    EN = (
        "Question Q8 is answered after the decision, while the benefit is monitored. Answer the "
        "other questions."
    )


@dataclass
class OtherAssessor(Refusal):
    STATUS = 403
    PL = (
        "W tej jednostce współdziałanie ocenia pracownik socjalny w zaświadczeniach nr 5 i 6. "
        "Skieruj osobę do pracownika socjalnego."
    )
    EN = (
        "In this unit the social worker judges cooperation, by certificates 5 and 6. Refer the "
        "person to a social worker."
    )


@dataclass
class CooperationNotAgreed(Refusal):
    person: str
    PL = (
        "Z osobą {person} nie uzgodniono zakresu współpracy, choć ma niewykorzystane zasoby lub "
        "możliwości. Najpierw uzgodnij współpracę."
    )
    EN = (
        "No cooperation was agreed with the person {person}, who has unused resources or "
        "capabilities. Agree it first."
    )


@dataclass
class KindNotForBenefit(Refusal):
    kind: str
    benefit: str
    STATUS = 422
    FIELD = "kind"
    PL = "Decyzja {kind} nie dotyczy świadczenia {benefit}. Wybierz inny rodzaj decyzji."
    EN = "A decision {kind} does not go with the benefit {benefit}. Choose another kind."


@dataclass
class EarlierDecisionMissing(Refusal):
    kind: str
    STATUS = 422
    FIELD = "previous_decision_id"
    PL = (
        "Decyzja {kind} musi się odnosić do wcześniejszej decyzji w tej sprawie. "
        "Wskaż właściwą decyzję."
    )
    EN = "A decision {kind} must refer to an earlier decision of the case. Name the right one."


@dataclass
class NotAuthorised(Refusal):
    worker: str
    STATUS = 403
    PL = (
        "{worker} nie ma dziś upoważnienia do podpisywania decyzji. Poproś dyrektora o podpis "
        "albo o upoważnienie."
    )
    EN = (
        "{worker} is not authorised to sign decisions today. Ask the director for a signature or "
        "an authorisation."
    )


@dataclass
class AppealTermOver(Refusal):
    until: date
    FIELD = "on"
    PL = (
        "Termin odwołania minął {until}, więc nie ma już czego się zrzekać. "
        "Stwierdź ostateczność decyzji."
    )
    EN = "The term of appeal ended on {until}, so there is nothing to waive. Confirm finality."


@dataclass
class SelfCorrectionLate(Refusal):
    until: date
    FIELD = "on"
    PL = "Urząd mógł uwzględnić odwołanie sam do {until} (KPA 132 i 133). Przekaż odwołanie do SKO."
    EN = "The office could give way by itself until {until}. Forward the appeal to the board."


@dataclass
class NoticesIncomplete(Refusal):
    STATUS = 422
    FIELD = "first_notice_on"
    PL = (
        "Doręczenie zastępcze wymaga dat obu zawiadomień: drugie najwcześniej po 7 dniach od "
        "pierwszego (KPA 44). Uzupełnij daty."
    )
    EN = (
        "Deemed delivery needs the days of both notices, the second at least 7 days after the "
        "first. Fill in the days."
    )


@dataclass
class StillStored(Refusal):
    until: date
    TELLS = ("until",)
    PL = "Pismo czeka na poczcie do {until}. Doręczenie zastępcze zapisz po tym dniu."
    EN = "The letter waits at the post office until {until}. Record deemed delivery after that day."


@dataclass
class AlreadyEnforceable(Refusal):
    number: str
    PL = "Decyzja {number} ma już rygor natychmiastowej wykonalności. Nic nie trzeba robić."
    EN = "The decision {number} is already immediately enforceable. Nothing is to be done."


@dataclass
class RulingNotHere(Refusal):
    STATUS = 422
    FIELD = "ruling"
    PL = "Treść rozstrzygnięcia podaj tylko wtedy, gdy SKO uchyliło decyzję i orzekło samo."
    EN = "Give the content of a ruling only where the board reversed the decision and ruled itself."


@dataclass
class OnRequestOnly(Refusal):
    basis: str
    STATUS = 422
    FIELD = "on_request"
    PL = "Z podstawy {basis} wznawia się tylko na żądanie strony. Wskaż dzień jej żądania."
    EN = "On the ground {basis} a proceeding is reopened at the party's request only. Give its day."


@dataclass
class ReopeningUnfounded(Refusal):
    basis: str
    STATUS = 422
    FIELD = "what"
    PL = "Napisz, na czym polega wada, która jest podstawą wznowienia ({basis})."
    EN = "Say what the defect is on which the reopening rests ({basis})."


@dataclass
class ReopeningRequestLate(Refusal):
    until: date
    FIELD = "requested_on"
    PL = (
        "Żądanie wznowienia można było złożyć do {until}, miesiąc od dowiedzenia się o podstawie "
        "(KPA 148). Odmów wznowienia postanowieniem."
    )
    EN = (
        "The reopening could be requested until {until}, a month from learning of the ground. "
        "Refuse it by an order."
    )


@dataclass
class ReopeningBarred(Refusal):
    last: date
    years: int
    FIELD = "on"
    PL = (
        "Od doręczenia decyzji minęło {years} lat (do {last}), więc z tej podstawy nie można jej "
        "uchylić (KPA 146 § 1). Nie wznawiaj postępowania w celu jej zmiany."
    )
    EN = (
        "More than {years} years passed since delivery (until {last}), so the decision cannot be "
        "revoked on this ground. Do not reopen the proceeding to change it."
    )


@dataclass
class NothingToReopen(Refusal):
    STATUS = 422
    FIELD = "entitlement_id"
    PL = "W tej sprawie nie było takiego świadczenia. Wskaż świadczenie, do którego wracasz."
    EN = "There was no such benefit in this case. Name the benefit that you come back to."


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
