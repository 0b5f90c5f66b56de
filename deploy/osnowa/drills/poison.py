"""F8: one fact in a thousand cannot be handled; its client waits, all others flow."""

from __future__ import annotations

import httpx

from osnowa.drills.load import person
from osnowa.drills.names import ANSWERING, MENDED, POISON, TELLING
from osnowa.drills.stage import Stage

FACTS = 1000
CLIENT = 1
LATER = 5


async def poison(stage: Stage) -> None:
    """F8: parked with its reason, later facts of that client held, and healed by a retry."""
    await stage.load.send(FACTS // 2)
    await stage.load.say(POISON, person(CLIENT))
    await stage.load.send(FACTS // 2 - 1)
    for _ in range(LATER):
        await stage.load.say("after the poison", person(CLIENT))
    await stage.settle()
    await _parked_and_held(stage)
    await stage.platform.restart_part(ANSWERING, {MENDED: "yes"}, kill=True)
    healed = await _retry(stage)
    await stage.settle()
    left = await stage.books.of(ANSWERING).fetchval(
        "select count(*) from inbox where state <> 'handled'"
    )
    stage.done(f"1 fact of {FACTS + LATER} could not be handled until its program was mended")
    stage.check("the retry handled it and what waited", healed and not left, still_waiting=left)


async def _parked_and_held(stage: Stage) -> None:
    """Only that client waits, all of them from the poison on; all others are handled."""
    rows = await stage.books.of(ANSWERING).fetch(
        "select state, person_id = $1 as theirs, sequence < (select sequence from inbox"
        " where state = 'parked') as before, count(*) as facts, min(reason) as reason"
        " from inbox where publisher = $2 group by 1, 2, 3",
        person(CLIENT), TELLING,
    )  # fmt: skip
    facts = {(row["state"], row["theirs"], row["before"]): row["facts"] for row in rows}
    reasons = [row["reason"] for row in rows if row["state"] == "parked"]
    parked, waiting = facts.get(("parked", True, False), 0), facts.get(("waiting", True, False), 0)
    others = facts.get(("handled", False, False), 0)
    slipped = facts.get(("handled", True, False), 0)
    stage.check(
        "the poison is parked, its client's later facts wait, all others flow",
        parked == 1 and waiting >= LATER and others > 0 and not slipped
        and sum(facts.values()) == parked + waiting + others
        + facts.get(("handled", True, True), 0) + facts.get(("handled", False, True), 0),
        parked=parked, waiting=waiting, others_handled_after_it=others, slipped_by=slipped,
        reason=reasons[0] if reasons else "none",
    )  # fmt: skip


async def _retry(stage: Stage) -> bool:
    """As the operator does it, over HTTP."""
    administrator = stage.platform.directory.workers_at(ANSWERING)[0].id
    url = stage.platform.url(ANSWERING)
    async with httpx.AsyncClient(base_url=url, timeout=30) as client:
        (await client.post("/api/sign-in", json={"worker": administrator})).raise_for_status()
        facts = (await client.get("/api/parked")).raise_for_status().json()
        answers = [
            await client.post(f"/api/parked/{fact['publisher']}/{fact['sequence']}/retry")
            for fact in facts
            if fact["state"] == "parked"
        ]
    return bool(answers) and all(answer.json()["handled"] for answer in answers)
