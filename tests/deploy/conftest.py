"""A small city whose two units run a program of a page instead of a service."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from osnowa.platform import Platform

UNITS = """
[city]
name = "Miasto Wzorcowe"

[[unit]]
name = "benefits"
kind = "benefits"
institution = "MOPS"
program = "small_part"

[[unit]]
name = "ngo-opiekun"
kind = "contractor"
institution = "Stowarzyszenie Opiekun"
program = "small_part"

[[worker]]
id = "administrator-of-benefits"
name = "Wiktor Jesion"
role = "administrator"
unit = "benefits"
"""


@pytest.fixture(scope="session")
def units_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    file = tmp_path_factory.mktemp("small-city") / "units.toml"
    file.write_text(UNITS)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parent))
        yield file


@pytest.fixture(scope="module")
async def platform(units_file: Path) -> AsyncIterator[Platform]:
    async with Platform.running(units_file=units_file, fsync=False) as running:
        yield running
