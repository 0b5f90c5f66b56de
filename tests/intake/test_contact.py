"""A contact goes from the first word to the hand-over, in this order (`domain.md` B)."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from osnowa_contracts import codes

from services.intake import values
from services.intake.contact import PERMITTED, Action, Contact, State
from services.intake.refusals import (
    AppointmentElsewhere,
    AppointmentInPast,
    AuthorityMissing,
    BenefitTypesMissing,
    ContactPassedOn,
    FiledInFuture,
    NoProceedingAfterTriage,
    NotTriaged,
    ProblemMissing,
    TopicsMissing,
)
from services.intake.values import (
    TARGETS,
    BenefitType,
    Channel,
    Outcome,
    Reason,
    Target,
    Topic,
    TransferReason,
)

TODAY = date(2026, 2, 2)
NOW = datetime(2026, 2, 2, 9, tzinfo=UTC)


def contact(outcome: Outcome | None = None) -> Contact:
    made = Contact.register(
        uuid4(), Channel.DESK, "stracił pracę", urgent=False, reasons=(Reason.UNEMPLOYMENT,)
    )
    if outcome is not None:
        made.triage(outcome)
    return made


def filed(made: Contact, *types: BenefitType, on: date = TODAY) -> None:
    made.register_application(
        types, filed_on=on, channel=Channel.DESK, receipt_number="PK/2026/000001", today=TODAY
    )


def test_a_contact_needs_its_problem() -> None:
    with pytest.raises(ProblemMissing):
        Contact.register(uuid4(), Channel.DESK, "  ", urgent=False)


def test_an_application_is_registered_after_triage() -> None:
    with pytest.raises(NotTriaged):
        filed(contact(), BenefitType.PERIODIC)


def test_triage_names_the_units_of_its_outcome() -> None:
    made = contact(Outcome.BENEFITS_AND_SOCIAL_WORK)
    assert made.targets == (Target.BENEFITS, Target.SOCIAL_WORK)
    assert made.state is State.TRIAGED


def test_every_outcome_says_who_takes_over() -> None:
    assert set(TARGETS) == set(Outcome)


def test_a_worker_may_add_a_unit_but_leaves_none_out() -> None:
    made = contact()
    made.triage(Outcome.CARE_OR_DPS, also=(Target.SOCIAL_WORK, Target.BENEFITS))
    assert made.targets == (Target.BENEFITS, Target.SERVICE_ORDERS, Target.SOCIAL_WORK)


def test_a_new_triage_replaces_the_earlier_one() -> None:
    made = contact(Outcome.INFO_ONLY)
    made.triage(Outcome.BENEFITS)
    filed(made, BenefitType.PERIODIC)
    assert made.outcome is Outcome.BENEFITS


def test_where_nobody_decides_applications_triage_is_corrected_first() -> None:
    with pytest.raises(NoProceedingAfterTriage):
        filed(contact(Outcome.SOCIAL_WORK), BenefitType.PERIODIC)


def test_a_joint_visit_is_asked_for_when_money_and_social_work_are_wanted() -> None:
    both, money = contact(Outcome.BENEFITS_AND_SOCIAL_WORK), contact(Outcome.BENEFITS)
    filed(both, BenefitType.PERIODIC)
    filed(money, BenefitType.PERIODIC)
    assert (both.applications[0].joint_visit, money.applications[0].joint_visit) == (True, False)


def test_each_application_of_a_contact_has_its_own_id_and_the_same_on_a_second_run() -> None:
    made = contact(Outcome.BENEFITS)
    filed(made, BenefitType.PERIODIC)
    filed(made, BenefitType.TARGETED, BenefitType.TARGETED)
    one, other = made.applications
    assert one.application_id != other.application_id
    assert other.benefit_types == (BenefitType.TARGETED,)


def test_an_application_says_what_it_asks_for_and_did_not_come_tomorrow() -> None:
    made = contact(Outcome.BENEFITS)
    with pytest.raises(BenefitTypesMissing):
        filed(made)
    with pytest.raises(FiledInFuture):
        filed(made, BenefitType.PERIODIC, on=TODAY + timedelta(days=1))


def test_information_needs_its_topics_and_counts_each_once() -> None:
    made = contact()
    with pytest.raises(TopicsMissing):
        made.provide_information(())
    made.provide_information((Topic.RIGHTS, Topic.RIGHTS))
    made.provide_information((Topic.RIGHTS, Topic.DOCUMENTS))
    assert made.topics == (Topic.RIGHTS, Topic.DOCUMENTS)


def test_an_appointment_is_with_a_unit_that_takes_over_and_in_the_future() -> None:
    made = contact(Outcome.BENEFITS)
    with pytest.raises(AppointmentElsewhere):
        made.book_appointment(Target.SOCIAL_WORK, NOW + timedelta(days=1), now=NOW)
    with pytest.raises(AppointmentInPast):
        made.book_appointment(Target.BENEFITS, NOW, now=NOW)
    booked = made.book_appointment(Target.BENEFITS, NOW + timedelta(days=1), now=NOW)
    assert made.appointments == (booked,)


def test_nobody_to_meet_means_no_appointment() -> None:
    with pytest.raises(AppointmentElsewhere):
        contact(Outcome.INFO_ONLY).book_appointment(
            Target.BENEFITS, NOW + timedelta(days=1), now=NOW
        )


def test_a_matter_that_was_passed_on_is_not_worked_on_here() -> None:
    made = contact(Outcome.TRANSFER_JURISDICTION)
    with pytest.raises(AuthorityMissing):
        made.transfer(" ", TransferReason.LIVES_ELSEWHERE)
    made.transfer("MOPS w Przykładowie", TransferReason.LIVES_ELSEWHERE)
    with pytest.raises(ContactPassedOn):
        made.triage(Outcome.BENEFITS)
    made.provide_information((Topic.INSTITUTIONS,))


def test_what_is_permitted_is_what_the_guard_lets_through() -> None:
    assert set(PERMITTED) == set(State)
    assert contact().permitted == {Action.PROVIDE_INFORMATION, Action.TRIAGE}
    assert Action.REGISTER_APPLICATION in contact(Outcome.BENEFITS).permitted
    assert Action.REGISTER_APPLICATION not in contact(Outcome.SOCIAL_WORK).permitted
    assert Action.BOOK_APPOINTMENT not in contact(Outcome.INFO_ONLY).permitted


@pytest.mark.parametrize(
    ("ours", "public"),
    [
        (values.Channel, codes.Channel),
        (values.Reason, codes.Reason),
        (values.Outcome, codes.TriageOutcome),
    ],
)
def test_our_codes_are_those_of_the_public_facts(ours: type, public: type) -> None:
    assert {code.value for code in ours} == {code.value for code in public}  # type: ignore[attr-defined]


def test_one_may_apply_for_every_benefit_but_what_a_social_worker_requests() -> None:
    requested = {codes.Benefit.CONTRACT_TARGETED.value}
    public = {code.value for code in codes.Benefit}
    assert {code.value for code in values.BenefitType} == public - requested
