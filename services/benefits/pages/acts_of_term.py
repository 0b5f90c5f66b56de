"""What is done about the term of a case: halts, extensions with notice, urging complaints."""

from __future__ import annotations

from services.benefits.commands import Commands
from services.benefits.commands.inputs import OnDay
from services.benefits.commands.work_inputs import (
    Extension,
    HaltWanted,
    UrgingAnswer,
    UrgingReceived,
)
from services.benefits.deadlines import DeadlineKind
from services.benefits.lifecycle import CaseState
from services.benefits.pages.act_forms import Act, Subject, of
from services.benefits.pages.case_forms import these_days
from services.benefits.realised_words import BY_WORKER_PL, URGING_PL


def _runs(subject: Subject) -> bool:
    """A decision is due, and its term does not stand still."""
    return DeadlineKind.DECISION in {one.kind for one in subject.case.deadlines}


def _stands_still(subject: Subject) -> bool:
    """For a reason that a worker gave; what a call halted, its completion resumes."""
    term = subject.case.term
    return term.halted_because in BY_WORKER_PL and not _decided(subject)


def _awaited(subject: Subject) -> bool:
    awaited = _runs(subject) or subject.case.term.stands_still_since is not None
    return awaited and subject.case.term.urging is None and not _decided(subject)


def _decided(subject: Subject) -> bool:
    return subject.over or subject.case.state == CaseState.DECISION


def _to_forward(subject: Subject) -> bool:
    urging = subject.case.term.urging
    return urging is not None and urging.forwarded_on is None


def _to_answer(subject: Subject) -> bool:
    urging = subject.case.term.urging
    return urging is not None and urging.forwarded_on is not None


OF_TERM: dict[str, Act] = {
    "term/halt": Act(
        None,
        Commands.halt_term,
        "Wstrzymano bieg terminu.",
        "Od tego dnia termin na decyzję nie biegnie (art. 35 § 5 k.p.a.).",
        HaltWanted,
        title="Wstrzymaj bieg terminu",
        start=these_days("since"),
        choices=of(ground=BY_WORKER_PL),
        radios={"ground"},
        offered=_runs,
        section="term",
    ),
    "term/resumption": Act(
        None,
        Commands.resume_term,
        "Wznowiono bieg terminu.",
        "Termin na decyzję biegnie dalej i kończy się później o dni, w które nie biegł.",
        OnDay,
        title="Wznów bieg terminu",
        start=these_days("on"),
        offered=_stands_still,
        section="term",
    ),
    "term/extension": Act(
        None,
        Commands.extend_deadline,
        "Przedłużono termin. Wyślij stronie zawiadomienie.",
        "Strona musi dostać zawiadomienie: dlaczego, do kiedy i że może wnieść ponaglenie "
        "(art. 36 i 37 k.p.a.). Pismo powstanie na stronie „Po decyzji i terminy”.",
        Extension,
        title="Przedłuż termin i zawiadom stronę",
        choices=of(reason="ExtensionReason"),
        hints={
            "due": "Dzień roboczy. W sprawie szczególnie skomplikowanej puste pole oznacza dwa "
            "miesiące od wszczęcia.",
            "text": "Przy innej przyczynie konieczne",
        },
        offered=_runs,
        section="term",
    ),
    "urging": Act(
        None,
        Commands.file_urging,
        "Zapisano ponaglenie.",
        "Ponaglenie trzeba przekazać Kolegium w ciągu siedmiu dni, z aktami i stanowiskiem "
        "(art. 37 § 4 k.p.a.).",
        UrgingReceived,
        title="Zapisz ponaglenie",
        start=these_days("on"),
        choices=of(ground=URGING_PL),
        radios={"ground"},
        offered=_awaited,
        section="term",
    ),
    "urging/forwarding": Act(
        None,
        Commands.forward_urging,
        "Przekazano ponaglenie Kolegium.",
        "Kolegium dostaje ponaglenie z aktami sprawy i stanowiskiem urzędu.",
        OnDay,
        title="Przekaż ponaglenie do SKO",
        start=these_days("on"),
        offered=_to_forward,
        section="term",
    ),
    "urging/answer": Act(
        None,
        Commands.answer_urging,
        "Zapisano odpowiedź na ponaglenie.",
        "Kolegium stwierdza, czy była bezczynność albo przewlekłość, i może wyznaczyć termin "
        "(art. 37 § 6 k.p.a.).",
        UrgingAnswer,
        title="Zapisz odpowiedź na ponaglenie",
        radios={"founded"},
        offered=_to_answer,
        section="term",
    ),
}
"""By path, in the order in which they come."""
