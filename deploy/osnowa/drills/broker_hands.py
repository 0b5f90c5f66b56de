"""What a drill does to the broker behind everybody's back: its store, its stream, its messages."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nats
from nats.aio.client import Client

from chassis.broker import STEWARD, STREAM
from osnowa.platform import Platform


class NothingToSpoil(RuntimeError):
    """The store holds no block of messages."""


@asynccontextmanager
async def connected(platform: Platform, user: str) -> AsyncIterator[Client]:
    """To the broker, with the rights of that user."""
    client = await nats.connect(
        platform.nats.url,
        user=user,
        password=platform.credentials.nats[user],
        inbox_prefix=f"_INBOX.{user}",
    )
    try:
        yield client
    finally:
        await client.close()


async def managed(platform: Platform, call: str, body: Any = None) -> dict[str, Any]:
    """A JetStream management call as the steward; its answer."""
    async with connected(platform, STEWARD) as client:
        payload = b"" if body is None else json.dumps(body).encode()
        answer: dict[str, Any] = json.loads(
            (await client.request(f"$JS.API.{call}", payload, timeout=5)).data
        )
        return answer


async def messages_in_stream(platform: Platform) -> int:
    """0 where there is no stream."""
    answer = await managed(platform, f"STREAM.INFO.{STREAM}")
    return int(answer.get("state", {}).get("messages", 0))


async def last_sequence(platform: Platform) -> int:
    answer = await managed(platform, f"STREAM.INFO.{STREAM}")
    return int(answer["state"]["last_seq"])


@dataclass(frozen=True)
class Store:
    """The broker's files; to be touched only while it does not run."""

    folder: Path

    def delete(self) -> None:
        shutil.rmtree(self.folder)

    def copy_to(self, kept: Path) -> None:
        shutil.copytree(self.folder, kept)

    def put_back(self, kept: Path) -> None:
        self.delete()
        shutil.copytree(kept, self.folder)

    def flip_bits(self, *places: float) -> int:
        """One bit at each of these places (0 to 1) of every block; how many were flipped."""
        flipped = 0
        for block in self._blocks():
            raw = bytearray(block.read_bytes())
            for place in places:
                raw[int(len(raw) * place)] ^= 0b0001_0000
                flipped += 1
            block.write_bytes(bytes(raw))
        return flipped

    def cut_tail(self, share: float) -> int:
        """Takes the last `share` of the last block away; how many bytes."""
        last = self._blocks()[-1]
        size = last.stat().st_size
        cut = int(size * share)
        with last.open("r+b") as opened:
            opened.truncate(size - cut)
        return cut

    def forget_index(self) -> None:
        """Without its index, the server reads the blocks themselves, as after a power cut."""
        for index in self.folder.rglob("index.db"):
            index.unlink()

    def _blocks(self) -> list[Path]:
        streams = [path for path in self.folder.rglob(STREAM) if path.is_dir()]
        blocks = [
            block
            for stream in streams
            for block in (stream / "msgs").glob("*.blk")
            if block.stat().st_size
        ]
        if not blocks:
            raise NothingToSpoil(str(self.folder))
        return sorted(blocks, key=lambda block: int(block.stem))
