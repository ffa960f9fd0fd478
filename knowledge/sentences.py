"""Finds where sentences end, so that nothing is cut in the middle of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_CLAUSE = 200  # words: nobody is helped by a page

# After these a full stop does not end a sentence: "St. Mary's", "e.g. Facebook", "etc. Staff" (whole rather than cut).
_ABBREVIATIONS = frozenset(
    "st mr mrs ms miss dr prof rev fr sr jr e.g i.e eg ie etc cf vs no nos p pp para paras sec art ch vol ed ext tel "
    "approx incl max min dept govt ltd plc inc co c jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# It begins where the stops begin: a line of fifty thousand points is passed once.
_END = re.compile(r"(?<![.?!…])[.?!…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])")
_INITIAL = re.compile(r"(?:^|[^\w.])[A-Z]$")  # of "J. Smith"
_LAST_WORD = re.compile(r"([\w.]+)$")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, byte for byte; joined by one space they are the paragraph again."""
    borders = [end.end() for end in _END.finditer(text) if _ends(text, end)]
    starts, ends = [0, *borders], [*borders, len(text)]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _ends(text: str, end: re.Match[str]) -> bool:
    if end.group()[0] != "." or len(end.group()) > 1:
        return True
    if _INITIAL.match(text, max(0, end.start() - 2), end.start()):
        return False
    word = _LAST_WORD.search(text, max(0, end.start() - 20), end.start())
    return not word or word.group(1).lower() not in _ABBREVIATIONS


def parts(text: str, longest: int = LONGEST_CLAUSE) -> tuple[str, ...]:
    """A paragraph of more than `longest` words, cut at its own sentence borders into even parts; others stay whole."""
    length = _words(text)
    if length <= longest:
        return (text,)
    wanted, whole = -(-length // longest), sentences(text)
    while True:
        cut = list(_gather(whole, -(-length // wanted), longest))
        if wanted >= length or all(len(part) == 1 or sum(map(_words, part)) <= longest for part in cut):
            return tuple(map(" ".join, cut))
        wanted += 1


def _words(text: str) -> int:
    return len(text.split())


def _gather(pieces: list[str], even: int, longest: int) -> Iterator[list[str]]:
    """Fills each part up to its even share, never past the limit unless one sentence alone is longer."""
    part: list[str] = []
    words = 0
    for piece in pieces:
        more = _words(piece)
        if part and (words >= even or words + more > longest):
            yield part
            part, words = [], 0
        part.append(piece)
        words += more
    yield part
