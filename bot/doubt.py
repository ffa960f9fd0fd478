"""A typed name that fits several people: asked about, and where it is never made clear, none of them is told."""

from __future__ import annotations

from collections.abc import Iterable

from bot.card import Kind
from bot.flow import Facts, Flow, Turn
from bot.report_choices import NOT_LISTED
from bot.step import Answers, Step, listed
from reports.names import found
from reports.people import School

PERHAPS = "perhaps:"
"""Before the id of someone who may have been meant: told of nothing, and said to have done nothing."""


def certain(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value in values if not value.startswith(PERHAPS))


def perhaps(values: Iterable[str]) -> tuple[str, ...]:
    """The ids of those who may have been meant."""
    return tuple(value.removeprefix(PERHAPS) for value in values if value.startswith(PERHAPS))


def several(school: School, step: Step, said: str) -> Answers:
    """Of the names that were typed and could not be taken, those that fit more than one person."""
    if step.kind is not Kind.PEOPLE:
        return {}
    return {step.name: tuple(name for name in listed(said) if len(found(school, name)) > 1)}


def left_open(school: School, flow: Flow, step: Step, typed: Iterable[str], turn: Turn, facts: Facts) -> Turn:
    """The turn; where they then chose nobody, with all whom the `typed` names may mean."""
    fits = [person.id for name in typed if len(people := found(school, name)) > 1 for person in people]
    if turn.answers.get(step.name) != (NOT_LISTED.value,) or not fits:
        return turn
    return flow.put(turn.answers, step, (NOT_LISTED.value, *(PERHAPS + id for id in fits)), facts)
