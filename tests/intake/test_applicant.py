"""Who may apply for help (ups art. 102): oneself, a representative, another with consent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from chassis.refusal import Refusal
from services.intake.applicant import (
    Applicant,
    AppliedBy,
    ConsentForm,
    Representation,
    age_on,
    require_right_to_apply,
)
from services.intake.contact_refusals import (
    ConsentInFuture,
    ConsentMissing,
    MinorNeedsRepresentative,
    RepresentationMissing,
)

TODAY = date(2026, 2, 2)
MOTHER = AppliedBy(
    Applicant.REPRESENTATIVE, "Ewa Wzorcowa", Representation.PARENT, document_seen=True
)
DAUGHTER = AppliedBy(
    Applicant.OTHER_PERSON, "Zofia Wzorcowa", consent=ConsentForm.ORAL, consent_on=TODAY
)


def test_a_grown_up_applies_for_themselves() -> None:
    require_right_to_apply(AppliedBy(), born=date(2008, 2, 2), today=TODAY)
    require_right_to_apply(AppliedBy(), born=None, today=TODAY)


def test_a_child_does_not_apply_alone_but_through_its_mother() -> None:
    child = date(2008, 2, 3)
    with pytest.raises(MinorNeedsRepresentative):
        require_right_to_apply(AppliedBy(), born=child, today=TODAY)
    require_right_to_apply(MOTHER, born=child, today=TODAY)


def test_somebody_else_applies_with_consent() -> None:
    require_right_to_apply(DAUGHTER, born=date(1942, 1, 1), today=TODAY)


@pytest.mark.parametrize(
    ("by", "refusal"),
    [
        (replace(MOTHER, name=" "), RepresentationMissing),
        (replace(MOTHER, representation=None), RepresentationMissing),
        (replace(MOTHER, document_seen=False), RepresentationMissing),
        (replace(DAUGHTER, name=""), ConsentMissing),
        (replace(DAUGHTER, consent=None), ConsentMissing),
        (replace(DAUGHTER, consent_on=None), ConsentMissing),
        (replace(DAUGHTER, consent_on=TODAY + timedelta(days=1)), ConsentInFuture),
    ],
)
def test_what_lets_somebody_apply_is_complete(by: AppliedBy, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        require_right_to_apply(by, born=None, today=TODAY)


@pytest.mark.parametrize(
    ("born", "age"),
    [(date(2008, 2, 2), 18), (date(2008, 2, 3), 17), (date(2004, 2, 29), 21)],
)
def test_age_is_counted_in_full_years(born: date, age: int) -> None:
    assert age_on(born, TODAY) == age
