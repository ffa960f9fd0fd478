"""A flow is a form told as data: where someone is in it follows from what they have answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.card import Ask, Choice, Kind
from bot.plain import has_words, one_line, plain

Answers = Mapping[str, tuple[str, ...]]
"""Each answered step's values: one for a text or a choice, one or more for the others, none when skipped."""

Names = Callable[[str], str]
"""Reads a typed name as a person's id; raises Unclear where it fits nobody or more than one."""

LONGEST = 15_000  # characters in one answer: five boxes of 3,000


class Unclear(Exception):
    """What was said does not answer the question; the message says how to."""


@dataclass(frozen=True)
class Step(Ask):
    """A question and when it is asked.

    `only_if` names earlier steps and the values that call for this one; `rests_on` names steps whose
    change makes this answer stale, so that it is asked again; `panel` names what is shown above it.
    """

    only_if: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rests_on: tuple[str, ...] = ()
    panel: str = ""

    def applies(self, answers: Answers) -> bool:
        return all(set(answers.get(name, ())) & set(values) for name, values in self.only_if.items())

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
        raise Unclear(f"That is {len(words):,} characters, and I can keep {LONGEST:,}. Please shorten it a little.")
    return (words,)


def _choice(step: Step, words: str, _: Names) -> tuple[str, ...]:
    return (_one(step, words),)


def _choices(step: Step, words: str, _: Names) -> tuple[str, ...]:
    try:
        return (_one(step, words),)  # a label may hold a comma of its own
    except Unclear:
        return tuple(dict.fromkeys(_one(step, part) for part in _listed(words)))


def _people(step: Step, words: str, names: Names) -> tuple[str, ...]:
    try:
        return (_one(step, words),)
    except Unclear:
        return tuple(dict.fromkeys(names(part) for part in _listed(words)))


READERS: Mapping[Kind, Callable[[Step, str, Names], tuple[str, ...]]] = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PEOPLE: _people,
}
SKIPS = frozenset({"", "skip"})


def _one(step: Step, words: str) -> str:
    heard = one_line(words).casefold().strip(" .")
    for number, choice in enumerate(step.choices, 1):
        if heard in _spellings(choice) or heard == str(number):
            return choice.value
    raise Unclear(f"Please type a number from 1 to {len(step.choices)}.")


def _spellings(choice: Choice) -> tuple[str, str, str]:
    label = choice.label.casefold()
    return choice.value, label, label.removesuffix(".")


def _listed(words: str) -> tuple[str, ...]:
    parts = words.replace(";", ",").replace(" and ", ",").replace("&", ",").replace("\n", ",").split(",")
    listed = tuple(part.strip() for part in parts if part.strip())
    if not listed:
        raise Unclear("This one needs an answer.")
    return listed


@dataclass(frozen=True)
class Section:
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Turn:
    """What came of one thing said: the answers now held, panels to show, and what was unclear."""

    answers: Answers
    panels: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class Flow:
    name: str
    sections: tuple[Section, ...]

    def __post_init__(self) -> None:
        offered: dict[str, set[str]] = {}
        for section in self.sections:
            for step in section.steps:
                _looks_back_only(step, offered)
            offered |= {step.name: {choice.value for choice in step.choices} for step in section.steps}

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for section in self.sections for step in section.steps)

    def step(self, name: str) -> Step:
        return next(step for step in self.steps if step.name == name)

    def asking(self, answers: Answers) -> tuple[Section, Step] | None:
        """The first question that applies and has no answer; None when nothing is left to ask."""
        for section in self.sections:
            for step in section.steps:
                if step.name not in answers and step.applies(answers):
                    return section, step
        return None

    def take(self, answers: Answers, name: str, said: str, names: Names) -> Turn:
        """Answer one step. What no longer applies, or rested on another answer, is forgotten."""
        step = self.step(name)
        try:
            values = step.read(said, names)
        except Unclear as why:
            return Turn(answers, problem=str(why))
        picked = [choice for value in values if (choice := step.choice(value))]
        panels = tuple(choice.shows for choice in picked if choice.shows)
        if any(choice.stays for choice in picked):
            return Turn(answers, panels)
        return Turn(self._settled({**answers, name: values}, name if answers.get(name) != values else ""), panels)

    def forget(self, answers: Answers, name: str) -> Turn:
        """Forget one answer, so that its question, and what rests on it, is asked again."""
        return Turn(self._settled({n: values for n, values in answers.items() if n != name}, name))

    def back(self, answers: Answers) -> tuple[Turn, Step | None]:
        """Forget the last answer given, and say which question it answered."""
        given = [step for step in self.steps if step.name in answers]
        if not given:
            return Turn(answers), None
        last = given[-1]
        return self.forget(answers, last.name), replace(last, suggestion=", ".join(answers[last.name]))

    def _settled(self, answers: Answers, changed: str) -> Answers:
        kept: dict[str, tuple[str, ...]] = {}
        stale = {changed}
        for step in self.steps:
            if step.name not in answers:
                continue
            if step.applies(kept) and not stale & set(step.rests_on):
                kept[step.name] = answers[step.name]
            else:
                stale.add(step.name)
        return kept


def _looks_back_only(step: Step, offered: Mapping[str, set[str]]) -> None:
    for name, values in step.only_if.items():
        if not set(values) <= offered.get(name, set()):
            raise ValueError(f"{step.name}: no earlier section offers {name} {values}")
