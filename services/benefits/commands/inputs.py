"""What the commands of benefits take: checked once, for pages and programs alike."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Code, Minutes, Money, Month, Unit
from pydantic import Field, StringConstraints

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
    ReviewTrigger,
)

_SAID = StringConstraints(strip_whitespace=True)  # a few blanks are no reason and no instruction
Text = Annotated[str, _SAID, Field(max_length=4000)]
Line = Annotated[str, _SAID, Field(max_length=300)]
NotNegative = Annotated[Money, Field(ge=0)]


class Assignment(Input):
    worker_id: Code = Field(examples=["ewa-jarzebina"], title="Kto poprowadzi sprawę")


class ExOfficioStart(Input):
    """A proceeding that nobody applied for; the party is told of it (KPA 61 § 4)."""

    person_id: UUID = Field(title="Osoba")
    benefit: Benefit = Field(examples=["TARGETED"], title="Świadczenie")
    reason: Annotated[Text, Field(min_length=3)] = Field(
        examples=["Zgłoszenie dzielnicowego: brak opału w mieszkaniu"],
        title="Skąd wiadomo, że pomoc jest potrzebna",
    )
    urgent: bool = Field(default=False, title="Sprawa jest pilna")


class DefectsCall(Input):
    """What the application lacks, and by when it is to come (KPA 64 § 2)."""

    missing: tuple[Code, ...] = Field(
        min_length=1, max_length=20, examples=[["SIGNATURE"]], title="Czego brakuje we wniosku"
    )
    complete_by: date = Field(examples=["2026-02-11"], title="Do kiedy uzupełnić")


class TransferTo(Input):
    """The authority that has jurisdiction (KPA 65; ups art. 101)."""

    authority: Annotated[Text, Field(min_length=3, max_length=120)] = Field(
        examples=["Ośrodek Pomocy Społecznej w Gminie Sąsiedniej"], title="Właściwy organ"
    )
    reason: Code = Field(
        default="JURISDICTION", examples=["JURISDICTION"], title="Powód przekazania"
    )


class InterviewPlan(Input):
    """A day for the environmental interview; `joint` means together with the social worker."""

    part: InterviewPart = Field(default=InterviewPart.I, title="Część wywiadu")
    on: date = Field(examples=["2026-02-04"], title="Dzień wywiadu")
    joint: bool = Field(default=False, title="Wspólnie z pracownikiem socjalnym")
    separate_because: Line = Field(
        default="",
        description="why a visit that should be joint is not",
        title="Dlaczego osobno, jeśli wizyta miała być wspólna",
    )


class Elsewhere(Input):
    """The head agrees to an interview away from home, or outside working days."""

    reason: Annotated[Text, Field(min_length=3)] = Field(
        examples=["W ośrodku 6 lutego, bo w mieszkaniu trwa remont"],
        title="Gdzie i kiedy odbędzie się wywiad, i dlaczego",
    )


class FirstPart(Input):
    """Part I, in words; what there was nothing to note about stays empty."""

    household: Text = Field(default="", title="Skład rodziny i gospodarstwo domowe")
    housing: Text = Field(default="", title="Warunki mieszkaniowe")
    employment: Text = Field(default="", title="Praca i źródła utrzymania")
    health: Text = Field(default="", title="Zdrowie i niepełnosprawność")
    income: Text = Field(default="", title="Dochód i wydatki")
    needs: Text = Field(default="", title="Potrzeby i oczekiwania")
    conclusions: Text = Field(
        default="", description="point VII", title="Wnioski pracownika (punkt VII)"
    )


class ObligedPart(Input):
    """Part II: a person obliged to support the client (ups art. 103)."""

    name: Annotated[Line, Field(min_length=2)] = Field(title="Imię i nazwisko osoby zobowiązanej")
    relation: Code = Field(examples=["CHILD"], title="Kim jest dla klienta")
    household_size: int = Field(default=1, ge=1, le=40, title="Ile osób liczy jej gospodarstwo")
    income: NotNegative = Field(examples=["5000.00"], title="Miesięczny dochód jej gospodarstwa")
    possible_help: Text = Field(default="", title="Jakiej pomocy może udzielić")


class DisasterPart(Input):
    """Part III: what happened and what was lost (ups art. 40)."""

    event: Annotated[Line, Field(min_length=3)] = Field(
        examples=["Pożar mieszkania"], title="Co się stało"
    )
    happened_on: date = Field(title="Kiedy to się stało")
    losses: Annotated[Text, Field(min_length=3)] = Field(title="Straty")
    insured: bool = Field(default=False, title="Mienie było ubezpieczone")
    other_help: Text = Field(default="", title="Pomoc otrzymana od innych")


class UpdatePart(Input):
    """Part IV: why the interview is updated, and what is different (ups art. 107 ust. 4)."""

    why: Update = Field(examples=["HALF_YEAR"], title="Dlaczego aktualizacja")
    changes: Text = Field(default="", title="Co się zmieniło")
    conclusions: Text = Field(
        default="", description="point III", title="Ocena sytuacji (punkt III)"
    )


class InterviewHeld(Input):
    """An environmental interview that took place; only the fields of its own part."""

    part: InterviewPart = Field(default=InterviewPart.I, title="Część wywiadu")
    on: date = Field(examples=["2026-02-04"], title="Dzień wywiadu")
    joint: bool = Field(default=False, title="Wspólnie z pracownikiem socjalnym")
    minutes: Minutes = Field(examples=[180], title="Ile minut trwał wywiad")
    place: Place = Field(default=Place.HOME, title="Miejsce")
    called: Line = Field(
        default="",
        description="what the form in use calls this part",
        title="Nazwa części na używanym formularzu",
    )
    separate_because: Line = Field(
        default="",
        description="why a visit that should be joint was not",
        title="Dlaczego osobno, jeśli wizyta miała być wspólna",
    )
    first: FirstPart | None = Field(default=None, title="Ustalenia wywiadu")
    obliged: ObligedPart | None = Field(default=None, title="Osoba zobowiązana do pomocy")
    disaster: DisasterPart | None = Field(default=None, title="Zdarzenie i straty")
    update: UpdatePart | None = Field(default=None, title="Aktualizacja")

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

    on: date = Field(examples=["2026-02-04"], title="Dzień odmowy")
    reason: Text = Field(
        default="", examples=["Nie wpuszcza do mieszkania"], title="Na czym polegała odmowa"
    )


class PartyHearing(Input):
    """The party was told that it may see the file and comment before the decision (KPA 10)."""

    informed_on: date = Field(examples=["2026-02-10"], title="Dzień zawiadomienia strony")
    until: date = Field(examples=["2026-02-17"], title="Do kiedy strona może się wypowiedzieć")
    comments: Text = Field(default="", title="Co strona powiedziała")


class CooperationAgreement(Input):
    """What the benefits worker agreed with the client; in units where he judges cooperation."""

    outcome: CooperationOutcome = Field(
        examples=["SOCIAL_WORK"], title="Jak klient może rozwiązać trudną sytuację"
    )
    scope: Text = Field(
        default="",
        examples=["Udział w zajęciach KIS dwa razy w tygodniu"],
        title="Uzgodniony zakres współpracy",
    )


class CooperationJudgement(Input):
    """Whether the client kept to it in a month."""

    month: Month = Field(examples=["2026-03"], title="Miesiąc")
    cooperates: bool = Field(title="Czy klient współdziałał")
    text: Text = Field(default="", title="Uzasadnienie")


class AnswerGiven(Input):
    """An answer to one of the questions; Q2b and Q7 are answered by certificates only."""

    question: Question = Field(examples=["Q1"], title="Pytanie")
    value: AnswerValue = Field(examples=["YES"], title="Odpowiedź")
    text: Text = Field(
        default="", examples=["Bezrobocie, powód 4 (ups art. 7)."], title="Uzasadnienie"
    )
    evidence: tuple[UUID, ...] = Field(
        default=(), max_length=40, title="Na czym opiera się odpowiedź"
    )
    reasons: tuple[Reason, ...] = Field(
        default=(),
        max_length=16,
        examples=[["4"]],
        description="of Q1 (ups art. 7)",
        title="Powody (art. 7)",
    )


class EvidenceWanted(Input):
    """Another institution is asked about the client."""

    source: Unit = Field(examples=["pup"], title="Kogo pytamy")
    kind: EvidenceKind = Field(examples=["LABOUR_STATUS"], title="O co pytamy")
    answer_by: date | None = Field(default=None, title="Odpowiedź do dnia")
    initiative: Initiative = Field(
        default=Initiative.OWN_WITH_CLIENTS_KNOWLEDGE,
        description="at whose wish the institution is asked (SEP-5)",
        title="Z czyjej inicjatywy",
    )


class EvidenceGiven(Input):
    """Evidence that came: an answer to a request, or by itself."""

    source: Unit = Field(examples=["pup"], title="Od kogo pochodzi dowód")
    kind: EvidenceKind = Field(examples=["INCOME"], title="Czego dotyczy")
    content: Text = Field(
        examples=["Zaświadczenie o dochodzie za styczeń"], title="Co z niego wynika"
    )
    on: date = Field(title="Dzień otrzymania")
    request_id: UUID | None = Field(default=None, title="Odpowiedź na prośbę")


class OnDay(Input):
    on: date | None = Field(default=None, description="today unless told otherwise", title="Dzień")


class Realisation(Input):
    method: PaymentMethod = Field(default=PaymentMethod.TRANSFER, title="Sposób wypłaty")


class Payout(Input):
    month: Month = Field(examples=["2026-02"], title="Miesiąc")


class Handing(Input):
    """What was given: meals or nights of a month, or the thing itself; value in PLN if known."""

    on: date | None = Field(
        default=None, title="Dzień wydania", description="today unless told otherwise"
    )
    quantity: int = Field(default=1, ge=1, le=10_000, examples=[1], title="Ilość")
    value: NotNegative | None = Field(default=None, examples=["240.00"], title="Wartość w zł")
    text: Line = Field(default="", examples=["Kurtka zimowa"], title="Co wydano")


class WorkFound(Input):
    """Since when the client works, under a social contract (ups art. 39a ust. 2)."""

    work_since: date = Field(examples=["2026-03-16"], title="Praca od dnia")


class ReviewWanted(Input):
    trigger: ReviewTrigger = Field(examples=["INCOME_CHANGE"], title="Powód przeglądu")


class Closing(Input):
    reason: Code = Field(
        default="COMPLETED", examples=["COMPLETED", "REFUSED"], title="Dlaczego sprawa się kończy"
    )
