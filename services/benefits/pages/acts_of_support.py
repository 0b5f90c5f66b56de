"""What is done about obliged persons, and about requests out of a social contract."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from chassis.database import Reading
from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits import words
from services.benefits.api.realised import ObligedOut, RequestOut, named, obliged_of_row
from services.benefits.commands import Commands
from services.benefits.commands.realisation_inputs import (
    AgreementMade,
    ObligedPersonSeen,
    RequestAnswer,
    SituationSeen,
    SupportPaid,
)
from services.benefits.commands.requesting import RESULTS
from services.benefits.pages.act_forms import Act, Subject, of
from services.benefits.queries import owed


async def obliged(reading: Reading, obliged_id: UUID) -> ObligedOut | None:
    row = await owed.obliged_person(reading, obliged_id)
    return obliged_of_row(row) if row else None


async def request(reading: Reading, request_id: UUID) -> RequestOut | None:
    row = await owed.contract_request(reading, request_id)
    return RequestOut(**named(row)) if row else None


def _agreed(subject: Subject) -> bool:
    return subject.beside is None or bool(subject.beside.agreements)


def _unanswered(subject: Subject) -> bool:
    return subject.beside is None or subject.beside.answered_on is None


def _answers(subject: Subject, speech: Speech) -> Options:
    """Decisions of the case that were issued and say yes or no."""
    found = [d for d in subject.case.decisions if d.issued_on and d.kind in RESULTS]
    texts = {d.id: f"{d.number}, {speech.text(words.KIND_PL[d.kind])}" for d in found}
    return {"decision_id": [(str(id_), text) for id_, text in texts.items()]}


def _situation(subject: Subject, _first: str) -> dict[str, Any]:
    known = subject.beside.situation
    return {"income": known.income, "household_size": known.household_size}


SIZE = {"income": "W złotych, wszystkich osób w gospodarstwie razem"}

OF_CASE: dict[str, Act] = {
    "obliged-persons": Act(
        None,
        Commands.register_obliged_person,
        "Zapisano osobę zobowiązaną.",
        "Pomoc rodziny idzie przed pomocą ośrodka (art. 2 i 103 ustawy o pomocy społecznej). Dane "
        "tej osoby zostają w aktach świadczenia.",
        ObligedPersonSeen,
        title="Zapisz osobę zobowiązaną do pomocy",
        choices=of(relation="Obligation"),
        radios={"relation"},
        hints=SIZE,
        offered=lambda subject: not subject.over,
    ),
}
"""What is done in a case; the path of the API."""

OF_OBLIGED: dict[str, Act] = {
    "situation": Act(
        None,
        Commands.establish_situation,
        "Zapisano sytuację osoby zobowiązanej.",
        "",
        SituationSeen,
        title="Ustal sytuację osoby zobowiązanej",
        start=_situation,
        hints=SIZE,
        load=obliged,
        template="act_obliged.html",
    ),
    "agreements": Act(
        None,
        Commands.conclude_support_agreement,
        "Zapisano umowę o pomocy.",
        "Umowę zawiera kierownik ośrodka. Od pierwszego dnia zastępuje wcześniejszą (art. 103 "
        "ustawy o pomocy społecznej).",
        AgreementMade,
        title="Zapisz umowę o pomocy",
        choices=of(form="SupportForm"),
        radios={"form"},
        load=obliged,
        template="act_obliged.html",
    ),
    "payments": Act(
        None,
        Commands.receive_support,
        "Zapisano otrzymaną pomoc.",
        "Opłatę za dom pomocy społecznej zapisz przy odpłatności w sprawie.",
        SupportPaid,
        title="Zapisz otrzymaną pomoc",
        start=lambda subject, _first: {"month": f"{subject.today:%Y-%m}"},
        offered=_agreed,
        load=obliged,
        template="act_obliged.html",
    ),
    "claims": Act(
        None,
        Commands.prepare_maintenance_claim,
        "Przygotowano pozew o alimenty.",
        "Pozew obejmie miesiące, za które pomoc nie przyszła i których nie obejmuje wcześniejszy "
        "pozew (art. 110 ust. 5 ustawy o pomocy społecznej).",
        title="Przygotuj pozew o alimenty",
        offered=_agreed,
        load=obliged,
        template="act_obliged.html",
    ),
}
"""By path, in the order in which a duty is pursued."""

OF_REQUEST: dict[str, Act] = {
    "answer": Act(
        None,
        Commands.answer_contract_request,
        "Odpowiedziano na wniosek z kontraktu.",
        "Odpowiedzią jest wydana decyzja o tej samej osobie. Pracownik socjalny zobaczy jej wynik, "
        "nie uzasadnienie (art. 39a ustawy o pomocy społecznej).",
        RequestAnswer,
        title="Odpowiedz na wniosek z kontraktu",
        choices=_answers,
        offered=_unanswered,
        load=request,
        template="act_request.html",
    ),
}
