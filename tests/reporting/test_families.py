"""Families by benefit and by reason, from decisions that name no person (MRiPS-03)."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from osnowa_contracts import benefits

from tests.reporting.test_indicators import ANALYST, counted, day
from tests.service_orders.running import Office

WRZOSOWI, BUKOWIE = "a" * 32, "b" * 32


async def decided(
    office: Office,
    family: str | None,
    benefit: str = "TARGETED",
    *reasons: str,
    kind: str = "GRANT",
    persons: int = 3,
    month: int = 2,
) -> None:
    decision = benefits.DecisionIssued(
        case_id=uuid4(), decision_id=uuid4(), number="1/2026", kind=kind, benefit=benefit,
        family=family, persons=persons, reasons=reasons,
    )  # fmt: skip
    await counted(office, decision, day(month, 5))


async def helped(office: Office, **span: str) -> dict[str, list[tuple[str, int, int, int]]]:
    """Code, families, persons and decisions of each row."""
    async with office.worker(ANALYST) as http:
        answer = await http.get("/api/families", params=span)
    assert answer.status_code == 200, answer.text
    told: dict[str, list[dict[str, Any]]] = answer.json()
    return {name: [tuple(row.values()) for row in rows] for name, rows in told.items()}


async def test_a_family_with_two_grants_counts_once(office: Office) -> None:
    await decided(office, WRZOSOWI, "TARGETED", "5")
    await decided(office, WRZOSOWI, "TARGETED", "5")
    await decided(office, BUKOWIE, "TARGETED", "4", persons=1)
    found = await helped(office)
    assert found["by_benefit"] == [("TARGETED", 2, 4, 3)]
    assert found["by_reason"] == [("4", 1, 1, 1), ("5", 1, 3, 2)]


async def test_a_family_with_several_reasons_stands_once_in_each_row(office: Office) -> None:
    await decided(office, WRZOSOWI, "PERMANENT", "5", "6")
    await decided(office, WRZOSOWI, "TARGETED", "1", "5")
    found = await helped(office)
    assert [row[:2] for row in found["by_benefit"]] == [("PERMANENT", 1), ("TARGETED", 1)]
    assert [row[:2] for row in found["by_reason"]] == [("1", 1), ("5", 1), ("6", 1)]


async def test_who_lives_in_the_family_now_is_counted_not_who_ever_did(office: Office) -> None:
    await decided(office, WRZOSOWI, persons=3)
    await decided(office, WRZOSOWI, persons=4, month=5)
    assert (await helped(office))["by_benefit"] == [("TARGETED", 1, 4, 2)]


async def test_refusals_and_decisions_of_an_unknown_family_help_nobody(office: Office) -> None:
    await decided(office, WRZOSOWI, "PERIODIC", "4", kind="REFUSAL")
    await decided(office, None, "PERIODIC", "4")
    assert await helped(office) == {"by_benefit": [], "by_reason": []}


async def test_a_period_counts_its_own_decisions_only(office: Office) -> None:
    await decided(office, WRZOSOWI, "PERIODIC", "4", month=2)
    await decided(office, WRZOSOWI, "PERIODIC", "4", kind="CHANGE", month=7)
    first_half = {"from": "2026-01", "to": "2026-06"}
    assert (await helped(office, **first_half))["by_benefit"] == [("PERIODIC", 1, 3, 1)]
    assert (await helped(office))["by_benefit"] == [("PERIODIC", 1, 3, 2)]


async def test_the_page_says_whom_it_counts_in_words(office: Office) -> None:
    async with office.worker(ANALYST) as http:
        assert (await http.get("/families", params={"from": "", "to": ""})).status_code == 200
        empty = (await http.get("/families")).text
        await decided(office, WRZOSOWI, "PERMANENT", "5")
        shown = (await http.get("/families")).text
    assert "Nikogo jeszcze nie policzono." in empty
    assert "zasiłek stały" in shown
    assert "niepełnosprawność" in shown
