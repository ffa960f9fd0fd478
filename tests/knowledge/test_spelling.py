"""A slip of the pen is mended; a word that is rare but right is left alone."""

from __future__ import annotations

import pytest

from adapters.tables import shipped
from knowledge.question import mended
from knowledge.spelling import Speller, names
from knowledge.words import stem


def speller(*policy_words: str) -> Speller:
    return Speller({stem(word) for word in policy_words}, policy_words, shipped())


SPELLER = speller("heathmoor", "pupils", "headteacher", "photographs", "confidentiality")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pupls", "pupils"),
        ("confidentalty", "confidentiality"),
        ("photografs", "photographs"),
        ("hedteacher", "headteacher"),
        ("heathmor", "heathmoor"),
        ("instgram", "instagram"),
        ("gambeling", "gambling"),
        ("colleage", "colleague"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert SPELLER.mend(typed) == meant


@pytest.mark.parametrize(
    "word", ["volcanoes", "penknife", "vape", "tiktok", "heathmoor", "cat", "0800", "qqqqqqqq", "zzz"]
)
def test_a_word_that_is_right_or_too_far_from_any_is_left_alone(word: str) -> None:
    assert SPELLER.mend(word) == word


@pytest.mark.parametrize("word", ["sunday", "monday", "wednesday", "june", "july", "september", "thurs"])
def test_days_and_months_are_words_although_no_policy_says_them(word: str) -> None:
    assert speller("sandy", "money", "junk", "jury").mend(word) == word


def test_a_word_of_general_english_is_right_although_the_policies_have_one_like_it() -> None:
    assert speller("marching", "lockers", "phones").mend("marking") == "marking"
    assert speller("lockers").mend("rockers") == "rockers"


def test_a_name_is_mended_only_to_what_schools_say_and_only_by_one_letter() -> None:
    ours = speller("magnolia", "leads", "surveys", "survey")
    assert [ours.mend(name, is_name=True) for name in ("mongolia", "leeds", "surrey")] == [
        "mongolia",
        "leeds",
        "surrey",
    ]
    assert ours.mend("facebok", is_name=True) == "facebook"
    assert ours.mend("twiter", is_name=True) == "twitter"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Can I take a trip to Leeds on a coach", {"leeds"}),
        ("I taught in Mongolia. Pupls there were kind", {"mongolia"}),
        ("CAN I GO TO LEEDS", set()),
        ("Can I Take Pupls On Trips", set()),
        ("can i go to leeds", set()),
    ],
)
def test_a_name_is_written_large_inside_a_sentence(text: str, found: set[str]) -> None:
    assert names(text) == found


def test_what_the_policies_say_is_likelier_than_what_others_say() -> None:
    typed = "marchin"
    assert speller("marching").mend(typed) == "marching"
    assert speller("marchioness").mend(typed) in {"marching", "marcin", "martin", "machine"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Who worte this polcy?", "who wrote this policy?"),
        ("wen do pupls sign in", "when do pupils sign in"),
        ("the hedteacher's fone", "the headteacher's phone"),
        ("written in 2018, or 3pm", "written in 2018, or 3pm"),
    ],
)
def test_a_question_is_mended_word_by_word_and_keeps_its_marks(typed: str, meant: str) -> None:
    assert mended(typed, SPELLER, frozenset[str]().__contains__) == meant


def test_a_word_that_says_nothing_here_is_not_mended() -> None:
    assert mended("at st osmunds", SPELLER, {"osmunds"}.__contains__) == "at st osmunds"
