"""Reads one XML part into a tree with short names, within limits that no honest file reaches."""

from __future__ import annotations

import codecs
import re
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from adapters.formats import Unreadable

DEEPEST = 200  # elements inside one another: a table in a table in a text box is 30 deep
LONGEST_TAG = 1_000_000  # bytes between two "<"
LONGEST_NAMESPACE = 300  # bytes: the parser writes it out in full for every name

BROKEN = "The Word file is damaged. Please open it in Word, save it again and send that."
_TOO_LARGE = "The Word file is too large or too deeply nested to read. Please save the policy alone and send that."

# Names of these lose their namespace: "p", "Choice". Word writes the first kind, "Strict Open XML" the second.
_PLAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types",
)
_FORMULA = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_NAMESPACES = {**{f"{{{uri}": "" for uri in _PLAIN}, **{f"{{{uri}": "formula-" for uri in _FORMULA}}
_LONG_TAG = re.compile(rb"<[^<]{%d}" % LONGEST_TAG)
_LONG_NAMESPACE = re.compile(rb"\bxmlns[^=<>]{0,100}=\s*(?:\"[^\"]{%d}|'[^']{%d})" % ((LONGEST_NAMESPACE,) * 2))


def parsed(data: bytes, most: int) -> Element:
    """The root element of a part of no more than `most` elements. Raises Unreadable."""
    try:
        data = _utf8(data)
        _check(data, most)
        parser = DefusedXMLParser(target=_Tree(), encoding="utf-8", forbid_dtd=True)
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException:
        raise Unreadable("The Word file declares entities, which Word itself never does. It was not read.") from None
    except (ParseError, UnicodeError):
        raise Unreadable(BROKEN) from None
    return root


def _utf8(data: bytes) -> bytes:
    """A part is in UTF-8 or UTF-16; no other encoding may hide markup from the checks."""
    return data.decode("utf-16").encode() if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else data


def _check(data: bytes, most: int) -> None:
    """What would keep the parser itself busy is found before it starts."""
    elements = data.count(b"<") - data.count(b"</")
    if elements > most or _LONG_TAG.search(data) or _LONG_NAMESPACE.search(data):
        raise Unreadable(_TOO_LARGE)


class _Tree:
    """Builds the tree under short names."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = 0
        self._names: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unreadable(_TOO_LARGE)
        if attributes:
            attributes = {self._names.get(name) or self._short(name): value for name, value in attributes.items()}
        self._builder.start(self._names.get(tag) or self._short(tag), attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(self._names[tag])

    def data(self, text: str) -> None:
        self._builder.data(text)

    def close(self) -> Element:
        return self._builder.close()

    def _short(self, name: str) -> str:
        namespace, _, local = name.rpartition("}")
        prefix = _NAMESPACES.get(namespace) if namespace else ""
        self._names[name] = name if prefix is None else prefix + local
        return self._names[name]


def value(parent: Element | None, name: str) -> str | None:
    """The `val` of a child, as most of Word's properties are written."""
    child = None if parent is None else parent.find(name)
    return None if child is None else child.get("val")


def whole(text: str | None) -> int | None:
    """A whole number of up to nine digits; None for anything else."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else None


def switch(parent: Element | None, name: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said."""
    child = None if parent is None else parent.find(name)
    return None if child is None else child.get("val", "true").lower() not in {"false", "0", "off", "none"}


def chosen(alternatives: Element) -> Element | None:
    """The one of the alternatives that is shown: never two, or the text would stand twice."""
    return next((each for each in alternatives if each.tag in {"Choice", "Fallback"} and len(each)), None)
