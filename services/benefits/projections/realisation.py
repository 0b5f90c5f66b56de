"""Keeps what is read of realisation up: lists, monitoring, repayments, support, fees, requests."""

from __future__ import annotations

from typing import Any

from chassis.aggregate import DomainEvent
from chassis.database import Connection
from services.benefits.payments import NOTHING
from services.benefits.projections import rows
from services.benefits.realisation.contract_request import ContractRequest
from services.benefits.realisation.fees import Fees
from services.benefits.realisation.monitoring import Monitoring
from services.benefits.realisation.obliged import ObligedPerson
from services.benefits.realisation.payment_list import PaymentList
from services.benefits.realisation.repayment import Repayment


async def project_event(tx: Connection, event: DomainEvent, aggregate: Any, position: int) -> None:
    match aggregate:
        case PaymentList():
            await _payment_list(tx, event, aggregate)
        case Monitoring():
            await _monitoring(tx, aggregate, position)
        case Repayment():
            await _repayment(tx, aggregate, position)
        case ObligedPerson():
            await _obliged(tx, aggregate, position)
        case Fees():
            await _fees(tx, aggregate, position)
        case ContractRequest():
            await _contract_request(tx, aggregate, position)


async def _payment_list(tx: Connection, event: DomainEvent, of_day: PaymentList) -> None:
    match event:
        case PaymentList.DrawnUp(sheet=sheet, by=by, on=on):
            await tx.execute(
                "insert into payment_lists (list_id, day, drawn_up_on, drawn_up_by, count, total)"
                " values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                sheet.list_id, of_day.day, on, by, len(sheet.entries), sheet.total,
            )  # fmt: skip
        case PaymentList.Executed(list_id=list_id, outcome=outcome, on=on):
            await tx.execute(
                "update payment_lists set executed_on = $2, paid_count = $3, paid_total = $4,"
                " left_out = $5 where list_id = $1",
                list_id, on, outcome.count, outcome.total, outcome.left_out,
            )  # fmt: skip


async def _monitoring(tx: Connection, monitoring: Monitoring, position: int) -> None:
    await tx.execute(
        "insert into monitoring (entitlement_id, case_id, person_id, benefit, terms_on, view,"
        " position) values ($1, $2, $3, $4, $5, $6, $7) on conflict (entitlement_id) do update"
        " set terms_on = excluded.terms_on, view = excluded.view",
        monitoring.entitlement_id, monitoring.case_id, monitoring.person_id,
        monitoring.benefit.value, monitoring.terms_on,
        rows.view(monitoring, "checks", "changes", "contributions"), position,
    )  # fmt: skip
    await tx.execute(
        "delete from certificates where entitlement_id = $1 and month <> all($2::text[])",
        monitoring.entitlement_id, list(monitoring.certificates),
    )  # fmt: skip
    await tx.executemany(
        "insert into certificates (entitlement_id, month, case_id, person_id, due_on, standing,"
        " cooperates) values ($1, $2, $3, $4, $5, $6, $7) on conflict (entitlement_id, month)"
        " do update set standing = excluded.standing, cooperates = excluded.cooperates",
        [
            (monitoring.entitlement_id, one.month, monitoring.case_id, monitoring.person_id,
             one.due, one.standing.value, one.cooperates)
            for one in monitoring.certificates.values()
        ],
    )  # fmt: skip


async def _repayment(tx: Connection, repayment: Repayment, position: int) -> None:
    view = rows.view(
        repayment, "cause", "decision_id", "benefit", "months", "established_on", "instalments",
        "receipts", "received", "waived", "counted_here", "counted_elsewhere", "refunds",
        "to_give_back", "fell_away_on",
    )  # fmt: skip
    await tx.execute(
        "insert into repayments (repayment_id, entitlement_id, case_id, person_id, amount, rest,"
        " view, position) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (repayment_id)"
        " do update set amount = excluded.amount, rest = excluded.rest, view = excluded.view",
        repayment.id, repayment.entitlement_id, repayment.case_id, repayment.person_id,
        repayment.amount, repayment.rest, view, position,
    )  # fmt: skip
    await tx.execute("delete from instalments where repayment_id = $1", repayment.id)
    await tx.executemany(
        "insert into instalments (repayment_id, number, due_on, rest) values ($1, $2, $3, $4)",
        [(repayment.id, owed.number, owed.due_on, owed.rest) for owed in repayment.owed()],
    )


async def _obliged(tx: Connection, obliged: ObligedPerson, position: int) -> None:
    view = rows.view(
        obliged,
        "name",
        "relation",
        "situation",
        "registered_on",
        "agreements",
        "received",
        "claims",
    )
    await tx.execute(
        "insert into obliged_persons (obliged_id, case_id, person_id, view, position)"
        " values ($1, $2, $3, $4, $5) on conflict (obliged_id) do update set view = excluded.view",
        obliged.id, obliged.case_id, obliged.person_id, view, position,
    )  # fmt: skip


async def _fees(tx: Connection, fees: Fees, position: int) -> None:
    await tx.execute(
        "insert into fee_accounts (case_id, person_id, benefit, view, position)"
        " values ($1, $2, $3, $4, $5) on conflict (case_id) do update set view = excluded.view",
        fees.case_id, fees.person_id, fees.benefit.value,
        rows.view(fees, "shares", "waiting", "stays"), position,
    )  # fmt: skip
    for table in ("fee_stays", "fee_parts"):
        await tx.execute(f"delete from {table} where case_id = $1", fees.case_id)
    await tx.executemany(
        "insert into fee_stays (case_id, first_day, last_day) values ($1, $2, $3)",
        [(fees.case_id, stay.first, stay.last) for stay in fees.stays],
    )
    await tx.executemany(
        "insert into fee_parts (case_id, person_id, month, first_day, last_day, order_id, payer,"
        " obliged_id, amount, received) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        [
            (fees.case_id, fees.person_id, charge.month, charge.first, charge.last,
             charge.order_id, part.payer.value, part.obliged_id, part.amount, NOTHING)
            for charge in fees.charges
            for part in charge.parts
        ],
    )  # fmt: skip
    await tx.executemany(
        "update fee_parts set received = received + $5 where ctid = (select ctid from fee_parts"
        " where case_id = $1 and month = $2 and payer = $3 and obliged_id is not distinct from $4"
        " order by order_id nulls first limit 1)",
        [
            (fees.case_id, month, part.payer.value, part.obliged_id, part.amount)
            for month, parts in fees.received.items()
            for part in parts
        ],
    )


async def _contract_request(tx: Connection, request: ContractRequest, position: int) -> None:
    await tx.execute(
        "insert into contract_requests (request_id, person_id, case_id, contract_id, benefit,"
        " amount, provisions, received_on, answered_on, result, decision_id, position)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (request_id)"
        " do update set answered_on = excluded.answered_on, result = excluded.result,"
        " decision_id = excluded.decision_id",
        request.id, request.person_id, request.case_id, request.contract_id,
        request.benefit.value, request.amount, list(request.provisions), request.received_on,
        request.answered_on, request.result and request.result.value, request.decision_id, position,
    )  # fmt: skip
