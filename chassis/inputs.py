"""What a command takes, checked before anybody decides."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Input(BaseModel):
    """Base of what is sent to a command: unknown fields are refused, and nothing changes later."""

    model_config = ConfigDict(frozen=True, extra="forbid")
