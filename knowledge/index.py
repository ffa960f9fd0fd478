"""Scores clauses for the terms of a question by BM25; the only file that knows rank_bm25."""

from __future__ import annotations

import json
import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Scores = NDArray[np.float64]

K1, B = 3.6, 0.4  # k1 is 0.9 in words of weight one: see searchable.BODY
_FORM = "candour index 1"  # changes whenever what stands in an index changes: terms, weights, layout


class StaleIndex(Exception):
    """This index was made by another release. Fit it again from the policies."""


def reference(bags: Sequence[Sequence[str]]) -> Any:
    """rank_bm25's BM25Okapi with the idf of Lucene, which is never negative: what every score here must equal."""
    from rank_bm25 import BM25Okapi  # 90 ms, and only whoever fits an index needs it

    class Okapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 ships no types
        def _calc_idf(self, nd: Mapping[str, int]) -> None:
            size = self.corpus_size
            self.idf = {term: math.log(1 + (size - held + 0.5) / (held + 0.5)) for term, held in nd.items()}

    return Okapi(bags, k1=K1, b=B)


class Index:
    """For every term the clauses that hold it and what it adds to the score of each: BM25, worked out beforehand.

    Clauses are numbered in the order in which they were given. One index may serve any number of threads.
    """

    def __init__(
        self, size: int, terms: Sequence[str], starts: Sequence[int], holders: Numbers, impacts: Scores
    ) -> None:
        self.size = size  # clauses
        self._terms = terms
        self._starts = starts
        self._holders = holders
        self._impacts = impacts
        self._spare: deque[Scores] = deque()  # accumulators, all zero; taking and giving back is atomic

    @classmethod
    def fit(cls, bags: Sequence[Sequence[str]]) -> Index:
        """`bags`: the terms of every clause, each as often as it counts."""
        if not any(bags):  # rank_bm25 divides by the mean length
            return cls(len(bags), (), (0,), np.zeros(0, np.int32), np.zeros(0))
        okapi = reference(bags)
        lengths = okapi.k1 * (1 - okapi.b + okapi.b * np.array(okapi.doc_len) / okapi.avgdl)
        postings: dict[str, list[int]] = {term: [] for term in okapi.idf}
        for number, counts in enumerate(okapi.doc_freqs):
            for term in counts:
                postings[term].append(number)
        holders = np.array([number for numbers in postings.values() for number in numbers], np.int32)
        counts = np.array([okapi.doc_freqs[n][term] for term, numbers in postings.items() for n in numbers])
        sizes = [len(numbers) for numbers in postings.values()]
        idf = np.repeat(np.array([okapi.idf[term] for term in postings]), sizes)
        impacts = idf * (counts * (okapi.k1 + 1) / (counts + lengths[holders]))
        return cls(len(bags), tuple(postings), (0, *np.cumsum(sizes).tolist()), holders, impacts)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {term: place for place, term in enumerate(self._terms)}

    def __contains__(self, term: object) -> bool:
        return term in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def postings(self, term: str) -> tuple[Numbers, Scores]:
        """The numbers of the clauses that hold a term, ascending, and what it adds to each. Never write into them."""
        place = self._places.get(term, -1)
        span = slice(self._starts[place], self._starts[place + 1]) if place >= 0 else slice(0, 0)
        return self._holders[span], self._impacts[span]

    def idf(self, term: str) -> float:
        """How telling a term is in these clauses; 0 for one that none holds."""
        return self.rarity(len(self.postings(term)[0]))

    def rarity(self, held: int) -> float:
        """The idf of anything that `held` clauses hold."""
        return math.log(1 + (self.size - held + 0.5) / (held + 0.5)) if held else 0.0

    def search(self, terms: Iterable[str], most: int = 10) -> list[tuple[int, float]]:
        """The best clauses by plain BM25 and their scores, best first; those that hold no term are left out."""
        scores = self._accumulator()
        found = [self.postings(term) for term in terms]
        for holders, impacts in found:
            scores[holders] += impacts
        touched = np.unique(np.concatenate([holders for holders, _ in found] or [np.zeros(0, np.int32)]))
        values = scores[touched]
        scores[touched] = 0
        self._spare.append(scores)
        if len(values) > most:
            kept = np.sort(np.argpartition(-values, most - 1)[:most])
            touched, values = touched[kept], values[kept]
        order = np.argsort(-values, kind="stable")
        return [(int(touched[at]), float(values[at])) for at in order]

    def _accumulator(self) -> Scores:
        try:
            return self._spare.pop()
        except IndexError:  # every one is in use by another thread
            return np.zeros(self.size)

    def to_bytes(self) -> bytes:
        """The whole index, to be kept beside its policies."""
        head = {"form": _FORM, "size": self.size, "terms": list(self._terms), "starts": list(self._starts)}
        text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 8)  # the arrays after it start where a processor likes to read them
        arrays = self._impacts.astype("<f8").tobytes() + self._holders.astype("<i4").tobytes()
        return len(text).to_bytes(8, "little") + text + arrays

    @classmethod
    def from_bytes(cls, kept: bytes) -> Index:
        """Raises StaleIndex for anything but what this release's `to_bytes` gave."""
        try:
            body = 8 + int.from_bytes(kept[:8], "little")
            head = json.loads(kept[8:body])
            held = head["starts"][-1]
            if head["form"] != _FORM or len(kept) != body + 12 * held:
                raise StaleIndex
        except (ValueError, TypeError, KeyError, IndexError) as unreadable:
            raise StaleIndex from unreadable
        impacts = np.frombuffer(kept, "<f8", held, body)
        holders = np.frombuffer(kept, "<i4", held, body + 8 * held)
        return cls(head["size"], head["terms"], head["starts"], holders, impacts)
