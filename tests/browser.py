"""A real browser for tests of pages: Chromium, axe, and an application served on a free port.

Every test may ask for `chromium`; the helpers are imported:

    from tests.browser import looking, serving

    async with serving(app) as address, looking(chromium, address, width=390) as page: ...
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
import pytest_asyncio
import uvicorn
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]  # has none
from fastapi import FastAPI
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

__all__ = [
    "WIDTHS",
    "all_clean",
    "at_the_desk",
    "chromium",
    "looking",
    "serving",
    "settled",
    "sign_in",
    "wrong_with",
]

WIDTHS = (1280, 390)
"""A desk and a phone."""

PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")
"""The first that is there: without windows to draw, Chromium takes less than half as long."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

READY = "document.body?.classList.contains('app-ready')"

SCREENSHOTS = "OSNOWA_SCREENSHOTS"
"""Names a folder to keep pictures of every checked page, for people to look at."""


class _Server(uvicorn.Server):
    """Leaves Ctrl-C to the test runner."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def serving(app: FastAPI) -> AsyncIterator[str]:
    """The address at which the application answers, in this very event loop."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=1)
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started:
        if task.done():
            task.result()
        await asyncio.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """One browser for the whole session; every page gets a profile of its own."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.fail("Tests of pages need Chromium: install it (README, “Two commands”).")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        await browser.close()


@contextlib.asynccontextmanager
async def looking(
    browser: Browser, address: str, *, width: int = WIDTHS[0], height: int = 900
) -> AsyncIterator[Page]:
    """A fresh page; leaving fails if the console reported an error or something was not ours."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and "responded with a status of" not in message.text:
            errors.append(message.text)

    context = await browser.new_context(
        base_url=address, viewport={"width": width, "height": height}, locale="pl-PL"
    )
    page = await context.new_page()
    page.set_default_timeout(60_000)
    page.on("console", note)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "request",
        lambda r: None if r.url.startswith(address) else errors.append(f"asked for {r.url}"),
    )
    try:
        yield page
    finally:
        await context.close()
    assert errors == []


async def sign_in(page: Page, worker_id: str, return_to: str = "/") -> None:
    """Signs in on the sign-in page."""
    await page.goto(f"/sign-in?return={return_to}")
    await page.check(f"input[value='{worker_id}']")
    await page.click("main button[type=submit]")


async def settled(page: Page) -> None:
    """Waits until the page's own scripts have run. Live connections never end, so not for those.

    As a rule they have, once the page is loaded; asking is ten times quicker than waiting for it.
    """
    await page.wait_for_load_state("load")
    if not await page.evaluate(READY):
        await page.wait_for_function(READY)


async def wrong_with(page: Page, name: str = "") -> list[str]:
    """What axe finds, and whether the page scrolls sideways. Keeps a picture when asked to."""
    await settled(page)
    results = await Axe().run(page)
    found = [
        f"{v['id']}: {[n['html'] for n in v['nodes']]}" for v in results.response["violations"]
    ]
    wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        found.append(f"{wide} px wider than the window")
    if name and (folder := os.environ.get(SCREENSHOTS)):
        width = page.viewport_size["width"] if page.viewport_size else 0
        await page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
    return found


class Running(Protocol):
    """A service that a test has started."""

    app: FastAPI


@contextlib.asynccontextmanager
async def at_the_desk(
    chromium: Browser, running: Running, worker: str, width: int
) -> AsyncIterator[Page]:
    """This worker is signed in on it. The service runs already, so only HTTP is passed on."""

    async def only_http(scope: Any, receive: Any, send: Any) -> None:
        assert scope["type"] == "http", "the service was started by the test"
        await running.app(scope, receive, send)

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
