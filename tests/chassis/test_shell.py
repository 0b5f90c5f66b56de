"""A part under its operator: alive, ready, asked too much, without its servers, told to end."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from osnowa.steward import Steward
from osnowa_contracts import socialwork
from osnowa_contracts.examples import example
from osnowa_contracts.fact import Publisher

from chassis import group_writer
from chassis.broker import STEWARD
from chassis.database import WrongDatabase
from chassis.embedded import PostgresServer, Process, free_port
from chassis.testing import Broker
from tests.chassis.teller import Teller
from tests.chassis.toy import PATIENCE, Toy, eventually, someone
from tests.chassis.toy_service import environment, service, settings, visiting

CERTIFIED = example(socialwork.CooperationCertified)


@pytest.fixture
async def told(broker: Broker, database: str, tmp_path: Path) -> dict[str, str]:
    """The environment of the program `benefits`."""
    await broker.admit("benefits", "socialwork")
    return environment("benefits", database, broker, tmp_path, free_port())


@pytest.fixture
def toy() -> Toy:
    return Toy()


@pytest.fixture
def app(told: dict[str, str], toy: Toy) -> FastAPI:
    return service(Publisher.BENEFITS, toy).app(settings(told))


async def ready(client: httpx.AsyncClient, is_ready: bool = True) -> None:
    async def as_wanted() -> bool:
        return bool((await client.get("/readyz")).is_success == is_ready)

    await eventually(as_wanted)


async def test_it_says_that_it_is_not_ready_while_the_broker_or_the_database_is_away(
    app: FastAPI, broker: Broker, postgres: PostgresServer
) -> None:
    async with visiting(app) as client:
        await ready(client)
        await broker.server.stop()
        await ready(client, False)
        found = (await client.get("/readyz")).json()["checks"]
        assert (found["database"], found["broker"], found["consumer"]) == (True, False, False)
        await broker.server.start()
        await ready(client)
        await postgres.stop()
        await ready(client, False)
        assert (await client.get("/readyz")).json()["checks"]["database"] is False
        assert (await client.get("/livez")).is_success
        await postgres.start()
        await ready(client)


async def test_a_deleted_consumer_is_noticed_and_comes_back_with_what_was_told_meanwhile(
    app: FastAPI, broker: Broker
) -> None:
    async with visiting(app, "benefits-clerk") as client:
        await ready(client)
        await broker.delete_consumer("benefits")
        await ready(client, False)
        assert (await client.get("/readyz")).json()["checks"]["consumer"] is False
        sender, person = await broker.connect("socialwork"), someone()
        subject, raw = Teller("socialwork", "benefits").tell(CERTIFIED, person)
        await sender.request(subject, raw)
        steward = Steward(await broker.connect(STEWARD), ["benefits"])
        loop = await steward.start()
        await ready(client)
        timeline = app.state.service.part.timeline
        await eventually(lambda: timeline.after(person, 0))
        await loop.stop()


async def test_the_answer_to_a_command_comes_when_the_next_page_shows_what_it_did(
    app: FastAPI,
) -> None:
    async with visiting(app, "benefits-clerk") as client:
        for count in range(1, 6):
            await client.post(f"/api/certificates/{uuid4()}")
            assert (await client.get("/api/seen")).json() == count


async def test_asked_too_much_it_says_so_and_to_come_again(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visiting(app, "benefits-clerk") as client:
        monkeypatch.setattr(group_writer, "MOST_WAITING", 0)
        answer = await client.post(f"/api/certificates/{uuid4()}")
        assert (answer.status_code, answer.json()["code"]) == (503, "TooBusy")
        assert int(answer.headers["Retry-After"]) > 0
        monkeypatch.undo()
        assert (await client.post(f"/api/certificates/{uuid4()}")).is_success


async def test_without_its_database_it_refuses_commands_and_says_to_send_them_again(
    app: FastAPI, postgres: PostgresServer
) -> None:
    async with visiting(app, "benefits-clerk") as client:
        key = {"Idempotency-Key": str(uuid4())}
        path = f"/api/certificates/{uuid4()}"
        await postgres.stop()
        for headers in ({}, key):
            answer = await client.post(path, headers=headers)
            assert answer.status_code == 503
            assert int(answer.headers["Retry-After"]) > 0
        await postgres.start()

        async def accepted() -> bool:
            return (await client.post(path, headers=key)).is_success

        await eventually(accepted)


async def test_administrators_see_what_is_parked_and_have_it_handled_again(
    app: FastAPI, toy: Toy
) -> None:
    async with visiting(app, "benefits-administrator") as client:
        toy.fails_on = "CooperationCertified"
        teller = Teller("socialwork", "benefits")
        await app.state.service.part.inbox.take([teller.tell(CERTIFIED, someone())])
        (parked,) = (await client.get("/api/parked")).json()
        assert (parked["publisher"], parked["sequence"]) == ("socialwork", 1)
        path = "/api/parked/socialwork/1/retry"
        assert (await client.post(path)).json() == {"handled": False}
        toy.fails_on = None
        assert (await client.post(path)).json() == {"handled": True}
        assert (await client.get("/api/parked")).json() == []


async def test_nobody_else_may_ask_what_is_parked(app: FastAPI) -> None:
    async with visiting(app, "benefits-clerk") as client:
        assert (await client.get("/api/parked")).status_code == 403
        client.cookies.clear()
        assert (await client.post("/api/parked/x/1/retry")).status_code == 401


async def test_it_does_not_start_on_the_database_of_another_unit(
    app: FastAPI, told: dict[str, str]
) -> None:
    async with visiting(app):
        pass
    other = service(Publisher.SOCIALWORK, Toy()).app(settings(told, unit="socialwork"))
    with pytest.raises(WrongDatabase):
        async with visiting(other):
            pass


# --- as a process of its own ----------------------------------------------------------


@pytest.fixture
async def program(told: dict[str, str], tmp_path: Path) -> AsyncIterator[Process]:
    """Not started."""
    environ = {"PYTHONPATH": str(Path(__file__).parents[2]), **os.environ, **told}
    command = [sys.executable, "-m", "tests.chassis.toy_service"]
    process = Process("benefits", command, tmp_path / "benefits.log", environment=environ)
    yield process
    process.kill_now()


@pytest.fixture
async def client(told: dict[str, str]) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{told['OSNOWA_PORT']}") as client:
        yield client


async def answers(client: httpx.AsyncClient, path: str) -> bool:
    try:
        return (await client.get(path)).is_success
    except httpx.TransportError:
        return False


async def test_it_starts_before_its_servers_and_needs_almost_no_processor_while_they_are_away(
    program: Process, client: httpx.AsyncClient, broker: Broker, postgres: PostgresServer
) -> None:
    await broker.server.stop()
    await postgres.stop()
    await program.start(lambda: answers(client, "/livez"))
    await uses_almost_no_processor(program)
    await postgres.start()
    await broker.server.start()
    await ready(client)
    assert await program.stop(within=PATIENCE) == 0


async def test_it_needs_almost_no_processor_while_its_servers_went_away_and_recovers_alone(
    program: Process, client: httpx.AsyncClient, broker: Broker, postgres: PostgresServer
) -> None:
    await program.start(lambda: answers(client, "/readyz"))
    await broker.server.kill()
    await postgres.kill()
    await ready(client, False)
    await uses_almost_no_processor(program)
    await postgres.start()
    await broker.server.start()
    await ready(client)


async def test_a_client_gives_up_an_idle_connection_before_the_program_does(
    program: Process, client: httpx.AsyncClient, told: dict[str, str]
) -> None:
    """Else it sends on one that is closed just then, and never learns what was done."""
    await program.start(lambda: answers(client, "/livez"))
    kept = httpx.Limits().keepalive_expiry
    assert kept is not None
    reader, writer = await asyncio.open_connection("127.0.0.1", int(told["OSNOWA_PORT"]))
    with closing(writer):
        writer.write(b"GET /livez HTTP/1.1\r\nHost: part\r\n\r\n")
        assert b" 200 " in await reader.readline()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(reader.read(), kept + 1)


@pytest.mark.parametrize("away", [(), ("broker",), ("broker", "postgres")])
async def test_told_to_end_it_ends_cleanly_whoever_is_away(
    away: tuple[str, ...],
    program: Process,
    client: httpx.AsyncClient,
    broker: Broker,
    postgres: PostgresServer,
) -> None:
    await program.start(lambda: answers(client, "/readyz"))
    if "broker" in away:
        await broker.server.stop()
    if "postgres" in away:
        await postgres.stop()
    await ready(client, is_ready=not away)
    assert await program.stop(within=PATIENCE) == 0
    if "postgres" in away:
        await postgres.start()


async def uses_almost_no_processor(program: Process, during: float = 6.0) -> None:
    before = processor_seconds(program.pid)
    await asyncio.sleep(during)  # the measure itself is of time
    used = processor_seconds(program.pid) - before
    assert used < 0.1 * during, f"{used:.2f} s of processor time in {during:g} s"


def processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
