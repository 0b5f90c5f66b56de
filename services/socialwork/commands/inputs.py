"""What the commands of social work take: checked once, for pages and programs alike.

The limits are those of the public facts, so that nothing that was accepted cannot be told.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.values import Code, Hours, Money, Month
from pydantic import Field

from chassis.inputs import Input
from services.socialwork.values import (
    ActionType,
    Area,
    ContractBenefit,
    ContractEnd,
    ContractProvision,
    ContractVariant,
    Known,
    NoteKind,
    Place,
    RelevantFact,
    Result,
    Service,
    Source,
)

Text = Annotated[str, Field(min_length=1, max_length=20_000)]
Day = Annotated[date | None, Field(description="today if left out")]


class Opening(Input):
    person_id: UUID
    source: Source = Field(default=Source.OWN_REQUEST, title="Skąd wiadomo o potrzebie")


class Assignment(Input):
    worker_id: Code = Field(title="Pracownik socjalny", examples=["joanna-brzoza"])


class Diagnosis(Input):
    areas: list[Area] = Field(title="Obszary diagnozy")
    text: Text = Field(
        title="Treść diagnozy",
        description="stays in this unit",
        examples=["Ma umiejętności, brak wsparcia."],
    )


class Note(Input):
    kind: NoteKind = Field(default=NoteKind.OFFICIAL_NOTE, title="Rodzaj")
    text: Text = Field(
        title="Treść", description="stays in this unit", examples=["Rozmowa w domu klienta."]
    )


class ActionDone(Input):
    type: ActionType = Field(title="Działanie")
    minutes: int = Field(title="Czas w minutach", examples=[45])
    place: Place = Field(title="Miejsce")
    direct: bool = Field(default=True, title="Z udziałem klienta")
    on: Day = None


class NeedSeen(Input):
    service: Service = Field(title="Usługa")
    hours_per_day: Hours = Field(title="Proponowana liczba godzin dziennie", examples=["3"])
    valid_from: date = Field(title="Od dnia")
    case_id: UUID | None = None
    order_id: UUID | None = None


class FactsSeen(Input):
    kinds: list[RelevantFact] = Field(title="Jaka informacja")
    known: Known = Field(title="Wiedza klienta")
    case_id: UUID | None = None


class _Certificate(Input):
    known: Known = Field(title="Wiedza klienta", description="SEP-5: how the client stands to it")
    covered: list[UUID] = Field(default=[], description="person ids; the client if left out")
    referral_id: UUID | None = Field(default=None, description="the latest one, if left out")
    on: Day = None


class UnusedResources(_Certificate):
    """Certificate 4."""

    has_unused: bool = Field(title="Niewykorzystane zasoby i możliwości")


class CooperationTerms(_Certificate):
    """Certificate 5."""


class Cooperating(Input):
    """Certificate 6."""

    month: Month = Field(title="Miesiąc", examples=["2026-02"])
    cooperates: bool = Field(title="Czy klient współdziała")
    known: Known = Field(title="Wiedza klienta")


class Keeping(Input):
    """First contact directed the client here wrongly, and social work goes on all the same."""


class Contracting(Input):
    """A social contract as it was signed; its text stays in the paper file (ups art. 108)."""

    variant: ContractVariant = Field(title="Część kontraktu", examples=["B"])
    provisions: list[ContractProvision] = Field(
        title="Zobowiązania klienta", examples=[["TRAINING", "TAKE_UP_WORK"]]
    )
    on: Day = None
    until: date | None = Field(
        default=None, title="Obowiązuje do", examples=["2026-08-31"], description="last day"
    )


class ContractOver(Input):
    """How a social contract ended."""

    contract_id: UUID = Field(title="Kontrakt")
    end: ContractEnd = Field(title="Jak się zakończył", examples=["FULFILLED"])
    on: Day = None


class ContractBenefitWanted(Input):
    """A benefit proposed out of a contract, for what the client undertook in it (ups art. 39a)."""

    contract_id: UUID = Field(title="Kontrakt")
    benefit: ContractBenefit = Field(
        default=ContractBenefit.CONTRACT_TARGETED, title="Jakie świadczenie"
    )
    amount: Money = Field(title="Proponowana kwota w zł", examples=["350.00"])
    provisions: list[ContractProvision] = Field(
        title="Na jakie postanowienia kontraktu", examples=[["TRAINING"]]
    )


class Closing(Input):
    result: Result = Field(title="Wynik pracy")
