"""Files that somebody made to do harm, built by code: none is larger than a few megabytes."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping

WORDS = "Kenntnisse"
"""A word that each readable file holds."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def pdf(*objects: bytes, trailer: bytes = b"", before: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(before + b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A stream object whose content is packed already."""
    return b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), filters, content)


_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_TEXT = zlib.compress(b"BT /F1 12 Tf 72 700 Td (" + WORDS.encode() + b": SAP, Excel) Tj ET")


def _page(content: int, font: int) -> bytes:
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
        b"/Resources << /Font << /F1 %d 0 R >> >> >>" % (content, font)
    )


def plain_pdf(before: bytes = b"", after: bytes = b"") -> bytes:
    """One harmless page, with other bytes around it."""
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    made = pdf(_CATALOGUE, pages, _page(4, 5), stream(_TEXT), _FONT, before=before)
    return made + after


def bomb_pdf() -> bytes:
    """A page that unpacks to a gigabyte of zeros, packed twice."""
    packer = zlib.compressobj(1)
    zeros = bytes(10_000_000)
    once = b"".join(packer.compress(zeros) for _ in range(100)) + packer.flush()
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    twice = stream(zlib.compress(once), b"[/FlateDecode /FlateDecode]")
    return pdf(_CATALOGUE, pages, _page(4, 5), twice, _FONT)


def slow_pdf() -> bytes:
    """Fifty pages that share one stream of a million operators."""
    content = zlib.compress(b"BT /F1 9 Tf 72 700 Td\n" + b"(Wort) Tj 1 0 Td\n" * 500_000 + b"ET", 9)
    pages = b"<< /Type /Pages /Kids [%s] /Count 50 >>" % (b"3 0 R " * 50)
    return pdf(_CATALOGUE, pages, _page(4, 5), stream(content), _FONT)


def wide_pdf() -> bytes:
    """A page whose few kilobytes become an operator with five million operands."""
    content = zlib.compress(b"BT /F1 9 Tf [" + b"1 " * 4_900_000 + b"] TJ ET", 9)
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf(_CATALOGUE, pages, _page(4, 5), stream(content), _FONT)


def many_pages() -> bytes:
    """Ten thousand pages, all of them the same object."""
    pages = b"<< /Type /Pages /Kids [%s] /Count 10000 >>" % (b"3 0 R " * 10_000)
    return pdf(_CATALOGUE, pages, _page(4, 5), stream(_TEXT), _FONT)


def cyclic_pages() -> bytes:
    """A page tree that is its own child."""
    pages = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"
    return pdf(_CATALOGUE, pages, _page(4, 5), stream(_TEXT), _FONT)


def deep_pages() -> bytes:
    """A page tree of five thousand levels."""
    levels = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 3) for n in range(5_000)]
    return pdf(_CATALOGUE, *levels, _page(5_003, 5_004), stream(_TEXT), _FONT)


def endless_xref() -> bytes:
    """A cross-reference table that names itself as the one before it."""
    made = plain_pdf()
    place = made.rindex(b"\nxref") + 1
    return made.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % place)


def endless_length() -> bytes:
    """A stream whose length is the stream itself, and a font that is its own parent."""
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    content = b"<< /Length 4 0 R >>\nstream\nBT (x) Tj ET\nendstream"
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [5 0 R] >>"
    return pdf(_CATALOGUE, pages, _page(4, 5), content, font)


def endless_form() -> bytes:
    """A form that draws itself."""
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>"
    )
    draws = form + b" /Length 5 >>\nstream\n/X Do\nendstream"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 4 0 R >> >> >>"
    )
    return pdf(_CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, draws)


def docx(
    body: str,
    *,
    doctype: str = "",
    kind: str = _WORD,
    relations: str = "",
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word document with ``body`` inside of ``w:body``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<?xml version="1.0"?><Types xmlns='
            '"http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="svg" ContentType="image/svg+xml"/>'
            '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?>{doctype}<w:document {_W}><w:body>{body}</w:body></w:document>',
        )
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def paragraph(text: str) -> str:
    """A paragraph of WordprocessingML; ``text`` goes in as it is."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def entities(secret: str) -> bytes:
    """A Word document that asks for a file of the machine that reads it."""
    doctype = f'<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file://{secret}">]>'
    return docx(paragraph(f"{WORDS}: SAP &secret;"), doctype=doctype)


def laughs() -> bytes:
    """Entities that stand for ten of the one before, nine times over."""
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    doctype = f"<!DOCTYPE w:document [{''.join(lines)}]>"
    return docx(paragraph(f"{WORDS}: SAP &a9;"), doctype=doctype)


def remote(address: str) -> bytes:
    """A Word document whose template, picture and frame are elsewhere."""
    kinds = ("attachedTemplate", "image", "frame", "oleObject")
    relations = "".join(
        f'<Relationship Id="x{kind}" Type="{_OFFICE}/{kind}" Target="{address}/{kind}" '
        'TargetMode="External"/>'
        for kind in kinds
    )
    return docx(paragraph(f"{WORDS}: SAP"), relations=relations)


def drawn() -> bytes:
    """A Word document with a picture that is a script."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>x()</script></svg>'
    image = f'<Relationship Id="s" Type="{_OFFICE}/image" Target="media/image1.svg"/>'
    return docx(paragraph(f"{WORDS}: SAP"), relations=image, parts={"word/media/image1.svg": svg})


def macros() -> bytes:
    """A Word document with macros, under the name of one without."""
    return docx(paragraph(WORDS), kind=_MACROS, parts={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def hidden_macros() -> bytes:
    """The same, with the type of a document that has none."""
    return docx(paragraph(WORDS), parts={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def wide_docx() -> bytes:
    """A hundred kilobytes that become many million paragraphs."""
    return docx("<w:p/>" * 16_000_000)


def bomb_docx() -> bytes:
    """A part that unpacks to more than any document has."""
    return docx(paragraph(WORDS), parts={"word/media/zeros.bin": bytes(120_000_000)})


def deep_docx() -> bytes:
    """Tables in tables in tables."""
    cell = "<w:tbl><w:tr><w:tc>"
    return docx(cell * 80 + paragraph(WORDS) + "</w:tc></w:tr></w:tbl>" * 80)


def deeper_docx() -> bytes:
    """Far deeper than an XML parser allows."""
    return docx("<w:sdtContent>" * 50_000 + paragraph(WORDS) + "</w:sdtContent>" * 50_000)


def nested_json() -> bytes:
    """A résumé with lists in lists, as deep as the text may be long."""
    return b'{"basics": {"summary": ' + b"[" * 49_000 + b"]" * 49_000 + b"}}"


def wide_json() -> bytes:
    """A résumé of very many empty jobs, and a number of very many digits."""
    return json.dumps({"work": [{}] * 20_000}).encode()[:-1] + b', "x": ' + b"9" * 20_000 + b"}"


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "html as pdf": (lambda: b"<!doctype html><script>alert(1)</script>", "cv.pdf", "HTML"),
    "html as docx": (lambda: b"<html><body onload=alert(1)>Kenntnisse", "cv.docx", "HTML"),
    "gif and script": (lambda: b"GIF89a=1;/*" + b"\0" * 99 + b"*/alert(1)", "cv.pdf", "Bild"),
    "jpeg and zip": (lambda: b"\xff\xd8\xff\xe0" + docx(paragraph(WORDS)), "cv.docx", "Bild"),
    "program": (lambda: b"MZ\x90\0" + b"\0" * 200, "cv.pdf", ""),
    "bomb in a pdf": (bomb_pdf, "cv.pdf", "groß"),
    "ten thousand pages": (many_pages, "cv.pdf", "Seiten"),
    "macros": (macros, "cv.docx", "Makros"),
    "hidden macros": (hidden_macros, "cv.docx", "Makros"),
    "bomb in a docx": (bomb_docx, "cv.docx", "groß"),
    "deeper docx": (deeper_docx, "cv.docx", ""),
    "nested json": (nested_json, "cv.json", ""),
    "form that draws itself": (endless_form, "cv.pdf", ""),
    "stream that is its length": (endless_length, "cv.pdf", ""),
}
"""Name: how it is made, its file name, and a word of the reason."""

READ: dict[str, tuple[Callable[[], bytes], str]] = {
    "html before a pdf": (lambda: plain_pdf(b"<html><script>alert(1)</script>\n"), "cv.html"),
    "zip after a pdf": (lambda: plain_pdf(after=docx(paragraph("Anderes"))), "cv.docx"),
    "svg in a docx": (drawn, "cv.svg"),
    "tables in tables": (deep_docx, "cv.docx"),
}
"""What is harmless in the end: it is read, as text."""

EITHER: dict[str, tuple[Callable[[], bytes], str]] = {
    "cyclic pages": (cyclic_pages, "cv.pdf"),
    "deep pages": (deep_pages, "cv.pdf"),
    "five million operands": (wide_pdf, "cv.pdf"),
    "endless xref": (endless_xref, "cv.pdf"),
    "laughs": (laughs, "cv.docx"),
    "wide json": (wide_json, "cv.json"),
}
"""Read or refused, as the library likes; but soon."""
