"""Draws questions as the fields of a card, and reads back what was put into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.doors.hints import HOW
from adapters.doors.text import pieces, size
from adapters.teams.cards import OURS, say
from adapters.teams.text import Element, escaped, one_line
from bot.boxes import BOX, BOXES
from bot.card import Ask, Choice, Kind
from bot.step import Names, Unclear

Answers = Mapping[str, tuple[str, ...]]

NEXT_BOX, TYPED, BETWEEN = "#", "~", ","  # after a question's name: its further boxes, and names that are typed
OPEN = 10  # choices that stand open; more are in a list that unfolds
LISTED = 300  # people whom one list holds: with more of them a card could be too heavy for Teams
LABEL = 2_000
NEEDED = "Please answer this before you go on."
NAMES = "Type whole names, with commas between them."


class Undrawable(ValueError):
    """A choice whose value has a comma can't be told from two choices."""


def fields(ask: Ask, boxes: int = 1, problem: str = "", people: Sequence[Choice] = ()) -> Iterator[Element]:
    """The question, what was wrong with its answer, and where to answer it. `people` are those of the school."""
    prompt, hint = ask.prompt, HOW.get(ask.how, "")
    if size(prompt) > LABEL:
        yield from say(prompt)
        prompt = "Your answer"
    if problem:
        yield from say(f"Please look at this again. {problem}", color="Attention", weight="Bolder")
    if hint:
        yield from say(hint, isSubtle=True, size="Small")
    if ask.kind is Kind.TEXT:
        yield from _boxes(ask, prompt, boxes)
    elif ask.kind is Kind.PEOPLE:
        yield from _people(ask, prompt, people)
    else:
        yield {**_named(ask.name, prompt), **_set(ask, ask.choices), "isRequired": not ask.optional}


def needed(ask: Ask, boxes: int = 1) -> int:
    """How many boxes its words need, with those that were asked for."""
    return max(min(boxes, BOXES), ask.boxes, len(_boxed(ask))) if ask.kind is Kind.TEXT else 1


def read(
    data: Mapping[str, Any], several: frozenset[str] = frozenset(), names: Names | None = None
) -> dict[str, tuple[str, ...]]:
    """What each question was answered with: choices by value, people by id, words as one value for each box.

    `several` take more than one choice; `names` finds the person of a name that was typed.
    """
    found: dict[str, tuple[str, ...]] = {}
    for field, value in sorted(data.items()):
        if field == OURS or not isinstance(value, str):
            continue
        name = field.split(NEXT_BOX)[0].removesuffix(TYPED)
        given = _typed(value, names) if field.endswith(TYPED) else _given(value, field in several)
        found[name] = found.get(name, ()) + given
    return {name: given if any(given) else () for name, given in found.items()}


def _given(value: str, several: bool) -> tuple[str, ...]:
    return tuple(one for one in value.split(BETWEEN) if one) if several else (value,)


def _typed(value: str, names: Names | None) -> tuple[str, ...]:
    return tuple(_found(one.strip(), names) for one in value.split(BETWEEN) if one.strip())


def _found(typed: str, names: Names | None) -> str:
    """The id of whoever it names; as it was typed, where that is nobody or several."""
    try:
        return names(typed) if names else typed
    except Unclear:
        return typed


def _boxed(ask: Ask) -> tuple[str, ...]:
    """The words given before, one text for each box: Teams counts an emoji as two."""
    if all(size(text) <= BOX for text in ask.held):
        return ask.held
    return tuple(piece.removesuffix("\n") for piece in pieces("\n".join(ask.held), BOX))


def _boxes(ask: Ask, prompt: str, boxes: int) -> Iterator[Element]:
    held = _boxed(ask)
    for number in range(needed(ask, boxes)):
        text = held[number] if number < len(held) else ""
        if number == 0:
            yield {**_named(ask.name, prompt), **_text(text, ask.long), "isRequired": not ask.optional}
        else:
            yield {**_named(f"{ask.name}{NEXT_BOX}{number + 1}", "More room"), **_text(text, True)}


def _people(ask: Ask, prompt: str, people: Sequence[Choice]) -> Iterator[Element]:
    """Names are looked for as they are typed; in a very large school they are typed whole."""
    if len(people) <= LISTED:
        chosen = {**_set(ask, (*ask.choices, *people)), "style": "filtered"}
        yield {**_named(ask.name, prompt), **chosen, "isRequired": not ask.optional}
        return
    labels = {person.value: person.label for person in people}
    offered = {choice.value for choice in ask.choices}
    typed = f"{BETWEEN} ".join(labels.get(value, value) for value in ask.held if value not in offered)
    yield {**_named(f"{ask.name}{TYPED}", prompt), **_text(typed)}
    yield from say(NAMES, isSubtle=True, size="Small")
    if ask.choices:
        yield {**_named(ask.name, "Or choose"), **_set(ask, ask.choices)}


def _named(id: str, label: str) -> Element:
    return {"id": id, "label": one_line(label), "errorMessage": escaped(NEEDED)}


def _text(value: str, lines: bool = False) -> Element:
    return {"type": "Input.Text", "isMultiline": lines, "maxLength": BOX, "value": value}


def _set(ask: Ask, choices: Sequence[Choice]) -> Element:
    several = ask.kind is not Kind.CHOICE
    if several and any(BETWEEN in choice.value for choice in choices):
        raise Undrawable(Undrawable.__doc__)
    stands_open = len(choices) <= OPEN or several
    return {
        "type": "Input.ChoiceSet",
        "style": "expanded" if stands_open else "compact",
        "isMultiSelect": several,
        "wrap": True,
        "choices": [{"title": escaped(choice.label), "value": choice.value} for choice in choices],
        "value": BETWEEN.join(choice.value for choice in choices if choice.value in ask.held),
    }
