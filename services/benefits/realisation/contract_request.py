"""What a social worker asks for out of a social contract, and the decision that answers it
(ups art. 39a).
"""
# ruff: noqa: ARG002 - the fields of an event are the arguments of its apply step

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from chassis.aggregate import Aggregate, Created, event
from services.benefits.realisation.refusals import AlreadyAnswered
from services.benefits.realisation.values import RequestResult
from services.benefits.values import Benefit


class ContractRequest(Aggregate):
    """The id is the social worker's. Amount and provisions are all that benefits is told."""

    TOPIC = "benefits.contract-request"

    class ContractBenefitRequestReceived(Created):
        TOPIC = "benefits.contract-request.received.1"
        case_id: UUID
        person_id: UUID
        contract_id: UUID
        benefit: Benefit
        amount: Decimal
        provisions: tuple[str, ...]
        on: date

    class ContractBenefitRequestAnswered(Aggregate.Event):
        TOPIC = "benefits.contract-request.answered.1"
        decision_id: UUID
        result: RequestResult
        on: date

    @event(ContractBenefitRequestReceived)
    def __init__(
        self,
        id: UUID,  # read by the library
        case_id: UUID,
        person_id: UUID,
        contract_id: UUID,
        benefit: Benefit,
        amount: Decimal,
        provisions: tuple[str, ...],
        on: date,
    ) -> None:
        self.case_id = case_id
        self.person_id = person_id
        self.contract_id = contract_id
        self.benefit = benefit
        self.amount = amount
        self.provisions = provisions
        self.received_on = on
        self.decision_id: UUID | None = None
        self.result: RequestResult | None = None
        self.answered_on: date | None = None

    def answer(self, decision_id: UUID, result: RequestResult, *, on: date) -> None:
        """By a decision in the normal procedure. Raises AlreadyAnswered."""
        if self.answered_on is not None:
            raise AlreadyAnswered(self.answered_on)
        self._answered(decision_id=decision_id, result=result, on=on)

    @event(ContractBenefitRequestAnswered)
    def _answered(self, decision_id: UUID, result: RequestResult, on: date) -> None:
        self.decision_id = decision_id
        self.result = result
        self.answered_on = on
