"""Text becomes the same terms however it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.stopwords import DUTY, STOP
from knowledge.words import content_terms, fold, is_content, letters, pairs, terms, tokens


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("e-mails", "email"),
        ("E-Mail", "email"),
        ("head-teacher", "headteacher"),
        ("Head Teacher's", "headteacher"),
        ("the pupil’s", "the pupil's"),
        ("children", "child"),
        ("Wi-Fi", "wifi"),
        ("cyber-bullying", "cyberbullying"),
        ("on-line", "online"),
        ("café", "CAFE"),
        ("behavior", "behaviour"),
        ("posting photographs", "posted photograph"),
        ("skool", "school"),
        ("he wont, shes late", "he won't, she's late"),
        ("nobodys come till four", "nobody's come until four"),
    ],
)
def test_two_ways_of_writing_one_thing_give_the_same_terms(typed: str, printed: str) -> None:
    assert terms(typed) == terms(printed)


def test_words_that_differ_in_matter_stay_apart() -> None:
    assert terms("authorised") != terms("unauthorised")
    assert terms("not permitted") != terms("permitted")


def test_a_bit_is_no_bite() -> None:
    assert not any(is_content(word) for word in tokens("for a bit"))
    assert tokens("she bit me")[1] == "bite"


def test_a_telephone_number_survives() -> None:
    assert tokens("Support (0808 157 0192), 9.30am") == ["support", "0808", "157", "0192", "9", "30am"]


def test_a_possessive_is_its_owner_but_a_contraction_stays_whole() -> None:
    assert tokens("the school's pupil can't") == ["the", "school", "pupil", "can't"]


def test_words_of_duty_stand_in_phrases_but_are_never_what_a_question_is_about() -> None:
    assert content_terms(["must", "not", "be", "the", "shown"]) == ["must", "not", "shown"]
    assert not any(is_content(word) for word in DUTY | STOP)
    assert not DUTY & STOP


def test_neighbours_are_joined_in_order() -> None:
    assert pairs(["friend", "request", "pupil"]) == ["friend request", "request pupil"]
    assert pairs(["alone"]) == pairs([]) == []


def test_runs_of_letters_are_never_taken_for_words() -> None:
    assert letters(["kid"]) == ["~_kid", "~kid_"]
    assert all(run not in tokens(run) for run in letters(["instagram"]))


@given(st.text())
def test_any_text_can_be_folded_and_read(text: str) -> None:
    assert fold(fold(text)) is not None
    assert all(term for term in terms(text))


def test_lone_surrogates_and_control_characters_are_read_as_nothing() -> None:
    assert tokens("\ud800\x00\x1b \udfff") == []
