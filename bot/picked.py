"""Reads what a form returned for one question: only what it offered is taken, whatever came."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot import boxes
from bot.card import Kind
from bot.plain import has_words, one_line, plain
from bot.step import SKIPS, TOO_LONG, Step, Unclear

Knows = Callable[[str], bool]
"""Whether someone of the school has this id."""

MISSING = "This one needs an answer."
NOT_OFFERED = "Please choose from the list."
NOBODY = "I don't know someone you chose. Please choose from the list."


def read(step: Step, values: tuple[str, ...], knows: Knows) -> tuple[str, ...]:
    """The answer that these values make. Raises Unclear."""
    if step.kind is Kind.TEXT:
        return _words(step, values)
    if not values:
        raise Unclear(MISSING)
    return READERS[step.kind](step, values, knows)


def _words(step: Step, values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) > boxes.BOXES:
        raise Unclear(TOO_LONG)
    words = written(values)
    if step.optional and one_line(words).casefold() in SKIPS:
        return ()
    if not has_words(words):
        raise Unclear("You can write just a few words.")
    if len(words) >= boxes.LONGEST + boxes.BOXES:  # five full boxes, and the line ends between them
        raise Unclear(TOO_LONG)
    if boxes.overflow(tuple(map(plain, values))):
        raise Unclear(boxes.ANOTHER)
    return (words,)


def written(values: tuple[str, ...]) -> str:
    """As it would be kept. What is far too long is read only so far that this can be told."""
    return boxes.joined(tuple(plain(value[: boxes.LONGEST + boxes.BOXES]) for value in values[: boxes.BOXES]))


def _one(step: Step, values: tuple[str, ...], _: Knows) -> tuple[str, ...]:
    if len(values) != 1:
        raise Unclear(NOT_OFFERED)
    return _some(step, values, _)


def _some(step: Step, values: tuple[str, ...], _: Knows) -> tuple[str, ...]:
    if not all(step.choice(value) for value in values):
        raise Unclear(NOT_OFFERED)
    return _once(step, values)


def _people(step: Step, values: tuple[str, ...], knows: Knows) -> tuple[str, ...]:
    if not all(step.choice(value) or knows(value) for value in values):
        raise Unclear(NOBODY)
    return _once(step, values)


def _once(step: Step, values: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, and what was offered as the form itself spells it."""
    return tuple(dict.fromkeys(choice.value if (choice := step.choice(value)) else value for value in values))


READERS: Mapping[Kind, Callable[[Step, tuple[str, ...], Knows], tuple[str, ...]]] = {
    Kind.CHOICE: _one,
    Kind.CHOICES: _some,
    Kind.PEOPLE: _people,
}
