"""Facts of living in a residential home: the wait for a place, admission, the end of the stay."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.fact import Confidentiality, Counted, Fact, InSummary, Publisher, fact


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 54 ust. 2a, art. 59")
class PlaceAwaited(Fact):
    """The home is full; the client was told by when a place is expected."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    expected_on: Annotated[date, InSummary(), Counted()]
    informed_on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 54, art. 59, art. 60")
class ResidentAdmitted(Fact):
    """The client lives in a residential home from this day on."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]


@fact(Publisher.BENEFITS, Confidentiality.CASE, basis="ups art. 54, art. 60")
class ResidentDischarged(Fact):
    """The stay in the residential home is over; this is its last day."""

    case_id: Annotated[UUID, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
