"""Finds the clauses that a question is nearest to, and weighs the first of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge import confidence, cues, elsewhere, needs, question, ranking
from knowledge.confidence import Evidence
from knowledge.index import Index
from knowledge.policy import Clause, Kind, Policy
from knowledge.question import Reading
from knowledge.ranking import Ranking
from knowledge.spelling import Speller
from knowledge.tables import Tables
from knowledge.words import fold, stem, terms, tokens

MOST = 10  # clauses ranked
MOST_READ, LEAST_READ = 600, 5  # clauses read for the school's name: of all policies, and of each
ALIKE = 20  # clauses that may contradict another


@dataclass(frozen=True)
class Finding:
    """What came of a search. `best` holds the numbers and scores of clauses, best first; `evidence` is of the first."""

    reading: Reading
    ranking: Ranking
    best: Sequence[tuple[int, float]]
    evidence: Evidence | None = None  # none where nothing was found
    wrong_kind: bool = False  # a number, a date, a name or an act is asked for, and the first clause shows none
    elsewhere: bool = False  # no policy could answer it

    @property
    def likelihood(self) -> float:
        """How likely the first clause answers the question, 0 to 1."""
        likely = confidence.likelihood(self.evidence) if self.evidence else 0.0
        return min(likely, confidence.WRONG_KIND) if self.wrong_kind or self.elsewhere else likely


class Finder:
    """Searches numbered clauses. Never changed once made; any number of threads may use it."""

    def __init__(self, places: Sequence[tuple[Policy, Clause]], index: Index, tables: Tables) -> None:
        self._places = places
        self._index = index
        self._tables = tables
        self._speller = Speller(index, index.words, tables)

    def find(self, asked: str) -> Finding:
        """Bounded in time for any text whatever; never raises."""
        reading = question.read(asked, self._speller, self._tables, self._says_nothing)
        ranks = ranking.rank(self._index, reading)
        ranks.scores[self._metadata] = 0
        lowered = fold(asked[: question.LONGEST])
        best = ranking.best(ranks, lambda number: cues.factor(lowered, self._text(number)), MOST)
        if not best:
            return Finding(reading, ranks, best)
        first, score = best[0]
        evidence = confidence.weigh(reading.ideas, ranks, first, score)
        text = self._text(first)
        lacking = needs.lacks(lowered, text) or confidence.misses_act(reading.ideas, ranks, first, text)
        return Finding(reading, ranks, best, evidence, lacking, elsewhere.is_asked(lowered))

    def like(self, number: int) -> list[int]:
        """The numbers of the clauses whose words are most like those of one, itself left out."""
        found = self._index.search(dict.fromkeys(terms(self._places[number][1].text)), ALIKE)
        return [other for other, _ in found if other != number]

    def _text(self, number: int) -> str:
        return fold(self._places[number][1].text)

    @cached_property
    def _metadata(self) -> list[int]:
        return [number for number, (_, clause) in enumerate(self._places) if clause.kind is Kind.METADATA]

    def _says_nothing(self, word: str) -> bool:
        """Whether a word is of the school's own name, which stands in every policy and tells none from another."""
        return word not in self._tables.english and stem(word) in self._name

    @cached_property
    def _name(self) -> frozenset[str]:
        """Stems of what stands before "School" in capitals."""
        policies = {policy.id: policy for policy, _ in self._places}.values()
        most = max(LEAST_READ, MOST_READ // max(1, len(policies)))  # a school tells its name at the beginning
        names = {name for p in policies for clause in p.clauses[:most] for name in _NAMED.findall(clause.text)}
        return frozenset(stem(word) for name in names for word in tokens(name))


_NAMED = re.compile(r"\b((?:(?:[A-Z][\w'’]+|St\.|of|the|and) )+)(?:School|Academy|College|Federation|Trust)\b")
