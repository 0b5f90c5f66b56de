"""What the drills and the program of their units must agree on."""

from __future__ import annotations

from pathlib import Path

UNITS_FILE = Path(__file__).with_name("units.toml")

TELLING, ANSWERING, LISTENING = "teller", "hearer", "witness"
UNITS = (TELLING, ANSWERING, LISTENING)

POISON = "poison"
"""The text of a notice that a hearer cannot handle ..."""

MENDED = "OSNOWA_DRILL_MENDED"
"""... until it is started again with this variable, as a mended version would be."""
