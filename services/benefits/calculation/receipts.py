"""What receipts are called; the list is open, a code that is not here is shown as it is."""

from __future__ import annotations

FARM = "FARM"
"""The receipt that is counted from conversion hectares, not from an amount."""

RECEIPTS: dict[str, tuple[str, str]] = {
    "WAGE": ("wynagrodzenie za pracę", "wage"),
    "CASUAL_WORK": ("praca dorywcza", "casual work"),
    "BUSINESS": ("działalność gospodarcza", "own business"),
    FARM: ("gospodarstwo rolne", "farm"),
    "PENSION": ("emerytura", "pension"),
    "DISABILITY_PENSION": ("renta", "disability pension"),
    "SOCIAL_PENSION": ("renta socjalna", "social pension"),
    "UNEMPLOYMENT_BENEFIT": ("zasiłek dla bezrobotnych", "unemployment benefit"),
    "FAMILY_BENEFIT": ("zasiłek rodzinny z dodatkami", "family benefit"),
    "NURSING_ALLOWANCE": ("zasiłek pielęgnacyjny", "nursing allowance"),
    "NURSING_BENEFIT": ("świadczenie pielęgnacyjne", "nursing benefit"),
    "SPECIAL_CARE_ALLOWANCE": ("specjalny zasiłek opiekuńczy", "special care allowance"),
    "HOUSING_ALLOWANCE": ("dodatek mieszkaniowy", "housing allowance"),
    "MAINTENANCE": ("alimenty otrzymane", "maintenance received"),
    "PERMANENT_BENEFIT": ("zasiłek stały", "permanent benefit"),
    "PERIODIC_BENEFIT": ("zasiłek okresowy", "periodic benefit"),
    "ONE_OFF_SOCIAL_BENEFIT": ("jednorazowe świadczenie socjalne", "one-off social benefit"),
    "TARGETED_BENEFIT": ("zasiłek celowy", "targeted benefit"),
    "SCHOOL_AID": ("pomoc materialna dla uczniów", "school aid"),
    "IN_KIND": ("świadczenie w naturze", "benefit in kind"),
    "USEFUL_WORKS": ("prace społecznie użyteczne", "socially useful works"),
    "CHILD_BENEFIT": ("świadczenie wychowawcze (800+)", "child benefit (800+)"),
    "DISABILITY_SUPPLEMENT": ("świadczenie uzupełniające (500+)", "disability supplement (500+)"),
    "OTHER": ("inny przychód", "other receipt"),
}


def receipt_name(kind: str, language: str = "pl") -> str:
    """In the reader's language."""
    names = RECEIPTS.get(kind)
    return kind if names is None else names[0 if language == "pl" else 1]
