"""The envelope around a fact: CloudEvents 1.0, JSON structured mode, with our extensions.

One envelope is one disclosure: this fact, to this recipient, in this form, at this time, as number
`sequence` of what this publisher has told this recipient. `previousdigest` chains it to the one
before, so that a removed, swapped or changed envelope shows.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from osnowa_contracts.fact import Confidentiality, EntryExists, Form, kebab

MAX_BYTES = 256 * 1024
"""Larger envelopes are refused by publisher and recipient alike."""


class Envelope(BaseModel):
    """CloudEvents attributes first, then extensions (lower-case names, as CloudEvents asks)."""

    model_config = ConfigDict(frozen=True, extra="allow")

    specversion: Literal["1.0"] = "1.0"
    id: UUID
    source: str = Field(pattern=r"^/osnowa/[a-z0-9-]+$", examples=["/osnowa/benefits"])
    type: str = Field(pattern=r"^osnowa\.[a-z-]+\.[a-z0-9-]+\.v[0-9]+$")
    subject: str | None = Field(default=None, description="person id; absent in the count form")
    time: datetime = Field(description="occurred: when it happened, business time")
    datacontenttype: Literal["application/json"] = "application/json"

    recipient: str = Field(description="the unit this envelope is addressed to")
    form: Form
    legalbasis: str
    confidentiality: Confidentiality
    recordedtime: datetime = Field(description="when the publisher's log took it")
    disclosedtime: datetime = Field(description="when the publisher told this recipient")
    actorid: str | None = Field(default=None, description="worker, in the full form only")
    actorrole: str | None = None
    actorunit: str = Field(description="the unit that acted")
    correlationid: UUID | None = None
    causationid: UUID | None = None
    traceparent: str | None = None
    sequence: int = Field(ge=1, description="1, 2, 3 ... without a gap per publisher and recipient")
    previousdigest: str = Field(pattern=r"^([0-9a-f]{64})?$", description="empty for sequence 1")

    data: dict[str, Any]

    @property
    def publisher(self) -> str:
        """The publishing unit (`benefits`, `ngo-opiekun`)."""
        return self.source.removeprefix("/osnowa/")

    @property
    def fact_name(self) -> str:
        """`DecisionIssued`, from the type."""
        return self.type.split(".")[2].replace("-", " ").title().replace(" ", "")

    @property
    def major(self) -> int:
        return int(self.type.rsplit(".v", 1)[1])

    def subject_name(self) -> str:
        """The NATS subject `osnowa.<publisher>.<recipient>.<FactName>`."""
        return f"osnowa.{self.publisher}.{self.recipient}.{self.fact_name}"

    def to_bytes(self) -> bytes:
        """The exact bytes that are sent, kept and digested."""
        return self.model_dump_json(exclude_none=True).encode()

    @classmethod
    def from_bytes(cls, raw: bytes) -> Envelope:
        """Raises ValueError for what is no envelope or is larger than MAX_BYTES."""
        if len(raw) > MAX_BYTES:
            raise ValueError(f"an envelope has at most {MAX_BYTES} bytes, this one {len(raw)}")
        return cls.model_validate_json(raw)


def digest(raw: bytes) -> str:
    """SHA-256 of an envelope's bytes, as the next one's `previousdigest` carries it."""
    return hashlib.sha256(raw).hexdigest()


def existence_type(publisher_kind: str) -> str:
    """The type of an existence-only envelope, which hides what the entry is about."""
    return f"osnowa.{publisher_kind}.{kebab(EntryExists.name())}.v1"
