"""How the term of a decision runs, as programs and pages read it."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, Field

from services.benefits.deadlines import HaltGround
from services.benefits.timekeeping_events import ExtensionReason, UrgingGround


class HaltOut(BaseModel):
    """Days that do not count, until the day before the term ran on."""

    ground: HaltGround
    since: date
    until: date | None


class UrgingOut(BaseModel):
    """An urging complaint that waits for its answer."""

    ground: UrgingGround
    filed_on: date
    forward_by: date
    forwarded_on: date | None
    answer_by: date | None


class NoticeOut(BaseModel):
    """What the party was told of a later term; its paper is at `notices/{number}/document`."""

    number: int
    reason: ExtensionReason
    was_due: date
    due: date
    on: date
    by: str
    text: str


class TermOut(BaseModel):
    """How the term of the decision really runs. `halts` are those of its present run."""

    due: date | None = Field(description="none while it stands still")
    stands_still_since: date | None = None
    halted_because: HaltGround | None = None
    halts: list[HaltOut] = []
    extensions: int = 0
    notices: list[NoticeOut] = []
    urging: UrgingOut | None = None


def term_out(view: dict[str, Any] | None, decision_due: Any) -> TermOut:
    """`view` is that of the timekeeping, None where nothing ever moved the term."""
    if view is None:
        return TermOut(due=decision_due)
    notices = [{"number": n, **one} for n, one in enumerate(view.get("notices", ()), 1)]
    ground, since = view["standing"] or (None, None)
    return TermOut(
        due=None if since else view["due"],
        stands_still_since=since,
        halted_because=ground,
        halts=view["halts"],
        extensions=len(notices),
        notices=notices,
        urging=view["urging"],
    )
