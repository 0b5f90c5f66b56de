"""Social contracts with the client, and what is asked of benefits out of them (ups art. 39a, 108).

The paper with goals and actions is in the social worker's file; here are its variant, its days and
the codes of what the client undertook.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from chassis.aggregate import Aggregate, event
from services.socialwork.refusals import (
    AmountMissing,
    ContractIsOver,
    ContractUnknown,
    DayOutOfOrder,
    PeriodReversed,
    ProvisionNotInContract,
    ProvisionsMissing,
)
from services.socialwork.values import (
    ContractBenefit,
    ContractEnd,
    ContractProvision,
    ContractVariant,
)


@dataclass(frozen=True)
class SocialContract:
    """Variant A for a person or family, B for the unemployed; `until` is the last day, if told."""

    contract_id: UUID
    variant: ContractVariant
    provisions: tuple[ContractProvision, ...]
    on: date
    until: date | None
    ended_on: date | None = None
    end: ContractEnd | None = None

    def holds_on(self, day: date) -> bool:
        over = self.ended_on is not None and self.ended_on <= day
        return not over and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class BenefitRequest:
    """What the social worker proposes, PLN, and which provisions of the contract it is for."""

    request_id: UUID
    contract_id: UUID
    benefit: ContractBenefit
    amount: Decimal
    provisions: tuple[ContractProvision, ...]
    on: date


class FileContracts:
    """The contracts of a `File`."""

    id: UUID
    opened_on: date
    contracts: tuple[SocialContract, ...]
    requests: tuple[BenefitRequest, ...]

    class ContractConcluded(Aggregate.Event):
        TOPIC = "socialwork.file.contract-concluded.1"
        contract: SocialContract

    class ContractEnded(Aggregate.Event):
        TOPIC = "socialwork.file.contract-ended.1"
        contract_id: UUID
        end: ContractEnd
        on: date

    class ContractBenefitRequested(Aggregate.Event):
        TOPIC = "socialwork.file.contract-benefit-requested.1"
        request: BenefitRequest

    def conclude_contract(
        self,
        variant: ContractVariant,
        provisions: tuple[ContractProvision, ...],
        *,
        on: date,
        until: date | None,
        today: date,
    ) -> SocialContract:
        """Signed by the client and the worker. Raises ProvisionsMissing, PeriodReversed."""
        if not provisions:
            raise ProvisionsMissing
        if on > today:
            raise DayOutOfOrder(self.opened_on, today)
        if until is not None and until < on:
            raise PeriodReversed
        contract = SocialContract(
            uuid5(self.id, f"contract/{len(self.contracts) + 1}"),
            variant, tuple(dict.fromkeys(provisions)), on, until,
        )  # fmt: skip
        self._contract_concluded(contract=contract)
        return contract

    @event(ContractConcluded)
    def _contract_concluded(self, contract: SocialContract) -> None:
        self.contracts += (contract,)

    def end_contract(self, contract_id: UUID, end: ContractEnd, *, on: date, today: date) -> None:
        """Fulfilled, broken, terminated or expired. Raises ContractUnknown, ContractIsOver."""
        contract = self.contract(contract_id)
        if contract.ended_on is not None:
            raise ContractIsOver(contract.ended_on)
        if not contract.on <= on <= today:
            raise DayOutOfOrder(contract.on, today)
        self._contract_ended(contract_id=contract_id, end=end, on=on)

    @event(ContractEnded)
    def _contract_ended(self, contract_id: UUID, end: ContractEnd, on: date) -> None:
        self.contracts = tuple(
            replace(one, ended_on=on, end=end) if one.contract_id == contract_id else one
            for one in self.contracts
        )

    def request_contract_benefit(
        self,
        contract_id: UUID,
        benefit: ContractBenefit,
        amount: Decimal,
        provisions: tuple[ContractProvision, ...],
        *,
        on: date,
    ) -> BenefitRequest:
        """Benefits decides in the normal procedure (ups art. 39a).

        Raises ContractUnknown, ContractIsOver, ProvisionNotInContract, AmountMissing.
        """
        contract = self.contract(contract_id)
        if not contract.holds_on(on):
            raise ContractIsOver(contract.ended_on or contract.until or on)
        if amount <= 0:
            raise AmountMissing
        if not provisions:
            raise ProvisionsMissing
        if strange := [one for one in provisions if one not in contract.provisions]:
            raise ProvisionNotInContract(strange[0].value)
        request = BenefitRequest(
            uuid5(self.id, f"request/{len(self.requests) + 1}"),
            contract_id, benefit, amount, tuple(dict.fromkeys(provisions)), on,
        )  # fmt: skip
        self._benefit_requested(request=request)
        return request

    @event(ContractBenefitRequested)
    def _benefit_requested(self, request: BenefitRequest) -> None:
        self.requests += (request,)

    def contract(self, contract_id: UUID) -> SocialContract:
        """Raises ContractUnknown."""
        for contract in self.contracts:
            if contract.contract_id == contract_id:
                return contract
        raise ContractUnknown
