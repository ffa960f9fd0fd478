"""A flow is a form told as data: where someone is in it follows from what they have answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.card import NOTHING
from bot.step import Answers, Names, Step, Unclear


@dataclass(frozen=True)
class Section:
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Turn:
    """What came of what was said: the answers now held, which were just given, panels to show, what was unclear."""

    answers: Answers
    panels: tuple[str, ...] = ()
    problems: Mapping[str, str] = field(default_factory=lambda: NOTHING)  # a sentence for each that was unclear
    given: tuple[str, ...] = ()

    @property
    def problem(self) -> str:
        return " ".join(self.problems.values())

    def after(self, earlier: Turn) -> Turn:
        """This turn, as the next step of one that began earlier."""
        return replace(
            self,
            panels=(*earlier.panels, *self.panels),
            problems={**earlier.problems, **self.problems},
            given=(*earlier.given, *self.given),
        )


Facts = Callable[[Answers], Answers]
"""What follows from the answers and from what the host knows, under names of its own; a pure function."""


def no_facts(_: Answers) -> Answers:
    return {}


@dataclass(frozen=True)
class Flow:
    """`facts` names what a host's facts may hold, beside the answers, for `only_if` to look at."""

    name: str
    sections: tuple[Section, ...]
    facts: Answers = field(default_factory=dict)

    def __post_init__(self) -> None:
        offered: dict[str, set[str]] = {name: set(values) for name, values in self.facts.items()}
        for section in self.sections:
            for step in section.steps:
                _looks_back_only(step, offered)
            offered |= {step.name: {choice.value for choice in step.choices} for step in section.steps}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for section in self.sections for step in section.steps)

    def step(self, name: str) -> Step:
        return next(step for step in self.steps if step.name == name)

    def asking(self, answers: Answers, facts: Facts = no_facts) -> tuple[Section, Step] | None:
        """The first question that applies and has no answer; None when nothing is left to ask."""
        for section in self.sections:
            for step in section.steps:
                if step.name not in answers and self.applies(step, answers, facts):
                    return section, step
        return None

    def applies(self, step: Step, answers: Answers, facts: Facts = no_facts) -> bool:
        return step.applies(self._known(step, answers, facts))

    def take(self, answers: Answers, step: Step, said: str, names: Names, facts: Facts = no_facts) -> Turn:
        """Answer one step with what was said."""
        try:
            return self.put(answers, step, step.read(said, names), facts)
        except Unclear as why:
            return Turn(answers, problems={step.name: str(why)})

    def put(self, answers: Answers, step: Step, values: tuple[str, ...], facts: Facts = no_facts) -> Turn:
        """Answer one step. What no longer applies, or rested on another answer, is forgotten."""
        picked = [choice for value in values if (choice := step.choice(value))]
        panels = tuple(choice.shows for choice in picked if choice.shows)
        if any(choice.stays for choice in picked):
            return Turn(answers, panels)
        changed = step.name if answers.get(step.name) != values else ""
        return Turn(self._settled({**answers, step.name: values}, changed, facts), panels, given=(step.name,))

    def forget(self, answers: Answers, name: str, facts: Facts = no_facts) -> Answers:
        """Forget one answer, so that its question, and what rests on it, is asked again."""
        return self._settled({n: values for n, values in answers.items() if n != name}, name, facts)

    def back(self, answers: Answers, facts: Facts = no_facts, whole: bool = False) -> tuple[Answers, Step | None]:
        """Forget the answer before the present question, and say which question it answered.

        With `whole`, before the present section: for a surface that shows all of its questions at once.
        """
        asking = self.asking(answers, facts)
        first = asking and (asking[0].steps[0] if whole else asking[1])
        before = self.steps[: self.steps.index(first)] if first else self.steps
        given = [step for step in before if step.name in answers]
        if not given:
            return answers, None
        last = given[-1]
        return self.forget(answers, last.name, facts), replace(last, suggestion="\n".join(answers[last.name]))

    def _known(self, step: Step, answers: Answers, facts: Facts) -> Answers:
        """The answers, with the facts where this step looks at one: they cost the host some thought."""
        return {**answers, **facts(answers)} if step.only_if.keys() & self.facts.keys() else answers

    def _settled(self, answers: Answers, changed: str, facts: Facts) -> Answers:
        """Only the answers to questions that are still asked, in the order in which they are.

        Behind a question that is open again, what may yet be asked is kept: nobody types it twice.
        """
        kept: dict[str, tuple[str, ...]] = {}
        stale, is_open = {changed}, False
        for step in self.steps:
            known = self._known(step, kept, facts)
            applies = step.may_apply(known) if is_open else step.applies(known)
            if step.name not in answers:
                is_open = is_open or applies
            elif applies and not stale & set(step.rests_on):
                kept[step.name] = answers[step.name]
            else:
                stale.add(step.name)
                is_open = True
        return kept


def _looks_back_only(step: Step, offered: Mapping[str, set[str]]) -> None:
    for name, values in step.only_if.items():
        if not set(values) <= offered.get(name, set()):
            raise ValueError(f"{step.name}: no earlier section offers {name} {values}")
