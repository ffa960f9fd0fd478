"""How much the words of a message speak for each wish, when its phrases do not settle what is wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.danger_signs import ENOUGH
from bot.word_points import POINTS

WISHES = ("ask", "report", "help", "smalltalk", "declare", "emergency")  # in the order of the letters
STEP, NEITHER = 0.25, "m"  # points from a letter to the next, and the letter that speaks neither way
SAID, ASKED, UNSAID = 3.0, 2.0, 1.0  # points for what phrases say, for a question, and for one where nothing says so
LONG = 12  # words: from here on it is an account
READ = 40  # words: of a long account the first say what is wanted, and many small points mean nothing
_WORD = re.compile(r"[a-z']+")
_ROWS = ([STEP * (ord(letter) - ord(NEITHER)) for letter in row] for row in POINTS[1::2])
_TABLE = dict(zip(POINTS[::2], _ROWS, strict=True))
_NOTHING = [0.0] * len(WISHES)


def features(heard: str) -> frozenset[str]:
    """The words of a message, which of them comes first, whether it asks, and whether it is long."""
    words = [word.replace("'", "") for word in _WORD.findall(heard)[:READ]]
    marks = ["<" + words[0]] if words else []
    marks += ["?"] if heard.endswith("?") else []
    marks += ["<long>"] if len(words) >= LONG else []
    return frozenset((*words, *marks))


def points(heard: str) -> dict[str, float]:
    """What is said, in small letters, to points for each wish, unless most of its words are strange."""
    marks = features(heard)
    known = [_TABLE[mark] for mark in marks if mark in _TABLE]
    rows: list[Sequence[float]] = [_TABLE["<any>"], *known] if len(known) * 2 > len(marks) else [_NOTHING]
    return dict(zip(WISHES, map(sum, zip(*rows, strict=True)), strict=True))


def chosen(heard: str, wished: str, asks: bool, danger: float) -> str:
    """The wish with the most points: its words', with those of its phrases, or of its signs of danger if enough.

    Where no sign of danger is told it is no emergency, whatever the words; nor is a question that no phrase takes for
    a report or a declaration made one by its words alone.
    """
    said = points(heard)
    if not danger:
        del said["emergency"]
    if wished == "ask" and asks:
        del said["report"], said["declare"]
    if danger >= ENOUGH:
        said["emergency"] += danger
    else:
        said[wished] += SAID if wished != "ask" else ASKED if asks else UNSAID
    return max(said, key=said.__getitem__)
