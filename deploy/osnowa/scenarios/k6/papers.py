"""What is written on the papers of K6: who the family is, what they live on, what was decided."""

from __future__ import annotations

from typing import Any

Paper = dict[str, Any]

HOME: Paper = {
    "teryt": "0264011",
    "street": "ul. Klonowa 8/2",
    "postal_code": "50-003",
    "city": "Miasto Wzorcowe",
}
WIFE: Paper = {
    "given_names": "Maria",
    "family_name": "Rodzinna",
    "number": "62462300180",
    "phone": "600 000 006",
    **HOME,
}
HUSBAND: Paper = {
    "given_names": "Karol",
    "family_name": "Rodzinny",
    "number": "59491700298",
    **HOME,
}
CHILD: Paper = {
    "given_names": "Julia",
    "family_name": "Rodzinna",
    "number": "91501100429",
    **HOME,
}
CONTACT: Paper = {
    "channel": "DESK",
    "problem": "Z powodu niepełnosprawności nie pracuje; z pensji męża nie starcza na leczenie.",
    "reasons": ["5"],
    "reported_by": "SELF",
}
INTERVIEW: Paper = {"part": "I", "on": "2026-02-10", "joint": True, "minutes": 120, "place": "HOME"}
UPDATE: Paper = {
    "part": "IV",
    "on": "2026-08-27",
    "joint": True,
    "minutes": 60,
    "place": "HOME",
    "update": {
        "why": "HALF_YEAR",
        "changes": "Od lipca mąż zarabia o 300 zł więcej; rodzina tego nie zgłosiła.",
        "conclusions": "Zasiłek stały trzeba wyliczyć na nowo.",
    },
}
DISABILITY: Paper = {
    "source": "zespol-orzekania",
    "kind": "HEALTH",
    "content": "Orzeczenie: umiarkowany stopień niepełnosprawności, na stałe.",
    "on": "2026-02-10",
}
ANSWERS: list[Paper] = [
    {"question": "Q1", "value": "YES", "text": "Umiarkowana niepełnosprawność.", "reasons": ["5"]},
    {"question": "Q2a", "value": "NO", "text": "Nie ma prawa do renty ani innych świadczeń."},
    {"question": "Q3", "value": "PARTLY", "text": "Wystarcza na żywność, na leczenie nie."},
    {"question": "Q4", "value": "YES", "text": "Dochód 605,28 zł na osobę jest poniżej 823 zł."},
    {"question": "Q5", "value": "NO", "text": "Stan majątkowy odpowiada dochodom."},
    {"question": "Q6", "value": "YES", "text": "Umiarkowany stopień (ups art. 37 ust. 1)."},
]
"""Q2b and Q7 are the social worker's: one certificate that nothing is unused answers Q2b."""

GRANT: Paper = {"kind": "GRANT", "amount": "464.62", "valid_from": "2026-02-01"}
UNCHANGED: Paper = {
    "kind": "CONFIRM",
    "reasons": "Wzrost dochodu o 150 zł nie przekracza progu 246,90 zł (ups art. 106 ust. 3b).",
}
CHANGE: Paper = {
    "kind": "CHANGE",
    "amount": "364.62",
    "valid_from": "2026-08-01",
    "reasons": "Od lipca dochód rodziny wzrósł o 300 zł (ups art. 106 ust. 3b i 5).",
}
RISE_IN_APRIL: Paper = {
    "kind": "INCOME",
    "source": "CLIENT",
    "since": "2026-04-01",
    "text": "Mąż zarabia o 150 zł więcej.",
}
RISE_IN_JULY: Paper = {
    "kind": "INCOME",
    "source": "OWN_FINDING",
    "since": "2026-07-01",
    "text": "Mąż zarabia o 300 zł więcej niż w styczniu.",
}


def income(month: str, wage: str) -> Paper:
    """Wage of the husband, nursing allowance of the wife; 800+ for the child is left out."""
    return {
        "month": month,
        "household_size": 3,
        "components": [
            {"kind": "WAGE", "amount": wage, "own": False},
            {"kind": "NURSING_ALLOWANCE", "amount": "215.84"},
            {"kind": "CHILD_BENEFIT", "amount": "800.00", "own": False},
        ],
    }


def rise(month: str, income_now: str) -> Paper:
    """The change of income since January, for the calculator."""
    return {
        "income_before": "1815.84",
        "income_now": income_now,
        "household_size": 3,
        "changed_in": month,
    }
