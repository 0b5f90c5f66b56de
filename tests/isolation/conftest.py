"""A city with all its databases and users, but without a service running in it."""

from collections.abc import AsyncIterator

import pytest
from nats.aio.client import Client
from osnowa.platform import Platform
from osnowa.scenarios import STORIES
from osnowa.scenarios.player import perform
from osnowa.topology import UNITS_FILE

from tests.isolation.guest import Guest

SECOND_CONTRACTOR = """
[[unit]]
name = "ngo-sasiad"
kind = "contractor"
institution = "Fundacja Sąsiad"
program = "services.partner.main"
title_pl = "Fundacja Sąsiad"
title_en = "Sąsiad Foundation"
"""


@pytest.fixture(scope="module")
async def city(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Platform]:
    """As deploy/units.toml says, and a second contractor, so that equals are tried too."""
    units = tmp_path_factory.mktemp("isolation") / "units.toml"
    units.write_text(UNITS_FILE.read_text("utf-8") + SECOND_CONTRACTOR, "utf-8")
    async with Platform.running(units_file=units, parts=[], fsync=False) as platform:
        yield platform


@pytest.fixture(scope="module")
async def guests(city: Platform) -> AsyncIterator[dict[str, Guest]]:
    """Every unit of the city, connected as a stranger would with its password."""
    connected = {}
    for name in city.directory.units:
        guest = connected[name] = Guest(name, Client())
        await guest.client.connect(
            city.nats.url,
            user=name,
            password=city.credentials.nats[name],
            inbox_prefix=f"_INBOX.{name}",
            error_cb=guest.note,
        )
    yield connected
    for guest in connected.values():
        await guest.client.close()


@pytest.fixture(scope="session")
async def played() -> AsyncIterator[Platform]:
    """The whole city after the first story, in which a social worker writes a note."""
    async with Platform.running(fsync=False, traces=True) as platform:
        await perform(platform, [STORIES["k1"]])
        yield platform
