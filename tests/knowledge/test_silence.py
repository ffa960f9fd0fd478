"""What no policy speaks of or decides is met with silence or with the nearest clause, and never with an error."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.library import Answer, Silence
from knowledge.policy import Clause, Kind
from tests.knowledge.shelves import ICT, LEAVE, library, policy


@pytest.mark.parametrize(
    "question", ["what is the capital of France", "best recipe for banana bread", "今天午餐吃什么？"]
)
def test_what_no_policy_speaks_of_is_met_with_silence_that_names_where_we_looked(question: str) -> None:
    found = library(LEAVE, ICT).ask(question)
    assert isinstance(found, Silence)
    assert found.searched == (LEAVE.title, ICT.title)


@pytest.mark.parametrize(
    "question", ["", " \n", "...", "?!", "😀🎉", "\x00\x1b\x07", "\ud800\udfff", "it is that which was"]
)
def test_a_question_without_words_is_met_with_silence(question: str) -> None:
    found = library(LEAVE).ask(question)
    assert isinstance(found, Silence)
    assert "no word to search for" in found.why


def test_a_library_without_policies_is_silent() -> None:
    assert isinstance(library().ask("can I have a day off"), Silence)
    assert isinstance(library(policy("Empty Policy")).ask("can I have a day off"), Silence)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_text_may_be_asked(question: str) -> None:
    found = library(LEAVE).ask(question)
    assert found.question == question


def test_a_line_about_the_policy_answers_nothing_else() -> None:
    told = replace(LEAVE, clauses=(*LEAVE.clauses, Clause("Reviewed: jury service", label="m", kind=Kind.METADATA)))
    found = library(told).ask("I was called for jury service")
    assert all(passage.clause.kind is not Kind.METADATA for passage in found.ranked)


def test_a_clause_without_a_number_does_not_answer_how_many() -> None:
    told = library(policy("Leave", "Staff may take days of leave for a funeral."))
    assert isinstance(told.ask("can I take leave for a funeral"), Answer)
    assert not isinstance(told.ask("how many days of leave for a funeral"), Answer)


def test_a_clause_that_is_silent_on_the_act_does_not_answer_it() -> None:
    told = library(policy("Conduct", "A disciplinary decision is made by the Headteacher.", "Staff wear a badge."))
    assert not isinstance(told.ask("how do I appeal against a disciplinary decision"), Answer)


@pytest.mark.parametrize(
    "question",
    ["who wrote this policy?", "who approved the policy", "what's for lunch today", "tell me a joke about absence"],
)
def test_what_the_policy_does_not_tell_of_itself_and_what_no_policy_tells_is_met_with_silence(question: str) -> None:
    assert isinstance(library(LEAVE).ask(question), Silence)


def test_an_age_is_no_answer_where_the_act_is_another() -> None:
    told = library(policy("Online", "Staff must not befriend former pupils under 18 on Instagram."))
    assert not isinstance(told.ask("what age must pupils be to join Instagram"), Answer)


@pytest.mark.parametrize(
    "question",
    [
        "how often should I update my password",
        "when do I have to renew my dbs",
        "when will my pay be reviewed",
        "what does this policy say about whatsapp",
        "what is the dress code for visitors",
    ],
)
def test_what_is_asked_about_anything_else_is_never_told_by_a_line_about_the_policy(question: str) -> None:
    lines = (
        Clause("Review due: June 2027", label="review", kind=Kind.METADATA),
        Clause("This policy sets out how keys are kept.", label="1"),
        Clause("Keys are never lent.", label="2"),
    )
    assert not isinstance(library(replace(policy("Keys Policy"), clauses=lines)).ask(question), Answer)


@pytest.mark.parametrize(
    "question", ["is telling jokes about accents ok", "do I have to be there 24/7 when jokes are told"]
)
def test_a_question_that_only_mentions_a_joke_or_a_sum_is_searched_for(question: str) -> None:
    told = library(
        policy("Dignity", "Jokes about accents are not told.", "Staff need not be there 24/7.", "Bells ring.")
    )
    assert not isinstance(told.ask(question), Silence)
