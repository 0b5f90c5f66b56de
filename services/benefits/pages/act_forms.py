"""What a page needs to know of an act: whose form it is, what it begins with, what it sends.

An act is a row in a table, by its path behind the case, the decision or the benefit; the path is
that of the API without `/api`. Its form is drawn from the command's own input, so a field that is
added there appears here, with its title as label. A row names

- the command, and with it the roles that may do this; the action of `lifecycle`, and with it where
  it may be done at all. What no table of `lifecycle` knows says so in `offered` instead;
- what is said once it is done, and before it what will happen and who is told (`about`);
- what the form starts with, what its choices are called, what is folded or left out.

Acts on something else than a case, a decision or a benefit: a table of their own, and a `Place` in
`acts.PLACES` that says whose case it is.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from osnowa_contracts.wording.labels import LABELS
from pydantic import BaseModel

from chassis.context import Context, Worker, roles_of
from chassis.database import Reading
from chassis.event_log import Receipt
from chassis.web import Drawing, Site
from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits.api.entitlement_views import EntitlementOut
from services.benefits.api.links import ActionLink
from services.benefits.api.views import CaseOut, DecisionOut
from services.benefits.commands import Commands
from services.benefits.letter import Letter
from services.benefits.lifecycle import ACTION_PL, OVER, Action


@dataclass(frozen=True)
class Subject:
    """The case, decision or benefit that an act is done to, with the whole case around it."""

    id: UUID
    case: CaseOut
    worker: Worker
    today: date
    site: Site
    beside: Any = None
    """What `load` of the act read."""

    @property
    def decision(self) -> DecisionOut:
        return next(one for one in self.case.decisions if one.id == self.id)

    @property
    def entitlement(self) -> EntitlementOut:
        return next(one for one in self.case.entitlements if one.id == self.id)

    @property
    def state(self) -> str:
        """Of the decision or the benefit where it is one, else of the case."""
        states: dict[UUID, str] = {one.id: one.state for one in self.case.decisions}
        states |= {one.id: one.state for one in self.case.entitlements}
        return states.get(self.id, self.case.state)

    @property
    def over(self) -> bool:
        """Whether nothing is done in the case any more."""
        return self.case.state in {state.value for state in OVER}

    @property
    def links(self) -> list[ActionLink]:
        """What this worker may do with it now, as the API says."""
        links = {one.id: one.actions for one in self.case.decisions}
        links |= {one.id: one.actions for one in self.case.entitlements}
        return (links | {self.case.case_id: self.case.actions}).get(self.id, [])


Send = Callable[[Commands, UUID, Any, Context, Site], Awaitable[Receipt]]
Start = Callable[[Subject, str], Mapping[str, Any]]
Choices = Callable[[Subject, Speech], Options]
LeftOut = Callable[[Subject, str], Collection[str]]
Load = Callable[[Reading, UUID], Awaitable[Any]]
Preview = Callable[[Commands, UUID, Any, Context], Awaitable[Letter | None]]


def _nothing(_subject: Subject, _first: str) -> dict[str, Any]:
    return {}


def _no_choices(_subject: Subject, _speech: Speech) -> Options:
    return {}


def _all_fields(_subject: Subject, _first: str) -> Collection[str]:
    return ()


def _always(_subject: Subject) -> bool:
    return True


@dataclass(frozen=True)
class Offer:
    """An act that this worker may do now: its title, its address, where the case page shows it."""

    title: str
    href: str
    section: str


@dataclass(frozen=True)
class Act:
    """`first` names the field that is asked on a page of its own; the rest depends on it."""

    action: Action | None
    command: Any
    done: str
    about: str = ""
    model: type[BaseModel] | None = None
    title: str = ""
    send: Send | None = None
    start: Start = _nothing
    choices: Choices = _no_choices
    hints: Mapping[str, str] = field(default_factory=dict)
    folded: Collection[str] = ()
    radios: Collection[str] = ()
    hidden: Collection[str] = ()
    """What the form starts with and brings back as it was."""
    left_out: LeftOut = _all_fields
    needed: LeftOut = _all_fields
    """What the rules ask for, although the input could do without."""
    first: str = ""
    models: Mapping[str, type[BaseModel]] = field(default_factory=dict)
    """By the value of `first`, where it decides which input is asked for."""
    offered: Callable[[Subject], bool] = _always
    load: Load | None = None
    preview: Preview | None = None
    """The letter that would come of it, before anything is kept."""
    section: str = ""
    """Of the case page: assessment, evidence, means, decision, term; else it stands at its end."""
    template: str = "act.html"

    @property
    def name(self) -> str:
        """Of the command: what the case page is told was done."""
        return str(self.command.__name__)

    @property
    def titled(self) -> str:
        return self.title or (ACTION_PL[self.action] if self.action else "")

    @property
    def roles(self) -> tuple[str, ...]:
        return roles_of(self.command)

    def is_offered(self, subject: Subject) -> bool:
        """Whether this worker may do it now; the guard of the command asks the same table."""
        if self.action is not None and self.action not in {one.action for one in subject.links}:
            return False
        return subject.worker.role in self.roles and self.offered(subject)

    def model_for(self, first: str) -> type[BaseModel] | None:
        return self.models.get(first, self.model)

    def drawing(self, subject: Subject, speech: Speech, first: str, one_more: str) -> Drawing:
        return Drawing(
            speech,
            self.choices(subject, speech),
            self.folded,
            one_more,
            hints=self.hints,
            radios=self.radios,
            hidden=(self.first, *self.hidden),
            left_out=self.left_out(subject, first),
            needed=self.needed(subject, first),
        )

    async def do(
        self, commands: Commands, subject: Subject, wanted: BaseModel | None, ctx: Context
    ) -> Receipt:
        """Raises what the command refuses."""
        if self.send is not None:
            return await self.send(commands, subject.id, wanted, ctx, subject.site)
        sent = () if wanted is None else (wanted,)
        receipt: Receipt = await self.command(commands, subject.id, *sent, ctx=ctx)
        return receipt


# --- what choices are called ---------------------------------------------------


def labels(vocabulary: str, speech: Speech) -> list[tuple[str, str]]:
    """The codes of a vocabulary of the contracts, as the contracts call them."""
    place = 0 if speech.language == "pl" else 1
    return [(code, named[place]) for code, named in LABELS[vocabulary].items()]


def called(titles: Mapping[Any, str], speech: Speech) -> list[tuple[str, str]]:
    """Our own codes; `titles` are Polish."""
    return [(str(code), speech.text(title)) for code, title in titles.items()]


def of(**fields: str | Mapping[Any, str]) -> Choices:
    """Choices that are always the same: a vocabulary of the contracts, or titles of our own."""
    return lambda _subject, speech: {
        name: labels(codes, speech) if isinstance(codes, str) else called(codes, speech)
        for name, codes in fields.items()
    }
