"""Turns text into the terms it is searched by: folded, split, brought to one spelling, stemmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import Stemmer

from knowledge.forms import JOINED, SAME
from knowledge.stopwords import DUTY, STOP

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"'})
_ACCENTS = re.compile(r"[\u0300-\u036f]")
# Snowball's English (Porter 2001). Its own cache is off: ours may be read by any thread.
_SNOWBALL = Stemmer.Stemmer("english", 0)


def fold(text: str) -> str:
    """Lower case, straight quotes, no accents: "Café’s" becomes "cafe's"."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.translate(_QUOTES))).casefold()


def tokens(text: str) -> list[str]:
    """The words of a text in order, in one spelling each; digits survive, and so "0808 157 0192" can be found."""
    return [SAME.get(word, word) for word in _one_spelling(list(map(_unowned, _WORD.findall(fold(text)))))]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    return str(_SNOWBALL.stemWord(word))


def terms(text: str) -> list[str]:
    """The stem of every word of a text, stop words too."""
    return [stem(word) for word in tokens(text)]


def is_content(word: str) -> bool:
    """Whether a word can be what a question is about."""
    return word not in STOP and word not in DUTY and (len(word) > 1 or word.isdigit())


def content_terms(words: Iterable[str]) -> list[str]:
    """Stems of the words that can stand in a phrase: stop words go, words of duty stay."""
    return [stem(word) for word in words if word not in STOP]


def pairs(stems: Sequence[str]) -> list[str]:
    """Neighbours as one term each: "friend request"."""
    return [f"{first} {second}" for first, second in pairwise(stems)]


def letters(words: Iterable[str]) -> list[str]:
    """Every run of four letters, marked so that it is never taken for a word: a slip of the pen spoils only some."""
    found: list[str] = []
    runs: dict[str, list[str]] = {}  # of the words so far: most come again
    for word in words:
        if word not in runs:
            edged = f"_{word}_"
            runs[word] = [f"~{edged[at : at + 4]}" for at in range(max(1, len(edged) - 3))]
        found += runs[word]
    return found


def _unowned(word: str) -> str:
    return word[:-2] if word.endswith("'s") and word not in STOP else word


def _one_spelling(words: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        both = JOINED.get((joined[-1], word)) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(word)
    return joined
