"""The committed contracts: complete, kept byte for byte, and never broken unnoticed."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from osnowa_contracts import benefits, check, schema
from osnowa_contracts.examples import EXAMPLES, envelope_for
from osnowa_contracts.fact import Confidentiality, Fact, Publisher, all_facts


def test_the_committed_contracts_are_complete() -> None:
    assert check.all_findings() == []
    assert check.main([]) == 0


def test_every_example_satisfies_its_committed_schema() -> None:
    for type_, cls in all_facts().items():
        committed = schema.committed(type_)
        assert committed is not None
        jsonschema_rs.validate(committed, EXAMPLES[cls].model_dump(mode="json"))


def test_every_envelope_satisfies_the_committed_schema_of_envelopes() -> None:
    committed = schema.committed(schema.ENVELOPE)
    assert committed is not None
    for fact in EXAMPLES.values():
        jsonschema_rs.validate(committed, json.loads(envelope_for(fact).to_bytes()))


def test_a_committed_schema_has_always_the_same_bytes() -> None:
    for type_, cls in all_facts().items():
        text = schema.path_of(type_).read_text(encoding="utf-8")
        assert text == schema.as_text(schema.schema_of(cls)), type_


def test_a_fact_without_example_wording_visibility_and_schema_is_found() -> None:
    class MoonLanded(Fact):
        """A fact that somebody forgot to finish."""

        PUBLISHER = Publisher.BENEFITS
        CONFIDENTIALITY = Confidentiality.CASE
        LEGAL_BASIS = "none"

    found = check.findings({MoonLanded.type(): MoonLanded}, lambda _type: None)
    said = "\n".join(str(finding) for finding in found)
    for missing in ("no example", "visibility matrix", "in 'pl'", "in 'en'", "no committed schema"):
        assert missing in said


def _committed_with(change: dict[str, Any]) -> dict[str, Any]:
    old = schema.schema_of(benefits.DecisionIssued)
    return {**old, "properties": {**old["properties"], **change}}


def test_a_removed_field_names_who_receives_the_fact() -> None:
    old = _committed_with({"seal": {"type": "string"}})
    type_ = benefits.DecisionIssued.type()
    (finding,) = check.findings({type_: benefits.DecisionIssued}, lambda _type: old)
    assert str(finding) == (
        f"{type_}: field seal was removed; told to intake (summary), socialwork (full),"
        " service-orders (summary), contractor (summary), reporting (count)"
    )
    assert finding.to_write is None


def test_write_takes_a_compatible_change_and_refuses_a_breaking_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "FOLDER", tmp_path)
    type_ = benefits.DecisionIssued.type()
    facts: dict[str, type[Fact]] = {type_: benefits.DecisionIssued}
    old = schema.schema_of(benefits.DecisionIssued)
    without_amount = {k: v for k, v in old["properties"].items() if k != "amount"}
    for committed, left in (
        ({**old, "properties": without_amount}, 0),
        (_committed_with({"seal": {"type": "string"}}), 1),
    ):
        schema.path_of(type_).write_text(schema.as_text(committed), encoding="utf-8")
        found = check.findings(facts, schema.committed)
        assert len(found) == 1
        assert len(check.write(found)) == left
        assert (schema.committed(type_) == old) is (left == 0)


def test_a_fact_that_was_removed_is_found_by_its_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "FOLDER", tmp_path)
    gone = {"x-recipients": {"pup": "full"}}
    path = tmp_path / "osnowa.benefits.moon-landed.v1.json"
    path.write_text(json.dumps(gone), encoding="utf-8")
    (finding,) = check.retired_badly()
    assert "the fact was removed; told to pup (full)" in str(finding)


def test_a_new_major_version_is_written_beside_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class DecisionIssued(benefits.DecisionIssued):
        """The same decision, with a field that every reader must know."""

        MAJOR = 2
        seal: str

    monkeypatch.setattr(schema, "FOLDER", tmp_path)
    monkeypatch.setattr(check, "find", {DecisionIssued.type(): DecisionIssued}.get)
    old = benefits.DecisionIssued
    schema.path_of(old.type()).write_text(schema.as_text(schema.schema_of(old)), encoding="utf-8")
    left = check.write(check.findings({DecisionIssued.type(): DecisionIssued}, schema.committed))
    assert not any("field" in finding.what for finding in left)
    assert schema.committed(DecisionIssued.type()) is not None
    assert list(check.retired_badly()) == []
