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

from services.socialwork.disclosures import disclose
from services.socialwork.file import File
from services.socialwork.values import (
    ContractBenefit,
    ContractProvision,
    ContractVariant,
    Source,
)
from tests.benefits.conftest import Town
from tests.benefits.given import MAN, WOMAN
from tests.benefits.realised import (
    EWA,
    HELENA,
    MAREK,
    decided,
    granted,
    interviewed,
    plan,
    realised,
    told,
)
from tests.benefits.test_api import ANSWERS, BARBARA, certify


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


async def waits_for(town: Town, worker: str) -> bool:
    """Whether the worker is told of a request that nobody answered."""
    tasks = await town.listed(worker, "/api/tasks")
    return any(one["title"].startswith("Wniosek z kontraktu (art. 39a)") for one in tasks)


async def test_a_request_is_a_case_and_its_decision_the_answer(town: Town) -> None:
    request_id = await asked(town)
    (request,) = await town.listed(EWA, "/api/contract-requests", open_only="true")
    assert (request["amount"], request["provisions"]) == ("350.00", ["TRAINING"])
    assert await waits_for(town, BARBARA), "nobody leads its case yet"
    assert not await waits_for(town, EWA)
    case = request["case_id"]
    assert (await town.get(EWA, f"/api/cases/{case}"))["benefit"] == "TARGETED"
    answer = f"/api/contract-requests/{request_id}/answer"
    await interviewed(town, case, date(2026, 3, 16))
    assert (await town.get(EWA, f"/api/cases/{case}"))["state"] == "assessment"
    assert await waits_for(town, EWA), "now she leads it"
    assert not await waits_for(town, "tomasz-modrzew")
    assert not await waits_for(town, BARBARA)
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


async def test_what_a_social_worker_asks_out_of_a_contract_is_granted_paid_and_answered(
    town: Town,
) -> None:
    """From the social worker's file, in the words and forms of social work's own disclosures."""
    town.day(date(2026, 3, 16))
    file = File(MAN, Source.TRIAGE, date(2026, 2, 4))
    file.assign("joanna-brzoza", load=1)
    contract = file.conclude_contract(
        ContractVariant.B, (ContractProvision.TRAINING,), on=date(2026, 3, 2), until=None,
        today=date(2026, 3, 16),
    )  # fmt: skip
    request = file.request_contract_benefit(
        contract.contract_id, ContractBenefit.CONTRACT_TARGETED, Decimal("350.00"),
        (ContractProvision.TRAINING,), on=date(2026, 3, 16),
    )  # fmt: skip
    said = [one.fact for event in file.pending_events for one in disclose(event, file)]  # type: ignore[arg-type]
    for fact in said:
        if form_for(fact, Publisher.BENEFITS) is not Form.NOTHING:
            await certify(town, fact)
    certificate = socialwork.UnusedResourcesCertified(
        certificate_id=uuid4(), has_unused=False, issued_on=date(2026, 3, 16)
    )
    await certify(town, certificate)
    assert await town.parked() == []
    (asked_for,) = await town.listed(EWA, "/api/contract-requests", open_only="true")
    assert asked_for["contract_id"] == str(contract.contract_id)
    case = asked_for["case_id"]
    at = f"/api/cases/{case}"
    await interviewed(town, case, date(2026, 3, 16))
    wage = [{"kind": "CASUAL_WORK", "amount": "610.00"}]
    await town.post(EWA, f"{at}/income", month="2026-02", components=wage)
    for question, value in ANSWERS.items():
        await town.post(EWA, f"{at}/answers", question=question, value=value, text="powód 4")
    await town.post(EWA, f"{at}/assessment/completion")
    await town.post(EWA, f"{at}/entitlement", proposed="350", need="350")
    decision = await decided(
        town, at, kind="GRANT", valid_from="2026-03-16", valid_to="2026-04-30", amount="350.00"
    )
    benefit = await realised(town, decision)
    assert [one["amount"] for one in await plan(town, benefit)] == ["350.00"]
    answer = f"/api/contract-requests/{request.request_id}/answer"
    await town.post(EWA, answer, decision_id=decision)
    (answered,) = [
        json.loads(one) for one in await told(town, facts.ContractBenefitRequestAnswered.type())
    ]
    assert (answered["request_id"], answered["result"]) == (str(request.request_id), "GRANTED")


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
