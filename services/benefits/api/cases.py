"""Cases: the list, the whole of one, and every step of the proceeding."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from chassis.event_log import Receipt
from chassis.refusal import NotFound
from chassis.web import ABOUT_CLIENTS, Ctx, Running, SignedIn, record_reads
from services.benefits import queries
from services.benefits.api.entitlement_views import PaymentOut
from services.benefits.api.team import SocialWorkTeams
from services.benefits.api.views import CaseOut, CaseSummary, summary, whole_case
from services.benefits.commands import Commands
from services.benefits.commands.decision_inputs import Draft, ReturnToCase
from services.benefits.commands.inputs import (
    AnswerGiven,
    Closing,
    CooperationAgreement,
    CooperationJudgement,
    DefectsCall,
    Elsewhere,
    EvidenceGiven,
    EvidenceWanted,
    ExOfficioStart,
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

router = APIRouter(tags=["cases"], dependencies=[ABOUT_CLIENTS])

Service = Running[Commands]
OfPerson = Annotated[UUID | None, Query(description="only the cases of this person")]


@router.get("/cases")
async def cases(
    request: Request,
    worker: SignedIn,
    service: Service,
    person_id: OfPerson = None,
    mine: bool = False,
    open_only: bool = False,
) -> list[CaseSummary]:
    """The nearest deadline first; at most 100."""
    rows = await queries.cases(
        service.reading,
        person_id=person_id,
        worker=worker.id if mine else None,
        open_only=open_only,
    )
    await record_reads(request, worker, "cases", *{row["person_id"] for row in rows})
    return [summary(row) for row in rows]


@router.get("/cases/{case_id}")
async def case(request: Request, case_id: UUID, worker: SignedIn, service: Service) -> CaseOut:
    """The whole case. `actions` are what your role may do now, here and on its decisions."""
    row = await queries.case(service.reading, case_id)
    if row is None:
        raise NotFound("case")
    await record_reads(request, worker, "case", row["person_id"])
    return await whole_case(service.reading, row, worker.role)


@router.get("/payments", tags=["realisation"])
async def payments(
    request: Request,
    worker: SignedIn,
    service: Service,
    person_id: OfPerson = None,
    case_id: Annotated[UUID | None, Query(description="only of this case")] = None,
) -> list[PaymentOut]:
    """Planned, made and stopped payments, by their day; at most 100."""
    rows = await queries.payments(service.reading, person_id=person_id, case_id=case_id)
    await record_reads(request, worker, "payments", *{row["person_id"] for row in rows})
    return [PaymentOut(**dict(row)) for row in rows]


@router.post("/cases", status_code=201)
async def start_ex_officio(new: ExOfficioStart, ctx: Ctx, service: Service) -> Receipt:
    """A proceeding that nobody applied for; the answer's id is the case's."""
    return await service.commands.start_ex_officio(new, ctx=ctx)


@router.post("/cases/{case_id}/defects", status_code=201)
async def call_defects(case_id: UUID, new: DefectsCall, ctx: Ctx, service: Service) -> Receipt:
    """The party is called to complete the application, within seven days or more (KPA 64)."""
    return await service.commands.call_defects(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/defects/completion")
async def complete_application(case_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """What was missing came; the assessment begins."""
    return await service.commands.complete_application(case_id, ctx=ctx)


@router.post("/cases/{case_id}/defects/expiry")
async def leave_unexamined(case_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """It did not come in time: the application is left unexamined (KPA 64 § 2)."""
    return await service.commands.leave_unexamined(case_id, ctx=ctx)


@router.post("/cases/{case_id}/transfer")
async def transfer_case(case_id: UUID, new: TransferTo, ctx: Ctx, service: Service) -> Receipt:
    """Another authority has jurisdiction (KPA 65)."""
    return await service.commands.transfer_case(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/application/withdrawal")
async def withdraw_application(case_id: UUID, new: OnDay, ctx: Ctx, service: Service) -> Receipt:
    """The party does not want it any more; a decision to discontinue follows (KPA 105 § 2)."""
    return await service.commands.withdraw_application(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/assessment")
async def start_assessment(case_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """Begins the proceeding; `data` tells by when interview and decision are due."""
    return await service.commands.start_assessment(case_id, ctx=ctx)


@router.post("/cases/{case_id}/interviews/plan", status_code=201)
async def schedule_interview(
    case_id: UUID, new: InterviewPlan, ctx: Ctx, service: Service
) -> Receipt:
    return await service.commands.schedule_interview(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/interviews/consent", status_code=201)
async def allow_interview_elsewhere(
    case_id: UUID, new: Elsewhere, ctx: Ctx, service: Service
) -> Receipt:
    """The head agrees to one interview away from home, or outside working days."""
    return await service.commands.allow_interview_elsewhere(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/interviews", status_code=201)
async def record_interview(
    case_id: UUID, new: InterviewHeld, ctx: Ctx, service: Service
) -> Receipt:
    """An environmental interview was held (ups art. 107)."""
    return await service.commands.record_interview(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/interviews/refusal", status_code=201)
async def record_interview_refusal(
    case_id: UUID, new: InterviewRefusal, ctx: Ctx, service: Service
) -> Receipt:
    """The party let no interview take place (ups art. 107 ust. 4a)."""
    return await service.commands.record_interview_refusal(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/income", status_code=201)
async def establish_income(case_id: UUID, new: IncomeFound, ctx: Ctx, service: Service) -> Receipt:
    """The income of the household in the month that counts (ups art. 8)."""
    return await service.commands.establish_income(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/answers", status_code=201)
async def answer_question(case_id: UUID, new: AnswerGiven, ctx: Ctx, service: Service) -> Receipt:
    """Q1, Q2a, Q3 to Q6, Q8. Q2b and Q7 come from certificates."""
    return await service.commands.answer_question(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/evidence-requests", status_code=201)
async def request_evidence(
    case_id: UUID, new: EvidenceWanted, ctx: Ctx, service: Service
) -> Receipt:
    """Another institution is asked; `data.request_id` comes back with its answer."""
    return await service.commands.request_evidence(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/evidence", status_code=201)
async def record_evidence(case_id: UUID, new: EvidenceGiven, ctx: Ctx, service: Service) -> Receipt:
    return await service.commands.record_evidence(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/referrals", status_code=201)
async def refer_to_social_worker(
    case_id: UUID, new: ReferralGiven, ctx: Ctx, service: Service, teams: SocialWorkTeams
) -> Receipt:
    """The client is sent to a social-work team; `data` has number and contact-by day."""
    return await service.commands.refer_to_social_worker(case_id, new, teams=teams, ctx=ctx)


@router.post("/cases/{case_id}/referrals/hand-over", status_code=201)
async def hand_over_referral(
    case_id: UUID, new: ReferralHanding, ctx: Ctx, service: Service
) -> Receipt:
    """The client has the referral in hand; social work is told the day."""
    return await service.commands.hand_over_referral(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/cooperation/agreement", status_code=201)
async def agree_cooperation(
    case_id: UUID, new: CooperationAgreement, ctx: Ctx, service: Service
) -> Receipt:
    """Only in units where the benefits worker judges cooperation ([003])."""
    return await service.commands.agree_cooperation(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/cooperation", status_code=201)
async def assess_cooperation(
    case_id: UUID, new: CooperationJudgement, ctx: Ctx, service: Service
) -> Receipt:
    """Of one month; a negative judgement opens a review, it cuts nothing."""
    return await service.commands.assess_cooperation(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/hearing", status_code=201)
async def hear_party(case_id: UUID, new: PartyHearing, ctx: Ctx, service: Service) -> Receipt:
    """The party may see the file and comment before the decision (KPA 10)."""
    return await service.commands.hear_party(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/assessment/completion")
async def complete_assessment(case_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """All is answered and certified; what is missing, the refusal names."""
    return await service.commands.complete_assessment(case_id, ctx=ctx)


@router.post("/cases/{case_id}/entitlement", status_code=201)
async def calculate_entitlement(
    case_id: UUID, new: EntitlementProposal, ctx: Ctx, service: Service
) -> Receipt:
    """By the formula of the benefit, from the income of the case."""
    return await service.commands.calculate_entitlement(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/right", status_code=201)
async def calculate_right(case_id: UUID, ctx: Ctx, service: Service) -> Receipt:
    """Whether help in kind or a service is given without payment, from the income of the case."""
    return await service.commands.calculate_right(case_id, ctx=ctx)


@router.post("/cases/{case_id}/fee", status_code=201)
async def calculate_fee(case_id: UUID, new: FeeWanted, ctx: Ctx, service: Service) -> Receipt:
    """What an hour of home care costs the client, from the income of the case."""
    return await service.commands.calculate_fee(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/home-fees", status_code=201)
async def calculate_home_fees(
    case_id: UUID, new: HomeFeesWanted, ctx: Ctx, service: Service
) -> Receipt:
    """Who bears the cost of a care home: resident, relatives, gmina (ups art. 61)."""
    return await service.commands.calculate_home_fees(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/decisions", status_code=201)
async def draft_decision(case_id: UUID, new: Draft, ctx: Ctx, service: Service) -> Receipt:
    """On the application, with reasons made from the case; `data.decision_id` is the draft's id."""
    return await service.commands.draft_decision(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/further-decisions", status_code=201)
async def draft_further_decision(case_id: UUID, new: Draft, ctx: Ctx, service: Service) -> Receipt:
    """A fee or a placement in a case that is decided; `data.decision_id` is the draft's id."""
    return await service.commands.draft_further_decision(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/return", status_code=201)
async def reopen_after_monitoring(
    case_id: UUID, new: ReturnToCase, ctx: Ctx, service: Service
) -> Receipt:
    """Back to a closed case for what became known since (ups art. 106 ust. 5)."""
    return await service.commands.reopen_after_monitoring(case_id, new, ctx=ctx)


@router.post("/cases/{case_id}/closure")
async def close_case(case_id: UUID, new: Closing, ctx: Ctx, service: Service) -> Receipt:
    """Ends the involvement of everybody who took part because of this case."""
    return await service.commands.close_case(case_id, new, ctx=ctx)
