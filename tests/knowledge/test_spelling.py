"""A slip of the pen is mended; a word that is rare but right is left alone."""

from __future__ import annotations

import pytest

from adapters.tables import shipped
from knowledge.spelling import Speller
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


def test_what_the_policies_say_is_likelier_than_what_others_say() -> None:
    typed = "marchin"
    assert speller("marching").mend(typed) == "marching"
    assert speller("marchioness").mend(typed) in {"marching", "marcin", "martin", "machine"}
