"""The broker's configuration, generated from who takes part."""

from __future__ import annotations

from collections.abc import Mapping

from chassis.broker import STEWARD, users_config
from chassis.security import Directory

CITY_SERVER = """\
# Written by `osnowa configure`; users.conf beside it holds passwords.
listen: "0.0.0.0:4222"
http: "127.0.0.1:8222"
server_name: osnowa
max_payload: 1MB
jetstream {
  store_dir: "/data"
  sync_interval: always
}
include "./users.conf"
"""


def users(directory: Directory, passwords: Mapping[str, str]) -> str:
    """One user a unit with the rights of a part, and the steward; nobody else is let in."""
    return users_config({name: passwords[name] for name in (STEWARD, *directory.units)})
