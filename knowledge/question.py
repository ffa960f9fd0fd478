"""Reads a question as a few ideas, each with all the wordings in which a clause may answer it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from knowledge.alike import alike
from knowledge.phrases import cut
from knowledge.spelling import Speller, names
from knowledge.stopwords import FRAME
from knowledge.tables import Tables
from knowledge.words import content_terms, fold, is_content, stem, tokens

LONGEST = 2_000  # characters read; nobody asks in more, and the time an answer takes is bounded by it
MOST_WORDS = 120
FRAME_WEIGHT = 0.3  # of a word that only frames the question
PART = 0.55  # of a single word of a phrase, against the phrase whole
WITHIN = 0.5  # of what a shorter phrase leads to that stands within a longer one
PHRASE_BONUS = 0.1  # a phrase says a little more than its rarest word
OPPOSITE = 0.45  # "authorised" leads to "unauthorised"
WORDLESS = 0.15  # importance of a phrase of stop words alone: "have to"
LEAST_WEIGHT = 0.2  # of an idea that says almost nothing
_REMEMBERED = 2_048  # phrases and concepts
_LEADING = frozenset({"at", "in", "of", "for", "from"})  # to the name of a school
_TITLES = frozenset({"mr", "mrs", "ms", "mx"})
_NEGATIONS = ("un", "in", "im", "ir", "il", "dis", "mis", "non")
_WORD = re.compile(r"[a-z]{2,}(?:'s)?(?![a-z0-9'])")


@dataclass(frozen=True)
class Idea:
    """One thing that the question is about."""

    heard: str
    importance: float  # 0.1 to 1
    weight: float  # what it counts in the score
    links: Mapping[str, float]  # the wordings that some clause holds, as searchable terms, 0 to 1


@dataclass(frozen=True)
class Reading:
    """What was made of a question."""

    words: tuple[str, ...]  # mended
    ideas: tuple[Idea, ...]

    @property
    def content(self) -> list[str]:
        return [word for word in self.words if is_content(word)]


def mended(question: str, speller: Speller, says_nothing: Callable[[str], bool]) -> str:
    """The question folded, each of its words as it was probably meant."""
    text = question[:LONGEST]
    named = names(text)

    def meant(match: re.Match[str]) -> str:
        word, owner = match.group().removesuffix("'s"), "'s" * match.group().endswith("'s")
        return match.group() if says_nothing(word) else speller.meant(word, word in named) + owner

    return _WORD.sub(meant, fold(text))


class Reader:
    """Reads questions by the tables, for clauses that hold some terms and not others.

    Any number of threads may use it: what one word or phrase comes to is worked out once.
    """

    def __init__(self, tables: Tables, says_nothing: Callable[[str], bool], holds: Callable[[str], bool]) -> None:
        """`says_nothing`: whether a word is to be left out, such as one of the school's own name; `holds`: whether any
        clause holds a term.
        """
        self._tables = tables
        self._says_nothing = says_nothing
        self._holds = holds
        self._idea = lru_cache(maxsize=_REMEMBERED)(self._of)
        self._wordings = lru_cache(maxsize=_REMEMBERED)(self._of_concept)

    def read(self, question: str) -> Reading:
        """`question`: mended."""
        words = list(_telling(list(_unnamed(tokens(question)[:MOST_WORDS])), self._says_nothing))
        ideas: dict[str, Idea] = {}
        for phrase in cut(words, self._tables.vocabulary):
            idea = self._idea(phrase)
            if idea:
                ideas.setdefault(idea.heard, idea)
        return Reading(tuple(words), tuple(self._widened(words, ideas.values())))

    def _widened(self, words: Sequence[str], ideas: Iterable[Idea]) -> Iterator[Idea]:
        """The ideas, those that are near to a concept together with its wordings too."""
        importances = {
            stem(word): self._tables.importance(word) for word in words if is_content(word) and word not in FRAME
        }
        near = list(self._tables.kinship.near(importances))
        for idea in ideas:
            heard = idea.heard.split()
            more = [(self._wordings(name), strength) for shared, name, strength in near if not shared.isdisjoint(heard)]
            yield Idea(idea.heard, idea.importance, idea.weight, _widest(idea.links, more)) if more else idea

    def _of_concept(self, name: str) -> Mapping[str, float]:
        return self._held(self._tables.vocabulary.wordings(name))

    def _of(self, phrase: Sequence[str]) -> Idea | None:
        """A word that no clause holds in any wording counts for what its nearest concepts do."""
        idea = _idea(phrase, self._tables)
        if not idea:
            return None
        links = self._held(idea.links)
        if not links and " " not in idea.heard:
            links = self._held(self._tables.kinship.of_word(idea.heard))
        return replace(idea, links=links)

    def _held(self, links: Mapping[str, float]) -> Mapping[str, float]:
        return {term: weight for term, weight in links.items() if self._holds(term)}


def _unnamed(words: Sequence[str]) -> Iterator[str]:
    """Without "Mrs Elm": whom a question happens to name, no clause does. "Miss" and "dr" are words of other things."""
    for before, word in pairwise(["", *words]):
        if word not in _TITLES and before not in _TITLES:
            yield word


def _telling(words: Sequence[str], says_nothing: Callable[[str], bool]) -> Iterator[str]:
    """Without "at St Osmund's": with the name goes what only leads to it."""
    for word, after in zip(words, [*words[1:], ""], strict=False):
        if not says_nothing(word) and not (word in _LEADING and after and says_nothing(after)):
            yield word


def _widest(links: Mapping[str, float], more: Iterable[tuple[Mapping[str, float], float]]) -> Mapping[str, float]:
    """With the wordings of concepts too, each at its weight times how near the concept is."""
    best = dict(links)
    for wordings, strength in more:
        for term, weight in wordings.items():
            if strength * weight > best.get(term, 0.0):
                best[term] = strength * weight
    return best


def _strongest(*links: Mapping[str, float]) -> Mapping[str, float]:
    """Of every term its greatest weight."""
    best: dict[str, float] = {}
    for of_one in links:
        for term, weight in of_one.items():
            if weight > best.get(term, 0.0):
                best[term] = weight
    return best


def _heard(words: Sequence[str]) -> str:
    return " ".join(map(stem, words))


def _idea(phrase: Sequence[str], tables: Tables) -> Idea | None:
    said = [word for word in phrase if is_content(word)]
    if not said and len(phrase) == 1:
        return None
    heard = _heard(phrase)
    links = dict(_links(phrase, tables))
    if len(phrase) == 1:
        links |= {term: max(OPPOSITE, links.get(term, 0)) for term in _opposites(heard)} | {heard: 1.0}
    else:
        links = dict(_strongest(links, _within(phrase, tables)))
        links |= {stem(word): max(PART, links.get(stem(word), 0)) for word in said}
        links |= {" ".join(content_terms(phrase)): 1.0} if len(content_terms(phrase)) > 1 else {}
    importance = max((tables.importance(word) for word in said), default=WORDLESS)
    framing = len(phrase) == 1 and phrase[0] in FRAME
    importance = importance * FRAME_WEIGHT if framing else min(1.0, importance + PHRASE_BONUS * (len(phrase) > 1))
    weight = (LEAST_WEIGHT + (1 - LEAST_WEIGHT) * importance) * (FRAME_WEIGHT if framing else 1.0)
    return Idea(heard, importance, weight, links)


def _links(phrase: Sequence[str], tables: Tables) -> Mapping[str, float]:
    return _strongest(tables.vocabulary.links(_heard(phrase)), tables.vocabulary.links(alike(phrase)))


def _within(phrase: Sequence[str], tables: Tables) -> Mapping[str, float]:
    """What the words and shorter phrases of a phrase lead to: "lift home" is of a lift too, whatever else it is of."""
    spans = [phrase[at : at + n] for n in range(1, len(phrase)) for at in range(len(phrase) - n + 1)]
    telling = (span for span in spans if len(span) > 1 or (is_content(span[0]) and span[0] not in FRAME))
    found = [_links(span, tables) for span in telling]
    return {term: WITHIN * weight for term, weight in _strongest(*found).items()}


def _opposites(term: str) -> Iterator[str]:
    if len(term) >= 4:
        yield from (f"{negation}{term}" for negation in _NEGATIONS)
        yield from (term[len(n) :] for n in _NEGATIONS if term.startswith(n) and len(term) - len(n) >= 4)
