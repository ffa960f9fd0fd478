"""A file that is broken, locked, disguised or made to do harm gets a sentence, within two seconds."""

from __future__ import annotations

import gc
import io
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.formats import Unreadable, word
from adapters.formats.word.package import MOST_ELEMENTS, MOST_ENTRIES
from knowledge.clauses import clauses
from tests.adapters.word_files import (
    MAIN,
    WORD,
    content_types,
    docx,
    family,
    item,
    lvl,
    num,
    p,
    part,
    r,
    relationships,
    style,
    table,
    texts,
    zipped,
)

SECONDS = 2
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
ENTITIES = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
POLICY = docx(
    p("Phone Policy", style="Title") + item("Staff must keep phones away.") + table(("Approved by", "Governors")),
    style("Title"),
    family(0, lvl(0, "%1.")) + num(1, 0),
)


def document(xml: str | bytes) -> bytes:
    return docx("", more={"word/document.xml": xml})


def nested(tag: str, depth: int) -> str:
    return f"<w:{tag}>" * depth + f"</w:{tag}>" * depth


def open_document(inside: str) -> str:
    return f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'


def compressed_with(method: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("[Content_Types].xml", content_types(MAIN))
        archive.writestr("word/document.xml", part("document", "<w:body/>"))
    return packed.getvalue()


def locked() -> bytes:
    """The archive says that its first entry is encrypted."""
    place = POLICY.index(b"PK\x01\x02") + 8
    return POLICY[:place] + b"\x01" + POLICY[place + 1 :]


def many_entries() -> bytes:
    return zipped({f"word/{n}.xml": "" for n in range(MOST_ENTRIES + 1)})


def long_namespace() -> str:
    """Each name would be written out with a namespace of a megabyte."""
    return open_document("<w:p/>" * 100_000).replace(WORD, "x" * 900_000)


def long_prefixed() -> str:
    attributes = " ".join(f'a:b{n}=""' for n in range(200_000))
    return f'<w:document xmlns:w="{WORD}" xmlns:a="{"x" * 900_000}"><w:body {attributes}/></w:document>'


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "a PDF": (lambda: b"%PDF-1.7\n...", "looks like a PDF"),
    "a web page": (lambda: b"<!DOCTYPE html><p>Policy", "looks like a web page"),
    "plain text": (lambda: b"Staff must be kind.", "no Word file"),
    "random bytes": (lambda: bytes(range(256)) * 100, "no Word file"),
    "locked with a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "an encrypted entry": (locked, "password"),
    "an old Word file": (lambda: OLE + "WordDocument".encode("utf-16-le"), ".docx"),
    "no zip behind its first letters": (lambda: b"PK\x03\x04" + b"x" * 1000, "damaged"),
    "cut off": (lambda: POLICY[: len(POLICY) // 2], "damaged"),
    "a spreadsheet": (
        lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}),
        "no Word document",
    ),
    "a presentation": (lambda: docx("", more={"[Content_Types].xml": content_types("x.presentationml")}), "no Word"),
    "macros by its type": (lambda: docx(p("a"), more={"[Content_Types].xml": content_types(MACROS)}), "macros"),
    "macros inside": (lambda: docx(p("a"), more={"word/vbaProject.bin": b"x"}), "macros"),
    "a zip bomb": (lambda: document(b" " * 60_000_000), "unpacks"),
    "a zip bomb beside the text": (lambda: docx(p("a"), more={"word/media/a.bmp": b"\0" * 60_000_000}), "unpacks"),
    "a part that packs too tightly": (lambda: document(open_document(" " * 15_000_000)), "unpacks"),
    "too many entries": (many_entries, "unpacks"),
    "packed in another way": (lambda: compressed_with(zipfile.ZIP_LZMA), "damaged"),
    "entities": (lambda: document(ENTITIES + open_document(p("&b;"))), "entities"),
    "entities in its styles": (lambda: docx(p("a"), more={"word/styles.xml": ENTITIES + "<a/>"}), "entities"),
    "an entity from outside": (
        lambda: document('<!DOCTYPE w SYSTEM "file:///etc/passwd">' + open_document(p("a"))),
        "entities",
    ),
    "entities in UTF-16": (lambda: document((ENTITIES + open_document("")).encode("utf-16")), "entities"),
    "entities in UTF-7": (
        lambda: document(b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'),
        "damaged",
    ),
    "no XML": (lambda: document("Staff must be kind."), "damaged"),
    "XML that breaks off": (lambda: document(open_document(p("a"))[:-20]), "damaged"),
    "bytes that are no text": (
        lambda: document(open_document(p("a")).encode().replace(b">a<", b">\xff\xfe<")),
        "damaged",
    ),
    "nested runs": (lambda: document(open_document(nested("ins", 10_000))), "nested"),
    "nested tables": (lambda: document(open_document("<w:tbl><w:tr><w:tc>" * 10_000)), "nested"),
    "nested boxes": (lambda: document(open_document("<w:p><w:r><w:pict><w:txbxContent>" * 10_000)), "nested"),
    "too many elements": (lambda: document(open_document("<w:p/>" * (MOST_ELEMENTS["document"] + 1))), "too large"),
    "a long namespace": (lambda: document(long_namespace()), "too large"),
    "a long namespace for attributes": (lambda: document(long_prefixed()), "too large"),
    "a tag without end": (lambda: document(f'<w:document xmlns:w="{WORD}" a="{"x" * 2_000_000}"/>'), "too large"),
    "a word like a book": (lambda: docx(p("a" * 3_000_000)), "too large"),
    "no body": (lambda: document(f'<w:document xmlns:w="{WORD}"/>'), "no text"),
    "another root": (lambda: document("<html><body><p>Policy</p></body></html>"), "no text"),
    "pictures alone": (lambda: docx(p("<w:r><w:drawing/></w:r>")), "no text"),
    "too many paragraphs": (lambda: docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 10_001), "10,000"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_gets_a_sentence_in_time(kind: str) -> None:
    make, words = HOSTILE[kind]
    data = make()
    began = time.process_time()
    with pytest.raises(Unreadable) as why:
        word.read(data)
    assert time.process_time() - began < SECONDS
    assert words in str(why.value)
    assert str(why.value).endswith(".")
    assert len(str(why.value)) < 200


HARMLESS: dict[str, Callable[[], bytes]] = {
    "as deep as may be": lambda: document(open_document("<w:customXml>" * 190 + p("a") + "</w:customXml>" * 190)),
    "as many paragraphs as may be": lambda: docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 10_000),
    "styles in a ring": lambda: docx(p("a", style="A"), style("A", based="B") + style("B", based="A")),
    "styles in a long chain": lambda: docx(
        "".join(p("a", style=f"S{n}") for n in range(9_000)),
        "".join(style(f"S{n}", based=f"S{n + 1}") for n in range(9_000)),
    ),
    "a great number": lambda: docx(item("a"), "", family(0, lvl(0, "%1" * 50, "lowerRoman", 999_999_999)) + num(1, 0)),
    "numbers that are none": lambda: docx(
        item("a", "x", 999) + item("b", 1, -5), "", family(0, lvl(0, "%1.", start=10**30)) + num(1, 0)
    ),
    "as much of everything as may be": lambda: docx(
        p("".join(r("ab ", "<w:b/>") for _ in range(49_000))),
        "".join(style(f"S{n}") for n in range(11_000)),
        "".join(family(n, lvl(0, "%1."), lvl(1, "%1.%2")) for n in range(16_000)),
    ),
    "runs without end": lambda: docx(p("".join(r("ab ", "<w:b/>") for _ in range(50_000)))),
    "breaks without end": lambda: docx(p("<w:r>" + "<w:t>a:</w:t><w:br/>" * 49_000 + "</w:r>")),
    "fields in fields": lambda: docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 50_000 + r("a")) + p("a")),
    "fields in results": lambda: docx(
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * 20_000
            + r("a") * 20_000
        )
    ),
    "deleted borders": lambda: docx(p("a", "<w:rPr><w:del/></w:rPr>") * 9_999 + p("a")),
    "one long word": lambda: docx(p("a" * 900_000)),
    "a link out of the archive": lambda: docx(
        p("a"), more={"word/_rels/document.xml.rels": relationships({"styles": "../../../etc/passwd"})}
    ),
}


@pytest.mark.parametrize("kind", HARMLESS)
def test_an_odd_file_is_read_in_time(kind: str) -> None:
    data = HARMLESS[kind]()
    began = time.process_time()
    assert texts(data)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("data", [docx(p("Staff must be kind.")), b"no Word file"])
@pytest.mark.parametrize("on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(data: bytes, on: bool) -> None:
    (gc.enable if on else gc.disable)()
    try:
        with suppress(Unreadable):
            word.read(data)
        assert gc.isenabled() == on
    finally:
        gc.enable()


SNIPPETS = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>Staff</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "</w:tr>",
    "</w:tbl>", "<w:br/>", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", "<w:rPr><w:vanish/></w:rPr>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:fldChar w:fldCharType='begin'/>", "<w:fldChar w:fldCharType='end'/>",
    "<w:sdt>", "</w:sdt>", "<w:sdtContent>", "</w:sdtContent>", "<w:pict><w:txbxContent>", "</w:txbxContent></w:pict>",
    "<w:ind w:left='x'/>", "<w:outlineLvl w:val='-1'/>", "&amp;", "&x;", "<w:tab/>",
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SNIPPETS), max_size=30))
def test_any_mixture_of_elements_is_read_or_refused(snippets: list[str]) -> None:
    """Nested as they come, each closed at the end."""
    numbering = family(0, lvl(0, "%1.")) + num(1, 0)
    with suppress(Unreadable):
        read = word.read(docx(closed(snippets), "", numbering))
        assert read
        assert clauses(read) is not None


def closed(snippets: list[str]) -> str:
    written, waiting = "", []
    for snippet in snippets:
        opened = snippet[1:-1].partition(">")[0] if not snippet.endswith(("/>", "</w:t>")) else ""
        if snippet.startswith("</"):
            if not waiting or waiting[-1] != snippet:
                continue
            waiting.pop()
        elif opened and snippet.startswith("<") and "</" not in snippet:
            waiting.append("".join(f"</{tag.strip('<')}>" for tag in reversed(snippet.strip("<>").split("><"))))
        written += snippet
    return written + "".join(reversed(waiting))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(POLICY) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(place: int, damage: bytes) -> None:
    with suppress(Unreadable):
        assert word.read(POLICY[:place] + damage + POLICY[place + len(damage) :])
