"""How sure we are that the best clause answers the question, from a few features that can be explained."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from knowledge.question import Idea
from knowledge.ranking import Ranking
from knowledge.words import stem

ANSWERS = 0.62  # at least this likely: an answer
NEAR = 0.3  # at least this likely: shown as the closest; below it we are silent
WRONG_KIND = 0.25  # a clause without the number, date or name that is asked for is never an answer


@dataclass(frozen=True)
class Evidence:
    """Each from 0 to 1, and none of them alone is confidence."""

    coverage: float  # of the question's ideas by the clause; what is telling counts by its square
    unknown: float  # importance of all that no clause knows, in threes
    matched: float  # importance of all that the clause holds, in threes
    telling: float  # the same, by how few other clauses hold it
    score: float  # against six of the rarest words


# A logistic regression on the questions with known answers, by tests/measure/threshold.py; the last is the constant.
WEIGHTS = (1.15, -0.95, 0.8, 0.6, 3.65, -1.8)


def likelihood(evidence: Evidence) -> float:
    *weights, constant = WEIGHTS
    total = constant + sum(w * value for w, value in zip(weights, astuple(evidence), strict=True))
    return 1 / (1 + math.exp(-total))


def weigh(ideas: Sequence[Idea], ranking: Ranking, clause: int, score: float) -> Evidence:
    """What speaks for the clause of this number."""
    size = len(ranking.scores)
    held = [(idea.importance, float(strengths[clause])) for idea, strengths in zip(ideas, ranking.held, strict=True)]
    squares = sum(importance**2 for importance, _ in held) or 1.0
    holders = [int((strengths > 0).sum()) for strengths in ranking.held]
    rarity = [math.log((size + 1) / (holding + 0.5)) / math.log(size + 2) for holding in holders]
    return Evidence(
        coverage=sum(importance**2 * strength for importance, strength in held) / squares,
        unknown=min(1.0, sum(i for (i, _), holding in zip(held, holders, strict=True) if not holding) / 3),
        matched=min(1.0, sum(importance * strength for importance, strength in held) / 3),
        telling=min(1.0, sum(i * s * rare for (i, s), rare in zip(held, rarity, strict=True)) / 2),
        score=min(1.0, score / (6 * math.log(1 + (size - 0.5) / 1.5))),
    )


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
ACT_HELD = 0.3  # how much of an act a clause must hold
# What a clause may say of an act without its name.
SAME_ACT = {
    stem("appeal"): re.compile(
        r"\b(reconsider|overturn|decision\b.{0,60}\b(review|looked at again|changed)|review\w*\b.{0,40}\bdecision)"
    )
}


def misses_act(ideas: Sequence[Idea], ranking: Ranking, clause: int, text: str) -> bool:
    """Whether the question is about an act of which the clause says nothing. `text`: of the clause, folded."""
    acts = ((idea.heard, held) for idea, held in zip(ideas, ranking.held, strict=True) if idea.heard in ACTS)
    missing = (act for act, held in acts if held[clause] < ACT_HELD)
    return any(not (act in SAME_ACT and SAME_ACT[act].search(text)) for act in missing)
