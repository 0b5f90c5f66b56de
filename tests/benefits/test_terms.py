"""Every term of `domain.md` C10 as the clock watches it: what approaches, what was missed, once."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from osnowa_contracts import benefits as facts

from services.benefits.case import Case
from services.benefits.commands import Commands
from services.benefits.deadlines import DeadlineKind
from services.benefits.refusals.terms import TermNotMissed
from services.benefits.timekeeping_events import Said
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN
from tests.benefits.moving_in import AGREED, HOME, asked_for_a_home, calculated, daughter_agrees
from tests.benefits.realised import delivered, final, sent_to_the_board
from tests.benefits.test_api import (
    BARBARA,
    EWA,
    GRANT,
    HELENA,
    ZOFIA,
    assessed,
    granted,
    registered,
)
from tests.benefits.test_clockwork import at, context, own_facts


async def said(town: Town) -> list[tuple[str, str, str]]:
    """What the clock told of terms: fact, kind, day; in the order in which it did."""
    service = town.app.state.service
    assert await service.part.follower.reached(await service.part.log.head())
    rows = await service.reading.fetch(
        "select type, data::jsonb ->> 'deadline' as kind, data::jsonb ->> 'due' as due from facts"
        " where type = any($1) order by event_position",
        [facts.DeadlineApproaching.type(), facts.DeadlineMissed.type()],
    )
    names = {facts.DeadlineApproaching.type(): "near", facts.DeadlineMissed.type(): "missed"}
    return [(names[row["type"]], row["kind"], row["due"]) for row in rows]


async def running(town: Town, case: str) -> set[str]:
    """The kinds of term that run; the list that the clock reads says what the log says."""
    service = town.app.state.service
    assert await service.part.follower.reached(await service.part.log.head())
    commands: Commands = service.commands
    found = await commands.log.load(Case, UUID(case))
    parts = await commands._parts(found, context(date(2026, 2, 2)))
    rows = await service.reading.fetch(
        "select holder, kind, due_on from open_deadlines where case_id = $1 and not halted"
        " and kind <> 'PAYMENT'",
        found.id,
    )
    listed = {Said(row["holder"], DeadlineKind(row["kind"]), row["due_on"]) for row in rows}
    assert listed == {one for one in parts.open() if one.kind is not DeadlineKind.PAYMENT}
    return {one.kind.value for one in listed}


async def due(town: Town, case: str, kind: str) -> str:
    """When what runs of that kind is due, as the case says."""
    assert kind in await running(town, case)
    (found,) = [
        one["due_on"]
        for one in (await town.get(BARBARA, f"/api/cases/{case}"))["deadlines"]
        if one["kind"] == kind
    ]
    return str(found)


async def test_a_term_that_stands_still_is_not_watched_and_then_ends_later(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    path = f"/api/cases/{case}/term"
    town.day(date(2026, 2, 20))
    assert (await town.get(EWA, path))["due"] == "2026-03-02"
    await town.post(EWA, f"{path}/halt", ground="SUSPENSION")
    assert await running(town, case) == set()
    told = await town.get(EWA, path)
    assert (told["due"], told["stands_still_since"]) == (None, "2026-02-20")
    assert (await town.get(EWA, f"/api/cases/{case}"))["deadlines"] == []
    assert await at(town, date(2026, 3, 10)) == 0
    town.day(date(2026, 3, 12))
    assert (await town.post(EWA, f"{path}/resumption"))["data"] == {"decision_due": "2026-03-23"}
    assert await running(town, case) == {"DECISION"}
    told = await town.get(EWA, path)
    assert (told["due"], told["stands_still_since"]) == ("2026-03-23", None)
    assert told["halts"] == [{"ground": "SUSPENSION", "since": "2026-02-20", "until": "2026-03-12"}]
    assert await at(town, date(2026, 3, 18)) == 1
    assert await at(town, date(2026, 3, 24)) == 1
    assert [one for one in await said(town) if one[1] == "DECISION"] == [
        ("near", "DECISION", "2026-03-23"),
        ("missed", "DECISION", "2026-03-23"),
    ]


async def test_an_extension_gives_the_decision_a_new_term_and_is_told(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    assert await at(town, date(2026, 3, 3)) == 1
    town.day(date(2026, 3, 3))
    path = f"/api/cases/{case}"
    extension = {"reason": "EVIDENCE_AWAITED", "due": "2026-03-16"}
    told = await town.post(EWA, f"{path}/term/extension", **extension)
    assert told["data"] == {"decision_due": "2026-03-16"}
    (fact,) = await own_facts(town, facts.DeadlineExtended.type())
    assert "EVIDENCE_AWAITED" in fact
    await town.post(EWA, f"{path}/urging", ground="INACTIVITY")
    assert await running(town, case) == {"DECISION", "URGING"}
    told = await town.get(EWA, f"{path}/term")
    assert (told["extensions"], told["urging"]["forward_by"]) == (1, "2026-03-10")
    assert await at(town, date(2026, 3, 13)) == 2, "the complaint was not sent on; 16.03 nears"
    town.day(date(2026, 3, 13))
    await town.post(EWA, f"{path}/urging/forwarding")
    answer = {"founded": True, "decide_by": "2026-03-20"}
    answered = await town.post(EWA, f"{path}/urging/answer", **answer)
    assert answered["data"] == {"decision_due": "2026-03-20"}
    assert await running(town, case) == {"DECISION"}
    assert await at(town, date(2026, 3, 23)) == 1
    assert await said(town) == [
        ("missed", "DECISION", "2026-03-02"),
        ("missed", "URGING", "2026-03-10"),
        ("near", "DECISION", "2026-03-16"),
        ("missed", "DECISION", "2026-03-20"),
    ]


async def test_the_terms_of_referral_and_certificate_are_watched(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    path = f"/api/cases/{case}"
    await town.post(BARBARA, f"{path}/worker", worker_id=EWA)
    await town.post(EWA, f"{path}/assessment")
    town.day(date(2026, 2, 4))
    await town.post(EWA, f"{path}/interviews", on="2026-02-04", joint=True, minutes=180)
    await town.post(EWA, f"{path}/referrals")
    assert await running(town, case) == {"DECISION", "REFERRAL_CONTACT", "CERTIFICATE"}
    assert await at(town, date(2026, 2, 19)) == 2
    assert await said(town) == [
        ("missed", "REFERRAL_CONTACT", "2026-02-11"),
        ("missed", "CERTIFICATE", "2026-02-18"),
    ]


async def test_an_appeal_has_its_terms_and_a_case_that_comes_back_the_whole_term(
    town: Town,
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    path = f"/api/cases/{case}"
    await town.post(EWA, f"{path}/entitlement", proposed="200.00")
    decision = (await town.post(EWA, f"{path}/decisions", **GRANT))["data"]["decision_id"]
    assert await running(town, case) == {"DECISION"}, "a draft is not a decision"
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    assert await running(town, case) == set()
    await town.post(EWA, f"/api/decisions/{decision}/delivery")
    assert await running(town, case) == {"APPEAL_TERM"}
    town.day(date(2026, 2, 16))
    await town.post(EWA, f"/api/decisions/{decision}/appeal")
    assert await running(town, case) == {"FORWARD_APPEAL"}
    assert await at(town, date(2026, 2, 24)) == 1
    town.day(date(2026, 2, 24))
    await town.post(EWA, f"/api/decisions/{decision}/appeal/forwarding")
    assert await running(town, case) == {"SKO_RULING"}
    assert await at(town, date(2026, 3, 25)) == 1
    town.day(date(2026, 3, 25))
    await town.post(EWA, f"/api/decisions/{decision}/appeal/result", result="REMITTED")
    assert await running(town, case) == {"DECISION"}
    assert await at(town, date(2026, 4, 28)) == 1
    assert [(kind, due) for what, kind, due in await said(town) if what == "missed"] == [
        ("FORWARD_APPEAL", "2026-02-23"),
        ("SKO_RULING", "2026-03-24"),
        ("DECISION", "2026-04-27"),
    ]


async def test_a_referral_that_is_sent_back_is_due_again_though_its_fee_is_final(
    town: Town,
) -> None:
    at = await asked_for_a_home(town)
    case = at.rpartition("/")[2]
    await town.post(ZOFIA, f"{at}/home-consent", **AGREED)
    await calculated(town, at, await daughter_agrees(town, at))
    referral = await town.post(ZOFIA, f"{at}/decisions", kind="REFERRAL", home=HOME)
    on_it = f"/api/decisions/{referral['data']['decision_id']}"
    fee = await town.post(ZOFIA, f"{at}/further-decisions", kind="FEE", valid_from="2026-06-01")
    await final(town, fee["data"]["decision_id"], ZOFIA)
    await delivered(town, on_it, ZOFIA)
    await sent_to_the_board(town, on_it, ZOFIA)
    assert "DECISION" not in await running(town, case)
    town.day(date(2026, 5, 11))
    await town.post(ZOFIA, f"{on_it}/appeal/result", result="REMITTED")
    assert await due(town, case, "DECISION") == "2026-06-11"
    again = await town.post(ZOFIA, f"{at}/decisions", kind="REFERRAL", home=HOME)
    assert "DECISION" in await running(town, case)
    await town.post(HELENA, f"/api/decisions/{again['data']['decision_id']}/issue")
    assert "DECISION" not in await running(town, case)

    town.day(date(2026, 5, 18))
    defect = {"ground": "NEW_FACTS", "what": "Dochód córki był inny", "learned_on": "2026-05-18"}
    await town.post(HELENA, f"/api/decisions/{fee['data']['decision_id']}/reopening", **defect)
    assert await due(town, case, "DECISION") == "2026-06-18"
    other = await town.post(ZOFIA, f"{at}/decisions", kind="FEE", valid_from="2026-06-01")
    on_it = f"/api/decisions/{other['data']['decision_id']}"
    await town.post(HELENA, f"{on_it}/issue")
    assert "DECISION" not in await running(town, case)
    await town.post(ZOFIA, f"{on_it}/delivery")
    await sent_to_the_board(town, on_it, ZOFIA)
    await town.post(ZOFIA, f"{on_it}/appeal/result", result="REMITTED")
    assert "DECISION" in await running(town, case), "the reopened fee is still to be answered"


async def test_a_fee_that_is_sent_back_is_due_again_though_the_referral_stands(town: Town) -> None:
    at = await asked_for_a_home(town)
    case = at.rpartition("/")[2]
    await town.post(ZOFIA, f"{at}/home-consent", **AGREED)
    await calculated(town, at, await daughter_agrees(town, at))
    referral = await town.post(ZOFIA, f"{at}/decisions", kind="REFERRAL", home=HOME)
    await final(town, referral["data"]["decision_id"], ZOFIA)
    draft = {"kind": "FEE", "valid_from": "2026-06-01"}
    fee = (await town.post(ZOFIA, f"{at}/further-decisions", **draft))["data"]["decision_id"]
    await delivered(town, f"/api/decisions/{fee}", ZOFIA)
    await sent_to_the_board(town, f"/api/decisions/{fee}", ZOFIA)
    town.day(date(2026, 5, 11))
    await town.post(ZOFIA, f"/api/decisions/{fee}/appeal/result", result="REMITTED")
    assert await due(town, case, "DECISION") == "2026-06-11"
    again = (await town.post(ZOFIA, f"{at}/further-decisions", **draft))["data"]["decision_id"]
    await town.post(HELENA, f"/api/decisions/{again}/issue")
    assert "DECISION" not in await running(town, case)


async def test_a_change_that_is_examined_anew_is_due_though_the_grant_stands(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    benefit = f"/api/entitlements/{await granted(town, case)}"
    await town.post(EWA, f"{benefit}/review", trigger="INCOME_CHANGE")
    change = {"kind": "CHANGE", "valid_from": "2026-03-01", "amount": "300.00"}
    old = (await town.post(EWA, f"{benefit}/decisions", **change))["data"]["decision_id"]
    await final(town, old)
    assert "DECISION" not in await running(town, case)
    town.day(date(2026, 3, 9))
    defect = {"ground": "NEW_FACTS", "what": "Umowa o pracę", "learned_on": "2026-03-02"}
    await town.post(HELENA, f"/api/decisions/{old}/reopening", **defect)
    assert await due(town, case, "DECISION") == "2026-04-09"
    kept = await town.post(EWA, f"/api/cases/{case}/decisions", kind="CONFIRM")
    await final(town, kept["data"]["decision_id"])
    assert "DECISION" not in await running(town, case)


async def test_a_review_is_taken_up_and_then_decided_within_a_month(town: Town) -> None:
    """KPA 35 § 3; what is signed waits for the party and the board, and not for the office."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    benefit = f"/api/entitlements/{await granted(town, case)}"
    town.day(date(2026, 2, 27))
    heard = {"kind": "INCOME", "source": "CLIENT", "since": "2026-02-20"}
    await town.post(EWA, f"{benefit}/changes", **heard)
    assert await due(town, case, "REVIEW") == "2026-03-02", "to be taken up"
    await town.post(EWA, f"{benefit}/review/start")
    assert await due(town, case, "REVIEW") == "2026-03-27"
    (task,) = [t for t in await town.listed(EWA, "/api/tasks") if "Przegląd" in t["title"]]
    assert (task["title"], task["due"]) == ("Przegląd świadczenia: Jan Próbny", "2026-03-27")
    page = (await (await town.client(EWA)).get("/work")).text
    assert "Przegląd świadczenia" in page
    assert await at(town, date(2026, 3, 30)) > 0
    assert ("missed", "REVIEW", "2026-03-27") in await said(town)

    town.day(date(2026, 3, 30))
    draft = {"kind": "SUSPEND", "valid_from": "2026-04-01"}
    answer = await town.post(EWA, f"{benefit}/decisions", **draft)
    on_it = f"/api/decisions/{answer['data']['decision_id']}"
    assert "REVIEW" in await running(town, case), "a draft is not a decision"
    await town.post(HELENA, f"{on_it}/issue")
    assert "REVIEW" not in await running(town, case)
    for step in ("delivery", "appeal", "appeal/forwarding"):
        await town.post(EWA, f"{on_it}/{step}")
        assert "REVIEW" not in await running(town, case)
    town.day(date(2026, 4, 20))
    await town.post(EWA, f"{on_it}/appeal/result", result="REMITTED")
    assert await due(town, case, "REVIEW") == "2026-05-20", "the board sent it back"


async def test_a_review_that_is_opened_by_hand_is_taken_up_and_has_its_month(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    benefit = f"/api/entitlements/{await granted(town, case)}"
    await town.post(EWA, f"{benefit}/review", trigger="INCOME_CHANGE")
    assert await due(town, case, "REVIEW") == "2026-03-16"
    answer = await town.post(EWA, f"{benefit}/decisions", kind="CONFIRM")
    on_it = f"/api/decisions/{answer['data']['decision_id']}"
    await town.post(HELENA, f"{on_it}/issue")
    for step in ("delivery", "waiver"):
        await town.post(EWA, f"{on_it}/{step}")
    assert "REVIEW" not in await running(town, case)


async def test_a_permanent_form_of_help_calls_for_an_update_after_six_months(town: Town) -> None:
    """As in K6: the first interview was on 10 February, so an update is due on 10 August."""
    case = await registered(town, WOMAN, "HOME_CARE", date(2026, 2, 2), urgent=True)
    path = f"/api/cases/{case}"
    await town.post(ZOFIA, f"{path}/assessment")
    town.day(date(2026, 2, 10))
    await town.post(ZOFIA, f"{path}/interviews", on="2026-02-10", minutes=180)
    assert await running(town, case) == {"DECISION"}, "no help is given yet"
    await cared_for(town, path)
    assert "INTERVIEW_UPDATE" in await running(town, case)
    await at(town, date(2026, 8, 11))
    assert ("missed", "INTERVIEW_UPDATE", "2026-08-10") in await said(town)
    town.day(date(2026, 8, 27))
    update = {"part": "IV", "update": {"why": "HALF_YEAR"}}
    await town.post(ZOFIA, f"{path}/interviews", **update, on="2026-08-27", minutes=60)
    held = (await town.get(ZOFIA, path))["interviews"][-1]
    assert (held["on"], held["due"]) == ("2026-08-27", "2026-08-10")
    due = {one["kind"]: one["due_on"] for one in (await town.get(ZOFIA, path))["deadlines"]}
    assert due["INTERVIEW_UPDATE"] == "2027-03-01", "27.02.2027 is a Saturday"


async def cared_for(town: Town, path: str) -> None:
    """Home care is granted and its realisation begins."""
    income = [{"kind": "PENSION", "amount": "1400.00"}]
    await town.post(ZOFIA, f"{path}/income", month="2026-01", components=income)
    await town.post(ZOFIA, f"{path}/fee", hours_per_day="2")
    grant = {
        "kind": "GRANT", "valid_from": "2026-02-11", "valid_to": "2026-12-31", "immediate": True,
        "immediate_reason": "Opieka jest niezbędna.",
        "service": {"hours_per_day": "2", "days": "working", "fee_per_hour": "3.50"},
    }  # fmt: skip
    decision = (await town.post(ZOFIA, f"{path}/decisions", **grant))["data"]["decision_id"]
    assert "FOLLOW_UP" in await running(town, path.rpartition("/")[2])
    await delivered(town, f"/api/decisions/{decision}", ZOFIA)
    await town.post(ZOFIA, f"/api/decisions/{decision}/realisation")


async def test_what_an_older_log_said_is_not_said_again(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    commands: Commands = town.app.state.service.commands
    old = await commands.log.load(Case, UUID(case))
    old._deadline_missed(deadline=DeadlineKind.INTERVIEW, due=date(2026, 2, 20))
    await commands.log.append(old, ctx=context(date(2026, 2, 21)))
    assert await at(town, date(2026, 2, 23)) == 0


async def test_nobody_is_warned_of_what_was_done_meanwhile(town: Town) -> None:
    """The list may be older than the log; the log decides."""
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    commands: Commands = town.app.state.service.commands
    done = Said(UUID(case), DeadlineKind.INTERVIEW, date(2026, 2, 20))
    due = Said(UUID(case), DeadlineKind.DECISION, date(2026, 3, 2))
    missed, near = commands.report_missed_term, commands.report_approaching_term
    for report, term, day in (
        (missed, done, date(2026, 2, 21)),
        (near, done, date(2026, 2, 20)),
        (missed, due, date(2026, 3, 2)),
        (near, due, date(2026, 3, 3)),
    ):
        with pytest.raises(TermNotMissed):
            await report(UUID(case), term, ctx=context(day))


async def test_a_term_cannot_be_changed_where_no_decision_is_due(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    path = f"/api/cases/{case}"
    await town.post(EWA, f"{path}/entitlement", proposed="200.00")
    decision = (await town.post(EWA, f"{path}/decisions", **GRANT))["data"]["decision_id"]
    await town.post(HELENA, f"/api/decisions/{decision}/issue")
    assert await town.refused(EWA, f"{path}/term/halt", ground="PARTY") == "NoTermForDecision"
    assert await town.refused(EWA, f"{path}/urging/answer", founded=False) == "NotUrged"


async def test_a_term_is_changed_by_whoever_leads_the_case_and_by_nobody_else(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    path = f"/api/cases/{case}/term/halt"
    assert await town.refused(BARBARA, path, ground="PARTY") == "RoleMissing"
    assert await town.refused(ZOFIA, path, ground="PARTY") == "CareTeamOnly"
    await town.post(EWA, path, ground="PARTY")
