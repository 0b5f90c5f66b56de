"""Lets a browser look at a running office."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, Page

from tests.browser import looking, serving, sign_in, wrong_with
from tests.service_orders.running import Office


@asynccontextmanager
async def at_the_desk(
    chromium: Browser, office: Office, worker: str, width: int
) -> AsyncIterator[Page]:
    """A page on which this worker is signed in. The office runs already; only HTTP is passed on."""

    async def only_http(scope: Any, receive: Any, send: Any) -> None:
        assert scope["type"] == "http", "the office was started by the test"
        await office.app(scope, receive, send)

    app: Any = only_http
    async with serving(app) as address, looking(chromium, address, width=width) as page:
        await sign_in(page, worker)
        yield page


async def all_clean(page: Page, paths: dict[str, str]) -> None:
    """axe finds nothing, and nothing is wider than the window."""
    for name, path in paths.items():
        answer = await page.goto(path)
        assert answer is not None
        found = await wrong_with(page, name)
        assert (answer.status, found) == (200, []), f"{name}: {answer.status} {found}"
