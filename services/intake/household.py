"""A household: who lives and keeps house together, from which day (ups art. 6 pkt 14)."""

from datetime import date
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from services.intake.refusals import ChangeBeforeHousehold, HouseholdIncomplete
from services.intake.values import Member


class Household(Aggregate):
    TOPIC = "intake.household"

    class HouseholdDefined(Created):
        TOPIC = "intake.household.defined.1"
        members: tuple[Member, ...]
        since: date

    class HouseholdChanged(Aggregate.Event):
        TOPIC = "intake.household.changed.1"
        members: tuple[Member, ...]
        since: date

    @classmethod
    def define(cls, members: tuple[Member, ...], *, since: date) -> "Household":
        """Raises HouseholdIncomplete."""
        _require_whole(members)
        return cls(members=members, since=since)

    @event(HouseholdDefined)
    def __init__(self, members: tuple[Member, ...], since: date) -> None:
        self.members = members
        self.since = since
        self.left: tuple[UUID, ...] = ()

    def change(self, members: tuple[Member, ...], *, since: date) -> None:
        """The household is another from this day on. Raises ChangeBeforeHousehold."""
        _require_whole(members)
        if since < self.since:
            raise ChangeBeforeHousehold(self.since.isoformat())
        self._changed(members=members, since=since)

    @event(HouseholdChanged)
    def _changed(self, members: tuple[Member, ...], since: date) -> None:
        stay = {member.person_id for member in members}
        self.left = tuple(m.person_id for m in self.members if m.person_id not in stay)
        self.members = members
        self.since = since


def _require_whole(members: tuple[Member, ...]) -> None:
    if not members or len({member.person_id for member in members}) != len(members):
        raise HouseholdIncomplete
