"""Reads the server's own keys as CANDOUR_KEY writes them, and never repeats one."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

NO_KEY = (
    "CANDOUR_KEY is missing, so reports can't be sealed. Put the key from the safe back into .env. "
    "A school that never had one gets it from: candour init"
)
SIZE = 32  # bytes: AES-256
HEX = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)
BASE64 = re.compile(r"[A-Za-z0-9_-]*={0,2}", re.ASCII)


class BadKey(ValueError):
    """What is wrong with one key: its length or the kind of its fault, never a character of it."""


def keys_in(text: str) -> tuple[bytes, ...]:
    """One or more keys with commas between, newest first."""
    parts = [part.strip() for part in text.split(",")]
    keys = tuple(_key(part, number, len(parts)) for number, part in enumerate(parts, start=1))
    if len(set(keys)) < len(keys):
        raise BadKey("the same key stands there twice")
    return keys


def written(key: bytes) -> str:
    return urlsafe_b64encode(key).decode("ascii")


def _key(text: str, number: int, count: int) -> bytes:
    which = f"key {number} of {count}" if count > 1 else "the key"
    if not text:
        raise BadKey(f"{which} is empty")
    if HEX.fullmatch(text):
        return bytes.fromhex(text)
    alphabet = text.replace("+", "-").replace("/", "_")
    if not BASE64.fullmatch(alphabet):
        raise BadKey(f"{which} has a character that is neither base64 nor a hex digit")
    digits = alphabet.rstrip("=")
    if len(digits) % 4 == 1:
        raise BadKey(f"{which} is cut short ({len(digits)} characters)")
    key = urlsafe_b64decode(digits + "=" * (-len(digits) % 4))
    if len(key) != SIZE:
        raise BadKey(f"{which} is {len(key)} bytes long")
    return key
