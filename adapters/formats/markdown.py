"""Takes off a Markdown file the marks that are not shown: emphasis, links, anchors and escapes.

What makes structure stays for the reader of the text: headings, list markers, tables, and bold, which may be a heading.
"""

from __future__ import annotations

import re

_SHOWS = re.compile(r"^ {0,3}#{1,6} \S|\*\*\S|\]\(|^\|.*\|$", re.M)
_FRONT = re.compile(r"\A---[ \t]*\r?\n(?:[^\n]*\n){1,40}?---[ \t]*\r?\n")
_TITLE = re.compile(r"^title:[ \t]*([\"']?)(.+?)\1[ \t]*\r?$", re.M | re.I)
_KEY = re.compile(r"^[a-z](?=[\w -]{0,30}:)", re.M)
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
_NOTE = re.compile(r"\[\^\w{1,20}\]:?")
_ANCHOR = re.compile(r"[ \t]*\{#[\w.-]{1,100}\}[ \t]*$", re.M)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?![\s*])([^*\n]+)(?<![\s\\])\*(?![\w*])|(?<![\w\\])_(?![\s_])([^_\n]+)(?<![\s\\])_(?!\w)"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")


def shown(text: str) -> str:
    """As it is where nothing shows that it is Markdown: in plain text a star or a backslash is itself."""
    text = _FRONT.sub(lambda found: _cover(found[0]), text)
    if not _SHOWS.search(text):
        return text
    for mark in (_ANCHOR, _NOTE):
        text = mark.sub("", text)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], _LINK.sub(r"\1", text))
    return _ESCAPE.sub(r"\1", text)


def _cover(front: str) -> str:
    """The keys above the text, as a cover would print them: the title alone, "Review: May 2027"."""
    return _KEY.sub(lambda found: found[0].upper(), _TITLE.sub(r"\2\n", front, count=1))
