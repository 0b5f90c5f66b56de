"""What is refused about interviews, questions and cooperation, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from chassis.refusal import Refusal


@dataclass
class InterviewMissing(Refusal):
    PL = (
        "Przed decyzją trzeba przeprowadzić rodzinny wywiad środowiskowy (ups art. 107). "
        "Zapisz wywiad w sprawie."
    )
    EN = (
        "The environmental interview has to be held before a decision (ups art. 107). "
        "Record it in the case."
    )


@dataclass
class HeadConsentMissing(Refusal):
    PL = (
        "Wywiad odbywa się w miejscu zamieszkania albo pobytu, w dniu roboczym. Na inne miejsce "
        "lub dzień zgadza się kierownik zespołu albo dyrektor. Poproś o zgodę i zapisz wywiad, gdy "
        "będzie w sprawie."
    )
    EN = (
        "The interview is held where the person lives or stays, on a working day. To another place "
        "or day the head of the team or the director agrees. Ask for the consent and record the "
        "interview when the case has it."
    )


@dataclass
class CertificateMissing(Refusal):
    kind: int
    person: str
    TELLS = ("kind",)
    PL = (
        "Brakuje zaświadczenia nr {kind} pracownika socjalnego. "
        "Skieruj osobę do pracownika socjalnego albo poczekaj na zaświadczenie."
    )
    EN = (
        "The social worker's certificate {kind} is missing. "
        "Refer the person to a social worker or wait for the certificate."
    )


@dataclass
class QuestionsUnanswered(Refusal):
    questions: tuple[str, ...]
    TELLS = ("questions",)
    PL = "Brakuje odpowiedzi na pytania: {questions}. Uzupełnij ocenę przed projektem decyzji."
    EN = "These questions have no answer yet: {questions}. Complete the assessment first."

    def details(self) -> dict[str, Any]:
        return {**super().details(), "questions": ", ".join(self.questions)}


@dataclass
class OnlyByCertificate(Refusal):
    question: str
    kind: str
    STATUS = 422
    FIELD = "question"
    PL = (
        "Na pytanie {question} odpowiada tylko zaświadczenie pracownika socjalnego (nr {kind}). "
        "Skieruj osobę do pracownika socjalnego."
    )
    EN = (
        "Question {question} is answered by the social worker's certificate ({kind}) only. "
        "Refer the person to a social worker."
    )


@dataclass
class AssessmentNotCompleted(Refusal):
    PL = "Ocena jest pełna, ale niezakończona. Najpierw zakończ ocenę."
    EN = "The assessment is complete but not closed. Close the assessment first."


@dataclass
class InterviewFieldsWrong(Refusal):
    part: str
    field: str
    STATUS = 422
    FIELD = "part"
    TELLS = ("part", "field")
    PL = "Część {part} wywiadu ma własne pola. Wypełnij je, a pola innych części zostaw puste."
    EN = (
        "Part {part} of the interview has fields of its own (“{field}”). Fill them in and leave "
        "out those of other parts."
    )


@dataclass
class NothingToUpdate(Refusal):
    STATUS = 422
    FIELD = "part"
    PL = (
        "Tej osoby dotąd nie było w wywiadzie, więc nie ma czego aktualizować. "
        "Przeprowadź wywiad część I."
    )
    EN = "There was no interview of this person yet, so nothing to update. Hold part I."


@dataclass
class JointVisitWanted(Refusal):
    STATUS = 422
    FIELD = "joint"
    PL = (
        "Klient chce świadczeń i pracy socjalnej, więc na wywiad przychodzą oboje pracownicy. "
        "Umów wspólną wizytę albo podaj, dlaczego nie jest możliwa."
    )
    EN = (
        "The client wants benefits and social work, so both workers come to one visit. Arrange a "
        "joint visit or say why it is not possible."
    )


@dataclass
class EvidenceUnknown(Refusal):
    evidence: str
    STATUS = 422
    FIELD = "evidence"
    PL = "Wskazanego dowodu nie ma w tej sprawie. Wskaż dowody lub wywiady z tej sprawy."
    EN = "There is no evidence {evidence} in this case. Name evidence or interviews of this case."


@dataclass
class ReasonsNotAsked(Refusal):
    STATUS = 422
    FIELD = "reasons"
    PL = (
        "Powody z art. 7 podaje się tylko w odpowiedzi na pytanie Q1 i tylko wtedy, "
        "gdy powód istnieje. Usuń je z tej odpowiedzi."
    )
    EN = (
        "Reasons of art. 7 are given in the answer to Q1 only, and only where there is one. "
        "Leave them out of this answer."
    )


@dataclass
class OnlyInMonitoring(Refusal):
    STATUS = 422
    FIELD = "question"
    PL = (
        "Na pytanie Q8 odpowiada się dopiero po decyzji, przy monitorowaniu świadczenia. "
        "Odpowiedz na pozostałe pytania."
    )
    EN = (
        "Question Q8 is answered after the decision, while the benefit is monitored. Answer the "
        "other questions."
    )


@dataclass
class OtherAssessor(Refusal):
    STATUS = 403
    PL = (
        "W tej jednostce współdziałanie ocenia pracownik socjalny w zaświadczeniach nr 5 i 6. "
        "Skieruj osobę do pracownika socjalnego."
    )
    EN = (
        "In this unit the social worker judges cooperation, by certificates 5 and 6. Refer the "
        "person to a social worker."
    )


@dataclass
class CooperationNotAgreed(Refusal):
    person: str
    PL = (
        "Z klientem nie uzgodniono zakresu współpracy, choć ma niewykorzystane zasoby lub "
        "możliwości. Najpierw uzgodnij współpracę."
    )
    EN = (
        "No cooperation was agreed with the client, who has unused resources or capabilities. "
        "Agree it first."
    )
