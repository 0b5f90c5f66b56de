"""What the first-contact desk does: one method a command."""

from services.intake.commands.appointments import Appointments
from services.intake.commands.catalogue import Catalogue
from services.intake.commands.contacts import Contacts
from services.intake.commands.importing import Importing

__all__ = ["Commands"]


class Commands(Appointments, Contacts, Catalogue, Importing):
    """Persons, households, the contacts with them, appointments, and the catalogue of help."""
