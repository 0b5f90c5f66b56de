"""What others tell has its effect once and in order, and nothing of it is dropped."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
from osnowa_contracts import benefits, intake, pup, socialwork
from osnowa_contracts.access import ACCESS_ENDED
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.examples import example
from osnowa_contracts.fact import Form, Publisher

from chassis.broker import STREAM
from chassis.disclosure import Begin
from chassis.inbox import Parked
from chassis.part import Part
from chassis.testing import Broker, NewDatabase
from tests.chassis.teller import Teller, changed
from tests.chassis.toy import (
    Toy,
    eventually,
    follow,
    part,
    rest,
    say,
    someone,
    without_broker,
)
from tests.chassis.toy_part import Child

CERTIFIED = example(socialwork.CooperationCertified)
TERMS = example(socialwork.CooperationTermsSet)
STATUS = example(pup.LabourStatusReported)
DOES_NOT_FIT = "does not continue what we were told"


@pytest.fixture
def toy() -> Toy:
    return Toy(reacts=True)


@pytest.fixture
async def desk(database: str, toy: Toy) -> AsyncIterator[Part]:
    """Benefits, to whose inbox the test brings the messages itself."""
    made = await without_broker("benefits", database, toy)
    yield made
    await rest(made)


@pytest.fixture
def sw() -> Teller:
    return Teller("socialwork", "benefits")


@pytest.fixture
def labour_office() -> Teller:
    return Teller("pup", "benefits")


async def heard(desk: Part) -> list[tuple[str, int]]:
    """What had its effect: publisher and sequence, in the order of the effects."""
    rows = await desk.pool.fetch("select publisher, sequence from heard order by turn")
    return [(row["publisher"], row["sequence"]) for row in rows]


async def states(desk: Part) -> dict[tuple[str, int], str]:
    rows = await desk.pool.fetch("select publisher, sequence, state from inbox order by 1, 2")
    return {(row["publisher"], row["sequence"]): row["state"] for row in rows}


def reasons(found: list[Parked]) -> list[str | None]:
    return [parked.reason for parked in found if parked.state == "parked"]


async def rejected(desk: Part) -> list[str]:
    return [row["reason"] for row in await desk.pool.fetch("select * from inbox_rejected")]


# --- once and in order ----------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
async def test_repeated_and_shuffled_messages_have_their_effect_once_and_in_order(
    seed: int, desk: Part, toy: Toy, sw: Teller, labour_office: Teller
) -> None:
    chance = random.Random(seed)
    people = [someone() for _ in range(5)]
    for _ in range(60):
        sw.tell(CERTIFIED, chance.choice(people))
        labour_office.tell(STATUS, chance.choice(people))
    messages = (sw.register + labour_office.register) * 3
    chance.shuffle(messages)
    while messages:
        size = chance.randint(1, 40)
        await desk.inbox.take(messages[:size])
        del messages[:size]
    effects = await heard(desk)
    for publisher in ("socialwork", "pup"):
        assert [n for p, n in effects if p == publisher] == list(range(1, 61))
    assert len(toy.heard) == 120
    assert await desk.log.head() == 120, "each reaction appended once"
    assert await desk.pool.fetchval("select count(*) from timeline") == 120
    assert set((await states(desk)).values()) == {"handled"}


async def test_that_it_hears_no_more_of_somebody_is_for_a_service_to_act_on(
    desk: Part, toy: Toy, sw: Teller
) -> None:
    ended = example(ACCESS_ENDED[Publisher.SOCIALWORK])
    sw.tell(ended, someone())
    await desk.inbox.take(sw.register)
    assert toy.heard == [ended]


async def test_what_waited_behind_a_gap_is_handled_in_order_when_it_is_closed(
    desk: Part, sw: Teller, labour_office: Teller
) -> None:
    for _ in range(500):
        sw.tell(CERTIFIED, someone())
    await desk.inbox.take(sw.register[1:])
    await desk.inbox.take([labour_office.tell(STATUS, someone())])
    assert await heard(desk) == [("pup", 1)]
    await desk.inbox.take(sw.register[:1])
    assert await heard(desk) == [("pup", 1), *(("socialwork", n) for n in range(1, 501))]


async def test_a_restated_command_of_a_reaction_is_answered_and_not_done_again(
    desk: Part, sw: Teller
) -> None:
    message = sw.tell(CERTIFIED, someone())
    await desk.inbox.take([message])
    (event,) = await desk.log.read(0)
    row = await desk.pool.fetchrow("select idempotency_key, causation_id from events")
    assert row is not None
    assert row["idempotency_key"] == f"fact:{Envelope.from_bytes(message[1]).id}"
    assert (event.actor_role, event.causation_id) == ("system", row["causation_id"])


# --- what is no envelope for us -----------------------------------------------------


async def test_what_is_no_envelope_for_us_is_rejected_and_kept(desk: Part, sw: Teller) -> None:
    good = sw.tell(CERTIFIED, someone())
    forged = changed(good, source="/osnowa/pup")
    for another in (
        ("osnowa.socialwork.benefits.CooperationCertified", b"\xff{"),
        ("osnowa.socialwork.benefits.CooperationCertified", b"{}"),
        changed(good, recipient="intake"),
        changed(good, type="osnowa.socialwork.social-work-closed.v1"),
        changed(good, subject="nobody"),
        changed(good, sequence=2**64),
        forged,
        ("refetch.socialwork.benefits", forged[1]),
    ):
        await desk.inbox.take([another])
        await desk.inbox.take([another])
        assert bytes(await desk.pool.fetchval(LAST_REJECTED)) == another[1]
    assert len(await rejected(desk)) == 8, "each once, however often it came"
    assert await heard(desk) == []
    await desk.inbox.take([good])
    assert await heard(desk) == [("socialwork", 1)]


LAST_REJECTED = "select raw from inbox_rejected order by id desc limit 1"


# --- the chain -------------------------------------------------------------------


async def test_an_envelope_that_does_not_fit_the_one_before_is_not_handled_but_asked_for(
    desk: Part, sw: Teller
) -> None:
    for _ in range(4):
        sw.tell(CERTIFIED, someone())
    forged = changed(sw.register[2], id=uuid4(), previousdigest="0" * 64)
    await desk.inbox.take([*sw.register[:2], forged, sw.register[3]])
    assert await heard(desk) == [("socialwork", 1), ("socialwork", 2)]
    assert await rejected(desk) == [DOES_NOT_FIT]
    (gap,) = await desk.inbox.gaps()
    assert (gap.publisher, gap.after, gap.through) == ("socialwork", 2, 3)
    await desk.inbox.take(sw.again(after=gap.after, through=gap.through), fetched=True)
    assert await heard(desk) == [("socialwork", n) for n in (1, 2, 3, 4)]


async def test_a_forged_envelope_that_came_long_before_its_turn_gives_way_to_the_true_one(
    desk: Part, sw: Teller
) -> None:
    for _ in range(3):
        sw.tell(CERTIFIED, someone())
    forged = changed(sw.register[2], id=uuid4(), previousdigest="0" * 64)
    await desk.inbox.take([forged])
    await desk.inbox.take(sw.register)
    await desk.inbox.take(sw.again(), fetched=True)
    assert len(await heard(desk)) == 3
    assert (await desk.pool.fetchval("select envelope from inbox where sequence = 3")).encode() == (
        sw.register[2][1]
    )


async def test_another_fact_under_a_number_that_was_used_is_rejected_and_kept(
    desk: Part, sw: Teller
) -> None:
    first = sw.tell(CERTIFIED, someone())
    await desk.inbox.take([first])
    other = changed(first, id=uuid4())
    await desk.inbox.take([first, other])
    assert await rejected(desk) == ["says something else than before under its number"]
    assert bytes(await desk.pool.fetchval(LAST_REJECTED)) == other[1]
    assert await heard(desk) == [("socialwork", 1)]


async def test_what_the_publisher_itself_repeats_although_it_does_not_fit_is_parked(
    desk: Part, sw: Teller
) -> None:
    person = someone()
    first, second = sw.tell(CERTIFIED, someone()), sw.tell(CERTIFIED, person)
    third, fourth = sw.tell(TERMS, person), sw.tell(CERTIFIED, someone())
    changed_first = changed(first, id=uuid4())
    await desk.inbox.take([changed_first, second, third, fourth])
    await desk.inbox.take(sw.again(after=1), fetched=True)
    assert await states(desk) == {
        ("socialwork", 1): "handled",
        ("socialwork", 2): "parked",
        ("socialwork", 3): "waiting",
        ("socialwork", 4): "handled",
    }
    assert "does not continue what we were told before" in reasons(await desk.inbox.parked())
    assert await desk.inbox.retry("socialwork", 2)
    assert [n for _, n in await heard(desk)] == [1, 4, 2, 3]


# --- what cannot be handled ---------------------------------------------------------


async def test_a_poison_fact_is_parked_its_client_waits_and_others_flow(
    desk: Part, toy: Toy, sw: Teller, labour_office: Teller
) -> None:
    toy.fails_on = "CooperationCertified"
    client, other = someone(), someone()
    await desk.inbox.take(
        [
            sw.tell(TERMS, client),
            sw.tell(CERTIFIED, client),
            sw.tell(TERMS, client),
            labour_office.tell(STATUS, client),
            labour_office.tell(STATUS, other),
            sw.tell(TERMS, other),
            sw.tell(TERMS),
        ]
    )
    assert await states(desk) == {
        ("socialwork", 1): "handled",
        ("socialwork", 2): "parked",
        ("socialwork", 3): "waiting",
        ("pup", 1): "waiting",
        ("pup", 2): "handled",
        ("socialwork", 4): "handled",
        ("socialwork", 5): "handled",
    }
    assert reasons(await desk.inbox.parked()) == ["failed: RuntimeError"]
    await desk.inbox.take([labour_office.tell(STATUS, client)])
    assert (await states(desk))["pup", 3] == "waiting", "what comes later waits too"
    assert len(await desk.timeline.after(client, 0)) == 1
    assert await desk.log.head() == 4, "no half effect"


async def test_a_parked_fact_is_tried_again_and_what_waited_follows_in_order(
    desk: Part, toy: Toy, sw: Teller, labour_office: Teller
) -> None:
    toy.fails_on = "CooperationCertified"
    client = someone()
    poison = sw.tell(CERTIFIED, client)
    later = [labour_office.tell(STATUS, client), sw.tell(TERMS, client)]
    await desk.inbox.take([poison, *later])
    assert not await desk.inbox.retry("socialwork", 1)
    (parked,) = [p for p in await desk.inbox.parked() if p.state == "parked"]
    assert parked.attempts == 2
    assert not await desk.inbox.retry("socialwork", 2), "waits, is not parked"
    toy.fails_on = None
    assert await desk.inbox.retry("socialwork", 1)
    assert await heard(desk) == [("socialwork", 1), ("pup", 1), ("socialwork", 2)]
    assert [e.type for e in await desk.timeline.after(client, 0)] == [
        CERTIFIED.type(), STATUS.type(), TERMS.type(),
    ]  # fmt: skip
    assert await desk.inbox.parked() == []
    await desk.inbox.take([sw.tell(CERTIFIED, client)])
    assert (await states(desk))["socialwork", 3] == "handled"


async def test_what_waited_stops_again_at_the_next_fact_that_fails(
    desk: Part, toy: Toy, sw: Teller
) -> None:
    toy.fails_on = "CooperationCertified"
    client = someone()
    await desk.inbox.take([sw.tell(f, client) for f in (CERTIFIED, TERMS, STATUS, TERMS)])
    toy.fails_on = "LabourStatusReported"
    assert await desk.inbox.retry("socialwork", 1)
    assert [*(await states(desk)).values()] == ["handled", "handled", "parked", "waiting"]


async def test_an_unknown_version_is_parked_and_an_unknown_field_is_kept(
    desk: Part, sw: Teller
) -> None:
    old, new, client = someone(), someone(), someone()
    data = CERTIFIED.model_dump(mode="json") | {"later_addition": "yes"}
    message = sw.tell(CERTIFIED, new, data=data, latercomes="too")
    await desk.inbox.take(
        [message, sw.tell(TERMS, old, type="osnowa.socialwork.cooperation-terms-set.v9")]
    )
    await desk.inbox.take([sw.tell(TERMS, client, type="osnowa.socialwork.never-heard-of.v1")])
    assert reasons(await desk.inbox.parked()) == [
        "unknown fact or version: osnowa.socialwork.cooperation-terms-set.v9",
        "unknown fact or version: osnowa.socialwork.never-heard-of.v1",
    ]
    (entry,) = await desk.timeline.after(new, 0)
    assert entry.data["later_addition"] == "yes"
    kept = await desk.pool.fetchval("select envelope from inbox where sequence = 1")
    assert kept.encode() == message[1]


async def test_data_that_its_fact_does_not_allow_is_parked_and_stops_nobody(
    desk: Part, sw: Teller
) -> None:
    await desk.inbox.take(
        [
            sw.tell(CERTIFIED, someone(), data={"month": "no month"}),
            sw.tell(CERTIFIED, someone(), legalbasis="no\x00text"),
            sw.tell(CERTIFIED, someone()),
        ]
    )
    assert [*(await states(desk)).values()] == ["parked", "parked", "handled"]


async def test_a_summary_is_reacted_to_and_a_mere_existence_is_only_shown(
    desk: Part, toy: Toy
) -> None:
    teller, client = Teller("intake", "benefits"), someone()
    exists = example(intake.ContactRegistered)
    await desk.inbox.take(
        [
            teller.tell(example(intake.PersonRegistered), client, Form.SUMMARY),
            teller.tell(exists, client, Form.EXISTENCE, type="osnowa.intake.entry-exists.v1"),
        ]
    )
    assert [fact.name() for fact in toy.heard] == ["PersonRegistered"]
    assert [e.form for e in await desk.timeline.after(client, 0)] == [Form.SUMMARY, Form.EXISTENCE]
    assert await desk.inbox.parked() == []


async def test_a_count_without_a_person_is_taken_in_and_stands_on_no_timeline(
    database: str,
) -> None:
    toy = Toy()
    desk = await without_broker("reporting", database, toy)
    teller = Teller("benefits", "reporting")
    await desk.inbox.take([teller.tell(example(benefits.CaseAssigned), None, Form.COUNT)])
    assert [fact.name() for fact in toy.heard] == ["CaseAssigned"]
    assert await desk.pool.fetchval("select count(*) from timeline") == 0
    await rest(desk)


# --- over the broker ------------------------------------------------------------------


TELLING = Toy(begins={"CooperationCertified": [Begin("benefits", "case", uuid4())]})


async def told(broker: Broker, database: str, count: int) -> Part:
    """Socialwork, running, after it has told benefits that many certificates."""
    speaker = part("socialwork", database, broker.url, broker.passwords["socialwork"], TELLING)
    await speaker.start()
    for _ in range(count):
        await say(speaker, CERTIFIED, someone())

    async def sent() -> bool:
        return speaker.relay is not None and await speaker.relay.lag() == 0

    await follow(speaker)
    await eventually(sent)
    return speaker


async def test_a_gap_and_a_lost_tail_are_fetched_again_from_the_publisher(
    new_database: NewDatabase, broker: Broker
) -> None:
    await broker.admit("socialwork", "benefits")
    speaker = await told(broker, await new_database(), 20)
    subjects = await broker.subjects()
    ours = [n for n, s in enumerate(subjects, 1) if s.startswith("osnowa.socialwork.benefits.")]
    for number in (ours[4], ours[5], ours[11], ours[-2], ours[-1]):
        await broker.manage(f"STREAM.MSG.DELETE.{STREAM}", {"seq": number, "no_erase": True})
    desk = part("benefits", await new_database(), broker.url, broker.passwords["benefits"], Toy())
    await desk.start()

    async def everything() -> bool:
        return await heard(desk) == [("socialwork", n) for n in range(1, 21)]

    await eventually(everything)
    fetched = await desk.pool.fetch("select sequence from inbox where fetched order by 1")
    assert {5, 6, 12, 19, 20} <= {row["sequence"] for row in fetched}
    assert await desk.inbox.gaps() == []
    await desk.stop()
    await speaker.stop()


@pytest.mark.parametrize(
    ("crashpoint", "committed"),
    [
        ("inbox.before-transaction", False),
        ("inbox.inside-transaction", False),
        ("inbox.before-ack", True),
        ("inbox.after-ack", True),
    ],
)
async def test_killed_while_taking_in_it_leaves_no_half_effect_and_ends_with_each_effect_once(
    crashpoint: str, committed: bool, new_database: NewDatabase, broker: Broker, tmp_path: Path
) -> None:
    await broker.admit("socialwork", "benefits")
    speaker = await told(broker, await new_database(), 10)
    database = await new_database()
    desk = await without_broker("benefits", database)
    child = Child("benefits", database, broker, Toy(reacts=True), tmp_path)
    await child.start(crashpoint)
    await child.killed()
    (effects,) = set((await counted(desk)).values())
    assert (effects > 0) == committed
    async with child.running():
        await say(speaker, CERTIFIED, someone())

        async def everything() -> bool:
            return (await counted(desk))["heard"] == 11

        await eventually(everything)
    assert await counted(desk) == {"heard": 11, "handled": 11, "shown": 11, "events": 11}
    assert Counter(await heard(desk)) == Counter(("socialwork", n) for n in range(1, 12))
    await rest(desk)
    await speaker.stop()


async def counted(desk: Part) -> dict[str, int]:
    """Every kind of effect that a fact has in a toy."""
    row = await desk.pool.fetchrow(
        "select (select count(*) from heard) as heard,"
        " (select count(*) from inbox where state = 'handled') as handled,"
        " (select count(*) from timeline) as shown, (select position from log_head) as events"
    )
    assert row is not None
    return dict(row)
