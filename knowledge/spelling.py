"""Mends a mistyped word, by the words of the policies and of general English."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import cached_property
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.tables import Tables
from knowledge.words import stem

SHORTEST = 4  # letters; a shorter word is too near to too many
COMMON = 3.0  # Zipf; nobody means a rarer word by a slip, unless the policies use it
SLIP = 1.6  # what a wrong letter costs, against FREQUENT for each step of commonness
FREQUENT = 0.35
OURS = 1.0  # a word that the policies use is the likelier one
VOWEL = 0.4  # a slip costs less where only vowels and doubled letters differ
_VOWELS = frozenset("aeiouy")


class Speller:
    """Knows the words of some policies; may serve any number of threads."""

    def __init__(self, held: Container[str], policy_words: Callable[[], Iterable[str]], tables: Tables) -> None:
        """`held`: stems that the policies hold; `policy_words` is called once, when first a word must be mended."""
        self._held = held
        self._policy_words = policy_words
        self._tables = tables

    @cached_property
    def _ours(self) -> frozenset[str]:
        return frozenset(self._policy_words())

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        common = (word for word, zipf in self._tables.english.items() if zipf >= COMMON)
        candidates = sorted({*common, *self._ours, *self._tables.vocabulary.words})
        return {
            letter: [word for word in words if len(word) >= SHORTEST and word.isalpha()]
            for letter, words in groupby(candidates, key=lambda word: word[:1])
        }

    def knows(self, word: str) -> bool:
        return word in self._tables.english or stem(word) in self._held or stem(word) in self._tables.vocabulary.stems

    def mend(self, word: str) -> str:
        """The word that was probably meant; the word itself where nothing is near enough."""
        if len(word) < SHORTEST or not word.isalpha() or self.knows(word):
            return word
        most = 1 if len(word) < 6 else 2
        near = [
            (self._likelihood(word, candidate, distance), candidate)
            for letter in dict.fromkeys(word[:2])  # the first letter is seldom wrong, but may be swapped or missing
            for candidate, distance, _ in process.extract(
                word, self._by_letter.get(letter, ()), scorer=OSA.distance, score_cutoff=most, limit=None
            )
        ]
        return max(near)[1] if near else word

    def _likelihood(self, word: str, candidate: str, slips: float) -> float:
        cost = slips - VOWEL * (_bones(word) == _bones(candidate))
        ours = OURS if candidate in self._ours else OURS / 2 if candidate in self._tables.vocabulary.words else 0.0
        return FREQUENT * self._tables.english.get(candidate, 2.5) + ours - SLIP * cost


def _bones(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word) if letter not in _VOWELS)
