"""Benefits as a program: its table of contents."""

from pathlib import Path

from osnowa_contracts.fact import Publisher

from chassis.service import Service
from chassis.web import Link
from services.benefits import api, disclosures, pages, projections, queries
from services.benefits.act_english import ENGLISH as ENGLISH_OF_ACTS
from services.benefits.api.team import HAVE_WORK, LEAD_THE_TEAM
from services.benefits.assessment import Assessment
from services.benefits.calculation_words import ENGLISH as ENGLISH_OF_CALCULATIONS
from services.benefits.case import Case
from services.benefits.commands import Commands, clockwork
from services.benefits.decision import Decision
from services.benefits.direction import Direction
from services.benefits.effort import Effort
from services.benefits.entitlement import Entitlement
from services.benefits.evidence import Evidence
from services.benefits.hand_over import HandOver
from services.benefits.imported_case import ImportedCase
from services.benefits.legal_parameters import LegalParameters
from services.benefits.means import Means
from services.benefits.numbers import Register
from services.benefits.pages import calculator, parameters
from services.benefits.pages.realised import WATCH
from services.benefits.practice import Practice
from services.benefits.queries import work
from services.benefits.reactions import Reactions
from services.benefits.realisation.contract_request import ContractRequest
from services.benefits.realisation.fees import Fees
from services.benefits.realisation.monitoring import Monitoring
from services.benefits.realisation.obliged import ObligedPerson
from services.benefits.realisation.payment_list import PaymentList
from services.benefits.realisation.repayment import Repayment
from services.benefits.realised_words import ENGLISH as ENGLISH_OF_REALISED
from services.benefits.timekeeping import Timekeeping
from services.benefits.words import ENGLISH
from services.benefits.work_words import ENGLISH as ENGLISH_OF_WORK

service = Service(
    kind=Publisher.BENEFITS,
    schema=Path(__file__).with_name("schema.sql"),
    aggregates=[
        *(Direction, Case, Assessment, Means, Evidence, Decision, Entitlement, Practice, Register),
        *(Timekeeping, Effort, HandOver, ImportedCase, LegalParameters),
        *(Monitoring, PaymentList, Repayment, ObligedPerson, Fees, ContractRequest),
    ],
    commands=Commands,
    reactions=Reactions,
    disclose=disclosures.disclose,
    involve=disclosures.involve,
    project_event=projections.project_event,
    project_fact=projections.project_fact,
    routers=[api.router, pages.router, calculator.router, parameters.router],
    clockwork=clockwork.act,
    waiting=work.waiting,
    client=queries.client,
    find=queries.find,
    navigation=(
        Link("Moja praca", "/work", roles=HAVE_WORK),
        Link("Sprawy", "/cases"),
        Link("Wypłaty", "/payment-lists"),
        Link("Do dopilnowania", "/expected", roles=WATCH),
        Link("Zespół", "/team", roles=LEAD_THE_TEAM),
        Link("Kalkulator", "/calculator"),
        Link("Parametry", "/parameters"),
    ),
    templates=Path(__file__).with_name("templates"),
    english={
        **ENGLISH,
        **ENGLISH_OF_CALCULATIONS,
        **ENGLISH_OF_WORK,
        **ENGLISH_OF_ACTS,
        **ENGLISH_OF_REALISED,
    },
)

if __name__ == "__main__":
    service.run()
