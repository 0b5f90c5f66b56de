"""What calls, signals, documents, appointments and the catalogue are called, in both languages."""

from enum import StrEnum

from services.intake.applicant import Applicant, ConsentForm, Representation
from services.intake.appointment import AppointmentState, CancelledBy
from services.intake.catalogue.content import Condition, Group
from services.intake.catalogue.entry import EntryState
from services.intake.documents import Document
from services.intake.jurisdiction import Ground
from services.intake.signal import Source
from services.intake.values import Leaflet, TransferReason

SOURCE = {
    Source.POLICE: "Policja",
    Source.SCHOOL: "Szkoła",
    Source.HEALTH: "Ochrona zdrowia",
    Source.NGO: "Organizacja pozarządowa",
    Source.NEIGHBOUR: "Sąsiad",
    Source.FAMILY: "Rodzina",
    Source.COURT: "Sąd lub kurator",
    Source.OTHER_INSTITUTION: "Inna instytucja",
    Source.ANONYMOUS: "Osoba anonimowa",
}
LEAFLET = {
    Leaflet.RIGHTS_AND_DUTIES: "Prawa i obowiązki",
    Leaflet.BENEFITS: "Świadczenia",
    Leaflet.HOME_CARE: "Usługi opiekuńcze",
    Leaflet.CARE_HOMES: "Domy pomocy społecznej",
    Leaflet.VIOLENCE_HELP: "Pomoc w sytuacji przemocy",
    Leaflet.HOMELESSNESS_HELP: "Pomoc w bezdomności",
    Leaflet.DEBT_ADVICE: "Porady w sprawie długów",
    Leaflet.DATA_PROTECTION: "Ochrona danych",
}
GROUND = {
    Ground.RESIDENCE: "Miejsce zamieszkania",
    Ground.LAST_REGISTERED: "Ostatnie zameldowanie na pobyt stały",
    Ground.PLACE_OF_STAY: "Miejsce pobytu, bo sprawa nie może czekać",
}
TRANSFER = {
    TransferReason.LIVES_ELSEWHERE: "Mieszka w innej gminie",
    TransferReason.HOMELESS_REGISTERED_ELSEWHERE: "Bezdomny, ostatnio zameldowany w innej gminie",
    TransferReason.OTHER_SUBJECT: "Sprawę załatwia inny organ",
}
APPLICANT = {
    Applicant.SELF: "Klient sam",
    Applicant.REPRESENTATIVE: "Przedstawiciel ustawowy lub pełnomocnik",
    Applicant.OTHER_PERSON: "Inna osoba za zgodą klienta",
}
REPRESENTATION = {
    Representation.PARENT: "Rodzic",
    Representation.GUARDIAN: "Opiekun prawny",
    Representation.CURATOR: "Kurator",
    Representation.POWER_OF_ATTORNEY: "Pełnomocnictwo",
}
CONSENT = {
    ConsentForm.WRITTEN: "Na piśmie",
    ConsentForm.ORAL: "Ustnie, odnotował pracownik",
}
DOCUMENT = {
    Document.IDENTITY: "Dokument tożsamości",
    Document.RESIDENCE_TITLE: "Dokument pobytowy",
    Document.INCOME: "Zaświadczenie o dochodach",
    Document.PENSION: "Decyzja o emeryturze lub rencie",
    Document.LABOUR_STATUS: "Zaświadczenie z urzędu pracy",
    Document.DISABILITY: "Orzeczenie o niepełnosprawności",
    Document.MEDICAL: "Zaświadczenie lekarskie",
    Document.SCHOOL: "Zaświadczenie ze szkoły",
    Document.MAINTENANCE: "Wyrok lub ugoda o alimentach",
    Document.RENT: "Rachunki za mieszkanie",
    Document.FARM: "Zaświadczenie o gospodarstwie rolnym",
    Document.GUARDIANSHIP: "Postanowienie sądu o opiece",
    Document.RELEASE_FROM_PRISON: "Świadectwo zwolnienia z zakładu karnego",
    Document.COST_ESTIMATE: "Rachunek lub wycena potrzebnej rzeczy",
}
APPOINTMENT = {
    AppointmentState.BOOKED: "umówione",
    AppointmentState.CANCELLED: "odwołane",
    AppointmentState.MISSED: "klient nie przyszedł",
    AppointmentState.KEPT: "odbyło się",
}
CANCELLED_BY = {CancelledBy.CLIENT: "Klient", CancelledBy.UNIT: "Jednostka"}
GROUP = {
    Group.FAMILIES: "Rodziny z dziećmi",
    Group.UNEMPLOYED: "Osoby bezrobotne",
    Group.OLDER: "Osoby starsze",
    Group.DISABILITY: "Osoby z niepełnosprawnością",
    Group.VIOLENCE: "Osoby dotknięte przemocą",
    Group.CRISIS: "Osoby w kryzysie",
    Group.HOMELESS: "Osoby bezdomne",
    Group.CARE_LEAVERS: "Osoby usamodzielniane",
    Group.FOREIGNERS: "Cudzoziemcy",
    Group.ANYONE: "Każdy",
}
GROUP_ASKED = {group: title for group, title in GROUP.items() if group is not Group.ANYONE}
CONDITION = {
    Condition.MIN_AGE: "wiek co najmniej {asked}",
    Condition.MAX_AGE: "wiek najwyżej {asked}",
    Condition.INCOME: "dochód na osobę najwyżej {asked} zł",
    Condition.LIVES_HERE: "mieszka w gminie",
    Condition.DISABILITY: "ma orzeczenie o niepełnosprawności",
    Condition.UNEMPLOYED: "jest zarejestrowany jako bezrobotny",
    Condition.ALONE: "mieszka samotnie",
    Condition.CHILDREN: "wychowuje dzieci",
}


class Need(StrEnum):
    """A condition that is a box of the editor's form."""

    LIVES_HERE = "lives_here"
    DISABILITY = "disability"
    UNEMPLOYED = "unemployed"
    ALONE = "alone"
    CHILDREN = "children"


NEEDS = {
    Need.LIVES_HERE: "Mieszkać w gminie",
    Need.DISABILITY: "Mieć orzeczenie o niepełnosprawności",
    Need.UNEMPLOYED: "Być zarejestrowana jako bezrobotna",
    Need.ALONE: "Mieszkać samotnie",
    Need.CHILDREN: "Wychowywać dzieci",
}
ENTRY = {
    EntryState.PROPOSED: "propozycja",
    EntryState.PUBLISHED: "opublikowany",
    EntryState.WITHDRAWN: "wycofany",
}
