"""Teams as a door for stories: what somebody would type in a terminal is pressed, chosen and filled in on Teams."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.card import Kind
from bot.commands import Command, command
from bot.step import Unclear
from tests.stories.doors import PEOPLE, answered
from tests.stories.stage import Clock
from tests.teams.connector import Sent
from tests.teams.filling import asked, card
from tests.teams.reading import buttons, elements, fields
from tests.teams.stage import Stage

FORMS = (Command.REPORT, Command.STATUS, Command.INBOX)
NEITHER = frozenset(
    {
        "Next",
        "I need more room",
        "Back",
        "Stop and delete",
        "Hide",
        "Help",
        "Someone is in danger",
        "Next page",
        "Page before",
    }
)
"""Buttons that every dialog may have: a number never means one of them."""
Element = Mapping[str, Any]


@dataclass
class TeamsDoor:
    """People are called by their ids in school.toml; each has installed the app before the story begins."""

    st: Stage
    clock: Clock
    shown: str = ""
    seen: dict[str, dict[str, str]] = field(default_factory=dict)  # each message, as somebody last saw it
    given: dict[str, dict[str, str]] = field(default_factory=dict)  # what stands in the fields of their dialog

    async def enter(self, *everyone: str) -> None:
        await self.st.installed(*everyone)
        for who in everyone:
            self._news(who)

    async def come(self, who: str) -> None:
        await self.st.carry()
        self.shown = self._news(who)

    async def let(self, time: timedelta) -> None:
        self.clock.at += time
        await self.st.carry()

    async def say(self, who: str, words: str) -> None:
        self.shown = ""
        await (self._in_form(who, words) if who in self.st.teams.dialogs else self._in_chat(who, words))
        await self.st.settle()
        await self.st.carry()
        self.shown += text(card(self.st, who)) + self._news(who)

    async def _in_form(self, who: str, words: str) -> None:
        """A button of the dialog, or the next of its fields; a dialog that has neither is closed."""
        drawn, heard = card(self.st, who), command(words)
        pressed = [b for b in buttons(drawn) if heard and b["data"]["candour"].get("press") == heard]
        questions = asked(self.st, who)
        if not questions:
            pressed = pressed or _meant(_last(drawn), words)
        if pressed:
            self.given.pop(who, None)
            await self.st.teams.act(who, pressed[0], {}, None)
        elif questions and heard is None:
            await self._next_field(who, drawn, questions, words)
        else:
            self.st.teams.dialogs.pop(who)
            await self._in_chat(who, words)

    async def _next_field(self, who: str, drawn: Element, questions: tuple[str, ...], words: str) -> None:
        given = self.given.setdefault(who, {})
        question = next(name for name in questions if name not in given)
        (asks,) = [each for each in fields(drawn) if each["id"] == question]
        school = self.st.house.school(None).school
        people = {person.id for person in school.people}
        options = {each["value"]: plain(each["title"]) for each in asks.get("choices", ())}
        kind = Kind.PEOPLE if question in PEOPLE else _kind(asks)
        if kind is Kind.PEOPLE:
            options = {value: label for value, label in options.items() if value not in people}
        try:
            answer = answered(kind, words, options, school)
        except Unclear as why:
            self.shown = str(why)
            return
        given[question] = (answer[0] if answer else "") if kind is Kind.TEXT else ",".join(answer)
        if len(given) == len(questions):
            await self.st.teams.fill(who, self.given.pop(who))

    async def _in_chat(self, who: str, words: str) -> None:
        """Whatever has a dialog is opened by the button that the chat offers."""
        last = next(iter(self.st.teams.to(who)[::-1]), None)
        if last and (meant := _meant(buttons(last.card), words)):
            await self.st.teams.act(who, meant[0], {}, last)
            return
        await self.st.say(who, words)
        if command(words) in FORMS:
            await self._in_chat(who, "1")

    def _news(self, who: str) -> str:
        """What is new in their chat, and what has changed there."""
        stands = {sent.id: said(sent) for sent in self.st.teams.to(who)}
        before, self.seen[who] = self.seen.get(who, {}), stands
        return "\n".join(words for id, words in stands.items() if before.get(id) != words)


def said(sent: Sent) -> str:
    return text(sent.card)


def text(drawn: Element) -> str:
    """A label that stands alone belongs to what stands beneath it."""
    return re.sub(r"(Your private code)\s+", r"\1: ", "\n".join(_lines(drawn)))


def _lines(drawn: Element) -> Iterator[str]:
    """What a card shows, as text: the runs of a block are one line."""
    for each in elements(drawn):
        kind = str(each.get("type"))
        if kind == "RichTextBlock":
            yield "".join(run["text"] for run in each["inlines"])
        elif kind.startswith("Input."):
            labels = {choice["value"]: plain(choice["title"]) for choice in each.get("choices", ())}
            held = [labels.get(value, value) for value in str(each.get("value", "")).split(",")]
            said = [f"You said: {', '.join(held)}"] if any(held) else []
            yield from (str(each.get("label", "")), *said, *labels.values())
        elif kind.startswith("Action."):
            yield str(each.get("title", ""))


def plain(marked: str) -> str:
    """As a reader sees what Teams reads as Markdown."""
    return re.sub(r"\\(.)", r"\1", marked)


def _kind(asks: Element) -> Kind:
    if asks["type"] == "Input.Text":
        return Kind.TEXT
    return Kind.CHOICES if asks["isMultiSelect"] else Kind.CHOICE


def _last(drawn: Element) -> list[dict[str, Any]]:
    """The buttons under the last heading."""
    body = list(drawn["body"])
    headed = [n for n, each in enumerate(body) if any(run.get("size") == "Large" for run in each.get("inlines", ()))]
    return [b for b in buttons(body[headed[-1] :] if headed else body) if b["title"] not in NEITHER]


def _meant(offered: list[dict[str, Any]], words: str) -> list[dict[str, Any]]:
    """By number or by label."""
    heard = words.casefold()
    return [b for n, b in enumerate(offered, 1) if heard in (str(n), str(b.get("tooltip", b["title"])).casefold())]
