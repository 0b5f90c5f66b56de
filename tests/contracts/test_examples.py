"""Every fact by its example: what comes back from the wire, and what a reduced form drops."""

import re

import pytest
from osnowa_contracts import benefits
from osnowa_contracts.envelope import MAX_BYTES, Envelope
from osnowa_contracts.examples import EXAMPLES, envelope_for, example
from osnowa_contracts.fact import Fact, Form, Personal, all_facts, find, reduced
from osnowa_contracts.reading import parse

EVERY = sorted(EXAMPLES.values(), key=lambda fact: fact.type())
every_fact = pytest.mark.parametrize("fact", EVERY, ids=lambda fact: fact.type())


def test_every_fact_has_an_example() -> None:
    assert set(EXAMPLES) == set(all_facts().values())


@every_fact
def test_an_example_comes_back_from_the_wire_as_it_was(fact: Fact) -> None:
    cls = find(fact.type())
    assert cls is not None
    assert cls.model_validate_json(fact.model_dump_json()) == fact


@every_fact
def test_an_envelope_comes_back_from_its_bytes(fact: Fact) -> None:
    envelope = envelope_for(fact)
    raw = envelope.to_bytes()
    assert len(raw) < MAX_BYTES / 16
    again = Envelope.from_bytes(raw)
    assert again == envelope
    assert again.to_bytes() == raw
    assert again.fact_name == fact.name()
    assert parse(again) == fact


@every_fact
@pytest.mark.parametrize("form", [Form.SUMMARY, Form.COUNT, Form.EXISTENCE])
def test_no_personal_field_survives_a_reduced_form(fact: Fact, form: Form) -> None:
    cls = type(fact)
    told = reduced(fact.model_dump(mode="json"), cls, form)
    assert not told.keys() & cls.fields_marked(Personal)
    if form is Form.EXISTENCE:
        assert told == {}


@every_fact
@pytest.mark.parametrize("form", [Form.SUMMARY, Form.COUNT])
def test_a_reduced_fact_is_read_as_its_class_and_the_rest_is_none(fact: Fact, form: Form) -> None:
    envelope = Envelope.from_bytes(envelope_for(fact, form=form).to_bytes())
    read = parse(envelope)
    assert isinstance(read, type(fact))
    for name in type(fact).model_fields:
        expected = getattr(fact, name) if name in envelope.data else None
        assert getattr(read, name) == expected, name


def test_a_count_names_nobody() -> None:
    for fact in EVERY:
        assert envelope_for(fact, form=Form.COUNT).subject is None


def test_no_amount_of_a_benefit_in_money_is_in_a_summary() -> None:
    for fact in EVERY:
        told = reduced(fact.model_dump(mode="json"), type(fact), Form.SUMMARY)
        assert not told.keys() & {"amount", "total", "per_capita", "fee_total", "proposed"}


def test_no_example_holds_a_pesel() -> None:
    for fact in EVERY:
        without_ids = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", str(fact))
        assert not re.search(r"(?<!\d)\d{11}(?!\d)", without_ids), fact.type()


def test_no_mark_hides_inside_an_optional() -> None:
    """`Annotated[str, Personal()] | None` would lose its mark; it must be outside."""
    for cls in all_facts().values():
        for name, field in cls.model_fields.items():
            assert "Personal" not in repr(field.annotation), f"{cls.type()}.{name}"
            assert "InSummary" not in repr(field.annotation), f"{cls.type()}.{name}"
            assert "Counted" not in repr(field.annotation), f"{cls.type()}.{name}"


def test_what_a_schema_does_not_name_leaves_the_house_in_no_form() -> None:
    slipped = benefits.CaseClosed.model_validate(
        {**example(benefits.CaseClosed).model_dump(), "remark": "Klientka płakała."}
    )
    for form in Form:
        assert "remark" not in reduced(slipped.model_dump(mode="json"), type(slipped), form)
