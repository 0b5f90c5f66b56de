"""What benefits does: one method a command."""

from services.benefits.commands.beginning import Beginning
from services.benefits.commands.calculating import Calculating
from services.benefits.commands.charging import Charging
from services.benefits.commands.cooperation import Cooperation
from services.benefits.commands.directing import Directing
from services.benefits.commands.following import Following
from services.benefits.commands.homes import Homes
from services.benefits.commands.importing import Importing
from services.benefits.commands.late_appeals import LateAppeals
from services.benefits.commands.obliging import Obliging
from services.benefits.commands.parameters import Parameters
from services.benefits.commands.paying import Paying
from services.benefits.commands.practices import Practices
from services.benefits.commands.proceeding import Proceeding
from services.benefits.commands.realisation import Realising
from services.benefits.commands.referring import Referring
from services.benefits.commands.reopening import Reopenings
from services.benefits.commands.repaying import Repaying
from services.benefits.commands.requesting import Requesting
from services.benefits.commands.team import TeamWork
from services.benefits.commands.terms import KeepingTime
from services.benefits.commands.watching import Watching

__all__ = ["Commands"]


class Deciding(LateAppeals, Reopenings, Parameters, Practices):
    """From the draft to finality, and back where the law lets it."""


class Realisation(Realising, Paying, Watching, Repaying, Obliging, Charging, Requesting):
    """What follows a decision."""


class Commands(
    Directing,
    Beginning,
    Proceeding,
    Referring,
    Calculating,
    Homes,
    Cooperation,
    Deciding,
    Realisation,
    Following,
    KeepingTime,
    TeamWork,
    Importing,
):
    """The whole way of a case: proceeding, decision, realisation, and what others' facts do."""
