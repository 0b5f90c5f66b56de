"""The OpenAPI document of a part: an example of every command, and what may be answered instead."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

SENT = ("post", "put", "patch")
PROBLEM = "application/problem+json"
SCHEMAS = "#/components/schemas"
REFUSED = {
    400: "The request cannot be read.",
    401: "Nobody is signed in.",
    403: "The role of the signed-in worker does not allow it.",
    404: "There is no such thing.",
    409: "The rules do not allow it now; `code` names the rule.",
    413: "More was sent than is taken.",
    422: "What was sent is wrong; `fields` names each field.",
    503: "The database is away, or the look could not be recorded. Try again later.",
}
_FIELD = {
    "type": "object",
    "required": ["field", "message", "code"],
    "properties": {name: {"type": "string"} for name in ("field", "message", "code")},
}
PROBLEM_SHAPE = {
    "title": "Problem",
    "description": "RFC 9457. `detail` says what to do now, `code` is stable.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "code", "fields"],
    "properties": {
        **{name: {"type": "string"} for name in ("type", "title", "detail", "code")},
        "status": {"type": "integer"},
        "fields": {"type": "array", "items": _FIELD},
        "told": {"type": "object", "description": "what helps a program to go on"},
        "trace_id": {"type": "string", "description": "leads to the log"},
    },
}
OF_FORMAT = {
    "uuid": "3f2c8a52-5b1e-4c6e-9d43-2f6b8c1d0e4a",
    "date": "2026-02-04",
    "date-time": "2026-02-04T10:00:00+01:00",
}
OF_TYPE = {"integer": 1, "number": 1, "boolean": True, "null": None}
TEXT = "Przykład"


def describe(app: FastAPI, description: str) -> None:
    """Makes the document say what this is, and how each command may look."""
    made = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = made()
            document["info"]["description"] = description
            _add_examples(document)
            _declare_problems(document)
        return made()

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's own way to extend it


def _add_examples(document: dict[str, Any]) -> None:
    shapes = document.get("components", {}).get("schemas", {})
    for operations in document["paths"].values():
        for operation in (operations[method] for method in SENT if method in operations):
            for content in operation.get("requestBody", {}).get("content", {}).values():
                shape = _resolved(content["schema"], shapes)
                if not {"example", "examples"} & set(content):
                    content["example"] = example_of(shape, shapes)
                if "description" in shape:
                    operation.setdefault("description", shape["description"])
            operation.setdefault("description", operation.get("summary", ""))


def _declare_problems(document: dict[str, Any]) -> None:
    """FastAPI declares its own answer to wrong input, which is never given."""
    shapes = document.setdefault("components", {}).setdefault("schemas", {})
    shapes["Problem"] = PROBLEM_SHAPE
    for path, operations in document["paths"].items():
        refused = _problem if path.startswith("/api/") else _page
        for operation in operations.values():
            told = {str(status): refused(status) for status in REFUSED}
            operation["responses"] = {**operation["responses"], **told}
    for unused in ("HTTPValidationError", "ValidationError"):
        shapes.pop(unused, None)


def _problem(status: int) -> dict[str, Any]:
    shape = {"$ref": f"{SCHEMAS}/Problem"}
    return {"description": REFUSED[status], "content": {PROBLEM: {"schema": shape}}}


def _page(status: int) -> dict[str, Any]:
    return {
        "description": REFUSED[status],
        "content": {"text/html": {"schema": {"type": "string"}}},
    }


def example_of(shape: dict[str, Any], shapes: dict[str, Any]) -> Any:
    """What the schema itself gives as an example, else the plainest value that it allows."""
    shape = _resolved(shape, shapes)
    if shape.get("examples"):
        return shape["examples"][0]
    for given in ("const", "default"):
        if shape.get(given) is not None:
            return shape[given]
    if "enum" in shape:
        return shape["enum"][0]
    for choices in ("anyOf", "oneOf", "allOf"):
        if shape.get(choices):
            return example_of(shape[choices][0], shapes)
    if shape.get("type") == "object":
        return _object(shape, shapes)
    if shape.get("type") == "array":
        return [example_of(shape["items"], shapes)] if "items" in shape else []
    if shape.get("type") == "string":
        return OF_FORMAT.get(shape.get("format", ""), TEXT)
    plain: Any = OF_TYPE.get(shape.get("type", ""), TEXT)
    return shape.get("minimum", plain)


def _object(shape: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    """What must be there, and what has an example of its own."""
    fields = shape.get("properties", {}).items()
    needed = shape.get("required", ())
    return {
        name: example_of(field, shapes)
        for name, field in fields
        if name in needed or field.get("examples")
    }


def _resolved(shape: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in shape:
        return shape
    told = {name: value for name, value in shape.items() if name != "$ref"}
    return {**shapes[shape["$ref"].rsplit("/", 1)[-1]], **told}
