"""What a part writes to its log: JSON lines that name types, ids and counts, never a person.

Only the keys in `PASSES` keep their value. A library's own message is kept as its template,
without the values put into it; an exception as its type and the lines of code it came through,
because its message may quote what somebody typed.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from types import TracebackType
from typing import Any, TextIO
from uuid import UUID

import structlog
from opentelemetry import trace
from structlog.typing import EventDict

PASSES = frozenset(
    """
    timestamp level event logger trace_id span_id unit role kind
    service publisher recipient fact fact_id form legal_basis type event_type topic
    aggregate aggregate_id version position sequence expected first last head
    count size batch facts entries events again attempt limit lag seconds
    code status method route state
    loop crashpoint consumer stream subject signal pid port host
    correlation_id causation_id error at cause broker_said
    """.split()  # noqa: SIM905  # reads as the list it is
)
"""Keys whose values are ids, counts, durations or names of our own types."""

WITHHELD = "withheld"
ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{11}(?!\d)")
"""A national identity number has eleven digits; no number of ours has."""
OUR_ID = re.compile(r"[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONGEST = 200
FRAMES = 4

CONSTANT_MESSAGES = ("uvicorn.error", "chassis", "services", "osnowa")
"""Loggers that put no values into their messages themselves; others may have formatted theirs."""

REROUTED = ("uvicorn", "uvicorn.error", "faststream", "faststream.access.nats", "nats", "asyncpg")


def configure_logs(unit: str, level: str, output: TextIO | None = None) -> None:
    """Routes every logger of the process to standard output as JSON lines."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    root = logging.getLogger()
    root.handlers = [_handler(unit, output or sys.stdout)]
    root.setLevel(level.upper())
    for name in REROUTED:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
    logging.getLogger("uvicorn.access").disabled = True  # its lines hold paths and queries
    logging.captureWarnings(True)
    _catch_the_uncaught()


def _handler(unit: str, output: TextIO) -> logging.Handler:
    def name_unit(_logger: Any, _method: str, line: EventDict) -> EventDict:
        line["unit"] = unit
        return line

    handler = logging.StreamHandler(output)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[keep_template],
            pass_foreign_args=True,
            use_get_message=False,
            processors=[
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                add_origin,
                name_unit,
                add_trace,
                locate_failure,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                redact,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    return handler


def keep_template(_logger: Any, _method: str, line: EventDict) -> EventDict:
    """A library's message without its values; withheld where the values may be in it already."""
    name = line["_record"].name
    constant = any(name == known or name.startswith(f"{known}.") for known in CONSTANT_MESSAGES)
    if not line.pop("positional_args", None) and not constant:
        line["event"] = WITHHELD
        line["at"] = f"{line['_record'].module}:{line['_record'].lineno}"
    return line


def add_origin(_logger: Any, _method: str, line: EventDict) -> EventDict:
    line["level"] = line["_record"].levelname.lower()
    line["logger"] = line["_record"].name
    return line


def add_trace(_logger: Any, _method: str, line: EventDict) -> EventDict:
    """The ids under which the same work stands in the traces."""
    context = trace.get_current_span().get_span_context()
    if context.is_valid:
        line["trace_id"] = format(context.trace_id, "032x")
        line["span_id"] = format(context.span_id, "016x")
    return line


def locate_failure(_logger: Any, _method: str, line: EventDict) -> EventDict:
    """An exception becomes `error` (its type), `at` (lines of code) and `cause` (types)."""
    failure = _failure(line.pop("exc_info", None))
    line.pop("stack_info", None)
    if failure is not None:
        line["error"] = type_name(failure)
        line["at"] = code_location(failure)
        causes = [type_name(cause) for cause in _causes(failure)]
        if causes:
            line["cause"] = " < ".join(causes)
    return line


def redact(_logger: Any, _method: str, line: EventDict) -> EventDict:
    """Withholds what is not known to be harmless, masks numbers that may name a person."""
    return {key: harmless(value) if key in PASSES else WITHHELD for key, value in line.items()}


def harmless(value: Any) -> Any:
    """A number, truth value or id as it is; text masked and cut; anything else withheld."""
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return WITHHELD if ELEVEN_DIGITS.fullmatch(str(value)) else value
    if isinstance(value, str | UUID):
        text = str(value)
        return text if OUR_ID.fullmatch(text) else ELEVEN_DIGITS.sub("*" * 11, text)[:LONGEST]
    return WITHHELD


def type_name(error: BaseException) -> str:
    kind = type(error)
    return (
        kind.__qualname__
        if kind.__module__ == "builtins"
        else f"{kind.__module__}.{kind.__qualname__}"
    )


def code_location(error: BaseException) -> str:
    """The innermost frames, outermost first: `services.x.commands.open:41 > ...`."""
    frames: list[str] = []
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        module = step.tb_frame.f_globals.get("__name__", "?")
        frames.append(f"{module}.{code.co_name}:{step.tb_lineno}")
        step = step.tb_next
    return " > ".join(frames[-FRAMES:])[-LONGEST:]


def _failure(exc_info: Any) -> BaseException | None:
    if isinstance(exc_info, BaseException):
        return exc_info
    if isinstance(exc_info, tuple):
        return exc_info[1] if isinstance(exc_info[1], BaseException) else None
    return sys.exc_info()[1] if exc_info else None


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or cause.__context__
    return found


def _catch_the_uncaught() -> None:
    """What ends the process or a thread is logged like everything else, without its message."""
    log = structlog.get_logger("chassis.logs")

    def ends_process(
        kind: type[BaseException], error: BaseException, trace_back: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.critical("the process ends", exc_info=(kind, error, trace_back))

    def ends_thread(args: threading.ExceptHookArgs) -> None:
        log.error("a thread ends", exc_info=args.exc_value)

    sys.excepthook = ends_process
    threading.excepthook = ends_thread
