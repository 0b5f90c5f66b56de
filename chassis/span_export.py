"""How finished spans leave the process: without what may tell of a person, as JSON lines."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import Status, StatusCode

from chassis.logs import PASSES, harmless

SPAN_PASSES = PASSES | {
    "http.request.method",
    "http.response.status_code",
    "http.route",
    "error.type",
}
"""Of what FastAPI notes by itself; the path and the query hold what people look for."""


class Redacted(SpanExporter):
    """Passes spans on without attributes that may say something about a person."""

    def __init__(self, exporter: SpanExporter) -> None:
        self._exporter = exporter

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        return self._exporter.export([_redacted(one) for one in spans])

    def shutdown(self) -> None:
        self._exporter.shutdown()


def _redacted(one: ReadableSpan) -> ReadableSpan:
    return ReadableSpan(
        name=one.name,
        context=one.context,
        parent=one.parent,
        resource=one.resource,
        attributes=_harmless(one.attributes or {}),
        links=one.links,
        kind=one.kind,
        status=Status(one.status.status_code),
        start_time=one.start_time,
        end_time=one.end_time,
        instrumentation_scope=one.instrumentation_scope,
    )


def _harmless(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {key: harmless(value) for key, value in attributes.items() if key in SPAN_PASSES}


class JsonLines(SpanExporter):
    """Appends each finished span to a file as one line of JSON."""

    def __init__(self, file: Path) -> None:
        self._lock = threading.Lock()
        self._file = file.open("a", encoding="utf-8", buffering=1)

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        with self._lock:
            for one in spans:
                self._file.write(json.dumps(_line(one)) + "\n")
        return SpanExportResult.SUCCESS

    def shutdown(self) -> None:
        self._file.close()


def _line(one: ReadableSpan) -> dict[str, Any]:
    assert one.context is not None
    return {
        "unit": one.resource.attributes["service.name"],
        "name": one.name,
        "trace_id": format(one.context.trace_id, "032x"),
        "span_id": format(one.context.span_id, "016x"),
        "parent_id": format(one.parent.span_id, "016x") if one.parent else None,
        "links": [format(link.context.trace_id, "032x") for link in one.links],
        "kind": one.kind.name.lower(),
        "start": one.start_time,
        "end": one.end_time,
        "failed": one.status.status_code is StatusCode.ERROR,
        "attributes": dict(one.attributes or {}),
    }
