"""Who may do what in social work, and what the commands refuse on a real log."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from osnowa_contracts.roles import Role

from chassis.context import Context, Worker, roles_of
from chassis.refusal import RoleMissing
from services.socialwork.commands import Commands
from services.socialwork.commands.clockwork import report_overdue_certificates
from services.socialwork.file import file_id
from services.socialwork.values import Referral
from tests.socialwork.conftest import HEAD, JOANNA, PAWEL, SPECIALIST, signed_in

SW, HEAD_ROLE = Role.SOCIAL_WORKER, Role.SOCIAL_WORK_HEAD
MAY: dict[str, set[Role]] = {
    "open_social_work": {SW, HEAD_ROLE},
    "open_after_triage": {Role.SYSTEM},
    "follow_correction": {Role.SYSTEM},
    "keep_social_work": {SW, HEAD_ROLE},
    "receive_referral": {Role.SYSTEM},
    "assign_social_worker": {HEAD_ROLE},
    "close_social_work": {SW, HEAD_ROLE},
    "record_diagnosis": {SW},
    "write_note": {SW},
    "record_action": {SW},
    "report_need_change": {SW},
    "report_relevant_facts": {SW},
    "conclude_contract": {SW},
    "end_contract": {SW},
    "request_contract_benefit": {SW},
    "certify_unused_resources": {SW},
    "set_cooperation_terms": {SW},
    "update_cooperation_terms": {SW},
    "certify_cooperation": {SW, Role.SPECIALIST},
    "report_overdue_certificate": {Role.SYSTEM},
}
CANARY = "zielona papuga w przedpokoju"
WISH = "AT_CLIENTS_WISH"


def names_of_commands() -> set[str]:
    return {name for name in dir(Commands) if hasattr(getattr(Commands, name), "roles")}


def test_every_command_says_who_may_issue_it() -> None:
    assert {name: set(roles_of(getattr(Commands, name))) for name in names_of_commands()} == MAY


@pytest.mark.parametrize("name", sorted(MAY))
@pytest.mark.parametrize("role", sorted(Role))
async def test_whoever_may_not_is_refused_before_anything_is_read(name: str, role: Role) -> None:
    nothing: Any = None
    commands = Commands(nothing, nothing)
    ctx = Context(Worker("x", "X", role, "socialwork"), datetime(2026, 2, 2, tzinfo=UTC))
    expected = AttributeError if role in MAY[name] else RoleMissing
    with pytest.raises(expected):  # AttributeError: let in, it asks the log that is not there
        await getattr(commands, name)(uuid4(), uuid4(), ctx=ctx)


def test_benefits_workers_issue_no_command_of_social_work() -> None:
    """SEP-1, SEP-2: two files, two roles."""
    assert not any(Role.BENEFITS_WORKER in roles for roles in MAY.values())


async def opened(app: FastAPI, worker: str | None = JOANNA) -> str:
    """A file of a new person, led by `worker`."""
    async with signed_in(app, HEAD) as head:
        made = await head.post("/api/files", json={"person_id": str(uuid4())})
        assert made.status_code == 201, made.text
        id_ = str(made.json()["id"])
        if worker:
            await said(head, f"/api/files/{id_}/worker", {"worker_id": worker})
    return id_


async def said(client: httpx.AsyncClient, path: str, body: dict[str, Any]) -> Any:
    answer = await client.post(path, json=body)
    assert answer.status_code in (200, 201), answer.text
    return answer.json()["data"]


async def refused(client: httpx.AsyncClient, path: str, body: dict[str, Any]) -> str:
    answer = await client.post(path, json=body)
    assert answer.status_code >= 400, answer.text
    return str(answer.json()["code"])


async def test_a_text_is_kept_in_one_table_and_the_log_has_a_reference(app: FastAPI) -> None:
    id_ = await opened(app)
    async with signed_in(app, JOANNA) as joanna:
        note = await said(joanna, f"/api/files/{id_}/notes", {"text": CANARY})
        diagnosis = {"areas": ["4"], "text": f"Diagnoza: {CANARY}"}
        await said(joanna, f"/api/files/{id_}/diagnoses", diagnosis)
        texts = (await joanna.get(f"/api/files/{id_}/texts")).json()
    assert {text["kind"] for text in texts} == {"OFFICIAL_NOTE", "DIAGNOSIS"}
    assert note["reference"] in {text["reference"] for text in texts}
    pool = app.state.service.reading
    tables = await pool.fetch(
        "select table_name from information_schema.tables"
        " where table_schema = 'public' and table_type = 'BASE TABLE'"
    )
    holding = [
        table["table_name"]
        for table in tables
        if await pool.fetchval(
            f"select count(*) from {table['table_name']} t where t::text like $1", f"%{CANARY}%"
        )
    ]
    assert holding == ["texts"]


@pytest.mark.parametrize("who", [PAWEL, HEAD, SPECIALIST])
async def test_only_the_leading_social_worker_reads_the_texts(app: FastAPI, who: str) -> None:
    id_ = await opened(app)
    async with signed_in(app, who) as reader:
        answer = await reader.get(f"/api/files/{id_}/texts")
    assert answer.status_code == 403
    assert answer.json()["code"] in ("RoleMissing", "LedByAnother")


async def test_a_note_sent_again_is_kept_once(app: FastAPI) -> None:
    id_ = await opened(app)
    async with signed_in(app, JOANNA) as joanna:
        joanna.headers["Idempotency-Key"] = "one note"
        first = await said(joanna, f"/api/files/{id_}/notes", {"text": CANARY})
        assert await said(joanna, f"/api/files/{id_}/notes", {"text": CANARY}) == first
        assert len((await joanna.get(f"/api/files/{id_}/texts")).json()) == 1


async def test_the_way_of_certificates_four_five_and_six(app: FastAPI) -> None:
    id_ = await opened(app)
    path = f"/api/files/{id_}/certificates"
    async with signed_in(app, JOANNA) as joanna:
        assert await refused(joanna, f"{path}/5", {"known": WISH}) == "CertificateMissing"
        await said(joanna, f"{path}/4", {"has_unused": True, "known": WISH})
        terms = await said(joanna, f"{path}/5", {"known": WISH})
        six = {"month": "2026-02", "cooperates": True, "known": WISH}
        await said(joanna, f"{path}/6", six)
        assert await refused(joanna, f"{path}/6", six) == "AlreadyCertified"
        (file,) = (
            await joanna.get(
                "/api/files",
                params={"person_id": (await joanna.get(f"/api/files/{id_}")).json()["person_id"]},
            )
        ).json()
        issued = (
            await joanna.get("/api/certificates", params={"person_id": file["person_id"]})
        ).json()
        (in_force,) = (
            await joanna.get("/api/terms", params={"person_id": file["person_id"]})
        ).json()
    assert [(one["kind"], one["answer"]) for one in issued] == [(6, True), (5, None), (4, True)]
    assert {one["known"] for one in issued} == {WISH}
    assert in_force["terms_id"] == terms["terms_id"]


async def test_a_specialist_issues_certificate_six_and_no_other(app: FastAPI) -> None:
    id_ = await opened(app)
    path = f"/api/files/{id_}/certificates"
    async with signed_in(app, JOANNA) as joanna:
        await said(joanna, f"{path}/4", {"has_unused": True, "known": WISH})
        await said(joanna, f"{path}/5", {"known": WISH})
    async with signed_in(app, SPECIALIST) as specialist:
        await said(
            specialist, f"{path}/6", {"month": "2026-02", "cooperates": False, "known": WISH}
        )
        four = {"has_unused": False, "known": WISH}
        assert await refused(specialist, f"{path}/4", four) == "RoleMissing"


async def test_whether_the_client_knows_or_wishes_it_is_never_left_out(app: FastAPI) -> None:
    """SEP-5."""
    id_ = await opened(app)
    async with signed_in(app, JOANNA) as joanna:
        code = await refused(joanna, f"/api/files/{id_}/certificates/4", {"has_unused": True})
    assert code == "invalid"


async def test_another_social_worker_certifies_nothing(app: FastAPI) -> None:
    id_ = await opened(app)
    async with signed_in(app, PAWEL) as pawel:
        body = {"has_unused": True, "known": WISH}
        assert await refused(pawel, f"/api/files/{id_}/certificates/4", body) == "LedByAnother"


async def test_who_leads_the_benefits_case_is_not_the_social_worker(app: FastAPI) -> None:
    """SEP-1, also through a member of the household."""
    id_ = await opened(app, worker=None)
    pool = app.state.service.reading
    person_id = await pool.fetchval("select person_id from files")
    relative, household = uuid4(), uuid4()
    await pool.executemany(
        "insert into household_members (household_id, person_id) values ($1, $2)",
        [(household, person_id), (household, relative)],
    )
    await pool.execute(
        "insert into case_workers (case_id, person_id, worker_id) values ($1, $2, $3)",
        uuid4(),
        relative,
        JOANNA,
    )
    async with signed_in(app, HEAD) as head:
        path = f"/api/files/{id_}/worker"
        assert await refused(head, path, {"worker_id": JOANNA}) == "SameWorkerAsBenefits"
        await said(head, path, {"worker_id": PAWEL})


async def test_a_file_is_led_by_a_social_worker_of_the_team_only(app: FastAPI) -> None:
    id_ = await opened(app, worker=None)
    async with signed_in(app, HEAD) as head:
        path = f"/api/files/{id_}/worker"
        for stranger in ("ewa-jarzebina", SPECIALIST, "nobody"):
            assert await refused(head, path, {"worker_id": stranger}) == "NobodyLikeThat"
            sent = await head.post(f"/files/{id_}/worker", data={"worker_id": stranger})
            assert sent.status_code == 422
        await said(head, path, {"worker_id": PAWEL})


async def test_the_twenty_first_environment_is_a_warning(app: FastAPI) -> None:
    async with signed_in(app, HEAD) as head:
        loads = []
        for _ in range(21):
            made = await head.post("/api/files", json={"person_id": str(uuid4())})
            path = f"/api/files/{made.json()['id']}/worker"
            loads.append(await said(head, path, {"worker_id": JOANNA}))
    assert loads[19] == {"load": 20, "over_load": False}
    assert loads[20] == {"load": 21, "over_load": True}


async def test_closing_ends_the_terms_so_that_no_certificate_is_expected(app: FastAPI) -> None:
    id_ = await opened(app)
    path = f"/api/files/{id_}/certificates"
    async with signed_in(app, JOANNA) as joanna:
        await said(joanna, f"{path}/4", {"has_unused": True, "known": WISH})
        await said(joanna, f"{path}/5", {"known": WISH})
        await pay(app)
        expected = (await joanna.get("/api/expected-certificates?mine=true")).json()
        assert [(one["month"], one["due"]) for one in expected] == [("2026-02", "2026-02-27")]
        await said(joanna, f"/api/files/{id_}/closing", {"result": "SELF_RELIANT"})
        assert (await joanna.get("/api/expected-certificates")).json() == []


async def pay(app: FastAPI) -> None:
    """A benefit for the only client, from February to May."""
    await app.state.service.reading.execute(
        "insert into benefits_in_force (case_id, person_id, benefit, period_from, period_to)"
        " select $1, person_id, 'PERIODIC', $2, $3 from files",
        uuid4(),
        date(2026, 2, 1),
        date(2026, 5, 31),
    )


async def test_the_clock_reports_each_overdue_certificate_once(app: FastAPI) -> None:
    id_ = await opened(app)
    async with signed_in(app, JOANNA) as joanna:
        path = f"/api/files/{id_}/certificates"
        await said(joanna, f"{path}/4", {"has_unused": True, "known": WISH})
        await said(joanna, f"{path}/5", {"known": WISH})
    await pay(app)
    commands: Commands = app.state.service.commands
    clock = Worker.system("socialwork")
    in_time = Context(clock, datetime(2026, 2, 27, 9, tzinfo=UTC))
    late = Context(clock, datetime(2026, 4, 1, 9, tzinfo=UTC))
    reading = app.state.service.reading
    assert await report_overdue_certificates(commands, reading, in_time) == 0
    assert await report_overdue_certificates(commands, reading, late) == 2
    assert await report_overdue_certificates(commands, reading, late) == 0


async def test_two_referrals_open_one_file(app: FastAPI) -> None:
    commands: Commands = app.state.service.commands
    person_id, day = uuid4(), date(2026, 2, 4)
    for number in ("S/1", "S/2"):
        referral = Referral(uuid4(), uuid4(), number, (), day, date(2026, 2, 11))
        ctx = Context(Worker.system("socialwork"), datetime(2026, 2, 4, tzinfo=UTC))
        receipt = await commands.receive_referral(person_id, referral, ctx=ctx)
        assert receipt.id == file_id(person_id)
    await app.state.service.part.follower.reached(receipt.position)
    async with signed_in(app, JOANNA) as joanna:
        found = (await joanna.get("/api/referrals", params={"person_id": str(person_id)})).json()
    assert {one["number"] for one in found} == {"S/1", "S/2"}
    assert {one["certificate_due"] for one in found} == {"2026-02-11"}
