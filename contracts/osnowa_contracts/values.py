"""Types of fields that several facts share: money, hours, months, units, codes.

A code is an open string: its known values stand in `codes` and, as examples, in the schema, so that
a new value is an optional addition and never breaks a reader. The narrow pattern of `Code` is also
what keeps free text out of facts that may not carry any (`safety.md` T2).
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema


def _to_grosz(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _decimals(description: str, pattern: str) -> Any:
    """A decimal number that travels as a string of this pattern."""
    return Field(
        max_digits=12,
        decimal_places=2,
        description=description,
        json_schema_extra={"pattern": pattern},
    )


def _of_our_time(month: str) -> str:
    """A year that calendars can count from; it narrows no schema, for no real month is lost."""
    if not "1880" <= month[:4] <= "2199":
        raise ValueError("W polu „{label}” wpisz miesiąc z lat 1880–2199, na przykład 2026-02.")
    return month


_UP_TO_TWO_PLACES = r"^[0-9]{1,10}(\.[0-9]{1,2})?$"

Money = Annotated[
    Decimal, _decimals("PLN", r"^-?[0-9]{1,10}\.[0-9]{2}$"), AfterValidator(_to_grosz)
]
Hours = Annotated[Decimal, Field(ge=0), _decimals("hours", _UP_TO_TWO_PLACES)]
Percent = Annotated[Decimal, Field(ge=0), _decimals("percent", _UP_TO_TWO_PLACES)]
Score = Annotated[Decimal, Field(ge=0, le=5, max_digits=3, decimal_places=2)]
Minutes = Annotated[int, Field(ge=0, le=24 * 60)]
Month = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$", examples=["2026-02"]),
    AfterValidator(_of_our_time),
]
Unit = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$", description="name of a unit")]
Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Number = Annotated[str, Field(pattern=r"^[A-Za-z0-9./-]{1,40}$", description="number on a paper")]
Terc = Annotated[str, Field(pattern=r"^[0-9]{7}$", description="TERYT code of the gmina")]


class Known:
    """Names the known values of a code; the schema shows them as examples and stays open."""

    def __init__(self, codes: type[StrEnum]) -> None:
        self.codes = codes

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = handler(core_schema)
        schema["examples"] = [code.value for code in self.codes]
        return schema
