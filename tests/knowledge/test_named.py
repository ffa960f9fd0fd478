"""A question that names a policy is answered from that policy before others."""

from __future__ import annotations

import pytest

from knowledge.named import Titles
from tests.knowledge.shelves import library, policy

TITLES = ("Staff Social Media Policy", "Staff Code of Conduct", "ICT Acceptable Use Policy", "Leave Policy")


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("what does the social media policy say about photos", {0}),
        ("what happens if I break the code of conduct", {1}),
        ("is it in the code", {1}),
        ("does the aup cover phones", {2}),
        ("is that in the leave policy or the code of conduct", {1, 3}),
        ("what does the whistleblowing policy say", set()),
        ("what does the policy say about social media", set()),
        ("can I post photos on social media", set()),
        ("", set()),
    ],
)
def test_a_policy_is_named_by_what_stands_around_the_word_for_it(question: str, wanted: set[int]) -> None:
    assert Titles(TITLES).named(question).places == wanted


@pytest.mark.parametrize("titles", [["Staff Leave Policy", "Pupil Leave Policy"], ["Leave Policy"], []])
def test_a_title_that_fits_no_better_than_the_others_names_none(titles: list[str]) -> None:
    assert Titles(titles).named("what does the leave policy say").places == frozenset()


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("what does the staff code of conduct say about gifts", "what does the policy say about gifts"),
        ("what does the social media policy say about photos", "what does the policy say about photos"),
        ("is drinking in the code, or in the leave policy", "is drinking in the policy, or in the policy"),
        ("what is the policy on leave", "what is the policy on leave"),
        ("what does the whistleblowing policy say", "what does the whistleblowing policy say"),
        ("can I lend my door code to a pupil", "can I lend my door code to a pupil"),
        ("what is the dress code", "what is the dress code"),
    ],
)
def test_the_name_of_a_policy_is_not_searched_for(question: str, rest: str) -> None:
    assert Titles(TITLES).named(question).rest == rest


def test_of_two_policies_that_say_the_same_the_one_that_is_named_comes_first() -> None:
    same = "Staff must not lend their keys to visitors."
    told = library(policy("Keys Policy", same, "Bells ring."), policy("Visitors Policy", same, "Doors close."))
    for title in ("Keys Policy", "Visitors Policy"):
        assert told.ask(f"does the {title.lower()} let me lend my keys to visitors").ranked[0].policy.title == title
