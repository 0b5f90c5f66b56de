"""A decision from its draft until it is final, as in K1 and K2 and where they do not go."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

import pytest

from services.benefits.calculation import home_care_fee, law_on, periodic_benefit
from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.decision import Decision
from services.benefits.drafting import check_terms
from services.benefits.grounds import Ground
from services.benefits.lifecycle import DecisionState
from services.benefits.refusals.appeal import NoLateAppeal
from services.benefits.refusals.calculation import CalculationMissing
from services.benefits.refusals.decision import (
    AlreadyCarriedOut,
    NotExecutable,
    OtherInstance,
    SignedByItsAuthor,
    TermStillRuns,
)
from services.benefits.refusals.drafting import (
    AmountOutsideRange,
    FeeDiffers,
    KindNotHere,
    NotFirstOfMonth,
    TermsIncomplete,
)
from services.benefits.refusals.general import NotBeforeEarlier, NotNow, PeriodReversed
from services.benefits.values import (
    AppealResult,
    Benefit,
    DecisionKind,
    Delivery,
    Terms,
)
from tests.benefits.given import CARE_TERMS, EWA, MAN, PERIODIC_TERMS, feb

CASE = UUID(int=21)
HELENA = "helena-dabrowa"
SIGNED = feb(12)
RANGE = periodic_benefit(Decimal(610), 1, law_on(feb(10)))
FEE = home_care_fee(Decimal(1400), 1, law_on(date(2026, 3, 3)))


def drafted(kind: DecisionKind = DecisionKind.GRANT, terms: Terms = PERIODIC_TERMS) -> Decision:
    return Decision(
        id=uuid5(CASE, "decision/1"),
        case_id=CASE,
        person_id=MAN,
        benefit=Benefit.PERIODIC,
        kind=kind,
        terms=terms,
        entitlement_id=None,
        previous_decision_id=None,
        by=EWA,
        on=feb(12),
    )


def delivered(terms: Terms = PERIODIC_TERMS, on: date = SIGNED) -> Decision:
    decision = drafted(terms=terms)
    decision.issue(number="SW/2026/0001", by=HELENA, on=feb(12))
    decision.deliver(Delivery.IN_PERSON, on=on)
    return decision


def test_nobody_signs_what_he_drafted() -> None:
    with pytest.raises(SignedByItsAuthor):
        drafted().issue(number="SW/2026/0001", by=EWA, on=feb(12))


def test_a_decision_gets_a_number_when_it_is_signed() -> None:
    decision = drafted()
    decision.issue(number="SW/2026/0001", by=HELENA, on=feb(12))
    assert (decision.number, decision.state) == ("SW/2026/0001", DecisionState.ISSUED)


def test_a_signed_decision_is_not_withdrawn() -> None:
    decision = delivered()
    with pytest.raises(NotNow):
        decision.withdraw("Pomyłka")


def test_the_term_of_appeal_is_a_deadline() -> None:
    decision = delivered(on=date(2026, 5, 20))
    assert decision.appeal_until == date(2026, 6, 3)
    assert decision.deadlines() == (Deadline(DeadlineKind.APPEAL_TERM, date(2026, 6, 3)),)


def test_no_delivery_before_the_signature() -> None:
    decision = drafted()
    decision.issue(number="SW/2026/0001", by=HELENA, on=feb(12))
    with pytest.raises(NotBeforeEarlier):
        decision.deliver(Delivery.IN_PERSON, on=feb(11))


def test_a_waiver_makes_it_final_the_same_day() -> None:
    decision = delivered()
    decision.waive_appeal(on=feb(16))
    assert (decision.state, decision.final_on) == (DecisionState.FINAL, feb(16))


def test_what_is_granted_in_full_without_reasons_is_final_at_once() -> None:
    decision = delivered(replace(PERIODIC_TERMS, in_full=True))
    assert (decision.state, decision.final_on) == (DecisionState.FINAL, feb(12))


def test_the_term_must_pass_before_it_makes_final() -> None:
    decision = delivered()
    assert decision.appeal_until == feb(26)
    with pytest.raises(TermStillRuns):
        decision.confirm_finality(on=feb(26))
    decision.confirm_finality(on=feb(27))
    assert decision.state is DecisionState.FINAL


def test_an_appeal_goes_to_the_board_in_seven_days() -> None:
    decision = delivered()
    decision.file_appeal(decision.id, on=feb(20))
    assert decision.deadlines() == (Deadline(DeadlineKind.FORWARD_APPEAL, feb(27)),)
    decision.forward_appeal(on=feb(23))
    decision.resolve_appeal(AppealResult.UPHELD, on=date(2026, 3, 20))
    assert decision.state is DecisionState.FINAL


@pytest.mark.parametrize("result", [AppealResult.REVERSED, AppealResult.REMITTED])
def test_the_board_may_overturn_it(result: AppealResult) -> None:
    decision = delivered()
    decision.file_appeal(decision.id, on=feb(20))
    decision.forward_appeal(on=feb(23))
    decision.resolve_appeal(result, on=date(2026, 3, 20))
    assert decision.state is DecisionState.OVERTURNED


def test_the_office_gives_way_before_the_board_and_the_board_rules_after() -> None:
    decision = delivered()
    decision.file_appeal(decision.id, on=feb(20))
    with pytest.raises(OtherInstance):
        decision.resolve_appeal(AppealResult.UPHELD, on=feb(21))
    decision.forward_appeal(on=feb(23))
    with pytest.raises(OtherInstance):
        decision.resolve_appeal(AppealResult.SELF_CORRECTED, on=feb(24))


def test_what_the_board_upheld_is_not_appealed_again_by_a_letter_that_came_late_before() -> None:
    decision = delivered()
    decision.file_late_appeal(decision.id, asked=False, on=feb(27))
    decision.file_appeal(decision.id, on=feb(26))
    decision.forward_appeal(on=feb(27))
    decision.resolve_appeal(AppealResult.UPHELD, on=date(2026, 3, 10))
    assert not decision.late_appeal_pending
    assert decision.deadlines() == ()
    with pytest.raises(NoLateAppeal):
        decision.forward_late_appeal(on=date(2026, 3, 11))


def test_a_grant_waits_for_finality_before_it_is_carried_out() -> None:
    decision = delivered()
    with pytest.raises(NotExecutable):
        decision.carry_out(on=feb(12))
    assert not decision.to_realise
    decision.waive_appeal(on=feb(16))
    assert decision.to_realise
    decision.carry_out(on=feb(16))
    with pytest.raises(AlreadyCarriedOut):
        decision.carry_out(on=feb(17))


def test_immediate_enforceability_survives_an_appeal() -> None:
    decision = delivered(replace(PERIODIC_TERMS, immediate=True, immediate_reason="art. 108"))
    assert decision.is_executable
    decision.file_appeal(decision.id, on=feb(20))
    assert decision.is_executable
    ordinary = delivered()
    ordinary.file_appeal(ordinary.id, on=feb(20))
    assert not ordinary.is_executable


# --- what a draft must say --------------------------------------------------


def check(kind: DecisionKind, terms: Terms, benefit: Benefit = Benefit.PERIODIC) -> None:
    check_terms(kind, benefit, terms, RANGE, FEE)


def test_the_drafts_of_k1_and_k2_are_complete() -> None:
    check(DecisionKind.GRANT, PERIODIC_TERMS)
    check(DecisionKind.GRANT, CARE_TERMS, Benefit.HOME_CARE)
    check(
        DecisionKind.SUSPEND,
        Terms(valid_from=date(2026, 5, 1), ground=Ground.NON_COOPERATION),
    )


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        (replace(PERIODIC_TERMS, valid_from=None), TermsIncomplete),
        (replace(PERIODIC_TERMS, valid_to=None), TermsIncomplete),
        (replace(PERIODIC_TERMS, valid_to=date(2026, 1, 31)), PeriodReversed),
        (replace(PERIODIC_TERMS, amount=None), TermsIncomplete),
        (replace(PERIODIC_TERMS, amount=Decimal(401)), AmountOutsideRange),
        (replace(PERIODIC_TERMS, immediate=True), TermsIncomplete),
    ],
)
def test_a_grant_in_money_is_refused_for(terms: Terms, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check(DecisionKind.GRANT, terms)


def test_a_grant_of_care_needs_its_scope_and_the_calculated_fee() -> None:
    with pytest.raises(TermsIncomplete):
        check(DecisionKind.GRANT, PERIODIC_TERMS, Benefit.HOME_CARE)
    service = CARE_TERMS.service
    assert service is not None
    cheaper = replace(CARE_TERMS, service=replace(service, fee_per_hour=Decimal(3)))
    with pytest.raises(FeeDiffers):
        check(DecisionKind.GRANT, cheaper, Benefit.HOME_CARE)
    with pytest.raises(CalculationMissing):
        check_terms(DecisionKind.GRANT, Benefit.HOME_CARE, CARE_TERMS, None, None)


def test_money_is_suspended_from_the_first_of_a_month() -> None:
    with pytest.raises(NotFirstOfMonth):
        check(
            DecisionKind.SUSPEND,
            Terms(valid_from=date(2026, 5, 18), ground=Ground.NON_COOPERATION),
        )


def test_a_special_benefit_is_granted_within_its_calculation_only() -> None:
    special = replace(PERIODIC_TERMS, need="Leki", amount=Decimal("400.01"))
    with pytest.raises(AmountOutsideRange):
        check(DecisionKind.GRANT, special, Benefit.SPECIAL_TARGETED)
    with pytest.raises(CalculationMissing):
        check_terms(DecisionKind.GRANT, Benefit.SPECIAL_TARGETED, special, None, None)
    with pytest.raises(AmountOutsideRange):
        check(DecisionKind.GRANT, special, Benefit.TARGETED)
    check_terms(DecisionKind.GRANT, Benefit.TARGETED, special, None, None)


def test_only_a_grant_can_be_in_full() -> None:
    with pytest.raises(KindNotHere):
        check(DecisionKind.REFUSAL, Terms(in_full=True, ground=Ground.INCOME))
