"""The form that corrects a person: what it showed, and what whoever sent it has changed in it."""

from __future__ import annotations

from starlette.datastructures import FormData

from chassis.web.forms import DATE_PARTS
from services.intake.person import Person
from services.intake.values import Clearable

ADDRESS = ("street", "postal_code", "city")
TOGETHER = (
    tuple(f"birth_date-{part}" for part in DATE_PARTS),
    ADDRESS,
    tuple(f"last_{name}" for name in ADDRESS),
)
ALONE = (
    "given_names",
    "family_name",
    "sex",
    "phone",
    "teryt",
    "citizenship",
    "residence_title",
)
GROUPS = (*((name,) for name in ALONE), *TOGETHER)
"""Fields that say one thing together."""
FIELDS = tuple(name for group in GROUPS for name in group)
SHOWN = "shown."
"""Before the name of a field: what it said when the page was drawn."""
CLEARED_BY = {Clearable.PHONE: ("phone",), Clearable.ADDRESS: ADDRESS}
"""What the form has of that which may be taken out."""


def as_shown(person: Person) -> dict[str, list[str]]:
    """The form as somebody would have filled it in with what is known, and that it said so."""
    data, born = person.data, person.data.birth_date
    known: dict[str, str | None] = {name: getattr(data, name) for name in ALONE}
    for part in DATE_PARTS:
        known[f"birth_date-{part}"] = str(getattr(born, part))
    for prefix, address in (("", data.address), ("last_", data.last_address)):
        if address is not None:
            known |= {prefix + name: getattr(address, name) for name in ADDRESS}
    return {
        key: [str(value)] for name, value in known.items() if value for key in (name, SHOWN + name)
    }


def changed(form: FormData) -> FormData:
    """Without what still says what the page showed: somebody may have corrected it since.

    Fields that were emptied say that nothing is known; elsewhere they would say nothing.
    """
    same = {
        name
        for group in GROUPS
        if all(form.get(SHOWN + name) == form.get(name) for name in group)
        for name in group
    }
    cleared = [
        ("cleared", one.value)
        for one, names in CLEARED_BY.items()
        if all(form.get(name) == "" and name not in same for name in names)
    ]
    return FormData([*((k, v) for k, v in form.multi_items() if k not in same), *cleared])
