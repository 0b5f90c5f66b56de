"""What others hear of social work: certificates, and never a text (SEP-3)."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits, intake, service_orders, socialwork
from osnowa_contracts.examples import example
from osnowa_contracts.fact import Fact, Form, Publisher, reduced
from osnowa_contracts.references import case_id_for
from osnowa_contracts.visibility import form_for

from chassis.aggregate import Aggregate
from chassis.calendar import Month
from chassis.disclosure import Announcement, Begin, End
from services.socialwork.cooperation import Cooperation, Grounds
from services.socialwork.disclosures import disclose, involve
from services.socialwork.file import File, file_id
from services.socialwork.values import (
    ActionType,
    Area,
    ContractBenefit,
    ContractEnd,
    ContractProvision,
    ContractVariant,
    Known,
    NeedChange,
    NoteKind,
    Place,
    RelevantFact,
    Result,
    Service,
    Source,
)

PERSON = UUID("5b0f1f0a-0d5e-4f0e-9c39-0a4a1ce5f001")
DAY, LATER = date(2026, 2, 10), date(2026, 3, 2)
JOANNA = "joanna-brzoza"
GROUNDS = Grounds((PERSON,), Known.AT_CLIENTS_WISH, uuid4(), uuid4())
KEPT_HOME = (
    socialwork.SocialWorkOpened,
    socialwork.SocialWorkerAssigned,
    socialwork.DiagnosisRecorded,
    socialwork.SocialWorkActionRecorded,
    socialwork.OfficialNoteWritten,
)


def file_with_everything() -> File:
    file = File(PERSON, Source.TRIAGE, DAY)
    file.assign(JOANNA, load=1)
    file.record_diagnosis((Area.UNEMPLOYMENT,), uuid4(), by=JOANNA)
    file.write_note(NoteKind.OFFICIAL_NOTE, uuid4(), by=JOANNA)
    file.record_action(
        ActionType.ADVICE, minutes=30, place=Place.HOME, direct=True, on=DAY, by=JOANNA
    )
    more = NeedChange(Service.HOME_CARE, Decimal(3), date(2026, 4, 1), uuid4(), uuid4())
    file.report_need_change(more, on=DAY, by=JOANNA)
    file.report_relevant_facts(
        (RelevantFact.CHANGE_OF_NEED,), at_clients_wish=True, case_id=None, on=DAY, by=JOANNA
    )
    contract = file.conclude_contract(
        ContractVariant.B, (ContractProvision.TRAINING,), on=DAY, until=None, today=DAY
    )
    file.request_contract_benefit(
        contract.contract_id, ContractBenefit.TARGETED, Decimal(350),
        (ContractProvision.TRAINING,), on=DAY,
    )  # fmt: skip
    file.end_contract(contract.contract_id, ContractEnd.FULFILLED, on=DAY, today=DAY)
    file.close(Result.SELF_RELIANT, on=DAY)
    return file


def cooperation_with_everything() -> Cooperation:
    made = Cooperation(PERSON, DAY)
    made.certify_unused_resources(True, GROUNDS, on=DAY, today=DAY)
    made.set_terms(GROUNDS, on=DAY, today=DAY)
    made.update_terms(GROUNDS, on=DAY, today=DAY)
    made.report_overdue(Month.of(DAY), today=LATER)
    made.certify_cooperation(Month.of(DAY), True, known=Known.AT_CLIENTS_WISH, on=LATER)
    made.end(on=LATER)
    return made


def told(aggregate: Aggregate) -> list[Announcement]:
    return [said for event in aggregate.pending_events for said in disclose(event, aggregate)]  # type: ignore[arg-type]


def names(aggregate: Aggregate) -> list[str]:
    return [said.fact.name() for said in told(aggregate)]


def test_every_event_of_a_file_becomes_its_fact_of_the_same_name() -> None:
    file = file_with_everything()
    assert names(file) == [type(event).__name__ for event in file.pending_events]
    assert {said.person for said in told(file)} == {PERSON}


def test_of_cooperation_everything_is_told_but_its_private_beginning_and_end() -> None:
    assert names(cooperation_with_everything()) == [
        "UnusedResourcesCertified",
        "CooperationTermsSet",
        "CooperationTermsUpdated",
        "CooperationCertificateOverdue",
        "CooperationCertified",
    ]


def test_work_that_is_opened_again_is_told_as_opened() -> None:
    file = file_with_everything()
    file.collect_events()
    file.open_again(Source.REFERRAL, on=LATER)
    assert names(file) == ["SocialWorkOpened"]


def test_certificates_carry_referral_and_case_and_no_reason() -> None:
    four, five, *_ = [said.fact for said in told(cooperation_with_everything())]
    assert isinstance(four, socialwork.UnusedResourcesCertified)
    assert isinstance(five, socialwork.CooperationTermsSet)
    assert (four.referral_id, four.case_id) == (GROUNDS.referral_id, GROUNDS.case_id)
    assert (five.referral_id, five.case_id) == (GROUNDS.referral_id, GROUNDS.case_id)
    assert not {"reason", "text", "justification"} & set(type(four).model_fields)


@pytest.mark.parametrize("kind", [k for k in Publisher if k is not Publisher.SOCIALWORK])
def test_diagnoses_notes_and_actions_reach_statistics_as_counts_and_nobody_else(
    kind: Publisher,
) -> None:
    """SEP-3."""
    allowed = Form.COUNT if kind is Publisher.REPORTING else Form.NOTHING
    told_facts = [said.fact for said in told(file_with_everything())]
    hidden = [fact for fact in told_facts if isinstance(fact, KEPT_HOME)]
    assert len(hidden) == len(KEPT_HOME)
    assert {form_for(fact, kind) for fact in hidden} == {allowed}


def test_benefits_hears_that_social_work_ended_and_not_how() -> None:
    closed = example(socialwork.SocialWorkClosed)
    assert form_for(closed, Publisher.BENEFITS) is Form.SUMMARY
    told_of_it = reduced(closed.model_dump(mode="json"), type(closed), Form.SUMMARY)
    assert set(told_of_it) == {"social_work_id", "on"}


def test_benefits_hears_of_a_contract_that_it_is_and_its_days() -> None:
    """H: exists, dates."""
    contract = example(socialwork.ContractConcluded)
    assert form_for(contract, Publisher.BENEFITS) is Form.SUMMARY
    told_of_it = reduced(contract.model_dump(mode="json"), type(contract), Form.SUMMARY)
    assert set(told_of_it) == {"contract_id", "on", "until"}
    assert form_for(contract, Publisher.PUP) is Form.NOTHING


def test_a_request_out_of_a_contract_involves_benefits_until_its_case_is_closed() -> None:
    asked = example(socialwork.ContractBenefitRequested)
    case_id = case_id_for(asked.request_id, asked.benefit)
    assert changes(asked, "socialwork") == [Begin("benefits", "request", case_id)]


def test_nothing_is_ever_addressed_past_the_matrix() -> None:
    both = told(file_with_everything()) + told(cooperation_with_everything())
    assert all(said.to == () for said in both)


def changes(fact: Fact, told_by: str) -> list[Begin | End]:
    return list(involve(fact, PERSON, told_by))


def test_a_referral_and_a_case_involve_benefits_until_the_case_is_closed() -> None:
    referral = example(benefits.ClientReferredToSocialWorker)
    assert changes(referral, "benefits") == [Begin("benefits", "referral", referral.case_id)]
    assigned = example(benefits.CaseAssigned)
    assert changes(assigned, "benefits") == [Begin("benefits", "case", assigned.case_id)]
    closed = example(benefits.CaseClosed)
    assert changes(closed, "benefits") == [End(closed.case_id)]


def test_an_order_involves_who_placed_it_until_it_ends() -> None:
    placed = example(service_orders.OrderPlaced)
    assert changes(placed, "service-orders") == [Begin("service-orders", "order", placed.order_id)]
    ended = example(service_orders.OrderEnded)
    assert changes(ended, "service-orders") == [End(ended.order_id)]


def test_triage_involves_the_others_who_take_over() -> None:
    triaged = intake.ContactTriaged(
        contact_id=uuid4(),
        outcome="CARE_OR_DPS",
        target_units=("benefits", "service-orders", "socialwork"),
    )
    assert [change.unit for change in changes(triaged, "intake") if isinstance(change, Begin)] == [
        "benefits",
        "service-orders",
    ]


def test_the_triage_involves_them_until_social_work_is_closed() -> None:
    triaged = intake.ContactTriaged(
        contact_id=uuid4(), outcome="BENEFITS_AND_SOCIAL_WORK", target_units=("benefits",)
    )
    (begun,) = changes(triaged, "intake")
    closed = socialwork.SocialWorkClosed(
        social_work_id=file_id(PERSON), result="INDEPENDENT", on=LATER
    )
    assert isinstance(begun, Begin)
    assert End(begun.reference) in changes(closed, "socialwork")


def test_a_correction_ends_it_for_the_unit_that_is_left_only() -> None:
    both = intake.ContactTriaged(
        contact_id=uuid4(), outcome="BENEFITS", target_units=("benefits", "service-orders")
    )
    corrected = intake.TriageCorrected(
        contact_id=both.contact_id, outcome="SOCIAL_WORK", left_units=("benefits",),
        target_units=("socialwork", "service-orders"),
    )  # fmt: skip
    begun = {c.unit: c.reference for c in changes(both, "intake") if isinstance(c, Begin)}
    assert [c for c in changes(corrected, "intake") if isinstance(c, End)] == [
        End(begun["benefits"])
    ]


def test_what_we_do_ourselves_involves_nobody_new_but_whom_we_ask() -> None:
    begun = [
        c
        for said in told(file_with_everything())
        for c in changes(said.fact, "socialwork")
        if isinstance(c, Begin)
    ]
    assert [(c.unit, c.reason) for c in begun] == [("benefits", "request")]
