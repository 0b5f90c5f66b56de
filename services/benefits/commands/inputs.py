"""What the commands of benefits take: checked once, for pages and programs alike."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Code, Minutes, Money, Month, Unit
from pydantic import Field

from chassis.inputs import Input
from services.benefits.counting import Reason
from services.benefits.interviews import (
    DisasterInterview,
    FirstInterview,
    Interview,
    InterviewPart,
    ObligedPersonInterview,
    Update,
    UpdateInterview,
)
from services.benefits.values import (
    AnswerValue,
    Benefit,
    CooperationOutcome,
    EvidenceKind,
    Initiative,
    PaymentMethod,
    Place,
    Question,
    ReferralPurpose,
    ReviewTrigger,
)

Text = Annotated[str, Field(max_length=4000)]
Line = Annotated[str, Field(max_length=300)]
NotNegative = Annotated[Money, Field(ge=0)]


class Assignment(Input):
    worker_id: Code = Field(examples=["ewa-jarzebina"])


class ExOfficioStart(Input):
    """A proceeding that nobody applied for; the party is told of it (KPA 61 § 4)."""

    person_id: UUID
    benefit: Benefit = Field(examples=["TARGETED"])
    reason: Annotated[Text, Field(min_length=3)] = Field(
        examples=["Zgłoszenie dzielnicowego: brak opału w mieszkaniu"]
    )
    urgent: bool = False


class DefectsCall(Input):
    """What the application lacks, and by when it is to come (KPA 64 § 2)."""

    missing: tuple[Code, ...] = Field(min_length=1, max_length=20, examples=[["SIGNATURE"]])
    complete_by: date = Field(examples=["2026-02-11"])


class TransferTo(Input):
    """The authority that has jurisdiction (KPA 65; ups art. 101)."""

    authority: Annotated[Text, Field(min_length=3, max_length=120)] = Field(
        examples=["Ośrodek Pomocy Społecznej w Gminie Sąsiedniej"]
    )
    reason: Code = Field(default="JURISDICTION", examples=["JURISDICTION"])


class InterviewPlan(Input):
    """A day for the environmental interview; `joint` means together with the social worker."""

    part: InterviewPart = InterviewPart.I
    on: date = Field(examples=["2026-02-04"])
    joint: bool = False
    separate_because: Line = Field(
        default="", description="why a visit that should be joint is not"
    )


class FirstPart(Input):
    """Part I, in words; what there was nothing to note about stays empty."""

    household: Text = ""
    housing: Text = ""
    employment: Text = ""
    health: Text = ""
    income: Text = ""
    needs: Text = ""
    conclusions: Text = Field(default="", description="point VII")


class ObligedPart(Input):
    """Part II: a person obliged to support the client (ups art. 103)."""

    name: Annotated[Line, Field(min_length=2)]
    relation: Code = Field(examples=["CHILD"])
    household_size: int = Field(default=1, ge=1, le=40)
    income: NotNegative = Field(examples=["5000.00"])
    possible_help: Text = ""


class DisasterPart(Input):
    """Part III: what happened and what was lost (ups art. 40)."""

    event: Annotated[Line, Field(min_length=3)] = Field(examples=["Pożar mieszkania"])
    happened_on: date
    losses: Annotated[Text, Field(min_length=3)]
    insured: bool = False
    other_help: Text = ""


class UpdatePart(Input):
    """Part IV: why the interview is updated, and what is different (ups art. 107 ust. 4)."""

    why: Update = Field(examples=["HALF_YEAR"])
    changes: Text = ""
    conclusions: Text = Field(default="", description="point III")


class InterviewHeld(Input):
    """An environmental interview that took place; only the fields of its own part."""

    part: InterviewPart = InterviewPart.I
    on: date = Field(examples=["2026-02-04"])
    joint: bool = False
    minutes: Minutes = Field(examples=[180])
    place: Place = Place.HOME
    called: Line = Field(default="", description="what the form in use calls this part")
    separate_because: Line = Field(
        default="", description="why a visit that should be joint was not"
    )
    first: FirstPart | None = None
    obliged: ObligedPart | None = None
    disaster: DisasterPart | None = None
    update: UpdatePart | None = None

    def interview(self) -> Interview:
        """Without id and term; those are the case's."""
        return Interview(
            interview_id=UUID(int=0),
            part=self.part,
            on=self.on,
            due=self.on,
            joint=self.joint,
            urgent=False,
            minutes=self.minutes,
            place=self.place,
            called=self.called,
            separate_because=self.separate_because,
            first=FirstInterview(**dict(self.first)) if self.first else None,
            obliged=ObligedPersonInterview(**dict(self.obliged)) if self.obliged else None,
            disaster=DisasterInterview(**dict(self.disaster)) if self.disaster else None,
            update=UpdateInterview(**dict(self.update)) if self.update else None,
        )


class InterviewRefusal(Input):
    """The party let no interview take place (ups art. 107 ust. 4a)."""

    on: date = Field(examples=["2026-02-04"])
    reason: Text = Field(default="", examples=["Nie wpuszcza do mieszkania"])


class PartyHearing(Input):
    """The party was told that it may see the file and comment before the decision (KPA 10)."""

    informed_on: date = Field(examples=["2026-02-10"])
    until: date = Field(examples=["2026-02-17"])
    comments: Text = ""


class CooperationAgreement(Input):
    """What the benefits worker agreed with the client; in units where he judges cooperation."""

    outcome: CooperationOutcome = Field(examples=["SOCIAL_WORK"])
    scope: Text = Field(default="", examples=["Udział w zajęciach KIS dwa razy w tygodniu"])


class CooperationJudgement(Input):
    """Whether the client kept to it in a month."""

    month: Month = Field(examples=["2026-03"])
    cooperates: bool
    text: Text = ""


class AnswerGiven(Input):
    """An answer to one of the questions; Q2b and Q7 are answered by certificates only."""

    question: Question = Field(examples=["Q1"])
    value: AnswerValue = Field(examples=["YES"])
    text: Text = Field(default="", examples=["Bezrobocie, powód 4 (ups art. 7)."])
    evidence: tuple[UUID, ...] = Field(default=(), max_length=40)
    reasons: tuple[Reason, ...] = Field(
        default=(), max_length=16, examples=[["4"]], description="of Q1 (ups art. 7)"
    )


class EvidenceWanted(Input):
    """Another institution is asked about the client."""

    source: Unit = Field(examples=["pup"])
    kind: EvidenceKind = Field(examples=["LABOUR_STATUS"])
    answer_by: date | None = None
    initiative: Initiative = Field(
        default=Initiative.OWN_WITH_CLIENTS_KNOWLEDGE,
        description="at whose wish the institution is asked (SEP-5)",
    )


class EvidenceGiven(Input):
    """Evidence that came: an answer to a request, or by itself."""

    source: Unit = Field(examples=["pup"])
    kind: EvidenceKind = Field(examples=["INCOME"])
    content: Text = Field(examples=["Zaświadczenie o dochodzie za styczeń"])
    on: date
    request_id: UUID | None = None


class ReferralGiven(Input):
    """The referral that the client takes to a social worker; contact within 7 days by default."""

    purposes: tuple[ReferralPurpose, ...] = Field(
        default=tuple(ReferralPurpose), min_length=1, max_length=2
    )
    initiative: Initiative = Field(
        default=Initiative.OWN_WITH_CLIENTS_KNOWLEDGE,
        description="at whose wish social work is asked (SEP-5)",
    )
    contact_by: date | None = None


class OnDay(Input):
    on: date | None = Field(default=None, description="today unless told otherwise")


class Realisation(Input):
    method: PaymentMethod = PaymentMethod.TRANSFER


class Payout(Input):
    month: Month = Field(examples=["2026-02"])


class ReviewWanted(Input):
    trigger: ReviewTrigger = Field(examples=["INCOME_CHANGE"])


class Closing(Input):
    reason: Code = Field(default="COMPLETED", examples=["COMPLETED", "REFUSED"])
