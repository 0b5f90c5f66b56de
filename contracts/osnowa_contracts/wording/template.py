"""A template of a sentence, which says less when it is told less.

`{field|format}` is a value, `{field?yes:no}` one of two texts, `{field|DecisionKind}` the label of
a code. What stands in `[...]` is left out when a value in it was not told. When a value outside
brackets was not told, there is no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from osnowa_contracts.wording.formats import FORMATS
from osnowa_contracts.wording.labels import LABELS, label

_VALUE = re.compile(
    r"\{(?P<path>[a-z_.]+)(?:\|(?P<format>\w+)|\?(?P<yes>[^:{}]*):(?P<no>[^{}]*))?\}"
)


class _NotTold(Exception):
    pass


@cache
def _parts(template: str) -> tuple[tuple[bool, str], ...]:
    """The template cut at its brackets: (may be left out, text)."""
    pieces = re.split(r"\[([^\[\]]*)\]", template)
    return tuple((index % 2 == 1, piece) for index, piece in enumerate(pieces) if piece)


def render(template: str, data: Mapping[str, Any], language: str) -> str | None:
    """The sentence, or None where something it cannot do without was not told."""
    said: list[str] = []
    for optional, text in _parts(template):
        try:
            said.append(_VALUE.sub(lambda match: _value(match, data, language), text))
        except _NotTold:
            if not optional:
                return None
    return "".join(said)


def _value(match: re.Match[str], data: Mapping[str, Any], language: str) -> str:
    value: Any = data
    for name in match["path"].split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    if value is None or value == [] or value == ():
        raise _NotTold
    if match["yes"] is not None:
        return match["yes"] if value else match["no"]
    name = match["format"] or "plain"
    items = value if isinstance(value, list | tuple) else [value]
    try:
        return ", ".join(_one(item, name, language) for item in items)
    except (ValueError, ArithmeticError, LookupError):
        raise _NotTold from None  # a later version may write it in a way we do not know


def _one(value: Any, name: str, language: str) -> str:
    return label(name, value, language) if name in LABELS else FORMATS[name](value, language)
