"""How sure we are that the best clause answers the question, from a few features that can be explained."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from knowledge.index import Index
from knowledge.question import Idea
from knowledge.ranking import Ranking
from knowledge.sought import Sought
from knowledge.words import stem

ANSWERS = 0.68  # at least this likely: an answer
NEAR = 0.3  # at least this likely: shown as the closest; below it we are silent
WRONG_KIND = 0.23  # a clause without the number, date or name that is asked for is never an answer
DEFINED = 0.9  # a clause that defines the very word whose meaning is asked is the answer, however short it is
TELLING = 0.45  # importance of an idea that an answer should not pass over
BEHIND = -0.5  # the least that a lead can be
HALF = 0.5  # of an idea: a clause that holds less says something else
STRANGE = 0.6  # of a question, by importance, that no clause knows: from here on it is about something else


@dataclass(frozen=True)
class Evidence:
    """Each from 0 to 1, and none of them alone is confidence."""

    coverage: float  # of the question's ideas by the clause; what is telling counts by its square
    score: float  # of its own words, against six of the rarest
    lead: float  # the same, of what no other clause reaches; below nothing where another reaches more
    weakest: float  # of the telling ideas, how far the clause holds the one it holds least
    among: float  # its coverage, against the best of all clauses
    missed: float  # of the question's ideas by importance, those of which the clause holds less than half
    alike: float  # how like in meaning
    particular: float = 0.0  # 1 where a place, a name or a time is asked for, and the clause shows none
    service: float = 0.0  # 1 where a service or money is asked for of which the clause says nothing


# A logistic regression on the questions with known answers, by tests/measure/threshold.py; the last is the constant.
WEIGHTS = (-0.44, 1.74, 4.74, 0.75, 0.23, -0.87, 1.06, -0.7, -1.57, -1.14)


_FEATURES = attrgetter(*Evidence.__annotations__)


def likelihood(evidence: Evidence) -> float:
    *weights, constant = WEIGHTS
    total = constant + sum(w * value for w, value in zip(weights, _FEATURES(evidence), strict=True))
    return 1 / (1 + math.exp(-total))


def weigh(index: Index, ideas: Sequence[Idea], ranking: Ranking, best: Sequence[tuple[int, float]]) -> Evidence:
    """What its words alone say for the first of the best clauses, which are numbers and scores."""
    clause, words = best[0][0], ranking.by_words
    score, second = float(words[clause]), float(np.delete(words, clause).max(initial=0.0))
    held = [(idea.importance, float(strengths[clause])) for idea, strengths in zip(ideas, ranking.held, strict=True)]
    squares = sum(importance**2 for importance, _ in held) or 1.0
    high = min(1.0, score / (6 * index.rarity(1)))
    return Evidence(
        coverage=sum(importance**2 * strength for importance, strength in held) / squares,
        score=high,
        lead=high * max(BEHIND, (score - second) / max(score, 1e-9)),
        weakest=min((strength for importance, strength in held if importance >= TELLING), default=1.0),
        among=float(ranking.coverage[clause] / max(ranking.coverage.max(), 1e-9)),
        missed=sum(importance for importance, strength in held if strength < HALF) / (sum(i for i, _ in held) or 1.0),
        alike=float(ranking.alike[clause]),
    )


def is_strange(ideas: Sequence[Idea], ranking: Ranking) -> bool:
    """Whether most of what makes the question stands in no clause at all, in any wording."""
    whole = sum(idea.importance for idea in ideas) or 1.0
    unknown = sum(idea.importance for idea, held in zip(ideas, ranking.held, strict=True) if not held.any())
    return unknown > STRANGE * whole


# What the asker means to do. A clause that speaks of the rest of the question but not of the act is not its answer.
ACTS = frozenset(
    map(
        stem,
        """
        appeal apply book buy purchase claim hire resign enrol restrain charge cancel borrow rent vote encrypt restrict
        reimburse sell film vape smoke drive park swim cook inspect strike install vaccinate appoint
        join register subscribe retire
        """.split(),
    )
)
ACT_HELD = 0.5  # how much of an act a clause must hold
# What a clause may say of an act without its name.
SAME_ACT = {
    stem("appeal"): Sought(
        r"\b(reconsider|overturn|decision\b.{0,60}\b(review|looked at again|changed)|review\w*\b.{0,40}\bdecision)"
    )
}


def misses_act(ideas: Sequence[Idea], ranking: Ranking, clause: int, text: str) -> bool:
    """Whether the question is about an act of which the clause says nothing. `text`: of the clause, folded."""
    acts = ((idea.heard, held) for idea, held in zip(ideas, ranking.held, strict=True) if idea.heard in ACTS)
    missing = (act for act, held in acts if held[clause] < ACT_HELD)
    return any(not (act in SAME_ACT and SAME_ACT[act].search(text)) for act in missing)
