"""What every part relies on at the broker: one stream, one consumer a part, and its few rights.

The platform's steward keeps stream and consumers existing; parts have no right to create any. A
part may publish under its own name, pull and acknowledge its own consumer, announce its heads,
ask others for what it missed, and answer those who ask it. Nothing else is granted, so a part can
neither read nor imitate another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

STREAM = "OSNOWA"
STEWARD = "steward"
"""The user that may manage streams and consumers."""

WANTED = "steward.wanted"
"""A part publishes `steward.wanted.<itself>` when its consumer is gone."""

KEEP = timedelta(days=30)
"""How long the stream keeps what it carries; later, recipients ask the publisher again."""

NANOSECONDS = 1_000_000_000
STREAM_SETTINGS: Mapping[str, Any] = {
    "name": STREAM,
    "subjects": ["osnowa.>"],
    "retention": "limits",
    "storage": "file",
    "discard": "old",
    "max_age": int(KEEP.total_seconds()) * NANOSECONDS,
    "duplicate_window": 100_000_000,  # the least there is; nothing relies on it
    "num_replicas": 1,
    "allow_atomic": True,
    "allow_direct": False,
    "deny_delete": False,
    "deny_purge": False,
}


def consumer_settings(unit: str) -> dict[str, Any]:
    """The durable pull consumer through which a unit gets what others tell it."""
    return {
        "durable_name": unit,
        "name": unit,
        "filter_subject": f"osnowa.*.{unit}.>",
        "deliver_policy": "all",
        "ack_policy": "explicit",
        "ack_wait": 30 * NANOSECONDS,
        "max_ack_pending": 5000,
        "max_deliver": -1,
        "replay_policy": "instant",
    }


@dataclass(frozen=True)
class Rights:
    """The subjects that a user may publish to and listen on; all others are refused."""

    publish: tuple[str, ...]
    subscribe: tuple[str, ...]


def rights(unit: str) -> Rights:
    """The least that a part needs."""
    return Rights(
        publish=(
            f"osnowa.{unit}.>",
            f"heads.{unit}.>",
            f"refetch.*.{unit}",
            f"{WANTED}.{unit}",
            f"$JS.API.CONSUMER.MSG.NEXT.{STREAM}.{unit}",
            f"$JS.API.CONSUMER.INFO.{STREAM}.{unit}",
            f"$JS.ACK.{STREAM}.{unit}.>",
        ),
        subscribe=(
            f"_INBOX.{unit}.>",
            f"heads.*.{unit}",
            f"refetch.{unit}.*",
        ),
    )


STEWARD_RIGHTS = Rights(
    publish=("$JS.API.>",),
    subscribe=(f"_INBOX.{STEWARD}.>", f"{WANTED}.*", "$JS.EVENT.ADVISORY.>"),
)


def users_config(passwords: Mapping[str, str], extra: Mapping[str, Rights] | None = None) -> str:
    """The `authorization` block: a user for each name, the steward among them if it is named.

    Names in `extra` get those rights instead; all others are parts.
    """
    known = {STEWARD: STEWARD_RIGHTS, **(extra or {})}
    users = "\n".join(
        _user(name, password, known.get(name) or rights(name))
        for name, password in passwords.items()
    )
    return f"authorization {{\n  users: [\n{users}\n  ]\n}}\n"


def _user(name: str, password: str, granted: Rights) -> str:
    return (
        "    {\n"
        f"      user: {json.dumps(name)}\n"
        f"      password: {json.dumps(password)}\n"
        "      permissions: {\n"
        f"        publish: {json.dumps(granted.publish)}\n"
        f"        subscribe: {json.dumps(granted.subscribe)}\n"
        '        allow_responses: { max: 100, expires: "60s" }\n'
        "      }\n"
        "    }"
    )
