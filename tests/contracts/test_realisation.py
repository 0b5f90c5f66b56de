"""Who hears what follows a decision: social work may read it, nobody outside the office does."""

from osnowa_contracts import benefits, service_orders, socialwork
from osnowa_contracts.examples import example
from osnowa_contracts.examples.of_realisation import FACTS
from osnowa_contracts.fact import Confidentiality, Form, Publisher, reduced
from osnowa_contracts.visibility import form_for

OUTSIDE = (Publisher.INTAKE, Publisher.CONTRACTOR, Publisher.PUP)
FOR_SERVICES = {
    benefits.BenefitLimited,
    benefits.BenefitRevoked,
    benefits.BenefitPeriodEnded,
    benefits.PlaceAwaited,
    benefits.ResidentAdmitted,
    benefits.ResidentDischarged,
}
"""The service organisation is told that a benefit changed or ended, who moved, and no amount."""


def test_nobody_outside_the_office_hears_what_is_paid_owed_or_watched() -> None:
    for fact in FACTS:
        for kind in OUTSIDE:
            assert form_for(fact, kind) is Form.NOTHING, f"{fact.type()} to {kind}"
        services = form_for(fact, Publisher.SERVICE_ORDERS)
        assert services is (Form.SUMMARY if type(fact) in FOR_SERVICES else Form.NOTHING)


def test_the_social_worker_may_read_the_benefit_file() -> None:
    assert {form_for(fact, Publisher.SOCIALWORK) for fact in FACTS} == {Form.FULL}


def test_what_was_seen_of_a_client_is_sensitive_and_no_summary_tells_an_amount() -> None:
    for cls in (benefits.UtilisationChecked, benefits.ChangeOfCircumstancesReported):
        assert cls.CONFIDENTIALITY is Confidentiality.SENSITIVE
    for fact in FACTS:
        told = reduced(fact.model_dump(mode="json"), type(fact), Form.SUMMARY)
        assert not told.keys() & {"amount", "rest", "client", "relatives", "gmina"}


def test_a_request_out_of_a_contract_carries_codes_and_never_a_text() -> None:
    request = example(socialwork.ContractBenefitRequested)
    told = request.model_dump(mode="json")
    assert set(told) == {
        "request_id", "contract_id", "benefit", "amount", "provisions", "on", "case_id",
    }  # fmt: skip
    assert form_for(request, Publisher.BENEFITS) is Form.FULL


def test_benefits_hears_the_fee_that_it_collects_and_of_visits_nothing() -> None:
    settled = example(service_orders.OrderSettled)
    assert form_for(settled, Publisher.BENEFITS) is Form.FULL
    visit = example(service_orders.VisitCompleted)
    assert form_for(visit, Publisher.BENEFITS) is Form.NOTHING
