"""Who keeps the platform running opens no file, no timeline and no certificate (T1)."""

from __future__ import annotations

from uuid import uuid4

from fastapi import FastAPI

from tests.socialwork.conftest import ADMINISTRATOR, HEAD, JOANNA, signed_in


async def test_an_administrator_is_shown_no_client_by_any_address(app: FastAPI) -> None:
    person = str(uuid4())
    async with signed_in(app, HEAD) as head:
        made = await head.post("/api/files", json={"person_id": person})
        file_id = made.json()["id"]
        await head.post(f"/api/files/{file_id}/worker", json={"worker_id": JOANNA})
    addresses = (
        "/files", f"/files/{file_id}", f"/api/files/{file_id}", f"/api/files/{file_id}/texts",
        f"/api/files?person_id={person}", f"/api/certificates?person_id={person}",
        f"/clients/{person}", f"/api/clients/{person}/timeline", f"/clients/{person}/events",
    )  # fmt: skip
    async with signed_in(app, ADMINISTRATOR) as client:
        for address in addresses:
            answer = await client.get(address)
            assert answer.status_code == 403, address
            assert JOANNA not in answer.text
        assert (await client.get("/")).status_code == 200
        assert (await client.get("/api/parked")).status_code == 200
