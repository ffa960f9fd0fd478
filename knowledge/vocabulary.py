"""How school staff talk, and how policies say the same: links from a word or phrase to others, read from tables.

Three layers, one line a group:

    mutual  .8 people    headteacher, head, principal@.6         any of these for any other
    implies .6 people    boss > headteacher, line manager        the left for the right, never back
    implies .9 conduct   get the sack, lose my job > #dismissal  an idiom, to a concept with a name
    means   .8 conduct   #dismissal > dismissal, sacked          a concept, to the wordings that policies use

The number is the weight of the links, a word of its own weight has it after an @, and the third column is the domain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.words import content_terms, is_content, stem, tokens

REST = 0.6  # of the one word left of a phrase without its stop words: "log out" is not "log"
_BETWEEN = " qqq "  # no word, so that the last of a phrase is never joined to the first of the next
KINDS = ("mutual", "implies", "means")


class UnreadableLine(Exception):
    """A line of the vocabulary does not follow the form at the head of knowledge/vocabulary.py."""


@dataclass(frozen=True)
class Group:
    """One line of the vocabulary. Left and right are phrases as written, each with its weight."""

    kind: str
    weight: float
    domain: str
    left: Mapping[str, float]
    right: Mapping[str, float]  # of a mutual group the same as left


def read(line: str) -> Group:
    """Raises UnreadableLine."""
    try:
        kind, weight, domain, rest = line.split(None, 3)
        left, arrow, right = rest.partition(" > ")
        if kind not in KINDS or bool(arrow) == (kind == "mutual"):
            raise ValueError(kind)
        sides = _weighed(left), _weighed(right if arrow else left)
        if (kind == "means") != left.startswith("#"):
            raise ValueError(left)
        return Group(kind, float(weight), domain, *sides)
    except ValueError as wrong:
        raise UnreadableLine(f"{wrong}: {line}") from wrong


def _weighed(side: str) -> dict[str, float]:
    phrases = (part.strip().rpartition("@") for part in side.split(","))
    return {before or after: float(after) if at else 1.0 for before, at, after in phrases}


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

    groups: tuple[Group, ...]
    _known: dict[str, Mapping[str, float]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, lines: Iterable[str]) -> Vocabulary:
        """Blank lines and lines that start with # are left out."""
        return cls(tuple(read(line) for line in map(str.strip, lines) if line and not line.startswith("#")))

    @cached_property
    def _heard(self) -> dict[str, list[tuple[Group, float]]]:
        found: dict[str, list[tuple[Group, float]]] = {}
        for group in self.groups:
            if group.kind != "means":
                for phrase, weight in group.left.items():
                    found.setdefault(heard(phrase), []).append((group, weight))
        return found

    @cached_property
    def _concepts(self) -> dict[str, list[Group]]:
        found: dict[str, list[Group]] = {}
        for group in self.groups:
            if group.kind == "means":
                for name in group.left:
                    found.setdefault(name, []).append(group)
        return found

    @cached_property
    def longest(self) -> int:
        """Words in the longest phrase that can be heard."""
        return max((phrase.count(" ") + 1 for phrase in self._heard), default=0)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that the vocabulary itself uses, as written: none of them is a slip of the pen."""
        sides = (side for group in self.groups for side in (group.left, group.right))
        text = _BETWEEN.join(phrase for side in sides for phrase in side)  # one long text is read faster than many
        return frozenset(filter(is_content, tokens(text))) - {_BETWEEN.strip()}

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._heard

    def links(self, phrase: str) -> Mapping[str, float]:
        """Searchable phrases that a heard one leads to, each with the weight of its best link."""
        if phrase not in self._heard:
            return {}
        known = self._known.get(phrase)
        if known is None:
            known = self._known[phrase] = self._follow(phrase)
        return known

    def _follow(self, phrase: str) -> Mapping[str, float]:
        best: dict[str, float] = {}
        for group, own in self._heard[phrase]:
            for other, weight in self._wordings(group, own):
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
                for meaning in self._concepts[other]:
                    yield from ((wording, strength * meaning.weight * w) for wording, w in meaning.right.items())
            else:
                yield other, strength
