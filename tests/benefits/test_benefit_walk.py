"""Every act on a benefit as its command is sent: in every state the table says what may be."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from services.benefits.api.links import OF_ENTITLEMENT as PATHS
from services.benefits.lifecycle import PERMITTED, Action, EntitlementState
from tests.benefits.conftest import Town
from tests.benefits.given import Json
from tests.benefits.realised import EWA, MAREK, decided, granted
from tests.benefits.test_lifecycle import OF_BENEFIT_BY_COMMAND

A, E = Action, EntitlementState
PERSON = UUID(int=9)

SENT: dict[Action, tuple[str, Json]] = {
    A.EXECUTE_PAYMENT: (MAREK, {"month": "2026-02"}),
    A.CANCEL_PAYMENT: (MAREK, {"payment_id": f"{UUID(int=1)}", "reason": "OTHER",
                               "text": "Plan z błędem"}),
    A.RECORD_DELIVERY: (MAREK, {"quantity": 1}),
    A.CALCULATE_CONTINUATION: (EWA, {"work_since": "2026-02-16"}),
    A.CALCULATE_INCOME_CHANGE: (EWA, {"changed_in": "2026-02"}),
    A.OPEN_REVIEW: (EWA, {"trigger": "WASTE"}),
    A.TAKE_UP_REVIEW: (EWA, {}),
    A.DRAFT_REVIEW_DECISION: (EWA, {"kind": "CONFIRM"}),
    A.END_BENEFIT: (MAREK, {}),
    A.CHECK_UTILISATION: (EWA, {"method": "VISIT", "result": "AS_INTENDED"}),
    A.REPORT_CONTRIBUTIONS: (MAREK, {"kind": "HEALTH", "month": "2026-02", "base": "200.00",
                                     "amount": "18.00"}),
    A.DRAFT_UNDUE_DECISION: (EWA, {}),
    A.REPORT_CHANGE: (EWA, {"kind": "INCOME", "source": "CLIENT", "since": "2026-02-20"}),
}  # fmt: skip
"""Who sends what; a change is told last, as it opens a review."""


async def benefit(town: Town, state: EntitlementState) -> str:
    """Granted for February and March, and led there by decisions; its address."""
    _, entitlement = await granted(town, PERSON, "200.00")
    at = f"/api/entitlements/{entitlement}"
    town.day(date(2026, 2, 24))
    if state is not E.ACTIVE:
        await town.post(EWA, f"{at}/review", trigger="WASTE")
    if state in {E.SUSPENDED, E.ENDED}:
        kind = "SUSPEND" if state is E.SUSPENDED else "REVOKE"
        await decided(town, at, kind=kind, valid_from="2026-03-01")
    assert (await town.get(EWA, at))["state"] == state.value
    return at


async def answered(town: Town, at: str, action: Action) -> str:
    """The name of the refusal, or nothing where it was done."""
    worker, body = SENT[action]
    answer = await (await town.client(worker)).post(f"{at}/{PATHS[action]}", json=body)
    assert answer.status_code < 500, answer.text
    return "" if answer.is_success else str(answer.json()["code"])


@pytest.mark.parametrize("state", EntitlementState)
async def test_what_is_seen_of_a_benefit_is_noted_where_the_table_permits(
    town: Town, state: EntitlementState
) -> None:
    at = await benefit(town, state)
    for action in SENT:
        if action in OF_BENEFIT_BY_COMMAND:
            refused = await answered(town, at, action)
            assert (refused != "NotNow") == (action in PERMITTED[state]), (action, refused)


async def test_every_command_on_a_benefit_asks_the_table(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = await benefit(town, E.ACTIVE)
    assert set(SENT) == set(PATHS)
    monkeypatch.setitem(PERMITTED, E.ACTIVE, frozenset())
    for action in SENT:
        assert await answered(town, at, action) == "NotNow", action
