"""Reads the number or bullet that a line of a policy begins with."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from knowledge import dates
from knowledge.number_words import CARDINAL, in_words

# Glyphs that begin a list entry. Word's Symbol and Wingdings bullets arrive in the private use area: U+F0B7, U+F0A7.
SPACED_BULLETS = "-*+–—o~"  # also used inside sentences, so they need a space behind them
TIGHT_BULLETS = "•○●◦∙·▪▫■□►▶➢➤❖✓✔✗‣⁃\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf076\uf06f\uf02d"
_BULLET = re.compile(rf"(?:[{re.escape(SPACED_BULLETS)}](?=\s)|[{TIGHT_BULLETS}])\s*")

_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3}|x?l(?:ix|iv|v?i{0,3}))"  # 1 to 59: no list in a policy is longer
_LETTER = r"(?:[a-z]|([a-z])\1{1,2})"  # "aa" follows "z"
_NAMES = r"Section|Rule|Clause|Paragraph|Para|Article|Part|Chapter|Principle|Stage|Step|Appendix|Annexe?|Schedule"
_SEPARATOR = re.compile(r"\s*[-–—:]\s+")
# What follows a decimal that is a quantity or a time of day, not a number in the margin: a clause begins large.
_QUANTITY = re.compile(
    r"(?:million|billion|thousand|times?|hours?|days?|weeks?|years?|metres?|of|and|or|to|per)\b|[apAP]\.?[mM]\b|%"
)
_DECIMAL = re.compile(r"([1-9]\d?(?:\.[1-9]\d{0,2})+)\s+(?=\S)")


def _ordinal(roman: bool) -> str:
    return rf"(?:\d{{1,3}}|{_ROMAN if roman else _LETTER})"


# Each shape as the policy prints it, tried in this order; the group is the marker.
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(\((?i:{_ordinal(True)})\))(?=\s|$)",  # (1) (ii) (II)
        r"(\((?:[A-Za-z]|([A-Za-z])\2{1,2})\))(?=\s|$)",  # (a) (aa) (A)
        r"(\d{1,2}(?:\.[1-9]\d{0,2})*(?:\([a-z]{1,4}\))+[.:]?)(?=\s|$)",  # 2.3(a)
        r"([1-9]\d?(?:\.[1-9]\d{0,2})+[.:)]?)(?=\s|$)",  # 1.1 1.1.1
        r"([1-9]\d?\.0[.:)]?)(?=\s+[A-Z]|$)",  # 1.0 Scope
        r"([1-9]\d{0,2}[.)])(?=\s|$)",  # 1. 1)
        r"([1-9]\d?\.)(?=[A-Z])",  # 1.Scope
        r"([1-9]\d?[A-Za-z][.):])(?=\s|$)",  # 1A.
        r"([1-9]\d?[A-E])(?=\s+[A-Z“‘\"'(])",  # 1A Scope
        r"([A-Z]\.[1-9]\d?(?:\.[1-9]\d?)*\.?)(?=\s|$)",  # A.1
        r"([A-Z][1-9]\d?(?:(?:\.[1-9]\d?)*[.:)]|(?:\.[1-9]\d?)+))(?=\s|$)",  # A1. A1: A1.2
        rf"((?i:{_ROMAN})[.)])(?=\s|$)",  # ii. ii) II.
        r"((?:[A-Za-z]|([A-Za-z])\2{1,2})[.)])(?=\s|$)",  # a. a) aa)
    )
)
# How each of them begins: most lines begin like none, and are not tried with every shape.
_BEGINS = re.compile(r"\(|\d|(?i:[a-z]{1,8})[.)]|[A-Z]\d")
_NAMED = re.compile(
    rf"((?i:{_NAMES})\s+(?:\d{{1,2}}(?:\.\d{{1,2}})*[A-Z]?|[A-Z]|[IVXL]+|(?i:{CARDINAL}))(?:[:.)](?=\s|$))?)(?=\s|$)"
)
_LONGEST_NAMED_HEADING = 12  # words: "Section 175 Education Act 2002 requires ..." is a sentence


def split(text: str) -> tuple[str, str]:
    """The marker as printed and the text behind it; ("", text) where there is none.

    A bullet before a number gives way to the number: "- (v) Staff" is ("(v)", "Staff"). Bullets alone stay: "- *".
    """
    bullets, rest = _bullets(text.lstrip())
    number, behind = _number(rest)
    return (number, behind) if number else (bullets, rest)


def quantity(text: str) -> tuple[str, str]:
    """The decimal that `split` takes for a quantity, and the text behind it: only the numbers around it can tell."""
    found = _DECIMAL.match(text)
    return (found.group(1), text[found.end() :]) if found and _QUANTITY.match(text, found.end()) else ("", text)


def is_bullet(marker: str) -> bool:
    return bool(marker) and all(glyph == "o" or not any(c.isalnum() for c in glyph) for glyph in marker.split())


def is_named(marker: str) -> bool:
    """ "Stage 2", "Appendix A": the word belongs to the name; "Section 2" is a 2."""
    return bool(_family(marker.rpartition(" ")[0]))


def _bullets(text: str) -> tuple[str, str]:
    end = 0
    while found := _BULLET.match(text, end):
        end = found.end()
    return (text[:end].strip(), text[end:]) if text[end:].strip() else ("", text)


def _number(text: str) -> tuple[str, str]:
    if found := _NAMED.match(text):
        return _named(text, found.group(1))
    for shape in _SHAPES if _BEGINS.match(text) else ():
        if found := shape.match(text):
            marker, rest = found.group(1), text[found.end(1) :].strip()
            return ("", text) if marker[-1].isdigit() and _is_no_clause(rest) else (marker, rest)
    return "", text


def _is_no_clause(rest: str) -> bool:
    """Behind a number: "1.5 million" is a quantity, "3.2 | 14/03/2025" tells of an earlier version of the policy."""
    return bool(_QUANTITY.match(rest)) or dates.begins(rest.lstrip("| "))


def _named(text: str, marker: str) -> tuple[str, str]:
    rest = text[len(marker) :]
    behind = rest[found.end() :] if (found := _SEPARATOR.match(rest)) else rest.strip()
    ends_itself = marker[-1] in ":.)" or found or not behind
    title_like = "." in marker or (len(behind.split()) <= _LONGEST_NAMED_HEADING and not behind.endswith("."))
    return (marker, behind.strip()) if ends_itself or (title_like and behind[:1].isupper()) else ("", text)


@dataclass(frozen=True)
class Reading:
    """One way to understand a marker: the list it may belong to, and its place there.

    `family` tells lists apart that look different on paper: "(a)" is never the next entry of "a.".
    """

    family: str
    path: tuple[int, ...]  # (3,) is the third entry; (1, 2) is 1.2


@lru_cache(1_000)  # a policy has few markers, and each is read again for every other in sight
def readings(marker: str) -> tuple[Reading, ...]:
    """Every way to read a number, letters before Roman numerals; empty for a bullet, and for nothing else."""
    name, _, printed = marker.strip(" -–—:").rpartition(" ")
    core = printed.strip("().:")
    shape = ("(" if printed.startswith("(") else "") + (")" if printed.endswith(")") else "")
    if re.fullmatch(r"\d+(?:\.\d+)*", core):
        path = tuple(int(part) for part in core.removesuffix(".0").split("."))  # 1.1 stands below 1.0
        return (Reading("1" + shape + _family(name), path),)
    if re.fullmatch(r"[A-Za-z]+", core):
        dotted = shape or ("." if printed.endswith(".") else "")
        read = tuple(Reading(alphabet + dotted + _family(name), (n,)) for alphabet, n in _letters(core))
        return read or _in_words(core, name) or _mixed(core)
    return _in_words(core, name) or _mixed(core)


def _in_words(core: str, name: str) -> tuple[Reading, ...]:
    """Word can number a list One, Two, or First, Second."""
    number = in_words(core)
    return (Reading("one" + _family(name), (number,)),) if number else ()


def _family(name: str) -> str:
    """ "Section 2" continues "1."; a rule, a stage or an appendix counts by itself."""
    lowered = name.lower()
    return "" if lowered in {"", "section", "clause", "paragraph", "para"} else lowered


def _letters(core: str) -> list[tuple[str, int]]:
    case = "a" if core.islower() else "A"
    found = []
    if len(set(core)) == 1 and core.isascii():
        found.append((case, 26 * (len(core) - 1) + ord(core[0].lower()) - ord("a") + 1))
    if re.fullmatch(_ROMAN, core.lower()):
        found.append(("i" if case == "a" else "I", roman(core)))
    return found


def _mixed(core: str) -> tuple[Reading, ...]:
    """1A, A.1, 2.3(a): each part counts as a level of its own."""
    parts = re.findall(r"\d+|[A-Za-z]+", core)
    if not parts:
        return tuple(Reading("other", (max(int(unicodedata.numeric(c, 1)), 1),)) for c in core if c.isalnum())[:1]
    path = tuple(int(p) if p.isdigit() else ord(p[0].lower()) - ord("a") + 1 for p in parts)
    return (Reading("1" if parts[0].isdigit() else "A1", path),)


def roman(numeral: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[c] for c in numeral.lower()]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
