"""From an append in one unit to the timeline of another, over real servers."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from osnowa_contracts.socialwork import CooperationCertified

from chassis.disclosure import Begin
from chassis.testing import Broker, NewDatabase
from tests.chassis.toy import Toy, eventually, part, say, someone


async def test_a_fact_reaches_the_timeline_of_an_involved_unit(
    new_database: NewDatabase, broker: Broker
) -> None:
    await broker.admit("socialwork", "benefits")
    telling = Toy(begins={"CooperationCertified": [Begin("benefits", "case", uuid4())]})
    hearing = Toy()
    sw = part(
        "socialwork", await new_database(), broker.url, broker.passwords["socialwork"], telling
    )
    be = part("benefits", await new_database(), broker.url, broker.passwords["benefits"], hearing)
    await sw.start()
    await be.start()
    person = someone()
    await say(sw, certificate(), person)
    page = await eventually(lambda: be.timeline.after(person, 0))
    assert [entry.unit for entry in page] == ["socialwork"]
    assert (await sw.timeline.page(person)).entries[0].data["month"] == "2026-02"
    assert [fact.name() for fact in hearing.heard] == ["CooperationCertified"]
    await sw.stop()
    await be.stop()


def certificate() -> CooperationCertified:
    return CooperationCertified(
        certificate_id=uuid4(), month="2026-02", cooperates=True, terms_id=uuid4(),
        terms_set_on=date(2026, 2, 10), issued_on=date(2026, 2, 27), covered=[uuid4()],
    )  # fmt: skip
