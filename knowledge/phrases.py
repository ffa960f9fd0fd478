"""Cuts a question into the longest phrases that the vocabulary knows, and single words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.alike import WHICH, alike, same
from knowledge.vocabulary import Vocabulary
from knowledge.words import is_content, stem

BESIDES = 2  # words that a phrase may hold more than the vocabulary writes: "lost that blue laptop" has one
APART = 5  # words between a verb and its "out"
INSIDE = 2  # words of the asker's own between two parts of any other phrase: "shout at [our] children"
_PARTS = ((2, 2), (2, 1), (1, 2), (1, 1))  # words before those and after them, the longest phrase first
_ASKING = frozenset("can could may might does do did will would should shall must has have is are was were".split())
_PARTICLES = frozenset("out off up down back behind in away over round around on through along".split())


def cut(words: Sequence[str], vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """Two phrases may share words, but none stands inside another."""
    stems = [stem(word) for word in words]
    kinds = [same(term) for term in stems]  # as `alike` has them
    end = 0
    for at in range(len(words)):
        length = _longest(words, stems, kinds, at, end, vocabulary)
        if length:
            yield tuple(words[at : at + length])
            end = at + length
        elif particle := _particle(words, at, vocabulary):
            yield words[at], particle
        elif at >= end:
            yield _parted(words, at, vocabulary) or (words[at],)


def _longest(
    words: Sequence[str], stems: Sequence[str], kinds: Sequence[str], at: int, end: int, vocabulary: Vocabulary
) -> int:
    """Words in the longest phrase from here that goes beyond `end`; 0 where there is none."""
    plain, telling = stems[at], kinds[at]
    reach, telling_reach = vocabulary.reach(plain), vocabulary.reach(telling)
    longest, told = 0, 1
    for place in range(at + 1, min(at + vocabulary.longest + BESIDES, len(words))):
        if place - at >= reach and told >= telling_reach:
            break  # no phrase is as long
        plain = f"{plain} {stems[place]}"
        known = plain in vocabulary
        if words[place] not in WHICH:
            telling, told = f"{telling} {kinds[place]}", told + 1
            known = known or telling in vocabulary
        if known and place >= end:
            longest = place + 1 - at
    return longest


def _particle(words: Sequence[str], at: int, vocabulary: Vocabulary) -> str:
    """The "out" of "kick that noisy boy out"; nothing where the vocabulary does not know "kick out"."""
    found = next((word for word in words[at + 2 : at + 1 + APART] if word in _PARTICLES), "")
    return found if found and alike((words[at], found)) in vocabulary else ""


def _parted(words: Sequence[str], at: int, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The "lost keys" of "lost the caretaker's keys"; nothing where the vocabulary knows no such phrase.

    Nor of "can school read my emails", which is not of school emails: there it is the school that does something.
    """
    if not is_content(words[at]) or (at and words[at - 1] in _ASKING) or vocabulary.reach(same(stem(words[at]))) < 2:
        return ()
    known = (
        (*words[at : at + before], *words[again : again + after])
        for inside in range(1, INSIDE + 1)
        for before, after in _PARTS
        for again in [at + before + inside]
        if again + after <= len(words) and is_content(words[again]) and is_content(words[again + after - 1])
    )
    return next((phrase for phrase in known if alike(phrase) in vocabulary), ())
