"""What becomes of an order when the decision that it followed is overturned or taken back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits, contractor
from osnowa_contracts.benefits.decision import ServiceGrant
from osnowa_contracts.fact import Fact, Form

from services.service_orders.values import order_id as id_of
from tests.service_orders.given import CASE, DECISION, NGO, PERSON
from tests.service_orders.running import Office
from tests.service_orders.test_home_care import (
    CARE,
    DRAFT,
    ORDER,
    Json,
    begun,
    grant,
    in_service,
    order,
    ordered,
    parked,
    post,
    prepared,
    says,
    served,
    undoing,
)

LATER = date(2026, 4, 1)
NOTHING_GRANTED: Json = {"service": None, "period_to": None}
OVERTURNING = ("SELF_CORRECTED", "REVERSED", "REMITTED")


async def hears(office: Office, fact: Fact) -> None:
    await office.hears(fact, PERSON, form=Form.SUMMARY)


def suspended(decision_id: UUID, first_day: date) -> benefits.BenefitSuspended:
    return benefits.BenefitSuspended(
        case_id=CASE, decision_id=decision_id, benefit="HOME_CARE", valid_from=first_day
    )


async def decided(
    office: Office,
    kind: str,
    first_day: date = LATER,
    decision_id: UUID | None = None,
    **more: Any,
) -> UUID:
    """A further decision in the case."""
    id_ = decision_id or uuid4()
    given = NOTHING_GRANTED if kind not in {"GRANT", "PARTIAL", "CHANGE", "LIMIT"} else {}
    await grant(office, kind=kind, decision_id=id_, period_from=first_day, **{**given, **more})
    return id_


async def resolved(office: Office, decision_id: UUID, result: str = "REMITTED") -> None:
    await hears(
        office,
        benefits.AppealResolved(
            case_id=CASE, decision_id=decision_id, appeal_id=uuid4(), on=date(2026, 3, 12),
            result=result,
        ),
    )  # fmt: skip


async def titles(office: Office) -> list[str]:
    async with office.worker(CARE) as http:
        return [one["title"] for one in (await http.get("/api/tasks")).json()]


async def waiting(office: Office) -> list[str]:
    """The decisions that are offered for an order, by their ids."""
    async with office.worker(CARE) as http:
        tasks = (await http.get("/api/tasks")).json()
    return [one["link"].split("/")[2] for one in tasks if one["link"].startswith("/decisions/")]


async def hours(office: Office) -> list[str]:
    return [one["hours_per_day"] for one in (await order(office))["versions"]]


async def state(office: Office) -> str:
    return str((await order(office))["state"])


@pytest.mark.parametrize("result", OVERTURNING)
async def test_hours_that_an_appeal_overturned_before_they_held_go_back_to_those_before(
    office: Office, result: str
) -> None:
    await in_service(office)
    more = await decided(office, "CHANGE", hours=3)
    await resolved(office, more, result)
    versions = (await order(office))["versions"]
    assert [one["hours_per_day"] for one in versions] == ["2", "3", "2"]
    assert [one["valid_from"] for one in versions[1:]] == ["2026-04-01", "2026-04-01"]
    await hears(office, undoing(more, LATER))
    assert await hours(office) == ["2", "3", "2"], "what is told once more changes nothing"
    assert await parked(office) == []


@pytest.mark.parametrize("result", ["UPHELD", "INADMISSIBLE", "DISCONTINUED"])
async def test_an_appeal_that_leaves_the_decision_standing_changes_nothing(
    office: Office, result: str
) -> None:
    await in_service(office)
    more = await decided(office, "CHANGE", hours=3)
    await resolved(office, more, result)
    assert await hours(office) == ["2", "3"]


async def test_a_longer_period_that_was_overturned_is_the_one_before_again(office: Office) -> None:
    await in_service(office)
    longer = await decided(office, "CHANGE", date(2026, 9, 1), period_to=date(2026, 12, 31))
    assert (await order(office))["last_day"] == "2026-12-31"
    await resolved(office, longer)
    assert (await order(office))["last_day"] == "2026-08-31"
    assert await parked(office) == []


async def test_a_suspension_that_was_overturned_before_its_day_stops_no_visit(
    office: Office,
) -> None:
    await in_service(office)
    suspension = await decided(office, "SUSPEND", date(2026, 3, 16))
    await served(office, date(2026, 3, 9), date(2026, 3, 13), 120, set())
    assert (await order(office))["refused"] == [], "it holds from its first day on"
    await resolved(office, suspension)
    assert await state(office) == "in-service"
    await served(office, date(2026, 3, 16), date(2026, 3, 18), 120, set())
    assert (await order(office))["refused"] == []


async def test_a_suspension_stands_while_another_decision_suspends_too(office: Office) -> None:
    await in_service(office)
    first = await decided(office, "SUSPEND", date(2026, 3, 10))
    second = await decided(office, "SUSPEND", date(2026, 3, 12))
    await resolved(office, second)
    assert await state(office) == "suspended"
    await resolved(office, first)
    assert await state(office) == "in-service"


async def test_a_change_lets_a_suspended_service_go_on(office: Office) -> None:
    await in_service(office)
    await decided(office, "SUSPEND", date(2026, 3, 10))
    await decided(office, "CHANGE", hours=1)
    assert (await state(office), await hours(office)) == ("in-service", ["2", "1"])


async def test_a_limit_on_hours_is_followed_like_any_change(office: Office) -> None:
    await in_service(office)
    await decided(office, "LIMIT", hours=1)
    assert await hours(office) == ["2", "1"]


async def test_a_service_whose_grant_was_overturned_rests_until_the_board_has_granted_it(
    office: Office,
) -> None:
    await in_service(office)
    await resolved(office, DECISION, "REVERSED")
    revoked = benefits.BenefitRevoked(
        case_id=CASE, decision_id=DECISION, benefit="HOME_CARE", valid_from=date(2026, 3, 6)
    )
    await hears(office, revoked)
    assert await state(office) == "suspended"
    waits = "Decyzję uchylono, usługa jest wstrzymana: czeka na nową decyzję"
    assert await titles(office) == [waits]
    assert await waiting(office) == []
    service = ServiceGrant(
        service="HOME_CARE", hours_per_day=Decimal(4), fee_per_hour=Decimal("2.00")
    )
    await decided(
        office, "GRANT", date(2026, 3, 6), service=service, previous_decision_id=DECISION,
        ruled_by_board=True,
    )  # fmt: skip
    told = await order(office)
    assert (told["state"], told["fee_per_hour"]) == ("in-service", "2.00")
    assert await hours(office) == ["2", "4"]
    assert (await office.told_to(NGO))[-3:] == [
        "ServiceSuspended full", "OrderAmended full", "ServiceResumed full",
    ]  # fmt: skip
    assert await parked(office) == []


async def test_what_had_changed_a_grant_falls_with_it(office: Office) -> None:
    await in_service(office)
    await decided(office, "CHANGE", hours=3)
    await resolved(office, DECISION)
    assert await state(office) == "suspended"
    assert await waiting(office) == []


async def test_a_service_whose_grant_was_overturned_ends_when_it_is_refused(
    office: Office,
) -> None:
    await in_service(office)
    await resolved(office, DECISION)
    await decided(office, "REFUSAL", previous_decision_id=DECISION)
    assert await state(office) == "ended"
    assert await waiting(office) == []


async def test_an_order_that_had_not_begun_ends_with_its_decision_and_the_next_is_offered(
    office: Office,
) -> None:
    await ordered(office)
    await resolved(office, DECISION)
    assert (await state(office), await waiting(office)) == ("ended", [])
    anew = await decided(office, "GRANT", previous_decision_id=DECISION)
    assert await waiting(office) == [str(anew)]


async def test_an_order_that_a_revocation_ended_is_ordered_anew_once_that_is_undone(
    office: Office,
) -> None:
    await in_service(office)
    revocation = await decided(office, "REVOKE", date(2026, 3, 20))
    assert (await state(office), await waiting(office)) == ("ended", [])
    await resolved(office, revocation)
    assert await state(office) == "ended", "what has ended stays ended"
    assert await waiting(office) == [str(DECISION)]
    async with office.worker(CARE) as http:
        again = await post(http, "/orders", DRAFT, 201)
    assert (again["id"], again["data"]["state"]) == (str(id_of(CASE, "HOME_CARE", 2)), "placed")
    assert await waiting(office) == []


async def test_what_a_reopening_undid_and_an_appeal_brought_back_ends_the_new_order(
    office: Office,
) -> None:
    await in_service(office)
    revocation = await decided(office, "REVOKE", date(2026, 3, 20))
    await hears(office, undoing(revocation, date(2026, 3, 20)))
    async with office.worker(CARE) as http:
        again = await post(http, "/orders", DRAFT, 201)
    holds_again = benefits.BenefitRevoked(
        case_id=CASE, decision_id=revocation, benefit="HOME_CARE", valid_from=date(2026, 3, 20)
    )
    for _ in range(2):
        await hears(office, holds_again)
    async with office.worker(CARE) as http:
        told = (await http.get(f"/api/orders/{again['id']}")).json()
    assert (told["state"], await waiting(office)) == ("ended", [])
    assert await parked(office) == []


@pytest.mark.parametrize("answer", ["REFUSAL", "DISCONTINUE"])
async def test_the_end_of_a_reopened_suspension_ends_no_service(
    office: Office, answer: str
) -> None:
    await in_service(office)
    day = date(2026, 3, 10)
    suspension = await decided(office, "SUSPEND", day)
    answered = await decided(office, answer, previous_decision_id=suspension)
    assert await state(office) == "suspended", "it holds until the answer takes effect"
    await resolved(office, answered)
    answered = await decided(office, "DISCONTINUE", previous_decision_id=answered)
    await hears(office, undoing(suspension, day))
    assert await state(office) == "in-service"
    assert await parked(office) == []


async def test_the_refusal_of_a_grant_that_was_reopened_ends_the_service(office: Office) -> None:
    await in_service(office)
    await decided(office, "REFUSAL", previous_decision_id=DECISION)
    assert await state(office) == "ended"


async def test_an_overturned_decision_is_not_offered_and_places_no_order(office: Office) -> None:
    office.at(2026, 3, 5, 12)
    await grant(office)
    assert await waiting(office) == [str(DECISION)]
    await resolved(office, DECISION)
    assert await waiting(office) == []
    await prepared(office)
    assert await state(office) == "draft"
    async with office.worker(CARE) as http:
        refused = await post(http, f"/orders/{ORDER}/place", status=409)
    assert refused["code"] == "DecisionMissing"


@pytest.mark.parametrize("kind", ["SUSPEND", "REVOKE", "REFUSAL"])
async def test_what_was_suspended_or_ended_before_it_was_ordered_is_not_offered(
    office: Office, kind: str
) -> None:
    office.at(2026, 3, 5, 12)
    await grant(office)
    stop = await decided(office, kind)
    assert await waiting(office) == []
    await resolved(office, stop)
    assert await waiting(office) == [str(DECISION)]


async def test_only_the_newest_decision_is_offered_and_none_that_has_run_out(
    office: Office,
) -> None:
    office.at(2026, 3, 5, 12)
    await grant(office)
    change = await decided(office, "CHANGE", hours=3)
    assert await waiting(office) == [str(change)]
    office.at(2026, 9, 1, 12)
    assert await waiting(office) == []


async def test_a_rejected_order_is_offered_to_another_contractor(office: Office) -> None:
    await ordered(office)
    assert await waiting(office) == []
    no = contractor.OrderRejected(order_id=ORDER, on=date(2026, 3, 5), reason="NO_CAPACITY")
    await says(office, no)
    assert await waiting(office) == [str(DECISION)]


async def test_whoever_gave_the_service_up_is_not_served_again(office: Office) -> None:
    await in_service(office)
    async with office.worker(CARE) as http:
        await post(http, f"/orders/{ORDER}/end", {"reason": "RESIGNATION", "on": "2026-03-20"})
    assert await waiting(office) == []


async def test_whoever_gave_the_service_up_is_served_once_it_is_granted_anew(
    office: Office,
) -> None:
    await in_service(office)
    async with office.worker(CARE) as http:
        await post(http, f"/orders/{ORDER}/end", {"reason": "RESIGNATION", "on": "2026-03-20"})
    await decided(office, "CHANGE", hours=3)
    assert await waiting(office) == []
    anew = await decided(office, "GRANT", date(2026, 6, 1))
    assert await waiting(office) == [str(anew)]


async def test_an_urgent_order_that_rests_in_hospital_rests_by_no_decision(office: Office) -> None:
    await prepared(office)
    async with office.worker(CARE) as http:
        terms = {"first_day": "2026-03-06", "last_day": "2026-08-31", "fee_per_hour": "5.00"}
        await post(http, f"/orders/{ORDER}/urgent", terms)
    await begun(office)
    hospital = contractor.AbsenceReported(
        absence_id=uuid4(), order_id=ORDER, absent_from=date(2026, 3, 9), reason="HOSPITAL"
    )
    await says(office, hospital)
    assert await titles(office) == ["Zlecenie pilne czeka na decyzję"]


async def test_a_draft_that_its_decision_missed_by_a_moment_waits_to_be_placed(
    office: Office,
) -> None:
    """Somebody prepares it in the moment in which the decision comes in: neither sees the other."""
    office.at(2026, 3, 5, 12)
    await grant(office)
    hidden = "update decisions set overturned_on = {} where decision_id = $1"
    await office.part.pool.execute(hidden.format("current_date"), DECISION)
    await prepared(office)
    await office.part.pool.execute(hidden.format("null"), DECISION)
    assert (await state(office), await waiting(office)) == ("draft", [])
    assert await titles(office) == ["Złóż zlecenie na podstawie decyzji"]
    async with office.worker(CARE) as http:
        await post(http, f"/orders/{ORDER}/place")
    assert await titles(office) == ["Zlecenie czeka na odpowiedź wykonawcy"]


@pytest.mark.parametrize("seed", range(6))
async def test_in_whatever_order_and_however_often_it_is_told_nothing_is_parked(
    office: Office, seed: int
) -> None:
    """Benefits tells in order; what was parked for another reason comes later than that."""
    draw = Random(seed)
    await in_service(office)
    change, stop, end = uuid4(), uuid4(), uuid4()
    day = date(2026, 3, 20)
    told: list[Callable[[], Awaitable[object]]] = [
        lambda: decided(office, "CHANGE", hours=3, decision_id=change),
        lambda: resolved(office, change),
        lambda: decided(office, "SUSPEND", day, decision_id=stop),
        lambda: hears(office, suspended(stop, day)),
        lambda: hears(office, undoing(stop, day)),
        lambda: decided(office, "REVOKE", date(2026, 8, 1), decision_id=end),
        lambda: resolved(office, end),
        lambda: resolved(office, DECISION, "REVERSED"),
    ]
    told *= 2
    draw.shuffle(told)
    for one in told:
        await one()
    assert await parked(office) == []


async def test_an_appeal_about_money_is_nothing_to_orders(office: Office) -> None:
    await in_service(office)
    await resolved(office, uuid4())
    assert await state(office) == "started"
    assert await parked(office) == []
