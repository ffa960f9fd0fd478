"""Reads the tables of words that ship inside the knowledge package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from knowledge.tables import Tables

VOCABULARY = ("words.txt", "idioms.txt", "concepts.txt")
ENGLISH = "english.txt"


def lines(name: str) -> list[str]:
    """The lines of one table, as it was shipped."""
    return files("knowledge").joinpath("data", name).read_text(encoding="utf-8").splitlines()


@cache
def shipped() -> Tables:
    """Every table, read once in a process: about 20 ms."""
    return Tables.of((line for name in VOCABULARY for line in lines(name)), lines(ENGLISH))
