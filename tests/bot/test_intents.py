"""What somebody types first is understood: no emergency is missed, and a question of rules never taken for one."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from bot import weighing
from bot.intents import Intent, intent
from bot.word_points import POINTS
from tests.measure import intent_words

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
Rows = list[tuple[str, str]]


def own(file: str = "intents.txt") -> Rows:
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    return [(wish, words) for line in lines if line and line[0] != "#" for wish, _, words in [line.partition(": ")]]


def given() -> Rows:
    rows = map(json.loads, (SHARED / "eval" / "intents.jsonl").read_text(encoding="utf-8").splitlines())
    return [(row["intent"], row["text"]) for row in rows]


def heard(text: str) -> str:
    """To others, whoever asks for a permission asks."""
    found = intent(text)
    return "ask" if found is Intent.PERMIT else found.value


def mistaken(rows: Rows) -> list[tuple[str, str, str]]:
    return [(wish, found, text) for wish, text in rows if (found := heard(text)) != wish]


def test_nineteen_in_twenty_are_understood() -> None:
    assert len(own()) >= 400
    assert len(mistaken(own())) <= 0.05 * len(own()), mistaken(own())


@pytest.mark.parametrize("wish", ["ask", "report", "declare", "help", "emergency", "smalltalk"])
def test_every_wish_is_understood_nine_times_in_ten(wish: str) -> None:
    rows = [row for row in own() if row[0] == wish]
    assert len(rows) >= 25
    assert len(mistaken(rows)) <= 0.1 * len(rows), mistaken(rows)


def test_no_emergency_is_missed() -> None:
    assert mistaken([row for row in own() if row[0] == "emergency"]) == []


def test_messages_kept_aside_are_understood_nearly_as_well() -> None:
    aside = own("intents_aside.txt")
    assert len(aside) >= 100
    assert not {text.casefold() for _, text in aside} & {text.casefold() for _, text in own()}
    assert len(mistaken(aside)) <= 0.1 * len(aside), mistaken(aside)
    assert mistaken([row for row in aside if row[0] == "emergency"]) == []


def test_the_points_of_words_are_those_fitted_to_the_messages() -> None:
    """To a step, for another machine may round another way."""
    known = intent_words.rows(intent_words.ROOT / "tests" / "bot" / "intents.txt")
    fitted = {mark: intent_words.letters(row) for mark, row in intent_words.fitted(known).items()}
    written = dict(zip(POINTS[::2], POINTS[1::2], strict=True))
    assert written.keys() <= fitted.keys()
    neither = weighing.NEITHER * len(weighing.WISHES)
    pairs = ((row, written.get(mark, neither)) for mark, row in fitted.items())
    assert all(abs(ord(a) - ord(b)) <= 1 for new, old in pairs for a, b in zip(new, old, strict=True))


@pytest.mark.needs("shared")
def test_the_given_examples_are_understood() -> None:
    assert len(mistaken(given())) <= 0.05 * len(given()), mistaken(given())
    assert mistaken([row for row in given() if row[0] == "emergency"]) == []


@pytest.mark.needs("shared")
def test_questions_about_policies_are_seldom_taken_for_anything_else() -> None:
    asked = map(json.loads, (SHARED / "eval" / "questions.jsonl").read_text(encoding="utf-8").splitlines())
    rows = [("ask", row["question"]) for row in asked]
    assert len(mistaken(rows)) <= 0.05 * len(rows), mistaken(rows)


@pytest.mark.parametrize(
    "text",
    [
        "what does the policy say about indecent images of children?",
        "what is the procedure for a bomb threat?",
        "are staff trained in suicide prevention?",
        "who should be told if a pupil brings a knife to school?",
        "where is the section on weapons",
    ],
)
def test_a_question_about_danger_is_a_question(text: str) -> None:
    assert intent(text) is Intent.ASK


@pytest.mark.parametrize(
    "text",
    [
        "What should I do? A pupil just sent me a nude picture of another pupil.",
        "who do I call, there is a man with a knife in reception",
        "Is the policy clear on this? He says he is going to kill me tonight.",
    ],
)
def test_a_question_does_not_hide_an_emergency(text: str) -> None:
    assert intent(text) is Intent.EMERGENCY


def test_a_request_for_permission_is_told_apart() -> None:
    assert intent("I'd like permission to use my own phone on a trip") is Intent.PERMIT


@pytest.mark.parametrize(
    "text",
    [
        "ok " * 700,
        "ha" * 1_000 + "x",
        "i've " * 400,
        "want to " * 280,
        "pupil " * 330,
        "a the my " * 250,
        " " * 2_000,
        "",
    ],
)
def test_no_text_takes_longer_than_a_twentieth_of_a_second(text: str) -> None:
    start = time.process_time()
    intent(text)
    assert time.process_time() - start < 0.05


@pytest.mark.parametrize(
    "text",
    [
        "my feet are killing me, can i wear trainers",
        "we're all drowning in marking, who do I talk to",
        "can we do a photo shoot in the hall",
        "the printer's dead, who do I tell",
        "two of my girls have fallen out, do I ring home?",
        "lost my lanyard, what do i do",
        "i'm dying to know when the inset days are",
        "is there a rule about glue guns",
    ],
)
def test_a_figure_of_speech_is_no_danger(text: str) -> None:
    assert intent(text) is not Intent.EMERGENCY


@pytest.mark.parametrize(
    "text",
    [
        "my feet are killing me and now a man with a knife is outside",
        "drowning in marking, i've taken all my pills",
        "lost my keys and my ex is at the gate, he says he'll kill me",
    ],
)
def test_a_figure_of_speech_hides_no_danger(text: str) -> None:
    assert intent(text) is Intent.EMERGENCY


def test_when_and_where_alone_are_no_danger() -> None:
    assert intent("my wife is in the car park by the gate right now with our children") is not Intent.EMERGENCY


@pytest.mark.parametrize("text", ["jury service", "kayaks", "xylophones and zithers", "gdpr"])
def test_a_topic_of_a_word_or_two_is_asked_about(text: str) -> None:
    assert intent(text) is Intent.ASK


@pytest.mark.parametrize(
    "text",
    [
        "a colleague is bullied by her manager and too scared to say anything",
        "he touched my arm again in the office and I told him to stop",
        "they leave me out of every meeting",
        "a dad has threatened to ruin me online",
        "his head of year threatened to get me sacked",
        "parents are attacking me on facebook",
        "I saw bruises on a boy's arm last week",
    ],
)
def test_harm_that_can_wait_is_a_report(text: str) -> None:
    assert intent(text) is Intent.REPORT
