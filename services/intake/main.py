"""First contact: the table of contents."""

from pathlib import Path

from osnowa_contracts.fact import Publisher

from chassis.service import Service
from services.intake import api, disclosures, projections, queries
from services.intake.commands import Commands
from services.intake.contact import Contact
from services.intake.household import Household
from services.intake.person import Person

service = Service(
    kind=Publisher.INTAKE,
    schema=Path(__file__).with_name("schema.sql"),
    aggregates=[Contact, Household, Person],
    commands=Commands,
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
