"""The JSON Schema of every fact, generated from its class and committed beside it.

A schema also says what no validator checks: who publishes the fact, on which basis, which kinds of
institution are told in which form (`x-recipients`), and each field's marks (`x-personal`,
`x-in-summary`, `x-counted`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Counted, Fact, InSummary, Personal
from osnowa_contracts.visibility import recipients

FOLDER = Path(__file__).with_name("schemas")
ENVELOPE = "envelope"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MARKS = {"x-personal": Personal, "x-in-summary": InSummary, "x-counted": Counted}


def schema_of(cls: type[Fact]) -> dict[str, Any]:
    """The schema of a fact's data as it travels in the full form."""
    schema = cls.model_json_schema(mode="serialization")
    for key, mark in _MARKS.items():
        for name in cls.fields_marked(mark):
            schema["properties"][name][key] = True
    return {
        "$schema": _DIALECT,
        "$id": f"urn:{cls.type().replace('.', ':')}",
        **schema,
        "x-publisher": cls.PUBLISHER.value,
        "x-confidentiality": cls.CONFIDENTIALITY.value,
        "x-legal-basis": cls.LEGAL_BASIS,
        "x-recipients": {kind.value: form.value for kind, form in recipients(cls).items()},
    }


def envelope_schema() -> dict[str, Any]:
    """The schema of the envelope around every fact."""
    schema = Envelope.model_json_schema(mode="serialization")
    return {"$schema": _DIALECT, "$id": "urn:osnowa:envelope:v1", **schema}


def path_of(type_: str) -> Path:
    """Where the schema of that type, or of the envelope, is committed."""
    return FOLDER / f"{type_}.json"


def committed(type_: str) -> dict[str, Any] | None:
    """The schema that was last written, or None."""
    path = path_of(type_)
    if not path.exists():
        return None
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def as_text(schema: dict[str, Any]) -> str:
    """The same schema is always the same bytes."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
