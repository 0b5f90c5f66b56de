"""The toy as a whole program with pages and routes, in this process or in one of its own."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from fastapi import APIRouter
from osnowa_contracts import socialwork
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.examples import example
from osnowa_contracts.fact import Fact, Publisher

from chassis.context import Context, command
from chassis.database import Pool
from chassis.event_log import EventLog, Receipt
from chassis.service import Service
from chassis.settings import Settings
from chassis.testing import Broker
from chassis.web import Ctx, Running
from tests.chassis import toy
from tests.chassis.toy import Errand, Toy

UNITS = """
[city]
name = "Miasto Wzorcowe"
"""
UNIT = """
[[unit]]
name = "{unit}"
kind = "{kind}"
institution = "{unit}"
program = "tests.chassis.toy_service"
title_pl = "{unit}"
title_en = "{unit}"

[[worker]]
id = "{unit}-clerk"
name = "Clerk"
role = "clerk"
unit = "{unit}"

[[worker]]
id = "{unit}-administrator"
name = "Administrator"
role = "administrator"
unit = "{unit}"
"""


class Commands:
    def __init__(self, log: EventLog, _reading: Pool) -> None:
        self.log = log

    @command("clerk")
    async def certify(self, person: UUID, *, ctx: Context) -> Receipt:
        fact = example(socialwork.CooperationCertified)
        errand = Errand(type=fact.type(), data=fact.model_dump(mode="json"), person=person)
        return await self.log.append(errand, ctx=ctx)


router = APIRouter(prefix="/api")


@router.post("/certificates/{person}")
async def certify(person: UUID, ctx: Ctx, service: Running[Commands]) -> Receipt:
    return await service.commands.certify(person, ctx=ctx)


@router.get("/seen")
async def seen(service: Running[Commands]) -> int:
    """The read model: how many events the toy has projected."""
    return int(await service.reading.fetchval("select count(*) from seen"))


class Reactions:
    def __init__(self, given: Toy, log: EventLog) -> None:
        self._toy, self._log = given, log

    async def react(self, fact: Fact, envelope: Envelope, ctx: Context) -> None:
        await self._toy.react(self._log, fact, envelope, ctx)


def service(kind: Publisher, given: Toy) -> Service[Commands]:
    return Service(
        kind=kind,
        schema=toy.SCHEMA,
        aggregates=[Errand],
        commands=Commands,
        reactions=lambda commands, _reading: Reactions(given, commands.log),
        disclose=toy.disclose,
        involve=given.involve,
        project_event=given.project_event,
        project_fact=given.project_fact,
        routers=[router],
    )


def environment(
    unit: str, database: str, broker: Broker, folder: Path, port: int
) -> dict[str, str]:
    """What a program is told, with a units file of all toys."""
    units = folder / "units.toml"
    units.write_text(
        UNITS + "".join(UNIT.format(unit=u, kind=k) for u, k in toy.NEIGHBOURS.items()), "utf-8"
    )
    return {
        "OSNOWA_UNIT": unit,
        "OSNOWA_UNITS_FILE": str(units),
        "OSNOWA_DATABASE": database,
        "OSNOWA_NATS": broker.url,
        "OSNOWA_NATS_PASSWORD": broker.passwords[unit],
        "OSNOWA_SESSION_SECRET": "s" * 32,
        "OSNOWA_PORT": str(port),
    }


def settings(told: dict[str, str], **more: Any) -> Settings:
    return Settings(**{k.removeprefix("OSNOWA_").lower(): v for k, v in told.items()} | more)


@asynccontextmanager
async def visiting(app: Any, worker: str = "") -> AsyncIterator[httpx.AsyncClient]:
    """The running application, and a client in it, signed in if a worker is named."""
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://part") as client:
            if worker:
                answer = await client.post("/api/sign-in", json={"worker": worker})
                assert answer.is_success, answer.text
            yield client


def main() -> None:
    """`python -m tests.chassis.toy_service`, told by the environment."""
    given = Toy(reacts=True)
    service(toy.NEIGHBOURS[os.environ["OSNOWA_UNIT"]], given).run()


if __name__ == "__main__":
    main()
