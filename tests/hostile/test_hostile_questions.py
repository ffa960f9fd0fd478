"""Strange questions by the thousand: an answer has its citation, silence has none, and nothing breaks."""

from __future__ import annotations

import io
import json
from datetime import date
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.commands.ask import answered
from adapters.commands.jsonl import objects, required
from adapters.tables import shipped
from bot.intents import Intent, intent
from knowledge.library import Library, Silence, fit
from tests.hostile.questions import line, question
from tests.hostile.watch import EXHAUSTIVE, watched
from tests.knowledge.asked import every

QUESTIONS = 3_500 if EXHAUSTIVE else 250
TODAY = date(2026, 11, 20)


@cache
def library() -> Library:
    policies = [asked.policy for asked in every()]
    return Library(policies, fit(policies, shipped()), shipped())


def checked(asked: str) -> None:
    """The clause that is cited is one of the policies' own, word for word, and says where it stands."""
    found = library().ask(asked, TODAY)
    told = json.loads(json.dumps(answered("1", found)))
    texts = {clause.text for each in every() for clause in each.policy.clauses}
    cited = told["citations"]
    assert bool(cited) == (told["outcome"] != "silence") == (not isinstance(found, Silence))
    assert all(each["text"] in texts and each["label"] and each["policy"] for each in cited)
    assert intent(asked) in Intent


def test_a_strange_question_breaks_nothing() -> None:
    library()
    found = {number: watched(lambda n=number: checked(question(n))).fault for number in range(QUESTIONS)}
    assert {number: fault for number, fault in found.items() if fault} == {}


def test_a_broken_line_of_json_is_named_in_a_sentence() -> None:
    taken = 0

    def read(number: int) -> None:
        nonlocal taken
        stream = io.TextIOWrapper(io.BytesIO(line(number)), encoding="utf-8", errors="replace")
        for each in objects(stream):
            _, _, asked = required(each, "id", "school", "question")
            taken += 1
            checked(asked)

    found = {number: watched(lambda n=number: read(n)).fault for number in range(QUESTIONS // 5)}
    assert {number: fault for number, fault in found.items() if fault} == {}
    assert 0 < taken < QUESTIONS // 5


@settings(
    max_examples=1_000 if EXHAUSTIVE else 60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(st.text(st.characters(), max_size=400))
def test_no_text_whatever_breaks_an_answer(asked: str) -> None:
    assert watched(lambda: checked(asked)).fault == ""


@settings(max_examples=1_000 if EXHAUSTIVE else 60, deadline=None, derandomize=True)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_break_the_reading_of_lines(sent: bytes) -> None:
    stream = io.TextIOWrapper(io.BytesIO(sent), encoding="utf-8", errors="replace")
    assert watched(lambda: list(objects(stream))).fault == ""
