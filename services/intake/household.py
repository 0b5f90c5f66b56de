"""A household: who lives and keeps house together, from which day to which (ups art. 6 pkt 14).

Each day has one composition. That a person is in one household on one day is held by the table
that is written with the events (`queries.households`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from services.intake.person_refusals import HouseholdOver, MemberTwice, NotMember
from services.intake.refusals import ChangeBeforeHousehold, HouseholdIncomplete
from services.intake.values import Member


@dataclass(frozen=True)
class Composition:
    """Who keeps house together from this day on; nobody once the household has ended."""

    members: tuple[Member, ...]
    since: date


@dataclass(frozen=True)
class Stay:
    """A member from a day up to, not including, another; `until` is None while it lasts."""

    member: Member
    since: date
    until: date | None


class Household(Aggregate):
    TOPIC = "intake.household"

    class HouseholdDefined(Created):
        TOPIC = "intake.household.defined.1"
        members: tuple[Member, ...]
        since: date
        imported_from: str | None = None

    class HouseholdChanged(Aggregate.Event):
        TOPIC = "intake.household.changed.1"
        members: tuple[Member, ...]
        since: date

    class HouseholdEnded(Aggregate.Event):
        TOPIC = "intake.household.ended.1"
        on: date

    @classmethod
    def define(
        cls,
        members: tuple[Member, ...],
        *,
        since: date,
        id: UUID | None = None,
        imported_from: str | None = None,
    ) -> "Household":
        """Raises HouseholdIncomplete."""
        _require_whole(members)
        id = id or cls.create_id()
        return cls(id=id, members=members, since=since, imported_from=imported_from)

    @event(HouseholdDefined)
    def __init__(
        self,
        id: UUID,  # noqa: ARG002  # read by the library
        members: tuple[Member, ...],
        since: date,
        imported_from: str | None = None,
    ) -> None:
        self.compositions: tuple[Composition, ...] = (Composition(members, since),)
        self.imported_from = imported_from
        self.left: tuple[UUID, ...] = ()

    @property
    def members(self) -> tuple[Member, ...]:
        """As they are after the last change; nobody once the household has ended."""
        return self.compositions[-1].members

    @property
    def since(self) -> date:
        return self.compositions[-1].since

    def members_on(self, day: date) -> tuple[Member, ...]:
        """Who belongs to the household on this day."""
        past = [one for one in self.compositions if one.since <= day]
        return past[-1].members if past else ()

    def stays(self) -> Iterator[Stay]:
        """Each member's periods, in the order in which they began; a relation has its own."""
        going: dict[Member, date] = {}
        for composition in self.compositions:
            for member in [m for m in going if m not in composition.members]:
                if (since := going.pop(member)) < composition.since:
                    yield Stay(member, since, composition.since)
            for member in composition.members:
                going.setdefault(member, composition.since)
        for member, since in going.items():
            yield Stay(member, since, None)

    # --- changes ------------------------------------------------------------

    def change(self, members: tuple[Member, ...], *, since: date) -> None:
        """The household is another from this day on.

        Raises HouseholdIncomplete, HouseholdOver, ChangeBeforeHousehold.
        """
        _require_whole(members)
        self._require_going(since)
        self._changed(members=members, since=since)

    def add(self, member: Member, *, since: date) -> None:
        """Raises MemberTwice, HouseholdOver, ChangeBeforeHousehold."""
        if member.person_id in {one.person_id for one in self.members}:
            raise MemberTwice(member.person_id)
        self._require_going(since)
        self._changed(members=(*self.members, member), since=since)

    def remove(self, person_id: UUID, *, since: date) -> None:
        """With the last member the household ends.

        Raises NotMember, HouseholdOver, ChangeBeforeHousehold.
        """
        self._require_going(since)
        stay = tuple(one for one in self.members if one.person_id != person_id)
        if stay == self.members:
            raise NotMember(person_id)
        if stay:
            self._changed(members=stay, since=since)
        else:
            self._ended(on=since)

    def end(self, *, on: date) -> None:
        """From this day on nobody belongs to it. Raises HouseholdOver, ChangeBeforeHousehold."""
        self._require_going(on)
        self._ended(on=on)

    @event(HouseholdChanged)
    def _changed(self, members: tuple[Member, ...], since: date) -> None:
        self._become(members, since)

    @event(HouseholdEnded)
    def _ended(self, on: date) -> None:
        self._become((), on)

    def _become(self, members: tuple[Member, ...], since: date) -> None:
        """A change of the same day replaces what was said of it before."""
        stay = {member.person_id for member in members}
        self.left = tuple(m.person_id for m in self.members if m.person_id not in stay)
        earlier = tuple(one for one in self.compositions if one.since < since)
        self.compositions = (*earlier, Composition(members, since))

    def _require_going(self, since: date) -> None:
        if not self.members:
            raise HouseholdOver
        if since < self.since:
            raise ChangeBeforeHousehold(f"{self.since:%d.%m.%Y}")


def _require_whole(members: tuple[Member, ...]) -> None:
    if not members or len({member.person_id for member in members}) != len(members):
        raise HouseholdIncomplete
