"""What is refused about a client whom first contact sent here, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass

from chassis.refusal import Refusal


@dataclass
class DirectionOver(Refusal):
    PL = (
        "To skierowanie już na nic nie czeka: pierwszy kontakt je sprostował albo odnotowano, że "
        "postępowania się nie wszczyna. Odśwież stronę i sprawdź, co czeka."
    )
    EN = (
        "This direction waits for nothing any more: first contact corrected it, or it was noted "
        "that no proceeding is started. Reload the page and see what waits."
    )


@dataclass
class CaseIsOpen(Refusal):
    PL = (
        "Od dnia skierowania otwarto już sprawę tej osoby, więc nie ma czego odnotować. "
        "Otwórz tę sprawę; jeśli jest bezprzedmiotowa, kończy ją decyzja o umorzeniu."
    )
    EN = (
        "A case of this person was opened since they were directed here, so there is nothing to "
        "note. Open that case; if it is pointless, a decision to discontinue ends it."
    )
