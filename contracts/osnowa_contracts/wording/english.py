"""What the timeline says of each fact, in English: (title, sentence)."""

ENGLISH: dict[str, tuple[str, str]] = {
    # first contact
    "ContactRegistered": (
        "Contact",
        "A contact was registered[ {channel|Channel}][{urgent?, urgent:}].",
    ),
    "PersonRegistered": (
        "Person registered",
        "The person was registered[ (taken over from {imported_from|plain})].",
    ),
    "PersonDataCorrected": ("Person's data corrected", "The person's data were corrected."),
    "HouseholdDefined": (
        "Household",
        "The household was recorded[ as of {since|date}][, persons: {size}]"
        "[ (taken over from {imported_from|plain})].",
    ),
    "HouseholdChanged": (
        "Change of household",
        "The household changed[ on {since|date}][, persons: {size}].",
    ),
    "HouseholdMemberCorrected": (
        "Correction of the household",
        "The entry of somebody in the household was corrected: they belong to it since {since|date}"
        "[ (noted before as {was_since|date})].",
    ),
    "HouseholdEnded": (
        "Household ended",
        "The household ceased to exist[ on {on|date}].",
    ),
    "InformationProvided": (
        "Information given",
        "Information on rights, documents and institutions was given.",
    ),
    "ContactTriaged": (
        "Triage",
        "The next step was decided[: {outcome|TriageOutcome}][{urgent?, urgent:}].",
    ),
    "TriageCorrected": (
        "Triage corrected",
        "The next step was corrected[: {outcome|TriageOutcome}][{urgent?, urgent:}].",
    ),
    "ExOfficioSignalReceived": (
        "Signal to act ex officio",
        "A signal was received that somebody may need help[{urgent?, urgent:}].",
    ),
    "DocumentsChecked": (
        "Documents checked",
        "The documents that the matter needs were checked[: {benefit_types|Benefit}].",
    ),
    "ApplicationRegistered": (
        "Application",
        "An application was registered[: {benefit_types|Benefit}][, filed on {filed_on|date}]"
        "[{urgent?, urgent:}][; applicant: {applicant_name}][ ({applicant_is|Reporter})]"
        "[, with the client's consent of {consent_on|date}].",
    ),
    "AppointmentBooked": ("Appointment", "An appointment was booked[ for {at|moment}]."),
    "AppointmentMoved": ("Appointment moved", "The appointment was moved[ to {at|moment}]."),
    "AppointmentCancelled": (
        "Appointment cancelled",
        "The appointment[ of {at|moment}] was cancelled.",
    ),
    "AppointmentMissed": ("Appointment missed", "The client did not come[ on {at|moment}]."),
    "CaseTransferred": (
        "Transfer",
        "The matter was passed to the authority in charge[: {authority}].",
    ),
    # proceeding
    "CaseAssigned": ("Case assigned", "The case was assigned to a benefits worker."),
    "AssessmentStarted": (
        "Proceeding started",
        "A proceeding started[ on {started_on|date}][: {benefit_types|Benefit}]"
        "[{urgent?, urgent:}][; interview due {interview_due|date}]"
        "[, decision due {decision_due|date}].",
    ),
    "EvidenceRequested": (
        "Evidence requested",
        "Another institution was asked for data[: {kind|EvidenceKind}]"
        "[, answer by {answer_by|date}].",
    ),
    "EvidenceReceived": (
        "Evidence received",
        "Evidence reached the file[: {kind|EvidenceKind}][, {on|date}].",
    ),
    "InterviewScheduled": (
        "Interview date",
        "An environmental interview was set[, {part|InterviewPart}][, for {on|date}]"
        "[{urgent?, urgent:}][ (due {due|date})].",
    ),
    "InterviewConducted": (
        "Environmental interview",
        "An environmental interview was held[, {part|InterviewPart}][, {on|date}]"
        "[ (due {due|date})][{joint?, together with the social worker:}][, {minutes|minutes}].",
    ),
    "IncomeEstablished": (
        "Income",
        "Income was established[ for {month|month}][: {total|money}]"
        "[, per person {per_capita|money}].",
    ),
    "AssessmentQuestionAnswered": (
        "Assessment answer",
        "Question[ {question}] was answered[: {question|Question}][ – {value|Answer}].",
    ),
    "ClientReferredToSocialWorker": (
        "Referral to a social worker",
        "A referral to a social worker was handed over[, no. {number}]"
        "[, contact by {contact_by|date}].",
    ),
    "AssessmentCompleted": (
        "Assessment completed",
        "The assessment was completed[ on {on|date}]; a decision may be drafted.",
    ),
    "EntitlementCalculated": (
        "Entitlement calculated",
        "The benefit was calculated[: {benefit|Benefit}]"
        "[, from {minimum|money} to {maximum|money}][, proposed {proposed|money}].",
    ),
    "FeeCalculated": (
        "Fee calculated",
        "The fee was calculated[: {fee_per_hour|money} an hour][ ({share|percent} of the cost)].",
    ),
    "DecisionDrafted": (
        "Draft decision",
        "A decision was drafted[: {kind|DecisionKind}][, {benefit|Benefit}].",
    ),
    "DecisionIssued": (
        "Decision",
        "A decision was issued[, no. {number}][: {kind|DecisionKind}][, {benefit|Benefit}]"
        "[, {amount|money}][{once?, given once: a month}]"
        "[, {service.hours_per_day|hours} a day {service.days|Days}]"
        "[, fee {service.fee_per_hour|money} an hour]"
        "[, from {period_from|date}][ to {period_to|date}][{immediate?, enforceable at once:}].",
    ),
    "DecisionDelivered": (
        "Decision delivered",
        "The decision was delivered[ on {on|date}][ {how|Delivery}]"
        "[, appeal until {appeal_until|date}].",
    ),
    "AppealWaived": (
        "Appeal waived",
        "The party waived the right of appeal[ on {on|date}].",
    ),
    "AppealFiled": (
        "Appeal",
        "The party appealed[ on {on|date}][, to be forwarded by {forward_by|date}].",
    ),
    "AppealForwarded": (
        "Appeal forwarded",
        "The appeal was forwarded to the appeal board[ on {on|date}].",
    ),
    "LateAppealFiled": (
        "Late appeal",
        "An appeal came after its term[ on {on|date}][, to be forwarded by {forward_by|date}]"
        "[{restoration_asked?, with a request to restore the term:}].",
    ),
    "LateAppealAnswered": (
        "Answer to a late appeal",
        "The board answered the late appeal[ on {on|date}][: {result|LateAppealResult}].",
    ),
    "AppealResolved": (
        "Appeal resolved",
        "The appeal was resolved[ on {on|date}][: {result|AppealResult}].",
    ),
    "DecisionBecameFinal": (
        "Decision final",
        "The decision became final[ on {on|date}][: {basis|FinalityBasis}].",
    ),
    "RealisationStarted": (
        "Realisation",
        "Realisation of the decision started[ on {on|date}][: {benefit|Benefit}].",
    ),
    "PaymentPlanned": (
        "Planned payment",
        "A payment was planned[ for {month|month}][: {amount|money}][, due {due_on|date}].",
    ),
    "PaymentExecuted": (
        "Payment",
        "The benefit was paid[ for {month|month}][: {amount|money}][, {on|date}].",
    ),
    "EntitlementReviewOpened": (
        "Review of entitlement",
        "A review of the entitlement was opened[ on {on|date}][: {trigger|ReviewTrigger}].",
    ),
    "EntitlementReviewClosed": (
        "Result of the review",
        "The review of the entitlement was closed[ on {on|date}][: {result|ReviewResult}].",
    ),
    "BenefitSuspended": (
        "Benefit suspended",
        "The benefit was suspended[ from {valid_from|date}][: {benefit|Benefit}].",
    ),
    "BenefitChanged": (
        "Benefit changed",
        "The benefit was changed[ from {valid_from|date}][: {benefit|Benefit}]"
        "[, {amount|money}][{once?, given once: a month}]"
        "[{undoes?; a later decision was taken back, the earlier one holds:}].",
    ),
    "DeadlineApproaching": (
        "Deadline approaching",
        "A deadline ends[ on {due|date}][: {deadline|Deadline}].",
    ),
    "DeadlineExtended": (
        "Deadline extended",
        "The deadline was extended[ to {due|date}][: {deadline|Deadline}]"
        "[ ({reason|ExtensionReason})].",
    ),
    "BenefitLimited": (
        "Benefit limited",
        "The benefit was limited[ from {valid_from|date}][: {benefit|Benefit}]"
        "[, {amount|money}][{once?, given once: a month}].",
    ),
    "BenefitRevoked": (
        "Benefit revoked",
        "The benefit was revoked[ from {valid_from|date}][: {benefit|Benefit}].",
    ),
    "BenefitPeriodEnded": (
        "Period of the benefit over",
        "The period of the benefit ended[ on {on|date}][: {benefit|Benefit}]"
        "[, {reason|BenefitEnd}].",
    ),
    "HelpDelivered": (
        "Help delivered",
        "Help was delivered[ on {on|date}][: {benefit|Benefit}][, quantity: {quantity}]"
        "[, worth {value|money}].",
    ),
    "PaymentReturned": (
        "Payment returned",
        "The payment came back[ for {month|month}][: {amount|money}][, {reason|ReturnReason}].",
    ),
    "PaymentCancelled": (
        "Payment cancelled",
        "The payment was cancelled[ for {month|month}][: {amount|money}][, {reason|CancelReason}].",
    ),
    "InsuranceContributionsReported": (
        "Contributions reported",
        "Contributions were reported[ for {month|month}][: {kind|ContributionKind}]"
        "[, {amount|money}].",
    ),
    "UtilisationChecked": (
        "Use of the benefit checked",
        "The use of the benefit was checked[ on {on|date}][: {result|UtilisationResult}]"
        "[, {method|UtilisationMethod}].",
    ),
    "ChangeOfCircumstancesReported": (
        "Change of circumstances",
        "The client's situation changed[ from {since|date}][: {kind|ChangeKind}]"
        "[, source: {source|ChangeSource}].",
    ),
    "ContractBenefitRequestReceived": (
        "Request out of a contract",
        "A request out of a social contract was received[ on {on|date}][: {benefit|Benefit}].",
    ),
    "ContractBenefitRequestAnswered": (
        "Request out of a contract answered",
        "The request out of a social contract was answered[ on {on|date}]"
        "[: {result|RequestResult}].",
    ),
    "UndueBenefitEstablished": (
        "Undue benefit",
        "An undue benefit was established[ on {on|date}][: {amount|money}].",
    ),
    "HelpToBePaidBackGiven": (
        "Help to be paid back",
        "Help was given that is to be paid back[ on {on|date}][: {benefit|Benefit}]"
        "[, {cause|RepaymentCause}][, {amount|money} in all].",
    ),
    "RepaymentPlanSet": (
        "Repayment plan",
        "The repayment was split into instalments[: {instalments}][, {amount|money} in all]"
        "[, the first on {first_due|date}].",
    ),
    "RepaymentReceived": (
        "Repayment",
        "The client paid back[ on {on|date}][ {amount|money}][, {rest|money} left].",
    ),
    "RepaymentWaived": (
        "Repayment waived",
        "A repayment was waived[ on {on|date}][: {amount|money}][, {reason|WaiverReason}].",
    ),
    "ObligedPersonRegistered": (
        "Obliged person",
        "A person obliged to support was registered[ on {on|date}][: {relation|Obligation}].",
    ),
    "SupportAgreementConcluded": (
        "Support agreement",
        "A support agreement was concluded[ on {on|date}][: {form|SupportForm}]"
        "[, {amount|money} a month].",
    ),
    "MaintenanceClaimPrepared": (
        "Maintenance claim",
        "A claim against an obliged person was prepared[ on {on|date}][, {amount|money} owed].",
    ),
    "PlaceAwaited": (
        "Waiting for a place in a home",
        "The home is full; a place is expected[ on {expected_on|date}]"
        "[, the client was told on {informed_on|date}].",
    ),
    "ResidentAdmitted": (
        "Admission to a residential home",
        "The client lives in a residential home[ from {on|date}].",
    ),
    "ResidentDischarged": (
        "End of the stay in a home",
        "The stay in the residential home ended[ on {on|date}].",
    ),
    "FeeCharged": (
        "Fee charged",
        "The fee of the service was charged[ for {month|month}][: {benefit|Benefit}]"
        "[, client {client|money}][, relatives {relatives|money}][, gmina {gmina|money}].",
    ),
    "DeadlineMissed": (
        "Deadline missed",
        "A deadline passed[ on {due|date}][: {deadline|Deadline}].",
    ),
    "LegalParametersPublished": (
        "Legal parameters",
        "Parameters published: {parameters|ParameterKind}, in force from {valid_from|date}.",
    ),
    "CaseImported": (
        "Case from another system",
        "A case of {filed_on|date} was taken over from {source|plain}[: {benefit|Benefit}]"
        "[, no. {number}][, decision of {decided_on|date}][, ended {closed_on|date}].",
    ),
    "CaseClosed": ("Case closed", "The case was closed[ on {on|date}]."),
    "ApplicationDefectsCalled": (
        "Call to complete the application",
        "The party was called to complete the application[ on {on|date}][, by {complete_by|date}].",
    ),
    "ApplicationCompleted": (
        "Application completed",
        "The application was completed[ on {on|date}].",
    ),
    "ApplicationLeftUnexamined": (
        "Application left unexamined",
        "The application was left unexamined[ on {on|date}].",
    ),
    "ApplicationTransferred": (
        "Passed to the competent authority",
        "The application was passed to the competent authority[ on {on|date}][: {authority}].",
    ),
    "ApplicationWithdrawn": (
        "Application withdrawn",
        "The party withdrew the application[ on {on|date}].",
    ),
    "LeftWithoutProceeding": (
        "No proceeding started",
        "The benefits team looked into the direction[ on {on|date}]: no proceeding was started.",
    ),
    "InterviewRefused": (
        "Interview refused",
        "The party refused the environmental interview[ on {on|date}].",
    ),
    "DecisionMadeEnforceable": (
        "Immediate enforceability",
        "The decision was made immediately enforceable[ on {on|date}].",
    ),
    "ProceedingReopened": (
        "Proceeding reopened",
        "The proceeding that a final decision had ended was reopened[ on {on|date}]"
        "[: {ground|ReopeningGround}][{on_request?, at the party's request:}].",
    ),
    "CaseReopened": ("Back to the case", "The closed case was opened again[ on {on|date}]."),
    # social work
    "SocialWorkOpened": (
        "Social work started",
        "Social work started[ on {on|date}][: {source|SocialWorkSource}].",
    ),
    "SocialWorkerAssigned": ("Social worker assigned", "A social worker was assigned."),
    "DiagnosisRecorded": ("Diagnosis", "A diagnosis was recorded[: {areas|Reason}]."),
    "UnusedResourcesCertified": (
        "Certificate 4",
        "Certificate 4 was issued[: the client {has_unused?has:has no} unused immaterial "
        "resources and capabilities][, {issued_on|date}].",
    ),
    "CooperationTermsSet": (
        "Certificate 5",
        "Cooperation terms were set[ on {on|date}] (certificate 5).",
    ),
    "CooperationTermsUpdated": (
        "Certificate 5, update",
        "Cooperation terms were updated[ on {on|date}] (certificate 5).",
    ),
    "CooperationCertified": (
        "Certificate 6",
        "Certificate 6 was issued[ for {month|month}]"
        "[: the client {cooperates?cooperates:does not cooperate}].",
    ),
    "CooperationCertificateOverdue": (
        "Certificate 6 missing",
        "Certificate 6 was not issued in time[ for {month|month}][ (due {due|date})].",
    ),
    "SocialWorkActionRecorded": (
        "Social work action",
        "Social work was done[: {action|SocialWorkAction}][, {place|Place}][, {minutes|minutes}].",
    ),
    "OfficialNoteWritten": (
        "Official note",
        "An official note was written; its text is in the social work file.",
    ),
    "NeedChangeReported": (
        "Change of need",
        "The social worker reported a change of need[: {service|Benefit}]"
        "[, {proposed_hours_per_day|hours} a day][ from {valid_from|date}].",
    ),
    "RelevantFactsReported": (
        "Other relevant information",
        "Other relevant information was shared[ on {on|date}][: {kinds|RelevantFact}]"
        "[ ({at_clients_wish?at the client's wish:with the client's knowledge})].",
    ),
    "ContractConcluded": (
        "Social contract",
        "A social contract was concluded[ on {on|date}][, {variant|ContractVariant}]"
        "[, until {until|date}][; the client undertook: {provisions|ContractProvision}].",
    ),
    "ContractEnded": (
        "Social contract over",
        "The social contract ended[ on {on|date}][: {reason|ContractEnd}].",
    ),
    "ContractBenefitRequested": (
        "Request out of a social contract",
        "The social worker asks for a benefit out of a contract[ on {on|date}][: {benefit|Benefit}]"
        "[, {amount|money}][, the client undertook: {provisions|ContractProvision}].",
    ),
    "SocialWorkClosed": (
        "Social work ended",
        "Social work ended[ on {on|date}][: {result|SocialWorkResult}].",
    ),
    # service orders
    "ContractorRegistered": ("Contractor", "A contractor was registered[: {full_name}]."),
    "OrderPlaced": (
        "Order",
        "An order was placed[: {service|Benefit}][, {hours_per_day|hours} a day {days|Days}]"
        "[, from {period_from|date}][ to {period_to|date}][, fee {fee_per_hour|money} an hour]"
        "[{decision_pending?; urgent, before the decision:}].",
    ),
    "OrderConfirmed": (
        "Order confirmed",
        "The urgent order was confirmed by a decision[ on {on|date}].",
    ),
    "OrderAccepted": (
        "Order accepted",
        "The contractor accepted the order[ on {on|date}][, start {starts_on|date}].",
    ),
    "OrderRejected": (
        "Order rejected",
        "The contractor rejected the order[ on {on|date}][: {reason|OrderRefusal}].",
    ),
    "OrderQueued": (
        "Order queued",
        "The order waits in the contractor's queue[ from {on|date}]"
        "[, expected {expected_on|date}].",
    ),
    "ScheduleSet": ("Schedule", "The visits were scheduled[ from {valid_from|date}]."),
    "ServiceStarted": ("Service started", "The service started[ on {on|date}]."),
    "VisitCompleted": (
        "Visit",
        "A visit took place[ on {on|date}][, {minutes|minutes}][: {activities|CareActivity}].",
    ),
    "VisitMissed": (
        "Visit missed",
        "A visit did not take place[ on {on|date}][: {reason|Absence}].",
    ),
    "AbsenceReported": (
        "Absence",
        "The client's absence was reported[ from {absent_from|date}][ to {absent_to|date}]"
        "[: {reason|Absence}].",
    ),
    "ServiceSuspended": (
        "Service suspended",
        "The service was suspended[ from {on|date}][: {reason|Absence}].",
    ),
    "ServiceResumed": ("Service resumed", "The service was resumed[ from {on|date}]."),
    "OrderAmended": (
        "Order amended",
        "The order was amended[ (version {version})][: {hours_per_day|hours} a day {days|Days}]"
        "[, from {valid_from|date}][, fee {fee_per_hour|money} an hour].",
    ),
    "AmendmentAcknowledged": (
        "Amendment acknowledged",
        "The contractor acknowledged the amended order[ (version {version})][ on {on|date}].",
    ),
    "ClientSheetUpdated": (
        "Client sheet",
        "The client sheet was updated[ (version {sheet_version})].",
    ),
    "OrderEnded": (
        "Order ended",
        "The order ended[ on {on|date}][: {reason|OrderEnd}].",
    ),
    "OrderSettled": (
        "Month settled",
        "The order was settled[ for {month|month}][: done {done_units|hours}]"
        "[ of {planned_units|hours}][, fee {fee_total|money}].",
    ),
    "MonthlyReportSubmitted": (
        "Monthly report",
        "The contractor reported[ for {month|month}][: done {done_units|hours}]"
        "[ of {planned_units|hours}].",
    ),
    "MonthlyReportAccepted": (
        "Report accepted",
        "The coordinator accepted the contractor's report[ for {month|month}].",
    ),
    "SurveyAnswered": (
        "Survey",
        "The client answered the survey[ on {on|date}][, score {score|number}/5].",
    ),
    "ServiceEvaluated": (
        "Evaluation",
        "The coordinator evaluated the service[ on {on|date}][: {result|Evaluation}].",
    ),
    "IncidentReported": (
        "Incident",
        "An incident during the service was reported[ on {on|date}]"
        "[, severity: {severity|Severity}].",
    ),
    # labour office
    "LabourStatusReported": (
        "Labour status",
        "The labour office reported the status[: {status|LabourStatus}]"
        "[, registered since {registered_on|date}][, as of {as_of|date}].",
    ),
    "ActionPlanReported": (
        "Individual action plan",
        "The labour office agreed an individual action plan[ on {agreed_on|date}]"
        "[: {goals|PlanGoal}][, until {until|date}].",
    ),
    "TrainingOutcomeReported": (
        "Training",
        "The labour office reported on a training or traineeship[ on {on|date}]"
        "[: {outcome|LabourOutcome}].",
    ),
    "OfferOutcomeReported": (
        "Job offer",
        "The labour office reported on a job offer[ on {on|date}][: {outcome|LabourOutcome}].",
    ),
    # the platform itself
    "PersonsMerged": ("Entries merged", "Two entries are one person and were merged."),
    "PersonMergeUndone": (
        "Merge of entries undone",
        "The merge of entries was undone: they are two persons.",
    ),
    "AccessEnded": (
        "End of access",
        "The sender passes on no more about this client"
        "[; what was received may be kept until {keep_until|date}].",
    ),
    "EntryExists": ("Entry without access", "An entry exists. You do not have access to it."),
}
