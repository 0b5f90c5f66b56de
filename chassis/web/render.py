"""Pages from templates: the GOV.UK and MoJ components, our layout, the reader's language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, cast
from uuid import uuid4

from fastapi import Request
from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    select_autoescape,
)
from jinja2.bccache import Bucket
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from chassis.web import language
from chassis.web.language import Language, Speech
from chassis.web.signed_in import worker_of
from chassis.web.site import Site, site_of
from chassis.web.texts import ENGLISH

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
TEMPLATES = FOLDER / "templates"
PRODUCT = "Osnowa"

_GOVUK = "govuk_frontend_jinja"
_MOJ = "kit/moj.html"
_FIELDS = "kit/fields.html"


class Pages:
    """The templates of one part, in both languages.

    Templates find every `govuk...` and `moj...` macro by its name, the reader's language in
    `t`, `count`, `day`, `weekday`, `moment`, `clock` and `money`, and files by `asset`.
    """

    def __init__(self, site: Site) -> None:
        english = tuple({**ENGLISH, **site.english}.items())
        spoken: tuple[Language, ...] = ("pl", "en")
        self._told = {one: _told(site.templates, one, english) for one in spoken}

    def speech(self, spoken: Language) -> Speech:
        return self._told[spoken].speech

    def macro(self, name: str) -> Callable[..., Markup]:
        """A component by its name, outside a page."""
        return cast("Callable[..., Markup]", self._told["pl"].environment.globals[name])

    def text(self, spoken: Language, name: str, values: Mapping[str, Any]) -> str:
        return self._told[spoken].environment.get_template(name).render(values)


def page(request: Request, name: str, /, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page in the reader's language. `values` go to the template, beside what each page has."""
    pages: Pages = request.app.state.pages
    site = site_of(request)
    spoken = language.of_page(request)
    common = {
        "site": site,
        "unit_title": site.unit.title(spoken),
        "worker": worker_of(request),
        "product": PRODUCT,
        "path": request.url.path,
        "here": _return_address(request),
    }
    return HTMLResponse(pages.text(spoken, name, {**common, **values}), status_code=status)


def speech_of(request: Request) -> Speech:
    """The reader's language, for routes that word something themselves."""
    pages: Pages = request.app.state.pages
    return pages.speech(language.of_page(request))


class Static(StaticFiles):
    """Files of the page kit; those asked for by version may be kept for a year."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        kept = "max-age=31536000, immutable" if scope["query_string"] else "no-cache"
        response.headers["Cache-Control"] = kept
        return response


def _return_address(request: Request) -> str:
    """Where to come back to after a switch of language; an answer to a form has no address."""
    if request.method != "GET":
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


class _Compiled(BytecodeCache):
    """Templates compiled once for both languages."""

    known: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.known.get(f"{bucket.key}/{bucket.checksum}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[f"{bucket.key}/{bucket.checksum}"] = bucket.bytecode_to_string()


class _Told(NamedTuple):
    """What pages in one language are made with."""

    speech: Speech
    environment: Environment


@cache
def _told(
    folders: tuple[Path, ...], spoken: Language, english: tuple[tuple[str, str], ...]
) -> _Told:
    """Made once a process: it takes a second, and nothing in it belongs to one part alone."""
    speech = Speech(spoken, dict(english))
    environment = Environment(
        loader=ChoiceLoader(
            [
                *(FileSystemLoader(folder) for folder in folders),
                FileSystemLoader(TEMPLATES),
                PrefixLoader({_GOVUK: PackageLoader(_GOVUK)}),
            ]
        ),
        autoescape=select_autoescape(),
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_Compiled(),
    )
    environment.globals.update(
        language=speech.language,
        t=speech.text,
        count=speech.count,
        day=speech.day,
        weekday=speech.weekday,
        moment=speech.moment,
        clock=speech.clock,
        money=speech.money,
        asset=_versions().__getitem__,
        new_key=lambda: str(uuid4()),
        role_title=lambda site, role: site.directory.role_title(role, speech.language),
    )
    environment.globals.update(_macros(environment))
    return _Told(speech, environment)


def _macros(environment: Environment) -> dict[str, Any]:
    """All component macros by name, so that templates need no import lines."""
    found = {}
    names = [
        name
        for name in environment.list_templates()
        if re.fullmatch(rf"{_GOVUK}/components/[^/]+/macro\.html", name)
    ]
    for name in [*names, _MOJ, _FIELDS]:
        module = environment.get_template(name).module
        macros = {key: value for key, value in vars(module).items() if not key.startswith("_")}
        found.update(macros)
        environment.globals.update(macros)
    return found


_known_versions: dict[str, str] = {}


def _versions() -> dict[str, str]:
    """The address of every file of the page kit, with the digest of its content."""
    if not _known_versions:
        for file in STATIC.rglob("*"):
            if file.is_file():
                name = file.relative_to(STATIC).as_posix()
                digest = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
                _known_versions[name] = f"/static/{name}?v={digest}"
    return _known_versions
