"""What the papers of a case are made of, by their number; the first is 1."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from chassis.database import Reading
from services.benefits.values import DefectsCall, Referral

_REFERRALS: TypeAdapter[tuple[Referral, ...]] = TypeAdapter(tuple[Referral, ...])
_CALL: TypeAdapter[DefectsCall | None] = TypeAdapter(DefectsCall | None)


async def referral_of(reading: Reading, case_id: UUID, number: int) -> Referral | None:
    view = await reading.fetchval("select view from assessments where case_id = $1", case_id)
    referrals = _REFERRALS.validate_python(json.loads(view)["referrals"]) if view else ()
    return referrals[number - 1] if 0 < number <= len(referrals) else None


def call_of(row: Any) -> DefectsCall | None:
    """`row` is the case; the call to complete its application, None where there was none."""
    return _CALL.validate_python(json.loads(row["view"]).get("call"))
