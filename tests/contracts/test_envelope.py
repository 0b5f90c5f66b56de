"""The envelope: how it is addressed, what it hides, and the chain that shows a changed byte."""

import time

import pytest
from osnowa_contracts import benefits
from osnowa_contracts.envelope import MAX_BYTES, Envelope, digest, existence_type
from osnowa_contracts.examples import envelope_for, example
from osnowa_contracts.fact import Form
from osnowa_contracts.reading import UnknownFact, parse

DECISION = example(benefits.DecisionIssued)


def test_the_subject_names_publisher_recipient_and_fact() -> None:
    envelope = envelope_for(DECISION, recipient="socialwork")
    assert envelope.subject_name() == "osnowa.benefits.socialwork.DecisionIssued"
    assert envelope.publisher == "benefits"
    assert envelope.major == 1


def test_an_existence_hides_what_the_entry_is_about() -> None:
    envelope = envelope_for(DECISION, recipient="intake", form=Form.EXISTENCE)
    assert envelope.type == "osnowa.benefits.entry-exists.v1"
    assert envelope.type == existence_type("benefits")
    assert envelope.data == {}
    assert envelope.legalbasis != DECISION.LEGAL_BASIS
    assert b"decision" not in envelope.to_bytes().lower()


def test_unknown_fields_of_a_later_version_are_kept() -> None:
    envelope = envelope_for(DECISION)
    later = envelope.model_copy(update={"data": {**envelope.data, "colour": "blue"}})
    again = Envelope.from_bytes(later.to_bytes())
    assert again.data["colour"] == "blue"
    assert isinstance(parse(again), benefits.DecisionIssued)


def test_an_unknown_major_version_is_said_to_be_unknown() -> None:
    later = envelope_for(DECISION).model_copy(update={"type": "osnowa.benefits.decision-issued.v2"})
    with pytest.raises(UnknownFact):
        parse(Envelope.from_bytes(later.to_bytes()))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"[1]",
        b"\xff\xfe",
        b'{"specversion":"2.0"}',
        b"x" * (MAX_BYTES + 1),
    ],
)
def test_what_is_no_envelope_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"valid|at most"):
        Envelope.from_bytes(raw)


def test_the_chain_of_digests_shows_a_changed_byte() -> None:
    first = envelope_for(DECISION).to_bytes()
    second = envelope_for(DECISION, sequence=2, previous=digest(first))
    assert second.previousdigest == digest(first)
    assert second.previousdigest != digest(first.replace(b"GRANT", b"grant"))


def test_an_envelope_is_written_and_read_some_thousand_times_a_second() -> None:
    envelope = envelope_for(DECISION)
    start = time.process_time()
    for _ in range(500):
        parse(Envelope.from_bytes(envelope.to_bytes()))
    assert 500 / (time.process_time() - start) > 2000
