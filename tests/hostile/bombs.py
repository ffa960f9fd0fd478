"""Files that are small and would be huge, endless or secret if they were believed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

from tests.adapters.pdf_files import column, document, printed
from tests.adapters.word_files import docx, p, part
from tests.hostile.seeds import TEXT

N = 10_000
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
MANY = " ".join(f"a{n}='x'" for n in range(N))
RING = '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'
POLICY = document(column(72, 700, TEXT[:60]))
FLATE = b"/Filter/FlateDecode"
LETTERS = (
    b"a",
    b"A",
    b"1",
    b"1.",
    b".",
    b"-",
    b"_",
    b"(",
    b"i",
    b"=",
    b"|",
    b"*",
    b"#",
    b"a ",
    b"A. ",
    b". ",
    b": ",
    b"a-",
    b"1 ",
    b"- ",
    b"by ",
    b"May 20",
    b"Review ",
    b'"a" ',
    b"means ",
    b"section 1 ",
    b"Staff must: ",
    b"www.",
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def _as_document(xml: str | bytes) -> bytes:
    return docx("", more={"word/document.xml": xml})


def _claiming(size: int) -> bytes:
    """An archive whose first entry says that it is of another size than it is."""
    data = bytearray(docx(p("Policy")))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = size.to_bytes(4, "little")
    return bytes(data)


def _in_itself() -> bytes:
    packed = docx(p("Policy"))
    for _ in range(20):
        packed = docx(p("Policy"), more={"word/embedded.docx": packed})
    return packed


def _overlapping() -> bytes:
    """Many names for the same packed bytes."""
    data = bytearray()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (19 << 20))
    data += held.getvalue()
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entries = bytes(data[start:end]) * 500
    tail = bytearray(data[end:])
    tail[8:12] = (500).to_bytes(2, "little") * 2
    tail[12:16] = len(entries).to_bytes(4, "little")
    return bytes(data[:start]) + entries + bytes(tail)


def _scanned(*shown: bool) -> bytes:
    words = b"BT /F1 10 Tf 72 700 Td (Staff lock their bicycles in the rack by the kitchen door.) Tj ET"
    return printed([words if each else b"q 500 0 0 700 40 60 cm Q" for each in shown])


def _long(letters: bytes) -> Callable[[], bytes]:
    """Seven lines of 90,000 letters: just within the limits."""
    return lambda: b"\n\n".join([letters * (90_000 // len(letters))] * 7)


def _typed(content: bytes) -> bytes:
    return printed([b"BT /F1 9 Tf 72 700 Td " + content + b" ET"])


# By the end of the file's name.
BOMBS: dict[str, dict[str, Callable[[], bytes]]] = {
    ".docx": {
        "a million laughs": lambda: _as_document(f'<!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]><w>&l9;</w>'),
        "a file from outside": lambda: _as_document(f"{OUTSIDE}<w>&x;</w>"),
        "a zip bomb": lambda: _as_document(b"<w:document>" + b" " * (60 << 20)),
        "a bomb beside the text": lambda: docx(p("Policy"), more={"word/media/x": b"\0" * (60 << 20)}),
        "a size that is a lie": lambda: _claiming(1),
        "a size beyond the limit": lambda: _claiming(0xFFFFFFF0),
        "a file in a file": _in_itself,
        "names for the same bytes": _overlapping,
        "a style on itself": lambda: docx(p("Be kind.", style="A"), RING),
        "attributes by the thousand": lambda: _as_document(f"<w {MANY}/>"),
        "an endless paragraph": lambda: docx(p("must not " * 50_000)),
        "a table of empty cells": lambda: docx(f"<w:tbl>{'<w:tr><w:tc/></w:tr>' * 50_000}</w:tbl>"),
        "another alphabet of bytes": lambda: _as_document(part("document", "<w:body/>").encode("utf-32")),
    },
    ".pdf": {
        "a packed stream that is huge": lambda: printed([zlib.compress(b"q " * (20 << 20))], filter=FLATE),
        "packed twenty times": lambda: printed([b"x"], filter=b"/Filter[" + b"/FlateDecode" * 20 + b"]"),
        "a page tree in a ring": lambda: POLICY.replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
        "a page of no size": lambda: POLICY.replace(b"595 842", b"0 0"),
        "a page beyond all paper": lambda: POLICY.replace(b"595 842", b"9e37 9e37"),
        "type of no size": lambda: document([(72, 700, "Staff lock their bicycles.", 0.0, "F1")]),
        "a table of nowhere": lambda: POLICY.replace(b"0000000", b"9999999"),
        "a million words": lambda: _typed(b"(ab cd) Tj " * 100_000),
        "letters in one place": lambda: _typed(b"(a) Tj -5.4 0 Td " * 20_000),
        "a scan": lambda: _scanned(*[False] * 5),
        "a scan in the middle": lambda: _scanned(True, False, True),
    },
    ".md": {
        "brackets": lambda: b"(" * 200_000,
        "one line": lambda: b"must not " * 11_000,
        "stars": lambda: b"**" * 45_000 + b"x",
        "underscores": lambda: b"__a" * 30_000,
        "bars": lambda: b"|" * 90_000,
        "bars with words": lambda: b"|a" * 45_000,
        "hashes": lambda: b"#" * 90_000 + b" x",
        "spaces": lambda: b"a" + b" " * 5_000_000 + b"b",
        "bullets": lambda: b"- " * 49_000 + b"x",
        "numbers": lambda: b"\n".join(b"%d." % n for n in range(40_000)),
        "letters that count": lambda: b"\n".join(b"(%c) be kind" % (97 + n % 26) for n in range(20_000)),
        "decimals": lambda: b"\n".join(b"1.%d be kind" % (n % 99 + 1) for n in range(20_000)),
        "codes": lambda: b"\n".join(b"%c%d. Be kind." % (65 + n // 99 % 26, n % 99 + 1) for n in range(20_000)),
        "leads without a list": lambda: b"Staff must:\n" * 20_000,
        "keys without a value": lambda: b"Approved by:\n" * 20_000,
        "pages": lambda: b"Elm School\nKeys are kept.\n\f" * 12_000,
        "contents": lambda: b"Contents\n" + b"Keys ........ 4\n" * 20_000,
        "leaders": lambda: b"." * 50_000 + b" " + b". " * 20_000,
        "small letters": lambda: b"and so it goes on\n\n" * 20_000,
        **{f"lines of {letters!r}": _long(letters) for letters in LETTERS},
        "dates": lambda: b"Review: " + b"1 May " * 10_000,
    },
    ".html": {
        "lists in lists": lambda: b"<ol><li>x" * N,
        "rows": lambda: b"<table>" + b"<tr><td>a<td>b" * 20_000,
        "an entity without an end": lambda: b"<p>" + b"&a" * 40_000,
        "an attribute without an end": lambda: b'<p title="' + b"a" * 300_000,
    },
}
