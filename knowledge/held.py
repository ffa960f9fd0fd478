"""What a searchable term comes to in one index: the clauses that hold it, and how rare it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, reduce

import numpy as np

from knowledge.index import K1, Index, Numbers, Scores
from knowledge.searchable import BODY
from knowledge.words import pairs

FULL = BODY * (K1 + 1) / (BODY + K1)  # what a word said once in a clause of middling length adds, for an idf of one
SAID = 0.5  # of FULL, from which on a clause says a word itself: its policy's title alone does not reach that
_REMEMBERED = 16_384  # terms


@dataclass(frozen=True, slots=True)
class Held:
    """A word, two neighbours, or a longer phrase."""

    holders: Numbers  # ascending
    impacts: Scores  # what it adds to each of them
    saying: Numbers  # who says it itself: a word of the title, which every clause holds, may be rare in them
    own: float  # rarity, by all who hold it
    said: float  # rarity, by those who say it


class Terms:
    """Of one index. What a term comes to is worked out once, and any number of threads may ask."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.held = lru_cache(maxsize=_REMEMBERED)(self._held)

    def holds(self, term: str) -> bool:
        return self.held(term) is not None

    def _held(self, term: str) -> Held | None:
        """None for what no clause holds."""
        holders, impacts = self._postings(term)
        if not len(holders):
            return None
        own = self.index.rarity(len(holders))
        saying = holders[impacts >= SAID * FULL * own]
        if not 0 < len(saying) < len(holders):
            saying = holders  # and no copy of it
        return Held(holders, impacts, saying, own, self.index.rarity(len(saying)))

    def _postings(self, term: str) -> tuple[Numbers, Scores]:
        """Of a longer phrase: the clauses that hold every two neighbours of it."""
        if term.count(" ") < 2:
            return self.index.postings(term)
        found = [self.index.postings(pair) for pair in pairs(term.split())]
        holders = reduce(_in_both, (numbers for numbers, _ in found))
        if not len(holders):
            return holders, np.zeros(0)
        return holders, np.min([impacts[np.searchsorted(numbers, holders)] for numbers, impacts in found], axis=0)


def _in_both(first: Numbers, second: Numbers) -> Numbers:
    """Both ascending, and so is what comes of them. (np.intersect1d sorts them again, and imports 8 ms more.)"""
    if not len(first) or not len(second):
        return first[:0]
    places = np.minimum(np.searchsorted(second, first), len(second) - 1)
    both: Numbers = first[second[places] == first]
    return both
