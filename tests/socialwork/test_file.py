"""The social worker's file: opened once a person, led by one, and without a word in its events."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import codes

from services.socialwork.file import PERMITTED, Action, File, State, file_id
from services.socialwork.refusals import (
    AlreadyAssigned,
    AreasMissing,
    HoursOutOfRange,
    KindsMissing,
    LedByAnother,
    MinutesOutOfRange,
    SocialWorkIsClosed,
    SocialWorkIsOpen,
    WorkerMissing,
)
from services.socialwork.values import (
    ActionType,
    Area,
    NeedChange,
    NoteKind,
    Place,
    Referral,
    RelevantFact,
    Result,
    Service,
    Source,
)

PERSON = UUID("5b0f1f0a-0d5e-4f0e-9c39-0a4a1ce5f001")
DAY = date(2026, 2, 4)
JOANNA, PAWEL = "joanna-brzoza", "pawel-swierk"


def referral() -> Referral:
    return Referral(
        uuid4(), uuid4(), "S/1/2026", ("UNUSED_RESOURCES",), DAY, contact_by=date(2026, 2, 11)
    )


def opened(worker: str | None = JOANNA) -> File:
    file = File(PERSON, Source.TRIAGE, DAY)
    if worker:
        file.assign(worker, load=1)
    return file


def worked(file: File, minutes: int = 30) -> None:
    file.record_action(
        ActionType.ADVICE, minutes=minutes, place=Place.HOME, direct=True, on=DAY, by=JOANNA
    )


def test_two_causes_at_once_open_one_file() -> None:
    assert opened().id == File(PERSON, Source.REFERRAL, DAY, referral()).id == file_id(PERSON)


def test_a_referral_is_answered_by_a_certificate_within_seven_days() -> None:
    assert referral().certificate_due == date(2026, 2, 11)


def test_a_referral_joins_the_work_under_way_and_counts_once() -> None:
    file, sent = opened(), referral()
    file.receive_referral(sent)
    file.receive_referral(sent)
    assert file.referrals == (sent,)


def test_nobody_works_on_a_file_before_a_worker_is_assigned() -> None:
    with pytest.raises(WorkerMissing):
        worked(opened(worker=None))


def test_only_the_assigned_worker_works_on_a_file() -> None:
    file = opened(PAWEL)
    with pytest.raises(LedByAnother):
        worked(file)
    file.assign(JOANNA, load=1)
    worked(file)


def test_a_worker_is_not_assigned_twice() -> None:
    with pytest.raises(AlreadyAssigned):
        opened().assign(JOANNA, load=2)


def test_a_diagnosis_names_areas_and_refers_to_its_text() -> None:
    file, reference = opened(), uuid4()
    with pytest.raises(AreasMissing):
        file.record_diagnosis((), reference, by=JOANNA)
    file.record_diagnosis((Area.UNEMPLOYMENT, Area.UNEMPLOYMENT), reference, by=JOANNA)
    assert (file.areas, file.texts) == ((Area.UNEMPLOYMENT,), (reference,))


def test_an_event_of_a_note_holds_its_kind_and_a_reference_and_no_text() -> None:
    file = opened()
    file.write_note(NoteKind.OFFICIAL_NOTE, uuid4(), by=JOANNA)
    note = file.pending_events[-1]
    own = set(vars(note)) - {"originator_id", "originator_version", "timestamp"}
    assert own == {"kind", "reference"}


def test_actions_add_up_their_minutes() -> None:
    file = opened()
    worked(file, 30)
    worked(file, 45)
    assert (file.actions, file.minutes) == (2, 75)


@pytest.mark.parametrize("minutes", [0, -5, 24 * 60 + 1])
def test_an_action_takes_between_a_minute_and_a_day(minutes: int) -> None:
    with pytest.raises(MinutesOutOfRange):
        worked(opened(), minutes)


def test_there_are_seventeen_actions_and_a_visit_is_none_of_them() -> None:
    assert len(ActionType) == 17
    assert not {"VISIT", "OTHER"} & {action.value for action in ActionType}


def test_a_changed_need_is_reported_with_hours_a_day_can_have() -> None:
    file = opened()
    more = NeedChange(Service.HOME_CARE, Decimal(3), date(2026, 4, 1))
    with pytest.raises(HoursOutOfRange):
        file.report_need_change(NeedChange(Service.HOME_CARE, Decimal(25), DAY), on=DAY, by=JOANNA)
    first = file.report_need_change(more, on=DAY, by=JOANNA)
    second = file.report_need_change(more, on=DAY, by=JOANNA)
    assert first != second


def test_other_information_for_benefits_is_typed() -> None:
    file = opened()
    with pytest.raises(KindsMissing):
        file.report_relevant_facts((), at_clients_wish=True, case_id=None, on=DAY, by=JOANNA)
    file.report_relevant_facts(
        (RelevantFact.CHANGE_OF_INCOME,), at_clients_wish=True, case_id=None, on=DAY, by=JOANNA
    )
    event = file.pending_events[-1]
    assert isinstance(event, File.RelevantFactsReported)
    assert event.at_clients_wish


def test_a_closed_file_takes_nothing_until_it_is_opened_again() -> None:
    file = opened()
    file.close(Result.SELF_RELIANT, on=DAY)
    with pytest.raises(SocialWorkIsClosed):
        worked(file)
    with pytest.raises(SocialWorkIsClosed):
        file.assign(PAWEL, load=1)
    with pytest.raises(SocialWorkIsClosed):
        file.receive_referral(referral())
    with pytest.raises(SocialWorkIsClosed):
        file.close(Result.MOVED, on=DAY)
    file.open_again(Source.REFERRAL, on=DAY, referral=referral())
    assert (file.state, file.worker_id, len(file.referrals)) == (State.OPEN, None, 1)


def test_an_open_file_is_not_opened_again() -> None:
    with pytest.raises(SocialWorkIsOpen):
        opened().open_again(Source.REFERRAL, on=DAY)


def test_every_state_has_its_permitted_actions() -> None:
    assert set(PERMITTED) == set(State)
    assert opened().permitted == {Action.ASSIGN, Action.WORK, Action.CLOSE, Action.KEEP}


def test_services_whose_need_changes_are_benefits_of_the_public_facts() -> None:
    assert {service.value for service in Service} <= {benefit.value for benefit in codes.Benefit}
