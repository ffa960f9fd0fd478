"""Ranks clauses for a question: of each idea the best wording counts, and how much of the question a clause covers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from knowledge.index import K1, Index, Numbers, Scores
from knowledge.question import Idea, Reading
from knowledge.searchable import BODY
from knowledge.words import content_terms, letters, pairs

FULL = BODY * (K1 + 1) / (BODY + K1)  # what a word said once in a clause of middling length adds, for an idf of one
BESIDES = 0.7  # of the wordings of an idea that are not its best
NEIGHBOURS = 0.3  # of two words of the question that stand side by side in the clause too
LETTERS = 0.2  # of runs of four letters, against the best score by words
SAID = 0.5  # of FULL, from which on a clause says a word itself: its policy's title alone does not reach that
SHARED = 0.7  # how far the rarity of a wording is that of its idea
CLOSE = 0.65  # weight of the wordings that make up an idea's rarity
COVERED = 0.6  # how much of the score hangs on covering the question


@dataclass(frozen=True)
class Ranking:
    """The score of every clause, and what of each idea every clause holds (0 to 1)."""

    scores: Scores
    coverage: Scores
    held: tuple[Scores, ...]  # one for each idea


def rank(index: Index, reading: Reading) -> Ranking:
    scores, covered, whole = np.zeros(index.size), np.zeros(index.size), 1e-9
    held = []
    for idea in reading.ideas:
        value, strength = _score(index, idea)
        scores += idea.weight * value
        covered += idea.importance * strength
        whole += idea.importance
        held.append(strength)
    coverage = covered / whole
    _add_neighbours(index, reading, scores)
    _add_letters(index, reading, scores)
    return Ranking(scores * (1 - COVERED + COVERED * coverage), coverage, tuple(held))


def _score(index: Index, idea: Idea) -> tuple[Scores, Scores]:
    best, total, strength = np.zeros(index.size), np.zeros(index.size), np.zeros(index.size)
    looked_up = ((weight, *postings(index, term)) for term, weight in idea.links.items())
    found = [each for each in looked_up if len(each[1])]
    shared = _rarity(index, found)
    for weight, holders, impacts in found:
        own = index.rarity(len(holders))
        said = index.rarity(len(_saying(index, holders, impacts)))
        value = impacts * (weight * ((1 - SHARED) * said + SHARED * min(said, shared)) / own)
        total[holders] += value
        best[holders] = np.maximum(best[holders], value)
        strength[holders] = np.maximum(strength[holders], weight * np.minimum(1.0, impacts / (own * FULL)))
    return best + BESIDES * (total - best), strength


def _rarity(index: Index, found: Sequence[tuple[float, Numbers, Scores]]) -> float:
    """The idf of the idea whole: a rare wording of what every clause speaks of tells little."""
    close = [_saying(index, holders, impacts) for weight, holders, impacts in found if weight >= CLOSE]
    held = np.count_nonzero(np.bincount(np.concatenate(close))) if close else 0  # np.unique would import 10 ms more
    return index.rarity(int(held)) if close else 0.0


def _saying(index: Index, holders: Numbers, impacts: Scores) -> Numbers:
    """The clauses that say a term themselves: a word of the title, which every clause holds, may be rare in them."""
    saying = holders[impacts >= SAID * FULL * index.rarity(len(holders))]
    return saying if len(saying) else holders


def postings(index: Index, term: str) -> tuple[Numbers, Scores]:
    """Of a word, of two neighbours, or of a longer phrase: the clauses that hold every two neighbours of it."""
    if term.count(" ") < 2:
        return index.postings(term)
    found = [index.postings(pair) for pair in pairs(term.split())]
    holders = reduce(np.intersect1d, (numbers for numbers, _ in found))
    least = (
        [impacts[np.searchsorted(numbers, holders)] for numbers, impacts in found] if len(holders) else [np.zeros(0)]
    )
    return holders, np.min(least, axis=0)


def _add_neighbours(index: Index, reading: Reading, scores: Scores) -> None:
    for pair in dict.fromkeys(pairs(content_terms(reading.words))):
        holders, _ = index.postings(pair)
        scores[holders] += NEIGHBOURS * index.rarity(1)


def _add_letters(index: Index, reading: Reading, scores: Scores) -> None:
    likeness = np.zeros(index.size)
    for run in letters(reading.content):
        holders, impacts = index.postings(run)
        likeness[holders] += impacts
    most = likeness.max(initial=0.0)
    if most:
        scores += LETTERS * scores.max(initial=0.0) * likeness / most


def best(ranking: Ranking, likelier: Callable[[int], float], most: int) -> list[tuple[int, float]]:
    """Numbers and scores of the best clauses, best first; those that share nothing with the question are left out.

    `likelier`: a factor for the score of a clause by what else is known of it.
    """
    likely = [int(number) for number in np.argsort(-ranking.scores, kind="stable")[: 4 * most]]
    scored = [(float(ranking.scores[n]) * likelier(n), n) for n in likely if ranking.scores[n] > 0]
    return [(number, score) for score, number in sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:most]]
