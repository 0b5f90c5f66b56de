"""On the way into a residential home by its pages: what forms begin with, what pages then say."""

from __future__ import annotations

import re
from datetime import date

from tests.benefits.conftest import Town
from tests.benefits.moving_in import (
    AGREED,
    APRIL,
    HOME,
    RESIDENT,
    SHEET,
    asked_for_a_home,
    calculated,
    daughter_agrees,
    fee_decided,
)
from tests.benefits.realised import (
    HELENA,
    MAREK,
    ZOFIA,
    applied,
    clock_at,
    final,
    interviewed,
    realised,
)
from tests.benefits.test_acts_pages import look, send
from tests.benefits.test_support import in_the_home


async def shown(town: Town, at: str, worker: str = ZOFIA) -> str:
    """A page with plain spaces, by the address of the API."""
    page = await look(town, worker, at.removeprefix("/api"))
    return re.sub(r"\s+", " ", page.replace("&nbsp;", " "))


async def referred(town: Town) -> str:
    """With consent and an issued referral."""
    at = await asked_for_a_home(town)
    await town.post(ZOFIA, f"{at}/home-consent", **AGREED)
    draft = await town.post(ZOFIA, f"{at}/decisions", kind="REFERRAL", home=HOME)
    await final(town, draft["data"]["decision_id"], ZOFIA)
    return at


def rows_of(page: str) -> dict[str, str]:
    """The summary lists of a page, as words and values."""
    return dict(re.findall(r"<dt[^>]*>\s*(.*?)\s*</dt>\s*<dd[^>]*>\s*(.*?)\s*</dd>", page))


# --- before the decision ------------------------------------------------------------


async def test_consent_stands_on_the_way_to_a_decision(town: Town) -> None:
    at = await asked_for_a_home(town)
    step = r'<a[^>]*href="[^"]*/home-consent">Zgoda na pobyt w domu</a>'
    assert re.search(step, await shown(town, at))
    refused = {"answer": "REFUSED", "by": "PERSON"}
    await send(town, ZOFIA, f"{at.removeprefix('/api')}/home-consent", refused)
    assert "odmowa zgody, 24 kwietnia 2026" in await shown(town, at)
    await town.post(ZOFIA, f"{at}/home-consent", **AGREED)
    assert "zgoda, 14 kwietnia 2026" in await shown(town, at)


async def test_nobody_waits_or_moves_in_before_a_decision(town: Town) -> None:
    at = await asked_for_a_home(town)
    steps = ("fees/waiting", "fees/stay", "fees/stay/end")
    before = await shown(town, at)
    assert not [step for step in steps if f'{step}"' in before]
    await town.post(ZOFIA, f"{at}/home-consent", **AGREED)
    referral = await town.post(ZOFIA, f"{at}/decisions", kind="REFERRAL", home=HOME)
    await final(town, referral["data"]["decision_id"], ZOFIA)
    after = await shown(town, at)
    assert [step for step in steps if f'{step}"' in after] == ["fees/waiting", "fees/stay"]


async def test_the_family_in_the_register_is_not_typed_again(town: Town) -> None:
    at = await asked_for_a_home(town)
    assert 'value="5000,00"' not in await shown(town, f"{at}/home-fees")
    daughter = await daughter_agrees(town, at)
    form = await shown(town, f"{at}/home-fees")
    for part in ('value="Anna Przykładowa"', 'value="5000,00"', f'value="{daughter}" selected'):
        assert part in form, part
    await calculated(town, at, daughter)
    again = await shown(town, f"{at}/home-fees")
    for part in ('value="7200,00"', 'value="córka"', 'value="5000,00"'):
        assert part in again, part


async def test_the_case_says_who_pays_for_the_home(town: Town) -> None:
    at = await asked_for_a_home(town)
    await calculated(town, at, await daughter_agrees(town, at))
    rows = rows_of(await shown(town, at))
    assert rows["Koszt pobytu w domu na miesiąc"] == "7 200,00 zł"
    paid = {who: rows[f"{who} płaci"] for who in ("Mieszkaniec", "córka", "Gmina")}
    assert paid == {"Mieszkaniec": "1 680,00 zł", "córka": "1 970,00 zł", "Gmina": "3 550,00 zł"}


async def test_a_draft_on_the_fee_names_who_pays_and_no_id(town: Town) -> None:
    at = await asked_for_a_home(town)
    daughter = await daughter_agrees(town, at)
    await calculated(town, at, daughter)
    form = await shown(town, f"{at}/decisions?kind=FEE")
    assert 'value="1970,00"' in form, "as people write amounts"
    assert re.search(rf'<option value="{daughter}" selected[^>]*>Anna Przykładowa</option>', form)
    assert f'type="text" value="{daughter}"' not in form
    assert "pomoc jednorazowa w całości" not in form, "that is said of the amount of a benefit"


async def test_evidence_comes_from_institutions_outside_the_city_too(town: Town) -> None:
    at = await asked_for_a_home(town)
    given = {"source": "przychodnia", "kind": "HEALTH", "content": "Całodobowa opieka."}
    day = {"on-day": "14", "on-month": "4", "on-year": "2026"}
    await send(town, ZOFIA, f"{at.removeprefix('/api')}/evidence", {**given, **day})
    assert "przychodnia albo lekarz" in await shown(town, at)


# --- the placement ------------------------------------------------------------------


async def test_the_placement_begins_with_the_home_of_the_referral(town: Town) -> None:
    at = await referred(town)
    form = await shown(town, f"{at}/further-decisions?kind=PLACEMENT")
    assert f'value="{HOME}"' in form


async def test_a_sheet_is_written_anew_from_what_it_says(town: Town) -> None:
    at = await referred(town)
    await town.post(ZOFIA, f"{at}/resident-sheet", **SHEET)
    form = await shown(town, f"{at}/resident-sheet")
    for part in ("Anna Przykładowa", "600 000 005", "Pomoc w nocy", "Upadki", "lekkostrawna"):
        assert f'value="{part}"' in form, part


async def test_two_terms_of_appeal_are_told_apart_by_their_decisions(town: Town) -> None:
    at = await asked_for_a_home(town)
    await town.post(ZOFIA, f"{at}/home-consent", **AGREED)
    await calculated(town, at, await daughter_agrees(town, at))
    drafts = ({"kind": "REFERRAL", "home": HOME}, {"kind": "FEE", "valid_from": "2026-06-01"})
    for path, draft in zip(("decisions", "further-decisions"), drafts, strict=True):
        drafted = await town.post(ZOFIA, f"{at}/{path}", **draft)
        decision = f"/api/decisions/{drafted['data']['decision_id']}"
        await town.post(HELENA, f"{decision}/issue")
        await town.post(ZOFIA, f"{decision}/delivery")
    case = await town.get(ZOFIA, at)
    terms = [one for one in case["deadlines"] if one["kind"] == "APPEAL_TERM"]
    numbers = [one["number"] for one in case["decisions"]]
    assert [one["decision"] for one in terms] == numbers
    page = await shown(town, at)
    for number in numbers:
        assert f", decyzja nr {number}</span>" in page


# --- the wait and the stay ------------------------------------------------------------


async def test_the_notice_of_the_wait_is_found_where_the_wait_stands(town: Town) -> None:
    at = await referred(town)
    notice = f'href="{at}/fees/waiting/document"'
    assert notice not in await shown(town, f"{at}/realisation")
    await town.post(ZOFIA, f"{at}/fees/waiting", expected_on="2026-06-15")
    assert notice in await shown(town, f"{at}/realisation")


async def test_who_lives_in_the_home_is_not_admitted_again(
    town: Town,
) -> None:
    at = await asked_for_a_home(town)
    await town.post(ZOFIA, f"{at}/home-consent", **AGREED)
    await calculated(town, at, await daughter_agrees(town, at))
    await fee_decided(town, at)
    steps = ("fees/waiting", "fees/stay", "fees/stay/end")

    async def offered() -> list[str]:
        page = await shown(town, f"{at}/realisation")
        return [step for step in steps if f'{step}"' in page]

    assert await offered() == ["fees/waiting", "fees/stay"]
    town.day(date(2026, 6, 15))
    await town.post(ZOFIA, f"{at}/fees/stay", on="2026-06-15")
    assert await offered() == ["fees/stay/end"]
    town.day(date(2026, 6, 20))
    await town.post(ZOFIA, f"{at}/fees/stay/end", on="2026-06-20")
    assert await offered() == ["fees/waiting", "fees/stay"]


async def test_the_page_says_who_pays_since_when_and_for_which_days(town: Town) -> None:
    case, _ = await in_the_home(town)
    await clock_at(town, date(2026, 7, 1))
    town.day(date(2026, 7, 6))
    page = await shown(town, f"/cases/{case}/realisation", MAREK)
    assert rows_of(page)["Od 1 czerwca 2026"] == (
        "koszt 7 200,00 zł: mieszkaniec 1 680,00 zł, Anna Przykładowa 1 970,00 zł, "
        "gmina 3 550,00 zł"
    )
    assert page.count(">15–30 czerwca 2026<") == 3


async def test_a_home_is_no_benefit_for_which_contributions_are_paid(town: Town) -> None:
    at = await referred(town)
    await town.post(ZOFIA, f"{at}/resident-sheet", **SHEET)
    placement = {"kind": "PLACEMENT", "valid_from": "2026-06-15", "home": HOME}
    draft = await town.post(ZOFIA, f"{at}/further-decisions", **placement)
    await final(town, draft["data"]["decision_id"], ZOFIA)
    benefit = await realised(town, draft["data"]["decision_id"], ZOFIA)
    page = await shown(town, f"{at}/realisation", MAREK)
    assert f"/entitlements/{benefit}/" in page
    assert f"/entitlements/{benefit}/contributions" not in page


# --- care at home ------------------------------------------------------------------


async def test_a_draft_of_care_begins_with_the_hours_that_its_fee_was_calculated_for(
    town: Town,
) -> None:
    town.day(APRIL)
    case = await applied(town, RESIDENT, "HOME_CARE", APRIL, "Mieszkaniec")
    await interviewed(town, case, APRIL, ZOFIA)
    pension = [{"kind": "PENSION", "amount": "2400"}]
    await town.post(ZOFIA, f"/api/cases/{case}/income", month="2026-03", components=pension)
    await send(town, ZOFIA, f"/cases/{case}/fee", {"hours_per_day": "2,5"})
    form = await shown(town, f"/cases/{case}/decisions?kind=GRANT")
    hours, fee = (
        re.search(
            rf'<input[^>]*name="service.{name}"[^>]*>( <div class="govuk-input__suffix)?', form
        )
        for name in ("hours_per_day", "fee_per_hour")
    )
    assert hours is not None
    assert fee is not None
    assert 'value="2,5"' in hours[0]
    assert (hours[1], fee[1] is None) == (None, False), "hours are no money"
    assert re.search(r'<input[^>]*value="working" checked', form), "as it is usually"
