"""Slack as a door for stories: what somebody would type in a terminal is pressed, chosen and filled in on Slack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.card import Kind
from bot.commands import Command, command
from bot.step import Unclear
from tests.slack.filling import asked_all, put
from tests.slack.stage import Stage
from tests.stories.doors import PEOPLE, answered
from tests.stories.stage import Clock

FORMS = (Command.REPORT, Command.STATUS, Command.INBOX)
OF_THE_LAST_CARD = 70  # buttons with smaller numbers
Block = Mapping[str, Any]
KINDS = {
    "plain_text_input": Kind.TEXT,
    "radio_buttons": Kind.CHOICE,
    "static_select": Kind.CHOICE,
    "checkboxes": Kind.CHOICES,
    "multi_static_select": Kind.CHOICES,
}


@dataclass
class SlackDoor:
    st: Stage
    clock: Clock
    accounts: Mapping[str, str]  # Slack's id of each person
    shown: str = ""
    seen: dict[str, int] = field(default_factory=dict)  # messages that somebody has looked at
    given: dict[str, dict[str, Any]] = field(default_factory=dict)  # what stands in the fields of their form

    async def come(self, who: str) -> None:
        await self.st.carry()
        self.shown = self._news(self.accounts[who])

    async def let(self, time: timedelta) -> None:
        self.clock.at += time
        await self.st.carry()

    async def say(self, who: str, words: str) -> None:
        user = self.accounts[who]
        self.shown = ""
        await (self._in_form(user, words) if self.st.slack.top(user) else self._in_chat(user, words))
        await self.st.settle()
        await self.st.carry()
        self.shown += self._form(user) + self._news(user)

    async def _in_form(self, user: str, words: str) -> None:
        """A button of the form, or the next of its fields; a form that has neither is closed."""
        view, heard = self.st.slack.top(user), command(words)
        pressed = [b for b in _buttons(view) if heard and b["value"] == heard]
        last = [b for b in _buttons(view) if int(b["action_id"].partition(":")[2]) < OF_THE_LAST_CARD]
        questions = asked_all(self.st, user)
        if not questions:
            pressed = pressed or _meant(last, words)
        if pressed:
            self.given.pop(user, None)
            await self.st.slack.click(user, pressed[0]["action_id"], view=view)
        elif questions and heard is None:
            await self._next_field(user, view, questions, words)
        else:
            await self.st.slack.close(user)
            await self._in_chat(user, words)

    async def _next_field(self, user: str, view: Block, questions: tuple[str, ...], words: str) -> None:
        given = self.given.setdefault(user, {})
        question = next(name for name in questions if name not in given)
        block = next(b for b in view["blocks"] if b.get("block_id") == question)
        people = {person.id for person in self.st.house.school(None).school.people}
        options = {o["value"]: o["text"]["text"] for o in block["element"].get("options", ())}
        kind = Kind.PEOPLE if question in PEOPLE else KINDS[block["element"]["type"]]
        if kind is Kind.PEOPLE:
            options = {value: label for value, label in options.items() if value not in people}
        try:
            answer = answered(kind, words, options, self.st.house.school(None).school)
        except Unclear as why:
            self.shown = str(why)
            return
        one = kind in (Kind.TEXT, Kind.CHOICE)
        given[question] = (answer[0] if answer else None) if one else list(answer)
        if len(given) == len(questions):
            _, reply = await put(self.st, user, self.given.pop(user))
            self.shown = " ".join((reply or {}).get("errors", {}).values())

    async def _in_chat(self, user: str, words: str) -> None:
        """Whatever has a form is opened by the button that the chat offers."""
        last = next((m for m in reversed(self.st.slack.visible(user)) if m["user"] == self.st.slack.bot), None)
        if last and (meant := _meant(list(_buttons(last)), words)):
            await self.st.slack.click(user, meant[0]["action_id"], last)
            return
        await self.st.slack.dm(user, words)
        await self.st.settle()
        if command(words) in FORMS:
            await self._in_chat(user, "1")

    def _form(self, user: str) -> str:
        view = self.st.slack.top(user)
        return text(view["blocks"]) if view else ""

    def _news(self, user: str) -> str:
        said = [m for m in self.st.slack.visible(user) if m["user"] == self.st.slack.bot]
        new = said[self.seen.get(user, 0) :]
        self.seen[user] = len(said)
        return "\n".join(text(message["blocks"] or ()) for message in new)


def text(blocks: Iterable[Block]) -> str:
    """A label that stands alone belongs to what stands beneath it."""
    said = "\n".join(line for block in blocks for line in lines(block))
    return re.sub(r"(Your private code)\s+", r"\1: ", said)


def lines(block: Block) -> Iterator[str]:
    """What a block shows, as text: a row of facts is one line."""
    text = block.get("text") or block.get("label")
    if isinstance(text, Mapping):
        yield str(text["text"])
    element = block.get("element") or {}
    held = element.get("initial_options") or [option for option in (element.get("initial_option"),) if option]
    said = (element.get("initial_value", ""), *(option["text"]["text"] for option in held))
    if any(said):
        yield f"You said: {', '.join(filter(None, said))}"
    yield from (option["text"]["text"] for option in element.get("options", ()))
    if block["type"] == "rich_text":
        yield ": ".join("".join(e.get("text", "") for e in part["elements"]) for part in block["elements"])
        return
    for inner in block.get("elements", ()):
        label = inner.get("text")
        yield str(label["text"] if isinstance(label, Mapping) else label or "")


def _buttons(shown: Block) -> Iterator[Block]:
    for block in shown["blocks"] or ():
        yield from (e for e in block.get("elements", ()) if e.get("type") == "button")


def _meant(buttons: list[Block], words: str) -> list[Block]:
    """By number or by label."""
    said = words.casefold()
    return [b for n, b in enumerate(buttons, 1) if said in (str(n), b["text"]["text"].casefold())]
