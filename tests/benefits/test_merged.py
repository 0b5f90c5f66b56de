"""Two entries of first contact that are one person: what benefits looks up by person."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from osnowa_contracts import socialwork
from osnowa_contracts.access import PERSON_MERGE_UNDONE, PERSONS_MERGED
from osnowa_contracts.fact import Publisher

from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN
from tests.benefits.test_api import EWA, assessed, granted, registered
from tests.benefits.test_counting import counted, decided_on

MERGE = {"merge_id": uuid4(), "survivor_id": MAN, "absorbed_id": WOMAN}
MERGED = PERSONS_MERGED[Publisher.INTAKE](**MERGE)
UNDONE = PERSON_MERGE_UNDONE[Publisher.INTAKE](**MERGE)


async def of_the_other(town: Town) -> tuple[int, int]:
    """Cases and payments that are found under the entry without any."""
    asked = {"person_id": str(WOMAN)}
    cases = await town.listed(EWA, "/api/cases", **asked)
    return len(cases), len(await town.listed(EWA, "/api/payments", **asked))


async def test_cases_and_payments_are_found_under_either_entry_until_they_part(
    town: Town,
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    assert await of_the_other(town) == (0, 0)
    await town.hears("intake", MERGED, MAN)
    assert await of_the_other(town) == (1, 4)
    await town.hears("intake", UNDONE, MAN)
    assert await of_the_other(town) == (0, 0)


async def test_a_social_worker_of_one_entry_leads_no_case_of_the_other(town: Town) -> None:
    """SEP-1 holds for a person, not for an entry."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    taken = socialwork.SocialWorkerAssigned(social_work_id=uuid4(), worker_id=EWA, load=1)
    await town.hears("socialwork", taken, WOMAN)
    await town.hears("intake", MERGED, MAN)
    assert await town.refused(EWA, f"/api/cases/{case}/assessment") == "SameWorkerForBoth"
    await town.hears("intake", UNDONE, MAN)
    await town.post(EWA, f"/api/cases/{case}/assessment")


async def test_decisions_about_both_entries_count_one_family(town: Town) -> None:
    await decided_on(town, MAN)
    await town.hears("intake", MERGED, MAN)
    await decided_on(town, WOMAN)
    one, other = await counted(town)
    assert one["family"] == other["family"]
