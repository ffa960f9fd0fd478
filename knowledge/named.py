"""Tells which policies a question names: "what does the bullying policy say about that", "is it in the code"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.words import is_content, stem, tokens

LIKELIER = 3.0  # a clause of a policy that is named
BEFORE = 5  # words that may stand before "policy" and name it: "staff social media policy"
SHORTEST = 3  # letters of an abbreviation: "AUP"
_WORD = re.compile(r"[a-z0-9']+(?: of [a-z]+)?")  # "code of conduct" is one
_KINDS = frozenset(
    map(stem, "policy policies code procedure procedures agreement guidance guidelines handbook charter".split())
)
_EVERY = frozenset(map(stem, "policy policies staff school our the and".split()))  # what tells no policy from another
_WITHIN = frozenset({"and", "of", "for"})  # small words that stand inside a title


@dataclass(frozen=True)
class Named:
    places: frozenset[int]  # of the policies; none where no title fits better than another
    rest: str  # the question, in which each of them is only called a policy


class Titles:
    """The titles of some policies, by their places."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._told: Mapping[int, frozenset[str]] = {at: _telling(title) for at, title in enumerate(titles)}
        self._short = {short: at for at, title in enumerate(titles) for short in _abbreviations(title)}

    def named(self, question: str) -> Named:
        """`question`: mended."""
        places = frozenset(self._short[word] for word in tokens(question) if word in self._short)
        rest, end = [], 0
        words = list(_WORD.finditer(question))
        for at, word in enumerate(words):
            if stem(word[0].partition(" ")[0]) not in _KINDS:
                continue
            start, fitting = self._run(words[max(0, at - BEFORE) : at + 1])
            if fitting and start >= end:
                places |= fitting if len(fitting) < len(self._told) else frozenset()
                rest += [question[end:start], "policy"]
                end = word.end()
        return Named(places, "".join([*rest, question[end:]]))

    def _run(self, words: Sequence[re.Match[str]]) -> tuple[int, frozenset[int]]:
        """Where the name begins that ends with the last of these words, and whose it may be."""
        *before, kind = words
        start, said = kind.start(), _telling(kind[0])
        titles = {at: title for at, title in self._told.items() if said <= title}
        for word in reversed(before):
            told = _telling(word[0])
            if not is_content(word[0]) and word[0] not in _WITHIN:
                break
            if not any(told <= title for title in titles.values()):
                return start, frozenset()  # the "dress code" is not the code of conduct
            start, said = (word.start(), said | told) if is_content(word[0]) else (start, said)
        fits = {at: len(said & title) for at, title in titles.items()}
        most = max(fits.values(), default=0)
        return start, frozenset(at for at, shared in fits.items() if shared == most) if most else frozenset()


def _telling(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in tokens(words) if is_content(word)) - _EVERY


def _abbreviations(title: str) -> Iterator[str]:
    """ "ICT Acceptable Use Policy" is called the "AUP"."""
    initials = "".join(word[0] for word in title.split() if word[0].isupper()).lower()
    yield from (initials[at:] for at in range(len(initials) - SHORTEST + 1))
