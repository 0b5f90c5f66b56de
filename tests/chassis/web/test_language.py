"""Polish first, English by switch; nothing of the page kit is left without English."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from markupsafe import Markup

from chassis.calendar import Month
from chassis.web import client, problems, timeline_view
from chassis.web.language import Speech
from chassis.web.render import TEMPLATES
from chassis.web.texts import ENGLISH
from tests.chassis.web.small_city import small_city, visiting

POLISH, IN_ENGLISH = Speech("pl", ENGLISH), Speech("en", ENGLISH)


def spoken_in_templates() -> set[str]:
    found: set[str] = set()
    for file in TEMPLATES.rglob("*.html"):
        text = file.read_text("utf-8")
        found.update(re.findall(r"""\bt\(\s*"([^"]+)\"""", text))
        found.update(re.findall(r"""\bt\(\s*'([^']+)'""", text))
        found.update(re.findall(r"""\bcount\([^,]+, "([^"]+)\"""", text))
    return found


def test_every_text_of_the_page_kit_is_there_in_english() -> None:
    texts = {
        *spoken_in_templates(),
        *problems.TITLES.values(),
        *problems.DETAILS.values(),
        *client.VIEWS.values(),
        *timeline_view.FORM_TITLES.values(),
        timeline_view.RESTRICTED,
        timeline_view.RESTRICTED_WHY,
    }
    assert len(texts) > 90
    assert texts - ENGLISH.keys() == set()


@pytest.mark.parametrize(
    ("number", "polish", "english"),
    [
        (1, "1 dzień", "1 day"),
        (2, "2 dni", "2 days"),
        (5, "5 dni", "5 days"),
        (22, "22 dni", "22 days"),
    ],
)
def test_counts_take_the_right_form(number: int, polish: str, english: str) -> None:
    assert POLISH.count(number, "dzień|dni|dni") == polish
    assert IN_ENGLISH.count(number, "dzień|dni|dni") == english


@pytest.mark.parametrize(
    ("number", "polish"),
    [(0, "wpisów"), (1, "wpis"), (3, "wpisy"), (12, "wpisów"), (25, "wpisów"), (102, "wpisy")],
)
def test_polish_has_three_forms(number: int, polish: str) -> None:
    assert POLISH.count(number, "wpis|wpisy|wpisów") == f"{number} {polish}"


def test_days_times_and_money_are_written_as_people_write_them() -> None:
    midnight_in_warsaw = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
    assert POLISH.day(date(2026, 11, 3)) == "3 listopada 2026"
    assert POLISH.day(midnight_in_warsaw) == "3 listopada 2026"
    assert POLISH.moment(midnight_in_warsaw) == "3 listopada 2026, 00:30"
    assert POLISH.weekday(date(2026, 11, 3)) == "wtorek, 3 listopada 2026"
    assert (POLISH.month("2026-11"), IN_ENGLISH.month("2026-11")) == (
        "listopad 2026", "November 2026",
    )  # fmt: skip
    assert POLISH.clock(midnight_in_warsaw) == "00:30"
    assert POLISH.money(Decimal("12345.6")).replace("\xa0", " ") == "12 345,60 zł"
    assert IN_ENGLISH.money(Decimal("12345.6")).replace("\xa0", " ") == "PLN 12,345.60"


def test_days_and_months_in_a_text_are_written_in_words() -> None:
    filled = {
        "month": Month(2026, 11),
        "day": date(2026, 11, 3),
        "at": datetime(2026, 11, 2, 23, 30, tzinfo=UTC),
    }
    text = "za {month}, {day}, {at}"
    assert POLISH.text(text, **filled) == (
        "za listopad 2026, 3 listopada 2026, 3 listopada 2026, 00:30"
    )
    assert IN_ENGLISH.text(text, **filled) == (
        "za November 2026, 3 November 2026, 3 November 2026, 00:30"
    )


def test_values_in_a_text_with_markup_are_escaped() -> None:
    said = POLISH.text(Markup("<b>{name}</b>"), name="<script>")
    assert said == "<b>&lt;script&gt;</b>"


async def test_the_switch_brings_the_same_page_in_english_and_back() -> None:
    async with visiting(small_city(), "ada") as visitor:
        page = await visitor.get("/?a=1")
        assert 'lang="pl"' in page.text
        assert 'name="return" value="/?a=1"' in page.text
        answer = await visitor.post("/language", data={"language": "en", "return": "/?a=1"})
        assert answer.headers["location"] == "/?a=1"
        page = await visitor.get("/")
        assert "What waits for me" in page.text
        assert "Cases" in page.text
        await visitor.post("/language", data={"language": "pl", "return": "/"})
        assert "Co na mnie czeka" in (await visitor.get("/")).text
