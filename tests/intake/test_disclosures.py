"""What others hear of first contact, and from when on."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits, intake
from osnowa_contracts.fact import Fact, Form, Publisher
from osnowa_contracts.references import case_id_for
from osnowa_contracts.visibility import form_for

from chassis.aggregate import Aggregate
from chassis.disclosure import Announcement, Begin, End
from services.intake.applicant import AppliedBy
from services.intake.appointment import Appointment, CancelledBy, Meeting
from services.intake.checklist import Checklist
from services.intake.contact import Contact
from services.intake.disclosures import disclose, involve, triaged_to
from services.intake.documents import Document
from services.intake.household import Household
from services.intake.jurisdiction import Ground, Jurisdiction
from services.intake.person import Person
from services.intake.signal import CallerNote, Signal, Source
from services.intake.values import (
    Address,
    BenefitType,
    Channel,
    Clearable,
    Correction,
    IdType,
    Member,
    Outcome,
    PersonData,
    Reason,
    Relation,
    Reporter,
    Sex,
    Target,
    Topic,
    TransferReason,
)

DAY, NOW = date(2026, 2, 2), datetime(2026, 2, 2, 9, tzinfo=UTC)
DATA = PersonData(
    "Jan",
    "Wzorcowy",
    date(2184, 11, 12),
    Sex.MALE,
    "0264011",
    address=Address("ul. Łąkowa 4/7", "50-001", "Miasto Wzorcowe"),
    phone="600100200",
)


def told(aggregate: Aggregate) -> list[Announcement]:
    """Everything that the aggregate's events are turned into."""
    return [said for event in aggregate.pending_events for said in disclose(event, aggregate)]  # type: ignore[arg-type]


def facts(aggregate: Aggregate) -> list[Fact]:
    return [said.fact for said in told(aggregate)]


def contact() -> Contact:
    return Contact.register(
        uuid4(),
        Channel.PHONE,
        "matka wychodzi ze szpitala",
        urgent=True,
        reasons=(Reason.ILLNESS,),
        reported_by=Reporter.DAUGHTER,
    )


def person() -> Person:
    return Person.register(uuid4(), DATA, id_type=IdType.PESEL, id_ref=uuid4())


def begun(fact: Fact) -> Iterator[tuple[str, str, UUID]]:
    for change in involve(fact, uuid4(), "intake"):
        if isinstance(change, Begin):
            yield change.unit, change.reason, change.reference


def ended(fact: Fact) -> set[UUID]:
    changes = involve(fact, uuid4(), "intake")
    return {change.reference for change in changes if isinstance(change, End)}


def test_every_event_of_a_contact_becomes_its_fact_of_the_same_name() -> None:
    made = contact()
    made.provide_information((Topic.RIGHTS,))
    made.triage(Outcome.SOCIAL_WORK)
    made.correct_triage(Outcome.BENEFITS, reason="prosi o zasiłek")
    made.register_application(
        (BenefitType.HOME_CARE,),
        filed_on=DAY,
        channel=Channel.PHONE,
        receipt_number="PK/2026/000001",
        by=AppliedBy(),
        today=DAY,
    )
    made.check_jurisdiction(Jurisdiction(Ground.RESIDENCE, "2610011", ours=False))
    made.transfer("MOPS w Przykładowie", TransferReason.LIVES_ELSEWHERE, client_informed=True)
    events = [type(event).__name__ for event in made.pending_events]
    events.remove("JurisdictionChecked")
    assert [fact.name() for fact in facts(made)] == events
    assert {said.person for said in told(made)} == {made.person_id}


def test_every_event_of_a_person_and_a_household_is_told() -> None:
    made = person()
    made.correct(Correction(phone="600100201"), reason="oświadczenie")
    made.correct_identifier(IdType.PESEL, uuid4(), reason="odczytano błędnie")
    assert [fact.name() for fact in facts(made)] == [
        "PersonRegistered",
        "PersonDataCorrected",
        "PersonDataCorrected",
    ]


def test_a_fact_tells_what_a_person_is_called_and_never_the_number_or_its_reference() -> None:
    made = person()
    (fact,) = facts(made)
    assert isinstance(fact, intake.PersonRegistered)
    assert fact.family_name == "Wzorcowy"
    assert str(made.id_ref) not in fact.model_dump_json()


def test_a_correction_tells_only_what_was_corrected() -> None:
    made = person()
    made.correct(Correction(family_name="Wzorowy"), reason="akt małżeństwa")
    fact = facts(made)[-1]
    assert isinstance(fact, intake.PersonDataCorrected)
    assert (fact.corrected, fact.given_names) == (("family_name",), None)


def test_a_phone_that_was_taken_out_is_named_and_empty() -> None:
    made = person()
    made.correct(Correction(phone="600 100 200"), reason="oświadczenie")
    made.correct(Correction(cleared=(Clearable.PHONE,)), reason="numer odłączono")
    fact = facts(made)[-1]
    assert isinstance(fact, intake.PersonDataCorrected)
    assert (fact.corrected, fact.phone) == (("phone",), None)


def test_each_member_of_a_household_is_told_of_and_so_is_who_left() -> None:
    one, other = Member(uuid4(), Relation.SELF), Member(uuid4(), Relation.CHILD)
    household = Household.define((one, other), since=DAY)
    assert [said.person for said in told(household)] == [one.person_id, other.person_id]
    household.collect_events()
    household.change((one,), since=DAY)
    assert [said.person for said in told(household)] == [one.person_id, other.person_id]
    assert {fact.name() for fact in facts(household)} == {"HouseholdChanged"}


def test_a_corrected_first_day_is_told_also_where_it_lies_before_the_last_change() -> None:
    one, child, last = (Member(uuid4(), relation) for relation in list(Relation)[:3])
    household = Household.define((one,), since=DAY)
    household.add(child, since=DAY + timedelta(days=30))
    household.add(last, since=DAY + timedelta(days=60))
    household.collect_events()
    earlier = DAY + timedelta(days=10)
    household.correct_member(
        child.person_id, relation=child.relation, since=earlier, reason="akt urodzenia"
    )
    household.correct_member(
        child.person_id, relation=Relation.GRANDCHILD, since=earlier, reason="akt urodzenia"
    )
    said = told(household)
    everybody = [one.person_id, child.person_id, last.person_id]
    assert [announcement.person for announcement in said] == everybody * 2
    day, relation = said[0].fact, said[3].fact
    assert isinstance(day, intake.HouseholdMemberCorrected)
    assert isinstance(relation, intake.HouseholdMemberCorrected)
    assert (day.member.person_id, day.since, day.was_since) == (
        child.person_id,
        earlier,
        DAY + timedelta(days=30),
    )
    assert (relation.member.relation, relation.since, relation.was_since) == (
        "GRANDCHILD",
        earlier,
        None,
    )


def test_an_urgent_contact_makes_an_urgent_application() -> None:
    made = contact()
    made.triage(Outcome.CARE_OR_DPS)
    made.register_application(
        (BenefitType.HOME_CARE,),
        filed_on=DAY,
        channel=Channel.PHONE,
        receipt_number="PK/2026/000001",
        by=AppliedBy(),
        today=DAY,
    )
    fact = facts(made)[-1]
    assert isinstance(fact, intake.ApplicationRegistered)
    assert fact.urgent
    assert fact.contact_id == made.id


def test_triage_involves_the_units_that_take_over() -> None:
    fact = intake.ContactTriaged(
        contact_id=uuid4(), outcome="CARE_OR_DPS", target_units=("benefits", "service-orders")
    )
    assert list(begun(fact)) == [
        ("benefits", "triage", triaged_to("benefits", fact.contact_id)),
        ("service-orders", "triage", triaged_to("service-orders", fact.contact_id)),
    ]


def test_the_cases_of_an_application_take_the_place_of_the_triage_until_they_are_closed() -> None:
    filed = intake.ApplicationRegistered(
        application_id=uuid4(),
        benefit_types=("PERIODIC", "MEAL"),
        filed_on=DAY,
        channel="DESK",
        contact_id=uuid4(),
    )
    cases = [case_id_for(filed.application_id, benefit) for benefit in ("PERIODIC", "MEAL")]
    assert list(begun(filed)) == [("benefits", "case", case) for case in cases]
    assert filed.contact_id is not None
    assert ended(filed) == {triaged_to("benefits", filed.contact_id)}
    for case in cases:
        assert ended(benefits.CaseClosed(case_id=case, on=DAY, reason="COMPLETED")) == {case}


def test_an_appointment_by_itself_tells_no_more_than_itself() -> None:
    booked = intake.AppointmentBooked(appointment_id=uuid4(), unit="socialwork", at=NOW)
    assert list(begun(booked)) == [("socialwork", "appointment", booked.appointment_id)]
    assert ended(booked) == {booked.appointment_id}


def test_who_took_the_client_over_hears_no_more_when_the_matter_went_elsewhere() -> None:
    triaged = intake.ContactTriaged(
        contact_id=uuid4(), outcome="BENEFITS", target_units=("benefits", "socialwork")
    )
    moved = intake.CaseTransferred(
        contact_id=triaged.contact_id,
        application_id=None,
        authority="MOPS w Przykładowie",
        reason="LIVES_ELSEWHERE",
    )
    assert {reference for _, _, reference in begun(triaged)} <= ended(moved)


def test_a_contact_alone_involves_nobody() -> None:
    (fact,) = facts(contact())
    assert list(begun(fact)) == []


def test_a_correction_of_the_direction_lets_go_of_those_who_were_wrong() -> None:
    contact_id = uuid4()
    corrected = intake.TriageCorrected(
        contact_id=contact_id,
        outcome="SOCIAL_WORK",
        target_units=("socialwork",),
        left_units=("benefits",),
    )
    assert list(begun(corrected)) == [
        ("socialwork", "triage", triaged_to("socialwork", contact_id))
    ]
    assert ended(corrected) == {triaged_to("benefits", contact_id)}


def test_every_unit_of_a_joint_visit_is_told_of_it() -> None:
    booked = intake.AppointmentBooked(
        appointment_id=uuid4(), unit="benefits", at=NOW, joint_with=("socialwork",)
    )
    assert [unit for unit, _, _ in begun(booked)] == ["benefits", "socialwork"]


def test_an_appointment_tells_of_itself_as_long_as_it_changes() -> None:
    meeting = Meeting(Target.BENEFITS, NOW + timedelta(days=1), "ewa-jarzebina")
    made = Appointment.book(uuid4(), uuid4(), meeting, protected=False, now=NOW)
    made.move(NOW + timedelta(days=2), worker=None, reason="lekarz", now=NOW)
    made.close(kept=False, now=NOW + timedelta(days=3))
    assert [fact.name() for fact in facts(made)] == [
        "AppointmentBooked",
        "AppointmentMoved",
        "AppointmentMissed",
    ]
    other = Appointment.book(uuid4(), uuid4(), meeting, protected=False, now=NOW)
    other.cancel(by=CancelledBy.CLIENT, reason="choroba")
    assert "choroba" not in facts(other)[-1].model_dump_json()


def test_documents_are_told_as_shown_and_missing() -> None:
    papers = Checklist(uuid4(), uuid4(), False)
    papers.check(
        (BenefitType.PERIODIC,), (Document.IDENTITY, Document.INCOME), (Document.IDENTITY,)
    )
    (fact,) = facts(papers)
    assert isinstance(fact, intake.DocumentsChecked)
    assert (fact.shown, fact.missing) == (("IDENTITY",), ("INCOME",))


# --- what few may know ------------------------------------------------------


def crisis() -> Contact:
    made = contact()
    made.triage(Outcome.CRISIS_VIOLENCE)
    made.provide_information((Topic.INSTITUTIONS,))
    made.correct_triage(Outcome.CRISIS_VIOLENCE, also=(Target.BENEFITS,), reason="prosi o pomoc")
    return made


@pytest.mark.parametrize(
    "kind",
    [Publisher.BENEFITS, Publisher.SERVICE_ORDERS, Publisher.CONTRACTOR, Publisher.PUP],
)
def test_nothing_that_follows_from_a_crisis_is_told_beyond_social_work(kind: Publisher) -> None:
    meeting = Meeting(Target.SOCIAL_WORK, NOW + timedelta(days=1))
    made = Appointment.book(uuid4(), uuid4(), meeting, protected=True, now=NOW)
    papers = Checklist(uuid4(), uuid4(), True)
    papers.check((BenefitType.TARGETED,), (), ())
    after = [*facts(crisis())[1:], *facts(made), *facts(papers)]
    assert {fact.name() for fact in after} == {
        "ContactTriaged",
        "InformationProvided",
        "TriageCorrected",
        "AppointmentBooked",
        "DocumentsChecked",
    }
    assert {form_for(fact, kind) for fact in after} == {Form.NOTHING}


def test_to_whom_a_protected_matter_was_passed_is_told_to_social_work_only() -> None:
    made = crisis()
    made.transfer("Ośrodek dla ofiar", TransferReason.OTHER_SUBJECT, client_informed=True)
    passed = facts(made)[-1]
    assert isinstance(passed, intake.CaseTransferred)
    assert form_for(passed, Publisher.BENEFITS) is Form.NOTHING
    assert form_for(passed, Publisher.SOCIALWORK) is Form.FULL


def test_what_was_said_in_a_protected_contact_stays_at_home() -> None:
    told_of = [fact.model_dump_json() for fact in facts(crisis())]
    assert not any("szpital" in text for text in told_of)


def test_what_was_said_is_told_when_it_is_known_where_the_client_goes() -> None:
    made = contact()
    made.triage(Outcome.BENEFITS)
    registered, triaged = facts(made)
    assert isinstance(registered, intake.ContactRegistered)
    assert isinstance(triaged, intake.ContactTriaged)
    assert (registered.problem, triaged.problem) == (None, "matka wychodzi ze szpitala")


def test_who_signalled_is_never_told() -> None:
    signal = Signal(Source.NEIGHBOUR, "kobieta z parteru")
    made = Contact.receive_signal(
        uuid4(),
        Channel.PHONE,
        "nie otwiera",
        signal,
        urgent=True,
        caller=CallerNote(uuid4(), confidential=True),
    )
    made.triage(Outcome.EX_OFFICIO_SIGNAL)
    assert [fact.name() for fact in facts(made)] == [
        "ContactRegistered",
        "ExOfficioSignalReceived",
        "ContactTriaged",
    ]
    assert made.caller is not None
    assert not any(str(made.caller.ref) in fact.model_dump_json() for fact in facts(made))
    assert not any("parteru" in fact.model_dump_json() for fact in facts(made))


def test_a_signal_reaches_neither_benefits_nor_anybody_outside() -> None:
    fact = intake.ExOfficioSignalReceived(contact_id=uuid4(), source="POLICE", urgent=True)
    assert {kind for kind in Publisher if form_for(fact, kind) is Form.FULL} == {
        Publisher.INTAKE,
        Publisher.SOCIALWORK,
    }


# --- somebody unknown -------------------------------------------------------


def test_of_somebody_unknown_there_is_nothing_to_tell_until_they_are_known() -> None:
    made = Contact.receive_signal(
        None, Channel.PHONE, "krzyki", Signal(Source.NEIGHBOUR, "II piętro"), urgent=True
    )
    made.triage(Outcome.CRISIS_VIOLENCE)
    assert told_step_by_step(made) == []
    made.establish_person(uuid4())
    assert [said.fact.name() for said in told_step_by_step(made)] == [
        "ContactRegistered",
        "ExOfficioSignalReceived",
        "ContactTriaged",
    ]


def test_a_call_of_a_stranger_that_is_over_counts_and_names_nobody() -> None:
    made = Contact.register(None, Channel.PHONE, "pyta o godziny", urgent=False)
    made.triage(Outcome.INFO_ONLY)
    said = told_step_by_step(made)
    assert [(one.fact.name(), one.person) for one in said] == [
        ("ContactRegistered", None),
        ("ContactTriaged", None),
    ]


def told_step_by_step(made: Contact) -> list[Announcement]:
    """What is told of the events so far, each with the contact as it was right after it."""
    history = list(made.pending_events)
    again, said = None, []
    for happened in history:
        again = happened.mutate(again)
        said += list(disclose(happened, again))  # type: ignore[arg-type]
    return said


@pytest.mark.parametrize("kind", [Publisher.CONTRACTOR, Publisher.PUP])
def test_the_problem_of_a_contact_never_reaches_contractors_or_the_labour_office(
    kind: Publisher,
) -> None:
    (fact,) = facts(contact())
    assert form_for(fact, kind) is Form.NOTHING
