"""The words of realisation: certificates expected, checks, changes, support, fees, repayments."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """How far an expected certificate 6 has come."""

    EXPECTED = "expected"
    RECEIVED = "received"
    OVERDUE = "overdue"


class UtilisationResult(StrEnum):
    """What a check of the use of a benefit found (ups art. 11 ust. 1)."""

    AS_INTENDED = "AS_INTENDED"
    PARTLY = "PARTLY"
    WASTED = "WASTED"


class UtilisationMethod(StrEnum):
    """How the use of a benefit was checked."""

    VISIT = "VISIT"
    RECEIPTS = "RECEIPTS"
    TALK = "TALK"
    REPORT_OF_OTHERS = "REPORT_OF_OTHERS"


class ChangeKind(StrEnum):
    """What changed in the client's situation (ups art. 109)."""

    INCOME = "INCOME"
    HOUSEHOLD = "HOUSEHOLD"
    HEALTH = "HEALTH"
    WORK = "WORK"
    RESIDENCE = "RESIDENCE"
    DEATH = "DEATH"
    OTHER = "OTHER"


class ChangeSource(StrEnum):
    """From whom the office learned of it."""

    CLIENT = "CLIENT"
    OWN_FINDING = "OWN_FINDING"
    SOCIAL_WORKER = "SOCIAL_WORKER"
    OTHER_INSTITUTION = "OTHER_INSTITUTION"
    REGISTER = "REGISTER"
    THIRD_PARTY = "THIRD_PARTY"


class ContributionKind(StrEnum):
    """Insurance contributions that the centre pays for a client (ups art. 36 pkt 2)."""

    HEALTH = "HEALTH"
    PENSION = "PENSION"


class Relation(StrEnum):
    """Who is obliged to support the client, in the order of ups art. 61 ust. 2."""

    SPOUSE = "SPOUSE"
    DESCENDANT = "DESCENDANT"
    ASCENDANT = "ASCENDANT"
    SIBLING = "SIBLING"


class SupportForm(StrEnum):
    """In which form support was agreed (ups art. 103)."""

    MONEY_TO_CLIENT = "MONEY_TO_CLIENT"
    MONEY_TO_CENTRE = "MONEY_TO_CENTRE"
    IN_KIND = "IN_KIND"
    RESIDENTIAL_FEE = "RESIDENTIAL_FEE"


class Payer(StrEnum):
    """Who pays a part of a fee (ups art. 61 ust. 1)."""

    RESIDENT = "RESIDENT"
    RELATIVE = "RELATIVE"
    GMINA = "GMINA"


class RequestResult(StrEnum):
    """How a request out of a social contract was answered (ups art. 39a)."""

    GRANTED = "GRANTED"
    PARTLY = "PARTLY"
    REFUSED = "REFUSED"


class WaiverReason(StrEnum):
    """Why the office waives a repayment (ups art. 104 ust. 4)."""

    TOO_GREAT_BURDEN = "TOO_GREAT_BURDEN"
    HELP_UNDONE = "HELP_UNDONE"
