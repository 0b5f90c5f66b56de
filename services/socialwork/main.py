"""Social work: the table of contents."""

from pathlib import Path

from osnowa_contracts.fact import Publisher

from chassis.service import Service
from chassis.web import Link
from services.socialwork import api, disclosures, pages, projections, queries
from services.socialwork.api import contracts
from services.socialwork.commands import Commands, clockwork
from services.socialwork.cooperation import Cooperation
from services.socialwork.file import File
from services.socialwork.queries import work
from services.socialwork.reactions import Reactions
from services.socialwork.words import ENGLISH

service = Service(
    kind=Publisher.SOCIALWORK,
    schema=Path(__file__).with_name("schema.sql"),
    aggregates=[Cooperation, File],
    commands=Commands,
    reactions=Reactions,
    disclose=disclosures.disclose,
    involve=disclosures.involve,
    project_event=projections.project_event,
    project_fact=projections.project_fact,
    routers=[api.router, contracts.router, pages.router],
    clockwork=clockwork.report_overdue_certificates,
    waiting=work.waiting,
    client=queries.client,
    find=queries.find,
    navigation=(Link("Teczki", "/files"),),
    templates=Path(__file__).with_name("templates"),
    english=ENGLISH,
)

if __name__ == "__main__":
    service.run()
