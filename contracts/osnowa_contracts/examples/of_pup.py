"""Examples of the labour office in K1."""

from datetime import date

from osnowa_contracts import pup
from osnowa_contracts.examples.people import id_of
from osnowa_contracts.fact import Fact

FACTS: tuple[Fact, ...] = (
    pup.LabourStatusReported(
        status="UNEMPLOYED",
        as_of=date(2026, 2, 5),
        registered_on=date(2025, 9, 15),
        benefit_right=False,
        request_id=id_of("evidence request: Marek"),
    ),
    pup.ActionPlanReported(
        plan_id=id_of("IPD: Marek"),
        agreed_on=date(2026, 1, 20),
        until=date(2026, 9, 30),
        registered_days=143,
        goals=("TRAINING", "EMPLOYMENT"),
    ),
    pup.TrainingOutcomeReported(
        training_id=id_of("training: Marek"),
        kind="TRAINING",
        outcome="INTERRUPTED",
        on=date(2026, 4, 17),
    ),
    pup.OfferOutcomeReported(
        offer_id=id_of("offer: Marek"), outcome="NOT_HIRED", on=date(2026, 3, 12)
    ),
)
