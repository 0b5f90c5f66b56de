"""What others told benefits of a person: applications, contracts, orders, names, who helps."""

from __future__ import annotations

from uuid import UUID

from osnowa_contracts import intake, service_orders, socialwork
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact
from osnowa_contracts.roles import Role

from chassis.database import Connection
from services.benefits.case import case_id_for
from services.benefits.projections import directions


async def project_fact(tx: Connection, fact: Fact, envelope: Envelope) -> None:
    if envelope.subject is None:
        return
    person_id = UUID(envelope.subject)
    match fact:
        case intake.ContactTriaged() | intake.TriageCorrected():
            await directions.note_contact(tx, fact, person_id, envelope.recipient)
        case intake.ApplicationRegistered():
            await tx.executemany(
                "insert into applications (case_id, application_id, person_id)"
                " values ($1, $2, $3) on conflict do nothing",
                [
                    (case_id_for(fact.application_id, benefit), fact.application_id, person_id)
                    for benefit in fact.benefit_types
                ],
            )
        case socialwork.ContractBenefitRequested():
            case_id = case_id_for(fact.request_id, fact.benefit)
            await tx.execute(
                "insert into applications (case_id, application_id, person_id)"
                " values ($1, $2, $3) on conflict do nothing",
                case_id, fact.request_id, person_id,
            )  # fmt: skip
        case socialwork.ContractConcluded():
            await tx.execute(
                "insert into social_contracts (contract_id, person_id, concluded_on, until)"
                " values ($1, $2, $3, $4) on conflict do nothing",
                fact.contract_id, person_id, fact.on, fact.until,
            )  # fmt: skip
        case socialwork.ContractEnded(contract_id=contract_id, on=on):
            await tx.execute(
                "update social_contracts set ended_on = $2 where contract_id = $1", contract_id, on
            )
        case service_orders.OrderPlaced(order_id=order_id, case_id=case_id) if case_id:
            await tx.execute(
                "insert into orders (order_id, case_id) values ($1, $2) on conflict do nothing",
                order_id, case_id,
            )  # fmt: skip
        case intake.PersonRegistered() | intake.PersonDataCorrected():
            await _person(tx, person_id, fact)
        case intake.HouseholdDefined() | intake.HouseholdChanged():
            await _household(tx, fact)
        case intake.HouseholdEnded(household_id=household_id):
            await tx.execute("delete from household_members where household_id = $1", household_id)
        case socialwork.SocialWorkerAssigned(worker_id=worker):
            await _social_worker(tx, person_id, worker)
        case socialwork.SocialWorkClosed():
            await tx.execute("delete from social_workers where person_id = $1", person_id)
        case (
            socialwork.UnusedResourcesCertified()
            | socialwork.CooperationTermsSet()
            | socialwork.CooperationTermsUpdated()
        ) if envelope.actorrole == Role.SOCIAL_WORKER and envelope.actorid is not None:
            await _social_worker(tx, person_id, envelope.actorid)


async def _person(
    tx: Connection, person_id: UUID, fact: intake.PersonRegistered | intake.PersonDataCorrected
) -> None:
    """A correction names only what changed, also an address that is not known any more."""
    told_address = isinstance(fact, intake.PersonDataCorrected) and "address" in fact.corrected
    address = fact.address and fact.address.model_dump_json()
    await tx.execute(
        "insert into persons (person_id, given_names, family_name, birth_date, address)"
        " select $1::uuid, $2::text, $3::text, $4::date, $5::jsonb"
        " where $2 is not null and $3 is not null and $4 is not null"
        " on conflict do nothing",
        person_id, fact.given_names, fact.family_name, fact.birth_date, address,
    )  # fmt: skip
    await tx.execute(
        "update persons set given_names = coalesce($2, given_names),"
        " family_name = coalesce($3, family_name), birth_date = coalesce($4, birth_date),"
        " address = case when $6 then $5::jsonb else address end"
        " where person_id = $1",
        person_id, fact.given_names, fact.family_name, fact.birth_date, address, told_address,
    )  # fmt: skip


async def _household(
    tx: Connection, fact: intake.HouseholdDefined | intake.HouseholdChanged
) -> None:
    await tx.execute("delete from household_members where household_id = $1", fact.household_id)
    await tx.executemany(
        "insert into household_members (household_id, person_id) values ($1, $2)",
        [(fact.household_id, member.person_id) for member in fact.members],
    )


async def _social_worker(tx: Connection, person_id: UUID, worker_id: str) -> None:
    await tx.execute(
        "insert into social_workers (person_id, worker_id) values ($1, $2) on conflict do nothing",
        person_id, worker_id,
    )  # fmt: skip
