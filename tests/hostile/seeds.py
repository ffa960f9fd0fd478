"""Honest files of every kind, for others to spoil: our own, and the real policies where they are at hand."""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

from tests.adapters.pdf_files import column, document, printed
from tests.adapters.word_files import docx, family, item, lvl, num, p, r, style, table

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "policies"
LISTS = family(0, lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "(%3)", "lowerRoman"), lvl(3, "•", "bullet")) + num(1, 0)
STYLES = style("Title") + style("Heading1", '<w:outlineLvl w:val="0"/>') + style("Quote", based="Heading1")
TEXT = """Bicycle Policy
Elm Tree School
Approved by: Governors on 3 May 2024
Next review: May 2026

1. Riding
1.1 Staff may ride to school. They lock their bicycles in the rack by the kitchen door.
1.2 Riders must not:
(a) ride in the yard while pupils are there;
(b) lend a helmet that is cracked.

2. Storing
- keep the path clear
- tell the caretaker when the lock sticks

Appendix A
1. "Rack" means the green one.
"""
MARKDOWN = (
    TEXT.replace("1. Riding", "## 1. Riding") + "\n| Place | Key |\n|---|---|\n| Rack | 4 |\n\n> **Ask** first.\n"
)
PAGE = """<!doctype html><html><head><title>Bicycle Policy</title><meta charset="utf-8"></head><body><nav>Home</nav>
<main><h1>Bicycle Policy</h1><table><tr><th>Approved by<td>Governors<tr><th>Next review<td>May 2026</table>
<h2>1. Riding</h2><p>Riders must not:</p><ol type="a" start="3"><li>ride in the yard<li>lend a helmet<ul><li>cracked
<li>old</ul></ol><p>The rack is <b>green</b> &amp; locked&hellip;</p></main><script>x</script></body></html>"""


def _word() -> bytes:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('In the box.')}</w:txbxContent></v:textbox></w:pict></w:r>"
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>'
    changed = f"<w:ins>{r('may ')}</w:ins><w:del><w:r><w:delText>may not </w:delText></w:r></w:del>{r('ride.')}"
    body = (
        p("Bicycle Policy", style="Title") + p("Riding", style="Heading1") + item("Staff may ride to school.")
        + item("Riders must not:", depth=1) + item("ride in the yard", depth=2) + item("lend a helmet", depth=3)
        + p(changed) + table(("Approved by", "Governors"), ("Rack", item("Green."))) + p(box)
        + f"<w:sdt><w:sdtContent>{p('Ask first.', style='Quote')}</w:sdtContent></w:sdt>" + p(field)
    )  # fmt: skip
    return docx(body, STYLES, LISTS)


def _pdf() -> list[bytes]:
    lines = [line.strip() for line in TEXT.splitlines()]
    plain = document(column(72, 760, *lines), column(72, 760, *lines[5:], ""))
    packed = zlib.compress(b"BT /F1 10 Tf 72 700 Td (Riders lock their bicycles in the rack by the door.) Tj ET")
    columns = document([*column(60, 760, *lines[5:]), *column(320, 760, *lines[5:])])
    return [plain, columns, printed([packed], filter=b"/Filter/FlateDecode")]


@cache
def seeds() -> dict[str, tuple[bytes, ...]]:
    """By the end of the file's name."""
    real = {kind: tuple(path.read_bytes() for path in sorted(REAL.glob(f"*{kind}"))) for kind in (".docx", ".pdf")}
    texts = tuple(path.read_bytes() for path in sorted(REAL.glob("*.txt")))
    return {
        ".docx": (_word(), *real[".docx"]),
        ".pdf": (*_pdf(), *real[".pdf"]),
        ".html": (PAGE.encode(), PAGE.encode("utf-16")),
        ".md": (MARKDOWN.encode(),),
        ".txt": (TEXT.encode(), TEXT.encode("cp1252"), *texts),
    }
