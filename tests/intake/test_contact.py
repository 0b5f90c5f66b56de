"""A contact goes from the first word to the hand-over, in this order (`domain.md` B)."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from osnowa_contracts import codes

from services.intake import values
from services.intake.applicant import Applicant, AppliedBy, Representation
from services.intake.contact import Contact
from services.intake.contact_refusals import (
    AlreadyTriaged,
    ApplicantUnsaid,
    ApplicationStays,
    ClientNotInformed,
    JurisdictionIsOurs,
    JurisdictionUnchecked,
    NoCrisis,
    PersonKnown,
    PersonUnknown,
    SignalUnexplained,
    TriageCorrectionReasonMissing,
    TriageUnchanged,
)
from services.intake.contact_steps import PERMITTED, Action, State
from services.intake.jurisdiction import Ground, Jurisdiction
from services.intake.refusals import (
    AppointmentElsewhere,
    AuthorityMissing,
    BenefitTypesMissing,
    ContactPassedOn,
    FiledInFuture,
    FiledLongAgo,
    NoProceedingAfterTriage,
    NotTriaged,
    ProblemMissing,
    TopicsMissing,
)
from services.intake.signal import Signal, Source
from services.intake.values import (
    TARGETS,
    BenefitType,
    Channel,
    Leaflet,
    Outcome,
    Reason,
    Reporter,
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


def filed(
    made: Contact, *types: BenefitType, on: date = TODAY, by: AppliedBy | None = None
) -> None:
    made.register_application(
        types, filed_on=on, channel=Channel.DESK, receipt_number="PK/2026/000001", today=TODAY,
        by=by,
    )  # fmt: skip


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


def test_the_direction_is_decided_once_and_then_corrected_with_a_reason() -> None:
    made = contact(Outcome.INFO_ONLY)
    with pytest.raises(AlreadyTriaged):
        made.triage(Outcome.BENEFITS)
    with pytest.raises(TriageCorrectionReasonMissing):
        made.correct_triage(Outcome.BENEFITS, reason=" ")
    made.correct_triage(Outcome.BENEFITS, reason="klient jednak prosi o zasiłek")
    filed(made, BenefitType.PERIODIC)
    assert (made.outcome, made.correction) == (Outcome.BENEFITS, "klient jednak prosi o zasiłek")


def test_a_correction_that_changes_nothing_is_none() -> None:
    made = contact(Outcome.CARE_OR_DPS)
    with pytest.raises(TriageUnchanged):
        made.correct_triage(Outcome.CARE_OR_DPS, also=(Target.BENEFITS,), reason="pomyłka")
    made.correct_triage(Outcome.CARE_OR_DPS, also=(Target.SOCIAL_WORK,), reason="samotna")
    assert Target.SOCIAL_WORK in made.targets


def test_who_has_applied_stays_with_the_team_that_decides() -> None:
    made = contact(Outcome.BENEFITS)
    filed(made, BenefitType.PERIODIC)
    with pytest.raises(ApplicationStays):
        made.correct_triage(Outcome.SOCIAL_WORK, reason="pomyłka")
    made.correct_triage(Outcome.SOCIAL_WORK, also=(Target.BENEFITS,), reason="pomyłka")
    assert set(made.targets) == {Target.BENEFITS, Target.SOCIAL_WORK}


def test_before_the_first_direction_there_is_nothing_to_correct() -> None:
    with pytest.raises(NotTriaged):
        contact().correct_triage(Outcome.BENEFITS, reason="pomyłka")


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


def test_an_application_with_a_wrong_year_opens_no_case_that_is_late_at_once() -> None:
    made = contact(Outcome.BENEFITS)
    for day in (TODAY.replace(year=2016), date(1900, 1, 1)):
        with pytest.raises(FiledLongAgo):
            filed(made, BenefitType.PERIODIC, on=day)
    born = TODAY - timedelta(days=3)
    with pytest.raises(FiledLongAgo):
        made.register_application(
            (BenefitType.PERIODIC,), filed_on=born - timedelta(days=1), channel=Channel.DESK,
            receipt_number="PK/2026/000001", today=TODAY, born=born,
            by=AppliedBy(Applicant.REPRESENTATIVE, "Anna Wzorcowa", Representation.PARENT, True),
        )  # fmt: skip
    filed(made, BenefitType.PERIODIC, on=TODAY - timedelta(days=31))


def test_where_somebody_else_came_it_has_to_be_said_who_applies() -> None:
    made = Contact.register(
        uuid4(), Channel.PHONE, "matka upadła", urgent=False, reported_by=Reporter.DAUGHTER
    )
    made.triage(Outcome.CARE_OR_DPS)
    with pytest.raises(ApplicantUnsaid):
        filed(made, BenefitType.HOME_CARE)
    filed(made, BenefitType.HOME_CARE, by=AppliedBy())
    assert made.applications[0].by.applicant is Applicant.SELF


def test_information_needs_its_topics_and_counts_each_once() -> None:
    made = contact()
    with pytest.raises(TopicsMissing):
        made.provide_information(())
    made.provide_information((Topic.RIGHTS, Topic.RIGHTS))
    made.provide_information((Topic.RIGHTS, Topic.DOCUMENTS))
    assert made.topics == (Topic.RIGHTS, Topic.DOCUMENTS)


def test_leaflets_are_kept_with_what_was_said() -> None:
    made = contact()
    made.provide_information((Topic.RIGHTS,), (Leaflet.BENEFITS, Leaflet.BENEFITS))
    made.provide_information((Topic.DUTIES,))
    assert made.leaflets == (Leaflet.BENEFITS,)


def test_an_appointment_is_with_units_that_take_over() -> None:
    made = contact(Outcome.BENEFITS)
    made.require_meeting((Target.BENEFITS,))
    with pytest.raises(AppointmentElsewhere):
        made.require_meeting((Target.BENEFITS, Target.SOCIAL_WORK))
    with pytest.raises(AppointmentElsewhere):
        contact(Outcome.INFO_ONLY).require_meeting((Target.BENEFITS,))
    with pytest.raises(NotTriaged):
        contact().require_meeting((Target.BENEFITS,))


# --- passed on --------------------------------------------------------------


def elsewhere(ours: bool = False) -> Jurisdiction:
    return Jurisdiction(Ground.RESIDENCE, "0264011" if ours else "2610011", ours)


def test_a_matter_that_was_passed_on_is_not_worked_on_here() -> None:
    made = contact(Outcome.TRANSFER_JURISDICTION)
    made.check_jurisdiction(elsewhere())
    with pytest.raises(AuthorityMissing):
        made.transfer(" ", TransferReason.LIVES_ELSEWHERE, client_informed=True)
    made.transfer("MOPS w Przykładowie", TransferReason.LIVES_ELSEWHERE, client_informed=True)
    with pytest.raises(ContactPassedOn):
        made.triage(Outcome.BENEFITS)
    with pytest.raises(ContactPassedOn):
        made.correct_triage(Outcome.BENEFITS, reason="pomyłka")
    made.provide_information((Topic.INSTITUTIONS,))


def test_nothing_is_passed_on_before_jurisdiction_is_known_to_be_elsewhere() -> None:
    made = contact(Outcome.TRANSFER_JURISDICTION)
    with pytest.raises(JurisdictionUnchecked):
        made.transfer("MOPS", TransferReason.LIVES_ELSEWHERE, client_informed=True)
    made.check_jurisdiction(elsewhere(ours=True))
    with pytest.raises(JurisdictionIsOurs):
        made.transfer("MOPS", TransferReason.LIVES_ELSEWHERE, client_informed=True)
    made.transfer("ZUS", TransferReason.OTHER_SUBJECT, client_informed=True)


def test_the_client_is_told_that_the_matter_goes_elsewhere() -> None:
    made = contact(Outcome.TRANSFER_JURISDICTION)
    made.check_jurisdiction(elsewhere())
    with pytest.raises(ClientNotInformed):
        made.transfer("MOPS", TransferReason.LIVES_ELSEWHERE, client_informed=False)


# --- somebody unknown -------------------------------------------------------


def stranger() -> Contact:
    return Contact.register(None, Channel.PHONE, "pyta o zasiłek", urgent=False)


def test_a_call_needs_its_problem_only_and_the_rest_follows() -> None:
    made = stranger()
    made.complete_talk("stracił pracę", urgent=True, reasons=(Reason.UNEMPLOYMENT,))
    made.establish_person(uuid4())
    made.triage(Outcome.BENEFITS)
    filed(made, BenefitType.PERIODIC)
    assert (made.urgent, made.reasons) == (True, (Reason.UNEMPLOYMENT,))
    with pytest.raises(AlreadyTriaged):
        made.complete_talk("coś innego", urgent=False, reasons=())


def test_nobody_unknown_is_handed_to_a_unit() -> None:
    made = stranger()
    with pytest.raises(PersonUnknown):
        made.triage(Outcome.BENEFITS)
    with pytest.raises(PersonUnknown):
        made.triage(Outcome.INFO_ONLY, also=(Target.SOCIAL_WORK,))
    with pytest.raises(PersonUnknown):
        made.check_jurisdiction(elsewhere())
    made.triage(Outcome.INFO_ONLY)
    with pytest.raises(AlreadyTriaged):
        made.establish_person(uuid4())


def test_whom_a_contact_is_about_is_established_once() -> None:
    made = contact()
    with pytest.raises(PersonKnown):
        made.establish_person(uuid4())


# --- crisis and signals -----------------------------------------------------


def test_a_crisis_is_an_alarm_until_somebody_takes_it() -> None:
    made = contact(Outcome.CRISIS_VIOLENCE)
    assert (made.alarm, made.protected) == (True, True)
    made.take_crisis(by="olga-wierzba", at=NOW)
    assert (made.alarm, made.crisis_taken_by) == (False, "olga-wierzba")
    with pytest.raises(NoCrisis):
        made.take_crisis(by="olga-wierzba", at=NOW)


def test_an_alarm_does_not_wait_until_it_is_known_who_it_is_about() -> None:
    made = stranger()
    made.triage(Outcome.CRISIS_VIOLENCE)
    assert made.alarm
    made.take_crisis(by="olga-wierzba", at=NOW)
    made.establish_person(uuid4())
    assert made.person_id is not None


def test_what_was_protected_once_stays_protected() -> None:
    made = contact(Outcome.CRISIS_VIOLENCE)
    made.correct_triage(Outcome.SOCIAL_WORK, reason="nie było przemocy")
    assert (made.alarm, made.protected) == (False, True)
    made.correct_triage(Outcome.CRISIS_VIOLENCE, reason="a jednak")
    assert made.alarm


def test_whoever_takes_back_the_word_violence_does_not_take_back_the_protection() -> None:
    made = Contact.register(
        uuid4(), Channel.DESK, "boi się męża", urgent=False, reasons=(Reason.VIOLENCE,)
    )
    made.complete_talk("prosi o zasiłek", urgent=False, reasons=(Reason.POVERTY,))
    assert made.protected


def test_a_signal_of_violence_reaches_somebody_who_is_told_of_it() -> None:
    made = Contact.receive_signal(
        uuid4(), Channel.EX_OFFICIO, "krzyki co noc", Signal(Source.POLICE, "sąsiadka"),
        urgent=True, reasons=(Reason.VIOLENCE,),
    )  # fmt: skip
    made.triage(Outcome.EX_OFFICIO_SIGNAL)
    assert made.targets == (Target.BENEFITS, Target.SOCIAL_WORK)
    made.correct_triage(Outcome.BENEFITS, also=(Target.SERVICE_ORDERS,), reason="prosi o opiekę")
    assert Target.SOCIAL_WORK in made.targets


def test_the_leaflet_on_help_against_violence_protects() -> None:
    made = contact()
    made.provide_information((Topic.RIGHTS,), (Leaflet.VIOLENCE_HELP,))
    assert made.protected


@pytest.mark.parametrize("reason", [Reason.VIOLENCE, Reason.TRAFFICKING])
def test_violence_among_the_reasons_protects_a_contact(reason: Reason) -> None:
    made = Contact.register(uuid4(), Channel.DESK, "boi się", urgent=True, reasons=(reason,))
    assert made.protected


def test_without_a_crisis_nobody_takes_one() -> None:
    with pytest.raises(NoCrisis):
        contact(Outcome.SOCIAL_WORK).take_crisis(by="olga-wierzba", at=NOW)


@pytest.mark.parametrize(
    ("source", "channel"),
    [
        (Source.POLICE, Channel.POLICE),
        (Source.SCHOOL, Channel.SCHOOL),
        (Source.HEALTH, Channel.PHONE),
        (Source.NEIGHBOUR, Channel.PHONE),
    ],
)
def test_a_signal_says_who_signals_and_comes_by_their_channel(
    source: Source, channel: Channel
) -> None:
    made = Contact.receive_signal(
        None, Channel.PHONE, "nie otwiera drzwi", Signal(source, "parter, nr 4"), urgent=True
    )
    assert (made.channel, made.signal) == (channel, Signal(source, "parter, nr 4"))


def test_a_signal_is_about_somebody_known_or_described() -> None:
    with pytest.raises(SignalUnexplained):
        Contact.receive_signal(
            None, Channel.PHONE, "krzyki", Signal(Source.NEIGHBOUR, " "), urgent=True
        )
    known = Contact.receive_signal(
        uuid4(), Channel.PHONE, "krzyki", Signal(Source.NEIGHBOUR), urgent=True
    )
    known.triage(Outcome.EX_OFFICIO_SIGNAL)
    assert known.targets == (Target.BENEFITS,)


def test_what_is_permitted_is_what_the_guard_lets_through() -> None:
    assert set(PERMITTED) == set(State)
    assert Action.CORRECT_TRIAGE not in contact().permitted
    assert Action.TRIAGE not in contact(Outcome.BENEFITS).permitted
    assert Action.ESTABLISH_PERSON in stranger().permitted
    assert Action.REGISTER_APPLICATION not in stranger().permitted
    assert Action.TAKE_CRISIS in contact(Outcome.CRISIS_VIOLENCE).permitted
    assert Action.REGISTER_APPLICATION in contact(Outcome.BENEFITS).permitted
    assert Action.REGISTER_APPLICATION not in contact(Outcome.SOCIAL_WORK).permitted
    assert Action.BOOK_APPOINTMENT not in contact(Outcome.INFO_ONLY).permitted


def test_one_may_apply_for_every_benefit_but_what_a_social_worker_requests() -> None:
    requested = {codes.Benefit.CONTRACT_TARGETED.value}
    public = {code.value for code in codes.Benefit}
    assert {code.value for code in values.BenefitType} == public - requested
