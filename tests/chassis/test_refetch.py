"""Asking a publisher again for what one missed, by request and reply."""

import json

from faststream.nats import NatsBroker

from chassis import copies, register
from chassis.database import make_pool, prepare_database
from chassis.refetch import answer_refetches
from chassis.testing import Broker


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
    answer = await asking.request(
        "refetch.socialwork.benefits", json.dumps({"after": 0, "through": 5}).encode(), timeout=2
    )
    assert json.loads(answer.data) == {"envelopes": []}
    await answering.stop()
    await pool.close()
