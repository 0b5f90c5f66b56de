"""A benefit in realisation: payments, reviews that cut nothing, decisions that do."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from services.benefits.deadlines import Deadline, DeadlineKind
from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import EntitlementState
from services.benefits.payments import PaymentState
from services.benefits.refusals.general import NotNow
from services.benefits.refusals.payments import (
    AlreadyPaid,
    NoSuchPayment,
    PaymentsOpen,
    PaymentStopped,
    TooEarlyToPay,
)
from services.benefits.values import (
    Benefit,
    Days,
    PaymentMethod,
    ReviewTrigger,
    ServiceScope,
    Terms,
)
from tests.benefits.given import CARE_TERMS, MAN, PERIODIC_TERMS, feb

GRANT, SUSPENSION = UUID(int=31), UUID(int=32)
NEGATIVE = UUID(int=41)


def started(terms: Terms = PERIODIC_TERMS, benefit: Benefit = Benefit.PERIODIC) -> Entitlement:
    return Entitlement.start(
        decision_id=GRANT,
        case_id=UUID(int=21),
        person_id=MAN,
        benefit=benefit,
        terms=terms,
        method=PaymentMethod.TRANSFER,
        on=feb(16),
    )


def paid_until_april() -> Entitlement:
    entitlement = started()
    for month, day in (("2026-02", feb(25)), ("2026-03", date(2026, 3, 25))):
        entitlement.execute_payment(month, on=day)
    entitlement.execute_payment("2026-04", on=date(2026, 4, 24))
    return entitlement


def test_the_plan_of_k1_is_four_payments_on_the_25th() -> None:
    plan = list(started().payments.values())
    assert [p.month for p in plan] == ["2026-02", "2026-03", "2026-04", "2026-05"]
    assert {(p.amount, p.due_on.day) for p in plan} == {(Decimal("200.00"), 25)}


def test_a_part_of_a_month_is_paid_in_part() -> None:
    terms = Terms(valid_from=date(2026, 6, 17), valid_to=date(2026, 6, 30), amount=Decimal(1229))
    assert started(terms).payments["2026-06"].amount == Decimal("573.53")


def test_a_service_has_no_payments() -> None:
    assert started(CARE_TERMS, Benefit.HOME_CARE).payments == {}


def test_the_25th_of_april_is_a_saturday_so_friday_may_pay() -> None:
    assert paid_until_april().paid == Decimal(600)


def test_a_payment_is_made_once_and_not_too_early() -> None:
    entitlement = started()
    with pytest.raises(TooEarlyToPay):
        entitlement.execute_payment("2026-02", on=feb(24))
    entitlement.execute_payment("2026-02", on=feb(25))
    with pytest.raises(AlreadyPaid):
        entitlement.execute_payment("2026-02", on=feb(26))
    with pytest.raises(NoSuchPayment):
        entitlement.execute_payment("2026-06", on=date(2026, 6, 25))


def test_a_negative_certificate_opens_a_review_and_cuts_nothing() -> None:
    entitlement = paid_until_april()
    entitlement.open_review(ReviewTrigger.NON_COOPERATION, NEGATIVE, on=date(2026, 4, 30))
    assert entitlement.state is EntitlementState.IN_REVIEW
    assert entitlement.payments["2026-05"].state is PaymentState.PLANNED
    assert Deadline(DeadlineKind.REVIEW, date(2026, 5, 4)) in entitlement.deadlines()
    entitlement.take_up_review(by="ewa-jarzebina", on=date(2026, 5, 4))
    assert Deadline(DeadlineKind.REVIEW, date(2026, 6, 1)) in entitlement.deadlines()
    entitlement.execute_payment("2026-05", on=date(2026, 5, 25))


def suspended() -> Entitlement:
    entitlement = paid_until_april()
    entitlement.open_review(ReviewTrigger.NON_COOPERATION, NEGATIVE, on=date(2026, 4, 30))
    entitlement.suspend(SUSPENSION, date(2026, 5, 1), on=date(2026, 5, 20))
    return entitlement


def test_a_suspension_stops_the_months_from_its_day_on() -> None:
    entitlement = suspended()
    assert entitlement.state is EntitlementState.SUSPENDED
    with pytest.raises(PaymentStopped):
        entitlement.execute_payment("2026-05", on=date(2026, 5, 25))
    assert entitlement.paid == Decimal(600)


def test_a_month_before_the_suspension_is_still_paid() -> None:
    entitlement = started()
    entitlement.open_review(ReviewTrigger.NON_COOPERATION, NEGATIVE, on=feb(27))
    entitlement.suspend(SUSPENSION, date(2026, 3, 1), on=feb(28))
    entitlement.execute_payment("2026-02", on=feb(28))
    assert entitlement.paid == Decimal(200)


def test_an_overturned_suspension_plans_the_payments_again() -> None:
    entitlement = suspended()
    entitlement.undo(SUSPENSION, on=date(2026, 6, 30))
    assert entitlement.state is EntitlementState.ACTIVE
    entitlement.execute_payment("2026-05", on=date(2026, 6, 30))
    assert entitlement.paid == Decimal(800)


def test_an_overturned_grant_ends_the_benefit() -> None:
    entitlement = started()
    entitlement.undo(GRANT, on=date(2026, 3, 2))
    assert entitlement.state is EntitlementState.ENDED
    assert entitlement.payments["2026-03"].state is PaymentState.STOPPED


def test_the_change_of_k2_holds_from_the_first_of_april() -> None:
    entitlement = started(CARE_TERMS, Benefit.HOME_CARE)
    entitlement.open_review(ReviewTrigger.NEED_CHANGE, uuid4(), on=date(2026, 3, 24))
    more = ServiceScope(Decimal(3), Days.WORKING, Decimal("3.50"))
    entitlement.change(
        uuid4(), Terms(valid_from=date(2026, 4, 1), service=more), on=date(2026, 3, 24)
    )
    assert entitlement.state is EntitlementState.ACTIVE
    assert [v.service and v.service.hours_per_day for v in entitlement.versions] == [2, 3]
    assert entitlement.valid_to == date(2026, 8, 31)


def test_a_changed_amount_changes_what_is_not_paid_yet() -> None:
    entitlement = started()
    entitlement.execute_payment("2026-02", on=feb(25))
    entitlement.open_review(ReviewTrigger.INCOME_CHANGE, None, on=date(2026, 3, 2))
    terms = Terms(valid_from=date(2026, 4, 1), amount=Decimal(250))
    entitlement.change(uuid4(), terms, on=date(2026, 3, 20))
    amounts = {month: payment.amount for month, payment in entitlement.payments.items()}
    assert [amounts[m] for m in sorted(amounts)] == [200, 200, 250, 250]


def test_a_review_that_changes_nothing_is_closed_as_confirmed() -> None:
    entitlement = started()
    entitlement.open_review(ReviewTrigger.WASTE, None, on=date(2026, 3, 2))
    entitlement.confirm(uuid4(), on=date(2026, 3, 9))
    assert entitlement.state is EntitlementState.ACTIVE
    with pytest.raises(NotNow):
        entitlement.require_review()


def test_a_suspended_benefit_stays_so_when_its_next_review_changes_nothing() -> None:
    entitlement = suspended()
    entitlement.open_review(ReviewTrigger.INCOME_CHANGE, None, on=date(2026, 6, 2))
    entitlement.confirm(uuid4(), on=date(2026, 6, 9))
    assert entitlement.state is EntitlementState.SUSPENDED


def test_a_benefit_ends_when_all_is_paid() -> None:
    entitlement = paid_until_april()
    with pytest.raises(PaymentsOpen):
        entitlement.end(on=date(2026, 6, 1))
    entitlement.execute_payment("2026-05", on=date(2026, 5, 25))
    entitlement.end(on=date(2026, 6, 1))
    assert entitlement.state is EntitlementState.ENDED


def test_a_revoked_benefit_is_over() -> None:
    entitlement = started()
    entitlement.open_review(ReviewTrigger.WASTE, None, on=date(2026, 3, 2))
    entitlement.revoke(uuid4(), date(2026, 4, 1), on=date(2026, 3, 20))
    assert entitlement.state is EntitlementState.ENDED
    assert entitlement.payments["2026-03"].state is PaymentState.PLANNED
    assert entitlement.payments["2026-04"].state is PaymentState.STOPPED


def test_what_one_decision_ended_does_not_come_back_with_the_undoing_of_another() -> None:
    entitlement = suspended()
    entitlement.open_review(ReviewTrigger.WASTE, None, on=date(2026, 6, 2))
    entitlement.revoke(uuid4(), date(2026, 4, 1), on=date(2026, 6, 9))
    entitlement.undo(SUSPENSION, on=date(2026, 6, 30))
    assert entitlement.state is EntitlementState.ENDED
    assert entitlement.payments["2026-05"].state is PaymentState.STOPPED


def test_a_benefit_whose_period_is_over_stays_over_unless_its_period_was_undone() -> None:
    for terms, state in (
        (Terms(valid_from=date(2026, 4, 1), amount=Decimal(100)), EntitlementState.ENDED),
        (
            Terms(date(2026, 4, 1), date(2026, 4, 30), Decimal(100)),
            EntitlementState.ACTIVE,
        ),
    ):
        entitlement, change = started(), uuid4()
        entitlement.change(change, terms, on=date(2026, 3, 2))
        for payment in entitlement.plan.waiting:
            entitlement.execute_payment(payment.payment_id, on=date(2026, 6, 1))
        entitlement.end(on=date(2026, 6, 1))
        entitlement.undo(change, on=date(2026, 6, 30))
        assert entitlement.state is state
        assert entitlement.plan.waiting, "what is due again is paid all the same"


def test_a_grant_in_the_place_of_another_runs_again_until_it_is_undone() -> None:
    more, revocation = UUID(int=34), UUID(int=35)
    terms = Terms(valid_from=date(2026, 4, 1), valid_to=date(2026, 6, 30), amount=Decimal(300))
    for end in ("period", "revocation"):
        entitlement = paid_until_april()
        if end == "period":
            entitlement.execute_payment("2026-05", on=date(2026, 5, 25))
            entitlement.end(on=date(2026, 6, 1))
        else:
            entitlement.revoke(revocation, date(2026, 5, 1), on=date(2026, 5, 4))
        assert entitlement.state is EntitlementState.ENDED
        ended = (entitlement.ended_on, entitlement.ended_by, entitlement.end_reason)
        entitlement.change(more, terms, on=date(2026, 6, 2), granted=True)
        assert (entitlement.state, entitlement.ended_on) == (EntitlementState.ACTIVE, None)
        assert "2026-06" in [one.month for one in entitlement.plan.waiting]
        entitlement.undo(more, on=date(2026, 6, 3))
        assert entitlement.state is EntitlementState.ENDED
        assert (entitlement.ended_on, entitlement.ended_by, entitlement.end_reason) == ended
        assert not entitlement.plan.waiting


def test_a_grant_that_leaves_nothing_to_pay_leaves_the_benefit_over() -> None:
    entitlement = paid_until_april()
    entitlement.execute_payment("2026-05", on=date(2026, 5, 25))
    entitlement.end(on=date(2026, 6, 1))
    less = Terms(valid_from=date(2026, 4, 1), valid_to=date(2026, 5, 31), amount=Decimal(100))
    entitlement.change(UUID(int=34), less, on=date(2026, 6, 2), granted=True)
    assert entitlement.state is EntitlementState.ENDED


def test_care_at_home_does_not_come_back_once_the_client_lives_in_a_home() -> None:
    entitlement, change = started(CARE_TERMS, Benefit.HOME_CARE), uuid4()
    more = ServiceScope(Decimal(3), Days.WORKING, Decimal("3.50"))
    entitlement.change(change, Terms(valid_from=date(2026, 4, 1), service=more), on=feb(20))
    entitlement.end_by_admission(date(2026, 6, 15), on=date(2026, 6, 15))
    entitlement.undo(change, on=date(2026, 6, 30))
    assert entitlement.state is EntitlementState.ENDED


def test_no_review_outlives_its_benefit() -> None:
    entitlement = paid_until_april()
    entitlement.execute_payment("2026-05", on=date(2026, 5, 25))
    entitlement.open_review(ReviewTrigger.WASTE, None, on=date(2026, 6, 1))
    entitlement.end(on=date(2026, 6, 2))
    assert (entitlement.state, entitlement.review) == (EntitlementState.ENDED, None)
    granted = started()
    granted.open_review(ReviewTrigger.WASTE, None, on=feb(20))
    granted.undo(GRANT, on=feb(23))
    assert (granted.state, granted.review) == (EntitlementState.ENDED, None)
    assert granted.deadlines() == ()
