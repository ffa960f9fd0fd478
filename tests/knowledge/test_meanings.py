"""Whoever asks what a word means is shown the clause that says so."""

from __future__ import annotations

import pytest

from knowledge import meanings
from knowledge.library import Answer
from knowledge.words import fold, terms
from tests.knowledge.shelves import library, policy

WORDS = policy(
    "Dignity",
    "Staff who are harassed should speak to a manager about the harassment as soon as harassment happens.",
    "Complaints of harassment, bullying and cyberbullying are looked into within ten days.",
    '"Harassment" means conduct that nobody asked for and that hurts.',
    '"Cyberbullying" means harassment by phone or on the web.',
    "Bullying may be reported by anybody.",
)


@pytest.mark.parametrize(
    "question",
    ["what counts as harassment", "what is harassment?", "whats meant by harassment here", "define harassment please"],
)
def test_the_clause_that_defines_a_word_answers_what_it_means(question: str) -> None:
    found = library(WORDS).ask(question)
    assert isinstance(found, Answer)
    assert found.passages[0].clause.text.startswith('"Harassment" means')


def test_a_clause_that_uses_the_word_to_define_another_is_not_taken_for_it() -> None:
    assert library(WORDS).ask("what is cyberbullying").ranked[0].clause.text.startswith('"Cyberbullying" means')


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("what counts as a low-level concern", "low level concern"),
        ("what's personal data", "personal data"),
        ("what do you mean by banter", "banter"),
        ("what is meant by social media in this policy", "social media"),
        ("does teasing count as bullying", "bullying"),
        ("when is harassment reported", ""),
        ("who do I tell", ""),
    ],
)
def test_what_is_asked_for_is_told_from_how_it_is_asked(question: str, wanted: str) -> None:
    assert meanings.asked_for(fold(question)) == frozenset(terms(wanted))


@pytest.mark.parametrize(
    ("said", "how_far"),
    [
        ("Harassment is any unwanted conduct.", 1.0),
        ("For the purposes of this policy, harassment means unwanted conduct.", 1.0),
        ("Harassment is offensive, intimidating or malicious behaviour.", 1.0),
        ("Harassment is repeated behaviour that hurts.", 1.0),
        ("Harassment is never accepted.", 0.0),
        ("Harassment is unlawful.", 0.0),
        ("Harassment is reported to the Headteacher.", 0.0),
        ("Harassment includes unkind remarks.", 0.5),
        ("Harassment may be reported at any time.", 0.5),
        ("Sexual harassment means something else.", 0.0),
        ("Harassment must be reported.", 0.0),
    ],
)
def test_a_clause_defines_only_what_it_begins_with(said: str, how_far: float) -> None:
    assert meanings.told(fold(said), frozenset(terms("harassment"))) == how_far


@pytest.mark.parametrize("long", ["what is " + "a" * 1_990, "what is " + "a " * 995, "define " * 285, "is an-'" * 280])
def test_any_question_is_read_at_once(long: str) -> None:
    assert len(meanings.asked_for(long)) <= meanings.LONGEST
    assert meanings.told(long, frozenset({"a"})) in (0.0, 0.5, 1.0)
