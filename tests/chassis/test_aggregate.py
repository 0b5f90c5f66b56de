"""An aggregate of several stages, each in a class beside it."""

from __future__ import annotations

from datetime import date

from chassis.aggregate import Aggregate, Created, DomainEvent, event
from chassis.event_mapper import JsonMapper


class LetterEvents:
    class Stamped(Aggregate.Event):
        TOPIC = "test.staged-letter.stamped.1"
        on: date

    class Sent(Aggregate.Event):
        TOPIC = "test.staged-letter.sent.1"


class Stamping(LetterEvents):
    """The first stage."""

    stamped_on: date | None

    def stamp(self, on: date) -> None:
        self._stamped(on=on)

    @event(LetterEvents.Stamped)
    def _stamped(self, on: date) -> None:
        self.stamped_on = on


class Sending(Stamping):
    """The second stage, which goes on from the first."""

    sent: bool

    def send(self, on: date) -> None:
        if self.stamped_on is None:
            self.stamp(on)
        self._sent()

    @event(LetterEvents.Sent)
    def _sent(self) -> None:
        self.sent = True


class Letter(Sending, Aggregate):
    TOPIC = "test.staged-letter"

    class Written(Created):
        TOPIC = "test.staged-letter.written.1"
        text: str

    @event(Written)
    def __init__(self, text: str) -> None:
        self.text = text
        self.stamped_on = None
        self.sent = False


def test_every_stage_applies_its_own_events() -> None:
    letter = Letter(text="Dzień dobry")
    letter.send(date(2026, 2, 2))
    assert (letter.stamped_on, letter.sent, letter.version) == (date(2026, 2, 2), True, 3)


def test_what_stages_did_is_stored_and_loaded_like_all_else() -> None:
    letter, mapper = Letter(text="Dzień dobry"), JsonMapper()
    letter.send(date(2026, 2, 2))
    again: Letter | None = None
    for happened in letter.collect_events():
        assert isinstance(happened, DomainEvent)
        stored = mapper.to_stored_event(happened)
        again = mapper.restore(
            stored.topic, letter.id, stored.originator_version, happened.timestamp,
            stored.state.decode(),
        ).mutate(again)  # fmt: skip
    assert again == letter


def test_the_events_of_a_stage_are_the_aggregates_own() -> None:
    letter = Letter(text="Dzień dobry")
    letter.stamp(date(2026, 2, 2))
    assert isinstance(list(letter.collect_events())[1], Letter.Stamped)
