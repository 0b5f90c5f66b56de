"""Every kind of decision over HTTP: drafted, returned, signed, delivered, appealed, ruled on."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest
from osnowa_contracts import benefits as facts

from services.benefits.drafting import check_criterion
from services.benefits.refusals.drafting import CriterionNotMet
from services.benefits.values import CARE, AnswerValue, Benefit
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN, Json
from tests.benefits.moving_in import AGREED, SHEET, calculated, daughter_agrees
from tests.benefits.realised import applied, delivered, earned, interviewed, sent_to_the_board
from tests.benefits.test_api import (
    BARBARA,
    EWA,
    GRANT,
    HELENA,
    MAREK,
    ZOFIA,
    assessed,
    granted,
    registered,
)
from tests.benefits.test_giving import contracted

DELIVERED = {"first_notice_on": "2026-02-13", "second_notice_on": "2026-02-20"}


async def drafted(town: Town, case: str, **draft: Any) -> str:
    """A draft on the application; the id of the decision."""
    answer = await town.post(EWA, f"/api/cases/{case}/decisions", **draft)
    return str(answer["data"]["decision_id"])


async def ready(town: Town) -> str:
    """K1 on 12 February, calculated; the case."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="200.00")
    town.day(date(2026, 2, 12))
    return case


async def decision_of(town: Town, case: str, place: int = 0) -> Json:
    found: Json = (await town.get(EWA, f"/api/cases/{case}"))["decisions"][place]
    return found


async def reviewed(town: Town, trigger: str = "INCOME_CHANGE") -> tuple[str, str]:
    """A granted benefit whose review was taken up: the case and the address of the benefit."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    benefit = f"/api/entitlements/{await granted(town, case)}"
    await town.post(EWA, f"{benefit}/review", trigger=trigger)
    return case, benefit


async def in_force(town: Town, benefit: str, **draft: Any) -> Json:
    """A decision of the review until its waiver; as the case shows it then."""
    answer = await town.post(EWA, f"{benefit}/decisions", **draft)
    decision = answer["data"]["decision_id"]
    for worker, step in ((HELENA, "issue"), (EWA, "delivery"), (EWA, "waiver")):
        await town.post(worker, f"/api/decisions/{decision}/{step}")
    return {"id": decision}


# --- four eyes, numbers -----------------------------------------------------


async def test_a_returned_draft_is_revised_and_its_reviser_does_not_sign(town: Town) -> None:
    case = await ready(town)
    decision = await drafted(town, case, **GRANT)
    on_it = f"/api/decisions/{decision}"
    await town.post(HELENA, f"{on_it}/return", remarks="Uzasadnij wysokość")
    view = await decision_of(town, case)
    assert (view["state"], view["remarks"]) == ("returned", "Uzasadnij wysokość")
    (task,) = [t for t in await town.listed(EWA, "/api/tasks") if "Popraw projekt" in t["title"]]
    assert task["title"] == "Popraw projekt: Jan Próbny"
    assert await town.refused(HELENA, f"{on_it}/issue") == "NotNow"
    content = {key: value for key, value in GRANT.items() if key != "kind"}
    await town.post(EWA, f"{on_it}/revision", **content, reasons="Kwota odpowiada potrzebom.")
    view = await decision_of(town, case)
    assert view["state"] == "drafted"
    assert view["letter"]["reasons"][-1] == "Kwota odpowiada potrzebom."
    await town.post(HELENA, f"{on_it}/issue")


async def test_nobody_signs_a_draft_that_was_revised_since_it_was_read(town: Town) -> None:
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **GRANT)}"
    read = (await decision_of(town, case))["draft"]
    content = {key: value for key, value in GRANT.items() if key != "kind"}
    await town.post(EWA, f"{on_it}/revision", **{**content, "amount": "400.00"})
    assert await town.refused(HELENA, f"{on_it}/issue", draft=read) == "DraftChanged"
    read = (await decision_of(town, case))["draft"]
    await town.post(HELENA, f"{on_it}/issue", draft=read)


async def test_the_head_signs_with_an_authorisation_and_never_what_he_drafted(
    town: Town,
) -> None:
    case = await ready(town)
    decision = await drafted(town, case, **GRANT)
    issue = f"/api/decisions/{decision}/issue"
    assert await town.refused(BARBARA, issue) == "NotAuthorised"
    given = {"worker_id": BARBARA, "valid_from": "2026-02-01", "valid_to": "2026-02-28"}
    stranger = {**given, "worker_id": EWA}
    assert await town.refused(HELENA, "/api/practice/signers", **stranger) == "NobodyLikeThat"
    await town.post(HELENA, "/api/practice/signers", **given)
    assert await town.refused(EWA, issue) == "RoleMissing"
    await town.post(BARBARA, issue)
    assert (await decision_of(town, case))["signed_by"] == BARBARA
    town.day(date(2026, 3, 2))
    other = await town.post(
        EWA, "/api/cases", person_id=str(MAN), benefit="TARGETED", reason="Brak opału"
    )
    draft = {"kind": "DISCONTINUE", "ground": "POINTLESS"}
    later = await drafted(town, other["id"], **draft)
    assert await town.refused(BARBARA, f"/api/decisions/{later}/issue") == "NotAuthorised"


async def test_numbers_have_no_gap_and_no_repeat_in_a_year(town: Town) -> None:
    ids = []
    for _ in range(5):
        started = await town.post(
            EWA, "/api/cases", person_id=str(await known(town)), benefit="TARGETED",
            reason="Brak opału",
        )  # fmt: skip
        ids.append(await drafted(town, started["id"], kind="DISCONTINUE", ground="POINTLESS"))
    client = await town.client(HELENA)
    answers = await asyncio.gather(
        *(client.post(f"/api/decisions/{one}/issue", json={}) for one in ids)
    )
    numbers = sorted(answer.json()["data"]["number"] for answer in answers)
    assert numbers == [f"SW/2026/{place:04}" for place in range(1, 6)]
    again = await client.post(f"/api/decisions/{ids[0]}/issue", json={})
    assert again.json()["code"] == "NotNow"
    town.day(date(2027, 1, 4))
    started = await town.post(
        EWA, "/api/cases", person_id=str(MAN), benefit="TARGETED", reason="Brak opału"
    )
    new_year = await drafted(town, started["id"], kind="DISCONTINUE", ground="POINTLESS")
    issued = await town.post(HELENA, f"/api/decisions/{new_year}/issue")
    assert issued["data"]["number"] == "SW/2027/0001"


async def known(town: Town) -> object:
    if not await town.listed(EWA, "/api/cases", person_id=str(MAN)):
        await registered(town, MAN, "MEAL", date(2026, 2, 2), urgent=False)
    return MAN


# --- delivery and enforceability --------------------------------------------


async def test_a_letter_that_nobody_took_is_delivered_after_two_notices(town: Town) -> None:
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **GRANT)}"
    await town.post(HELENA, f"{on_it}/issue")
    deemed = {"how": "DEEMED", **DELIVERED}
    once = {"how": "DEEMED", "first_notice_on": "2026-02-13", "second_notice_on": "2026-02-17"}
    town.day(date(2026, 2, 26))
    assert await town.refused(EWA, f"{on_it}/delivery", **once) == "NoticesIncomplete"
    assert await town.refused(EWA, f"{on_it}/delivery", how="DEEMED") == "NoticesIncomplete"
    assert await town.refused(EWA, f"{on_it}/delivery", **deemed) == "StillStored"
    town.day(date(2026, 3, 3))
    told = (await town.post(EWA, f"{on_it}/delivery", **deemed))["data"]
    assert told == {"on": "2026-02-27", "appeal_until": "2026-03-13"}


async def test_no_notice_is_left_before_the_decision_or_after_its_storage(town: Town) -> None:
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **GRANT)}"
    town.day(date(2026, 2, 20))
    await town.post(HELENA, f"{on_it}/issue")
    town.day(date(2026, 3, 20))
    early = {"how": "DEEMED", "first_notice_on": "2026-02-13", "second_notice_on": "2026-02-20"}
    assert await town.refused(EWA, f"{on_it}/delivery", **early) == "NotBeforeEarlier"
    late = {"how": "DEEMED", "first_notice_on": "2026-02-23", "second_notice_on": "2026-03-10"}
    assert await town.refused(EWA, f"{on_it}/delivery", **late) == "NoticesIncomplete"


async def test_no_delivery_is_noted_for_a_day_to_come(town: Town) -> None:
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **GRANT)}"
    await town.post(HELENA, f"{on_it}/issue")
    assert await town.refused(EWA, f"{on_it}/delivery", on="2026-02-13") == "InTheFuture"


async def test_a_decision_is_made_enforceable_by_a_later_order(town: Town) -> None:
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **GRANT)}"
    await delivered(town, on_it)
    assert await town.refused(MAREK, f"{on_it}/realisation") == "NotExecutable"
    await town.post(HELENA, f"{on_it}/enforceability", reason="Brak środków na leki")
    again = await town.refused(HELENA, f"{on_it}/enforceability", reason="Brak środków na leki")
    assert again == "AlreadyEnforceable"
    await town.post(MAREK, f"{on_it}/realisation")


async def test_a_waiver_comes_within_the_term_only(town: Town) -> None:
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **GRANT)}"
    await delivered(town, on_it)
    town.day(date(2026, 2, 27))
    assert await town.refused(EWA, f"{on_it}/waiver") == "AppealTermOver"
    await town.post(EWA, f"{on_it}/finality")


# --- appeals ----------------------------------------------------------------


async def appealed(town: Town, **draft: Any) -> tuple[str, str]:
    """A delivered decision with an appeal of 20 February: the case, the decision's address."""
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **draft)}"
    await delivered(town, on_it)
    town.day(date(2026, 2, 20))
    filed = await town.post(EWA, f"{on_it}/appeal")
    assert filed["data"]["forward_by"] == "2026-02-27"
    return case, on_it


async def test_the_office_gives_way_within_seven_days_and_decides_anew(town: Town) -> None:
    case, on_it = await appealed(town, **GRANT)
    town.day(date(2026, 2, 28))
    late = await town.refused(EWA, f"{on_it}/appeal/result", result="SELF_CORRECTED")
    assert late == "SelfCorrectionLate"
    town.day(date(2026, 2, 27))
    await town.post(EWA, f"{on_it}/appeal/result", result="SELF_CORRECTED")
    await town.post(EWA, f"/api/cases/{case}/assessment/completion")
    more = {**GRANT, "amount": "300.00"}
    due = (await town.get(EWA, f"/api/cases/{case}"))["deadlines"]
    assert ("DECISION", "2026-02-27") in [(one["kind"], one["due_on"]) for one in due], (
        "within the seven days"
    )
    new = await drafted(town, case, **more)
    first, anew = (await town.get(EWA, f"/api/cases/{case}"))["decisions"]
    assert (first["state"], first["appeal_result"]) == ("overturned", "SELF_CORRECTED")
    assert anew["previous_decision_id"] == first["id"]
    ruling = anew["letter"]["ruling"][0]
    assert ruling.startswith(f"Uchylam decyzję nr {first['number']} z dnia 12")
    assert "i orzekam: przyznaję zasiłek okresowy w kwocie 300,00" in ruling
    assert "art. 132 § 1 Kodeksu postępowania administracyjnego" in anew["letter"]["basis"]
    content = {key: value for key, value in more.items() if key != "kind"}
    await town.post(EWA, f"/api/decisions/{new}/revision", **content)
    assert (await decision_of(town, case, 1))["letter"]["ruling"][0] == ruling
    await town.post(HELENA, f"/api/decisions/{new}/issue")
    page = (await (await town.client(EWA)).get(f"/cases/{case}")).text
    assert "Wynik odwołania" in page
    assert "uwzględni" in page, "what the office made of it, in words"


async def test_the_office_gives_way_in_a_review_and_decides_it_anew_within_the_seven_days(
    town: Town,
) -> None:
    case, benefit = await reviewed(town, "NON_COOPERATION")
    draft = {"kind": "SUSPEND", "valid_from": "2026-03-01"}
    for effect in (
        {},
        {"immediate": True, "immediate_reason": "Ważny interes społeczny."},
    ):
        answer = await town.post(EWA, f"{benefit}/decisions", **draft, **effect)
        on_it = f"/api/decisions/{answer['data']['decision_id']}"
        await town.post(HELENA, f"{on_it}/issue")
        for step in ("delivery", "appeal"):
            await town.post(EWA, f"{on_it}/{step}")
        await town.post(EWA, f"{on_it}/appeal/result", result="SELF_CORRECTED")
        (entitlement,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
        assert (entitlement["state"], entitlement["suspended_from"]) == ("in-review", None)
        assert entitlement["review"]["decide_by"] == "2026-02-23"
    corrected = (await decision_of(town, case, 2))["number"]
    await in_force(town, benefit, kind="CONFIRM")
    letter = (await decision_of(town, case, 3))["letter"]
    assert letter["ruling"][0].startswith(f"Uchylam decyzję nr {corrected} z dnia")
    assert "i orzekam: pozostawiam bez zmian świadczenie przyznane decyzją" in letter["ruling"][0]
    await town.post(EWA, f"{benefit}/review", trigger="WASTE")
    await town.post(EWA, f"{benefit}/decisions", kind="CONFIRM")
    ruling = (await decision_of(town, case, 4))["letter"]["ruling"][0]
    assert ruling.startswith("Pozostawiam bez zmian"), "it was answered already"


async def test_a_remitted_refusal_goes_back_to_the_assessment(town: Town) -> None:
    case, on_it = await appealed(town, kind="REFUSAL", ground="INCOME")
    forwarded = await town.post(EWA, f"{on_it}/appeal/forwarding")
    assert forwarded["data"]["ruling_by"] == "2026-03-20"
    due = (await town.get(EWA, f"/api/cases/{case}"))["deadlines"]
    assert ("SKO_RULING", "2026-03-20") in [(one["kind"], one["due_on"]) for one in due]
    town.day(date(2026, 3, 18))
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "assessment"


@pytest.mark.parametrize(("result", "basis"), [("INADMISSIBLE", "TERM"), ("DISCONTINUED", "SKO")])
async def test_an_appeal_that_was_late_or_withdrawn_leaves_the_decision_final(
    town: Town, result: str, basis: str
) -> None:
    case, on_it = await appealed(town, kind="REFUSAL", ground="INCOME")
    await town.post(EWA, f"{on_it}/appeal/forwarding")
    await town.post(EWA, f"{on_it}/appeal/result", result=result)
    assert (await decision_of(town, case))["state"] == "final"
    told = await town.app.state.service.reading.fetchval(
        "select data ->> 'basis' from facts where type = $1", facts.DecisionBecameFinal.type()
    )
    assert told == basis


async def test_what_the_board_grants_itself_is_carried_out_here(town: Town) -> None:
    case, on_it = await appealed(town, kind="REFUSAL", ground="INCOME")
    await town.post(EWA, f"{on_it}/appeal/forwarding")
    ruling = {**GRANT, "number": "SKO.4115.77.2026"}
    wrong = await town.refused(EWA, f"{on_it}/appeal/result", result="UPHELD", ruling=ruling)
    assert wrong == "RulingNotHere"
    told = await town.post(EWA, f"{on_it}/appeal/result", result="REVERSED", ruling=ruling)
    ruled = await decision_of(town, case, 1)
    assert ruled["id"] == told["data"]["decision_id"]
    assert (ruled["number"], ruled["state"]) == ("SKO.4115.77.2026", "final")
    started = await town.post(MAREK, f"/api/decisions/{ruled['id']}/realisation")
    assert started["data"]["payments"] == 4
    assert (await decision_of(town, case))["state"] == "overturned"


async def test_an_appeal_posted_on_its_last_day_counts_though_the_decision_was_found_final(
    town: Town,
) -> None:
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, kind='REFUSAL', ground='INCOME')}"
    await delivered(town, on_it)
    town.day(date(2026, 3, 2))
    await town.post(EWA, f"{on_it}/finality")
    assert await town.refused(EWA, f"{on_it}/appeal") == "FinalAlready"
    await town.post(EWA, f"{on_it}/appeal", on="2026-02-26")
    assert (await decision_of(town, case))["state"] == "appealed"
    await town.post(EWA, f"{on_it}/appeal/forwarding")
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "assessment"


async def final_by_term(town: Town, **draft: Any) -> tuple[str, str]:
    """Delivered on 12 February and found final on 2 March: the case, the decision's address."""
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **draft)}"
    await delivered(town, on_it)
    town.day(date(2026, 3, 2))
    await town.post(EWA, f"{on_it}/finality")
    return case, on_it


async def deadlines(town: Town, case: str) -> list[tuple[str, str]]:
    found = (await town.get(EWA, f"/api/cases/{case}"))["deadlines"]
    return [(one["kind"], one["due_on"]) for one in found if one["kind"] != "DECISION"]


async def test_a_late_appeal_goes_to_the_board_and_stops_nothing(town: Town) -> None:
    case, on_it = await final_by_term(town, **GRANT)
    early = {"on": "2026-02-26", "restoration_asked": True}
    assert await town.refused(EWA, f"{on_it}/late-appeal", **early) == "AppealInTime"
    filed = await town.post(EWA, f"{on_it}/late-appeal")
    assert filed["data"]["forward_by"] == "2026-03-09"
    assert ("FORWARD_APPEAL", "2026-03-09") in await deadlines(town, case)
    assert await town.refused(EWA, f"{on_it}/late-appeal") == "LateAppealPending"
    assert await town.refused(EWA, f"{on_it}/late-appeal/answer", result="LATE") == "NoLateAppeal"
    await town.post(MAREK, f"{on_it}/realisation")
    town.day(date(2026, 3, 5))
    await town.post(EWA, f"{on_it}/late-appeal/forwarding")
    assert ("SKO_RULING", "2026-04-07") in await deadlines(town, case)
    shown = await decision_of(town, case)
    assert (shown["state"], shown["late_appeal"]["forwarded_on"]) == ("final", "2026-03-05")
    without = await town.refused(EWA, f"{on_it}/late-appeal/answer", result="TERM_RESTORED")
    assert without == "RestorationNotAsked"
    await town.post(EWA, f"{on_it}/late-appeal/answer", result="LATE")
    shown = await decision_of(town, case)
    assert (shown["state"], shown["final_on"]) == ("final", "2026-02-27")
    assert await deadlines(town, case) == [("PAYMENT", "2026-02-25")]
    rows = await town.app.state.service.reading.fetch(
        "select type from facts where type like '%appeal%' order by event_position"
    )
    assert [row["type"] for row in rows] == [
        facts.LateAppealFiled.type(), facts.AppealForwarded.type(), facts.LateAppealAnswered.type(),
    ]  # fmt: skip


async def test_a_restored_term_brings_the_decision_before_the_board(town: Town) -> None:
    case, on_it = await final_by_term(town, kind="REFUSAL", ground="INCOME")
    await town.post(EWA, f"{on_it}/late-appeal", restoration_asked=True)
    defect = {"ground": "NEW_FACTS", "what": "Umowa o pracę", "learned_on": "2026-03-02"}
    waits = await town.refused(HELENA, f"{on_it}/reopening", **defect)
    assert waits == "LateAppealPending"
    assert await town.refused(EWA, f"/api/cases/{case}/closure", reason="REFUSED") == waits
    await town.post(EWA, f"{on_it}/late-appeal/forwarding")
    town.day(date(2026, 3, 20))
    answered = await town.post(EWA, f"{on_it}/late-appeal/answer", result="TERM_RESTORED")
    assert answered["data"]["ruling_by"] == "2026-04-20"
    shown = await decision_of(town, case)
    assert (shown["state"], shown["final_on"], shown["appealed_on"]) == (
        "at-sko", None, "2026-03-02",
    )  # fmt: skip
    town.day(date(2026, 4, 10))
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "assessment"


async def test_what_was_paid_until_the_term_was_restored_stays_until_the_board_rules(
    town: Town,
) -> None:
    case, on_it = await final_by_term(town, **GRANT)
    benefit = (await town.post(MAREK, f"{on_it}/realisation"))["id"]
    await town.post(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-02")
    await town.post(EWA, f"{on_it}/late-appeal", restoration_asked=True)
    await town.post(EWA, f"{on_it}/late-appeal/forwarding")
    await town.post(EWA, f"{on_it}/late-appeal/answer", result="TERM_RESTORED")
    assert (await town.get(EWA, f"/api/entitlements/{benefit}"))["state"] == "active"
    await town.post(EWA, f"{on_it}/appeal/result", result="UPHELD")
    shown = await decision_of(town, case)
    assert (shown["state"], shown["final_basis"]) == ("final", "SKO")
    assert await town.refused(EWA, f"{on_it}/late-appeal", on="2026-03-02") == "NotFinalByTerm"


async def test_an_appeal_that_comes_late_makes_the_decision_final_by_its_term(town: Town) -> None:
    """Nobody had said so yet; what was granted can be carried out at once."""
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **GRANT)}"
    await delivered(town, on_it)
    town.day(date(2026, 2, 27))
    assert await town.refused(EWA, f"{on_it}/appeal") == "AppealLate"
    await town.post(EWA, f"{on_it}/late-appeal")
    shown = await decision_of(town, case)
    assert (shown["state"], shown["final_on"]) == ("final", "2026-02-27")
    await town.post(MAREK, f"{on_it}/realisation")


async def test_an_appeal_in_time_that_turns_up_goes_before_a_late_one(town: Town) -> None:
    case, on_it = await final_by_term(town, kind="REFUSAL", ground="INCOME")
    await town.post(EWA, f"{on_it}/late-appeal")
    await town.post(EWA, f"{on_it}/appeal", on="2026-02-26")
    assert (await decision_of(town, case))["state"] == "appealed"
    assert [kind for kind, _ in await deadlines(town, case)] == ["FORWARD_APPEAL"]


async def test_what_was_waived_is_appealed_no_more(town: Town) -> None:
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **GRANT)}"
    await delivered(town, on_it)
    await town.post(EWA, f"{on_it}/waiver")
    assert await town.refused(EWA, f"{on_it}/appeal") == "FinalAlready"


async def test_what_the_board_rules_itself_says_what_is_to_be_carried_out(town: Town) -> None:
    _, on_it = await appealed(town, kind="REFUSAL", ground="INCOME")
    await town.post(EWA, f"{on_it}/appeal/forwarding")
    number = {"number": "SKO.4115.77.2026"}
    for ruling, code in (
        ({"kind": "GRANT"}, "TermsIncomplete"),
        ({**GRANT, "amount": "0.00"}, "TermsIncomplete"),
        ({**GRANT, "valid_to": "2026-01-31"}, "PeriodReversed"),
        ({"kind": "SUSPEND", "valid_from": "2026-03-01"}, "KindNotHere"),
    ):
        told = {"result": "REVERSED", "ruling": {**ruling, **number}}
        assert await town.refused(EWA, f"{on_it}/appeal/result", **told) == code


async def test_a_remitted_suspension_is_reviewed_again(town: Town) -> None:
    case, benefit = await reviewed(town, "NON_COOPERATION")
    draft = {
        "kind": "SUSPEND", "valid_from": "2026-03-01", "immediate": True,
        "immediate_reason": "Ważny interes społeczny.",
    }  # fmt: skip
    answer = await town.post(EWA, f"{benefit}/decisions", **draft)
    on_it = f"/api/decisions/{answer['data']['decision_id']}"
    await delivered(town, on_it)
    await sent_to_the_board(town, on_it)
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    (entitlement,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    assert (entitlement["state"], entitlement["review"]["trigger"]) == ("in-review", "APPEAL")
    assert {payment["state"] for payment in entitlement["payments"]} == {"planned"}


# --- what may be granted -----------------------------------------------------


async def test_a_grant_rests_on_the_income_that_was_established_last(town: Town) -> None:
    case = await ready(town)
    more = [{"kind": "WAGES", "amount": "1500.00"}]
    await town.post(EWA, f"/api/cases/{case}/income", month="2026-01", components=more)
    at = f"/api/cases/{case}/decisions"
    assert await town.refused(EWA, at, **GRANT) == "CalculationMissing"
    again = await town.refused(EWA, f"/api/cases/{case}/entitlement", proposed="200.00")
    assert again == "NotEligible"


async def test_nothing_is_granted_for_the_time_before_the_application(town: Town) -> None:
    case = await ready(town)
    early = {**GRANT, "valid_from": "2026-01-31"}
    at = f"/api/cases/{case}/decisions"
    assert await town.refused(EWA, at, **early) == "BeforeApplication"
    decision = await drafted(town, case, **GRANT)
    content = {key: value for key, value in early.items() if key != "kind"}
    revision = f"/api/decisions/{decision}/revision"
    assert await town.refused(EWA, revision, **content) == "BeforeApplication"


async def test_help_for_a_need_is_for_one_month_or_for_whole_ones(town: Town) -> None:
    case = await applied(town, WOMAN, "TARGETED", date(2026, 2, 2))
    await interviewed(town, case, date(2026, 2, 2))
    await earned(town, case)
    at, draft = f"/api/cases/{case}/decisions", {"kind": "GRANT", "need": "Zakup opału"}
    two = {**draft, "valid_from": "2026-02-05", "valid_to": "2026-03-04", "amount": "600.00"}
    assert await town.refused(EWA, at, **two) == "NotWholeMonths"
    await drafted(town, case, **{**two, "valid_from": "2026-02-01", "valid_to": "2026-03-31"})
    (ruling,) = (await decision_of(town, case))["letter"]["ruling"]
    assert "600,00\xa0zł miesięcznie" in ruling, "each of both months brings it"


async def test_one_review_has_one_decision_at_a_time(town: Town) -> None:
    _, benefit = await reviewed(town)
    revoke = {"kind": "REVOKE", "valid_from": "2026-03-01", "ground": "CHANGED_CIRCUMSTANCES"}
    first = (await town.post(EWA, f"{benefit}/decisions", **revoke))["data"]["decision_id"]
    change = {"kind": "CHANGE", "valid_from": "2026-04-01", "amount": "300.00"}
    assert await town.refused(EWA, f"{benefit}/decisions", **change) == "ReviewBeingDecided"
    await town.post(EWA, f"/api/decisions/{first}/withdrawal", reason="Błędny rodzaj")
    await town.post(EWA, f"{benefit}/decisions", **change)


# --- every result of a review by a decision ---------------------------------


async def test_a_review_confirms_by_a_decision_of_its_own(town: Town) -> None:
    case, benefit = await reviewed(town)
    await in_force(town, benefit, kind="CONFIRM")
    view = await town.get(EWA, f"/api/cases/{case}")
    assert view["entitlements"][0]["state"] == "active"
    first, second = view["decisions"]
    assert second["previous_decision_id"] == first["id"]
    assert second["letter"]["ruling"][0].startswith("Pozostawiam bez zmian świadczenie")


async def test_a_review_limits_by_less_than_before_only(town: Town) -> None:
    case, benefit = await reviewed(town, "WASTE")
    limit = {"kind": "LIMIT", "valid_from": "2026-03-01", "amount": "200.00"}
    assert await town.refused(EWA, f"{benefit}/decisions", **limit) == "NotLess"
    await in_force(town, benefit, **{**limit, "amount": "150.00"})
    decision = await decision_of(town, case, 1)
    assert decision["terms"]["ground"] == "WASTE"
    assert decision["letter"]["ruling"][0].startswith("Ograniczam świadczenie")
    closed = await town.app.state.service.reading.fetchval(
        "select data ->> 'result' from facts where type = $1", facts.EntitlementReviewClosed.type()
    )
    assert closed == "LIMITED"


async def test_a_review_revokes_by_a_decision_that_names_the_earlier_one(town: Town) -> None:
    case, benefit = await reviewed(town)
    await in_force(
        town, benefit, kind="REVOKE", valid_from="2026-03-01", ground="CHANGED_CIRCUMSTANCES"
    )
    decision = await decision_of(town, case, 1)
    number = (await decision_of(town, case))["number"]
    assert number in decision["letter"]["ruling"][0]
    (entitlement,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    assert entitlement["state"] == "ended"


# --- targeted, in kind, residential home ------------------------------------


async def test_a_targeted_benefit_names_what_it_is_for(town: Town) -> None:
    case = await registered(town, MAN, "TARGETED", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    draft = {
        "kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-02-28", "amount": "600.00",
    }  # fmt: skip
    at = f"/api/cases/{case}/decisions"
    assert await town.refused(EWA, at, **draft) == "TermsIncomplete"
    await town.post(EWA, at, **draft, need="zakup opału")
    ruling = (await decision_of(town, case))["letter"]["ruling"][0]
    assert ruling.startswith(
        "Przyznaję zasiłek celowy w kwocie 600,00\xa0zł, z przeznaczeniem na: zakup opału"
    )


async def test_help_for_a_need_is_granted_within_the_criterion(town: Town) -> None:
    case = await applied(town, WOMAN, "TARGETED", date(2026, 2, 2))
    await interviewed(town, case, date(2026, 2, 2))
    at = f"/api/cases/{case}"
    draft = {
        "kind": "GRANT", "valid_from": "2026-02-01", "valid_to": "2026-02-28", "amount": "600.00",
        "need": "zakup opału",
    }  # fmt: skip
    assert await town.refused(EWA, f"{at}/decisions", **draft) == "IncomeMissing"
    await earned(town, case, "1010.01")
    assert await town.refused(EWA, f"{at}/decisions", **draft) == "AboveCriterion"
    await earned(town, case, "1010.00")
    answer = {"question": "Q4", "text": "Dochód po zmianie."}
    await town.post(EWA, f"{at}/answers", **answer, value="NO")
    assert await town.refused(EWA, f"{at}/decisions", **draft) == "CriterionNotMet"
    await town.post(EWA, f"{at}/answers", **answer, value="YES")
    decision = await drafted(town, case, **draft)
    await town.post(EWA, f"{at}/answers", **answer, value="NO")
    revision = {key: value for key, value in draft.items() if key != "kind"}
    refused = await town.refused(EWA, f"/api/decisions/{decision}/revision", **revision)
    assert refused == "CriterionNotMet"


@pytest.mark.parametrize("benefit", Benefit)
def test_what_depends_on_the_criterion_is_not_granted_against_question_four(
    benefit: Benefit,
) -> None:
    for value in (None, AnswerValue.YES, AnswerValue.PARTLY):
        check_criterion(benefit, value)
    free_of_it = {
        Benefit.LOSS, Benefit.SPECIAL_TARGETED, Benefit.BURIAL, Benefit.CREDITED_TICKET,
        Benefit.MEAL, Benefit.SHELTER, Benefit.TRAINING_FLAT, *CARE,
    }  # fmt: skip
    if benefit in free_of_it:
        check_criterion(benefit, AnswerValue.NO)
    else:
        with pytest.raises(CriterionNotMet):
            check_criterion(benefit, AnswerValue.NO)


async def test_help_in_kind_needs_no_amount(town: Town) -> None:
    case = await registered(town, MAN, "IN_KIND", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    period = {"valid_from": "2026-02-01", "valid_to": "2026-02-28"}
    await town.post(EWA, f"/api/cases/{case}/right")
    await drafted(town, case, kind="GRANT", **period, need="odzież zimowa")


async def test_a_request_of_39a_is_decided_like_every_other(town: Town) -> None:
    case = await registered(town, MAN, "CONTRACT_TARGETED", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    period = {"valid_from": "2026-02-01", "valid_to": "2026-02-28"}
    await contracted(town)
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="300", need="450")
    await drafted(town, case, kind="PARTIAL", **period, amount="300.00", need="kurs zawodowy")
    letter = (await decision_of(town, case))["letter"]
    assert "art. 39a" in letter["basis"]
    assert letter["ruling"][1] == "W pozostałej części odmawiam uwzględnienia żądania."


async def test_what_is_granted_in_part_is_paid_as_granted(town: Town) -> None:
    case = await ready(town)
    on_it = f"/api/decisions/{await drafted(town, case, **{**GRANT, 'kind': 'PARTIAL'})}"
    letter = (await decision_of(town, case))["letter"]
    assert letter["ruling"][1] == "W pozostałej części odmawiam uwzględnienia żądania."
    await delivered(town, on_it)
    shown = await decision_of(town, case)
    assert (shown["kind"], shown["state"]) == ("PARTIAL", "delivered"), "not final at once"
    await town.post(EWA, f"{on_it}/waiver")
    assert (await decision_of(town, case))["to_realise"]
    benefit = (await town.post(MAREK, f"{on_it}/realisation"))["id"]
    town.day(date(2026, 2, 25))
    paid = await town.post(MAREK, f"/api/entitlements/{benefit}/payments", month="2026-02")
    assert paid["data"]["amount"] == "200.00"
    (entitlement,) = (await town.get(EWA, f"/api/cases/{case}"))["entitlements"]
    assert (entitlement["state"], entitlement["paid"]) == ("active", "200.00")


async def test_k3_referral_fee_and_placement_are_three_decisions(town: Town) -> None:
    town.day(date(2026, 4, 1))
    case = await registered(town, WOMAN, "RESIDENTIAL_HOME", date(2026, 4, 1), urgent=True)
    at = f"/api/cases/{case}"
    await town.post(ZOFIA, f"{at}/assessment")
    town.day(date(2026, 4, 14))
    await town.post(ZOFIA, f"{at}/interviews", on="2026-04-14", minutes=180)
    town.day(date(2026, 4, 24))
    home = {"home": "DPS „Pod Lipami”"}
    fee = {"kind": "FEE", "valid_from": "2026-06-15"}
    await town.post(ZOFIA, f"{at}/home-consent", **AGREED)
    await town.post(ZOFIA, f"{at}/resident-sheet", **SHEET)
    pension = [{"kind": "PENSION", "amount": "2400"}]
    await town.post(ZOFIA, f"{at}/income", month="2026-03", components=pension)
    await calculated(town, at, await daughter_agrees(town, at))
    early = {"kind": "PLACEMENT", "valid_from": "2026-06-15", **home}
    assert await town.refused(ZOFIA, f"{at}/further-decisions", **early) == "NotNow"
    referral = await town.post(ZOFIA, f"{at}/decisions", kind="REFERRAL", **home)
    await town.post(ZOFIA, f"{at}/further-decisions", **fee)
    missing = await town.refused(ZOFIA, f"{at}/further-decisions", **early)
    assert missing == "EarlierDecisionMissing"
    full = {"expected_on": "2026-06-15"}
    assert await town.refused(ZOFIA, f"{at}/fees/waiting", **full) == "EarlierDecisionMissing"
    referral_id = referral["data"]["decision_id"]
    await town.post(HELENA, f"/api/decisions/{referral_id}/issue")
    early_notice = {**full, "informed_on": "2026-04-25"}
    assert await town.refused(ZOFIA, f"{at}/fees/waiting", **early_notice) == "InTheFuture"
    await town.post(ZOFIA, f"{at}/fees/waiting", **full)
    waiting = (await town.get(ZOFIA, f"{at}/fees"))["waiting"]
    assert waiting == {"expected_on": "2026-06-15", "informed_on": "2026-04-24"}
    town.day(date(2026, 6, 8))
    placed = (await town.post(ZOFIA, f"{at}/further-decisions", **early))["data"]["decision_id"]
    referred, paid, placement = (await town.get(ZOFIA, at))["decisions"]
    assert referred["letter"]["ruling"][0] == (
        "Kieruję do domu pomocy społecznej: DPS „Pod Lipami”."
    )
    assert paid["letter"]["ruling"][1] == "Mieszkaniec: 1\xa0680,00\xa0zł miesięcznie."
    assert (placement["id"], placement["previous_decision_id"]) == (placed, referral_id)
    for worker, step in ((HELENA, "issue"), (ZOFIA, "delivery"), (ZOFIA, "waiver")):
        await town.post(worker, f"/api/decisions/{placed}/{step}")
    assert (await town.get(ZOFIA, at))["decisions"][2]["to_realise"]
    home_told = await town.app.state.service.reading.fetch(
        "select data ->> 'home' as home from facts where type = $1 order by event_position",
        facts.DecisionIssued.type(),
    )
    assert [row["home"] for row in home_told] == ["DPS „Pod Lipami”", "DPS „Pod Lipami”"]


async def test_a_referral_is_for_a_residential_home_only(town: Town) -> None:
    case = await ready(town)
    at = f"/api/cases/{case}/decisions"
    assert await town.refused(EWA, at, kind="REFERRAL", home="DPS") == "KindNotForBenefit"


async def test_a_refusal_names_its_ground(town: Town) -> None:
    case = await ready(town)
    assert await town.refused(EWA, f"/api/cases/{case}/decisions", kind="REFUSAL") == (
        "TermsIncomplete"
    )


async def test_the_party_is_heard_before_the_decision(town: Town) -> None:
    case = await ready(town)
    heard = {"informed_on": "2026-02-10", "until": "2026-02-12", "comments": "Proszę o więcej."}
    await town.post(EWA, f"/api/cases/{case}/hearing", **heard)
    await drafted(town, case, **GRANT)
    assert any(
        "art. 10 § 1" in text and "Proszę o więcej." in text
        for text in (await decision_of(town, case))["letter"]["reasons"]
    )


async def test_what_lacks_nothing_waits_to_be_settled_at_once(town: Town) -> None:
    """KPA 35 § 2: the end of the term is no reason to wait, only the party's word is (KPA 10)."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    at, page = f"/api/cases/{case}", f"/cases/{case}"

    async def settles() -> list[str]:
        work = await town.listed(EWA, "/api/work")
        return [f"{one['due_on']}" for one in work if one["what"] == "SETTLE"]

    client = await town.client(EWA)
    assert "Załatw sprawę od razu" not in (await client.get(page)).text
    assert await settles() == []
    await assessed(town, case)
    town.day(date(2026, 2, 12))
    assert await settles() == ["2026-02-12"]
    assert "Załatw sprawę od razu" in (await client.get(page)).text
    await town.post(EWA, f"{at}/hearing", informed_on="2026-02-12", until="2026-02-16")
    assert await settles() == []
    assert "Załatw sprawę od razu" not in (await client.get(page)).text
    town.day(date(2026, 2, 17))
    assert await settles() == ["2026-02-17"]
    await town.post(EWA, f"{at}/entitlement", proposed="200")
    await town.post(EWA, f"{at}/decisions", **GRANT)
    assert await settles() == []
    assert "Załatw sprawę od razu" not in (await client.get(page)).text


async def test_while_the_proceeding_stands_still_nothing_is_settled(town: Town) -> None:
    case = await ready(town)
    town.day(date(2026, 2, 12))
    await town.post(EWA, f"/api/cases/{case}/term/halt", ground="SUSPENSION")
    work = await town.listed(EWA, "/api/work")
    assert "SETTLE" not in [one["what"] for one in work]
    client = await town.client(EWA)
    assert "Załatw sprawę od razu" not in (await client.get(f"/cases/{case}")).text
    await town.post(EWA, f"/api/cases/{case}/term/resumption")
    assert "Załatw sprawę od razu" in (await client.get(f"/cases/{case}")).text


async def test_a_withdrawn_application_is_settled_at_once(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    await town.post(EWA, f"/api/cases/{case}/application/withdrawal")
    work = await town.listed(EWA, "/api/work")
    assert [one["kind"] for one in work if one["what"] == "SETTLE"] == [None]
    page = (await (await town.client(EWA)).get(f"/cases/{case}")).text
    assert "Załatw sprawę od razu" in page
