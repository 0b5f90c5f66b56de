"""What a case holds, put together for the letter of a decision."""

from __future__ import annotations

from dataclasses import dataclass

from chassis.context import Context
from services.benefits.assessment import Assessment
from services.benefits.calculation import IncomeChange, Step, paid_back
from services.benefits.case import Case
from services.benefits.commands.leading import Leading
from services.benefits.decision import Decision
from services.benefits.entitlement import Entitlement
from services.benefits.grounds import Ground
from services.benefits.letter import Earlier, Letter, write
from services.benefits.letter_lines import Line
from services.benefits.letter_reasons import Findings
from services.benefits.lifecycle import DecisionState
from services.benefits.means import Means
from services.benefits.values import (
    DELIVERED,
    LOAN,
    Benefit,
    CooperationAssessor,
    DecisionKind,
    Terms,
)

CALCULATED = frozenset(
    {
        DecisionKind.GRANT,
        DecisionKind.PARTIAL,
        DecisionKind.CHANGE,
        DecisionKind.LIMIT,
        DecisionKind.FEE,
    }
)
"""Decisions whose letter shows how the amount, or the fee, was reached."""

FOR_INCOME = frozenset({DecisionKind.REFUSAL, DecisionKind.REVOKE, DecisionKind.SUSPEND})
"""Where they rest on the income, their letter shows it beside the criterion."""

ON_CHANGE = frozenset({DecisionKind.CHANGE, DecisionKind.CONFIRM})
"""Whose letter shows by how much the income changed, where that was calculated."""


@dataclass(frozen=True)
class Follows:
    """The decisions that a new one comes after, each for its own reason."""

    previous: Decision | None = None
    """That it changes or follows."""
    examined: Decision | None = None
    """That was reopened: it is kept in force, or this one takes its place (KPA 151 § 1)."""
    corrected: Decision | None = None
    """That the office took back on an appeal (KPA 132 § 1)."""


class Reasoning(Leading):
    """Loads, and leaves the sentences to `letter`."""

    async def _letter(
        self,
        case: Case,
        kind: DecisionKind,
        terms: Terms,
        follows: Follows,
        supplement: str,
        ctx: Context,
        entitlement: Entitlement | None = None,
    ) -> Letter:
        """`entitlement` is what a review is about."""
        assessment, means = await self._assessment(case, ctx), await self._means(case, ctx)
        change = entitlement.income_change if entitlement else None
        steps = await self._steps(kind, terms, means, change, ctx)
        return write(
            kind,
            case.benefit,
            terms,
            _findings(case, assessment, means, reopened=follows.examined is not None),
            earlier=_earlier(follows.examined or follows.previous),
            corrected=_earlier(follows.corrected),
            lines=tuple(map(Line.of, dict.fromkeys(steps))),
            supplement=supplement,
        )

    async def _steps(
        self,
        kind: DecisionKind,
        terms: Terms,
        means: Means,
        change: IncomeChange | None,
        ctx: Context,
    ) -> tuple[Step, ...]:
        """First how the income was found and changed, then what follows from it."""
        income = means.income.steps if means.income else ()
        if change is not None and kind in ON_CHANGE:
            income += change.steps
            if kind is DecisionKind.CONFIRM:
                return income
        if kind in CALCULATED:
            return income + _counted(means, terms)
        if kind in FOR_INCOME and terms.ground is Ground.INCOME:
            return income + means.why_not(await self.law_on(means.by_law_of or ctx.today, ctx))
        return ()


def _earlier(previous: Decision | None) -> Earlier | None:
    if previous is None or previous.issued_on is None:
        return None
    gone = previous.state is DecisionState.OVERTURNED
    return Earlier(previous.number, previous.issued_on, previous.kind, gone=gone)


def _findings(case: Case, assessment: Assessment, means: Means, *, reopened: bool) -> Findings:
    return Findings(
        filed_on=case.filed_on,
        ex_officio=case.ex_officio,
        withdrawn_on=case.withdrawn_on,
        interviews=case.interviews,
        interview_refused_on=case.interview_refused_on,
        answers=assessment.answers,
        has_unused=assessment.has_unused,
        terms_on=assessment.terms_on,
        by_own_judgement=assessment.assessor is CooperationAssessor.BENEFITS_WORKER,
        cooperation=assessment.cooperation,
        income=means.income,
        party_heard_until=case.party_heard_until,
        party_comments=case.party_comments,
        reopened=reopened,
        consent=case.consent,
        sheet_on=case.sheet.on if case.sheet else None,
    )


def _counted(means: Means, terms: Terms) -> tuple[Step, ...]:
    """How the amount, the fee of an hour or the shares of a home were reached."""
    match means.benefit:
        case Benefit.HOME_CARE | Benefit.SPECIALIST_CARE:
            return means.fee.steps if means.fee else ()
        case Benefit.RESIDENTIAL_HOME:
            return means.home_fees.steps if means.home_fees else ()
        case _:
            found = means.right if means.benefit in DELIVERED else means.result
            steps = found.steps if found else ()
    if (repay := terms.repay) is not None:
        basis = "ups art. 43 ust. 1 pkt 2" if means.benefit is LOAN else "ups art. 41 pkt 2"
        steps += paid_back(repay.amount, repay.instalments, basis=basis)
    return steps
