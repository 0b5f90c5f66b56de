"""The words of realisation: certificates expected, checks, changes, support, fees, repayments.

What a fact tells is a code of the contracts; what stays at home has its list here.
"""

from __future__ import annotations

from enum import StrEnum

from osnowa_contracts import codes

UtilisationResult = codes.UtilisationResult
UtilisationMethod = codes.UtilisationMethod
ChangeKind = codes.ChangeKind
ChangeSource = codes.ChangeSource
ContributionKind = codes.ContributionKind
Obligation = codes.Obligation
SupportForm = codes.SupportForm
RequestResult = codes.RequestResult
WaiverReason = codes.WaiverReason
RepaymentCause = codes.RepaymentCause


class Standing(StrEnum):
    """How far an expected certificate 6 has come."""

    EXPECTED = "expected"
    RECEIVED = "received"
    OVERDUE = "overdue"


class Payer(StrEnum):
    """Who pays a part of a fee (ups art. 61 ust. 1)."""

    RESIDENT = "RESIDENT"
    RELATIVE = "RELATIVE"
    GMINA = "GMINA"
