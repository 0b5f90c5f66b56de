"""What decisions say on paper, from the facts of the case; and the paper itself as a PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from osnowa_contracts import intake
from osnowa_contracts.intake import Address
from pydantic import TypeAdapter
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from services.benefits.calculation import home_care_fee, law_on, periodic_benefit
from services.benefits.grounds import BECAUSE, Ground
from services.benefits.interviews import InterviewPart
from services.benefits.kinds import KINDS
from services.benefits.letter import Earlier, Letter, write
from services.benefits.letter_lines import Line
from services.benefits.letter_names import NAMED
from services.benefits.letter_reasons import ESTABLISHED, Findings
from services.benefits.polish import day, listed, money, month, number
from services.benefits.values import (
    BY_CERTIFICATE,
    Answer,
    AnswerValue,
    Benefit,
    DecisionKind,
    FeeShare,
    Income,
    Question,
    Terms,
)
from services.benefits.words import BENEFIT_PL, ENGLISH, KIND_PL
from tests.benefits.conftest import Town
from tests.benefits.given import CARE_TERMS, EWA, MAN, PERIODIC_TERMS, Json, feb, held
from tests.benefits.realised import applied, interviewed
from tests.benefits.test_api import GRANT, HELENA
from tests.benefits.test_deciding import drafted, ready

K1 = Findings(
    filed_on=feb(2),
    interviews=(held(InterviewPart.I, feb(4)),),
    answers={
        Question.REASON: Answer(AnswerValue.YES, "Bezrobocie.", (), EWA, feb(4)),
        Question.CRITERION: Answer(AnswerValue.YES, "", (), EWA, feb(4)),
    },
    has_unused=True,
    terms_on=feb(10),
    income=Income("2026-01", 1, (), Decimal(610), Decimal(610)),
)
EARLIER = Earlier("SW/2026/0001", feb(12))
LAW = law_on(date(2026, 2, 2))
LINES = (Line("ups art. 38", "Różnica", Decimal(400)),)


def letter(
    kind: DecisionKind = DecisionKind.GRANT,
    terms: Terms = PERIODIC_TERMS,
    findings: Findings = K1,
    benefit: Benefit = Benefit.PERIODIC,
) -> Letter:
    return write(
        kind, benefit, terms, findings, earlier=EARLIER, lines=LINES, supplement="Uwaga pracownika."
    )


def test_the_letter_of_k1_tells_what_was_found_out() -> None:
    said = letter()
    assert said.ruling == (
        "Przyznaję zasiłek okresowy w kwocie 200,00\xa0zł miesięcznie od dnia 1\xa0lutego "
        "2026\xa0r. do dnia 31\xa0maja 2026\xa0r.",
    )
    text = " ".join(said.reasons)
    for fact in (
        "wpłynął dnia 2\xa0lutego 2026\xa0r.",
        "(część I, 4\xa0lutego 2026\xa0r.)",
        "Istnieją powody trudnej sytuacji życiowej (art. 7). Bezrobocie.",
        "(nr 4) wynika, że strona posiada niewykorzystane zasoby",
        "Zasady współdziałania ustalono dnia 10\xa0lutego 2026\xa0r. (zaświadczenie nr 5)",
        "Dochód za styczeń 2026 wyniósł 610,00\xa0zł.",
        "Uwaga pracownika.",
    ):
        assert fact in text
    assert said.lines == LINES


def test_the_instruction_tells_of_appeal_waiver_and_the_duty_to_report() -> None:
    text = " ".join(letter().instruction)
    for fact in (
        "Samorządowego Kolegium Odwoławczego", "w terminie 14 dni", "zrzec się prawa",
        "art. 127a", "art. 109",
    ):  # fmt: skip
        assert fact in text
    assert "art. 130 § 3" not in text
    assert "art. 130 § 3" in " ".join(letter(terms=CARE_TERMS).instruction)


def test_what_is_granted_in_full_needs_no_reasons_and_has_no_appeal() -> None:
    said = letter(terms=replace(PERIODIC_TERMS, in_full=True))
    assert said.reasons == (
        "Odstąpiono od uzasadnienia, ponieważ decyzja uwzględnia w całości żądanie strony "
        "(art. 107 § 4 k.p.a.).",
    )
    assert said.lines == ()
    assert "nie służy od niej odwołanie" in said.instruction[0]


def test_what_is_to_be_paid_back_rests_on_its_own_provisions() -> None:
    said = letter(DecisionKind.UNDUE, Terms(amount=Decimal(100), months=("2026-08",)))
    assert BECAUSE[Ground.UNDULY_RECEIVED].basis in said.basis
    assert BECAUSE[Ground.UNDULY_RECEIVED].pl in said.reasons


@pytest.mark.parametrize(
    ("kind", "provision"),
    [(DecisionKind.CONFIRM, "art. 151 § 1 pkt 1"), (DecisionKind.GRANT, "art. 151 § 1 pkt 2")],
)
def test_a_decision_in_a_reopened_proceeding_cites_kpa_151(
    kind: DecisionKind, provision: str
) -> None:
    assert provision in letter(kind, findings=replace(K1, reopened=True)).basis
    assert "art. 151" not in letter(kind).basis


@pytest.mark.parametrize("ground", Ground)
def test_a_refusal_rests_on_the_provision_of_its_ground(ground: Ground) -> None:
    said = letter(DecisionKind.REFUSAL, Terms(ground=ground))
    assert BECAUSE[ground].basis in said.basis
    assert BECAUSE[ground].pl in said.reasons
    assert said.ruling == ("Odmawiam przyznania zasiłku okresowego.",)


CONTENT = Terms(
    valid_from=date(2026, 4, 1), amount=Decimal(150), home="DPS", ground=Ground.WASTE,
    fees=(FeeShare("Mieszkaniec", Decimal(1680)),), months=("2026-08", "2026-09"),
)  # fmt: skip


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_kind_rules_in_a_whole_sentence(kind: DecisionKind) -> None:
    ruling = letter(kind, CONTENT).ruling
    assert all(text[0].isupper() and text[-1] in ".:" for text in ruling)
    assert not any(".." in text or "None" in text or "  " in text for text in ruling)


@pytest.mark.parametrize("kind", [kind for kind, rule in KINDS.items() if rule.refers])
def test_what_changes_a_decision_names_it(kind: DecisionKind) -> None:
    if kind is DecisionKind.PLACEMENT:
        return
    assert "SW/2026/0001" in " ".join(letter(kind, CONTENT).ruling)


@pytest.mark.parametrize("benefit", Benefit)
def test_every_benefit_is_named_in_a_letter_and_on_a_page(benefit: Benefit) -> None:
    assert NAMED[benefit].what in letter(benefit=benefit, terms=CONTENT).ruling[0]
    assert BENEFIT_PL[benefit] in ENGLISH


def test_every_kind_and_every_question_has_its_words() -> None:
    assert set(KIND_PL) == set(KINDS) == set(DecisionKind)
    assert set(ESTABLISHED) == set(Question) - BY_CERTIFICATE
    assert all(set(values) == set(AnswerValue) for values in ESTABLISHED.values())


def test_days_months_and_money_read_as_polish() -> None:
    assert day(date(2026, 10, 3)) == "3\xa0października 2026\xa0r."
    assert month("2026-08") == "sierpień 2026"
    assert money(Decimal("12345.6")) == "12\xa0345,60\xa0zł"
    assert (number(Decimal("2.50")), number(Decimal(10))) == ("2,5", "10")
    assert listed(("a", "b", "c")) == "a, b i c"


# --- how the amount was reached ---------------------------------------------


def test_a_line_reads_as_polish_with_its_numbers_its_article_and_its_set() -> None:
    (_, income, gap, *_) = (Line.of(one) for one in periodic_benefit(Decimal(610), 1, LAW).steps)
    assert (income.result, income.source) == ("610,00\xa0zł", "")
    assert gap.numbers == "1\xa0010,00 − 610,00"
    assert gap.provision == "art. 38 ust. 2 ustawy o pomocy społecznej"
    criterion = Line.of(periodic_benefit(Decimal(610), 1, LAW).steps[0])
    assert criterion.source == "kwoty i kryteria ustawowe od 1\xa0stycznia 2025\xa0r."
    share = [Line.of(one) for one in home_care_fee(Decimal(1400), 1, LAW).steps][3]
    assert (share.result, share.source[:23]) == ("10,00%", "tabela odpłatności rady")


def test_a_letter_of_old_still_loads_and_shows_its_plain_lines() -> None:
    line = {"basis": "ups art. 38", "text": "Różnica", "amount": "400.00"}
    old = {"basis": "", "ruling": [], "reasons": [], "lines": [line], "instruction": []}
    (found,) = TypeAdapter(Letter).validate_python(old).lines
    assert (found.result, found.numbers, found.source) == ("400,00", "", "")


async def with_income(town: Town, benefit: str, *components: Json) -> str:
    """A case of 2 February with its interview and this income of January; its path."""
    case = await applied(town, MAN, benefit, feb(2))
    await interviewed(town, case, feb(2))
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/income", month="2026-01", components=list(components))
    return at


async def lines_of(town: Town, at: str) -> list[str]:
    """Text and result of each line of the last letter, and where the numbers are from."""
    letter = (await town.get(EWA, at))["decisions"][-1]["letter"]
    found = TypeAdapter(Letter).validate_python(letter).lines
    return [f"{one.text}: {one.result} [{one.source}]".replace("\xa0", " ") for one in found]


WORK: Json = {
    "kind": "CASUAL_WORK",
    "amount": "1500.00",
    "tax": "200.00",
    "contributions": "100.00",
}
CHILD: Json = {"kind": "CHILD_BENEFIT", "amount": "800.00"}


async def test_a_refusal_for_the_income_shows_it_beside_the_criterion(town: Town) -> None:
    at = await with_income(town, "PERIODIC", WORK, CHILD)
    assert await town.refused(EWA, f"{at}/entitlement", proposed="200") == "NotEligible"
    decision = await drafted(town, at.rsplit("/", 1)[1], kind="REFUSAL", ground="INCOME")
    assert await lines_of(town, at) == [
        "Przychód „praca dorywcza” po podatku, kosztach i składkach: 1 200,00 zł []",
        "Nie wlicza się: świadczenie wychowawcze (800+): 800,00 zł"
        " [lista wyłączeń z dochodu od 1 października 2019 r.]",
        "Dochód: 1 200,00 zł []",
        "Kryterium dochodowe osoby samotnie gospodarującej: 1 010,00 zł"
        " [kwoty i kryteria ustawowe od 1 stycznia 2025 r.]",
    ]
    text = text_of(await document(town, decision))
    for part in (
        "1 500,00 − 200,00 − 100,00", "1 010,00 zł", "od 1 stycznia 2025 r.",
        "art. 8 ust. 1 pkt 1 ustawy o pomocy społecznej",
    ):  # fmt: skip
        assert part in text, part
    page = (await (await town.client(HELENA)).get(f"/decisions/{decision}/issue")).text
    for part in ("Wyliczenie", "1\xa0010,00\xa0zł", "od 1\xa0stycznia 2025\xa0r."):
        assert part in page.replace("&nbsp;", "\xa0"), part


@pytest.mark.parametrize(
    ("benefit", "limit"),
    [("TARGETED", "1 010,00 zł"), ("PERMANENT", "1 010,00 zł"), ("MEAL", "2 020,00 zł"),
     ("CLOTHING", "1 010,00 zł")],
)  # fmt: skip
async def test_every_benefit_with_a_criterion_is_refused_with_it(
    town: Town, benefit: str, limit: str
) -> None:
    at = await with_income(town, benefit, {"kind": "WAGE", "amount": "3000.00"})
    await drafted(town, at.rsplit("/", 1)[1], kind="REFUSAL", ground="INCOME")
    assert any(limit in line for line in await lines_of(town, at))


async def test_another_ground_needs_no_calculation(town: Town) -> None:
    at = await with_income(town, "PERIODIC", WORK)
    await drafted(town, at.rsplit("/", 1)[1], kind="REFUSAL", ground="NEEDS_MET")
    assert await lines_of(town, at) == []


async def test_a_grant_begins_with_how_the_income_was_found_and_says_nothing_twice(
    town: Town,
) -> None:
    at = await with_income(town, "PERIODIC", {"kind": "FARM", "hectares": "1.5"})
    await town.post(EWA, f"{at}/entitlement", proposed="200")
    grant = {"valid_from": "2026-02-01", "valid_to": "2026-05-31", "amount": "200.00"}
    await drafted(town, at.rsplit("/", 1)[1], kind="GRANT", **grant)
    found = await lines_of(town, at)
    assert [line.split(":")[0] for line in found] == [
        "Gospodarstwo rolne", "Dochód", "Kryterium dochodowe osoby samotnie gospodarującej",
        "Różnica kryterium i dochodu", "Najmniej", "Najwięcej",
    ]  # fmt: skip


# --- on paper ---------------------------------------------------------------


async def document(town: Town, decision: str, worker: str = EWA) -> PdfReader:
    answer = await (await town.client(worker)).get(f"/api/decisions/{decision}/document")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


def tags(node: Any) -> Iterator[str]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for one in node:
            yield from tags(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        yield from tags(node.get("/K", []))


def text_of(reader: PdfReader) -> str:
    pages = (page.extract_text() for page in reader.pages)
    return " ".join(" ".join(pages).replace("\xa0", " ").split())


async def test_a_signed_decision_is_an_accessible_document(town: Town) -> None:
    case = await ready(town)
    moved = intake.PersonDataCorrected(
        corrected=("address",),
        address=Address(street="ul. Przykładowa 4/7", postal_code="00-001", city="Wzorzec"),
    )
    await town.hears("intake", moved, MAN)
    decision = await drafted(town, case, **GRANT)
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    reader = await document(town, decision)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "pl"
    assert {"/H1", "/H2", "/P", "/Table", "/Caption", "/TH"} <= set(tags(root["/StructTreeRoot"]))
    assert reader.metadata is not None
    assert reader.metadata.title == "Decyzja nr SW/2026/0001, Zasiłek okresowy: przyznanie"
    text = text_of(reader)
    for part in (
        "DECYZJA nr SW/2026/0001", "Jan Próbny", "ul. Przykładowa 4/7", "00-001 Wzorzec",
        "Przyznaję zasiłek okresowy w kwocie 200,00 zł miesięcznie", "Uzasadnienie", "Pouczenie",
        "Samorządowego Kolegium Odwoławczego", "Wyliczenie", "Helena Dąbrowa",
        "dnia 12 lutego 2026 r.", "Prezydent Miasta (Miasto Wzorcowe)",
    ):  # fmt: skip
        assert part in text, part


async def test_an_address_that_is_not_known_any_more_stands_on_no_letter(town: Town) -> None:
    case = await ready(town)
    home = Address(street="ul. Przykładowa 4/7", postal_code="00-001", city="Wzorzec")
    for address in (home, None):
        said = intake.PersonDataCorrected(corrected=("address",), address=address)
        await town.hears("intake", said, MAN)
    decision = await drafted(town, case, **GRANT)
    text = text_of(await document(town, decision, HELENA))
    assert "Jan Próbny" in text
    assert "Przykładowa" not in text


async def test_a_draft_says_on_paper_that_it_is_one(town: Town) -> None:
    case = await ready(town)
    decision = await drafted(town, case, **GRANT)
    reader = await document(town, decision, HELENA)
    text = text_of(reader)
    assert "PROJEKT DECYZJI" in text
    assert "Z upoważnienia" not in text


async def test_there_is_no_paper_of_a_decision_that_is_not_there(town: Town) -> None:
    answer = await (await town.client(EWA)).get(f"/api/decisions/{MAN}/document")
    assert answer.status_code == 404
