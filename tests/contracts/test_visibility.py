"""Who is told what: every cell of the matrix is decided, and what must never be told is not."""

from datetime import date
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits, contractor, intake, pup, service_orders, socialwork
from osnowa_contracts.benefits import ServiceGrant
from osnowa_contracts.examples import EXAMPLES, example
from osnowa_contracts.fact import (
    Confidentiality,
    Counted,
    Fact,
    Form,
    Personal,
    Publisher,
    all_facts,
    reduced,
)
from osnowa_contracts.visibility import KINDS, MATRIX, form_for, narrow, only_by, recipients


def test_every_cell_is_decided_and_says_why() -> None:
    assert set(MATRIX) == set(all_facts().values())
    assert set(KINDS) == set(Publisher)
    for cls, row in MATRIX.items():
        assert set(row.forms) == set(Publisher), cls.type()
        assert row.why


def test_what_a_fact_says_never_widens_its_form() -> None:
    order = [Form.NOTHING, Form.EXISTENCE, Form.COUNT, Form.SUMMARY, Form.FULL]
    for cls, fact in EXAMPLES.items():
        for kind in Publisher:
            most = order.index(form_for(cls, kind))
            assert order.index(form_for(fact, kind)) <= most, f"{cls.type()} to {kind}"


def test_an_unknown_fact_is_told_to_nobody() -> None:
    class Rumour(Fact):
        """Nobody decided who may see this."""

        PUBLISHER = Publisher.BENEFITS
        CONFIDENTIALITY = Confidentiality.CASE

    assert {form_for(Rumour(), kind) for kind in Publisher} == {Form.NOTHING}
    assert recipients(Rumour) == {}


def test_statistics_are_told_counts_and_nothing_else() -> None:
    for cls in all_facts().values():
        form = form_for(cls, Publisher.REPORTING)
        countable = bool(cls.fields_marked(Counted) - cls.fields_marked(Personal))
        if cls.PUBLISHER is Publisher.CONTRACTOR:  # counted once, as service-orders states it
            assert form is Form.NOTHING, cls.type()
        else:
            assert form is (Form.COUNT if countable else Form.NOTHING), cls.type()
        for kind in Publisher:
            if kind is not Publisher.REPORTING:
                assert form_for(cls, kind) is not Form.COUNT


def test_notes_diagnoses_and_actions_never_reach_benefits() -> None:
    for cls in (
        socialwork.DiagnosisRecorded,
        socialwork.OfficialNoteWritten,
        socialwork.SocialWorkActionRecorded,
        socialwork.SocialWorkOpened,
        socialwork.SocialWorkerAssigned,
    ):
        told = {kind for kind in Publisher if form_for(cls, kind) is not Form.NOTHING}
        assert told == {Publisher.SOCIALWORK, Publisher.REPORTING}


def test_certificates_reach_benefits_in_full() -> None:
    for cls in (
        socialwork.UnusedResourcesCertified,
        socialwork.CooperationTermsSet,
        socialwork.CooperationCertified,
    ):
        assert form_for(cls, Publisher.BENEFITS) is Form.FULL


def test_no_free_text_reaches_benefits_from_social_work() -> None:
    """T2: ids, codes, dates, numbers and booleans only; a canary sentence fits no field."""
    for cls in all_facts().values():
        if cls.PUBLISHER is not Publisher.SOCIALWORK:
            continue
        if form_for(cls, Publisher.BENEFITS) in (Form.NOTHING, Form.EXISTENCE):
            continue
        for name, schema in cls.model_json_schema(mode="serialization")["properties"].items():
            for text in _strings(schema):
                assert "pattern" in text or "format" in text, f"{cls.type()}.{name}"
        for name in cls.model_fields:
            with pytest.raises(ValueError, match="validation error"):
                _with(cls, name, "Klientka płakała i prosiła, żeby nikomu nie mówić.")


def _strings(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if schema.get("type") == "string" else []
    for inner in (*schema.get("anyOf", ()), schema.get("items", {})):
        found += _strings(inner) if inner else []
    return found


def _with(cls: type[Fact], name: str, value: str) -> Fact:
    data = EXAMPLES[cls].model_dump()
    many = get_origin(cls.model_fields[name].annotation) is tuple
    return cls.model_validate({**data, name: [value] if many else value})


def test_a_contractor_sees_a_service_decision_as_scope_hours_and_fee() -> None:
    decision = _decision_for_a_service()
    assert form_for(decision, Publisher.CONTRACTOR) is Form.SUMMARY
    told = reduced(decision.model_dump(mode="json"), benefits.DecisionIssued, Form.SUMMARY)
    assert told["service"]["fee_per_hour"] == "3.50"
    assert "amount" not in told


def test_a_contractor_hears_nothing_of_a_benefit_in_money() -> None:
    assert form_for(example(benefits.DecisionIssued), Publisher.CONTRACTOR) is Form.NOTHING


def test_first_contact_sees_a_decision_but_no_fee() -> None:
    assert form_for(example(benefits.DecisionIssued), Publisher.INTAKE) is Form.SUMMARY
    assert form_for(_decision_for_a_service(), Publisher.INTAKE) is Form.EXISTENCE


def test_the_labour_office_is_asked_for_labour_status_only() -> None:
    asked = example(benefits.EvidenceRequested)
    assert form_for(asked, Publisher.PUP) is Form.FULL
    other = asked.model_copy(update={"kind": "HEALTH"})
    assert form_for(other, Publisher.PUP) is Form.NOTHING


def test_the_labour_office_hears_of_no_decision_income_or_certificate() -> None:
    platforms = {"AccessEnded", "PersonsMerged", "PersonMergeUndone"}
    told = {c for c in MATRIX if Publisher.PUP in recipients(c) and c.name() not in platforms}
    assert {cls.name() for cls in told} == {
        "PersonRegistered",
        "PersonDataCorrected",
        "EvidenceRequested",
        "ContractorRegistered",
        "EntryExists",
    }


def test_violence_named_at_first_contact_does_not_reach_benefits() -> None:
    contact = example(intake.ContactRegistered).model_copy(update={"reasons": ("7",)})
    crisis = example(intake.ContactTriaged).model_copy(update={"outcome": "CRISIS_VIOLENCE"})
    for fact in (contact, crisis):
        assert form_for(fact, Publisher.BENEFITS) is Form.NOTHING
        assert form_for(fact, Publisher.SOCIALWORK) is Form.FULL


def test_what_is_confined_to_the_blue_card_reaches_social_work_only() -> None:
    class Confined(socialwork.SocialWorkOpened):
        """Like any other, but of a Blue Card."""

        CONFIDENTIALITY = Confidentiality.BLUE_CARD

    Confined.__name__ = "SocialWorkOpened"
    told = {kind for kind in Publisher if form_for(Confined, kind) is not Form.NOTHING}
    assert told == {Publisher.SOCIALWORK}


def test_what_a_contractor_says_is_told_to_who_ordered_and_to_nobody_else() -> None:
    for cls in all_facts().values():
        if cls.PUBLISHER is Publisher.CONTRACTOR and cls.__module__ == contractor.__name__:
            assert recipients(cls) == {Publisher.SERVICE_ORDERS: Form.FULL}


def test_a_contractor_is_told_of_its_own_orders_only() -> None:
    placed = example(service_orders.OrderPlaced)
    assert only_by(placed, Publisher.CONTRACTOR) == placed.order_id
    assert only_by(placed, Publisher.SOCIALWORK) is None
    assert only_by(example(pup.ActionPlanReported), Publisher.CONTRACTOR) is None
    assert isinstance(only_by(placed, Publisher.CONTRACTOR), UUID)


def test_benefits_sees_an_order_without_the_client_sheet() -> None:
    placed = example(service_orders.OrderPlaced)
    assert form_for(placed, Publisher.BENEFITS) is Form.SUMMARY
    told = reduced(placed.model_dump(mode="json"), type(placed), Form.SUMMARY)
    assert "client_sheet" not in told
    assert told["hours_per_day"] == "2"


def test_narrowing_leaves_alone_what_it_has_no_rule_for() -> None:
    for fact in EXAMPLES.values():
        assert narrow(fact, Publisher.SOCIALWORK, Form.FULL) is Form.FULL


def _decision_for_a_service() -> benefits.DecisionIssued:
    return benefits.DecisionIssued(
        case_id=uuid4(),
        decision_id=uuid4(),
        number="MOPS/CARE/9/2026",
        kind="GRANT",
        benefit="HOME_CARE",
        period_from=date(2026, 3, 6),
        period_to=date(2026, 8, 31),
        immediate=True,
        service=ServiceGrant.model_validate(
            {"service": "HOME_CARE", "hours_per_day": "2", "fee_per_hour": "3.50"}
        ),
    )


def test_all_optional_fields_allow_none() -> None:
    for cls in all_facts().values():
        for name, field in cls.model_fields.items():
            if field.default is None:
                assert get_origin(field.annotation) in (UnionType, Union), name
                assert NoneType in get_args(field.annotation), f"{cls.type()}.{name}"
