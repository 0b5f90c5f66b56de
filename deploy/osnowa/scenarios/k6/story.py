"""K6 step by step: who does what on which day, and what is measured there."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from decimal import Decimal

from chassis.context import WARSAW
from osnowa.scenarios.k6 import papers
from osnowa.scenarios.k6.people import People
from osnowa.scenarios.story import Stage, in_order
from osnowa.scenarios.timelines import timeline_of

CHAPTERS = (
    "first_contact",
    "case_and_file_opened",
    "joint_visit",
    "decided",
    "paid_until_april",
    "small_rise",
    "paid_until_august",
    "updated_late",
    "changed",
    "undue",
    "paid_back",
    "measured_at_the_end",
)
"""In the order of their days."""


async def tell(stage: Stage) -> str:
    """Plays it; the client's person id."""
    await stage.day("2026-02-02")
    return await in_order(await Maria.at_their_desks(stage), CHAPTERS)


class Maria(People):
    """The chapters of the story."""

    async def first_contact(self) -> None:
        anna, members = self.anna, []
        family = (("SELF", papers.WIFE), ("SPOUSE", papers.HUSBAND), ("CHILD", papers.CHILD))
        for relation, paper in family:
            person = await anna.post("registers a family at the desk", "/api/persons", **paper)
            members.append({"person_id": person["id"], "relation": relation})
        self.client = members[0]["person_id"]
        await anna.post(
            "notes who lives together", "/api/households", members=members, since="2020-05-01"
        )
        contact = await anna.post(
            "notes what brings her", "/api/contacts", person_id=self.client, **papers.CONTACT
        )
        at = f"/api/contacts/{contact['id']}"
        await anna.post(
            "triages: money and social work", f"{at}/triage", outcome="BENEFITS_AND_SOCIAL_WORK"
        )
        await anna.post("takes her application", f"{at}/applications", benefit_types=["PERMANENT"])

    async def case_and_file_opened(self) -> None:
        client = self.client
        opened = await self.barbara.until("the case", "/api/cases", bool, person_id=client)
        self.case = f"/api/cases/{opened[0]['case_id']}"
        await self.barbara.post(
            "gives the case to Tomasz", f"{self.case}/worker", worker_id="tomasz-modrzew"
        )
        await self.tomasz.post("starts the assessment", f"{self.case}/assessment")
        opened = await self.irena.until("the file", "/api/files", bool, person_id=client)
        self.file = f"/api/files/{opened[0]['file_id']}"
        await self.irena.post(
            "gives the file to Paweł", f"{self.file}/worker", worker_id="pawel-swierk"
        )

    async def joint_visit(self) -> None:
        await self.stage.day("2026-02-10", "14:00")
        tomasz, pawel = self.tomasz, self.pawel
        await tomasz.post(
            "holds the interview, together with Paweł",
            f"{self.case}/interviews",
            **papers.INTERVIEW,
        )
        talk = {"type": "SUPPORTING", "minutes": 60, "place": "HOME"}
        await pawel.post("talks with the family at home", f"{self.file}/actions", **talk)
        await tomasz.post(
            "files the ruling on disability", f"{self.case}/evidence", **papers.DISABILITY
        )
        found = await self.establish_income(papers.income("2026-01", "1600.00"))
        self.stage.measure("income of January, each", found)
        for answer in papers.ANSWERS:
            await tomasz.post("answers the questions", f"{self.case}/answers", **answer)
        await tomasz.post("refers her to a social worker", f"{self.case}/referrals")
        await pawel.hears("ClientReferredToSocialWorker", self.client)
        await pawel.post(
            "certifies that no resources are unused (4)",
            f"{self.file}/certificates/4",
            has_unused=False,
            known="WITH_CLIENTS_KNOWLEDGE",
        )
        await tomasz.hears("UnusedResourcesCertified", self.client)

    async def decided(self) -> None:
        stage = self.stage
        await stage.day("2026-02-12")
        await self.tomasz.post("completes the assessment", f"{self.case}/assessment/completion")
        stage.measure("permanent benefit", await self.calculate("464.62"))
        await self.decide("the grant", f"{self.case}/decisions", papers.GRANT)

        await stage.day("2026-02-16")
        await self.waive()
        started = await self.marek.post("starts the payments", f"{self.decision}/realisation")
        self.benefit = f"/api/entitlements/{started['id']}"
        granted = await self.benefit_now()
        first = min(payment["month"] for payment in granted["payments"])
        stage.measure(
            "granted a month, from, first payment",
            f"{granted['amount']}, {granted['valid_from']}, {first}",
        )

    async def paid_until_april(self) -> None:
        for day in ("2026-02-25", "2026-03-25", "2026-04-24"):
            await self.pay(day)

    async def small_rise(self) -> None:
        """Not above a tenth of the family's criterion, so nothing changes."""
        stage = self.stage
        await stage.day("2026-04-28")
        await self.tomasz.post(
            "hears that the husband earns more",
            f"{self.benefit}/changes",
            **papers.RISE_IN_APRIL,
        )
        await self.tomasz.post("takes up the review", f"{self.benefit}/review/start")
        found = await self.rise(papers.rise("2026-04", "1965.84"))
        verdict = "matters" if found["matters"] else "unchanged"
        stage.measure(
            "April: 150.00 more, threshold",
            f"{found['difference']}, {found['threshold']}, {verdict}",
        )
        await self.decide("that nothing changes", f"{self.benefit}/decisions", papers.UNCHANGED)
        await stage.day("2026-05-04")
        await self.waive()
        kept = await self.benefit_now()
        stage.measure("after the review of April", f"{kept['state']}, {kept['amount']}")

    async def paid_until_august(self) -> None:
        stage, tomasz = self.stage, self.tomasz
        for day in ("2026-05-25", "2026-06-25", "2026-07-24"):
            await self.pay(day)
        stage.measure("update of the interview due", await self._update_due())
        await stage.day("2026-08-11")
        missed = await tomasz.hears("DeadlineMissed", self.client, deadline="INTERVIEW_UPDATE")
        said, data = date_of(missed["occurred_at"]), missed["data"]
        stage.measure("the clock said", f"{data['deadline']} {data['due']} missed, on {said}")
        paid = await self.pay("2026-08-25")
        stage.measure("paid on 25.08 for August", paid["amount"])

    async def updated_late(self) -> None:
        stage, tomasz = self.stage, self.tomasz
        await stage.day("2026-08-27")
        await tomasz.post(
            "holds the update, together with Paweł", f"{self.case}/interviews", **papers.UPDATE
        )
        held = (await tomasz.get(self.case))["interviews"][-1]["on"]
        stage.measure("update held on, next one due", f"{held}, {await self._update_due()}")
        await tomasz.post(
            "finds that the husband earns more since July",
            f"{self.benefit}/changes",
            **papers.RISE_IN_JULY,
        )
        await tomasz.post("takes up the review", f"{self.benefit}/review/start")
        found = await self.rise(papers.rise("2026-07", "2115.84"))
        stage.measure(
            "July: 300.00 more, works from", f"{found['difference']}, {found['effective_from']}"
        )
        found = await self.establish_income(papers.income("2026-07", "1900.00"))
        stage.measure("income of July, each", found)

    async def _update_due(self) -> str:
        """By when the environmental interview is to be updated, as the case says it."""
        terms = (await self.tomasz.get(self.case))["deadlines"]
        return next(str(t["due_on"]) for t in terms if t["kind"] == "INTERVIEW_UPDATE")

    async def changed(self) -> None:
        stage = self.stage
        await stage.day("2026-09-03")
        stage.measure("permanent benefit after the change", await self.calculate("364.62"))
        await self.decide("the change", f"{self.benefit}/decisions", papers.CHANGE)
        change = (await self.tomasz.hears("DecisionIssued", self.client, kind="CHANGE"))["data"]
        stage.measure(
            "decision of 3.09", f"{change['kind']} {change['amount']} from {change['period_from']}"
        )
        refusal = await self.tomasz.refused(
            "tries to draft the repayment", f"{self.benefit}/undue-decisions"
        )
        stage.measure("undue before the change holds", refusal)

        await stage.day("2026-09-04")
        await self.waive()
        final = (await self.decision_now())["final_on"]
        effect = (await self.tomasz.hears("BenefitChanged", self.client))["data"]["valid_from"]
        stage.measure("decision of 3.09 final on, in effect from", f"{final}, {effect}")
        plan = {payment["month"]: payment for payment in (await self.benefit_now())["payments"]}
        shown = [f"{plan[m]['state']} {plan[m]['amount']}" for m in ("2026-08", "2026-09")]
        stage.measure("August after the change, September", ", ".join(shown))

    async def undue(self) -> None:
        stage, marek = self.stage, self.marek
        await stage.day("2026-09-07")
        await self.decide("what is to be repaid", f"{self.benefit}/undue-decisions", {})
        waiting = await marek.get("/api/repayments", person_id=self.client)
        stage.measure("to repay before the decision on it is final", len(waiting))

        await stage.day("2026-09-08")
        await self.waive()
        found = (await self.tomasz.hears("UndueBenefitEstablished", self.client))["data"]
        stage.measure("undue", f"{found['amount']} for {', '.join(found['months'])}")
        final = (await self.decision_now())["final_on"]
        stage.measure("undue established on, its decision final on", f"{found['on']}, {final}")
        self.repayment = f"/api/repayments/{found['repayment_id']}"
        await marek.until("the repayment", self.repayment, bool)
        await marek.post(
            "sets two instalments", f"{self.repayment}/plan", instalments=2, first_due="2026-09-30"
        )

    async def paid_back(self) -> None:
        stage, marek = self.stage, self.marek
        await self.pay("2026-09-25")
        await stage.day("2026-09-30")
        await marek.post("books an instalment", f"{self.repayment}/receipts", amount="50.00")
        await self.pay("2026-10-23")
        await stage.day("2026-10-30")
        await marek.post("books an instalment", f"{self.repayment}/receipts", amount="50.00")
        found = await marek.until(
            "both instalments", self.repayment, lambda one: len(one["receipts"]) > 1
        )
        instalments = [f"{one['amount']} on {one['due_on']}" for one in found["instalments"]]
        stage.measure("instalments", ", ".join(instalments))
        receipts = " + ".join(one["amount"] for one in found["receipts"])
        stage.measure("repaid, rest", f"{receipts}, {found['rest']}")

    async def measured_at_the_end(self) -> None:
        stage, client = self.stage, self.client
        for name, day in (("as of 26.08", "2026-08-26"), ("as of 4.09", "2026-09-04")):
            known = await self.benefit_now(known_on=day)
            undue = sum(Decimal(month["amount"]) for month in known["undue"])
            stage.measure(name, f"{known['amount']}, undue {undue}")
        payments = (await self.benefit_now())["payments"]
        paid = [Decimal(p["amount"]) for p in payments if p["state"] == "paid"]
        sums = " + ".join(f"{times} × {amount}" for amount, times in Counter(paid).items())
        stage.measure("paid in all", f"{sums} = {sum(paid)}")
        counted = await self.families_counted(decisions=3)
        found = [f"{row['families']} family of {row['persons']}" for row in counted]
        stage.measure("counted of 3 decisions: permanent, disability", ", ".join(found))
        others = [len(await timeline_of(desk, client)) for desk in (self.krystyna, self.piotr)]
        stage.measure(
            "entries on the labour office's and the NGO's timeline",
            ", ".join(str(count) for count in others),
        )


def date_of(moment: str) -> date:
    """The day in Warsaw of a moment as a timeline writes it."""
    return datetime.fromisoformat(moment).astimezone(WARSAW).date()
