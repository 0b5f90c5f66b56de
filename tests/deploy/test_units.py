"""The city of the demonstration, as `deploy/units.toml` describes it."""

from pathlib import Path

from osnowa_contracts.roles import Role

from chassis.security import Directory

CITY = Directory.load(Path(__file__).parents[2] / "deploy" / "units.toml")


def test_every_role_is_called_something_in_both_languages() -> None:
    assert set(CITY.roles) == {role.value for role in Role}
    assert all(polish and english for polish, english in CITY.roles.values())


def test_everybody_has_a_role_that_exists() -> None:
    assert {member.worker.role for member in CITY.members.values()} <= set(Role)


def test_nobody_works_in_benefits_and_in_social_work() -> None:
    """`domain.md` A4 SEP-1; administrators keep the machines and read no file."""
    both = [
        member.worker.id
        for member in CITY.members.values()
        if {"benefits", "socialwork"} <= member.units and member.worker.role != Role.ADMINISTRATOR
    ]
    assert both == []
