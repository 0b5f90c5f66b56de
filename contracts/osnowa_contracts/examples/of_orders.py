"""Examples of home care in K2: what the contractor says, and what the order's owner states."""

from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from osnowa_contracts import contractor, service_orders
from osnowa_contracts.examples.of_intake import ADDRESS
from osnowa_contracts.examples.people import (
    HELENA_CASE,
    HELENA_CHANGE,
    HELENA_DECISION,
    HELENA_ORDER,
    id_of,
)
from osnowa_contracts.fact import Fact
from osnowa_contracts.orders import Slot
from osnowa_contracts.service_orders import ClientSheet, ContactPerson

_WARSAW = ZoneInfo("Europe/Warsaw")

SHEET = ClientSheet(
    given_names="Helena",
    family_name="Wzorcowa",
    birth_date=date(1941, 11, 15),
    address=ADDRESS,
    phone="+48 000 000 001",
    contacts=(ContactPerson(name="Anna Wzorcowa", relation="DAUGHTER", phone="+48 000 000 003"),),
    activities=("HOUSEHOLD", "HYGIENE", "SHOPPING"),
    health_needs=("LIMITED_MOBILITY",),
    risks=("FALL",),
    access="Domofon 3, klucz zapasowy u córki.",
)

SAID: tuple[Fact, ...] = (
    contractor.OrderAccepted(
        order_id=HELENA_ORDER, on=date(2026, 3, 5), starts_on=date(2026, 3, 6)
    ),
    contractor.OrderRejected(
        order_id=id_of("order: Adam"), on=date(2026, 3, 5), reason="NO_CAPACITY"
    ),
    contractor.OrderQueued(
        order_id=id_of("order: Ewa"), on=date(2026, 3, 5), expected_on=date(2026, 4, 1)
    ),
    contractor.ScheduleSet(
        order_id=HELENA_ORDER,
        valid_from=date(2026, 3, 6),
        slots=tuple(Slot(weekday=day, start=time(8), end=time(10)) for day in range(1, 6)),
        carer_id="c-1",
    ),
    contractor.ServiceStarted(order_id=HELENA_ORDER, on=date(2026, 3, 6)),
    contractor.VisitCompleted(
        visit_id=id_of("visit: Helena 2026-03-06"),
        order_id=HELENA_ORDER,
        on=date(2026, 3, 6),
        minutes=120,
        checked_in_at=datetime(2026, 3, 6, 8, 0, tzinfo=_WARSAW),
        checked_out_at=datetime(2026, 3, 6, 10, 0, tzinfo=_WARSAW),
        activities=("HOUSEHOLD", "HYGIENE"),
        carer_id="c-1",
    ),
    contractor.VisitMissed(
        visit_id=id_of("visit: Helena 2026-03-17"),
        order_id=HELENA_ORDER,
        on=date(2026, 3, 17),
        reason="HOSPITAL",
    ),
    contractor.AbsenceReported(
        absence_id=id_of("absence: Helena"),
        order_id=HELENA_ORDER,
        absent_from=date(2026, 3, 17),
        absent_to=date(2026, 3, 18),
        reason="HOSPITAL",
    ),
    contractor.AmendmentAcknowledged(order_id=HELENA_ORDER, version=2, on=date(2026, 3, 25)),
    contractor.MonthlyReportSubmitted(
        report_id=id_of("report: 2026-03"),
        contractor="ngo-opiekun",
        month="2026-03",
        order_id=HELENA_ORDER,
        planned_units=Decimal("36"),
        done_units=Decimal("32"),
    ),
    contractor.SurveyAnswered(
        survey_id=id_of("survey: Helena"),
        order_id=HELENA_ORDER,
        on=date(2026, 5, 4),
        score=Decimal("4.6"),
    ),
    contractor.IncidentReported(
        incident_id=id_of("incident: Helena"),
        order_id=HELENA_ORDER,
        on=date(2026, 4, 14),
        severity="LOW",
        kind="NO_ANSWER",
    ),
)

STATED: tuple[Fact, ...] = tuple(
    getattr(service_orders, said.name()).model_validate(said.model_dump()) for said in SAID
)

OWN: tuple[Fact, ...] = (
    service_orders.ContractorRegistered(
        contractor="ngo-opiekun",
        full_name="Stowarzyszenie Opiekun",
        nip="1111111111",
        regon="123456785",
        krs="0000000001",
        services=("HOME_CARE",),
    ),
    service_orders.OrderPlaced(
        order_id=HELENA_ORDER,
        case_id=HELENA_CASE,
        decision_id=HELENA_DECISION,
        decision_issued_at=datetime(2026, 3, 5, 11, 20, tzinfo=_WARSAW),
        contractor="ngo-opiekun",
        service="HOME_CARE",
        hours_per_day=Decimal("2"),
        period_from=date(2026, 3, 6),
        period_to=date(2026, 8, 31),
        fee_per_hour=Decimal("3.50"),
        client_sheet=SHEET,
    ),
    service_orders.OrderConfirmed(
        order_id=id_of("order: Ewa"),
        decision_id=id_of("decision: Ewa"),
        on=date(2026, 3, 20),
    ),
    service_orders.ServiceSuspended(order_id=HELENA_ORDER, on=date(2026, 3, 17), reason="HOSPITAL"),
    service_orders.ServiceResumed(order_id=HELENA_ORDER, on=date(2026, 3, 19)),
    service_orders.OrderAmended(
        order_id=HELENA_ORDER,
        version=2,
        valid_from=date(2026, 4, 1),
        hours_per_day=Decimal("3"),
        fee_per_hour=Decimal("3.50"),
        decision_id=HELENA_CHANGE,
    ),
    service_orders.ClientSheetUpdated(order_id=HELENA_ORDER, sheet_version=2, client_sheet=SHEET),
    service_orders.OrderEnded(order_id=HELENA_ORDER, on=date(2026, 8, 31), reason="PERIOD"),
    service_orders.OrderSettled(
        order_id=HELENA_ORDER,
        month="2026-03",
        planned_units=Decimal("36"),
        done_units=Decimal("32"),
        fee_per_hour=Decimal("3.50"),
        fee_total=Decimal("112.00"),
    ),
    service_orders.MonthlyReportAccepted(
        report_id=id_of("report: 2026-03"),
        contractor="ngo-opiekun",
        month="2026-03",
        on=date(2026, 4, 8),
    ),
    service_orders.ServiceEvaluated(
        evaluation_id=id_of("evaluation: Helena"),
        order_id=HELENA_ORDER,
        on=date(2026, 5, 8),
        result="CONTINUE",
    ),
)

FACTS = OWN + STATED + SAID
