"""What is written on the papers of K1: who the client is, what was found out, what was decided."""

from __future__ import annotations

from typing import Any

Paper = dict[str, Any]

CANARY = "Kanarek 7f3a: o długu wobec brata klient mówi tylko pracownikowi socjalnemu."
"""Stands in a social worker's note; nobody else may ever hold it."""

CLIENT: Paper = {
    "given_names": "Marek",
    "family_name": "Próbny",
    "number": "84511200016",
    "teryt": "0264011",
    "street": "ul. Przykładowa 4/7",
    "postal_code": "50-001",
    "city": "Miasto Wzorcowe",
    "phone": "600 000 001",
}
CONTACT: Paper = {
    "channel": "DESK",
    "problem": "Jesienią stracił pracę; zlecenia dorywcze nie wystarczają na czynsz.",
    "reasons": ["4"],
    "reported_by": "SELF",
}
INTERVIEW: Paper = {
    "part": "I",
    "on": "2026-02-04",
    "joint": True,
    "minutes": 180,
    "place": "HOME",
}
INCOME: Paper = {
    "month": "2026-01",
    "household_size": 1,
    "components": [{"kind": "CASUAL_WORK", "amount": "610.00"}],
}
ANSWERS: list[Paper] = [
    {"question": "Q1", "value": "YES", "text": "Bezrobocie (ups art. 7 pkt 4)."},
    {"question": "Q2a", "value": "NO", "text": "Nie ma prawa do zasiłku dla bezrobotnych."},
    {"question": "Q3", "value": "PARTLY", "text": "Wystarcza na żywność, na czynsz i leki nie."},
    {"question": "Q4", "value": "YES", "text": "Dochód 610 zł jest niższy od kryterium 1010 zł."},
    {"question": "Q5", "value": "NO", "text": "Stan majątkowy odpowiada dochodom."},
    {"question": "Q6", "value": "YES", "text": "Bezrobocie (ups art. 38 ust. 1)."},
]
"""Q2b and Q7 are the social worker's: they come as certificates."""

GRANT: Paper = {
    "kind": "GRANT",
    "amount": "200.00",
    "valid_from": "2026-02-01",
    "valid_to": "2026-05-31",
    "reasons": "Dochód poniżej kryterium; bezrobocie; zawarto zasady współdziałania.",
}
SUSPENSION: Paper = {
    "kind": "SUSPEND",
    "valid_from": "2026-05-01",
    "immediate": True,
    "immediate_reason": "Dalsza wypłata utrwalałaby bezczynność (KPA art. 108).",
    "reasons": "Przerwał szkolenie bez usprawiedliwienia (ups art. 11 ust. 2).",
}
LABOUR_STATUS: Paper = {
    "status": "UNEMPLOYED",
    "as_of": "2026-02-04",
    "registered_on": "2025-09-15",
    "benefit_right": False,
}
ACTION_PLAN: Paper = {
    "plan_id": "0a5c1de0-1001-4000-8000-000000000001",
    "agreed_on": "2026-01-20",
    "until": "2026-07-31",
    "registered_days": 142,
    "goals": ["TRAINING", "EMPLOYMENT"],
}
TRAINING_STOPPED: Paper = {
    "training_id": "0a5c1de0-1001-4000-8000-000000000002",
    "kind": "TRAINING",
    "outcome": "INTERRUPTED",
    "on": "2026-04-17",
}
