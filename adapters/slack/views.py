"""Draws replies as one view: a form that Slack shows to one person and keeps nowhere, or the App Home."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from adapters.doors.hints import COMMANDS, IN_DANGER, MORE_ROOM, PAGE
from adapters.doors.text import digest
from adapters.slack import asks, parts
from adapters.slack.text import Block, literal
from bot.asking import AGAIN, Replies
from bot.boxes import BOXES
from bot.card import Button, Card, Choice
from bot.cover import TITLE

FORM = "form"
MOST_BLOCKS, MOST_BYTES = 90, 120_000  # of Slack's 100, and of its 250,000
NO_BOXES: Mapping[str, int] = {}


@dataclass(frozen=True)
class Sign:
    """What a view must remember of itself. It holds names of questions and opaque ids, and nobody's words."""

    asked: tuple[str, ...] = ()
    again: str = AGAIN  # the button's action that shows the same replies again
    page: int = 0
    boxes: Mapping[str, int] = field(default_factory=dict)  # how many each question of words has, where it has several
    shown: str = ""  # a digest of what stood above the questions
    made_for: str = ""  # a hash of whom it was drawn for
    of: str = ""  # what is followed or written on it

    def written(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


def sign(view: Mapping[str, Any]) -> Sign:
    """What a view remembers; an empty sign where it is not one of ours."""
    try:
        kept = json.loads(view.get("private_metadata") or "{}")
        known = {name: kept[name] for name in ("again", "page", "boxes", "shown", "made_for", "of") if name in kept}
        known |= {name: str(known.get(name, "")) for name in ("made_for", "of")}
        known["boxes"] = {str(name): int(many) for name, many in known.get("boxes", {}).items()}
        return Sign(tuple(map(str, kept.get("asked", ()))), **known)
    except (ValueError, TypeError, AttributeError):
        return Sign()


def form(
    replies: Replies,
    action: str = "",
    page: int = 0,
    boxes: Mapping[str, int] = NO_BOXES,
    people: Sequence[Choice] = (),
    made_for: str = "",
) -> Block:
    """All of the replies in one view, of as many pages as they need; the last card's questions on the last of them.

    `action` is the button's that they answer; `boxes` those that were asked for; `people` those of the school;
    `made_for` a hash of whom it is drawn for.
    """
    cards = [reply.card for reply in replies]
    last = cards[-1]
    drawn = boxes_of(last, boxes)
    leaves = _leaves(list(_above(cards)), list(_asked(last, drawn, people)))
    page = min(max(page, 0), len(leaves) - 1)
    names = tuple(ask.name for ask in last.asks) if page == len(leaves) - 1 else ()
    again = AGAIN if last.asks or not action else action
    view: Block = {
        "type": "modal",
        "callback_id": FORM,
        "title": literal(TITLE),
        "close": literal("Close"),
        "private_metadata": Sign(names, again, page, drawn, shown_of(replies), made_for, last.of).written(),
        "blocks": [*leaves[page], *_turning(page, len(leaves))],
    }
    return {**view, "submit": literal("Next")} if names else view


def boxes_of(card: Card, wanted: Mapping[str, int] = NO_BOXES) -> dict[str, int]:
    """How many boxes each question of words is drawn with, where it is more than one."""
    many = {ask.name: asks.needed(ask, wanted.get(ask.name, 1)) for ask in card.asks}
    return {name: boxes for name, boxes in many.items() if boxes > 1}


def home(cards: Sequence[Card]) -> Block:
    """The App Home. What does not fit is left to the buttons' own forms, and said."""
    blocks = [block for number, card in enumerate(cards) for block in _home_card(card, number)]
    if len(blocks) > MOST_BLOCKS:
        blocks = [*blocks[:MOST_BLOCKS], parts.section("There is more than this page can show. Ask me for the rest.")]
    return {"type": "home", "blocks": blocks}


def shown_of(replies: Replies) -> str:
    """A digest of everything but the questions and what is wrong with their answers."""
    return digest(repr([(reply.card.title, reply.card.parts) for reply in replies]))


def _above(cards: Sequence[Card]) -> Iterator[Block]:
    for number, card in enumerate(cards):
        yield from parts.header(card.title)
        for part in card.parts:
            yield from parts.drawn(part)
        if number < len(cards) - 1 and card.buttons:
            yield from parts.buttons(card.buttons, first=100 * (number + 1))


def _asked(card: Card, boxes: Mapping[str, int], people: Sequence[Choice]) -> Iterator[Block]:
    for number, ask in enumerate(card.asks):
        if ask.name in card.problems:
            yield parts.section(f"Please look at this again. {card.problems[ask.name]}")
        many = boxes.get(ask.name, 1)
        yield from asks.fields(ask, many, people)
        if ask.long and many < BOXES:
            yield from parts.buttons((Button("I need more room", f"{MORE_ROOM}:{ask.name}"),), first=80 + number)
    if card.buttons:
        yield from parts.buttons(card.buttons)
    hinted = [COMMANDS[hint] for hint in card.hints if hint in COMMANDS]
    if hinted:
        yield from parts.buttons((*hinted, IN_DANGER), first=90)


def _leaves(above: list[Block], asked: list[Block]) -> list[list[Block]]:
    """Pages that Slack takes: the questions stand together at the end of the last."""
    leaves: list[list[Block]] = [[]]
    weight = 0
    for block in above:
        adds = _bytes(block)
        if leaves[-1] and (len(leaves[-1]) >= MOST_BLOCKS or weight + adds > MOST_BYTES):
            leaves.append([])
            weight = 0
        leaves[-1].append(block)
        weight += adds
    if len(leaves[-1]) + len(asked) > MOST_BLOCKS or weight + sum(map(_bytes, asked)) > MOST_BYTES:
        leaves.append([])
    leaves[-1] += asked
    return leaves


def _turning(page: int, pages: int) -> Iterator[Block]:
    before = [Button("Page before", f"{PAGE}:{page - 1}")] if page else []
    after = [Button("Next page", f"{PAGE}:{page + 1}")] if page < pages - 1 else []
    if pages > 1:
        yield parts.section(f"Page {page + 1} of {pages}")
        yield from parts.buttons([*before, *after], first=70)


def _home_card(card: Card, number: int) -> Iterator[Block]:
    yield from parts.header(card.title)
    for part in card.parts:
        yield from parts.drawn(part)
    if card.buttons:
        yield from parts.buttons(card.buttons, first=100 * number)


def _bytes(block: Block) -> int:
    return len(json.dumps(block))
