"""What waits for a worker: one query for the page, the start page and programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from osnowa_contracts.roles import Role

from chassis.context import Worker
from chassis.database import Reading
from chassis.web import Say, Task
from services.benefits import words
from services.benefits.calculation_words import SET_PL
from services.benefits.deadlines import DeadlineKind
from services.benefits.queries import ENDED, directions, watched
from services.benefits.queries.names import called, full_name
from services.benefits.values import CARE, Benefit, DecisionKind

MOST = 200


class What(StrEnum):
    """Why something waits."""

    TERM = "TERM"
    DELIVER = "DELIVER"
    CORRECT = "CORRECT"
    SIGN = "SIGN"
    REALISE = "REALISE"
    PAY = "PAY"
    ASSIGN = "ASSIGN"
    EVIDENCE = "EVIDENCE"
    SETTLE = "SETTLE"


@dataclass(frozen=True)
class Work:
    """Something that waits in a case. `kind` is that of the term, the decision or the evidence."""

    what: What
    kind: str | None
    due_on: date | None
    case_id: UUID
    person_id: UUID
    benefit: Benefit
    urgent: bool
    name: str

    def title(self, t: Say) -> str:
        """What is to be done, without whom for."""
        if self.what in TERMS and self.kind is not None:
            return t(words.DEADLINE_PL[DeadlineKind(self.kind)])
        return t(TITLES[self.what])


PUBLISHERS = (Role.ADMINISTRATOR, Role.DIRECTOR)
"""Who may publish a set of parameters that another person proposed."""

TERMS = frozenset({What.TERM, What.PAY})
TITLES = {
    What.DELIVER: "Doręcz decyzję",
    What.CORRECT: "Popraw projekt",
    What.SIGN: "Projekt do podpisu",
    What.REALISE: "Rozpocznij realizację",
    What.ASSIGN: "Przydziel sprawę",
    What.EVIDENCE: "Nie ma odpowiedzi na prośbę o dowód",
    What.SETTLE: "Nic już nie brakuje, przygotuj decyzję",
}
PAPERS = frozenset({What.DELIVER, What.CORRECT, What.SIGN, What.REALISE})
"""What is to be done with a decision of some kind."""


async def work_of(reading: Reading, worker: Worker, today: date) -> list[Work]:
    """Overdue first, then by the day on which it is due; what has no day comes last."""
    care = [benefit.value for benefit in CARE]
    rows = await reading.fetch(_WORK, worker.id, worker.role, care, MOST, worker.unit, today)
    return [_work(row) for row in rows]


def _work(row: Any) -> Work:
    return Work(
        What(row["what"]),
        row["kind"],
        row["due_on"],
        row["case_id"],
        row["person_id"],
        Benefit(row["benefit"]),
        row["urgent"],
        full_name(row),
    )


_LEADS = f"$2 in ('{Role.BENEFITS_WORKER}', '{Role.CARE_WORKER}')"
# What lacks nothing is settled at once (KPA 35 § 2), unless the party may still comment (KPA 10) or
# the proceeding stands still; from the last day of its term on, the term says the same.
# A paper is due when the proceeding is that it alone would end, also one that was opened again
# beside other decisions of the case; a benefit is to be given when its decision may be carried out,
# if that is later. Who signs: ups art. 110 ust. 7, 8.
_WORK = f"""
with mine as (
    select case_id from cases where {_LEADS} and state not in ({ENDED}) and (worker = $1
        or worker is null and ($2 <> '{Role.CARE_WORKER}' or benefit = any($3)))
), papers as (
    select n.*, case when (n.view ->> 'enforceable')::boolean
               then coalesce(n.view ->> 'delivered_on', n.view ->> 'issued_on')
               else n.view ->> 'final_on' end::date as executable_on,
        (select coalesce(t.decision_due, d.due_on)
         from deadlines d left join timekeeping t using (case_id)
         where d.case_id = n.case_id and d.kind = 'DECISION' and not coalesce(t.halted, false)
         and n.matter is not null and not exists (
             select from decisions o where o.case_id = n.case_id and o.decision_id <> n.decision_id
             and o.state not in ('drafted', 'returned', 'withdrawn', 'overturned', 'reopened')
             and (o.matter = n.matter or not exists (
                 select from decisions b
                 where b.case_id = n.case_id and b.decision_id <> n.decision_id
                 and b.matter = n.matter and b.state in ('overturned', 'reopened'))))
        ) as due_on
    from decisions n where n.state in ('drafted', 'returned', 'issued') or n.to_realise
), signs as (
    select where $2 = '{Role.DIRECTOR}' or $2 = '{Role.BENEFITS_HEAD}' and exists (
        select from practices p, jsonb_array_elements(p.view -> 'authorised') a
        where p.unit = $5 and a ->> 'worker' = $1 and (a ->> 'valid_from')::date <= $6
        and coalesce((a ->> 'valid_to')::date, 'infinity') >= $6)
), waiting as (
    select '{What.TERM}' as what, d.kind, d.due_on, d.case_id
    from open_deadlines d join mine using (case_id) where d.kind <> 'PAYMENT' and not d.halted
    union all
    select '{What.EVIDENCE}', e.view ->> 'kind', (e.view ->> 'answer_by')::date, e.case_id
    from evidence e join mine using (case_id)
    where e.view ->> 'received_on' is null and (e.view ->> 'answer_by')::date < $6
    union all
    select '{What.SETTLE}', null, $6::date, c.case_id
    from mine join cases c using (case_id) join assessments a using (case_id)
    where c.state = 'in-progress'
    and (a.state = 'evidence-complete' or c.view ->> 'withdrawn_on' is not null)
    and coalesce((c.view ->> 'party_heard_until')::date < $6, true)
    and not exists (select from timekeeping t where t.case_id = c.case_id and t.halted)
    and not exists (select from open_deadlines d where d.case_id = c.case_id
        and d.kind = 'DECISION' and d.due_on <= $6 and not d.halted)
    union all
    select '{What.DELIVER}', d.kind, d.due_on, d.case_id
    from papers d join mine using (case_id) where d.state = 'issued'
    union all
    select '{What.CORRECT}', d.kind, d.due_on, d.case_id
    from papers d join mine using (case_id) where d.state = 'returned'
    union all
    select '{What.SIGN}', d.kind, d.due_on, d.case_id
    from papers d, signs where d.state = 'drafted'
    union all
    select '{What.REALISE}', d.kind, greatest(d.due_on, d.executable_on), d.case_id
    from papers d where $2 = '{Role.REALISATION_WORKER}' and d.to_realise
    union all
    select '{What.PAY}', d.kind, d.due_on, d.case_id
    from open_deadlines d where $2 = '{Role.REALISATION_WORKER}' and d.kind = 'PAYMENT'
    union all
    select '{What.ASSIGN}', null,
        (select min(d.due_on) from open_deadlines d where d.case_id = c.case_id and not d.halted),
        c.case_id
    from cases c where $2 = '{Role.BENEFITS_HEAD}' and c.worker is null and c.state not in ({ENDED})
)
select w.*, c.person_id, c.benefit, c.urgent, p.given_names, p.family_name
from waiting w join cases c using (case_id) left join persons p using (person_id)
order by w.due_on nulls last, c.urgent desc, c.position, w.what, w.kind limit $4
"""


async def waiting(reading: Reading, worker: Worker, today: date, t: Say) -> list[Task]:
    """The same as tasks of the start page, and what waits where benefits are given."""
    tasks = [_task(work, t) for work in await work_of(reading, worker, today)]
    return tasks + await others(reading, worker, today, t)


async def others(reading: Reading, worker: Worker, today: date, t: Say) -> list[Task]:
    """What waits and is no term or decision of a case."""
    tasks = await directions.waiting(reading, worker, today, t)
    tasks += await watched.waiting(reading, worker, today, t)
    return tasks + await proposals_to_publish(reading, worker, t)


async def proposals_to_publish(reading: Reading, worker: Worker, t: Say) -> list[Task]:
    """Sets of parameters that somebody else proposed, for who may publish them (four eyes)."""
    if worker.role not in PUBLISHERS:
        return []
    rows = await reading.fetch(
        "select kind, valid_from from parameter_proposals where proposed_by <> $1"
        " order by valid_from, proposed_on, proposal_id limit $2",
        worker.id,
        MOST,
    )
    return [
        Task(
            t("Propozycja parametrów do publikacji: {kind}", kind=t(SET_PL[row["kind"]])),
            "/parameters#proposals",
            due=row["valid_from"],
        )
        for row in rows
    ]


def _task(work: Work, t: Say) -> Task:
    detail = t(words.BENEFIT_PL[work.benefit])
    if work.what in PAPERS and work.kind is not None:
        detail += f", {t(words.KIND_PL[DecisionKind(work.kind)])}"
    title = f"{work.title(t)}: {called(work.name, t)}"
    return Task(title, f"/cases/{work.case_id}", due=work.due_on, detail=detail)
