"""What a part must be told when it is started, read from the environment under `OSNOWA_`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "OSNOWA_"

HINTS = {
    "unit": "the name of this part, as it stands in deploy/units.toml",
    "units_file": "the path of units.toml, the list of who takes part",
    "database": "the address of this part's own database, postgresql://role:password@host/name",
    "nats": "the address of the NATS server, nats://host:4222",
    "nats_password": "the password of this part's NATS user",
    "session_secret": "at least 32 random characters that sign the session cookie",
    "index_key": "at least 32 random characters, or leave it out",
    "port": "a free TCP port; 0 takes any",
    "log_level": "debug, info, warning or error",
}


class SettingsWrong(SystemExit):
    """A part was started without something it needs; its text says what and how to give it."""


class Settings(BaseSettings):
    """The settings of one running part. Secrets never show in `repr`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    unit: str = Field(min_length=1)
    units_file: Path
    database: str = Field(min_length=1, repr=False)
    nats: str = Field(min_length=1)
    nats_password: SecretStr
    session_secret: SecretStr = Field(min_length=32)
    index_key: SecretStr | None = Field(default=None, min_length=32)
    """Keys the hashes by which a service finds again what it may not keep as it is."""
    host: str = "127.0.0.1"
    port: int = Field(ge=0, le=65535)
    clock_file: Path | None = None
    """Holds business time minus real time, in seconds; on the embedded platform only."""
    otlp_endpoint: str | None = None
    """Where spans go, for example http://collector:4318."""
    trace_file: Path | None = None
    """Spans as JSON lines, for tests and the demonstration."""
    log_level: str = Field(default="info", pattern="^(debug|info|warning|error)$")

    @property
    def index_secret(self) -> str:
        """The index key; the session secret, which nobody else has either, where none is set."""
        return (self.index_key or self.session_secret).get_secret_value()

    @classmethod
    def load(cls, **given: Any) -> Self:
        """Settings from the environment; `given` wins. Raises SettingsWrong with what to do."""
        try:
            return cls(**given)
        except ValidationError as error:
            raise SettingsWrong(_what_to_do(error)) from None


def _what_to_do(error: ValidationError) -> str:
    """One line for each variable. Values are not repeated, they may be secrets."""
    lines = ["This part cannot start. Set these environment variables and start it again:"]
    for problem in error.errors(include_input=False, include_url=False):
        field = str(problem["loc"][0])
        state = "missing" if problem["type"] == "missing" else problem["msg"].lower()
        lines.append(f"  {PREFIX}{field.upper()} ({state}): {HINTS.get(field, 'see settings.py')}")
    return "\n".join(lines)
