"""The shares of a decision on the fee for a home: those calculated, or what agreements say instead.

Together they are the cost of the home; the gmina pays what nobody else does (ups art. 61).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from services.benefits.calculation import CareHomeFees
from services.benefits.payments import NOTHING
from services.benefits.realisation.fees import RelativeShare, Shares
from services.benefits.realisation.values import Payer
from services.benefits.refusals.calculation import CalculationMissing
from services.benefits.refusals.home import (
    RelativeNotRegistered,
    ShareNotAgreed,
    SharesNotWholeCost,
)
from services.benefits.values import Benefit, FeeShare, Terms

RESIDENT, GMINA = "Mieszkaniec", "Gmina"


def with_shares(terms: Terms, found: CareHomeFees | None, agreed: Mapping[UUID, Decimal]) -> Terms:
    """The terms with whole shares: the calculated ones, unless others are written and agreed.

    `agreed` are the agreements on the fee, PLN a month. Raises CalculationMissing,
    RelativeNotRegistered, ShareNotAgreed, SharesNotWholeCost.
    """
    if found is None:
        raise CalculationMissing(Benefit.RESIDENTIAL_HOME.value)
    shares = _calculated(found)
    if terms.fees:
        shares = _written(terms.fees, shares, agreed)
    total = sum((share.amount for share in shares), NOTHING)
    if total != found.cost:
        raise SharesNotWholeCost(total, found.cost)
    return replace(terms, fees=shares, cost=found.cost)


def _calculated(found: CareHomeFees) -> tuple[FeeShare, ...]:
    relatives = [payer for payer in found.relatives if payer.pays > 0]
    for payer in relatives:
        if payer.obliged_id is None:
            raise RelativeNotRegistered(payer.reference)
    return (
        FeeShare(RESIDENT, found.resident, Payer.RESIDENT),
        *(FeeShare(p.reference, p.pays, Payer.RELATIVE, p.obliged_id) for p in relatives),
        FeeShare(GMINA, found.gmina, Payer.GMINA),
    )


def _written(
    written: tuple[FeeShare, ...],
    calculated: tuple[FeeShare, ...],
    agreed: Mapping[UUID, Decimal],
) -> tuple[FeeShare, ...]:
    """Each other than calculated only by an agreement; the gmina's is what is left."""
    due = {(share.kind, share.obliged_id): share.amount for share in calculated}
    for share in written:
        key = (share.kind, share.obliged_id)
        by_agreement = share.obliged_id is not None and agreed.get(share.obliged_id) == share.amount
        if share.kind is not Payer.GMINA and due.get(key) != share.amount and not by_agreement:
            raise ShareNotAgreed(share.payer)
    return written


def account_shares(decision_id: UUID, terms: Terms) -> Shares | None:
    """What the fee account takes from a decision; None where it does not name the whole cost."""
    if terms.cost is None or terms.valid_from is None:
        return None
    resident = sum((s.amount for s in terms.fees if s.kind is Payer.RESIDENT), NOTHING)
    relatives = tuple(
        RelativeShare(share.obliged_id, share.amount)
        for share in terms.fees
        if share.kind is Payer.RELATIVE and share.obliged_id is not None
    )
    return Shares(terms.valid_from, terms.cost, resident, relatives, decision_id)


def paid_by_others(terms: Terms) -> Decimal:
    """PLN a month that resident and family pay."""
    return sum((s.amount for s in terms.fees if s.kind is not Payer.GMINA), NOTHING)
