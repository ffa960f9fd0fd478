"""Puts into the audit what whoever runs Candour does by a command: nothing is done that could not be put there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from adapters.assembly import House
from reports.audit import KEEPER, Act, Deed


def note(house: House, school: str, deed: Deed, about: str = "") -> None:
    """Before it is done: a line for what then failed is better than a deed without one. Raises Faults and WrongKey."""
    house.audit(school).note(_act(house, deed, about))


def note_everywhere(house: House, deed: Deed) -> None:
    """What is done to every school at once. Raises Faults and WrongKey."""
    for school in house.schools:
        note(house, school, deed)


@contextmanager
def noted(house: House, school: str, deed: Deed, about: str) -> Iterator[None]:
    """What is done inside takes its line back if it fails. Raises Faults and WrongKey.

    It may write to the key store: whoever holds both stores holds the database first.
    """
    audit = house.audit(school)
    with house.database.transaction() as rows:
        audit.add(rows, [_act(house, deed, about)])
        yield


def _act(house: House, deed: Deed, about: str) -> Act:
    return Act(house.clock(), KEEPER, deed, about)
