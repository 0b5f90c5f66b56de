"""Examples of first contact: K1 on 2.02.2026, K2 on 2.03.2026."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from osnowa_contracts import intake
from osnowa_contracts.examples.people import HELENA, id_of
from osnowa_contracts.fact import Fact
from osnowa_contracts.intake import Address, Member

ADDRESS = Address(street="ul. Wzorcowa 5/3", postal_code="50-001", city="Wrocław")
WEDNESDAY = datetime(2026, 2, 4, 10, 0, tzinfo=ZoneInfo("Europe/Warsaw"))

FACTS: tuple[Fact, ...] = (
    intake.ContactRegistered(
        contact_id=id_of("contact: Helena"),
        channel="PHONE",
        urgent=True,
        reasons=("6",),
        problem="Córka dzwoni: matka wraca ze szpitala 5 marca i nie poradzi sobie sama.",
        reported_by="DAUGHTER",
    ),
    intake.PersonRegistered(
        given_names="Helena",
        family_name="Wzorcowa",
        birth_date=date(1941, 11, 15),
        sex="F",
        address=ADDRESS,
        phone="+48 000 000 001",
        id_type="PESEL",
        teryt="0264011",
    ),
    intake.PersonDataCorrected(corrected=("phone",), phone="+48 000 000 002"),
    intake.HouseholdDefined(
        household_id=id_of("household: Helena"),
        size=1,
        since=date(2026, 3, 2),
        members=(Member(person_id=HELENA, relation="SELF"),),
    ),
    intake.HouseholdChanged(
        household_id=id_of("household: Helena"),
        size=2,
        since=date(2026, 6, 1),
        members=(
            Member(person_id=HELENA, relation="SELF"),
            Member(person_id=id_of("person: Anna Wzorcowa"), relation="CHILD", given_names="Anna"),
        ),
    ),
    intake.HouseholdMemberCorrected(
        household_id=id_of("household: Helena"),
        member=Member(person_id=id_of("person: Anna Wzorcowa"), relation="CHILD"),
        since=date(2026, 5, 15),
        was_since=date(2026, 6, 1),
    ),
    intake.HouseholdEnded(household_id=id_of("household: Helena"), on=date(2026, 9, 1)),
    intake.InformationProvided(
        contact_id=id_of("contact: Helena"), topics=("HOME_CARE", "DOCUMENTS")
    ),
    intake.ContactTriaged(
        contact_id=id_of("contact: Marek"),
        outcome="BENEFITS_AND_SOCIAL_WORK",
        target_units=("benefits", "socialwork"),
    ),
    intake.TriageCorrected(
        contact_id=id_of("contact: Adam"),
        outcome="KIS_HOMELESS",
        target_units=("socialwork",),
        left_units=("benefits",),
    ),
    intake.ExOfficioSignalReceived(contact_id=id_of("contact: Adam"), source="HEALTH", urgent=True),
    intake.DocumentsChecked(
        contact_id=id_of("contact: Marek"),
        benefit_types=("PERIODIC",),
        shown=("IDENTITY",),
        missing=("INCOME", "LABOUR_STATUS"),
    ),
    intake.ApplicationRegistered(
        application_id=id_of("application: Marek"),
        benefit_types=("PERIODIC",),
        filed_on=date(2026, 2, 2),
        channel="DESK",
        contact_id=id_of("contact: Marek"),
        joint_visit=True,
    ),
    intake.AppointmentBooked(
        appointment_id=id_of("appointment: Marek"),
        unit="benefits",
        at=WEDNESDAY,
        joint_with=("socialwork",),
    ),
    intake.AppointmentMoved(
        appointment_id=id_of("appointment: Adam"), unit="socialwork", at=WEDNESDAY
    ),
    intake.AppointmentCancelled(
        appointment_id=id_of("appointment: Adam"),
        unit="socialwork",
        at=WEDNESDAY,
        cancelled_by="CLIENT",
    ),
    intake.AppointmentMissed(
        appointment_id=id_of("appointment: Adam"), unit="socialwork", at=WEDNESDAY
    ),
    intake.CaseTransferred(
        contact_id=id_of("contact: Adam"),
        application_id=None,
        authority="Ośrodek Pomocy Społecznej w innej gminie",
        reason="RESIDENCE",
    ),
)
