"""Wraps every data key under the newest of the school's keys, beside whatever else is running, and counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from adapters.vault import CHECK, Keyring, Wrapped, WrongKey


class Keys(Wrapped, Protocol):
    """All wrapped keys, by name."""

    def names(self) -> Sequence[str]: ...

    def replace(self, name: str, old: bytes, new: bytes) -> bool:
        """False where it is no longer the old one."""

    def scrub(self) -> bool: ...


@dataclass(frozen=True)
class Standing:
    """How many keys there are of each sort."""

    newest: int = 0  # under the newest of the school's keys
    older: int = 0
    damaged: tuple[str, ...] = ()  # the names of those that none of the school's keys opens
    erased: int = 0

    @property
    def kept(self) -> int:
        return self.newest + self.older


def standing(keyring: Keyring, keys: Keys) -> Standing:
    found = Standing()
    for name in keys.names():
        found = _counted(found, name, keys.get(name), keyring)
    return found


def _counted(found: Standing, name: str, wrapped: bytes | None, keyring: Keyring) -> Standing:
    if wrapped is None:  # destroyed while we looked
        return found
    if not wrapped:
        return Standing(found.newest, found.older, found.damaged, found.erased + 1)
    try:
        place = keyring.which(wrapped, name)
    except WrongKey:
        return Standing(found.newest, found.older, (*found.damaged, name), found.erased)
    return Standing(found.newest + (place == 0), found.older + (place > 0), found.damaged, found.erased)


def rotate(keyring: Keyring, keys: Keys) -> int:
    """How many were wrapped anew. Cut short, it goes on where it was. Raises WrongKey.

    The check goes first: from then on every process draws keys under the newest, and one that lacks it draws none.
    Each key is exchanged only if it is still what was read, so that none comes back that was destroyed meanwhile.
    """
    done = sum(_wrapped_anew(keyring, keys, CHECK))
    while moved := sum(more for name in keys.names() for more in _wrapped_anew(keyring, keys, name, lenient=True)):
        done += moved  # again: another process may have drawn one under the old key while we were at it
    keys.scrub()
    return done


def _wrapped_anew(keyring: Keyring, keys: Keys, name: str, lenient: bool = False) -> Iterator[int]:
    old = keys.get(name)
    if not old:
        return
    try:
        place = keyring.which(old, name)
    except WrongKey:
        if lenient:  # one that is damaged holds up no other
            return
        raise
    if place:
        yield int(keys.replace(name, old, keyring.wrap(keyring.unwrap(old, name), name)))
