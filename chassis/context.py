"""Who does something, when and because of what: the context that goes with every command."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from chassis.refusal import RoleMissing

if TYPE_CHECKING:
    from chassis.database import Connection
    from chassis.event_log import EventLog, Receipt

WARSAW = ZoneInfo("Europe/Warsaw")
SYSTEM = "system"
"""The role under which reactions and clocks act; a command must name it to allow them."""

CONFLICT_RETRIES = 5
REACTION = "fact:"
"""How the idempotency keys of reactions begin; no request may bring such a key."""


@dataclass(frozen=True)
class Worker:
    """The signed-in person, or a part of the platform that acts by itself."""

    id: str
    name: str
    role: str
    unit: str

    @classmethod
    def system(cls, unit: str) -> Worker:
        return cls(id=f"system:{unit}", name=unit, role=SYSTEM, unit=unit)


def reaction_key(fact_id: UUID) -> str:
    """The idempotency key of what follows from a fact."""
    return f"{REACTION}{fact_id}"


@dataclass(frozen=True)
class Context:
    """Goes with a command, keyword-only. `now` is business time, aware."""

    worker: Worker
    now: datetime
    idempotency_key: str | None = None
    fingerprint: str | None = None
    """What the key was first used for; the same key with another fingerprint is refused."""
    correlation_id: UUID = field(default_factory=uuid4)
    causation_id: UUID | None = None
    connection: Connection | None = None
    """Set in a reaction: the append then joins the transaction of the inbox."""

    @property
    def today(self) -> date:
        """The legal date, in Warsaw."""
        return self.now.astimezone(WARSAW).date()

    def step(self, name: str) -> Context:
        """The context of one of several commands that the same cause leads to."""
        key = self.idempotency_key and f"{self.idempotency_key}/{name}"
        return replace(self, idempotency_key=key)


class Commands(Protocol):
    """A service's commands: an object with its event log."""

    log: EventLog


C = TypeVar("C", bound=Commands)
P = ParamSpec("P")


def command(
    *roles: str,
) -> Callable[
    [Callable[Concatenate[C, P], Awaitable[Receipt]]],
    Callable[Concatenate[C, P], Awaitable[Receipt]],
]:
    """Makes a method a command: only these roles, once per idempotency key, retried on conflict.

    The method takes `ctx: Context` by keyword, loads, decides, appends and returns the receipt of
    its append. Raises RoleMissing before anything is read, and whatever the decision refuses.
    """

    def decorate(
        method: Callable[Concatenate[C, P], Awaitable[Receipt]],
    ) -> Callable[Concatenate[C, P], Awaitable[Receipt]]:
        @functools.wraps(method)
        async def run(self: C, /, *args: P.args, **kwargs: P.kwargs) -> Receipt:
            ctx = kwargs["ctx"]
            assert isinstance(ctx, Context)
            if ctx.worker.role not in roles:
                people = tuple(role for role in roles if role != SYSTEM)
                raise RoleMissing(method.__name__, ctx.worker.role, people)
            return await self.log.once(lambda: method(self, *args, **kwargs), ctx=ctx)

        run.roles = roles  # type: ignore[attr-defined]  # read by pages, API links and tests
        return run

    return decorate


def roles_of(command_method: Any) -> tuple[str, ...]:
    """The roles that may issue a command, as pages and tests ask it."""
    return tuple(command_method.roles)
