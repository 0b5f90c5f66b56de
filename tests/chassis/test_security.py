"""Who may enter, from where, and for how long."""

from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import Depends

from chassis.security import SESSION, DemoSignIn, Directory, local_address
from chassis.web import only
from tests.chassis.web.small_city import CITY, SECRET, small_city, visiting

COOKIE = "osnowa_orodek"


async def test_a_reader_who_is_not_signed_in_is_sent_to_sign_in_and_back() -> None:
    async with visiting(small_city()) as visitor:
        answer = await visitor.get("/clients/search?x=1")
        assert answer.status_code != 200
        answer = await visitor.get("/?q=1")
        assert answer.status_code == 303
        assert answer.headers["location"] == "/sign-in?return=/%3Fq%3D1"
        answer = await visitor.post("/sign-in", data={"worker": "ada", "return": "/?q=1"})
        assert answer.status_code == 303
        assert answer.headers["location"] == "/?q=1"
        assert (await visitor.get("/?q=1")).status_code == 200


async def test_a_program_that_is_not_signed_in_gets_401() -> None:
    async with visiting(small_city()) as visitor:
        answer = await visitor.get("/api/tasks")
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["code"] == "NotSignedIn"


async def test_the_session_cookie_is_kept_from_scripts_and_other_sites() -> None:
    async with visiting(small_city()) as visitor:
        answer = await visitor.post("/sign-in", data={"worker": "ada"})
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith(f"{COOKIE}=")
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Max-Age=28800" in cookie


async def test_a_forged_cookie_signs_nobody_in() -> None:
    city = small_city()
    async with visiting(city, "ada") as visitor:
        genuine = visitor.cookies[COOKIE]
        other_secret = DemoSignIn("another secret", city.site.unit.institution)
        other_house = DemoSignIn(SECRET, "Inny ośrodek")
        forged = [
            genuine[:-9] + ("A" if genuine[-9] != "A" else "B") + genuine[-8:],
            "eyJ3b3JrZXIiOiJqYW4ifQ" + genuine[genuine.index(".") :],
            other_secret._serializer.dumps({"worker": "ada", "until": 99999999999}),
            other_house._serializer.dumps({"worker": "ada", "until": 99999999999}),
            "",
            "x" * 5000,
        ]
        assert (await visitor.get("/api/tasks")).status_code == 200
        visitor.cookies.clear()
        for cookie in forged:
            answer = await visitor.get("/api/tasks", headers={"Cookie": f"{COOKIE}={cookie}"})
            assert answer.status_code == 401, cookie


async def test_a_session_ends_after_eight_hours_of_real_time() -> None:
    city = small_city()
    async with visiting(city, "ada") as visitor:
        city.clock.at += timedelta(days=90)
        assert (await visitor.get("/api/tasks")).status_code == 200
        city.wall.at += SESSION - timedelta(seconds=5)
        assert (await visitor.get("/api/tasks")).status_code == 200
        city.wall.at += timedelta(seconds=10)
        assert (await visitor.get("/api/tasks")).status_code == 401


async def test_nobody_signs_in_where_they_do_not_work() -> None:
    async with visiting(small_city("north")) as visitor:
        for stranger in ("iza", "nobody", ""):
            answer = await visitor.post("/sign-in", data={"worker": stranger})
            assert answer.status_code == 422
            assert "set-cookie" not in answer.headers
        answer = await visitor.post("/api/sign-in", json={"worker": "iza"})
        assert answer.status_code == 422
        assert answer.json()["code"] == "NobodyLikeThat"


async def test_a_session_of_the_same_institution_opens_only_the_units_one_works_in() -> None:
    south, north = small_city("south"), small_city("north")
    for worker, status in (("iza", 403), ("ola", 200)):
        async with visiting(south, worker) as at_south, visiting(north) as at_north:
            at_north.cookies = at_south.cookies
            answer = await at_north.get("/api/tasks")
            assert answer.status_code == status


async def test_whoever_works_in_a_second_unit_acts_for_it_there() -> None:
    directory = Directory.parse(CITY)
    ola = directory.at("ola", "north")
    assert ola is not None
    assert (ola.unit, ola.role) == ("north", "head")
    assert directory.at("iza", "north") is None
    assert [worker.id for worker in directory.workers_at("north")] == ["ada", "jan", "ola"]


async def test_a_route_may_be_for_some_roles_only() -> None:
    city = small_city()
    city.app.add_api_route("/api/figures", lambda: 1, dependencies=[Depends(only("head"))])
    for worker, status in (("ada", 403), ("ola", 200)):
        async with visiting(city, worker) as visitor:
            assert (await visitor.get("/api/figures")).status_code == status


async def test_a_signed_out_worker_is_out() -> None:
    async with visiting(small_city(), "ada") as visitor:
        answer = await visitor.post("/sign-out")
        assert answer.headers["location"] == "/sign-in"
        assert (await visitor.get("/api/tasks")).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.test"},
        {"Origin": "null"},
        {"Origin": "http://north.test:8080"},
    ],
)
async def test_what_another_site_sends_is_refused(headers: dict[str, str]) -> None:
    async with visiting(small_city(), "ada") as visitor:
        answer = await visitor.post("/sign-out", headers=headers)
        assert answer.status_code == 403
        assert "przyszło z innej strony" in answer.text
        assert (await visitor.get("/api/tasks", headers=headers)).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://north.test"},
        {},
    ],
)
async def test_what_our_own_pages_and_programs_send_passes(headers: dict[str, str]) -> None:
    async with visiting(small_city(), "ada") as visitor:
        answer = await visitor.post("/sign-out", headers=headers)
        assert answer.status_code == 303


@pytest.mark.parametrize("path", ["/", "/sign-in", "/no/such/page", "/api/tasks", "/broken"])
async def test_every_answer_carries_the_shields(path: str) -> None:
    city = small_city()

    @city.app.get("/broken")
    async def broken() -> None:
        raise RuntimeError

    async with visiting(city, "ada") as visitor:
        headers = (await visitor.get(path)).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.test/",
        "//elsewhere.test",
        "/\\elsewhere.test",
        "javascript:1",
        "",
        "/a\nb",
    ],
)
async def test_nobody_is_sent_to_another_site(address: str) -> None:
    assert local_address(address) == "/"
    async with visiting(small_city()) as visitor:
        answer = await visitor.post("/sign-in", data={"worker": "ada", "return": address})
        assert answer.headers["location"] == "/"


def test_the_units_file_must_fit_together(tmp_path: Path) -> None:
    file = tmp_path / "units.toml"
    unit = '[[unit]]\nname = "a"\nkind = "b"\n'
    worker = '[[worker]]\nid = "w"\nname = "W"\nrole = "r"\nunit = "a"\n'
    file.write_text(unit + worker, "utf-8")
    assert Directory.load(file).units["a"].title("en") == "a"
    file.write_text(unit + worker + worker, "utf-8")
    with pytest.raises(ValueError, match="twice"):
        Directory.load(file)
    file.write_text(unit + worker.replace('unit = "a"', 'unit = "z"'), "utf-8")
    with pytest.raises(ValueError, match="unknown units"):
        Directory.load(file)
