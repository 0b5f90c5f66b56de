"""Who is at the keyboard, where they may work, and what a browser may be made to do."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chassis.context import Worker
from chassis.refusal import Refusal

SESSION = timedelta(hours=8)
"""A working day; measured in real time, whatever the business clock says."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": browsers then send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass
class NotSignedIn(Refusal):
    STATUS = 401
    PL = "Najpierw się zaloguj, a potem spróbuj ponownie."
    EN = "Sign in first, then try again."


@dataclass
class WorksElsewhere(Refusal):
    name: str
    unit: str
    STATUS = 403
    PL = (
        "{name} nie pracuje w jednostce „{unit}”. "
        "Wyloguj się i zaloguj jako osoba, która tu pracuje."
    )
    EN = "{name} does not work in “{unit}”. Sign out and sign in as somebody who does."


@dataclass
class CrossSite(Refusal):
    STATUS = 403
    PL = "To żądanie przyszło z innej strony, więc go nie wykonano. Otwórz Osnowę i zrób to w niej."
    EN = "This request came from another site and was not carried out. Open Osnowa and do it there."


@dataclass(frozen=True)
class Unit:
    """One part of the city's platform, as the units file describes it."""

    name: str
    kind: str
    title_pl: str
    title_en: str
    institution: str
    program: str = ""
    announces: tuple[str, ...] = ()

    def title(self, language: str = "pl") -> str:
        return self.title_pl if language == "pl" else self.title_en


@dataclass(frozen=True)
class Member:
    """A worker and the units they may work in."""

    worker: Worker
    units: frozenset[str]


@dataclass(frozen=True)
class Directory:
    """Units and workers of the city, from the units file."""

    city: str
    units: Mapping[str, Unit]
    members: Mapping[str, Member]
    roles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What a role is called in Polish and in English."""
    terc: str = ""
    """TERYT code of the commune that the city is."""

    @classmethod
    def load(cls, path: Path) -> Directory:
        """Raises OSError, and ValueError for what is no TOML or does not fit together."""
        return cls.parse(tomllib.loads(path.read_text(encoding="utf-8")))

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Directory:
        units = [_unit(row) for row in data.get("unit", ())]
        members = [_member(row) for row in data.get("worker", ())]
        directory = cls(
            city=data.get("city", {}).get("name", ""),
            units={unit.name: unit for unit in units},
            members={member.worker.id: member for member in members},
            roles={r["name"]: (r["title_pl"], r["title_en"]) for r in data.get("role", ())},
            terc=data.get("city", {}).get("terc", ""),
        )
        directory._check(units, members)
        return directory

    def _check(self, units: list[Unit], members: list[Member]) -> None:
        if len(self.units) != len(units) or len(self.members) != len(members):
            raise ValueError("a unit or a worker stands in the units file twice")
        for member in members:
            if unknown := sorted(member.units - self.units.keys()):
                raise ValueError(f"worker {member.worker.id} works in unknown units {unknown}")

    def unit_title(self, name: str, language: str = "pl") -> str:
        """The unit's title for people; its name where nobody told us more."""
        unit = self.units.get(name)
        return unit.title(language) if unit else name

    def role_title(self, role: str, language: str = "pl") -> str:
        """The role's title for people; its name where the file gives none."""
        return self.roles.get(role, (role, role))[0 if language == "pl" else 1]

    def at(self, worker_id: str, unit: str) -> Worker | None:
        """The worker as they act in this unit, or None if they may not."""
        member = self.members.get(worker_id)
        return replace(member.worker, unit=unit) if member and unit in member.units else None

    def workers_at(self, unit: str) -> list[Worker]:
        """Everybody who may work in the unit, in the order of the file."""
        return [worker for id_ in self.members if (worker := self.at(id_, unit))]

    def names(self) -> dict[str, str]:
        """What everybody in the file is called, by their ids."""
        return {id_: member.worker.name for id_, member in self.members.items()}

    def ids_at(self, unit: str, *roles: str) -> frozenset[str]:
        """The ids of those who may work in the unit in one of these roles."""
        return frozenset(w.id for w in self.workers_at(unit) if w.role in roles)


def _unit(row: Mapping[str, Any]) -> Unit:
    return Unit(
        name=row["name"],
        kind=row["kind"],
        title_pl=row.get("title_pl", row["name"]),
        title_en=row.get("title_en", row.get("title_pl", row["name"])),
        institution=row.get("institution", row["name"]),
        program=row.get("program", ""),
        announces=tuple(row.get("announces", ())),
    )


def _member(row: Mapping[str, Any]) -> Member:
    worker = Worker(id=row["id"], name=row["name"], role=row["role"], unit=row["unit"])
    return Member(worker, frozenset({worker.unit, *row.get("units", ())}))


class Identity(Protocol):
    """Tells who is signed in. Demo sign-in now; OpenID Connect takes this place later."""

    def worker_id(self, request: HTTPConnection) -> str | None:
        """The id of whoever is signed in with this request, or None."""
        ...


class DemoSignIn:
    """A signed, http-only, same-site cookie per institution, without a password."""

    def __init__(
        self,
        secret: str,
        institution: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        slug = "".join(letter if letter.isalnum() else "-" for letter in institution.lower())
        self.cookie = f"osnowa_{slug.encode('ascii', 'ignore').decode()}"
        self._serializer = URLSafeSerializer(secret, salt=f"osnowa.session.{institution}")
        self._now = now

    def worker_id(self, request: HTTPConnection) -> str | None:
        """None for a cookie that is missing, forged, of another institution, or too old."""
        try:
            session = self._serializer.loads(request.cookies.get(self.cookie, ""))
        except BadSignature:
            return None
        return session["worker"] if self._now().timestamp() < session["until"] else None

    def sign_in(self, request: Request, response: Response, worker_id: str) -> None:
        until = int((self._now() + SESSION).timestamp())
        response.set_cookie(
            self.cookie,
            self._serializer.dumps({"worker": worker_id, "until": until}),
            max_age=int(SESSION.total_seconds()),
            httponly=True,
            samesite="lax",  # strict would sign people out who follow a link from their mail
            secure=request.url.scheme == "https",
        )

    def sign_out(self, response: Response) -> None:
        response.delete_cookie(self.cookie, httponly=True, samesite="lax")


def local_address(address: str | None, otherwise: str = "/") -> str:
    """`address` if it stays on this very site, as the page to return to."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return otherwise
    return otherwise if any(ord(letter) < 32 or letter == "\\" for letter in address) else address


class SameSiteOnly:
    """Refuses what another site makes a browser send. Programs send neither header and may pass."""

    def __init__(self, app: ASGIApp, refuse: Callable[[Request, Refusal], Response]) -> None:
        self._app, self._refuse = app, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE_METHODS:
            request = Request(scope, receive)
            if _cross_site(request):
                await self._refuse(request, CrossSite())(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _cross_site(request: Request) -> bool:
    """Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


class SecureHeaders:
    """Only our own scripts and styles, no frames, and nothing personal kept by a cache."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if not scope["path"].startswith("/static/"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
