"""Roles of the people who act, as `domain.md` A3 names them, and the kinds of unit they act for."""

from enum import StrEnum


class Role(StrEnum):
    INFORMATION_WORKER = "information-worker"
    INFORMATION_HEAD = "information-head"  # first contact: also merges entries of one person
    CRISIS_WORKER = "crisis-worker"  # takes an alarm of crisis or violence the same day
    CATALOGUE_EDITOR = "catalogue-editor"  # keeps the catalogue of help at first contact
    BENEFITS_WORKER = "benefits-worker"
    BENEFITS_HEAD = "benefits-head"
    REALISATION_WORKER = "realisation-worker"
    DIRECTOR = "director"  # or whoever signs by the president's authorisation
    SOCIAL_WORKER = "social-worker"
    SOCIAL_WORK_HEAD = "social-work-head"
    SPECIALIST = "specialist"  # consultant who may issue the monthly certificate
    SERVICE_COORDINATOR = "service-coordinator"
    CARE_WORKER = "care-worker"  # MOPS-CARE: home care proceedings and orders
    DISPATCHER = "dispatcher"  # contractor
    CARER = "carer"  # contractor
    LABOUR_OFFICER = "labour-officer"  # PUP
    ANALYST = "analyst"  # reporting
    AUDITOR = "auditor"  # reads the history of cases, changes nothing
    ADMINISTRATOR = "administrator"
    MIGRATION = "migration"  # takes over what another system kept; nothing else
    SYSTEM = "system"  # reactions and clocks
