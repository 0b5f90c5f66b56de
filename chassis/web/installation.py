"""Puts the page kit into an application: pages, answers to what goes wrong, and the shields."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI

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
    add_routes(app, sign_in.router, start.router, client.router)


def add_routes(app: FastAPI, *routers: APIRouter) -> None:
    """The routes as they are; `include_router` builds each of them anew for every application."""
    for router in routers:
        app.router.routes.extend(router.routes)
