"""Contractors are registered with numbers whose checksums hold."""

from __future__ import annotations

from datetime import date

import pytest

from services.service_orders.contractors import Contractor
from services.service_orders.refusals import NumberInvalid, ServiceNotOffered


def register(nip: str = "1220781342", regon: str = "730295378") -> Contractor:
    return Contractor.register(
        unit="ngo-opiekun", name="Fundacja Opiekun", nip=nip, regon=regon, krs=None,
        services=("HOME_CARE",), on=date(2026, 1, 5),
    )  # fmt: skip


def test_a_contractor_has_valid_numbers() -> None:
    assert register().id == register("122-078-13-42").id
    assert register("122-078-13-42").nip == "1220781342"


@pytest.mark.parametrize(("nip", "regon"), [("1220781343", "730295378"), ("1220781342", "1")])
def test_a_wrong_checksum_is_refused(nip: str, regon: str) -> None:
    with pytest.raises(NumberInvalid):
        register(nip, regon)


@pytest.mark.parametrize("nip", ["1220781342", "7770000123"])
@pytest.mark.parametrize("regon", ["730295378", "123456785", "12345678512347"])
def test_the_numbers_of_the_field_are_valid(nip: str, regon: str) -> None:
    assert (register(nip, regon).nip, register(nip, regon).regon) == (nip, regon)


@pytest.mark.parametrize("regon", ["123456784", "12345678512346", "12345678412347"])
def test_a_long_regon_needs_both_checksums(regon: str) -> None:
    with pytest.raises(NumberInvalid):
        register(regon=regon)


def test_a_contractor_takes_only_orders_for_what_it_offers() -> None:
    contractor = register()
    contractor.require("HOME_CARE")
    with pytest.raises(ServiceNotOffered):
        contractor.require("MEAL")
