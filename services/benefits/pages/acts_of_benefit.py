"""What is done with a benefit while it is paid or given: payments, review, monitoring, its end.

One row an act, by the path of `api.links.OF_ENTITLEMENT`; `act_forms` says what a row holds, and
`drafts.act` is the row of every draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits.api.entitlement_views import PaymentOut
from services.benefits.api.links import OF_ENTITLEMENT as PATHS
from services.benefits.commands import Commands
from services.benefits.commands.inputs import Handing, Payout, ReviewWanted, WorkFound
from services.benefits.commands.means_inputs import IncomeChanged
from services.benefits.commands.realisation_inputs import (
    ChangeHeard,
    ContributionsPaid,
    PaymentCancellation,
    UndueDraft,
    UtilisationSeen,
)
from services.benefits.lifecycle import Action
from services.benefits.pages import drafts
from services.benefits.pages.act_forms import Act, Subject, labels, of
from services.benefits.pages.case_forms import LAW_OF, by_law_of, these_days
from services.benefits.payments import PaymentState
from services.benefits.values import Benefit

A = Action


def _planned(subject: Subject, speech: Speech) -> Options:
    """The months whose payment was not made yet."""
    waiting = _waiting(subject)
    texts = {p.month: _of_month(p.month, p.amount, speech) for p in waiting}
    return {"month": list(texts.items())}


def _waiting(subject: Subject) -> list[PaymentOut]:
    return [p for p in subject.entitlement.payments if p.state == PaymentState.PLANNED]


def _to_cancel(subject: Subject, speech: Speech) -> Options:
    """One by one: a month may have several."""
    return {
        "payment_id": [
            (str(p.payment_id), _of_month(p.month, p.amount, speech)) for p in _waiting(subject)
        ],
        "reason": labels("CancelReason", speech),
    }


def _of_month(month: str, amount: Any, speech: Speech) -> str:
    return f"{speech.month(month)}, {speech.money(amount)}"


def _first_planned(subject: Subject, _first: str) -> Mapping[str, Any]:
    waiting = [p.month for p in _waiting(subject)]
    return {"month": min(waiting)} if waiting else {}


def _contributions(subject: Subject, _first: str) -> Mapping[str, Any]:
    """As a rule the base is what the benefit is worth a month."""
    amount = subject.entitlement.versions[-1].amount
    return {"month": f"{subject.today:%Y-%m}", "base": amount or ""}


def _month_of_change(subject: Subject, first: str) -> Mapping[str, Any]:
    """As a rule that of the income established last."""
    income = subject.case.income
    return by_law_of(subject, first) | ({"changed_in": income.month} if income else {})


OF_BENEFIT: dict[str, Act] = {
    PATHS[A.EXECUTE_PAYMENT]: Act(
        A.EXECUTE_PAYMENT,
        Commands.execute_payment,
        "Zapisano wypłatę.",
        "Pieniądze wyszły dzisiaj. Wypłaty całego dnia najwygodniej wykonać z listy wypłat.",
        Payout,
        title="Zapisz pojedynczą wypłatę",
        start=_first_planned,
        choices=_planned,
    ),
    PATHS[A.CANCEL_PAYMENT]: Act(
        A.CANCEL_PAYMENT,
        Commands.cancel_payment,
        "Wycofano wypłatę.",
        "Wycofanej wypłaty nie wykona ani lista, ani pracownik. Decyzja o świadczeniu się nie "
        "zmienia: jeśli ma być inaczej, trzeba ją zmienić. Wycofaną przez pomyłkę można "
        "zaplanować ponownie z listy wypłat.",
        PaymentCancellation,
        choices=_to_cancel,
        radios={"reason"},
        hints={"text": "Zostaje w aktach świadczenia"},
        first="payment_id",
    ),
    PATHS[A.RECORD_DELIVERY]: Act(
        A.RECORD_DELIVERY,
        Commands.record_delivery,
        "Zapisano wydanie.",
        "Zapis zastępuje wypłatę. Rzecz wydaje się raz, posiłki i schronienie zapisuje się raz "
        "na miesiąc.",
        Handing,
        start=lambda subject, _first: {"on": subject.today, "quantity": 1},
    ),
    PATHS[A.CALCULATE_CONTINUATION]: Act(
        A.CALCULATE_CONTINUATION,
        Commands.calculate_continuation,
        "Ustalono, do kiedy trwa wypłata. Przygotuj decyzję.",
        "Gdy trwa kontrakt socjalny, zasiłek przysługuje mimo pracy jeszcze najwyżej dwa miesiące "
        "(art. 39a ust. 2 ustawy o pomocy społecznej).",
        WorkFound,
    ),
    PATHS[A.CALCULATE_INCOME_CHANGE]: Act(
        A.CALCULATE_INCOME_CHANGE,
        Commands.calculate_income_change,
        "Policzono zmianę dochodu. Wynik jest przy świadczeniu.",
        "Najpierw ustal w sprawie dochód po zmianie. Zmiana, która nie przekracza 10% kryterium, "
        "nie wpływa na kwotę; przy większej program wskaże, od którego miesiąca działa. Kroki "
        "wejdą do uzasadnienia decyzji (art. 106 ust. 3b ustawy o pomocy społecznej).",
        IncomeChanged,
        start=_month_of_change,
        folded=LAW_OF,
        hints={
            **LAW_OF,
            "income_before": "Puste pole oznacza dochód, z którego ostatnio wyliczono świadczenie "
            "w tej sprawie",
        },
    ),
    PATHS[A.OPEN_REVIEW]: Act(
        A.OPEN_REVIEW,
        Commands.open_review,
        "Otwarto przegląd.",
        "Przegląd niczego nie wstrzymuje: wypłaty idą dalej, dopóki nie zmieni ich decyzja "
        "(art. 106 ust. 5 ustawy o pomocy społecznej).",
        ReviewWanted,
        choices=of(trigger="ReviewTrigger"),
        radios={"trigger"},
    ),
    PATHS[A.TAKE_UP_REVIEW]: Act(
        A.TAKE_UP_REVIEW,
        Commands.take_up_review,
        "Podjęto przegląd. Zawiadom stronę.",
        "Poprowadzisz przegląd. Stronę trzeba zawiadomić (art. 61 § 4 k.p.a.).",
        offered=lambda subject: not (subject.entitlement.review or {}).get("taken_up_by"),
    ),
    PATHS[A.DRAFT_REVIEW_DECISION]: drafts.act(
        A.DRAFT_REVIEW_DECISION,
        Commands.draft_review_decision,
        "Przygotowano projekt decyzji z przeglądu.",
    ),
    PATHS[A.CHECK_UTILISATION]: Act(
        A.CHECK_UTILISATION,
        Commands.check_utilisation,
        "Zapisano kontrolę wykorzystania.",
        "Wynik odpowiada na pytanie 8 oceny. Marnotrawienie otworzy przegląd, niczego nie wstrzyma "
        "(art. 11 ust. 1 ustawy o pomocy społecznej).",
        UtilisationSeen,
        start=these_days("on"),
        choices=of(method="UtilisationMethod", result="UtilisationResult"),
        radios={"method", "result"},
        hints={"text": "Zostaje w aktach świadczenia"},
    ),
    PATHS[A.REPORT_CHANGE]: Act(
        A.REPORT_CHANGE,
        Commands.report_change,
        "Zapisano zmianę sytuacji. Otwarto przegląd.",
        "Zmiana otworzy przegląd świadczenia. Kwotę zmieni dopiero decyzja "
        "(art. 109 ustawy o pomocy społecznej).",
        ChangeHeard,
        choices=of(kind="ChangeKind", source="ChangeSource"),
        hints={"text": "Zostaje w aktach świadczenia"},
    ),
    PATHS[A.REPORT_CONTRIBUTIONS]: Act(
        A.REPORT_CONTRIBUTIONS,
        Commands.report_contributions,
        "Zapisano zgłoszenie składek.",
        "Każdy rodzaj składki zgłasza się raz na miesiąc (art. 36 pkt 2 ustawy o pomocy "
        "społecznej).",
        ContributionsPaid,
        start=_contributions,
        offered=lambda subject: subject.case.benefit is not Benefit.RESIDENTIAL_HOME,
        choices=of(kind="ContributionKind"),
        radios={"kind"},
    ),
    PATHS[A.DRAFT_UNDUE_DECISION]: Act(
        A.DRAFT_UNDUE_DECISION,
        Commands.draft_undue_decision,
        "Przygotowano projekt decyzji o świadczeniu nienależnie pobranym.",
        "Miesiące i kwota wynikają z wypłat: to, co wypłacono ponad decyzję, która zmieniła "
        "świadczenie. Ta decyzja musi być już ostateczna (art. 98 ustawy o pomocy społecznej).",
        UndueDraft,
        offered=lambda subject: bool(subject.entitlement.undue),
        hints={"reasons": "Uzasadnienie powstaje z akt sprawy. Tu dopisz, co trzeba dodać."},
    ),
    PATHS[A.END_BENEFIT]: Act(
        A.END_BENEFIT,
        Commands.end_benefit,
        "Zakończono świadczenie.",
        "Zrób to, gdy okres świadczenia minął i wszystko wypłacono.",
    ),
}
"""By path, in the order in which a benefit is led."""
