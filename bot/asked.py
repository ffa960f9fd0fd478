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
    words = f"{prompt} You can choose more than one, like 1, 3."
    return Step(name, words, Kind.CHOICES, choices, offers=offers, rests_on=rests_on, only_if=when)


def people(name: str, prompt: str, nobody: Choice, rests_on: tuple[str, ...] = (), **when: When) -> Step:
    """One or more people, by name."""
    words = f"{prompt} Type a name, or several with commas between them."
    return Step(name, words, Kind.PEOPLE, (nobody,), rests_on=rests_on, only_if=when)


def text(name: str, prompt: str, panel: str = "") -> Step:
    """Words of their own, which must be given."""
    return Step(name, prompt, panel=panel)


def perhaps(name: str, prompt: str, panel: str = "", **when: When) -> Step:
    """Words of their own, which may be left out."""
    return Step(name, f"{prompt} You can type skip.", optional=True, panel=panel, only_if=when)
