"""Who a request comes from: the signed-in worker, as they act in this unit."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request

from chassis.context import SYSTEM, Worker, roles_of
from chassis.refusal import RoleMissing
from chassis.security import NotSignedIn, WorksElsewhere
from chassis.web import language
from chassis.web.site import site_of


def worker_of(request: Request) -> Worker | None:
    """The worker if somebody is signed in who may work here."""
    site = site_of(request)
    worker_id = site.identity.worker_id(request)
    return site.directory.at(worker_id, site.unit.name) if worker_id else None


def signed_in(request: Request) -> Worker:
    """Raises NotSignedIn (programs get 401, readers the sign-in page) and WorksElsewhere (403).

    The directory is asked each time, so a right that is taken away ends with the next request.
    """
    if worker := worker_of(request):
        return worker
    site = site_of(request)
    member = site.directory.members.get(site.identity.worker_id(request) or "")
    if member is None:
        raise NotSignedIn
    spoken = language.of_page(request)
    raise WorksElsewhere(member.worker.name, site.unit.title(spoken))


SignedIn = Annotated[Worker, Depends(signed_in)]
"""The signed-in worker, in a route."""


class only:  # used like a function: Depends(only("analyst"))
    """Dependency of a route that only these roles may read; raises RoleMissing (403)."""

    def __init__(self, *roles: str) -> None:
        self._roles = roles

    def __call__(self, request: Request, worker: SignedIn) -> Worker:
        if worker.role not in self._roles:
            raise RoleMissing(request.url.path, worker.role, self._roles)
        return worker


def may(*commands: Any) -> Any:
    """Dependency of a page's route: only who may issue one of these commands comes in.

    A form that nobody may send is not shown, and is refused before anything of it is read.
    """
    roles = {role: None for command in commands for role in roles_of(command) if role != SYSTEM}
    return Depends(only(*roles))
