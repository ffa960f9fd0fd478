"""Draws questions as the fields of a form, and reads back what was put into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.doors.hints import HOW
from adapters.doors.text import clipped, pieces, size
from adapters.slack.parts import labelled, section
from adapters.slack.text import LABEL as OPTION
from adapters.slack.text import PIECE, Block, literal
from bot.boxes import BOX, BOXES
from bot.card import Ask, Choice, Kind

FIELD = "v"
NEXT_BOX, LISTED = "#", "?"  # after a question's name: its further boxes, and the choices beside a search
OPEN = 10  # choices that stand open; more are in a list that unfolds
MOST = 100
VALUE, LABEL = 150, 2_000


class TooMany(ValueError):
    """More choices than a form on Slack can show."""


def fields(ask: Ask, boxes: int = 1, people: Sequence[Choice] = ()) -> Iterator[Block]:
    """`people` are those of the school, where it is asked who somebody is."""
    prompt, hint = ask.prompt, HOW.get(ask.how, "")
    if size(prompt) > LABEL:
        yield from map(section, pieces(prompt, PIECE))
        prompt = "Your answer"
    if ask.kind is Kind.TEXT:
        yield from _boxes(ask, prompt, hint, boxes)
    elif ask.kind is Kind.PEOPLE:
        yield from _people(ask, prompt, hint, people)
    else:
        yield from _choosing(ask.name, prompt, ask, ask.choices, hint)


def boxed(ask: Ask) -> tuple[str, ...]:
    """The words given before, one text for each box: Slack counts an emoji as two."""
    if all(size(text) <= BOX for text in ask.held):
        return ask.held
    return tuple(piece.removesuffix("\n") for piece in pieces("\n".join(ask.held), BOX))


def needed(ask: Ask, boxes: int = 1) -> int:
    """How many boxes its words need, with those that were asked for."""
    return max(min(boxes, BOXES), ask.boxes, len(boxed(ask))) if ask.kind is Kind.TEXT else 1


def read(values: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """What each question was answered with: choices by value, people by id, words as one value for each box."""
    found: dict[str, tuple[str, ...]] = {}
    for block in sorted(values, key=_place):
        state = values[block]
        given = _given(state.get(FIELD)) if isinstance(state, Mapping) else ()
        name = block.split(NEXT_BOX)[0].removesuffix(LISTED)
        found[name] = found.get(name, ()) + given
    return {name: given if any(given) else () for name, given in found.items()}


def _place(block: str) -> int:
    """Which of its question's boxes it is."""
    number = block.rpartition(NEXT_BOX)[2]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 3 else 0


def _given(state: Any) -> tuple[str, ...]:
    """A field of a kind that we never draw gives nothing."""
    if not isinstance(state, Mapping):
        return ()
    if "value" in state:
        return (state["value"] if isinstance(state["value"], str) else "",)
    chosen = state.get("selected_options") or [state.get("selected_option")]
    options = chosen if isinstance(chosen, Sequence) and not isinstance(chosen, str) else []
    return tuple(str(option["value"]) for option in options if isinstance(option, Mapping) and "value" in option)


def _boxes(ask: Ask, prompt: str, hint: str, boxes: int) -> Iterator[Block]:
    held = boxed(ask)
    for number in range(needed(ask, boxes)):
        box = _box(held[number] if number < len(held) else "", ask.long)
        if number == 0:
            yield _input(ask.name, prompt, box, hint, ask.optional)
        else:
            yield _input(f"{ask.name}{NEXT_BOX}{number + 1}", "More room", box, "", optional=True)


def _box(text: str, lines: bool) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": FIELD, "multiline": lines, "max_length": BOX}
    return {**element, "initial_value": text} if text else element


def _people(ask: Ask, prompt: str, hint: str, people: Sequence[Choice]) -> Iterator[Block]:
    """One list where Slack can show it whole; else names are looked for as they are typed, the rest stands below."""
    if len(ask.choices) + len(people) <= MOST:
        yield from _choosing(ask.name, prompt, ask, (*ask.choices, *people), hint, folds=True)
        return
    chosen = [option(choice) for choice in people if choice.value in ask.held]
    element: Block = {"type": "multi_external_select", "action_id": FIELD, "min_query_length": 1}
    yield _input(ask.name, prompt, {**element, "initial_options": chosen} if chosen else element, hint, optional=True)
    if ask.choices:
        yield from _choosing(f"{ask.name}{LISTED}", "Or choose", ask, ask.choices, optional=True)


def _choosing(
    block: str,
    prompt: str,
    ask: Ask,
    choices: Sequence[Choice],
    hint: str = "",
    folds: bool = False,
    optional: bool = False,
) -> Iterator[Block]:
    if not 0 < len(choices) <= MOST:
        raise TooMany(f"{ask.name} has {len(choices)} choices, and a form on Slack can show 1 to {MOST}.")
    labels, legend = labelled([choice.label for choice in choices])
    options = [_option(choice.value, label) for choice, label in zip(choices, labels, strict=True)]
    held = [drawn for drawn in options if drawn["value"] in ask.held]
    yield from legend
    yield _input(block, prompt, _list(options, held, ask.kind, folds), hint, ask.optional or optional)


def _list(options: list[Block], held: list[Block], kind: Kind, folds: bool) -> Block:
    several, stands_open = kind is not Kind.CHOICE, len(options) <= OPEN and not folds
    names = {
        (False, True): "radio_buttons",
        (False, False): "static_select",
        (True, True): "checkboxes",
        (True, False): "multi_static_select",
    }
    element: Block = {"type": names[several, stands_open], "action_id": FIELD, "options": options}
    if held and several:
        element["initial_options"] = held
    elif held:
        element["initial_option"] = held[0]
    return element


def option(choice: Choice) -> Block:
    """Of a search, which has no room for a legend."""
    return _option(choice.value, clipped(choice.label, OPTION))


def _option(value: str, label: str) -> Block:
    if size(value) > VALUE:
        raise TooMany(f"A choice's value has {size(value)} characters, and Slack takes {VALUE}.")
    return {"text": literal(label), "value": value}


def _input(block: str, prompt: str, element: Block, hint: str = "", optional: bool = False) -> Block:
    drawn = {
        "type": "input",
        "block_id": block,
        "label": literal(prompt),
        "element": element,
        "optional": optional,
    }
    return {**drawn, "hint": literal(hint)} if hint else drawn
