"""Finds the person a typed name means, or everybody it could mean."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable

from reports.people import Person, School

TITLES = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "revd", "sir", "dame"])
Fits = Callable[[Person], bool]
CLOSE = 0.8  # how alike two spellings are (difflib's ratio): lets through one slip in five letters


def found(school: School, typed: str) -> tuple[Person, ...]:
    """Everyone active whom the name fits best: by id, then whole name, then surname, then a near spelling."""
    heard = _words(typed)
    if not heard:
        return ()
    active = [person for person in school.people if person.active]
    for fits in (_by_id(typed), _whole(heard), _part(heard), _near(heard)):
        if people := tuple(person for person in active if fits(person)):
            return people
    return ()


def _words(name: str) -> tuple[str, ...]:
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", name.casefold())
    return tuple(word for word in words if word not in TITLES)


def _by_id(typed: str) -> Fits:
    return lambda person: person.id.casefold() == typed.strip().casefold()


def _whole(heard: tuple[str, ...]) -> Fits:
    return lambda person: _words(person.name) == heard


def _part(heard: tuple[str, ...]) -> Fits:
    return lambda person: set(heard) <= _parts(person)


def _near(heard: tuple[str, ...]) -> Fits:
    return lambda person: all(difflib.get_close_matches(word, _parts(person), 1, CLOSE) for word in heard)


def _parts(person: Person) -> frozenset[str]:
    """Each of their names, and each half of a double-barrelled one."""
    words = _words(person.name)
    return frozenset(words) | {half for word in words for half in word.split("-")}
