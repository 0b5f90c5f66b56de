"""What the tests of realisation start from: benefits in money that a team really granted."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from osnowa_contracts import intake

from tests.benefits.conftest import Town
from tests.benefits.given import Json
from tests.benefits.test_clockwork import at

EWA, MAREK, HELENA, ZOFIA = "ewa-jarzebina", "marek-cis", "helena-dabrowa", "zofia-kalina"


async def applied(
    town: Town, person: UUID, benefit: str, filed_on: date, name: str = "Próbny"
) -> str:
    """An urgent application, so that the certificates may follow; the id of its case."""
    told = intake.PersonRegistered(
        given_names="Jan", family_name=name, birth_date=date(1984, 11, 12), sex="M",
        id_type="PESEL", teryt="0264011",
    )  # fmt: skip
    await town.hears("intake", told, person)
    filed = intake.ApplicationRegistered(
        application_id=uuid4(), benefit_types=(benefit,), filed_on=filed_on, channel="DESK",
        urgent=True,
    )  # fmt: skip
    await town.hears("intake", filed, person)
    cases = await town.listed(EWA, "/api/cases", person_id=str(person))
    return str(cases[-1]["case_id"])


async def interviewed(town: Town, case: str, on: date, worker: str = EWA) -> None:
    await town.post(worker, f"/api/cases/{case}/assessment")
    await town.post(worker, f"/api/cases/{case}/interviews", on=f"{on}", minutes=180)


async def earned(town: Town, case: str, amount: str = "610.00", worker: str = EWA) -> None:
    """The income of January, of a person who lives alone."""
    work = [{"kind": "CASUAL_WORK", "amount": amount}]
    await town.post(worker, f"/api/cases/{case}/income", month="2026-01", components=work)


async def granted(
    town: Town, person: UUID, amount: str, *, until: str = "2026-03-31", name: str = "Próbny"
) -> tuple[str, str]:
    """A targeted benefit a month from February 2026 on; ids of its case and of itself."""
    case = await applied(town, person, "TARGETED", date(2026, 2, 2), name)
    await interviewed(town, case, date(2026, 2, 2))
    await earned(town, case)
    draft = {"kind": "GRANT", "valid_from": "2026-02-01", "valid_to": until, "amount": amount}
    return case, await realised(town, await decided(town, f"/api/cases/{case}", **draft))


async def decided(town: Town, at: str, worker: str = EWA, **draft: object) -> str:
    """Drafted, signed, delivered, the appeal waived; the id of the decision."""
    if "amount" in draft:
        draft = {"need": "Zakup opału", **draft}
    drafted = await town.post(worker, f"{at}/decisions", **draft)
    decision = str(drafted["data"]["decision_id"])
    await final(town, decision, worker)
    return decision


async def final(town: Town, decision: str, worker: str = EWA) -> None:
    await delivered(town, f"/api/decisions/{decision}", worker)
    await town.post(worker, f"/api/decisions/{decision}/waiver")


async def delivered(town: Town, on_it: str, worker: str = EWA) -> None:
    """Signed and in the party's hands; `on_it` is the path of the decision."""
    await town.post(HELENA, f"{on_it}/issue")
    await town.post(worker, f"{on_it}/delivery")


async def sent_to_the_board(town: Town, on_it: str, worker: str = EWA) -> None:
    """Appealed, and passed on with the file."""
    await town.post(worker, f"{on_it}/appeal")
    await town.post(worker, f"{on_it}/appeal/forwarding")


async def realised(town: Town, decision: str, worker: str = MAREK) -> str:
    return str((await town.post(worker, f"/api/decisions/{decision}/realisation"))["id"])


async def plan(town: Town, entitlement: str) -> list[Json]:
    return await town.listed(MAREK, f"/api/entitlements/{entitlement}/payments")


async def told(town: Town, fact: str) -> list[str]:
    """The data of own facts of that type, in order."""
    rows = await town.app.state.service.reading.fetch(
        "select data from facts where type = $1 order by event_position, ordinal", fact
    )
    return [row["data"] for row in rows]


async def clock_at(town: Town, day: date) -> int:
    """How much was new when the clock looked on that day; its effects are in the read models."""
    new = await at(town, day)
    part = town.app.state.service.part
    assert await part.follower.reached(await part.log.head())
    return new
