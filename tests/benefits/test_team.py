"""The team's work: load and its norm, hand-over, what waits, minutes of acts, history of a case."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from uuid import UUID, uuid4, uuid5

import pytest
from osnowa_contracts import benefits as facts
from osnowa_contracts import intake, socialwork

from chassis.context import Context, Worker
from chassis.crashpoints import arm, disarm
from services.benefits import norms
from services.benefits.case import Case
from services.benefits.commands import Commands
from services.benefits.commands.work_inputs import HandOverWanted
from services.benefits.direction import Direction
from services.benefits.hand_over import HandOver
from services.benefits.history_words import HAPPENED
from services.benefits.imported_case import ImportedCase
from services.benefits.legal_parameters import LegalParameters
from services.benefits.main import service
from services.benefits.norms import Norms
from services.benefits.numbers import Register
from services.benefits.practice import Practice
from services.benefits.realisation.payment_list import PaymentList
from services.benefits.values import HandOverReason
from tests.benefits.conftest import Town
from tests.benefits.given import APPLICATION, MAN, Json
from tests.benefits.test_api import (
    BARBARA,
    EWA,
    HELENA,
    JOANNA,
    MAREK,
    ZOFIA,
    assessed,
    granted,
    registered,
)
from tests.benefits.test_clockwork import own_facts

TOMASZ, WANDA = "tomasz-modrzew", "wanda-buk"
TEAM = {EWA: "benefits-worker", TOMASZ: "benefits-worker", ZOFIA: "care-worker"}
HAND_OVER = {"former_id": EWA, "worker_id": TOMASZ, "reason": "LEAVE"}


def client(number: int) -> UUID:
    return UUID(int=3000 + number)


async def applied(town: Town, person: UUID, benefit: str = "PERIODIC") -> str:
    """An application without anything else; the id of its case."""
    await town.hears(
        "intake",
        intake.ApplicationRegistered(
            application_id=uuid5(APPLICATION, f"{person}/{benefit}"), benefit_types=(benefit,),
            filed_on=date(2026, 2, 2), channel="DESK", urgent=False,
        ),
        person,
    )  # fmt: skip
    found = await town.listed(HELENA, "/api/cases", person_id=str(person))
    (case,) = [one for one in found if one["benefit"] == benefit]
    return str(case["case_id"])


async def led(town: Town, worker: str, *persons: UUID) -> list[str]:
    cases = [await applied(town, person) for person in persons]
    for case in cases:
        await town.post(BARBARA, f"/api/cases/{case}/worker", worker_id=worker)
    return cases


async def loads(town: Town) -> dict[str, Json]:
    return {one["worker_id"]: one for one in await town.listed(BARBARA, "/api/team")}


async def leads(town: Town, worker: str) -> set[str]:
    found = await town.listed(HELENA, "/api/cases")
    return {str(one["case_id"]) for one in found if one["worker"] == worker}


async def live_together(town: Town, *persons: UUID) -> None:
    household = intake.HouseholdDefined(
        household_id=uuid4(),
        size=len(persons),
        since=date(2026, 1, 1),
        members=tuple(intake.Member(person_id=one, relation="SPOUSE") for one in persons),
    )
    await town.hears("intake", household, persons[0])


async def has_social_worker(town: Town, person: UUID, worker: str) -> None:
    assigned = socialwork.SocialWorkerAssigned(social_work_id=uuid4(), worker_id=worker)
    await town.hears("socialwork", assigned, person)


# --- load -------------------------------------------------------------------------


async def test_a_household_is_one_environment_however_many_cases_it_has(town: Town) -> None:
    await led(town, EWA, client(1), client(2), client(3))
    await live_together(town, client(1), client(2))
    second = await applied(town, client(3), "TARGETED")
    await town.post(BARBARA, f"/api/cases/{second}/worker", worker_id=EWA)
    found = (await loads(town))[EWA]
    assert (found["environments"], found["cases"], found["norm"]) == (2, 4, 80)
    assert not found["over_norm"]


async def test_more_than_the_norm_is_a_warning_and_no_block(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(norms, "NORMS", (Norms(date(2018, 10, 1), environments=2),))
    await led(town, EWA, client(1), client(2))
    third = await applied(town, client(3))
    told = await town.post(BARBARA, f"/api/cases/{third}/worker", worker_id=EWA)
    assert told["data"] == {
        "worker_id": EWA, "environments": 3, "norm": 2, "over_norm": True,
    }  # fmt: skip
    assert (await loads(town))[EWA]["over_norm"]
    assert not (await loads(town))[TOMASZ]["over_norm"]
    assert any('"load": 3' in fact or '"load":3' in fact for fact in await assigned(town))


async def assigned(town: Town) -> list[str]:
    part = town.app.state.service.part
    assert await part.follower.reached(await part.log.head())
    return await own_facts(town, facts.CaseAssigned.type())


async def test_a_case_goes_to_whoever_leads_the_fewest_households(town: Town) -> None:
    await led(town, EWA, client(1))
    cases = [await applied(town, client(number)) for number in (2, 3, 4)]
    chosen = [
        (await town.post(BARBARA, f"/api/cases/{case}/worker/by-load"))["data"]["worker_id"]
        for case in cases
    ]
    assert chosen == [TOMASZ, EWA, TOMASZ]


async def test_by_load_a_service_goes_to_the_care_team_and_nothing_to_the_social_worker(
    town: Town,
) -> None:
    care = await applied(town, client(1), "HOME_CARE")
    told = await town.post(BARBARA, f"/api/cases/{care}/worker/by-load")
    assert told["data"]["worker_id"] == ZOFIA
    await has_social_worker(town, client(2), EWA)
    other = await applied(town, client(2))
    told = await town.post(BARBARA, f"/api/cases/{other}/worker/by-load")
    assert told["data"]["worker_id"] == TOMASZ
    await has_social_worker(town, client(3), EWA)
    await has_social_worker(town, client(3), TOMASZ)
    nobody = await applied(town, client(3))
    assert await town.refused(BARBARA, f"/api/cases/{nobody}/worker/by-load") == "NobodyMayLead"


# --- hand-over --------------------------------------------------------------------


async def test_all_cases_of_one_worker_go_to_another_and_history_keeps_both(town: Town) -> None:
    cases = await led(town, EWA, client(1), client(2), client(3))
    told = await town.post(BARBARA, "/api/team/hand-over", **HAND_OVER)
    assert sorted(told["data"]["passed"]) == sorted(cases)
    assert (told["data"]["kept"], told["data"]["environments"]) == ([], 3)
    assert await leads(town, TOMASZ) == set(cases)
    history = await town.listed(WANDA, f"/api/cases/{cases[0]}/history")
    last = history[-1]
    assert (last["what"], last["actor_id"]) == ("Przekazano sprawę", BARBARA)
    assert last["details"] == (
        "pracownik: Tomasz Modrzew, poprzedni pracownik: Ewa Jarzębina,"
        " powód: urlop albo zwolnienie"
    )
    assert len([fact for fact in await assigned(town) if TOMASZ in fact]) == 3


async def test_what_may_not_go_stays_and_says_why(town: Town) -> None:
    cases = await led(town, EWA, client(1), client(2))
    await has_social_worker(town, client(2), TOMASZ)
    told = await town.post(BARBARA, "/api/team/hand-over", **HAND_OVER)
    assert told["data"]["passed"] == [cases[0]]
    assert told["data"]["kept"] == [{"case_id": cases[1], "refusal": "SameWorkerForBoth"}]
    assert (await leads(town, EWA), await leads(town, TOMASZ)) == ({cases[1]}, {cases[0]})
    to_care = {**HAND_OVER, "worker_id": ZOFIA}
    told = await town.post(BARBARA, "/api/team/hand-over", **to_care)
    assert told["data"]["kept"] == [{"case_id": cases[1], "refusal": "CareTeamOnly"}]


async def test_a_hand_over_is_refused_as_a_whole_to_nobody_or_to_oneself(town: Town) -> None:
    await led(town, EWA, client(1))
    path = "/api/team/hand-over"
    assert await town.refused(BARBARA, path, **{**HAND_OVER, "worker_id": EWA}) == "SamePersonTwice"
    nobody = {**HAND_OVER, "worker_id": JOANNA}
    assert await town.refused(BARBARA, path, **nobody) == "NobodyLikeThat"
    assert len(await leads(town, EWA)) == 1


async def test_sent_again_a_hand_over_answers_the_same_and_moves_nothing_twice(town: Town) -> None:
    cases = await led(town, EWA, client(1), client(2))
    barbara = await town.client(BARBARA)
    first, again = [
        (await barbara.post("/api/team/hand-over", json=HAND_OVER, headers=KEY)).json()
        for _ in range(2)
    ]
    assert again == {**first, "repeated": True}
    for case in cases:
        found = await town.app.state.service.commands.log.load(Case, UUID(case))
        assert (found.worker, found.version) == (TOMASZ, 3), "applied, assigned, handed over"


KEY = {"Idempotency-Key": "the-leave-of-ewa"}


class PowerCut(Exception):
    """What a crash point does here, where the process must live on."""


@pytest.mark.parametrize("nth", [1, 2, 3, 4])
async def test_a_hand_over_that_was_cut_off_goes_on_where_it_was(town: Town, nth: int) -> None:
    """Between its beginning, each of its three cases, and its end."""
    cases = await led(town, EWA, client(1), client(2), client(3))
    commands: Commands = town.app.state.service.commands
    wanted = HandOverWanted(former_id=EWA, worker_id=TOMASZ, reason=HandOverReason.LEAVE)

    def cut(_name: str) -> None:
        raise PowerCut

    arm("event_log.after-commit", nth, cut)
    try:
        with pytest.raises(Exception, match=r".*"):
            await commands.hand_over_cases(wanted, team=TEAM, ctx=as_barbara())
    finally:
        disarm()
    receipt = await commands.hand_over_cases(wanted, team=TEAM, ctx=as_barbara())
    assert sorted(map(str, receipt.data["passed"])) == sorted(cases)
    for case in cases:
        found = await commands.log.load(Case, UUID(case))
        assert (found.worker, found.version) == (TOMASZ, 3)


async def test_two_at_once_with_one_key_are_one_hand_over(town: Town) -> None:
    cases = await led(town, EWA, *map(client, range(6)))
    commands: Commands = town.app.state.service.commands
    wanted = HandOverWanted(former_id=EWA, worker_id=TOMASZ, reason=HandOverReason.LEAVE)
    receipts = await asyncio.gather(
        *(commands.hand_over_cases(wanted, team=TEAM, ctx=as_barbara()) for _ in range(2))
    )
    assert len({receipt.id for receipt in receipts}) == 1
    for case in cases:
        found = await commands.log.load(Case, UUID(case))
        assert (found.worker, found.version) == (TOMASZ, 3)
    done = await commands.log.load(HandOver, receipts[0].id)
    assert (len(done.passed), done.version) == (6, 2)


async def test_two_hand_overs_at_once_share_the_cases_and_lose_none(town: Town) -> None:
    cases = await led(town, EWA, *map(client, range(4)))
    commands: Commands = town.app.state.service.commands
    team = {**TEAM, "somebody-else": "benefits-worker"}
    receipts = await asyncio.gather(
        *(
            commands.hand_over_cases(
                HandOverWanted(former_id=EWA, worker_id=to, reason=HandOverReason.OTHER),
                team=team,
                ctx=as_barbara(to),
            )
            for to in (TOMASZ, "somebody-else")
        )
    )
    passed = [case for receipt in receipts for case in receipt.data["passed"]]
    assert sorted(map(str, passed)) == sorted(cases), "each went once"
    kept = [one["refusal"] for receipt in receipts for one in receipt.data["kept"]]
    assert set(kept) <= {"LedByAnother"}


def as_barbara(key: str = "once") -> Context:
    worker = Worker(BARBARA, "Barbara Lipowa", "benefits-head", "benefits")
    return Context(worker, datetime(2026, 2, 2, 9, tzinfo=UTC), idempotency_key=key)


# --- what waits ---------------------------------------------------------------------


async def test_overdue_comes_first_then_by_day_with_the_term_in_words(town: Town) -> None:
    late, early = client(1), client(2)
    await led(town, EWA, late)
    town.day(date(2026, 2, 20))
    await town.hears(
        "intake",
        intake.ApplicationRegistered(
            application_id=uuid4(), benefit_types=("PERIODIC",), filed_on=date(2026, 2, 20),
            channel="DESK", urgent=False,
        ),
        early,
    )  # fmt: skip
    town.day(date(2026, 2, 23))
    found = await town.listed(EWA, "/api/work")
    told = [(one["kind"], one["term"], one["overdue"]) for one in found]
    assert told == [
        ("INTERVIEW", "3 dni po terminie", True),
        ("DECISION", "za 7 dni", False),
        ("INTERVIEW", "za 17 dni", False),
        ("DECISION", "za 25 dni", False),
    ]
    assert found[0]["title"] == "Wywiad środowiskowy"
    tasks = await town.listed(EWA, "/api/tasks")
    assert [one["due"] for one in tasks] == [one["due_on"] for one in found]


async def test_everybody_is_shown_what_waits_for_them(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    assert [one["what"] for one in await town.listed(BARBARA, "/api/work")] == ["ASSIGN"]
    assert await town.listed(ZOFIA, "/api/work") == [], "no case of the care team"
    await assessed(town, case)
    assert await town.listed(BARBARA, "/api/work") == []
    await town.post(EWA, f"/api/cases/{case}/entitlement", proposed="200.00")
    refusal = {"kind": "REFUSAL", "ground": "INCOME"}
    decision = (await town.post(EWA, f"/api/cases/{case}/decisions", **refusal))["data"]
    assert [one["what"] for one in await town.listed(HELENA, "/api/work")] == ["SIGN"]
    await town.post(HELENA, f"/api/decisions/{decision['decision_id']}/issue")
    assert [one["what"] for one in await town.listed(EWA, "/api/work")] == ["DELIVER"]
    assert await town.listed("tomasz-modrzew", "/api/work") == [], "Ewa leads this case"


async def test_payments_wait_for_the_realisation_team(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    (waiting,) = await town.listed(MAREK, "/api/work")
    assert (waiting["what"], waiting["due_on"]) == ("PAY", "2026-02-25")


# --- minutes --------------------------------------------------------------------------


UPDATE = {"part": "IV", "update": {"why": "DATA_CHANGE"}}


async def test_minutes_stand_beside_their_norms_by_worker_and_kind(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    at = f"/api/cases/{case}"
    await town.post(EWA, f"{at}/interviews", **UPDATE, on="2026-02-10", minutes=100)
    refusal = {"kind": "REFUSAL", "ground": "INCOME"}
    decision = (await town.post(EWA, f"{at}/decisions", **refusal))["data"]["decision_id"]
    told = await town.post(EWA, f"/api/decisions/{decision}/effort", minutes=40)
    assert told["data"] == {"minutes": 40, "norm": 30}
    again = await town.refused(EWA, f"/api/decisions/{decision}/effort", minutes=10)
    assert again == "MinutesRecorded"
    found = await town.listed(BARBARA, "/api/team/effort")
    assert [(one["kind"], one["acts"], one["minutes"], one["norm"]) for one in found] == [
        ("INTERVIEW_I", 1, 180, 180),
        ("INTERVIEW_IV", 1, 100, 90),
        ("REFUSAL_DECISION", 1, 40, 30),
    ]
    assert {one["worker_id"] for one in found} == {EWA}
    until = await town.listed(BARBARA, "/api/team/effort", until="2026-02-05")
    assert [one["kind"] for one in until] == ["INTERVIEW_I"]


async def test_minutes_are_recorded_for_a_refusal_only(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    (decision,) = (await town.get(EWA, f"/api/cases/{case}"))["decisions"]
    path = f"/api/decisions/{decision['id']}/effort"
    assert await town.refused(EWA, path, minutes=40) == "NoNormForThis"


# --- history --------------------------------------------------------------------------


async def test_the_auditor_reads_who_did_what_when_and_the_look_is_written_down(
    town: Town,
) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    history = await town.listed(WANDA, f"/api/cases/{case}/history")
    told = [(one["what"], one["actor_id"]) for one in history]
    assert told[0] == ("Przyjęto wniosek", "system:benefits")
    for one in (
        ("Przydzielono sprawę", BARBARA),
        ("Przeprowadzono wywiad", EWA),
        ("Skierowano klienta do pracownika socjalnego", EWA),
        ("Wpłynęło zaświadczenie nr 4", "system:benefits"),
        ("Wydano decyzję", HELENA),
        ("Rozpoczęto realizację", MAREK),
    ):
        assert one in told, one
    assert [one["position"] for one in history] == sorted(one["position"] for one in history)
    looks = await town.app.state.service.reading.fetch(
        "select worker, person, what from reads where what = 'history'"
    )
    assert [(look["worker"], look["person"]) for look in looks] == [(WANDA, MAN)]
    later = await town.listed(
        WANDA, f"/api/cases/{case}/history", after=str(history[3]["position"])
    )
    assert later == history[4:]


async def test_a_history_shows_no_text_no_name_and_no_amount(town: Town) -> None:
    case = await registered(town, MAN, "PERIODIC", date(2026, 2, 2), urgent=False)
    await assessed(town, case)
    await granted(town, case)
    shown = str(await town.listed(WANDA, f"/api/cases/{case}/history"))
    for secret in ("powód 4", "610.00", "610,00", "Próbny", "200.00", "200,00"):
        assert secret not in shown


OF_NO_CASE = {Direction, HandOver, ImportedCase, LegalParameters, PaymentList, Practice, Register}


def test_every_event_of_a_case_has_a_name_in_both_languages() -> None:
    """Those of a hand-over stand in the history of each of its cases as the case's own."""
    topics = {
        str(getattr(event, "TOPIC"))  # noqa: B009  # the library makes these classes
        for aggregate in service.aggregates
        if aggregate not in OF_NO_CASE
        for event in vars_of(aggregate)
    }
    assert topics - HAPPENED.keys() == set()
    assert HAPPENED.keys() - topics == set(), "names of events that there are not"


def vars_of(aggregate: type) -> list[type]:
    found = {
        name: value for cls in reversed(aggregate.__mro__) for name, value in vars(cls).items()
    }
    return [
        value
        for value in found.values()
        if isinstance(value, type) and str(getattr(value, "TOPIC", "")).startswith("benefits.")
    ]


# --- roles ----------------------------------------------------------------------------

TEAM_LEADER, BENEFITS_WORKER, AUDITOR = BARBARA, EWA, WANDA
MAY = [
    ("get", "/api/work", {TEAM_LEADER, BENEFITS_WORKER}),
    ("get", "/api/team", {TEAM_LEADER}),
    ("get", "/api/team/effort", {TEAM_LEADER, AUDITOR}),
    ("get", "/api/cases/{case}/history", {TEAM_LEADER, AUDITOR}),
    ("post", "/api/cases/{case}/worker", {TEAM_LEADER}),
    ("post", "/api/cases/{case}/worker/by-load", {TEAM_LEADER}),
    ("post", "/api/team/hand-over", {TEAM_LEADER}),
    ("post", "/api/cases/{case}/term/halt", {BENEFITS_WORKER}),
    ("get", "/work", {TEAM_LEADER, BENEFITS_WORKER}),
    ("get", "/team", {TEAM_LEADER}),
    ("get", "/cases/{case}/history", {TEAM_LEADER, AUDITOR}),
    ("get", "/cases/{case}", {TEAM_LEADER, BENEFITS_WORKER, AUDITOR}),
]
SENT = {
    "/worker": {"worker_id": EWA}, "/hand-over": HAND_OVER, "/halt": {"ground": "PARTY"},
}  # fmt: skip


@pytest.mark.parametrize(("method", "path", "allowed"), MAY, ids=[path for _, path, _ in MAY])
async def test_each_role_is_let_in_or_refused_in_polish(
    town: Town, method: str, path: str, allowed: set[str]
) -> None:
    case = await applied(town, client(1))
    for worker in (TEAM_LEADER, BENEFITS_WORKER, AUDITOR):
        asked = await town.client(worker)
        body = next((sent for end, sent in SENT.items() if path.endswith(end)), {})
        address = path.format(case=case)
        answer = await (asked.get(address) if method == "get" else asked.post(address, json=body))
        if worker in allowed:
            assert answer.is_success, (worker, answer.text)
        else:
            assert answer.status_code == 403, (worker, answer.text)
            assert "nie daje do tego prawa" in answer.text
