"""First contact: the table of contents."""

from pathlib import Path

from osnowa_contracts.fact import Publisher

from chassis.context import roles_of
from chassis.service import Service
from chassis.web import Link
from services.intake import api, disclosures, pages, projections, queries
from services.intake.appointment import Appointment
from services.intake.catalogue.entry import Entry
from services.intake.checklist import Checklist
from services.intake.commands import Commands, clockwork
from services.intake.contact import Contact
from services.intake.desk_english import DESK_ENGLISH
from services.intake.household import Household
from services.intake.person import Person
from services.intake.person_words import PERSON_ENGLISH
from services.intake.queries import contacts, who_sees
from services.intake.words import ENGLISH

service = Service(
    kind=Publisher.INTAKE,
    schema=Path(__file__).with_name("schema.sql"),
    aggregates=[Appointment, Checklist, Contact, Entry, Household, Person],
    commands=Commands,
    commands_know=lambda settings: {"index_secret": settings.index_secret},
    disclose=disclosures.disclose,
    involve=disclosures.involve,
    project_event=projections.project_event,
    project_fact=projections.project_fact,
    routers=[api.router, pages.router],
    clockwork=clockwork.act,
    clockwork_every=clockwork.EVERY,
    waiting=contacts.waiting,
    client=queries.client,
    find=queries.find,
    may_see=who_sees.may_see,
    navigation=(
        Link("Pierwszy kontakt", "/first-contact", roles=roles_of(Commands.triage_contact)),
        Link("Osoby", "/persons"),
        Link("Telefon", "/first-contact/call", roles=roles_of(Commands.register_contact)),
        Link("Sygnał", "/first-contact/signal", roles=roles_of(Commands.receive_signal)),
        Link("Spotkania", "/appointments"),
        Link("Katalog", "/catalogue"),
    ),
    templates=Path(__file__).with_name("templates"),
    english=ENGLISH | PERSON_ENGLISH | DESK_ENGLISH,
)

if __name__ == "__main__":
    service.run()
