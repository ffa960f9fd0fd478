"""Ranks clauses for a question: of each idea the best wording counts, and how much of the question a clause covers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop

import numpy as np
from numpy.typing import NDArray

from knowledge.held import FULL, Held, Terms
from knowledge.index import Numbers, Scores
from knowledge.question import Idea, Reading
from knowledge.words import content_terms, letters, pairs

BESIDES = 0.7  # of the wordings of an idea that are not its best
NEIGHBOURS = 0.3  # of two words of the question that stand side by side in the clause too
LETTERS = 0.2  # of runs of four letters, against the best score by words
SHARED = 0.7  # how far the rarity of a wording is that of its idea
CLOSE = 0.65  # weight of the wordings that make up an idea's rarity
COVERED = 0.6  # how much of the score hangs on covering the question
AT_ONCE = 100_000  # scores worked out together, one for every clause and idea: no more than a processor keeps at hand


@dataclass(frozen=True)
class Ranking:
    """The score of every clause, and what of each idea every clause holds (0 to 1)."""

    scores: Scores
    by_words: Scores  # the same by each clause's own words alone
    coverage: Scores
    held: tuple[Scores, ...]  # one for each idea
    alike: Scores  # in meaning, 0 to 1


def rank(terms: Terms, reading: Reading) -> Ranking:
    size = terms.index.size
    scores, covered = np.zeros(size), np.zeros(size)
    held: list[Scores] = []
    together = max(1, AT_ONCE // max(1, size))
    for at in range(0, len(reading.ideas), together):
        ideas = reading.ideas[at : at + together]
        values, strengths = _scored(terms, ideas)
        scores += _sum([idea.weight for idea in ideas], values)
        covered += _sum([idea.importance for idea in ideas], strengths)
        held.extend(strengths)
    coverage = covered / sum((idea.importance for idea in reading.ideas), 1e-9)
    _add_neighbours(terms, reading, scores)
    _add_letters(terms, reading, scores)
    scores *= 1 - COVERED + COVERED * coverage
    return Ranking(scores, scores, coverage, tuple(held), np.zeros(size))


def _sum(weights: Sequence[float], rows: Scores) -> Scores:
    """Row by row, so that clauses with the same words score the same to the last digit, which `@` does not promise."""
    whole: Scores = (np.array(weights)[:, None] * rows).sum(axis=0)
    return whole


def _scored(terms: Terms, ideas: Sequence[Idea]) -> tuple[Scores, Scores]:
    """Of each idea a row: what it adds to every clause, and how far every clause holds it."""
    size = terms.index.size
    best, strength = np.zeros(len(ideas) * size), np.zeros(len(ideas) * size)
    found = [(row * size, *each) for row, idea in enumerate(ideas) for each in _factors(terms, idea)]
    if found:
        starts, held, weights, factors = zip(*found, strict=True)
        told = [starts, weights, factors, [each.own * FULL for each in held]]
        start, weight, factor, whole = np.repeat(told, [len(each.holders) for each in held], axis=1)
        cells = np.concatenate([each.holders for each in held]) + start.astype(np.int64)
        impacts = np.concatenate([each.impacts for each in held])
        values = impacts * factor
        np.maximum.at(best, cells, values)
        np.maximum.at(strength, cells, weight * np.minimum(1.0, impacts / whole))
        besides = _added(cells, values, len(best))
        besides -= best
        besides *= BESIDES
        best += besides
    return best.reshape(len(ideas), size), strength.reshape(len(ideas), size)


def _added(numbers: NDArray[np.integer], values: Scores, size: int) -> Scores:
    """What comes to each number in all."""
    return np.bincount(numbers, values, size).astype(float, copy=False)


def _factors(terms: Terms, idea: Idea) -> list[tuple[Held, float, float]]:
    """Of each wording that some clause holds its weight, and by what to multiply what it adds to a clause."""
    found = [(held, weight) for term, weight in idea.links.items() if (held := terms.held(term))]
    shared = _rarity(terms, found)
    return [
        (held, weight, weight * ((1 - SHARED) * held.said + SHARED * min(held.said, shared)) / held.own)
        for held, weight in found
    ]


def _rarity(terms: Terms, found: Sequence[tuple[Held, float]]) -> float:
    """The idf of the idea whole: a rare wording of what every clause speaks of tells little."""
    close = [held.saying for held, weight in found if weight >= CLOSE]
    return terms.index.rarity(_together(close)) if close else 0.0


def _together(clauses: Sequence[Numbers]) -> int:
    """How many clauses several lists hold. (np.unique would import 10 ms more.)"""
    return len(clauses[0]) if len(clauses) == 1 else int(np.count_nonzero(np.bincount(np.concatenate(clauses))))


def _add_neighbours(terms: Terms, reading: Reading, scores: Scores) -> None:
    for pair in dict.fromkeys(pairs(content_terms(reading.words))):
        holders, _ = terms.index.postings(pair)
        if len(holders):
            scores[holders] += NEIGHBOURS * terms.index.rarity(1)


def _add_letters(terms: Terms, reading: Reading, scores: Scores) -> None:
    found = [posting for posting in map(terms.index.postings, letters(reading.content)) if len(posting[0])]
    if found:
        holders, impacts = zip(*found, strict=True)
        likeness = _added(np.concatenate(holders), np.concatenate(impacts), terms.index.size)
        most = likeness.max()
        likeness *= LETTERS * scores.max()
        likeness /= most
        scores += likeness


def best(ranking: Ranking, likelier: Callable[[int], float], likeliest: float, most: int) -> list[tuple[int, float]]:
    """Numbers and scores of the best clauses, best first; those that share nothing with the question are left out.

    `likelier`: a factor for the score of a clause by what else is known of it, from 1 to `likeliest`.
    """
    found: list[tuple[float, int]] = []
    reached: list[float] = []  # the best scores so far, the least of them first
    for number in _likely(ranking.scores, 4 * most):
        score = float(ranking.scores[number])
        if len(reached) == most and reached[0] > score * likeliest:
            break  # whatever comes now can be none of them
        score *= likelier(number)
        found.append((-score, number))
        (heappush if len(reached) < most else heappushpop)(reached, score)
    return [(number, -score) for score, number in sorted(found)[:most]]


def _likely(scores: Scores, most: int) -> list[int]:
    """The best of those above nothing, best first."""
    least = np.partition(scores, -most)[-most] if len(scores) > most else 0.0
    numbers = np.flatnonzero(scores >= least) if least > 0 else np.flatnonzero(scores > 0)
    order = np.argsort(-scores[numbers], kind="stable")[:most]
    return [int(number) for number in numbers[order]]
