"""Who is told what: the register, its sequences, and what begins and ends an involvement."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits, contractor, service_orders, socialwork
from osnowa_contracts.access import AccessEnded
from osnowa_contracts.benefits.decision import ServiceGrant
from osnowa_contracts.envelope import digest
from osnowa_contracts.examples import example
from osnowa_contracts.fact import Form
from osnowa_contracts.reading import parse

from chassis import crashpoints
from chassis.context import WARSAW
from chassis.copies import turn
from chassis.disclosure import Begin, End
from chassis.part import Part
from chassis.register import register
from chassis.testing import NewDatabase
from tests.chassis.toy import (
    Begins,
    Toy,
    eventually,
    follow,
    messages_to,
    rest,
    say,
    sent_to,
    somebody_waits,
    someone,
    without_broker,
)

CASE, ORDER, OTHER_ORDER = uuid4(), uuid4(), uuid4()
CERTIFIED = example(socialwork.CooperationCertified)
TERMS = example(socialwork.CooperationTermsSet)
OPENED = example(socialwork.SocialWorkOpened)
CLOSED = example(socialwork.SocialWorkClosed)
PLACED = example(service_orders.OrderPlaced).model_copy(update={"order_id": ORDER})
OTHER_PLACED = PLACED.model_copy(update={"order_id": OTHER_ORDER})
ENDED = example(service_orders.OrderEnded).model_copy(update={"order_id": ORDER})
BENEFITS_INVOLVED = Begin("benefits", "case", CASE)

Make = Callable[..., Awaitable[Part]]


@pytest.fixture
async def make(new_database: NewDatabase) -> AsyncIterator[Make]:
    """Parts without a broker, ended after the test."""
    made: list[Part] = []

    async def one(unit: str, toy: Toy | None = None) -> Part:
        made.append(await without_broker(unit, await new_database(), toy))
        return made[-1]

    yield one
    await rest(*made)


async def told(speaker: Part, recipient: str) -> list[str]:
    """The names of the facts."""
    return [envelope.fact_name for envelope in await sent_to(speaker, recipient)]


async def hear(hearer: Part, speaker: Part) -> None:
    """Brings everything that was disclosed."""
    await follow(speaker)
    await hearer.inbox.take(await messages_to(speaker, hearer.address.unit))
    await follow(hearer)


async def test_what_a_recipient_is_told_has_no_gap_and_is_chained(make: Make) -> None:
    sw = await make("socialwork", Toy(begins={"SocialWorkOpened": [BENEFITS_INVOLVED]}))
    for _ in range(3):
        person = someone()
        await say(sw, OPENED, person)
        await say(sw, CERTIFIED, person)
        await follow(sw)
        await say(sw, TERMS, person)
    await follow(sw)
    for recipient, count in (("benefits", 6), ("reporting", 9)):
        messages = [raw for _, raw in await messages_to(sw, recipient)]
        envelopes = await sent_to(sw, recipient)
        assert [e.sequence for e in envelopes] == list(range(1, count + 1))
        assert [e.previousdigest for e in envelopes] == ["", *map(digest, messages[:-1])]


async def test_who_is_told_and_in_which_form_follows_involvement_and_the_matrix(
    make: Make,
) -> None:
    involved = [Begin(u, "case", CASE) for u in ("intake", "socialwork", "service-orders")]
    be = await make("benefits", Toy(begins={"CaseAssigned": involved}))
    known, stranger = someone(), someone()
    await say(be, example(benefits.CaseAssigned), known)
    await say(be, example(benefits.IncomeEstablished), known)
    await say(be, example(benefits.IncomeEstablished), stranger)
    await follow(be)
    assert await told(be, "intake") == ["CaseAssigned"]
    assert await told(be, "socialwork") == ["CaseAssigned", "IncomeEstablished"]
    assert await told(be, "service-orders") == []
    assert await told(be, "pup") == []
    assert [e.form for e in await sent_to(be, "intake")] == [Form.SUMMARY]
    assert {e.form for e in await sent_to(be, "socialwork")} == {Form.FULL}
    assert {e.subject for e in await sent_to(be, "socialwork")} == {str(known)}


async def test_a_summary_tells_neither_the_worker_nor_what_the_recipient_need_not_know(
    make: Make,
) -> None:
    be = await make("benefits", Toy(begins={"DecisionIssued": [Begin("intake", "case", CASE)]}))
    await say(be, example(benefits.DecisionIssued).model_copy(update={"service": None}), someone())
    await follow(be)
    (envelope,) = await sent_to(be, "intake")
    whole = example(benefits.DecisionIssued).model_dump(mode="json")
    assert envelope.form is Form.SUMMARY
    assert envelope.actorid is None
    assert envelope.data.keys() < whole.keys()
    assert parse(envelope).name() == "DecisionIssued"


async def test_a_contractor_hears_of_its_own_orders_only(make: Make) -> None:
    toy = Toy(begins={"OrderPlaced": [Begin("ngo", "order", ORDER)]})
    so = await make("service-orders", toy)
    person = someone()
    await say(so, PLACED, person)
    await follow(so)
    toy.begins = {"OrderPlaced": [Begin("other-ngo", "order", OTHER_ORDER)]}
    await say(so, OTHER_PLACED, person)
    await say(so, ENDED, person)
    await follow(so)
    assert await told(so, "ngo") == ["OrderPlaced", "OrderEnded"]
    assert await told(so, "other-ngo") == ["OrderPlaced"]
    assert (await sent_to(so, "other-ngo"))[0].data["order_id"] == str(OTHER_ORDER)


async def test_statistics_are_told_counts_that_nobody_can_be_found_by(make: Make) -> None:
    sw = await make("socialwork")
    person = someone()
    await say(sw, CERTIFIED, person, causation_id=uuid4())
    await follow(sw)
    (envelope,) = await sent_to(sw, "reporting")
    assert envelope.form is Form.COUNT
    assert (envelope.subject, envelope.actorid, envelope.actorrole) == (None, None, None)
    assert (envelope.correlationid, envelope.causationid, envelope.traceparent) == (None,) * 3
    assert str(person) not in envelope.to_bytes().decode()
    assert envelope.data["month"] == CERTIFIED.month
    assert await sw.pool.fetchval("select count(person_id) from disclosures") == 0


async def test_an_entry_that_one_may_only_know_to_exist_says_nothing_about_itself(
    make: Make,
) -> None:
    be = await make("benefits", Toy(begins={"DecisionIssued": [Begin("intake", "case", CASE)]}))
    grant = ServiceGrant(service="home-care", hours_per_day=4, fee_per_hour=Decimal("3.52"))
    granted = example(benefits.DecisionIssued).model_copy(update={"service": grant})
    await say(be, granted, someone())
    await follow(be)
    (envelope,) = await sent_to(be, "intake")
    assert envelope.form is Form.EXISTENCE
    assert envelope.data == {}
    assert envelope.type == "osnowa.benefits.entry-exists.v1"
    assert envelope.legalbasis != granted.LEGAL_BASIS
    assert (envelope.correlationid, envelope.actorid, envelope.traceparent) == (None,) * 3
    assert "ecision" not in envelope.to_bytes().decode() + envelope.subject_name()


async def test_an_involvement_begun_by_an_own_fact_brings_the_history_before_it_in_order(
    make: Make,
) -> None:
    sw = await make("socialwork", Toy(begins={"CooperationCertified": [BENEFITS_INVOLVED]}))
    person = someone()
    await say(sw, OPENED, person)  # not for benefits
    await say(sw, example(socialwork.UnusedResourcesCertified), person)
    await say(sw, TERMS, person)
    await follow(sw)
    assert await told(sw, "benefits") == []
    await say(sw, CERTIFIED, person)
    await say(sw, example(socialwork.RelevantFactsReported), person)
    await follow(sw)
    assert await told(sw, "benefits") == [
        "UnusedResourcesCertified", "CooperationTermsSet", "CooperationCertified",
        "RelevantFactsReported",
    ]  # fmt: skip


async def test_an_involvement_begun_by_a_received_fact_brings_all_history(make: Make) -> None:
    sw = await make("socialwork", Toy(begins={"CaseAssigned": [BENEFITS_INVOLVED]}))
    be = await make("benefits", Toy(begins={"CaseAssigned": [Begin("socialwork", "case", CASE)]}))
    person = someone()
    await say(sw, TERMS, person)
    await say(sw, CERTIFIED, person)
    await say(sw, CERTIFIED, someone())
    await follow(sw)
    await say(be, example(benefits.CaseAssigned), person)
    await hear(sw, be)
    assert await told(sw, "benefits") == ["CooperationTermsSet", "CooperationCertified"]


async def test_an_involvement_that_begins_again_brings_what_was_missed_and_nothing_twice(
    make: Make,
) -> None:
    begins: Begins = {"SocialWorkOpened": [BENEFITS_INVOLVED], "SocialWorkClosed": [End(CASE)]}
    sw = await make("socialwork", Toy(begins=begins))
    person = someone()
    await say(sw, OPENED, person)
    await say(sw, CERTIFIED, person)
    await say(sw, CLOSED, person)
    await say(sw, TERMS, person)
    await follow(sw)
    assert await told(sw, "benefits") == [
        "CooperationCertified", "SocialWorkClosed", "AccessEnded",
    ]  # fmt: skip
    await say(sw, OPENED, person)
    await say(sw, OPENED, person)
    await follow(sw)
    assert await told(sw, "benefits") == [
        "CooperationCertified", "SocialWorkClosed", "AccessEnded", "CooperationTermsSet",
    ]  # fmt: skip


async def test_whose_last_involvement_ends_is_told_so_after_the_fact_that_ends_it(
    make: Make,
) -> None:
    toy = Toy(begins={"OrderPlaced": [Begin("ngo", "order", ORDER)], "OrderEnded": [End(ORDER, 7)]})
    so = await make("service-orders", toy)
    person = someone()
    await say(so, PLACED, person)
    await say(so, ENDED, person)
    await say(so, ENDED, person)
    await say(so, PLACED, someone())
    await follow(so)
    assert await told(so, "ngo") == ["OrderPlaced", "OrderEnded", "AccessEnded", "OrderPlaced"]
    last = parse((await sent_to(so, "ngo"))[2])
    assert isinstance(last, AccessEnded)
    assert last.keep_until == datetime.now(WARSAW).date() + timedelta(days=7)


async def test_one_of_two_involvements_ending_ends_nothing_for_the_recipient(make: Make) -> None:
    two = [BENEFITS_INVOLVED, Begin("benefits", "order", ORDER)]
    sw = await make(
        "socialwork", Toy(begins={"SocialWorkOpened": two, "SocialWorkClosed": [End(ORDER)]})
    )
    person = someone()
    await say(sw, OPENED, person)
    await say(sw, CLOSED, person)
    await say(sw, CERTIFIED, person)
    await follow(sw)
    assert await told(sw, "benefits") == ["SocialWorkClosed", "CooperationCertified"]


async def test_a_received_fact_ends_an_involvement_too(make: Make) -> None:
    begins: Begins = {"CooperationTermsSet": [BENEFITS_INVOLVED], "CaseClosed": [End(CASE)]}
    sw = await make("socialwork", Toy(begins=begins))
    be = await make("benefits", Toy(begins={"CaseClosed": [Begin("socialwork", "case", CASE)]}))
    person = someone()
    await say(sw, TERMS, person)
    await say(be, example(benefits.CaseClosed), person)
    await follow(sw)
    await hear(sw, be)
    await say(sw, CERTIFIED, person)
    await follow(sw)
    assert await told(sw, "benefits") == ["CooperationTermsSet", "AccessEnded"]


async def test_a_restated_fact_is_told_to_others_but_not_back(make: Make) -> None:
    both = [Begin("ngo", "order", ORDER), Begin("socialwork", "order", ORDER)]
    so = await make("service-orders", Toy(begins={"OrderPlaced": both}, restates=True))
    ngo = await make(
        "ngo", Toy(begins={"OrderAccepted": [Begin("service-orders", "order", ORDER)]})
    )
    person = someone()
    await say(so, PLACED, person)
    await follow(so)
    accepted = example(contractor.OrderAccepted).model_copy(update={"order_id": ORDER})
    await say(ngo, accepted, person)
    await hear(so, ngo)
    assert await told(so, "ngo") == ["OrderPlaced"]
    assert await told(so, "socialwork") == ["OrderPlaced", "OrderAccepted"]
    own = [(e.unit, e.type) for e in (await so.timeline.page(person)).entries]
    assert ("ngo", accepted.type()) in own
    assert len(own) == 2


async def test_an_announcement_to_named_units_goes_to_these_alone(make: Make) -> None:
    sw = await make("socialwork", Toy(begins={"SocialWorkOpened": [BENEFITS_INVOLVED]}))
    person = someone()
    await say(sw, OPENED, person)
    await say(sw, example(socialwork.NeedChangeReported), person, to=("service-orders", "nobody"))
    await follow(sw)
    assert await told(sw, "service-orders") == ["NeedChangeReported"]
    assert await told(sw, "benefits") == []
    assert await told(sw, "reporting") == ["SocialWorkOpened"]


async def test_a_unit_that_left_the_city_is_not_told_and_stops_nobody(make: Make) -> None:
    begins: Begins = {"SocialWorkOpened": [BENEFITS_INVOLVED], "SocialWorkClosed": [End(CASE)]}
    sw = await make("socialwork", Toy(begins=begins))
    person = someone()
    await say(sw, OPENED, person)
    await follow(sw)
    await sw.pool.execute("update involvements set unit = 'closed-office'")
    await say(sw, CERTIFIED, person)
    await say(sw, CLOSED, person)
    await follow(sw)
    assert await told(sw, "closed-office") == []
    assert await sw.follower.position() == 3


async def test_the_register_answers_who_was_told_what_when_in_which_form_and_why(
    make: Make,
) -> None:
    involved = [Begin(u, "case", CASE) for u in ("intake", "socialwork")]
    be = await make("benefits", Toy(begins={"CaseAssigned": involved}))
    person = someone()
    before = datetime.now(UTC)
    await say(be, example(benefits.CaseAssigned), person)
    await say(be, example(benefits.CaseAssigned), someone())
    await follow(be)
    entries = await register(be.pool, person)
    assert [(e.recipient, e.sequence, e.form) for e in entries] == [
        ("intake", 1, Form.SUMMARY),
        ("socialwork", 1, Form.FULL),
        ("reporting", 1, Form.COUNT),
    ]
    assert {e.type for e in entries} == {"osnowa.benefits.case-assigned.v1"}
    assert {e.legal_basis for e in entries} == {benefits.CaseAssigned.LEGAL_BASIS}
    assert all(before < e.disclosed_at < datetime.now(UTC) for e in entries)
    assert entries[0].fact_id == (await sent_to(be, "intake"))[0].id


class Crash(Exception):
    """Instead of the end of the process."""


def crash(_name: str) -> None:
    raise Crash


async def test_a_second_run_after_a_crash_gives_the_same_facts_once(make: Make) -> None:
    sw = await make("socialwork", Toy(begins={"SocialWorkOpened": [BENEFITS_INVOLVED]}))
    person = someone()
    at = (await say(sw, OPENED, person)).id, (await say(sw, CERTIFIED, person)).id
    crashpoints.arm("follower.before-commit", on_crash=crash)
    with pytest.raises(Crash):
        await sw.follower.step()
    assert await sw.pool.fetchval("select count(*) from facts") == 0
    await follow(sw)
    await follow(sw)
    first = {r["fact_id"] for r in await sw.pool.fetch("select fact_id from facts")}
    assert [e.id for e in await sent_to(sw, "benefits")] == [await fact_of(sw, at[1])]
    await begin_anew(sw)
    await follow(sw)
    assert {r["fact_id"] for r in await sw.pool.fetch("select fact_id from facts")} == first
    assert await told(sw, "reporting") == ["SocialWorkOpened", "CooperationCertified"]


async def fact_of(speaker: Part, errand: UUID) -> UUID:
    found = await speaker.pool.fetchval(
        "select f.fact_id from facts f join events e on e.position = f.event_position"
        " where e.stream_id = $1",
        errand,
    )
    assert isinstance(found, UUID)
    return found


async def begin_anew(speaker: Part) -> None:
    """As if nothing had ever been followed."""
    await speaker.pool.execute("truncate facts, disclosures, recipients, timeline, involvements")
    await speaker.pool.execute("update copies set followed = 0, disclosed = 0, shown = 0")


async def test_two_followers_of_one_log_tell_everything_once(
    new_database: NewDatabase,
) -> None:
    database = await new_database()
    toy = Toy(begins={"SocialWorkOpened": [BENEFITS_INVOLVED]})
    one = await without_broker("socialwork", database, toy)
    other = await without_broker("socialwork", database, toy)
    person = someone()
    await say(one, OPENED, person)
    for _ in range(20):
        await say(one, CERTIFIED, person)
        await asyncio.gather(one.follower.step(), other.follower.step())
    await follow(one)
    assert [e.sequence for e in await sent_to(one, "benefits")] == list(range(1, 21))
    await follow(other)
    assert await other.follower.reached(21)
    await rest(one, other)


async def test_who_waited_for_a_quicker_one_does_not_overlook_what_it_left(
    database: str,
) -> None:
    sw = await without_broker("socialwork", database, Toy())
    for _ in range(3):
        await say(sw, CERTIFIED, someone())
    async with turn(sw.pool) as quicker:
        slower = asyncio.create_task(sw.follower.step())
        await eventually(lambda: somebody_waits(sw))
        quicker.reached.followed = 1
    assert await slower, "there is more"
    assert not await sw.follower.step()
    assert await sw.follower.position() == 3
    await rest(sw)
