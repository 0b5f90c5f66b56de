"""One trace follows a piece of work through all parts, and tells nothing about a person."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import httpx
import pytest
import structlog
from fastapi import FastAPI

from chassis import telemetry
from chassis.settings import Settings
from chassis.telemetry import current_traceparent, fastapi_telemetry, metrics, span

TRACE = "0af7651916cd43dd8448eb211c80319c"
TRACEPARENT = f"00-{TRACE}-b7ad6b7169203331-01"
PESEL = "44451401359"
Spans = Callable[[], list[dict[str, Any]]]


def settings(trace_file: Path | None) -> Settings:
    return Settings.load(
        unit="benefits",
        units_file="units.toml",
        database="postgresql://nowhere",
        nats="nats://nowhere",
        nats_password="hidden",
        session_secret="hidden-" * 6,
        port=0,
        trace_file=trace_file,
    )


@pytest.fixture
def spans(tmp_path: Path, unhook_logs: None) -> Spans:  # noqa: ARG001  # put back at the end
    file = tmp_path / "spans.jsonl"
    telemetry.configure(settings(file))
    return lambda: [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.fixture
def app(spans: Spans) -> FastAPI:  # noqa: ARG001  # configured first
    app = FastAPI(telemetry=fastapi_telemetry())
    app.add_route("/metrics", telemetry.metrics_page)

    @app.get("/clients/{client}")
    async def client(client: str, fail: bool = False) -> dict[str, str | None]:
        if fail:
            raise ValueError(f"no {client}")
        with span("event_log.append", count=1):
            return {"traceparent": current_traceparent()}

    return app


async def get(app: FastAPI, path: str, **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as browser:
        return await browser.get(path, headers=headers)


def test_a_stored_traceparent_is_continued_in_another_part(spans: Spans) -> None:
    with span("event_log.append"):
        stored = current_traceparent()
    with span("inbox.take", traceparent=stored, fact="DecisionIssued"):
        assert current_traceparent() != stored
    append, take = spans()
    assert take["trace_id"] == append["trace_id"]
    assert take["parent_id"] == append["span_id"]
    assert take["unit"] == "benefits"
    assert take["attributes"] == {"fact": "DecisionIssued"}


def test_a_batch_is_linked_to_every_trace_it_carries(spans: Spans) -> None:
    with span("relay.send", links=[TRACEPARENT, "nonsense"], count=2):
        pass
    (send,) = spans()
    assert send["links"] == [TRACE]
    assert send["trace_id"] != TRACE


def test_nonsense_instead_of_a_traceparent_begins_no_false_kinship(spans: Spans) -> None:
    with span("outer"), span("inner", traceparent="nonsense"):
        pass
    inner, outer = spans()
    assert inner["parent_id"] == outer["span_id"]


def test_spans_tell_nothing_about_a_person(spans: Spans) -> None:
    with (
        pytest.raises(LookupError),
        span("inbox.take", status=PESEL, surname="Przykładowa"),
    ):
        raise LookupError(PESEL)
    (take,) = spans()
    assert take["failed"]
    assert take["attributes"] == {"status": "***********", "error.type": "LookupError"}


async def test_a_request_continues_the_callers_trace(app: FastAPI, spans: Spans) -> None:
    answer = await get(app, "/clients/5", traceparent=TRACEPARENT)
    append, request = spans()
    assert request["trace_id"] == append["trace_id"] == TRACE
    assert append["parent_id"] == request["span_id"]
    assert answer.json()["traceparent"].startswith(f"00-{TRACE}-{append['span_id']}")


async def test_neither_path_nor_query_of_a_request_is_exported(app: FastAPI, spans: Spans) -> None:
    await get(app, f"/clients/{PESEL}?fail=true&surname=Przykladowa")
    (request,) = spans()
    assert request["failed"]
    assert request["attributes"]["http.route"] == "/clients/{client}"
    assert PESEL not in json.dumps(request)
    assert "Przykladowa" not in json.dumps(request)


async def test_probes_leave_no_spans(app: FastAPI, spans: Spans) -> None:
    await get(app, "/metrics")
    assert spans() == []


def test_a_log_line_carries_the_ids_of_its_trace(spans: Spans, log_lines: Spans) -> None:
    with span("inbox.take"):
        structlog.get_logger("chassis").info("taken in")
    (take,), (line,) = spans(), log_lines()
    assert line["trace_id"] == take["trace_id"]
    assert line["span_id"] == take["span_id"]


async def test_the_measures_stand_on_the_metrics_page(app: FastAPI) -> None:
    metrics.append_seconds.record(0.004)
    metrics.appended.add(2)
    metrics.relay_lag.set(7, {"recipient": "pup"})
    metrics.inbox_lag.set(1)
    metrics.parked.set(0)
    metrics.projection_delay.record(0.02)
    page = (await get(app, "/metrics")).text.splitlines()
    assert "osnowa_append_seconds_count 1.0" in page
    assert "osnowa_append_total 2.0" in page
    assert 'osnowa_relay_lag{recipient="pup"} 7.0' in page
    assert "osnowa_inbox_lag 1.0" in page
    assert "osnowa_parked_facts 0.0" in page
    assert "osnowa_projection_delay_seconds_count 1.0" in page


def test_without_an_exporter_spans_cost_next_to_nothing() -> None:
    began = process_time()
    for _ in range(2_000):
        with span("event_log.append", count=1):
            pass
    assert (process_time() - began) / 2_000 < 0.0001
    assert current_traceparent() is None


def test_without_an_exporter_a_trace_still_passes_through() -> None:
    with span("inbox.take", traceparent=TRACEPARENT):
        assert current_traceparent() == TRACEPARENT


async def test_tasks_keep_their_traces_apart(spans: Spans) -> None:
    async def work() -> str | None:
        with span("work"):
            await asyncio.sleep(0)
            return current_traceparent()

    first, second = await asyncio.gather(work(), work())
    assert first is not None
    assert second is not None
    assert len({one["trace_id"] for one in spans()}) == 2
