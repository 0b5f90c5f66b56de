"""Forms that are no act of a case: sent wrong with what was typed kept, then right and seen."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from fastapi.routing import iter_route_contexts

from services.benefits import pages
from services.benefits.pages import calculator, parameters
from services.benefits.pages.acts import PLACES
from services.benefits.pages.practice import CHOICES
from tests.benefits.conftest import Town
from tests.benefits.given import MAN
from tests.benefits.realised import granted
from tests.benefits.test_api import BARBARA, EWA, HELENA, MAREK, registered
from tests.benefits.test_directions import directed, heard
from tests.benefits.test_parameters_api import STEFAN
from tests.forms import Screen, Sends, on

DAY = "/payment-lists/{day}"
NOTHING_BEGUN = "/directions/{contact_id}/no-proceeding"
PROPOSAL = "/parameters/NATIONAL/proposal"
MORE = {
    "single_criterion": "1 200,00", "source": "Dz.U. 2026 poz. 1",
    **on("valid_from", date(2026, 2, 1)),
}  # fmt: skip

FORMS = (
    Sends(
        EWA, "/persons/{person_id}/ex-officio", "/persons/{person_id}/ex-officio",
        {"benefit": "TARGETED", "reason": "Brak opału w mieszkaniu"},
        "Wszczęto postępowanie z urzędu.", {"benefit": ""}, "Uzupełnij pole „Świadczenie”.",
    ),
    Sends(
        BARBARA, NOTHING_BEGUN, NOTHING_BEGUN, {"reason": "Rodzina pomaga, osoba nie chce pomocy"},
        "Odnotowano, że postępowania się nie wszczyna.", {"reason": ""},
        "Uzupełnij pole „Dlaczego postępowania się nie wszczyna”.",
    ),
    Sends(
        STEFAN, PROPOSAL, PROPOSAL, MORE, "czeka na publikację", {"single_criterion": "tysiąc"},
        "wpisz liczbę albo kwotę", brings=("proposal_id", "proposals"),
    ),
    Sends(
        STEFAN, "/parameters", "/parameters/proposals/{proposal_id}/withdrawal",
        {"reason": "pomyłka w kwocie"}, "pomyłka w kwocie", {"reason": ""},
        "Uzupełnij pole „Powód”.",
    ),
    Sends(
        STEFAN, PROPOSAL, PROPOSAL, MORE, "czeka na publikację", {"source": ""},
        "Uzupełnij pole „Źródło”.", brings=("proposal_id", "proposals"),
    ),
    Sends(
        HELENA, "/parameters", "/parameters/proposals/{proposal_id}/publication", {}, "1 200,00",
        says="już opublikowana albo wycofana",
    ),
    Sends(
        MAREK, DAY, f"{DAY}/execution", {}, "Wykonane",
        says="Na 25 lutego 2026 żadna wypłata nie czeka na wykonanie.",
    ),
    Sends(
        MAREK, f"{DAY}/returns/{{entitlement_id}}/{{payment_id}}",
        f"{DAY}/returns/{{entitlement_id}}/{{payment_id}}", {"reason": "WRONG_ACCOUNT"},
        "Błędny numer konta", {"reason": ""}, "Uzupełnij pole „Powód zwrotu”.",
    ),
    Sends(
        MAREK, DAY, f"{DAY}/reissues/{{entitlement_id}}/{{payment_id}}", {}, "Lista wypłat na",
        says="Wypłata za luty 2026 nie czeka na ponowienie",
    ),
    Sends(
        BARBARA, "/team", "/team/hand-over",
        {"former_id": EWA, "worker_id": "tomasz-modrzew", "reason": "LEAVE"}, "Przekazano:",
        {"worker_id": ""}, "Uzupełnij pole „Kto przejmuje”.",
    ),
    Sends(
        HELENA, "/practice/decision-mark", "/practice/decision-mark", {"mark": "DPS.8121"},
        "DPS.8121", {"mark": "zły znak"}, "Znak w numerach decyzji",
    ),
    Sends(
        HELENA, "/practice/signers", "/practice/signers",
        {"worker_id": BARBARA, **on("valid_from", date(2026, 2, 1))}, "Barbara Lipowa",
        {"worker_id": ""}, "Uzupełnij pole „Kto może podpisywać”.",
    ),
    Sends(
        HELENA, "/practice/cooperation-assessor", "/practice/cooperation-assessor",
        {"assessor": "BENEFITS_WORKER"}, "pracownik ds. świadczeń", {"assessor": ""},
        "Uzupełnij pole „Kto ocenia współdziałanie”.",
    ),
)  # fmt: skip

ASSIGNMENT = "/team/assignment"
ASKS_ONLY = {"/calculator/{kind}"}
"""It answers a question and changes nothing."""
ACTS = {f"/{place.prefix}/{{of}}/{{path}}" for place in PLACES}
"""Their forms stand in the stories."""


def test_a_form_that_no_test_sends_is_not_there() -> None:
    routes = {
        (route.path or "").replace(":path", "")
        for router in (pages.router, calculator.router, parameters.router)
        for route in iter_route_contexts(router.routes)
        if "POST" in (route.methods or ())
    }
    sent = [re.sub(r"\{\w+\}", "id", one.route) for one in FORMS] + [ASSIGNMENT]
    for route in routes - ACTS - ASKS_ONLY:
        pattern = re.sub(r"\{\w+\}", "[^/]+", route)
        assert any(re.fullmatch(pattern, one) for one in sent), route
    assert {one.route for one in FORMS} >= {f"/practice/{name}" for name in CHOICES}


async def test_each_form_is_refused_with_what_was_typed_then_sent_and_its_effect_is_seen(
    town: Town,
) -> None:
    case, benefit = await granted(town, UUID(int=101), "464.62", name="Przykładowa")
    town.day(date(2026, 2, 25))
    contact = await heard(town, directed())
    (payment, *_) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"][0]["payments"]
    known = {
        "person_id": str(UUID(int=101)), "entitlement_id": benefit,
        "payment_id": payment["payment_id"], "day": "2026-02-25",
        "contact_id": str(contact),
    }  # fmt: skip
    for one in FORMS:
        await one.send(await town.client(one.by), known)


async def test_a_case_that_went_elsewhere_meanwhile_is_not_assigned(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    head = await town.client(BARBARA)
    sent = Screen((await head.get("/team")).text).form(ASSIGNMENT).filled({"worker_id": EWA})
    await town.post(EWA, f"/api/cases/{case}/transfer", authority="OPS w Gminie Sąsiedniej")
    refused = await head.post(ASSIGNMENT, data=sent)
    assert refused.status_code == 422
    assert "nie jest możliwa" in Screen(refused.text).errors[0][1]


async def test_a_case_is_assigned_on_the_page_of_the_team(town: Town) -> None:
    await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    head = await town.client(BARBARA)
    sent = Screen((await head.get("/team")).text).form(ASSIGNMENT).filled({"worker_id": EWA})
    assert (await head.post(ASSIGNMENT, data=sent)).status_code == 303
    assert "Każda sprawa ma prowadzącego." in Screen((await head.get("/team")).text).text
