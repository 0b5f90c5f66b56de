"""What a case holds, put together for the letter of a decision."""

from __future__ import annotations

from chassis.context import Context
from services.benefits.assessment import Assessment
from services.benefits.calculation import paid_back
from services.benefits.case import Case
from services.benefits.commands.leading import Leading
from services.benefits.decision import Decision
from services.benefits.letter import Earlier, Letter, Line, write
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


class Reasoning(Leading):
    """Loads, and leaves the sentences to `letter`."""

    async def _letter(
        self,
        case: Case,
        kind: DecisionKind,
        terms: Terms,
        previous: Decision | None,
        supplement: str,
        ctx: Context,
    ) -> Letter:
        assessment, means = await self._assessment(case, ctx), await self._means(case, ctx)
        reopened = previous is not None and previous.state is DecisionState.REOPENED
        return write(
            kind,
            case.benefit,
            terms,
            _findings(case, assessment, means, reopened=reopened),
            earlier=_earlier(previous),
            lines=_lines(means, terms) if kind in CALCULATED else (),
            supplement=supplement,
        )


def _earlier(previous: Decision | None) -> Earlier | None:
    if previous is None or previous.issued_on is None:
        return None
    return Earlier(previous.number, previous.issued_on)


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


def _lines(means: Means, terms: Terms) -> tuple[Line, ...]:
    """How the amount, the fee of an hour or the shares of a home were reached."""
    match means.benefit:
        case Benefit.HOME_CARE:
            steps = means.fee.steps if means.fee else ()
        case Benefit.RESIDENTIAL_HOME:
            steps = means.home_fees.steps if means.home_fees else ()
        case _:
            found = means.right if means.benefit in DELIVERED else means.result
            steps = found.steps if found else ()
    if (repay := terms.repay) is not None:
        basis = "ups art. 43 ust. 1 pkt 2" if means.benefit is LOAN else "ups art. 41 pkt 2"
        steps += paid_back(repay.amount, repay.instalments, basis=basis)
    return tuple(Line(step.basis, step.pl, step.amount) for step in steps)
