"""The service organisation as a program: its table of contents."""

from pathlib import Path

from osnowa_contracts.fact import Publisher

from chassis.context import roles_of
from chassis.security import Directory
from chassis.service import Service
from chassis.settings import Settings
from chassis.web import Link
from services.service_orders import api, disclosures, pages, projections, queries
from services.service_orders.commands import Commands
from services.service_orders.contractors import Contractor
from services.service_orders.order import Order
from services.service_orders.queries import waiting
from services.service_orders.reactions import Reactions
from services.service_orders.reports import Report
from services.service_orders.supervision import Supervision
from services.service_orders.texts import ENGLISH
from services.service_orders.visits import MonthOfVisits


def organisations_of(settings: Settings) -> frozenset[str]:
    """Units to which an order can be told."""
    units = Directory.load(settings.units_file).units.values()
    return frozenset(unit.name for unit in units if unit.kind == Publisher.CONTRACTOR)


service = Service(
    kind=Publisher.SERVICE_ORDERS,
    schema=Path(__file__).with_name("schema.sql"),
    aggregates=[Contractor, Order, MonthOfVisits, Report, Supervision],
    commands=Commands,
    commands_know=lambda settings: {"organisations": organisations_of(settings)},
    reactions=Reactions,
    disclose=disclosures.disclose,
    involve=disclosures.involve,
    project_event=projections.project_event,
    project_fact=projections.project_fact,
    routers=[api.router, pages.router],
    waiting=waiting.waiting,
    client=queries.client,
    find=queries.find,
    navigation=(
        Link("Zlecenia", "/orders"),
        Link("Decyzje bez zlecenia", "/decisions", roles=roles_of(Commands.prepare_order)),
        Link("Wykonawcy", "/contractors"),
        Link("Sprawozdania", "/reports"),
    ),
    templates=Path(__file__).with_name("templates"),
    english=ENGLISH,
)

if __name__ == "__main__":
    service.run()
