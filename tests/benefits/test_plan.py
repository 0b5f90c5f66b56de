"""The plan of payments after decisions, returns and extensions: what was paid stays paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from services.benefits.entitlement import Entitlement
from services.benefits.lifecycle import EntitlementState
from services.benefits.payments import CancelReason, Payment, PaymentState, ReturnReason
from services.benefits.refusals.general import NotBeforeEarlier
from services.benefits.refusals.payments import (
    AlreadyPaid,
    NoSuchPayment,
    NotPaid,
    NotReturned,
    PaymentCancelled,
    PaymentStopped,
    PlanLongEnough,
)
from services.benefits.values import Benefit, PaymentMethod, ReviewResult, ReviewTrigger, Terms

GRANT, CHANGE = UUID(int=31), UUID(int=32)
AMOUNT, LESS, MORE = Decimal("464.62"), Decimal("364.62"), Decimal("500.00")
FEBRUARY = date(2026, 2, 1)


def day(month: int, of: int = 1) -> date:
    return date(2026, month, of)


def started(valid_to: date | None = None, valid_from: date = FEBRUARY) -> Entitlement:
    return Entitlement.start(
        decision_id=GRANT,
        case_id=UUID(int=21),
        person_id=UUID(int=1),
        benefit=Benefit.PERMANENT,
        terms=Terms(valid_from=valid_from, valid_to=valid_to, amount=AMOUNT),
        method=PaymentMethod.TRANSFER,
        on=day(2, 2),
    )


def paid_until(month: int) -> Entitlement:
    """From February on, each on the 25th."""
    entitlement = started()
    for number in range(2, month + 1):
        entitlement.execute_payment(f"2026-{number:02}", on=day(number, 25))
    return entitlement


def changed(
    entitlement: Entitlement, amount: Decimal, valid_from: date, *, on: date
) -> Entitlement:
    entitlement.open_review(ReviewTrigger.INCOME_CHANGE, None, on=on)
    entitlement.change(CHANGE, Terms(valid_from=valid_from, amount=amount), on=on)
    return entitlement


def test_the_change_of_k6_keeps_what_was_paid_and_says_what_was_undue() -> None:
    entitlement = changed(paid_until(8), LESS, day(8), on=day(9, 3))
    payments = entitlement.payments
    assert (payments["2026-08"].state, payments["2026-08"].amount) == (PaymentState.PAID, AMOUNT)
    assert (payments["2026-09"].state, payments["2026-09"].amount) == (PaymentState.PLANNED, LESS)
    (undue,) = entitlement.plan.undue()
    assert (undue.month, undue.paid, undue.due, undue.amount) == (
        "2026-08", AMOUNT, LESS, Decimal("100.00"),
    )  # fmt: skip


def test_what_was_established_is_not_undue_again() -> None:
    entitlement = changed(paid_until(8), LESS, day(8), on=day(9, 3))
    entitlement.establish_undue(UUID(int=33), on=day(9, 21))
    assert entitlement.plan.undue() == ()
    entitlement.execute_payment("2026-09", on=day(9, 25))
    assert entitlement.establish_undue(UUID(int=34), on=day(10)) == ()


def test_a_raise_for_a_month_already_paid_brings_what_is_missing() -> None:
    entitlement = changed(paid_until(3), MORE, day(3), on=day(4, 2))
    more = entitlement.payments["2026-03/2"]
    assert (more.amount, more.state, more.due_on) == (
        Decimal("35.38"), PaymentState.PLANNED, day(4, 25),
    )  # fmt: skip
    assert entitlement.payments["2026-04"].amount == MORE
    entitlement.execute_payment("2026-03", on=day(4, 24))
    assert entitlement.plan.paid_for("2026-03") == MORE
    with pytest.raises(AlreadyPaid):
        entitlement.execute_payment("2026-03", on=day(4, 25))


def test_an_earlier_end_stops_the_months_behind_it_and_pays_the_last_in_part() -> None:
    entitlement = paid_until(2)
    entitlement.open_review(ReviewTrigger.NEED_CHANGE, None, on=day(3, 2))
    terms = Terms(valid_from=day(3), valid_to=day(4, 15), amount=AMOUNT)
    entitlement.change(CHANGE, terms, on=day(3, 9))
    assert entitlement.payments["2026-04"].amount == Decimal("232.31")
    assert entitlement.payments["2026-05"].state is PaymentState.STOPPED


def test_a_later_end_plans_the_months_until_it() -> None:
    entitlement = started(valid_to=day(3, 31))
    entitlement.open_review(ReviewTrigger.NEED_CHANGE, None, on=day(3, 2))
    entitlement.change(
        CHANGE, Terms(valid_from=day(4), valid_to=day(5, 31), amount=MORE), on=day(3, 9)
    )
    assert [p.month for p in entitlement.plan.waiting] == [f"2026-0{n}" for n in (2, 3, 4, 5)]
    assert entitlement.payments["2026-03"].amount == AMOUNT


def test_months_that_a_suspension_stopped_stay_stopped_when_a_later_change_resumes() -> None:
    entitlement = paid_until(4)
    entitlement.suspend(CHANGE, day(5), on=day(5, 4))
    entitlement.open_review(ReviewTrigger.NON_COOPERATION, None, on=day(6, 1))
    entitlement.change(UUID(int=35), Terms(valid_from=day(7), amount=AMOUNT), on=day(6, 15))
    states = [entitlement.payments[f"2026-0{n}"].state for n in (5, 6, 7)]
    assert states == [PaymentState.STOPPED, PaymentState.STOPPED, PaymentState.PLANNED]


def test_an_overturned_change_brings_the_earlier_amount_back() -> None:
    entitlement = changed(paid_until(3), LESS, day(4), on=day(4, 2))
    entitlement.undo(CHANGE, on=day(4, 20))
    assert entitlement.payments["2026-04"].amount == AMOUNT
    assert entitlement.versions[-1].decision_id == GRANT


def test_a_revocation_from_a_month_already_paid_makes_it_undue() -> None:
    entitlement = paid_until(5)
    entitlement.open_review(ReviewTrigger.WASTE, None, on=day(5, 26))
    entitlement.revoke(CHANGE, day(4), on=day(6, 8))
    assert [one.month for one in entitlement.plan.undue()] == ["2026-04", "2026-05"]
    assert not entitlement.plan.waiting


def test_returned_money_is_sent_again_as_a_payment_of_its_own() -> None:
    entitlement = paid_until(2)
    first = entitlement.payments["2026-02"]
    march = entitlement.payments["2026-03"].payment_id
    with pytest.raises(NotPaid):
        entitlement.return_payment(march, ReturnReason.OTHER, on=day(3, 2))
    entitlement.return_payment(first.payment_id, ReturnReason.WRONG_ACCOUNT, on=day(3, 2))
    assert entitlement.paid == 0
    with pytest.raises(AlreadyPaid):
        entitlement.execute_payment(first.payment_id, on=day(3, 3))
    again = entitlement.reissue_payment(first.payment_id, day(3, 5), PaymentMethod.CASH)
    assert (again.key, again.amount, again.method) == ("2026-02/2", AMOUNT, PaymentMethod.CASH)
    with pytest.raises(NotReturned):
        entitlement.reissue_payment(first.payment_id, day(3, 5), PaymentMethod.CASH)
    entitlement.execute_payment("2026-02", on=day(3, 5))
    assert entitlement.paid == AMOUNT


def test_returned_money_that_is_not_due_any_more_is_not_sent_again() -> None:
    entitlement = paid_until(5)
    may = entitlement.payments["2026-05"].payment_id
    entitlement.return_payment(may, ReturnReason.NOT_COLLECTED, on=day(5, 28))
    entitlement.suspend(CHANGE, day(5), on=day(6, 1))
    with pytest.raises(PaymentStopped):
        entitlement.reissue_payment(may, day(6, 5), PaymentMethod.POST)


def test_a_decision_after_a_return_does_not_send_the_money_by_itself() -> None:
    entitlement = paid_until(2)
    february = entitlement.payments["2026-02"].payment_id
    entitlement.return_payment(february, ReturnReason.OTHER, on=day(3, 2))
    changed(entitlement, MORE, day(4), on=day(3, 9))
    assert [p.key for p in entitlement.plan.payments][:2] == ["2026-02", "2026-03"]


def test_a_benefit_without_an_end_always_has_its_next_months_planned() -> None:
    entitlement = started()
    assert entitlement.plan.until == "2028-01"
    with pytest.raises(PlanLongEnough):
        entitlement.extend_plan(on=date(2027, 7, 31))
    entitlement.extend_plan(on=date(2027, 8, 1))
    assert entitlement.plan.until == "2028-08"
    assert entitlement.payments["2028-08"].amount == AMOUNT
    with pytest.raises(PlanLongEnough):
        entitlement.extend_plan(on=date(2027, 8, 2))


def test_a_benefit_that_begins_within_a_month_pays_its_days() -> None:
    first = started(valid_from=day(6, 17)).payments["2026-06"]
    assert first.amount == Decimal("216.82")


def test_a_payment_that_nobody_planned_cannot_be_made() -> None:
    with pytest.raises(NoSuchPayment):
        started().execute_payment(UUID(int=99), on=day(3))


def test_a_limitation_closes_the_review_as_one() -> None:
    entitlement = started()
    entitlement.open_review(ReviewTrigger.WASTE, None, on=day(3, 2))
    terms = Terms(valid_from=day(4), amount=LESS)
    entitlement.change(CHANGE, terms, on=day(3, 9), limited=True)
    *_, less, closed = entitlement.pending_events
    assert isinstance(less, Entitlement.BenefitChanged)
    assert isinstance(closed, Entitlement.ReviewClosed)
    assert (less.limited, closed.result) == (True, ReviewResult.LIMITED)


def came_back(entitlement: Entitlement, month: str, on: date) -> UUID:
    """The id of a payment that the bank sent back."""
    payment_id = entitlement.payments[month].payment_id
    entitlement.return_payment(payment_id, ReturnReason.WRONG_ACCOUNT, on=on)
    return payment_id


def sent_again(entitlement: Entitlement, payment_id: UUID) -> Decimal:
    return entitlement.reissue_payment(payment_id, day(4, 25), PaymentMethod.CASH).amount


def test_a_payment_that_came_back_before_a_raise_is_still_sent_again() -> None:
    entitlement = paid_until(3)
    back = came_back(entitlement, "2026-03", on=day(4, 1))
    changed(entitlement, MORE, day(3), on=day(4, 2))
    assert sent_again(entitlement, back) == AMOUNT
    assert sum(p.amount for p in entitlement.plan.waiting if p.month == "2026-03") == MORE
    with pytest.raises(NotReturned):
        sent_again(entitlement, back)


def test_a_payment_that_comes_back_after_a_raise_is_sent_again_too() -> None:
    entitlement = changed(paid_until(3), MORE, day(3), on=day(4, 2))
    back = came_back(entitlement, "2026-03", on=day(4, 3))
    assert sent_again(entitlement, back) == AMOUNT
    for key in ("2026-03/2", "2026-03/3"):
        entitlement.execute_payment(entitlement.payments[key].payment_id, on=day(4, 25))
    assert entitlement.plan.paid_for("2026-03") == MORE


def test_money_that_came_back_waits_for_a_worker_whatever_is_decided_meanwhile() -> None:
    entitlement = paid_until(3)
    came_back(entitlement, "2026-03", on=day(4, 1))
    changed(entitlement, MORE, day(3), on=day(4, 2))
    entitlement.open_review(ReviewTrigger.INCOME_CHANGE, None, on=day(4, 3))
    entitlement.change(UUID(int=39), Terms(valid_from=day(5), amount=LESS), on=day(4, 3))
    waiting = [p.amount for p in entitlement.plan.waiting if p.month == "2026-03"]
    assert waiting == [Decimal("35.38")], "not to the wrong account once more"


def test_nothing_comes_back_before_it_was_paid_nor_is_sent_again_before_it_came_back() -> None:
    entitlement = paid_until(3)
    with pytest.raises(NotBeforeEarlier):
        came_back(entitlement, "2026-03", on=day(3, 24))
    back = came_back(entitlement, "2026-03", on=day(3, 27))
    with pytest.raises(NotBeforeEarlier):
        entitlement.reissue_payment(back, day(3, 26), PaymentMethod.CASH)


def test_help_for_a_need_is_paid_in_full_however_few_days_its_month_has() -> None:
    entitlement = Entitlement.start(
        decision_id=GRANT,
        case_id=UUID(int=21),
        person_id=UUID(int=1),
        benefit=Benefit.TARGETED,
        terms=Terms(valid_from=day(6, 5), valid_to=day(6, 30), amount=Decimal("600.00")),
        method=PaymentMethod.TRANSFER,
        on=day(6, 5),
    )
    (payment,) = entitlement.plan.payments
    assert payment.amount == Decimal("600.00")
    entitlement.undo(GRANT, on=day(6, 20))
    assert not entitlement.plan.waiting


def test_a_confirmation_that_the_board_overturns_lifts_no_suspension() -> None:
    entitlement = started()
    entitlement.open_review(ReviewTrigger.NON_COOPERATION, None, on=day(3))
    entitlement.suspend(CHANGE, day(3), on=day(3))
    entitlement.open_review(ReviewTrigger.INCOME_CHANGE, None, on=day(3, 2))
    entitlement.confirm(UUID(int=39), on=day(3, 3))
    entitlement.undo(UUID(int=39), on=day(4))
    assert (entitlement.state, entitlement.suspended_by) == (EntitlementState.SUSPENDED, CHANGE)


def test_a_change_that_lifted_a_suspension_and_is_overturned_leaves_it_suspended() -> None:
    entitlement = started()
    entitlement.open_review(ReviewTrigger.NON_COOPERATION, None, on=day(3))
    suspension = UUID(int=39)
    entitlement.suspend(suspension, day(3), on=day(3))
    changed(entitlement, LESS, day(4), on=day(3, 10))
    assert entitlement.state is EntitlementState.ACTIVE
    entitlement.undo(CHANGE, on=day(4))
    assert (entitlement.state, entitlement.suspended_by) == (
        EntitlementState.SUSPENDED, suspension,
    )  # fmt: skip
    assert {p.month for p in entitlement.plan.waiting} == {"2026-02"}


def test_no_more_is_undue_than_the_decision_says() -> None:
    entitlement = changed(paid_until(8), LESS, day(7), on=day(9, 3))
    said = Terms(amount=Decimal("130.00"), months=("2026-07", "2026-08"))
    months = entitlement.establish_undue(UUID(int=33), said, on=day(9, 21))
    assert [(m.month, m.amount) for m in months] == [
        ("2026-07", Decimal("100.00")), ("2026-08", Decimal("30.00")),
    ]  # fmt: skip
    (left,) = entitlement.plan.undue()
    assert (left.month, left.amount) == ("2026-08", Decimal("70.00"))


def test_a_raise_after_a_claim_brings_back_what_was_claimed_too_much() -> None:
    entitlement = changed(paid_until(8), LESS, day(8), on=day(9, 3))
    entitlement.establish_undue(UUID(int=33), on=day(9, 21))
    between = Terms(valid_from=day(8), amount=Decimal("400.00"))
    entitlement.open_review(ReviewTrigger.INCOME_CHANGE, None, on=day(9, 22))
    entitlement.change(UUID(int=34), between, on=day(9, 22))
    (back,) = [p for p in entitlement.plan.waiting if p.month == "2026-08"]
    assert back.amount == Decimal("35.38"), "100.00 is claimed, and 64.62 was not due"


def cancel(
    entitlement: Entitlement,
    month: str,
    reason: CancelReason = CancelReason.WRONG_PLAN,
    *,
    and_later: bool = False,
) -> tuple[Payment, ...]:
    payment_id = entitlement.payments[month].payment_id
    return entitlement.cancel_payment(
        payment_id, reason, "Błędny okres", and_later=and_later, by="marek-cis", on=day(3, 20)
    )


def test_a_cancelled_payment_is_never_made_and_says_who_cancelled_it_and_why() -> None:
    entitlement = paid_until(2)
    (march,) = cancel(entitlement, "2026-03")
    assert march.cancelled is not None
    assert (march.cancelled.by, march.cancelled.text) == ("marek-cis", "Błędny okres")
    for which in ("2026-03", march.payment_id):
        with pytest.raises(PaymentCancelled):
            entitlement.execute_payment(which, on=day(3, 25))
    with pytest.raises(PaymentCancelled):
        cancel(entitlement, "2026-03")
    assert next(p.month for p in entitlement.plan.waiting) == "2026-04"


def test_what_was_paid_or_stopped_cannot_be_cancelled() -> None:
    entitlement = paid_until(3)
    entitlement.suspend(CHANGE, day(5), on=day(4, 20))
    with pytest.raises(AlreadyPaid):
        cancel(entitlement, "2026-02")
    with pytest.raises(PaymentStopped):
        cancel(entitlement, "2026-05")


def test_after_a_death_all_later_payments_go_with_it_and_no_decision_plans_them_again() -> None:
    entitlement = paid_until(2)
    gone = cancel(entitlement, "2026-03", CancelReason.DECEASED, and_later=True)
    assert len(gone) == len(entitlement.plan.payments) - 1
    assert not entitlement.plan.waiting
    assert entitlement.plan.cut_short
    changed(entitlement, MORE, day(3), on=day(3, 23))
    assert not entitlement.plan.waiting
    assert entitlement.plan.cut_short


def test_a_longer_plan_does_not_bring_a_cancelled_payment_back() -> None:
    entitlement = started()
    cancel(entitlement, "2026-03")
    entitlement.extend_plan(on=date(2027, 8, 1))
    assert entitlement.payments["2026-03"].state is PaymentState.CANCELLED
    assert "2026-03/2" not in entitlement.payments
    assert entitlement.payments["2028-08"].amount == AMOUNT


def test_another_decision_about_the_month_plans_it_anew_and_whole() -> None:
    entitlement = paid_until(2)
    cancel(entitlement, "2026-03")
    assert entitlement.plan.cut_short
    changed(entitlement, MORE, day(3), on=day(3, 23))
    assert not entitlement.plan.cut_short
    again = entitlement.payments["2026-03/2"]
    assert (again.amount, again.state) == (MORE, PaymentState.PLANNED)
    entitlement.execute_payment("2026-03", on=again.due_on)
    assert entitlement.plan.paid_for("2026-03") == MORE
    assert entitlement.payments["2026-03"].state is PaymentState.CANCELLED


def test_a_decision_about_later_months_leaves_a_cancelled_payment_alone() -> None:
    entitlement = paid_until(2)
    cancel(entitlement, "2026-03")
    changed(entitlement, MORE, day(5), on=day(4, 2))
    assert [p.key for p in entitlement.plan.payments][:3] == ["2026-02", "2026-03", "2026-04"]


def test_a_payment_cancelled_by_mistake_is_planned_again_once() -> None:
    entitlement = paid_until(2)
    (march,) = cancel(entitlement, "2026-03")
    again = entitlement.reissue_payment(march.payment_id, day(3, 25), PaymentMethod.CASH)
    assert (again.key, again.amount, again.instead_of) == ("2026-03/2", AMOUNT, march.payment_id)
    assert not entitlement.plan.cut_short
    with pytest.raises(NotReturned):
        entitlement.reissue_payment(march.payment_id, day(3, 25), PaymentMethod.CASH)


def test_the_plan_of_who_died_does_not_grow_again_unless_that_was_a_mistake() -> None:
    entitlement = paid_until(2)
    march = entitlement.payments["2026-03"].payment_id
    entitlement.cancel_payment(
        march, CancelReason.DECEASED, "Akt zgonu z 1 marca",
        and_later=True, by="marek-cis", on=day(3, 2),
    )  # fmt: skip
    entitlement.extend_plan(on=date(2027, 8, 2))
    assert not entitlement.plan.waiting
    planned: tuple[Payment, ...] = entitlement.plan.payments
    for payment in planned[1:]:
        entitlement.reissue_payment(payment.payment_id, date(2027, 9, 25), PaymentMethod.TRANSFER)
    entitlement.extend_plan(on=date(2028, 3, 1))
    assert "2028-02" in entitlement.payments
