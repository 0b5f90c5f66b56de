"""Every command of every service has an example in its OpenAPI document, and the example holds."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from pydantic import TypeAdapter

from chassis.settings import Settings

UNITS = Path(__file__).parents[2] / "deploy" / "units.toml"
PROGRAMS = {
    "intake": "intake",
    "benefits": "benefits",
    "socialwork": "socialwork",
    "service-orders": "service_orders",
    "reporting": "reporting",
    "pup": "partner",
    "ngo-opiekun": "partner",
}


@pytest.mark.parametrize("unit", PROGRAMS)
async def test_every_command_has_an_example_that_validates(unit: str) -> None:
    app = import_module(f"services.{PROGRAMS[unit]}.main").service.app(settings(unit))
    document: dict[str, Any] = app.openapi()
    assert document["openapi"].startswith("3.1")
    assert document["info"]["title"]
    assert document["info"]["description"]
    commands = {path: of["post"] for path, of in document["paths"].items() if "post" in of}
    assert "/api/sign-in" in commands
    for path, operation in commands.items():
        assert operation["summary"]
        assert operation["description"]
        for content in operation.get("requestBody", {}).get("content", {}).values():
            taken(app, path).validate_json(json.dumps(content["example"]))


def taken(app: FastAPI, path: str) -> TypeAdapter[Any]:
    """What the route takes as its body."""
    (route,) = (
        route
        for route in iter_route_contexts(app.routes)
        if route.path == path and "POST" in (route.methods or ())
    )
    shape: Any = route.dependant.body_params[0].field_info.annotation
    return TypeAdapter(shape)


def settings(unit: str) -> Settings:
    return Settings.load(
        unit=unit,
        units_file=UNITS,
        database="postgresql://nobody@127.0.0.1:1/none",
        nats="nats://127.0.0.1:1",
        nats_password="not used",
        session_secret="s" * 32,
        port=0,
    )
