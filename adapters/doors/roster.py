"""The school's people as the choices of a form: by name, each with an id that school.toml knows, and nobody else."""

from __future__ import annotations

from collections import Counter

from bot import telling
from bot.card import Choice
from bot.plain import one_line
from reports.people import School


def choices(school: School) -> tuple[Choice, ...]:
    """Everyone who is at the school today; two of one name are told apart by what they are known by."""
    people = sorted((person for person in school.people if person.active), key=lambda person: person.name.casefold())
    many = Counter(telling.name(person.id, school) for person in people)
    named = ((person, telling.name(person.id, school)) for person in people)
    return tuple(Choice(p.id, f"{name} ({p.email or p.id})" if many[name] > 1 else name) for p, name in named)


def matching(school: School, typed: str) -> tuple[Choice, ...]:
    """Those with every word that was typed in their names."""
    words = one_line(typed).casefold().split()
    return tuple(each for each in choices(school) if all(word in each.label.casefold() for word in words))
