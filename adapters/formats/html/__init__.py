"""Reads web pages into paragraphs."""

from __future__ import annotations

from adapters.formats import Unreadable, text
from adapters.formats.html.charset import decoded
from adapters.formats.html.page import paragraphs
from adapters.formats.html.tokens import is_page, tokens
from knowledge.paragraphs import Paragraph

LARGEST_FILE = 10 * 1024 * 1024  # bytes


def read(data: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a page as a browser shows them, without the site's own menus and heads. Raises Unreadable."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(
            f"The file is larger than {LARGEST_FILE >> 20} MB. Please save the policy alone, without pictures."
        )
    page = decoded(data)
    if not is_page(page):
        return text.read(data)
    found = paragraphs(tokens(page))
    if not found:
        raise Unreadable("The web page shows no text. Please check that it is the right file.")
    return tuple(found)
