"""Another unit as it is seen from an inbox: envelope after envelope, each chained to the last."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from osnowa_contracts.envelope import Envelope, digest
from osnowa_contracts.fact import Fact, Form, reduced

Message = tuple[str, bytes]


class Teller:
    """Tells one recipient; what it told stays in `register`."""

    def __init__(self, unit: str, recipient: str) -> None:
        self.unit, self.recipient = unit, recipient
        self.register: list[Message] = []

    def tell(
        self, fact: Fact, person: UUID | None = None, form: Form = Form.FULL, **other: Any
    ) -> Message:
        """Subject and bytes, as the broker brings them; `other` changes attributes."""
        attributes = {
            "id": uuid4(),
            "source": f"/osnowa/{self.unit}",
            "type": fact.type(),
            "subject": str(person) if person else None,
            "time": datetime.now(UTC),
            "recipient": self.recipient,
            "form": form,
            "legalbasis": fact.LEGAL_BASIS,
            "confidentiality": fact.CONFIDENTIALITY,
            "recordedtime": datetime.now(UTC),
            "disclosedtime": datetime.now(UTC),
            "actorunit": self.unit,
            "sequence": len(self.register) + 1,
            "previousdigest": digest(self.register[-1][1]) if self.register else "",
            "data": reduced(fact.model_dump(mode="json"), type(fact), form),
        }
        envelope = Envelope.model_validate(attributes | other)
        message = (envelope.subject_name(), envelope.to_bytes())
        self.register.append(message)
        return message

    def again(self, through: int = 10**9, after: int = 0) -> list[Message]:
        """What it answers who asks it: after < sequence <= through."""
        subject = f"refetch.{self.unit}.{self.recipient}"
        return [(subject, raw) for _, raw in self.register[after:through]]


def changed(message: Message, **other: Any) -> Message:
    """The same message with other attributes, under the same subject."""
    envelope = Envelope.from_bytes(message[1])
    return message[0], envelope.model_copy(update=other).to_bytes()
