"""A clause is found by what its words mean where they are not the asker's, and never against what its words say."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import numpy as np
import pytest

from adapters.tables import LIKENESS, shipped
from knowledge.index import _FORM
from knowledge.library import Library, fit
from knowledge.likeness import MOST, NOTHING, Likeness, added, likenesses
from knowledge.policy import Clause
from tests.knowledge.test_reading import policy

WORDS = ["dog", "puppy", "train"]
PLACES = np.array([[1, 0, 0], [0.9, 0.1, 0], [0, 0, 1]], np.float32)


def small() -> Likeness:
    return Likeness.of_words(WORDS, PLACES)


def test_words_that_are_used_alike_are_near_and_others_are_not() -> None:
    table = small()
    assert float(table.place("the dog") @ table.place("PUPPY!")) > 0.95
    assert float(table.place("dog") @ table.place("train")) < 0.05


@pytest.mark.parametrize("text", ["", "?!", "zebra", "今天", "\ud800"])
def test_a_text_of_words_that_the_table_lacks_is_nowhere(text: str) -> None:
    assert not small().place(text).any()
    assert not NOTHING.place(text).any()


def test_a_table_is_read_back_as_it_was() -> None:
    again = Likeness.from_bytes(small().to_bytes())
    assert again.to_bytes() == small().to_bytes()
    assert np.array_equal(again.place("dog train"), small().place("dog train"))


@pytest.mark.parametrize("kept", [b"", b"candour likeness 1 3 3", small().to_bytes()[:-1], b"x" * 200])
def test_what_is_no_table_is_refused(kept: bytes) -> None:
    with pytest.raises(ValueError, match="no table of likeness"):
        Likeness.from_bytes(kept)


def test_of_very_many_clauses_only_the_best_by_words_are_looked_at() -> None:
    scores = np.arange(MOST + 5, dtype=float)
    senses = np.full((MOST + 5, 3), 127, np.int8)
    found = likenesses(senses, small().place("dog"), scores)
    assert not found[:5].any()
    assert found[5:].all()


def test_likeness_counts_the_more_the_less_the_words_cover() -> None:
    scores, alike = np.array([2.0, 1.0]), np.array([0.0, 0.5])
    covered = added(scores, np.array([1.0, 0.5]), alike)
    missed = added(scores, np.array([0.2, 0.5]), alike)
    assert covered[0] == missed[0] == 2.0
    assert 1.0 < covered[1] < missed[1]


def test_where_no_clause_shares_a_word_likeness_alone_finds_none() -> None:
    assert not added(np.zeros(2), np.zeros(2), np.ones(2)).any()


def test_a_clause_is_found_by_what_it_means() -> None:
    told = policy(
        "Journeys",
        "The cost of a journey by rail is repaid in standard class.",
        "Visitors to the office write their names in the book.",
        "The cost of a meal is repaid on a journey.",
    )
    found = Library([told], fit([told], shipped()), shipped()).ask("what about the cost of a locomotive")
    assert found.ranked[0].clause is told.clauses[0]


def test_a_line_about_a_policy_is_not_ranked_for_its_meaning() -> None:
    from knowledge.policy import Kind

    told = policy("Dogs", "Dogs wait outside.")
    told = type(told)(
        told.id, told.title, told.version, (*told.clauses, Clause("Owner: dogs", label="o", kind=Kind.METADATA))
    )
    found = Library([told], fit([told], shipped()), shipped()).ask("may my dog come in")
    assert [passage.clause.label for passage in found.ranked] == ["1"]


def test_an_index_of_another_table_is_never_used() -> None:
    """Its places mean something else. A new table needs a new form of the index, so that every school fits anew."""
    table = files("knowledge").joinpath("data", LIKENESS).read_bytes()
    assert (_FORM, hashlib.sha256(table).hexdigest()[:16]) == ("candour index 5", "56827c17c95eae44")
