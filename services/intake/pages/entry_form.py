"""An entry of the catalogue as its editors type it: one line a place, one line a condition."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field, field_validator

from services.intake.catalogue.content import Content, Group
from services.intake.commands.catalogue_inputs import (
    Age,
    ConditionsIn,
    EntryContent,
    NeededIn,
    PlaceIn,
)
from services.intake.documents import Document
from services.intake.values import BenefitType, Outcome, Reason

NEEDS = ("lives_here", "disability", "unemployed", "alone", "children")
FIELDS = ("name", "street", "city", "phone", "e_mail", "hours")
Lines = Annotated[str, Field(max_length=4000)]


class EntryForm(BaseModel):
    title: str = Field(default="", max_length=160, title="Nazwa usługi")
    description: str = Field(default="", max_length=1000, title="Na czym polega")
    groups: list[Group] = Field(default=[], title="Dla kogo")
    problems: list[Reason] = Field(default=[], title="Problemy")
    together: Lines = Field(default="", title="Problemy, które muszą wystąpić razem")
    min_age: Age | None = Field(default=None, title="Wiek od")
    max_age: Age | None = Field(default=None, title="Wiek do")
    max_income: Decimal | None = Field(
        default=None, ge=0, max_digits=9, decimal_places=2, title="Dochód na osobę do"
    )
    needs: list[str] = Field(default=[], title="Osoba musi")
    other: Lines = Field(default="", title="Inne warunki")
    places: Lines = Field(default="", title="Miejsca")
    provider: str = Field(default="", max_length=160, title="Kto prowadzi")
    fee: str = Field(default="", max_length=200, title="Odpłatność")
    outcome: Outcome = Field(default=Outcome.INFO_ONLY, title="Dokąd skierować")
    benefit: BenefitType | None = Field(default=None, title="O jakie świadczenie")
    documents: list[Document] = Field(default=[], title="Potrzebne dokumenty")

    @field_validator("together")
    @classmethod
    def _names_points_of_the_act(cls, text: str) -> str:
        try:
            _combinations(text)
        except ValueError:
            raise ValueError(
                "W polu „{label}” wpisz punkty art. 7 połączone plusem, na przykład 3+13."
            ) from None
        return text

    @field_validator("places")
    @classmethod
    def _has_a_few_fields_a_line(cls, text: str) -> str:
        for line in _lines(text):
            parts = line.split(";")
            if len(parts) > len(FIELDS) or any(len(part) > 160 for part in parts):
                raise ValueError(
                    "W polu „{label}” wpisz w wierszu najwyżej 6 części rozdzielonych średnikami."
                )
        return text

    @field_validator("other")
    @classmethod
    def _is_short_lines(cls, text: str) -> str:
        if len(_lines(text)) > 10 or any(len(line) > 200 for line in _lines(text)):
            raise ValueError("W polu „{label}” wpisz najwyżej 10 wierszy po 200 znaków.")
        return text

    def entry(self, before: Content | None) -> EntryContent:
        """A document that was needed for some problems only stays so."""
        when = {one.document: one.when for one in before.documents} if before else {}
        return EntryContent(
            title=self.title,
            description=self.description,
            groups=self.groups,
            problems=[*([one] for one in self.problems), *_combinations(self.together)],
            conditions=ConditionsIn(
                min_age=self.min_age,
                max_age=self.max_age,
                max_income=self.max_income,
                other=_lines(self.other),
                **{name: True for name in NEEDS if name in self.needs},
            ),
            places=[_place(line) for line in _lines(self.places)],
            provider=self.provider,
            fee=self.fee,
            outcome=self.outcome,
            benefit=self.benefit,
            documents=[
                NeededIn(document=one, when=list(when.get(one, ()))) for one in self.documents
            ],
        )


def entered(content: Content) -> dict[str, list[str]]:
    """The content back in the fields of the form."""
    conditions = content.conditions
    numbers = {name: getattr(conditions, name) for name in ("min_age", "max_age", "max_income")}
    together = ["+".join(one) for one in content.problems if len(one) > 1]
    lines = ["; ".join(getattr(place, name) for name in FIELDS) for place in content.places]
    fields = {
        "title": [content.title],
        "description": [content.description],
        "groups": [group.value for group in content.groups],
        "problems": [one[0].value for one in content.problems if len(one) == 1],
        "together": ["\n".join(together)],
        "needs": [name for name in NEEDS if getattr(conditions, name)],
        "other": ["\n".join(conditions.other)],
        "places": ["\n".join(line.rstrip("; ") for line in lines)],
        "provider": [content.provider],
        "fee": [content.fee],
        "outcome": [content.outcome.value],
        "benefit": [content.benefit.value] if content.benefit else [],
        "documents": [needed.document.value for needed in content.documents],
        **{name: [str(value)] for name, value in numbers.items() if value is not None},
    }
    return {name: values for name, values in fields.items() if values}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _combinations(text: str) -> list[list[Reason]]:
    return [[Reason(point.strip()) for point in line.split("+")] for line in _lines(text)]


def _place(line: str) -> PlaceIn:
    parts = [part.strip() for part in line.split(";")]
    return PlaceIn(**dict(zip(FIELDS, parts, strict=False)))
