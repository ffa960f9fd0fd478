"""The tables that questions are understood by, read once by whoever starts the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.compiled import Compiled, LazyGroups
from knowledge.kinship import Kinship, kin_of
from knowledge.likeness import NOTHING, Likeness
from knowledge.stopwords import CALENDAR
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
    kin: Mapping[str, Mapping[str, float]] | None = field(default=None, repr=False)  # of the vocabulary, where known
    likeness: Likeness = field(default=NOTHING, repr=False)

    @classmethod
    def of(cls, vocabulary: Iterable[str], english: Iterable[str]) -> Tables:
        """From the lines of the vocabulary and of knowledge/data/english.txt."""
        return cls(Vocabulary.of(vocabulary), _frequencies(english))

    @classmethod
    def of_compiled(cls, compiled: Compiled, english: Iterable[str], likeness: Likeness) -> Tables:
        """The same, of what `compiled` made of the vocabulary."""
        return cls(Vocabulary.compiled(compiled), _frequencies(english), compiled.kin, likeness)

    def importance(self, word: str) -> float:
        """How much a word says, 0.1 to 1: by what everybody writes, not by these few clauses.

        A clock time, a sum, a class or a day is the asker's own and tells clauses apart only by chance.
        """
        if word in CALENDAR or any(map(str.isdigit, word)):
            return LEAST_IMPORTANT
        zipf = max(self.english.get(word, UNKNOWN), self.english.get(stem(word), UNKNOWN))
        return min(1.0, max(LEAST_IMPORTANT, (COMMONEST - zipf) / (COMMONEST - RAREST)))

    @cached_property
    def kinship(self) -> Kinship:
        return Kinship(self.vocabulary, self.kin)

    def may_be_meant(self, word: str) -> bool:
        """Whatever the policies hold."""
        return self.english.get(word, 0.0) >= COMMON or word in self.vocabulary.words

    @cached_property
    def by_letter(self) -> ByLetter:
        common = [word for word, zipf in self.english.items() if zipf >= COMMON]
        ours = (word for word in self.vocabulary.words if self.english.get(word, 0.0) < COMMON)
        return ByLetter([*common, *ours])


def compiled(lines: Iterable[str]) -> Compiled:
    """What `Tables.of_compiled` takes, of the lines of the vocabulary."""
    groups = LazyGroups.of(lines)
    told = Vocabulary(groups)
    return Compiled(groups.lines, told.phrases, told.reaches, told.concepts, kin_of(told), " ".join(sorted(told.words)))


class ByLetter:
    """Words long enough to be mended, by their first letter; each letter is gone through when it is first needed."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._found: dict[str, Sequence[str]] = {}

    def starting(self, letter: str) -> Sequence[str]:
        if letter not in self._found:
            self._found[letter] = [w for w in self._words if w[0] == letter and len(w) >= SHORTEST and w.isalpha()]
        return self._found[letter]


def _frequencies(lines: Iterable[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for line in lines:
        if not line.startswith("#"):
            zipf, *words = line.split()
            found |= dict.fromkeys(words, float(zipf))
    return found
