"""The tables that questions are understood by, read once by whoever starts the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from knowledge.vocabulary import Vocabulary
from knowledge.words import stem

COMMONEST, RAREST = 7.5, 3.0  # Zipf frequencies: "the" says nothing, a word in a million says all it can
UNKNOWN = 1.5  # of a word that the table does not have
LEAST_IMPORTANT = 0.1
SHORTEST = 4  # letters that can be mended; a shorter word is too near to too many
COMMON = 3.0  # Zipf; nobody means a rarer word by a slip, unless the policies use it


@dataclass(frozen=True)
class Tables:
    """School vocabulary, and how common each word is in general English (a Zipf frequency, 2.2 to 7.7)."""

    vocabulary: Vocabulary
    english: Mapping[str, float]

    @classmethod
    def of(cls, vocabulary: Iterable[str], english: Iterable[str]) -> Tables:
        """From the lines of knowledge/data/vocabulary/*.txt and knowledge/data/english.txt."""
        return cls(Vocabulary.of(vocabulary), _frequencies(english))

    def importance(self, word: str) -> float:
        """How much a word says, 0.1 to 1: by what everybody writes, not by these few clauses."""
        zipf = max(self.english.get(word, UNKNOWN), self.english.get(stem(word), UNKNOWN))
        return min(1.0, max(LEAST_IMPORTANT, (COMMONEST - zipf) / (COMMONEST - RAREST)))

    @cached_property
    def known_words(self) -> frozenset[str]:
        """What somebody may have meant, whatever the policies hold."""
        common = (word for word, zipf in self.english.items() if zipf >= COMMON)
        return frozenset((*common, *self.vocabulary.words))

    @cached_property
    def by_letter(self) -> dict[str, list[str]]:
        return by_letter(self.known_words)


def by_letter(words: Iterable[str]) -> dict[str, list[str]]:
    """Words long enough to be mended, by their first letter."""
    found: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= SHORTEST and word.isalpha():
            found.setdefault(word[0], []).append(word)
    return found


def _frequencies(lines: Iterable[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for line in lines:
        if not line.startswith("#"):
            zipf, *words = line.split()
            found |= dict.fromkeys(words, float(zipf))
    return found
