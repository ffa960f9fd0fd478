"""Reads plain text and Markdown into paragraphs."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise

from adapters.formats import Unreadable, markdown
from adapters.formats.hyphens import joined, words
from adapters.formats.wrapping import begins_next_entry, expects_number
from adapters.tables import shipped
from knowledge.markers import is_bullet, split
from knowledge.paragraphs import Paragraph, Style

LARGEST_FILE = 20 * 1024 * 1024  # bytes
MOST_LINES = 50_000
LONGEST_LINE = 100_000  # characters
NARROWEST_WRAP = 50  # columns: shorter lines are short by themselves
WIDEST_WRAP = 120  # columns: a file with longer lines was not wrapped by hand
MOST_WIDER = 0.02  # share of lines that may be wider all the same: a web address, a table
TAB = 4  # columns
MOST_CONTROL = 0.02  # share of control characters above which a file is no text

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?$")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}$|[|+:\s-]{3,}$")
_QUOTE = re.compile(r"(?:\s*>)+ ?")
_BROKEN = re.compile(r"[^\W\d_]-$")
_UNDERLINES = {"=": 1, "-": 2}
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_BOLD_ONLY = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1(?:\s*\([^()]*\))?\s*:?$")
_KEYED = re.compile(r"[A-Z][\w /]{1,30}:(?:\s|$)")  # "Approved: ...", one line of a cover
_CLOSED = (".", "?", "!", ":", ";")


@dataclass(frozen=True)
class _Line:
    text: str  # without indentation; empty for a blank line
    indent: int
    page: int | None
    row: bool = False  # of a table

    @property
    def end(self) -> int:
        """The column at which it ends."""
        return self.indent + len(self.text)

    @cached_property
    def marker(self) -> str:
        return split(self.text)[0]

    @cached_property
    def starts(self) -> bool:
        """It begins a paragraph, whatever stands above."""
        return self.row or bool(self.marker or _HEADING.match(self.text) or _KEYED.match(self.text))


def read(data: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a text or Markdown file. Raises Unreadable."""
    lines = _lines(markdown.shown(_decoded(data)))
    width = _width(lines)
    own = words(line.text for line in lines) if width else frozenset()
    paragraphs = tuple(p for block in _blocks(lines) for p in _block(block, width, own))
    if not paragraphs:
        raise Unreadable("The file holds no text. Please check that it is the right file.")
    return paragraphs


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise Unreadable(
            f"The file is larger than {LARGEST_FILE >> 20} MB. Please save the policy alone, without pictures."
        )
    if not data.strip():
        raise Unreadable("The file is empty. Please check that it is the right file.")
    text = _text(data)
    if "\0" in text or len(_CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise Unreadable("The file is not plain text. Please save it as a Word, PDF or text file and send that.")
    return text


def _text(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines(text: str) -> list[_Line]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_LINES:
        raise Unreadable(f"The file has more than {MOST_LINES:,} lines. Please save the policy alone and send that.")
    pages = text.split("\f")
    lines = [
        _line(raw, page if len(pages) > 1 else None) for page, sheet in enumerate(pages, 1) for raw in sheet.split("\n")
    ]
    if max(len(line.text) for line in lines) > LONGEST_LINE:
        raise Unreadable("The file has a line as long as a book. Please save it again with one paragraph to a line.")
    return lines


def _line(raw: str, page: int | None) -> _Line:
    raw = raw.expandtabs(TAB) if raw[:1].isspace() else raw
    raw = raw[quote.end() :] if (quote := _QUOTE.match(raw)) else raw
    text = " ".join(raw.split())
    row = text.startswith("|")
    return _Line(text.strip("| ") if row else text, len(raw) - len(raw.lstrip()), page, row)


def _width(lines: list[_Line]) -> int:
    """The column at which the whole file is wrapped; 0 where no line shows that it is."""
    widths = [line.end for line in lines if line.text]
    narrow = [width for width in widths if width <= WIDEST_WRAP]
    width = max(narrow, default=0) if len(narrow) > (1 - MOST_WIDER) * len(widths) else 0
    broken = (a for a, b in pairwise(lines) if b.text[:1].islower() and not b.starts and not a.text.endswith(_CLOSED))
    return width if width >= NARROWEST_WRAP and any(line.end > 0.7 * width for line in broken) else 0


def _blocks(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Runs of lines without a blank line or a page break between them."""
    for (blank, _), run in groupby(lines, key=lambda line: (not line.text, line.page)):
        if not blank:
            yield list(run)


def _block(lines: list[_Line], width: int, own: frozenset[str]) -> Iterator[Paragraph]:
    if len(lines) == 2 and _RULE.match(lines[1].text) and lines[1].text[0] in _UNDERLINES and not lines[0].starts:
        yield Paragraph(lines[0].text, style=Style.HEADING, rank=_UNDERLINES[lines[1].text[0]], page=lines[0].page)
        return
    kept = [line for line in lines if not _RULE.match(line.text)]
    start = 0
    for end in range(1, len(kept) + 1):
        if end == len(kept) or not _continues(kept[start], kept[end - 1], kept[end], width):
            yield _paragraph(kept[start], _whole([line.text for line in kept[start:end]], own))
            start = end


def _whole(texts: list[str], own: frozenset[str]) -> str:
    """`own`: the words of a file that is wrapped, whose lines may end within a word; empty for any other."""
    broken = bool(own) and any(_BROKEN.search(above) and below[0].islower() for above, below in pairwise(texts))
    return joined(texts, own, lambda word: word in shipped().english) if broken else " ".join(texts)


def _continues(first: _Line, above: _Line, line: _Line, width: int) -> bool:
    """Whether a line goes on with the paragraph above it: it hangs below it, or the line above was full."""
    if first.row or _HEADING.match(first.text) or _BOLD_ONLY.match(above.text):
        return False
    if line.starts:
        return _is_wrapped_number(first, above, line, width)
    if _hangs(first, line):
        return True
    if not width or (_KEYED.match(first.text) and first.end < width // 2):
        return line.text[0].islower() and above.end >= NARROWEST_WRAP and not above.text.endswith(":")
    if above.text.endswith(_CLOSED):
        return above.end > width // 2 and above.end + 1 + len(line.text.split()[0]) > width
    return above.end > (0.5 if line.text[0].islower() else 0.7) * width


def _is_wrapped_number(first: _Line, above: _Line, line: _Line, width: int) -> bool:
    """ "as said in section" above "1.2 for everyone": the line above was full, or this one hangs below its entry."""
    if not line.text[0].isdigit() or not expects_number(above.text):
        return False
    if begins_next_entry(first.marker, above.text, line.marker):
        return False
    return _hangs(first, line) or bool(width and above.end > 0.8 * width)


def _hangs(first: _Line, line: _Line) -> bool:
    """Indented under the text of its list entry."""
    return line.indent > first.indent and bool(first.marker)


def _paragraph(first: _Line, text: str) -> Paragraph:
    if heading := _HEADING.match(text):
        rank, title = len(heading.group(1)), _BOLD.sub(r"\2", heading.group(2))
        return Paragraph(title, style=Style.HEADING, rank=rank, page=first.page)
    if first.row:
        return Paragraph(_BOLD.sub(r"\2", text), style=Style.ROW, page=first.page)
    marker, rest = split(text)
    paragraph = Paragraph(_BOLD.sub(r"\2", text), level=first.indent, page=first.page)
    if _BOLD_ONLY.match(rest) and not is_bullet(marker) and not rest.rstrip("*_ ").endswith("."):
        return replace(paragraph, style=Style.HEADING)
    return paragraph
