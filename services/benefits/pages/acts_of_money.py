"""What is done with money that comes to the office: fees of a service and undue benefits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from chassis.database import Reading
from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits import words
from services.benefits.api.realised import RepaymentOut, repayment_out
from services.benefits.commands import Commands
from services.benefits.commands.realisation_inputs import (
    FeeMonth,
    FeePaid,
    FeeShares,
    MoneyBack,
    MoneyGivenBack,
    PlaceAwaited,
    RepaymentPlan,
    StayDay,
    Waiver,
)
from services.benefits.pages.act_forms import Act, Subject, called, of
from services.benefits.pages.case_forms import these_days
from services.benefits.pages.home_forms import named, obliged_in
from services.benefits.queries import realisation as queries
from services.benefits.realisation.values import Payer
from services.benefits.realised_words import PAYER_PL
from services.benefits.values import CARE, Benefit, DecisionKind


async def repayment_of(reading: Reading, repayment_id: UUID) -> RepaymentOut | None:
    row = await queries.repayment(reading, repayment_id)
    return repayment_out(row) if row else None


def _in_a_home(subject: Subject) -> bool:
    return subject.case.benefit is Benefit.RESIDENTIAL_HOME and not subject.over


def _on_the_way(subject: Subject) -> bool:
    """Once a decision about the home was issued: nobody waits or moves in before."""
    return _in_a_home(subject) and any(one.number for one in subject.case.decisions)


def _before_the_stay(subject: Subject) -> bool:
    return _on_the_way(subject) and subject.case.in_home_since is None


def _living_there(subject: Subject) -> bool:
    return _on_the_way(subject) and subject.case.in_home_since is not None


def _with_a_fee(subject: Subject) -> bool:
    return subject.case.benefit in CARE and not subject.over


def _shares(subject: Subject, speech: Speech) -> Options:
    issued = [d for d in subject.case.decisions if d.kind is DecisionKind.FEE and d.number]
    return {
        "relatives": [
            (str(one.obliged_id), f"{one.name}, {speech.money(one.agreements[-1].amount)}")
            for one in subject.beside or ()
            if one.agreements
        ],
        "decision_id": [(str(one.id), one.number) for one in issued],
    }


def _fee_decided(subject: Subject) -> bool:
    return _in_a_home(subject) and any(
        one.kind is DecisionKind.FEE and one.number for one in subject.case.decisions
    )


def _paid(subject: Subject, speech: Speech) -> Options:
    payers = called(PAYER_PL, speech) if _in_a_home(subject) else called(PAYER_PL, speech)[:1]
    return {"payer": payers, "obliged_id": named(subject.beside)}


def _no_relative(subject: Subject, _first: str) -> set[str]:
    return set() if subject.beside else {"obliged_id"}


def _month_before(subject: Subject, _first: str) -> Mapping[str, Any]:
    before = subject.today.replace(day=1) - timedelta(days=1)
    return {"month": f"{before:%Y-%m}"}


def _fee_paid(subject: Subject, first: str) -> Mapping[str, Any]:
    """For care at home nobody but the client pays."""
    month = _month_before(subject, first)
    return month if _in_a_home(subject) else {**month, "payer": Payer.RESIDENT}


def _rest(subject: Subject, _first: str) -> Mapping[str, Any]:
    """What is due next: the first instalment that is not covered, or all of it."""
    found = subject.beside
    instalment = found.instalments[0].amount if found.instalments else found.rest
    return {"amount": min(instalment, found.rest), "on": subject.today}


def _owed(subject: Subject) -> bool:
    return subject.beside is None or subject.beside.rest > 0


def _to_give_back(subject: Subject) -> bool:
    return subject.beside is None or subject.beside.to_give_back > 0


OF_FEES: dict[str, Act] = {
    "fees/shares": Act(
        None,
        Commands.set_fee_shares,
        "Ustalono, kto płaci za pobyt.",
        "Mieszkaniec płaci z decyzji, rodzina z umów, gmina resztę kosztu (art. 61 ustawy "
        "o pomocy społecznej).",
        FeeShares,
        title="Zmień opłaty według nowych umów",
        choices=_shares,
        hints={"relatives": "Kwota wynika z umowy, więc każda z tych osób musi ją mieć"},
        offered=_fee_decided,
        load=obliged_in,
    ),
    "fees/waiting": Act(
        None,
        Commands.await_place,
        "Zapisano oczekiwanie na miejsce.",
        "W domu nie ma miejsca. Klienta trzeba zawiadomić, kiedy przewidywane jest przyjęcie. "
        "Zawiadomienie powstanie na stronie „Po decyzji i terminy”.",
        PlaceAwaited,
        title="Zapisz oczekiwanie na miejsce",
        start=these_days("informed_on"),
        offered=_before_the_stay,
    ),
    "fees/stay": Act(
        None,
        Commands.start_stay,
        "Zapisano przyjęcie do domu.",
        "Opłaty liczą się od dnia przyjęcia.",
        StayDay,
        title="Zapisz przyjęcie do domu",
        start=these_days("on"),
        offered=_before_the_stay,
    ),
    "fees/stay/end": Act(
        None,
        Commands.end_stay,
        "Zapisano koniec pobytu.",
        "Ostatni dzień w domu. Opłaty liczą się tylko do tego dnia.",
        StayDay,
        title="Zapisz koniec pobytu w domu",
        start=these_days("on"),
        offered=_living_there,
    ),
    "fees/charges": Act(
        None,
        Commands.charge_month,
        "Naliczono opłatę za miesiąc.",
        "Opłatę za miesiąc, który minął, nalicza też sam zegar. Każdy miesiąc raz.",
        FeeMonth,
        title="Nalicz opłatę za miesiąc",
        start=_month_before,
        offered=_on_the_way,
    ),
    "fees/payments": Act(
        None,
        Commands.receive_fee,
        "Zapisano wpłatę.",
        "",
        FeePaid,
        title="Zapisz wpłatę odpłatności",
        start=_fee_paid,
        choices=_paid,
        radios={"payer"},
        left_out=_no_relative,
        hints={"obliged_id": "Tylko gdy płaci członek rodziny"},
        offered=_with_a_fee,
        load=obliged_in,
    ),
}
"""By path, in the order of a stay."""

OF_REPAYMENT: dict[str, Act] = {
    "plan": Act(
        None,
        Commands.set_repayment_plan,
        "Rozłożono zwrot na raty.",
        "Reszta dzieli się na równe raty, po jednej na miesiąc. Późniejszy pierwszy termin to "
        "odroczenie (art. 104 ust. 4 ustawy o pomocy społecznej).",
        RepaymentPlan,
        title="Rozłóż zwrot na raty",
        offered=_owed,
        load=repayment_of,
        template="act_repayment.html",
    ),
    "receipts": Act(
        None,
        Commands.receive_repayment,
        "Zapisano wpłatę.",
        "",
        MoneyBack,
        title="Zapisz wpłatę zwrotu",
        start=_rest,
        choices=of(method=words.METHOD_PL),
        radios={"method"},
        offered=_owed,
        load=repayment_of,
        template="act_repayment.html",
    ),
    "refund": Act(
        None,
        Commands.refund_repayment,
        "Oddano klientowi wpłatę.",
        "Decyzja, na podstawie której klient wpłacał, już nie obowiązuje albo żąda mniej. Oddaje "
        "się całą kwotę do oddania, raz.",
        MoneyGivenBack,
        title="Oddaj klientowi wpłatę",
        start=these_days("on"),
        choices=of(method=words.METHOD_PL),
        radios={"method"},
        offered=_to_give_back,
        load=repayment_of,
        template="act_repayment.html",
    ),
    "waiver": Act(
        None,
        Commands.waive_repayment,
        "Odstąpiono od żądania zwrotu.",
        "Odstąpić można, gdy zwrot byłby nadmiernym obciążeniem albo niweczyłby skutki pomocy "
        "(art. 104 ust. 4 ustawy o pomocy społecznej).",
        Waiver,
        title="Odstąp od żądania zwrotu",
        choices=of(reason="WaiverReason"),
        radios={"reason"},
        hints={"amount": "Puste pole oznacza całą resztę"},
        offered=_owed,
        load=repayment_of,
        template="act_repayment.html",
    ),
}
"""By path."""
