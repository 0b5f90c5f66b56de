"""Sends what an OpenAPI document allows and what it does not; the answers must be declared."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.fuzzing.target import WITHIN, Known, Target, ids_for, ids_in

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


async def fuzz_all(
    target: Target, pool: Any, chosen: Callable[[str], list[str]], *, examples: int
) -> None:
    """Every operation of the document, as the workers whom `chosen` names for its address."""
    for method, path, _ in target.operations():
        target.known = await ids_in(pool)
        workers = chosen(f"{method} {path}")
        await asyncio.to_thread(fuzz, target, method, path, examples=examples, workers=workers)


def fuzz(
    target: Target, method: str, path: str, *, examples: int, workers: Collection[str]
) -> None:
    """Values that the schema allows, and as many that it does not, each time the same ones."""
    schema = schemathesis.openapi.from_dict(target.document)
    operation = schema[path][method]
    drawn = {
        name: st.sampled_from(ids)
        for name in re.findall(r"{(\w+)}", path)
        if (ids := ids_for(name, target.known))
    }
    for mode in GenerationMode:

        @settings(
            max_examples=examples, derandomize=True, database=None, deadline=None,
            phases=[Phase.generate], suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(
            operation.as_strategy(generation_mode=mode),
            st.fixed_dictionaries(drawn), st.integers(0, 3), st.sampled_from(sorted(workers)),
        )  # fmt: skip
        def sent(case: Case[Any], ids: dict[str, str], luck: int, worker: str) -> None:
            if luck:  # one of four keeps what was drawn for the path
                case.path_parameters = {**(case.path_parameters or {}), **ids}
            if isinstance(case.body, dict):
                case.body = with_ids(case.body, target.known)
            _try(target, case, worker)

        with suppress(Unsatisfiable):  # of an operation that takes nothing, nothing can be wrong
            sent()


def _try(target: Target, case: Case[Any], worker: str) -> None:
    try:
        answer = case.call(base_url=target.url, session=target.sessions[worker], timeout=WITHIN)
        case.validate_response(answer, checks=CHECKS)
    except Exception as failure:  # noqa: BLE001  # every failure is noted, the run goes on
        said = re.sub(
            r"\s+", " ", "; ".join(str(one) for one in getattr(failure, "exceptions", [failure]))
        )
        target.wrong.append(f"{case.method} {case.path} as {worker}: {said[:600]}")


def with_ids(body: dict[str, Any], known: Known) -> dict[str, Any]:
    """The body, about things that exist where its fields name ids."""
    return {
        name: ids[0] if isinstance(value, str) and (ids := ids_for(name, known)) else value
        for name, value in body.items()
    }
