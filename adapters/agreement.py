"""Whether the entries of one school.toml agree with one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.faults import did_you_mean
from adapters.fields import shown

Entry = Mapping[str, Any]

ADDRESSES = ("email", "slack", "teams")


def disagreements(people: Sequence[Entry], policies: Sequence[Entry], routes: Entry, calendar: Entry) -> Iterator[str]:
    yield from _repeated("people", people, "id", "Wanted an id of their own for each person.")
    known = {person["id"] for person in people if "id" in person}
    named = {f"people[{number}].manager": person.get("manager") for number, person in enumerate(people, start=1)}
    named |= {"routes.duty": routes.get("duty"), "calendar.holiday_contact": calendar.get("holiday_contact")}
    yield from (_nobody(key, id, known) for key, id in named.items() if id is not None and id not in known)
    managers = {person["id"]: person["manager"] for person in people if "id" in person and "manager" in person}
    yield from map(_ring, rings(managers))
    # What is written to one person must not be read by another, and an account says who is speaking.
    here = [person if person.get("active", True) else {} for person in people]
    for key in ADDRESSES:
        yield from _repeated("people", here, key, "Wanted one that nobody else reads or uses.")
    yield from _repeated("policies", policies, "id", "Wanted an id of its own for each policy.")


def rings(managers: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Every ring of people in which each is managed by the next, and the last by the first."""
    done: set[str] = set()
    for id in managers:
        walk: dict[str, None] = {}  # in the order walked
        while id in managers and id not in walk and id not in done:
            walk[id] = None
            id = managers[id]
        if id in walk:
            walked = tuple(walk)
            yield walked[walked.index(id) :]
        done.update(walk)


def _ring(ring: Sequence[str]) -> str:
    return f"people: managers go round in a ring ({' → '.join([*ring, ring[0]])}). Wanted somebody without a manager."


def _nobody(key: str, id: str, known: set[str]) -> str:
    return f"{key}: {shown(id)} is nobody here. Wanted the id of one of the [[people]].{did_you_mean(id, known)}"


def _repeated(name: str, entries: Sequence[Entry], key: str, wanted: str) -> Iterator[str]:
    first: dict[str, int] = {}
    for number, entry in enumerate(entries, start=1):
        if key in entry:
            before = first.setdefault(entry[key].casefold(), number)
            if before != number:
                yield f"{name}[{number}].{key}: {shown(entry[key])} is the {key} of {name}[{before}] too. {wanted}"
