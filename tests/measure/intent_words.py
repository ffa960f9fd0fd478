"""Fits the points of single words for each wish to the project's own first messages, and writes bot/word_points.py.

Run as `python -m tests.measure.intent_words`: nothing in it is by chance, so the same messages give the same table.
The messages of tests/bot/intents_aside.txt have no part in it: they say how it does with what it has not seen.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.weighing import NEITHER, STEP, WISHES, features

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = ROOT / "bot" / "word_points.py"
RAREST = 2  # messages: a word of fewer is chance
ROUNDS, PACE, MEMORY, RESTRAINT = 600, 1.0, 0.9, 0.0003  # of the descent: multinomial logistic regression
HEAD = '''"""Points of single words for each wish, as fitted to tests/bot/intents.txt by tests/measure/intent_words.py.

After each word, a letter each for: ask, report, help, small talk, declare, emergency. "m" speaks neither way,
letters before it against, letters after it for.
"""

POINTS = """
'''


def rows(file: Path) -> list[tuple[str, str]]:
    lines = (line for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return [(wish, heard(text)) for wish, _, text in (line.partition(": ") for line in lines)]


def heard(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def fitted(known: list[tuple[str, str]]) -> dict[str, NDArray[np.float64]]:
    counts = Counter(mark for _, text in known for mark in features(text))
    marks = sorted(mark for mark, times in counts.items() if times >= RAREST)
    seen = np.array([[mark in has for mark in marks] + [True] for has in (features(t) for _, t in known)], dtype=float)
    right = np.array([[wish == own for wish in WISHES] for own, _ in known], dtype=float)
    weights = _descended(seen, right)
    return dict(zip([*marks, "<any>"], weights, strict=True))


def _descended(seen: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """A wish with few messages counts for more in each, by the root of its share."""
    share = right @ (1 / np.sqrt(right.sum(axis=0)))
    share = (share / share.sum())[:, None]
    weights = np.zeros((seen.shape[1], right.shape[1]))
    step = np.zeros_like(weights)
    for _ in range(ROUNDS):
        scores = seen @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        slope = seen.T @ ((odds / odds.sum(axis=1, keepdims=True) - right) * share) + RESTRAINT * weights
        step = MEMORY * step + slope
        weights = weights - PACE * step
    return weights


def letters(weights: NDArray[np.float64]) -> str:
    return "".join(chr(min(max(ord(NEITHER) + round(float(w) / STEP), ord("a")), ord("z"))) for w in weights)


def table(weights: dict[str, NDArray[np.float64]]) -> str:
    said = ((mark, letters(row)) for mark, row in weights.items())
    kept = " ".join(f"{mark} {row}" for mark, row in said if row != NEITHER * len(WISHES) or mark == "<any>")
    return HEAD + textwrap.fill(kept, 116, break_long_words=False, break_on_hyphens=False) + '\n""".split()\n'


if __name__ == "__main__":
    WRITTEN.write_text(table(fitted(rows(ROOT / "tests/bot/intents.txt"))), encoding="utf-8")
