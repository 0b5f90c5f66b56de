"""Who may see which fact, and how much of it: the visibility matrix, one row a fact.

Columns are kinds of recipient. F full, S summary, E existence only, C count (no person), - nothing.
Rows follow `domain.md` H and `safety.md` 4; where the two differ, the stricter holds, and the text
beside the row says so. Whether a recipient has to do with this very client is not decided here but
by involvement: the matrix says the most that an involved unit of that kind is ever told.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from osnowa_contracts import benefits, contractor, intake, pup, service_orders, socialwork
from osnowa_contracts.access import (
    ACCESS_ENDED,
    ENTRY_EXISTS,
    PERSON_MERGE_UNDONE,
    PERSONS_MERGED,
)
from osnowa_contracts.codes import EvidenceKind, Reason, TriageOutcome
from osnowa_contracts.fact import OUTSIDE, Confidentiality, Fact, Form, Publisher

KINDS = (
    Publisher.INTAKE,
    Publisher.BENEFITS,
    Publisher.SOCIALWORK,
    Publisher.SERVICE_ORDERS,
    Publisher.CONTRACTOR,
    Publisher.PUP,
    Publisher.REPORTING,
)
_FORMS = {
    "F": Form.FULL,
    "S": Form.SUMMARY,
    "E": Form.EXISTENCE,
    "C": Form.COUNT,
    "-": Form.NOTHING,
}


@dataclass(frozen=True)
class Row:
    """The forms of one fact, by kind of recipient, and why."""

    forms: dict[Publisher, Form]
    why: str


def _row(cells: str, why: str) -> Row:
    forms = [_FORMS[cell] for cell in cells.split()]
    return Row(dict(zip(KINDS, forms, strict=True)), why)


def _merge_row(publisher: Publisher) -> Row:
    """First contact finds it out, and the city's units pass it on; nobody else is believed."""
    said = publisher not in OUTSIDE and publisher is not Publisher.REPORTING
    return _row("F F F F F F -" if said else "- - - - - - -", _MERGE)


_CONTACT = "H contact, triage"
_SIGNAL = "H contact F for BEN; a signal may be of violence (4 NK): benefits none: stricter"
_IDENTITY = "4 identity: coordinator, contractor, PUP a summary"
_APPLICATION = "H application S for SRV, PUP; 4 application none: stricter"
_STATUS = "4 first contact: status only; social worker reads the benefit file (A4 SEP-4)"
_ANSWERED = "4 first contact: status only; it alone sent the client, the reasons stay in benefits"
_FILE = "H interview, income, amounts; A4 SEP-4"
_INTERNAL = "a draft or term of the office itself; nobody else needs it (ups art. 100 ust. 2)"
_DECISION = "H decision (type, period); 4 PUP none: stricter"
_CERTIFICATE = "H certificates; A4 SEP-3; 4 certificates C"
_SOCIAL_WORK = "H diagnosis, notes, actions; 4 notes; A4 SEP-3: never to benefits"
_CONTRACT = "H contract: benefits that it is and its days; PUP none, no goals are told: stricter"
_CLOSED = "C4: certificate 6 is due while social work is conducted; the day only, not the result"
_RELEVANT = "[002] tab. 24 other relevant facts, as a typed disclosure; 4 basis"
_ORDER = "H order: benefits S (4 says F), first contact none (4 says M): stricter"
_COLLECTED = "4 order: benefits F; it collects the fee (ups art. 50 ust. 6)"
_CARE_LOG = "4 care log: benefits none, social worker S (H says S and F): stricter"
_SHEET = "H client sheet"
_REPORT = "H monthly report, evaluation"
_SAID = "said to who ordered, who states it anew; counted once, there"
_LABOUR = "H PUP; 4 PUP activation: first contact none, benefits as a certificate: stricter"
_MERGE = "whoever holds something of the person must correct it (RODO art. 19); ids only"
_SYSTEM = "every recipient must learn it"

MATRIX: dict[type[Fact], Row] = {
    #                                          IN BE SW SO CO PU RE
    intake.ContactRegistered: _row("F F F - - - C", _CONTACT),
    intake.PersonRegistered: _row("F F F S S S C", _IDENTITY),
    intake.PersonDataCorrected: _row("F F F S S S C", _IDENTITY),
    intake.HouseholdDefined: _row("F F F - - - C", _CONTACT),
    intake.HouseholdChanged: _row("F F F - - - C", _CONTACT),
    intake.HouseholdMemberCorrected: _row("F F F - - - C", _CONTACT),
    intake.HouseholdEnded: _row("F F F - - - C", _CONTACT),
    intake.InformationProvided: _row("F F F - - - C", _CONTACT),
    intake.ContactTriaged: _row("F F F - - - C", _CONTACT),
    intake.TriageCorrected: _row("F F F - - - C", _CONTACT),
    intake.ExOfficioSignalReceived: _row("F - F - - - C", _SIGNAL),
    intake.DocumentsChecked: _row("F F F - - - C", _CONTACT),
    intake.ApplicationRegistered: _row("F F F - - - C", _APPLICATION),
    intake.AppointmentBooked: _row("F F F - - - C", _CONTACT),
    intake.AppointmentMoved: _row("F F F - - - C", _CONTACT),
    intake.AppointmentCancelled: _row("F F F - - - C", _CONTACT),
    intake.AppointmentMissed: _row("F F F - - - C", _CONTACT),
    intake.CaseTransferred: _row("F F F - - - C", _CONTACT),
    #                                          IN BE SW SO CO PU RE
    benefits.CaseAssigned: _row("S F F - - - C", _STATUS),
    benefits.AssessmentStarted: _row("S F F - - - C", _STATUS),
    benefits.EvidenceRequested: _row("- F F - - F C", "F SEPI: PUP is asked for labour status"),
    benefits.EvidenceReceived: _row("- F F - - - C", _FILE),
    benefits.InterviewScheduled: _row("- F F - - - C", _FILE),
    benefits.InterviewConducted: _row("- F F - - - C", _FILE),
    benefits.IncomeEstablished: _row("- F F - - - C", _FILE),
    benefits.AssessmentQuestionAnswered: _row("- F F - - - C", _FILE),
    benefits.ClientReferredToSocialWorker: _row("- F F - - - C", "C4: to the social worker"),
    benefits.AssessmentCompleted: _row("- F F - - - C", _FILE),
    benefits.EntitlementCalculated: _row("- F F - - - C", _FILE),
    benefits.FeeCalculated: _row("- F F - - - C", _FILE),
    benefits.DecisionDrafted: _row("- F - - - - C", _INTERNAL),
    benefits.DecisionIssued: _row("S F F S S - C", f"{_DECISION}; see narrow"),
    benefits.DecisionDelivered: _row("- F F - - - C", _FILE),
    benefits.AppealWaived: _row("- F F - - - C", _FILE),
    benefits.AppealFiled: _row("- F F - - - C", _FILE),
    benefits.AppealForwarded: _row("- F F - - - C", _FILE),
    benefits.LateAppealFiled: _row("- F F - - - C", _FILE),
    benefits.LateAppealAnswered: _row("- F F S - - C", _DECISION),
    benefits.AppealResolved: _row("- F F S - - C", _DECISION),
    benefits.DecisionBecameFinal: _row("- F F S - - C", _DECISION),
    benefits.RealisationStarted: _row("- F F S - - C", _DECISION),
    benefits.PaymentPlanned: _row("- F F - - - C", _FILE),
    benefits.PaymentExecuted: _row("- F F - - - C", _FILE),
    benefits.EntitlementReviewOpened: _row("- F F - - - C", _FILE),
    benefits.EntitlementReviewClosed: _row("- F F - - - C", _FILE),
    benefits.BenefitSuspended: _row("- F F S - - C", _DECISION),
    benefits.BenefitChanged: _row("- F F S - - C", _DECISION),
    benefits.DeadlineApproaching: _row("- F - - - - C", _INTERNAL),
    benefits.DeadlineExtended: _row("- F - - - - C", _INTERNAL),
    benefits.BenefitLimited: _row("- F F S - - C", _DECISION),
    benefits.BenefitRevoked: _row("- F F S - - C", _DECISION),
    benefits.BenefitPeriodEnded: _row("- F F S - - C", _DECISION),
    benefits.HelpDelivered: _row("- F F - - - C", _FILE),
    benefits.PaymentReturned: _row("- F F - - - C", _FILE),
    benefits.PaymentCancelled: _row("- F F - - - C", _FILE),
    benefits.InsuranceContributionsReported: _row("- F F - - - C", _FILE),
    benefits.UtilisationChecked: _row("- F F - - - C", _FILE),
    benefits.ChangeOfCircumstancesReported: _row("- F F - - - C", _FILE),
    benefits.ContractBenefitRequestReceived: _row("- F F - - - C", _FILE),
    benefits.ContractBenefitRequestAnswered: _row("- F F - - - C", _FILE),
    benefits.UndueBenefitEstablished: _row("- F F - - - C", _FILE),
    benefits.HelpToBePaidBackGiven: _row("- F F - - - C", _FILE),
    benefits.RepaymentPlanSet: _row("- F F - - - C", _FILE),
    benefits.RepaymentReceived: _row("- F F - - - C", _FILE),
    benefits.RepaymentWaived: _row("- F F - - - C", _FILE),
    benefits.ObligedPersonRegistered: _row("- F F - - - C", _FILE),
    benefits.SupportAgreementConcluded: _row("- F F - - - C", _FILE),
    benefits.MaintenanceClaimPrepared: _row("- F F - - - C", _FILE),
    benefits.FeeCharged: _row("- F F - - - C", _FILE),
    benefits.PlaceAwaited: _row("- F F S - - C", _DECISION),
    benefits.ResidentAdmitted: _row("- F F S - - C", _DECISION),
    benefits.ResidentDischarged: _row("- F F S - - C", _DECISION),
    benefits.DeadlineMissed: _row("- F - - - - C", _INTERNAL),
    benefits.LegalParametersPublished: _row("F F F F - - C", "public law; nobody is named"),
    benefits.CaseImported: _row("S F F - - - C", _STATUS),
    benefits.CaseClosed: _row("S F F S - - C", _STATUS),
    benefits.ApplicationDefectsCalled: _row("S F F - - - C", _STATUS),
    benefits.ApplicationCompleted: _row("S F F - - - C", _STATUS),
    benefits.ApplicationLeftUnexamined: _row("S F F - - - C", _STATUS),
    benefits.ApplicationTransferred: _row("S F F - - - C", _STATUS),
    benefits.ApplicationWithdrawn: _row("S F F - - - C", _STATUS),
    benefits.LeftWithoutProceeding: _row("S F - - - - C", _ANSWERED),
    benefits.InterviewRefused: _row("- F F - - - C", _FILE),
    benefits.DecisionMadeEnforceable: _row("- F F S - - C", _DECISION),
    benefits.ProceedingReopened: _row("- F F S - - C", _DECISION),
    benefits.CaseReopened: _row("S F F S - - C", _STATUS),
    #                                          IN BE SW SO CO PU RE
    socialwork.SocialWorkOpened: _row("- - F - - - C", _SOCIAL_WORK),
    socialwork.SocialWorkerAssigned: _row("- - F - - - C", _SOCIAL_WORK),
    socialwork.DiagnosisRecorded: _row("- - F - - - C", _SOCIAL_WORK),
    socialwork.UnusedResourcesCertified: _row("- F F - - - C", _CERTIFICATE),
    socialwork.CooperationTermsSet: _row("- F F - - - C", _CERTIFICATE),
    socialwork.CooperationTermsUpdated: _row("- F F - - - C", _CERTIFICATE),
    socialwork.CooperationCertified: _row("- F F - - - C", _CERTIFICATE),
    socialwork.CooperationCertificateOverdue: _row("- F F - - - C", _CERTIFICATE),
    socialwork.SocialWorkActionRecorded: _row("- - F - - - C", _SOCIAL_WORK),
    socialwork.OfficialNoteWritten: _row("- - F - - - C", _SOCIAL_WORK),
    socialwork.NeedChangeReported: _row("- F F F - - C", _RELEVANT),
    socialwork.RelevantFactsReported: _row("- F F - - - C", _RELEVANT),
    socialwork.ContractConcluded: _row("- S F - - - C", _CONTRACT),
    socialwork.ContractEnded: _row("- S F - - - C", _CONTRACT),
    socialwork.ContractBenefitRequested: _row("- F F - - - C", "C4: 39a; A4 SEP-3 lets it pass"),
    socialwork.SocialWorkClosed: _row("- S F - - - C", _CLOSED),
    #                                          IN BE SW SO CO PU RE
    service_orders.ContractorRegistered: _row("F F F F F F C", "E5 catalogue: public"),
    service_orders.OrderPlaced: _row("- S F F F - C", _ORDER),
    service_orders.OrderConfirmed: _row("- S F F F - C", _ORDER),
    service_orders.OrderAccepted: _row("- S F F F - C", _ORDER),
    service_orders.OrderRejected: _row("- S F F F - C", _ORDER),
    service_orders.OrderQueued: _row("- S F F F - C", _ORDER),
    service_orders.ScheduleSet: _row("- S F F F - C", _ORDER),
    service_orders.ServiceStarted: _row("- S F F F - C", _ORDER),
    service_orders.VisitCompleted: _row("- - S F F - C", _CARE_LOG),
    service_orders.VisitMissed: _row("- - S F F - C", _CARE_LOG),
    service_orders.AbsenceReported: _row("- - S F F - C", _CARE_LOG),
    service_orders.ServiceSuspended: _row("- S F F F - C", _ORDER),
    service_orders.ServiceResumed: _row("- S F F F - C", _ORDER),
    service_orders.OrderAmended: _row("- S F F F - C", _ORDER),
    service_orders.AmendmentAcknowledged: _row("- S F F F - C", _ORDER),
    service_orders.ClientSheetUpdated: _row("- - F F F - C", _SHEET),
    service_orders.OrderEnded: _row("- S F F F - C", _ORDER),
    service_orders.OrderSettled: _row("- F F F F - C", _COLLECTED),
    service_orders.MonthlyReportSubmitted: _row("- - S F F - C", _REPORT),
    service_orders.MonthlyReportAccepted: _row("- - S F F - C", _REPORT),
    service_orders.SurveyAnswered: _row("- - S F F - C", _REPORT),
    service_orders.ServiceEvaluated: _row("- - S F F - C", _REPORT),
    service_orders.IncidentReported: _row("- - S F F - C", _CARE_LOG),
    #                                          IN BE SW SO CO PU RE
    contractor.OrderAccepted: _row("- - - F - - -", _SAID),
    contractor.OrderRejected: _row("- - - F - - -", _SAID),
    contractor.OrderQueued: _row("- - - F - - -", _SAID),
    contractor.ScheduleSet: _row("- - - F - - -", _SAID),
    contractor.ServiceStarted: _row("- - - F - - -", _SAID),
    contractor.VisitCompleted: _row("- - - F - - -", _SAID),
    contractor.VisitMissed: _row("- - - F - - -", _SAID),
    contractor.AbsenceReported: _row("- - - F - - -", _SAID),
    contractor.AmendmentAcknowledged: _row("- - - F - - -", _SAID),
    contractor.MonthlyReportSubmitted: _row("- - - F - - -", _SAID),
    contractor.SurveyAnswered: _row("- - - F - - -", _SAID),
    contractor.IncidentReported: _row("- - - F - - -", _SAID),
    #                                          IN BE SW SO CO PU RE
    pup.LabourStatusReported: _row("- F F - - F C", f"{_LABOUR}; it holds status and dates only"),
    pup.ActionPlanReported: _row("- S F - - F C", _LABOUR),
    pup.TrainingOutcomeReported: _row("- S F - - F C", _LABOUR),
    pup.OfferOutcomeReported: _row("- S F - - F C", _LABOUR),
    #                                          IN BE SW SO CO PU RE
    **{cls: _row("F F F F F F -", _SYSTEM) for cls in ACCESS_ENDED.values()},
    **{cls: _row("E E E E E E -", _SYSTEM) for cls in ENTRY_EXISTS.values()},
    **{cls: _merge_row(kind) for kind, cls in PERSONS_MERGED.items()},
    **{cls: _merge_row(kind) for kind, cls in PERSON_MERGE_UNDONE.items()},
}

_BY_TYPE = {cls.type(): row.forms for cls, row in MATRIX.items()}


def form_for(fact: Fact | type[Fact], recipient: Publisher) -> Form:
    """The form in which an involved unit of that kind is told; what nobody decided is NOTHING.

    A fact itself is also narrowed by what it says; of a class this is the most it can be.
    """
    forms = _BY_TYPE.get(fact.type())
    if forms is None:
        return Form.NOTHING
    form = forms[recipient]
    if fact.CONFIDENTIALITY is Confidentiality.BLUE_CARD and recipient is not Publisher.SOCIALWORK:
        return Form.NOTHING
    return narrow(fact, recipient, form) if isinstance(fact, Fact) else form


def narrow(fact: Fact, recipient: Publisher, form: Form) -> Form:
    """Less than the matrix says, where it depends on what this very fact says; never more."""
    if getattr(fact, "protected", False):
        return _violence(recipient, form)
    match fact:
        case benefits.DecisionIssued(service=None) if recipient is Publisher.CONTRACTOR:
            return Form.NOTHING  # 4: scope, hours and fee of a service; no benefit in money
        case benefits.DecisionIssued(service=granted) if granted and recipient is Publisher.INTAKE:
            return Form.EXISTENCE  # H: no amounts for first contact, and a service tells its fee
        case benefits.EvidenceRequested(kind=kind) if (
            recipient is Publisher.PUP and kind != EvidenceKind.LABOUR_STATUS
        ):
            return Form.NOTHING
        case intake.ContactRegistered(reasons=reasons) | intake.ContactTriaged(reasons=reasons) if (
            _VIOLENCE & set(reasons)
        ):
            return _violence(recipient, form)
        case (
            intake.ContactTriaged(outcome=TriageOutcome.CRISIS_VIOLENCE)
            | intake.TriageCorrected(outcome=TriageOutcome.CRISIS_VIOLENCE)
        ):
            return _violence(recipient, form)
    return form


_VIOLENCE = {Reason.VIOLENCE, Reason.TRAFFICKING}


def _violence(recipient: Publisher, form: Form) -> Form:
    """Violence reaches social work and, as a number, statistics (H Blue Card; `safety.md` T3)."""
    told = (Publisher.INTAKE, Publisher.SOCIALWORK, Publisher.REPORTING)
    return form if recipient in told else Form.NOTHING


def only_by(fact: Fact, recipient: Publisher) -> UUID | None:
    """The order by which alone this fact may be told to that kind of recipient.

    Two contractors may serve one client; each sees its own orders only (H, MCUS/NGO). None: any
    involvement will do.
    """
    order_id = getattr(fact, "order_id", None)
    return order_id if recipient is Publisher.CONTRACTOR and isinstance(order_id, UUID) else None


def recipients(cls: type[Fact]) -> dict[Publisher, Form]:
    """The kinds that receive a fact at all, and in which form; the publisher itself is left out."""
    return {
        kind: form
        for kind in KINDS
        if kind is not cls.PUBLISHER and (form := form_for(cls, kind)) is not Form.NOTHING
    }
