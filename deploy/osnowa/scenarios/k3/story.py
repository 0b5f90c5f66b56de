"""K3 step by step: who does what on which day, and what is measured there."""

from __future__ import annotations

from decimal import Decimal

from osnowa.scenarios.k3 import papers
from osnowa.scenarios.k3.people import People
from osnowa.scenarios.story import Stage, in_order
from osnowa.scenarios.timelines import timeline_of

CHAPTERS = (
    "home_care_asked_for",
    "home_care_ordered",
    "home_care_begins",
    "home_asked_for",
    "interviewed",
    "referred",
    "waits",
    "placed",
    "admitted",
    "june_charged",
    "measured_at_the_end",
)
"""In the order of their days."""


async def tell(stage: Stage) -> str:
    """Plays it; the client's person id."""
    await stage.day("2026-03-02")
    return await in_order(await Stanislaw.at_their_desks(stage), CHAPTERS)


class Stanislaw(People):
    """The chapters of the story."""

    async def home_care_asked_for(self) -> None:
        jan, magda = self.jan, self.magda
        person = await jan.post("registers a client by phone", "/api/persons", **papers.CLIENT)
        self.client = person["id"]
        alone = [{"person_id": self.client, "relation": "SELF"}]
        await jan.post(
            "notes that he lives alone", "/api/households", members=alone, since="2019-01-01"
        )
        self.home_care = await self.apply(papers.FALL, "HOME_CARE", ["socialwork"])
        opened = await self.irena.until("the file", "/api/files", bool, person_id=self.client)
        self.file = f"/api/files/{opened[0]['file_id']}"
        await self.irena.post(
            "gives the file to Paweł", f"{self.file}/worker", worker_id="pawel-swierk"
        )
        known = {contractor["unit"] for contractor in await magda.get("/api/contractors")}
        if papers.CONTRACTOR["unit"] not in known:
            await magda.post(
                "registers the NGO as contractor", "/api/contractors", **papers.CONTRACTOR
            )

    async def home_care_ordered(self) -> None:
        zofia, case = self.zofia, self.home_care
        await self.stage.day("2026-03-03", "12:00")
        await self.inquire(case, "2026-02", papers.VISIT_IN_MARCH, papers.HOME_CARE_ANSWERS)
        await zofia.post("completes the assessment", f"{case}/assessment/completion")
        fee = await zofia.post("calculates the fee", f"{case}/fee", hours_per_day="2")
        prepared = await self.zofia_orders.post(
            "prepares the order with the client sheet",
            "/api/orders",
            person_id=self.client,
            case_id=case.rsplit("/", 1)[-1],
            **papers.ORDER,
        )
        self.order_id = prepared["id"]
        await self.stage.day("2026-03-05", "11:00")
        terms = papers.home_care(fee["data"]["fee_per_hour"])
        decision = await self.decide("the decision on home care", f"{case}/decisions", terms)
        await zofia.post("starts the realisation", f"{decision}/realisation")

    async def home_care_begins(self) -> None:
        piotr = self.piotr
        await piotr.hears("OrderPlaced", self.client)
        began = "2026-03-06"
        await self.announce(
            piotr, "accepts the order", "OrderAccepted", on="2026-03-05", starts_on=began
        )
        await self.announce(piotr, "sets the schedule", "ScheduleSet", **papers.SCHEDULE)
        await self.stage.day(began)
        await self.announce(self.danuta, "begins the service", "ServiceStarted", on=began)
        order = await self.magda.get(self.order)
        hours = f"{float(order['hours_per_day']):g} h"
        self.stage.measure(
            "home care before", f"{hours} from {order['first_day']}, {order['state']}"
        )

    async def home_asked_for(self) -> None:
        await self.stage.day("2026-04-01")
        self.case = await self.apply(papers.NOT_ENOUGH, "RESIDENTIAL_HOME", [])

    async def interviewed(self) -> None:
        stage, zofia = self.stage, self.zofia
        await stage.day("2026-04-14", "12:00")
        await self.inquire(self.case, "2026-03", papers.VISIT_IN_APRIL, papers.HOME_ANSWERS)
        await zofia.post("files the doctor's opinion", f"{self.case}/evidence", **papers.HEALTH)
        await zofia.post("notes that he agrees", f"{self.case}/home-consent", **papers.CONSENT)
        case = await zofia.get(self.case)
        held = case["interviews"][0]["on"]
        stage.measure("interview due, held", f"{case['interview_due']}, {held}")
        needs, conditions = (case["answers"][question]["value"] for question in ("Q3", "Q6"))
        stage.measure(
            "needs met at home, conditions of a residential home", f"{needs}, {conditions}"
        )
        consent = case["consent"]
        stage.measure("consent", f"{consent['answer']} {consent['by']} on {consent['on']}")

    async def referred(self) -> None:
        stage, zofia, case = self.stage, self.zofia, self.case
        await stage.day("2026-04-24")
        await zofia.post("completes the assessment", f"{case}/assessment/completion")
        await self.daughter_agrees()
        await zofia.post("calculates who pays", f"{case}/home-fees", **papers.cost(self.daughter))
        fees = (await zofia.get(case))["home_fees"]
        others = " + ".join(payer["pays"] for payer in fees["relatives"])
        stage.measure(
            f"who bears the cost of {fees['cost']}",
            f"{fees['resident']} + {others} + gmina {fees['gmina']}",
        )
        await self.decide("the referral", f"{case}/decisions", papers.REFERRAL)
        await self.decide("the decision on the fee", f"{case}/further-decisions", papers.FEE)
        referral, fee = await self.decision("REFERRAL"), await self.decision("FEE")
        shares = ", ".join(f"{one['payer']} {one['amount']}" for one in fee["terms"]["fees"])
        stage.measure(
            "referral, fee decision", f"{referral['issued_on']}, {fee['issued_on']} {shares}"
        )

    async def daughter_agrees(self) -> None:
        zofia = self.zofia
        registered = await zofia.post(
            "registers the daughter", f"{self.case}/obliged-persons", **papers.DAUGHTER
        )
        self.daughter = registered["id"]
        await zofia.post(
            "concludes the agreement with the daughter",
            f"/api/obliged-persons/{self.daughter}/agreements",
            **papers.AGREEMENT,
        )
        agreed = (await zofia.hears("SupportAgreementConcluded", self.client))["data"]
        self.stage.measure(
            "agreement with the daughter", f"{agreed['form']} {agreed['amount']} on {agreed['on']}"
        )

    async def waits(self) -> None:
        stage, zofia = self.stage, self.zofia
        await stage.day("2026-04-27")
        await zofia.post(
            "tells him that the home is full, and until when",
            f"{self.case}/fees/waiting",
            **papers.WAITING,
        )
        waiting = (await zofia.get(f"{self.case}/fees"))["waiting"]
        stage.measure(
            "waiting, notice of the expected date",
            f"{waiting['expected_on']}, told on {waiting['informed_on']}",
        )
        told = (await self.pawel.hears("PlaceAwaited", self.client))["data"]
        stage.measure("the wait on the social worker's timeline", told["expected_on"])

    async def placed(self) -> None:
        stage, zofia = self.stage, self.zofia
        await stage.day("2026-06-08")
        await self.shares_by_decision()
        await zofia.post("writes the resident sheet", f"{self.case}/resident-sheet", **papers.SHEET)
        self.placement = await self.decide(
            "the placement decision", f"{self.case}/further-decisions", papers.PLACEMENT
        )
        await zofia.post("takes the waiver of appeal", f"{self.placement}/waiver")
        placed = await self.decision("PLACEMENT")
        terms = placed["terms"]
        stage.measure(
            "placement decision",
            f"{placed['issued_on']} {terms['home']} from {terms['valid_from']}",
        )
        sheet = await zofia.get(f"{self.case}/resident-sheet")
        stage.measure(
            "resident sheet",
            f"{sheet['on']}: {sheet['resident']['family_name']}, "
            f"{len(sheet['contacts'])} contact, {len(sheet['health_needs'])} needs",
        )

    async def shares_by_decision(self) -> None:
        """The decision on the fee is final by now, and the account follows it by itself."""
        account = await self.zofia.until(
            "the shares of the decision", f"{self.case}/fees", lambda found: bool(found["shares"])
        )
        shares = account["shares"][-1]
        others = " + ".join(relative["amount"] for relative in shares["relatives"])
        self.stage.measure(
            "shares of the account", f"{shares['cost']}: {shares['resident']} + {others}"
        )

    async def admitted(self) -> None:
        stage, zofia, client = self.stage, self.zofia, self.client
        await stage.day("2026-06-15")
        await zofia.post("starts the realisation", f"{self.placement}/realisation")
        await zofia.post("notes the admission", f"{self.case}/fees/stay", on="2026-06-15")
        stay = (await zofia.get(f"{self.case}/fees"))["stays"][-1]
        stage.measure("admitted", stay["first"])
        care = (await zofia.get(self.home_care))["entitlements"][0]
        ended = (await self.pawel.hears("BenefitPeriodEnded", client))["data"]
        stage.measure("home-care benefit", f"{care['state']}, {ended['reason']} on {ended['on']}")
        order = await self.magda.until(
            "the end of the order", self.order, lambda found: found["state"] == "ended"
        )
        own = (await self.magda.hears("OrderEnded", client))["data"]
        stage.measure("home-care order", f"{order['state']}, {own['reason']} on {own['on']}")
        told = (await self.piotr.hears("OrderEnded", client))["data"]
        stage.measure("end of the home-care order at the NGO", f"{told['reason']} on {told['on']}")

    async def june_charged(self) -> None:
        """Nobody asks for it: the month is over."""
        stage = self.stage
        await stage.day("2026-07-01")
        charged = await self.marek.hears("FeeCharged", self.client, month="2026-06")
        june = charged["data"]
        stage.measure("days of June", f"{june['first_day']} – {june['last_day']}")
        parts = [june[payer] for payer in ("client", "relatives", "gmina")]
        client, relatives, gmina = parts
        total = sum(Decimal(part) for part in parts)
        stage.measure("fee of June", f"{client} + {relatives} + gmina {gmina} = {total}")

    async def measured_at_the_end(self) -> None:
        stage = self.stage
        case = await self.zofia.get(self.case)
        update = next(d for d in case["deadlines"] if d["kind"] == "INTERVIEW_UPDATE")
        stage.measure(
            "interviews held, update due", f"{len(case['interviews'])}, {update['due_on']}"
        )
        entries = await timeline_of(self.zofia, self.client)
        missed = [entry for entry in entries if ".deadline-missed." in entry["type"]]
        stage.measure("terms missed", len(missed))
        told = await timeline_of(self.krystyna, self.client)
        stage.measure("entries on the labour office's timeline", len(told))
