"""The compatibility gate: whether a changed fact still suits who already sends and reads it.

A change passes when old readers take what new writers send (forward) and new readers take what old
writers sent, which stays in every log (backward), and when no field is lost to anybody. Readers are
open: they ignore what they do not know. Writers are closed: they send what their schema names.

Containment is proved by `jsonschema-rs`, which is needed for a changed schema only and is no
dependency of the installed package (`pip install 'osnowa-contracts[check]'`). Without it a change
counts as unproved, and fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]

_FORMS = {"x-in-summary": "summary", "x-counted": "count"}
_ANNOTATIONS = {"title", "description", "examples", "default", "$id"}


def problems(old: Schema, new: Schema) -> list[str]:
    """What makes the new schema unsuitable; empty if it may be written over the old one."""
    if old == new:
        return []
    found = [*_lost(old, new), *_newly_required(old, new)]
    return found or _unproved(old, new)


def _lost(old: Schema, new: Schema) -> Iterator[str]:
    before, after = _fields(old), _fields(new)
    for path, (_, node) in before.items():
        if path not in after:
            yield f"field {path} was removed"
            continue
        kept = after[path][1]
        for mark, form in _FORMS.items():
            if _travels(node, mark) and not _travels(kept, mark):
                yield f"field {path} is no longer told in the {form} form"


def _travels(node: Schema, mark: str) -> bool:
    return bool(node.get(mark)) and not node.get("x-personal")


def _newly_required(old: Schema, new: Schema) -> Iterator[str]:
    before = _fields(old)
    for path, (required, _) in _fields(new).items():
        if not required:
            continue
        if path in before and not before[path][0]:
            yield f"field {path} became required"
        elif path not in before and _parent(path) in {"", *before}:
            yield f"field {path} was added as required; give it a default or a new major"


def _parent(path: str) -> str:
    return path.rpartition(".")[0].removesuffix("[]")


def _fields(schema: Schema) -> dict[str, tuple[bool, Schema]]:
    """Every field, also of nested models, by its path: (required, its schema)."""
    return {path: (required, node) for path, required, node in _walk(schema, schema, "")}


def _walk(node: Any, root: Schema, path: str) -> Iterator[tuple[str, bool, Schema]]:
    if not isinstance(node, dict):
        return
    if "$ref" in node:
        yield from _walk(_resolve(node["$ref"], root), root, path)
    for choice in (*node.get("anyOf", ()), *node.get("oneOf", ()), *node.get("allOf", ())):
        yield from _walk(choice, root, path)
    if "items" in node:
        yield from _walk(node["items"], root, f"{path}[]")
    required = node.get("required", ())
    for name, field in node.get("properties", {}).items():
        inner = f"{path}.{name}" if path else name
        yield inner, name in required, field
        yield from _walk(field, root, inner)


def _resolve(ref: str, root: Schema) -> Any:
    found: Any = root
    for step in ref.removeprefix("#/").split("/"):
        found = found[step]
    return found


def _unproved(old: Schema, new: Schema) -> list[str]:
    if _side(old, closed=False) == _side(new, closed=False):
        return []  # only words changed
    try:
        import jsonschema_rs
    except ImportError:
        return [
            "the change cannot be proved compatible here: pip install 'osnowa-contracts[check]'"
        ]

    def takes(reader: Schema, writer: Schema) -> bool:
        opened = jsonschema_rs.canonicalize(_side(reader, closed=False), validate_formats=True)
        closed = jsonschema_rs.canonicalize(_side(writer, closed=True), validate_formats=True)
        return opened.covers(closed) is jsonschema_rs.canonical.Containment.YES

    found = []
    if not takes(old, new):
        found.append("readers of the old version would refuse what the new one sends")
    if not takes(new, old):
        found.append("the new version would refuse what was sent before")
    return found


def _side(schema: Schema, *, closed: bool) -> Schema:
    """The schema of a closed writer or an open reader, without what no validator looks at."""
    side: Schema = _strip(schema, closed)
    return side


def _strip(node: Any, closed: bool) -> Any:
    if isinstance(node, list):
        return [_strip(item, closed) for item in node]
    if not isinstance(node, dict):
        return node
    kept: Schema = {}
    for key, value in node.items():
        if key in ("properties", "$defs"):
            kept[key] = {name: _strip(field, closed) for name, field in value.items()}
        elif key not in _ANNOTATIONS | {"additionalProperties"} and not key.startswith("x-"):
            kept[key] = _strip(value, closed)
    if closed and "properties" in kept:
        kept["additionalProperties"] = False
    return kept
