"""Documents as tagged PDF that everybody can read, also by ear (PDF/UA-1), in Polish."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response

from chassis.refusal import Refusal
from chassis.web.render import PRODUCT, STATIC, Pages
from chassis.web.site import site_of

MEDIA_TYPE = "application/pdf"
STYLE = STATIC / "app" / "document.css"
PDF: dict[str, Any] = {
    "content": {MEDIA_TYPE: {}},
    "description": "tagged PDF/UA-1 in Polish",
}
"""How an API describes the answer that `document` gives."""


@dataclass
class NoPdfHere(Refusal):
    """A library of the operating system is missing; README names it."""

    STATUS = 503
    PL = (
        "Na tym serwerze nie można utworzyć pliku PDF, bo brakuje biblioteki Pango. "
        "Poproś administratora o jej zainstalowanie."
    )
    EN = (
        "This server cannot make a PDF file because the library Pango is missing. "
        "Ask the administrator to install it."
    )


async def document(request: Request, name: str, /, *, file: str, **values: Any) -> Response:
    """The PDF of a template that extends `kit/document.html`; `file` is the name it is saved as.

    Raises NoPdfHere.
    """
    pages: Pages = request.app.state.pages
    site = site_of(request)
    common = {"site": site, "city": site.directory.city, "product": PRODUCT}
    html = pages.text("pl", name, {**common, **values})
    made = await asyncio.to_thread(pdf, html)
    disposition = f"inline; filename*=UTF-8''{quote(file)}"
    return Response(made, media_type=MEDIA_TYPE, headers={"Content-Disposition": disposition})


def pdf(html: str) -> bytes:
    """A whole HTML page, with its `lang` and `title`, as PDF/UA-1; fetches nothing.

    Raises NoPdfHere.
    """
    # Here and not above: a server that makes no documents needs no Pango.
    try:
        from weasyprint import CSS, HTML  # type: ignore[import-untyped]
        from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]
    except OSError as error:
        raise NoPdfHere from error
    page = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=()))
    looks = CSS(filename=STYLE)
    made: bytes = page.write_pdf(stylesheets=[looks], pdf_variant="pdf/ua-1", pdf_tags=True)
    return made
