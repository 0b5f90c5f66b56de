"""Letters of a case beside its decisions: what each says, in the order of the paper.

Each is made from what the case holds, so it can be reproduced.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A heading with what stands below it: paragraphs, then a list."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Writing:
    """What it is, about what, by which law, and part by part.

    `receipt` stands below the worker's signature, `signs` says who else signs by hand, `copies` is
    who gets one.
    """

    title: str
    about: str
    opening: str
    parts: tuple[Part, ...]
    number: str = ""
    to_party: bool = True
    """Whether it is a letter to the party, signed by the worker; else it goes elsewhere."""
    receipt: Part | None = None
    signs: str = ""
    copies: tuple[str, ...] = ("strona", "akta sprawy")
