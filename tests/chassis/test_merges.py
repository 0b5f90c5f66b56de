"""Two entries that are one person: who is told, how timelines join, and how they part again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import intake
from osnowa_contracts.access import PERSON_MERGE_UNDONE, PERSONS_MERGED, AccessEnded
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.examples import example
from osnowa_contracts.fact import Fact, Publisher

from chassis.clock import Clock, set_offset
from chassis.copies import turn
from chassis.disclosure import Begin, End
from chassis.part import Part
from chassis.testing import NewDatabase
from tests.chassis.toy import (
    Begins,
    Toy,
    follow,
    messages_to,
    rest,
    say,
    sent_to,
    someone,
    without_broker,
)

TRIAGED = example(intake.ContactTriaged)
FILED = example(intake.ApplicationRegistered)
TOLD = example(intake.InformationProvided)
CASE, FILE, QUESTION = uuid4(), uuid4(), uuid4()
BEGINS: Begins = {
    "ContactTriaged": [Begin("benefits", "case", CASE)],
    "ApplicationRegistered": [Begin("socialwork", "file", FILE)],
    "CaseTransferred": [End(CASE)],
}

Make = Callable[..., Awaitable[Part]]


@pytest.fixture
async def make(new_database: NewDatabase) -> AsyncIterator[Make]:
    """Parts without a broker, ended after the test."""
    made: list[Part] = []

    async def one(unit: str, toy: Toy | None = None, clock: Clock | None = None) -> Part:
        made.append(await without_broker(unit, await new_database(), toy, clock))
        return made[-1]

    yield one
    await rest(*made)


class Two:
    """Two entries at first contact: benefits has to do with the one, social work with the other."""

    def __init__(self, desk: Part) -> None:
        self.desk = desk
        self.survivor, self.absorbed = someone(), someone()
        self.merge_id = uuid4()

    async def known(self) -> None:
        await say(self.desk, FILED, self.survivor)
        await say(self.desk, TRIAGED, self.absorbed)
        await follow(self.desk)

    def word(self, kinds: dict[Publisher, type[Any]], publisher: Publisher) -> Fact:
        fact: Fact = kinds[publisher](
            merge_id=self.merge_id, survivor_id=self.survivor, absorbed_id=self.absorbed
        )
        return fact

    async def merged(self) -> None:
        fact = self.word(PERSONS_MERGED, Publisher.INTAKE)
        await say(self.desk, fact, self.survivor)
        await follow(self.desk)

    async def undone(self) -> None:
        fact = self.word(PERSON_MERGE_UNDONE, Publisher.INTAKE)
        await say(self.desk, fact, self.survivor)
        await follow(self.desk)


@pytest.fixture
async def two(make: Make) -> Two:
    pair = Two(await make("intake", Toy(begins=BEGINS)))
    await pair.known()
    return pair


async def told(speaker: Part, recipient: str) -> list[tuple[str, str | None]]:
    """Names of the facts and the entries that they are about."""
    return [(e.fact_name, e.subject) for e in await sent_to(speaker, recipient)]


async def hear(hearer: Part, *speakers: Part) -> None:
    """Brings everything that was disclosed and is not there yet."""
    for speaker in speakers:
        await hearer.inbox.take(await messages_to(speaker, hearer.address.unit))
    await follow(hearer)


async def kinds(part: Part, person: UUID, **wanted: Any) -> list[str]:
    page = await part.timeline.page(person, **wanted)
    return sorted(entry.type.split(".")[2] for entry in page.entries)


async def involvements(part: Part) -> set[tuple[str, UUID, UUID]]:
    rows = await part.pool.fetch(
        "select unit, person_id, reference from involvements where until is null"
    )
    return {tuple(row) for row in rows}


# --- who is told ------------------------------------------------------------


async def test_whoever_has_to_do_with_one_entry_is_told_of_both(two: Two) -> None:
    one, other = str(two.survivor), str(two.absorbed)
    await two.merged()
    assert await told(two.desk, "benefits") == [
        ("ContactTriaged", other), ("ApplicationRegistered", one), ("PersonsMerged", one),
    ]  # fmt: skip
    assert await told(two.desk, "socialwork") == [
        ("ApplicationRegistered", one), ("ContactTriaged", other), ("PersonsMerged", one),
    ]  # fmt: skip
    await say(two.desk, TOLD, two.absorbed)
    await follow(two.desk)
    assert (await told(two.desk, "socialwork"))[-1] == ("InformationProvided", other)


async def test_a_unit_that_is_not_involved_is_not_told(two: Two) -> None:
    stranger = someone()
    await say(two.desk, TOLD, stranger)
    await two.merged()
    for unit in ("service-orders", "pup", "ngo"):
        assert await told(two.desk, unit) == []
    counted = [name for name, _ in await told(two.desk, "reporting")]
    assert "PersonsMerged" not in counted


async def test_who_becomes_involved_later_is_involved_with_every_entry(two: Two) -> None:
    await two.merged()
    before = await involvements(two.desk)
    await say(two.desk, example(intake.CaseTransferred), two.survivor)
    await follow(two.desk)
    assert {row for row in before if row[0] == "socialwork"} == await involvements(two.desk)
    ended = [(n, s) for n, s in await told(two.desk, "benefits") if n == "AccessEnded"]
    assert len(ended) == 1
    await say(two.desk, TRIAGED, two.survivor)
    await follow(two.desk)
    assert await involvements(two.desk) == before


# --- timelines --------------------------------------------------------------


async def test_timelines_join_and_part_and_nothing_is_lost(two: Two, make: Make) -> None:
    benefits = await make("benefits")
    await hear(benefits, two.desk)
    assert await kinds(benefits, two.survivor) == []
    await two.merged()
    await hear(benefits, two.desk)
    both = ["application-registered", "contact-triaged", "persons-merged"]
    for part in (benefits, two.desk):
        for entry in (two.survivor, two.absorbed):
            assert await kinds(part, entry) == both
            assert await part.timeline.survivor(entry) == two.survivor
    await two.undone()
    await hear(benefits, two.desk)
    of_desk = ["application-registered", "person-merge-undone", "persons-merged"]
    assert await kinds(two.desk, two.survivor) == of_desk
    assert await kinds(two.desk, two.absorbed) == ["contact-triaged"]
    assert await kinds(benefits, two.absorbed) == ["contact-triaged"]
    assert await benefits.timeline.survivor(two.absorbed) == two.absorbed
    rows = await benefits.pool.fetchval("select count(*) from timeline")
    assert rows == len(await sent_to(two.desk, "benefits")), "whatever was told is still there"


async def test_undoing_restores_who_has_to_do_with_whom(two: Two) -> None:
    before = await involvements(two.desk)
    await two.merged()
    assert await involvements(two.desk) != before
    await two.undone()
    assert await involvements(two.desk) == before
    told_before = await told(two.desk, "benefits")
    await say(two.desk, TOLD, two.survivor)
    await follow(two.desk)
    assert await told(two.desk, "benefits") == told_before
    (ended,) = [e for e in await sent_to(two.desk, "benefits") if e.fact_name == "AccessEnded"]
    assert ended.subject == str(two.survivor), "benefits keeps nothing of the other person"


async def test_a_joined_timeline_is_paged_newest_first_and_live(two: Two) -> None:
    start = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for number in range(6):
        person = two.absorbed if number % 2 else two.survivor
        await say(two.desk, TOLD, person, now=start + timedelta(days=number))
    await follow(two.desk)
    await two.merged()
    timeline, seen, before = two.desk.timeline, [], None
    while True:
        page = await timeline.page(two.absorbed, kind=TOLD.type(), limit=4, before=before)
        seen += [entry.occurred_at for entry in page.entries]
        before = page.next
        if before is None:
            break
    assert seen == [start + timedelta(days=n) for n in reversed(range(6))]
    head = await timeline.head(two.absorbed)
    assert head == await timeline.head(two.survivor)
    await say(two.desk, TOLD, two.absorbed)
    await follow(two.desk)
    (new,) = await timeline.after(two.survivor, head)
    assert new.person_id == two.absorbed


async def test_before_the_day_of_the_merge_each_entry_was_known_by_itself(
    make: Make, tmp_path: Any
) -> None:
    clock_file = tmp_path / "clock"
    set_offset(clock_file, datetime(2026, 3, 2, 9, tzinfo=UTC))
    two = Two(await make("intake", Toy(begins=BEGINS), Clock(clock_file)))
    await two.known()
    set_offset(clock_file, datetime(2026, 3, 9, 9, tzinfo=UTC))
    await two.merged()
    monday, next_monday = date(2026, 3, 2), date(2026, 3, 9)
    as_known = await kinds(two.desk, two.absorbed, known_on=monday)
    assert as_known == ["contact-triaged"]
    assert len(await kinds(two.desk, two.absorbed, known_on=next_monday)) == 3


async def test_a_rebuilt_timeline_equals_the_live_one(two: Two, make: Make) -> None:
    benefits = await make("benefits")
    for step in (two.merged, two.undone):
        await step()
        await hear(benefits, two.desk)
        for part in (two.desk, benefits):
            live = await part.pool.fetch("select t::text from timeline t order by position")
            async with turn(part.pool) as taken:
                await part.timeline.rebuild(taken.tx)
            again = await part.pool.fetch("select t::text from timeline t order by position")
            assert again == live


async def test_a_page_of_many_entries_is_read_by_index(two: Two) -> None:
    await two.merged()
    await two.desk.pool.execute(
        "insert into timeline select 1000 + n, gen_random_uuid(), gen_random_uuid(), 't', 'u',"
        " 'full', now(), now(), now(), now(), 'b', null, '{}' from generate_series(1, 20000) n"
    )
    await two.desk.pool.execute("analyze timeline")
    asked: list[tuple[str, tuple[Any, ...]]] = []

    class Noting:
        async def fetch(self, query: str, *values: Any) -> list[Any]:
            asked.append((query, values))
            return []

    noting: Any = Noting()
    pool, two.desk.timeline.pool = two.desk.timeline.pool, noting
    await two.desk.timeline.page(two.absorbed)
    ((query, values),) = asked
    plan = "\n".join(r[0] for r in await pool.fetch(f"explain {query}", *values))
    assert "timeline_newest" in plan
    assert "Seq Scan" not in plan


# --- passed on --------------------------------------------------------------


async def test_who_is_involved_through_another_unit_learns_it_from_that_one(
    two: Two, make: Make
) -> None:
    asked = {"ContactTriaged": [Begin("pup", "evidence", QUESTION)]}
    benefits, pup = await make("benefits", Toy(begins=asked)), await make("pup")
    await hear(benefits, two.desk)
    await two.merged()
    await hear(benefits, two.desk)
    assert await told(benefits, "pup") == [("PersonsMerged", str(two.survivor))]
    assert await told(benefits, "intake") == [], "who told us is not told back"
    await hear(pup, benefits)
    assert await pup.timeline.survivor(two.absorbed) == two.survivor
    assert await told(pup, "benefits") == [], "an outside institution passes nothing on"
    await two.undone()
    await hear(benefits, two.desk)
    await hear(pup, benefits)
    assert await pup.timeline.survivor(two.absorbed) == two.absorbed


async def test_a_second_word_of_the_same_merge_is_kept_and_not_shown_again(
    two: Two, make: Make
) -> None:
    triage = {"ApplicationRegistered": [Begin("benefits", "file", FILE)]}
    benefits, work = await make("benefits"), await make("socialwork", Toy(begins=triage))
    await two.merged()
    await hear(work, two.desk)
    await hear(benefits, two.desk, work)
    heard = await benefits.pool.fetch("select publisher from inbox where type like '%merged.v1'")
    assert {row["publisher"] for row in heard} == {"intake", "socialwork"}
    shown = await kinds(benefits, two.survivor)
    assert shown.count("persons-merged") == 1


async def test_an_outside_institution_is_not_believed(two: Two, make: Make) -> None:
    benefits = await make("benefits")
    await hear(benefits, two.desk)
    said = two.word(PERSONS_MERGED, Publisher.CONTRACTOR)
    (_, raw) = (await messages_to(two.desk, "benefits"))[0]
    forged = Envelope.from_bytes(raw).model_copy(
        update={
            "id": uuid4(), "source": "/osnowa/ngo", "type": said.type(), "sequence": 1,
            "previousdigest": "", "subject": str(two.survivor),
            "data": said.model_dump(mode="json"),
        }
    )  # fmt: skip
    await benefits.inbox.take([(forged.subject_name(), forged.to_bytes())])
    assert await benefits.timeline.survivor(two.absorbed) == two.absorbed
    assert await benefits.pool.fetchval("select count(*) from merges") == 0


async def test_a_late_word_of_a_merge_that_was_undone_does_not_bring_it_back(
    two: Two, make: Make
) -> None:
    triage = {"ApplicationRegistered": [Begin("benefits", "file", FILE)]}
    benefits, work = await make("benefits"), await make("socialwork", Toy(begins=triage))
    await two.merged()
    await hear(work, two.desk)
    await two.undone()
    await hear(benefits, two.desk)
    assert await benefits.timeline.survivor(two.absorbed) == two.absorbed
    await hear(benefits, work)
    assert await benefits.timeline.survivor(two.absorbed) == two.absorbed


async def test_three_entries_are_one_and_the_first_merge_is_undone(two: Two) -> None:
    third = Two(two.desk)
    third.absorbed = two.survivor
    await say(two.desk, TOLD, third.survivor)
    await two.merged()
    await third.merged()
    timeline = two.desk.timeline
    assert await timeline.survivor(two.absorbed) == third.survivor
    assert len(await timeline.entries_of(two.absorbed)) == 3
    await two.undone()
    assert await timeline.entries_of(two.absorbed) == [two.absorbed]
    assert set(await timeline.entries_of(two.survivor)) == {two.survivor, third.survivor}
    assert await involvements(two.desk) == {
        ("benefits", two.absorbed, CASE),
        ("socialwork", two.survivor, FILE),
        ("socialwork", third.survivor, FILE),
    }


async def test_nothing_follows_from_it_for_a_service(two: Two, make: Make) -> None:
    toy = Toy()
    benefits = await make("benefits", toy)
    await two.merged()
    await hear(benefits, two.desk)
    assert not any(isinstance(fact, AccessEnded) for fact in toy.heard)
    assert [fact.name() for fact in toy.heard] == ["ContactTriaged", "ApplicationRegistered"]


# --- what is parked -------------------------------------------------------------


REGISTERED = example(intake.ContactRegistered)


@pytest.fixture
async def hearer(make: Make) -> tuple[Two, Part, Toy]:
    """Benefits has to do with both entries, and has heard that they are one person."""
    pair, toy = Two(await make("intake", Toy(begins=BEGINS))), Toy()
    for entry in (pair.survivor, pair.absorbed):
        await say(pair.desk, TRIAGED, entry)
    await pair.merged()
    benefits = await make("benefits", toy)
    await hear(benefits, pair.desk)
    return pair, benefits, toy


async def hears(pair: Two, benefits: Part, *said: tuple[Fact, UUID]) -> None:
    """Each fact arrives by itself, as the first that was not there yet."""
    for fact, entry in said:
        await say(pair.desk, fact, entry)
        await follow(pair.desk)
        await benefits.inbox.take((await messages_to(pair.desk, "benefits"))[-1:])


async def held(benefits: Part) -> list[tuple[str, UUID, str]]:
    rows = await benefits.pool.fetch(
        "select type, person_id, state from inbox where state <> 'handled' order by arrival"
    )
    return [(row["type"].split(".")[2], row["person_id"], row["state"]) for row in rows]


async def test_what_is_parked_for_one_entry_holds_up_what_is_told_of_the_other(
    hearer: tuple[Two, Part, Toy],
) -> None:
    pair, benefits, toy = hearer
    toy.fails_on, stranger = "InformationProvided", someone()
    await hears(
        pair, benefits,
        (TOLD, pair.absorbed), (REGISTERED, pair.survivor), (TRIAGED, stranger),
    )  # fmt: skip
    assert await held(benefits) == [
        ("information-provided", pair.absorbed, "parked"),
        ("contact-registered", pair.survivor, "waiting"),
    ]
    toy.fails_on = None
    (parked,) = [one for one in await benefits.inbox.parked() if one.state == "parked"]
    assert await benefits.inbox.retry("intake", parked.sequence)
    assert await held(benefits) == []


async def test_two_who_were_parted_do_not_hold_each_other_up(
    hearer: tuple[Two, Part, Toy],
) -> None:
    pair, benefits, toy = hearer
    await pair.undone()
    await hear(benefits, pair.desk)
    toy.fails_on = "InformationProvided"
    await hears(pair, benefits, (TOLD, pair.absorbed), (REGISTERED, pair.survivor))
    assert await held(benefits) == [("information-provided", pair.absorbed, "parked")]


async def test_what_waited_for_both_goes_on_apart_where_the_undoing_waited_too(
    hearer: tuple[Two, Part, Toy],
) -> None:
    pair, benefits, toy = hearer
    toy.fails_on = "InformationProvided"
    await hears(pair, benefits, (TOLD, pair.absorbed))
    await pair.undone()
    await hear(benefits, pair.desk)
    await hears(pair, benefits, (REGISTERED, pair.survivor), (TRIAGED, pair.absorbed))
    await hears(pair, benefits, (TRIAGED, pair.survivor))
    assert {state for *_, state in (await held(benefits))[1:]} == {"waiting"}
    toy.fails_on = "ContactRegistered"
    (parked,) = [one for one in await benefits.inbox.parked() if one.state == "parked"]
    assert await benefits.inbox.retry("intake", parked.sequence)
    assert await held(benefits) == [
        ("contact-registered", pair.survivor, "parked"),
        ("contact-triaged", pair.survivor, "waiting"),
    ]
