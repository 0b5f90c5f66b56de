"""A household: who lives and keeps house together, from which day to which (ups art. 6 pkt 14).

Each day has one composition. That a person is in one household on one day is held by the table
that is written with the events (`queries.households`).
"""

from datetime import date
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from services.intake.composition import Composition, Stay, corrected, stays
from services.intake.person_refusals import HouseholdOver, MemberTwice, NobodyInBetween, NotMember
from services.intake.refusals import (
    ChangeBeforeHousehold,
    CorrectionReasonMissing,
    HouseholdIncomplete,
    NothingToCorrect,
)
from services.intake.values import Member, Relation


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

    class MemberCorrected(Aggregate.Event):
        TOPIC = "intake.household.member-corrected.1"
        person_id: UUID
        relation: Relation
        since: date
        was_relation: Relation
        was_since: date
        reason: str

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

    def stays(self) -> tuple[Stay, ...]:
        """Each member's periods, in the order in which they began; a relation has its own."""
        return tuple(stays(self.compositions))

    def stay_of(self, person_id: UUID) -> Stay:
        """The one that lasts. Raises NotMember."""
        lasting = (one for one in self.stays() if one.until is None)
        found = next((one for one in lasting if one.member.person_id == person_id), None)
        if found is None:
            raise NotMember(person_id)
        return found

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

    def correct_member(
        self, person_id: UUID, *, relation: Relation, since: date, reason: str
    ) -> None:
        """Relation or first day of somebody who belongs to it were noted wrongly.

        Raises CorrectionReasonMissing, NotMember, NothingToCorrect, ChangeBeforeHousehold,
        NobodyInBetween.
        """
        if not reason.strip():
            raise CorrectionReasonMissing
        stay, member = self.stay_of(person_id), Member(person_id, relation)
        if (member, since) == (stay.member, stay.since):
            raise NothingToCorrect
        earlier = [one.until for one in self.stays() if one.member.person_id == person_id]
        for ended in earlier:
            if ended is not None and since < ended:
                raise ChangeBeforeHousehold(ended)
        if not all(one.members for one in corrected(self.compositions, stay, member, since)):
            raise NobodyInBetween
        self._member_corrected(
            person_id=person_id,
            relation=relation,
            since=since,
            was_relation=stay.member.relation,
            was_since=stay.since,
            reason=reason.strip(),
        )

    @event(MemberCorrected)
    def _member_corrected(
        self,
        person_id: UUID,
        relation: Relation,
        since: date,
        was_relation: Relation,
        was_since: date,
        reason: str,  # noqa: ARG002  # kept in the event
    ) -> None:
        stay = Stay(Member(person_id, was_relation), was_since, None)
        member = Member(person_id, relation)
        self.compositions = corrected(self.compositions, stay, member, since)
        self.left = ()

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
            raise ChangeBeforeHousehold(self.since)


def _require_whole(members: tuple[Member, ...]) -> None:
    if not members or len({member.person_id for member in members}) != len(members):
        raise HouseholdIncomplete
