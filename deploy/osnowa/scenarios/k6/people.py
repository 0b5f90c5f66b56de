"""The people of K6 at their desks, and what they do more than once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from osnowa.scenarios.deciding import decide
from osnowa.scenarios.desk import Answer, Desk
from osnowa.scenarios.k6.papers import Paper
from osnowa.scenarios.story import Stage


@dataclass
class People:
    """The people of the story, the client, and the addresses of her papers."""

    stage: Stage
    anna: Desk
    barbara: Desk
    tomasz: Desk
    marek: Desk
    helena: Desk
    irena: Desk
    pawel: Desk
    krystyna: Desk
    piotr: Desk
    robert: Desk
    client: str = ""
    case: str = ""
    file: str = ""
    decision: str = ""
    benefit: str = ""
    repayment: str = ""

    @classmethod
    async def at_their_desks(cls, stage: Stage) -> Self:
        return cls(
            stage,
            anna=await stage.at("intake", "anna-wrzos"),
            barbara=await stage.at("benefits", "barbara-lipowa"),
            tomasz=await stage.at("benefits", "tomasz-modrzew"),
            marek=await stage.at("benefits", "marek-cis"),
            helena=await stage.at("benefits", "helena-dabrowa"),
            irena=await stage.at("socialwork", "irena-sosna"),
            pawel=await stage.at("socialwork", "pawel-swierk"),
            krystyna=await stage.at("pup", "krystyna-topola"),
            piotr=await stage.at("ngo-opiekun", "piotr-wiaz"),
            robert=await stage.at("reporting", "robert-grab"),
        )

    async def decide(self, what: str, at: str, paper: Paper) -> None:
        """Tomasz drafts, the director signs, Tomasz hands it over."""
        self.decision = await decide(self.tomasz, self.helena, at, paper, what)

    async def waive(self) -> None:
        await self.tomasz.post("takes the waiver of appeal", f"{self.decision}/waiver")

    async def pay(self, day: str) -> Answer:
        """The payment of the month of that day."""
        await self.stage.day(day)
        month = day[:7]
        paid = await self.marek.post(f"pays {month}", f"{self.benefit}/payments", month=month)
        return paid["data"]

    async def establish_income(self, paper: Paper) -> str:
        found = await self.tomasz.post("establishes the income", f"{self.case}/income", **paper)
        return f"{found['data']['total']}, {found['data']['per_capita']}"

    async def calculate(self, proposed: str) -> str:
        found = await self.tomasz.post(
            f"calculates and proposes {proposed}", f"{self.case}/entitlement", proposed=proposed
        )
        return f"{found['data']['minimum']} – {found['data']['maximum']}"

    async def rise(self, paper: Paper) -> Answer:
        """What the calculator says of a change of income."""
        return await self.tomasz.post(
            "asks the calculator", "/api/calculations/income-change", **paper
        )

    async def decision_now(self) -> Answer:
        """As the case shows the decision that was worked on last."""
        decision_id = self.decision.rsplit("/", 1)[-1]
        case = await self.tomasz.get(self.case)
        return next(one for one in case["decisions"] if one["id"] == decision_id)

    async def benefit_now(self, **known: Any) -> Answer:
        return await self.tomasz.get(self.benefit, **known)

    async def families_counted(self, *, decisions: int) -> list[Answer]:
        """Rows of the year on the permanent benefit and on disability, once they count so many."""

        def rows(helped: Answer) -> list[Answer]:
            every = (*helped["by_benefit"], *helped["by_reason"])
            return [row for row in every if row["code"] in ("PERMANENT", "5")]

        helped = await self.robert.until(
            f"families of {decisions} decisions",
            "/api/families",
            lambda told: [row["decisions"] for row in rows(told)] == [decisions, decisions],
            **{"from": "2026-01", "to": "2026-12"},
        )
        return rows(helped)
