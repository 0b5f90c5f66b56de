"""A running city as a test works with it: a signed-in worker at every unit, and two cousins."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import httpx
from osnowa.platform import Platform
from stdnum.pl import pesel

from tests.chassis.toy import PATIENCE

Json = dict[str, Any]

WORKERS = {
    "anna-wrzos": "intake",
    "maria-buk": "intake",
    "barbara-lipowa": "benefits",
    "ewa-jarzebina": "benefits",
    "joanna-brzoza": "socialwork",
    "irena-sosna": "socialwork",
    "magda-olcha": "service-orders",
    "krystyna-topola": "pup",
    "piotr-wiaz": "ngo-opiekun",
}
FAMILIES = ("Wzorcowy", "Przykładny", "Próbny", "Konieczny", "Łagodny", "Umowny")


class City:
    """The processes, and a signed-in worker of each."""

    def __init__(self, platform: Platform, desks: dict[str, httpx.AsyncClient]) -> None:
        self.platform = platform
        self.desks = desks
        self._families = enumerate(FAMILIES)

    def cousins(self) -> tuple[Json, Json]:
        """Jan with a number and Jasiek without one, of a family that nobody brought before."""
        nth, family = next(self._families)
        year = 50 + 7 * nth  # so far apart that the register takes nobody for somebody else
        digits = f"{year}5112{1112 * nth + 1:04d}"
        number = digits + pesel.calc_check_digit(digits)
        jan = {"given_names": "Jan", "family_name": family, "number": number, "teryt": "0264011"}
        jasiek = {
            "given_names": "Jasiek", "family_name": family, "id_type": "NONE",
            "without_document": "HOMELESS", "last_street": "ul. Dawna 1",
            "last_postal_code": "50-001", "last_city": "Miasto Wzorcowe",
            "birth_date": f"19{year}-11-12", "sex": "M", "teryt": "0264011",
        }  # fmt: skip
        return jan, jasiek

    async def post(self, worker: str, path: str, **body: Any) -> Json:
        answer = await self.desks[worker].post(path, json=body)
        assert answer.is_success, answer.text
        told: Json = answer.json()
        return told

    async def get(self, worker: str, path: str, **query: str) -> list[Json]:
        answer = await self.desks[worker].get(path, params=query)
        assert answer.is_success, answer.text
        found: list[Json] = answer.json()
        return found

    async def refused(self, worker: str, path: str, **body: Any) -> str:
        """The name of the refusal."""
        answer = await self.desks[worker].post(path, json=body)
        assert answer.is_client_error, answer.text
        return str(answer.json()["code"])

    async def found(self, worker: str, name: str) -> int:
        """How many clients the search by name shows."""
        page = await self.desks[worker].post("/clients/search", data={"name": name})
        assert page.is_success, page.text
        return page.text.count('href="/clients/')

    async def entries(self, worker: str, person: str) -> list[Json]:
        answer = await self.desks[worker].get(f"/api/clients/{person}/timeline?limit=500")
        assert answer.is_success, answer.text
        entries: list[Json] = answer.json()["entries"]
        return entries

    async def kinds(self, worker: str, person: str) -> set[str]:
        return {entry["type"].split(".")[2] for entry in await self.entries(worker, person)}

    async def until(self, worker: str, person: str, holds: Callable[[set[str]], bool]) -> set[str]:
        deadline = time.monotonic() + PATIENCE
        while not holds(found := await self.kinds(worker, person)):
            assert time.monotonic() < deadline, f"{worker} still sees {found}"
            await asyncio.sleep(0.1)
        return found

    async def leads_to(self, worker: str, person: str) -> str:
        answer = await self.desks[worker].get(f"/clients/{person}")
        return answer.headers.get("location", "").removeprefix("/clients/") or person


async def registered(city: City, person: Json, outcome: str) -> tuple[str, str]:
    """The person and the contact, directed there."""
    person_id = (await city.post("anna-wrzos", "/api/persons", **person))["id"]
    contact = {"person_id": person_id, "channel": "DESK", "problem": "brak środków do życia"}
    at = f"/api/contacts/{(await city.post('anna-wrzos', '/api/contacts', **contact))['id']}"
    await city.post("anna-wrzos", f"{at}/triage", outcome=outcome)
    return person_id, at
