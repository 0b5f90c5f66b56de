"""Social work: the table of contents."""

from pathlib import Path

from osnowa_contracts.fact import Publisher

from chassis.service import Service
from services.socialwork import api, disclosures, projections, queries
from services.socialwork.commands import Commands
from services.socialwork.cooperation import Cooperation
from services.socialwork.file import File
from services.socialwork.reactions import Reactions

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
    routers=[api.router],
    waiting=queries.waiting,
    client=queries.client,
    find=queries.find,
)

if __name__ == "__main__":
    service.run()
