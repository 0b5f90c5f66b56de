"""For administrators: facts that could not be handled, and handling them again."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Depends
from osnowa_contracts.roles import Role

from chassis.inputs import Position
from chassis.web.signed_in import only

if TYPE_CHECKING:
    from chassis.service import Running


def parked_routes(running: Running[Any]) -> APIRouter:
    """What `osnowa parked` asks."""
    router = APIRouter(
        prefix="/api/parked",
        tags=["operation"],
        include_in_schema=False,
        dependencies=[Depends(only(Role.ADMINISTRATOR))],
    )

    @router.get("")
    async def parked() -> list[dict[str, Any]]:
        """Oldest first; `state` is parked, or waiting behind one that is."""
        return [asdict(fact) for fact in await running.part.inbox.parked()]

    @router.post("/{publisher}/{sequence}/retry")
    async def retry(publisher: str, sequence: Position) -> dict[str, bool]:
        """False where the fact stays parked, or is not."""
        return {"handled": await running.part.inbox.retry(publisher, sequence)}

    return router
