"""Reads the tables of words that ship inside the knowledge package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from knowledge.compiled import Compiled
from knowledge.likeness import Likeness
from knowledge.tables import Tables, compiled

VOCABULARY = ("words.txt", "idioms.txt", "concepts.txt")
COMPILED = "vocabulary.txt"  # of those three, by tests/measure/compile.py
ENGLISH = "english.txt"
LIKENESS = "likeness.bin"


def text(name: str) -> str:
    """One table, as it was shipped."""
    return files("knowledge").joinpath("data", name).read_text(encoding="utf-8")


def _bytes(name: str) -> bytes:
    return files("knowledge").joinpath("data", name).read_bytes()


def lines(name: str) -> list[str]:
    return text(name).splitlines()


def compiled_anew() -> Compiled:
    """What the compiled table must hold."""
    return compiled(line for name in VOCABULARY for line in lines(name))


@cache
def shipped() -> Tables:
    """Every table, read once in a process: about 10 ms."""
    return Tables.of_compiled(Compiled.from_text(text(COMPILED)), lines(ENGLISH), Likeness.from_bytes(_bytes(LIKENESS)))
