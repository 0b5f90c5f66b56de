"""Documents: what a reader, a screen reader and an archive find in the file."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI, Request, Response
from httpx import ASGITransport, AsyncClient
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from chassis.web import install
from chassis.web.pdf import NoPdfHere, document, pdf
from tests.chassis.web.small_city import small_city

PAGE = """<!DOCTYPE html><html lang="pl"><head><title>Zażółć gęślą jaźń</title></head><body>
<h1>Pismo</h1><p>Treść <img src="http://127.0.0.1:1/a.png" alt="godło"></p>
<table><caption>Kwoty</caption><thead><tr><th scope="col">Za co</th></tr></thead>
<tbody><tr><td>Luty</td></tr></tbody></table></body></html>"""


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


def root_of(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def tags(node: Any) -> Iterator[str]:
    """The kinds of every element of the structure tree."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for one in node:
            yield from tags(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        yield from tags(node.get("/K", []))


def test_a_document_is_tagged_and_says_its_language_and_title() -> None:
    reader = read(pdf(PAGE))
    root = root_of(reader)
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "pl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata is not None
    assert reader.metadata.title == "Zażółć gęślą jaźń"


def test_a_document_says_that_it_is_pdf_ua_1() -> None:
    metadata = root_of(read(pdf(PAGE)))["/Metadata"].get_data().decode()
    assert 'pdfuaid:part="1"' in metadata or "<pdfuaid:part>1<" in metadata


def test_headings_paragraphs_and_tables_are_elements_of_its_structure() -> None:
    found = set(tags(root_of(read(pdf(PAGE)))["/StructTreeRoot"]))
    assert {"/H1", "/P", "/Table", "/Caption", "/TR", "/TH", "/TD"} <= found


def test_its_text_can_be_read_and_its_fonts_are_inside() -> None:
    page = read(pdf(PAGE)).pages[0]
    assert "Treść" in page.extract_text()
    fonts: Any = page["/Resources"]
    for font in fonts["/Font"].values():
        described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(described.get_object())


def test_a_document_fetches_nothing_from_elsewhere(caplog: pytest.LogCaptureFixture) -> None:
    pdf(PAGE)
    assert "http://127.0.0.1:1/a.png" in caplog.text
    assert "protocol" in caplog.text.lower()


async def test_a_route_answers_a_document_under_its_name(tmp_path: Any) -> None:
    (tmp_path / "letter.html").write_text(
        '{% extends "kit/document.html" %}{% block title %}Pismo {{ number }}{% endblock %}'
        "{% block content %}<h1>{{ city }}</h1>{% endblock %}"
    )
    app = FastAPI()

    @app.get("/letter")
    async def letter(request: Request) -> Response:
        return await document(request, "letter.html", file="pismo 1.pdf", number="1<2")

    site = small_city().site
    install(app, type(site)(**{**vars(site), "templates": (tmp_path,)}))
    async with AsyncClient(transport=ASGITransport(app), base_url="http://north") as client:
        answer = await client.get("/letter")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == "inline; filename*=UTF-8''pismo%201.pdf"
    reader = read(answer.content)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Pismo 1<2", "Ośrodek")
    assert "Wzorów" in reader.pages[0].extract_text()


def test_a_server_without_pango_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return imported(name, *args, **kwargs)

    imported = __import__
    monkeypatch.setattr("builtins.__import__", broken)
    with pytest.raises(NoPdfHere) as refused:
        pdf(PAGE)
    assert "administratora" in refused.value.sentence("pl")
