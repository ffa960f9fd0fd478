"""Faults: all that is wrong with what a school wrote for us, told together."""

from __future__ import annotations

from collections.abc import Iterable


class Faults(Exception):
    """Each line names the file or variable, the key, the value (unless it may be secret) and what was wanted."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean "posts"?`, or nothing where no known word is near."""
    near = nearest(word, known, 0.7)
    return f' Did you mean "{near}"?' if near else ""


def nearest(word: str, known: Iterable[str], likeness: float) -> str:
    """The known word that is most like it, whatever the capitals, if it is this like: 1 is the same."""
    from difflib import get_close_matches  # only a fault pays for it

    folded = {name.casefold(): name for name in known}
    return next((folded[name] for name in get_close_matches(word.casefold(), folded, n=1, cutoff=likeness)), "")
