"""Answers a question with the clauses that bear on it, or says in which policies nothing was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from knowledge import about, explanation
from knowledge.confidence import ANSWERS, NEAR
from knowledge.finder import MOST, Finder
from knowledge.index import Index
from knowledge.policy import Citation, Clause, Kind, Policy
from knowledge.question import LONGEST
from knowledge.searchable import bags
from knowledge.tables import Tables
from knowledge.words import fold, terms

SHOWN = 3  # passages; a fourth is not read
WORTH_SHOWING = 0.4  # of the best score: what is further off does not bear on the question


@dataclass(frozen=True)
class Passage:
    """A clause that bears on a question, and where it stands."""

    policy: Policy
    clause: Clause
    score: float

    @property
    def citation(self) -> Citation:
        return self.policy.cite(self.clause)


@dataclass(frozen=True)
class Answer:
    """The first passage answers it. At least one passage, best first."""

    question: str
    passages: tuple[Passage, ...]
    why: str = ""  # words, scores and coverage, for `--why`
    ranked: tuple[Passage, ...] = ()  # the ten best, for measuring only; never shown


@dataclass(frozen=True)
class Closest:
    """Nothing answers it for certain; these are the nearest clauses, best first."""

    question: str
    passages: tuple[Passage, ...]
    searched: tuple[str, ...] = ()  # titles of the policies looked in
    why: str = ""
    ranked: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Silence:
    """Nothing in these policies bears on it. No clause is cited."""

    question: str
    searched: tuple[str, ...] = ()
    ranked: tuple[Passage, ...] = ()
    why: str = ""


class Shelf(Protocol):
    """Where policies are kept, every version of each."""

    def put(self, school: str, policy: Policy) -> bool:
        """Keep a version and make it the current one; False if these very bytes are current already."""

    def current(self, school: str) -> Sequence[Policy]:
        """The version in force of each of the school's policies, ordered by id."""

    def versions(self, school: str, policy: str) -> Sequence[Policy]:
        """Every version of one policy, newest first; each stays readable."""


def fit(policies: Sequence[Policy]) -> Index:
    """The index of these policies in this order. Fitted when a policy is added, kept beside it, loaded to answer."""
    return Index.fit(bags(policies))


class Library:
    """The policies of one school, ready to answer. Never changed once made; any number of threads may ask it."""

    def __init__(self, policies: Sequence[Policy], index: Index, tables: Tables) -> None:
        """`index`: what `fit` gave for these very policies in this order; one of another size is a ValueError."""
        self._policies = tuple(policies)
        self._places = [(policy, clause) for policy in policies for clause in policy.clauses]
        if len(self._places) != index.size:
            raise ValueError("This index belongs to other policies. Fit it again.")
        self._finder = Finder(self._places, index, tables)

    def ask(self, question: str) -> Answer | Closest | Silence:
        """Bounded in time for any text whatever; never raises."""
        told = self._about_policies(question[:LONGEST])
        if told:
            return Answer(question, told[:SHOWN], "The question is about a policy itself.", told[:MOST])
        found = self._finder.find(question)
        ranked = tuple(Passage(*self._places[number], score) for number, score in found.best)
        shown = tuple(passage for passage in ranked[:SHOWN] if passage.score >= WORTH_SHOWING * ranked[0].score)
        why = explanation.of(found, [passage.clause.label for passage in ranked])
        if found.likelihood >= ANSWERS:
            return Answer(question, shown, why, ranked)
        if found.likelihood >= NEAR:
            return Closest(question, shown, self.titles, why, ranked)
        return Silence(question, self.titles, ranked, why)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        return tuple(policy.title for policy in self._policies)

    def _about_policies(self, question: str) -> tuple[Passage, ...]:
        """The lines of metadata that tell what is asked about a policy: of the policy that is named, if one is."""
        wanted = about.asked_for(question)
        if not wanted:
            return ()
        said = set(terms(question))
        named = {policy.title: len(said & set(terms(policy.title))) for policy in self._policies}
        most = max(named.values(), default=0)
        lines = [
            Passage(policy, clause, 1.0)
            for told in wanted
            for policy, clause in self._places
            if clause.kind is Kind.METADATA
            and named[policy.title] == most
            and told.search(fold(f"{clause.label} {clause.text}"))
        ]
        return tuple(dict.fromkeys(lines))
