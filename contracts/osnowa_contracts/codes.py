"""Known values of the codes in facts, in the words of `domain.md`. Readers must expect others."""

from enum import StrEnum


class Channel(StrEnum):
    """How a contact or an application came (`domain.md` B)."""

    DESK = "DESK"
    PHONE = "PHONE"
    LETTER = "LETTER"
    E_MAIL = "E_MAIL"
    E_DELIVERY = "E_DELIVERY"
    THIRD_PARTY = "THIRD_PARTY"
    POLICE = "POLICE"
    SCHOOL = "SCHOOL"
    EX_OFFICIO = "EX_OFFICIO"


class Reason(StrEnum):
    """Reasons for help (ups art. 7); point 10 is repealed, the list is open."""

    POVERTY = "1"
    ORPHANHOOD = "2"
    HOMELESSNESS = "3"
    UNEMPLOYMENT = "4"
    DISABILITY = "5"
    ILLNESS = "6"
    VIOLENCE = "7"
    TRAFFICKING = "7a"
    MATERNITY = "8"
    HELPLESSNESS = "9"
    FOREIGNER = "11"
    AFTER_PRISON = "12"
    ADDICTION = "13"
    CRISIS = "14"
    DISASTER = "15"
    OTHER = "99"


class Reporter(StrEnum):
    """Who speaks for the client, as what they are to the client."""

    SELF = "SELF"
    DAUGHTER = "DAUGHTER"
    SON = "SON"
    SPOUSE = "SPOUSE"
    PARENT = "PARENT"
    RELATIVE = "RELATIVE"
    NEIGHBOUR = "NEIGHBOUR"
    REPRESENTATIVE = "REPRESENTATIVE"
    INSTITUTION = "INSTITUTION"


class TriageOutcome(StrEnum):
    """Where first contact directs the client ([001], [002])."""

    INFO_ONLY = "INFO_ONLY"
    BENEFITS = "BENEFITS"
    SOCIAL_WORK = "SOCIAL_WORK"
    BENEFITS_AND_SOCIAL_WORK = "BENEFITS_AND_SOCIAL_WORK"
    CARE_OR_DPS = "CARE_OR_DPS"
    KIS_HOMELESS = "KIS_HOMELESS"
    CRISIS_VIOLENCE = "CRISIS_VIOLENCE"
    SPECIALIST = "SPECIALIST"
    OTHER_INSTITUTION = "OTHER_INSTITUTION"
    TRANSFER_JURISDICTION = "TRANSFER_JURISDICTION"
    EX_OFFICIO_SIGNAL = "EX_OFFICIO_SIGNAL"


class Benefit(StrEnum):
    """Benefits in money and in services (ups art. 36)."""

    PERMANENT = "PERMANENT"
    PERIODIC = "PERIODIC"
    TARGETED = "TARGETED"
    SPECIAL_TARGETED = "SPECIAL_TARGETED"
    CONTRACT_TARGETED = "CONTRACT_TARGETED"  # ups art. 39a
    LOSS = "LOSS"  # random event, disaster, ups art. 40
    ECONOMIC_INDEPENDENCE = "ECONOMIC_INDEPENDENCE"  # ups art. 43
    IN_KIND = "IN_KIND"
    CLOTHING = "CLOTHING"
    BURIAL = "BURIAL"
    CREDITED_TICKET = "CREDITED_TICKET"
    TRAINING_FLAT = "TRAINING_FLAT"
    HOME_CARE = "HOME_CARE"
    SPECIALIST_CARE = "SPECIALIST_CARE"
    DAY_HOME = "DAY_HOME"
    RESIDENTIAL_HOME = "RESIDENTIAL_HOME"
    MEAL = "MEAL"
    SHELTER = "SHELTER"


class EvidenceKind(StrEnum):
    """What evidence benefits asks for."""

    LABOUR_STATUS = "LABOUR_STATUS"  # answered by PUP
    INCOME = "INCOME"
    HEALTH = "HEALTH"
    CIVIL_STATUS = "CIVIL_STATUS"
    HOUSING = "HOUSING"


class InterviewPart(StrEnum):
    """Part of the environmental interview; the form may number otherwise (`domain.md` M19)."""

    I = "I"  # noqa: E741 - the part is called I
    II = "II"
    III = "III"
    IV = "IV"


class Place(StrEnum):
    """Where an interview or an action took place."""

    HOME = "HOME"
    OFFICE = "OFFICE"
    FIELD = "FIELD"


class Question(StrEnum):
    """The 7+1 questions of the assessment (`domain.md` C3)."""

    REASON = "Q1"
    UNUSED_ENTITLEMENTS = "Q2a"
    UNUSED_RESOURCES = "Q2b"
    NEEDS = "Q3"
    CRITERION = "Q4"
    DISPROPORTION = "Q5"
    CONDITIONS = "Q6"
    COOPERATION = "Q7"
    WASTE = "Q8"


class Answer(StrEnum):
    """Value of an assessment answer."""

    YES = "YES"
    NO = "NO"
    PARTLY = "PARTLY"


class ReferralPurpose(StrEnum):
    """Why the client is sent to a social worker (`domain.md` C4)."""

    UNUSED_RESOURCES = "UNUSED_RESOURCES"
    COOPERATION_TERMS = "COOPERATION_TERMS"


class DecisionKind(StrEnum):
    """What a decision does (`domain.md` C1)."""

    GRANT = "GRANT"
    PARTIAL = "PARTIAL"
    REFUSAL = "REFUSAL"
    REFERRAL = "REFERRAL"  # to a residential home
    PLACEMENT = "PLACEMENT"
    FEE = "FEE"
    CHANGE = "CHANGE"
    LIMIT = "LIMIT"
    REVOKE = "REVOKE"
    SUSPEND = "SUSPEND"
    CONFIRM = "CONFIRM"
    DISCONTINUE = "DISCONTINUE"
    UNDUE = "UNDUE"
    CONTINUE = "CONTINUE"  # under a social contract, after work was found, ups art. 39a


class Delivery(StrEnum):
    """How a decision reached its party."""

    IN_PERSON = "IN_PERSON"
    POST = "POST"
    E_DELIVERY = "E_DELIVERY"
    DEEMED = "DEEMED"


class AppealResult(StrEnum):
    """What became of an appeal (KPA 132, 138)."""

    SELF_CORRECTED = "SELF_CORRECTED"
    UPHELD = "UPHELD"
    REVERSED = "REVERSED"
    REMITTED = "REMITTED"
    INADMISSIBLE = "INADMISSIBLE"  # or late, KPA 134
    DISCONTINUED = "DISCONTINUED"  # the appeal was withdrawn, KPA 137


class LateAppealResult(StrEnum):
    """What the board said of an appeal that came after its term (KPA 58, 59, 134)."""

    TERM_RESTORED = "TERM_RESTORED"
    IN_TIME = "IN_TIME"  # it was in time after all
    LATE = "LATE"
    INADMISSIBLE = "INADMISSIBLE"


class FinalityBasis(StrEnum):
    """Why a decision is final."""

    TERM = "TERM"
    WAIVER = "WAIVER"
    GRANTED_IN_FULL = "GRANTED_IN_FULL"  # KPA 127 § 1a
    SKO = "SKO"


class PaymentMethod(StrEnum):
    TRANSFER = "TRANSFER"
    CASH = "CASH"
    POST = "POST"


class ReviewTrigger(StrEnum):
    """What opened a review of the entitlement (ups art. 106(5))."""

    NON_COOPERATION = "NON_COOPERATION"
    CERTIFICATE_OVERDUE = "CERTIFICATE_OVERDUE"
    INCOME_CHANGE = "INCOME_CHANGE"
    NEED_CHANGE = "NEED_CHANGE"
    WASTE = "WASTE"
    APPEAL = "APPEAL"  # the board remitted the decision


class ReviewResult(StrEnum):
    CONFIRMED = "CONFIRMED"
    CHANGED = "CHANGED"
    LIMITED = "LIMITED"
    SUSPENDED = "SUSPENDED"
    REVOKED = "REVOKED"
    ENDED = "ENDED"  # the benefit ended while it was reviewed


class BenefitEnd(StrEnum):
    """Why a benefit ended without being revoked."""

    PERIOD = "PERIOD"
    DPS = "DPS"  # the client moved into a residential home


class ParameterKind(StrEnum):
    """Kinds of dated sets of legal parameters (`domain.md` C6)."""

    NATIONAL = "NATIONAL"
    CITY = "CITY"
    PRACTICE = "PRACTICE"
    EXCLUSIONS = "EXCLUSIONS"
    HOME_CARE = "HOME_CARE"
    MEAL = "MEAL"
    TERMS = "TERMS"


class ReturnReason(StrEnum):
    """Why a payment came back."""

    WRONG_ACCOUNT = "WRONG_ACCOUNT"
    NOT_COLLECTED = "NOT_COLLECTED"
    ADDRESSEE_UNKNOWN = "ADDRESSEE_UNKNOWN"
    DECEASED = "DECEASED"
    OTHER = "OTHER"


class CancelReason(StrEnum):
    """Why a planned payment is not made."""

    DECEASED = "DECEASED"
    RENOUNCED = "RENOUNCED"
    WRONG_PLAN = "WRONG_PLAN"
    OTHER = "OTHER"


class RepaymentCause(StrEnum):
    """Why something is paid back (ups art. 98, art. 41 pkt 2, art. 43 ust. 1)."""

    UNDUE = "UNDUE"
    RETURNABLE = "RETURNABLE"
    LOAN = "LOAN"


class UtilisationResult(StrEnum):
    """What a check of the use of a benefit found (ups art. 11 ust. 1)."""

    AS_INTENDED = "AS_INTENDED"
    PARTLY = "PARTLY"
    WASTED = "WASTED"


class UtilisationMethod(StrEnum):
    """How the use of a benefit was checked."""

    VISIT = "VISIT"
    RECEIPTS = "RECEIPTS"
    TALK = "TALK"
    REPORT_OF_OTHERS = "REPORT_OF_OTHERS"


class ChangeKind(StrEnum):
    """What changed in the client's situation (ups art. 109)."""

    INCOME = "INCOME"
    HOUSEHOLD = "HOUSEHOLD"
    HEALTH = "HEALTH"
    WORK = "WORK"
    RESIDENCE = "RESIDENCE"
    DEATH = "DEATH"
    OTHER = "OTHER"


class ChangeSource(StrEnum):
    """From whom the office learned of a change."""

    CLIENT = "CLIENT"
    OWN_FINDING = "OWN_FINDING"
    SOCIAL_WORKER = "SOCIAL_WORKER"
    OTHER_INSTITUTION = "OTHER_INSTITUTION"
    REGISTER = "REGISTER"
    THIRD_PARTY = "THIRD_PARTY"


class ContributionKind(StrEnum):
    """Insurance contributions that the centre pays (ups art. 36 pkt 2)."""

    HEALTH = "HEALTH"
    PENSION = "PENSION"


class Obligation(StrEnum):
    """Who is obliged to support the client (ups art. 61 ust. 2, art. 103)."""

    SPOUSE = "SPOUSE"
    DESCENDANT = "DESCENDANT"
    ASCENDANT = "ASCENDANT"
    SIBLING = "SIBLING"


class SupportForm(StrEnum):
    """In which form support was agreed (ups art. 103)."""

    MONEY_TO_CLIENT = "MONEY_TO_CLIENT"
    MONEY_TO_CENTRE = "MONEY_TO_CENTRE"
    IN_KIND = "IN_KIND"
    RESIDENTIAL_FEE = "RESIDENTIAL_FEE"


class WaiverReason(StrEnum):
    """Why a repayment is waived (ups art. 104 ust. 4)."""

    TOO_GREAT_BURDEN = "TOO_GREAT_BURDEN"
    HELP_UNDONE = "HELP_UNDONE"


class ContractProvision(StrEnum):
    """What a client undertook in a social contract; the list is open."""

    TAKE_UP_WORK = "TAKE_UP_WORK"
    TRAINING = "TRAINING"
    ADDICTION_TREATMENT = "ADDICTION_TREATMENT"
    HOUSEHOLD_BUDGET = "HOUSEHOLD_BUDGET"
    DEBT_PLAN = "DEBT_PLAN"
    CHILD_CARE = "CHILD_CARE"
    OTHER = "OTHER"


class ContractVariant(StrEnum):
    """Form of the social contract (`domain.md` D4)."""

    A = "A"  # a person or family
    B = "B"  # unemployed


class ContractEnd(StrEnum):
    """How a social contract ended (`domain.md` D4)."""

    FULFILLED = "FULFILLED"
    BROKEN = "BROKEN"
    TERMINATED = "TERMINATED"
    EXPIRED = "EXPIRED"


class RequestResult(StrEnum):
    """How a request out of a social contract was answered (ups art. 39a)."""

    GRANTED = "GRANTED"
    PARTLY = "PARTLY"
    REFUSED = "REFUSED"


class InterviewUpdate(StrEnum):
    """Why an interview is held again (ups art. 107 ust. 4)."""

    REPEATED_APPLICATION = "REPEATED_APPLICATION"
    DATA_CHANGE = "DATA_CHANGE"
    HALF_YEAR = "HALF_YEAR"


class ReopeningGround(StrEnum):
    """Defects for which a proceeding is reopened (KPA art. 145 to 145b)."""

    FALSE_EVIDENCE = "FALSE_EVIDENCE"
    CRIME = "CRIME"
    BIASED_OFFICIAL = "BIASED_OFFICIAL"
    PARTY_LEFT_OUT = "PARTY_LEFT_OUT"
    NEW_FACTS = "NEW_FACTS"
    POSITION_MISSING = "POSITION_MISSING"
    PRELIMINARY_QUESTION = "PRELIMINARY_QUESTION"
    BASE_DECISION_GONE = "BASE_DECISION_GONE"
    CONSTITUTIONAL_COURT = "CONSTITUTIONAL_COURT"
    COURT_OF_JUSTICE = "COURT_OF_JUSTICE"
    EQUAL_TREATMENT = "EQUAL_TREATMENT"


class Deadline(StrEnum):
    """Deadlines of a proceeding (`domain.md` C10)."""

    INTERVIEW = "INTERVIEW"
    INTERVIEW_UPDATE = "INTERVIEW_UPDATE"
    DECISION = "DECISION"
    FORWARD_APPEAL = "FORWARD_APPEAL"
    REFERRAL_CONTACT = "REFERRAL_CONTACT"
    DEFECTS = "DEFECTS"
    SKO_RULING = "SKO_RULING"
    CERTIFICATE = "CERTIFICATE"
    FOLLOW_UP = "FOLLOW_UP"
    APPEAL_TERM = "APPEAL_TERM"
    REVIEW = "REVIEW"
    URGING = "URGING"
    PAYMENT = "PAYMENT"


class ExtensionReason(StrEnum):
    """Why a decision cannot come in time (KPA 36)."""

    EVIDENCE_AWAITED = "EVIDENCE_AWAITED"
    CERTIFICATE_AWAITED = "CERTIFICATE_AWAITED"
    INTERVIEW_IMPOSSIBLE = "INTERVIEW_IMPOSSIBLE"
    INTRICATE = "INTRICATE"
    WORKLOAD = "WORKLOAD"
    OTHER = "OTHER"


class SocialWorkSource(StrEnum):
    """What social work began with."""

    TRIAGE = "TRIAGE"
    REFERRAL = "REFERRAL"
    OWN_REQUEST = "OWN_REQUEST"
    IDENTIFIED = "IDENTIFIED"


class SocialWorkAction(StrEnum):
    """The 17 actions of methodical social work (`domain.md` D3)."""

    EXPLAINING = "EXPLAINING"
    SUPPORTING = "SUPPORTING"
    ADVICE = "ADVICE"
    EDUCATIONAL = "EDUCATIONAL"
    CONFRONTATION = "CONFRONTATION"
    PERSUASION = "PERSUASION"
    REQUIREMENTS = "REQUIREMENTS"
    WIDENING_CONTACTS = "WIDENING_CONTACTS"
    ACCOMPANYING = "ACCOMPANYING"
    ADVOCACY = "ADVOCACY"
    PSYCHOEDUCATION = "PSYCHOEDUCATION"
    MEDIATION = "MEDIATION"
    INTERVENTION = "INTERVENTION"
    ORGANISING_COUNSELLING = "ORGANISING_COUNSELLING"
    REACHING_SPECIALISTS = "REACHING_SPECIALISTS"
    CONSULTATION = "CONSULTATION"
    WIDENING_OFFER = "WIDENING_OFFER"


class SocialWorkResult(StrEnum):
    SELF_RELIANT = "SELF_RELIANT"
    GOALS_PARTLY = "GOALS_PARTLY"
    NO_COOPERATION = "NO_COOPERATION"
    MOVED = "MOVED"
    DIED = "DIED"
    TRANSFERRED = "TRANSFERRED"
    WRONGLY_DIRECTED = "WRONGLY_DIRECTED"


class RelevantFact(StrEnum):
    """Typed other information for benefits ([002] table 24); never a narrative."""

    RESOURCE_WASTE = "RESOURCE_WASTE"
    CHANGE_OF_HOUSEHOLD = "CHANGE_OF_HOUSEHOLD"
    CHANGE_OF_INCOME = "CHANGE_OF_INCOME"
    CHANGE_OF_NEED = "CHANGE_OF_NEED"


class Days(StrEnum):
    """On which days a service is given."""

    WORKING = "working"
    ALL = "all"


class OrderRefusal(StrEnum):
    NO_CAPACITY = "NO_CAPACITY"
    OUTSIDE_CONTRACT = "OUTSIDE_CONTRACT"
    INCOMPLETE_SHEET = "INCOMPLETE_SHEET"


class Absence(StrEnum):
    """Why the client was not there, or a visit did not take place."""

    HOSPITAL = "HOSPITAL"
    FAMILY = "FAMILY"
    NOT_AT_HOME = "NOT_AT_HOME"
    CARER_ABSENT = "CARER_ABSENT"
    OTHER = "OTHER"


class CareActivity(StrEnum):
    """Activities of home care (`domain.md` E7, annex 2)."""

    HOUSEHOLD = "HOUSEHOLD"
    HYGIENE = "HYGIENE"
    PRESCRIBED_CARE = "PRESCRIBED_CARE"
    CONTACTS = "CONTACTS"
    MEALS = "MEALS"
    SHOPPING = "SHOPPING"


class HealthNeed(StrEnum):
    """What a carer must reckon with; `NONE` says that somebody asked. The list is open."""

    NONE = "NONE"
    LIMITED_MOBILITY = "LIMITED_MOBILITY"
    BEDRIDDEN = "BEDRIDDEN"
    DEMENTIA = "DEMENTIA"


class Risk(StrEnum):
    """What may happen during a visit; `NONE` says that somebody asked. The list is open."""

    NONE = "NONE"
    FALL = "FALL"
    INFECTION = "INFECTION"
    AGGRESSION = "AGGRESSION"


class OrderEnd(StrEnum):
    PERIOD = "PERIOD"
    DEATH = "DEATH"
    DPS = "DPS"
    RESIGNATION = "RESIGNATION"
    REVOKED = "REVOKED"


class Evaluation(StrEnum):
    """Result of evaluating a service (annex 6)."""

    CONTINUE = "CONTINUE"
    CHANGE = "CHANGE"
    END = "END"


class Severity(StrEnum):
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"


class LabourStatus(StrEnum):
    UNEMPLOYED = "UNEMPLOYED"
    JOB_SEEKER = "JOB_SEEKER"
    NOT_REGISTERED = "NOT_REGISTERED"


class PlanGoal(StrEnum):
    """Goals of an individual action plan (IPD)."""

    EMPLOYMENT = "EMPLOYMENT"
    TRAINING = "TRAINING"
    TRAINEESHIP = "TRAINEESHIP"
    OWN_BUSINESS = "OWN_BUSINESS"


class LabourOutcome(StrEnum):
    """Outcome of a training or an offer."""

    STARTED = "STARTED"
    COMPLETED = "COMPLETED"
    INTERRUPTED = "INTERRUPTED"
    ACCEPTED = "ACCEPTED"
    REFUSED = "REFUSED"
    NOT_HIRED = "NOT_HIRED"
