"""The notice that a decision comes later (KPA 36): its words, and the paper itself."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from services.benefits.notice import BECAUSE, write
from services.benefits.timekeeping_events import ExtensionReason, Notice
from services.benefits.values import Benefit
from tests.benefits.conftest import Town
from tests.benefits.given import EWA, MAN
from tests.benefits.test_api import assessed, registered
from tests.benefits.test_letter import tags, text_of


def notice(reason: ExtensionReason, text: str = "", on: date = date(2026, 2, 27)) -> Notice:
    return Notice(reason, date(2026, 3, 2), date(2026, 3, 16), on, EWA, text)


def test_every_reason_but_the_worker_s_own_is_told_in_a_sentence() -> None:
    assert set(BECAUSE) == set(ExtensionReason)
    assert {reason for reason, said in BECAUSE.items() if not said} == {ExtensionReason.OTHER}


def test_it_names_the_reason_in_general_and_in_particular() -> None:
    told = notice(ExtensionReason.EVIDENCE_AWAITED, "Bank odpowie do 10 marca.")
    letter = write(told, Benefit.PERIODIC, date(2026, 2, 2), ex_officio=False)
    assert letter.reasons == (
        "Czekamy na dowód, bez którego nie można wydać decyzji.",
        "Bank odpowie do 10 marca.",
    )
    own = notice(ExtensionReason.OTHER, "Awaria archiwum")
    letter = write(own, Benefit.PERIODIC, date(2026, 2, 2), ex_officio=False)
    assert letter.reasons == ("Awaria archiwum.",)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 2, 27), "nie zostanie załatwiona w terminie, który upływa 2 marca 2026 r."),
        (date(2026, 3, 4), "nie została załatwiona w terminie, który upłynął 2 marca 2026 r."),
    ],
)
def test_it_says_whether_the_term_has_passed(on: date, said: str) -> None:
    told = notice(ExtensionReason.WORKLOAD, on=on)
    letter = write(told, Benefit.MEAL, date(2026, 2, 2), ex_officio=True)
    assert said in letter.term[0].replace("\xa0", " ")
    assert "wszczęta z urzędu" in letter.term[0]


async def extended(town: Town) -> str:
    """On 27 February the decision of 2 March is put off to the 16th; the case."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    town.day(date(2026, 2, 27))
    why = {"reason": "EVIDENCE_AWAITED", "due": "2026-03-16", "text": "Bank odpowie do 10 marca."}
    await town.post(EWA, f"/api/cases/{case}/term/extension", **why)
    return case


async def test_the_notice_is_an_accessible_document(town: Town) -> None:
    case = await extended(town)
    (told,) = (await town.get(EWA, f"/api/cases/{case}/term"))["notices"]
    assert (told["number"], told["by"], told["text"]) == (1, EWA, "Bank odpowie do 10 marca.")
    client = await town.client(EWA)
    answer = await client.get(f"/api/cases/{case}/term/notices/1/document")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert "zawiadomienie-2026-02-27.pdf" in answer.headers["content-disposition"]
    reader = PdfReader(io.BytesIO(answer.content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "pl"
    assert {"/H1", "/H2", "/P", "/L"} <= set(tags(root["/StructTreeRoot"]))
    assert reader.metadata is not None
    title = "Zawiadomienie o nowym terminie załatwienia sprawy, w sprawie zasiłku okresowego"
    assert reader.metadata.title == title
    text = text_of(reader)
    for part in (
        "ZAWIADOMIENIE", "art. 36 Kodeksu postępowania administracyjnego", "Jan Próbny",
        "zasiłku okresowego", "2 lutego 2026 r.", "2 marca 2026 r.",
        "Nowy termin załatwienia sprawy: 16 marca 2026 r.", "Bank odpowie do 10 marca.",
        "ponaglenia", "Samorządowego Kolegium Odwoławczego", "Ewa Jarzębina",
        "Prezydent Miasta (Miasto Wzorcowe)",
    ):  # fmt: skip
        assert part in text, part


async def test_there_is_no_paper_of_a_notice_that_was_not_given(town: Town) -> None:
    case = await extended(town)
    client = await town.client(EWA)
    for number in (0, 2):
        answer = await client.get(f"/api/cases/{case}/term/notices/{number}/document")
        assert answer.status_code == 404
