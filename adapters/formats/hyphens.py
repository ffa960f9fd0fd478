"""Joins the lines of a paragraph, and the words that were broken at their ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence

BREAK = "\ufffe"  # a hyphen at the end of a line that may be the typesetter's
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[-‐\ufffe]$")
_FIRST = re.compile(r"[^\W\d_]+")


def words(texts: Iterable[str]) -> frozenset[str]:
    """Every word that stands whole, hyphens and all."""
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()))


def joined(lines: Sequence[str], own: Container[str], known: Callable[[str], bool]) -> str:
    """One text of the lines of a paragraph. `own`: the file's own words; `known`: is it a word of the language?"""
    text = lines[0]
    for line in lines[1:]:
        text = _with(text, line, own, known)
    return " ".join(text.replace(BREAK, "-").split())


def _with(text: str, line: str, own: Container[str], known: Callable[[str], bool]) -> str:
    last, first = _LAST.search(text), _FIRST.match(line)
    if not last or not first:
        glued = bool(re.search(r"\w[-‐\ufffe]$|\w/$", text)) and bool(re.match(r"\w", line))
        return text + line if glued else f"{text} {line}"
    before, after = last.group(1), first.group()
    return (text[:-1] if _is_one_word(before, after, own, known) else f"{text[:-1]}-") + line


def _is_one_word(before: str, after: str, own: Container[str], known: Callable[[str], bool]) -> bool:
    """Whether the hyphen is only there because the line ended."""
    small = after.islower()
    before, after = before.casefold(), after.casefold()
    if (whole := before + after) in own or f"{before}-{after}" in own:
        return whole in own
    return small and len(before) > 1 and (known(whole) or not (known(before) and known(after)))
