"""Draws replies as one dialog: a form that Teams shows to one person and keeps nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from adapters.doors.hints import COMMANDS, IN_DANGER, MORE_ROOM, PAGE
from adapters.doors.text import clipped
from adapters.teams import asks
from adapters.teams.cards import OURS, adaptive, aloud, drawn, heading, row_of_buttons, say
from adapters.teams.messages import Private, executes
from adapters.teams.text import Element, one_line, spoken, weight
from bot.asking import Replies
from bot.boxes import BOXES
from bot.card import Ask, Button, Card, Choice, Kind, Secret

NAME, NEXT = "Candour", "Next"
TITLE = 60
MOST = 45_000  # bytes of one page
SEVERAL = frozenset({Kind.CHOICES, Kind.PEOPLE})
ADAPTIVE = "application/vnd.microsoft.card.adaptive"


@dataclass(frozen=True)
class Sign:
    """What a dialog must remember of itself. It holds names of questions and opaque ids, and nobody's words."""

    asked: tuple[str, ...] = ()
    several: tuple[str, ...] = ()  # of those, the ones that take more than one choice
    again: str = ""  # the button's action that shows the same replies again
    page: int = 0
    boxes: Mapping[str, int] = field(default_factory=dict)  # how many a question of words has, where it has several
    opener: str = ""  # the message that the dialog was opened from
    here: bool = False  # drawn in the chat, because no dialog would open: never with a code
    made_for: str = ""  # a hash of whom it was drawn for
    of: str = ""  # what is followed or written on it

    def written(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value != getattr(EMPTY, name)}


EMPTY = Sign()


def sign(data: Mapping[str, Any]) -> Sign:
    """What a dialog remembers; an empty sign where it is not one of ours."""
    ours = data.get(OURS)
    kept = ours.get("sign") if isinstance(ours, Mapping) else None
    if not isinstance(kept, Mapping):
        return Sign()
    return Sign(
        _names(kept.get("asked")),
        _names(kept.get("several")),
        str(kept.get("again") or ""),
        _number(kept.get("page"), 0),
        _counts(kept.get("boxes")),
        str(kept.get("opener") or ""),
        kept.get("here") is True,
        str(kept.get("made_for") or ""),
        str(kept.get("of") or ""),
    )


def dialog(replies: Replies, kept: Sign, typed: asks.Answers | None = None, people: Sequence[Choice] = ()) -> Element:
    """What answers a request for a dialog: a page of the replies, the last card's questions on the last of them."""
    last = replies[-1].card
    page = {"title": _title(last), "height": "large", "width": "large"}
    attached = {"contentType": ADAPTIVE, "content": form(replies, kept, typed, people)}
    return {"task": {"type": "continue", "value": {**page, "card": attached}}}


def form(replies: Replies, kept: Sign, typed: asks.Answers | None = None, people: Sequence[Choice] = ()) -> Element:
    """`typed` stood in the fields a moment ago; `people` are those of the school."""
    shown = [reply.card for reply in replies]
    last = _retyped(shown[-1], typed or {})
    boxes = {ask.name: asks.needed(ask, kept.boxes.get(ask.name, 1)) for ask in last.asks}
    leaves = _leaves(list(_above([*shown[:-1], last], kept)), list(_fields(last, boxes, people)))
    page = min(max(kept.page, 0), len(leaves) - 1)
    on_last = page == len(leaves) - 1
    asked = last.asks if on_last else ()
    kept = replace(
        kept,
        asked=tuple(ask.name for ask in asked),
        several=tuple(ask.name for ask in asked if ask.kind in SEVERAL),
        page=page,
        boxes={name: many for name, many in boxes.items() if many > 1},
        of=last.of,
    )
    body = [*leaves[page], *_turning(page, len(leaves), kept), *_buttons(last, kept, on_last)]
    return adaptive(body, spoken(NAME) if any(isinstance(part, Secret) for part in last.parts) else aloud(last))


def _above(cards: Sequence[Card], kept: Sign) -> Iterator[Element]:
    for number, card in enumerate(cards):
        yield from heading(card.title)
        for part in card.parts:
            if kept.here and isinstance(part, Secret):
                raise Private(Private.__doc__)
            yield from drawn(part)
        if number < len(cards) - 1 and card.buttons:
            yield from pressing(card.buttons, kept)


def _fields(card: Card, boxes: Mapping[str, int], people: Sequence[Choice]) -> Iterator[Element]:
    for ask in card.asks:
        yield from asks.fields(ask, boxes[ask.name], card.problems.get(ask.name, ""), people)


def _buttons(card: Card, kept: Sign, on_last: bool) -> Iterator[Element]:
    if kept.asked:
        yield {"type": "ActionSet", "actions": [_next(kept)]}
    longer = [ask for ask in card.asks if on_last and ask.long and kept.boxes.get(ask.name, 1) < BOXES]
    more = [Button("I need more room", f"{MORE_ROOM}:{ask.name}") for ask in longer]
    hinted = [COMMANDS[hint] for hint in card.hints if hint in COMMANDS]
    if hinted:
        hinted.append(IN_DANGER)
    for several in (more, list(card.buttons) if on_last else [], hinted):
        yield from pressing(several, kept)


def pressing(buttons: Sequence[Button], kept: Sign) -> Iterator[Element]:
    """What stands in the fields goes with it, and need not be complete."""
    written = kept.written()
    made = {
        button.action: _does({"press": button.action, "sign": written}, button.label, kept, False) for button in buttons
    }
    yield from row_of_buttons(buttons, made)


def _next(kept: Sign) -> Element:
    made = _does({"next": True, "sign": kept.written()}, NEXT, kept, True)
    return {**made, "title": NEXT, "style": "positive"}


def _does(ours: Mapping[str, Any], label: str, kept: Sign, whole: bool) -> Element:
    """Inputs that are required hold `Next` back, and nothing else."""
    inputs = "auto" if whole or str(ours.get("press", "")).startswith(f"{MORE_ROOM}:") else "none"
    if kept.here:
        return executes(ours, one_line(label), inputs)
    return {"type": "Action.Submit", "associatedInputs": inputs, "data": {OURS: dict(ours)}}


def _turning(page: int, pages: int, kept: Sign) -> Iterator[Element]:
    before = [Button("Page before", f"{PAGE}:{page - 1}")] if page else []
    after = [Button("Next page", f"{PAGE}:{page + 1}")] if page < pages - 1 else []
    if pages > 1:
        yield from say(f"Page {page + 1} of {pages}")
        yield from pressing([*before, *after], kept)


def _leaves(above: list[Element], asked: list[Element]) -> list[list[Element]]:
    """Pages that Teams takes: the questions stand together at the end of the last."""
    leaves: list[list[Element]] = [[]]
    heavy = 0
    for element in above:
        adds = weight(element)
        if leaves[-1] and heavy + adds > MOST:
            leaves.append([])
            heavy = 0
        leaves[-1].append(element)
        heavy += adds
    if leaves[-1] and heavy + sum(map(weight, asked)) > MOST and asked:
        leaves.append([])
    leaves[-1] += asked
    return leaves


def _retyped(card: Card, typed: asks.Answers) -> Card:
    """The same questions with what stood in their fields, so that a mistake costs nobody their words."""
    return replace(card, asks=tuple(_with(ask, typed.get(ask.name, ())) for ask in card.asks)) if typed else card


def _with(ask: Ask, values: tuple[str, ...]) -> Ask:
    return replace(ask, held=values) if values else ask


def _title(card: Card) -> str:
    return clipped(one_line(card.title), TITLE)


def _names(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str))[:50] if isinstance(value, list) else ()


def _counts(value: object) -> Mapping[str, int]:
    found = list(value.items())[:50] if isinstance(value, Mapping) else []
    return {str(name): _number(many, 1) for name, many in found}


def _number(value: object, least: int) -> int:
    return max(least, min(value, 1_000)) if isinstance(value, int) and not isinstance(value, bool) else least
