"""Examples of what follows a decision: August of K6 and its repayment, June of K3, and more."""

from datetime import date
from decimal import Decimal

from osnowa_contracts import benefits
from osnowa_contracts.examples.people import MAREK_CASE, MAREK_DECISION, id_of
from osnowa_contracts.fact import Fact

FAMILY_CASE, FAMILY_CHANGE = id_of("case: family of K6"), id_of("decision: change of K6")
UNDUE, REPAYMENT = id_of("decision: undue of K6"), id_of("repayment: K6")
RESIDENT_CASE, DAUGHTER = id_of("case: resident of K3"), id_of("obliged: daughter of K3")
REQUEST = id_of("39a request: Marek")

FACTS: tuple[Fact, ...] = (
    benefits.PaymentReturned(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        payment_id=id_of("payment: Marek 2026-02"),
        month="2026-02",
        on=date(2026, 3, 2),
        amount=Decimal("200.00"),
        reason="WRONG_ACCOUNT",
        benefit="PERIODIC",
    ),
    benefits.PaymentCancelled(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        payment_id=id_of("payment: Marek 2026-05"),
        month="2026-05",
        on=date(2026, 5, 4),
        amount=Decimal("200.00"),
        reason="WRONG_PLAN",
        benefit="PERIODIC",
    ),
    benefits.HelpDelivered(
        case_id=id_of("case: coat of Marek"),
        decision_id=id_of("decision: coat of Marek"),
        delivery_id=id_of("delivery: coat of Marek"),
        benefit="CLOTHING",
        month="2026-02",
        on=date(2026, 2, 18),
        quantity=1,
        value=Decimal("240.00"),
    ),
    benefits.InsuranceContributionsReported(
        case_id=FAMILY_CASE,
        kind="HEALTH",
        month="2026-02",
        on=date(2026, 3, 10),
        amount=Decimal("41.82"),
        benefit="PERMANENT",
    ),
    benefits.UtilisationChecked(
        case_id=MAREK_CASE,
        check_id=id_of("check: Marek"),
        benefit="PERIODIC",
        on=date(2026, 3, 10),
        method="VISIT",
        result="AS_INTENDED",
    ),
    benefits.ChangeOfCircumstancesReported(
        case_id=FAMILY_CASE,
        change_id=id_of("change: K6"),
        kind="INCOME",
        source="OWN_FINDING",
        since=date(2026, 7, 1),
        on=date(2026, 8, 27),
    ),
    benefits.BenefitLimited(
        case_id=MAREK_CASE,
        decision_id=id_of("decision: limited"),
        benefit="PERIODIC",
        valid_from=date(2026, 4, 1),
        amount=Decimal("200.00"),
        once=False,
    ),
    benefits.BenefitRevoked(
        case_id=MAREK_CASE,
        decision_id=id_of("decision: revoked"),
        benefit="PERIODIC",
        valid_from=date(2026, 5, 1),
    ),
    benefits.BenefitPeriodEnded(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        benefit="PERIODIC",
        on=date(2026, 5, 31),
    ),
    benefits.ContractBenefitRequestReceived(
        request_id=REQUEST,
        case_id=id_of("case: Marek, targeted"),
        benefit="TARGETED",
        on=date(2026, 3, 16),
    ),
    benefits.ContractBenefitRequestAnswered(
        request_id=REQUEST,
        case_id=id_of("case: Marek, targeted"),
        decision_id=id_of("decision: Marek, targeted"),
        result="GRANTED",
        on=date(2026, 3, 27),
    ),
    benefits.UndueBenefitEstablished(
        case_id=FAMILY_CASE,
        decision_id=UNDUE,
        repayment_id=REPAYMENT,
        benefit="PERMANENT",
        months=("2026-08",),
        amount=Decimal("100.00"),
        on=date(2026, 10, 12),
    ),
    benefits.HelpToBePaidBackGiven(
        case_id=MAREK_CASE,
        decision_id=MAREK_DECISION,
        repayment_id=id_of("repayment: Marek"),
        benefit="TARGETED",
        cause="RETURNABLE",
        amount=Decimal("600.00"),
        on=date(2026, 6, 1),
    ),
    benefits.RepaymentPlanSet(
        case_id=FAMILY_CASE,
        repayment_id=REPAYMENT,
        instalments=2,
        amount=Decimal("100.00"),
        first_due=date(2026, 10, 30),
        on=date(2026, 10, 12),
    ),
    benefits.RepaymentReceived(
        case_id=FAMILY_CASE,
        repayment_id=REPAYMENT,
        amount=Decimal("50.00"),
        rest=Decimal("50.00"),
        on=date(2026, 10, 30),
    ),
    benefits.RepaymentWaived(
        case_id=FAMILY_CASE,
        repayment_id=REPAYMENT,
        amount=Decimal("50.00"),
        reason="TOO_GREAT_BURDEN",
        on=date(2026, 11, 16),
    ),
    benefits.ObligedPersonRegistered(
        case_id=RESIDENT_CASE,
        obliged_id=DAUGHTER,
        relation="DESCENDANT",
        on=date(2026, 4, 14),
    ),
    benefits.SupportAgreementConcluded(
        case_id=RESIDENT_CASE,
        obliged_id=DAUGHTER,
        agreement_id=id_of("agreement: daughter of K3"),
        form="RESIDENTIAL_FEE",
        amount=Decimal("1970.00"),
        valid_from=date(2026, 6, 1),
        on=date(2026, 4, 24),
    ),
    benefits.MaintenanceClaimPrepared(
        case_id=RESIDENT_CASE,
        obliged_id=DAUGHTER,
        claim_id=id_of("claim: daughter of K3"),
        months=("2026-07", "2026-08"),
        amount=Decimal("3940.00"),
        on=date(2026, 9, 14),
    ),
    benefits.PlaceAwaited(
        case_id=RESIDENT_CASE, expected_on=date(2026, 6, 15), informed_on=date(2026, 4, 27)
    ),
    benefits.ResidentAdmitted(case_id=RESIDENT_CASE, on=date(2026, 6, 15)),
    benefits.ResidentDischarged(case_id=RESIDENT_CASE, on=date(2027, 1, 31)),
    benefits.FeeCharged(
        case_id=RESIDENT_CASE,
        benefit="RESIDENTIAL_HOME",
        month="2026-06",
        first_day=date(2026, 6, 15),
        last_day=date(2026, 6, 30),
        client=Decimal("896.00"),
        relatives=Decimal("1050.67"),
        gmina=Decimal("1893.33"),
    ),
)
