"""The AsyncAPI 3 document says of every fact who publishes it and who hears it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osnowa.cli import app
from osnowa_contracts.fact import Publisher, all_facts
from typer.testing import CliRunner

from chassis.asyncapi import document, heard_by, published_by
from chassis.security import Directory

DIRECTORY = Directory.load(Path(__file__).parents[2] / "deploy" / "units.toml")


def addresses(found: dict[str, object], action: str) -> set[str]:
    operations, channels = found["operations"], found["channels"]
    assert isinstance(operations, dict)
    assert isinstance(channels, dict)
    names = [
        one["channel"]["$ref"].removeprefix("#/channels/").replace("~1", "/")
        for one in operations.values()
        if one["action"] == action
    ]
    return {channels[name]["address"] for name in names}


@pytest.mark.parametrize("unit", ["benefits", "service-orders", "pup"])
def test_every_fact_that_a_unit_publishes_or_hears_is_in_its_document(unit: str) -> None:
    found = document(DIRECTORY, unit)
    assert found["asyncapi"].startswith("3.0")
    said = {f"osnowa.{unit}.*.{cls.name()}" for cls in published_by(DIRECTORY.units[unit])}
    heard = {f"osnowa.{by}.{unit}.{cls.name()}" for by, cls in heard_by(DIRECTORY, unit)}
    assert (addresses(found, "send"), addresses(found, "receive")) == (said, heard)
    assert said
    assert heard


def test_a_fact_is_described_in_its_envelope() -> None:
    schemas = document(DIRECTORY, "benefits")["components"]["schemas"]
    issued = schemas["benefits.DecisionIssued.v1"]
    assert {"subject", "sequence", "data"} <= set(issued["properties"])
    assert "decision_id" in schemas["benefits-DecisionIssued-v1"]["properties"]


def test_facts_of_one_name_by_two_publishers_keep_apart() -> None:
    found = document(DIRECTORY, "service-orders")
    assert {"contractor-OrderAccepted-v1", "service-orders-OrderAccepted-v1"} <= set(
        found["components"]["schemas"]
    )


def test_the_city_publishes_every_fact_of_a_kind_that_takes_part() -> None:
    printed = CliRunner().invoke(app, ["asyncapi"])
    assert printed.exit_code == 0
    told = {name.split(".")[-1] for name in addresses(json.loads(printed.stdout), "send")}
    inside = [cls for cls in all_facts().values() if cls.PUBLISHER is not Publisher.CONTRACTOR]
    assert {cls.name() for cls in inside} <= told


def test_a_unit_that_nobody_knows_has_no_document() -> None:
    assert CliRunner().invoke(app, ["asyncapi", "nobody"]).exit_code != 0
