"""What benefits' words are called on pages, in Polish and in English."""

from __future__ import annotations

from services.benefits.deadlines import DeadlineKind
from services.benefits.lifecycle import ACTION_EN, ACTION_PL, STATE_EN, STATE_PL
from services.benefits.payments import PaymentState
from services.benefits.values import AnswerValue, Benefit, DecisionKind, Question

BENEFIT_PL: dict[Benefit, str] = {
    Benefit.PERMANENT: "Zasiłek stały",
    Benefit.PERIODIC: "Zasiłek okresowy",
    Benefit.TARGETED: "Zasiłek celowy",
    Benefit.SPECIAL_TARGETED: "Specjalny zasiłek celowy",
    Benefit.HOME_CARE: "Usługi opiekuńcze",
    Benefit.SPECIALIST_CARE: "Specjalistyczne usługi opiekuńcze",
    Benefit.DAY_HOME: "Dzienny dom pomocy",
    Benefit.RESIDENTIAL_HOME: "Dom pomocy społecznej",
    Benefit.MEAL: "Posiłek",
    Benefit.SHELTER: "Schronienie",
}
QUESTION_PL: dict[Question, str] = {
    Question.REASON: "Czy jest powód trudnej sytuacji (art. 7)?",
    Question.UNUSED_ENTITLEMENTS: "Czy są niewykorzystane uprawnienia i zasoby materialne?",
    Question.UNUSED_RESOURCES: "Czy są niewykorzystane zasoby niematerialne i możliwości?",
    Question.NEEDS: "Czy niezbędne potrzeby są zaspokojone godnie?",
    Question.CRITERION: "Czy spełnione jest kryterium dochodowe?",
    Question.DISPROPORTION: "Czy jest dysproporcja dochodu i majątku?",
    Question.CONDITIONS: "Czy spełnione są warunki tego świadczenia?",
    Question.COOPERATION: "Czy osoba współdziała?",
    Question.WASTE: "Czy świadczenia lub własne środki zmarnowano?",
}
ANSWER_PL: dict[AnswerValue, str] = {
    AnswerValue.YES: "tak",
    AnswerValue.NO: "nie",
    AnswerValue.PARTLY: "częściowo",
}
KIND_PL: dict[DecisionKind, str] = {
    DecisionKind.GRANT: "przyznanie",
    DecisionKind.PARTIAL: "przyznanie częściowe",
    DecisionKind.REFUSAL: "odmowa",
    DecisionKind.FEE: "odpłatność",
    DecisionKind.CHANGE: "zmiana",
    DecisionKind.REVOKE: "uchylenie",
    DecisionKind.SUSPEND: "wstrzymanie",
}
DEADLINE_PL: dict[DeadlineKind, str] = {
    DeadlineKind.INTERVIEW: "Wywiad środowiskowy",
    DeadlineKind.INTERVIEW_UPDATE: "Aktualizacja wywiadu",
    DeadlineKind.DECISION: "Decyzja",
    DeadlineKind.FORWARD_APPEAL: "Przekazanie odwołania do SKO",
    DeadlineKind.REFERRAL_CONTACT: "Kontakt z pracownikiem socjalnym",
    DeadlineKind.FOLLOW_UP: "Uzupełnienie oceny po decyzji pilnej",
    DeadlineKind.APPEAL_TERM: "Koniec terminu odwołania",
    DeadlineKind.REVIEW: "Podjęcie przeglądu świadczenia",
    DeadlineKind.PAYMENT: "Wypłata",
}
PAYMENT_PL: dict[PaymentState, str] = {
    PaymentState.PLANNED: "zaplanowana",
    PaymentState.PAID: "wykonana",
    PaymentState.STOPPED: "wstrzymana",
}

_PAGES = {
    "Sprawy": "Cases",
    "Sprawa": "Case",
    "Moje sprawy": "My cases",
    "Wszystkie otwarte": "All open",
    "Nie ma spraw na tej liście.": "There are no cases on this list.",
    "Klient": "Client",
    "Świadczenie": "Benefit",
    "Stan": "State",
    "Prowadzi": "Led by",
    "nikt": "nobody",
    "Najbliższy termin": "Nearest deadline",
    "Wniosek z dnia": "Application of",
    "pilna": "urgent",
    "Oś czasu klienta": "The client's timeline",
    "Terminy": "Deadlines",
    "Nic nie czeka na termin.": "No deadline is running.",
    "Ocena": "Assessment",
    "Pytanie": "Question",
    "Odpowiedź": "Answer",
    "Uzasadnienie": "Reasons",
    "brak": "none",
    "z zaświadczenia": "from a certificate",
    "Wywiady": "Interviews",
    "część": "part",
    "wspólny z pracownikiem socjalnym": "together with the social worker",
    "Jeszcze nie było wywiadu.": "There has been no interview yet.",
    "Dochód i wyliczenie": "Income and calculation",
    "Dochód za": "Income of",
    "Podstawa": "Provision",
    "Co policzono": "What was counted",
    "Wynik": "Result",
    "Propozycja": "Proposal",
    "Decyzje": "Decisions",
    "Numer": "Number",
    "Rodzaj": "Kind",
    "Wydana": "Issued",
    "Doręczona": "Delivered",
    "Odwołanie do": "Appeal until",
    "Ostateczna": "Final",
    "Nie ma jeszcze decyzji.": "There is no decision yet.",
    "projekt": "draft",
    "Wypłaty": "Payments",
    "Miesiąc": "Month",
    "Termin": "Due",
    "Kwota": "Amount",
    "Wypłacono łącznie": "Paid in all",
    "Co można teraz zrobić": "What can be done now",
    "W tej chwili nic.": "Nothing at the moment.",
}
_EN: dict[str, str] = {
    "Zasiłek stały": "Permanent benefit",
    "Zasiłek okresowy": "Periodic benefit",
    "Zasiłek celowy": "Targeted benefit",
    "Specjalny zasiłek celowy": "Special targeted benefit",
    "Usługi opiekuńcze": "Home care",
    "Specjalistyczne usługi opiekuńcze": "Specialist care",
    "Dzienny dom pomocy": "Day care home",
    "Dom pomocy społecznej": "Residential care home",
    "Posiłek": "Meal",
    "Schronienie": "Shelter",
    "Czy jest powód trudnej sytuacji (art. 7)?": "Is there a recognised reason (art. 7)?",
    "Czy są niewykorzystane uprawnienia i zasoby materialne?": (
        "Are there unused entitlements and material resources?"
    ),
    "Czy są niewykorzystane zasoby niematerialne i możliwości?": (
        "Are there unused immaterial resources and capabilities?"
    ),
    "Czy niezbędne potrzeby są zaspokojone godnie?": "Are necessary needs met with dignity?",
    "Czy spełnione jest kryterium dochodowe?": "Is the income criterion met?",
    "Czy jest dysproporcja dochodu i majątku?": "Do income and assets disagree?",
    "Czy spełnione są warunki tego świadczenia?": "Are the conditions of the benefit met?",
    "Czy osoba współdziała?": "Does the person cooperate?",
    "Czy świadczenia lub własne środki zmarnowano?": "Were benefits or own means wasted?",
    "tak": "yes",
    "nie": "no",
    "częściowo": "partly",
    "przyznanie": "grant",
    "przyznanie częściowe": "partial grant",
    "odmowa": "refusal",
    "odpłatność": "fee",
    "zmiana": "change",
    "uchylenie": "revocation",
    "wstrzymanie": "suspension",
    "Wywiad środowiskowy": "Environmental interview",
    "Aktualizacja wywiadu": "Interview update",
    "Decyzja": "Decision",
    "Przekazanie odwołania do SKO": "Forwarding of the appeal to the board",
    "Kontakt z pracownikiem socjalnym": "Contact with the social worker",
    "Uzupełnienie oceny po decyzji pilnej": "Completion after an urgent decision",
    "Koniec terminu odwołania": "End of the term of appeal",
    "Podjęcie przeglądu świadczenia": "Taking up the review",
    "Wypłata": "Payment",
    "zaplanowana": "planned",
    "wykonana": "made",
    "wstrzymana": "stopped",
}

ENGLISH: dict[str, str] = {
    **_PAGES,
    **_EN,
    **{STATE_PL[state]: STATE_EN[state] for state in STATE_PL},
    **{ACTION_PL[action]: ACTION_EN[action] for action in ACTION_PL},
}
