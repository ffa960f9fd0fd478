"""A clause among others that speak of the question too is likelier."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from knowledge.beside import LENT, lifted, together
from knowledge.policy import Clause
from tests.knowledge.test_reading import policy


def test_clauses_lend_to_their_neighbours_under_the_same_headings() -> None:
    found = lifted(np.array([1.0, 1.0, 1.0, 1.0]), np.array([True, True, False]))
    assert np.allclose(found, [1 + LENT, 1 + 2 * LENT, 1 + LENT, 1.0])


def test_a_clause_that_shares_nothing_with_the_question_is_lent_nothing() -> None:
    assert lifted(np.array([1.0, 0.0]), np.array([True]))[1] == 0.0


def test_one_clause_and_no_clause_are_as_they_were() -> None:
    assert list(lifted(np.array([2.0]), together([(policy("A", "One."), Clause("One."))]))) == [2.0]
    assert not len(lifted(np.zeros(0), together([])))


def test_another_heading_or_another_policy_ends_a_run() -> None:
    first, second = policy("A", "One.", "Two."), policy("B", "Three.")
    under = replace(first.clauses[1], headings=("Trips",))
    places = [(first, first.clauses[0]), (first, under), (first, under), (second, replace(under))]
    assert list(together(places)) == [False, True, False]
