"""What a draft must say before anybody may sign it (KPA 107; `domain.md` C1, C8)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from chassis.calendar import Month
from services.benefits.calculation import Entitled, Fee, Range
from services.benefits.calculation.money import GROSZ
from services.benefits.kinds import KINDS
from services.benefits.payments import granted_in_all
from services.benefits.realisation.refusals import TooManyInstalments
from services.benefits.refusals.calculation import CalculationMissing
from services.benefits.refusals.drafting import (
    AmountOutsideRange,
    BeforeApplication,
    CriterionNotMet,
    FeeDiffers,
    KindNotHere,
    NotFirstOfMonth,
    NotLess,
    NotWholeMonths,
    TermsIncomplete,
)
from services.benefits.refusals.general import PeriodReversed
from services.benefits.refusals.giving import (
    LoanRepaidWhole,
    MoreThanGranted,
    NothingToBePaidBack,
    OnlyToBePaidBack,
    RepaidBeforeGiven,
)
from services.benefits.values import (
    CARE,
    DELIVERED,
    GRANTING,
    LOAN,
    ON_REVIEW,
    ONCE,
    PAID_ONCE,
    RETURNABLE,
    WHOLE_MONTHS,
    AnswerValue,
    Benefit,
    DecisionKind,
    Repay,
    ServiceScope,
    Terms,
)

BY_FORMULA = frozenset({Benefit.PERIODIC, Benefit.PERMANENT, Benefit.SPECIAL_TARGETED}) | PAID_ONCE
"""Whose amount the act limits, so that none is granted without its calculation."""
BY_CRITERION = frozenset(
    {
        Benefit.PERMANENT,
        Benefit.PERIODIC,
        Benefit.TARGETED,
        Benefit.CONTRACT_TARGETED,
        Benefit.ECONOMIC_INDEPENDENCE,
        Benefit.IN_KIND,
        Benefit.CLOTHING,
    }
)
"""Given where the income meets the criterion (ups art. 8 ust. 1)."""
HOMES = frozenset({DecisionKind.REFERRAL, DecisionKind.PLACEMENT})


def check_terms(
    kind: DecisionKind,
    benefit: Benefit,
    terms: Terms,
    result: Range | None,
    fee: Fee | None,
    *,
    current: Decimal | None = None,
    right: Entitled | None = None,
) -> None:
    """Raises what the draft of this kind lacks, or where it departs from the calculation.

    `current` is the amount a month of the benefit that is reviewed.
    """
    rule = KINDS[kind]
    if terms.immediate and not terms.immediate_reason.strip():
        raise TermsIncomplete("immediate_reason")
    if rule.ground and terms.ground is None:
        raise TermsIncomplete("ground")
    if rule.period:
        _check_period(kind, benefit, terms)
    if kind in GRANTING and benefit in DELIVERED:
        _check_right(benefit, terms, right)
    if kind in GRANTING:
        _check_repaid(benefit, terms, result, right)
    elif terms.repay is not None:
        raise NothingToBePaidBack
    _check_own(kind, benefit, terms, result, fee, current)
    if terms.in_full and kind is not DecisionKind.GRANT:
        raise KindNotHere(kind.value)


def check_ruling(kind: DecisionKind, benefit: Benefit, terms: Terms, *, changes: bool) -> None:
    """Raises what the board's own decision lacks to be carried out; its amounts bind as they are.

    `changes` says whether there is a benefit that it can change.
    """
    if not changes and kind in ON_REVIEW | {DecisionKind.UNDUE}:
        raise KindNotHere(kind.value)
    if KINDS[kind].period:
        _check_period(kind, benefit, terms)
    if kind is DecisionKind.UNDUE:
        _check_undue(terms)
    elif kind in GRANTING or kind is DecisionKind.CHANGE:
        _check_granted(benefit, terms)
    if terms.repay is not None:
        if kind not in GRANTING:
            raise NothingToBePaidBack
        _check_instalments(terms.repay)


def _check_granted(benefit: Benefit, terms: Terms) -> None:
    if benefit in CARE:
        if terms.service is None:
            raise TermsIncomplete("service")
    elif terms.amount is None and benefit in DELIVERED:
        return
    elif terms.amount is None or terms.amount <= 0:
        raise TermsIncomplete("amount")


def _check_undue(terms: Terms) -> None:
    if terms.amount is None or terms.amount <= 0:
        raise TermsIncomplete("amount")
    if not terms.months:
        raise TermsIncomplete("months")


def _check_own(
    kind: DecisionKind,
    benefit: Benefit,
    terms: Terms,
    result: Range | None,
    fee: Fee | None,
    current: Decimal | None,
) -> None:
    """What only this kind of decision says."""
    if kind in GRANTING or kind is DecisionKind.CHANGE:
        _check_content(benefit, terms, result, fee)
    elif kind is DecisionKind.LIMIT:
        _check_limit(terms, current)
    elif kind in HOMES and not terms.home.strip():
        raise TermsIncomplete("home")
    elif kind is DecisionKind.FEE and not terms.fees:
        raise TermsIncomplete("fees")
    elif kind is DecisionKind.UNDUE:
        _check_undue(terms)


def _check_period(kind: DecisionKind, benefit: Benefit, terms: Terms) -> None:
    if terms.valid_from is None:
        raise TermsIncomplete("valid_from")
    if terms.valid_to is not None and terms.valid_to < terms.valid_from:
        raise PeriodReversed
    if kind in GRANTING and terms.valid_to is None and benefit is not Benefit.PERMANENT:
        raise TermsIncomplete("valid_to")
    first_of_month = terms.valid_from.day == 1 or kind is DecisionKind.CONTINUE
    if kind in ON_REVIEW and benefit not in CARE and not first_of_month:
        raise NotFirstOfMonth(terms.valid_from)
    if kind in GRANTING and benefit in WHOLE_MONTHS:
        _check_whole_months(terms.valid_from, terms.valid_to)


def _check_whole_months(first: date, last: date | None) -> None:
    """Within one month, or from a first day to a last one: never the parts of two."""
    if last is None or (first.year, first.month) == (last.year, last.month):
        return
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        raise NotWholeMonths


def check_beginning(kind: DecisionKind, terms: Terms, filed_on: date) -> None:
    """Nothing is granted for the time before the month of the application (ups art. 106(3))."""
    begins = Month.of(filed_on)
    if kind in GRANTING and terms.valid_from is not None and terms.valid_from < begins.first:
        raise BeforeApplication(str(begins))


def _check_content(benefit: Benefit, terms: Terms, result: Range | None, fee: Fee | None) -> None:
    if benefit in ONCE and not terms.need.strip():
        raise TermsIncomplete("need")
    _check_granted(benefit, terms)
    if terms.service is not None and benefit in CARE:
        _check_fee(benefit, terms.service, fee)
    elif terms.amount is not None and (benefit in BY_FORMULA or result is not None):
        _check_amount(benefit, terms.amount, result)


def _check_right(benefit: Benefit, terms: Terms, right: Entitled | None) -> None:
    """Help in kind and services are given where the calculation found a right to them."""
    if right is None:
        raise CalculationMissing(benefit.value)
    if not right.free and (benefit not in RETURNABLE or terms.repay is None):
        raise OnlyToBePaidBack(benefit.value)


def check_criterion(benefit: Benefit, met: AnswerValue | None) -> None:
    """Raises CriterionNotMet where question 4 was answered no and the act knows no exception.

    A loss, a special benefit, burial, a ticket and services do not depend on it, or differently.
    """
    if benefit in BY_CRITERION and met is AnswerValue.NO:
        raise CriterionNotMet(benefit.value)


def _check_repaid(
    benefit: Benefit, terms: Terms, result: Range | None, right: Entitled | None
) -> None:
    """Where the calculation says so, the decision says what is paid back; else nothing is."""
    repay = terms.repay
    in_kind = benefit in DELIVERED and right is not None and not right.free
    if not in_kind and not (result is not None and result.to_be_paid_back):
        if repay is not None:
            raise NothingToBePaidBack
        return
    if repay is None:
        raise TermsIncomplete("repay")
    if terms.amount is None:
        raise TermsIncomplete("amount")
    granted = granted_in_all(benefit, terms)
    if benefit is LOAN and repay.amount != granted:
        raise LoanRepaidWhole(granted)
    if repay.amount > granted:
        raise MoreThanGranted(repay.amount, granted)
    _check_instalments(repay)
    if terms.valid_from is not None and repay.first_due < terms.valid_from:
        raise RepaidBeforeGiven(terms.valid_from)


def _check_instalments(repay: Repay) -> None:
    if repay.amount < GROSZ * repay.instalments:
        raise TooManyInstalments(int(repay.amount / GROSZ))


def _check_limit(terms: Terms, current: Decimal | None) -> None:
    if terms.amount is None and terms.service is None:
        raise TermsIncomplete("amount")
    if terms.amount is not None and current is not None and terms.amount >= current:
        raise NotLess(terms.amount, current)


def _check_fee(benefit: Benefit, service: ServiceScope, fee: Fee | None) -> None:
    if service.hours_per_day <= 0:
        raise TermsIncomplete("hours_per_day")
    if fee is None and benefit is Benefit.HOME_CARE:
        raise CalculationMissing(benefit.value)
    if fee is not None and service.fee_per_hour != fee.fee_per_hour:
        raise FeeDiffers(service.fee_per_hour, fee.fee_per_hour)


def _check_amount(benefit: Benefit, amount: Decimal, result: Range | None) -> None:
    if result is None:
        raise CalculationMissing(benefit.value)
    if not result.minimum <= amount <= result.maximum:
        raise AmountOutsideRange(amount, result.minimum, result.maximum)
