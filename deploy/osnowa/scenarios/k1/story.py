"""K1 step by step: who does what on which day, and what is measured there."""

from __future__ import annotations

from decimal import Decimal

from osnowa.scenarios.k1 import papers
from osnowa.scenarios.k1.papers import CANARY
from osnowa.scenarios.k1.people import People
from osnowa.scenarios.story import Stage, in_order
from osnowa.scenarios.surface import answers_with, whole_surface
from osnowa.scenarios.timelines import timeline_of

CHAPTERS = (
    "first_contact",
    "case_and_file_opened",
    "joint_visit",
    "labour_office_answers",
    "certificates_four_and_five",
    "decided",
    "paid_and_certified",
    "reviewed",
    "suspended",
    "appealed",
    "measured_at_the_end",
)
"""In the order of their days."""


async def tell(stage: Stage) -> str:
    """Plays it; the client's person id."""
    await stage.day("2026-02-02")
    return await in_order(await Marek.at_their_desks(stage), CHAPTERS)


class Marek(People):
    """The chapters of the story."""

    async def first_contact(self) -> None:
        anna = self.anna
        person = await anna.post("registers a client at the desk", "/api/persons", **papers.CLIENT)
        self.client = person["id"]
        alone = [{"person_id": self.client, "relation": "SELF"}]
        await anna.post(
            "notes that he lives alone", "/api/households", members=alone, since="2024-06-01"
        )
        contact = await anna.post(
            "notes what brings him", "/api/contacts", person_id=self.client, **papers.CONTACT
        )
        at = f"/api/contacts/{contact['id']}"
        await anna.post("explains rights and duties", f"{at}/information", topics=["RIGHTS"])
        await anna.post(
            "triages: money and social work", f"{at}/triage", outcome="BENEFITS_AND_SOCIAL_WORK"
        )
        await anna.post("takes his application", f"{at}/applications", benefit_types=["PERIODIC"])
        wednesday = "2026-02-04T10:00:00+01:00"
        await anna.post(
            "books the joint visit", f"{at}/appointments", unit="benefits", at=wednesday
        )

    async def case_and_file_opened(self) -> None:
        stage, client = self.stage, self.client
        opened = await self.barbara.until("the case", "/api/cases", bool, person_id=client)
        self.case = f"/api/cases/{opened[0]['case_id']}"
        await self.barbara.post(
            "gives the case to Ewa", f"{self.case}/worker", worker_id="ewa-jarzebina"
        )
        started = await self.ewa.post("starts the assessment", f"{self.case}/assessment")
        stage.measure("interview due", started["data"]["interview_due"])
        stage.measure("decision due", started["data"]["decision_due"])
        opened = await self.irena.until("the file", "/api/files", bool, person_id=client)
        self.file = f"/api/files/{opened[0]['file_id']}"
        await self.irena.post(
            "gives the file to Joanna", f"{self.file}/worker", worker_id="joanna-brzoza"
        )

    async def joint_visit(self) -> None:
        await self.stage.day("2026-02-04", "14:00")
        ewa, joanna = self.ewa, self.joanna
        await ewa.post(
            "holds the interview, together with Joanna",
            f"{self.case}/interviews",
            **papers.INTERVIEW,
        )
        talk = {"type": "SUPPORTING", "minutes": 90, "place": "HOME"}
        await joanna.post("talks with the client at home", f"{self.file}/actions", **talk)
        await joanna.post("writes a note for herself", f"{self.file}/notes", text=CANARY)
        await ewa.post("establishes his income", f"{self.case}/income", **papers.INCOME)
        for answer in papers.ANSWERS:
            await ewa.post("answers the questions", f"{self.case}/answers", **answer)
        await ewa.post("refers him to a social worker", f"{self.case}/referrals")
        await ewa.post(
            "asks the labour office about him",
            f"{self.case}/evidence-requests",
            source="pup",
            kind="LABOUR_STATUS",
        )
        held = (await ewa.get(self.case))["interviews"][0]
        self.stage.measure("interview held, jointly", f"{held['on']} {held['joint']}")

    async def labour_office_answers(self) -> None:
        asked = await self.krystyna.hears("EvidenceRequested", self.client)
        status = {**papers.LABOUR_STATUS, "request_id": asked["data"]["request_id"]}
        await self.announces("reports that he is unemployed", "LabourStatusReported", status)
        await self.announces("reports his action plan", "ActionPlanReported", papers.ACTION_PLAN)
        await self.ewa.hears("LabourStatusReported", self.client)
        status = (await self.joanna.hears("LabourStatusReported", self.client))["data"]
        plan = (await self.joanna.hears("ActionPlanReported", self.client))["data"]
        self.stage.measure(
            "labour status and plan that social work sees",
            f"{status['status']}, until {plan['until']}",
        )

    async def certificates_four_and_five(self) -> None:
        stage, ewa, joanna = self.stage, self.ewa, self.joanna
        await stage.day("2026-02-06")
        await joanna.hears("ClientReferredToSocialWorker", self.client)
        await joanna.post(
            "certifies unused resources (4)",
            f"{self.file}/certificates/4",
            has_unused=True,
            known="WITH_CLIENTS_KNOWLEDGE",
        )
        await ewa.hears("UnusedResourcesCertified", self.client)
        refusal = await ewa.refused("tries to draft", f"{self.case}/decisions", **papers.GRANT)
        stage.measure("draft before the cooperation terms of 10.02", refusal)

        await stage.day("2026-02-10")
        await joanna.post(
            "sets cooperation terms (5)", f"{self.file}/certificates/5", known="AT_CLIENTS_WISH"
        )
        await ewa.hears("CooperationTermsSet", self.client)

    async def decided(self) -> None:
        stage, ewa = self.stage, self.ewa
        await ewa.post("completes the assessment", f"{self.case}/assessment/completion")
        found = await ewa.post(
            "calculates and proposes 200", f"{self.case}/entitlement", proposed="200.00"
        )
        found = found["data"]
        stage.measure("periodic benefit, from – to", f"{found['minimum']} – {found['maximum']}")
        stage.measure("proposal", found["proposed"])

        await stage.day("2026-02-12")
        draft = await ewa.post("drafts the decision", f"{self.case}/decisions", **papers.GRANT)
        self.decision = f"/api/decisions/{draft['data']['decision_id']}"
        await self.helena.post("signs the decision", f"{self.decision}/issue")

        await stage.day("2026-02-16")
        await ewa.post("hands the decision over", f"{self.decision}/delivery")
        await ewa.post("takes the waiver of appeal", f"{self.decision}/waiver")
        started = await self.marek.post("starts the payments", f"{self.decision}/realisation")
        self.benefit = f"/api/entitlements/{started['id']}"
        waived = (await ewa.hears("AppealWaived", self.client))["data"]
        final = (await ewa.hears("DecisionBecameFinal", self.client))["data"]
        stage.measure("waiver, final on", f"{waived['on']}, {final['on']} {final['basis']}")
        plan = await self.payments()
        amounts, months = {p["amount"] for p in plan}, [p["month"] for p in plan]
        stage.measure("decision", f"{', '.join(amounts)} × {', '.join(months)}")
        stage.measure("payment days", ", ".join(p["due_on"][-2:] for p in plan))

    async def paid_and_certified(self) -> None:
        stage = self.stage
        await stage.day("2026-02-25")
        await self.pay("2026-02")
        await stage.day("2026-02-27")
        await self.certify("2026-02", cooperates=True)
        await stage.day("2026-03-25")
        await self.pay("2026-03")
        await stage.day("2026-03-31")
        await self.certify("2026-03", cooperates=True)
        await stage.day("2026-04-20")
        await self.announces(
            "reports that he stopped his training",
            "TrainingOutcomeReported",
            papers.TRAINING_STOPPED,
        )
        await stage.day("2026-04-24")
        await self.pay("2026-04")
        await stage.day("2026-04-30")
        await self.certify("2026-04", cooperates=False)

    async def reviewed(self) -> None:
        stage, ewa = self.stage, self.ewa
        await stage.day("2026-05-04")
        await ewa.hears("EntitlementReviewOpened", self.client)
        await ewa.post("takes up the review", f"{self.benefit}/review/start")
        benefit = (await ewa.get(self.case))["entitlements"][0]
        review, may = benefit["review"], (await self.payments())[-1]
        opened = f"{review['trigger']}, {review['take_up_by']}"
        stage.measure("review opened by, to be taken up by", opened)
        state = f"{benefit['state']}, {may['state']}"
        stage.measure("benefit and payment of May on 4.05: nothing cut by itself", state)

    async def suspended(self) -> None:
        stage, ewa = self.stage, self.ewa
        await stage.day("2026-05-18")
        draft = await ewa.post(
            "drafts the suspension", f"{self.benefit}/decisions", **papers.SUSPENSION
        )
        self.decision = f"/api/decisions/{draft['data']['decision_id']}"
        await self.helena.post("signs the suspension", f"{self.decision}/issue")

        await stage.day("2026-05-20")
        told = await ewa.post("hands the suspension over", f"{self.decision}/delivery")
        stage.measure("appeal term", told["data"]["appeal_until"])
        issued = (await ewa.hears("DecisionIssued", self.client, kind="SUSPEND"))["data"]
        stopped = (await ewa.hears("BenefitSuspended", self.client))["data"]
        stage.measure(
            "suspended from, immediately enforceable",
            f"{stopped['valid_from']}, {issued['immediate']}",
        )

        await stage.day("2026-05-25")
        refusal = await self.marek.refused(
            "tries to pay May", f"{self.benefit}/payments", month="2026-05"
        )
        stage.measure("payment of May after the suspension", refusal)

    async def appealed(self) -> None:
        stage, ewa = self.stage, self.ewa
        await stage.day("2026-06-01")
        told = await ewa.post("takes the appeal", f"{self.decision}/appeal")
        stage.measure("appeal to be forwarded by", told["data"]["forward_by"])
        await stage.day("2026-06-05")
        await ewa.post("forwards the appeal to SKO", f"{self.decision}/appeal/forwarding")
        await stage.day("2026-06-30")
        await ewa.post(
            "enters the ruling of SKO", f"{self.decision}/appeal/result", result="UPHELD"
        )
        ruling = (await ewa.hears("AppealResolved", self.client))["data"]
        stage.measure("ruling of SKO", f"{ruling['result']} {ruling['on']}")

    async def measured_at_the_end(self) -> None:
        stage, client = self.stage, self.client
        paid = [Decimal(p["amount"]) for p in await self.payments() if p["state"] == "paid"]
        stage.measure("paid", f"{len(paid)} × {paid[0]} = {sum(paid)}")
        held = [
            f"{entry['data']['month']} {'+' if entry['data']['cooperates'] else '−'}"
            for entry in await timeline_of(self.ewa, client)
            if ".cooperation-certified." in entry["type"]
        ]
        stage.measure("certificates 6 that benefits holds", ", ".join(held))
        kept = await self.joanna.text(f"{self.file}/texts") or ""
        stage.measure("social work still holds its note", "yes" if CANARY in kept else "no")
        case_id = self.case.rsplit("/", 1)[-1]
        known = {"person_id": [client], "case_id": [case_id], "limit": ["500"]}
        pages = ["/", f"/clients/{client}?view=print", f"/cases/{case_id}"]
        surface = await whole_surface(self.ewa, known, pages)
        found = answers_with(CANARY, surface)
        stage.measure("answers of benefits that hold the note", f"{found} of {len(surface)}")
        stage.measure("entries on the NGO's timeline", len(await timeline_of(self.piotr, client)))
        coverage = await self.robert.indicator("cert6_coverage", "2026-02", "2026-04", counted=3)
        stage.measure(
            "cert6_coverage, February to April", f"{coverage['counted']}/{coverage['of']}"
        )
