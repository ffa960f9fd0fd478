"""A question for a number, a date or a name is not answered by a clause that shows none."""

from __future__ import annotations

import pytest

from knowledge.about import asked_for
from knowledge.needs import lacks


@pytest.mark.parametrize(
    ("question", "lacking", "showing"),
    [
        ("how many days do I get?", "Leave is given for a funeral, since 1996.", "Up to five days are given."),
        ("how long should we keep the notes", "Notes are kept at once.", "Notes are kept for six years."),
        ("how soon must I hear back", "You will hear from us.", "You will hear within 5 school days."),
        ("how much does it cost", "Lunch is served at noon.", "Lunch costs £2.50."),
        ("how often is it checked", "It is checked.", "It is checked every term."),
        ("what is the phone number for support", "Support is there for you.", "Ring 01962 555 0100."),
        ("which form do i use", "Ask the Headteacher.", "Use the form at Appendix 1."),
    ],
)
def test_a_clause_must_show_what_is_asked_for(question: str, lacking: str, showing: str) -> None:
    assert lacks(question, lacking)
    assert not lacks(question, showing)


def test_a_question_for_no_such_thing_is_answered_by_any_clause() -> None:
    assert not lacks("can I wear jeans", "Jeans are not smart.")


@pytest.mark.parametrize(
    "question",
    [
        "who wrote this policy",
        "When is the policy next reviewed?",
        "how often does the policy get looked at again",
        "when was it approved, this policy",
        "is our policy out of date",
        "what version is this",
    ],
)
def test_a_question_about_the_policy_itself_is_known(question: str) -> None:
    assert asked_for(question)


@pytest.mark.parametrize(
    "question", ["who do I tell", "when can I post photos", "how often can I be off ill", "who approves leave"]
)
def test_a_question_about_its_matter_is_not_one_about_the_policy(question: str) -> None:
    assert not asked_for(question)
