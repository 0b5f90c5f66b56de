"""Which public facts an event becomes, and who is involved by them; pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits as facts
from osnowa_contracts import intake, references, service_orders
from osnowa_contracts.examples import EXAMPLES
from osnowa_contracts.fact import Fact

from chassis.aggregate import DomainEvent
from chassis.disclosure import Begin, End
from services.benefits.assessment import Assessment
from services.benefits.calculation import law_on
from services.benefits.case import Case, case_id_for
from services.benefits.decision import Decision
from services.benefits.disclosures import disclose, involve
from services.benefits.entitlement import Entitlement
from services.benefits.evidence import Evidence
from services.benefits.means import Means
from services.benefits.values import (
    AnswerValue,
    Benefit,
    DecisionKind,
    Delivery,
    EvidenceKind,
    PaymentMethod,
    Question,
    ReviewTrigger,
    Subject,
    Terms,
)
from tests.benefits.given import (
    APPLICATION,
    CARE_TERMS,
    EWA,
    MAN,
    PERIODIC_TERMS,
    earns,
    feb,
    home_care,
    interviewed,
    periodic,
    referred,
)

CASE, DECISION, SUSPENSION = UUID(int=21), UUID(int=31), UUID(int=32)
Told = list[Fact]


def told(aggregate: Case | Assessment | Means | Evidence | Decision | Entitlement) -> Told:
    """Every fact of the whole history, each from the aggregate as it was right after."""
    said: Told = []
    again: Any = None
    for event in aggregate.collect_events():
        assert isinstance(event, DomainEvent)
        again = event.mutate(again)
        for announcement in disclose(event, again):
            assert announcement.person == aggregate.person_id
            said.append(announcement.fact)
    return said


def names(said: Iterable[Fact]) -> list[str]:
    return [fact.name() for fact in said]


def test_a_case_tells_who_leads_it_since_when_and_what_is_due() -> None:
    case, _, _ = periodic()
    interviewed(case, feb(4))
    said = told(case)
    assert names(said) == ["CaseAssigned", "AssessmentStarted", "InterviewConducted"]
    started = said[1]
    assert isinstance(started, facts.AssessmentStarted)
    assert (started.interview_due, started.decision_due) == (feb(20), date(2026, 3, 2))


def test_an_answer_tells_its_value_and_never_its_words() -> None:
    _, assessment, _ = periodic()
    assessment.answer(Question.REASON, AnswerValue.YES, "poufne słowa", (), by=EWA, on=feb(4))
    (answer,) = told(assessment)
    assert "poufne" not in answer.model_dump_json()


def test_a_certificate_is_told_as_the_answer_it_gives() -> None:
    _, assessment, _ = periodic()
    four, five = uuid4(), uuid4()
    assessment.note_unused_resources(four, True, feb(6))
    assessment.note_cooperation_terms(five, feb(10))
    answers = [
        fact for fact in told(assessment) if isinstance(fact, facts.AssessmentQuestionAnswered)
    ]
    assert [(a.question, a.value, a.certificate_id) for a in answers] == [
        ("Q2b", "YES", four), ("Q7", "YES", five),
    ]  # fmt: skip


def test_a_referral_tells_its_number_and_day() -> None:
    _, assessment, _ = periodic()
    referred(assessment, feb(4))
    (referral,) = told(assessment)
    assert isinstance(referral, facts.ClientReferredToSocialWorker)
    assert referral.contact_by == feb(11)


def test_means_are_told_with_what_was_counted() -> None:
    _, _, means = periodic()
    earns(means, "610")
    means.calculate_entitlement(Decimal(200), law=law_on(feb(10)))
    assert names(told(means)) == ["IncomeEstablished", "EntitlementCalculated"]
    _, _, care = home_care()
    earns(care, "1400", "2026-02")
    care.calculate_fee(law=law_on(date(2026, 3, 3)))
    assert names(told(care)) == ["IncomeEstablished", "FeeCalculated"]


def asked() -> Evidence:
    return Evidence.request(
        case_id=CASE,
        reference="1",
        person_id=MAN,
        source="pup",
        kind=EvidenceKind.LABOUR_STATUS,
        subject=Subject("Jan", "Próbny", date(1984, 11, 12)),
        on=feb(4),
        answer_by=None,
    )


def test_evidence_tells_that_it_came_and_never_what_it_says() -> None:
    evidence = asked()
    evidence.receive("poufna treść", on=feb(5))
    said = told(evidence)
    assert names(said) == ["EvidenceRequested", "EvidenceReceived"]
    assert "poufna" not in said[1].model_dump_json()


def test_evidence_that_nobody_asked_for_asks_nobody() -> None:
    evidence = Evidence.unasked(
        case_id=CASE, reference="1", person_id=MAN, source="pup", kind=EvidenceKind.INCOME
    )
    evidence.receive("treść", on=feb(5))
    assert names(told(evidence)) == ["EvidenceReceived"]


def decided(benefit: Benefit = Benefit.PERIODIC, terms: Terms = PERIODIC_TERMS) -> Decision:
    decision = Decision(
        id=DECISION,
        case_id=CASE,
        person_id=MAN,
        benefit=benefit,
        kind=DecisionKind.GRANT,
        terms=terms,
        entitlement_id=None,
        previous_decision_id=None,
        by=EWA,
        on=feb(12),
    )
    decision.issue(number="SW/2026/0001", by="helena-dabrowa", on=feb(12))
    return decision


def test_a_decision_is_told_step_by_step() -> None:
    decision = decided()
    decision.deliver(Delivery.IN_PERSON, on=feb(12))
    decision.waive_appeal(on=feb(16))
    decision.carry_out(on=feb(16))
    assert names(told(decision)) == [
        "DecisionDrafted", "DecisionIssued", "DecisionDelivered", "AppealWaived",
        "DecisionBecameFinal",
    ]  # fmt: skip


def test_an_issued_grant_of_care_tells_scope_and_fee() -> None:
    issued = told(decided(Benefit.HOME_CARE, CARE_TERMS))[1]
    assert isinstance(issued, facts.DecisionIssued)
    assert issued.service is not None
    assert issued.service.hours_per_day == 2
    assert issued.service.fee_per_hour == Decimal("3.50")
    assert issued.immediate
    assert issued.amount is None


@pytest.mark.parametrize(
    ("benefit", "until", "once"),
    [
        (Benefit.PERIODIC, date(2026, 5, 31), False),
        (Benefit.TARGETED, date(2026, 5, 31), False),
        (Benefit.TARGETED, date(2026, 2, 28), True),
        (Benefit.LOSS, date(2026, 5, 31), True),
        (Benefit.IN_KIND, date(2026, 5, 31), True),
    ],
)
def test_a_decision_tells_whether_its_amount_is_all_that_is_given(
    benefit: Benefit, until: date, once: bool
) -> None:
    terms = Terms(valid_from=feb(1), valid_to=until, amount=Decimal(300), need="Opał")
    issued = told(decided(benefit, terms))[1]
    assert isinstance(issued, facts.DecisionIssued)
    assert issued.once is once
    care = told(decided(Benefit.HOME_CARE, CARE_TERMS))[1]
    assert isinstance(care, facts.DecisionIssued)
    assert care.once is None


def started() -> Entitlement:
    return Entitlement.start(
        decision_id=DECISION,
        case_id=CASE,
        person_id=MAN,
        benefit=Benefit.PERIODIC,
        terms=PERIODIC_TERMS,
        method=PaymentMethod.TRANSFER,
        on=feb(16),
    )


def test_realisation_tells_its_plan_each_payment_and_each_change() -> None:
    entitlement = started()
    entitlement.execute_payment("2026-02", on=feb(25))
    entitlement.open_review(ReviewTrigger.NON_COOPERATION, uuid4(), on=feb(27))
    entitlement.take_up_review(by=EWA, on=feb(27))
    entitlement.suspend(UUID(int=32), date(2026, 3, 1), on=feb(28))
    assert names(told(entitlement)) == [
        "RealisationStarted", *["PaymentPlanned"] * 4, "PaymentExecuted",
        "EntitlementReviewOpened", "BenefitSuspended", "EntitlementReviewClosed",
    ]  # fmt: skip


def test_a_changed_amount_is_told_with_the_payments_it_changes() -> None:
    entitlement = started()
    entitlement.execute_payment("2026-02", on=feb(25))
    entitlement.open_review(ReviewTrigger.INCOME_CHANGE, None, on=date(2026, 3, 2))
    terms = Terms(valid_from=date(2026, 3, 1), amount=Decimal(250))
    entitlement.change(UUID(int=32), terms, on=date(2026, 3, 3))
    said = names(told(entitlement))[7:]
    assert said == ["BenefitChanged", *["PaymentPlanned"] * 3, "EntitlementReviewClosed"]


def test_a_suspension_taken_back_is_told_with_what_holds_again() -> None:
    entitlement = started()
    entitlement.suspend(SUSPENSION, date(2026, 4, 1), on=feb(28))
    entitlement.undo(SUSPENSION, on=date(2026, 3, 9))
    back, *planned = told(entitlement)[-5:]
    assert isinstance(back, facts.BenefitChanged)
    assert (back.decision_id, back.undoes) == (DECISION, SUSPENSION)
    assert (back.valid_from, back.amount) == (date(2026, 4, 1), PERIODIC_TERMS.amount)
    assert names(planned) == ["PaymentPlanned"] * 4


def test_a_limit_taken_back_leaves_the_suspension_before_it() -> None:
    entitlement, limit = started(), UUID(int=33)
    entitlement.suspend(SUSPENSION, date(2026, 3, 1), on=feb(28))
    less = Terms(valid_from=date(2026, 4, 1), amount=Decimal(100))
    entitlement.change(limit, less, on=date(2026, 3, 3), limited=True)
    entitlement.undo(limit, on=date(2026, 3, 9))
    held = told(entitlement)[-1]
    assert isinstance(held, facts.BenefitSuspended)
    assert (held.decision_id, held.valid_from) == (SUSPENSION, date(2026, 4, 1))


def test_a_revocation_of_care_taken_back_is_told_and_a_confirmation_is_not() -> None:
    care = Entitlement.start(
        decision_id=DECISION, case_id=CASE, person_id=MAN, benefit=Benefit.HOME_CARE,
        terms=CARE_TERMS, method=PaymentMethod.TRANSFER, on=feb(16),
    )  # fmt: skip
    care.revoke(SUSPENSION, date(2026, 4, 1), on=feb(28))
    care.undo(SUSPENSION, on=date(2026, 3, 9))
    care.undo(UUID(int=34), on=date(2026, 3, 9))
    _, revoked, back = told(care)
    assert isinstance(revoked, facts.BenefitRevoked)
    assert isinstance(back, facts.BenefitChanged)
    assert (back.valid_from, back.amount, back.undoes) == (date(2026, 4, 1), None, SUSPENSION)


def test_the_end_that_a_grant_had_lifted_is_told_again_with_its_undoing() -> None:
    entitlement = started()
    entitlement.revoke(SUSPENSION, date(2026, 4, 1), on=feb(28))
    more = Terms(valid_from=date(2026, 4, 1), valid_to=date(2026, 5, 31), amount=Decimal(300))
    entitlement.change(UUID(int=34), more, on=date(2026, 3, 9), granted=True)
    entitlement.undo(UUID(int=34), on=date(2026, 3, 16))
    over = told(entitlement)[-1]
    assert isinstance(over, facts.BenefitRevoked)
    assert (over.decision_id, over.valid_from) == (SUSPENSION, date(2026, 4, 1))


# --- who is involved --------------------------------------------------------


def involved(fact: Fact, told_by: str = "benefits") -> list[Begin | End]:
    return list(involve(fact, MAN, told_by))


def test_who_registered_the_application_is_told_about_its_cases() -> None:
    filed = intake.ApplicationRegistered(
        application_id=APPLICATION, benefit_types=("PERIODIC", "MEAL"), filed_on=feb(2),
        channel="DESK",
    )  # fmt: skip
    assert involved(filed, "intake") == [
        Begin("intake", "case", case_id_for(APPLICATION, "PERIODIC")),
        Begin("intake", "case", case_id_for(APPLICATION, "MEAL")),
    ]


def test_service_orders_are_involved_in_cases_about_care_only() -> None:
    about_money, _, _ = periodic()
    about_care, _, _ = home_care()
    for case, begun in ((about_money, []), (about_care, [("service-orders", about_care.id)])):
        case.start_assessment(by=EWA, on=date(2026, 3, 2))
        found = [change for fact in told(case) for change in involved(fact)]
        assert [(b.unit, b.reference) for b in found if isinstance(b, Begin)] == begun


def test_social_work_is_involved_by_the_referral_and_pup_by_the_question() -> None:
    _, assessment, _ = periodic()
    referred(assessment, feb(4))
    (referral,) = told(assessment)
    assert involved(referral) == [Begin("socialwork", "referral", assessment.case_id)]
    (question,) = told(asked())
    assert involved(question) == [Begin("pup", "evidence", CASE)]


def test_the_contractor_is_involved_from_its_order_to_the_end() -> None:
    placed = EXAMPLES[service_orders.OrderPlaced]
    assert isinstance(placed, service_orders.OrderPlaced)
    begun = [Begin(placed.contractor, "order", placed.order_id)]
    assert involved(placed, "service-orders") == begun
    ended = service_orders.OrderEnded(order_id=CASE, on=feb(2), reason="PERIOD")
    assert involved(ended, "service-orders") == [End(CASE, 30)]


def test_a_closed_case_ends_the_involvement_of_all() -> None:
    closed = facts.CaseClosed(case_id=CASE, on=feb(2), reason="COMPLETED")
    assert involved(closed) == [End(CASE, 30)]


def test_the_rule_for_the_id_of_a_case_is_the_one_in_the_contracts() -> None:
    assert case_id_for(CASE, "PERIODIC") == references.case_id_for(CASE, "PERIODIC")
