"""What a private code looks like: found in words where it has no place, and shown so that it is easily copied."""

from __future__ import annotations

import re

CODE = re.compile(r"(?<![0-9A-Za-z])(?:[2-9A-HJKMNP-TV-Z]{4}[ -]?){3}[2-9A-HJKMNP-TV-Z]{4}(?![0-9A-Za-z])")
"""Sixteen of its letters, in fours or not."""


def held_in(said: str) -> bool:
    """Whether it holds what looks like a private code."""
    return bool(CODE.search(said.upper())) and bool(re.search(r"\d", said))


def in_fours(code: str) -> str:
    """ "ABCD EFGH JKLM NPQR"."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
