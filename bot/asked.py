"""Short ways to write a step, so that a form reads as a table of questions."""

from __future__ import annotations

from bot.card import Choice, Kind
from bot.step import Step

When = tuple[str, ...]


def one(
    name: str, prompt: str, choices: tuple[Choice, ...], panel: str = "", rests_on: tuple[str, ...] = (), **when: When
) -> Step:
    """One of these."""
    return Step(name, prompt, Kind.CHOICE, choices, panel=panel, rests_on=rests_on, only_if=when)


def some(
    name: str, prompt: str, choices: tuple[Choice, ...], offers: str = "", rests_on: tuple[str, ...] = (), **when: When
) -> Step:
    """One or more of these; `offers` names those that come from a preview of the route."""
    how = "You can choose more than one, like 1, 3."
    return Step(name, prompt, Kind.CHOICES, choices, how=how, offers=offers, rests_on=rests_on, only_if=when)


def people(
    name: str, prompt: str, nobody: Choice, panel: str = "", rests_on: tuple[str, ...] = (), **when: When
) -> Step:
    """One or more people, by name."""
    how = "Type a name, or several with commas between them."
    return Step(name, prompt, Kind.PEOPLE, (nobody,), how=how, panel=panel, rests_on=rests_on, only_if=when)


def text(name: str, prompt: str, panel: str = "", long: bool = False) -> Step:
    """Words of their own, which must be given."""
    return Step(name, prompt, panel=panel, long=long)


def perhaps(name: str, prompt: str, panel: str = "", long: bool = False, **when: When) -> Step:
    """Words of their own, which may be left out."""
    return Step(name, prompt, optional=True, how="You can type skip.", panel=panel, long=long, only_if=when)
