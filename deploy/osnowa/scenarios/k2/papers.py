"""What is written on the papers of K2: who the client is, what she needs, what was ordered."""

from __future__ import annotations

from typing import Any

Paper = dict[str, Any]

CLIENT: Paper = {
    "given_names": "Helena",
    "family_name": "Wzorcowa",
    "number": "42431500047",
    "teryt": "0264011",
    "street": "ul. Lipowa 12/3",
    "postal_code": "50-002",
    "city": "Miasto Wzorcowe",
    "phone": "600 000 002",
}
CONTACT: Paper = {
    "channel": "PHONE",
    "problem": "Dzwoni córka: matka wraca 5 marca ze szpitala i sama sobie nie poradzi.",
    "reasons": ["6"],
    "reported_by": "DAUGHTER",
    "urgent": True,
}
APPLICATION: Paper = {
    "benefit_types": ["HOME_CARE"],
    "applicant": "OTHER_PERSON",
    "applicant_name": "Zofia Wzorcowa",
    "applicant_is": "DAUGHTER",
    "consent": "ORAL",
    "consent_on": "2026-03-02",
}
INTERVIEW: Paper = {"part": "I", "on": "2026-03-03", "minutes": 120, "place": "FIELD"}
MEDICAL_CERTIFICATE: Paper = {
    "source": "szpital",
    "kind": "HEALTH",
    "content": "Załącznik 1: potrzebna pomoc w samoobsłudze; bez zakażeń; bez usług specjalist.",
    "on": "2026-03-03",
}
INCOME: Paper = {
    "month": "2026-02",
    "household_size": 1,
    "components": [{"kind": "PENSION", "amount": "1400.00"}],
}
ANSWERS: list[Paper] = [
    {"question": "Q1", "value": "YES", "text": "Długotrwała choroba (ups art. 7 pkt 6)."},
    {"question": "Q2a", "value": "NO", "text": "Ma emeryturę; innych uprawnień brak."},
    {"question": "Q3", "value": "NO", "text": "Nie przygotuje posiłku ani nie umyje się sama."},
    {"question": "Q4", "value": "NO", "text": "Dochód 1400 zł: 138,61 % kryterium."},
    {"question": "Q5", "value": "NO", "text": "Stan majątkowy odpowiada dochodom."},
    {"question": "Q6", "value": "YES", "text": "Samotna, wymaga pomocy (ups art. 50 ust. 1)."},
]
IMMEDIATE: Paper = {
    "immediate": True,
    "immediate_reason": "Wraca ze szpitala i nie może zostać bez opieki (KPA art. 108).",
}
GRANT: Paper = {
    "kind": "GRANT",
    "valid_from": "2026-03-06",
    "valid_to": "2026-08-31",
    "service": {"hours_per_day": "2", "days": "working", "fee_per_hour": "3.50"},
    **IMMEDIATE,
}
CHANGE: Paper = {
    "kind": "CHANGE",
    "valid_from": "2026-04-01",
    "valid_to": "2026-08-31",
    "service": {"hours_per_day": "3", "days": "working", "fee_per_hour": "3.50"},
    **IMMEDIATE,
}
CONTRACTOR: Paper = {
    "unit": "ngo-opiekun",
    "full_name": "Stowarzyszenie Opiekun",
    "nip": "1220781342",
    "regon": "730295378",
    "krs": "0000123456",
    "services": ["HOME_CARE"],
}
ACTIVITIES = ["HYGIENE", "MEALS", "HOUSEHOLD"]
ORDER: Paper = {
    "service": "HOME_CARE",
    "contractor": "ngo-opiekun",
    "scope": {"hours_per_day": "2", "activities": ACTIVITIES, "days": "working"},
    "sheet": {
        "given_names": "Helena",
        "family_name": "Wzorcowa",
        "birth_date": "2142-03-15",
        "address": {
            "street": "ul. Lipowa 12/3",
            "postal_code": "50-002",
            "city": "Miasto Wzorcowe",
        },
        "phone": "600 000 002",
        "contacts": [
            {"name": "Zofia Wzorcowa", "relation": "DAUGHTER", "phone": "600 000 003"},
        ],
        "health_needs": ["LIMITED_MOBILITY"],
        "risks": ["FALL"],
        "access": "Domofon 3; klucz ma córka.",
    },
}
NEED: Paper = {"service": "HOME_CARE", "hours_per_day": "3", "valid_from": "2026-04-01"}
HOSPITAL: Paper = {
    "absent_from": "2026-03-17",
    "absent_to": "2026-03-18",
    "reason": "HOSPITAL",
}


def schedule(version: int, valid_from: str, until: str) -> Paper:
    """Danuta comes every working day at ten."""
    slots = [{"weekday": day, "start": "10:00", "end": until} for day in range(1, 6)]
    return {
        "order_version": version,
        "valid_from": valid_from,
        "slots": slots,
        "carer_id": "danuta-malwa",
    }
