"""Answers a recipient that asks for what it missed, from the register of disclosures.

The recipient is the last token of the subject; the broker lets each unit ask under its own name
only, so nobody is answered with what another was told. The answer goes to an inbox of that unit
and nowhere else: our right to answer must not carry our words to a subject that the asker chose.
"""

# Annotations are objects here, not texts: FastStream would look their names up in every frame that
# called us, and a program that imported another `Path` would answer nobody.
from typing import Annotated

import structlog
from faststream import Path
from faststream.exceptions import AckMessage
from faststream.nats import NatsBroker
from faststream.nats.annotations import NatsMessage
from pydantic import BaseModel

from chassis.database import Pool

MOST_FACTS = 500
MOST_BYTES = 400_000
"""Of envelopes; quoted in the answer they may become twice as long, and a message has 1 MB."""


log = structlog.get_logger(__name__)


class Question(BaseModel):
    """Which of what you told me I lack: sequences after < n <= through."""

    after: int
    through: int


class Answer(BaseModel):
    """Envelopes exactly as they were sent, from the oldest on; ask again for the rest."""

    envelopes: list[str]


def answer_refetches(broker: NatsBroker, unit: str, pool: Pool) -> None:
    """Registers the request-reply service `refetch.<unit>.<recipient>`."""

    @broker.subscriber(f"refetch.{unit}.{{recipient}}")
    async def refetch(
        question: Question, recipient: Annotated[str, Path()], message: NatsMessage
    ) -> Answer:
        if not message.raw_message.reply.startswith(f"_INBOX.{recipient}."):
            log.warning("asked to answer elsewhere", recipient=recipient)
            raise AckMessage  # ends the handling without an answer
        return await told(pool, recipient, question)


async def told(pool: Pool, recipient: str, question: Question) -> Answer:
    rows = await pool.fetch(
        "select envelope from disclosures"
        " where recipient = $1 and sequence > $2 and sequence <= $3 order by sequence limit $4",
        recipient, question.after, question.through, MOST_FACTS,
    )  # fmt: skip
    envelopes: list[str] = []
    size = 0
    for row in rows:
        size += len(row["envelope"].encode())
        if envelopes and size > MOST_BYTES:
            break
        envelopes.append(row["envelope"])
    return Answer(envelopes=envelopes)
