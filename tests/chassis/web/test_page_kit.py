"""The page kit: components come out as upstream draws them, and nothing of others comes in."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from chassis.web.render import STATIC, TEMPLATES, Pages
from tests.chassis.web.small_city import small_city, visiting

ROOT = Path(__file__).parents[3]
COMPONENTS = ROOT / "node_modules/govuk-frontend/dist/govuk/components"
VENDOR = STATIC / "vendor"

PAGES = Pages(small_city().site)


class Tokens(HTMLParser):
    """What a browser makes of markup: tags, attributes in any order, text without layout."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[Any] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, sorted((name, " ".join((v or "").split())) for name, v in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if text := " ".join(data.split()):
            self.found.append(text)


def official() -> Iterator[Any]:
    for file in sorted(COMPONENTS.glob("*/fixtures.json")):
        told = json.loads(file.read_text("utf-8"))
        for fixture in told["fixtures"]:
            yield pytest.param(
                told["component"], fixture, id=f"{file.parent.name}-{fixture['name']}"
            )


@pytest.mark.parametrize(("component", "fixture"), list(official()))
def test_a_component_comes_out_as_upstream_draws_it(
    component: str, fixture: dict[str, Any]
) -> None:
    macro = PAGES.macro("govuk" + "".join(part.title() for part in component.split("-")))
    assert Tokens(str(macro(fixture["options"]))).found == Tokens(fixture["html"]).found


def test_all_official_fixtures_were_drawn() -> None:
    assert len(list(official())) == 657


def test_no_font_crown_crest_or_outside_address_comes_with_the_kit() -> None:
    styles = "".join(file.read_text("utf-8") for file in VENDOR.glob("*.css"))
    assert not re.search(r"@font-face|GDS|crest\.svg|@import", styles)
    for image in re.findall(r"url\(([^)]+)\)", styles):
        assert (VENDOR / image).is_file(), image
    assert not [f for f in VENDOR.rglob("*") if re.search(r"crest|crown|woff|govuk-icon", f.name)]
    for package in ("govuk-frontend", "moj-frontend", "htmx"):
        assert (VENDOR / f"LICENSE.{package}.txt").stat().st_size > 300


def test_no_template_holds_an_inline_script_or_style() -> None:
    for file in TEMPLATES.rglob("*.html"):
        text = file.read_text("utf-8")
        assert not re.search(r"\son[a-z]+=|style=|<style|javascript:|hx-on", text), file
        assert re.findall(r"<script(?![^>]*\ssrc=)", text) == [], file


async def test_files_of_the_kit_may_be_kept_when_asked_for_by_version() -> None:
    async with visiting(small_city()) as visitor:
        page = (await visitor.get("/sign-in")).text
        addresses = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
        assert len(addresses) >= 7
        for address in addresses:
            answer = await visitor.get(address)
            assert answer.status_code == 200
            assert "immutable" in answer.headers["cache-control"]
        bare = await visitor.get("/static/app/app.css")
        assert bare.headers["cache-control"] == "no-cache"


def test_the_lock_names_no_registry() -> None:
    lock = (ROOT / "package-lock.json").read_text("utf-8")
    assert not re.search(r'"resolved"|https?://', lock)
