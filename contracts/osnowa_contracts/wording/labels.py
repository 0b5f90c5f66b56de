"""Names of the known codes, in Polish and in English."""

from __future__ import annotations

from typing import Any

from osnowa_contracts import codes
from osnowa_contracts.wording.labels_of_realisation import LABELS as OF_REALISATION

_Labels = dict[str, tuple[str, str]]

_CHANNEL: _Labels = {
    "DESK": ("w siedzibie", "at the desk"),
    "PHONE": ("telefonicznie", "by phone"),
    "LETTER": ("listem", "by letter"),
    "E_MAIL": ("e-mailem", "by e-mail"),
    "E_DELIVERY": ("przez e-Doręczenia", "by e-Delivery"),
    "THIRD_PARTY": ("przez inną osobę", "through another person"),
    "POLICE": ("przez policję", "through the police"),
    "SCHOOL": ("przez szkołę", "through a school"),
    "EX_OFFICIO": ("z urzędu", "ex officio"),
}
_REASON: _Labels = {
    "1": ("ubóstwo", "poverty"),
    "2": ("sieroctwo", "orphanhood"),
    "3": ("bezdomność", "homelessness"),
    "4": ("bezrobocie", "unemployment"),
    "5": ("niepełnosprawność", "disability"),
    "6": ("długotrwała lub ciężka choroba", "long or severe illness"),
    "7": ("przemoc domowa", "domestic violence"),
    "7a": ("ochrona ofiar handlu ludźmi", "protection of victims of trafficking"),
    "8": (
        "ochrona macierzyństwa lub wielodzietności",
        "protection of maternity or large families",
    ),
    "9": (
        "bezradność w sprawach opiekuńczo-wychowawczych i prowadzenia gospodarstwa",
        "helplessness in care, upbringing and housekeeping",
    ),
    "11": ("integracja cudzoziemców", "integration of foreigners"),
    "12": ("przystosowanie po zwolnieniu z zakładu karnego", "adaptation after prison"),
    "13": ("alkoholizm lub narkomania", "alcohol or drug addiction"),
    "14": ("zdarzenie losowe i sytuacja kryzysowa", "random event and crisis"),
    "15": ("klęska żywiołowa lub ekologiczna", "natural or ecological disaster"),
    "99": ("inny powód", "another reason"),
}
_TRIAGE: _Labels = {
    "INFO_ONLY": ("udzielenie informacji", "information only"),
    "BENEFITS": ("świadczenia", "benefits"),
    "SOCIAL_WORK": ("praca socjalna", "social work"),
    "BENEFITS_AND_SOCIAL_WORK": ("świadczenia i praca socjalna", "benefits and social work"),
    "CARE_OR_DPS": ("usługi opiekuńcze lub DPS", "home care or residential care"),
    "KIS_HOMELESS": ("Klub Integracji Społecznej", "Social Integration Club"),
    "CRISIS_VIOLENCE": ("interwencja kryzysowa", "crisis intervention"),
    "SPECIALIST": ("specjalista", "specialist"),
    "OTHER_INSTITUTION": ("inna instytucja", "another institution"),
    "TRANSFER_JURISDICTION": ("przekazanie według właściwości", "transfer to the authority"),
    "EX_OFFICIO_SIGNAL": ("wszczęcie z urzędu", "ex officio start"),
}
_BENEFIT: _Labels = {
    "PERMANENT": ("zasiłek stały", "permanent benefit"),
    "PERIODIC": ("zasiłek okresowy", "periodic benefit"),
    "TARGETED": ("zasiłek celowy", "targeted benefit"),
    "SPECIAL_TARGETED": ("specjalny zasiłek celowy", "special targeted benefit"),
    "CONTRACT_TARGETED": (
        "zasiłek celowy z kontraktu socjalnego",
        "targeted benefit from a social contract",
    ),
    "LOSS": ("zasiłek celowy po zdarzeniu losowym", "benefit after a random event"),
    "ECONOMIC_INDEPENDENCE": (
        "pomoc na ekonomiczne usamodzielnienie",
        "help for economic independence",
    ),
    "IN_KIND": ("pomoc rzeczowa", "help in kind"),
    "CLOTHING": ("ubranie", "clothing"),
    "BURIAL": ("sprawienie pogrzebu", "burial"),
    "CREDITED_TICKET": ("bilet kredytowany", "credited ticket"),
    "TRAINING_FLAT": ("mieszkanie treningowe lub wspomagane", "training or supported flat"),
    "HOME_CARE": ("usługi opiekuńcze", "home care"),
    "SPECIALIST_CARE": ("specjalistyczne usługi opiekuńcze", "specialist care"),
    "DAY_HOME": ("dzienny dom pomocy", "day care home"),
    "RESIDENTIAL_HOME": ("dom pomocy społecznej", "residential care home"),
    "MEAL": ("posiłek", "meal"),
    "SHELTER": ("schronienie", "shelter"),
}
_EVIDENCE: _Labels = {
    "LABOUR_STATUS": ("status na rynku pracy", "labour status"),
    "INCOME": ("dochód", "income"),
    "HEALTH": ("stan zdrowia", "health"),
    "CIVIL_STATUS": ("stan cywilny", "civil status"),
    "HOUSING": ("sytuacja mieszkaniowa", "housing"),
}
_PART: _Labels = {
    "I": ("część I", "part I"),
    "II": ("część II", "part II"),
    "III": ("część III", "part III"),
    "IV": ("część IV", "part IV"),
}
_PLACE: _Labels = {
    "HOME": ("w domu", "at home"),
    "OFFICE": ("w biurze", "at the office"),
    "FIELD": ("w terenie", "in the field"),
}
_QUESTION: _Labels = {
    "Q1": ("powód trudnej sytuacji", "reason for the hard situation"),
    "Q2a": ("niewykorzystane uprawnienia i zasoby materialne", "unused entitlements and means"),
    "Q2b": (
        "niewykorzystane zasoby niematerialne i możliwości",
        "unused immaterial resources and capabilities",
    ),
    "Q3": ("zaspokojenie niezbędnych potrzeb", "necessary needs"),
    "Q4": ("kryterium dochodowe", "income criterion"),
    "Q5": ("dysproporcja między dochodem a majątkiem", "income and assets in disproportion"),
    "Q6": ("warunki świadczenia", "conditions of the benefit"),
    "Q7": ("współdziałanie", "cooperation"),
    "Q8": ("marnotrawienie świadczeń", "waste of benefits"),
}
_ANSWER: _Labels = {
    "YES": ("tak", "yes"),
    "NO": ("nie", "no"),
    "PARTLY": ("częściowo", "partly"),
}
_PURPOSE: _Labels = {
    "UNUSED_RESOURCES": ("informacja o niewykorzystanych zasobach", "unused resources"),
    "COOPERATION_TERMS": ("ustalenie zasad współdziałania", "cooperation terms"),
}
_DECISION: _Labels = {
    "GRANT": ("przyznanie", "grant"),
    "PARTIAL": ("przyznanie w części", "grant in part"),
    "REFUSAL": ("odmowa", "refusal"),
    "REFERRAL": ("skierowanie do domu", "referral to a home"),
    "PLACEMENT": ("umieszczenie w domu", "placement in a home"),
    "FEE": ("ustalenie odpłatności", "fee"),
    "CHANGE": ("zmiana", "change"),
    "LIMIT": ("ograniczenie", "limitation"),
    "CONFIRM": ("pozostawienie bez zmian", "confirmation"),
    "REVOKE": ("uchylenie", "revocation"),
    "SUSPEND": ("wstrzymanie", "suspension"),
    "DISCONTINUE": ("umorzenie", "discontinuation"),
    "UNDUE": ("świadczenie nienależnie pobrane", "unduly received benefit"),
    "CONTINUE": ("dalsza wypłata po podjęciu pracy", "continuation after work was found"),
}
_DELIVERY: _Labels = {
    "IN_PERSON": ("osobiście", "in person"),
    "POST": ("pocztą", "by post"),
    "E_DELIVERY": ("przez e-Doręczenia", "by e-Delivery"),
    "DEEMED": ("przez doręczenie zastępcze", "deemed delivered"),
}
_APPEAL: _Labels = {
    "SELF_CORRECTED": ("uwzględnione przez organ", "granted by the authority itself"),
    "UPHELD": ("decyzja utrzymana w mocy", "decision upheld"),
    "REVERSED": ("decyzja uchylona i rozstrzygnięta", "decision reversed"),
    "REMITTED": ("sprawa do ponownego rozpatrzenia", "case remitted"),
    "INADMISSIBLE": ("odwołanie niedopuszczalne lub spóźnione", "inadmissible or late"),
    "DISCONTINUED": ("odwołanie wycofane", "appeal withdrawn"),
}
_LATE_APPEAL: _Labels = {
    "TERM_RESTORED": ("termin przywrócono", "term restored"),
    "IN_TIME": ("odwołanie było w terminie", "the appeal was in time"),
    "LATE": ("stwierdzono uchybienie terminu", "lateness stated"),
    "INADMISSIBLE": ("stwierdzono niedopuszczalność", "inadmissible"),
}
_FINALITY: _Labels = {
    "TERM": ("upływ terminu odwołania", "the term of appeal passed"),
    "WAIVER": ("zrzeczenie się odwołania", "the appeal was waived"),
    "GRANTED_IN_FULL": ("uwzględnienie żądania w całości", "granted in full"),
    "SKO": ("rozstrzygnięcie SKO", "the appeal board decided"),
}
_METHOD: _Labels = {
    "TRANSFER": ("przelew", "bank transfer"),
    "CASH": ("gotówka", "cash"),
    "POST": ("przekaz pocztowy", "postal order"),
}
_TRIGGER: _Labels = {
    "NON_COOPERATION": ("brak współdziałania", "no cooperation"),
    "CERTIFICATE_OVERDUE": ("brak zaświadczenia w terminie", "certificate overdue"),
    "INCOME_CHANGE": ("zmiana dochodu", "change of income"),
    "NEED_CHANGE": ("zmiana potrzeb", "change of need"),
    "WASTE": ("marnotrawienie świadczenia", "waste of the benefit"),
    "APPEAL": ("ponowne rozpatrzenie po odwołaniu", "examination anew after an appeal"),
}
_RESULT: _Labels = {
    "CONFIRMED": ("bez zmian", "confirmed"),
    "CHANGED": ("zmiana", "changed"),
    "LIMITED": ("ograniczenie", "limited"),
    "SUSPENDED": ("wstrzymanie", "suspended"),
    "REVOKED": ("uchylenie", "revoked"),
    "ENDED": ("koniec świadczenia", "benefit ended"),
}
_PARAMETERS: _Labels = {
    "NATIONAL": ("kwoty i kryteria ustawowe", "amounts and criteria of the act"),
    "CITY": ("kryteria podwyższone przez radę", "criteria raised by the council"),
    "PRACTICE": ("praktyka ośrodka", "practice of the centre"),
    "EXCLUSIONS": ("czego nie wlicza się do dochodu", "what is not income"),
    "HOME_CARE": ("odpłatność za usługi opiekuńcze", "fees for home care"),
    "MEAL": ("program posiłków", "meal programme"),
    "TERMS": ("terminy ośrodka", "terms of the centre"),
}
_UPDATE: _Labels = {
    "REPEATED_APPLICATION": ("kolejny wniosek", "a repeated application"),
    "DATA_CHANGE": ("zmiana danych", "a change of data"),
    "HALF_YEAR": ("co sześć miesięcy", "every six months"),
}
_REOPENING: _Labels = {
    "FALSE_EVIDENCE": ("fałszywe dowody", "false evidence"),
    "CRIME": ("decyzja w wyniku przestępstwa", "a crime"),
    "BIASED_OFFICIAL": ("udział wyłączonego pracownika", "a biased official"),
    "PARTY_LEFT_OUT": ("brak udziału strony", "the party was left out"),
    "NEW_FACTS": ("nowe okoliczności lub dowody", "new facts or evidence"),
    "POSITION_MISSING": ("brak stanowiska innego organu", "a position was missing"),
    "PRELIMINARY_QUESTION": ("zagadnienie wstępne", "a preliminary question"),
    "BASE_DECISION_GONE": ("uchylenie decyzji, na której się oparto", "its base is gone"),
    "CONSTITUTIONAL_COURT": ("orzeczenie Trybunału Konstytucyjnego", "the Constitutional Court"),
    "COURT_OF_JUSTICE": ("orzeczenie Trybunału Sprawiedliwości UE", "the Court of Justice"),
    "EQUAL_TREATMENT": ("naruszenie równego traktowania", "unequal treatment"),
}
_DEADLINE: _Labels = {
    "INTERVIEW": ("wywiad środowiskowy", "environmental interview"),
    "INTERVIEW_UPDATE": ("aktualizacja wywiadu", "update of the interview"),
    "DECISION": ("wydanie decyzji", "decision"),
    "FORWARD_APPEAL": ("przekazanie odwołania", "forwarding the appeal"),
    "REFERRAL_CONTACT": ("kontakt po skierowaniu", "contact after the referral"),
    "DEFECTS": ("uzupełnienie braków wniosku", "completion of the application"),
    "SKO_RULING": ("rozstrzygnięcie SKO", "ruling of the appeal board"),
    "CERTIFICATE": ("zaświadczenie pracownika socjalnego", "social worker's certificate"),
    "FOLLOW_UP": ("uzupełnienie oceny po decyzji pilnej", "completion after an urgent decision"),
    "APPEAL_TERM": ("wniesienie odwołania", "appeal"),
    "REVIEW": ("przegląd świadczenia", "the review of the benefit"),
    "URGING": ("ponaglenie", "urging complaint"),
    "PAYMENT": ("wypłata świadczenia", "payment of the benefit"),
}
_EXTENSION: _Labels = {
    "EVIDENCE_AWAITED": ("czekamy na dowód", "evidence is awaited"),
    "CERTIFICATE_AWAITED": (
        "czekamy na zaświadczenie pracownika socjalnego",
        "the social worker's certificate is awaited",
    ),
    "INTERVIEW_IMPOSSIBLE": ("wywiad nie mógł się odbyć", "the interview could not be held"),
    "INTRICATE": ("sprawa szczególnie skomplikowana", "the case is particularly intricate"),
    "WORKLOAD": ("liczba spraw", "number of cases"),
    "OTHER": ("inna przyczyna", "another reason"),
}
_SOURCE: _Labels = {
    "TRIAGE": ("pierwszy kontakt", "first contact"),
    "REFERRAL": ("skierowanie", "referral"),
    "OWN_REQUEST": ("prośba klienta", "the client's request"),
    "IDENTIFIED": ("rozpoznanie w środowisku", "identified in the community"),
}
_ACTION: _Labels = {
    "EXPLAINING": ("wyjaśnianie", "explaining"),
    "SUPPORTING": ("wspieranie", "supporting"),
    "ADVICE": ("poradnictwo", "advice"),
    "EDUCATIONAL": ("działanie edukacyjne", "educational action"),
    "CONFRONTATION": ("konfrontacja", "confrontation"),
    "PERSUASION": ("perswazja", "persuasion"),
    "REQUIREMENTS": ("stawianie wymagań i granic", "requirements and limits"),
    "WIDENING_CONTACTS": ("poszerzanie sieci kontaktów", "widening the contact network"),
    "ACCOMPANYING": ("towarzyszenie", "accompanying"),
    "ADVOCACY": ("rzecznictwo", "advocacy"),
    "PSYCHOEDUCATION": ("psychoedukacja", "psychoeducation"),
    "MEDIATION": ("mediacja", "mediation"),
    "INTERVENTION": ("interwencja", "intervention"),
    "ORGANISING_COUNSELLING": ("organizowanie poradnictwa", "organising counselling"),
    "REACHING_SPECIALISTS": ("pomoc w dotarciu do specjalisty", "help in reaching specialists"),
    "CONSULTATION": ("konsultacja ze specjalistą", "consultation with a specialist"),
    "WIDENING_OFFER": ("poszerzanie oferty pomocy", "widening the offer of help"),
}
_SW_RESULT: _Labels = {
    "SELF_RELIANT": ("usamodzielnienie", "self-reliant"),
    "GOALS_PARTLY": ("cele osiągnięte w części", "goals reached in part"),
    "NO_COOPERATION": ("brak współpracy", "no cooperation"),
    "MOVED": ("przeprowadzka", "moved"),
    "DIED": ("zgon", "died"),
    "TRANSFERRED": ("przekazanie", "transferred"),
    "WRONGLY_DIRECTED": ("skierowanie omyłkowe", "directed wrongly"),
}
_RELEVANT: _Labels = {
    "RESOURCE_WASTE": ("marnotrawienie zasobów", "waste of resources"),
    "CHANGE_OF_HOUSEHOLD": ("zmiana w gospodarstwie domowym", "change of the household"),
    "CHANGE_OF_INCOME": ("zmiana dochodu", "change of income"),
    "CHANGE_OF_NEED": ("zmiana potrzeb", "change of need"),
}
_DAYS: _Labels = {
    "working": ("w dni robocze", "on working days"),
    "all": ("codziennie", "every day"),
}
_REFUSAL: _Labels = {
    "NO_CAPACITY": ("brak wolnych miejsc", "no capacity"),
    "OUTSIDE_CONTRACT": ("poza zakresem umowy", "outside the contract"),
    "INCOMPLETE_SHEET": ("niepełna karta klienta", "incomplete client sheet"),
}
_ABSENCE: _Labels = {
    "HOSPITAL": ("pobyt w szpitalu", "stay in hospital"),
    "FAMILY": ("pobyt u rodziny", "stay with family"),
    "NOT_AT_HOME": ("nieobecność w domu", "nobody at home"),
    "CARER_ABSENT": ("nieobecność opiekuna", "the carer was absent"),
    "OTHER": ("inny powód", "another reason"),
}
_CARE: _Labels = {
    "HOUSEHOLD": ("prace domowe", "household"),
    "HYGIENE": ("higiena", "hygiene"),
    "PRESCRIBED_CARE": ("zalecona pielęgnacja", "prescribed care"),
    "CONTACTS": ("kontakty z otoczeniem", "contacts"),
    "MEALS": ("posiłki", "meals"),
    "SHOPPING": ("zakupy", "shopping"),
}
_NEED: _Labels = {
    "NONE": ("brak", "none"),
    "LIMITED_MOBILITY": ("trudności w poruszaniu się", "limited mobility"),
    "BEDRIDDEN": ("leży", "bedridden"),
    "DEMENTIA": ("zaburzenia pamięci", "dementia"),
}
_RISK: _Labels = {
    "NONE": ("brak", "none"),
    "FALL": ("ryzyko upadku", "risk of a fall"),
    "INFECTION": ("ryzyko zakażenia", "risk of an infection"),
    "AGGRESSION": ("ryzyko agresji", "risk of aggression"),
}
_END: _Labels = {
    "PERIOD": ("koniec okresu", "end of the period"),
    "DEATH": ("zgon", "death"),
    "DPS": ("przyjęcie do DPS", "admission to residential care"),
    "RESIGNATION": ("rezygnacja", "resignation"),
    "REVOKED": ("uchylenie decyzji", "decision revoked"),
}
_EVALUATION: _Labels = {
    "CONTINUE": ("kontynuować", "continue"),
    "CHANGE": ("zmienić", "change"),
    "END": ("zakończyć", "end"),
}
_SEVERITY: _Labels = {
    "LOW": ("niska", "low"),
    "MEDIUM": ("średnia", "medium"),
    "HIGH": ("wysoka", "high"),
}
_LABOUR: _Labels = {
    "UNEMPLOYED": ("osoba bezrobotna", "unemployed"),
    "JOB_SEEKER": ("osoba poszukująca pracy", "job seeker"),
    "NOT_REGISTERED": ("niezarejestrowana", "not registered"),
}
_GOAL: _Labels = {
    "EMPLOYMENT": ("zatrudnienie", "employment"),
    "TRAINING": ("szkolenie", "training"),
    "TRAINEESHIP": ("staż", "traineeship"),
    "OWN_BUSINESS": ("własna działalność", "own business"),
}
_OUTCOME: _Labels = {
    "STARTED": ("rozpoczęcie", "started"),
    "COMPLETED": ("ukończenie", "completed"),
    "INTERRUPTED": ("przerwanie", "interrupted"),
    "ACCEPTED": ("przyjęcie", "accepted"),
    "REFUSED": ("odmowa", "refused"),
    "NOT_HIRED": ("brak zatrudnienia", "not hired"),
}

_REPORTER: _Labels = {
    "SELF": ("klient", "the client"),
    "DAUGHTER": ("córka", "daughter"),
    "SON": ("syn", "son"),
    "SPOUSE": ("małżonek", "spouse"),
    "PARENT": ("rodzic", "parent"),
    "RELATIVE": ("inny krewny", "another relative"),
    "NEIGHBOUR": ("sąsiad", "neighbour"),
    "REPRESENTATIVE": ("przedstawiciel", "representative"),
    "INSTITUTION": ("instytucja", "institution"),
}

LABELS: dict[str, _Labels] = {
    codes.Channel.__name__: _CHANNEL,
    codes.Reporter.__name__: _REPORTER,
    codes.Reason.__name__: _REASON,
    codes.TriageOutcome.__name__: _TRIAGE,
    codes.Benefit.__name__: _BENEFIT,
    codes.EvidenceKind.__name__: _EVIDENCE,
    codes.InterviewPart.__name__: _PART,
    codes.Place.__name__: _PLACE,
    codes.Question.__name__: _QUESTION,
    codes.Answer.__name__: _ANSWER,
    codes.ReferralPurpose.__name__: _PURPOSE,
    codes.DecisionKind.__name__: _DECISION,
    codes.Delivery.__name__: _DELIVERY,
    codes.AppealResult.__name__: _APPEAL,
    codes.LateAppealResult.__name__: _LATE_APPEAL,
    codes.FinalityBasis.__name__: _FINALITY,
    codes.PaymentMethod.__name__: _METHOD,
    codes.ReviewTrigger.__name__: _TRIGGER,
    codes.ReviewResult.__name__: _RESULT,
    codes.ParameterKind.__name__: _PARAMETERS,
    codes.InterviewUpdate.__name__: _UPDATE,
    codes.ReopeningGround.__name__: _REOPENING,
    codes.Deadline.__name__: _DEADLINE,
    codes.ExtensionReason.__name__: _EXTENSION,
    codes.SocialWorkSource.__name__: _SOURCE,
    codes.SocialWorkAction.__name__: _ACTION,
    codes.SocialWorkResult.__name__: _SW_RESULT,
    codes.RelevantFact.__name__: _RELEVANT,
    codes.Days.__name__: _DAYS,
    codes.OrderRefusal.__name__: _REFUSAL,
    codes.Absence.__name__: _ABSENCE,
    codes.CareActivity.__name__: _CARE,
    codes.HealthNeed.__name__: _NEED,
    codes.Risk.__name__: _RISK,
    codes.OrderEnd.__name__: _END,
    codes.Evaluation.__name__: _EVALUATION,
    codes.Severity.__name__: _SEVERITY,
    codes.LabourStatus.__name__: _LABOUR,
    codes.PlanGoal.__name__: _GOAL,
    codes.LabourOutcome.__name__: _OUTCOME,
    **OF_REALISATION,
}


def label(vocabulary: str, code: Any, language: str) -> str:
    """The name of a code; one that we do not know is shown as it came."""
    known = LABELS[vocabulary].get(str(code))
    if known is None:
        return str(code).replace("_", " ").lower()
    return known[1] if language == "en" else known[0]
