"""Plays a story through any door of a platform, line by line as a person there would do it.

The table is the terminal's own (`stage.py`). A door gives `come`, `say` and `let`, and what it showed; a mark that
ends in "t" is for where answers are typed one by one, and is passed over where a form asks for several.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from adapters.sample import FOLDER
from bot.boxes import split
from bot.card import Choice, Kind
from bot.naming import reader
from bot.report_form import REPORT
from bot.step import Step
from reports.people import School
from tests.stories.stage import CODE, PASSES, REFERENCE

IDS = re.findall(r'^id = "([a-z]\.[a-z]+)"', (FOLDER / "school.toml").read_text(encoding="utf-8"), re.MULTILINE)
"""Everyone of the sample school."""


class Door(Protocol):
    """`shown` is what the last thing done put before the person who did it, as text."""

    shown: str

    async def come(self, who: str) -> None:
        """This person looks at what came for them."""

    async def say(self, who: str, words: str) -> None:
        """They answer, choose, press or type it, whichever it is here."""

    async def let(self, time: timedelta) -> None:
        """Time passes, and the worker does what is due."""


@dataclass
class Telling:
    """What a story has learnt on its way: the code, its end and the reference of the latest receipt."""

    door: Door
    said: dict[str, str] = field(default_factory=dict)

    async def play(self, story: str) -> list[str]:
        """A sentence for each line that did not come true."""
        untrue, who = [], ""
        for number, line in enumerate(story.splitlines(), 1):
            mark, _, rest = line.strip().partition(" ")
            words = self._filled(rest.strip())
            if mark == "as":
                who = words
                await self.door.come(who)
            elif mark == ">":
                await self.door.say(who, words)
            elif mark == "=":
                found = PASSES.fullmatch(words)
                assert found, f"“{words}” is no length of time"
                await self.door.let(timedelta(**{f"{found[2]}s": int(found[1])}))
            elif mark in ("<", "!") and (words in self.door.shown) == (mark == "!"):
                untrue.append(f"line {number}: to {who}: {mark} “{words}”; it showed:\n{self.door.shown}")
            self._note()
        return untrue

    def _note(self) -> None:
        if found := CODE.search(self.door.shown):
            code = found[1].strip()
            old = self.said.get("code", "") if code != self.said.get("code") else self.said.get("old", "")
            self.said |= {"old": old, "code": code, "last": code[-4:]}
        if found := REFERENCE.search(self.door.shown):
            self.said["reference"] = found[1]

    def _filled(self, words: str) -> str:
        for name, value in self.said.items():
            words = words.replace("{" + name + "}", value)
        return words


PEOPLE = frozenset(step.name for step in REPORT.steps if step.kind is Kind.PEOPLE)
"""The questions that are answered with people."""


def answered(kind: Kind, words: str, offered: Mapping[str, str], school: School) -> tuple[str, ...]:
    """What somebody chooses or writes in a form who would have typed these words. Raises Unclear.

    `offered` gives the label of each value that the form shows, without the people of the school.
    """
    if kind is Kind.TEXT:
        return () if words == "skip" else split(words)
    choices = tuple(Choice(value, label) for value, label in offered.items())
    return Step("", "", kind, choices).read(words, reader(school))


COLLEAGUE, HEAD = "c.colleague", "h.head"
NEVER_TOLD: Mapping[str, tuple[str, ...]] = {
    "a_later_name": (COLLEAGUE,),
    "a_name_in_the_account": (HEAD, "s.dsl"),
    "a_question_and_its_answer": (COLLEAGUE,),
    "about_a_colleague": (COLLEAGUE, "d.deputy", "c.chair"),
    "about_the_headteacher": (HEAD, "d.deputy", "s.dsl"),
    "closed_with_feedback": (COLLEAGUE,),
    "handed_over": (COLLEAGUE,),
    "it_is_passed_on": (COLLEAGUE,),
    "only_the_code_opens_it": (HEAD,),
    "someone_who_took_part": ("r.reception", "d.deputy"),
    "withdrawn": (COLLEAGUE,),
}
"""Whom each story's reports are about, or whom they pass by: they may not even learn that something waits."""


def strangers(story: str) -> Mapping[str, frozenset[str]]:
    """All that is written, and everyone who neither wrote it, nor is shown it, nor opens an item in the story."""
    who, at_inbox, typed, openers = "", False, dict[str, set[str]](), set[str]()
    for line in story.splitlines():
        mark, _, words = line.partition(" ")
        if mark == "as":
            who, at_inbox = words, False
        elif mark == ">":
            openers |= {who} if at_inbox else set()
            at_inbox = at_inbox or words == "inbox"
            if words.endswith(".") and len(words.split()) > 3 and "{" not in words:
                typed.setdefault(words, set()).add(who)
        elif mark == "<" and words in typed:
            typed[words].add(who)
    return {words: frozenset(IDS) - openers - knowing for words, knowing in typed.items()}
