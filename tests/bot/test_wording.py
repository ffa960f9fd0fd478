"""Every word a person reads: plain, kind, short, and without what must never be said."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

import pytest

from bot import cover, dealing, following, guidance, notices, progress, receiving, welcome
from bot.card import Card, Facts, Say
from bot.report_form import REPORT
from bot.writing_forms import EVERY
from reports.route import PRACTICES
from tests.bot.dealt import whole_lives
from tests.bot.house import SETTING, TEACHER, Bot, school
from tests.bot.walking import ACCOUNTS, walk

NEVER = (
    r"\bvictims?\b",
    r"\bperpetrators?\b",
    r"\ballegations?\b",
    r"\bcomplaints?\b",
    r"\boffenders?\b",
    r"\bclaims?\b",
    r"\bI believe you\b",
    r"\bI'm sorry that\b",
    r"\bDon't worry\b",
    r"\bGreat\b",
    r"\b100% anonymous\b",
    r"\bcompletely confidential\b",
    r"\buntraceable\b",
    r"\bend-to-end encrypted\b",
    r"\bwhy did\b",
    r"!",
)
LONGEST_QUESTION, LONGEST_NOTICE = 45, 90  # words
OLDEST = 11.0  # years: the reading age of a screen of 20 words or more
STARTS_SCHOOL = 5  # years older than the grade of the Flesch-Kincaid formula (Kincaid et al. 1975)

STEPS = tuple(step for flow in (REPORT, *EVERY.values()) for step in flow.steps)


@cache
def cards() -> tuple[Card, ...]:
    """Every kind of card: on walks through the report, on the recipient's side, and everywhere else."""
    seen: list[Card] = []
    for seed in range(60):
        bot = walk(seed, seen)
        bot.carry()
        for action, who in (("inbox", "h.head"), *((f"open:{case}", "h.head") for case in bot.cases.events)):
            seen.extend(reply.card for reply in bot.press(action, who))  # type: ignore[arg-type]
        for case in bot.cases.events:
            seen.append(progress.card(bot.cases.load(case), school(), SETTING))
            seen.extend(reply.card for reply in bot.press(f"ack:{case}", "h.head"))  # type: ignore[arg-type]
    written = (
        value for module in (welcome, receiving, progress, dealing, following) for value in vars(module).values()
    )
    fixed = [value for value in written if isinstance(value, Card)]
    fixed += [cover.tip(date.fromordinal(day)) for day in range(1, 1 + len(cover.TIPS))]
    return (
        *seen,
        *whole_lives(),
        *fixed,
        *welcome.NOT_YET.values(),
        notices.who_can_see(SETTING, school()),
        guidance.danger(school()),
    )


@cache
def ours() -> tuple[str, ...]:
    """Our own words: not clauses, not what people wrote, not names and numbers of the school."""
    said = {part.text for card in cards() for part in card.parts if isinstance(part, Say)}
    said |= {card.title for card in cards()} | {button.label for card in cards() for button in card.buttons}
    said |= {problem for card in cards() for problem in card.problems.values()}
    said |= {name for card in cards() for part in card.parts if isinstance(part, Facts) for name, _ in part.rows}
    said |= {words for step in STEPS for words in (step.prompt, step.how)}
    said |= {choice.label for step in STEPS for choice in step.choices}
    said |= {*PRACTICES.values(), notices.WAITING}
    return tuple(sorted(said - set(ACCOUNTS) - {"A few words."}))


def test_every_fact_on_a_check_is_told_once_and_none_is_blank() -> None:
    shown = [part.rows for card in cards() for part in card.parts if isinstance(part, Facts)]
    assert [rows for rows in shown if not all(label.strip() and value.strip() for label, value in rows)] == []
    checks = [[label for label, _ in rows] for rows in shown if rows[0][0] == "What kind"]
    assert checks
    assert [labels for labels in checks if len(set(labels)) < len(labels)] == []


@pytest.mark.parametrize("words", NEVER)
def test_what_must_never_be_said_is_nowhere(words: str) -> None:
    found = [text for text in ours() if re.search(words, text, re.IGNORECASE if words != r"\bGreat\b" else 0)]
    assert not found


def test_there_is_no_emoji_and_nothing_invisible() -> None:
    odd = {c for text in ours() for c in text if unicodedata.category(c) in {"So", "Cf", "Cc", "Co"} and c != "\n"}
    assert not odd


def test_a_question_is_at_most_45_words() -> None:
    assert [step.name for step in STEPS if len(f"{step.prompt} {step.how}".split()) > LONGEST_QUESTION] == []


def words_of(card: Card) -> str:
    """A screen as it is read: our own sentences, without clauses, tables and choices."""
    return " ".join(part.text for part in card.parts if isinstance(part, Say) and part.text in ours())


def test_the_notice_before_a_report_and_the_image_guidance_are_at_most_90_words() -> None:
    for parts in (notices.notice(SETTING), guidance.image_parts(school())):
        assert len(" ".join(part.text for part in parts).split()) <= LONGEST_NOTICE


def syllables(word: str) -> int:
    """Vowel groups, less a silent e: within a tenth of a dictionary's count over English text."""
    groups = len(re.findall(r"[aeiouy]+", word.casefold()))
    silent = bool(re.search(r"[^aeiouy]e[sd]?$", word.casefold())) and not re.search(
        r"(le|[td]ed|[sxz]es|[cs]hes)$", word
    )
    return max(1, groups - silent)


def reading_age(text: str) -> float:
    """Flesch-Kincaid grade level, and five years: the age at which someone reads it with ease."""
    sentences = [sentence for sentence in re.split(r"[.?:;]+(?:\s|$)", text) if sentence.strip()]
    words = re.findall(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", text)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return grade + STARTS_SCHOOL


def named_by_school(text: str) -> bool:
    """Names of posts and bodies are the school's own words, however long."""
    return any(outside.name in text for outside in school().outside) or any(p.name in text for p in school().people)


def test_every_screen_of_20_words_or_more_is_read_at_eleven() -> None:
    screens = {words_of(card) for card in cards()}
    hard = {
        text: round(age, 1)
        for text in screens
        if len(text.split()) >= 20 and not named_by_school(text) and (age := reading_age(text)) > OLDEST
    }
    assert not hard


def test_the_measure_itself_tells_easy_from_hard() -> None:
    assert reading_age("The cat sat on the mat. It was warm. She read a book to him.") < 7
    assert reading_age("Notwithstanding organisational considerations, confidentiality remains applicable.") > 18


def test_a_recipients_notice_says_nothing_of_what_it_is() -> None:
    assert notices.WAITING == "You have a private item in Candour. Please open it when you're alone."


def test_guidance_for_danger_needs_no_store_at_all() -> None:
    from dataclasses import replace

    bot = Bot()
    bare = replace(bot.assistant, desk=None, talks=None)
    from bot.asking import Incoming, Said

    for words in ("999", "someone has a bomb", "report"):
        shown = str(bare.hear(Incoming(TEACHER, bot.now, Said(words))))
        assert "Call 999 now." in shown
