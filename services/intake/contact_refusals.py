"""What the rules of a contact refuse: direction, jurisdiction, right to apply, appointments."""

from dataclasses import dataclass
from datetime import date

from chassis.refusal import Refusal


@dataclass
class ContactProtected(Refusal):
    """Violence: who did not take the contact in, and is not to act on it, is not shown it."""

    STATUS = 403
    PL = (
        "Ten kontakt jest chroniony. Widzą go tylko pracownik interwencji kryzysowej i osoba,"
        " która go przyjęła. Zwróć się do pracownika interwencji kryzysowej."
    )
    EN = (
        "This contact is protected. Only the crisis worker and whoever took it in may see it."
        " Turn to the crisis worker."
    )


@dataclass
class AlreadyTriaged(Refusal):
    PL = "Dokąd trafi klient, już ustalono. Jeśli to pomyłka, sprostuj wynik i podaj przyczynę."
    EN = "Where the client goes was decided. If it is wrong, correct it and say why."


@dataclass
class TriageCorrectionReasonMissing(Refusal):
    STATUS = 422
    FIELD = "reason"
    PL = "Napisz, dlaczego prostujesz wynik rozmowy."
    EN = "Say why the outcome is corrected."


@dataclass
class TriageUnchanged(Refusal):
    STATUS = 422
    FIELD = "outcome"
    PL = "To ten sam wynik rozmowy. Wybierz inny albo wróć bez prostowania."
    EN = "This is the same outcome. Choose another one, or go back without a correction."


@dataclass
class ApplicationStays(Refusal):
    STATUS = 409
    FIELD = "outcome"
    PL = (
        "Złożono już wniosek, więc zespół ds. świadczeń musi go rozpatrzyć."
        " Wybierz wynik, który kieruje też do tego zespołu, albo dodaj go w polu „Także do”."
    )
    EN = (
        "There is an application, so the benefits team has to decide it."
        " Choose an outcome that leads to that team too, or add it under “Also to”."
    )


@dataclass
class PersonUnknown(Refusal):
    PL = (
        "Nie wiadomo jeszcze, o kogo chodzi. Najpierw wskaż albo zarejestruj osobę;"
        " bez tego można tylko udzielić informacji albo wszcząć alarm."
    )
    EN = (
        "It is not known yet who it is about. First choose or register the person;"
        " until then you can only give information or raise the alarm."
    )


@dataclass
class PersonKnown(Refusal):
    PL = "Wiadomo już, o kogo chodzi. Jeśli to pomyłka, zarejestruj nowy kontakt."
    EN = "It is known who it is about. If that is wrong, register a new contact."


@dataclass
class SignalUnexplained(Refusal):
    STATUS = 422
    FIELD = "about"
    PL = "Napisz, kogo dotyczy sygnał: osobę z rejestru albo opis, po którym można ją znaleźć."
    EN = "Say whom the signal is about: somebody registered, or words by which to find them."


@dataclass
class NoCrisis(Refusal):
    PL = "W tym kontakcie nie ma alarmu, który czeka na przyjęcie. Odśwież listę alarmów."
    EN = "No alarm of this contact waits to be taken. Look at the list of alarms again."


@dataclass
class AlarmWaits(Refusal):
    PL = (
        "Alarm czeka na pracownika interwencji kryzysowej i nikt inny go nie odwoła. "
        "Jeśli to pomyłka, powiedz mu o tym; po przyjęciu alarmu kierunek można sprostować."
    )
    EN = (
        "The alarm waits for the crisis worker, and nobody else calls it off. If it is a mistake, "
        "tell them; once they have taken it, the direction can be corrected."
    )


@dataclass
class CommuneMissing(Refusal):
    ground: str
    STATUS = 422
    FIELD = "residence"
    PL = (
        "Podaj kod TERYT gminy: zamieszkania, a dla osoby bezdomnej ostatniego zameldowania"
        " na pobyt stały. Bez niego nie da się ustalić właściwości (ups art. 101)."
    )
    EN = (
        "Give the TERYT code of the commune: of residence, or for a homeless person of the last"
        " permanent registration. Jurisdiction rests on it (ups art. 101)."
    )


@dataclass
class OurCommuneUnknown(Refusal):
    PL = "Nie wiadomo, jaką gminę obsługuje ten ośrodek. Administrator wpisze jej kod TERYT."
    EN = "It is not known which commune this centre serves. The administrator sets its code."


@dataclass
class JurisdictionUnchecked(Refusal):
    PL = "Najpierw ustal właściwość miejscową: gminę, do której należy sprawa (ups art. 101)."
    EN = "First establish which commune the matter belongs to (ups art. 101)."


@dataclass
class JurisdictionIsOurs(Refusal):
    PL = (
        "Według ustaleń właściwy jest ten ośrodek, więc sprawy nie wolno przekazać."
        " Ustal właściwość ponownie, jeśli dane się zmieniły."
    )
    EN = (
        "By what was established this centre has jurisdiction, so the matter stays here."
        " Establish it again if something has changed."
    )


@dataclass
class ClientNotInformed(Refusal):
    STATUS = 422
    FIELD = "client_informed"
    PL = "Zawiadom klienta o przekazaniu i potwierdź to (KPA art. 65 § 1)."
    EN = "Tell the client that the matter is passed on, and confirm it (KPA art. 65 § 1)."


@dataclass
class ApplicantUnsaid(Refusal):
    """Somebody else made the contact; it is not known in whose voice the application speaks."""

    STATUS = 422
    FIELD = "applicant"
    PL = (
        "Zgłasza się inna osoba niż klient. Zaznacz, kto składa wniosek: klient sam,"
        " przedstawiciel czy inna osoba za zgodą klienta (ups art. 102 ust. 1)."
    )
    EN = (
        "Somebody else than the client came. Say who applies: the client, a representative,"
        " or somebody else with the client's consent (ups art. 102 ust. 1)."
    )


@dataclass
class MinorNeedsRepresentative(Refusal):
    STATUS = 422
    FIELD = "applicant"
    PL = (
        "Klient nie ma 18 lat. Zaznacz, że wniosek składa przedstawiciel ustawowy, i podaj,"
        " kto nim jest (ups art. 102 ust. 1)."
    )
    EN = (
        "The client is under 18. Mark that the statutory representative applies, and say who"
        " they are (ups art. 102 ust. 1)."
    )


@dataclass
class RepresentationMissing(Refusal):
    STATUS = 422
    FIELD = "representation"
    PL = (
        "Podaj, kto reprezentuje klienta i na jakiej podstawie, i potwierdź, że widzisz"
        " dokument (ups art. 102 ust. 1)."
    )
    EN = (
        "Say who represents the client and why, and confirm that you have seen the document"
        " (ups art. 102 ust. 1)."
    )


@dataclass
class ConsentMissing(Refusal):
    STATUS = 422
    FIELD = "consent"
    PL = (
        "Inna osoba składa wniosek tylko za zgodą klienta. Podaj, kto składa wniosek, w jakiej"
        " formie i kiedy klient się zgodził (ups art. 102 ust. 1)."
    )
    EN = (
        "Somebody else applies only with the client's consent. Say who applies, how and when"
        " the client agreed (ups art. 102 ust. 1)."
    )


@dataclass
class ConsentInFuture(Refusal):
    STATUS = 422
    FIELD = "consent_on"
    PL = "Data zgody nie może być późniejsza niż dzisiejsza. Popraw datę."
    EN = "The day of the consent cannot be later than today. Correct the date."


@dataclass
class NoSuchAppointment(Refusal):
    STATUS = 404
    PL = "W tym kontakcie nie ma takiego spotkania. Wróć do kontaktu i wybierz z listy."
    EN = "This contact has no such appointment. Go back to the contact and choose from its list."


@dataclass
class AppointmentOver(Refusal):
    state: str
    PL = "Tego spotkania nie można już zmienić: jest odwołane albo rozliczone. Umów nowe."
    EN = "This appointment cannot be changed any more ({state}). Book a new one."


@dataclass
class AppointmentNotYet(Refusal):
    PL = "Spotkanie jeszcze się nie zaczęło. Odnotuj wynik po terminie albo je odwołaj."
    EN = "The appointment has not begun yet. Record how it went afterwards, or cancel it."


@dataclass
class WorkerBusy(Refusal):
    """From `hour` as 10:00, in Warsaw, to `until`; with whom else is not told."""

    day: date
    hour: str
    until: str
    FIELD = "at"
    TELLS = ("day", "hour", "until")
    PL = (
        "Ten pracownik ma już spotkanie {day} od {hour} do {until}. Wybierz inną godzinę, krótszy"
        " czas albo innego pracownika."
    )
    EN = (
        "This worker has an appointment on {day} from {hour} to {until} already. Choose another"
        " time, a shorter one, or another worker."
    )


@dataclass
class JointWithItself(Refusal):
    STATUS = 422
    FIELD = "joint_with"
    PL = "Wspólna wizyta wymaga innej jednostki. Odznacz tę, z którą umawiasz klienta."
    EN = "A joint visit needs another unit. Leave out the one the appointment is with."


@dataclass
class BenefitTypesUnasked(Refusal):
    STATUS = 422
    FIELD = "benefit_types"
    PL = "Zaznacz, o jakie świadczenie chodzi, żeby ustalić potrzebne dokumenty."
    EN = "Mark which benefit it is about, so that the documents can be told."
