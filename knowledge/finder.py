"""Finds the clauses that a question is nearest to, and weighs the first of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from knowledge import asks, beside, confidence, cues, elsewhere, likeness, needs, question, ranking
from knowledge.confidence import Evidence
from knowledge.cues import Cues
from knowledge.held import Terms
from knowledge.index import Index
from knowledge.named import LIKELIER, Titles
from knowledge.policy import Clause, Kind, Policy
from knowledge.question import Reader, Reading
from knowledge.ranking import Ranking
from knowledge.spelling import Speller
from knowledge.tables import Tables
from knowledge.vocabulary import heard, searched
from knowledge.words import fold, stem, terms, tokens

MOST = 10  # clauses ranked
MOST_READ, LEAST_READ = 600, 5  # clauses read for the school's name: of all policies, and of each
SAME_POST = 0.8  # weight of a link between two names of one post
ALIKE = 20  # clauses that may contradict another
_REMEMBERED = 4_096  # clauses
_MANNERS = 16  # in which questions are asked; most are asked in one of these


@dataclass(frozen=True)
class Finding:
    """What came of a search. `best` holds the numbers and scores of clauses, best first; `evidence` is of the first."""

    reading: Reading
    ranking: Ranking
    best: Sequence[tuple[int, float]]
    evidence: Evidence | None = None  # none where nothing was found
    wrong_kind: bool = False  # a number, a date, a name or an act is asked for, and the first clause shows none
    elsewhere: bool = False  # no policy could answer it
    defined: bool = False  # a meaning is asked, and the first clause gives it

    @cached_property
    def likelihood(self) -> float:
        """How likely the first clause answers the question, 0 to 1."""
        likely = confidence.likelihood(self.evidence) if self.evidence else 0.0
        likely = max(likely, confidence.DEFINED) if self.defined else likely
        return min(likely, confidence.WRONG_KIND) if self.wrong_kind or self.elsewhere else likely


class Finder:
    """Searches numbered clauses. Never changed once made; any number of threads may use it."""

    def __init__(self, places: Sequence[tuple[Policy, Clause]], index: Index, tables: Tables, school: str = "") -> None:
        """`school`: its name, which stands in every policy or in none and tells no clause from another."""
        self._school = school
        self._places = places
        self._index = index
        self._terms = Terms(index)
        self._tables = tables
        titles = {policy.id: policy.title for policy, _ in places}
        numbers = {id: number for number, id in enumerate(titles)}
        self._titles = Titles(list(titles.values()))
        self._policy_of = np.array([numbers[policy.id] for policy, _ in places], np.int32)
        self._reader = Reader(tables, self.says_nothing, self._terms.holds)
        self._speller = Speller(index, index.words, tables)
        # The numbers of the clauses whose words are most like those of one, itself left out.
        self.like = lru_cache(maxsize=_REMEMBERED)(self._like)
        self._text = lru_cache(maxsize=_REMEMBERED)(self._folded)
        self._likelier = lru_cache(maxsize=_MANNERS)(self._factors)

    def mended(self, asked: str) -> str:
        """What `find` takes: the beginning of any text whatever, folded, its slips of the pen mended."""
        return question.mended(asked, self._speller, self.says_nothing)

    def find(self, asked: str) -> Finding:
        """`asked`: mended. Bounded in time; never raises."""
        named = self._titles.named(asked)
        reading = self._reader.read(named.rest)
        ranks = self._in_context(ranking.rank(self._terms, reading), reading)
        ranks = self._before_others(ranks, named.places)
        manner = cues.of(asked)
        best = ranking.best(ranks, self._likelier(manner), manner.most, MOST)
        if not best:
            return Finding(reading, ranks, best)
        first = best[0][0]
        text = self._text(first)
        evidence = replace(
            confidence.weigh(self._index, reading.ideas, ranks, best), **self._doubts(asked, manner, first)
        )
        lacking = needs.lacks(manner.facts, text) or confidence.misses_act(reading.ideas, ranks, first, text)
        strange = elsewhere.is_asked(asked) or confidence.is_strange(reading.ideas, ranks)
        return Finding(reading, ranks, best, evidence, lacking, strange, manner.is_defined(text))

    def _in_context(self, ranks: Ranking, reading: Reading) -> Ranking:
        """With what the clauses around each say, and what the words mean; no line about a policy itself is ranked."""
        ranks.scores[self._metadata] = 0
        scores = beside.lifted(ranks.scores, self._together)
        place = self._tables.likeness.place(" ".join(reading.words))
        alike = likeness.likenesses(self._index.senses, place, scores)
        alike[self._metadata] = 0
        return replace(ranks, scores=likeness.added(scores, ranks.coverage, alike), alike=alike)

    def _before_others(self, ranks: Ranking, named: Collection[int]) -> Ranking:
        """With the clauses of policies that are named before those of others."""
        if not named:
            return ranks
        likelier = np.where(np.isin(self._policy_of, list(named)), 1, 1 / LIKELIER)
        return replace(ranks, scores=likelier * ranks.scores, by_words=likelier * ranks.by_words)

    def holders(self, post: str) -> list[int]:
        """The lines at the head or foot of a policy that tell who holds a post: "Chair of Governors: Ms Bly"."""
        links = self._tables.vocabulary.links(heard(post))
        known = {searched(post), *(term for term, weight in links.items() if weight >= SAME_POST)}
        return [n for n in self._metadata if searched(self._places[n][1].label) in known]

    def _like(self, number: int) -> list[int]:
        found = self._index.search(dict.fromkeys(terms(self._places[number][1].text)), ALIKE)
        return [other for other, _ in found if other != number]

    def _doubts(self, asked: str, manner: Cues, first: int) -> dict[str, float]:
        """What the manner of the question says against a clause."""
        clause = self._places[first][1]
        context = " ".join((*clause.headings, *clause.lead_ins, clause.text))
        particular = asks.for_particular(asked) and not needs.shows(manner.facts, context)
        return {
            "particular": float(particular),
            "service": float(asks.for_unnamed_service(asked, lambda: frozenset(terms(context)))),
        }

    def _folded(self, number: int) -> str:
        return fold(self._places[number][1].text)

    def _factors(self, manner: Cues) -> Callable[[int], float]:
        """For the score of every clause, where the question is asked in this manner."""
        return lru_cache(maxsize=_REMEMBERED)(lambda number: manner.factor(self._text(number)))

    @cached_property
    def _metadata(self) -> list[int]:
        return [number for number, (_, clause) in enumerate(self._places) if clause.kind is Kind.METADATA]

    @cached_property
    def _together(self) -> beside.Together:
        return beside.together(self._places)

    def says_nothing(self, word: str) -> bool:
        """Whether a word is of the school's own name."""
        return word not in self._tables.english and stem(word) in self._name

    @cached_property
    def _name(self) -> frozenset[str]:
        """Stems of the name that was given, and of what stands before "School" in capitals."""
        policies = {policy.id: policy for policy, _ in self._places}.values()
        most = max(LEAST_READ, MOST_READ // max(1, len(policies)))  # a school tells its name at the beginning
        names = {name for p in policies for clause in p.clauses[:most] for name in _NAMED.findall(clause.text)}
        return frozenset(stem(word) for name in names for word in tokens(name)) | frozenset(terms(self._school))


_NAMED = re.compile(r"\b((?:(?:[A-Z][\w'’]+|St\.|of|the|and) )+)(?:School|Academy|College|Federation|Trust)\b")
