"""The steps of a contact that have a page: what is asked, and which command it becomes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from osnowa_contracts.roles import Role
from pydantic import BaseModel, Field

from chassis.context import WARSAW, Context, Worker
from chassis.event_log import Receipt
from chassis.inputs import ClockTime, PlausibleDay
from chassis.web import Site
from services.intake.applicant import came_themselves
from services.intake.appointment import USUAL_MINUTES
from services.intake.commands import Commands
from services.intake.commands.contact_inputs import (
    DocumentsShown,
    Information,
    Minutes,
    NewApplication,
    NewAppointment,
    PersonOfContact,
    Residence,
    Talk,
    Transfer,
    TriageCorrection,
    WorkerId,
)
from services.intake.contact import Contact
from services.intake.contact_steps import Action
from services.intake.values import Target

Send = Callable[[Commands, UUID, Any, Context, Site], Awaitable[Receipt]]
Start = Callable[[Contact], dict[str, list[str]]]
MEET_CLIENTS = {
    Role.BENEFITS_WORKER,
    Role.CARE_WORKER,
    Role.SOCIAL_WORKER,
    Role.SPECIALIST,
    Role.SERVICE_COORDINATOR,
}


class AppointmentForm(BaseModel):
    """Day and hour in fields of their own, as people say them."""

    unit: Target = Field(title="Z kim")
    on: PlausibleDay = Field(title="Dzień")
    at: ClockTime = Field(title="Godzina")
    worker: WorkerId | None = Field(default=None, title="Pracownik")
    joint_with: list[Target] = Field(default=[], title="Wspólnie z")
    place: str = Field(default="", max_length=200, title="Miejsce")
    minutes: Minutes = Field(default=USUAL_MINUTES, title="Ile minut potrwa")

    @property
    def booking(self) -> NewAppointment:
        return NewAppointment(
            unit=self.unit,
            at=datetime.combine(self.on, self.at, WARSAW),
            worker=self.worker,
            joint_with=self.joint_with,
            place=self.place,
            minutes=self.minutes,
        )


def whom_clients_meet(site: Site) -> list[Worker]:
    """Those at the units to which the desk directs, in the order of the units file."""
    directory = site.directory
    met = {w.id: w for unit in Target for w in directory.workers_at(unit) if w.role in MEET_CLIENTS}
    return list(met.values())


def _empty(_contact: Contact) -> dict[str, list[str]]:
    return {}


@dataclass(frozen=True)
class Step:
    """`title` is the heading and the link, `button` sends it, `template` shows the fields."""

    title: str
    button: str
    template: str
    action: Action
    model: type[BaseModel]
    command: Any
    send: Send
    start: Start = _empty


def _talk_so_far(contact: Contact) -> dict[str, list[str]]:
    known = {"problem": [contact.problem], "reasons": [one.value for one in contact.reasons]}
    return known | ({"urgent": ["true"]} if contact.urgent else {})


def _directed_so_far(contact: Contact) -> dict[str, list[str]]:
    return {"outcome": [contact.outcome.value]} if contact.outcome else {}


STEPS: dict[str, Step] = {
    "person": Step(
        "Ustal, o kogo chodzi",
        "Zapisz osobę",
        "steps/person.html",
        Action.ESTABLISH_PERSON,
        PersonOfContact,
        Commands.establish_person,
        lambda commands, id, sent, ctx, _: commands.establish_person(id, sent, ctx=ctx),
    ),
    "talk": Step(
        "Uzupełnij rozmowę",
        "Zapisz rozmowę",
        "steps/talk.html",
        Action.COMPLETE_TALK,
        Talk,
        Commands.complete_talk,
        lambda commands, id, sent, ctx, _: commands.complete_talk(id, sent, ctx=ctx),
        _talk_so_far,
    ),
    "information": Step(
        "Zapisz udzielone informacje",
        "Zapisz informacje",
        "steps/information.html",
        Action.PROVIDE_INFORMATION,
        Information,
        Commands.provide_information,
        lambda commands, id, sent, ctx, _: commands.provide_information(id, sent, ctx=ctx),
    ),
    "correction": Step(
        "Sprostuj, dokąd trafi klient",
        "Sprostuj",
        "steps/correction.html",
        Action.CORRECT_TRIAGE,
        TriageCorrection,
        Commands.correct_triage,
        lambda commands, id, sent, ctx, _: commands.correct_triage(id, sent, ctx=ctx),
        _directed_so_far,
    ),
    "jurisdiction": Step(
        "Ustal właściwość miejscową",
        "Ustal właściwość",
        "steps/jurisdiction.html",
        Action.CHECK_JURISDICTION,
        Residence,
        Commands.check_jurisdiction,
        lambda commands, id, sent, ctx, site: commands.check_jurisdiction(
            id, sent, our_commune=site.directory.terc, ctx=ctx
        ),
    ),
    "documents": Step(
        "Sprawdź dokumenty",
        "Zapisz dokumenty",
        "steps/documents.html",
        Action.CHECK_DOCUMENTS,
        DocumentsShown,
        Commands.check_documents,
        lambda commands, id, sent, ctx, _: commands.check_documents(id, sent, ctx=ctx),
    ),
    "application": Step(
        "Zarejestruj wniosek",
        "Zapisz wniosek",
        "steps/application.html",
        Action.REGISTER_APPLICATION,
        NewApplication,
        Commands.register_application,
        lambda commands, id, sent, ctx, _: commands.register_application(id, sent, ctx=ctx),
        lambda contact: {"applicant": ["SELF"]} if came_themselves(contact.reported_by) else {},
    ),
    "appointment": Step(
        "Umów spotkanie",
        "Zapisz spotkanie",
        "steps/appointment.html",
        Action.BOOK_APPOINTMENT,
        AppointmentForm,
        Commands.book_appointment,
        lambda commands, id, sent, ctx, _: commands.book_appointment(id, sent.booking, ctx=ctx),
    ),
    "transfer": Step(
        "Przekaż właściwemu organowi",
        "Przekaż",
        "steps/transfer.html",
        Action.TRANSFER,
        Transfer,
        Commands.transfer_case,
        lambda commands, id, sent, ctx, _: commands.transfer_case(id, sent, ctx=ctx),
    ),
}
"""In the order in which the desk takes them; the name stands in the address."""
