"""What a story of forms is made of: who types what, what is said, what is seen afterwards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from osnowa_contracts import socialwork

from tests.benefits.conftest import Town
from tests.benefits.given import feb
from tests.benefits.realised import EWA, HELENA
from tests.benefits.test_acts_pages import opened
from tests.benefits.test_api import certify
from tests.forms import Typed

Meanwhile = Callable[[Town, str], Awaitable[object]]
"""What else happens; it is told the id of the case."""
Found = Callable[[Town, str], Awaitable[str]]
"""A choice that no test knows beforehand, by the id of the case."""


@dataclass(frozen=True)
class Posts:
    """Somebody fills in the form of an act and sends it; `typed` is what is right.

    With `wrong` the form is sent first with that in its place, and `says` is what the page answers.
    Without it, `says` is what is answered to the same form a second time. Nothing in `shows`: the
    form is sent as typed, refused, and nothing more is tried.
    """

    act: str
    """`cases/worker`: what it is done to, and the path of its page behind it."""
    by: str
    typed: Typed = field(default_factory=dict)
    shows: str = ""
    """What stands on the page of the case afterwards, and did not before."""
    at: str = ""
    """`/realisation`: it stands on the page of what comes after the decision."""
    wrong: Typed = field(default_factory=dict)
    says: str = ""
    first: str | Found = ""
    """The choice of the page before the form."""
    meanwhile: Meanwhile | None = None
    """What somebody else does while the form is open."""


@dataclass(frozen=True)
class Story:
    begins: Callable[[Town], Awaitable[str]]
    """The id of the case."""
    goes_on: tuple[Posts | Meanwhile, ...]


def its(day: date) -> Meanwhile:
    async def it_is(town: Town, _case: str) -> None:
        town.day(day)

    return it_is


def post(worker: str, path: str, **body: object) -> Meanwhile:
    """By the API, what another story sends by its form; `path` begins behind the case."""

    async def posted(town: Town, case: str) -> None:
        await town.post(worker, f"/api/cases/{case}/{path}", **body)

    return posted


async def begun(town: Town) -> str:
    case = await opened(town)
    await town.post(EWA, f"/api/cases/{case}/assessment")
    return case


TENTH = feb(10)


async def certificates_came(town: Town, _case: str, on: date = TENTH) -> None:
    """Numbers 4 and 5."""
    town.day(on)
    has = socialwork.UnusedResourcesCertified(certificate_id=uuid4(), has_unused=True, issued_on=on)
    terms = socialwork.CooperationTermsSet(terms_id=uuid4(), on=on, certificate_id=uuid4())
    for fact in (has, terms):
        await certify(town, fact)


async def answered(town: Town, case: str) -> None:
    for question in ("Q2a", "Q3", "Q4", "Q5", "Q6"):
        await town.post(EWA, f"/api/cases/{case}/answers", question=question, value="YES")


NOT_NOW = "nie jest możliwa. Sprawdź na stronie sprawy, co można teraz zrobić."


async def confirmed(town: Town, case: str) -> None:
    """The last draft becomes final."""
    decision = (await town.get(EWA, f"/api/cases/{case}"))["decisions"][-1]["id"]
    for worker, step in ((HELENA, "issue"), (EWA, "delivery"), (EWA, "waiver")):
        await town.post(worker, f"/api/decisions/{decision}/{step}")
