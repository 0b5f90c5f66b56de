"""The time of a case: halts, extensions with notice, urging complaints (KPA 35 to 37)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from services.benefits.deadlines import Deadline, DeadlineKind, Halt, HaltGround
from services.benefits.refusals.general import InTheFuture, NotBeforeEarlier
from services.benefits.refusals.terms import (
    ExtendedBackwards,
    ExtensionUnexplained,
    NewTermMissing,
    NotUrged,
    NotWorkingDay,
    StandsForDefects,
    TermRuns,
    TermStandsStill,
    UrgedAlready,
)
from services.benefits.timekeeping import Timekeeping, timekeeping_id_for
from services.benefits.timekeeping_events import ExtensionReason, Said, UrgingGround
from tests.benefits.given import feb

CASE, PERSON = UUID(int=7), UUID(int=8)


def mar(day: int) -> date:
    return date(2026, 3, day)


def of_k1() -> Timekeeping:
    """Begun on 2 February, the decision due on 2 March."""
    return Timekeeping.begin(case_id=CASE, person_id=PERSON, filed_on=feb(2), due=mar(2))


def test_there_is_one_for_each_case() -> None:
    assert of_k1().id == timekeeping_id_for(CASE)


def test_a_halt_moves_the_term_by_its_days() -> None:
    time = of_k1()
    time.halt(HaltGround.SUSPENSION, feb(10), on=feb(10))
    assert time.resume(feb(20), on=feb(20)) == mar(12)
    time.halt(HaltGround.PARTY, feb(23), on=feb(24))
    assert time.resume(feb(25), on=feb(25)) == mar(16), "12 and two days are a Saturday"
    assert [one.ground for one in time.halts] == [HaltGround.SUSPENSION, HaltGround.PARTY]


def test_a_term_that_moved_because_of_a_day_off_is_counted_from_its_day() -> None:
    """From 28 January it ends on 28 February, a Saturday, so on 2 March."""
    time = Timekeeping.begin(case_id=CASE, person_id=PERSON, filed_on=date(2026, 1, 28), due=mar(2))
    time.halt(HaltGround.MEDIATION, feb(10), on=feb(10))
    assert time.resume(feb(13), on=feb(13)) == mar(3)


def test_a_term_that_the_case_set_itself_is_kept() -> None:
    time = Timekeeping.begin(case_id=CASE, person_id=PERSON, filed_on=feb(2), due=mar(31))
    time.halt(HaltGround.SUSPENSION, feb(10), on=feb(10))
    assert time.resume(feb(11), on=feb(11)) == date(2026, 4, 1)


def test_halts_are_refused_where_they_make_no_sense() -> None:
    time = of_k1()
    with pytest.raises(TermRuns):
        time.resume(feb(3), on=feb(3))
    with pytest.raises(NotBeforeEarlier):
        time.halt(HaltGround.SUSPENSION, feb(1), on=feb(3))
    with pytest.raises(InTheFuture):
        time.halt(HaltGround.SUSPENSION, feb(4), on=feb(3))
    time.halt(HaltGround.SUSPENSION, feb(3), on=feb(3))
    with pytest.raises(TermStandsStill):
        time.halt(HaltGround.PARTY, feb(4), on=feb(4))
    with pytest.raises(TermStandsStill):
        time.extend(ExtensionReason.WORKLOAD, mar(16), on=feb(4))
    with pytest.raises(NotBeforeEarlier):
        time.resume(feb(2), on=feb(4))
    with pytest.raises(InTheFuture):
        time.resume(feb(9), on=feb(4))
    time.resume(feb(6), on=feb(6))
    with pytest.raises(NotBeforeEarlier):
        time.halt(HaltGround.PARTY, feb(5), on=feb(6))


def test_an_extension_says_why_and_until_when() -> None:
    time = of_k1()
    time.extend(ExtensionReason.EVIDENCE_AWAITED, mar(16), on=feb(27))
    assert (time.due, time.extensions) == (mar(16), 1)
    time.halt(HaltGround.PARTY, mar(3), on=mar(3))
    assert time.resume(mar(5), on=mar(5)) == mar(18)


def test_an_extension_after_the_term_is_missed_is_possible() -> None:
    time = of_k1()
    time.extend(ExtensionReason.WORKLOAD, mar(20), on=mar(9))
    assert time.due == mar(20)


def test_an_intricate_case_may_take_two_months_without_naming_a_day() -> None:
    time = of_k1()
    time.extend(ExtensionReason.INTRICATE, None, on=feb(20))
    assert time.due == date(2026, 4, 2)


def test_an_extension_is_refused_without_a_later_working_day() -> None:
    time = of_k1()
    with pytest.raises(NewTermMissing):
        time.extend(ExtensionReason.WORKLOAD, None, on=feb(20))
    with pytest.raises(NotWorkingDay) as refused:
        time.extend(ExtensionReason.WORKLOAD, mar(14), on=feb(20))
    assert refused.value.next == mar(16)
    with pytest.raises(ExtendedBackwards):
        time.extend(ExtensionReason.WORKLOAD, mar(2), on=feb(20))
    with pytest.raises(ExtendedBackwards):
        time.extend(ExtensionReason.WORKLOAD, mar(4), on=mar(5))


def test_another_reason_is_told_in_words() -> None:
    time = of_k1()
    with pytest.raises(ExtensionUnexplained):
        time.extend(ExtensionReason.OTHER, mar(16), text="  ", on=feb(20))
    time.extend(ExtensionReason.OTHER, mar(16), text="Awaria archiwum.", by="ewa", on=feb(20))
    (notice,) = time.notices
    assert (notice.text, notice.by, notice.was_due) == ("Awaria archiwum.", "ewa", mar(2))


def test_while_the_party_completes_its_application_the_term_stands_still() -> None:
    time = of_k1()
    time.await_completion(on=feb(3))
    with pytest.raises(StandsForDefects):
        time.resume(feb(4), on=feb(4))
    time.note_completion(on=feb(10))
    assert time.halts == (Halt(HaltGround.DEFECTS, feb(3), feb(10)),)
    assert time.due == mar(9), "seven days later"
    time.note_completion(on=feb(11))
    assert time.due == mar(9)


def test_a_call_changes_nothing_where_the_term_stands_still_already() -> None:
    time = of_k1()
    time.halt(HaltGround.SUSPENSION, feb(3), on=feb(3))
    time.await_completion(on=feb(4))
    time.note_completion(on=feb(6))
    assert time.standing == (HaltGround.SUSPENSION, feb(3))
    assert time.resume(feb(9), on=feb(9)) == mar(9), "8 March is a Sunday"


def test_nobody_but_the_call_halts_a_term_for_defects() -> None:
    with pytest.raises(StandsForDefects):
        of_k1().halt(HaltGround.DEFECTS, feb(3), on=feb(3))


def test_after_the_board_sent_the_case_back_the_whole_term_runs() -> None:
    time = of_k1()
    time.halt(HaltGround.SUSPENSION, feb(3), on=feb(3))
    time.restart(on=date(2026, 7, 1))
    assert (time.due, time.standing) == (date(2026, 8, 3), None)


def test_an_urging_complaint_is_sent_on_and_answered_in_its_terms() -> None:
    time = of_k1()
    urging = time.file_urging(UrgingGround.INACTIVITY, mar(5), on=mar(5))
    assert time.deadlines() == (Deadline(DeadlineKind.URGING, mar(12)),)
    with pytest.raises(UrgedAlready):
        time.file_urging(UrgingGround.PROTRACTION, mar(6), on=mar(6))
    with pytest.raises(NotUrged):
        time.answer_urging(founded=True, decide_by=None, on=mar(6))
    assert time.forward_urging(mar(9), on=mar(9)).urging_id == urging.urging_id
    assert time.deadlines() == (Deadline(DeadlineKind.URGING, mar(16)),)
    with pytest.raises(NotUrged):
        time.forward_urging(mar(9), on=mar(9))
    time.answer_urging(founded=True, decide_by=mar(27), on=mar(13))
    assert (time.deadlines(), time.due) == ((), mar(27))
    assert time.file_urging(UrgingGround.PROTRACTION, mar(30), on=mar(30)) != urging


def test_an_unfounded_complaint_changes_no_term() -> None:
    time = of_k1()
    time.file_urging(UrgingGround.PROTRACTION, feb(20), on=feb(20))
    time.forward_urging(feb(23), on=feb(23))
    time.answer_urging(founded=False, decide_by=None, on=feb(27))
    assert time.due == mar(2)


def test_what_the_clock_said_is_said_once_for_each_term() -> None:
    time, said = of_k1(), Said(CASE, DeadlineKind.DECISION, mar(2))
    for _ in range(2):
        time.report_approaching(said)
        time.report_missed(said)
    later = Said(CASE, DeadlineKind.DECISION, mar(16))
    time.report_missed(later)
    told = [type(event).__name__ for event in time.collect_events()][1:]
    assert told == ["DeadlineApproaching", "DeadlineMissed", "DeadlineMissed"]


def test_a_halt_covers_its_first_day_and_not_the_day_on_which_the_term_runs_on() -> None:
    stood = Halt(HaltGround.MEDIATION, feb(10), feb(12))
    assert [stood.covers(feb(day)) for day in (9, 10, 11, 12)] == [False, True, True, False]
