"""What the tests of benefits start from: the man of K1, the woman of K2, facts of others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4, uuid5

from osnowa_contracts.envelope import Envelope, digest
from osnowa_contracts.fact import Fact, Form, Publisher, reduced
from osnowa_contracts.visibility import form_for

from services.benefits.assessment import Assessment
from services.benefits.calculation import Receipt, law_on
from services.benefits.case import Case
from services.benefits.interviews import Interview, InterviewPart
from services.benefits.means import Means
from services.benefits.values import (
    BY_WORKER,
    AnswerValue,
    Benefit,
    Days,
    Initiative,
    Place,
    ReferralPurpose,
    ServiceScope,
    Terms,
)

MAN, WOMAN = UUID(int=1), UUID(int=2)
APPLICATION = UUID(int=11)
EWA = "ewa-jarzebina"


def feb(day: int) -> date:
    return date(2026, 2, day)


def periodic(*, urgent: bool = False) -> tuple[Case, Assessment, Means]:
    """K1 after its application of 2 February."""
    return _opened(MAN, Benefit.PERIODIC, feb(2), urgent=urgent)


def home_care() -> tuple[Case, Assessment, Means]:
    """K2 after the urgent call of 2 March."""
    return _opened(WOMAN, Benefit.HOME_CARE, date(2026, 3, 2), urgent=True)


def _opened(
    person: UUID, benefit: Benefit, filed_on: date, *, urgent: bool
) -> tuple[Case, Assessment, Means]:
    case = Case.accept(
        application_id=APPLICATION,
        person_id=person,
        benefit=benefit,
        filed_on=filed_on,
        urgent=urgent,
    )
    return (
        case,
        Assessment(case_id=case.id, person_id=person, benefit=benefit),
        Means(case_id=case.id, person_id=person, benefit=benefit),
    )


def interviewed(case: Case, on: date) -> None:
    if case.worker is None:
        case.start_assessment(by=EWA, on=on)
    case.record_interview(held(InterviewPart.I, on), earlier=False, today=on)


def held(part: InterviewPart, on: date, **about: Any) -> Interview:
    """An interview as a worker records it; id and term are the case's."""
    return Interview(
        interview_id=UUID(int=0), part=part, on=on, due=on, joint=about.pop("joint", True),
        urgent=False, minutes=180, place=Place.HOME, **about,
    )  # fmt: skip


def answered(assessment: Assessment, on: date) -> None:
    """Every question of the benefits worker."""
    for question in BY_WORKER:
        assessment.answer(question, AnswerValue.YES, "", (), by=EWA, on=on)


def referred(assessment: Assessment, on: date) -> None:
    assessment.refer_to_social_worker(
        tuple(ReferralPurpose), Initiative.OWN_WITH_CLIENTS_KNOWLEDGE, on=on
    )


def certified(assessment: Assessment) -> None:
    """Certificates 4 and 5 of K1."""
    assessment.note_unused_resources(uuid4(), True, feb(6))
    assessment.note_cooperation_terms(uuid4(), feb(10))


def earns(means: Means, amount: str, month: str = "2026-01") -> None:
    receipts = (Receipt("CASUAL_WORK", Decimal(amount)),)
    means.establish_income(month, 1, receipts, law=law_on(date.fromisoformat(f"{month}-28")))


PERIODIC_TERMS = Terms(valid_from=feb(1), valid_to=date(2026, 5, 31), amount=Decimal("200.00"))
CARE_TERMS = Terms(
    valid_from=date(2026, 3, 6),
    valid_to=date(2026, 8, 31),
    service=ServiceScope(Decimal(2), Days.WORKING, Decimal("3.50")),
    immediate=True,
    immediate_reason="Opieka jest niezbędna od dnia wypisu.",
)


class Teller:
    """A unit that tells benefits facts, in sequence and form as a relay would send them."""

    def __init__(self, unit: str, actor: str = "somebody", role: str = "system") -> None:
        self.unit, self.actor, self.role = unit, actor, role
        self._sequence, self._previous = 0, ""

    def says(self, fact: Fact, person: UUID, at: datetime | None = None) -> tuple[str, bytes]:
        """Subject and bytes of the message."""
        form = form_for(fact, Publisher.BENEFITS)
        if form is not Form.SUMMARY:  # what may not be told at all is told whole, to be left alone
            form = Form.FULL
        moment = at or datetime(2026, 2, 2, 9, tzinfo=UTC)
        self._sequence += 1
        envelope = Envelope(
            id=uuid5(person, f"{self.unit}/{self._sequence}"),
            source=f"/osnowa/{self.unit}",
            type=fact.type(),
            subject=str(person),
            time=moment,
            recipient="benefits",
            form=form,
            legalbasis=fact.LEGAL_BASIS,
            confidentiality=fact.CONFIDENTIALITY,
            recordedtime=moment,
            disclosedtime=moment,
            actorid=self.actor,
            actorrole=self.role,
            actorunit=self.unit,
            sequence=self._sequence,
            previousdigest=self._previous,
            data=reduced(fact.model_dump(mode="json"), type(fact), form),
        )
        raw = envelope.to_bytes()
        self._previous = digest(raw)
        return envelope.subject_name(), raw


Json = dict[str, Any]
