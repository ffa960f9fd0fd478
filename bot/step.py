"""One question of a form: when it is asked, and how what was typed is read as its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bot.boxes import LONGEST
from bot.card import Ask, Choice, Kind
from bot.plain import has_words, one_line, plain

Answers = Mapping[str, tuple[str, ...]]
"""Each answered step's values: one for a text or a choice, one or more for the others, none when skipped."""

Names = Callable[[str], str]
"""Reads a typed name as a person's id; raises Unclear where it fits nobody or more than one."""

TOO_LONG = (
    f"That is longer than the {LONGEST:,} characters that I can keep, so I haven't kept it. "
    "Please make it shorter, and say that there is more to tell."
)


class Unclear(Exception):
    """What was said does not answer the question; the message says how to."""


@dataclass(frozen=True)
class Step(Ask):
    """A question and when it is asked.

    `only_if` names earlier steps, or facts, and the values that call for this one; `rests_on` names steps
    whose change makes this answer stale, so that it is asked again; `panel` names what is shown above it;
    `offers` names choices that come from a preview of the route, before its own.
    """

    only_if: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rests_on: tuple[str, ...] = ()
    panel: str = ""
    offers: str = ""

    def applies(self, answers: Answers) -> bool:
        return all(set(answers.get(name, ())) & set(values) for name, values in self.only_if.items())

    def may_apply(self, answers: Answers) -> bool:
        """While an earlier question is open: nothing that is known speaks against it."""
        return all(name not in answers or set(answers[name]) & set(values) for name, values in self.only_if.items())

    def read(self, said: str, names: Names) -> tuple[str, ...]:
        """Raises Unclear."""
        words = plain(said).strip()
        if self.optional and one_line(words).casefold() in SKIPS:
            return ()
        return READERS[self.kind](self, words, names)

    def choice(self, value: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.value == value), None)


def _text(_: Step, words: str, __: Names) -> tuple[str, ...]:
    if not has_words(words):
        raise Unclear("You can write just a few words.")
    if len(words) > LONGEST:
        raise Unclear(TOO_LONG)
    return (words,)


def _choice(step: Step, words: str, _: Names) -> tuple[str, ...]:
    return (_one(step, words),)


def _choices(step: Step, words: str, _: Names) -> tuple[str, ...]:
    try:
        return (_one(step, words),)  # a label may hold a comma of its own
    except Unclear:
        return _some(_one(step, part) for part in listed(words))


def _people(step: Step, words: str, names: Names) -> tuple[str, ...]:
    try:
        return (_one(step, words),)
    except Unclear:
        return _some(map(names, listed(words)))


def _some(values: Iterable[str]) -> tuple[str, ...]:
    """Each once."""
    some = tuple(dict.fromkeys(values))
    if not some:
        raise Unclear("This one needs an answer.")
    return some


READERS: Mapping[Kind, Callable[[Step, str, Names], tuple[str, ...]]] = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PEOPLE: _people,
}
SKIPS = frozenset({"", "skip"})
_NOBODY = frozenset({"no", "none", "no one", "no-one", "noone", "nobody", "no one else", "nobody else", "neither"})
IN_OTHER_WORDS: Mapping[str, frozenset[str]] = {
    "yes": frozenset({"y", "yeah", "yep", "yup", "yes please"}),
    "no": frozenset({"n", "nope", "nah", "no thanks", "no thank you", "not really"}),
    "unsure": frozenset(
        {"not sure", "unsure", "i'm not sure", "don't know", "i don't know", "dont know", "dunno", "idk"}
    ),
    "none": _NOBODY,
    "neither": _NOBODY | {"nothing", "none of them"},
}
"""By what a choice stands for, how else people say it. It is read only where no label says so."""


def _one(step: Step, words: str) -> str:
    heard = one_line(words).casefold().replace("’", "'").strip(" .!")
    for number, choice in enumerate(step.choices, 1):
        if heard in _spellings(choice) or heard == str(number):
            return choice.value
    meant = next((choice.value for choice in step.choices if heard in IN_OTHER_WORDS.get(choice.value, ())), None)
    if meant is None:
        raise Unclear(f"Please type a number from 1 to {len(step.choices)}.")
    return meant


def _spellings(choice: Choice) -> tuple[str, ...]:
    """Its value, its label, and the beginning of a label such as "No, that's all"."""
    label = choice.label.casefold()
    return choice.value.casefold(), label, label.removesuffix("."), label.partition(",")[0]


def listed(words: str) -> tuple[str, ...]:
    """Each of several that were typed in one line."""
    parts = words.replace(";", ",").replace(" and ", ",").replace("&", ",").replace("\n", ",").split(",")
    return tuple(part.strip() for part in parts if part.strip())
