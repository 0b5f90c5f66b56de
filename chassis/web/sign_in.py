"""Signing in and out, the language of the pages, and the accessibility declaration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, status
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from chassis.refusal import Refusal
from chassis.security import local_address
from chassis.web import language
from chassis.web.forms import FormErrors
from chassis.web.messages import FieldError
from chassis.web.render import page, speech_of
from chassis.web.site import Here

router = APIRouter()

A_YEAR = 365 * 24 * 3600
CHOOSE = "Wybierz osobę z listy."

Return = Annotated[str, Form(alias="return")]


class SignInAs(BaseModel):
    """Demonstration only: whoever the directory knows may be signed in by id."""

    worker: str = Field(max_length=100)


@dataclass
class NobodyLikeThat(Refusal):
    STATUS = 422
    FIELD = "worker"
    PL = "W tej jednostce nie pracuje taka osoba. Wybierz osobę z listy na stronie logowania."
    EN = "Nobody like that works in this unit. Choose a person from the sign-in page."


@router.get("/sign-in", include_in_schema=False)
async def show_sign_in(request: Request, site: Here) -> Response:
    wanted = local_address(request.query_params.get("return"))
    return _sign_in_page(request, site, wanted, FormErrors())


@router.post("/sign-in", include_in_schema=False)
async def sign_in(
    request: Request, site: Here, worker: Annotated[str, Form()] = "", return_: Return = "/"
) -> Response:
    wanted = local_address(return_)
    if site.directory.at(worker, site.unit.name) is None:
        error = FieldError("worker", speech_of(request).text(CHOOSE), "NobodyLikeThat")
        return _sign_in_page(request, site, wanted, FormErrors((error,)))
    response = _see(wanted)
    site.identity.sign_in(request, response, worker)
    return response


@router.post("/api/sign-in", status_code=status.HTTP_204_NO_CONTENT, tags=["sign-in"])
async def sign_in_program(chosen: SignInAs, request: Request, site: Here) -> Response:
    """Demonstration sign-in of a program: answers with the session cookie."""
    if site.directory.at(chosen.worker, site.unit.name) is None:
        raise NobodyLikeThat
    response = Response(status_code=status.HTTP_204_NO_CONTENT)
    site.identity.sign_in(request, response, chosen.worker)
    return response


@router.post("/sign-out", include_in_schema=False)
async def sign_out(site: Here) -> Response:
    response = _see("/sign-in")
    site.identity.sign_out(response)
    return response


@router.post("/language", include_in_schema=False)
async def switch_language(
    request: Request, chosen: Annotated[str, Form(alias="language")] = "pl", return_: Return = "/"
) -> Response:
    response = _see(local_address(return_))
    response.set_cookie(
        language.COOKIE,
        "en" if chosen == "en" else "pl",
        max_age=A_YEAR,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


@router.get("/accessibility", include_in_schema=False)
async def accessibility(request: Request) -> Response:
    return page(request, "kit/accessibility.html")


def _see(address: str) -> RedirectResponse:
    return RedirectResponse(address, status_code=status.HTTP_303_SEE_OTHER)


def _sign_in_page(request: Request, site: Here, wanted: str, errors: FormErrors) -> Response:
    return page(
        request,
        "kit/sign_in.html",
        status=422 if errors else 200,
        errors=errors,
        workers=site.directory.workers_at(site.unit.name),
        return_address=wanted,
        here=f"/sign-in?return={quote(wanted)}",
    )
