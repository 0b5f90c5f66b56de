"""Every form of first contact: refused with what was typed and what to do, then sent and its effect seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from services.intake import pages
from services.intake.pages.steps import STEPS
from tests.forms import KEY, Screen, Typed
from tests.intake.conftest import CRISIS_WORKER, EDITOR, INFORMATION_HEAD, INFORMATION_WORKER, signed_in
from tests.intake.test_api import contacted, registered
from tests.intake.test_desk import crisis, sent

Known = dict[str, str]
"""Ids by what they are of."""

PARTS = ("day", "month", "year")


def on(name: str, written: str) -> dict[str, str]:
    """A date as its three fields send it; `4.2.2026`."""
    parts = zip(PARTS, written.split("."), strict=True)
    return {f"{name}-{part}": value for part, value in parts}


@dataclass(frozen=True)
class Posts:
    """Somebody fills in a form of the page and sends it; ids stand in braces.

    With `wrong` it is sent first with that in place of what is right; without it, `says` is what
    is answered to the same form a second time.
    """

    page: str
    route: str
    typed: Typed = field(default_factory=dict)
    shows: str = ""
    """On the page to which it leads."""
    wrong: Typed = field(default_factory=dict)
    says: str = ""
    by: str = INFORMATION_WORKER
    found: Typed = field(default_factory=dict)
    """What a search on the page offers to choose, beside what it shows at first."""
    brings: str = ""
    """Of what the next page has the id."""


NOT_A_DAY = "31.2.2026"
CONTACT = "/contacts/{contact_id}"
HOUSEHOLD = "/households/{household_id}"
MEETING = "/appointments/{appointment_id}"
ENTRY = "/catalogue/entries/{entry_id}"
PERSON = "/persons/{person_id}"


def step(name: str, **told: Any) -> Posts:
    return Posts(f"{CONTACT}/{name}", f"{CONTACT}/{name}", **told)


FORMS = (
    Posts(
        "/first-contact/call", "/first-contact/call",
        {"problem": "Pyta o pomoc dla brata", "caller_name": "Zofia Wzorcowa", "channel": "PHONE"},
        "Pyta o pomoc dla brata", {"problem": ""}, "Uzupełnij pole „Z czym zgłasza się klient”.",
    ),
    Posts(
        "/first-contact/signal", "/first-contact/signal",
        {"source": "NEIGHBOUR", "channel": "PHONE", "problem": "Krzyki w nocy",
         "about": "II piętro, klatka B", "outcome": "CRISIS_VIOLENCE"},
        "II piętro, klatka B", {"about": ""}, "kogo dotyczy",
    ),
    Posts(
        "/persons/new", "/persons/new",
        {"given_names": "Zofia", "family_name": "Żółkiewska", "number": "84511200023",
         "teryt": "0264011", "phone": "600 200 300"},
        "Zofia Żółkiewska", {"number": "84511200024"}, "PESEL",
    ),
    Posts(
        f"{PERSON}/correction", f"{PERSON}/correction",
        {"family_name": "Łabędź", "reason": "akt małżeństwa"}, "Jan Łabędź", {"reason": ""},
        "Uzupełnij pole „Podstawa",
    ),
    Posts(
        f"{PERSON}/identifier", f"{PERSON}/identifier",
        {"id_type": "PASSPORT", "number": "FE123456", "reason": "pomyłka przy wpisywaniu"},
        "Paszport", {"number": ""}, "numer",
    ),
    Posts(
        "/households/new?person_id={person_id}", "/households/new", on("since", "1.6.2024"),
        "1 czerwca 2024", on("since", NOT_A_DAY), "wpisz prawdziwą datę", brings="household_id",
    ),
    Posts(
        HOUSEHOLD, f"{HOUSEHOLD}/members",
        {"relation": "SPOUSE", **on("since", "1.1.2026")}, "Ewa", {"relation": ""},
        "Uzupełnij pole „Kim jest dla klienta”.", found={"person_id": "{other_id}"},
    ),
    Posts(
        HOUSEHOLD, f"{HOUSEHOLD}/departures",
        {"person_id": "{other_id}", **on("gone", "2.2.2026")}, "01.02.2026",
        on("gone", "1.1.2025"), "nie może być wcze",
    ),
    Posts(
        HOUSEHOLD, f"{HOUSEHOLD}/end", on("ended", "2.2.2026"), "już nie istnieje",
        on("ended", "1.1.2020"), "nie może być wcze",
    ),
    Posts(
        f"{PERSON}/merge", f"{PERSON}/merge", {"reason": "odnaleziony dowód"}, "Połączone wpisy",
        {"reason": ""}, "Z czego to wynika", INFORMATION_HEAD, {"person_id": "{twin_id}"},
    ),
    Posts(
        f"{PERSON}/merge/{{twin_id}}/undoing", f"{PERSON}/merge/{{absorbed_id}}/undoing",
        {"reason": "to kuzyn"}, "Jan", {"reason": ""}, "Uzupełnij pole", INFORMATION_HEAD,
    ),
    Posts(
        "/contacts/{alarm_id}", f"{CONTACT}/crisis", {}, "Olga Wierzba", by=CRISIS_WORKER,
        says="nie czeka",
    ),
    Posts(
        CONTACT, f"{CONTACT}/triage", {"outcome": "BENEFITS_AND_SOCIAL_WORK"},
        "Świadczenia i praca socjalna", {"outcome": ""},
        "Uzupełnij pole „Dokąd kierowany jest klient”.",
    ),
    step(
        "talk", typed={"problem": "Stracił pracę i mieszkanie", "reasons": ("3", "4")},
        shows="Stracił pracę i mieszkanie", wrong={"problem": ""}, says="Z czym zgłasza się",
    ),
    step(
        "information", typed={"topics": "RIGHTS", "leaflets": "BENEFITS"}, shows="O czym",
        wrong={"topics": ()}, says="Uzupełnij pole „O czym poinformowano”.",
    ),
    step(
        "jurisdiction", typed={"residence": "0264011"}, shows="ten ośrodek",
        wrong={"residence": "02"}, says="Gmina zamieszkania",
    ),
    step(
        "documents", typed={"benefit_types": "PERIODIC", "shown": "IDENTITY"},
        shows="Dokument tożsamości", wrong={"benefit_types": ()}, says="O jakie świadczenie",
    ),
    step(
        "application",
        typed={"benefit_types": "PERIODIC", "applicant": "OTHER_PERSON",
               "applicant_name": "Zofia Wzorcowa", "consent": "ORAL", **on("consent_on", "2.2.2026")},
        shows="za zgodą klienta: Zofia Wzorcowa", wrong={"consent": ""}, says="zgod",
    ),
    step(
        "appointment",
        typed={"unit": "benefits", "at": "10:00", "joint_with": "socialwork",
               **on("on", "4.2.2026")},
        shows="4 lutego 2026, 10:00", wrong={"at": "26:00"}, says="Godzina",
    ),
    Posts(
        MEETING, f"{MEETING}/time", {"at": "12:30", "reason": "wizyta u lekarza",
                                     **on("on", "5.2.2026")},
        "5 lutego 2026, 12:30", {"at": "kwadrans"}, "Nowa godzina",
    ),
    Posts(
        MEETING, f"{MEETING}/result", {"kept": "true"}, says="?",
    ),
    Posts(
        MEETING, f"{MEETING}/cancellation", {"by": "CLIENT"}, "odwołane", {"by": ""},
        "Uzupełnij pole „Kto odwołuje”.",
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
    Posts(
        "/catalogue/entries/new", "/catalogue/entries/new",
        {"title": "Schronisko z terapią", "groups": "HOMELESS", "together": "3+13",
         "places": "Schronisko „Przystań”; ul. Przykładowa 1; Miasto Wzorcowe"},
        "Schronisko z terapią", {"together": "3+x"}, "na przykład 3+13", brings="entry_id",
    ),
    Posts(
        f"{ENTRY}/revision", f"{ENTRY}/revision", {"fee": "bezpłatnie"}, "bezpłatnie",
        {"max_income": "dużo"}, "Dochód na osobę do",
    ),
    Posts(
        ENTRY, f"{ENTRY}/publication", on("valid_from", "2.2.2026"), "Wersja 1",
        on("valid_from", NOT_A_DAY), "wpisz prawdziwą datę", EDITOR,
    ),
    Posts(
        ENTRY, f"{ENTRY}/withdrawal", {"reason": "remont"}, "wycofany", {"reason": ""},
        "Przyczyna wycofania", EDITOR,
    ),
)  # fmt: skip

ASKS_ONLY = {
    "/persons", "/persons/found", "/persons/choices", "/first-contact/number",
    "/first-contact/edit", "/catalogue",
}  # fmt: skip
"""They answer a question and change nothing."""
AT_THE_DESK = {"/first-contact/check", "/first-contact"}
"""The form of the desk, with its answers once more before they are saved: a test of its own."""
JASIEK = {
    "given_names": "Jasiek", "family_name": "Wzorcowy", "id_type": "NONE",
    "without_document": "HOMELESS", "last_street": "ul. Dawna 1", "last_postal_code": "50-001",
    "last_city": "Miasto Wzorcowe", "birth_date": "1984-11-12", "sex": "M", "teryt": "0264011",
}  # fmt: skip
EWA = {"given_names": "Ewa", "family_name": "Przykładowa", "number": "90452300023"}


def routes() -> set[str]:
    """Addresses that take a form; the steps of a contact have one each."""
    found = {r.path for r in pages.router.routes if "POST" in r.methods}
    return (found - {f"{CONTACT}/{{step}}"}) | {f"{CONTACT}/{name}" for name in STEPS}


def test_a_form_without_a_test_that_sends_it_is_not_there() -> None:
    assert {one.route for one in FORMS} == routes() - ASKS_ONLY - AT_THE_DESK
    assert all(one.says and one.shows for one in FORMS)


async def test_each_form_is_refused_with_what_was_typed_then_sent_and_its_effect_is_seen(
    app: FastAPI, jan: dict[str, Any]
) -> None:
    async with signed_in(app, INFORMATION_WORKER) as desk:
        known = {
            "person_id": await registered(desk, jan),
            "other_id": await registered(desk, jan | EWA),
            "twin_id": await registered(desk, JASIEK),
        }
        known["absorbed_id"] = known["twin_id"]
        known["alarm_id"] = await crisis(desk, known["other_id"])
        known["contact_id"] = await contacted(desk, known["person_id"])
    for one in FORMS:
        async with signed_in(app, one.by) as client:
            await posted(client, one, known)


async def posted(client: httpx.AsyncClient, one: Posts, known: Known) -> None:
    address = one.route.format(**known | ({"contact_id": known["alarm_id"]} if "crisis" in one.route else {}))
    screen = Screen((await client.get(one.page.format(**known))).text)
    found = {name: value.format(**known) for name, value in one.found.items()}
    typed = {name: value.format(**known) if isinstance(value, str) else value for name, value in one.typed.items()}
    print(one.route)
    if one.wrong:
        sent = screen.form(address).filled(typed | dict(one.wrong)) | {n: [v] for n, v in found.items()}
        answer = await client.post(screen.form(address).action or address, data=sent)
        screen = refused(answer, one)
        print("   ", screen.errors)
        kept = {name: values for name, values in sent.items() if name != KEY}
        assert screen.form(address).typed == kept
    sent = screen.form(address).filled(typed) | {n: [v] for n, v in found.items()}
    answer = await client.post(screen.form(address).action or address, data=sent)
    assert answer.status_code == 303, (one.route, Screen(answer.text).errors)
    page = Screen((await client.get(answer.headers["location"])).text)
    print("   ", page.text[:300])
    assert one.shows in page.text.replace("\xa0", " "), (one.route, page.text)
