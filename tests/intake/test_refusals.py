"""Whatever first contact refuses, the worker learns what to do now, in either language."""

import pytest

import services.intake
from chassis.refusal import Refusal
from tests.refusals import refusals_of, unsaid

REFUSALS = refusals_of(services.intake)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda one: one.__name__)
def test_every_refusal_says_what_to_do(refusal: type[Refusal]) -> None:
    assert unsaid(refusal) == []


def test_refusals_of_every_part_are_among_them() -> None:
    names = {one.__name__ for one in REFUSALS}
    assert {"PeselInvalid", "NotMerged", "WorkerBusy", "OwnProposal", "ConsentMissing"} <= names
