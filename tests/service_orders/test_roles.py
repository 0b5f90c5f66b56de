"""Who may issue each command of service orders, and that nobody else may."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime
from typing import Any

import pytest
from osnowa_contracts.roles import Role

from chassis.context import Context, Worker, roles_of
from chassis.refusal import RoleMissing
from services.service_orders.commands import Commands

ORDERS = {Role.CARE_WORKER, Role.SERVICE_COORDINATOR}
COORDINATOR = {Role.SERVICE_COORDINATOR}
SYSTEM = {Role.SYSTEM}

MAY: dict[str, set[Role]] = {
    "register_contractor": {Role.SERVICE_COORDINATOR, Role.ADMINISTRATOR},
    "prepare_order": ORDERS,
    "update_sheet": ORDERS,
    "place_order": ORDERS,
    "place_order_urgently": ORDERS,
    "amend_order": ORDERS,
    "resume_service": ORDERS,
    "end_order": ORDERS,
    "settle_month": ORDERS,
    "accept_report": COORDINATOR,
    "return_report": COORDINATOR,
    "evaluate_service": COORDINATOR,
    "follow_decision": SYSTEM,
    "follow_undoing": SYSTEM,
    "follow_admission": SYSTEM,
    "accept_order": SYSTEM,
    "reject_order": SYSTEM,
    "queue_order": SYSTEM,
    "set_schedule": SYSTEM,
    "start_service": SYSTEM,
    "complete_visit": SYSTEM,
    "miss_visit": SYSTEM,
    "report_absence": SYSTEM,
    "acknowledge_amendment": SYSTEM,
    "answer_survey": SYSTEM,
    "report_incident": SYSTEM,
    "submit_report": SYSTEM,
    "note_refusal": SYSTEM,
}


def commands() -> dict[str, Any]:
    return {
        name: method
        for name, method in inspect.getmembers(Commands, inspect.isfunction)
        if hasattr(method, "roles")
    }


def test_every_command_says_who_may() -> None:
    assert {name: set(roles_of(method)) for name, method in commands().items()} == MAY


@pytest.mark.parametrize("name", MAY)
async def test_every_other_role_is_refused_before_anything_is_read(name: str) -> None:
    nothing: Any = None
    issuing = getattr(Commands(log=nothing, reading=nothing), name)
    for role in set(Role) - MAY[name]:
        ctx = Context(Worker("w-1", "W", role, "service-orders"), datetime.now(UTC))
        with pytest.raises(RoleMissing):
            await issuing(ctx=ctx)
