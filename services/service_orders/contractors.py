"""Contractors: the institutions and organisations that may be given an order."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from stdnum import exceptions
from stdnum.pl import nip as nip_number
from stdnum.pl import regon as regon_number

from chassis.aggregate import Aggregate, Created, event
from services.service_orders.refusals import NumberInvalid, ServiceNotOffered

CONTRACTORS = UUID("6f1d3c52-0f5a-5b0e-9d8a-2f6a2f0a7c11")
"""Ids of contractors follow from this one and the name of their unit."""


class Contractor(Aggregate):
    """`unit` is the name of the contractor's node, by which facts are addressed."""

    TOPIC = "service-orders.contractor"

    class ContractorRegistered(Created):
        TOPIC = "service-orders.contractor.registered.1"
        unit: str
        name: str
        nip: str
        regon: str
        krs: str | None
        services: tuple[str, ...]
        on: date

    @staticmethod
    def create_id(unit: str, **_: Any) -> UUID:
        return uuid5(CONTRACTORS, unit)

    @classmethod
    def register(
        cls,
        *,
        unit: str,
        name: str,
        nip: str,
        regon: str,
        krs: str | None,
        services: tuple[str, ...],
        on: date,
    ) -> Contractor:
        """Raises NumberInvalid where a checksum of NIP or REGON does not match."""
        return cls(unit, name, _valid("NIP", nip), _valid("REGON", regon), krs, services, on)

    @event(ContractorRegistered)
    def __init__(
        self,
        unit: str,
        name: str,
        nip: str,
        regon: str,
        krs: str | None,
        services: tuple[str, ...],
        on: date,
    ) -> None:
        self.unit = unit
        self.name = name
        self.nip = nip
        self.regon = regon
        self.krs = krs
        self.services = services
        self.registered_on = on

    def require(self, service: str) -> None:
        if service not in self.services:
            raise ServiceNotOffered(self.unit, service)


def _valid(kind: str, number: str) -> str:
    check = nip_number.validate if kind == "NIP" else regon_number.validate
    try:
        return str(check(number))
    except exceptions.ValidationError:
        raise NumberInvalid(kind) from None
