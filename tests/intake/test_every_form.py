"""Every form of first contact: refused with what was typed, then sent and its effect seen."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from chassis.clock import set_offset
from services.intake import pages
from services.intake.pages.steps import STEPS
from tests.forms import Sends, no_day, on
from tests.intake.conftest import (
    CRISIS_WORKER,
    EDITOR,
    INFORMATION_HEAD,
    INFORMATION_WORKER,
    signed_in,
)
from tests.intake.test_api import contacted, registered
from tests.intake.test_desk import crisis

DESK, HEAD = INFORMATION_WORKER, INFORMATION_HEAD
CONTACT, MEETING = "/contacts/{contact_id}", "/appointments/{appointment_id}"
PERSON, HOUSEHOLD = "/persons/{person_id}", "/households/{household_id}"
ENTRY = "/catalogue/entries/{entry_id}"


def step(name: str, **told: Any) -> Sends:
    return Sends(DESK, f"{CONTACT}/{name}", f"{CONTACT}/{name}", **told)


FORMS = (
    Sends(
        DESK, "/first-contact/call", "/first-contact/call",
        {"problem": "Pyta o pomoc dla brata", "caller_name": "Zofia Wzorcowa", "channel": "PHONE"},
        "Pyta o pomoc dla brata", {"problem": ""}, "Uzupełnij pole „Z czym zgłasza się klient”.",
        brings=("unknown_id", "contacts"),
    ),
    Sends(
        DESK, "/contacts/{unknown_id}/person", "/contacts/{unknown_id}/person",
        {"text": "wzorcowy"}, "Kontakt: Jan Wzorcowy", {"person_id": ""}, "Uzupełnij pole „Osoba”.",
        {"person_id": "{person_id}"},
    ),
    Sends(
        DESK, "/first-contact/signal", "/first-contact/signal",
        {"source": "NEIGHBOUR", "channel": "PHONE", "problem": "Krzyki w nocy",
         "about": "II piętro, klatka B", "outcome": "CRISIS_VIOLENCE"},
        "II piętro, klatka B", {"about": ""}, "kogo dotyczy",
    ),
    Sends(
        DESK, "/persons/new", "/persons/new",
        {"given_names": "Zofia", "family_name": "Żółkiewska", "number": "90481500029",
         "teryt": "0264011", "phone": "600 200 300"},
        "Zofia Żółkiewska", {"number": "90481500028"}, "PESEL",
    ),
    Sends(
        DESK, f"{PERSON}/correction", f"{PERSON}/correction",
        {"family_name": "Łabędź", "reason": "akt małżeństwa"}, "Jan Łabędź", {"reason": ""},
        "Uzupełnij pole „Podstawa",
    ),
    Sends(
        DESK, f"{PERSON}/identifier", f"{PERSON}/identifier",
        {"id_type": "PASSPORT", "number": "FE123456", "reason": "pomyłka przy wpisywaniu"},
        "Paszport", {"reason": ""}, "Uzupełnij pole „Podstawa",
    ),
    Sends(
        DESK, "/households/new?person_id={person_id}", "/households/new",
        on("since", date(2024, 6, 1)), "Jan Łabędź", no_day("since"), "wpisz prawdziwą datę",
        brings=("household_id", "households"),
    ),
    Sends(
        DESK, HOUSEHOLD, f"{HOUSEHOLD}/members",
        {"relation": "SPOUSE", **on("since", date(2026, 1, 1))}, "Ewa", {"relation": ""},
        "Uzupełnij pole „Kim jest dla klienta”.", {"person_id": "{other_id}"},
    ),
    Sends(
        DESK, f"{HOUSEHOLD}/members/{{other_id}}/correction",
        f"{HOUSEHOLD}/members/{{other_id}}/correction",
        {"relation": "PARTNER", "reason": "oświadczenie"}, "Partner", {"reason": ""},
        "Uzupełnij pole „Podstawa",
    ),
    Sends(
        DESK, HOUSEHOLD, f"{HOUSEHOLD}/departures",
        {"person_id": "{other_id}", **on("gone", date(2026, 2, 2))}, "1 lutego 2026",
        on("gone", date(2025, 1, 1)), "nie może być wcze",
    ),
    Sends(
        DESK, HOUSEHOLD, f"{HOUSEHOLD}/end", on("ended", date(2026, 2, 2)), "już nie istnieje",
        on("ended", date(2020, 1, 1)), "nie może być wcze",
    ),
    Sends(
        HEAD, f"{PERSON}/merge", f"{PERSON}/merge", {"reason": "odnaleziony dowód"},
        "Połączone wpisy", {"reason": ""}, "Z czego to wynika", {"person_id": "{absorbed_id}"},
    ),
    Sends(
        HEAD, f"{PERSON}/merge/{{absorbed_id}}/undoing", f"{PERSON}/merge/{{absorbed_id}}/undoing",
        {"reason": "to kuzyn"}, "Jan Łabędź", {"reason": ""}, "Uzupełnij pole",
    ),
    Sends(
        CRISIS_WORKER, "/contacts/{alarm_id}", "/contacts/{alarm_id}/crisis", {}, "Olga Wierzba",
        says="larm",
    ),
    step(
        "talk", typed={"problem": "Stracił pracę i mieszkanie", "reasons": ("3", "4")},
        shows="Stracił pracę i mieszkanie", wrong={"problem": ""}, says="Z czym zgłasza się",
    ),
    Sends(
        DESK, CONTACT, f"{CONTACT}/triage", {"outcome": "BENEFITS_AND_SOCIAL_WORK"},
        "Skierowany do", {"outcome": ""}, "Uzupełnij pole „Dokąd kierowany jest klient”.",
    ),
    step(
        "information", typed={"topics": "RIGHTS", "leaflets": "BENEFITS"}, shows="Wydane ulotki",
        wrong={"topics": ()}, says="Zaznacz, o czym poinformowano klienta.",
    ),
    step(
        "jurisdiction", typed={"residence": "2610011"}, shows="inna gmina",
        wrong={"residence": "02"}, says="Gmina zamieszkania",
    ),
    step(
        "documents", typed={"benefit_types": "PERIODIC", "shown": "IDENTITY"},
        shows="Dokument tożsamości", wrong={"benefit_types": ()}, says="o jakie świadczenie chodzi",
    ),
    step(
        "application",
        typed={"benefit_types": "PERIODIC", "applicant": "OTHER_PERSON",
               "applicant_name": "Zofia Wzorcowa", "consent": "ORAL",
               **on("consent_on", date(2026, 2, 2))},
        shows="za zgodą klienta: Zofia Wzorcowa", wrong={"consent": ""}, says="zgod",
    ),
    step(
        "appointment",
        typed={"unit": "benefits", "at": "10:00", "joint_with": "socialwork",
               **on("on", date(2026, 2, 4))},
        shows="4 lutego 2026, 10:00", wrong={"at": "26:00"}, says="Godzina",
        brings=("appointment_id", "appointments"),
    ),
    Sends(
        DESK, MEETING, f"{MEETING}/time",
        {"at": "12:30", "reason": "wizyta u lekarza", **on("on", date(2026, 2, 5))},
        "5 lutego 2026, 12:30", {"at": "kwadrans"}, "Nowa godzina",
    ),
    Sends(
        DESK, MEETING, f"{MEETING}/cancellation", {"by": "CLIENT"}, "odwołane", {"by": ""},
        "Uzupełnij pole „Kto odwołuje”.",
    ),
    step(
        "appointment", typed={"unit": "benefits", "at": "9:00", **on("on", date(2026, 2, 3))},
        shows="3 lutego 2026, 09:00", wrong={"unit": ""}, says="Uzupełnij pole „Z kim”.",
        brings=("appointment_id", "appointments"),
    ),
    step(
        "correction", typed={"outcome": "BENEFITS", "reason": "prosi tylko o zasiłek"},
        shows="prosi tylko o zasiłek", wrong={"reason": ""}, says="Przyczyna sprostowania",
    ),
    step(
        "transfer",
        typed={"authority": "MOPS w Przykładowie", "reason": "LIVES_ELSEWHERE",
               "client_informed": "true"},
        shows="MOPS w Przykładowie", wrong={"client_informed": ()}, says="KPA art. 65",
    ),
    Sends(
        DESK, "/catalogue/entries/new", "/catalogue/entries/new",
        {"title": "Schronisko z terapią", "groups": "HOMELESS", "together": "3+13",
         "places": "Schronisko „Przystań”; ul. Przykładowa 1; Miasto Wzorcowe"},
        "Schronisko z terapią", {"together": "3+x"}, "na przykład 3+13",
        brings=("entry_id", "entries"),
    ),
    Sends(
        DESK, f"{ENTRY}/revision", f"{ENTRY}/revision",
        {"fee": "bezpłatnie", "max_income": "800,00"}, "bezpłatnie", {"max_income": "dużo"},
        "Dochód na osobę do",
    ),
    Sends(
        EDITOR, ENTRY, f"{ENTRY}/publication", on("valid_from", date(2026, 2, 2)), "Wersja 1",
        no_day("valid_from"), "wpisz prawdziwą datę",
    ),
    Sends(
        EDITOR, ENTRY, f"{ENTRY}/withdrawal", {"reason": "remont"}, "wycofany", {"reason": ""},
        "Przyczyna wycofania",
    ),
)  # fmt: skip
"""In the order of a story: what one form makes, the next one needs."""

THE_DAY_AFTER = Sends(
    DESK, MEETING, f"{MEETING}/result", {"kept": "true"}, "odbyło się", {"kept": ""},
    "Uzupełnij pole „Czy klient przyszedł”.",
)  # fmt: skip
"""A result is of an appointment that has begun."""

ASKS_ONLY = {
    "/persons", "/persons/found", "/persons/choices", "/first-contact/number",
    "/first-contact/edit", "/catalogue", f"{PERSON}/identifier/number",
}  # fmt: skip
"""They answer a question and change nothing."""
AT_THE_DESK = {"/first-contact/check", "/first-contact"}
"""The form of the desk shows its answers once more before they are saved: a test of its own."""

JASIEK = {
    "given_names": "Jasiek", "family_name": "Wzorcowy", "id_type": "NONE",
    "without_document": "HOMELESS", "last_street": "ul. Dawna 1", "last_postal_code": "50-001",
    "last_city": "Miasto Wzorcowe", "birth_date": "1984-11-12", "sex": "M", "teryt": "0264011",
}  # fmt: skip
EWA = {
    "given_names": "Ewa", "family_name": "Przykładowa", "id_type": "PASSPORT", "number": "FE654321",
    "citizenship": "UA", "residence_title": "TEMPORARY_PROTECTION", "birth_date": "1990-05-01",
    "sex": "F", "teryt": "0264011",
}  # fmt: skip


def routes() -> set[str]:
    """Addresses that take a form; the steps of a contact have one each."""
    found = {
        route.path
        for route in iter_route_contexts(pages.router.routes)
        if route.methods is not None and "POST" in route.methods and route.path is not None
    }
    return (found - {f"{CONTACT}/{{step}}"}) | {f"{CONTACT}/{name}" for name in STEPS}


def test_a_form_that_no_test_sends_is_not_there() -> None:
    posted = (one.route.replace("other_id", "person_id") for one in (*FORMS, THE_DAY_AFTER))
    sent = {re.sub("alarm_id|unknown_id", "contact_id", route) for route in posted}
    assert sent == routes() - ASKS_ONLY - AT_THE_DESK


async def test_each_form_is_refused_with_what_was_typed_then_sent_and_its_effect_is_seen(
    app: FastAPI, jan: dict[str, Any], tmp_path: Path
) -> None:
    async with signed_in(app, DESK) as desk:
        known = {
            "person_id": await registered(desk, jan),
            "other_id": await registered(desk, EWA),
            "absorbed_id": await registered(desk, JASIEK),
        }
        known["alarm_id"] = await crisis(desk, known["other_id"])
        known["contact_id"] = await contacted(desk, known["person_id"])
    for one in FORMS:
        async with signed_in(app, one.by) as client:
            await one.send(client, known)
    set_offset(tmp_path / "clock", datetime(2026, 2, 4, 9, tzinfo=UTC))
    async with signed_in(app, DESK) as desk:
        await THE_DAY_AFTER.send(desk, known)
