"""Tells what several ways of saying one thing share, so that a phrase is known in all of them."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.words import stem

# Who owns a thing, or which it is, changes nothing.
WHICH = frozenset("a an the my our your his her hers their its this that these those some any him them it one".split())
_ONE_WORD = {
    stem(word): told
    for told, words in (
        ("pupil", "child kid student boy girl lad lass youngster teenager teen tutee"),
        ("parent", "mum dad mother father mam mom mummy daddy carer"),
        ("mate", "friend pal"),
    )
    for word in words.split()
}


def same(term: str) -> str:
    """One stem for everybody of a kind: a kid is a pupil."""
    return _ONE_WORD.get(term, term)


def alike(words: Sequence[str]) -> str:
    """ "lost her laptop" and "lost that laptop" are "lose laptop"; the first word always stays."""
    stems = [same(stem(word)) for at, word in enumerate(words) if not at or word not in WHICH]
    return " ".join(stems if len(stems) > 1 else map(stem, words))
