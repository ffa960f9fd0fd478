"""Mends a mistyped word, by the words of the policies and of general English."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import groupby

from knowledge.forms import SAME
from knowledge.stopwords import CALENDAR
from knowledge.tables import SHORTEST, ByLetter, Tables
from knowledge.words import fold, is_content, stem

SLIP = 1.6  # what a wrong letter costs, against FREQUENT for each step of commonness
FREQUENT = 0.35
OURS = 1.0  # a word that the policies use is the likelier one
RARE = 4.0  # Zipf; a rarer word that is also typed in a hurry, such as "wen", is meant for the other
VOWEL = 0.4  # a slip costs less where only vowels and doubled letters differ
_REMEMBERED = 4_096  # words
_VOWELS = frozenset("aeiouy")
LONG, LONGER = (
    6,
    7,
)  # letters of a word in capitals that is mended all the same: where only vowels are wrong, and where not
_CAPITALISED = re.compile(r"(?<=[\w,;] )[\"'“‘(]?([A-Z][a-z]+)\b")
_SMALL = re.compile(r"\b[a-z]{3,}")


def names(text: str) -> frozenset[str]:
    """The words that are written as names, folded: large inside a sentence, where not every word is."""
    found = _CAPITALISED.findall(text)
    return frozenset(map(fold, found)) if len(found) < len(_SMALL.findall(text)) else frozenset()


class Speller:
    """Knows the words of some policies; may serve any number of threads."""

    def __init__(self, held: Container[str], own_words: Iterable[str], tables: Tables) -> None:
        """`held`: stems that the policies hold; `own_words`: those of them that are words, read when one is mended."""
        self._held = held
        self._own_words = own_words
        self._tables = tables
        self.meant = lru_cache(maxsize=_REMEMBERED)(self._meant)

    @cached_property
    def _by_letter(self) -> ByLetter:
        """What only the policies know; what everybody knows is worked out once in a process, by the tables."""
        return ByLetter(word for word in self._own_words if not self._tables.may_be_meant(word))

    def knows(self, word: str) -> bool:
        vocabulary = self._tables.vocabulary.words
        held = word in self._tables.english or word in CALENDAR or stem(word) in self._held
        return held or not vocabulary.isdisjoint((word, stem(word)))

    def _meant(self, word: str, is_name: bool = False) -> str:
        """As `mend`, for any word: stop words and what people type in a hurry too."""
        if word in SAME and self._tables.english.get(word, 0.0) < RARE:
            return SAME[word]
        return self.mend(word, is_name) if is_content(word) else word

    def mend(self, word: str, is_name: bool = False) -> str:
        """The word that was probably meant; the word itself where nothing is near enough.

        A name may be right although no table has it: it is mended only to what schools or their policies say.
        """
        if len(word) < SHORTEST or not word.isalpha() or self.knows(word):
            return word
        most = 1 if len(word) < 6 else 2
        known = list(_near(word, most, self._tables.by_letter))
        stems = {stem(candidate) for candidate, _ in known}
        ours = [(own, slips) for own, slips in _near(word, most, self._by_letter) if own not in stems]
        likely = [
            (self._likelihood(word, candidate, slips), candidate)
            for candidate, slips in known + ours
            if not is_name or self._is_sure(word, candidate, slips)
        ]
        return max(likely)[1] if likely else word

    def _is_sure(self, name: str, candidate: str, slips: float) -> bool:
        ours = stem(candidate) in self._held or candidate in self._tables.vocabulary.words
        return ours and slips <= 1 and len(name) >= (LONG if _bones(name) == _bones(candidate) else LONGER)

    def _likelihood(self, word: str, candidate: str, slips: float) -> float:
        cost = slips - VOWEL * (_bones(word) == _bones(candidate))
        ours = (
            OURS if stem(candidate) in self._held else OURS / 2 if candidate in self._tables.vocabulary.words else 0.0
        )
        return FREQUENT * self._tables.english.get(candidate, 2.5) + ours - SLIP * cost


def _near(word: str, most: int, candidates: ByLetter) -> Iterator[tuple[str, float]]:
    """Each candidate and its slips. The first letter is seldom wrong, but may be swapped or missing."""
    from rapidfuzz import process  # 9 ms, and few questions have a word to mend
    from rapidfuzz.distance import OSA

    for letter in dict.fromkeys(word[:2]):
        found = process.extract(word, candidates.starting(letter), scorer=OSA.distance, score_cutoff=most, limit=None)
        yield from ((candidate, slips) for candidate, slips, _ in found)


def _bones(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word) if letter not in _VOWELS)
