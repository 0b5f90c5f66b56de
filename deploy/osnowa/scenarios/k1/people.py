"""The people of K1 at their desks, and what they do more than once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from osnowa.scenarios.desk import Answer, Desk
from osnowa.scenarios.k1.papers import Paper
from osnowa.scenarios.story import Stage


@dataclass
class People:
    """The people of the story, the client, and the addresses of his papers."""

    stage: Stage
    anna: Desk
    barbara: Desk
    ewa: Desk
    marek: Desk
    helena: Desk
    irena: Desk
    joanna: Desk
    krystyna: Desk
    piotr: Desk
    robert: Desk
    client: str = ""
    case: str = ""
    file: str = ""
    decision: str = ""
    benefit: str = ""

    @classmethod
    async def at_their_desks(cls, stage: Stage) -> Self:
        return cls(
            stage,
            anna=await stage.at("intake", "anna-wrzos"),
            barbara=await stage.at("benefits", "barbara-lipowa"),
            ewa=await stage.at("benefits", "ewa-jarzebina"),
            marek=await stage.at("benefits", "marek-cis"),
            helena=await stage.at("benefits", "helena-dabrowa"),
            irena=await stage.at("socialwork", "irena-sosna"),
            joanna=await stage.at("socialwork", "joanna-brzoza"),
            krystyna=await stage.at("pup", "krystyna-topola"),
            piotr=await stage.at("ngo-opiekun", "piotr-wiaz"),
            robert=await stage.at("reporting", "robert-grab"),
        )

    async def pay(self, month: str) -> None:
        await self.marek.post(f"pays {month}", f"{self.benefit}/payments", month=month)

    async def certify(self, month: str, *, cooperates: bool) -> None:
        """Waits until benefits holds it, so that the next step can stand on it."""
        await self.joanna.post(
            f"certifies for {month}: {'cooperates' if cooperates else 'does not cooperate'} (6)",
            f"{self.file}/certificates/6",
            month=month,
            cooperates=cooperates,
            known="WITH_CLIENTS_KNOWLEDGE",
        )
        await self.ewa.hears("CooperationCertified", self.client, month=month)

    async def announces(self, what: str, fact: str, data: Paper) -> None:
        at = f"/api/announcements/{fact}"
        await self.krystyna.post(what, at, person_id=self.client, data=data)

    async def payments(self) -> list[Answer]:
        case_id = self.case.rsplit("/", 1)[-1]
        return list(await self.ewa.get("/api/payments", case_id=case_id))
