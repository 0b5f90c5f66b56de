"""Which commune a matter belongs to (ups art. 101)."""

import pytest

from services.intake.contact_refusals import CommuneMissing
from services.intake.jurisdiction import Ground, Jurisdiction, Whereabouts, jurisdiction

HERE, THERE, YONDER = "0264011", "2610011", "2468011"


@pytest.mark.parametrize(
    ("where", "urgent", "found"),
    [
        (Whereabouts(residence=HERE), False, Jurisdiction(Ground.RESIDENCE, HERE, True)),
        (Whereabouts(residence=THERE), False, Jurisdiction(Ground.RESIDENCE, THERE, False)),
        (
            Whereabouts(residence=THERE, stay=HERE),
            False,
            Jurisdiction(Ground.RESIDENCE, THERE, False),
        ),
        (
            Whereabouts(residence=THERE, stay=HERE),
            True,
            Jurisdiction(Ground.PLACE_OF_STAY, HERE, True),
        ),
        (
            Whereabouts(residence=THERE, stay=YONDER),
            True,
            Jurisdiction(Ground.RESIDENCE, THERE, False),
        ),
        (
            Whereabouts(residence=HERE, last_registered=THERE, homeless=True),
            False,
            Jurisdiction(Ground.LAST_REGISTERED, THERE, False),
        ),
        (
            Whereabouts(last_registered=THERE, stay=HERE, homeless=True),
            True,
            Jurisdiction(Ground.PLACE_OF_STAY, HERE, True),
        ),
        (
            Whereabouts(last_registered=HERE, homeless=True),
            False,
            Jurisdiction(Ground.LAST_REGISTERED, HERE, True),
        ),
        (Whereabouts(stay=HERE), True, Jurisdiction(Ground.PLACE_OF_STAY, HERE, True)),
    ],
)
def test_residence_last_registration_or_what_cannot_wait(
    where: Whereabouts, urgent: bool, found: Jurisdiction
) -> None:
    assert jurisdiction(where, urgent=urgent, our_commune=HERE) == found


@pytest.mark.parametrize(
    ("where", "ground"),
    [
        (Whereabouts(), Ground.RESIDENCE),
        (Whereabouts(stay=HERE), Ground.RESIDENCE),
        (Whereabouts(residence=HERE, homeless=True), Ground.LAST_REGISTERED),
    ],
)
def test_what_must_be_asked_is_named(where: Whereabouts, ground: Ground) -> None:
    with pytest.raises(CommuneMissing) as refused:
        jurisdiction(where, urgent=False, our_commune=HERE)
    assert refused.value.ground == ground
