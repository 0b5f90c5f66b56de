"""The reasons of a decision, from the questions, the certificates and the income of the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from services.benefits import letter_came_back
from services.benefits.grounds import BECAUSE
from services.benefits.interviews import OF_THE_CLIENT, Interview
from services.benefits.polish import day, money, month, sentence
from services.benefits.resident import ConsentGiver, HomeConsent
from services.benefits.values import (
    Answer,
    AnswerValue,
    DecisionKind,
    Income,
    Question,
    Terms,
)

Q, YES, NO, PARTLY = Question, AnswerValue.YES, AnswerValue.NO, AnswerValue.PARTLY

ESTABLISHED: dict[Question, dict[AnswerValue, str]] = {
    Q.REASON: {
        YES: "Istnieją powody trudnej sytuacji życiowej (art. 7).",
        NO: "Nie stwierdzono powodów trudnej sytuacji życiowej (art. 7).",
        PARTLY: "Powody trudnej sytuacji życiowej (art. 7) potwierdziły się w części.",
    },
    Q.UNUSED_ENTITLEMENTS: {
        YES: "Są niewykorzystane uprawnienia lub zasoby materialne (art. 2 ust. 1).",
        NO: "Uprawnienia i zasoby materialne są wykorzystane (art. 2 ust. 1).",
        PARTLY: "Uprawnienia i zasoby materialne są wykorzystane w części (art. 2 ust. 1).",
    },
    Q.NEEDS: {
        YES: "Niezbędne potrzeby są zaspokojone (art. 3 ust. 1).",
        NO: "Niezbędne potrzeby nie są zaspokojone (art. 3 ust. 1).",
        PARTLY: "Niezbędne potrzeby są zaspokojone w części (art. 3 ust. 1).",
    },
    Q.CRITERION: {
        YES: "Kryterium dochodowe jest spełnione (art. 8).",
        NO: "Kryterium dochodowe nie jest spełnione (art. 8).",
        PARTLY: "Kryterium dochodowe jest spełnione w części okresu (art. 8).",
    },
    Q.DISPROPORTION: {
        YES: "Jest dysproporcja między udokumentowanym dochodem a majątkiem (art. 12).",
        NO: "Nie ma dysproporcji między udokumentowanym dochodem a majątkiem (art. 12).",
        PARTLY: "Dysproporcja między dochodem a majątkiem wystąpiła w części (art. 12).",
    },
    Q.CONDITIONS: {
        YES: "Szczegółowe warunki świadczenia są spełnione.",
        NO: "Szczegółowe warunki świadczenia nie są spełnione.",
        PARTLY: "Szczegółowe warunki świadczenia są spełnione w części.",
    },
    Q.WASTE: {
        YES: "Stwierdzono marnotrawienie świadczeń lub własnych zasobów (art. 11 ust. 1).",
        NO: "Nie stwierdzono marnotrawienia świadczeń ani własnych zasobów (art. 11 ust. 1).",
        PARTLY: "Część świadczeń wykorzystano niezgodnie z przeznaczeniem (art. 11 ust. 1).",
    },
}

UNUSED = {
    True: "strona posiada niewykorzystane zasoby niematerialne i możliwości",
    False: "strona nie posiada niewykorzystanych zasobów niematerialnych i możliwości",
}

CONSENTED = {
    ConsentGiver.PERSON: "Zgodę na zamieszkanie w domu osoba wyraziła dnia {on} (art. 54).",
    ConsentGiver.REPRESENTATIVE: (
        "Zgodę na zamieszkanie w domu wyraził przedstawiciel ustawowy dnia {on} (art. 54)."
    ),
    ConsentGiver.COURT: "Zgodę zastępuje orzeczenie sądu {reference} z dnia {on} (art. 55).",
}

TO_BE_PAID_BACK = (
    "Pomoc podlega zwrotowi w kwocie i ratach ustalonych w rozstrzygnięciu; przy ich ustaleniu "
    "uwzględniono dochód i możliwości strony."
)


@dataclass(frozen=True)
class Findings:
    """What the case holds when its decision is drafted."""

    filed_on: date
    ex_officio: str = ""
    withdrawn_on: date | None = None
    interviews: tuple[Interview, ...] = ()
    interview_refused_on: date | None = None
    answers: Mapping[Question, Answer] = field(default_factory=dict)
    has_unused: bool | None = None
    terms_on: date | None = None
    by_own_judgement: bool = False
    """The benefits worker judges cooperation, not the social worker."""
    cooperation: Mapping[str, bool] = field(default_factory=dict)
    income: Income | None = None
    party_heard_until: date | None = None
    party_comments: str = ""
    reopened: bool = False
    consent: HomeConsent | None = None
    sheet_on: date | None = None


def reasons(
    kind: DecisionKind, of_what: str, terms: Terms, found: Findings, supplement: str
) -> tuple[str, ...]:
    """Paragraphs; where everything was granted, only why there are none (KPA 107 § 4)."""
    if terms.in_full:
        return (
            "Odstąpiono od uzasadnienia, ponieważ decyzja uwzględnia w całości żądanie strony "
            "(art. 107 § 4 k.p.a.).",
        )
    said = [_beginning(of_what, found)]
    if kind is not DecisionKind.DISCONTINUE:
        said += _inquiry(found)
    said += _home(kind, found)
    if terms.ground is not None:
        said.append(BECAUSE[terms.ground].pl)
    if terms.repay is not None:
        said.append(TO_BE_PAID_BACK)
    said += letter_came_back.because(terms)
    if found.party_heard_until is not None:
        said.append(_heard(found.party_heard_until, found.party_comments))
    if supplement.strip():
        said.append(supplement.strip())
    return tuple(sentence(text) for text in said)


def _beginning(of_what: str, found: Findings) -> str:
    if found.ex_officio:
        began = f"Postępowanie w sprawie {of_what} wszczęto z urzędu dnia {day(found.filed_on)}"
        return f"{began}: {found.ex_officio.strip().rstrip('.')}."
    said = f"Wniosek w sprawie {of_what} wpłynął dnia {day(found.filed_on)}"
    if found.withdrawn_on is not None:
        return f"{said}, a dnia {day(found.withdrawn_on)} strona go wycofała."
    return f"{said}."


def _ended(text: str) -> str:
    """What somebody typed, with a full stop: another sentence follows."""
    written = text.strip()
    return f"{written}." if written and written[-1] not in ".!?…" else written


def _inquiry(found: Findings) -> Iterator[str]:
    held = [interview for interview in found.interviews if interview.part in OF_THE_CLIENT]
    if held:
        parts = ", ".join(f"część {one.part}, {day(one.on)}" for one in held)
        yield f"Przeprowadzono rodzinny wywiad środowiskowy ({parts})."
    if found.interview_refused_on is not None:
        refused = day(found.interview_refused_on)
        yield f"Dnia {refused} strona odmówiła przeprowadzenia rodzinnego wywiadu środowiskowego."
    established = [
        f"{ESTABLISHED[question][answer.value]} {_ended(answer.text)}".strip()
        for question, answer in sorted(found.answers.items())
        if question in ESTABLISHED
    ]
    if established:
        yield "Ustalono: " + " ".join(established)
    yield from _cooperation(found)
    if found.income is not None:
        yield _income(found.income)


def _cooperation(found: Findings) -> Iterator[str]:
    if found.has_unused is not None:
        yield f"Z zaświadczenia pracownika socjalnego (nr 4) wynika, że {UNUSED[found.has_unused]}."
    if found.terms_on is not None:
        whose = "" if found.by_own_judgement else " (zaświadczenie nr 5)"
        yield f"Zasady współdziałania ustalono dnia {day(found.terms_on)}{whose}."
    if found.cooperation:
        whose = "" if found.by_own_judgement else " (zaświadczenia nr 6)"
        months = "; ".join(
            f"{month(key)}: {'współdziała' if yes else 'nie współdziała'}"
            for key, yes in sorted(found.cooperation.items())
        )
        yield f"Współdziałanie w kolejnych miesiącach{whose}: {months}."


def _home(kind: DecisionKind, found: Findings) -> Iterator[str]:
    """The consent to a home, and the sheet that goes with the placement."""
    if kind in {DecisionKind.REFERRAL, DecisionKind.PLACEMENT} and found.consent is not None:
        yield CONSENTED[found.consent.by].format(
            on=day(found.consent.on), reference=found.consent.reference
        )
    if kind is DecisionKind.PLACEMENT and found.sheet_on is not None:
        yield (
            f"Do decyzji dołączono kartę mieszkańca z dnia {day(found.sheet_on)}, dlatego dom "
            "nie zbiera tych danych ponownie."
        )


def _income(income: Income) -> str:
    total = f"Dochód za {month(income.month)} wyniósł {money(income.total)}"
    if income.household_size == 1:
        return f"{total}."
    persons = f"osób w rodzinie: {income.household_size}"
    return f"{total}, to jest {money(income.per_capita)} na osobę ({persons})."


def _heard(until: date, comments: str) -> str:
    said = (
        "Stronę zawiadomiono o możliwości wypowiedzenia się co do zebranych dowodów do dnia "
        f"{day(until)} (art. 10 § 1 k.p.a.)"
    )
    if comments.strip():
        return f"{said}. Strona oświadczyła: {comments.strip()}"
    return f"{said}; strona nie wniosła uwag."
