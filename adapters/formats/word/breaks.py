"""Makes lines of a paragraph, and paragraphs of lines that were kept together by line breaks only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from adapters.formats.word.runs import BREAK, Piece
from knowledge.markers import is_bullet, split
from knowledge.particulars import facts, is_key

LONGEST_BOLD = 300  # characters: emphasis beyond a heading's length heads nothing

_PLAIN_END = re.compile(r"\s*(?:\([^()]*\))?\s*:?\s*")


@dataclass(frozen=True)
class Line:
    text: str  # white space folded
    bold: bool  # it stands out as a whole, as a heading would


def paragraphs(pieces: Sequence[Piece]) -> list[Line]:
    """A line break is a space, unless it sets off a list entry, a fact of the cover, or a bold heading."""
    joined: list[Line] = []
    listing = apart = False
    for line in (_line(each) for each in _lines(pieces)):
        if line.text and joined and not (listing or apart or _sets_off(joined[-1], line)):
            joined[-1] = Line(f"{joined[-1].text} {line.text}", joined[-1].bold and line.bold)
        elif line.text:
            joined.append(line)
        apart = not line.text
        listing = listing or line.text.endswith(":")
    return joined


def _sets_off(above: Line, line: Line) -> bool:
    return bool(split(line.text)[0] or facts(line.text) or is_key(line.text) or above.bold != line.bold)


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split(BREAK)
        line.append(Piece(first, piece.bold))
        for text in others:
            yield line
            line = [Piece(text, piece.bold)]
    yield line


def _line(pieces: Sequence[Piece]) -> Line:
    text = " ".join("".join(piece.text for piece in pieces).split())
    return Line(text, len(text) <= LONGEST_BOLD and _stands_out(pieces, text))


def _stands_out(pieces: Sequence[Piece], text: str) -> bool:
    """Bold from end to end, but for its marker and a remark in brackets; no sentence and no list entry."""
    if text.endswith(".") or not any(piece.bold and piece.text.strip() for piece in pieces):
        return False
    marker, rest = split(text)
    if is_bullet(marker):
        return False
    skip = len(text) - len(rest)
    shown = [(c, piece.bold) for piece in pieces for c in piece.text if not c.isspace()]
    shown = shown[len("".join(text[:skip].split())) :]
    bold = "".join(c for c, heavy in shown if heavy)
    plain_from = next((place for place, (_, heavy) in enumerate(shown) if not heavy), len(shown))
    plain = "".join(c for c, _ in shown[plain_from:])
    return any(c.isalpha() for c in bold) and bool(_PLAIN_END.fullmatch(plain))
