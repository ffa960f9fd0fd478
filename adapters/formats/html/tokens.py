"""Cuts a web page into tags and text, in time that grows only with its length.

Measured on hostile pages: the standard library's parser takes minutes for 100 kB of `<a b="`; lexbor takes three
seconds for 20,000 nested lists, and memory without bound for fonts that are never closed. Neither can be stopped
half-way. This one passes each letter a fixed number of times, whatever the page, and leaves nesting to its caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from adapters.formats import Unreadable

MOST_TAGS = 80_000  # of a hundred printed pages, saved from Word, a third
LONGEST_TAG = 10_000  # letters of it that are looked at: a picture may be written into one
MOST_BROKEN = 5  # tags with an open quote: from then on, quotes are not looked at

# Possessive: a tag that is never closed is given up at once, not tried again in every way.
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""")
_BROKEN_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_ANY_TAG = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9]*+[\s/>]|!--|!doctype)", re.I)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_WANTED = frozenset("type start reversed value style hidden aria-hidden role".split())
_HUGE_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")  # Python refuses to read the longest
_RAW = {  # nothing in these is a tag
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}


@dataclass(frozen=True)
class Open:
    """A start tag."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)  # those that change what is shown


@dataclass(frozen=True)
class Close:
    """An end tag."""

    name: str


Token = Open | Close | str


def is_page(page: str) -> bool:
    return bool(_ANY_TAG.search(page))


def tokens(page: str) -> Iterator[Token]:
    """Text comes with its entities resolved. Raises Unreadable where there is too much."""
    if page.count("<") > MOST_TAGS:
        raise Unreadable("The web page holds more than a policy can. Please save the policy alone and send that.")
    place = broken = 0
    while (mark := page.find("<", place)) >= 0:
        if mark > place:
            yield _text(page[place:mark])
        tag = _TAG.match(page, mark) if broken < MOST_BROKEN else None
        if tag is None and page[mark + 1 : mark + 3].strip("/")[:1].isalpha():
            broken += 1
            tag = _BROKEN_TAG.match(page, mark)
        if tag is None:
            place = _after_no_tag(page, mark)
            if place == mark:
                yield "<"
                place += 1
        elif tag.group(1):
            place = tag.end()
            yield Close(tag.group(2).lower())
        else:
            place, name = tag.end(), tag.group(2).lower()
            yield Open(name, _attributes(tag.group(3)))
            if name in _RAW:
                end = found.start() if (found := _RAW[name].search(page, place)) else len(page)
                yield _text(page[place:end])
                place = end
    if page[place:]:
        yield _text(page[place:])


def _after_no_tag(page: str, mark: int) -> int:
    """Behind a comment, a declaration or a broken tag; the mark itself where it is only a "<" in the text."""
    if page.startswith("<!--", mark):
        end = page.find("-->", mark + 2)
        return end + 3 if end >= 0 else len(page)
    if page.startswith(("<!", "<?", "</"), mark) or page[mark + 1 : mark + 2].isalpha():
        end = page.find(">", mark)
        return end + 1 if end >= 0 else len(page)
    return mark


def _attributes(printed: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(printed[:LONGEST_TAG]):
        name = each.group(1).lower()
        if name in _WANTED and name not in found:
            found[name] = _text(each.group(2) or each.group(3) or each.group(4) or "").strip()
    return found


def _text(printed: str) -> str:
    return unescape(_HUGE_NUMBER.sub("\ufffd", printed)) if "&" in printed else printed
