"""A phrase of the vocabulary is known in all its forms, and a concept by the company of its words."""

from __future__ import annotations

import pytest

from knowledge.alike import alike
from knowledge.kinship import ALONE, MOST, Kinship
from knowledge.phrases import cut
from knowledge.vocabulary import Vocabulary
from knowledge.words import tokens

TOLD = Vocabulary.of(
    [
        "implies .9 ict lost my laptop, laptop stolen, left my bag > #lost-equipment",
        "means .9 ict #lost-equipment > loss or theft, reported to the police@.5",
        "implies .8 behaviour kick out, hit a kid > exclusion",
        "implies .8 leave on the bus > travel",
    ]
)


def phrases(question: str) -> list[str]:
    return [" ".join(phrase) for phrase in cut(tokens(question), TOLD)]


@pytest.mark.parametrize("said", ["lost my laptop", "lost her laptop", "lost that laptop", "lost laptop"])
def test_whose_it_is_changes_nothing(said: str) -> None:
    assert alike(tokens(said)) == alike(tokens("lost the laptop"))


def test_a_kid_is_a_pupil_and_a_mum_a_parent() -> None:
    assert alike(tokens("hit a kid")) == alike(tokens("hit the pupil"))
    assert alike(tokens("hit a kid")) != alike(tokens("hit a parent"))


def test_the_first_word_stays_and_a_single_word_is_itself() -> None:
    assert alike(["my", "laptop"]) != alike(["the", "laptop"])
    assert alike(["kid"]) == "kid"


def test_the_longest_phrase_is_taken_whole() -> None:
    assert phrases("has he lost their laptop again") == ["has", "he", "lose their laptop", "again"]


def test_two_phrases_may_share_a_word() -> None:
    assert "lose my laptop" in phrases("lost my laptop stolen")
    assert "laptop steal" in phrases("lost my laptop stolen")


def test_a_verb_finds_its_particle_further_on() -> None:
    assert "kick out" in phrases("can we kick that noisy boy out")
    assert "kick out" not in phrases("can we kick a ball when it is time to go out")


def near(*words: str) -> list[frozenset[str]]:
    return [shared for shared, _, _ in Kinship(TOLD).near(dict.fromkeys(words, 1.0))]


def test_a_concept_is_near_where_two_of_its_words_are_said_in_any_order() -> None:
    assert near("bag", "lose") == [frozenset({"bag", "lose"})]


def test_one_word_alone_is_no_concept() -> None:
    assert near("bag") == []
    assert near("bag", "custard") == []


def test_what_is_only_near_counts_less_than_what_is_said() -> None:
    (_, name, strength), *more = Kinship(TOLD).near({"bag": 1.0, "lose": 1.0})
    assert (name, more) == ("#lost-equipment", [])
    assert 0 < strength <= MOST


def test_one_word_of_a_phrase_leads_to_its_concept_at_less_weight_and_only_where_it_is_telling() -> None:
    kinship = Kinship(TOLD)
    assert 0 < kinship.of_word("steal")["loss theft"] <= ALONE
    assert kinship.of_word("zebra") == {}
    assert kinship.of_word("bus") == {}


@pytest.mark.parametrize("said", ["hit that rude kid", "hit one very rude kid"])
def test_a_phrase_is_known_with_words_of_the_askers_own_inside_it(said: str) -> None:
    assert alike(tokens("hit a kid")) in [alike(phrase) for phrase in cut(tokens(said), TOLD)]


def test_words_far_apart_are_no_phrase() -> None:
    said = tokens("hit the ball over the fence and a kid laughed")
    assert alike(tokens("hit a kid")) not in [alike(phrase) for phrase in cut(said, TOLD)]


def test_who_does_something_is_no_part_of_a_phrase_with_what_it_is_done_to() -> None:
    assert alike(tokens("laptop stolen")) in [alike(phrase) for phrase in cut(tokens("laptop i had stolen"), TOLD)]
    assert alike(tokens("laptop stolen")) not in [alike(phrase) for phrase in cut(tokens("can laptop be stolen"), TOLD)]
