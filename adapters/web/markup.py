"""Markup as a value of its own, which text cannot become without being escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import LiteralString

from bot.plain import plain

ELEMENTS = frozenset(
    """
    html head body meta title style link header main footer nav section article aside div h1 h2 h3 h4 h5 h6 p a strong
    em span small ul ol li dl dt dd blockquote figure figcaption details summary form fieldset legend label input
    textarea button svg path text hr br table caption thead tbody tr th td
    """.split()
)
EMPTY = frozenset({"meta", "link", "input", "hr", "br"})
ATTRIBUTES = frozenset(
    """
    id class lang dir charset name content media rel href action method type value for required checked rows maxlength
    inputmode autocomplete autocapitalize spellcheck role tabindex width height viewBox d x y scope fill stroke
    open title aria-label aria-labelledby aria-describedby aria-invalid aria-hidden aria-current
    """.split()
)
LINKS = re.compile(r"(https?://|/(?!/)|#)[^\s]*")  # where a link or a form may lead: never javascript:, never a guess
SOURCES = frozenset({"href", "action"})

Value = str | int | bool | None


class Html:
    """Safe markup. Only the functions of this file make it."""

    __slots__ = ("_markup",)

    def __init__(self) -> None:
        raise TypeError("Html is made by tag, text, joined and styled, which escape; never from a string.")

    def __str__(self) -> str:
        return self._markup

    _markup: str


Child = Html | str | None


def tag(name: LiteralString, /, *children: Child, **attributes: Value) -> Html:
    """An element; a string inside it is text. `class_` and `aria_label` are written class and aria-label.

    An attribute that is None or False is left out, and one that is True has no value.
    """
    if name not in ELEMENTS:
        raise ValueError(f"<{name}> is not an element that we use.")
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in EMPTY:
        return _made(opened)
    return _made(f"{opened}{joined(*children)}</{name}>")


def text(words: str) -> Html:
    """Safe inside an element and inside a quoted attribute, and without characters that hide or turn others."""
    return _made(escape(plain(words)))


def joined(*children: Child) -> Html:
    return _made("".join(str(child if isinstance(child, Html) else text(child)) for child in children if child))


def each(children: Iterable[Child]) -> Html:
    return joined(*children)


def styled(style: LiteralString) -> Html:
    """A style sheet of our own."""
    return _made(f"<style>{style}</style>")


def document(root: Html) -> str:
    return f"<!DOCTYPE html>\n{root}\n"


def leads(address: str) -> bool:
    """Whether a link may lead there."""
    return bool(LINKS.fullmatch(address))


def _attribute(key: str, value: Value) -> str:
    name = key.rstrip("_").replace("_", "-")
    if name not in ATTRIBUTES:
        raise ValueError(f"{name} is not an attribute that we use.")
    if value is None or value is False:
        return ""
    if name in SOURCES and not leads(str(value)):
        raise ValueError(f"{name} leads where no link of ours leads.")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'


def _made(markup: str) -> Html:
    made: Html = object.__new__(Html)
    made._markup = markup
    return made
