"""What must be true after every drill, counted in the databases of all units.

Accepted is in the log once; the chain of digests holds; disclosed equals received, byte for byte
and without a gap; nothing was followed or handled twice; state equals the fold of what was
received; the live timeline equals one that is built anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from osnowa_contracts.envelope import digest

from chassis import log_chain
from chassis.copies import turn
from chassis.database import Pool
from chassis.timeline import Timeline
from osnowa.drills.books import Books
from osnowa.drills.journal import Journal


@dataclass(frozen=True)
class Check:
    """One statement, the numbers that were counted, and whether they agree."""

    name: str
    measured: str
    ok: bool

    def as_json(self) -> dict[str, Any]:
        return {"check": self.name, "measured": self.measured, "ok": self.ok}


def figures(**numbers: object) -> str:
    """`accepted 300, in the log 300`"""
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in numbers.items())


async def everywhere(books: Books) -> list[Check]:
    """The checks that hold for any units, whatever program they run."""
    return [
        await chain_holds(books),
        await disclosed_equals_received(books),
        await every_event_once(books),
        await live_equals_rebuilt(books),
    ]


async def accepted_is_in_the_log(books: Books, unit: str, journal: Journal) -> Check:
    """Each accepted command once, under the id it was answered with; nothing that nobody asked."""
    rows = await books.of(unit).fetch(
        "select idempotency_key as key, stream_id, position from events"
        " where actor_role <> 'system'"
    )
    stored: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        stored.setdefault(row["key"], []).append((str(row["stream_id"]), row["position"]))
    accepted = {call.key: call.accepted for call in journal.accepted()}
    agreeing = sum(
        stored.get(key) == [(receipt["id"], receipt["position"])]
        for key, receipt in accepted.items()
        if receipt is not None
    )
    unasked = len(stored.keys() - journal.calls.keys())
    open_, refused = len(journal.unanswered()), len(journal.calls) - len(accepted)
    return Check(
        "accepted commands are in the log once",
        figures(
            accepted=len(accepted), in_the_log_once=agreeing, unasked=unasked,
            refused_or_open=open_ + refused, answers_that_misled=len(list(journal.misled())),
        ),
        agreeing == len(accepted) == len(rows)
        and not unasked and not refused and not list(journal.misled()),
    )  # fmt: skip


async def chain_holds(books: Books) -> Check:
    events = damages = 0
    for pool in books.pools.values():
        events += await pool.fetchval("select count(*) from events")
        damages += len([damage async for damage in log_chain.damages(pool)])
    return Check(
        "the logs' chains of digests hold",
        figures(events=events, damaged=damages),
        damages == 0,
    )


async def disclosed_equals_received(books: Books) -> Check:
    """Per publisher and recipient: sequences 1 to n, the same bytes, each naming the one before."""
    disclosed = received = differing = broken = 0
    for publisher, pool in books.pools.items():
        for recipient, theirs in books.pools.items():
            sent = await pool.fetch(
                "select sequence, envelope from disclosures where recipient = $1 order by sequence",
                recipient,
            )
            got = await theirs.fetch(
                "select sequence, envelope from inbox where publisher = $1 order by sequence",
                publisher,
            )
            disclosed, received = disclosed + len(sent), received + len(got)
            differing += len({tuple(row) for row in sent} ^ {tuple(row) for row in got})
            broken += await _broken_links(theirs, publisher)
    return Check(
        "disclosed equals received",
        figures(disclosed=disclosed, received=received, differing=differing, broken_links=broken),
        disclosed == received and not differing and not broken,
    )


async def _broken_links(pool: Pool, publisher: str) -> int:
    """Envelopes that stand out of their sequence or do not name the digest of the one before."""
    broken, before, last = 0, "", 0
    for row in await pool.fetch(
        "select sequence, envelope, envelope::json ->> 'previousdigest' as previous from inbox"
        " where publisher = $1 order by sequence",
        publisher,
    ):
        broken += row["sequence"] != last + 1 or row["previous"] != before
        before, last = digest(row["envelope"].encode()), row["sequence"]
    return broken


async def every_event_once(books: Books) -> Check:
    """No fact twice on a timeline or in an inbox, none left unhandled; no idempotency key twice."""
    facts = twice = unhandled = 0
    for pool in books.pools.values():
        row = await pool.fetchrow(
            "select (select count(*) from inbox) as facts,"
            " (select count(*) - count(distinct fact_id) from inbox)"
            " + (select count(*) - count(distinct (person_id, fact_id)) from timeline)"
            " + (select count(idempotency_key) - count(distinct idempotency_key) from events)"
            " as twice, (select count(*) from inbox where state <> 'handled') as unhandled"
        )
        assert row is not None
        facts, twice = facts + row["facts"], twice + row["twice"]
        unhandled += row["unhandled"]
    return Check(
        "every fact was taken in once",
        figures(facts=facts, twice=twice, unhandled=unhandled),
        not twice and not unhandled,
    )


async def live_equals_rebuilt(books: Books) -> Check:
    """Each unit's timeline against one that is built anew, in a transaction that is taken back."""
    entries = differing = 0
    for pool in books.pools.values():
        live, rebuilt = await _both_timelines(pool)
        entries += len(live)
        differing += sum(1 for a, b in zip(live, rebuilt, strict=False) if a != b)
        differing += abs(len(live) - len(rebuilt))
    return Check(
        "live timelines equal rebuilt ones",
        figures(entries=entries, differing=differing),
        not differing,
    )


async def _both_timelines(pool: Pool) -> tuple[list[str], list[str]]:
    everything = "select row_to_json(t)::text from timeline t order by position"
    with suppress(_TakenBack):
        async with turn(pool) as taken:
            live = [row[0] for row in await taken.tx.fetch(everything)]
            await Timeline(pool).rebuild(taken.tx)
            rebuilt = [row[0] for row in await taken.tx.fetch(everything)]
            raise _TakenBack
    return live, rebuilt


class _TakenBack(Exception):
    """Ends a transaction that shall leave nothing behind."""


async def followed_once(books: Books) -> Check:
    """Of the drills' own program: each event reached the read models once."""
    events = followed = distinct = 0
    for pool in books.pools.values():
        row = await pool.fetchrow(
            "select (select count(*) from events) as events, count(*) as followed,"
            " count(distinct position) as distinct_ from drill_followed"
        )
        assert row is not None
        events, followed = events + row["events"], followed + row["followed"]
        distinct += row["distinct_"]
    return Check(
        "every event reached the read models once",
        figures(events=events, followed=followed, different=distinct),
        events == followed == distinct,
    )


async def state_equals_fold(books: Books) -> Check:
    """Of the drills' own program: what was made of the facts, against what was received."""
    states = differing = heard_twice = 0
    for pool in books.pools.values():
        kept = await pool.fetch("select publisher, person, facts, fold from drill_state")
        folded = await pool.fetch(FOLD)
        states += len(folded)
        differing += len({tuple(row) for row in kept} ^ {tuple(row) for row in folded})
        heard_twice += await pool.fetchval(
            "select count(*) - count(distinct fact_id) from drill_heard"
        )
    return Check(
        "state equals the fold of what was received",
        figures(states=states, differing=differing, heard_twice=heard_twice),
        not differing and not heard_twice,
    )


FOLD = """
with recursive told as (
    select publisher, person_id as person, fact_id,
        row_number() over (partition by publisher, person_id order by sequence) as number
    from inbox where state = 'handled'
), folded as (
    select publisher, person, number, md5(fact_id::text) as fold from told where number = 1
    union all
    select t.publisher, t.person, t.number, md5(f.fold || t.fact_id::text)
    from folded f join told t on t.publisher = f.publisher and t.person = f.person
        and t.number = f.number + 1
)
select distinct on (publisher, person) publisher, person, number::integer as facts, fold
from folded order by publisher, person, number desc
"""


async def answered_once(books: Books, telling: str, answering: str) -> Check:
    """Of the drills' own program: each notice led to one answer."""
    notices = {
        str(row[0])
        for row in await books.of(telling).fetch(
            "select stream_id from events where topic like 'drill.notice.%'"
        )
    }
    answers = [
        row[0]
        for row in await books.of(answering).fetch(
            "select state ->> 'notice' from events where topic like 'drill.answer.%'"
        )
    ]
    return Check(
        "every notice was answered once",
        figures(notices=len(notices), answers=len(answers), different=len(set(answers))),
        sorted(notices) == sorted(answers),
    )


def all_hold(checks: Iterable[Check]) -> bool:
    return all(check.ok for check in checks)
