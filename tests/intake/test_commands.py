"""Who may do what at the first-contact desk (`domain.md` I), command by command."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from osnowa_contracts.roles import Role

from chassis.context import Context, Worker, roles_of
from chassis.refusal import RoleMissing
from services.intake.commands import Commands

DESK = {Role.INFORMATION_WORKER, Role.INFORMATION_HEAD}
WITH_CRISIS = DESK | {Role.CRISIS_WORKER}
WITH_FAMILIES = DESK | {Role.SOCIAL_WORKER, Role.BENEFITS_WORKER}

MAY: dict[str, set[Role]] = {
    "register_person": DESK,
    "correct_person": DESK,
    "correct_identifier": DESK,
    "withdraw_identifier": DESK,
    "merge_persons": {Role.INFORMATION_HEAD},
    "undo_person_merge": {Role.INFORMATION_HEAD},
    "define_household": WITH_FAMILIES,
    "change_household": WITH_FAMILIES,
    "add_household_member": WITH_FAMILIES,
    "remove_household_member": WITH_FAMILIES,
    "correct_household_member": WITH_FAMILIES,
    "end_household": WITH_FAMILIES,
    "import_person": {Role.MIGRATION},
    "import_household": {Role.MIGRATION},
    "register_contact": {*WITH_CRISIS, Role.SOCIAL_WORKER},
    "receive_signal": {*WITH_CRISIS, Role.SOCIAL_WORKER},
    "complete_talk": WITH_CRISIS,
    "establish_person": WITH_CRISIS,
    "provide_information": WITH_CRISIS,
    "triage_contact": WITH_CRISIS,
    "correct_triage": WITH_CRISIS,
    "take_crisis": {Role.CRISIS_WORKER},
    "escalate_alarm": {Role.SYSTEM},
    "check_jurisdiction": {*WITH_CRISIS, Role.BENEFITS_WORKER},
    "check_documents": {*DESK, Role.BENEFITS_WORKER},
    "register_application": {*DESK, Role.BENEFITS_WORKER},
    "transfer_case": {*DESK, Role.BENEFITS_WORKER},
    "book_appointment": WITH_CRISIS,
    "move_appointment": WITH_CRISIS,
    "cancel_appointment": WITH_CRISIS,
    "close_appointment": WITH_CRISIS,
    "propose_entry": {*DESK, Role.CATALOGUE_EDITOR},
    "revise_entry": {*DESK, Role.CATALOGUE_EDITOR},
    "publish_entry": {Role.INFORMATION_HEAD, Role.CATALOGUE_EDITOR},
    "withdraw_entry": {Role.INFORMATION_HEAD, Role.CATALOGUE_EDITOR},
}


def names_of_commands() -> set[str]:
    return {name for name in dir(Commands) if hasattr(getattr(Commands, name), "roles")}


def test_every_command_says_who_may_issue_it() -> None:
    assert {name: set(roles_of(getattr(Commands, name))) for name in names_of_commands()} == MAY


@pytest.mark.parametrize("name", sorted(MAY))
@pytest.mark.parametrize("role", sorted(Role))
async def test_whoever_may_not_is_refused_before_anything_is_read(name: str, role: Role) -> None:
    nothing: Any = None
    commands = Commands(nothing, nothing, index_secret="k" * 32)
    ctx = Context(Worker("x", "X", role, "intake"), datetime(2026, 2, 2, tzinfo=UTC))
    if role in MAY[name]:
        with pytest.raises(AttributeError):  # let in: it asks the log that is not there
            await getattr(commands, name)(uuid4(), ctx=ctx)
    else:
        with pytest.raises(RoleMissing):
            await getattr(commands, name)(uuid4(), ctx=ctx)
