"""What each kind of decision needs before it may be drafted: one table (`domain.md` C1, C3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chassis.refusal import Refusal
from services.benefits.grounds import Ground
from services.benefits.lifecycle import Action
from services.benefits.refusals.assessment import (
    AssessmentNotCompleted,
    CertificateMissing,
    CooperationNotAgreed,
    InterviewMissing,
    QuestionsUnanswered,
)
from services.benefits.refusals.drafting import (
    InterviewNotRefused,
    KindNotForBenefit,
    KindNotHere,
    NotWithdrawn,
)
from services.benefits.refusals.home import ConsentMissing, ConsentRefused, ResidentSheetMissing
from services.benefits.resident import ConsentAnswer, HomeConsent
from services.benefits.values import UNDER_CONTRACT, Benefit, DecisionKind

K, A = DecisionKind, Action


class Interviewed(StrEnum):
    """Whether the environmental interview has to precede the decision (ups art. 107)."""

    ALWAYS = "always"
    UNLESS_REFUSED = "unless-refused"
    NOT_NEEDED = "not-needed"


@dataclass(frozen=True)
class KindRule:
    """How a decision of this kind comes about."""

    by: tuple[Action, ...]
    interview: Interviewed = Interviewed.NOT_NEEDED
    assessed: bool = False
    """Every question answered and every certificate there; urgency may defer it."""
    refers: bool = False
    """Always to the decision that it changes or follows."""
    ground: bool = False
    period: bool = False
    consented: bool = False
    """Nobody moves into a home without consent or a court's ruling (ups art. 54, 55)."""
    with_sheet: bool = False
    """The resident sheet goes with it."""
    only_for: frozenset[Benefit] = frozenset()
    """Empty: for every benefit."""


_DPS = frozenset({Benefit.RESIDENTIAL_HOME})
_REVIEW = (A.DRAFT_REVIEW_DECISION,)
_GRANT = KindRule((A.DRAFT_DECISION,), Interviewed.ALWAYS, assessed=True, period=True)

KINDS: dict[DecisionKind, KindRule] = {
    K.GRANT: _GRANT,
    K.PARTIAL: _GRANT,
    K.REFUSAL: KindRule((A.DRAFT_DECISION,), Interviewed.UNLESS_REFUSED, ground=True),
    K.REFERRAL: KindRule(
        (A.DRAFT_DECISION,), Interviewed.ALWAYS, assessed=True, consented=True, only_for=_DPS
    ),
    # On the application only in the place of one that was reopened.
    K.PLACEMENT: KindRule(
        (A.DRAFT_DECISION, A.DRAFT_FURTHER_DECISION),
        Interviewed.ALWAYS,
        refers=True,
        period=True,
        consented=True,
        with_sheet=True,
        only_for=_DPS,
    ),
    K.FEE: KindRule((A.DRAFT_DECISION, A.DRAFT_FURTHER_DECISION), Interviewed.ALWAYS, period=True),
    K.CHANGE: KindRule(_REVIEW, refers=True, period=True),
    K.LIMIT: KindRule(_REVIEW, refers=True, ground=True, period=True),
    # The calculation of art. 39a gives amount and period; see `Entitlement.continue_benefit`.
    K.CONTINUE: KindRule(_REVIEW, refers=True, period=True, only_for=UNDER_CONTRACT),
    K.SUSPEND: KindRule(_REVIEW, refers=True, ground=True, period=True),
    K.REVOKE: KindRule(_REVIEW, refers=True, ground=True, period=True),
    # Also the refusal to revoke a decision after the proceeding was reopened (KPA 151 § 1).
    K.CONFIRM: KindRule((*_REVIEW, A.DRAFT_DECISION), refers=True),
    K.UNDUE: KindRule((A.DRAFT_UNDUE_DECISION,), refers=True),
    K.DISCONTINUE: KindRule((A.DRAFT_DECISION,), ground=True),
}


@dataclass(frozen=True)
class Progress:
    """How far a case is when a decision is to be drafted in it."""

    benefit: Benefit
    urgent: bool
    interviewed: bool
    interview_refused: bool
    withdrawn: bool
    missing: Sequence[Refusal]
    """What the assessment still lacks, in order."""
    completed: bool
    consent: HomeConsent | None = None
    sheet_written: bool = False


def matter_of(kind: DecisionKind) -> str:
    """A fee and a placement are matters of their own beside what else an application asks for."""
    return kind.value if A.DRAFT_FURTHER_DECISION in KINDS[kind].by else "APPLICATION"


def require_kind(action: Action, kind: DecisionKind) -> None:
    """Raises KindNotHere for a kind that comes about in another step."""
    if action not in KINDS[kind].by:
        raise KindNotHere(kind.value)


def guard(
    action: Action, kind: DecisionKind, ground: Ground | None, progress: Progress
) -> tuple[str, ...]:
    """Raises what stands between the case and a draft of this kind; tells what urgency defers."""
    rule = KINDS[kind]
    require_kind(action, kind)
    if rule.only_for and progress.benefit not in rule.only_for:
        raise KindNotForBenefit(kind.value, progress.benefit.value)
    if ground is Ground.WITHDRAWN and not progress.withdrawn:
        raise NotWithdrawn
    if ground is Ground.INTERVIEW_REFUSED and not progress.interview_refused:
        raise InterviewNotRefused
    _guard_interview(rule, ground, progress)
    _guard_home(rule, progress)
    if not rule.assessed:
        return ()
    if progress.urgent:
        return tuple(_code(refusal) for refusal in progress.missing)
    for refusal in progress.missing:
        raise refusal
    if not progress.completed:
        raise AssessmentNotCompleted
    return ()


def _guard_interview(rule: KindRule, ground: Ground | None, progress: Progress) -> None:
    refused = rule.interview is Interviewed.UNLESS_REFUSED and ground is Ground.INTERVIEW_REFUSED
    if rule.interview is not Interviewed.NOT_NEEDED and not progress.interviewed and not refused:
        raise InterviewMissing


def _guard_home(rule: KindRule, progress: Progress) -> None:
    if rule.consented and progress.consent is None:
        raise ConsentMissing
    if rule.consented and progress.consent and progress.consent.answer is ConsentAnswer.REFUSED:
        raise ConsentRefused(progress.consent.on)
    if rule.with_sheet and not progress.sheet_written:
        raise ResidentSheetMissing


def _code(refusal: Refusal) -> str:
    match refusal:
        case CertificateMissing(kind=kind):
            return f"CERTIFICATE_{kind}"
        case CooperationNotAgreed():
            return "COOPERATION"
        case QuestionsUnanswered(questions=questions):
            return "+".join(questions)
    return refusal.code
