"""One canonical instance of every fact, with invented people and the values of K1 and K2.

Consumers test against these instead of making up their own.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypeVar
from uuid import UUID, uuid5

from osnowa_contracts.access import (
    ACCESS_ENDED,
    ENTRY_EXISTS,
    PERSON_MERGE_UNDONE,
    PERSONS_MERGED,
)
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.examples import (
    of_benefits,
    of_intake,
    of_orders,
    of_pup,
    of_realisation,
    of_socialwork,
)
from osnowa_contracts.examples.people import MAREK, id_of
from osnowa_contracts.fact import Fact, Form, reduced

F = TypeVar("F", bound=Fact)

MERGED = {
    "merge_id": id_of("merge: Marek twice"),
    "survivor_id": MAREK,
    "absorbed_id": id_of("person: Marek Próbny, once more"),
}

EXAMPLES: dict[type[Fact], Fact] = {
    type(fact): fact
    for fact in (
        *of_intake.FACTS,
        *of_benefits.FACTS,
        *of_realisation.FACTS,
        *of_socialwork.FACTS,
        *of_orders.FACTS,
        *of_pup.FACTS,
        *(cls(keep_until=date(2026, 9, 30)) for cls in ACCESS_ENDED.values()),
        *(cls() for cls in ENTRY_EXISTS.values()),
        *(cls(**MERGED) for cls in PERSONS_MERGED.values()),
        *(cls(**MERGED) for cls in PERSON_MERGE_UNDONE.values()),
    )
}


def example(cls: type[F]) -> F:
    """The canonical instance of that fact."""
    fact = EXAMPLES[cls]
    assert isinstance(fact, cls)
    return fact


def envelope_for(
    fact: Fact,
    *,
    recipient: str = "socialwork",
    source: str | None = None,
    form: Form = Form.FULL,
    person: UUID = MAREK,
    sequence: int = 1,
    previous: str = "",
    at: datetime = datetime(2026, 3, 5, 11, 20, tzinfo=UTC),
) -> Envelope:
    """The fact as its publisher would send it; `source` defaults to the kind of the publisher."""
    unit = source or fact.PUBLISHER.value
    named = form is not Form.COUNT
    hidden = form is Form.EXISTENCE
    shown = ENTRY_EXISTS[fact.PUBLISHER] if hidden else type(fact)  # nor may the basis tell
    id_ = uuid5(person, f"{unit}/{fact.type()}/{sequence}")
    return Envelope(
        id=id_,
        source=f"/osnowa/{unit}",
        type=shown.type(),
        subject=str(person) if named else None,
        time=at,
        recipient=recipient,
        form=form,
        legalbasis=shown.LEGAL_BASIS,
        confidentiality=shown.CONFIDENTIALITY,
        recordedtime=at,
        disclosedtime=at,
        actorid="b-1" if form is Form.FULL else None,
        actorrole="benefits-worker" if form is Form.FULL else None,
        actorunit=unit,
        correlationid=id_ if named and not hidden else None,
        sequence=sequence,
        previousdigest=previous or ("" if sequence == 1 else "0" * 64),
        data=reduced(fact.model_dump(mode="json"), type(fact), form),
    )
