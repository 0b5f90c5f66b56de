"""Who is let in where at benefits: every route, every role (`domain.md` H and I).

The table asks nothing of the code; a new route needs a row in it.
"""

from __future__ import annotations

from pathlib import Path

from osnowa_contracts.roles import Role

from services.benefits.pages.acts import PLACES
from tests.benefits.conftest import running_town
from tests.rights import (
    OPEN,
    PEOPLE,
    addresses_of,
    by_address,
    everybody_at,
    let_in,
    let_in_unknown,
    template,
)

GIVEN = {"day": "2026-02-10", "kind": "parameters"}

EVERYBODY = frozenset(PEOPLE)
SEE_CLIENTS = EVERYBODY - {Role.ADMINISTRATOR, Role.MIGRATION}
WORKERS = frozenset({Role.BENEFITS_WORKER, Role.CARE_WORKER})
STARTERS = WORKERS | {Role.BENEFITS_HEAD}
DRAFTERS = frozenset({Role.BENEFITS_WORKER, Role.CARE_WORKER, Role.REALISATION_WORKER})
SIGNERS = frozenset({Role.BENEFITS_HEAD, Role.DIRECTOR})
DIRECTOR = frozenset({Role.DIRECTOR})
REALISE = frozenset({Role.CARE_WORKER, Role.REALISATION_WORKER})
PAY = frozenset({Role.REALISATION_WORKER})
HAVE_WORK = frozenset(
    {
        Role.BENEFITS_HEAD,
        Role.BENEFITS_WORKER,
        Role.CARE_WORKER,
        Role.DIRECTOR,
        Role.REALISATION_WORKER,
    }
)
HEAD = frozenset({Role.BENEFITS_HEAD})
OVERSEE = frozenset({Role.AUDITOR, Role.BENEFITS_HEAD, Role.DIRECTOR})
PROPOSE_LAW = frozenset({Role.ADMINISTRATOR, Role.BENEFITS_HEAD})
PUBLISH_LAW = frozenset({Role.ADMINISTRATOR, Role.DIRECTOR})
WITHDRAW_LAW = frozenset({Role.ADMINISTRATOR, Role.BENEFITS_HEAD, Role.DIRECTOR})
REPORT_CHANGES = frozenset(
    {Role.BENEFITS_HEAD, Role.BENEFITS_WORKER, Role.CARE_WORKER, Role.REALISATION_WORKER}
)
PLAN_REPAYMENT = frozenset({Role.DIRECTOR, Role.REALISATION_WORKER})
MIGRATION = frozenset({Role.MIGRATION})
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})

MAY: dict[frozenset[Role], tuple[str, ...]] = {
    EVERYBODY: (
        "GET /",
        "GET /api/tasks",
        "POST /api/calculations/periodic",
        "POST /api/calculations/permanent",
        "POST /api/calculations/targeted",
        "POST /api/calculations/special-targeted",
        "POST /api/calculations/loss",
        "POST /api/calculations/returnable",
        "POST /api/calculations/contract",
        "POST /api/calculations/meal",
        "POST /api/calculations/non-cash",
        "POST /api/calculations/home-care-fee",
        "POST /api/calculations/care-home-fees",
        "POST /api/calculations/income",
        "POST /api/calculations/income-change",
        "POST /api/calculations/undue",
        "GET /api/parameters",
        "GET /api/parameters/proposals",
        "GET /api/practice",
        "GET /calculator",
        "GET /calculator/{kind}",
        "POST /calculator/{kind}",
        "GET /parameters",
    ),
    SEE_CLIENTS: (
        "GET /api/cases/{case_id}/referrals/{number}/document",
        "GET /api/cases/{case_id}/defects/document",
        "GET /api/cases/{case_id}/start/document",
        "GET /api/obliged-persons/{obliged_id}/claims/{number}/document",
        "GET /api/cases/{case_id}/term/notices/{number}/document",
        "GET /cases/{case_id}/realisation",
        "GET /entitlements/{entitlement_id}/known",
        "POST /clients/search",
        "GET /clients/{person_id}",
        "GET /api/clients/{person_id}/timeline",
        "GET /clients/{person_id}/events",
        "GET /api/cases",
        "GET /api/cases/{case_id}",
        "GET /api/payments",
        "GET /api/decisions/{decision_id}/document",
        "GET /api/cases/{case_id}/term",
        "GET /api/payment-lists",
        "GET /api/payment-lists/{day}",
        "GET /api/payment-lists/{day}/csv",
        "GET /api/entitlements/{entitlement_id}",
        "GET /api/entitlements/{entitlement_id}/payments",
        "GET /api/entitlements/{entitlement_id}/monitoring",
        "GET /api/expected",
        "GET /api/contract-requests",
        "GET /api/repayments",
        "GET /api/repayments/{repayment_id}",
        "GET /api/obliged-persons",
        "GET /api/fees",
        "GET /api/cases/{case_id}/fees",
        "GET /api/cases/{case_id}/fees/waiting/document",
        "GET /api/cases/{case_id}/resident-sheet",
        "GET /api/cases/{case_id}/resident-sheet/document",
        "GET /payment-lists",
        "GET /payment-lists/{day}",
        "GET /cases",
        "GET /cases/{case_id}",
    ),
    WORKERS: (
        "POST /api/cases/{case_id}/defects",
        "POST /api/cases/{case_id}/defects/completion",
        "POST /api/cases/{case_id}/defects/expiry",
        "POST /api/cases/{case_id}/transfer",
        "POST /api/cases/{case_id}/application/withdrawal",
        "POST /api/cases/{case_id}/assessment",
        "POST /api/cases/{case_id}/interviews/plan",
        "POST /api/cases/{case_id}/interviews",
        "POST /api/cases/{case_id}/interviews/refusal",
        "POST /api/cases/{case_id}/income",
        "POST /api/cases/{case_id}/answers",
        "POST /api/cases/{case_id}/evidence-requests",
        "POST /api/cases/{case_id}/evidence",
        "POST /api/cases/{case_id}/referrals",
        "POST /api/cases/{case_id}/referrals/hand-over",
        "POST /api/cases/{case_id}/cooperation/agreement",
        "POST /api/cases/{case_id}/cooperation",
        "POST /api/cases/{case_id}/hearing",
        "POST /api/cases/{case_id}/assessment/completion",
        "POST /api/cases/{case_id}/entitlement",
        "POST /api/cases/{case_id}/fee",
        "POST /api/cases/{case_id}/home-fees",
        "POST /api/cases/{case_id}/return",
        "POST /api/cases/{case_id}/closure",
        "POST /api/decisions/{decision_id}/waiver",
        "POST /api/decisions/{decision_id}/appeal",
        "POST /api/decisions/{decision_id}/appeal/forwarding",
        "POST /api/decisions/{decision_id}/appeal/result",
        "POST /api/decisions/{decision_id}/late-appeal",
        "POST /api/decisions/{decision_id}/late-appeal/forwarding",
        "POST /api/decisions/{decision_id}/late-appeal/answer",
        "POST /api/entitlements/{entitlement_id}/review",
        "POST /api/entitlements/{entitlement_id}/review/start",
        "POST /api/cases/{case_id}/term/halt",
        "POST /api/cases/{case_id}/term/resumption",
        "POST /api/cases/{case_id}/term/extension",
        "POST /api/cases/{case_id}/urging",
        "POST /api/cases/{case_id}/urging/forwarding",
        "POST /api/cases/{case_id}/urging/answer",
        "POST /api/decisions/{decision_id}/effort",
        "POST /api/entitlements/{entitlement_id}/utilisation-checks",
        "POST /api/contract-requests/{request_id}/answer",
        "POST /api/cases/{case_id}/obliged-persons",
        "POST /api/obliged-persons/{obliged_id}/situation",
        "POST /api/obliged-persons/{obliged_id}/agreements",
        "POST /api/obliged-persons/{obliged_id}/claims",
        "POST /api/cases/{case_id}/fees/shares",
        "POST /api/cases/{case_id}/fees/waiting",
        "POST /api/cases/{case_id}/home-consent",
        "POST /api/cases/{case_id}/resident-sheet",
        "POST /api/cases/{case_id}/right",
        "POST /api/entitlements/{entitlement_id}/continuation",
        "POST /api/entitlements/{entitlement_id}/income-change",
    ),
    STARTERS: (
        "GET /persons/{person_id}/ex-officio",
        "POST /persons/{person_id}/ex-officio",
        "POST /api/cases",
    ),
    DRAFTERS: (
        "POST /api/cases/{case_id}/decisions",
        "POST /api/cases/{case_id}/further-decisions",
        "POST /api/decisions/{decision_id}/revision",
        "POST /api/decisions/{decision_id}/withdrawal",
        "POST /api/decisions/{decision_id}/delivery",
        "POST /api/decisions/{decision_id}/finality",
        "POST /api/entitlements/{entitlement_id}/decisions",
        "POST /api/entitlements/{entitlement_id}/undue-decisions",
        "POST /api/obliged-persons/{obliged_id}/payments",
        "POST /api/cases/{case_id}/fees/stay",
        "POST /api/cases/{case_id}/fees/stay/end",
    ),
    SIGNERS: (
        "POST /api/cases/{case_id}/interviews/consent",
        "POST /api/decisions/{decision_id}/return",
        "POST /api/decisions/{decision_id}/issue",
        "POST /api/decisions/{decision_id}/enforceability",
        "GET /api/team",
        "GET /team",
    ),
    DIRECTOR: (
        "POST /api/practice/decision-mark",
        "GET /practice",
        "GET /practice/{name}",
        "POST /practice/{name}",
        "POST /api/decisions/{decision_id}/reopening",
        "POST /api/practice/cooperation-assessor",
        "POST /api/practice/signers",
        "POST /api/repayments/{repayment_id}/waiver",
    ),
    REALISE: (
        "POST /api/decisions/{decision_id}/realisation",
        "POST /api/entitlements/{entitlement_id}/end",
        "POST /api/entitlements/{entitlement_id}/deliveries",
    ),
    PAY: (
        "POST /api/entitlements/{entitlement_id}/payments",
        "POST /api/entitlements/{entitlement_id}/payments/cancellation",
        "POST /api/payment-lists/{day}/execution",
        "POST /api/entitlements/{entitlement_id}/payments/{payment_id}/return",
        "POST /api/entitlements/{entitlement_id}/payments/{payment_id}/reissue",
        "POST /api/entitlements/{entitlement_id}/contributions",
        "POST /api/repayments/{repayment_id}/receipts",
        "POST /api/repayments/{repayment_id}/refund",
        "POST /api/cases/{case_id}/fees/charges",
        "POST /api/cases/{case_id}/fees/payments",
        "POST /payment-lists/{day}/execution",
        "GET /payment-lists/{day}/returns/{entitlement_id}/{payment_id}",
        "POST /payment-lists/{day}/returns/{entitlement_id}/{payment_id}",
        "POST /payment-lists/{day}/reissues/{entitlement_id}/{payment_id}",
    ),
    HAVE_WORK: (
        "GET /expected",
        "GET /api/work",
        "GET /work",
    ),
    HEAD: (
        "GET /api/directions",
        "POST /api/directions/{contact_id}/no-proceeding",
        "GET /directions/{contact_id}/no-proceeding",
        "POST /directions/{contact_id}/no-proceeding",
        "POST /api/cases/{case_id}/worker",
        "POST /api/cases/{case_id}/worker/by-load",
        "POST /api/team/hand-over",
        "POST /team/assignment",
        "POST /team/hand-over",
    ),
    OVERSEE: (
        "GET /api/team/effort",
        "GET /api/cases/{case_id}/history",
        "GET /cases/{case_id}/history",
    ),
    PROPOSE_LAW: (
        "POST /api/parameters/proposals",
        "GET /parameters/{kind}/proposal",
        "POST /parameters/{kind}/proposal",
    ),
    PUBLISH_LAW: (
        "POST /api/parameters/proposals/{proposal_id}/publication",
        "POST /parameters/proposals/{proposal_id}/publication",
    ),
    WITHDRAW_LAW: (
        "POST /api/parameters/proposals/{proposal_id}/withdrawal",
        "POST /parameters/proposals/{proposal_id}/withdrawal",
    ),
    REPORT_CHANGES: ("POST /api/entitlements/{entitlement_id}/changes",),
    PLAN_REPAYMENT: ("POST /api/repayments/{repayment_id}/plan",),
    MIGRATION: (
        "POST /api/imports/cases",
        "POST /api/imports/cases/check",
    ),
    ADMINISTRATOR: (
        "GET /api/parked",
        "POST /api/parked/{publisher}/{sequence}/retry",
    ),
}

ACTS = {
    "cases": (
        *("worker", "worker/by-load", "assessment", "defects", "defects/completion"),
        *("defects/expiry", "transfer", "application/withdrawal", "interviews/plan"),
        *("interviews", "interviews/refusal", "interviews/consent"),
        *("income", "answers", "evidence-requests"),
        *("evidence", "referrals", "referrals/hand-over"),
        *("cooperation/agreement", "cooperation"),
        *("assessment/completion", "hearing", "entitlement", "fee", "home-fees"),
        *("decisions", "further-decisions", "closure", "return", "obliged-persons"),
        *("term/halt", "term/resumption", "term/extension"),
        *("urging", "urging/forwarding", "urging/answer"),
        *("fees/shares", "fees/waiting", "fees/stay", "fees/stay/end"),
        *("fees/charges", "fees/payments", "right", "home-consent", "resident-sheet"),
    ),
    "decisions": (
        *("revision", "return", "withdrawal", "issue", "delivery", "enforceability", "waiver"),
        *("appeal", "appeal/forwarding", "appeal/result", "finality", "reopening"),
        *("late-appeal", "late-appeal/forwarding", "late-appeal/answer", "realisation"),
    ),
    "entitlements": (
        *("payments", "payments/cancellation"),
        *("review", "review/start", "decisions", "utilisation-checks", "changes"),
        *("contributions", "undue-decisions", "end", "deliveries", "continuation"),
        "income-change",
    ),
    "repayments": ("plan", "receipts", "refund", "waiver"),
    "obliged-persons": ("situation", "agreements", "payments", "claims"),
    "contract-requests": ("answer",),
}
"""Each has a page and a form beside its row for programs, and lets in the same people."""

IDS = {
    "cases": "case_id",
    "decisions": "decision_id",
    "entitlements": "entitlement_id",
    "repayments": "repayment_id",
    "obliged-persons": "obliged_id",
    "contract-requests": "request_id",
}


def expected() -> dict[str, frozenset[Role]]:
    may = by_address(MAY)
    for thing, paths in ACTS.items():
        for path in paths:
            roles = may[f"POST /api/{thing}/{{{IDS[thing]}}}/{path}"]
            for method in ("GET", "POST"):
                may[f"{method} /{thing}/{{of}}/{{path={path}}}"] = roles
    return may


def test_every_act_of_a_case_has_its_row() -> None:
    for place in PLACES:
        assert set(place.acts) == set(ACTS.get(place.prefix, ()))


async def test_every_address_lets_in_exactly_whom_the_table_names(
    database: str, tmp_path: Path
) -> None:
    async with running_town(database, tmp_path, everybody_at("benefits", tmp_path)) as town:
        app = town.app
        addresses = {template(one) for one in addresses_of(app) if one not in OPEN}
        rows = expected()
        assert {template(one) for one in rows} == addresses, "a row for every route"
        assert await let_in(app, list(rows), GIVEN) == rows


async def test_nobody_is_let_in_without_signing_in(database: str, tmp_path: Path) -> None:
    async with running_town(database, tmp_path, everybody_at("benefits", tmp_path)) as town:
        app = town.app
        assert await let_in_unknown(app, list(expected()), GIVEN) == []
