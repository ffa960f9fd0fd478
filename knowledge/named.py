"""Tells which policies a question names: "what does the bullying policy say about that", "is it in the code"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from knowledge.words import is_content, stem, tokens

LIKELIER = 1.5  # a clause of a policy that is named
BEFORE, AFTER = 4, 2  # words around "policy" that may name it: "staff social media policy", "code of conduct"
SHORTEST = 3  # letters of an abbreviation: "AUP"
_KINDS = frozenset(
    map(stem, "policy policies code procedure procedures agreement guidance guidelines handbook charter".split())
)
_EVERY = frozenset(map(stem, "policy policies staff school our the".split()))  # what tells no policy from another


class Titles:
    """The titles of some policies, by their places."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._told: Mapping[int, frozenset[str]] = {at: _telling(title) for at, title in enumerate(titles)}
        self._short = {short: at for at, title in enumerate(titles) for short in _abbreviations(title)}

    def named(self, question: str) -> frozenset[int]:
        """The places of those that are named; none where no title fits better than another. `question`: mended."""
        words = tokens(question)
        short = frozenset(self._short[word] for word in words if word in self._short)
        return short.union(*map(self._fitting, _runs(words)))

    def _fitting(self, said: frozenset[str]) -> frozenset[int]:
        fits = {at: len(said & told) for at, told in self._told.items()}
        found = frozenset(at for at, shared in fits.items() if shared == max(fits.values()))
        return found if len(found) < len(fits) else frozenset()


def _runs(words: Sequence[str]) -> Iterator[frozenset[str]]:
    """The stems around each word that says what kind of document is meant."""
    for at, word in enumerate(words):
        if stem(word) in _KINDS:
            before = words[max(0, at - BEFORE) : at]
            after = words[at + 1 : at + 1 + AFTER] if words[at + 1 : at + 2] == ["of"] else ()
            yield frozenset(stem(each) for each in (*before, word, *after) if is_content(each)) - _EVERY


def _telling(title: str) -> frozenset[str]:
    return frozenset(stem(word) for word in tokens(title) if is_content(word)) - _EVERY


def _abbreviations(title: str) -> Iterator[str]:
    """ "ICT Acceptable Use Policy" is called the "AUP"."""
    initials = "".join(word[0] for word in title.split() if word[0].isupper()).lower()
    yield from (initials[at:] for at in range(len(initials) - SHORTEST + 1))
