"""How one follows a piece of work through all parts: traces, measures and logs.

Nothing is exported until `configure` was called with somewhere to export to; `span` then costs
next to nothing. Exported spans pass the same list of harmless keys as the logs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from fastapi.telemetry import TelemetryConfig
from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.exporter.prometheus import PrometheusMetricReader
from opentelemetry.metrics import Meter, NoOpMeter
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor
from opentelemetry.trace import (
    Link,
    NonRecordingSpan,
    Span,
    SpanContext,
    SpanKind,
    Status,
    StatusCode,
)
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from starlette.requests import Request
from starlette.responses import Response

from chassis.logs import configure_logs
from chassis.settings import Settings
from chassis.span_export import JsonLines, Redacted

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60)
W3C = TraceContextTextMapPropagator()


class Metrics:
    """The measures every part takes."""

    def __init__(self, meter: Meter) -> None:
        self.bind(meter)

    def bind(self, meter: Meter) -> None:
        """Measures into `meter` from now on."""
        self.append_seconds = meter.create_histogram(
            "osnowa_append_seconds",
            description="From asking the event log to append until it is committed",
            explicit_bucket_boundaries_advisory=SECONDS,
        )
        self.appended = meter.create_counter(
            "osnowa_append_total", description="Events appended to the event log"
        )
        self.relay_lag = meter.create_gauge(
            "osnowa_relay_lag", description="Disclosures not yet in the stream"
        )
        self.inbox_lag = meter.create_gauge(
            "osnowa_inbox_lag", description="Facts announced or waiting, not yet taken in"
        )
        self.parked = meter.create_gauge(
            "osnowa_parked_facts", description="Facts put aside because they could not be handled"
        )
        self.projection_delay = meter.create_histogram(
            "osnowa_projection_delay_seconds",
            description="From the commit of an event until the read models show it",
            explicit_bucket_boundaries_advisory=SECONDS,
        )


metrics = Metrics(NoOpMeter("osnowa"))


class _State:
    """What `configure` set up; nothing before."""

    tracers: TracerProvider | None = None
    tracer: trace.Tracer | None = None
    meters: MeterProvider | None = None
    registry: CollectorRegistry | None = None


def configure(settings: Settings) -> None:
    """Logs, measures and traces of this process, under the name of its unit."""
    shutdown()
    configure_logs(settings.unit, settings.log_level)
    resource = Resource.create({"service.name": settings.unit})
    _State.registry = CollectorRegistry()
    reader = PrometheusMetricReader(scope_info_enabled=False, registry=_State.registry)
    _State.meters = MeterProvider([reader], resource=resource, shutdown_on_exit=False)
    metrics.bind(_State.meters.get_meter("osnowa"))
    if settings.otlp_endpoint or settings.trace_file:
        _State.tracers = TracerProvider(resource=resource)
        _export(_State.tracers, settings)
        _State.tracer = _State.tracers.get_tracer("osnowa")


def _export(tracers: TracerProvider, settings: Settings) -> None:
    if settings.otlp_endpoint:
        otlp = OTLPSpanExporter(f"{settings.otlp_endpoint.rstrip('/')}/v1/traces")
        tracers.add_span_processor(BatchSpanProcessor(Redacted(otlp)))
    if settings.trace_file:
        lines = JsonLines(settings.trace_file)
        tracers.add_span_processor(SimpleSpanProcessor(Redacted(lines)))


def shutdown() -> None:
    """Sends what waits to be sent, and measures nothing any more."""
    if _State.tracers is not None:
        _State.tracers.shutdown()
    if _State.meters is not None:
        _State.meters.shutdown()
    _State.tracers = _State.tracer = _State.meters = _State.registry = None
    metrics.bind(NoOpMeter("osnowa"))


def fastapi_telemetry() -> TelemetryConfig:
    """For `FastAPI(telemetry=...)`, which makes the span of each request by itself.

    Ask after `configure`.
    """
    return TelemetryConfig(
        tracer_provider=_State.tracers,
        meter_provider=_State.meters,
        tracing=_State.tracers is not None,
        metrics=_State.meters is not None,
        logs=False,
        operation_spans=False,
        auto_configure=False,
        exclude=lambda scope: scope["path"] in {"/livez", "/readyz", "/metrics"},
    )


def current_traceparent() -> str | None:
    """The W3C traceparent of the work at hand, to be stored beside what it does."""
    context = trace.get_current_span().get_span_context()
    if not context.is_valid:
        return None
    return f"00-{context.trace_id:032x}-{context.span_id:016x}-{int(context.trace_flags):02x}"


@contextmanager
def span(
    name: str,
    *,
    traceparent: str | None = None,
    links: Iterable[str] = (),
    kind: SpanKind = SpanKind.INTERNAL,
    **attributes: str | bool | int | float,
) -> Iterator[Span]:
    """A piece of work. With `traceparent` it continues that stored trace, else the current one.

    `links` name the traces it also belongs to (a batch, a replay). Attributes outside
    `logs.PASSES` are dropped on export; a failure is noted by its type.
    """
    parent = _context_of(traceparent)
    if _State.tracer is None and parent is None:
        yield trace.get_current_span()
        return
    if _State.tracer is None:
        around = NonRecordingSpan(parent) if parent else trace.get_current_span()
        with trace.use_span(around, record_exception=False, set_status_on_exception=False) as bare:
            yield bare
        return
    with _State.tracer.start_as_current_span(
        name,
        context=trace.set_span_in_context(NonRecordingSpan(parent)) if parent else None,
        kind=kind,
        attributes=attributes,
        links=[Link(linked) for link in links if (linked := _context_of(link))],
        record_exception=False,
        set_status_on_exception=False,
    ) as live:
        try:
            yield live
        except BaseException as error:
            live.set_status(Status(StatusCode.ERROR))
            live.set_attribute("error.type", type(error).__qualname__)
            raise


def _context_of(traceparent: str | None) -> SpanContext | None:
    if not traceparent:
        return None
    extracted = W3C.extract({"traceparent": traceparent}, context=Context())
    context = trace.get_current_span(extracted).get_span_context()
    return context if context.is_valid else None


async def metrics_page(_request: Request) -> Response:
    """The route `/metrics`, in the text format that Prometheus reads."""
    text = generate_latest(_State.registry) if _State.registry is not None else b""
    return Response(text, media_type=CONTENT_TYPE_LATEST)
