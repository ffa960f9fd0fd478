"""What the Teams connector posted, as far as we read it: a few named fields, each looked at before it is believed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ANYONE = re.compile(r"<at[^>]*>(.*?)</at>", re.IGNORECASE | re.DOTALL)
IN_WORDS = "text/html"  # what Teams adds to formatted words: the same words again, and no file
PERSONAL = "personal"


class Unreadable(ValueError):
    """Not an activity of the connector's."""


@dataclass(frozen=True)
class Reference:
    """Where to write to somebody: Microsoft's own conversation reference, which both of its SDKs read."""

    service: str
    conversation: str
    tenant: str
    bot: str
    account: str = ""  # the connector's id of the person
    kind: str = PERSONAL
    user: str = ""  # the person's object id in their directory; unknown where it was kept by an earlier release

    def written(self) -> dict[str, Any]:
        return {
            "channelId": "msteams",
            "serviceUrl": self.service,
            "conversation": {"id": self.conversation, "tenantId": self.tenant, "conversationType": self.kind},
            "bot": {"id": self.bot},
            "user": {"id": self.account, "aadObjectId": self.user},
        }

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Reference:
        place = kept["conversation"]
        return cls(
            kept["serviceUrl"],
            place["id"],
            place["tenantId"],
            kept["bot"]["id"],
            kept["user"]["id"],
            place["conversationType"],
            kept["user"].get("aadObjectId", ""),
        )


@dataclass(frozen=True)
class Event:
    kind: str  # message, invoke, conversationUpdate, installationUpdate
    name: str  # of an invoke
    id: str
    where: Reference
    user: str  # the person's object id in their directory
    action: str = ""  # of an installationUpdate
    text: str = ""
    value: Mapping[str, Any] = field(default_factory=dict)
    files: bool = False
    about: str = ""  # the id of the message that a button stood on
    joined: bool = False  # we were added to this conversation


def event(body: object) -> Event:
    """Raises Unreadable."""
    if not isinstance(body, Mapping):
        raise Unreadable(Unreadable.__doc__)
    sender, bot, place = _table(body, "from"), _table(body, "recipient"), _table(body, "conversation")
    where = Reference(
        _text(body, "serviceUrl"),
        _text(place, "id"),
        _tenant(body, place),
        _text(bot, "id"),
        _text(sender, "id"),
        _text(place, "conversationType") or PERSONAL,
        _text(sender, "aadObjectId"),
    )
    kind = _text(body, "type")
    if not (kind and where.service and where.conversation and where.bot):
        raise Unreadable(Unreadable.__doc__)
    return Event(
        kind,
        _text(body, "name"),
        _text(body, "id"),
        where,
        _text(sender, "aadObjectId"),
        _text(body, "action"),
        said(body, where.bot),
        _table(body, "value"),
        any(_text(file, "contentType") != IN_WORDS for file in _list(body, "attachments")),
        _text(body, "replyToId"),
        any(_text(member, "id") == where.bot for member in _list(body, "membersAdded")),
    )


def said(body: Mapping[str, Any], bot: str) -> str:
    """What somebody typed: without the mention that called us, and with a sign where another person is mentioned."""
    text = _text(body, "text")
    for entity in _list(body, "entities"):
        called = _text(entity, "text")
        if _text(entity, "type") == "mention" and called and _text(_table(entity, "mentioned"), "id") == bot:
            text = text.replace(called, " ")
    return ANYONE.sub(lambda found: f"<@person {found[1]}>", text).replace("\u00a0", " ").strip()


def _tenant(body: Mapping[str, Any], place: Mapping[str, Any]) -> str:
    """Raises Unreadable where two places name different ones."""
    named = {_text(place, "tenantId"), _text(_table(_table(body, "channelData"), "tenant"), "id")} - {""}
    if len(named) > 1:
        raise Unreadable(Unreadable.__doc__)
    return next(iter(named), "")


def _table(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = value.get(name)
    return found if isinstance(found, Mapping) else {}


def _list(value: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = value.get(name)
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _text(value: Mapping[str, Any], name: str) -> str:
    """Half a character, which JSON may hold, becomes a sign for what can't be shown: nobody could send it on."""
    found = value.get(name)
    if not isinstance(found, str):
        return ""
    return found.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
