"""Who at first contact sees which entry of a timeline: what is protected, only who acts on it.

The table of visibility (`domain.md` H) gives contacts to first contact in full; of violence first
contact sees nothing (`safety.md` 4), and the stricter of the two holds.
"""

from __future__ import annotations

from chassis.context import Worker
from chassis.timeline import Entry
from services.intake.values import VIOLENCE, Outcome

CRISIS_WORKER = "crisis-worker"
SIGNAL = "ex-officio-signal-received"


def may_see(worker: Worker, entry: Entry) -> bool:
    """Whatever would tell that there is something to protect is not there for others."""
    data = entry.data
    protected = (
        data.get("protected")
        or data.get("outcome") == Outcome.CRISIS_VIOLENCE
        or VIOLENCE & set(data.get("reasons") or ())
        or f".{SIGNAL}." in entry.type
    )
    return not protected or worker.role == CRISIS_WORKER
