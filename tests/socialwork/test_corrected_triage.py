"""First contact takes back that it directed a client to social work."""

from uuid import UUID, uuid4

from fastapi import FastAPI
from osnowa_contracts import benefits, intake
from osnowa_contracts.examples import example

from services.socialwork.file import State, file_id
from services.socialwork.values import Result
from tests.socialwork.conftest import HEAD, PAWEL, signed_in
from tests.socialwork.test_reactions import PERSON, Neighbours, neighbours

__all__ = ["neighbours"]

AT = f"/api/files/{file_id(PERSON)}"
TALK = {"type": "SUPPORTING", "minutes": 60, "place": "HOME"}


def directed(contact: UUID) -> intake.ContactTriaged:
    return intake.ContactTriaged(
        contact_id=contact, outcome="SOCIAL_WORK", target_units=("socialwork",)
    )


def taken_back(contact: UUID) -> intake.TriageCorrected:
    return intake.TriageCorrected(
        contact_id=contact, outcome="BENEFITS", target_units=("benefits",),
        left_units=("socialwork",),
    )  # fmt: skip


async def begun(app: FastAPI) -> None:
    """Paweł leads the file and has talked with the client."""
    async with signed_in(app, HEAD) as head:
        assert (await head.post(f"{AT}/worker", json={"worker_id": PAWEL})).is_success
    async with signed_in(app, PAWEL) as pawel:
        assert (await pawel.post(f"{AT}/actions", json=TALK)).is_success


async def tasks(app: FastAPI, worker: str) -> list[str]:
    async with signed_in(app, worker) as client:
        return [task["title"] for task in (await client.get("/api/tasks")).json()]


async def test_work_that_nobody_began_ends_as_wrongly_directed(neighbours: Neighbours) -> None:
    contact = uuid4()
    await neighbours.tell(directed(contact), taken_back(contact))
    file = await neighbours.file()
    assert file is not None
    assert (file.state, file.result) == (State.CLOSED, Result.WRONGLY_DIRECTED)


async def test_where_work_has_begun_its_worker_decides(
    app: FastAPI, neighbours: Neighbours
) -> None:
    contact = uuid4()
    await neighbours.tell(directed(contact))
    await begun(app)
    await neighbours.tell(taken_back(contact))
    file = await neighbours.file()
    assert file is not None
    assert file.state is State.OPEN
    assert any("zdecyduj o pracy" in title for title in await tasks(app, PAWEL))
    async with signed_in(app, PAWEL) as pawel:
        page = (await pawel.get(AT.removeprefix("/api"))).text
        assert "skierował tę osobę tutaj niepotrzebnie" in page
        assert (await pawel.post(f"{AT}/keeping")).is_success
        again = await pawel.post(f"{AT}/keeping")
    assert again.json()["code"] == "NothingToDecide"
    assert not any("zdecyduj o pracy" in title for title in await tasks(app, PAWEL))


async def test_a_worker_who_agrees_ends_the_work(app: FastAPI, neighbours: Neighbours) -> None:
    contact = uuid4()
    await neighbours.tell(directed(contact))
    await begun(app)
    await neighbours.tell(taken_back(contact))
    async with signed_in(app, PAWEL) as pawel:
        ended = await pawel.post(f"{AT}/closing", json={"result": "WRONGLY_DIRECTED"})
    assert ended.is_success
    assert not any("zdecyduj o pracy" in title for title in await tasks(app, PAWEL))


async def test_another_contact_or_a_referral_keeps_the_work(neighbours: Neighbours) -> None:
    first, second = uuid4(), uuid4()
    await neighbours.tell(directed(first), directed(second), taken_back(first))
    file = await neighbours.file()
    assert file is not None
    assert (file.state, file.decide_since) == (State.OPEN, None)
    await neighbours.tell(example(benefits.ClientReferredToSocialWorker), taken_back(second))
    file = await neighbours.file()
    assert file is not None
    assert (file.state, file.decide_since) == (State.OPEN, None)


async def test_whom_first_contact_sends_here_again_is_worked_with_again(
    neighbours: Neighbours,
) -> None:
    contact = uuid4()
    again = taken_back(contact).model_copy(
        update={"target_units": ("socialwork",), "left_units": ("benefits",)}
    )
    await neighbours.tell(directed(contact), taken_back(contact), again)
    file = await neighbours.file()
    assert file is not None
    assert (file.state, file.contacts) == (State.OPEN, (contact,))


async def test_who_was_told_beside_us_hears_no_more_when_directed_elsewhere(
    neighbours: Neighbours,
) -> None:
    contact = uuid4()
    both = directed(contact).model_copy(update={"target_units": ("benefits", "socialwork")})
    without = taken_back(contact).model_copy(
        update={"target_units": ("socialwork",), "left_units": ("benefits",)}
    )
    await neighbours.tell(both)
    pool = neighbours.part.pool
    involved = "select unit from involvements where person_id = $1 and until is null"
    assert [row["unit"] for row in await pool.fetch(involved, PERSON)] == ["benefits"]
    await neighbours.tell(without)
    assert await pool.fetch(involved, PERSON) == []
