"""The node of an outside institution as a program; the units file tells which institution it is."""

from pathlib import Path

from osnowa_contracts.fact import Publisher

from chassis.service import Service
from chassis.web import Link
from services.partner import api, disclosures, pages, projections, queries
from services.partner.announcement import Announcement
from services.partner.commands import Commands
from services.partner.texts import ENGLISH

service = Service(
    kind=Publisher.CONTRACTOR,
    schema=Path(__file__).with_name("schema.sql"),
    aggregates=[Announcement],
    commands=Commands,
    disclose=disclosures.disclose,
    involve=disclosures.involve,
    project_event=projections.project_event,
    project_fact=projections.project_fact,
    routers=[api.router, pages.router],
    waiting=queries.waiting,
    client=queries.client,
    navigation=(
        Link("Klienci", "/persons"),
        Link("Zlecenia", "/orders", only_for=(Publisher.CONTRACTOR,)),
        Link("Pytania", "/requests", only_for=(Publisher.PUP,)),
    ),
    templates=Path(__file__).with_name("templates"),
    english=ENGLISH,
)

if __name__ == "__main__":
    service.run()
