"""What is written on the papers of K3: who the client is, what he needs, who pays for the home."""

from __future__ import annotations

from typing import Any

Paper = dict[str, Any]

ADDRESS: Paper = {
    "street": "ul. Klonowa 8/2",
    "postal_code": "50-003",
    "city": "Miasto Wzorcowe",
}
CLIENT: Paper = {
    "given_names": "Stanisław",
    "family_name": "Przykładny",
    "number": "43451000010",
    "teryt": "0264011",
    "phone": "600 000 004",
    **ADDRESS,
}
FALL: Paper = {
    "channel": "PHONE",
    "problem": "Upadł w domu; córka pracuje i nie może być przy nim w dzień.",
    "reasons": ["6"],
    "reported_by": "DAUGHTER",
    "urgent": True,
}
NOT_ENOUGH: Paper = {
    "channel": "DESK",
    "problem": "Usługi w domu nie wystarczają: w nocy wychodzi i nie poznaje ulicy.",
    "reasons": ["6"],
    "reported_by": "SELF",
}
VISIT_IN_MARCH: Paper = {"part": "I", "on": "2026-03-03", "minutes": 120, "place": "HOME"}
VISIT_IN_APRIL: Paper = {"part": "I", "on": "2026-04-14", "minutes": 180, "place": "HOME"}
HEALTH: Paper = {
    "source": "przychodnia",
    "kind": "HEALTH",
    "content": "Wymaga całodobowej opieki z powodu wieku i choroby (ups art. 54 ust. 1).",
    "on": "2026-04-14",
}
CERTIFICATE: Paper = {"has_unused": False, "known": "WITH_CLIENTS_KNOWLEDGE"}


def income(month: str) -> Paper:
    """His pension, and nobody else in the household."""
    return {
        "month": month,
        "household_size": 1,
        "components": [{"kind": "PENSION", "amount": "2400.00"}],
    }


def answers(needs: str, conditions: str) -> list[Paper]:
    """The questions of the assessment; needs and conditions are those of the benefit."""
    return [
        {"question": "Q1", "value": "YES", "text": "Długotrwała choroba (ups art. 7 pkt 6)."},
        {"question": "Q2a", "value": "NO", "text": "Ma emeryturę; innych uprawnień brak."},
        {"question": "Q3", "value": "NO", "text": needs},
        {"question": "Q4", "value": "NO", "text": "Dochód 2400 zł: 237,62 % kryterium."},
        {"question": "Q5", "value": "NO", "text": "Stan majątkowy odpowiada dochodom."},
        {"question": "Q6", "value": "YES", "text": conditions},
    ]


HOME_CARE_ANSWERS = answers(
    "Nie przygotuje posiłku ani nie umyje się sam.",
    "Samotny, wymaga pomocy innych osób (ups art. 50 ust. 1).",
)
HOME_ANSWERS = answers(
    "Usługi w miejscu zamieszkania nie wystarczają: potrzebna jest opieka także w nocy.",
    "Wymaga całodobowej opieki, usług w domu nie da się zwiększyć (ups art. 54 ust. 1).",
)
CONSENT: Paper = {"answer": "AGREED", "by": "PERSON", "on": "2026-04-14"}


def home_care(fee_per_hour: str) -> Paper:
    """Two hours each working day, at once."""
    return {
        "kind": "GRANT",
        "valid_from": "2026-03-06",
        "valid_to": "2026-08-31",
        "service": {"hours_per_day": "2", "days": "working", "fee_per_hour": fee_per_hour},
        "immediate": True,
        "immediate_reason": "Po upadku nie może zostać bez opieki (KPA art. 108).",
    }


CONTRACTOR: Paper = {
    "unit": "ngo-opiekun",
    "full_name": "Stowarzyszenie Opiekun",
    "nip": "1220781342",
    "regon": "730295378",
    "krs": "0000123456",
    "services": ["HOME_CARE"],
}
ORDER: Paper = {
    "service": "HOME_CARE",
    "contractor": "ngo-opiekun",
    "scope": {"hours_per_day": "2", "activities": ["HYGIENE", "MEALS"], "days": "working"},
    "sheet": {
        "given_names": "Stanisław",
        "family_name": "Przykładny",
        "birth_date": "2143-05-10",
        "address": ADDRESS,
        "phone": "600 000 004",
        "contacts": [
            {"name": "Anna Przykładowa", "relation": "DAUGHTER", "phone": "600 000 005"},
        ],
        "health_needs": ["LIMITED_MOBILITY"],
        "risks": ["FALL"],
        "access": "Klucz ma córka.",
    },
}
SCHEDULE: Paper = {
    "order_version": 1,
    "valid_from": "2026-03-06",
    "slots": [{"weekday": day, "start": "07:30", "end": "09:30"} for day in range(1, 6)],
    "carer_id": "danuta-malwa",
}
HOME = "DPS „Pod Lipami”"
DAUGHTER: Paper = {
    "name": "Anna Przykładowa",
    "relation": "DESCENDANT",
    "income": "5000.00",
    "household_size": 1,
}
AGREEMENT: Paper = {
    "amount": "1970.00",
    "form": "RESIDENTIAL_FEE",
    "valid_from": "2026-06-01",
}


def cost(daughter: str) -> Paper:
    """The average monthly cost as announced; what the daughter agreed is in the register."""
    return {
        "cost": "7200.00",
        "relatives": [
            {
                "reference": "córka",
                "relation": "DESCENDANT",
                "income": "5000.00",
                "household_size": 1,
                "obliged_id": daughter,
            }
        ],
    }


REFERRAL: Paper = {"kind": "REFERRAL", "home": HOME}
FEE: Paper = {"kind": "FEE", "valid_from": "2026-06-01"}
WAITING: Paper = {"informed_on": "2026-04-27", "expected_on": "2026-06-15"}
PLACEMENT: Paper = {"kind": "PLACEMENT", "valid_from": "2026-06-15", "home": HOME}
SHEET: Paper = {
    "contacts": [{"name": "Anna Przykładowa", "relation": "córka", "phone": "600 000 005"}],
    "health_needs": [{"what": "Całodobowa opieka"}, {"what": "Pomoc przy myciu i ubieraniu"}],
    "risks": [{"what": "Upadki"}, {"what": "Wychodzi w nocy"}],
    "aids": [{"what": "Balkonik"}],
    "diet": "lekkostrawna",
    "doctor": "Przychodnia przy ul. Klonowej",
}
