"""What is done in a case: from the assignment to the draft, and how it is closed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from chassis.web.drawn import Options
from chassis.web.language import Speech
from services.benefits import deadlines, words
from services.benefits.act_words import (
    CLOSING_PL,
    INITIATIVE_PL,
    MISSING_PL,
    OUTCOME_PL,
    RELATION_PL,
    RETURN_PL,
)
from services.benefits.api.links import OF_CASE as PATHS
from services.benefits.api.team import team_of
from services.benefits.calculation_words import CODES_PL
from services.benefits.commands import Commands
from services.benefits.commands.decision_inputs import ReturnToCase
from services.benefits.commands.inputs import (
    AnswerGiven,
    Assignment,
    Closing,
    CooperationAgreement,
    CooperationJudgement,
    DefectsCall,
    EvidenceGiven,
    EvidenceWanted,
    InterviewHeld,
    InterviewPlan,
    InterviewRefusal,
    OnDay,
    PartyHearing,
    ReferralGiven,
    TransferTo,
)
from services.benefits.commands.means_inputs import (
    EntitlementProposal,
    FeeWanted,
    HomeFeesWanted,
    IncomeFound,
)
from services.benefits.interviews import FIELDS, PART_PL
from services.benefits.lifecycle import Action
from services.benefits.pages import drafts
from services.benefits.pages.act_forms import Act, Subject, called, labels, of
from services.benefits.values import SERVICES, Benefit

A = Action

FOLDED_INCOME = {
    "tax", "contributions", "hectares", "paid_in", "due_from", "due_to", "counted",
    "maintenance_paid",
}  # fmt: skip
FOLDED_RELATIVE = {"degree", "exempt_percent", "agreed"}


# --- what the forms start with, and what their choices are called ---------------


def _today(*names: str) -> Any:
    """Fields that are usually today."""
    return lambda subject: dict.fromkeys(names, subject.today)


def _workers(subject: Subject, _speech: Speech) -> Options:
    names = subject.site.directory.names()
    return {"worker_id": [(id_, names[id_]) for id_ in team_of(subject.site)]}


def _defects(subject: Subject) -> Mapping[str, Any]:
    return {"complete_by": deadlines.defects_by(subject.today)}


def _interview_start(subject: Subject) -> Mapping[str, Any]:
    return {"on": subject.today, "joint": subject.case.joint_visit}


def _parts(_subject: Subject, speech: Speech) -> Options:
    return {
        "part": called(PART_PL, speech),
        "place": labels("Place", speech),
        "relation": called(RELATION_PL, speech),
        "why": labels("InterviewUpdate", speech),
    }


def _of_other_parts(subject: Subject, part: str) -> Collection[str]:
    """The fields of the parts that this interview is not, and a reason that nobody will ask."""
    others = {field for one, field in FIELDS.items() if one.value != part}
    return others | _separate(subject)


def _separate(subject: Subject, _first: str = "") -> set[str]:
    return set() if subject.case.joint_visit else {"separate_because"}


def _questions(subject: Subject, speech: Speech) -> Options:
    own = [one for one in subject.case.questions if not one.by_certificate]
    texts = {q.question: f"{q.question.value}. {speech.text(q.title_pl)}" for q in own}
    return {
        "question": [(q.value, text) for q, text in texts.items()],
        "value": called(words.ANSWER_PL, speech),
        "evidence": _evidence(subject, speech),
    }


def _evidence(subject: Subject, speech: Speech) -> list[tuple[str, str]]:
    """What an answer may rest on: interviews and pieces of evidence that came."""
    held = [
        (str(one.interview_id), f"{speech.text(PART_PL[one.part])}, {speech.day(one.on)}")
        for one in subject.case.interviews
    ]
    kinds = dict(labels("EvidenceKind", speech))
    came = [
        (str(one.id), f"{kinds.get(one.kind, one.kind)}, {speech.day(one.received_on)}")
        for one in subject.case.evidence
        if one.received_on
    ]
    return [*held, *came]


def _sources(subject: Subject, speech: Speech) -> list[tuple[str, str]]:
    """The other units of the city; social work is asked by a referral."""
    here, units = subject.site.unit, subject.site.directory.units.values()
    asked = [one for one in units if one.institution != here.institution]
    return [(one.name, one.title(speech.language)) for one in asked]


def _asked(subject: Subject, speech: Speech) -> Options:
    return {
        "source": _sources(subject, speech),
        "kind": labels("EvidenceKind", speech),
        "initiative": called(INITIATIVE_PL, speech),
    }


def _given(subject: Subject, speech: Speech) -> Options:
    kinds = dict(labels("EvidenceKind", speech))
    waiting = [one for one in subject.case.evidence if one.asked_on and not one.received_on]
    return {
        "source": [("client", speech.text("klient")), *_sources(subject, speech)],
        "kind": labels("EvidenceKind", speech),
        "request_id": [
            (str(one.id), f"{kinds.get(one.kind, one.kind)}, {speech.day(one.asked_on)}")
            for one in waiting
            if one.asked_on
        ],
    }


def _no_request(subject: Subject, _first: str) -> Collection[str]:
    asked = any(one.asked_on and not one.received_on for one in subject.case.evidence)
    return () if asked else {"request_id"}


def _referral(subject: Subject) -> Mapping[str, Any]:
    return {"contact_by": deadlines.contact_by(subject.today)}


def _income_so_far(subject: Subject) -> Mapping[str, Any]:
    """The month before the application, as the law has it; what was found before is kept."""
    before = subject.case.filed_on.replace(day=1)
    month = before.month - 1 or 12
    year = before.year - (before.month == 1)
    return {"month": f"{year}-{month:02}"}


def _proposal(subject: Subject) -> Mapping[str, Any]:
    return {"proposed": subject.case.proposed} if subject.case.proposed is not None else {}


def _of_other_benefits(subject: Subject, _first: str) -> Collection[str]:
    """Own income counts for a permanent benefit in a family, the cost of a need for targeted."""
    income = subject.case.income
    alone = income is None or income.household_size == 1
    permanent = subject.case.benefit is Benefit.PERMANENT and not alone
    return (
        {"need"}
        if permanent
        else ({"own_income"} if _for_a_need(subject) else {"own_income", "need"})
    )


def _for_a_need(subject: Subject) -> bool:
    return subject.case.benefit in {Benefit.TARGETED, Benefit.SPECIAL_TARGETED}


def _in_money(subject: Subject) -> bool:
    return subject.case.benefit not in SERVICES


def _home_care(subject: Subject) -> bool:
    return subject.case.benefit is Benefit.HOME_CARE


def _care_home(subject: Subject) -> bool:
    return subject.case.benefit is Benefit.RESIDENTIAL_HOME


def _benefits(subject: Subject, speech: Speech) -> Options:
    return {
        "entitlement_id": [
            (str(one.id), speech.text(words.BENEFIT_PL[one.benefit]))
            for one in subject.case.entitlements
        ],
        "trigger": labels("ReviewTrigger", speech),
        "reason": called(RETURN_PL, speech),
    }


TODAY = {"on": "Puste pole oznacza dzisiaj"}

OF_CASE: dict[str, Act] = {
    PATHS[A.ASSIGN_CASE]: Act(
        A.ASSIGN_CASE,
        Commands.assign_case,
        "Przydzielono sprawę.",
        "Osoba, która poprowadzi sprawę, zobaczy ją w swojej pracy.",
        Assignment,
        send=lambda commands, id, sent, ctx, site: commands.assign_case(
            id, sent, team=team_of(site), ctx=ctx
        ),
        choices=_workers,
    ),
    "worker/by-load": Act(
        A.ASSIGN_CASE,
        Commands.assign_by_load,
        "Przydzielono sprawę osobie, która prowadzi najmniej środowisk.",
        "Sprawę dostanie osoba, która prowadzi najmniej środowisk i może prowadzić tę sprawę.",
        title="Przydziel sprawę według obciążenia",
        send=lambda commands, id, _, ctx, site: commands.assign_by_load(
            id, team=team_of(site), ctx=ctx
        ),
    ),
    PATHS[A.START_ASSESSMENT]: Act(
        A.START_ASSESSMENT,
        Commands.start_assessment,
        "Rozpoczęto ocenę.",
        "Zaczyna się postępowanie. Jeśli nikt jeszcze nie prowadzi sprawy, poprowadzisz ją Ty.",
    ),
    PATHS[A.CALL_DEFECTS]: Act(
        A.CALL_DEFECTS,
        Commands.call_defects,
        "Wezwano do uzupełnienia wniosku.",
        "Strona dostanie wezwanie. Na uzupełnienie ma co najmniej siedem dni (art. 64 § 2 k.p.a.).",
        DefectsCall,
        start=_defects,
        choices=of(missing=MISSING_PL),
    ),
    PATHS[A.COMPLETE_APPLICATION]: Act(
        A.COMPLETE_APPLICATION,
        Commands.complete_application,
        "Zapisano uzupełnienie wniosku. Rozpoczęto ocenę.",
        "Wniosek jest pełny. Zaczyna się ocena.",
    ),
    PATHS[A.LEAVE_UNEXAMINED]: Act(
        A.LEAVE_UNEXAMINED,
        Commands.leave_unexamined,
        "Pozostawiono wniosek bez rozpoznania.",
        "Braków nie uzupełniono w terminie. Sprawa się zakończy bez decyzji; strona może złożyć "
        "nowy wniosek (art. 64 § 2 k.p.a.).",
    ),
    PATHS[A.TRANSFER_CASE]: Act(
        A.TRANSFER_CASE,
        Commands.transfer_case,
        "Przekazano sprawę właściwemu organowi.",
        "Sprawa się tu zakończy. Zawiadom stronę o przekazaniu (art. 65 § 1 k.p.a.).",
        TransferTo,
        left_out=lambda _subject, _first: {"reason"},
    ),
    PATHS[A.WITHDRAW_APPLICATION]: Act(
        A.WITHDRAW_APPLICATION,
        Commands.withdraw_application,
        "Zapisano wycofanie wniosku. Przygotuj decyzję o umorzeniu.",
        "Strona nie chce już świadczenia. Następny krok to decyzja o umorzeniu postępowania "
        "(art. 105 § 2 k.p.a.).",
        OnDay,
        hints=TODAY,
    ),
    PATHS[A.SCHEDULE_INTERVIEW]: Act(
        A.SCHEDULE_INTERVIEW,
        Commands.schedule_interview,
        "Umówiono wywiad.",
        "Przy wizycie wspólnej o terminie dowie się też pracownik socjalny.",
        InterviewPlan,
        start=_interview_start,
        choices=_parts,
        left_out=_separate,
    ),
    PATHS[A.RECORD_INTERVIEW]: Act(
        A.RECORD_INTERVIEW,
        Commands.record_interview,
        "Zapisano wywiad.",
        "Treść wywiadu zostaje w aktach świadczenia.",
        InterviewHeld,
        start=_interview_start,
        choices=_parts,
        folded={"called"},
        left_out=_of_other_parts,
        first="part",
    ),
    PATHS[A.RECORD_INTERVIEW_REFUSAL]: Act(
        A.RECORD_INTERVIEW_REFUSAL,
        Commands.record_interview_refusal,
        "Zapisano odmowę wywiadu.",
        "Odmowa wywiadu może być podstawą odmowy, wstrzymania albo uchylenia świadczenia "
        "(art. 107 ust. 4a ustawy o pomocy społecznej).",
        InterviewRefusal,
        start=_today("on"),
    ),
    PATHS[A.ESTABLISH_INCOME]: Act(
        A.ESTABLISH_INCOME,
        Commands.establish_income,
        "Ustalono dochód.",
        "Wpisz każdy przychód w osobnym wierszu. Czego nie wlicza się do dochodu, program pominie "
        "sam (art. 8 ust. 4 ustawy o pomocy społecznej).",
        IncomeFound,
        start=_income_so_far,
        choices=of(kind=CODES_PL["kind"]),
        folded=FOLDED_INCOME,
    ),
    PATHS[A.ANSWER_QUESTION]: Act(
        A.ANSWER_QUESTION,
        Commands.answer_question,
        "Zapisano odpowiedź.",
        "",
        AnswerGiven,
        choices=_questions,
        radios={"value"},
        first="question",
    ),
    PATHS[A.REQUEST_EVIDENCE]: Act(
        A.REQUEST_EVIDENCE,
        Commands.request_evidence,
        "Poproszono o dowód.",
        "Instytucja dostanie imię, nazwisko i datę urodzenia klienta oraz pytanie.",
        EvidenceWanted,
        choices=_asked,
        radios={"initiative"},
    ),
    PATHS[A.RECORD_EVIDENCE]: Act(
        A.RECORD_EVIDENCE,
        Commands.record_evidence,
        "Zapisano dowód.",
        "Treść dowodu zostaje w aktach świadczenia.",
        EvidenceGiven,
        start=_today("on"),
        choices=_given,
        left_out=_no_request,
    ),
    PATHS[A.REFER_TO_SOCIAL_WORKER]: Act(
        A.REFER_TO_SOCIAL_WORKER,
        Commands.refer_to_social_worker,
        "Skierowano klienta do pracownika socjalnego.",
        "Zespół pracy socjalnej dostanie skierowanie. Odpowie zaświadczeniem nr 4, a jeśli są "
        "niewykorzystane zasoby, także nr 5.",
        ReferralGiven,
        start=_referral,
        choices=lambda _subject, speech: {
            "purposes": labels("ReferralPurpose", speech),
            "initiative": called(INITIATIVE_PL, speech),
        },
        radios={"initiative"},
    ),
    PATHS[A.AGREE_COOPERATION]: Act(
        A.AGREE_COOPERATION,
        Commands.agree_cooperation,
        "Zapisano uzgodniony zakres współpracy.",
        "W tym zespole zakres współpracy uzgadnia pracownik ds. świadczeń.",
        CooperationAgreement,
        choices=of(outcome=OUTCOME_PL),
        radios={"outcome"},
    ),
    PATHS[A.ASSESS_COOPERATION]: Act(
        A.ASSESS_COOPERATION,
        Commands.assess_cooperation,
        "Zapisano ocenę współdziałania.",
        "Odpowiedź „nie” otworzy przegląd świadczenia. Niczego nie wstrzyma bez decyzji.",
        CooperationJudgement,
        start=lambda subject: {"month": f"{subject.today:%Y-%m}"},
        radios={"cooperates"},
    ),
    PATHS[A.COMPLETE_ASSESSMENT]: Act(
        A.COMPLETE_ASSESSMENT,
        Commands.complete_assessment,
        "Zakończono ocenę.",
        "Materiał jest zebrany: wywiad, zaświadczenia i odpowiedzi na pytania. Można przygotować "
        "projekt decyzji.",
    ),
    PATHS[A.HEAR_PARTY]: Act(
        A.HEAR_PARTY,
        Commands.hear_party,
        "Zapisano zawiadomienie strony.",
        "Przed decyzją strona może przejrzeć akta i się wypowiedzieć (art. 10 k.p.a.).",
        PartyHearing,
        start=_today("informed_on"),
    ),
    PATHS[A.CALCULATE_ENTITLEMENT]: Act(
        A.CALCULATE_ENTITLEMENT,
        Commands.calculate_entitlement,
        "Wyliczono świadczenie.",
        "Program policzy, ile przysługuje przy ustalonym dochodzie, i pokaże każdy krok.",
        EntitlementProposal,
        start=_proposal,
        left_out=_of_other_benefits,
        offered=_in_money,
    ),
    PATHS[A.CALCULATE_FEE]: Act(
        A.CALCULATE_FEE,
        Commands.calculate_fee,
        "Wyliczono odpłatność.",
        "Program policzy odpłatność za godzinę według uchwały i pokaże każdy krok.",
        FeeWanted,
        offered=_home_care,
    ),
    "home-fees": Act(
        A.CALCULATE_FEE,
        Commands.calculate_home_fees,
        "Wyliczono opłaty za dom pomocy społecznej.",
        "Najpierw płaci mieszkaniec, potem małżonek, zstępni, wstępni, na końcu gmina (art. 61 "
        "ustawy o pomocy społecznej).",
        HomeFeesWanted,
        title="Wylicz opłaty za dom pomocy społecznej",
        choices=of(relation=CODES_PL["relation"]),
        folded=FOLDED_RELATIVE,
        offered=_care_home,
    ),
    PATHS[A.DRAFT_DECISION]: drafts.act(
        A.DRAFT_DECISION, Commands.draft_decision, "Przygotowano projekt decyzji."
    ),
    PATHS[A.DRAFT_FURTHER_DECISION]: drafts.act(
        A.DRAFT_FURTHER_DECISION,
        Commands.draft_further_decision,
        "Przygotowano projekt kolejnej decyzji.",
    ),
    PATHS[A.CLOSE_CASE]: Act(
        A.CLOSE_CASE,
        Commands.close_case,
        "Zamknięto sprawę.",
        "Zakończy się udział wszystkich, którzy brali w sprawie udział.",
        Closing,
        choices=of(reason=CLOSING_PL),
        radios={"reason"},
    ),
    PATHS[A.REOPEN_AFTER_MONITORING]: Act(
        A.REOPEN_AFTER_MONITORING,
        Commands.reopen_after_monitoring,
        "Wrócono do sprawy.",
        "Otworzy się przegląd świadczenia z powodu okoliczności po decyzji (art. 106 ust. 5 "
        "ustawy o pomocy społecznej).",
        ReturnToCase,
        choices=_benefits,
        left_out=lambda _subject, _first: {"reason"},
    ),
}
"""By path, in the order of the proceeding."""
