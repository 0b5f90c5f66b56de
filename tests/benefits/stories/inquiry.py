"""From the application to the draft: forms of a proceeding, as far as it may go wrong."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from osnowa_contracts import socialwork

from tests.benefits.conftest import Town
from tests.benefits.given import feb
from tests.benefits.realised import EWA, HELENA
from tests.benefits.stories.posts import (
    NOT_NOW,
    Posts,
    Story,
    answered,
    begun,
    certificates_came,
    its,
    post,
)
from tests.benefits.test_acts_pages import opened
from tests.benefits.test_api import BARBARA, certify
from tests.forms import no_day, on

INQUIRY = Story(
    opened,
    (
        Posts("cases/worker/by-load", BARBARA, {}, "Ewa Jarzębina"),
        Posts(
            "cases/worker", BARBARA, {"worker_id": "tomasz-modrzew"}, "Tomasz Modrzew",
            wrong={"worker_id": ""}, says="Uzupełnij pole „Kto poprowadzi sprawę”.",
        ),
        Posts("cases/assessment", EWA, {}, "ocena", says=NOT_NOW),
        Posts(
            "cases/interviews/plan", EWA, {"part": "I", **on("on", feb(4))},
            "Wywiad umówiono na 4 lutego 2026.",
            wrong=no_day("on"), says="Dzień wywiadu",
        ),
        its(feb(4)),
        Posts(
            "cases/interviews", EWA,
            {"minutes": "180", "place": "HOME", "first.housing": "Pokój w suterenie"},
            "Pokój w suterenie", wrong={"minutes": "trzy godziny"}, says="Ile minut", first="I",
        ),
        Posts(
            "cases/income", EWA,
            {"components.0.kind": "CASUAL_WORK", "components.0.amount": "610,00",
             "month": "2026-01"},
            "610,00", wrong={"month": "2026-09"}, says="Data 1 września 2026 jest z przyszłości.",
        ),
        Posts(
            "cases/answers", EWA, {"value": "YES", "text": "Utrata pracy", "reasons": "4"},
            "Utrata pracy", wrong={"value": "NO"}, says="Powody z art. 7", first="Q1",
        ),
        Posts(
            "cases/evidence-requests", EWA,
            {"source": "pup", "kind": "LABOUR_STATUS", **on("answer_by", feb(11))},
            "czekamy", wrong={"source": ""}, says="Uzupełnij pole „Kogo pytamy”.",
        ),
        Posts(
            "cases/evidence", EWA,
            {"source": "client", "kind": "INCOME", "content": "Zaświadczenie o zarobkach"},
            "Zaświadczenie o zarobkach", wrong={"content": ""}, says="Co z niego wynika",
        ),
        Posts(
            "cases/referrals", EWA,
            {"purposes": ("UNUSED_RESOURCES", "COOPERATION_TERMS"), **on("contact_by", feb(11))},
            "skierowanie", wrong=no_day("contact_by"), says="Kontakt klienta do dnia",
        ),
        Posts(
            "cases/referrals/hand-over", EWA, {"how": "IN_PERSON", **on("on", feb(4))},
            "wręczono 4 lutego 2026", wrong=on("on", feb(3)),
            says="Data nie może być wcześniejsza niż skierowanie (4 lutego 2026). Popraw datę.",
        ),
        Posts(
            "cases/hearing", EWA,
            {**on("informed_on", feb(4)), **on("until", feb(11)), "comments": "Zgadza się"},
            "Zgadza się", wrong=on("until", feb(3)),
            says="Data nie może być wcześniejsza niż zawiadomienie (4 lutego 2026). Popraw datę.",
        ),
        Posts("cases/assessment/completion", EWA, {}, says="Brakuje zaświadczenia nr 4"),
        answered,
        certificates_came,
        Posts("cases/assessment/completion", EWA, {}, "materiał zebrany", says=NOT_NOW),
        Posts(
            "cases/entitlement", EWA, {"proposed": "200,00"}, "200,00",
            wrong={"proposed": "dwieście"}, says="Proponowana kwota",
        ),
        its(feb(12)),
        Posts(
            "cases/decisions", EWA,
            {"amount": "200,00", **on("valid_from", feb(1)), **on("valid_to", date(2026, 5, 31)),
             "reasons": "Klient szuka pracy."},
            "Projekt decyzji: przyznanie", wrong={"amount": "500,00"},
            says="Kwota 500,00 zł jest poza zakresem od 200,00 do 400,00 zł. Popraw kwotę.",
            first="GRANT",
        ),
    ),
)  # fmt: skip

AT_THE_OFFICE = Story(
    begun,
    (
        its(feb(4)),
        Posts(
            "cases/interviews", EWA,
            {"minutes": "180", "place": "OFFICE", "first.housing": "Pokój w suterenie"},
            says="Na inne miejsce lub dzień zgadza się kierownik zespołu albo dyrektor.", first="I",
        ),
        Posts(
            "cases/interviews/consent", BARBARA, {"reason": "W ośrodku, w mieszkaniu trwa remont"},
            "w mieszkaniu trwa remont", wrong={"reason": "?"}, says="Gdzie i kiedy odbędzie się",
        ),
        Posts(
            "cases/interviews", EWA,
            {"minutes": "180", "place": "OFFICE", "first.housing": "Pokój w suterenie"},
            "za zgodą: Barbara", wrong={"minutes": "trzy godziny"}, says="Ile minut", first="I",
        ),
    ),
)  # fmt: skip

INCOMPLETE = Story(
    opened,
    (
        Posts(
            "cases/defects", EWA, {"missing": "SIGNATURE", **on("complete_by", feb(9))},
            "podpis osoby albo przedstawiciela", wrong=on("complete_by", feb(3)),
            says="czyli do 9 lutego 2026 (KPA 64 § 2). Popraw termin.",
        ),
        Posts("cases/defects/completion", EWA, {}, "ocena", says=NOT_NOW),
        Posts(
            "cases/interviews/refusal", EWA,
            {**on("on", feb(2)), "reason": "Nie wpuszcza do mieszkania"},
            "odmowa z dnia 2 lutego 2026", wrong=on("on", feb(20)), says="jest z przyszłości",
        ),
    ),
)  # fmt: skip

LEFT = Story(
    opened,
    (
        post(EWA, "defects", missing=["SIGNATURE"], complete_by="2026-02-09"),
        Posts("cases/defects/expiry", EWA, {}, says="Termin uzupełnienia wniosku biegnie do"),
        its(feb(10)),
        Posts("cases/defects/expiry", EWA, {}, "pozostawiona bez rozpoznania", says=NOT_NOW),
    ),
)  # fmt: skip

passed_on = post(EWA, "transfer", authority="OPS w Gminie Sąsiedniej")

PASSED_ON = Story(
    opened,
    (
        Posts("cases/worker/by-load", BARBARA, says=NOT_NOW, meanwhile=passed_on),
    ),
)  # fmt: skip

TO_PASS_ON = Story(
    opened,
    (
        Posts(
            "cases/transfer", EWA, {"authority": "OPS w Gminie Sąsiedniej"},
            "OPS w Gminie Sąsiedniej", wrong={"authority": "OP"},
            says="W polu „Właściwy organ” wpisz dłuższy tekst; najmniej znaków: 3.",
        ),
    ),
)  # fmt: skip

WITHDRAWN = Story(
    opened,
    (
        Posts(
            "cases/application/withdrawal", EWA, on("on", feb(2)), "Wniosek wycofany",
            wrong=on("on", feb(20)), says="jest z przyszłości",
        ),
        Posts(
            "cases/decisions", EWA, {"ground": "WITHDRAWN"}, "umorzenie",
            wrong={"ground": ""}, says="Uzupełnij pole „Podstawa rozstrzygnięcia”.",
            first="DISCONTINUE",
        ),
        Posts(
            "decisions/withdrawal", EWA, {"reason": "Strona wróciła do wniosku"},
            "projekt wycofany", wrong={"reason": "?"}, says="Dlaczego projekt jest wycofywany",
        ),
    ),
)  # fmt: skip


async def own_judgement(town: Town) -> str:
    """The unit lets benefits workers judge cooperation; the client has unused resources."""
    await town.post(HELENA, "/api/practice/cooperation-assessor", assessor="BENEFITS_WORKER")
    case = await begun(town)
    await town.post(EWA, f"/api/cases/{case}/referrals")
    fact = socialwork.UnusedResourcesCertified(
        certificate_id=uuid4(), has_unused=True, issued_on=feb(2)
    )
    await certify(town, fact)
    return case


JUDGED_HERE = Story(
    own_judgement,
    (
        Posts(
            "cases/cooperation", EWA, {"month": "2026-02", "cooperates": "true"},
            says="Z klientem nie uzgodniono zakresu współpracy",
        ),
        Posts(
            "cases/cooperation/agreement", EWA,
            {"outcome": "SOCIAL_WORK", "scope": "Zajęcia KIS dwa razy w tygodniu"},
            "Zajęcia KIS dwa razy w tygodniu", wrong={"outcome": ""},
            says="Jak klient może rozwiązać trudną sytuację",
        ),
        its(feb(27)),
        Posts(
            "cases/cooperation", EWA,
            {"month": "2026-02", "cooperates": "false", "text": "Nie przyszedł na zajęcia"},
            "Nie przyszedł na zajęcia", wrong={"month": "luty"},
            says="Wpisz „Miesiąc” w takiej postaci, jak w podpowiedzi.",
        ),
    ),
)  # fmt: skip
