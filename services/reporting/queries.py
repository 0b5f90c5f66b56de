"""The indicators of `domain.md` G1, each computed from counted facts of a span of months."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from chassis.database import Reading
from services.reporting.figures import Families, Figure, Item, mean, middle, share, sources

FIRST, LAST = "0000-01", "9999-12"
"""A span without a beginning or an end."""

WORD = "publisher || '/' || sequence"


async def indicators(reading: Reading, first: str = FIRST, last: str = LAST) -> list[Figure]:
    """All of them, for the months from `first` to `last`, both included (`2026-03`)."""
    return [
        await decision_time(reading, first, last),
        await interview_ontime(reading, first, last),
        await cert6_coverage(reading, first, last),
        await order_lag(reading, first, last),
        await start_before_order(reading, first, last),
        await fulfilment(reading, first, last),
        await satisfaction(reading, first, last),
    ]


async def decision_time(reading: Reading, first: str, last: str) -> Figure:
    """Median of days from the filing of the application to the first decision of its case."""
    items = await _items(
        reading,
        "with decided as ("
        "  select distinct on (data->>'case_id') data->>'case_id' as case_id, occurred_at, month,"
        f"  {WORD} as word from counted where fact = 'DecisionIssued'"
        "  order by data->>'case_id', occurred_at, sequence),"
        " begun as ("
        "  select data->>'case_id' as case_id, data->>'application_id' as application_id,"
        f" {WORD} as word from counted where fact = 'AssessmentStarted'),"
        " filed as ("
        "  select data->>'application_id' as application_id, (data->>'filed_on')::date as filed_on,"
        f" {WORD} as word from counted where fact = 'ApplicationRegistered')"
        " select (d.occurred_at at time zone 'Europe/Warsaw')::date - f.filed_on as value,"
        " array[d.word, b.word, f.word] as told_by"
        " from decided d join begun b using (case_id) join filed f using (application_id)"
        " where d.month between $1 and $2",
        first,
        last,
    )
    return Figure(
        "decision_time", "Czas do decyzji (mediana)", "dni", middle(items), len(items), None,
        sources(items),
    )  # fmt: skip


async def interview_ontime(reading: Reading, first: str, last: str) -> Figure:
    """Interviews held by their deadline, of all that were held."""
    items = await _items(
        reading,
        "select ((data->>'on')::date <= (data->>'due')::date)::int as value,"
        f" array[{WORD}] as told_by from counted"
        " where fact = 'InterviewConducted' and month between $1 and $2",
        first,
        last,
    )
    return _share_of(
        "interview_ontime",
        "Wywiady w terminie",
        items,
        sum(int(i.value) for i in items),
        len(items),
    )


async def cert6_coverage(reading: Reading, first: str, last: str) -> Figure:
    """Monthly certificates issued, of those expected.

    Expected: one for each set of cooperation terms and month, from the month in which the terms
    were set to the last month for which a certificate came or was missed.
    """
    items = await _items(
        reading,
        "with told as ("
        "  select data->>'terms_id' as terms_id, data->>'month' as month,"
        "  bool_or(fact = 'CooperationCertified') as issued,"
        f"  array_agg({WORD}) as words from counted"
        "  where fact in ('CooperationCertified', 'CooperationCertificateOverdue') group by 1, 2),"
        " terms as ("
        "  select data->>'terms_id' as terms_id, min(data->>'on') as set_on,"
        f"  array_agg({WORD}) as words from counted where fact = 'CooperationTermsSet' group by 1),"
        " expected as ("
        "  select t.terms_id, to_char(m, 'YYYY-MM') as month, t.words from terms t,"
        "  lateral generate_series(date_trunc('month', t.set_on::date),"
        "   (select to_date(max(month), 'YYYY-MM') from told where told.terms_id = t.terms_id),"
        "   interval '1 month') m)"
        " select coalesce(told.issued, false)::int as value,"
        " coalesce(told.words, '{}') || expected.words as told_by"
        " from expected left join told using (terms_id, month)"
        " where month between $1 and $2",
        first,
        last,
    )
    return _share_of(
        "cert6_coverage", "Zaświadczenia miesięczne (6)", items,
        sum(int(i.value) for i in items), len(items),
    )  # fmt: skip


async def order_lag(reading: Reading, first: str, last: str) -> Figure:
    """Median of seconds from the decision to the order that it places."""
    items = await _items(
        reading,
        "select extract(epoch from occurred_at - (data->>'decision_issued_at')::timestamptz)"
        f" as value, array[{WORD}] as told_by from counted where fact = 'OrderPlaced'"
        " and data->>'decision_issued_at' is not null and month between $1 and $2",
        first,
        last,
    )
    return Figure(
        "order_lag", "Od decyzji do zlecenia (mediana)", "s", middle(items), len(items), None,
        sources(items),
    )  # fmt: skip


async def start_before_order(reading: Reading, first: str, last: str) -> Figure:
    """Services that began without an order, or before the day from which it holds. Must be 0."""
    items = await _items(
        reading,
        "with placed as ("
        "  select data->>'order_id' as order_id, min((data->>'period_from')::date) as first_day,"
        "  min((occurred_at at time zone 'Europe/Warsaw')::date) as placed_on,"
        f"  array_agg({WORD}) as words"
        "  from counted where fact = 'OrderPlaced' group by 1)"
        " select (p.order_id is null or (c.data->>'on')::date < p.first_day"
        "  or (c.data->>'on')::date < p.placed_on)::int as value,"
        f" coalesce(p.words, '{{}}') || (c.publisher || '/' || c.sequence) as told_by"
        " from counted c left join placed p on p.order_id = c.data->>'order_id'"
        " where c.fact = 'ServiceStarted' and c.month between $1 and $2",
        first,
        last,
    )
    early = sum(int(item.value) for item in items)
    return Figure(
        "start_before_order", "Usługi rozpoczęte przed zleceniem", "usług",
        Decimal(early), early, len(items), sources(items),
    )  # fmt: skip


async def fulfilment(reading: Reading, first: str, last: str) -> Figure:
    """Hours done, of hours planned, in settled months."""
    rows = await reading.fetch(
        "select (data->>'done_units')::numeric as done, (data->>'planned_units')::numeric"
        f" as planned, {WORD} as word from counted"
        " where fact = 'OrderSettled' and data->>'month' between $1 and $2",
        first,
        last,
    )
    items = [Item(row["done"], (row["word"],)) for row in rows]
    done, planned = sum(row["done"] for row in rows), sum(row["planned"] for row in rows)
    return Figure(
        "fulfilment", "Wykonane godziny do planowanych", "udział", share(done, planned),
        len(items), None, sources(items),
    )  # fmt: skip


async def satisfaction(reading: Reading, first: str, last: str) -> Figure:
    """Mean score of the monitoring surveys, on a scale of 1 to 5 (annex 7)."""
    items = await _items(
        reading,
        f"select (data->>'score')::numeric as value, array[{WORD}] as told_by from counted"
        " where fact = 'SurveyAnswered' and month between $1 and $2",
        first,
        last,
    )
    return Figure(
        "satisfaction", "Średnia ocena usług", "punktów", mean(items), len(items), None,
        sources(items),
    )  # fmt: skip


HELPED = ("GRANT", "PARTIAL", "PLACEMENT", "CHANGE", "LIMIT", "CONFIRM")
"""Kinds of decision by which a family is given a benefit, or goes on being given it."""


async def families_by_benefit(
    reading: Reading, first: str = FIRST, last: str = LAST
) -> list[Families]:
    """Those whom a decision of these months helped, each family once for a kind of benefit."""
    return await _families(reading, "jsonb_build_array(data->'benefit')", first, last)


async def families_by_reason(
    reading: Reading, first: str = FIRST, last: str = LAST
) -> list[Families]:
    """The same by the reasons of ups art. 7; a family with several stands once in each row."""
    return await _families(reading, "data->'reasons'", first, last)


async def _families(reading: Reading, codes: str, first: str, last: str) -> list[Families]:
    rows = await reading.fetch(
        "with helped as ("
        "  select code, data->>'family' as family, sequence, occurred_at,"
        "  coalesce((data->>'persons')::int, 1) as persons"
        f"  from counted, lateral jsonb_array_elements_text({codes}) code"
        "  where fact = 'DecisionIssued' and data->>'family' is not null"
        "  and data->>'kind' = any($1) and month between $2 and $3),"
        " family as ("
        "  select code, family, count(*) as decisions,"
        "  (array_agg(persons order by occurred_at desc, sequence desc))[1] as persons"
        "  from helped group by 1, 2)"
        " select code, count(*) as families, sum(persons) as persons, sum(decisions) as decisions"
        " from family group by 1 order by families desc, code",
        HELPED, first, last,
    )  # fmt: skip
    return [Families(row["code"], *map(int, row[1:])) for row in rows]


async def counts(reading: Reading, first: str = FIRST, last: str = LAST) -> list[Any]:
    """`month`, `kind`, `fact` and `number` of what was counted."""
    return await reading.fetch(
        "select month, kind, fact, count(*) as number from counted where month between $1 and $2"
        " group by 1, 2, 3 order by 1, 2, 3",
        first,
        last,
    )


def _share_of(name: str, title: str, items: list[Item], part: int, whole: int) -> Figure:
    return Figure(name, title, "udział", share(part, whole), part, whole, sources(items))


async def _items(reading: Reading, query: str, *args: Any) -> list[Item]:
    return [Item(row["value"], tuple(row["told_by"])) for row in await reading.fetch(query, *args)]
