"""What the law asks of a case: the 7+1 questions with their answers, and what is still missing."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from chassis.refusal import Refusal
from services.benefits import words
from services.benefits.lifecycle import OVER, AssessmentState, CaseState
from services.benefits.refusals.assessment import AssessmentNotCompleted, InterviewMissing
from services.benefits.values import BY_CERTIFICATE, Answer, Question


class NeedOut(BaseModel):
    """What still stands between the case and a grant; the code is that of the refusal."""

    code: str = Field(examples=["CertificateMissing"])
    pl: str
    en: str


class QuestionOut(BaseModel):
    """One of the 7+1 questions: who answers it, and the answer with evidence, author and day."""

    question: Question
    title_pl: str
    title_en: str
    law: str = Field(examples=["ups art. 7"])
    by_certificate: bool
    answer: Answer | None


def questions(answers: dict[str, Any], *, own_judgement: bool) -> list[QuestionOut]:
    """All of them in order, whether answered or not."""
    certified = BY_CERTIFICATE - ({Question.COOPERATION} if own_judgement else set())
    return [
        QuestionOut(
            question=question,
            title_pl=title,
            title_en=words.ENGLISH[title],
            law=words.QUESTION_LAW[question],
            by_certificate=question in certified,
            answer=answers.get(question.value),
        )
        for question, title in words.QUESTION_PL.items()
    ]


def needs(state: CaseState, case: dict[str, Any], assessment: dict[str, Any]) -> list[NeedOut]:
    """In the order in which they are asked for; none once the case is decided or over."""
    if state in OVER or state is CaseState.DECISION:
        return []
    found = [NeedOut(**lacking) for lacking in assessment.get("lacks", ())]
    if not case.get("is_interviewed"):
        found.insert(0, _need(InterviewMissing()))
    if not found and assessment["state"] != AssessmentState.EVIDENCE_COMPLETE:
        found.append(_need(AssessmentNotCompleted()))
    return found


def _need(refusal: Refusal) -> NeedOut:
    return NeedOut(code=refusal.code, pl=refusal.sentence("pl"), en=refusal.sentence("en"))
