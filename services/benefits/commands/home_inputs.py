"""What the commands on the way into a residential home take."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from chassis.inputs import Input
from services.benefits.commands.inputs import Line, Text
from services.benefits.resident import ConsentAnswer, ConsentGiver

Name = Annotated[str, Field(min_length=2, max_length=120)]


class ConsentGiven(Input):
    """What the person, the representative or a court says to living in a home (ups art. 54)."""

    answer: ConsentAnswer = Field(examples=["AGREED"], title="Odpowiedź")
    by: ConsentGiver = Field(
        default=ConsentGiver.PERSON, examples=["PERSON"], title="Kto odpowiada"
    )
    on: date | None = Field(default=None, title="Dzień", description="today unless told otherwise")
    reference: Line = Field(
        default="", title="Sygnatura orzeczenia", description="of a court's ruling"
    )


class ContactNamed(Input):
    name: Name = Field(examples=["Anna Przykładowa"], title="Imię i nazwisko")
    relation: Line = Field(examples=["córka"], title="Kim jest")
    phone: Annotated[str, Field(min_length=5, max_length=20)] = Field(
        examples=["600 000 005"], title="Telefon"
    )


class Named(Input):
    """A need, an aid or a risk, in a few words."""

    what: Annotated[str, Field(min_length=2, max_length=200)] = Field(
        examples=["Pomoc w nocy"], title="Co"
    )


class SheetWritten(Input):
    """What the home must know on the first day; name, birth date and address come by themselves."""

    contacts: tuple[ContactNamed, ...] = Field(
        min_length=1, max_length=6, title="Do kogo dzwonić",
        examples=[[{"name": "Anna Przykładowa", "relation": "córka", "phone": "600 000 005"}]],
    )  # fmt: skip
    health_needs: tuple[Named, ...] = Field(
        min_length=1, max_length=20, title="Potrzeby zdrowotne",
        examples=[[{"what": "Pomoc w nocy"}, {"what": "Chodzi z balkonikiem"}]],
    )  # fmt: skip
    representative: Line = Field(default="", title="Przedstawiciel ustawowy")
    aids: tuple[Named, ...] = Field(default=(), max_length=20, title="Sprzęt pomocniczy")
    risks: tuple[Named, ...] = Field(
        default=(), max_length=20, title="Na co uważać", examples=[[{"what": "Upadki"}]]
    )
    diet: Line = Field(default="", title="Dieta")
    medicines: Text = Field(default="", title="Leki")
    doctor: Line = Field(default="", title="Lekarz")
    habits: Text = Field(default="", title="Zwyczaje i upodobania")
