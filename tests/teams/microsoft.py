"""What stands in a Teams of our own, in which conversation, and who could see which words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp

APP, BOT = "11111111-2222-3333-4444-555555555555", "28:11111111-2222-3333-4444-555555555555"
TENANT = "00000000-0000-0000-0000-00000000aaaa"
ISSUER = "https://api.botframework.com"
SECRET = "test-client-secret"  # noqa: S105 - of our own connector
LARGEST = 80_000


@dataclass
class Sent:
    """A message that stands in a conversation: as it is now, and everything that it ever was."""

    id: str
    conversation: str
    activity: dict[str, Any]
    before: list[dict[str, Any]] = field(default_factory=list)

    @property
    def card(self) -> dict[str, Any]:
        return dict(self.activity["attachments"][0]["content"])

    @property
    def words(self) -> str:
        return json.dumps(self.activity, ensure_ascii=False)


@dataclass
class Microsoft:
    people: Mapping[str, str]  # name -> object id
    guests: frozenset[str] = frozenset()
    channel: frozenset[str] = frozenset()  # who is in the team's channel
    installed: set[str] = field(default_factory=set)
    messages: list[Sent] = field(default_factory=list)
    dialogs: dict[str, dict[str, Any]] = field(default_factory=dict)  # what stands open before each person
    extended: set[str] = field(default_factory=set)  # whose dialog was opened from the menu of a message
    shown: dict[str, list[str]] = field(default_factory=dict)  # every dialog a person has seen
    violations: list[str] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)  # status codes to answer next, before all goes well again
    body: bytes = b'{"error":{"code":"Told"}}'  # what stands in such an answer
    after: str = ""  # what Retry-After says with them
    kids: list[str] = field(default_factory=lambda: ["k1"])
    signs: str = "k1"
    key_reads: int = 0
    token_reads: int = 0
    token_takes: float = 0.0
    calls: list[tuple[str, str]] = field(default_factory=list)
    base: str = ""
    app_url: str = ""
    session: aiohttp.ClientSession | None = None

    @property
    def service(self) -> str:
        return f"{self.base}/teams/"

    def account(self, name: str) -> str:
        return f"29:{name}"

    def chat(self, name: str) -> str:
        return f"a:{name}"

    def owner(self, conversation: str) -> str:
        return next((name for name in self.people if conversation == self.chat(name)), "")

    def seen(self, name: str) -> str:
        """Every word that this person could ever see."""
        texts = list(self.shown.get(name, ()))
        for sent in self.messages:
            if sent.conversation == self.chat(name) or (name in self.channel and not self.owner(sent.conversation)):
                texts += [json.dumps(each, ensure_ascii=False) for each in (*sent.before, sent.activity)]
        return "\n".join(texts)

    def kept(self) -> str:
        """What Microsoft 365 keeps: every message, as it is and as it ever was. No dialog is among them."""
        every = [each for sent in self.messages for each in (*sent.before, sent.activity)]
        return json.dumps(every, ensure_ascii=False)

    def to(self, name: str) -> list[Sent]:
        return [sent for sent in self.messages if sent.conversation == self.chat(name)]

    def now(self, name: str) -> str:
        """The dialog that stands open."""
        return json.dumps(self.dialogs.get(name), ensure_ascii=False)
