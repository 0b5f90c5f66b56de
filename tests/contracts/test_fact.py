"""Facts by their types: each is found, and no two publishers share one."""

from osnowa_contracts import benefits, contractor, service_orders
from osnowa_contracts.access import ACCESS_ENDED, AccessEnded
from osnowa_contracts.fact import Fact, Publisher, all_facts, find


def test_every_fact_is_found_by_its_type() -> None:
    facts = all_facts()
    assert len(facts) > 90
    for type_, cls in facts.items():
        assert find(type_) is cls
        assert cls.type() == type_
        assert issubclass(cls, Fact)


def test_a_contractor_and_the_order_s_owner_say_the_same_thing_under_their_own_types() -> None:
    assert contractor.OrderAccepted.type() == "osnowa.contractor.order-accepted.v1"
    assert service_orders.OrderAccepted.type() == "osnowa.service-orders.order-accepted.v1"
    assert contractor.OrderAccepted.name() == service_orders.OrderAccepted.name()


def test_every_kind_of_publisher_can_end_an_access() -> None:
    for publisher in Publisher:
        ended = ACCESS_ENDED[publisher]
        assert issubclass(ended, AccessEnded)
        assert ended.type() == f"osnowa.{publisher}.access-ended.v1"


def test_an_unknown_type_is_no_fact() -> None:
    assert find("osnowa.benefits.decision-issued.v9") is None
    assert find(benefits.DecisionIssued.type()) is benefits.DecisionIssued
