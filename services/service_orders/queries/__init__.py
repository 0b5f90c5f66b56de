"""What service orders asks its own database; beside it the decisions, and what waits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from chassis.database import Pool, Reading
from chassis.web import Client, Link, Say
from services.service_orders.texts import SERVICES

PAGE = 200


async def orders(
    reading: Reading, *, person_id: UUID | None = None, state: str | None = None
) -> list[Any]:
    """The board: newest first; of one client, or in one state."""
    return await reading.fetch(
        "select * from orders where ($1::uuid is null or person_id = any(ids_of($1)))"
        " and ($2::text is null or state = $2)"
        " order by coalesce(placed_at, prepared_on::timestamptz) desc, order_id limit $3",
        person_id,
        state,
        PAGE,
    )


async def orders_at_home(reading: Reading, person_id: UUID) -> list[UUID]:
    """Orders of the client that are not over, of services that a residential home gives itself."""
    rows = await reading.fetch(
        "select order_id from orders where person_id = $1"
        " and service in ('HOME_CARE', 'SPECIALIST_CARE', 'DAY_HOME')"
        " and state not in ('rejected', 'ended', 'settled', 'evaluated') order by order_id",
        person_id,
    )
    return [row["order_id"] for row in rows]


async def order(reading: Reading, order_id: UUID) -> Any:
    return await reading.fetchrow("select * from orders where order_id = $1", order_id)


async def versions(reading: Reading, order_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from order_versions where order_id = $1 order by version", order_id
    )


async def settlements(reading: Reading, order_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from settlements where order_id = $1 order by month", order_id
    )


async def done_hours(reading: Reading, order_id: UUID) -> list[Any]:
    """`month`, `visits` and `hours` of the visits made, settled or not."""
    return await reading.fetch(
        "select to_char(day, 'YYYY-MM') as month, count(*) as visits,"
        " round(sum(minutes) / 60.0, 2) as hours"
        " from visits where order_id = $1 group by 1 order by 1",
        order_id,
    )


async def refused(reading: Reading, order_id: UUID) -> list[Any]:
    return await reading.fetch(
        "select * from refused where order_id = $1 order by refused_on, fact_id", order_id
    )


async def survey_mean(reading: Reading, order_id: UUID) -> Any:
    """`mean` and `answers`; the mean is null before the first answer."""
    return await reading.fetchrow(
        "select round(avg(score), 2) as mean, count(*) as answers from surveys where order_id = $1",
        order_id,
    )


async def reports(
    reading: Reading, *, person_id: UUID | None = None, state: str | None = None
) -> list[Any]:
    return await reading.fetch(
        "select * from reports where ($1::uuid is null or person_id = any(ids_of($1)))"
        " and ($2::text is null or state = $2) order by month desc, contractor limit $3",
        person_id,
        state,
        PAGE,
    )


async def contractors(reading: Reading) -> list[Any]:
    return await reading.fetch("select * from contractors order by full_name")


async def client(reading: Pool, person_id: UUID, t: Say) -> Client | None:
    """By the name in the newest client sheet."""
    rows = await orders(reading, person_id=person_id)
    if not rows:
        return None
    links = tuple(
        Link(
            t("Zlecenie: {service}", service=service_title(row, t)),
            f"/orders/{row['order_id']}",
        )
        for row in rows
    )
    return Client(person_id, rows[0]["client_name"], links=links)


async def find(reading: Pool, text: str) -> Sequence[Client]:
    """Clients with an order, by the beginning of a name."""
    rows = await reading.fetch(
        "select distinct on (person_id) person_id, client_name from orders"
        " where client_name ilike $1 || '%' or client_name ilike '% ' || $1 || '%' limit 20",
        text.replace("%", "").replace("_", ""),
    )
    return [Client(row["person_id"], row["client_name"]) for row in rows]


def service_title(row: Any, t: Say) -> str:
    """What the service of an order or a decision is called."""
    return t(SERVICES.get(row["service"], row["service"]))
