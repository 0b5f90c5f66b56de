"""Obliged persons and fees: K3's June, home care by settlement, arrears, the claim."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from osnowa_contracts import benefits as facts
from osnowa_contracts import service_orders
from osnowa_contracts.examples import example

from services.benefits.realisation.fees import Fees, Part, RelativeShare, Shares, Waiting
from services.benefits.realisation.obliged import ObligedPerson, Situation
from services.benefits.realisation.refusals import (
    AgreementKept,
    AgreementMissing,
    AlreadyCharged,
    ClaimPrepared,
    MonthNotCovered,
    MoreThanRest,
    NotCharged,
    SharesExceedCost,
    SharesMissing,
    StayBegun,
    StayNotBegun,
)
from services.benefits.realisation.values import Obligation, Payer, SupportForm
from services.benefits.refusals.general import NotBeforeEarlier, PeriodReversed
from services.benefits.values import Benefit
from tests.benefits.conftest import Town
from tests.benefits.moving_in import (
    RESIDENT,
    asked_for_a_home,
    calculated,
    daughter_agrees,
    fee_decided,
)
from tests.benefits.realised import EWA, HELENA, MAREK, ZOFIA, applied, clock_at, told

WOMAN = UUID(int=2)
CASE, DAUGHTER, SON = UUID(int=21), UUID(int=51), UUID(int=52)


def june(day: int) -> date:
    return date(2026, 6, day)


# --- fees of a residential home -----------------------------------------------------


def account() -> Fees:
    """K3: a place of 7200, the resident 1680, the daughter 1970."""
    fees = Fees(case_id=CASE, person_id=RESIDENT, benefit=Benefit.RESIDENTIAL_HOME)
    relatives = (RelativeShare(DAUGHTER, Decimal(1970)),)
    fees.set_shares(Shares(june(1), Decimal(7200), Decimal(1680), relatives))
    return fees


def amounts(parts: tuple[Part, ...]) -> list[tuple[str, str]]:
    return [(part.payer.value, str(part.amount)) for part in parts]


def test_june_of_k3_is_prorated_and_the_gmina_pays_what_is_left() -> None:
    fees = account()
    fees.start_stay(june(15))
    charge = fees.charge_month("2026-06", on=date(2026, 7, 1))
    assert amounts(charge.parts) == [
        ("RESIDENT", "896.00"), ("RELATIVE", "1050.67"), ("GMINA", "1893.33"),
    ]  # fmt: skip
    assert charge.total == Decimal("3840.00")


def test_a_whole_month_costs_the_whole_shares_and_a_last_one_its_days() -> None:
    fees = account()
    fees.start_stay(june(15))
    fees.end_stay(date(2026, 8, 10))
    july = fees.charge_month("2026-07", on=date(2026, 8, 1))
    assert amounts(july.parts) == [
        ("RESIDENT", "1680.00"), ("RELATIVE", "1970.00"), ("GMINA", "3550.00"),
    ]  # fmt: skip
    august = fees.charge_month("2026-08", on=date(2026, 9, 1))
    assert (august.first, august.last) == (date(2026, 8, 1), date(2026, 8, 10))
    assert august.total == Decimal("2322.58")
    with pytest.raises(MonthNotCovered):
        fees.charge_month("2026-09", on=date(2026, 10, 1))


def test_a_month_is_charged_once_and_only_when_it_is_over() -> None:
    fees = account()
    fees.start_stay(june(15))
    with pytest.raises(MonthNotCovered):
        fees.charge_month("2026-06", on=june(30))
    fees.charge_month("2026-06", on=date(2026, 7, 1))
    with pytest.raises(AlreadyCharged):
        fees.charge_month("2026-06", on=date(2026, 7, 1))
    assert fees.to_charge(date(2026, 8, 1)) == ["2026-07"]


def test_new_shares_hold_from_their_day_on() -> None:
    fees = account()
    fees.start_stay(june(1))
    fees.set_shares(Shares(date(2026, 7, 1), Decimal(7400), Decimal(1700)))
    assert amounts(fees.charge_month("2026-06", on=date(2026, 8, 1)).parts)[0][1] == "1680.00"
    assert amounts(fees.charge_month("2026-07", on=date(2026, 8, 1)).parts) == [
        ("RESIDENT", "1700.00"), ("GMINA", "5700.00"),
    ]  # fmt: skip


def test_a_resident_who_was_away_pays_for_the_days_in_the_home() -> None:
    fees = account()
    fees.start_stay(june(3))
    fees.end_stay(june(10))
    fees.start_stay(june(20))
    charge = fees.charge_month("2026-06", on=date(2026, 7, 1))
    assert amounts(charge.parts) == [
        ("RESIDENT", "1064.00"), ("RELATIVE", "1247.66"), ("GMINA", "2248.34"),
    ]  # fmt: skip


def test_new_shares_within_a_month_hold_for_its_later_days_only() -> None:
    fees = account()
    fees.start_stay(june(1))
    fees.set_shares(Shares(june(16), Decimal(7800), Decimal(2100)))
    assert amounts(fees.charge_month("2026-06", on=date(2026, 7, 1)).parts) == [
        ("RESIDENT", "1890.00"), ("RELATIVE", "985.00"), ("GMINA", "4625.00"),
    ]  # fmt: skip


def test_an_end_that_becomes_known_late_corrects_what_was_charged_beyond_it() -> None:
    fees = account()
    fees.start_stay(june(1))
    fees.charge_month("2026-06", on=date(2026, 8, 1))
    fees.charge_month("2026-07", on=date(2026, 8, 1))
    fees.end_stay(june(15))
    by_month = {charge.month: charge for charge in fees.charges}
    assert [by_month[m].total for m in ("2026-06", "2026-07")] == [Decimal(3600), Decimal(0)]
    assert fees.owed("2026-07", Payer.RESIDENT, None) == 0
    assert fees.arrears_of(DAUGHTER) == {"2026-06": Decimal("985.00")}
    fees.start_stay(date(2026, 7, 22))
    assert {c.month: c for c in fees.charges}["2026-07"].first == date(2026, 7, 22)


def test_shares_of_half_a_grosz_never_cost_more_than_the_home() -> None:
    fees = Fees(case_id=CASE, person_id=RESIDENT, benefit=Benefit.RESIDENTIAL_HOME)
    relatives = (RelativeShare(DAUGHTER, Decimal("0.99")),)
    fees.set_shares(Shares(june(1), Decimal("2.00"), Decimal("1.01"), relatives))
    fees.start_stay(june(16))
    charge = fees.charge_month("2026-06", on=date(2026, 7, 1))
    assert amounts(charge.parts) == [
        ("RESIDENT", "0.51"), ("RELATIVE", "0.49"), ("GMINA", "0.00"),
    ]  # fmt: skip


def test_stays_do_not_overlap_and_have_shares_from_their_first_day() -> None:
    fees = account()
    with pytest.raises(SharesMissing):
        fees.start_stay(date(2026, 5, 31))
    fees.start_stay(june(3))
    fees.end_stay(june(10))
    with pytest.raises(NotBeforeEarlier):
        fees.start_stay(june(10))


def test_a_stay_is_charged_in_its_order_and_within_its_cost() -> None:
    fees = Fees(case_id=CASE, person_id=RESIDENT, benefit=Benefit.RESIDENTIAL_HOME)
    with pytest.raises(SharesMissing):
        fees.start_stay(june(15))
    with pytest.raises(SharesExceedCost):
        fees.set_shares(Shares(june(1), Decimal(1600), Decimal(1680)))
    with pytest.raises(StayNotBegun):
        fees.end_stay(june(15))
    fees = account()
    fees.start_stay(june(15))
    with pytest.raises(StayBegun):
        fees.start_stay(june(16))


def test_a_place_is_awaited_until_the_admission_and_the_latest_notice_counts() -> None:
    fees = account()
    fees.await_place(june(8), informed_on=date(2026, 4, 27))
    fees.await_place(june(15), informed_on=date(2026, 5, 25))
    assert fees.waiting == Waiting(june(15), date(2026, 5, 25))
    with pytest.raises(NotBeforeEarlier):
        fees.await_place(date(2026, 5, 25), informed_on=date(2026, 5, 25))
    fees.start_stay(june(15))
    assert fees.waiting is None
    with pytest.raises(StayBegun):
        fees.await_place(date(2026, 7, 1), informed_on=june(16))


def test_each_payer_owes_the_own_part_only() -> None:
    fees = account()
    fees.start_stay(june(15))
    fees.charge_month("2026-06", on=date(2026, 7, 1))
    with pytest.raises(NotCharged):
        fees.receive("2026-07", Part(Payer.RESIDENT, Decimal(1)), on=date(2026, 7, 2))
    with pytest.raises(NotCharged):
        fees.receive("2026-06", Part(Payer.RELATIVE, Decimal(1), SON), on=date(2026, 7, 2))
    with pytest.raises(MoreThanRest):
        fees.receive("2026-06", Part(Payer.RESIDENT, Decimal("896.01")), on=date(2026, 7, 2))
    fees.receive("2026-06", Part(Payer.RELATIVE, Decimal(1000), DAUGHTER), on=date(2026, 7, 2))
    assert fees.arrears_of(DAUGHTER) == {"2026-06": Decimal("50.67")}
    assert fees.owed("2026-06", Payer.RESIDENT, None) == Decimal("896.00")


async def in_the_home(town: Town) -> tuple[str, str]:
    """K3 over HTTP until the admission of 15 June; ids of the case and of the daughter."""
    at = await asked_for_a_home(town)
    daughter = await daughter_agrees(town, at)
    await calculated(town, at, daughter)
    assert await town.refused(ZOFIA, f"{at}/fees/stay", on="2026-04-24") == "SharesMissing"
    await fee_decided(town, at)
    town.day(june(15))
    await town.post(ZOFIA, f"{at}/fees/stay", on="2026-06-15")
    return at.rsplit("/", 1)[-1], daughter


async def test_june_of_k3_is_charged_by_the_clock_and_paid_by_each(town: Town) -> None:
    case, daughter = await in_the_home(town)
    assert await told(town, facts.FeeCharged.type()) == []
    await clock_at(town, date(2026, 7, 1))
    await clock_at(town, date(2026, 7, 2))
    (said,) = [json.loads(one) for one in await told(town, facts.FeeCharged.type())]
    assert (said["client"], said["relatives"], said["gmina"]) == ("896.00", "1050.67", "1893.33")
    assert (said["month"], said["first_day"], said["last_day"]) == (
        "2026-06", "2026-06-15", "2026-06-30",
    )  # fmt: skip
    found = await town.get(MAREK, f"/api/cases/{case}/fees")
    owed = {part["payer"]: part["amount"] for part in found["parts"]}
    assert owed == {"RESIDENT": "896.00", "RELATIVE": "1050.67", "GMINA": "1893.33"}
    assert found["stays"] == [{"first": "2026-06-15", "last": None}]
    town.day(date(2026, 7, 6))
    path = f"/api/cases/{case}/fees/payments"
    paid = {"month": "2026-06", "payer": "RESIDENT", "amount": "896.00"}
    for stranger in (ZOFIA, EWA, HELENA):
        assert await town.refused(stranger, path, **paid) == "RoleMissing"
    assert (await town.post(MAREK, path, **paid))["data"]["rest"] == "0.00"
    assert await town.refused(MAREK, path, **paid) == "MoreThanRest"
    still = await town.listed(MAREK, "/api/fees", month="2026-06", open_only="true")
    assert [(part["payer"], part["obliged_id"]) for part in still] == [("RELATIVE", daughter)]
    charge = f"/api/cases/{case}/fees/charges"
    assert await town.refused(MAREK, charge, month="2026-06") == "AlreadyCharged"


async def test_a_daughter_who_does_not_pay_the_home_is_claimed_once(town: Town) -> None:
    case, daughter = await in_the_home(town)
    await clock_at(town, date(2026, 7, 1))
    town.day(date(2026, 7, 6))
    claims = f"/api/obliged-persons/{daughter}/claims"
    assert await town.refused(MAREK, claims) == "RoleMissing"
    claimed = (await town.post(ZOFIA, claims))["data"]
    assert (claimed["months"], Decimal(claimed["amount"])) == (["2026-06"], Decimal("1050.67"))
    assert await town.refused(ZOFIA, claims) == "ClaimPrepared"
    (found,) = await town.listed(ZOFIA, "/api/obliged-persons", case_id=case)
    assert (found["relation"], found["situation"]["income"]) == ("DESCENDANT", "5000.00")
    assert [claim["months"] for claim in found["claims"]] == [["2026-06"]]
    for fact in (facts.ObligedPersonRegistered, facts.SupportAgreementConcluded):
        (said,) = await told(town, fact.type())
        assert "Przykładowa" not in said, "who it is stays in the file"


# --- home care --------------------------------------------------------------------


async def test_a_settled_month_of_home_care_is_a_receivable(town: Town) -> None:
    case = await applied(town, WOMAN, "HOME_CARE", date(2026, 2, 2))
    order = uuid4()
    placed = example(service_orders.OrderPlaced).model_copy(
        update={"order_id": order, "case_id": UUID(case)}
    )
    await town.hears("service-orders", placed, WOMAN)
    settled = service_orders.OrderSettled(
        order_id=order, month="2026-03", planned_units=Decimal(36), done_units=Decimal(32),
        fee_per_hour=Decimal("3.50"), fee_total=Decimal("112.00"),
    )  # fmt: skip
    for _ in range(2):
        await town.hears("service-orders", settled, WOMAN)
    assert await town.parked() == []
    (part,) = (await town.get(MAREK, f"/api/cases/{case}/fees"))["parts"]
    assert (part["payer"], part["month"], part["amount"]) == ("RESIDENT", "2026-03", "112.00")
    corrected = settled.model_copy(update={"fee_total": Decimal("108.50")})
    await town.hears("service-orders", corrected, WOMAN)
    (part,) = (await town.get(MAREK, f"/api/cases/{case}/fees"))["parts"]
    assert part["amount"] == "108.50"
    assert len(await told(town, facts.FeeCharged.type())) == 2


async def test_a_settlement_of_an_order_that_is_not_ours_is_left_alone(town: Town) -> None:
    settled = example(service_orders.OrderSettled).model_copy(update={"order_id": uuid4()})
    await town.hears("service-orders", settled, WOMAN)
    assert await town.parked() == []
    assert await town.listed(MAREK, "/api/fees") == []


# --- support of the family ----------------------------------------------------------


def son() -> ObligedPerson:
    return ObligedPerson(
        case_id=CASE,
        person_id=RESIDENT,
        name="Jan Wzorcowy",
        relation=Obligation.DESCENDANT,
        situation=Situation(Decimal(12000), 4, date(2026, 2, 2)),
        on=date(2026, 2, 2),
    )


def supporting(
    amount: str = "300.00", form: SupportForm = SupportForm.MONEY_TO_CENTRE
) -> ObligedPerson:
    """By an agreement from 16 February on."""
    obliged = son()
    obliged.conclude(Decimal(amount), form, date(2026, 2, 16), None, on=date(2026, 2, 12))
    return obliged


def test_a_month_is_missing_only_when_it_is_over() -> None:
    obliged = supporting()
    assert obliged.arrears(date(2026, 2, 28)) == {}
    assert obliged.arrears(date(2026, 3, 1)) == {"2026-02": Decimal("139.29")}
    obliged.receive("2026-02", Decimal("139.29"), on=date(2026, 3, 1))
    assert obliged.arrears(date(2026, 4, 1)) == {"2026-03": Decimal("300.00")}


def test_an_agreement_that_is_kept_gives_no_claim_and_one_that_is_not_gives_one() -> None:
    obliged = supporting()
    with pytest.raises(AgreementKept):
        obliged.prepare_claim(on=date(2026, 2, 20))
    claim = obliged.prepare_claim(on=date(2026, 4, 1))
    assert (claim.months, claim.amount) == (("2026-02", "2026-03"), Decimal("439.29"))
    with pytest.raises(ClaimPrepared):
        obliged.prepare_claim(on=date(2026, 4, 30))
    assert obliged.prepare_claim(on=date(2026, 5, 4)).months == ("2026-04",)


def test_without_an_agreement_nothing_can_be_paid_or_claimed() -> None:
    with pytest.raises(AgreementMissing):
        son().receive("2026-02", Decimal(10), on=date(2026, 3, 1))
    with pytest.raises(AgreementMissing):
        son().prepare_claim(on=date(2026, 3, 1))
    with pytest.raises(MonthNotCovered):
        supporting().receive("2026-01", Decimal(10), on=date(2026, 3, 1))


def test_a_new_agreement_takes_the_place_of_the_one_before() -> None:
    obliged = supporting()
    obliged.conclude(
        Decimal(100), SupportForm.IN_KIND, date(2026, 4, 1), None, on=date(2026, 3, 20)
    )
    assert [a.valid_to for a in obliged.agreements] == [date(2026, 3, 31), None]
    assert obliged.arrears(date(2026, 5, 1))["2026-04"] == 100
    assert obliged.agreement_on(date(2026, 3, 31)).amount == 300
    with pytest.raises(PeriodReversed):
        obliged.conclude(Decimal(1), SupportForm.IN_KIND, june(2), june(1), on=date(2026, 4, 1))


async def test_who_may_deal_with_obliged_persons(town: Town) -> None:
    case = await applied(town, RESIDENT, "PERMANENT", date(2026, 2, 2))
    at = f"/api/cases/{case}/obliged-persons"
    who = {"name": "Jan Wzorcowy", "relation": "DESCENDANT", "income": "12000.00"}
    for stranger in (MAREK, HELENA):
        assert await town.refused(stranger, at, **who) == "RoleMissing"
    son_id = (await town.post(EWA, at, **who))["id"]
    on_it = f"/api/obliged-persons/{son_id}"
    await town.post(EWA, f"{on_it}/situation", income="9000.00", household_size=4)
    agreed = {"amount": "300.00", "form": "MONEY_TO_CENTRE", "valid_from": "2026-02-01"}
    await town.post(EWA, f"{on_it}/agreements", **agreed)
    town.day(date(2026, 4, 1))
    await town.post(MAREK, f"{on_it}/payments", month="2026-02", amount="300.00")
    (found,) = await town.listed(EWA, "/api/obliged-persons", person_id=str(RESIDENT))
    assert (found["arrears"], found["situation"]["household_size"]) == ({"2026-03": "300.00"}, 4)
    (late,) = (await town.get(EWA, "/api/expected"))["support"]
    assert late["obliged_id"] == son_id
