"""Questions in messages: a private message, a mention in a channel, a command; and what people say of the answers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError

from adapters.doors import contacts
from adapters.doors.hearing import Hearing
from adapters.slack import wiping
from adapters.slack.messages import Message, messages
from adapters.slack.text import Block, literal
from adapters.slack.workspaces import Caller, Workspace
from bot import openly
from bot.asking import Dropped, Replies, Said, Surface
from bot.card import Also, Card, Quote

Ack = Callable[..., Awaitable[object]]

OURS = re.compile(r"^\s*<@[UW]\w+(\|[^>]*)?>[\s,:]*")  # the mention that called us
LINKED = re.compile(r"<(?:(https?://|mailto:)([^|>]+))(?:\|([^>]*))?>")
FEEDBACK, HELPED, MISSED = "feedback", "helpful", "not_what_i_meant"
VERDICTS = frozenset({HELPED, MISSED})
LOOKING = "is looking in the policies"
PROMPTS = (
    ("Social media", "May I accept a friend request from a pupil?"),
    ("Photos", "May I post photos of a school trip?"),
    ("What can you do?", "help"),
)


@dataclass(frozen=True)
class Questions:
    hearing: Hearing

    async def direct(self, caller: Caller, event: Mapping[str, Any]) -> None:
        """A private message. A file in it is never fetched, and only its words are read."""
        channel, thread = str(event.get("channel")), _text(event.get("thread_ts"))
        said = unmarked(_text(event.get("text")))
        if event.get("files"):
            for message in drawn(await self.hearing.hear(caller, Dropped(), Surface.CHAT)):
                await self._send(caller.workspace, channel, message, thread)
            if not said.strip():
                return
        if thread:
            await self._status(caller.workspace, channel, thread)
        replies = await self.hearing.hear(caller, Said(said), Surface.CHAT)
        if any(reply.wipes for reply in replies):
            await wiping.wipe(caller, self.hearing.clock())
        for message in drawn(replies):
            await self._send(caller.workspace, channel, message, thread)

    async def mention(self, caller: Caller, event: Mapping[str, Any], others: bool) -> None:
        """In a channel's thread, or nothing there and all in private. `others`: people of other schools read it."""
        channel = str(event.get("channel"))
        thread = _text(event.get("thread_ts")) or _text(event.get("ts"))
        said = Said(unmarked(OURS.sub("", _text(event.get("text")))))
        replies = () if others else await self.hearing.hear(caller, said, Surface.ROOM)
        for message in drawn(replies):
            await self._send(caller.workspace, channel, message, thread)
        if not replies:
            await self._move(caller, channel, said)

    async def _move(self, caller: Caller, channel: str, said: Said) -> None:
        client = caller.workspace.client
        with suppress(SlackApiError):  # where they can't be told there, the private message must still come
            await client.chat_postEphemeral(channel=channel, user=caller.user, text=openly.MOVED)
        for message in drawn(await self.hearing.hear(caller, said, Surface.CHAT)):
            await self._send(caller.workspace, caller.user, message, "")

    async def command(self, caller: Caller, text: str, ack: Ack, respond: Ack) -> None:
        """What /policy answers, which only whoever asked can see."""
        heard = self.hearing.start(caller, Said(unmarked(text) or "help"), Surface.CHAT)
        replies = await self.hearing.soon(heard)
        await self.whisper(drawn(replies), ack, respond) if replies else await ack()
        if replies is None:
            await self.whisper(drawn(await heard), respond, respond)

    async def whisper(self, shown: Sequence[Message], ack: Ack, respond: Ack) -> None:
        """The first in answer to the command itself, which is quickest."""
        for message, way in zip(shown, (ack, *[respond] * (len(shown) - 1)), strict=True):
            await way(text=message.text, blocks=list(message.blocks), response_type="ephemeral")

    async def judged(self, caller: Caller, verdict: str) -> None:
        """Counted without a name."""
        if verdict in VERDICTS:
            await asyncio.to_thread(lambda: caller.workspace.count(verdict))

    async def refuse(self, workspace: Workspace, card: Card, channel: str, user: str, private: bool) -> None:
        """The outside numbers, which only they can see, and nothing else."""
        for message in messages(card):
            if private:
                await self._send(workspace, channel, message, "")
            else:
                await workspace.client.chat_postEphemeral(
                    channel=channel, user=user, text=message.text, blocks=message.blocks
                )

    async def prompts(self, workspace: Workspace, channel: str) -> None:
        """What somebody who opens the chat may begin with."""
        offered = [{"title": title, "message": message} for title, message in PROMPTS]
        await workspace.client.api_call(
            "assistant.threads.setSuggestedPrompts", json={"channel_id": channel, "prompts": offered}
        )

    async def _status(self, workspace: Workspace, channel: str, thread: str) -> None:
        """A nicety: where Slack will not show it, the answer still comes."""
        with suppress(SlackApiError):
            await workspace.client.assistant_threads_setStatus(channel_id=channel, thread_ts=thread, status=LOOKING)

    async def _send(self, workspace: Workspace, channel: str, message: Message, thread: str) -> None:
        await workspace.client.chat_postMessage(
            channel=channel,
            thread_ts=thread or None,
            text=message.text,
            blocks=message.blocks,
            unfurl_links=False,
            unfurl_media=False,
        )


def drawn(replies: Replies) -> tuple[Message, ...]:
    """With a word for feedback under an answer, and whom to ask where there was none."""
    return tuple(message for reply in replies for message in messages(_offering(reply.card), _after(reply.card)))


def unmarked(text: str) -> str:
    """What somebody typed, without Slack's markup: its links and its three entities. Mentions stay, as a name."""
    words = LINKED.sub(lambda found: found[3] or f"{found[1].removeprefix('mailto:')}{found[2]}", text)
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _offering(card: Card) -> Card:
    if not openly.found_nothing(card):
        return card
    return Card(card.title, card.parts, card.asks, (contacts.WHO_KNOWS, *card.buttons))


def _after(card: Card) -> tuple[Block, ...]:
    if not any(isinstance(part, Quote | Also) for part in card.parts):
        return ()
    choices = {"positive_button": ("Helpful", HELPED), "negative_button": ("Not what I meant", MISSED)}
    asked: Block = {"type": "feedback_buttons", "action_id": FEEDBACK}
    for side, (label, value) in choices.items():
        asked[side] = {"text": literal(label), "value": value, "accessibility_label": label}
    return ({"type": "context_actions", "elements": [asked]},)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
