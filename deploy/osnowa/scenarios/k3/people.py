"""The people of K3 at their desks, and what they do more than once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from osnowa.scenarios.deciding import decide
from osnowa.scenarios.desk import Answer, Desk
from osnowa.scenarios.k3 import papers
from osnowa.scenarios.story import Stage


@dataclass
class People:
    """The people of the story, the client, and the addresses of his papers."""

    stage: Stage
    jan: Desk
    zofia: Desk
    zofia_orders: Desk
    marek: Desk
    director: Desk
    irena: Desk
    pawel: Desk
    magda: Desk
    piotr: Desk
    danuta: Desk
    krystyna: Desk
    client: str = ""
    home_care: str = ""
    case: str = ""
    file: str = ""
    order_id: str = ""
    daughter: str = ""
    placement: str = ""

    @property
    def order(self) -> str:
        return f"/api/orders/{self.order_id}"

    @classmethod
    async def at_their_desks(cls, stage: Stage) -> Self:
        return cls(
            stage,
            jan=await stage.at("intake", "jan-klon"),
            zofia=await stage.at("benefits", "zofia-kalina"),
            zofia_orders=await stage.at("service-orders", "zofia-kalina"),
            marek=await stage.at("benefits", "marek-cis"),
            director=await stage.at("benefits", "helena-dabrowa"),
            irena=await stage.at("socialwork", "irena-sosna"),
            pawel=await stage.at("socialwork", "pawel-swierk"),
            magda=await stage.at("service-orders", "magda-olcha"),
            piotr=await stage.at("ngo-opiekun", "piotr-wiaz"),
            danuta=await stage.at("ngo-opiekun", "danuta-malwa"),
            krystyna=await stage.at("pup", "krystyna-topola"),
        )

    async def apply(self, contact: papers.Paper, benefit: str, also: list[str]) -> str:
        """From the contact to the case that Zofia takes; its address."""
        jan = self.jan
        noted = await jan.post(
            "notes what is asked for", "/api/contacts", person_id=self.client, **contact
        )
        at = f"/api/contacts/{noted['id']}"
        await jan.post("triages: care", f"{at}/triage", outcome="CARE_OR_DPS", also=also)
        await jan.post(
            "takes the application", f"{at}/applications", benefit_types=[benefit], applicant="SELF"
        )

        def opened(cases: Answer) -> list[Answer]:
            return [case for case in cases if case["benefit"] == benefit]

        cases = await self.zofia.until(
            f"the case on {benefit}",
            "/api/cases",
            lambda cases: bool(opened(cases)),
            person_id=self.client,
        )
        case = f"/api/cases/{opened(cases)[0]['case_id']}"
        await self.zofia.post("takes the case", f"{case}/assessment")
        return case

    async def inquire(
        self, case: str, month: str, interview: papers.Paper, answers: list[papers.Paper]
    ) -> None:
        """Interview, income and answers; the social worker certifies that nothing is unused."""
        zofia, client = self.zofia, self.client
        await zofia.post("holds the interview at home", f"{case}/interviews", **interview)
        await zofia.post("establishes his income", f"{case}/income", **papers.income(month))
        for answer in answers:
            await zofia.post("answers the questions", f"{case}/answers", **answer)
        case_id = case.rsplit("/", 1)[-1]
        await zofia.post("refers him to a social worker", f"{case}/referrals")
        await self.pawel.hears("ClientReferredToSocialWorker", client, case_id=case_id)
        await self.pawel.post(
            "certifies unused resources (4): none",
            f"{self.file}/certificates/4",
            **papers.CERTIFICATE,
        )
        await zofia.until("certificate 4", case, lambda found: found["has_unused"] is False)

    async def decide(self, what: str, at: str, terms: papers.Paper) -> str:
        """Drafted by Zofia, signed by the director, handed over; the decision's address."""
        return await decide(self.zofia, self.director, at, terms, what)

    async def announce(self, desk: Desk, what: str, fact: str, **data: Any) -> None:
        """Said by the NGO; returns when the order's owner has told it on to social work."""
        order = {"order_id": self.order_id, **data}
        at = f"/api/announcements/{fact}"
        await desk.post(what, at, person_id=self.client, data=order)
        await self.pawel.hears(fact, self.client)

    async def decision(self, kind: str) -> Answer:
        """The decision of this kind in the case on the home."""
        decisions = (await self.zofia.get(self.case))["decisions"]
        return next(decision for decision in decisions if decision["kind"] == kind)
