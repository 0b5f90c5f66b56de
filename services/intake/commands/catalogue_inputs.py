"""What the editors of the catalogue of help write, and what the desk asks it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from chassis.inputs import Input
from services.intake.catalogue.content import (
    Conditions,
    Content,
    Group,
    Place,
    Situation,
)
from services.intake.documents import Document, Needed
from services.intake.values import BenefitType, Outcome, Reason

Age = Annotated[int, Field(ge=0, le=130)]
Income = Annotated[Decimal, Field(ge=0, max_digits=9, decimal_places=2)]
Line = Annotated[str, Field(max_length=200)]


class PlaceIn(Input):
    name: str = Field(max_length=160, title="Nazwa miejsca", examples=["Punkt poradnictwa"])
    street: Line = Field(default="", title="Ulica i numer")
    city: Line = Field(default="", title="Miejscowość")
    phone: Line = Field(default="", title="Telefon")
    e_mail: Line = Field(default="", title="E-mail")
    hours: Line = Field(default="", title="Godziny")


class ConditionsIn(Input):
    min_age: Age | None = Field(default=None, title="Wiek od")
    max_age: Age | None = Field(default=None, title="Wiek do")
    max_income: Income | None = Field(default=None, title="Dochód na osobę do")
    lives_here: bool = Field(default=False, title="Mieszka w gminie")
    disability: bool = Field(default=False, title="Orzeczenie o niepełnosprawności")
    unemployed: bool = Field(default=False, title="Bezrobotny zarejestrowany w urzędzie pracy")
    alone: bool = Field(default=False, title="Mieszka samotnie")
    children: bool = Field(default=False, title="Wychowuje dzieci")
    other: list[Line] = Field(default=[], max_length=10, title="Inne warunki")


class NeededIn(Input):
    document: Document = Field(title="Dokument")
    when: list[Reason] = Field(default=[], title="Tylko gdy")


class EntryContent(Input):
    """ "If you are in situation S, you may get U under W in places M" ([000])."""

    title: str = Field(max_length=160, title="Nazwa usługi", examples=["Poradnictwo prawne"])
    description: str = Field(default="", max_length=1000, title="Na czym polega")
    groups: list[Group] = Field(default=[], title="Dla kogo")
    problems: list[list[Reason]] = Field(
        default=[],
        max_length=20,
        title="Problemy",
        description="each inner list is one problem, or several that go together",
    )
    conditions: ConditionsIn = Field(default_factory=ConditionsIn, title="Warunki")
    places: list[PlaceIn] = Field(default=[], max_length=20, title="Miejsca")
    provider: str = Field(default="", max_length=160, title="Kto prowadzi")
    fee: str = Field(default="", max_length=200, title="Odpłatność")
    outcome: Outcome = Field(default=Outcome.INFO_ONLY, title="Dokąd kieruje się klienta")
    benefit: BenefitType | None = Field(default=None, title="O jakie świadczenie")
    documents: list[NeededIn] = Field(default=[], max_length=20, title="Dokumenty")

    @property
    def content(self) -> Content:
        conditions = self.conditions
        return Content(
            title=self.title.strip(),
            description=self.description.strip(),
            groups=tuple(dict.fromkeys(self.groups)),
            problems=tuple(tuple(dict.fromkeys(one)) for one in self.problems if one),
            conditions=Conditions(
                **conditions.model_dump(exclude={"other"}),
                other=tuple(text.strip() for text in conditions.other if text.strip()),
            ),
            places=tuple(Place(**place.model_dump()) for place in self.places),
            provider=self.provider.strip(),
            fee=self.fee.strip(),
            outcome=self.outcome,
            benefit=self.benefit,
            documents=tuple(Needed(one.document, tuple(one.when)) for one in self.documents),
        )


class Publication(Input):
    valid_from: date | None = Field(
        default=None, title="Obowiązuje od", description="today if left out"
    )
    valid_to: date | None = Field(
        default=None, title="Obowiązuje do", description="without an end if left out"
    )


class Withdrawal(Input):
    since: date | None = Field(
        default=None, title="Nie obowiązuje od", description="today if left out"
    )
    reason: str = Field(max_length=300, title="Przyczyna wycofania", examples=["Koniec umowy"])


class SituationIn(Input):
    """What is known of somebody who asks for help; what is left out is asked about."""

    groups: list[Group] = Field(default=[], title="Kim jest", examples=[["OLDER"]])
    problems: list[Reason] = Field(default=[], title="Problemy")
    age: Age | None = Field(default=None, title="Wiek")
    income: Income | None = Field(default=None, title="Dochód na osobę")
    lives_here: bool | None = Field(default=None, title="Mieszka w gminie")
    disability: bool | None = Field(default=None, title="Orzeczenie o niepełnosprawności")
    unemployed: bool | None = Field(
        default=None, title="Bezrobotny zarejestrowany w urzędzie pracy"
    )
    alone: bool | None = Field(default=None, title="Mieszka samotnie")
    children: bool | None = Field(default=None, title="Wychowuje dzieci")
    shown: list[Document] = Field(default=[], title="Dokumenty, które klient ma ze sobą")
    on: date | None = Field(default=None, title="Na dzień", description="today if left out")
    known_on: date | None = Field(
        default=None,
        title="Według stanu wiedzy z dnia",
        description="the catalogue as it was known when that day ended",
    )

    @property
    def situation(self) -> Situation:
        return Situation(
            tuple(self.groups),
            tuple(self.problems),
            self.age,
            self.income,
            self.lives_here,
            self.disability,
            self.unemployed,
            self.alone,
            self.children,
            tuple(self.shown),
        )
