"""Requests out of a social contract: told by social work, decided as a case (ups art. 39a)."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from osnowa_contracts import benefits as facts
from osnowa_contracts import socialwork
from osnowa_contracts.fact import Form, Publisher
from osnowa_contracts.visibility import form_for

from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN
from tests.benefits.realised import EWA, HELENA, MAREK, decided, granted, interviewed, told
from tests.benefits.test_api import certify


async def asked(town: Town, person: UUID = MAN) -> UUID:
    """350 PLN for the training that the client undertook; the id of the request."""
    town.day(date(2026, 3, 16))
    request = socialwork.ContractBenefitRequested(
        request_id=uuid4(), contract_id=uuid4(), benefit="TARGETED", amount=Decimal("350.00"),
        provisions=("TRAINING",), on=date(2026, 3, 16),
    )  # fmt: skip
    for _ in range(2):
        await certify(town, request, person)
    assert await town.parked() == []
    return request.request_id


async def test_a_request_is_a_case_and_its_decision_the_answer(town: Town) -> None:
    request_id = await asked(town)
    (request,) = await town.listed(EWA, "/api/contract-requests", open_only="true")
    assert (request["amount"], request["provisions"]) == ("350.00", ["TRAINING"])
    (task,) = [t for t in await town.listed(EWA, "/api/tasks") if "39a" in t["title"]]
    assert task["title"].startswith("Wniosek z kontraktu (art. 39a)")
    case = request["case_id"]
    assert (await town.get(EWA, f"/api/cases/{case}"))["benefit"] == "TARGETED"
    answer = f"/api/contract-requests/{request_id}/answer"
    await interviewed(town, case, date(2026, 3, 16))
    assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "assessment"
    for stranger in (MAREK, HELENA):
        refusal = await town.refused(stranger, answer, decision_id=str(uuid4()))
        assert refusal == "RoleMissing"
    decision = await decided(town, f"/api/cases/{case}", kind="REFUSAL", ground="INCOME")
    await town.post(EWA, answer, decision_id=decision)
    assert await town.refused(EWA, answer, decision_id=decision) == "AlreadyAnswered"
    assert await town.listed(EWA, "/api/contract-requests", open_only="true") == []
    (said,) = [
        json.loads(one) for one in await told(town, facts.ContractBenefitRequestAnswered.type())
    ]
    assert (said["request_id"], said["result"]) == (str(request_id), "REFUSED")
    assert len(await told(town, facts.ContractBenefitRequestReceived.type())) == 1


async def test_a_decision_about_somebody_else_is_no_answer(town: Town) -> None:
    request_id = await asked(town)
    town.day(date(2026, 3, 16))
    case, _ = await granted(town, WOMAN, "100.00")
    (other,) = (await town.get(EWA, f"/api/cases/{case}"))["decisions"]
    answer = f"/api/contract-requests/{request_id}/answer"
    assert await town.refused(EWA, answer, decision_id=other["id"]) == "AnswerNotHere"


def test_only_social_work_benefits_and_statistics_hear_of_a_request() -> None:
    forms = {kind: form_for(socialwork.ContractBenefitRequested, kind) for kind in Publisher}
    assert {kind for kind, form in forms.items() if form is Form.FULL} == {
        Publisher.BENEFITS, Publisher.SOCIALWORK,
    }  # fmt: skip
    assert forms[Publisher.REPORTING] is Form.COUNT
