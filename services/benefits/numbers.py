"""The register of decisions of a unit in a year: numbers without gap or repeat (KPA 107 § 1)."""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

from chassis.aggregate import Aggregate, Created, event


def register_id_for(unit: str, year: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"osnowa/benefits/decisions/{unit}/{year}")


class Register(Aggregate):
    """Begins with the first decision of the year; appended together with each that it numbers."""

    TOPIC = "benefits.register"

    class RegisterOpened(Created):
        TOPIC = "benefits.register.opened.1"
        unit: str
        year: int

    class NumberGiven(Aggregate.Event):
        TOPIC = "benefits.register.number-given.1"
        decision_id: UUID
        place: int

    @staticmethod
    def create_id(unit: str, year: int) -> UUID:
        return register_id_for(unit, year)

    @event(RegisterOpened)
    def __init__(self, unit: str, year: int) -> None:
        self.unit = unit
        self.year = year
        self.last = 0

    def give(self, decision_id: UUID, mark: str) -> str:
        """The next number with the unit's mark, as it stands on the paper: `SW/2026/0001`."""
        place = self.last + 1
        self._given(decision_id=decision_id, place=place)
        return f"{mark}/{self.year}/{place:04}"

    @event(NumberGiven)
    def _given(self, decision_id: UUID, place: int) -> None:
        self.last = place
