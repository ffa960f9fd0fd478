"""Known questions are found and answered as well as before, and as fast."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from adapters.formats import text
from adapters.tables import shipped
from knowledge import edition
from knowledge.library import Answer, Closest, Library, Silence, fit
from knowledge.vocabulary import Vocabulary
from tests.knowledge.asked import Asked, every
from tests.knowledge.shelves import ICT, LEAVE, library

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
with_real_policies = pytest.mark.needs("shared")


@pytest.mark.parametrize(
    "question", ["friend request " * 1_334, "qzwxy" * 4_000, "a😀 " * 6_667, "abcdefgh ijklmnop " * 1_112]
)
def test_a_question_of_twenty_thousand_characters_takes_no_longer_than_a_tenth_of_a_second(question: str) -> None:
    asked = library(LEAVE)
    asked.ask("pupls")  # the spelling tables are made once
    start = time.process_time()
    asked.ask(question[:20_000])
    assert time.process_time() - start < 0.1


def test_many_threads_may_ask_at_once() -> None:
    asked = library(LEAVE, ICT)
    questions = [question for case in every() for question, _ in case.answerable] * 2
    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(asked.ask, questions)) == [asked.ask(question) for question in questions]


def hits(cases: Sequence[Asked], within: int, tables: Any = None) -> float:
    found = [
        clause in [passage.clause.text for passage in shelf.ask(question).ranked[:within]]
        for case in cases
        for shelf in [Library([case.policy], fit([case.policy], tables or shipped()), tables or shipped())]
        for question, clause in case.answerable
    ]
    return sum(found) / len(found)


def test_policies_of_other_kinds_are_searched_well_too() -> None:
    assert hits(every(), within=1) >= 0.8
    assert hits(every(), within=3) >= 0.92


def test_the_vocabulary_finds_half_as_much_again_as_the_words_alone() -> None:
    assert hits(every(), within=1) >= 1.5 * hits(every(), 1, replace(shipped(), vocabulary=Vocabulary(())))


def test_what_a_policy_does_not_say_is_seldom_answered() -> None:
    outcomes = [library(case.policy).ask(question) for case in every() for question in case.unanswerable]
    assert sum(isinstance(outcome, Answer) for outcome in outcomes) <= 0.1 * len(outcomes)


@cache
def real(school: str) -> Library:
    paragraphs = text.read((SHARED / "policies" / f"{school}.txt").read_bytes())
    return library(edition.policy(school, paragraphs, digest="0"))


@with_real_policies
@pytest.mark.parametrize("school", ["heathfield", "st-osmunds"])
def test_a_friend_request_from_a_former_pupil_is_answered(school: str) -> None:
    found = real(school).ask("can I accept a friend request from an ex pupil?")
    assert isinstance(found, Answer)
    words = found.passages[0].clause.text.casefold()
    assert "former pupils" in words or "past pupil" in words or "ex-pupils" in words


@cache
def questions() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SHARED / "eval" / "questions.jsonl").read_text().splitlines()]


def is_right(found: Answer | Closest | Silence, gold: list[str], within: int) -> bool:
    shown = [" ".join(passage.clause.text.split()).casefold() for passage in found.ranked[:within]]
    return any(snippet.casefold() in words for snippet in gold for words in shown)


@with_real_policies
def test_the_known_questions_are_found_and_answered_as_well_as_before() -> None:
    asked = [(question, real(question["school"]).ask(question["question"])) for question in questions()]
    answerable = [(question, found) for question, found in asked if question["gold"]]
    answers = [(question, found) for question, found in answerable if isinstance(found, Answer)]
    near = [found for question, found in asked if question["style"] == "unanswerable-near"]
    far = [found for question, found in asked if question["style"] == "unanswerable-far"]
    assert sum(is_right(found, question["gold"], 1) for question, found in answerable) >= 0.91 * len(answerable)
    assert sum(is_right(found, question["gold"], 3) for question, found in answerable) >= 0.98 * len(answerable)
    assert sum(is_right(found, question["gold"], 1) for question, found in answers) >= 0.93 * len(answers)
    assert len(answers) >= 0.75 * len(answerable)
    assert sum(isinstance(found, Answer) for found in near) <= 0.1 * len(near)
    assert sum(not isinstance(found, Silence) for found in far) <= 0.05 * len(far)


@with_real_policies
def test_a_question_is_answered_within_five_milliseconds() -> None:
    times = []
    for question in questions():
        shelf = real(question["school"])
        start = time.process_time()
        shelf.ask(question["question"])
        times.append(time.process_time() - start)
    assert median(times) < 0.005
