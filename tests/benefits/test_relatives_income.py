"""The income of relatives who pay for a home: as one amount, or calculated from its receipts."""

from __future__ import annotations

import pytest

from tests.benefits.conftest import Town
from tests.benefits.given import Json
from tests.benefits.moving_in import asked_for_a_home, daughter_agrees
from tests.benefits.realised import ZOFIA
from tests.benefits.test_letter import lines_of

DAUGHTER: Json = {"reference": "córka", "relation": "DESCENDANT"}
SON: Json = {"reference": "syn", "relation": "DESCENDANT", "income": "3000.00"}
WAGE: Json = {
    "of": "córka", "kind": "WAGE", "amount": "6000.00", "tax": "700.00", "contributions": "300.00",
}  # fmt: skip
LEFT_OUT = [
    {"of": "córka", "kind": kind, "amount": "800.00"}
    for kind in ("CHILD_BENEFIT", "DISABILITY_SUPPLEMENT")
]


async def test_what_is_no_income_for_a_fee_is_left_out_of_a_relative_s_income(town: Town) -> None:
    at = await asked_for_a_home(town)
    daughter = {**DAUGHTER, "obliged_id": await daughter_agrees(town, at)}
    told = {"cost": "7200", "relatives": [daughter, SON], "receipts": [WAGE, *LEFT_OUT]}
    found = (await town.post(ZOFIA, f"{at}/home-fees", **told))["data"]
    assert found == {"resident": "1680.00", "relatives": ["1970.00", "0.00"], "gmina": "3550.00"}
    steps = (await town.get(ZOFIA, at))["home_fees"]["steps"]
    assert [one["pl"] for one in steps[:4]] == [
        "córka: Przychód „wynagrodzenie za pracę” po podatku, kosztach i składkach",
        "córka: Nie wlicza się: świadczenie wychowawcze (800+)",
        "córka: Nie wlicza się: świadczenie uzupełniające dla niezdolnych do samodzielnej"
        " egzystencji (500+)",
        "córka: Dochód",
    ]
    await town.post(ZOFIA, f"{at}/decisions", kind="FEE", valid_from="2026-06-01")
    lines = await lines_of(town, at)
    assert any(line.startswith("córka: Nie wlicza się") for line in lines)


@pytest.mark.parametrize(
    ("relative", "receipts", "refusal"),
    [
        (DAUGHTER, [], "RelativeIncomeUnclear"),
        ({**DAUGHTER, "income": "5000.00"}, [WAGE], "RelativeIncomeUnclear"),
        (DAUGHTER, [WAGE, {**WAGE, "of": "wnuczka"}], "ReceiptOfNobody"),
        (DAUGHTER, [{"of": "córka", "kind": "FARM"}], "ReceiptIncomplete"),
    ],
)
async def test_an_income_is_told_once_and_of_somebody_on_the_list(
    town: Town, relative: Json, receipts: list[Json], refusal: str
) -> None:
    at = await asked_for_a_home(town)
    told = {"cost": "7200", "relatives": [relative], "receipts": receipts}
    assert await town.refused(ZOFIA, f"{at}/home-fees", **told) == refusal
    assert (await town.get(ZOFIA, at))["home_fees"] is None


async def test_receipts_of_a_relative_are_given_in_the_form(town: Town) -> None:
    at = await asked_for_a_home(town)
    client = await town.client(ZOFIA)
    form = f"{at.removeprefix('/api')}/home-fees"
    page = (await client.get(form)).text
    assert "Przychody rodziny, gdy jej dochód trzeba wyliczyć" in page
    sent = {
        "cost": "7200", "relatives.0.reference": "córka", "relatives.0.relation": "DESCENDANT",
        "relatives.0.household_size": "1", "relatives.0.degree": "1",
        "receipts.0.of": "córka", "receipts.0.kind": "WAGE", "receipts.0.amount": "5000",
        "receipts.1.of": "", "receipts.1.kind": "", "receipts.1.amount": "",
    }  # fmt: skip
    answer = await client.post(form, data=sent)
    assert answer.headers["location"].endswith("?done=calculate_home_fees"), answer.text
    unclear = await client.post(form, data={**sent, "receipts.0.of": "wnuczka"})
    assert unclear.status_code == 422
    assert "Na liście rodziny nie ma osoby wnuczka." in unclear.text
    assert 'value="5000"' in unclear.text, "what was typed stays"
