"""What others tell makes social work open a file, once, and remember what its rules need."""

from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from osnowa_contracts import benefits, intake
from osnowa_contracts.envelope import digest
from osnowa_contracts.examples import envelope_for, example
from osnowa_contracts.fact import Fact

from services.socialwork.file import File, State, file_id
from services.socialwork.values import Source
from tests.socialwork.conftest import HEAD, JOANNA, signed_in

PERSON = UUID("5b0f1f0a-0d5e-4f0e-9c39-0a4a1ce5f001")


class Neighbours:
    """Tell socialwork facts about one person, as their relays would."""

    def __init__(self, app: FastAPI) -> None:
        self.part = app.state.service.part
        self._sequences: dict[str, int] = {}
        self._previous: dict[str, str] = {}

    async def tell(self, *facts: Fact) -> None:
        for fact in facts:
            unit = fact.PUBLISHER.value
            sequence = self._sequences.get(unit, 0) + 1
            envelope = envelope_for(
                fact,
                person=PERSON,
                sequence=sequence,
                previous=self._previous.get(unit, ""),
            )
            raw = envelope.to_bytes()
            self._sequences[unit], self._previous[unit] = sequence, digest(raw)
            await self.part.inbox.take([(envelope.subject_name(), raw)])
        assert await self.part.inbox.parked() == []
        await self.part.follower.reached(await self.part.log.head())

    async def file(self) -> File | None:
        found: File | None = await self.part.log.find(File, file_id(PERSON))
        return found


@pytest.fixture
def neighbours(app: FastAPI) -> Neighbours:
    return Neighbours(app)


def triaged(*units: str) -> intake.ContactTriaged:
    return intake.ContactTriaged(contact_id=uuid4(), outcome="BENEFITS", target_units=units)


async def test_triage_to_social_work_opens_a_file(neighbours: Neighbours) -> None:
    await neighbours.tell(triaged("benefits", "socialwork"))
    file = await neighbours.file()
    assert file is not None
    assert file.source is Source.TRIAGE


async def test_triage_to_others_opens_none(neighbours: Neighbours) -> None:
    await neighbours.tell(triaged("benefits"))
    assert await neighbours.file() is None


async def test_a_referral_opens_a_file_with_its_number(neighbours: Neighbours) -> None:
    referral = example(benefits.ClientReferredToSocialWorker)
    await neighbours.tell(referral)
    file = await neighbours.file()
    assert file is not None
    assert (file.source, file.referrals[0].number) == (Source.REFERRAL, referral.number)


async def test_a_referral_to_another_team_opens_none(neighbours: Neighbours) -> None:
    elsewhere = {"target_unit": "socialwork-north"}
    await neighbours.tell(
        example(benefits.ClientReferredToSocialWorker).model_copy(update=elsewhere)
    )
    assert await neighbours.file() is None


async def test_the_page_says_to_whom_the_client_was_sent_and_since_when_he_knows(
    app: FastAPI, neighbours: Neighbours
) -> None:
    referral = example(benefits.ClientReferredToSocialWorker)
    named = referral.model_copy(update={"target_worker": JOANNA})
    await neighbours.tell(named)
    asked, page = {"person_id": str(PERSON)}, f"/files/{file_id(PERSON)}"
    async with signed_in(app, HEAD) as head:
        (found,) = (await head.get("/api/referrals", params=asked)).json()
        assert (found["worker_id"], found["handed_over_on"]) == (JOANNA, None)
        shown = (await head.get(page)).text
        assert "Joanna Brzoza" in shown
        assert "nie potwierdzono" in shown
        given = example(benefits.ReferralHandedOver)
        assert given.referral_id == referral.referral_id
        await neighbours.tell(given)
        (found,) = (await head.get("/api/referrals", params=asked)).json()
        assert found["handed_over_on"] == f"{given.on}"
        assert "nie potwierdzono" not in (await head.get(page)).text


async def test_a_referral_after_triage_joins_the_open_file(neighbours: Neighbours) -> None:
    referral = example(benefits.ClientReferredToSocialWorker)
    await neighbours.tell(triaged("socialwork"), referral, triaged("socialwork"))
    file = await neighbours.file()
    assert file is not None
    assert (file.source, len(file.referrals), len(file.contacts)) == (Source.TRIAGE, 1, 2)


async def test_a_referral_opens_a_closed_file_again(app: FastAPI, neighbours: Neighbours) -> None:
    await neighbours.tell(triaged("socialwork"))
    async with signed_in(app, HEAD) as head:
        path = f"/api/files/{file_id(PERSON)}/closing"
        assert (await head.post(path, json={"result": "MOVED"})).status_code == 200
    await neighbours.tell(example(benefits.ClientReferredToSocialWorker))
    file = await neighbours.file()
    assert file is not None
    assert (file.state, file.source) == (State.OPEN, Source.REFERRAL)


async def test_who_leads_the_benefits_case_is_known_from_facts_and_refused(
    app: FastAPI, neighbours: Neighbours
) -> None:
    """SEP-1."""
    assigned = example(benefits.CaseAssigned).model_copy(update={"worker_id": JOANNA})
    await neighbours.tell(triaged("socialwork"), assigned)
    async with signed_in(app, HEAD) as head:
        path = f"/api/files/{file_id(PERSON)}/worker"
        answer = await head.post(path, json={"worker_id": JOANNA})
    assert answer.json()["code"] == "SameWorkerAsBenefits"


async def test_a_certificate_answers_the_referral_and_its_case(
    app: FastAPI, neighbours: Neighbours
) -> None:
    referral = example(benefits.ClientReferredToSocialWorker)
    await neighbours.tell(referral)
    async with signed_in(app, HEAD) as head:
        await head.post(f"/api/files/{file_id(PERSON)}/worker", json={"worker_id": JOANNA})
    async with signed_in(app, JOANNA) as joanna:
        body = {"has_unused": True, "known": "AT_CLIENTS_WISH"}
        await joanna.post(f"/api/files/{file_id(PERSON)}/certificates/4", json=body)
        (issued,) = (
            await joanna.get("/api/certificates", params={"person_id": str(PERSON)})
        ).json()
    assert issued["referral_id"] == str(referral.referral_id)
    assert issued["case_id"] == str(referral.case_id)


async def test_certificates_are_expected_while_the_benefit_is_paid(
    app: FastAPI, neighbours: Neighbours
) -> None:
    decision = example(benefits.DecisionIssued)
    await neighbours.tell(example(benefits.ClientReferredToSocialWorker), decision)
    id_ = file_id(PERSON)
    async with signed_in(app, HEAD) as head:
        await head.post(f"/api/files/{id_}/worker", json={"worker_id": JOANNA})
    async with signed_in(app, JOANNA) as joanna:
        known = {"known": "WITH_CLIENTS_KNOWLEDGE"}
        await joanna.post(f"/api/files/{id_}/certificates/4", json=known | {"has_unused": True})
        await joanna.post(f"/api/files/{id_}/certificates/5", json=known)
        expected = (await joanna.get("/api/expected-certificates")).json()
        assert [one["month"] for one in expected] == ["2026-02"]
        tasks = (await joanna.get("/api/tasks")).json()
        assert [task["due"] for task in tasks] == ["2026-02-27"]
        await neighbours.tell(
            benefits.BenefitSuspended(
                case_id=decision.case_id,
                decision_id=uuid4(),
                benefit="PERIODIC",
                valid_from=decision.period_from,
            )
        )
        assert (await joanna.get("/api/expected-certificates")).json() == []
        await neighbours.tell(
            benefits.BenefitChanged(
                case_id=decision.case_id,
                decision_id=decision.decision_id,
                benefit="PERIODIC",
                valid_from=decision.period_from,
                undoes=uuid4(),
            )
        )
        assert len((await joanna.get("/api/expected-certificates")).json()) == 1


async def test_a_client_is_called_by_the_name_first_contact_told(
    app: FastAPI, neighbours: Neighbours
) -> None:
    person = example(intake.PersonRegistered)
    await neighbours.tell(person, triaged("socialwork"))
    await neighbours.tell(
        intake.PersonDataCorrected(corrected=("family_name",), family_name="Nowa")
    )
    async with signed_in(app, HEAD) as head:
        (file,) = (await head.get("/api/files", params={"person_id": str(PERSON)})).json()
        tasks = (await head.get("/api/tasks")).json()
    assert (file["given_names"], file["family_name"]) == (person.given_names, "Nowa")
    assert [task["title"].endswith("Nowa") for task in tasks] == [True]
