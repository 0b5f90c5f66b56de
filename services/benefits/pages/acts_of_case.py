"""What is done in a case: from the assignment to the draft, and how it is closed."""

from __future__ import annotations

from services.benefits.act_words import (
    ANSWER_PL,
    CLOSING_PL,
    GIVER_PL,
    MISSING_PL,
    OUTCOME_PL,
)
from services.benefits.api.links import OF_CASE as PATHS
from services.benefits.api.team import social_work_of, team_of
from services.benefits.calculation_words import CODES_PL
from services.benefits.commands import Commands
from services.benefits.commands.decision_inputs import ReturnToCase
from services.benefits.commands.home_inputs import ConsentGiven, SheetWritten
from services.benefits.commands.inputs import (
    AnswerGiven,
    Assignment,
    Closing,
    CooperationAgreement,
    CooperationJudgement,
    DefectsCall,
    Elsewhere,
    EvidenceGiven,
    EvidenceWanted,
    InterviewHeld,
    InterviewPlan,
    InterviewRefusal,
    OnDay,
    PartyHearing,
    TransferTo,
)
from services.benefits.commands.means_inputs import (
    EntitlementProposal,
    FeeWanted,
    HomeFeesWanted,
    IncomeFound,
)
from services.benefits.commands.referral_inputs import ReferralGiven, ReferralHanding
from services.benefits.lifecycle import Action
from services.benefits.pages import case_forms, drafts, home_forms, referral_forms
from services.benefits.pages.act_forms import Act, of

A = Action

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
        choices=case_forms.workers,
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
        section="assessment",
    ),
    PATHS[A.CALL_DEFECTS]: Act(
        A.CALL_DEFECTS,
        Commands.call_defects,
        "Wezwano do uzupełnienia wniosku.",
        "Wyślij stronie wezwanie. Na uzupełnienie ma co najmniej siedem dni (art. 64 § 2 k.p.a.).",
        DefectsCall,
        start=case_forms.defects,
        choices=of(missing=MISSING_PL),
    ),
    PATHS[A.COMPLETE_APPLICATION]: Act(
        A.COMPLETE_APPLICATION,
        Commands.complete_application,
        "Zapisano uzupełnienie wniosku. Rozpoczęto ocenę.",
        "Wniosek jest pełny. Zaczyna się ocena.",
        section="assessment",
    ),
    PATHS[A.LEAVE_UNEXAMINED]: Act(
        A.LEAVE_UNEXAMINED,
        Commands.leave_unexamined,
        "Pozostawiono wniosek bez rozpoznania.",
        "Zrób to, gdy braków nie uzupełniono w terminie. Sprawa zakończy się bez decyzji; strona "
        "może złożyć nowy wniosek (art. 64 § 2 k.p.a.).",
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
        hints=case_forms.TODAY,
    ),
    PATHS[A.SCHEDULE_INTERVIEW]: Act(
        A.SCHEDULE_INTERVIEW,
        Commands.schedule_interview,
        "Umówiono wywiad.",
        "Przy wizycie wspólnej umów dzień z pracownikiem socjalnym.",
        InterviewPlan,
        start=case_forms.interview_start,
        choices=case_forms.parts,
        left_out=case_forms.separate,
        section="evidence",
    ),
    PATHS[A.ALLOW_INTERVIEW_ELSEWHERE]: Act(
        A.ALLOW_INTERVIEW_ELSEWHERE,
        Commands.allow_interview_elsewhere,
        "Zapisano zgodę na wywiad w innym miejscu lub czasie.",
        "Wywiad odbywa się w miejscu zamieszkania albo pobytu, w dniu roboczym, w godzinach pracy "
        "ośrodka. Zgoda dotyczy jednego wywiadu, uzgodnionego ze stroną.",
        Elsewhere,
        section="evidence",
    ),
    PATHS[A.RECORD_INTERVIEW]: Act(
        A.RECORD_INTERVIEW,
        Commands.record_interview,
        "Zapisano wywiad.",
        "Treść wywiadu zostaje w aktach świadczenia.",
        InterviewHeld,
        start=case_forms.interview_start,
        choices=case_forms.parts,
        folded={"called"},
        left_out=case_forms.of_other_parts,
        first="part",
        section="evidence",
    ),
    PATHS[A.RECORD_INTERVIEW_REFUSAL]: Act(
        A.RECORD_INTERVIEW_REFUSAL,
        Commands.record_interview_refusal,
        "Zapisano odmowę wywiadu.",
        "Odmowa wywiadu jest podstawą odmowy świadczenia, wstrzymania go albo uchylenia decyzji "
        "(art. 107 ust. 4a ustawy o pomocy społecznej).",
        InterviewRefusal,
        start=case_forms.these_days("on"),
        section="evidence",
    ),
    PATHS[A.ESTABLISH_INCOME]: Act(
        A.ESTABLISH_INCOME,
        Commands.establish_income,
        "Ustalono dochód.",
        "Wpisz każdy przychód w osobnym wierszu. Czego nie wlicza się do dochodu, program pominie "
        "sam (art. 8 ust. 4 ustawy o pomocy społecznej).",
        IncomeFound,
        start=case_forms.month_of_income,
        choices=of(kind=CODES_PL["kind"]),
        folded=case_forms.FOLDED_INCOME,
        hints=case_forms.LAW_OF,
        section="means",
    ),
    PATHS[A.ANSWER_QUESTION]: Act(
        A.ANSWER_QUESTION,
        Commands.answer_question,
        "Zapisano odpowiedź.",
        "",
        AnswerGiven,
        start=case_forms.answer_so_far,
        choices=case_forms.questions,
        radios={"value"},
        left_out=case_forms.of_other_questions,
        first="question",
        template="act_answer.html",
        section="assessment",
    ),
    PATHS[A.REQUEST_EVIDENCE]: Act(
        A.REQUEST_EVIDENCE,
        Commands.request_evidence,
        "Poproszono o dowód.",
        "Instytucja dostanie imię, nazwisko i datę urodzenia klienta oraz pytanie.",
        EvidenceWanted,
        choices=case_forms.asked,
        radios={"initiative"},
        section="evidence",
    ),
    PATHS[A.RECORD_EVIDENCE]: Act(
        A.RECORD_EVIDENCE,
        Commands.record_evidence,
        "Zapisano dowód.",
        "Treść dowodu zostaje w aktach świadczenia.",
        EvidenceGiven,
        start=case_forms.these_days("on"),
        choices=case_forms.given,
        left_out=case_forms.no_request,
        section="evidence",
    ),
    PATHS[A.REFER_TO_SOCIAL_WORKER]: Act(
        A.REFER_TO_SOCIAL_WORKER,
        Commands.refer_to_social_worker,
        "Skierowano klienta do pracownika socjalnego.",
        "Zespół pracy socjalnej dostanie skierowanie. Odpowie zaświadczeniem nr 4, a jeśli są "
        "niewykorzystane zasoby, także nr 5. Pismo dla klienta (PDF) powstanie w sprawie.",
        ReferralGiven,
        send=lambda commands, id, sent, ctx, site: commands.refer_to_social_worker(
            id, sent, teams=social_work_of(site), ctx=ctx
        ),
        start=referral_forms.where_to,
        choices=referral_forms.to_whom,
        radios={"initiative"},
        needed=lambda _subject, _first: {"team"},
        section="assessment",
        hints=referral_forms.HINTS,
    ),
    PATHS[A.HAND_OVER_REFERRAL]: Act(
        A.HAND_OVER_REFERRAL,
        Commands.hand_over_referral,
        "Potwierdzono wręczenie skierowania.",
        "Zespół pracy socjalnej dowie się, że klient ma skierowanie. Potwierdzenie odbioru zostaje "
        "w aktach.",
        ReferralHanding,
        start=referral_forms.waiting,
        choices=referral_forms.handing,
        left_out=referral_forms.no_choice,
        radios={"how"},
        section="assessment",
        hints=case_forms.TODAY,
    ),
    PATHS[A.AGREE_COOPERATION]: Act(
        A.AGREE_COOPERATION,
        Commands.agree_cooperation,
        "Zapisano uzgodniony zakres współpracy.",
        "W tym zespole zakres współpracy uzgadnia pracownik ds. świadczeń.",
        CooperationAgreement,
        choices=of(outcome=OUTCOME_PL),
        radios={"outcome"},
        section="assessment",
    ),
    PATHS[A.ASSESS_COOPERATION]: Act(
        A.ASSESS_COOPERATION,
        Commands.assess_cooperation,
        "Zapisano ocenę współdziałania.",
        "Odpowiedź „nie” otworzy przegląd świadczenia. Niczego nie wstrzyma bez decyzji.",
        CooperationJudgement,
        start=case_forms.month_to_judge,
        radios={"cooperates"},
        section="assessment",
    ),
    PATHS[A.COMPLETE_ASSESSMENT]: Act(
        A.COMPLETE_ASSESSMENT,
        Commands.complete_assessment,
        "Zakończono ocenę.",
        "Zrób to, gdy materiał jest zebrany: wywiad, zaświadczenia i odpowiedzi na pytania. Potem "
        "można przygotować projekt decyzji.",
        section="assessment",
    ),
    PATHS[A.HEAR_PARTY]: Act(
        A.HEAR_PARTY,
        Commands.hear_party,
        "Zapisano zawiadomienie strony.",
        "Przed decyzją strona może przejrzeć akta i się wypowiedzieć (art. 10 k.p.a.).",
        PartyHearing,
        start=case_forms.these_days("informed_on"),
        section="evidence",
    ),
    PATHS[A.CALCULATE_ENTITLEMENT]: Act(
        A.CALCULATE_ENTITLEMENT,
        Commands.calculate_entitlement,
        "Wyliczono świadczenie.",
        "Program policzy, ile przysługuje przy ustalonym dochodzie, i pokaże każdy krok.",
        EntitlementProposal,
        start=case_forms.proposal,
        left_out=case_forms.of_other_benefits,
        hints=case_forms.LAW_OF,
        folded=case_forms.LAW_OF,
        offered=case_forms.in_money,
        section="means",
    ),
    PATHS[A.CALCULATE_RIGHT]: Act(
        A.CALCULATE_RIGHT,
        Commands.calculate_right,
        "Sprawdzono prawo do pomocy.",
        "Program porówna dochód z kryterium i powie, czy pomoc przysługuje bez zwrotu.",
        section="means",
    ),
    PATHS[A.RECORD_HOME_CONSENT]: Act(
        A.RECORD_HOME_CONSENT,
        Commands.record_home_consent,
        "Zapisano odpowiedź.",
        "Bez zgody nie kieruje się do domu ani w nim nie umieszcza, chyba że orzeknie tak sąd "
        "(art. 54 i 55 ustawy o pomocy społecznej).",
        ConsentGiven,
        choices=of(answer=ANSWER_PL, by=GIVER_PL),
        radios={"answer"},
        hints={**case_forms.TODAY, "reference": "Tylko gdy zgodę zastępuje orzeczenie sądu"},
        section="evidence",
    ),
    PATHS[A.WRITE_RESIDENT_SHEET]: Act(
        A.WRITE_RESIDENT_SHEET,
        Commands.write_resident_sheet,
        "Wypełniono kartę mieszkańca.",
        "Karta pójdzie do domu razem z decyzją o umieszczeniu. Dom nie zbiera tych danych drugi "
        "raz.",
        SheetWritten,
        start=home_forms.sheet_so_far,
        section="evidence",
    ),
    PATHS[A.CALCULATE_FEE]: Act(
        A.CALCULATE_FEE,
        Commands.calculate_fee,
        "Wyliczono odpłatność.",
        "Program policzy odpłatność za godzinę według uchwały i pokaże każdy krok. Za "
        "specjalistyczne usługi dla osób z zaburzeniami psychicznymi liczy według tabeli "
        "rozporządzenia i ceny ośrodka.",
        FeeWanted,
        start=case_forms.by_law_of,
        offered=case_forms.paid_by_the_hour,
        hints=case_forms.LAW_OF,
        folded=case_forms.LAW_OF,
        section="means",
    ),
    "home-fees": Act(
        A.CALCULATE_FEE,
        Commands.calculate_home_fees,
        "Wyliczono opłaty za dom pomocy społecznej.",
        "Najpierw płaci mieszkaniec, potem małżonek, zstępni, wstępni, na końcu gmina (art. 61 "
        "ustawy o pomocy społecznej).",
        HomeFeesWanted,
        title="Wylicz opłaty za dom pomocy społecznej",
        start=lambda subject, first: {
            **home_forms.who_may_pay(subject, first),
            **case_forms.by_law_of(subject, first),
        },
        load=home_forms.obliged_in,
        hints={
            **case_forms.LAW_OF,
            "income": "Jedną kwotą; albo zostaw puste i wpisz przychody poniżej",
        },
        choices=home_forms.relatives,
        folded=home_forms.FOLDED_RELATIVE,
        offered=home_forms.care_home,
        section="means",
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
        start=case_forms.only_benefit,
        choices=case_forms.benefits,
        left_out=lambda _subject, _first: {"reason"},
    ),
}
"""By path, in the order of the proceeding."""
