"""Keeps the stream and one consumer per unit existing; the only one with the right to make them.

Looks every second, and at once when a part says that its consumer is gone. What is gone is made
again, what differs is set right; the facts themselves come back from the publishers' databases.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from chassis.broker import STEWARD, STREAM, STREAM_SETTINGS, WANTED, consumer_settings
from chassis.logs import configure_logs
from chassis.loops import Loop, Wake, keep_running
from osnowa.topology import load

EVERY = 1.0
ANSWER_WITHIN = 5.0
NOT_FOUND = 404

log = structlog.get_logger("osnowa.steward")


class StewardSettings(BaseSettings):
    """What the steward must be told when it is started."""

    model_config = SettingsConfigDict(env_prefix="OSNOWA_", frozen=True, extra="ignore")

    units_file: Path
    nats: str
    nats_password: SecretStr
    heartbeat_file: Path | None = None
    """Touched after every round that went well, for whoever watches the steward."""


class Refused(RuntimeError):
    """JetStream answered a management call with an error; the text is its own."""


class Steward:
    """`round` is the step of its loop."""

    def __init__(self, client: Client, units: Iterable[str], heartbeat: Path | None = None) -> None:
        self.wanted = Wake()
        self._client = client
        self._units = list(units)
        self._heartbeat = heartbeat

    async def start(self) -> Loop:
        await self._client.subscribe(f"{WANTED}.*", cb=self._hear)
        return keep_running("steward", self.round, idle=EVERY, wake=self.wanted, backoff_max=EVERY)

    async def round(self) -> None:
        """Looks at the stream and at every consumer, and sets right what is not."""
        await self._keep_stream()
        found = await self._consumers()
        for unit in self._units:
            await self._keep_consumer(unit, found.get(unit))
        if self._heartbeat is not None:
            self._heartbeat.touch()

    async def _keep_stream(self) -> None:
        wanted = dict(STREAM_SETTINGS)
        answer = await self._ask(f"STREAM.INFO.{STREAM}")
        if _missing(answer):
            _check(await self._ask(f"STREAM.CREATE.{STREAM}", wanted))
            log.warning("stream was not there, made", stream=STREAM)
        elif _differs(_check(answer)["config"], wanted):
            _check(await self._ask(f"STREAM.UPDATE.{STREAM}", answer["config"] | wanted))
            log.warning("stream had other settings, set right", stream=STREAM)

    async def _consumers(self) -> dict[str, dict[str, Any]]:
        """The configuration of every consumer there is, by its name."""
        found: dict[str, dict[str, Any]] = {}
        while True:
            answer = _check(await self._ask(f"CONSUMER.LIST.{STREAM}", {"offset": len(found)}))
            found |= {one["name"]: one["config"] for one in answer["consumers"] or ()}
            if len(found) >= answer["total"] or not answer["consumers"]:
                return found

    async def _keep_consumer(self, unit: str, found: dict[str, Any] | None) -> None:
        wanted = consumer_settings(unit)
        if found is not None and not _differs(found, wanted):
            return
        subject = f"CONSUMER.CREATE.{STREAM}.{unit}.{wanted['filter_subject']}"
        body = {"stream_name": STREAM, "config": wanted, "action": ""}
        answer = await self._ask(subject, body)
        if "error" in answer and found is not None:  # some settings cannot be changed
            _check(await self._ask(f"CONSUMER.DELETE.{STREAM}.{unit}"))
            answer = await self._ask(subject, body)
        _check(answer)
        log.warning("consumer was not there or other, made", consumer=unit)

    async def _ask(self, call: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        payload = json.dumps(body).encode() if body is not None else b""
        reply = await self._client.request(f"$JS.API.{call}", payload, timeout=ANSWER_WITHIN)
        answer: dict[str, Any] = json.loads(reply.data)
        return answer

    async def _hear(self, message: Msg) -> None:
        log.info("a part wants its consumer", consumer=message.subject.rsplit(".", 1)[1])
        self.wanted.set()


def _missing(answer: dict[str, Any]) -> bool:
    return bool(answer.get("error", {}).get("code") == NOT_FOUND)


def _check(answer: dict[str, Any]) -> dict[str, Any]:
    """Raises Refused for an error."""
    if "error" in answer:
        raise Refused(answer["error"].get("description", "without a reason"))
    return answer


def _differs(found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """A setting that the server leaves out of its answer has its zero value."""
    return any((found.get(name) or None) != (value or None) for name, value in wanted.items())


async def connect(client: Client, settings: StewardSettings, woken: Wake) -> None:
    """Waits for the broker as long as it takes, and again whenever it goes away."""

    async def note(error: Exception) -> None:
        log.warning("broker", error=type(error).__name__)

    async def back() -> None:
        woken.set()

    await client.connect(
        settings.nats,
        user=STEWARD,
        password=settings.nats_password.get_secret_value(),
        name=STEWARD,
        inbox_prefix=f"_INBOX.{STEWARD}",
        connect_timeout=3,
        max_reconnect_attempts=-1,
        reconnect_time_wait=1,
        error_cb=note,
        reconnected_cb=back,
    )


async def run(settings: StewardSettings) -> None:
    """Until it is cancelled."""
    client = Client()
    steward = Steward(client, load(settings.units_file).units, settings.heartbeat_file)
    await connect(client, settings, steward.wanted)
    loop = await steward.start()
    try:
        await loop.wait()
    finally:
        await loop.stop()
        await client.close()


async def _until_told() -> None:
    """Ends cleanly on SIGINT and SIGTERM, whatever it waits for."""
    task = asyncio.ensure_future(run(StewardSettings()))
    for which in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(which, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


def main() -> None:
    """`python -m osnowa.steward`"""
    configure_logs(STEWARD, "info")
    asyncio.run(_until_told())


if __name__ == "__main__":
    main()
