"""What is left out to save time would have changed nothing."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from adapters.tables import shipped
from knowledge.held import Terms
from knowledge.index import Index
from knowledge.question import Reading
from knowledge.ranking import best, rank

MOST, LIKELIEST = 10, 1.7


@pytest.mark.parametrize("seed", range(40))
def test_a_clause_that_is_passed_over_is_none_of_the_best(seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311 - the same each time
    scores = np.array([drawn.choice([0.0, 1.0, drawn.random()]) for _ in range(drawn.choice([5, 60, 300]))])
    factors = [drawn.choice([1.0, LIKELIEST, drawn.uniform(1, LIKELIEST)]) for _ in scores]
    first = np.argsort(-scores, kind="stable")[: 4 * MOST]
    whole = sorted((-scores[n] * factors[n], int(n)) for n in first if scores[n] > 0)[:MOST]
    ranking = replace(rank(Terms(Index.fit([[]] * len(scores))), Reading((), ())), scores=scores)
    found = best(ranking, factors.__getitem__, LIKELIEST, MOST)
    assert found == [(number, -score) for score, number in whole]


def test_a_phrase_is_held_where_all_its_neighbours_stand() -> None:
    texts = ["a red fire door", "a fire door", "a red fire", "a door red fire", "no red fire door here"]
    index = Index.fit([[f"{a} {b}" for a, b in zip(t.split(), t.split()[1:], strict=False)] for t in texts])
    held = Terms(index).held("red fire door")
    assert held is not None
    assert held.holders.tolist() == [0, 4]
    assert Terms(index).held("red fire engine") is None


def test_no_phrase_is_longer_than_its_first_word_reaches() -> None:
    vocabulary = shipped().vocabulary
    longer = [p for p in vocabulary.phrases if p.count(" ") + 1 > vocabulary.reach(p.partition(" ")[0])]
    assert longer == []
    assert vocabulary.reach("qqq") == 0
