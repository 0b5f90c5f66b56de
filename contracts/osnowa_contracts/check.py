"""`python -m osnowa_contracts.check [--write]`: is every fact complete, every change compatible?

Every fact needs an example, wording in both languages, a row in the visibility matrix and a
committed schema that equals its class. `--write` brings the schemas up to date, and refuses a
change that is not compatible: that needs a new major version of the fact.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from osnowa_contracts import schema
from osnowa_contracts.compat import problems
from osnowa_contracts.examples import EXAMPLES
from osnowa_contracts.fact import Fact, all_facts, find
from osnowa_contracts.visibility import MATRIX
from osnowa_contracts.wording import WORDS


@dataclass(frozen=True)
class Finding:
    """Something wrong with the fact of that type; `to_write` holds a schema that would mend it."""

    type: str
    what: str
    to_write: dict[str, Any] | None = None

    def __str__(self) -> str:
        return f"{self.type}: {self.what}"


def findings(
    facts: dict[str, type[Fact]], committed: Callable[[str], dict[str, Any] | None]
) -> list[Finding]:
    """Everything that is wrong with these facts, beside these committed schemas."""
    found = [Finding(t, what) for t, cls in facts.items() for what in _missing(cls)]
    for type_, cls in facts.items():
        found += _schema_findings(type_, committed(type_), schema.schema_of(cls))
    return found


def _missing(cls: type[Fact]) -> Iterator[str]:
    if cls not in EXAMPLES:
        yield "has no example (examples/)"
    if cls not in MATRIX:
        yield "has no row in the visibility matrix (visibility.py)"
    for language, words in WORDS.items():
        if cls.name() not in words:
            yield f"has no wording in {language!r} (wording/)"


def _schema_findings(
    type_: str, old: dict[str, Any] | None, new: dict[str, Any]
) -> Iterator[Finding]:
    if old is None:
        yield Finding(type_, "has no committed schema: make schemas", to_write=new)
    elif old != new:
        broken = problems(old, new)
        for what in broken:
            yield Finding(type_, f"{what}; {_told(old)}")
        if not broken:
            yield Finding(type_, "changed, compatibly; write it: make schemas", to_write=new)


def _told(old: dict[str, Any]) -> str:
    """Whom a breaking change would hit."""
    told = old.get("x-recipients")
    if told is None:
        return "every recipient of every fact"
    names = ", ".join(f"{kind} ({form})" for kind, form in told.items())
    return f"told to {names}" if names else "told to nobody"


def retired_badly() -> Iterator[Finding]:
    """Committed schemas whose fact is gone without a later major version."""
    for path in sorted(schema.FOLDER.glob("osnowa.*.json")):
        type_ = path.stem
        name, _, major = type_.rpartition(".v")
        if not any(find(f"{name}.v{later}") for later in range(int(major), int(major) + 20)):
            yield Finding(type_, f"the fact was removed; {_told(schema.committed(type_) or {})}")


def all_findings() -> list[Finding]:
    """What the command checks: the facts, the envelope, and that none was lost."""
    envelope = _schema_findings(
        schema.ENVELOPE, schema.committed(schema.ENVELOPE), schema.envelope_schema()
    )
    return [*findings(all_facts(), schema.committed), *envelope, *retired_badly()]


def write(found: list[Finding]) -> list[Finding]:
    """Writes what may be written; returns what is left."""
    schema.FOLDER.mkdir(exist_ok=True)
    for finding in found:
        if finding.to_write is not None:
            text = schema.as_text(finding.to_write)
            schema.path_of(finding.type).write_text(text, encoding="utf-8")
    return [finding for finding in found if finding.to_write is None]


def main(arguments: list[str] | None = None) -> int:
    """0 if all is well, 1 with one line a finding."""
    parser = argparse.ArgumentParser(prog="python -m osnowa_contracts.check", description=__doc__)
    parser.add_argument("--write", action="store_true", help="bring the schemas up to date")
    found = all_findings()
    if parser.parse_args(arguments).write:
        found = write(found)
    for finding in found:
        print(finding)
    if not found:
        print(f"{len(all_facts())} facts: examples, wording, visibility and schemas agree")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
