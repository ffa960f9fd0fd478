"""Somebody who answers whatever stands on a terminal's screen, by chance, and prefers what was not tried yet."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.card import Kind
from bot.report_form import REPORT
from bot.step import Step
from reports.report import Kind as About
from tests.processes.dialogue import last_four
from tests.processes.terminal import Terminal

CHOICE = re.compile(r"^  (\d+)\. (.+)$", re.MULTILINE)
REFERENCE = re.compile(r"Reference: +(\w+)")
ASKS = "Or type: "  # how every card ends that expects an answer
STUCK = "Type back to change an answer, or stop to end here."
STOPPED = "For the police when it is not an emergency, call 101."
ENDS = {("send", "keep"): "Type report to carry on.", ("send", "delete"): STOPPED}
SENT = "have your code ready."
LONGEST = 60  # answers: more is no walk but a circle
PEOPLE = ("1", "Callum Redgrave-Iyer", "Rosalind Yip, Marek Zielony")
ACCOUNTS = (
    "He called me names in the staff room.",
    "Helen Ashdown saw it and took part.",
    "Someone shared a naked photo in the chat.",
    "I am the only music teacher and I can't go on.",
    "He has a knife and is going to stab someone.",
)
TEXTS = {"when": "about two weeks ago", "link": "https://bad.example/x", "site": "bad.example"}
ADDS = "5"  # Add something
IMAGE = "10"  # the one kind with questions of its own after the words
SERVICE = "2"  # Which app or device it is on
MOSTLY = 6  # times out of which a written report is sent at once, and once changed, kept or deleted


@dataclass
class Walk:
    """One report: what was asked, what was last answered to each question, and how it ended."""

    said: list[tuple[str, str]] = field(default_factory=list)
    answers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    reference: str = ""
    end: str = ""


@dataclass
class Walker:
    terminal: Terminal
    chance: random.Random
    tried: Counter[tuple[str, str]] = field(default_factory=Counter)
    asked: set[str] = field(default_factory=set)

    def walk(self) -> Walk:
        """From "report" to whatever end."""
        walk = Walk()
        shown = self._say("report")
        while not walk.end:
            assert len(walk.said) < LONGEST, walk.said
            shown = self._answer(walk, shown)
        return walk

    def _answer(self, walk: Walk, shown: str) -> str:
        if STUCK in shown:
            walk.end = "nobody"
            return self._say("stop", STOPPED)
        step = present(shown)
        self.asked.add(step.name)
        if step.name == "code":
            walk.reference, walk.end = REFERENCE.findall(shown)[-1], "sent"
            return self._say(last_four(shown), SENT)
        typed = self._wish(walk) if step.name == "send" else self._choose(step, choices(shown))
        walk.said.append((step.name, typed))
        values = tuple(by_number(step, part) for part in typed.split(", ")) if step.choices else (typed,)
        if not any(choice.stays for value in values if (choice := step.choice(value))):
            rested = {name for name in walk.answers if step.name in REPORT.step(name).rests_on}
            walk.answers = {n: v for n, v in walk.answers.items() if n not in rested} | {step.name: values}
        if values == ("named",):
            walk.answers["naming"] = values
        if values == ("delete",):
            walk.end = "stopped"
        shown = self._say(typed, ENDS.get((step.name, values[0]), ASKS))
        return self._say("report") if values == ("keep",) else shown

    def _say(self, line: str, ending: str = ASKS) -> str:
        return self.terminal.ask(line, ending) + self.terminal.until("\n")

    def _wish(self, walk: Walk) -> str:
        """Mostly to send. An urgent report is asked for more only where its writer wishes to add something."""
        step, asked = REPORT.step("send"), {name for name, _ in walk.said}
        if walk.answers["kind"] == (About.INDECENT_IMAGE,) and "more_image" not in asked:
            return self._count(step, ADDS)
        if self.chance.randrange(MOSTLY):
            return self._count(step, "1")
        return self._choose(step, {str(n): choice.label for n, choice in enumerate(step.choices, 1)})

    def _choose(self, step: Step, offered: Mapping[str, str]) -> str:
        if step.kind is Kind.TEXT:
            options = ACCOUNTS if step.name == "happened" else (TEXTS.get(step.name, "A few words."),)
        else:
            options = PEOPLE if step.kind is Kind.PEOPLE else offered
        if step.name == "kind" and not self.chance.randrange(MOSTLY):
            return self._count(step, IMAGE)
        fewest = min(self.tried[step.name, option] for option in options)
        option = self.chance.choice([option for option in options if self.tried[step.name, option] == fewest])
        if step.name == "more_image":  # what comes after it is seldom met otherwise
            return f"{self._count(step, option)}, {SERVICE}"
        if step.kind is Kind.CHOICES and self.chance.randrange(3) == 0:
            return f"{self._count(step, option)}, {self.chance.choice(list(options))}"
        return self._count(step, option)

    def _count(self, step: Step, option: str) -> str:
        self.tried[step.name, option] += 1
        return option


def by_number(step: Step, typed: str) -> str:
    within = typed.isdigit() and int(typed) <= len(step.choices)
    return step.choices[int(typed) - 1].value if within else typed


def choices(shown: str) -> Mapping[str, str]:
    """By number, those of the question that stands last."""
    found: dict[str, str] = {}
    for number, label in CHOICE.findall(shown):
        found = {} if number == "1" else found
        found[number] = label
    return found


def present(shown: str) -> Step:
    """The question that stands last on the screen, told from others like it by what may be chosen."""
    lines, labels = shown.splitlines(), set(choices(shown).values())
    fitting = [
        step
        for step in REPORT.steps
        if f"{step.prompt} {step.how}".strip() in lines and {choice.label for choice in step.choices} <= labels
    ]
    moved = "it will go to other people than I said" in shown
    fitting = [step for step in fitting if step.name != ("where" if moved else "rerouted")]
    assert len(fitting) == 1, f"{[step.name for step in fitting]} in:\n{shown}"
    return fitting[0]
