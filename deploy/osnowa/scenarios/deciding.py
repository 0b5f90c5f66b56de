"""How a decision comes about in every story: drafted, signed, handed over."""

from __future__ import annotations

from osnowa.scenarios.desk import Answer, Desk


async def decide(drafter: Desk, signer: Desk, at: str, terms: Answer, what: str) -> str:
    """Posts the draft to `at`, signs it and hands it over on one day; the decision's address."""
    draft = await drafter.post(f"drafts {what}", at, **terms)
    decision = f"/api/decisions/{draft['data']['decision_id']}"
    await signer.post(f"signs {what}", f"{decision}/issue")
    await drafter.post(f"hands over {what}", f"{decision}/delivery")
    return decision
