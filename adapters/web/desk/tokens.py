"""Draws what opens a door, and hashes it: the store never holds what would open anything."""

from __future__ import annotations

import hashlib
import re
import secrets

BYTES = 32
SHAPE = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


def drawn() -> str:
    """256 bits that nobody can guess."""
    return secrets.token_urlsafe(BYTES)


def hashed(token: str) -> str:
    """One round is enough: what it hashes is not a password, and cannot be tried one by one."""
    return hashlib.sha256(token.encode()).hexdigest()


def well_formed(token: str) -> bool:
    return bool(SHAPE.fullmatch(token))
