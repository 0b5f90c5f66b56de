"""A background loop survives its failures without burning the processor, and stops cleanly."""

import asyncio
from datetime import UTC, datetime
from time import perf_counter, process_time

import pytest
from structlog.testing import capture_logs

from chassis.loops import Loop, Wake, cancel, keep_running
from tests.chassis.toy import PATIENCE


async def until(reached: asyncio.Event) -> None:
    async with asyncio.timeout(PATIENCE):
        await reached.wait()


class Counting:
    """A step that fails the first `failures` times and tells when it was called `enough` times."""

    def __init__(self, failures: int = 0, enough: int = 3, more: bool = False) -> None:
        self.failures, self.enough, self.more = failures, enough, more
        self.calls = 0
        self.reached = asyncio.Event()

    async def __call__(self) -> bool:
        self.calls += 1
        if self.calls >= self.enough:
            self.reached.set()
        if self.calls <= self.failures:
            raise ConnectionError("44451401359 is not to be read anywhere")
        return self.more


async def test_a_loop_goes_on_after_failures_and_then_is_well_again() -> None:
    step, began = Counting(failures=2), datetime.now(UTC)
    loop = keep_running("relay", step, idle=0.01)
    with capture_logs() as lines:
        await until(step.reached)
        await asyncio.sleep(0.05)
    assert loop.health.ok
    assert loop.health.last_error == "ConnectionError"
    assert loop.health.last_ok is not None
    assert began < loop.health.last_ok
    own = [line for line in lines if line.get("loop") == "relay"]
    assert [line["attempt"] for line in own] == [1, 2]
    assert "44451401359" not in str([{**line, "exc_info": None} for line in own])
    await loop.stop()


async def test_a_failing_loop_says_so() -> None:
    step = Counting(failures=1000, enough=2)
    loop = keep_running("relay", step, idle=0.01)
    await until(step.reached)
    await asyncio.sleep(0)
    assert loop.health.running
    assert not loop.health.ok
    assert loop.health.consecutive_failures == 2
    await loop.stop()


async def test_a_loop_that_fails_for_long_does_not_burn_the_processor() -> None:
    step = Counting(failures=1000)
    loop = keep_running("relay", step, idle=0.001, backoff_max=0.2)
    began, used = perf_counter(), process_time()
    for _ in range(50):
        loop.wake.set()
        await asyncio.sleep(0.02)
    took = perf_counter() - began
    assert step.calls < 5 + took / 0.1, "each pause but the first few is 0.1 s or longer"
    assert process_time() - used < 0.5 * took
    await loop.stop()


def test_the_pause_grows_up_to_its_most() -> None:
    loop = Loop("relay", Counting(), idle=1, wake=Wake(), backoff_max=5, drain=1)
    pauses = []
    for failures in range(1, 2000, 3):
        loop.health.consecutive_failures = failures
        pauses.append(loop._backoff())
    assert 0.05 <= pauses[0] <= 0.1
    assert all(2.5 <= pause <= 5 for pause in pauses[3:])


async def test_more_work_is_done_at_once_and_others_still_get_their_turn() -> None:
    step = Counting(enough=1000, more=True)
    loop = keep_running("relay", step, idle=60)
    turns = 0
    while not step.reached.is_set():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 100
    await loop.stop()


async def test_a_wake_ends_the_idle_wait() -> None:
    step, wake = Counting(enough=2), Wake()
    loop = keep_running("relay", step, idle=60, wake=wake)
    await asyncio.sleep(0.01)
    assert step.calls == 1
    wake.set()
    await until(step.reached)
    await loop.stop()


async def test_stopping_lets_the_running_step_end() -> None:
    ended = asyncio.Event()

    async def step() -> None:
        await asyncio.sleep(0.1)
        ended.set()

    loop = keep_running("relay", step, idle=1, drain=PATIENCE)
    await asyncio.sleep(0.01)
    await loop.stop()
    assert ended.is_set()
    assert not loop.health.running


async def test_stopping_does_not_wait_for_a_step_without_end() -> None:
    async def step() -> None:
        await asyncio.sleep(3600)

    loop = keep_running("relay", step, idle=1, drain=0.05)
    await asyncio.sleep(0.01)
    async with asyncio.timeout(PATIENCE):
        await loop.stop()
    assert not loop.health.running


async def test_what_is_no_ordinary_failure_ends_the_loop_and_is_seen() -> None:
    class PowerCut(BaseException):
        pass

    async def step() -> None:
        raise PowerCut

    loop = keep_running("relay", step, idle=1)
    with pytest.raises(PowerCut):
        await loop.wait()
    assert not loop.health.running
    assert loop.health.last_error == "PowerCut"


async def test_a_loop_without_a_pause_is_refused() -> None:
    with pytest.raises(ValueError, match="idle"):
        keep_running("relay", Counting(), idle=0)


async def test_a_wake_that_came_before_the_wait_is_not_lost_and_several_are_one() -> None:
    wake = Wake()
    wake.set()
    wake.set()
    assert await wake.wait(0.01)
    assert not await wake.wait(0.01)


async def test_what_swallows_its_cancellation_is_cancelled_again() -> None:
    started, swallowed = asyncio.Event(), 0

    async def connects() -> None:
        nonlocal swallowed
        while True:
            try:
                started.set()
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                if swallowed:
                    raise
                swallowed += 1

    task = asyncio.create_task(connects())
    await started.wait()
    await cancel(task)
    assert task.cancelled()
    assert swallowed == 1
