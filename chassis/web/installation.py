"""Puts the page kit into an application: pages, answers to what goes wrong, and the shields."""

from __future__ import annotations

from fastapi import FastAPI

from chassis.security import SameSiteOnly, SecureHeaders
from chassis.web import client, door, problems, sign_in, start
from chassis.web.render import STATIC, Pages, Static
from chassis.web.site import Site


def install(app: FastAPI, site: Site) -> None:
    """Gives every part its generic pages. Call it once, before the service's own routers."""
    app.state.site = site
    app.state.pages = Pages(site)
    problems.install(app)
    app.add_middleware(door.Door, refuse=problems.refused)
    app.add_middleware(SameSiteOnly, refuse=problems.refused)
    app.add_middleware(problems.Unexpected, on_error=problems.unexpected)
    app.add_middleware(SecureHeaders)
    app.mount("/static", Static(directory=STATIC), name="static")
    for router in (sign_in.router, start.router, client.router):
        app.include_router(router)
