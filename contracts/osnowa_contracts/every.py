"""Importing this module registers every fact, for `fact.find` and `fact.all_facts`."""

from osnowa_contracts import access, benefits, contractor, intake, pup, service_orders, socialwork

MODULES = (intake, benefits, socialwork, service_orders, contractor, pup, access)
