"""Keeps what social workers read up with what they did and with what others told them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from osnowa_contracts import benefits, intake
from osnowa_contracts.codes import DecisionKind
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from chassis.database import Connection
from chassis.event_log import Recorded
from services.socialwork.cooperation import (
    Certificate4,
    Certificate6,
    Cooperation,
    Terms,
)
from services.socialwork.file import File, file_id
from services.socialwork.values import Referral

PAYING = (
    DecisionKind.GRANT,
    DecisionKind.PARTIAL,
    DecisionKind.CHANGE,
    DecisionKind.CONTINUE,
)


async def project_event(
    tx: Connection, event: DomainEvent, aggregate: Any, recorded: Recorded
) -> None:
    match aggregate:
        case File():
            await _project_file(tx, event, aggregate, recorded)
        case Cooperation():
            await _project_cooperation(tx, event, aggregate, recorded)


async def project_fact(tx: Connection, fact: Fact, envelope: Envelope) -> None:
    if envelope.subject is None:
        return
    person_id = UUID(envelope.subject)
    match fact:
        case intake.PersonRegistered() | intake.PersonDataCorrected():
            await _person(tx, person_id, fact)
        case intake.HouseholdDefined() | intake.HouseholdChanged():
            await _household(tx, fact)
        case intake.HouseholdEnded(household_id=household_id):
            await tx.execute("delete from household_members where household_id = $1", household_id)
        case benefits.CaseAssigned():
            await tx.execute(
                "insert into case_workers (case_id, person_id, worker_id) values ($1, $2, $3)"
                " on conflict (case_id) do update set worker_id = excluded.worker_id",
                fact.case_id,
                person_id,
                fact.worker_id,
            )
        case benefits.ReferralHandedOver():
            await tx.execute(
                "insert into referrals_handed_over (referral_id, handed_over_on) values ($1, $2)"
                " on conflict do nothing",
                fact.referral_id,
                fact.on,
            )
        case benefits.DecisionIssued() if fact.kind in PAYING:
            await _benefit(tx, person_id, fact)
        case benefits.BenefitSuspended():
            await _stop(tx, fact.case_id, fact.valid_from)
        case benefits.BenefitChanged(undoes=UUID()):
            await tx.execute(
                "update benefits_in_force set stopped_on = null where case_id = $1", fact.case_id
            )
        case benefits.CaseClosed():
            await tx.execute("delete from case_workers where case_id = $1", fact.case_id)
            await _stop(tx, fact.case_id, fact.on)


# --- own events -------------------------------------------------------------


async def _project_file(tx: Connection, event: DomainEvent, file: File, recorded: Recorded) -> None:
    await _file(tx, file, recorded)
    match event:
        case File.SocialWorkOpened() | File.SocialWorkOpenedAgain() | File.ReferralReceived():
            if event.referral is not None:
                await _referral(tx, file, event.referral)
        case File.SocialWorkActionRecorded(action=action):
            await tx.execute(
                "insert into actions (action_id, file_id, type, minutes, place, direct, done_on,"
                " done_by, position) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                " on conflict do nothing",
                action.action_id,
                file.id,
                action.type.value,
                action.minutes,
                action.place.value,
                action.direct,
                action.on,
                recorded.actor_id,
                recorded.position,
            )


async def _file(tx: Connection, file: File, recorded: Recorded) -> None:
    await tx.execute(
        "insert into files (file_id, person_id, state, source, opened_on, worker_id, areas,"
        " actions, minutes, closed_on, result, position, decide_since, act_on, alarm)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        " on conflict (file_id) do update set state = excluded.state, source = excluded.source,"
        " opened_on = excluded.opened_on, worker_id = excluded.worker_id, areas = excluded.areas,"
        " actions = excluded.actions, minutes = excluded.minutes,"
        " closed_on = excluded.closed_on, result = excluded.result,"
        " decide_since = excluded.decide_since, act_on = excluded.act_on,"
        " alarm = excluded.alarm",
        file.id,
        file.person_id,
        file.state.value,
        file.source.value,
        file.opened_on,
        file.worker_id,
        [area.value for area in file.areas],
        file.actions,
        file.minutes,
        file.closed_on,
        file.result.value if file.result else None,
        recorded.position,
        file.decide_since,
        file.act_on,
        file.alarm,
    )


async def _referral(tx: Connection, file: File, referral: Referral) -> None:
    await tx.execute(
        "insert into referrals (referral_id, file_id, person_id, case_id, number, purposes,"
        " received_on, contact_by, certificate_due, worker_id)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, nullif($10, '')) on conflict do nothing",
        referral.referral_id,
        file.id,
        file.person_id,
        referral.case_id,
        referral.number,
        list(referral.purposes),
        referral.on,
        referral.contact_by,
        referral.certificate_due,
        referral.worker_id,
    )


async def _project_cooperation(
    tx: Connection, event: DomainEvent, cooperation: Cooperation, recorded: Recorded
) -> None:
    person_id = cooperation.person_id
    match event:
        case Cooperation.UnusedResourcesCertified() | Cooperation.CooperationCertified():
            await _certificate(tx, person_id, event.certificate, recorded)
        case Cooperation.CooperationTermsSet() | Cooperation.CooperationTermsUpdated():
            await _certificate(tx, person_id, event.terms, recorded)
            await _terms(tx, person_id, event.terms)
        case Cooperation.CooperationEnded():
            await tx.execute("update terms set in_force = false where person_id = $1", person_id)


async def _terms(tx: Connection, person_id: UUID, terms: Terms) -> None:
    await tx.execute(
        "insert into terms (terms_id, person_id, file_id, set_on, updated, case_id, in_force)"
        " values ($1, $2, $3, $4, $5, $6, true)"
        " on conflict (terms_id) do update set updated = excluded.updated",
        terms.terms_id,
        person_id,
        file_id(person_id),
        terms.set_on,
        terms.on,
        terms.case_id,
    )


async def _certificate(
    tx: Connection, person_id: UUID, issued: Certificate4 | Terms | Certificate6, recorded: Recorded
) -> None:
    told: tuple[Any, ...]
    match issued:
        case Certificate4():
            told = (4, issued.has_unused, None, None, issued.referral_id, issued.covered)
        case Terms():
            told = (5, None, None, issued.terms_id, issued.referral_id, issued.covered)
        case Certificate6():
            told = (6, issued.cooperates, str(issued.month), issued.terms_id, None, ())
    kind, answer, month, terms_id, referral_id, covered = told
    await tx.execute(
        "insert into certificates (certificate_id, kind, person_id, issued_on, answer, month,"
        " terms_id, referral_id, covered, case_id, known, issued_by, position)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing",
        issued.certificate_id,
        kind,
        person_id,
        issued.on,
        answer,
        month,
        terms_id,
        referral_id,
        list(covered),
        issued.case_id,
        issued.known.value,
        recorded.actor_id,
        recorded.position,
    )


# --- facts of others --------------------------------------------------------


async def _person(
    tx: Connection, person_id: UUID, fact: intake.PersonRegistered | intake.PersonDataCorrected
) -> None:
    if isinstance(fact, intake.PersonRegistered):
        await tx.execute(
            "insert into persons (person_id, given_names, family_name, birth_date)"
            " values ($1, $2, $3, $4) on conflict do nothing",
            person_id,
            fact.given_names,
            fact.family_name,
            fact.birth_date,
        )
        return
    await tx.execute(
        "update persons set given_names = coalesce($2, given_names),"
        " family_name = coalesce($3, family_name), birth_date = coalesce($4, birth_date)"
        " where person_id = $1",
        person_id,
        fact.given_names,
        fact.family_name,
        fact.birth_date,
    )


async def _household(
    tx: Connection, fact: intake.HouseholdDefined | intake.HouseholdChanged
) -> None:
    await tx.execute("delete from household_members where household_id = $1", fact.household_id)
    await tx.executemany(
        "insert into household_members (household_id, person_id) values ($1, $2)",
        [(fact.household_id, member.person_id) for member in fact.members],
    )


async def _benefit(tx: Connection, person_id: UUID, fact: benefits.DecisionIssued) -> None:
    """A decision that changes a benefit may leave its period as it was."""
    await tx.execute(
        "insert into benefits_in_force (case_id, person_id, benefit, period_from, period_to)"
        " values ($1, $2, $3, $4, $5) on conflict (case_id) do update set"
        " period_from = least(benefits_in_force.period_from, excluded.period_from),"
        " period_to = coalesce(excluded.period_to, benefits_in_force.period_to)",
        fact.case_id,
        person_id,
        fact.benefit,
        fact.period_from,
        fact.period_to,
    )


async def _stop(tx: Connection, case_id: UUID, day: Any) -> None:
    await tx.execute(
        "update benefits_in_force set stopped_on = least(stopped_on, $2) where case_id = $1",
        case_id,
        day,
    )
