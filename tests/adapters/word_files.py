"""Writes small Word files for tests, as strings of XML in a zip archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from adapters.formats.word import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="urn:drawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(
    body: str, styles: str = "", numbering: str = "", *, namespace: str = WORD, more: Mapping[str, bytes | str] = {}
) -> bytes:
    """A Word file. `more` adds parts, or takes the place of those written here."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": content_types(MAIN),
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relationships({"styles": "styles.xml", "numbering": "numbering.xml"}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", namespace),
    }
    if styles:
        parts["word/styles.xml"] = part("styles", styles, namespace)
    if numbering:
        parts["word/numbering.xml"] = part("numbering", numbering, namespace)
    return zipped({**parts, **more})


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def part(root: str, inside: str, namespace: str = WORD) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{namespace}" {OTHERS}>{inside}</w:{root}>'


def content_types(main: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def relationships(targets: Mapping[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{links}</Relationships>'


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str = "", properties: str = "", style: str = "") -> str:
    """A paragraph, of plain text or of runs."""
    inside = content if content.startswith("<") or not content else r(content)
    styled = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{inside}</w:p>"


def item(text: str = "", num: int | str = 1, depth: int | None = 0, more: str = "") -> str:
    """A paragraph of a list."""
    return p(text, number(num, depth) + more)


def number(num: int | str | None = 1, depth: int | None = 0) -> str:
    level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    named = "" if num is None else f'<w:numId w:val="{num}"/>'
    return f"<w:numPr>{level}{named}</w:numPr>"


def lvl(depth: int, text: str, format: str = "decimal", start: int | None = 1, more: str = "", after: str = "") -> str:
    """One level of a list. `more` stands before its text, `after` behind it."""
    begins = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{depth}">{begins}<w:numFmt w:val="{format}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/>{after}</w:lvl>"
    )


def family(id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'


def num(id: int, family: int, *overrides: str) -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{family}"/>{"".join(overrides)}</w:num>'


def override(depth: int, start: int | None = None, level: str = "") -> str:
    begins = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{depth}">{begins}{level}</w:lvlOverride>'


def style(id: str, properties: str = "", *, based: str = "", name: str = "", runs: str = "", more: str = "") -> str:
    above = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"{more}><w:name w:val="{name or id}"/>{above}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    )


def table(*rows: tuple[str, ...]) -> str:
    """Each cell holds a paragraph, or what is written for it."""

    def cell(content: str) -> str:
        return f"<w:tc>{content if content.startswith('<w:') else p(content)}</w:tc>"

    written = ("".join(map(cell, row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in written)}</w:tbl>"


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data)]


def printed(data: bytes) -> list[str]:
    """Each paragraph with its marker, as a reader sees it."""
    return [f"{paragraph.marker} {paragraph.text}".strip() for paragraph in read(data)]
