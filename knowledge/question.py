"""Reads a question as a few ideas, each with all the wordings in which a clause may answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.spelling import Speller, names
from knowledge.stopwords import FRAME
from knowledge.tables import Tables
from knowledge.words import content_terms, is_content, stem, tokens

LONGEST = 2_000  # characters read; nobody asks in more, and the time an answer takes is bounded by it
MOST_WORDS = 120
FRAME_WEIGHT = 0.3  # of a word that only frames the question
PART = 0.55  # of a single word of a phrase, against the phrase whole
PHRASE_BONUS = 0.1  # a phrase says a little more than its rarest word
OPPOSITE = 0.45  # "authorised" leads to "unauthorised"
LEAST_WEIGHT = 0.5  # of an idea that says almost nothing
_NEGATIONS = ("un", "in", "im", "ir", "il", "dis", "mis", "non")


@dataclass(frozen=True)
class Idea:
    """One thing that the question is about."""

    heard: str
    importance: float  # 0.1 to 1
    weight: float  # what it counts in the score
    links: Mapping[str, float]  # searchable terms, 0 to 1


@dataclass(frozen=True)
class Reading:
    """What was made of a question."""

    words: tuple[str, ...]  # mended
    ideas: tuple[Idea, ...]

    @property
    def content(self) -> list[str]:
        return [word for word in self.words if is_content(word)]


def read(question: str, speller: Speller, tables: Tables, says_nothing: Callable[[str], bool]) -> Reading:
    """`says_nothing`: whether a word is to be left out here, such as one of the school's own name."""
    words = _mended(question, speller)
    ideas: dict[str, Idea] = {}
    for phrase in _phrases(words, tables):
        idea = _idea(phrase, tables, says_nothing)
        if idea:
            ideas.setdefault(idea.heard, idea)
    return Reading(tuple(words), tuple(ideas.values()))


def _mended(question: str, speller: Speller) -> list[str]:
    words = tokens(question[:LONGEST])[:MOST_WORDS]
    named = names(question[:LONGEST])
    mended = [word if not is_content(word) else speller.mend(word, word in named) for word in words]
    return tokens(" ".join(mended)) if mended != words else words


def _phrases(words: Sequence[str], tables: Tables) -> Iterator[tuple[str, ...]]:
    """The question cut into the longest phrases that the vocabulary knows, and single words between them."""
    at = 0
    while at < len(words):
        length = next(
            (n for n in range(tables.vocabulary.longest, 1, -1) if _heard(words[at : at + n]) in tables.vocabulary), 1
        )
        yield tuple(words[at : at + length])
        at += length


def _heard(words: Sequence[str]) -> str:
    return " ".join(map(stem, words))


def _idea(phrase: Sequence[str], tables: Tables, says_nothing: Callable[[str], bool]) -> Idea | None:
    said = [word for word in phrase if is_content(word)]
    if not said and len(phrase) == 1:
        return None
    heard = _heard(phrase)
    links = dict(tables.vocabulary.links(heard))
    if len(phrase) == 1:
        if says_nothing(phrase[0]):
            return None
        links |= {term: max(OPPOSITE, links.get(term, 0)) for term in _opposites(heard)} | {heard: 1.0}
    else:
        links |= {stem(word): max(PART, links.get(stem(word), 0)) for word in said}
        links |= {" ".join(content_terms(phrase)): 1.0} if len(content_terms(phrase)) > 1 else {}
    importance = max((tables.importance(word) for word in said), default=0.5)
    framing = len(phrase) == 1 and phrase[0] in FRAME
    importance = importance * FRAME_WEIGHT if framing else min(1.0, importance + PHRASE_BONUS * (len(phrase) > 1))
    weight = (LEAST_WEIGHT + (1 - LEAST_WEIGHT) * importance) * (FRAME_WEIGHT if framing else 1.0)
    return Idea(heard, importance, weight, links)


def _opposites(term: str) -> Iterator[str]:
    if len(term) >= 4:
        yield from (f"{negation}{term}" for negation in _NEGATIONS)
        yield from (term[len(n) :] for n in _NEGATIONS if term.startswith(n) and len(term) - len(n) >= 4)
