"""A question is read as ideas, each with the wordings that some clause holds."""

from __future__ import annotations

from collections.abc import Container

from knowledge.kinship import ALONE, MOST
from knowledge.question import Reader
from knowledge.tables import Tables

TABLES = Tables.of(
    [
        "implies .9 ict lost my laptop, laptop stolen, left my bag > #lost-equipment",
        "means .9 ict #lost-equipment > theft, reported to the police@.5",
        "implies .8 behaviour kick out > exclusion, removal",
    ],
    ["3.0 laptop bag stolen lost removal theft exclusion"],
)


def links(question: str, held: Container[str]) -> dict[str, dict[str, float]]:
    """Of each idea by its words, as clauses that hold these terms are asked for it."""
    reader = Reader(TABLES, says_nothing=lambda _: False, holds=held.__contains__)
    return {idea.heard: dict(idea.links) for idea in reader.read(question).ideas}


def test_only_wordings_that_some_clause_holds_are_looked_for() -> None:
    assert links("kick out", {"exclus", "laptop"}) == {"kick out": {"exclus": 0.8}}
    assert links("kick out", ()) == {"kick out": {}}


def test_what_a_phrase_comes_to_is_the_same_whenever_it_is_asked() -> None:
    reader = Reader(TABLES, says_nothing=lambda _: False, holds={"exclus", "theft"}.__contains__)
    first, other = reader.read("kick out"), reader.read("kick out for a stolen laptop")
    assert first.ideas[0] == other.ideas[0] == reader.read("kick out").ideas[0]


def test_a_concept_that_is_only_near_adds_its_wordings_at_less_weight() -> None:
    near = links("the bag i had lost", {"bag", "lose", "theft"})
    assert 0 < near["bag"]["theft"] <= MOST
    assert near["bag"]["bag"] == 1.0


def test_a_word_that_no_clause_holds_counts_for_its_concepts() -> None:
    assert 0 < links("bag", {"theft"})["bag"]["theft"] <= ALONE
    assert "theft" not in links("bag", {"theft", "bag"})["bag"]
