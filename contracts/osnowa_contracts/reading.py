"""Reads a received envelope into its fact, whatever its form.

A reduced form lacks fields that the fact requires. It is read into a subclass whose fields may all
be absent, so that `match fact: case DecisionIssued():` works for every form; what was not told is
None.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Optional

from pydantic import create_model

from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact, Form, find


class UnknownFact(LookupError):
    """No fact of this type and major version is in these contracts."""


def parse(envelope: Envelope) -> Fact:
    """The envelope's data as its fact. Raises UnknownFact, or ValueError where data is wrong."""
    cls = find(envelope.type)
    if cls is None:
        raise UnknownFact(envelope.type)
    if envelope.form is not Form.FULL:
        cls = _reduced(cls)
    return cls.model_validate(envelope.data)


@cache
def _reduced(cls: type[Fact]) -> type[Fact]:
    fields: dict[str, Any] = {
        name: (Optional[field.rebuild_annotation()], None)  # noqa: UP045  # a computed type
        for name, field in cls.model_fields.items()
    }
    return create_model(cls.__name__, __base__=cls, __module__=cls.__module__, **fields)
