"""Examples of the proceeding: K1 from 2.02 to 30.06.2026, of K2 the interview, fee and decision."""

from datetime import date
from decimal import Decimal

from osnowa_contracts import benefits
from osnowa_contracts.benefits import IncomeComponent
from osnowa_contracts.examples.people import (
    HELENA_CASE,
    MAREK_APPEAL,
    MAREK_CASE,
    MAREK_DECISION,
    MAREK_REFERRAL,
    MAREK_REVIEW,
    MAREK_SUSPENSION,
    id_of,
)
from osnowa_contracts.fact import Fact

ASSESSMENT: tuple[Fact, ...] = (
    benefits.CaseAssigned(case_id=MAREK_CASE, worker_id="b-1", load=61),
    benefits.AssessmentStarted(
        case_id=MAREK_CASE,
        application_id=id_of("application: Marek"),
        benefit_types=("PERIODIC",),
        started_on=date(2026, 2, 2),
        interview_due=date(2026, 2, 20),
        decision_due=date(2026, 3, 2),
    ),
    benefits.EvidenceRequested(
        request_id=id_of("evidence request: Marek"),
        case_id=MAREK_CASE,
        source="pup",
        kind="LABOUR_STATUS",
        given_names="Marek",
        family_name="Próbny",
        birth_date=date(1988, 4, 12),
        answer_by=date(2026, 2, 9),
        also_for=("socialwork",),
    ),
    benefits.EvidenceReceived(
        evidence_id=id_of("evidence: Marek"),
        case_id=MAREK_CASE,
        request_id=id_of("evidence request: Marek"),
        source="pup",
        kind="LABOUR_STATUS",
        on=date(2026, 2, 5),
    ),
    benefits.InterviewScheduled(
        interview_id=id_of("interview: Marek"),
        case_id=MAREK_CASE,
        part="I",
        on=date(2026, 2, 4),
        due=date(2026, 2, 20),
        joint=True,
    ),
    benefits.InterviewConducted(
        interview_id=id_of("interview: Marek"),
        case_id=MAREK_CASE,
        part="I",
        on=date(2026, 2, 4),
        due=date(2026, 2, 20),
        joint=True,
        minutes=170,
    ),
    benefits.IncomeEstablished(
        case_id=MAREK_CASE,
        month="2026-01",
        total=Decimal("610.00"),
        per_capita=Decimal("610.00"),
        components=(IncomeComponent(kind="CASUAL_WORK", amount=Decimal("610.00")),),
    ),
    benefits.AssessmentQuestionAnswered(case_id=MAREK_CASE, question="Q4", value="YES"),
    benefits.ClientReferredToSocialWorker(
        referral_id=MAREK_REFERRAL,
        case_id=MAREK_CASE,
        number="SK/17/2026",
        purposes=("UNUSED_RESOURCES", "COOPERATION_TERMS"),
        contact_by=date(2026, 2, 11),
        on=date(2026, 2, 4),
        benefit_types=("PERIODIC",),
    ),
    benefits.AssessmentCompleted(case_id=MAREK_CASE, on=date(2026, 2, 10)),
    benefits.EntitlementCalculated(
        case_id=MAREK_CASE,
        benefit="PERIODIC",
        formula_version="periodic-1",
        params_date=date(2025, 1, 1),
        minimum=Decimal("200.00"),
        maximum=Decimal("400.00"),
        proposed=Decimal("200.00"),
    ),
    benefits.FeeCalculated(
        case_id=HELENA_CASE,
        scale_id="home-care-2026",
        criterion_percent=Decimal("138.61"),
        share=Decimal("10"),
        cost_per_hour=Decimal("35.00"),
        fee_per_hour=Decimal("3.50"),
        hours_per_day=Decimal("2"),
    ),
)

DECISION: tuple[Fact, ...] = (
    benefits.DecisionDrafted(
        case_id=MAREK_CASE,
        draft_id=id_of("draft: Marek"),
        kind="GRANT",
        benefit="PERIODIC",
        on=date(2026, 2, 10),
    ),
    benefits.DecisionIssued(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        number="MOPS/BEN/112/2026",
        kind="GRANT",
        benefit="PERIODIC",
        period_from=date(2026, 2, 1),
        period_to=date(2026, 5, 31),
        amount=Decimal("200.00"),
        once=False,
        family="3f0c9a51d7e64b28a1c55e90d2b7f416",
        persons=1,
        reasons=("4",),
    ),
    benefits.DecisionDelivered(
        case_id=MAREK_CASE,
        decision_id=MAREK_SUSPENSION,
        on=date(2026, 5, 20),
        how="IN_PERSON",
        appeal_until=date(2026, 6, 3),
    ),
    benefits.AppealWaived(case_id=MAREK_CASE, decision_id=MAREK_DECISION, on=date(2026, 2, 16)),
    benefits.AppealFiled(
        case_id=MAREK_CASE,
        decision_id=MAREK_SUSPENSION,
        appeal_id=MAREK_APPEAL,
        on=date(2026, 6, 1),
        forward_by=date(2026, 6, 8),
    ),
    benefits.AppealForwarded(
        case_id=MAREK_CASE,
        decision_id=MAREK_SUSPENSION,
        appeal_id=MAREK_APPEAL,
        on=date(2026, 6, 5),
    ),
    benefits.LateAppealFiled(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        appeal_id=id_of("late appeal: Marek"),
        on=date(2026, 6, 10),
        forward_by=date(2026, 6, 17),
        restoration_asked=True,
    ),
    benefits.LateAppealAnswered(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        appeal_id=id_of("late appeal: Marek"),
        on=date(2026, 7, 1),
        result="LATE",
    ),
    benefits.AppealResolved(
        case_id=MAREK_CASE,
        decision_id=MAREK_SUSPENSION,
        appeal_id=MAREK_APPEAL,
        on=date(2026, 6, 30),
        result="UPHELD",
    ),
    benefits.DecisionBecameFinal(
        case_id=MAREK_CASE, decision_id=MAREK_DECISION, on=date(2026, 2, 16), basis="WAIVER"
    ),
)

REALISATION: tuple[Fact, ...] = (
    benefits.RealisationStarted(
        case_id=MAREK_CASE, decision_id=MAREK_DECISION, benefit="PERIODIC", on=date(2026, 2, 16)
    ),
    benefits.PaymentPlanned(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        payment_id=id_of("payment: Marek 2026-02"),
        month="2026-02",
        due_on=date(2026, 2, 25),
        amount=Decimal("200.00"),
    ),
    benefits.PaymentExecuted(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        payment_id=id_of("payment: Marek 2026-02"),
        month="2026-02",
        on=date(2026, 2, 25),
        amount=Decimal("200.00"),
        benefit="PERIODIC",
    ),
    benefits.EntitlementReviewOpened(
        case_id=MAREK_CASE,
        review_id=MAREK_REVIEW,
        trigger="NON_COOPERATION",
        on=date(2026, 5, 4),
        certificate_id=id_of("certificate 6: Marek 2026-04"),
    ),
    benefits.EntitlementReviewClosed(
        case_id=MAREK_CASE,
        review_id=MAREK_REVIEW,
        result="SUSPENDED",
        on=date(2026, 5, 18),
        decision_id=MAREK_SUSPENSION,
    ),
    benefits.BenefitSuspended(
        case_id=MAREK_CASE,
        decision_id=MAREK_SUSPENSION,
        benefit="PERIODIC",
        valid_from=date(2026, 5, 1),
    ),
    benefits.BenefitChanged(
        case_id=HELENA_CASE,
        decision_id=id_of("decision: Helena, 3 h"),
        benefit="HOME_CARE",
        valid_from=date(2026, 4, 1),
    ),
    benefits.BenefitChanged(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        benefit="PERIODIC",
        valid_from=date(2026, 5, 1),
        amount=Decimal("300.00"),
        once=False,
        undoes=MAREK_SUSPENSION,
    ),
    benefits.DeadlineApproaching(
        case_id=id_of("case: Adam"), deadline="INTERVIEW_UPDATE", due=date(2026, 8, 10)
    ),
    benefits.DeadlineExtended(
        case_id=MAREK_CASE,
        deadline="DECISION",
        was_due=date(2026, 3, 2),
        due=date(2026, 3, 16),
        reason="EVIDENCE_AWAITED",
        on=date(2026, 2, 27),
    ),
    benefits.DeadlineMissed(
        case_id=id_of("case: Adam"), deadline="INTERVIEW_UPDATE", due=date(2026, 8, 10)
    ),
    benefits.LegalParametersPublished(
        set_id=id_of("parameters: 2028"),
        parameters="NATIONAL",
        valid_from=date(2028, 1, 1),
        on=date(2027, 12, 1),
    ),
    benefits.CaseImported(
        case_id=id_of("case: Helena, of another system"),
        source="POMOST",
        benefit="TARGETED",
        filed_on=date(2019, 4, 2),
        number="MOPS/123/2019",
        decision="GRANT",
        decided_on=date(2019, 4, 30),
        amount=Decimal("300.00"),
        valid_from=date(2019, 5, 1),
        valid_until=date(2019, 5, 31),
        closed_on=date(2019, 6, 1),
    ),
    benefits.CaseClosed(case_id=MAREK_CASE, on=date(2026, 7, 1), reason="PERIOD_ENDED"),
)

APPLICATION: tuple[Fact, ...] = (
    benefits.ApplicationDefectsCalled(
        case_id=id_of("case: Adam"),
        missing=("SIGNATURE",),
        on=date(2026, 2, 3),
        complete_by=date(2026, 2, 10),
    ),
    benefits.ApplicationCompleted(case_id=id_of("case: Adam"), on=date(2026, 2, 9)),
    benefits.ApplicationLeftUnexamined(case_id=id_of("case: Zenon"), on=date(2026, 2, 11)),
    benefits.ApplicationTransferred(
        case_id=id_of("case: Wanda"),
        authority="Ośrodek Pomocy Społecznej w Gminie Sąsiedniej",
        reason="JURISDICTION",
        on=date(2026, 2, 4),
    ),
    benefits.ApplicationWithdrawn(case_id=id_of("case: Iga"), on=date(2026, 2, 12)),
    benefits.LeftWithoutProceeding(contact_id=id_of("contact: Zenon"), on=date(2026, 2, 6)),
    benefits.InterviewRefused(case_id=id_of("case: Jerzy"), on=date(2026, 2, 5)),
    benefits.DecisionMadeEnforceable(
        case_id=HELENA_CASE, decision_id=id_of("decision: Helena, 3 h"), on=date(2026, 3, 26)
    ),
    benefits.ProceedingReopened(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        ground="NEW_FACTS",
        on=date(2026, 9, 7),
    ),
    benefits.CaseReopened(
        case_id=MAREK_CASE, benefit="PERIODIC", on=date(2026, 9, 1), reason="MONITORING"
    ),
)

FACTS = ASSESSMENT + DECISION + REALISATION + APPLICATION
