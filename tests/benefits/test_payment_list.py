"""The payment list of a day: whatever is repeated, runs twice or breaks off, each is paid once."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import os
import signal
import socket
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
from osnowa_contracts import benefits as facts

from chassis.clock import Clock, set_offset
from chassis.context import Context, Worker
from chassis.settings import Settings
from services.benefits.commands.realisation_inputs import ListSeen
from services.benefits.main import service
from tests.benefits.conftest import UNITS, Town
from tests.benefits.given import Json
from tests.benefits.realised import EWA, HELENA, MAREK, decided, granted, plan, told
from tests.chassis.toy import PATIENCE, eventually

FEBRUARY = "/api/payment-lists/2026-02-25"
PERSONS = [UUID(int=100 + n) for n in range(4)]


async def four(town: Town) -> list[tuple[str, str]]:
    """Four clients with a payment each on 25 February; 100, 101, 102 and 103 PLN."""
    return [
        await granted(town, person, f"{100 + n}.00", name=f"Próbny-{n}")
        for n, person in enumerate(PERSONS)
    ]


async def seen(town: Town, at: str = FEBRUARY) -> Json:
    """What is planned, as whoever executes the list sends it back."""
    found: Json = (await town.get(MAREK, at))["totals"]["planned"]
    return found


async def executed(town: Town) -> list[str]:
    """Payments made, by their event."""
    rows = await town.app.state.service.reading.fetch(
        "select state -> 'payment' ->> 'payment_id' as id from events"
        " where topic = 'benefits.entitlement.payment-executed.1'"
    )
    return [row["id"] for row in rows]


async def test_the_list_of_a_day_has_every_payment_and_its_sums(town: Town) -> None:
    await four(town)
    found = await town.get(MAREK, FEBRUARY)
    assert [one["name"] for one in found["payments"]] == [f"Jan Próbny-{n}" for n in range(4)]
    assert found["totals"] == {"planned": {"count": 4, "total": "406.00"}}
    assert found["executable_from"] == "2026-02-25"
    days = await town.listed(MAREK, "/api/payment-lists")
    assert [(d["day"], d["waiting"], d["waiting_total"]) for d in days] == [
        ("2026-02-25", 4, "406.00"), ("2026-03-25", 4, "406.00"),
    ]  # fmt: skip


async def test_the_file_opens_in_a_spreadsheet(town: Town) -> None:
    await granted(town, PERSONS[0], "1234.50", name="=Próbny")
    answer = await (await town.client(MAREK)).get(f"{FEBRUARY}/csv")
    assert answer.content.startswith("\ufeffLp.;".encode())
    assert "lista-wyplat-2026-02-25.csv" in answer.headers["content-disposition"]
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1] == [
        "1", "Jan =Próbny", "Zasiłek celowy", "2026-02", "1234,50", "przelew", "zaplanowana",
        "2026-02-25",
    ]  # fmt: skip
    assert rows[2][1:5] == ["Razem, zaplanowana", "1", "", "1234,50"]


async def test_a_list_is_executed_on_its_day_and_not_before(town: Town) -> None:
    await four(town)
    waiting = await seen(town)
    town.day(date(2026, 2, 24))
    path = f"{FEBRUARY}/execution"
    assert await town.refused(MAREK, path, **waiting) == "ListTooEarly"
    town.day(date(2026, 2, 25))
    for stranger in (EWA, HELENA):
        assert await town.refused(stranger, path, **waiting) == "RoleMissing"
    done = (await town.post(MAREK, path, **waiting))["data"]
    assert (done["count"], done["total"], done["left_out"]) == (4, "406.00", 0)
    found = await town.get(MAREK, FEBRUARY)
    assert found["totals"] == {"paid": {"count": 4, "total": "406.00"}}
    assert [run["paid_count"] for run in found["runs"]] == [4]
    assert len(await told(town, facts.PaymentExecuted.type())) == 4


async def test_a_list_that_is_not_what_the_cashier_saw_is_not_executed(town: Town) -> None:
    (_, benefit), *_ = await four(town)
    waiting = await seen(town)
    town.day(date(2026, 2, 25))
    await town.post(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-02")
    path = f"{FEBRUARY}/execution"
    assert await town.refused(MAREK, path, **waiting) == "ListChanged"
    assert len(await executed(town)) == 1
    await town.post(MAREK, path, **await seen(town))
    assert len(await executed(town)) == len(set(await executed(town))) == 4


async def test_a_command_sent_again_pays_nothing_twice(town: Town) -> None:
    await four(town)
    waiting = await seen(town)
    town.day(date(2026, 2, 25))
    client = await town.client(MAREK)
    key = {"Idempotency-Key": str(uuid4())}
    answers = [
        (await client.post(f"{FEBRUARY}/execution", json=waiting, headers=key)).json()
        for _ in range(2)
    ]
    assert answers[0]["data"] == answers[1]["data"]
    assert answers[1]["repeated"]
    refusal = await town.refused(MAREK, f"{FEBRUARY}/execution", **waiting)
    assert refusal == "NothingToPay"
    assert len(await executed(town)) == 4


async def test_two_who_execute_the_same_list_at_once_pay_it_once(town: Town) -> None:
    await four(town)
    waiting = await seen(town)
    town.day(date(2026, 2, 25))
    client = await town.client(MAREK)
    answers = await asyncio.gather(
        *(client.post(f"{FEBRUARY}/execution", json=waiting) for _ in range(3))
    )
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert 200 in {answer.status_code for answer in answers}
    assert len(await executed(town)) == len(set(await executed(town))) == 4


async def test_what_a_decision_stopped_after_the_list_was_opened_is_left_out(town: Town) -> None:
    """The list broke off before the payment; then the benefit was suspended."""
    (case, benefit), *_ = await four(town)
    waiting = await seen(town)
    town.day(date(2026, 2, 25))
    await broken_off(town, waiting)
    at = f"/api/entitlements/{benefit}"
    await town.post(EWA, f"{at}/review", trigger="WASTE")
    await decided(town, at, kind="SUSPEND", valid_from="2026-02-01")
    done = (await town.post(MAREK, f"{FEBRUARY}/execution", **waiting))["data"]
    assert done["left_out"] + done["count"] == 4
    states = {one["case_id"]: one["state"] for one in (await town.get(MAREK, FEBRUARY))["payments"]}
    paid_before = states[case] == "paid"
    assert done["left_out"] == (0 if paid_before else 1)
    assert len(await executed(town)) == done["count"]


async def broken_off(town: Town, waiting: Json) -> None:
    """Draws the list up and pays nothing: what a process leaves that dies right then."""
    commands = town.app.state.service.commands
    now = datetime(2026, 2, 25, 9, tzinfo=UTC)
    ctx = Context(Worker(MAREK, "Marek", "realisation-worker", "benefits"), now)
    await commands._drawn_up(date(2026, 2, 25), ListSeen(**waiting), ctx)


async def test_a_process_killed_in_between_leaves_a_list_that_is_gone_on_with(
    database: str, tmp_path: Path
) -> None:
    clock_file, port = tmp_path / "clock", free_port()
    set_offset(clock_file, datetime(2026, 2, 2, 9, tzinfo=UTC))
    given = {
        "unit": "benefits", "units_file": UNITS, "database": database,
        "nats": "nats://127.0.0.1:1", "nats_password": "not used", "session_secret": "s" * 32,
        "port": port, "clock_file": clock_file,
    }  # fmt: skip
    app = service.app(Settings.load(**given), Clock(clock_file))
    async with app.router.lifespan_context(app):
        before = Town(app, clock_file)
        await four(before)
        waiting = await seen(before)
    set_offset(clock_file, datetime(2026, 2, 25, 9, tzinfo=UTC))
    environment = {f"OSNOWA_{name.upper()}": str(value) for name, value in given.items()}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "services.benefits.main",
        env=os.environ | environment | {"OSNOWA_CRASHPOINT": "event_log.after-commit:3"},
        cwd=UNITS.parents[1],
    )  # fmt: skip
    await killed_while_paying(f"http://127.0.0.1:{port}", waiting)
    assert await asyncio.wait_for(process.wait(), PATIENCE) == -signal.SIGKILL

    again = service.app(Settings.load(**given), Clock(clock_file))
    async with again.router.lifespan_context(again):
        after = Town(again, clock_file)
        part = again.state.service.part
        assert await part.follower.reached(await part.log.head())
        paid_before = len(await executed(after))
        assert paid_before < 4
        done = (await after.post(MAREK, f"{FEBRUARY}/execution", **waiting))["data"]
        assert (done["count"], done["total"], done["left_out"]) == (4, "406.00", 0)
        assert len(await executed(after)) == len(set(await executed(after))) == 4
        runs = (await after.get(MAREK, FEBRUARY))["runs"]
        assert [(run["count"], run["paid_count"]) for run in runs] == [(4, 4)]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


async def killed_while_paying(address: str, waiting: Json) -> None:
    """Signs in and executes the list, until the process is gone."""
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE) as client:

        async def signed_in() -> bool:
            with contextlib.suppress(httpx.TransportError):
                answer = await client.post("/api/sign-in", json={"worker": MAREK})
                return answer.status_code == httpx.codes.NO_CONTENT
            return False

        await eventually(signed_in)
        with pytest.raises(httpx.TransportError):
            await client.post(f"{FEBRUARY}/execution", json=waiting)


async def test_returned_money_waits_until_it_is_sent_again(town: Town) -> None:
    _, benefit = await granted(town, PERSONS[0], "200.00")
    town.day(date(2026, 2, 25))
    await town.post(MAREK, f"{FEBRUARY}/execution", **await seen(town))
    (february, _march) = await plan(town, benefit)
    at = f"/api/entitlements/{benefit}/payments/{february['payment_id']}"
    town.day(date(2026, 3, 2))
    back = {"reason": "WRONG_ACCOUNT"}
    assert await town.refused(EWA, f"{at}/return", **back) == "RoleMissing"
    await town.post(MAREK, f"{at}/return", **back)
    assert await town.refused(MAREK, f"{at}/return", **back) == "NotPaid"
    (task,) = [t for t in await town.listed(MAREK, "/api/tasks") if "Zwrócona" in t["title"]]
    assert task["title"] == "Zwrócona wypłata: Jan Próbny"
    assert (await town.get(MAREK, "/api/expected"))["returned_payments"][0]["month"] == "2026-02"
    again = await town.post(MAREK, f"{at}/reissue", method="CASH", due_on="2026-03-05")
    assert (again["data"]["amount"], again["data"]["due_on"]) == ("200.00", "2026-03-05")
    assert await town.refused(MAREK, f"{at}/reissue") == "NotReturned"
    town.day(date(2026, 3, 5))
    path = "/api/payment-lists/2026-03-05"
    await town.post(MAREK, f"{path}/execution", **await seen(town, path))
    first, second, _ = await plan(town, benefit)
    assert [first["state"], second["state"], second["nth"]] == ["returned", "paid", 2]
    assert len(await told(town, facts.PaymentReturned.type())) == 1


async def test_a_cancelled_payment_is_paid_by_no_list_and_by_nobody(town: Town) -> None:
    (case, benefit), *_ = await four(town)
    waiting = await seen(town)
    february, march = await plan(town, benefit)
    at = f"/api/entitlements/{benefit}/payments"
    why = {"payment_id": february["payment_id"], "reason": "WRONG_PLAN", "text": "Błędny okres"}
    for stranger in (EWA, HELENA):
        assert await town.refused(stranger, f"{at}/cancellation", **why) == "RoleMissing"
    assert await town.refused(MAREK, f"{at}/cancellation", **{**why, "text": " "}) == "invalid"
    done = (await town.post(MAREK, f"{at}/cancellation", **why))["data"]
    assert (done["count"], done["total"]) == (1, "100.00")
    assert await town.refused(MAREK, f"{at}/cancellation", **why) == "PaymentCancelled"
    town.day(date(2026, 2, 25))
    assert await town.refused(MAREK, at, month="2026-02") == "PaymentCancelled"
    assert await town.refused(MAREK, f"{FEBRUARY}/execution", **waiting) == "ListChanged"
    await town.post(MAREK, f"{FEBRUARY}/execution", **await seen(town))
    assert february["payment_id"] not in await executed(town)
    shown = {p["case_id"]: p for p in (await town.get(MAREK, FEBRUARY))["payments"]}[case]
    assert [shown["state"], shown["cancelled_by"], shown["cancel_reason"]] == [
        "cancelled", MAREK, "WRONG_PLAN",
    ]  # fmt: skip
    (first, second) = await plan(town, benefit)
    assert [first["state"], first["cancel_text"], second["state"]] == [
        "cancelled", "Błędny okres", "planned",
    ]  # fmt: skip
    (fact,) = await told(town, facts.PaymentCancelled.type())
    assert february["payment_id"] in fact
    assert "Błędny okres" not in fact
    assert march["payment_id"] not in fact


async def test_a_payment_cancelled_while_its_list_broke_off_is_left_out(town: Town) -> None:
    (_, benefit), *_ = await four(town)
    waiting = await seen(town)
    town.day(date(2026, 2, 25))
    await broken_off(town, waiting)
    february, _ = await plan(town, benefit)
    why = {"payment_id": february["payment_id"], "reason": "OTHER", "text": "Klient prosił"}
    await town.post(MAREK, f"/api/entitlements/{benefit}/payments/cancellation", **why)
    done = (await town.post(MAREK, f"{FEBRUARY}/execution", **waiting))["data"]
    assert (done["count"], done["left_out"]) == (3, 1)
    assert february["payment_id"] not in await executed(town)


async def test_a_payment_cancelled_by_mistake_is_planned_again(town: Town) -> None:
    _, benefit = await granted(town, PERSONS[0], "200.00")
    february, _ = await plan(town, benefit)
    at = f"/api/entitlements/{benefit}/payments"
    why = {"payment_id": february["payment_id"], "reason": "OTHER", "text": "Pomyłka"}
    await town.post(MAREK, f"{at}/cancellation", **why)
    await town.post(MAREK, f"{at}/{february['payment_id']}/reissue")
    first, second, _ = await plan(town, benefit)
    assert [first["sent_again"], second["state"], second["due_on"]] == [
        True, "planned", "2026-02-25",
    ]  # fmt: skip
    assert await town.refused(MAREK, f"{at}/{february['payment_id']}/reissue") == "NotReturned"


async def test_after_a_death_the_rest_is_cancelled_and_the_benefit_ends(town: Town) -> None:
    _, benefit = await granted(town, PERSONS[0], "200.00")
    february, _ = await plan(town, benefit)
    at = f"/api/entitlements/{benefit}"
    why = {"payment_id": february["payment_id"], "reason": "DECEASED", "text": "Akt zgonu"}
    done = await town.post(MAREK, f"{at}/payments/cancellation", **why, and_later=True)
    assert done["data"]["count"] == 2
    assert await town.refused(MAREK, f"{at}/end") == "PeriodRuns"
    death = {"kind": "DEATH", "source": "REGISTER", "since": "2026-02-02"}
    await town.post(MAREK, f"{at}/changes", **death)
    await town.post(MAREK, f"{at}/end")
    assert (await town.get(MAREK, at))["state"] == "ended"


async def test_contributions_are_reported_once_a_month(town: Town) -> None:
    _, benefit = await granted(town, PERSONS[0], "200.00")
    path = f"/api/entitlements/{benefit}/contributions"
    paid = {"kind": "HEALTH", "month": "2026-02", "base": "200.00", "amount": "18.00"}
    assert await town.refused(EWA, path, **paid) == "RoleMissing"
    await town.post(MAREK, path, **paid)
    assert await town.refused(MAREK, path, **paid) == "AlreadyReported"
    assert await town.refused(MAREK, path, **{**paid, "month": "2026-03"}) == "MonthNotCovered"
    seen_of_it = await town.get(MAREK, f"/api/entitlements/{benefit}/monitoring")
    assert Decimal(seen_of_it["contributions"][0]["amount"]) == 18
    assert len(await told(town, facts.InsuranceContributionsReported.type())) == 1
