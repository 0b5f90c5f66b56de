"""What the commands about decisions take."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Code, Hours, Money, Month, Number
from pydantic import Field

from chassis.inputs import Input
from services.benefits.commands.inputs import Line, NotNegative, Text
from services.benefits.grounds import Ground
from services.benefits.realisation.values import Payer
from services.benefits.reopening import ReopeningGround
from services.benefits.values import (
    AppealResult,
    CooperationAssessor,
    Days,
    DecisionKind,
    Delivery,
    FeeShare,
    LateAppealResult,
    Repay,
    ReviewTrigger,
    ServiceScope,
    Terms,
)

Reason = Annotated[Text, Field(min_length=3)]


class Service(Input):
    """Scope of a service, and what the client pays for an hour."""

    hours_per_day: Annotated[Hours, Field(gt=0)] = Field(examples=["2"], title="Godzin dziennie")
    days: Days = Field(default=Days.WORKING, title="Dni")
    fee_per_hour: NotNegative = Field(examples=["3.50"], title="Odpłatność za godzinę")


class Share(Input):
    """Who pays how much a month for a stay in a home, where an agreement says otherwise than
    the calculation; left out, the shares are the calculated ones."""

    payer: Annotated[Line, Field(min_length=2)] = Field(examples=["Mieszkaniec"], title="Kto płaci")
    amount: NotNegative = Field(examples=["1680.00"], title="Kwota na miesiąc")
    paid_by: Payer = Field(default=Payer.RESIDENT, examples=["RESIDENT"], title="W jakiej roli")
    obliged_id: UUID | None = Field(
        default=None, description="of a relative", title="Osoba zobowiązana"
    )


class Repaid(Input):
    """What is paid back of help on that condition: the sum, in equal monthly instalments."""

    amount: Annotated[Money, Field(gt=0)] = Field(examples=["600.00"], title="Kwota do zwrotu")
    instalments: int = Field(ge=1, le=120, examples=[6], title="Liczba rat")
    first_due: date = Field(examples=["2026-07-31"], title="Termin pierwszej raty")


class Content(Input):
    """What a decision will say. A grant in money names an amount, one of a service its scope."""

    valid_from: date | None = Field(default=None, examples=["2026-02-01"], title="Od dnia")
    valid_to: date | None = Field(default=None, examples=["2026-05-31"], title="Do dnia")
    amount: NotNegative | None = Field(default=None, examples=["200.00"], title="Kwota")
    service: Service | None = Field(default=None, title="Zakres usługi")
    immediate: bool = Field(
        default=False,
        description="immediately enforceable (KPA 108)",
        title="Rygor natychmiastowej wykonalności",
    )
    immediate_reason: Text = Field(default="", title="Uzasadnienie rygoru")
    in_full: bool = Field(
        default=False,
        description="granted as demanded, reasons waived (KPA 107 § 4, 127 § 1a)",
        title="Żądanie uwzględnione w całości, bez uzasadnienia",
    )
    ground: Ground | None = Field(
        default=None,
        description="what a refusal, limitation, suspension, revocation rests on",
        title="Podstawa rozstrzygnięcia",
    )
    need: Line = Field(
        default="",
        description="what a targeted benefit or help in kind is for",
        title="Na co przeznaczona jest pomoc",
    )
    home: Line = Field(
        default="",
        description="the residential home of a referral or placement",
        title="Dom pomocy społecznej",
    )
    fees: tuple[Share, ...] = Field(default=(), max_length=20, title="Kto ile płaci")
    months: tuple[Month, ...] = Field(default=(), max_length=120, title="Miesiące")
    repay: Repaid | None = Field(
        default=None,
        description="of help above the criterion (ups art. 41 pkt 2), or of a loan (art. 43)",
        title="Co i jak podlega zwrotowi",
    )
    reasons: Text = Field(
        default="",
        description="added to the reasons made from the case",
        title="Co dodać do uzasadnienia",
    )

    def terms(self) -> Terms:
        service = None
        if (granted := self.service) is not None:
            service = ServiceScope(granted.hours_per_day, granted.days, granted.fee_per_hour)
        return Terms(
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            amount=self.amount,
            service=service,
            immediate=self.immediate,
            immediate_reason=self.immediate_reason,
            in_full=self.in_full,
            ground=self.ground,
            need=self.need,
            home=self.home,
            fees=tuple(
                FeeShare(share.payer, share.amount, share.paid_by, share.obliged_id)
                for share in self.fees
            ),
            months=self.months,
            repay=Repay(**dict(self.repay)) if self.repay else None,
        )


class Draft(Content):
    """A draft of a decision of that kind, for an authorised person to sign."""

    kind: DecisionKind = Field(examples=["GRANT"], title="Rodzaj decyzji")
    previous_decision_id: UUID | None = Field(
        default=None,
        description="what it follows, where the office does not know by itself",
        title="Decyzja, której dotyczy",
    )


class Signature(Input):
    """Which version of the draft was read: what was revised meanwhile is not signed unread."""

    draft: int | None = Field(
        default=None, ge=1, title="Wersja projektu", description="whichever there is, if left out"
    )


class Remarks(Input):
    """What the signer wants written otherwise."""

    remarks: Reason = Field(examples=["Popraw okres i uzasadnij wysokość"], title="Co poprawić")


class Withdrawal(Input):
    reason: Reason = Field(examples=["Błędny okres"], title="Dlaczego projekt jest wycofywany")


class DeliveryNote(Input):
    """How it was delivered; DEEMED names the days of both notices (KPA 44)."""

    how: Delivery = Field(default=Delivery.IN_PERSON, title="Sposób doręczenia")
    on: date | None = Field(
        default=None, description="today unless told otherwise", title="Dzień doręczenia"
    )
    first_notice_on: date | None = Field(default=None, title="Dzień pierwszego awiza")
    second_notice_on: date | None = Field(default=None, title="Dzień powtórnego awiza")


class Enforceability(Input):
    """Why it cannot wait for finality (KPA 108 § 2)."""

    reason: Reason = Field(
        examples=["Ochrona zdrowia: brak opału w czasie mrozów"], title="Dlaczego nie można czekać"
    )


class Ruling(Content):
    """What the board ruled itself, where it reversed the decision (KPA 138 § 1 pkt 2)."""

    kind: DecisionKind = Field(examples=["GRANT"], title="Co orzekło Kolegium")
    number: Number = Field(examples=["SKO.4115.77.2026"], title="Numer orzeczenia")


class Resolution(Input):
    """SELF_CORRECTED is the office's own answer (KPA 132), the others are the board's."""

    result: AppealResult = Field(examples=["UPHELD"], title="Wynik odwołania")
    on: date | None = Field(
        default=None, description="today unless told otherwise", title="Dzień rozstrzygnięcia"
    )
    ruling: Ruling | None = Field(default=None, title="Orzeczenie Kolegium co do istoty")


class LateAppealFound(Input):
    """An appeal after its term, with the day on which it was posted or brought."""

    on: date | None = Field(
        default=None, description="today unless told otherwise", title="Dzień nadania lub złożenia"
    )
    restoration_asked: bool = Field(
        default=False,
        description="the party asks for the term to be restored (KPA 58)",
        title="Strona prosi o przywrócenie terminu",
    )


class LateAppealAnswer(Input):
    """What the board said of it (KPA 59, 134)."""

    result: LateAppealResult = Field(examples=["LATE"], title="Odpowiedź SKO")
    on: date | None = Field(
        default=None, description="today unless told otherwise", title="Dzień postanowienia"
    )


class ReopeningWanted(Input):
    """A defect of a final decision (KPA 145); one month from learning of it (KPA 148)."""

    ground: ReopeningGround = Field(examples=["NEW_FACTS"], title="Podstawa wznowienia")
    what: Reason = Field(
        examples=["Umowa o pracę z grudnia 2025 r., nieznana organowi"], title="Na czym polega wada"
    )
    on_request: bool = Field(
        default=False,
        description="at the party's request, else ex officio",
        title="Na żądanie strony",
    )
    learned_on: date = Field(title="Kiedy dowiedziano się o podstawie")
    requested_on: date | None = Field(default=None, title="Dzień żądania strony")


class ReturnToCase(Input):
    """Back to a closed case or an ended benefit for what became known since (ups 106 ust. 5)."""

    entitlement_id: UUID = Field(title="Świadczenie")
    trigger: ReviewTrigger = Field(examples=["INCOME_CHANGE"], title="Powód powrotu")
    reason: Code = Field(default="MONITORING", examples=["MONITORING"], title="Przyczyna")


class AssessorChoice(Input):
    """Who judges cooperation in the cases that open from now on (`domain.md` A4)."""

    assessor: CooperationAssessor = Field(
        title="Kto ocenia współdziałanie", examples=["SOCIAL_WORKER"]
    )


class MarkChoice(Input):
    """The mark of the cell or unit that decisions are numbered with, as its file plan names it."""

    mark: str = Field(
        pattern=r"^[A-Z0-9]([A-Z0-9.-]{0,18}[A-Z0-9])?$",
        examples=["DPS.8121"],
        title="Znak w numerach decyzji",
    )


class SignerChoice(Input):
    """Somebody whom the mayor authorised to sign decisions (ups art. 110 ust. 8)."""

    worker_id: Code = Field(title="Kto może podpisywać", examples=["barbara-lipowa"])
    valid_from: date = Field(title="Od dnia", examples=["2026-02-01"])
    valid_to: date | None = Field(default=None, title="Do dnia")
