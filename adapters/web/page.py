"""The frame of every page: what a browser is told, a way past the header, the header, the words, the foot."""

from __future__ import annotations

from adapters.web.markup import Child, Html, document, joined, styled, tag
from adapters.web.style import STYLE

NAME = "Candour"


def page(title: str, *main: Child, name: str = NAME, ways: Child = None, foot: Child = None, class_: str = "") -> str:
    """`ways` stands beside the name at the top, where a person on a phone finds it; one h1 belongs into `main`."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="robots", content="noindex"),
        tag("title", title),
        styled(STYLE),
    )
    return document(tag("html", head, _body(name, ways, joined(*main), foot, class_), lang="en-GB"))


def _body(name: str, ways: Child, main: Html, foot: Child, class_: str) -> Html:
    return tag(
        "body",
        tag("a", "Skip to the main part", class_="skip", href="#_main"),
        tag("header", tag("div", tag("p", name, class_="name"), ways), class_="bar"),
        tag("main", main, id="_main", tabindex="-1"),
        tag("footer", tag("div", foot), class_="foot") if foot else None,
        class_=class_ or None,
    )


def message(title: str, *sentences: str, ways: Child = None) -> str:
    """A page that only says something."""
    return page(title, tag("h1", title), *(tag("p", sentence) for sentence in sentences), ways=ways)
