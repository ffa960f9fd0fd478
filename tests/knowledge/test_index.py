"""The index gives the scores of BM25, whatever the clauses, and is the same after it was kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.formats import text
from knowledge import edition
from knowledge.index import Index, StaleIndex, is_word, reference
from knowledge.searchable import bags

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
CLOSE = 1e-9

term = st.sampled_from(["pupil", "friend", "post", "photo", "phone", "leave", "friend request", "~_pup"])
corpora = st.lists(st.lists(term, max_size=12), min_size=1, max_size=15)


def assert_equal_to_the_reference(clauses: list[list[str]], index: Index, query: list[str]) -> None:
    expected = reference(clauses).get_scores(query)
    found = dict(index.search(query, most=len(clauses)))
    assert np.allclose([found.get(number, 0.0) for number in range(len(clauses))], expected, atol=CLOSE, rtol=0)


@given(corpora, st.lists(term, max_size=6))
def test_scores_are_those_of_bm25(clauses: list[list[str]], query: list[str]) -> None:
    if any(clauses):
        assert_equal_to_the_reference(clauses, Index.fit(clauses), query)


@pytest.mark.needs("shared")
@pytest.mark.parametrize("school", ["heathfield", "st-osmunds"])
def test_scores_are_those_of_bm25_on_a_real_policy(school: str) -> None:
    paragraphs = text.read((SHARED / "policies" / f"{school}.txt").read_bytes())
    clauses = bags([edition.policy(school, paragraphs, digest="0")])
    index = Index.fit(clauses)
    for query in (["friend", "request", "pupil"], ["pupil", "pupil"], ["must not"], ["~_soc", "social"], ["nowhere"]):
        assert_equal_to_the_reference(clauses, index, query)


@given(corpora)
def test_no_word_counts_against_a_clause(clauses: list[list[str]]) -> None:
    index = Index.fit(clauses)
    assert all(impact > 0 for held in {term for bag in clauses for term in bag} for impact in index.postings(held)[1])


@given(corpora, st.lists(term, max_size=4), st.integers(1, 5))
def test_the_best_few_are_the_best_of_all(clauses: list[list[str]], query: list[str], most: int) -> None:
    index = Index.fit(clauses)
    everything = index.search(query, most=len(clauses))
    few = index.search(query, most)
    assert [score for _, score in few] == [score for _, score in everything[:most]]
    assert [score for _, score in few] == sorted((score for _, score in few), reverse=True)


def test_one_search_leaves_nothing_behind_for_the_next() -> None:
    index = Index.fit([["pupil", "friend"], ["phone"], ["pupil"]])
    first = index.search(["pupil"])
    index.search(["friend", "phone"])
    assert index.search(["pupil"]) == first


def test_many_threads_may_search_one_index() -> None:
    clauses = [[f"word{number % 7}", f"word{number % 11}", "pupil"] for number in range(300)]
    index = Index.fit(clauses)
    queries = [[f"word{number % 11}", "pupil"] for number in range(400)]
    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(index.search, queries)) == [index.search(query) for query in queries]


@pytest.mark.parametrize("clauses", [[], [[]], [[], [], []]])
def test_an_index_of_nothing_finds_nothing(clauses: list[list[str]]) -> None:
    index = Index.from_bytes(Index.fit(clauses).to_bytes())
    assert index.size == len(clauses)
    assert index.search(["pupil"]) == []
    assert index.idf("pupil") == 0


@settings(max_examples=30)
@given(corpora, st.lists(term, max_size=4))
def test_an_index_is_the_same_after_it_was_kept(clauses: list[list[str]], query: list[str]) -> None:
    index = Index.fit(clauses)
    again = Index.from_bytes(index.to_bytes())
    assert again.search(query) == index.search(query)
    assert again.words == index.words == tuple(sorted({term for bag in clauses for term in bag if is_word(term)}))
    assert again.to_bytes() == index.to_bytes()


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"\x00" * 7,
        b"not an index at all",
        Index.fit([["pupil"]]).to_bytes()[:-1],
        (2).to_bytes(8, "little") + b"[]",
    ],
)
def test_what_no_release_wrote_is_refused(kept: bytes) -> None:
    with pytest.raises(StaleIndex):
        Index.from_bytes(kept)


def test_an_index_of_another_form_is_refused() -> None:
    kept = Index.fit([["pupil"]]).to_bytes().replace(b"candour index ", b"candour index 0")
    with pytest.raises(StaleIndex):
        Index.from_bytes(kept)
