"""Words measured, broken and named in the one way that Slack and Teams share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

WHOLE = "Read the whole clause"


def size(text: str) -> int:
    """In the units that both platforms count: UTF-16, where an emoji is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str, longest: int) -> Iterator[str]:
    """The same text in order, none longer: broken at a line's end, else at a space, else anywhere."""
    rest = text
    while size(rest) > longest:
        cut = _fitting(rest, longest)
        for mark in ("\n", " "):
            if (place := rest.rfind(mark, cut // 2, cut)) > 0:
                cut = place + 1
                break
        yield rest[:cut]
        rest = rest[cut:]
    yield rest


def clipped(text: str, longest: int) -> str:
    """Its beginning, and a sign that there is more. Only where the whole stands beside it or behind a button."""
    return text if size(text) <= longest else next(pieces(text, longest - 2)).rstrip() + " \u2026"


def whole(text: str, lead_ins: Sequence[str]) -> str:
    """A clause as it reads on the page: what leads in to it, and its words."""
    return "\n".join((*lead_ins, text))


def digest(text: str) -> str:
    """A short name for a text, the same in every process."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _fitting(text: str, longest: int) -> int:
    cut = min(len(text), longest)
    while size(text[:cut]) > longest:
        cut -= max(1, (size(text[:cut]) - longest) // 2)
    return cut
