"""Seals words and events, each case and each draft under a key of its own.

A data key is drawn for every name, wrapped by the school's key from `.env`, and kept in a store outside the
database. Destroying the data key destroys whatever it sealed, in every copy. AES-256-GCM throughout (NIST SP
800-38D) with random 96-bit nonces; the context is authenticated, so that a sealed thing cannot be moved.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES, NONCE_BYTES, LENGTH_BYTES = 32, 12, 4
BUCKET = 512  # bytes: what is sealed is padded to a multiple, so that its size tells little
CHECK = "check"  # the name of a key that is only there to be opened: it tells a wrong school key at once
GONE = b""  # in the place of a wrapped key that was destroyed for good: none is ever drawn under that name again


class WrongKey(Exception):
    """CANDOUR_KEY does not open what is kept here. Put back the key that was used before, first in the list."""


class KeysLost(WrongKey):
    """The key store is empty, and the database holds reports. Point KEYS_URL to their keys, or read docs/key-loss."""


class Erased(Exception):
    """Its key is gone, so nobody can read it any more."""


class Wrapped(Protocol):
    """Where wrapped keys are kept, outside the database and its backups."""

    def get(self, name: str) -> bytes | None:
        """GONE where it was destroyed for good."""

    def add(self, name: str, wrapped: bytes) -> None:
        """Kept only if there is none by that name yet, and none was ever destroyed for good."""

    def destroy(self, name: str) -> None:
        """The name may be used again: for an unsent report, whose name is its writer's."""


@dataclass(frozen=True)
class Keyring:
    """The school's keys, newest first: the newest wraps, each may unwrap."""

    keys: Sequence[bytes]

    def wrap(self, key: bytes, name: str) -> bytes:
        return seal_with(self.keys[0], key, name)

    def unwrap(self, wrapped: bytes, name: str) -> bytes:
        """Raises WrongKey."""
        return open_with(self.keys[self.which(wrapped, name)], wrapped, name)

    def which(self, wrapped: bytes, name: str) -> int:
        """The place of the key that opens it; 0 is the newest. Raises WrongKey."""
        for place, key in enumerate(self.keys):
            try:
                open_with(key, wrapped, name)
            except InvalidTag:
                continue
            return place
        raise WrongKey(WrongKey.__doc__)

    def since(self, place: int) -> Keyring:
        """As it was when the key at that place was the newest."""
        return Keyring(self.keys[place:])


@dataclass(frozen=True)
class Vault:
    keyring: Keyring
    wrapped: Wrapped

    def check(self) -> None:
        """Raises WrongKey."""
        self._key(CHECK)

    def seal(self, name: str, body: bytes, context: str) -> bytes:
        """Seal under the key of that name, drawing one if there is none. Raises Erased where it was destroyed for good.

        Whoever keeps a thing that has a key must have opened it first: only then is a lost key not drawn anew.
        """
        return seal_with(self._key(name), _padded(body), context)

    def open(self, name: str, sealed: bytes, context: str) -> bytes:
        """Raises Erased where the key is gone, and cryptography's InvalidTag where the bytes were changed."""
        wrapped = self.wrapped.get(name)
        if not wrapped:
            raise Erased(Erased.__doc__)
        return _unpadded(open_with(self.keyring.unwrap(wrapped, name), sealed, context))

    def mark(self, name: str, text: str) -> str:
        """A keyed hash that nobody without the key of that name can make or link."""
        return hmac.new(self._key(name), b"mark\0" + text.encode(), hashlib.sha256).hexdigest()

    def destroy(self, name: str) -> None:
        self.wrapped.destroy(name)

    def is_erased(self, name: str) -> bool:
        """Whether its key was destroyed for good; False where it is only missing."""
        return self.wrapped.get(name) == GONE

    def _key(self, name: str) -> bytes:
        held = self.wrapped.get(name)
        if held is None:
            self.wrapped.add(name, self._wrapping().wrap(os.urandom(KEY_BYTES), name))
            held = self.wrapped.get(name)
        if not held:
            raise Erased(Erased.__doc__)
        return self.keyring.unwrap(held, name)

    def _wrapping(self) -> Keyring:
        """New keys are wrapped as the check is, which a rotation wraps first: so that a process started with the old
        key alone reads what is new until then, and writes nothing that others can't read afterwards. Raises WrongKey.
        """
        check = self.wrapped.get(CHECK)
        return self.keyring.since(self.keyring.which(check, CHECK)) if check else self.keyring


def seal_with(key: bytes, body: bytes, context: str) -> bytes:
    """AES-256-GCM under the key itself."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, body, context.encode())


def open_with(key: bytes, sealed: bytes, context: str) -> bytes:
    """Raises InvalidTag where key, bytes or context are not the ones it was sealed with."""
    if len(sealed) <= NONCE_BYTES:
        raise InvalidTag
    return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context.encode())


def _padded(body: bytes) -> bytes:
    whole = len(body).to_bytes(LENGTH_BYTES, "big") + body
    return whole + bytes(-len(whole) % BUCKET)


def _unpadded(whole: bytes) -> bytes:
    return whole[LENGTH_BYTES : LENGTH_BYTES + int.from_bytes(whole[:LENGTH_BYTES], "big")]
