"""What is refused about who leads a case and how long an act took, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass

from chassis.refusal import Refusal


@dataclass
class SameWorkerForBoth(Refusal):
    worker: str
    STATUS = 403
    PL = (
        "Ta osoba jest pracownikiem socjalnym tej rodziny, więc nie może prowadzić jej "
        "postępowania. Przekaż sprawę innemu pracownikowi ds. świadczeń."
    )
    EN = (
        "The worker {worker} is the social worker of this household and so may not lead its "
        "proceeding. Pass the case to another benefits worker."
    )


@dataclass
class NobodyLikeThat(Refusal):
    """The head can name only who works here in the role that leads."""

    worker_id: str
    STATUS = 422
    FIELD = "worker_id"
    PL = "Ta osoba nie prowadzi spraw w tym zespole. Wybierz osobę z zespołu."
    EN = "Nobody leads cases by the name {worker_id} in this team. Choose somebody of the team."


@dataclass
class CareTeamOnly(Refusal):
    benefit: str
    STATUS = 403
    CODES = (("benefit", "Benefit"),)
    PL = (
        "Zespół ds. usług i DPS prowadzi tylko sprawy usług; ta sprawa dotyczy czego innego "
        "({benefit}). Przekaż ją zespołowi ds. świadczeń."
    )
    EN = (
        "The care-services team leads cases about services only; this one is about {benefit}. "
        "Pass it to the benefits team."
    )


@dataclass
class SamePersonTwice(Refusal):
    worker_id: str
    STATUS = 422
    FIELD = "worker_id"
    PL = "Ta osoba już prowadzi te sprawy. Wybierz inną osobę z zespołu."
    EN = "{worker_id} leads these cases already. Choose somebody else of the team."


@dataclass
class LedByAnother(Refusal):
    worker_id: str
    PL = "Tę sprawę prowadzi już ktoś inny. Odśwież listę i sprawdź, kto ją prowadzi."
    EN = "{worker_id} does not lead this case any more. Reload the list and see who does."


@dataclass
class NobodyMayLead(Refusal):
    PL = (
        "Nikt z zespołu nie może poprowadzić tej sprawy: pozostali są pracownikami socjalnymi tej "
        "rodziny albo nie prowadzą takich świadczeń. Poproś dyrektora o osobę spoza zespołu."
    )
    EN = (
        "Nobody in the team may lead this case: the others are the household's social workers or "
        "do not lead such benefits. Ask the director for somebody from outside the team."
    )


@dataclass
class NoNormForThis(Refusal):
    kind: str
    CODES = (("kind", "DecisionKind"),)
    PL = (
        "Czas zapisuje się przy odmowie, a ta decyzja to {kind}. "
        "Czas wywiadu zapisuje się razem z wywiadem."
    )
    EN = (
        "Minutes are recorded for a refusal, and this decision is {kind}. "
        "Those of an interview are recorded with the interview."
    )


@dataclass
class MinutesRecorded(Refusal):
    minutes: int
    PL = "Czas tej czynności jest już zapisany: {minutes} min. Zapisuje się go raz."
    EN = "The time of this act is recorded already: {minutes} min. It is recorded once."
