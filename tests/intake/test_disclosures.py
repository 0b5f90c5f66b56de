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
from services.intake.contact import Contact
from services.intake.disclosures import disclose, involve, triaged_to
from services.intake.household import Household
from services.intake.person import Person
from services.intake.values import (
    Address,
    BenefitType,
    Channel,
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
    made.triage(Outcome.BENEFITS)
    made.register_application(
        (BenefitType.HOME_CARE,),
        filed_on=DAY,
        channel=Channel.PHONE,
        receipt_number="PK/2026/000001",
        today=DAY,
    )
    made.book_appointment(Target.BENEFITS, NOW + timedelta(days=1), now=NOW)
    made.transfer("MOPS w Przykładowie", TransferReason.LIVES_ELSEWHERE)
    events = [type(event).__name__ for event in made.pending_events]
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


def test_each_member_of_a_household_is_told_of_and_so_is_who_left() -> None:
    one, other = Member(uuid4(), Relation.SELF), Member(uuid4(), Relation.CHILD)
    household = Household.define((one, other), since=DAY)
    assert [said.person for said in told(household)] == [one.person_id, other.person_id]
    household.collect_events()
    household.change((one,), since=DAY)
    assert [said.person for said in told(household)] == [one.person_id, other.person_id]
    assert {fact.name() for fact in facts(household)} == {"HouseholdChanged"}


def test_an_urgent_contact_makes_an_urgent_application() -> None:
    made = contact()
    made.triage(Outcome.CARE_OR_DPS)
    made.register_application(
        (BenefitType.HOME_CARE,),
        filed_on=DAY,
        channel=Channel.PHONE,
        receipt_number="PK/2026/000001",
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


@pytest.mark.parametrize("kind", [Publisher.CONTRACTOR, Publisher.PUP])
def test_the_problem_of_a_contact_never_reaches_contractors_or_the_labour_office(
    kind: Publisher,
) -> None:
    (fact,) = facts(contact())
    assert form_for(fact, kind) is Form.NOTHING
