"""Who applied for the client, as the benefits worker sees it (ups art. 102)."""

from datetime import date

from osnowa_contracts import intake

from tests.benefits.conftest import Town
from tests.benefits.given import APPLICATION, WOMAN
from tests.benefits.test_api import EWA


async def applied(town: Town, **by: object) -> str:
    """For home care; the address of the case."""
    application = intake.ApplicationRegistered(
        application_id=APPLICATION, benefit_types=("HOME_CARE",), filed_on=date(2026, 2, 2),
        channel="PHONE", **by,
    )  # fmt: skip
    await town.hears("intake", application, WOMAN)
    (case,) = await town.listed(EWA, "/api/cases", person_id=str(WOMAN))
    return f"/cases/{case['case_id']}"


async def test_a_case_names_the_daughter_who_applied_and_her_mothers_consent(town: Town) -> None:
    at = await applied(
        town, applicant="OTHER_PERSON", applicant_name="Zofia Wzorcowa", applicant_is="DAUGHTER",
        consent_on=date(2026, 2, 1),
    )  # fmt: skip
    by = (await town.get(EWA, f"/api{at}"))["applied_by"]
    assert by == {"name": "Zofia Wzorcowa", "relation": "DAUGHTER", "consent_on": "2026-02-01"}
    page = " ".join((await (await town.client(EWA)).get(at)).text.split())
    assert "Zofia Wzorcowa (córka), za zgodą klienta z dnia 1 lutego 2026" in page


async def test_who_applies_alone_is_named_nowhere_else(town: Town) -> None:
    at = await applied(town)
    assert (await town.get(EWA, f"/api{at}"))["applied_by"] is None
    assert "Wniosek składa" not in (await (await town.client(EWA)).get(at)).text
