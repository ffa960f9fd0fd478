"""Tells how alike in meaning two texts are, from a table of words that are used alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.index import Keys, Scores, Senses, key
from knowledge.policy import Clause, Policy
from knowledge.words import fold

Sense = NDArray[np.float32]

LEAST = 0.3  # of the best score by words, what a likeness of one adds to a clause whatever the words cover
MISSED = 2.0  # the same, for what the best clause does not cover of the question
MOST = 2_000  # clauses looked at, the best by words
_STEPS = 127  # on either side of nothing, in which the place of a word or a clause is told
_HEAD = 64  # bytes
_FORM = "candour likeness 1"
_TOLD = re.compile(rf"{_FORM} (\d+) (\d+) *".encode())
_WORD = re.compile("[a-z]{2,}")


class Likeness:
    """For every common word of English a place among others, near to the words that are used like it.

    The place of a text is the sum of its words'. No model runs here: the table was worked out beforehand, by
    tests/measure/likeness.py, and shipped. Never changed once made; any number of threads may use it.
    """

    def __init__(self, keys: Keys, scales: NDArray[np.float32], rows: Senses) -> None:
        """`keys`: of the words, ascending; `rows`: their places in whole steps, `scales`: the length of a step."""
        self._keys = keys
        self._scales = scales
        self._rows = rows

    @classmethod
    def from_bytes(cls, kept: bytes) -> Likeness:
        """Of what `to_bytes` gave; the bytes are not copied. Raises ValueError for anything else."""
        head = _TOLD.fullmatch(kept[:_HEAD])
        count, across = map(int, head.groups()) if head else (0, 0)
        if not head or len(kept) != _HEAD + count * (12 + across):
            raise ValueError("This is no table of likeness of this release.")
        keys = np.frombuffer(kept, "<u8", count, _HEAD)
        scales = np.frombuffer(kept, "<f4", count, _HEAD + 8 * count)
        rows = np.frombuffer(kept, "i1", count * across, _HEAD + 12 * count).reshape(count, across)
        return cls(keys, scales, rows)

    @classmethod
    def of_words(cls, words: Sequence[str], places: NDArray[np.float32]) -> Likeness:
        """`places`: a row for each word."""
        order = np.argsort(np.array(list(map(key, words)), np.uint64))
        scales = np.maximum(np.abs(places).max(axis=1), 1e-9)[order] / _STEPS
        rows = np.rint(places[order] / scales[:, None]).astype(np.int8)
        return cls(np.array([key(words[at]) for at in order], np.uint64), scales.astype(np.float32), rows)

    def to_bytes(self) -> bytes:
        head = f"{_FORM} {len(self._keys)} {self._rows.shape[1]}".ljust(_HEAD).encode("ascii")
        arrays = (self._keys.astype("<u8"), self._scales.astype("<f4"), self._rows)
        return b"".join([head, *(array.tobytes() for array in arrays)])

    def place(self, text: str) -> Sense:
        """Of unit length; nothing but zeros where the table knows none of the words."""
        wanted = np.array([key(word) for word in _WORD.findall(fold(text))], np.uint64)
        at = np.minimum(self._keys.searchsorted(wanted), max(0, len(self._keys) - 1))
        at = at[self._keys[at] == wanted] if len(self._keys) else at[:0]
        whole: Sense = (self._rows[at] * self._scales[at, None]).sum(axis=0, dtype=np.float32)
        length = float(np.sqrt((whole * whole).sum()))
        return whole / np.float32(length) if length else whole

    def senses(self, policies: Iterable[Policy]) -> Senses:
        """The place of every clause of every policy in order, with its headings and lead-ins, in whole steps."""
        texts = [_text(clause) for policy in policies for clause in policy.clauses]
        found = np.zeros((len(texts), self._rows.shape[1]), np.int8)
        for number, text in enumerate(texts):
            found[number] = np.rint(self.place(text) * _STEPS)
        return found


NOTHING = Likeness(np.zeros(0, np.uint64), np.zeros(0, np.float32), np.zeros((0, 0), np.int8))


def _text(clause: Clause) -> str:
    return " ".join((*clause.headings, *clause.lead_ins, clause.text))


def likenesses(senses: Senses, place: Sense, scores: Scores) -> Scores:
    """How like a text every clause is, 0 to 1; nothing for all but the MOST with the best `scores`."""
    found = np.zeros(len(scores))
    if senses.shape[1] != len(place) or not len(place):
        return found
    among = np.argpartition(scores, -MOST)[-MOST:] if len(scores) > MOST else slice(None)
    products = senses[among].astype(np.float32) @ place / np.float32(_STEPS)
    found[among] = np.maximum(0.0, products)
    return found


def added(scores: Scores, coverage: Scores, alike: Scores) -> Scores:
    """The less of the question the words of the best clause cover, the more its meaning counts."""
    if not len(scores):
        return scores
    best = int(scores.argmax())
    counts: float = LEAST + MISSED * (1.0 - float(coverage[best]))
    return scores + counts * float(scores[best]) * alike
