"""Entries that turned out to be one person, as this unit was told, and how that is undone."""

from __future__ import annotations

from pathlib import Path

SCHEMA = Path(__file__).with_suffix(".sql")
