"""Finds the concepts that a question is near to although it uses none of their phrases whole."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from knowledge.alike import same
from knowledge.vocabulary import Vocabulary
from knowledge.words import is_content, stem, tokens

LEAST = 2  # words of the question that a concept must share
NEAREST = 6  # concepts
NEAR_ENOUGH = 0.3
CERTAIN = 2.0  # from this likeness on, a concept's wordings count as much as they can
MOST = 0.7  # of what they count where a phrase of the concept is said
ALONE = 0.6  # of what a concept's wordings count where one word alone leads to it
SURELY = 0.3  # how telling a word must be of a concept to lead there alone
_OFTEN, _SPREAD = 1.2, 0.5  # a word of many phrases of a concept is surely its word


class Kinship:
    """For every word the concepts whose phrases and wordings use it; worked out once."""

    def __init__(self, vocabulary: Vocabulary, kin: Mapping[str, Mapping[str, float]] | None = None) -> None:
        """`kin`: what `kin_of` gave for this vocabulary, where that is known."""
        self._vocabulary = vocabulary
        self._kin = kin if kin is not None else kin_of(vocabulary)

    def near(self, importances: Mapping[str, float]) -> Iterable[tuple[frozenset[str], str, float]]:
        """The nearest concepts: of each the words that it shares, its name, and how near it is.

        `importances`: of each stem that the question holds.
        """
        kin = [(term, importance, self._of(same(term))) for term, importance in importances.items()]
        once: set[str] = set()
        shared: set[str] = set()  # the concepts of more than one word
        for _, _, concepts in kin:
            shared |= once & concepts.keys()
            once |= concepts.keys()
        likeness: list[tuple[float, str, dict[str, float]]] = []
        for name in shared:
            words = {term: concepts[name] * importance for term, importance, concepts in kin if name in concepts}
            if len(set(map(same, words))) >= LEAST:
                likeness.append((sum(words.values()), name, words))
        likeness.sort(reverse=True)
        for like, name, words in likeness[:NEAREST]:
            if like >= NEAR_ENOUGH:
                yield frozenset(words), name, MOST * min(1.0, like / CERTAIN)

    def _of(self, term: str) -> Mapping[str, float]:
        return self._kin.get(term, {})

    def of_word(self, term: str) -> Mapping[str, float]:
        """Wordings of the concepts whose phrases use a word, weighed by how telling it is: a guess, for want of better.

        `term`: its stem.
        """
        kin = sorted(self._of(same(term)).items(), key=lambda of: (-of[1], of[0]))[:NEAREST]
        best: dict[str, float] = {}
        for name, telling in kin:
            if telling >= SURELY:
                for wording, weight in self._vocabulary.wordings(name).items():
                    best[wording] = max(best.get(wording, 0.0), ALONE * telling * weight)
        return best


def kin_of(vocabulary: Vocabulary) -> dict[str, dict[str, float]]:
    """For every stem the concepts that use it, and how telling it is of each."""
    return _by_word(_words_of_concepts(vocabulary))


def _words_of_concepts(vocabulary: Vocabulary) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for group in vocabulary.groups:
        if group.kind == "implies":
            said = [(phrase, 1.0) for phrase in group.left]
            names = [name for name in group.right if name.startswith("#")]
        else:
            said, names = list(group.right.items()), [name for name in group.left if name.startswith("#")]
        for name in names:
            uses = found.setdefault(name, {})
            for phrase, weight in said:
                for term in {same(stem(word)) for word in tokens(phrase) if is_content(word)}:
                    uses[term] = uses.get(term, 0.0) + weight
    return found


def _by_word(uses: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    spread: dict[str, int] = {}
    for terms in uses.values():
        for term in terms:
            spread[term] = spread.get(term, 0) + 1
    most = math.log(1 + len(uses))
    found: dict[str, dict[str, float]] = {}
    for name, terms in uses.items():
        for term, count in terms.items():
            rare = math.log(1 + len(uses) / spread[term]) / most
            found.setdefault(term, {})[name] = round(rare * min(1.0, _OFTEN * count / (count + _SPREAD)), 4)
    return found
