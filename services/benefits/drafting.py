"""What a draft must say before anybody may sign it (KPA 107; `domain.md` C1, C8)."""

from __future__ import annotations

from decimal import Decimal

from services.benefits.calculation import Fee, Range
from services.benefits.refusals import (
    AmountOutsideRange,
    CalculationMissing,
    FeeDiffers,
    KindNotHere,
    NotFirstOfMonth,
    PeriodReversed,
    TermsIncomplete,
)
from services.benefits.values import (
    CARE,
    GRANTING,
    ON_REVIEW,
    Benefit,
    DecisionKind,
    ServiceScope,
    Terms,
)

BY_FORMULA = frozenset({Benefit.PERIODIC, Benefit.PERMANENT})


def check_terms(
    kind: DecisionKind, benefit: Benefit, terms: Terms, result: Range | None, fee: Fee | None
) -> None:
    """Raises what the draft of this kind lacks, or where it departs from the calculation."""
    if terms.immediate and not terms.immediate_reason.strip():
        raise TermsIncomplete("immediate_reason")
    if kind in GRANTING | ON_REVIEW:
        _check_period(kind, benefit, terms)
    if kind in GRANTING or kind is DecisionKind.CHANGE:
        _check_content(benefit, terms, result, fee)
    if terms.in_full and kind is not DecisionKind.GRANT:
        raise KindNotHere(kind.value)


def _check_period(kind: DecisionKind, benefit: Benefit, terms: Terms) -> None:
    if terms.valid_from is None:
        raise TermsIncomplete("valid_from")
    if terms.valid_to is not None and terms.valid_to < terms.valid_from:
        raise PeriodReversed
    if kind in GRANTING and terms.valid_to is None and benefit is not Benefit.PERMANENT:
        raise TermsIncomplete("valid_to")
    if kind in ON_REVIEW and benefit not in CARE and terms.valid_from.day != 1:
        raise NotFirstOfMonth(terms.valid_from)


def _check_content(benefit: Benefit, terms: Terms, result: Range | None, fee: Fee | None) -> None:
    if benefit in CARE:
        if terms.service is None:
            raise TermsIncomplete("service")
        _check_fee(benefit, terms.service, fee)
    else:
        if terms.amount is None:
            raise TermsIncomplete("amount")
        _check_amount(benefit, terms.amount, result)


def _check_fee(benefit: Benefit, service: ServiceScope, fee: Fee | None) -> None:
    if service.hours_per_day <= 0:
        raise TermsIncomplete("hours_per_day")
    if benefit is not Benefit.HOME_CARE:
        return
    if fee is None:
        raise CalculationMissing(benefit.value)
    if service.fee_per_hour != fee.fee_per_hour:
        raise FeeDiffers(service.fee_per_hour, fee.fee_per_hour)


def _check_amount(benefit: Benefit, amount: Decimal, result: Range | None) -> None:
    if benefit not in BY_FORMULA:
        if amount <= 0:
            raise TermsIncomplete("amount")
        return
    if result is None:
        raise CalculationMissing(benefit.value)
    if not result.minimum <= amount <= result.maximum:
        raise AmountOutsideRange(amount, result.minimum, result.maximum)
