"""Takes what a form returned for a whole section: keeps every good answer, and says of each other what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot import checks, picked
from bot.card import Choice, Kind
from bot.flow import Facts, Flow, Section, Turn
from bot.step import Answers, Step, Unclear

Fields = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Filling:
    """`offered` gives a question's choices as the answers stand; `knows` says whose ids may be chosen."""

    flow: Flow
    facts: Facts
    offered: Callable[[Step, Answers], tuple[Choice, ...]]
    knows: picked.Knows
    today: date

    def take(self, answers: Answers, section: Section, fields: Fields) -> Turn:
        """In the order of the questions, since one answer may decide whether the next still applies."""
        turn = Turn(answers)
        for step in section.steps:
            if step.name in fields and self.flow.applies(step, turn.answers, self.facts):
                turn = self._one(turn.answers, step, fields[step.name]).after(turn)
        return turn

    def _one(self, answers: Answers, step: Step, values: tuple[str, ...]) -> Turn:
        step = replace(step, choices=self.offered(step, answers))
        try:
            read = picked.read(step, values, self.knows)
        except Unclear as why:
            return Turn(answers, problems={step.name: str(why)})
        if step.kind is Kind.TEXT and (problem := checks.problem(step.name, "".join(read), self.today)):
            return Turn(answers, problems={step.name: problem})
        return self.flow.put(answers, step, read, self.facts)
