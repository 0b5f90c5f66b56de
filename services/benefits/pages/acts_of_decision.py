"""What is done with a decision: from the draft and the signature to finality and its reopening."""

from __future__ import annotations

from collections.abc import Collection

from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits import words
from services.benefits.api.links import OF_DECISION as PATHS
from services.benefits.commands import Commands
from services.benefits.commands.decision_inputs import (
    Content,
    DeliveryNote,
    Enforceability,
    LateAppealAnswer,
    LateAppealFound,
    Remarks,
    ReopeningWanted,
    Resolution,
    Signature,
    Withdrawal,
)
from services.benefits.commands.inputs import OnDay, Realisation
from services.benefits.lifecycle import Action, DecisionState
from services.benefits.pages import drafts
from services.benefits.pages.act_forms import Act, Subject, called, labels, of
from services.benefits.pages.case_forms import TODAY, these_days
from services.benefits.pages.home_forms import obliged_beside
from services.benefits.values import SERVICES, AppealResult, DecisionKind

A = Action


def _of_other_kinds(subject: Subject, _first: str) -> Collection[str]:
    return drafts.left_out(subject, subject.decision.kind)


def _results(subject: Subject, speech: Speech) -> Options:
    """The office may only give way; everything else is the board's (KPA 132, 138)."""
    office = subject.decision.state is DecisionState.APPEALED
    results = [
        (code, text)
        for code, text in labels("AppealResult", speech)
        if (code == AppealResult.SELF_CORRECTED) == office
    ]
    kinds = {kind: words.KIND_PL[kind] for kind in DecisionKind}
    return {"result": results, "kind": called(kinds, speech), **drafts.choices(subject, speech)}


def _ruling(_subject: Subject, result: str) -> Collection[str]:
    """Only a reversal says what the board ruled itself."""
    return () if result == AppealResult.REVERSED else {"ruling"}


def _method(subject: Subject, _first: str) -> Collection[str]:
    return {"method"} if subject.case.benefit in SERVICES else ()


OF_DECISION: dict[str, Act] = {
    PATHS[A.REVISE_DRAFT]: Act(
        A.REVISE_DRAFT,
        Commands.revise_draft,
        "Poprawiono projekt.",
        "Kto poprawia projekt, nie może go potem podpisać.",
        Content,
        start=drafts.so_far,
        load=obliged_beside,
        choices=drafts.choices,
        hints=drafts.HINTS,
        radios={"days"},
        folded=drafts.FOLDED,
        left_out=_of_other_kinds,
        needed=lambda subject, _first: drafts.needed(subject, subject.decision.kind),
        preview=lambda commands, of, new, ctx: commands.preview_revision(of, new, ctx=ctx),
        template="act_draft.html",
    ),
    PATHS[A.RETURN_DRAFT]: Act(
        A.RETURN_DRAFT,
        Commands.return_draft,
        "Zwrócono projekt do poprawy.",
        "Autor projektu zobaczy Twoje uwagi w swojej pracy.",
        Remarks,
        template="act_sign.html",
    ),
    PATHS[A.WITHDRAW_DRAFT]: Act(
        A.WITHDRAW_DRAFT,
        Commands.withdraw_draft,
        "Wycofano projekt.",
        "Sprawa wróci do oceny. Przegląd świadczenia pozostanie otwarty.",
        Withdrawal,
    ),
    PATHS[A.ISSUE_DECISION]: Act(
        A.ISSUE_DECISION,
        Commands.issue_decision,
        "Wydano decyzję.",
        "Podpisujesz decyzję. Dostanie numer i nie będzie jej już można zmienić; pracownik "
        "doręczy ją stronie.",
        Signature,
        start=lambda subject, _first: {"draft": subject.decision.draft},
        hidden={"draft"},
        offered=lambda subject: subject.worker.id not in subject.decision.authors,
        template="act_sign.html",
    ),
    PATHS[A.DELIVER_DECISION]: Act(
        A.DELIVER_DECISION,
        Commands.deliver_decision,
        "Zapisano doręczenie.",
        "Od doręczenia strona ma 14 dni na odwołanie (art. 129 § 2 k.p.a.).",
        DeliveryNote,
        start=these_days("on"),
        choices=of(how="Delivery"),
        radios={"how"},
        folded={"first_notice_on", "second_notice_on"},
        hints={
            "first_notice_on": "Tylko przy doręczeniu zastępczym (art. 44 k.p.a.)",
            "second_notice_on": "Co najmniej siedem dni po pierwszym awizie",
        },
    ),
    PATHS[A.MAKE_ENFORCEABLE]: Act(
        A.MAKE_ENFORCEABLE,
        Commands.make_enforceable,
        "Nadano rygor natychmiastowej wykonalności.",
        "Decyzja zadziała od razu, odwołanie jej nie wstrzyma (art. 108 § 2 k.p.a.).",
        Enforceability,
        offered=lambda subject: not subject.decision.enforceable,
    ),
    PATHS[A.WAIVE_APPEAL]: Act(
        A.WAIVE_APPEAL,
        Commands.waive_appeal,
        "Zapisano zrzeczenie się odwołania. Decyzja jest ostateczna.",
        "Decyzja stanie się ostateczna z dniem, w którym oświadczenie strony wpłynęło do organu "
        "(art. 127a k.p.a.).",
        OnDay,
        hints=TODAY,
    ),
    PATHS[A.FILE_APPEAL]: Act(
        A.FILE_APPEAL,
        Commands.file_appeal,
        "Zapisano odwołanie.",
        "Odwołanie trzeba uwzględnić w całości albo przekazać Samorządowemu Kolegium "
        "Odwoławczemu w ciągu siedmiu dni (art. 132 i 133 k.p.a.).",
        OnDay,
        hints=TODAY,
    ),
    PATHS[A.FORWARD_APPEAL]: Act(
        A.FORWARD_APPEAL,
        Commands.forward_appeal,
        "Przekazano odwołanie do SKO.",
        "Odwołanie idzie z całymi aktami. Kolegium ma miesiąc na rozstrzygnięcie.",
        OnDay,
        hints=TODAY,
    ),
    PATHS[A.RESOLVE_APPEAL]: Act(
        A.RESOLVE_APPEAL,
        Commands.resolve_appeal,
        "Zapisano wynik odwołania.",
        "Urząd może tylko uwzględnić odwołanie w całości. Resztę rozstrzyga Kolegium.",
        Resolution,
        load=obliged_beside,
        choices=_results,
        hints={
            **TODAY,
            "ruling": "Tylko jeśli Kolegium uchyliło decyzję i samo orzekło (art. 138 § 1 pkt 2)",
        },
        left_out=_ruling,
        first="result",
    ),
    PATHS[A.FILE_LATE_APPEAL]: Act(
        A.FILE_LATE_APPEAL,
        Commands.file_late_appeal,
        "Zapisano spóźnione odwołanie. Przekaż je do SKO.",
        "Decyzja pozostaje ostateczna, a jej wykonanie trwa (art. 130 k.p.a.). Odwołanie trzeba "
        "w ciągu siedmiu dni przekazać Samorządowemu Kolegium Odwoławczemu, które przywróci termin "
        "albo stwierdzi jego uchybienie (art. 58, 59 i 134 k.p.a.).",
        LateAppealFound,
        hints=TODAY,
        offered=lambda subject: (subject.decision.appeal_until or subject.today) < subject.today,
    ),
    PATHS[A.FORWARD_LATE_APPEAL]: Act(
        A.FORWARD_LATE_APPEAL,
        Commands.forward_late_appeal,
        "Przekazano spóźnione odwołanie do SKO.",
        "Odwołanie idzie z aktami i z prośbą o przywrócenie terminu, jeśli strona ją złożyła. "
        "Decyzja pozostaje ostateczna do odpowiedzi Kolegium.",
        OnDay,
        hints=TODAY,
    ),
    PATHS[A.ANSWER_LATE_APPEAL]: Act(
        A.ANSWER_LATE_APPEAL,
        Commands.answer_late_appeal,
        "Zapisano odpowiedź SKO na spóźnione odwołanie.",
        "Jeśli Kolegium przywróciło termin, decyzja przestaje być ostateczna i czeka na "
        "rozstrzygnięcie odwołania; co już wykonano, pozostaje do tego czasu. W innym wypadku nic "
        "się nie zmienia.",
        LateAppealAnswer,
        choices=of(result="LateAppealResult"),
        radios={"result"},
        hints=TODAY,
    ),
    PATHS[A.CONFIRM_FINALITY]: Act(
        A.CONFIRM_FINALITY,
        Commands.confirm_finality,
        "Stwierdzono ostateczność decyzji.",
        "Zrób to, gdy termin odwołania minął i nikt się nie odwołał.",
    ),
    PATHS[A.REOPEN_PROCEEDING]: Act(
        A.REOPEN_PROCEEDING,
        Commands.reopen_proceeding,
        "Wznowiono postępowanie.",
        "Sprawa wróci do oceny. Dotychczasowa decyzja działa do czasu nowej.",
        ReopeningWanted,
        start=these_days("learned_on"),
        choices=of(ground="ReopeningGround"),
        hints={"requested_on": "Tylko jeśli strona tego zażądała"},
    ),
    PATHS[A.START_REALISATION]: Act(
        A.START_REALISATION,
        Commands.start_realisation,
        "Rozpoczęto realizację.",
        "Powstanie plan wypłat albo zlecenie usługi, zgodnie z decyzją.",
        Realisation,
        choices=of(method="PaymentMethod"),
        radios={"method"},
        left_out=_method,
    ),
}
"""By path, in the order of a decision's life."""
