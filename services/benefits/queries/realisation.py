"""What is read of realisation: payment lists, what is expected and overdue, who owes what."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from chassis.database import Reading
from services.benefits.values import DELIVERED_ONCE, ONCE

PAGE = 100
MOST_ON_A_LIST = 20_000
"""Payments of a day; more than any city has."""


# --- payments ---------------------------------------------------------------


async def payments_waiting(reading: Reading, day: date) -> list[Any]:
    """What the list of that day would pay."""
    return await reading.fetch(
        "select entitlement_id, payment_id, amount from payments"
        " where due_on = $1 and state = 'planned' order by payment_id limit $2",
        day,
        MOST_ON_A_LIST,
    )


async def payment_days(reading: Reading, since: date) -> list[Any]:
    """Days with payments that wait, also earlier ones, and every day since then."""
    return await reading.fetch(
        "select due_on as day, count(*) filter (where state = 'planned') as waiting,"
        " coalesce(sum(amount) filter (where state = 'planned'), 0) as waiting_total,"
        " count(*) filter (where state = 'paid') as paid,"
        " coalesce(sum(amount) filter (where state = 'paid'), 0) as paid_total"
        " from payments group by due_on"
        " having due_on >= $1 or bool_or(state = 'planned') order by due_on limit $2",
        since,
        PAGE,
    )


SENT_AGAIN = (
    "exists (select from payments again where again.entitlement_id = pay.entitlement_id"
    " and again.instead_of = pay.payment_id) as sent_again"
)
"""Whether another payment was made in the place of `pay`, which came back or was cancelled."""


async def payments_of_day(reading: Reading, day: date) -> list[Any]:
    """By name, with what each is for."""
    return await reading.fetch(
        f"select pay.*, e.benefit, p.given_names, p.family_name, {SENT_AGAIN}"
        " from payments pay"
        " join entitlements e using (entitlement_id)"
        " left join persons p on p.person_id = pay.person_id where pay.due_on = $1"
        " order by p.family_name, p.given_names, pay.month, pay.payment_id limit $2",
        day,
        MOST_ON_A_LIST,
    )


async def payment_lists_of(reading: Reading, day: date) -> list[Any]:
    return await reading.fetch(
        "select * from payment_lists where day = $1 order by executed_on nulls last, list_id", day
    )


async def plan_of(reading: Reading, entitlement_id: UUID) -> list[Any]:
    """Every payment of a benefit, month by month."""
    return await reading.fetch(
        f"select pay.*, {SENT_AGAIN} from payments pay where pay.entitlement_id = $1"
        " order by pay.month, pay.nth",
        entitlement_id,
    )


async def payments_returned(reading: Reading) -> list[Any]:
    """Came back, and nobody sent them again."""
    return await reading.fetch(_RETURNED, PAGE)


_RETURNED = """
select pay.*, e.benefit, p.given_names, p.family_name
from payments pay join entitlements e using (entitlement_id)
left join persons p on p.person_id = pay.person_id
where pay.state = 'returned' and not exists
    (select from payments again where again.entitlement_id = pay.entitlement_id
     and again.instead_of = pay.payment_id)
order by pay.returned_on, pay.payment_id limit $1
"""


# --- what falls due by itself -----------------------------------------------


async def certificates_to_watch(reading: Reading, today: date) -> list[UUID]:
    """Benefits of which a month is to be expected, or an expected one is late."""
    rows = await reading.fetch(_TO_WATCH, today, sorted(ONCE))
    return [row["entitlement_id"] for row in rows]


_TO_WATCH = """
select e.entitlement_id from entitlements e join monitoring m using (entitlement_id)
where (m.terms_on is not null and e.state <> 'ended'
       and e.benefit <> all($2::text[])
       and e.view ->> 'suspended_from' is null
       and (e.view ->> 'valid_from')::date <= $1::date
       and coalesce((e.view ->> 'valid_to')::date, 'infinity') >= date_trunc('month', $1::date)
       and not exists (select from certificates c where c.entitlement_id = e.entitlement_id
                       and c.month = to_char($1::date, 'YYYY-MM')))
   or exists (select from certificates c where c.entitlement_id = e.entitlement_id
              and c.standing = 'expected' and c.due_on < $1::date)
order by e.entitlement_id
"""


async def plans_too_short(reading: Reading, wanted: str) -> list[UUID]:
    """Benefits without an end whose plan does not reach that month."""
    rows = await reading.fetch(
        "select entitlement_id from entitlements e join payments p using (entitlement_id)"
        " where e.state <> 'ended' and e.view ->> 'valid_to' is null"
        " group by entitlement_id having max(p.month) < $1 order by entitlement_id",
        wanted,
    )
    return [row["entitlement_id"] for row in rows]


async def periods_over(reading: Reading, today: date) -> list[UUID]:
    """Benefits whose last day passed, with nothing left to pay and no review open."""
    rows = await reading.fetch(_PERIODS_OVER, today, sorted(DELIVERED_ONCE))
    return [row["entitlement_id"] for row in rows]


_PERIODS_OVER = """
select e.entitlement_id from entitlements e
left join decisions d on d.decision_id = (e.view ->> 'suspended_by')::uuid
where e.state in ('active', 'suspended') and (e.view ->> 'valid_to')::date < $1
  and coalesce(d.state, 'final') = 'final'
  and not exists (select from payments p
                  where p.entitlement_id = e.entitlement_id and p.state = 'planned')
  and not (e.benefit = any($2::text[])
           and jsonb_array_length(coalesce(e.view -> 'deliveries', '[]'::jsonb)) = 0)
order by e.entitlement_id
"""


async def months_to_charge(reading: Reading, today: date) -> list[Any]:
    """Months of stay in a home that are over and have no receivable yet."""
    return await reading.fetch(_TO_CHARGE, today)


_TO_CHARGE = """
select s.case_id, to_char(due.day, 'YYYY-MM') as month
from fee_stays s, generate_series(
    date_trunc('month', s.first_day::timestamp),
    least(coalesce(s.last_day, $1)::timestamp,
          date_trunc('month', $1::timestamp) - interval '1 day'),
    interval '1 month') as due (day)
where not exists (select from fee_parts p
                  where p.case_id = s.case_id and p.month = to_char(due.day, 'YYYY-MM'))
order by s.case_id, due.day
"""


async def case_of_order(reading: Reading, order_id: UUID) -> UUID | None:
    """Of the order whose month was settled."""
    found: UUID | None = await reading.fetchval(
        "select case_id from orders where order_id = $1", order_id
    )
    return found


async def running_benefits(
    reading: Reading, person_id: UUID, benefits: Collection[str]
) -> list[UUID]:
    """Of these kinds, of any case of the person."""
    rows = await reading.fetch(
        "select entitlement_id from entitlements where person_id = $1 and benefit = any($2)"
        " and state <> 'ended' order by position",
        person_id,
        list(benefits),
    )
    return [row["entitlement_id"] for row in rows]


# --- what is watched, owed and obliged ---------------------------------------

NAMED = "left join persons p on p.person_id = t.person_id"

CERTIFICATES = (
    "select t.*, p.given_names, p.family_name,"
    " coalesce(a.view ->> 'assessor', 'SOCIAL_WORKER') as assessor"
    f" from certificates t left join assessments a on a.case_id = t.case_id {NAMED}"
)


async def certificates(reading: Reading, standing: str | None, case_id: UUID | None) -> list[Any]:
    """Certificates 6 by their day, of one standing or of a case, with who judges cooperation."""
    return await reading.fetch(
        f"{CERTIFICATES} where ($1::text is null or t.standing = $1)"
        " and ($2::uuid is null or t.case_id = $2)"
        " order by t.due_on, t.entitlement_id limit $3",
        standing,
        case_id,
        PAGE,
    )


async def monitoring(reading: Reading, entitlement_id: UUID) -> Any:
    return await reading.fetchrow(
        "select * from monitoring where entitlement_id = $1", entitlement_id
    )


async def repayments(
    reading: Reading, *, person_id: UUID | None, case_id: UUID | None, open_only: bool
) -> list[Any]:
    return await reading.fetch(
        f"select t.*, p.given_names, p.family_name from repayments t {NAMED}"
        " where ($1::uuid is null or t.person_id = any(ids_of($1)))"
        " and ($2::uuid is null or t.case_id = $2)"
        " and (not $3 or t.rest > 0) order by t.position limit $4",
        person_id,
        case_id,
        open_only,
        PAGE,
    )


async def repayments_to_give_back(reading: Reading) -> list[Any]:
    """What came back and is not owed, and nobody has given back yet."""
    return await reading.fetch(
        f"select t.*, p.given_names, p.family_name from repayments t {NAMED}"
        " where (t.view ->> 'to_give_back')::numeric > 0 order by t.position limit $1",
        PAGE,
    )


async def repayment(reading: Reading, repayment_id: UUID) -> Any:
    return await reading.fetchrow(
        f"select t.*, p.given_names, p.family_name from repayments t {NAMED}"
        " where t.repayment_id = $1",
        repayment_id,
    )


async def instalments_owed(reading: Reading, repayment_id: UUID | None, until: date) -> list[Any]:
    """Not covered yet and due by that day."""
    return await reading.fetch(
        "select i.*, t.person_id, t.case_id, p.given_names, p.family_name from instalments i"
        f" join repayments t using (repayment_id) {NAMED}"
        " where ($1::uuid is null or i.repayment_id = $1) and i.due_on <= $2"
        " order by i.due_on, i.repayment_id limit $3",
        repayment_id,
        until,
        PAGE,
    )


async def obliged_persons(
    reading: Reading, *, person_id: UUID | None, case_id: UUID | None
) -> list[Any]:
    """In the order in which they were registered."""
    return await reading.fetch(
        "select * from obliged_persons where ($1::uuid is null or person_id = any(ids_of($1)))"
        " and ($2::uuid is null or case_id = $2) order by position limit $3",
        person_id,
        case_id,
        PAGE,
    )


async def in_home_since(reading: Reading, case_id: UUID) -> date | None:
    """The first day of a stay that goes on."""
    found: date | None = await reading.fetchval(
        "select first_day from fee_stays where case_id = $1 and last_day is null", case_id
    )
    return found


async def fee_account(reading: Reading, case_id: UUID) -> Any:
    return await reading.fetchrow("select * from fee_accounts where case_id = $1", case_id)


async def fee_parts(
    reading: Reading, *, case_id: UUID | None, month: str | None, open_only: bool
) -> list[Any]:
    """Receivables, the oldest month first."""
    return await reading.fetch(
        f"select t.*, p.given_names, p.family_name from fee_parts t {NAMED}"
        " where ($1::uuid is null or t.case_id = $1) and ($2::text is null or t.month = $2)"
        " and (not $3 or t.amount > t.received and t.payer <> 'GMINA')"
        " order by t.month, t.case_id, t.payer desc, t.obliged_id, t.order_id limit $4",
        case_id,
        month,
        open_only,
        PAGE,
    )


async def contract_requests(
    reading: Reading, *, person_id: UUID | None, open_only: bool
) -> list[Any]:
    return await reading.fetch(
        f"select t.*, p.given_names, p.family_name from contract_requests t {NAMED}"
        " where ($1::uuid is null or t.person_id = any(ids_of($1)))"
        " and (not $2 or t.answered_on is null)"
        " order by t.position limit $3",
        person_id,
        open_only,
        PAGE,
    )
