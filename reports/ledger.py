"""Chains the audit's entries by hashes, so that none can be changed, moved or taken out unnoticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC
from typing import Protocol

from reports.audit import ENDED, Act, Deed

NOTHING = "0" * 64  # what the first entry follows
SHORT, GROUP = 12, 4  # hex digits of a hash that people are shown


@dataclass(frozen=True)
class Entry:
    """`at` is a time as ISO 8601 writes it, in UTC. `previous` and `hash` are 64 hex digits."""

    school: str
    number: int  # from 1
    at: str
    who: str
    deed: str
    case: str
    previous: str
    hash: str


@dataclass(frozen=True)
class Head:
    """The last entry: where the chain ends."""

    number: int = 0
    hash: str = NOTHING


@dataclass(frozen=True)
class Flaw:
    """The first entry that is wrong."""

    number: int
    says: str


@dataclass(frozen=True)
class Restored:
    """That a backup was put back, by the entry that says so."""

    number: int
    ended: str  # the hash with which the record ended that stood here; nothing where there was none
    whole: bool  # all of that record is in this one, so that nothing was set back


class Audited(Protocol):
    """What keeps cases adds to the audit all that it records, in the same transaction."""

    def note(self, act: Act) -> None:
        """Add an act that is no event."""

    def mark_in_audit(self, who: str, case: str) -> str:
        """Of the last entry there is of this one on that case, as people are shown it; nothing where there is none."""

    def flaw_in_audit(self) -> Flaw | None: ...


def follow(head: Head, school: str, acts: Iterable[Act]) -> tuple[Entry, ...]:
    """The entries that these acts add to the chain."""
    entries: list[Entry] = []
    for act in acts:
        said = {
            "school": school,
            "number": head.number + 1,
            "at": act.told_at.astimezone(UTC).isoformat(),
            "who": str(act.who),
            "deed": act.deed.value,
            "case": str(act.case),
            "previous": head.hash,
        }
        head = Head(head.number + 1, digest(said))
        entries.append(Entry(**said, hash=head.hash))  # type: ignore[arg-type]
    return tuple(entries)


def digest(said: Mapping[str, object]) -> str:
    """SHA-256 of the entry as JSON: all but its hash, keys in order, nothing between, ASCII alone."""
    return hashlib.sha256(json.dumps(dict(said), sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def flaw(entries: Iterable[Entry], school: str, head: Head) -> Flaw | None:
    """What is wrong first, with entries in the order of their numbers, and `head` as it was kept beside them."""
    last, stray = Head(), None
    for entry in entries:
        if entry.number < 1:  # told of only if nothing else is wrong: it may be one that was taken from its place
            stray = stray or Flaw(entry.number, "It has no place in the chain: the first is entry 1.")
            continue
        if found := _wrong(entry, school, last):
            return found
        last = Head(entry.number, entry.hash)
    return _ends_wrong(last, head) or stray


def _ends_wrong(last: Head, head: Head) -> Flaw | None:
    if last.number < head.number:
        return Flaw(last.number + 1, f"It is missing, and so is every entry after it, to {head.number}.")
    if last.number > head.number:
        return Flaw(head.number + 1, f"It was put after the end: the chain ended with entry {head.number}.")
    return None if last == head else Flaw(last.number, "It is not the entry with which the chain ended.")


def _wrong(entry: Entry, school: str, before: Head) -> Flaw | None:
    number = before.number + 1
    if entry.number != number:
        return Flaw(number, "It is missing.")
    said = {name: value for name, value in asdict(entry).items() if name != "hash"}
    if entry.school != school or entry.hash != digest(said):
        return Flaw(number, "What it says was changed.")
    if entry.previous != before.hash:
        return Flaw(number, f"It does not follow from entry {before.number}: one of the two was changed.")
    return None


def restored(entries: Iterable[Entry]) -> tuple[Restored, ...]:
    """Each time that a backup was put back, and whether the record that stood here before goes on in this one."""
    found, known = [], {NOTHING}
    for entry in entries:
        known.add(entry.hash)
        if entry.deed == Deed.RESTORED:
            ended = entry.case.removeprefix(ENDED)
            found.append(Restored(entry.number, ended, ended in known))
    return tuple(found)


def short(hash: str) -> str:
    """ "3f9a 04bc 77d1": the mark of an entry, enough of its hash to be written down and to be found again."""
    return " ".join(hash[start : start + GROUP] for start in range(0, SHORT, GROUP))


def plain(shown: str) -> str:
    """What somebody wrote down, as the beginning of a hash."""
    return "".join(shown.split()).replace("-", "").lower()
