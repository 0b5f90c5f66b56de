"""Facts of the book of legal parameters (`domain.md` C6)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from osnowa_contracts.codes import ParameterKind
from osnowa_contracts.fact import Confidentiality, Counted, Fact, InSummary, Publisher, fact
from osnowa_contracts.values import Code, Known


@fact(Publisher.BENEFITS, Confidentiality.PUBLIC, basis="ups art. 8, art. 9, art. 50 ust. 6")
class LegalParametersPublished(Fact):
    """A set of parameters was published by a second person; it holds from its first day."""

    set_id: Annotated[UUID, InSummary(), Counted()]
    parameters: Annotated[Code, Known(ParameterKind), InSummary(), Counted()]
    valid_from: Annotated[date, InSummary(), Counted()]
    on: Annotated[date, InSummary(), Counted()]
