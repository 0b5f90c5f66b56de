"""The context that a route hands to a command: who, when, which idempotency key."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, Any, Protocol, TypeVar
from uuid import UUID, uuid4

from fastapi import Depends, Header, Request
from starlette.datastructures import FormData, UploadFile

from chassis.context import REACTION, Context
from chassis.refusal import Refusal
from chassis.web.signed_in import SignedIn
from chassis.web.site import Here

KEY_FIELD = "idempotency_key"
"""The hidden field that makes a form that is sent twice count once."""

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")

CommandsT = TypeVar("CommandsT", covariant=True)


class Part(Protocol[CommandsT]):
    """The running service, as routes see it."""

    @property
    def commands(self) -> CommandsT: ...
    @property
    def reading(self) -> Any:
        """The pool to read from: `fetch`, `fetchrow`, `fetchval`."""
        ...


def _running(request: Request) -> Any:
    return request.app.state.service


@dataclass
class KeyReserved(Refusal):
    STATUS = 422
    PL = (
        "Klucz idempotencji nie może zaczynać się od „fact:”. Użyj innego, najlepiej losowego UUID."
    )
    EN = "An idempotency key may not begin with “fact:”. Use another one, best a random UUID."


S = TypeVar("S")
Running = Annotated[Part[S], Depends(_running)]
"""`service: Running[Commands]` in a route gives `service.commands` and `service.reading`."""


async def context(
    request: Request,
    worker: SignedIn,
    site: Here,
    idempotency_key: Annotated[
        str | None,
        Header(max_length=200, description="Sent again, the same key gets the first answer."),
    ] = None,
    x_correlation_id: Annotated[UUID | None, Header()] = None,
) -> AsyncIterator[Context]:
    """The header's key wins over the form's; a request without either is not deduplicated."""
    body, form_key = await _body(request)
    key = idempotency_key or form_key
    if key is not None and key.startswith(REACTION):
        raise KeyReserved
    try:
        yield Context(
            worker=worker,
            now=site.clock.now(),
            idempotency_key=key,
            fingerprint=_fingerprint(request, worker.id, body),
            correlation_id=x_correlation_id or uuid4(),
        )
    finally:
        await request.close()  # files that came with a form


Ctx = Annotated[Context, Depends(context)]
"""The context of a command, in a route."""


async def _body(request: Request) -> tuple[bytes, str | None]:
    """What was sent, and the idempotency key if it was sent as a form field."""
    if not request.headers.get("content-type", "").startswith(_FORMS):
        return await request.body(), None
    form = await request.form()
    key = form.get(KEY_FIELD)
    return _canonical(form), key if isinstance(key, str) and key else None


def _canonical(form: FormData) -> bytes:
    """Multipart boundaries differ each time, so the fields are taken instead of the raw body."""
    fields = [(name, _plain(value)) for name, value in form.multi_items() if name != KEY_FIELD]
    return repr(fields).encode()


def _plain(value: str | UploadFile) -> str:
    return value if isinstance(value, str) else f"{value.filename}:{value.size}"


def _fingerprint(request: Request, worker_id: str, body: bytes) -> str:
    """The worker belongs to it: nobody is answered with what another worker did."""
    address = f"{request.url.path}?{request.url.query}"
    told = [request.method, address, worker_id, hashlib.sha256(body).hexdigest()]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
