"""The people of K2 at their desks, and what they do more than once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Self
from uuid import UUID, uuid5

import holidays

from chassis.context import WARSAW
from osnowa.scenarios.deciding import decide
from osnowa.scenarios.desk import Desk
from osnowa.scenarios.k2 import papers
from osnowa.scenarios.story import Stage

TELLS_APART = {"visit_id", "absence_id", "order_version", "version", "report_id", "survey_id"}
"""What tells one announcement on an order from another of its kind."""


@dataclass
class People:
    """The people of the story, the client, and the addresses of her papers."""

    stage: Stage
    jan: Desk
    zofia: Desk
    zofia_orders: Desk
    director: Desk
    irena: Desk
    pawel: Desk
    magda: Desk
    piotr: Desk
    danuta: Desk
    krystyna: Desk
    robert: Desk
    client: str = ""
    case_id: str = ""
    file: str = ""
    order_id: str = ""

    @property
    def case(self) -> str:
        return f"/api/cases/{self.case_id}"

    @property
    def order(self) -> str:
        return f"/api/orders/{self.order_id}"

    @classmethod
    async def at_their_desks(cls, stage: Stage) -> Self:
        return cls(
            stage,
            jan=await stage.at("intake", "jan-klon"),
            zofia=await stage.at("benefits", "zofia-kalina"),
            zofia_orders=await stage.at("service-orders", "zofia-kalina"),
            director=await stage.at("benefits", "helena-dabrowa"),
            irena=await stage.at("socialwork", "irena-sosna"),
            pawel=await stage.at("socialwork", "pawel-swierk"),
            magda=await stage.at("service-orders", "magda-olcha"),
            piotr=await stage.at("ngo-opiekun", "piotr-wiaz"),
            danuta=await stage.at("ngo-opiekun", "danuta-malwa"),
            krystyna=await stage.at("pup", "krystyna-topola"),
            robert=await stage.at("reporting", "robert-grab"),
        )

    async def decide(self, at: str, terms: papers.Paper) -> str:
        """Drafted by Zofia, signed by the director, handed over; the decision's address."""
        return await decide(self.zofia, self.director, at, terms, "the decision")

    async def announce(self, desk: Desk, what: str, fact: str, **data: Any) -> None:
        """Said by the NGO; returns when the order's owner has told it on to social work."""
        at = f"/api/announcements/{fact}"
        order = {"order_id": self.order_id, **data}
        await desk.post(what, at, person_id=self.client, data=order)
        told = {name: value for name, value in data.items() if name in TELLS_APART}
        await self.pawel.hears(fact, self.client, **told)

    async def visits(self, first: date, last: date, hours_a_day: int) -> None:
        for day in working_days(first, last):
            await self.stage.day(day, "13:30")
            await self.visit(day, hours_a_day)

    async def visit(self, day: date, hours_a_day: int) -> None:
        """Checked in at ten, everything of the scope done."""
        came = datetime.combine(day, time(10), WARSAW)
        await self.announce(
            self.danuta,
            "visits the client",
            "VisitCompleted",
            visit_id=self.paper(f"visit {day}"),
            on=day.isoformat(),
            minutes=hours_a_day * 60,
            checked_in_at=came.isoformat(),
            checked_out_at=(came + timedelta(hours=hours_a_day)).isoformat(),
            activities=papers.ACTIVITIES,
            carer_id="danuta-malwa",
        )

    async def settle(self, name: str, month: str) -> None:
        """What the month came to."""
        await self.zofia_orders.post(f"settles {name}", f"{self.order}/months/{month}/settlement")
        order = await self.magda.get(self.order)
        found = next(s for s in order["settlements"] if s["month"] == month)
        planned, done = hours(found["planned"]), hours(found["done"])
        self.stage.measure(f"{name} planned", f"{found['planned_days']} days, {planned}")
        self.stage.measure(f"{name} done, fee", f"{done}, {found['fee']}")
        if name == "March":
            self.stage.measure(
                "March excused by the hospital stay that the carer reported",
                hours(found["excused"]),
            )

    def paper(self, name: str) -> str:
        """The same id for the same paper, however often it is told."""
        return str(uuid5(UUID(self.client), name))


def working_days(first: date, last: date) -> Iterator[date]:
    free = holidays.country_holidays("PL", years=first.year)
    while first <= last:
        if first.isoweekday() < 6 and first not in free:
            yield first
        first += timedelta(days=1)


def hours(written: str) -> str:
    """`2.00` hours are written `2 h`."""
    return f"{float(written):g} h"
