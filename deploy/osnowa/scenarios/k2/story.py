"""K2 step by step: who does what on which day, and what is measured there."""

from __future__ import annotations

from datetime import date, datetime

from chassis.context import WARSAW
from osnowa.scenarios.k2 import papers
from osnowa.scenarios.k2.people import People, hours
from osnowa.scenarios.story import Stage, in_order
from osnowa.scenarios.timelines import timeline_of

CHAPTERS = (
    "daughter_phones",
    "interview",
    "order_prepared",
    "decided_and_ordered",
    "march",
    "need_grows",
    "march_settled",
    "april",
    "evaluated",
    "measured_at_the_end",
)
"""In the order of their days."""


async def tell(stage: Stage) -> str:
    """Plays it; the client's person id."""
    await stage.day("2026-03-02")
    return await in_order(await Helena.at_their_desks(stage), CHAPTERS)


class Helena(People):
    """The chapters of the story."""

    async def daughter_phones(self) -> None:
        jan = self.jan
        person = await jan.post("registers a client by phone", "/api/persons", **papers.CLIENT)
        self.client = person["id"]
        alone = [{"person_id": self.client, "relation": "SELF"}]
        await jan.post(
            "notes that she lives alone", "/api/households", members=alone, since="2019-01-01"
        )
        contact = await jan.post(
            "notes the daughter's call: urgent",
            "/api/contacts",
            person_id=self.client,
            **papers.CONTACT,
        )
        at = f"/api/contacts/{contact['id']}"
        await jan.post(
            "triages: care, and a social worker beside",
            f"{at}/triage",
            outcome="CARE_OR_DPS",
            also=["socialwork"],
        )
        await jan.post(
            "takes the daughter's application; her mother agreed by phone",
            f"{at}/applications",
            **papers.APPLICATION,
        )
        opened = await self.irena.until("the file", "/api/files", bool, person_id=self.client)
        self.file = f"/api/files/{opened[0]['file_id']}"
        await self.irena.post(
            "gives the file to Paweł", f"{self.file}/worker", worker_id="pawel-swierk"
        )
        opened = await self.zofia.until("the case", "/api/cases", bool, person_id=self.client)
        self.case_id = opened[0]["case_id"]
        await self.zofia.post("takes the case", f"{self.case}/assessment")
        by = (await self.zofia.get(self.case))["applied_by"]
        told = (await self.pawel.hears("ApplicationRegistered", self.client))["sentence"]
        self.stage.measure(
            "applied for her", f"{by['name']}, {by['relation']}, consent of {by['consent_on']}"
        )
        self.stage.measure("the social worker reads", told.partition("; ")[2])
        await self.magda.post(
            "registers the NGO as contractor", "/api/contractors", **papers.CONTRACTOR
        )

    async def interview(self) -> None:
        stage, zofia = self.stage, self.zofia
        await stage.day("2026-03-03", "11:00")
        await zofia.post(
            "holds the interview in hospital", f"{self.case}/interviews", **papers.INTERVIEW
        )
        await zofia.post(
            "files annex 1, the medical certificate",
            f"{self.case}/evidence",
            **papers.MEDICAL_CERTIFICATE,
        )
        await zofia.post("establishes her income", f"{self.case}/income", **papers.INCOME)
        for answer in papers.ANSWERS:
            await zofia.post("answers the questions", f"{self.case}/answers", **answer)
        fee = await zofia.post("calculates the fee", f"{self.case}/fee", hours_per_day="2")
        fee = fee["data"]
        stage.measure(
            "share of the cost, fee of an hour", f"{fee['share']} %, {fee['fee_per_hour']}"
        )
        case = await zofia.get(self.case)
        held = case["interviews"][0]["on"]
        stage.measure("interview due, held", f"{case['interview_due']}, {held}")

    async def order_prepared(self) -> None:
        await self.stage.day("2026-03-04")
        prepared = await self.zofia_orders.post(
            "prepares the order with the client sheet",
            "/api/orders",
            person_id=self.client,
            case_id=self.case_id,
            **papers.ORDER,
        )
        self.order_id = prepared["id"]

    async def decided_and_ordered(self) -> None:
        stage, piotr = self.stage, self.piotr
        await stage.day("2026-03-05", "10:00")
        decision = await self.decide(f"{self.case}/decisions", papers.GRANT)
        issued = (await self.zofia.hears("DecisionIssued", self.client))["data"]
        scope = f"{hours(issued['service']['hours_per_day'])} {issued['service']['days']}"
        period = f"{issued['period_from']} – {issued['period_to']}"
        stage.measure(
            "decision, immediately enforceable", f"{scope} {period}, {issued['immediate']}"
        )
        placed = await piotr.hears("OrderPlaced", self.client)
        received = datetime.fromisoformat(placed["received_at"])
        decided = datetime.fromisoformat(placed["data"]["decision_issued_at"])
        stage.measure(
            "minutes from the decision to the order at the NGO",
            f"{(received - decided).total_seconds() / 60:.3f}",
        )
        ordered = placed["data"]
        stage.measure(
            "order at the NGO",
            f"{hours(ordered['hours_per_day'])} from {ordered['period_from']}"
            f" at {ordered['fee_per_hour']}",
        )
        await self.announce(
            piotr, "accepts the order", "OrderAccepted", on="2026-03-05", starts_on="2026-03-06"
        )
        await self.announce(
            piotr,
            "sets the schedule",
            "ScheduleSet",
            **papers.schedule(1, "2026-03-06", "12:00"),
        )
        await self.zofia.post("starts the realisation", f"{decision}/realisation")

    async def march(self) -> None:
        stage = self.stage
        await stage.day("2026-03-06")
        await self.announce(self.danuta, "begins the service", "ServiceStarted", on="2026-03-06")
        await self.visit(date(2026, 3, 6), 2)
        seen = [
            datetime.fromisoformat(entry["occurred_at"]).astimezone(WARSAW).date().isoformat()
            for entry in [
                await self.magda.hears(fact, self.client)
                for fact in ("OrderAccepted", "ScheduleSet", "ServiceStarted")
            ]
        ]
        stage.measure("accepted, scheduled and started on", ", ".join(seen))
        await self.visits(date(2026, 3, 9), date(2026, 3, 16), 2)
        await stage.day("2026-03-17", "10:05")
        await self.announce(
            self.danuta,
            "reports that the client is in hospital",
            "AbsenceReported",
            absence_id=self.paper("hospital"),
            **papers.HOSPITAL,
        )
        await self.visits(date(2026, 3, 19), date(2026, 3, 23), 2)

    async def need_grows(self) -> None:
        stage, client = self.stage, self.client
        await stage.day("2026-03-24", "09:00")
        await self.pawel.hears("OrderPlaced", client)
        await self.pawel.post(
            "reports from the field: she needs more",
            f"{self.file}/need-changes",
            order_id=self.order_id,
            case_id=self.case_id,
            **papers.NEED,
        )
        await self.zofia.hears("NeedChangeReported", client)
        benefit = (await self.zofia.get(self.case))["entitlements"][0]["id"]
        at = f"/api/entitlements/{benefit}"
        await self.zofia.post("takes up the review", f"{at}/review/start")
        await self.decide(f"{at}/decisions", papers.CHANGE)
        change = (await self.zofia.hears("DecisionIssued", client, kind="CHANGE"))["data"]
        granted = hours(change["service"]["hours_per_day"])
        stage.measure("change decision", f"{change['kind']} {granted} from {change['period_from']}")
        amended = (await self.piotr.hears("OrderAmended", client))["data"]
        stage.measure(
            "order version, its hours from",
            f"{amended['version']}, {hours(amended['hours_per_day'])} from {amended['valid_from']}",
        )
        await self.visit(date(2026, 3, 24), 2)
        await stage.day("2026-03-25", "08:30")
        await self.announce(
            self.piotr,
            "acknowledges the change",
            "AmendmentAcknowledged",
            version=2,
            on="2026-03-25",
        )
        known = (await self.magda.hears("AmendmentAcknowledged", client))["data"]
        stage.measure("change acknowledged on", known["on"])
        await self.announce(
            self.piotr,
            "sets the schedule anew",
            "ScheduleSet",
            **papers.schedule(2, "2026-04-01", "13:00"),
        )
        await self.visits(date(2026, 3, 25), date(2026, 3, 31), 2)

    async def march_settled(self) -> None:
        stage = self.stage
        await stage.day("2026-04-01", "08:00")
        await self.settle("March", "2026-03")
        await self.visits(date(2026, 4, 1), date(2026, 4, 7), 3)
        await stage.day("2026-04-08", "08:00")
        report = self.paper("report of March")
        await self.announce(
            self.piotr,
            "reports on March",
            "MonthlyReportSubmitted",
            report_id=report,
            contractor="ngo-opiekun",
            month="2026-03",
            planned_units="36",
            done_units="32",
        )
        await self.magda.post("accepts the report", f"/api/reports/{report}/acceptance")
        told = (await self.magda.get("/api/reports", person_id=self.client))[0]
        planned, done = hours(told["planned_units"]), hours(told["done_units"])
        stage.measure("monthly report of March", f"{planned} planned, {done} done, {told['state']}")

    async def april(self) -> None:
        await self.visits(date(2026, 4, 8), date(2026, 4, 30), 3)
        await self.stage.day("2026-05-04", "08:00")
        await self.settle("April", "2026-04")

    async def evaluated(self) -> None:
        stage = self.stage
        await stage.day("2026-05-15")
        await self.announce(
            self.danuta,
            "brings the client's survey",
            "SurveyAnswered",
            survey_id=self.paper("survey"),
            on="2026-05-15",
            score="4.6",
        )
        await stage.day("2026-05-20")
        await self.magda.post(
            "evaluates the service",
            f"{self.order}/evaluation",
            result="CONTINUE",
            effects="Samodzielność utrzymana, bez upadków; klientka zadowolona.",
        )
        told = (await self.piotr.hears("ServiceEvaluated", self.client))["data"]
        stage.measure("evaluation", told["result"])

    async def measured_at_the_end(self) -> None:
        stage, magda = self.stage, self.magda
        order = await magda.until("the survey", self.order, lambda order: order["surveys"] == 1)
        stage.measure("survey", f"{float(order['survey_mean']):.1f}")
        stage.measure("announcements against the rules", len(order["refused"]))
        diaries = [await magda.get(f"{self.order}/months/2026-{month}") for month in ("03", "04")]
        stage.measure(
            "differences between diary and scope",
            sum(len(diary["deviations"]) for diary in diaries),
        )
        lag = await self.robert.indicator("order_lag", "2026-03", "2026-03", counted=1)
        stage.measure("order_lag of the city", lag["value"])
        early = await self.robert.until(
            "the start of the service",
            "/api/indicators",
            lambda figures: any(f["name"] == "start_before_order" and f["of"] for f in figures),
        )
        start = next(f for f in early if f["name"] == "start_before_order")
        stage.measure("start_before_order", f"{start['counted']} of {start['of']}")
        told = await timeline_of(self.krystyna, self.client)
        stage.measure("entries on the labour office's timeline", len(told))
