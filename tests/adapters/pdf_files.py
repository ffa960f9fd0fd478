"""Writes small PDFs for the tests: text in Courier at given places."""

from __future__ import annotations

import re
from collections.abc import Sequence

At = tuple[float, float, str]  # from the left and from the foot of the page, in points
Sized = tuple[float, float, str, float, str]  # and the type's size and name

FONTS = {"F1": b"Courier", "F2": b"Courier-Bold"}  # every letter is 0.6 of its size wide
SIZE = 10.0


def shown(entry: At | Sized) -> bytes:
    x, y, words, size, font = (*entry, SIZE, "F1")[:5] if len(entry) == 3 else entry
    escaped = re.sub(rb"([()\\])", rb"\\\1", words.encode("cp1252"))
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (font.encode(), size, x, y, escaped)


def document(*pages: Sequence[At | Sized], extra: bytes = b"") -> bytes:
    return printed([b"".join(map(shown, page)) + extra for page in pages])


def printed(contents: Sequence[bytes], page: bytes = b"", more: Sequence[bytes] = (), filter: bytes = b"") -> bytes:
    """A PDF with one page for each content stream."""
    fonts = b"".join(
        b"/%s<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % (n.encode(), f)
        for n, f in FONTS.items()
    )
    first = 3 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + 2 * i) for i in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]/Resources<</Font<<%s>>/XObject<</X 3 0 R>>>>>>"
        % (kids, len(contents), fonts),
        *more,
    ]
    for place, content in enumerate(contents):
        objects += [
            b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%s>>" % (first + 2 * place + 1, page),
            b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filter, content),
        ]
    body, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(body),
    )


def column(left: float, top: float, *lines: str, pitch: float = 12.0) -> list[At]:
    """Lines below one another; an empty one leaves half a line free."""
    entries, height = [], top
    for line in lines:
        if line:
            entries.append((left + 6 * (len(line) - len(line.lstrip())), height, line.strip()))
        height -= pitch if line else pitch / 2
    return entries
