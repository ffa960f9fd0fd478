"""Leads from what school staff say to what policies write, over the lines that knowledge/groups.py reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from knowledge.alike import WHICH, alike
from knowledge.compiled import Compiled, LazyGroups
from knowledge.groups import Group
from knowledge.words import content_terms, is_content, stem, tokens

REST = 0.6  # of the one word left of a phrase without its stop words: "log out" is not "log"
_BETWEEN = " qqq "  # no word, so that the last of a phrase is never joined to the first of the next


@lru_cache(maxsize=32_768)  # the wordings of the tables, which come again with every question
def searched(phrase: str) -> str:
    """A phrase as it stands in an index: stems without stop words, unless nothing else is left."""
    words = tokens(phrase)
    return " ".join(content_terms(words) or map(stem, words))


def heard(phrase: str) -> str:
    """A phrase as it stands in a question: every stem, stop words too."""
    return " ".join(map(stem, tokens(phrase)))


@dataclass(frozen=True)
class Vocabulary:
    """Every group, and what each phrase of a question leads to."""

    groups: Sequence[Group]
    _compiled: Compiled | None = field(default=None, compare=False, repr=False)
    _known: dict[str, Mapping[str, float]] = field(default_factory=dict, compare=False, repr=False)
    _meant: dict[str, Mapping[str, float]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, lines: Iterable[str]) -> Vocabulary:
        """Blank lines and lines that start with # are left out."""
        return cls(tuple(LazyGroups.of(lines)))

    @classmethod
    def compiled(cls, compiled: Compiled) -> Vocabulary:
        """The same as of its lines, without reading them all."""
        return cls(LazyGroups(compiled.lines), compiled)

    @cached_property
    def phrases(self) -> Mapping[str, Sequence[tuple[int, float]]]:
        """For every phrase that is heard the numbers of its groups, and its weight in each."""
        if self._compiled:
            return self._compiled.heard
        found: dict[str, list[tuple[int, float]]] = {}
        for number, group in enumerate(self.groups):
            if group.kind != "means":
                for phrase, weight in group.left.items():
                    words = tokens(phrase)
                    # What ends in "it" is known as it stands only: "pupils in it" is not "pupil in".
                    others = {alike(words)} if words[-1] not in WHICH else set()
                    for key in sorted({" ".join(map(stem, words)), *others}):
                        found.setdefault(key, []).append((number, weight))
        return found

    @cached_property
    def concepts(self) -> Mapping[str, Sequence[int]]:
        """For every concept the numbers of the groups that say what it means."""
        if self._compiled:
            return self._compiled.concepts
        found: dict[str, list[int]] = {}
        for number, group in enumerate(self.groups):
            if group.kind == "means":
                for name in group.left:
                    found.setdefault(name, []).append(number)
        return found

    @cached_property
    def reaches(self) -> Mapping[str, int]:
        """For every word the number of words in the longest phrase that is heard and begins with it."""
        if self._compiled:
            return self._compiled.reach
        found: dict[str, int] = {}
        for phrase in self.phrases:
            first = phrase.partition(" ")[0]
            found[first] = max(found.get(first, 0), phrase.count(" ") + 1)
        return found

    @cached_property
    def longest(self) -> int:
        """Words in the longest phrase that can be heard."""
        return max(self.reaches.values(), default=0)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that the vocabulary itself uses, as written: none of them is a slip of the pen."""
        if self._compiled:
            return frozenset(self._compiled.words.split())
        sides = (side for group in self.groups for side in (group.left, group.right))
        text = _BETWEEN.join(phrase for side in sides for phrase in side)  # one long text is read faster than many
        return frozenset(filter(is_content, tokens(text))) - {_BETWEEN.strip()}

    def __contains__(self, phrase: str) -> bool:
        return phrase in self.phrases

    def reach(self, word: str) -> int:
        """Words in the longest phrase that is heard and begins with this stem; 0 where none does."""
        return self.reaches.get(word, 0)

    def links(self, phrase: str) -> Mapping[str, float]:
        """Searchable phrases that a heard one leads to, each with the weight of its best link."""
        if phrase not in self.phrases:
            return {}
        known = self._known.get(phrase)
        if known is None:
            known = self._known[phrase] = self._follow(phrase)
        return known

    def wordings(self, concept: str) -> Mapping[str, float]:
        """Searchable phrases of one concept, each with its weight; none for a name that is not known."""
        known = self._meant.get(concept)
        if known is None:
            known = self._meant[concept] = self._meaning(concept)
        return known

    def _meaning(self, concept: str) -> Mapping[str, float]:
        best: dict[str, float] = {}
        for meaning in map(self.groups.__getitem__, self.concepts.get(concept, ())):
            for wording, weight in meaning.right.items():
                term = searched(wording)
                best[term] = max(best.get(term, 0.0), meaning.weight * weight)
        return best

    def _follow(self, phrase: str) -> Mapping[str, float]:
        best: dict[str, float] = {}
        for number, own in self.phrases[phrase]:
            for other, weight in self._wordings(self.groups[number], own):
                term = searched(other)
                if " " in other and " " not in term:
                    weight *= REST
                if term != phrase:
                    best[term] = max(best.get(term, 0.0), weight)
        return best

    def _wordings(self, group: Group, own: float) -> Iterable[tuple[str, float]]:
        for other, weight in group.right.items():
            strength = group.weight * own * weight if weight == 1 else own * weight
            if other.startswith("#"):
                for meaning in map(self.groups.__getitem__, self.concepts[other]):
                    yield from ((wording, strength * meaning.weight * w) for wording, w in meaning.right.items())
            else:
                yield other, strength
