"""Answers a question with the clauses that bear on it, or says in which policies nothing was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache, partial
from types import MappingProxyType
from typing import Protocol

from knowledge import about, explanation, health, images
from knowledge.confidence import ANSWERS, NEAR
from knowledge.disagreement import Disagreement, between
from knowledge.finder import MOST, Finder
from knowledge.health import Health
from knowledge.index import Index
from knowledge.outcome import Answer, Closest, Passage, Silence
from knowledge.policy import Clause, Kind, Policy
from knowledge.searchable import bags
from knowledge.sought import Sought
from knowledge.tables import Tables
from knowledge.words import fold, stem, terms

__all__ = ["Answer", "Closest", "Library", "Passage", "Shelf", "Silence", "fit"]

SHOWN = 3  # passages; a fourth is not read
WORTH_SHOWING = 0.4  # of the best score: what is further off does not bear on the question
_REMEMBERED = 16_384  # pairs of clauses
_ABOUT_ITSELF = "The question is about a policy itself."
_NOT_TOLD = "The question is about a policy itself, and none tells it."
IN_FORCE: Mapping[str, str] = MappingProxyType({})


class Shelf(Protocol):
    """Where policies are kept, every version of each."""

    def put(self, school: str, policy: Policy) -> bool:
        """Keep a version and make it the current one; False if these very bytes are current already."""

    def current(self, school: str) -> Sequence[Policy]:
        """The version in force of each of the school's policies, ordered by id."""

    def versions(self, school: str, policy: str) -> Sequence[Policy]:
        """Every version of one policy, newest first; each stays readable."""


def fit(policies: Sequence[Policy], tables: Tables) -> Index:
    """The index of these policies in this order. Fitted when a policy is added, kept beside it, loaded to answer."""
    return Index.fit(bags(policies), tables.likeness.senses(policies))


class Library:
    """The policies of one school, ready to answer. Never changed once made; any number of threads may ask it."""

    def __init__(
        self,
        policies: Sequence[Policy],
        index: Index,
        tables: Tables,
        superseded: Mapping[str, str] = IN_FORCE,
        as_of: date | None = None,
        school: str = "",
    ) -> None:
        """`index`: what `fit` gave for these very policies in this order; one of another size is a ValueError.

        `superseded`: for the id of each policy that is no longer in force, the date of the version that is. `as_of`:
        the day for which these policies were chosen, where that is not today. `school`: its name.
        """
        self._policies = tuple(policies)
        self._places = [(policy, clause) for policy in policies for clause in policy.clauses]
        if len(self._places) != index.size:
            raise ValueError("This index belongs to other policies. Fit it again.")
        self._finder = Finder(self._places, index, tables, school)
        self._disagreement = lru_cache(maxsize=_REMEMBERED)(self._between)
        self._superseded = superseded
        self._as_of = as_of

    def ask(self, question: str, today: date | None = None) -> Answer | Closest | Silence:
        """Bounded in time for any text whatever; never raises. Without `today` nothing is overdue for review."""
        asked = self._finder.mended(question)
        told = self._about_policies(asked) or self._holders(asked)
        if told:
            shown = self._healthy(told[:SHOWN], today)
            return Answer(question, shown, told[:MOST], explained=partial(str, _ABOUT_ITSELF))
        if about.nowhere_else(asked):
            return Silence(question, self.titles, explained=partial(str, _NOT_TOLD))
        found = self._finder.find(asked)
        ranked = tuple(Passage(*self._places[number], score) for number, score in found.best)
        near = tuple(passage for passage in ranked[:SHOWN] if passage.score >= WORTH_SHOWING * ranked[0].score)
        why = partial(explanation.of, found, [passage.clause.label for passage in ranked])
        rule = images.rule(question, [passage.clause for passage in near] if found.likelihood >= NEAR else ())
        if found.likelihood >= ANSWERS:
            shown, disagreement = self._side_by_side(self._healthy(near, today), [n for n, _ in found.best], today)
            return Answer(question, shown, ranked, rule, disagreement, explained=why)
        if found.likelihood >= NEAR:
            return Closest(question, self._healthy(near, today), self.titles, ranked, rule, explained=why)
        return Silence(question, self.titles, ranked, rule, explained=why)

    def _healthy(self, shown: Sequence[Passage], today: date | None) -> tuple[Passage, ...]:
        return tuple(replace(passage, health=self._health(passage, today)) for passage in shown)

    def _health(self, passage: Passage, today: date | None) -> Health:
        superseded = self._superseded.get(passage.policy.id)
        return health.of(passage.policy, passage.clause, self._as_of or today, self._as_of, superseded)

    def _between(self, one: int, other: int) -> Disagreement | None:
        return between(self._places[one], self._places[other])

    def _side_by_side(
        self, shown: tuple[Passage, ...], best: Sequence[int], today: date | None
    ) -> tuple[tuple[Passage, ...], str]:
        """The first passage beside the clause that disagrees with it, if one does."""
        first = shown[0]
        for number in dict.fromkeys([*best[1:], *self._finder.like(best[0])]):
            found = self._disagreement(best[0], number)
            if found:
                other = next((p for p in shown if p.clause is self._places[number][1]), None)
                other = other or self._healthy([Passage(*self._places[number], 0.0)], today)[0]
                pair = _pair(first, other, found)
                return (*pair, *(p for p in shown[1:] if p.clause is not other.clause))[:SHOWN], str(found)
        return shown, ""

    @cached_property
    def titles(self) -> tuple[str, ...]:
        return tuple(policy.title for policy in self._policies)

    def _about_policies(self, question: str) -> tuple[Passage, ...]:
        """The lines that tell what is asked about a policy itself: of the policy that is named, if one is."""
        lines = about.asked_for(question)
        purpose = about.purpose(question)
        if not (lines or purpose) or not about.is_of_policies(question, self._names_policy):
            return ()
        said = set(terms(question))
        named = {policy.title: len(said & set(terms(policy.title))) for policy in self._policies}
        most = max(named.values(), default=0)
        places = [place for place in self._places if named[place[0].title] == most]
        found = [
            place for told in lines for place in places if place[1].kind is Kind.METADATA and _tells(told, place[1])
        ]
        if purpose and len({place[0].id for place in places}) <= SHOWN:  # of everything, none is asked for
            found += [place for place in places if place[1].kind is not Kind.METADATA and _tells(purpose, place[1])]
        return tuple(Passage(*place, 1.0) for place in dict.fromkeys(found))

    def _names_policy(self, word: str) -> bool:
        return stem(word) in self._title_words or self._finder.says_nothing(word)

    @cached_property
    def _title_words(self) -> frozenset[str]:
        return frozenset(term for title in self.titles for term in terms(title))

    def _holders(self, question: str) -> tuple[Passage, ...]:
        """The lines that tell who holds the post that is asked for."""
        post = about.post(question)
        return tuple(Passage(*self._places[number], 1.0) for number in self._finder.holders(post)) if post else ()


def _tells(told: Sought, clause: Clause) -> bool:
    words = f"{clause.label} {clause.text}" if clause.kind is Kind.METADATA else clause.text
    return bool(told.search(fold(words)))


def _pair(first: Passage, other: Passage, found: Disagreement) -> tuple[Passage, Passage]:
    """Both, each with a word of the other; the stricter first, or as they came where neither is."""
    pair = _against(first, other, found), _against(other, first, found)
    return (pair[1], pair[0]) if found.first_is_stricter is False else pair


def _against(passage: Passage, other: Passage, found: Disagreement) -> Passage:
    said = f"disagrees with {_from(other, passage)}: {found}"
    return replace(passage, health=replace(passage.health, disagrees=(said,)))


def _from(passage: Passage, reader: Passage) -> str:
    """Where a clause stands, seen from another."""
    title = "" if passage.policy.id == reader.policy.id else f"{passage.policy.title}, "
    return f"{title}{passage.clause.label}"
