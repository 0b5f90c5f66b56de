"""Examples of social work: the certificates of K1, the changed need of K2."""

from datetime import date
from decimal import Decimal

from osnowa_contracts import socialwork
from osnowa_contracts.examples.people import (
    HELENA_CASE,
    HELENA_ORDER,
    MAREK,
    MAREK_CASE,
    MAREK_REFERRAL,
    MAREK_SOCIAL_WORK,
    MAREK_TERMS,
    id_of,
)
from osnowa_contracts.fact import Fact

FACTS: tuple[Fact, ...] = (
    socialwork.SocialWorkOpened(
        social_work_id=MAREK_SOCIAL_WORK,
        source="REFERRAL",
        on=date(2026, 2, 4),
        referral_id=MAREK_REFERRAL,
    ),
    socialwork.SocialWorkerAssigned(social_work_id=MAREK_SOCIAL_WORK, worker_id="s-1", load=19),
    socialwork.DiagnosisRecorded(
        social_work_id=MAREK_SOCIAL_WORK, areas=("4",), reference=id_of("diagnosis: Marek")
    ),
    socialwork.UnusedResourcesCertified(
        certificate_id=id_of("certificate 4: Marek"),
        has_unused=True,
        covered=(MAREK,),
        issued_on=date(2026, 2, 6),
        referral_id=MAREK_REFERRAL,
        case_id=MAREK_CASE,
    ),
    socialwork.CooperationTermsSet(
        terms_id=MAREK_TERMS,
        on=date(2026, 2, 10),
        certificate_id=id_of("certificate 5: Marek"),
        covered=(MAREK,),
        referral_id=MAREK_REFERRAL,
        case_id=MAREK_CASE,
    ),
    socialwork.CooperationTermsUpdated(
        terms_id=MAREK_TERMS,
        on=date(2026, 7, 6),
        certificate_id=id_of("certificate 5, again: Marek"),
        covered=(MAREK,),
        case_id=MAREK_CASE,
    ),
    socialwork.CooperationCertified(
        certificate_id=id_of("certificate 6: Marek 2026-04"),
        terms_id=MAREK_TERMS,
        month="2026-04",
        cooperates=False,
        issued_on=date(2026, 4, 30),
        case_id=MAREK_CASE,
    ),
    socialwork.CooperationCertificateOverdue(
        terms_id=MAREK_TERMS, month="2026-05", due=date(2026, 5, 29)
    ),
    socialwork.SocialWorkActionRecorded(
        action_id=id_of("action: Marek"),
        social_work_id=MAREK_SOCIAL_WORK,
        action="EXPLAINING",
        minutes=30,
        place="HOME",
    ),
    socialwork.OfficialNoteWritten(
        note_id=id_of("note: Marek"),
        social_work_id=MAREK_SOCIAL_WORK,
        kind="VISIT",
        reference=id_of("note in the file: Marek"),
    ),
    socialwork.NeedChangeReported(
        report_id=id_of("need: Helena"),
        service="HOME_CARE",
        proposed_hours_per_day=Decimal("3"),
        valid_from=date(2026, 4, 1),
        on=date(2026, 3, 24),
        case_id=HELENA_CASE,
        order_id=HELENA_ORDER,
    ),
    socialwork.RelevantFactsReported(
        report_id=id_of("relevant facts: Marek"),
        kinds=("CHANGE_OF_INCOME",),
        on=date(2026, 6, 15),
        at_clients_wish=True,
        case_id=MAREK_CASE,
    ),
    socialwork.ContractConcluded(
        contract_id=id_of("contract: Marek"),
        social_work_id=MAREK_SOCIAL_WORK,
        variant="B",
        provisions=("TRAINING", "TAKE_UP_WORK"),
        on=date(2026, 3, 2),
        until=date(2026, 8, 31),
    ),
    socialwork.ContractEnded(
        contract_id=id_of("contract: Marek"), reason="FULFILLED", on=date(2026, 8, 31)
    ),
    socialwork.ContractBenefitRequested(
        request_id=id_of("39a request: Marek"),
        contract_id=id_of("contract: Marek"),
        benefit="TARGETED",
        amount=Decimal("350.00"),
        provisions=("TRAINING", "TAKE_UP_WORK"),
        on=date(2026, 3, 16),
    ),
    socialwork.SocialWorkClosed(
        social_work_id=MAREK_SOCIAL_WORK, result="GOALS_PARTLY", on=date(2026, 12, 18)
    ),
)
