"""Asking a publisher again for what one missed, by request and reply."""

import json

from faststream.nats import NatsBroker
from nats.aio.msg import Msg

from chassis import copies, register
from chassis.database import make_pool, prepare_database
from chassis.refetch import answer_refetches
from chassis.testing import Broker
from tests.chassis.toy import PATIENCE


async def test_a_program_with_a_path_of_its_own_answers(database: str, broker: Broker) -> None:
    """As every main.py does: what the callers call `Path` must not be taken for FastStream's."""
    from pathlib import Path

    await broker.admit("socialwork", "benefits")
    pool = make_pool(database)
    await pool
    await prepare_database(pool, "socialwork", (Path(copies.SCHEMA), Path(register.SCHEMA)))
    url = broker.url.replace("//", f"//socialwork:{broker.passwords['socialwork']}@")
    answering = NatsBroker(url, inbox_prefix="_INBOX.socialwork", logger=None)
    answer_refetches(answering, "socialwork", pool)
    await answering.start()
    asking = await broker.connect("benefits")
    question = json.dumps({"after": 0, "through": 5}).encode()
    answer = await asking.request("refetch.socialwork.benefits", question, timeout=PATIENCE)
    assert json.loads(answer.data) == {"envelopes": []}
    await answering.stop()
    await pool.close()


async def test_an_answer_goes_to_the_inbox_of_whoever_asks_and_nowhere_else(
    database: str, broker: Broker
) -> None:
    """A reply subject of somebody's choice would let us speak where only we may."""
    from pathlib import Path

    await broker.admit("socialwork", "benefits", "reporting")
    pool = make_pool(database)
    await pool
    await prepare_database(pool, "socialwork", (Path(copies.SCHEMA), Path(register.SCHEMA)))
    url = broker.url.replace("//", f"//socialwork:{broker.passwords['socialwork']}@")
    answering = NatsBroker(url, inbox_prefix="_INBOX.socialwork", logger=None)
    answer_refetches(answering, "socialwork", pool)
    await answering.start()
    asking, other = await broker.connect("benefits"), await broker.connect("reporting")
    heard: list[str] = []

    async def hears(message: Msg) -> None:
        heard.append(message.subject)

    await asking.subscribe("_INBOX.benefits.>", cb=hears)
    await asking.subscribe("heads.*.benefits", cb=hears)
    await other.subscribe("_INBOX.reporting.>", cb=hears)
    await other.flush()
    question = json.dumps({"after": 0, "through": 5}).encode()
    elsewhere = ("_INBOX.reporting.x", "heads.socialwork.benefits", "_INBOX.benefits")
    for reply in (*elsewhere, "_INBOX.benefits.mine"):
        await asking.publish("refetch.socialwork.benefits", question, reply=reply)
    await asking.publish("refetch.socialwork.benefits", question)
    answer = await asking.request("refetch.socialwork.benefits", question, timeout=PATIENCE)
    assert json.loads(answer.data) == {"envelopes": []}
    await other.flush()
    assert [s for s in heard if s != answer.subject] == ["_INBOX.benefits.mine"]
    await answering.stop()
    await pool.close()
