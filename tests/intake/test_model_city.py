"""The catalogue of help of the model city is whole, and is published by commands."""

from dataclasses import dataclass
from datetime import datetime

import httpx
import pytest
from fastapi import FastAPI
from osnowa.catalogue_of_help import entries, publish

from chassis.security import Directory
from services.intake.catalogue.content import Group
from services.intake.catalogue.entry import Entry
from services.intake.commands.catalogue_inputs import EntryContent
from services.intake.values import BenefitType, Reason
from tests.browser import serving
from tests.intake.conftest import UNITS

CONTENTS = [EntryContent(**entry).content for entry in entries()]


@dataclass(frozen=True)
class City:
    """The desk alone."""

    address: str
    directory: Directory

    def url(self, name: str) -> str:
        assert name == "intake"
        return self.address

    def set_clock(self, business: datetime) -> None:
        raise AssertionError(business)


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.title)
def test_every_entry_can_be_proposed(content: object) -> None:
    entry = Entry.propose(content, by="anna-wrzos")  # type: ignore[arg-type]
    assert entry.content.provider


def test_there_is_help_for_every_target_group() -> None:
    assert {group for content in CONTENTS for group in content.groups} == set(Group)


def test_there_is_help_for_every_reason_of_the_act() -> None:
    named = {reason for one in CONTENTS for problems in one.problems for reason in problems}
    assert named == set(Reason) - {Reason.OTHER}


def test_every_benefit_that_one_may_apply_for_says_its_documents() -> None:
    with_documents = {content.benefit for content in CONTENTS if content.documents}
    assert set(BenefitType) <= with_documents


async def test_the_city_publishes_it_by_commands_and_once(
    app: FastAPI, desk: httpx.AsyncClient
) -> None:
    async with serving(app) as address:
        city = City(address, Directory.load(UNITS))
        assert await publish(city) == await publish(city) == len(CONTENTS)
        listed = (await desk.get("/api/catalogue/entries")).json()
        assert len(listed) == len(CONTENTS)
        assert {one["state"] for one in listed} == {"published"}
        asked = {"groups": ["HOMELESS"], "problems": ["3", "13"], "age": 40}
        first, *rest = (await desk.post("/api/catalogue/answers", json=asked)).json()
        assert first["title"].startswith("Indywidualny program wychodzenia z bezdomności")
        assert "Schronisko dla osób bezdomnych" in {one["title"] for one in rest}
