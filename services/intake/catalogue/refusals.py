"""What the catalogue of help does not allow its editors, and what to do instead."""

from dataclasses import dataclass

from chassis.refusal import Refusal


@dataclass
class TitleMissing(Refusal):
    STATUS = 422
    FIELD = "title"
    PL = "Podaj nazwę usługi."
    EN = "Give the name of the service."


@dataclass
class GroupOrProblemMissing(Refusal):
    STATUS = 422
    FIELD = "groups"
    PL = "Zaznacz grupę albo problem, dla których jest ta pomoc."
    EN = "Mark the target group or the problem that this help is for."


@dataclass
class PlaceMissing(Refusal):
    STATUS = 422
    FIELD = "place_name"
    PL = "Podaj co najmniej jedno miejsce, w którym można dostać tę pomoc."
    EN = "Give at least one place where this help is to be had."


@dataclass
class NothingToPublish(Refusal):
    PL = "Nie ma propozycji do opublikowania. Najpierw zaproponuj zmianę wpisu."
    EN = "There is no proposal to publish. First propose a change of the entry."


@dataclass
class OwnProposal(Refusal):
    PL = "Własną propozycję publikuje inna osoba. Poproś drugiego redaktora."
    EN = "Somebody else publishes what you proposed. Ask another editor."


@dataclass
class PeriodInverted(Refusal):
    STATUS = 422
    FIELD = "valid_to"
    PL = "Koniec okresu jest wcześniejszy niż początek. Popraw jedną z dat."
    EN = "The period ends before it begins. Correct one of the dates."


@dataclass
class ValidInPast(Refusal):
    STATUS = 422
    FIELD = "valid_from"
    PL = "Wpis może obowiązywać albo przestać obowiązywać najwcześniej od dziś. Popraw datę."
    EN = "An entry begins or ceases to hold today at the earliest. Correct the date."


@dataclass
class NothingPublished(Refusal):
    PL = "Tego wpisu nie opublikowano, więc nie ma czego wycofać. Popraw propozycję."
    EN = "This entry was not published, so there is nothing to withdraw. Revise the proposal."


@dataclass
class WithdrawalReasonMissing(Refusal):
    STATUS = 422
    FIELD = "reason"
    PL = "Napisz, dlaczego wycofujesz wpis."
    EN = "Say why the entry is withdrawn."


@dataclass
class EntryWithdrawn(Refusal):
    PL = "Ten wpis wycofano. Zaproponuj nowy."
    EN = "This entry was withdrawn. Propose a new one."


@dataclass
class SituationEmpty(Refusal):
    STATUS = 422
    FIELD = "groups"
    PL = "Zaznacz co najmniej jedną grupę albo jeden problem."
    EN = "Mark at least one target group or one problem."
