"""Takes off a Markdown file the marks that are not shown: emphasis, links, anchors and escapes.

What makes structure stays for the reader of the text: headings, list markers, tables, and bold, which may be a heading.
"""

from __future__ import annotations

import re

_SHOWS = re.compile(r"^ {0,3}#{1,6} \S|\*\*\S|\]\(|^\|.*\|$", re.M)
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
_NOTE = re.compile(r"\[\^\w{1,20}\]:?")
_ANCHOR = re.compile(r"[ \t]*\{#[\w.-]{1,100}\}[ \t]*$", re.M)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?![\s*])([^*\n]+)(?<![\s\\])\*(?![\w*])|(?<![\w\\])_(?![\s_])([^_\n]+)(?<![\s\\])_(?!\w)"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")


def shown(text: str) -> str:
    """As it is where nothing shows that it is Markdown: in plain text a star or a backslash is itself."""
    if not _SHOWS.search(text):
        return text
    for mark in (_ANCHOR, _NOTE):
        text = mark.sub("", text)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], _LINK.sub(r"\1", text))
    return _ESCAPE.sub(r"\1", text)
