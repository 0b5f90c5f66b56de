"""The papers of a case beside its decisions: their words, their tags, and who may read them."""

from __future__ import annotations

import asyncio
import io
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import intake
from osnowa_contracts.intake import Address
from pypdf import PdfReader

from services.benefits.act_words import MISSING_PL
from services.benefits.realisation.obliged import Agreement, Claim, Situation
from services.benefits.realisation.values import Obligation, SupportForm
from services.benefits.values import (
    Benefit,
    DefectsCall,
    Delivery,
    HandedOver,
    Initiative,
    Referral,
    ReferralPurpose,
)
from services.benefits.writings import Writing, call, claim, referral, start
from tests.benefits.conftest import Town
from tests.benefits.given import EWA, MAN, feb
from tests.benefits.realised import HELENA, applied
from tests.benefits.test_api import registered
from tests.benefits.test_letter import tags, text_of

ADMINISTRATOR = "stefan-rokita"


def words_of(text: Writing) -> str:
    said = [text.title, text.number, text.about, text.opening, text.signs]
    for part in (*text.parts, *((text.receipt,) if text.receipt else ())):
        said += [part.heading, *part.paragraphs, *part.items]
    return " ".join(said).replace("\N{NO-BREAK SPACE}", " ")


def whole(referral_: Referral) -> str:
    text = referral.write(referral_, Benefit.PERIODIC, team="Zespół", name=str.upper)
    return words_of(text)


def test_every_purpose_and_every_way_to_hand_it_over_has_its_words() -> None:
    assert set(referral.PURPOSE) == set(ReferralPurpose)
    assert set(referral.HANDED) == set(Delivery)


def test_a_referral_of_before_tells_the_usual_consequences_and_names_no_worker() -> None:
    bare = Referral(
        uuid4(), "SK/2026/1", tuple(ReferralPurpose), Initiative.CLIENTS_WISH, feb(4), feb(11)
    )
    said = whole(bare)
    assert referral.INSTRUCTION in said
    assert "Pracownik socjalny:" not in said
    assert "podpis osoby, która odbiera skierowanie" in said


def test_a_referral_that_was_handed_over_says_when_and_asks_for_no_signature() -> None:
    given = Referral(
        uuid4(), "SK/2026/1", tuple(ReferralPurpose), Initiative.CLIENTS_WISH, feb(4), feb(11),
        social_worker="joanna", instruction="Pierwsze.\n\nDrugie.",
        handed_over=HandedOver(feb(5), Delivery.POST, EWA),
    )  # fmt: skip
    said = whole(given)
    assert "wręczono dnia 5 lutego 2026 r. pocztą, za potwierdzeniem odbioru." in said
    assert "Pracownik socjalny: JOANNA" in said
    assert "Pierwsze. Drugie." in said
    assert "odbiera" not in said


def test_the_call_names_each_defect_and_gives_seven_days_from_delivery_at_least() -> None:
    missing = (*MISSING_PL, "INNE")
    said = words_of(call.write(DefectsCall(missing, feb(3), feb(10)), Benefit.MEAL, feb(2)))
    for named in (*MISSING_PL.values(), "INNE"):
        assert named in said
    assert "do dnia 10 lutego 2026 r. Jeżeli" in said
    assert "termin wynosi siedem dni od doręczenia" in said
    assert "pozostawiony bez rozpoznania (art. 64 § 2 k.p.a.)" in said


def test_the_notice_of_a_start_tells_rights_and_never_who_told_the_office() -> None:
    said = words_of(start.write(Benefit.TARGETED, feb(2), feb(4), date(2026, 3, 2)))
    assert (
        "dnia 2 lutego 2026 r. wszczęto z urzędu postępowanie w sprawie zasiłku celowego." in said
    )
    for law in ("art. 61 § 4", "art. 10 k.p.a.", "art. 73 k.p.a.", "art. 41 k.p.a."):
        assert law in said


SITUATION = Situation(Decimal("5000.00"), 1, date(2026, 2, 2))
AGREED = Agreement(uuid4(), Decimal(300), SupportForm.MONEY_TO_CENTRE, feb(1), None, feb(2))


def claimed(claim_: Claim) -> str:
    return words_of(
        claim.write(
            claim_, client="", address=(), obliged="Anna Wzorcowa",
            relation=Obligation.DESCENDANT, situation=SITUATION, agreements=(AGREED,),
            institution="MOPS",
        )
    )  # fmt: skip


def test_a_claim_says_month_by_month_what_is_missing_and_leaves_blank_what_nobody_knows() -> None:
    rests = (Decimal("150.00"), Decimal("300.00"))
    said = claimed(
        Claim(uuid4(), ("2026-02", "2026-03"), Decimal("450.00"), date(2026, 4, 1), rests)
    )
    for part in ("luty 2026: 150,00 zł", "marzec 2026: 300,00 zł", "450,00 zł", "Anna Wzorcowa"):
        assert part in said, part
    assert f"Powód: {claim.BLANK}, adres {claim.BLANK}, PESEL {claim.BLANK}" in said


def test_a_claim_has_a_word_for_every_relation_and_form() -> None:
    assert set(claim.KIN) == set(Obligation)
    assert set(claim.FORM) == set(SupportForm)


def test_a_claim_of_before_names_its_months_and_the_sum() -> None:
    said = claimed(Claim(uuid4(), ("2026-02",), Decimal("150.00"), date(2026, 4, 1)))
    assert "luty 2026" in said
    assert "150,00 zł" in said


# --- on paper -----------------------------------------------------------------------


async def paper(town: Town, address: str, worker: str = EWA) -> tuple[str, str]:
    """Title and text of a paper that can be read by ear; the read is on record."""
    reading = town.app.state.service.reading
    before = await reading.fetchval("select count(*) from reads")
    answer = await (await town.client(worker)).get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert await reading.fetchval("select count(*) from reads") == before + 1
    reader = PdfReader(io.BytesIO(answer.content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "pl"
    assert {"/H1", "/H2", "/P", "/L", "/LI"} <= set(tags(root["/StructTreeRoot"]))
    assert reader.metadata is not None
    return str(reader.metadata.title), text_of(reader)


async def missing(town: Town, address: str) -> None:
    """There is no such paper, and whoever may see no client is not told even that."""
    assert (await (await town.client(EWA)).get(address)).status_code == 404
    for there in (address, address.replace("/9/", "/1/")):
        assert (await (await town.client(ADMINISTRATOR)).get(there)).status_code == 403


async def lives_somewhere(town: Town) -> None:
    moved = intake.PersonDataCorrected(
        corrected=("address",),
        address=Address(street="ul. Przykładowa 4/7", postal_code="00-001", city="Wzorzec"),
    )
    await town.hears("intake", moved, MAN)


async def test_the_referral_is_an_accessible_document_for_the_client(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", feb(2), urgent=False)
    at = f"/api/cases/{case}"
    await lives_somewhere(town)
    await town.post(EWA, f"{at}/assessment")
    await missing(town, f"{at}/referrals/1/document")
    sent = await town.post(EWA, f"{at}/referrals", social_worker="joanna-brzoza")
    number = sent["data"]["number"]
    title, text = await paper(town, f"{at}/referrals/1/document")
    assert title == f"Skierowanie nr {number} do pracownika socjalnego"
    for part in (
        f"SKIEROWANIE nr {number}", "Jan Próbny", "ul. Przykładowa 4/7", "zasiłku okresowego",
        "Dokąd: Zespół pracy socjalnej", "Pracownik socjalny: Joanna Brzoza",
        "do dnia 9 lutego 2026 r.", "art. 11 ust. 2", "zaświadczenie nr 4", "zaświadczenie nr 5",
        "Potwierdzam odbiór skierowania", "Ewa Jarzębina", "pracownik ds. świadczeń",
    ):  # fmt: skip
        assert part in text, part
    town.day(feb(3))
    await town.post(EWA, f"{at}/referrals/hand-over", how="IN_PERSON")
    _, text = await paper(town, f"{at}/referrals/1/document", HELENA)
    assert "wręczono dnia 3 lutego 2026 r. osobiście, za pokwitowaniem." in text
    for number in (0, 9):
        await missing(town, f"{at}/referrals/{number}/document")


async def test_the_call_stays_readable_after_the_application_was_completed(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", feb(2), urgent=False)
    at = f"/api/cases/{case}"
    await missing(town, f"{at}/defects/document")
    await town.post(EWA, f"{at}/defects", missing=["SIGNATURE"], complete_by="2026-02-10")
    await town.post(EWA, f"{at}/defects/completion")
    title, text = await paper(town, f"{at}/defects/document")
    assert title == "Wezwanie do uzupełnienia braków wniosku"
    for part in (
        "WEZWANIE", "wpłynął dnia 2 lutego 2026 r.", "podpis osoby albo przedstawiciela",
        "do dnia 10 lutego 2026 r.", "bez rozpoznania", "Ewa Jarzębina",
    ):  # fmt: skip
        assert part in text, part


async def test_an_ex_officio_start_has_its_notice_and_an_application_has_none(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", feb(2), urgent=False)
    await missing(town, f"/api/cases/{case}/start/document")
    wanted = {
        "person_id": str(MAN), "benefit": "TARGETED",
        "reason": "Zgłoszenie sąsiadki Barbary Nowej: brak opału",
    }  # fmt: skip
    started = (await town.post(EWA, "/api/cases", **wanted))["id"]
    title, text = await paper(town, f"/api/cases/{started}/start/document")
    assert title == "Zawiadomienie o wszczęciu postępowania z urzędu"
    for part in ("ZAWIADOMIENIE", "art. 61 § 4", "zasiłku celowego", "20 lutego 2026 r.",
                 "2 marca 2026 r.", "Ewa Jarzębina"):  # fmt: skip
        assert part in text, part
    assert "sąsiadki" not in text
    assert "Nowej" not in text


async def test_the_claim_is_prepared_for_the_head_to_sign(town: Town) -> None:
    case = await applied(town, MAN, "PERMANENT", feb(2))
    who = {"name": "Anna Wzorcowa", "relation": "DESCENDANT", "income": "5000.00"}
    daughter = (await town.post(EWA, f"/api/cases/{case}/obliged-persons", **who))["id"]
    at = f"/api/obliged-persons/{daughter}"
    agreed = {"amount": "300.00", "form": "MONEY_TO_CENTRE", "valid_from": "2026-02-01"}
    await town.post(EWA, f"{at}/agreements", **agreed)
    await missing(town, f"{at}/claims/1/document")
    await missing(town, f"/api/obliged-persons/{UUID(int=9)}/claims/1/document")
    town.day(date(2026, 4, 1))
    await town.post(EWA, f"{at}/claims")
    await town.post(EWA, f"{at}/situation", income="1.00", household_size=9)
    title, text = await paper(town, f"{at}/claims/1/document")
    assert title == "Pozew o alimenty po niewykonaniu umowy o pomocy"
    for part in (
        "POZEW O ALIMENTY", "art. 110 ust. 5", "Powód: Jan Próbny", "Anna Wzorcowa",
        "luty 2026: 300,00 zł", "marzec 2026: 300,00 zł", "600,00 zł", "5 000,00 zł",
        "Data i podpis kierownika ośrodka", "Ewa Jarzębina",
    ):  # fmt: skip
        assert part in text, part


async def test_a_claim_says_what_was_agreed_when_it_was_prepared(town: Town) -> None:
    case = await applied(town, MAN, "PERMANENT", feb(2))
    who = {"name": "Anna Wzorcowa", "relation": "DESCENDANT", "income": "5000.00"}
    daughter = (await town.post(EWA, f"/api/cases/{case}/obliged-persons", **who))["id"]
    at = f"/api/obliged-persons/{daughter}"
    agreed = {"form": "MONEY_TO_CENTRE", "valid_from": "2026-02-01"}
    await town.post(EWA, f"{at}/agreements", amount="300.00", **agreed)
    town.day(date(2026, 4, 1))
    await town.post(EWA, f"{at}/claims")
    await town.post(EWA, f"{at}/agreements", amount="100.00", **agreed)
    _, text = await paper(town, f"{at}/claims/1/document")
    assert "w kwocie 300,00 zł miesięcznie" in text
    assert "100,00 zł miesięcznie" not in text


HOSTILE = "<script>alert(1)</script> <img src=file:///etc/passwd> {{ 7 * 7 }} & " + "ż" * 1500


async def test_whatever_was_typed_is_printed_as_it_was_typed(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", feb(2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment")
    await town.post(EWA, f"{at}/referrals", instruction=HOSTILE)
    _, text = await paper(town, f"{at}/referrals/1/document")
    assert "<script>alert(1)</script> <img src=file:///etc/passwd> {{ 7 * 7 }} &" in text


async def test_pages_lead_to_the_papers_of_what_was_done(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", feb(2), urgent=False)
    client = await town.client(EWA)
    before = (await client.get(f"/cases/{case}")).text
    assert "/document" not in before
    await town.post(
        EWA, f"/api/cases/{case}/defects", missing=["CONSENT"], complete_by="2026-02-10"
    )
    await town.post(EWA, f"/api/cases/{case}/defects/completion")
    await town.post(EWA, f"/api/cases/{case}/referrals")
    after = (await client.get(f"/cases/{case}")).text
    for paper_ in ("defects", "referrals/1"):
        assert f'href="/api/cases/{case}/{paper_}/document"' in after


# --- the referral itself --------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        ({"team": "pup"}, "NoSuchTeam"),
        ({"social_worker": EWA}, "NotInThatTeam"),
        ({"contact_by": "2026-02-01"}, "NotBeforeEarlier"),
        ({"instruction": " " * 12}, "invalid"),
    ],
)
async def test_a_client_is_sent_to_social_work_only_and_in_time(
    town: Town, wanted: dict[str, str], refusal: str
) -> None:
    case = await registered(town, MAN, "PERIODIC", feb(2), urgent=False)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    assert await town.refused(EWA, f"/api/cases/{case}/referrals", **wanted) == refusal
    assert (await town.get(EWA, f"/api/cases/{case}"))["referrals"] == []


async def test_social_work_is_told_where_and_since_when_and_not_how(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", feb(2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment")
    await town.post(EWA, f"{at}/referrals", social_worker="joanna-brzoza", instruction="Tak i tak.")
    early = {"how": "POST", "on": "2026-02-01"}
    assert await town.refused(EWA, f"{at}/referrals/hand-over", **early) == "NotBeforeEarlier"
    late = {"how": "POST", "on": "2026-02-03"}
    assert await town.refused(EWA, f"{at}/referrals/hand-over", **late) == "InTheFuture"
    unknown = {"referral_id": str(uuid4())}
    assert await town.refused(EWA, f"{at}/referrals/hand-over", **unknown) == "NotFound"
    offered = {link["action"] for link in (await town.get(EWA, at))["actions"]}
    assert "hand_over_referral" in offered
    await town.post(EWA, f"{at}/referrals/hand-over", how="POST")
    offered = {link["action"] for link in (await town.get(EWA, at))["actions"]}
    assert "hand_over_referral" not in offered
    assert await town.refused(EWA, f"{at}/referrals/hand-over") == "HandedOverAlready"
    rows = await town.app.state.service.reading.fetch(
        "select type, data::text from facts where type like '%referr%' order by event_position"
    )
    assert [row["type"].split(".")[2] for row in rows] == [
        "client-referred-to-social-worker", "referral-handed-over",
    ]  # fmt: skip
    sent, handed = (row["data"] for row in rows)
    assert '"target_unit": "socialwork"' in sent
    assert '"target_worker": "joanna-brzoza"' in sent
    assert '"on": "2026-02-02"' in handed
    for kept in ("Tak i tak", "POST", EWA):
        assert kept not in sent + handed


async def test_two_who_confirm_at_once_confirm_it_once(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", feb(2), urgent=False)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/assessment")
    await town.post(EWA, f"{at}/referrals")
    client = await town.client(EWA)
    both = await asyncio.gather(
        *(client.post(f"{at}/referrals/hand-over", json={"how": how}) for how in ("POST", "DEEMED"))
    )
    assert sorted(answer.status_code for answer in both) == [201, 409]


async def test_a_form_opened_before_another_referral_confirms_neither_by_chance(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", feb(2), urgent=False)
    at, form = f"/api/cases/{case}", f"/cases/{case}/referrals/hand-over"
    await town.post(EWA, f"{at}/assessment")
    first = (await town.post(EWA, f"{at}/referrals"))["data"]["referral_id"]
    client = await town.client(EWA)
    assert "Na wręczenie czeka kilka" not in (await client.get(form)).text
    second = (await town.post(EWA, f"{at}/referrals"))["data"]["referral_id"]
    again = await client.post(form, data={"how": "IN_PERSON"})
    assert again.status_code == 422
    for there in ("Na wręczenie czeka kilka", first, second):
        assert there in again.text
    assert await town.refused(EWA, f"{at}/referrals/hand-over") == "WhichReferral"
    await town.post(EWA, f"{at}/referrals/hand-over", referral_id=second)
    await town.post(EWA, f"{at}/referrals/hand-over")
    handed = [one["handed_over"] for one in (await town.get(EWA, at))["referrals"]]
    assert all(handed)
    assert await town.refused(EWA, f"{at}/referrals/hand-over") == "HandedOverAlready"
