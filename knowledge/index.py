"""Scores clauses for the terms of a question by BM25; the only file that knows rank_bm25."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Scores = NDArray[np.float64]
Keys = NDArray[np.uint64]
Starts = NDArray[np.int64]
Senses = NDArray[np.int8]

K1, B = 3.6, 0.4  # k1 is 0.9 in words of weight one: see searchable.BODY
_FORM = "candour index 5"  # changes whenever what stands in an index changes: terms, weights, layout, likeness


_REMEMBERED = 32_768  # terms whose clauses were looked up; one that none holds takes next to no room
_NOWHERE = (np.zeros(0, np.int32), np.zeros(0))


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

    Clauses are numbered in the order in which they were given. One index may serve any number of threads. A term is
    kept as eight bytes of its BLAKE2 digest, and only words as text: pairs of words and runs of letters are a million
    texts in a large school, and take less room and no time to load so.
    """

    def __init__(
        self,
        size: int,
        words: Sequence[str],
        keys: Keys,
        starts: Starts,
        holders: Numbers,
        impacts: Scores,
        senses: Senses,
    ) -> None:
        """`keys`: ascending, one for each term; the postings of the nth stand from starts[n] to starts[n + 1].

        `senses`: a row for each clause, what knowledge/likeness.py gave for it; of no width where nothing did.
        """
        self.size = size  # clauses
        self.words = words  # single words among the terms
        self.senses = senses
        self._keys = keys
        self._starts = starts
        self._holders = holders
        self._impacts = impacts
        self._held = lru_cache(maxsize=_REMEMBERED)(self._look_up)  # most questions ask for the same few thousand

    @classmethod
    def fit(cls, bags: Sequence[Sequence[str]], senses: Senses | None = None) -> Index:
        """`bags`: the terms of every clause, each as often as it counts."""
        if senses is None:
            senses = np.zeros((len(bags), 0), np.int8)
        if not any(bags):  # rank_bm25 divides by the mean length
            nothing = np.zeros(0, np.uint64), np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0)
            return cls(len(bags), (), *nothing, senses)
        okapi = reference(bags)
        lengths = okapi.k1 * (1 - okapi.b + okapi.b * np.array(okapi.doc_len) / okapi.avgdl)
        key_of = {term: key(term) for term in okapi.idf}
        terms = sorted(okapi.idf, key=key_of.__getitem__)
        postings: dict[str, list[int]] = {term: [] for term in terms}
        for number, counts in enumerate(okapi.doc_freqs):
            for term in counts:
                postings[term].append(number)
        holders = np.array([number for numbers in postings.values() for number in numbers], np.int32)
        counts = np.array([okapi.doc_freqs[n][term] for term, numbers in postings.items() for n in numbers])
        sizes = [len(numbers) for numbers in postings.values()]
        idf = np.repeat(np.array([okapi.idf[term] for term in postings]), sizes)
        impacts = idf * (counts * (okapi.k1 + 1) / (counts + lengths[holders]))
        keys = np.array([key_of[term] for term in terms], np.uint64)
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])
        words = tuple(term for term in sorted(terms) if is_word(term))
        return cls(len(bags), words, keys, starts, holders, impacts, senses)

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and len(self.postings(term)[0]) > 0

    def postings(self, term: str) -> tuple[Numbers, Scores]:
        """The numbers of the clauses that hold a term, ascending, and what it adds to each. Never write into them."""
        return self._held(term)

    def _look_up(self, term: str) -> tuple[Numbers, Scores]:
        wanted = np.uint64(key(term))
        place = int(self._keys.searchsorted(wanted))
        if place == len(self._keys) or self._keys[place] != wanted:
            return _NOWHERE
        span = slice(self._starts[place], self._starts[place + 1])
        return self._holders[span], self._impacts[span]

    def idf(self, term: str) -> float:
        """How telling a term is in these clauses; 0 for one that none holds."""
        return self.rarity(len(self.postings(term)[0]))

    def rarity(self, held: int) -> float:
        """The idf of anything that `held` clauses hold."""
        return math.log(1 + (self.size - held + 0.5) / (held + 0.5)) if held else 0.0

    def search(self, terms: Iterable[str], most: int = 10) -> list[tuple[int, float]]:
        """The best clauses by plain BM25 and their scores, best first; those that hold no term are left out."""
        found = [posting for posting in map(self.postings, terms) if len(posting[0])]
        if not found:
            return []
        holders = np.concatenate([numbers for numbers, _ in found])
        scores = np.bincount(holders, np.concatenate([impacts for _, impacts in found]), self.size)
        longest = scores[max((numbers for numbers, _ in found), key=len)]
        # The last of the best that hold one term: the best of all reach it too, and few others do.
        enough = np.partition(longest, -most)[-most] if len(longest) >= most else 0.0
        numbers = np.flatnonzero(scores >= enough) if enough else np.flatnonzero(scores)
        values = scores[numbers]
        order = np.lexsort((numbers, -values))[:most]
        return [(int(numbers[at]), float(values[at])) for at in order]

    def to_bytes(self) -> bytes:
        """The whole index, to be kept beside its policies."""
        words = "\n".join(self.words)
        head = {"form": _FORM, "size": self.size, "terms": len(self._keys), "held": len(self._holders)}
        head |= {"width": self.senses.shape[1], "words": words}
        text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 8)  # the arrays after it start where a processor likes to read them
        arrays = [self._keys.astype("<u8"), self._starts.astype("<i8"), self._impacts.astype("<f8")]
        return b"".join(
            [
                len(text).to_bytes(8, "little"),
                text,
                *(a.tobytes() for a in arrays),
                self._holders.astype("<i4").tobytes(),
                self.senses.tobytes(),
            ]
        )

    @classmethod
    def from_bytes(cls, kept: bytes) -> Index:
        """Raises StaleIndex for anything but what this release's `to_bytes` gave. The bytes are not copied."""
        try:
            at = 8 + int.from_bytes(kept[:8], "little")
            head = json.loads(kept[8:at])
            size, terms, held, width = head["size"], head["terms"], head["held"], head["width"]
            if head["form"] != _FORM or len(kept) != at + 16 * terms + 8 + 12 * held + size * width:
                raise StaleIndex
            words = tuple(head["words"].split("\n")) if head["words"] else ()
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as unreadable:
            raise StaleIndex from unreadable
        keys = np.frombuffer(kept, "<u8", terms, at)
        starts = np.frombuffer(kept, "<i8", terms + 1, at := at + 8 * terms)
        impacts = np.frombuffer(kept, "<f8", held, at := at + 8 * (terms + 1))
        holders = np.frombuffer(kept, "<i4", held, at := at + 8 * held)
        senses = np.frombuffer(kept, "i1", size * width, at + 4 * held).reshape(size, width)
        return cls(size, words, keys, starts, holders, impacts, senses)


@lru_cache(maxsize=65_536)
def key(term: str) -> int:
    """Eight bytes for a term: of a million terms, two share theirs once in thirty million indexes."""
    return int.from_bytes(hashlib.blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def is_word(term: str) -> bool:
    """Whether a term is one word, and neither neighbours nor a run of letters."""
    return " " not in term and not term.startswith("~")
