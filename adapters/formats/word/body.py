"""Walks through the text of a Word file: paragraphs, tables, content controls and text boxes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from adapters.formats.word import breaks, cells
from adapters.formats.word.levels import Numbering
from adapters.formats.word.numbering import Counters, Entry, entry, is_number, printed
from adapters.formats.word.runs import Piece, Runs, Words
from adapters.formats.word.styles import BODY_TEXT, Look, Styles, indent, merged
from adapters.formats.word.tree import chosen, switch, value, whole
from knowledge.markers import is_bullet
from knowledge.paragraphs import Paragraph, Style
from knowledge.phrasing import is_closed

STEP = 180  # twentieths of a point: what is indented by less than an eighth of an inch more is not indented more
LONGEST_HEADING_SENTENCE = 5  # words: a longer sentence in a heading's style is a clause, and must not be lost

_HOLDING = frozenset("body customXml smartTag ins moveTo sdtContent Choice Fallback".split())
_BLOCKS = _HOLDING | {"tbl", "sdt", "AlternateContent"}


@dataclass(frozen=True)
class _Kept:
    """A paragraph whose end is deleted or hidden, so that the next one goes on with it."""

    words: Words
    element: Element
    leads: bool  # its own number and style hold, not those of the next


class Body:
    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._runs = Runs(styles)
        self._boxes = Counters()  # text boxes are a story of their own
        self._listings = False

    def read(self, document: Element) -> list[Paragraph]:
        """A table of contents is left out, unless it never ends: then it would take the policy with it."""
        found = self._story(document, Counters())
        if self._runs.fields.listing:
            self._runs, self._boxes, self._listings = Runs(self._styles, listings=True), Counters(), True
            found = self._story(document, Counters())
        return [each for each in found if each.text]

    def _story(self, document: Element, counters: Counters) -> list[Paragraph]:
        return [each for body in document.findall("body") for each in self._blocks(body, counters)]

    def _blocks(self, parent: Element, counters: Counters) -> list[Paragraph]:
        found: list[Paragraph] = []
        kept: _Kept | None = None
        for child in parent:
            if child.tag == "p":
                paragraphs, kept = self._paragraph(child, kept, counters)
                found += paragraphs
                continue
            if kept and child.tag in _BLOCKS:
                found += self._finished(kept, counters)
                kept = None
            found += self._block(child, counters)
        return found + (self._finished(kept, counters) if kept else [])

    def _block(self, element: Element, counters: Counters) -> list[Paragraph]:
        if element.tag == "tbl":
            return self._table(element, counters)
        if element.tag == "sdt":
            return [] if _is_contents(element) and not self._listings else self._inside(element, counters)
        if element.tag == "AlternateContent":
            choice = chosen(element)
            return [] if choice is None else self._blocks(choice, counters)
        return self._blocks(element, counters) if element.tag in _HOLDING else []

    def _inside(self, control: Element, counters: Counters) -> list[Paragraph]:
        return [each for content in control.findall("sdtContent") for each in self._blocks(content, counters)]

    def _paragraph(
        self, element: Element, kept: _Kept | None, counters: Counters
    ) -> tuple[list[Paragraph], _Kept | None]:
        look = self._look(element)
        words = self._runs.words(element, look)
        if look.contents and not self._listings:
            return [], kept
        deleted, hidden = _deleted_end(element), _hidden_end(element, look)
        owner = element
        if kept:
            words = kept.words.go_on(words)
            owner = kept.element if kept.leads else element
        if deleted or hidden:
            leads = hidden and not deleted if kept is None else kept.leads
            empty = words.blank and not words.boxes
            return [], None if empty else _Kept(words, owner, leads)
        return self._finished(_Kept(words, owner, True), counters), None

    def _finished(self, kept: _Kept, counters: Counters) -> list[Paragraph]:
        paragraphs = self._printed(kept.element, kept.words, counters)
        return paragraphs + [each for box in kept.words.boxes for each in self._blocks(box, self._boxes)]

    def _look(self, element: Element) -> Look:
        return self._styles.paragraph(value(element.find("pPr"), "pStyle"))

    def _printed(self, element: Element, words: Words, counters: Counters) -> list[Paragraph]:
        """Empty ones are counted. One with a number comes without text, for the table that it may stand in."""
        properties, look = element.find("pPr"), self._look(element)
        place = entry(properties, look, self._numbering)
        if words.blank and properties is not None and properties.find("sectPr") is not None:
            return []  # the end of a section, which Word does not number
        marker = printed(place, counters.next(place)) if place else ""
        level = _level(properties, look, place)
        pieces = words.pieces
        if place and marker and not is_number(place.level) and not is_bullet(marker):
            printed_words = [] if words.blank else [Piece(marker + ("" if place.level.joined else " "), False)]
            pieces, marker = [*printed_words, *pieces], ""
        lines = breaks.paragraphs(pieces) or ([breaks.Line("", False)] if marker else [])
        made = [self._styled(Paragraph(line.text, "", level), line.bold, properties, look) for line in lines]
        return [_marked(made[0], marker), *made[1:]] if made else []

    def _styled(self, paragraph: Paragraph, bold: bool, properties: Element | None, look: Look) -> Paragraph:
        outline = whole(value(properties, "outlineLvl"))
        outline = look.outline if outline is None else outline
        sentence = is_closed(paragraph.text) and len(paragraph.text.split()) > LONGEST_HEADING_SENTENCE
        if look.title and not sentence:
            return replace(paragraph, style=Style.TITLE)
        if outline is not None and 0 <= outline < BODY_TEXT and not (sentence and not paragraph.text.endswith("?")):
            return replace(paragraph, style=Style.HEADING, rank=outline + 1)
        return replace(paragraph, style=Style.HEADING) if bold else paragraph

    def _table(self, element: Element, counters: Counters) -> list[Paragraph]:
        rows = [each for each in _held(element, "tr") if not _is_deleted(each.find("trPr"))]
        return cells.table([[self._blocks(cell, counters) for cell in _cells(row)] for row in rows])


def _marked(paragraph: Paragraph, marker: str) -> Paragraph:
    """A bold list entry is no heading."""
    plain = is_bullet(marker) and paragraph.style is Style.HEADING and not paragraph.rank
    return replace(paragraph, marker=marker, style=Style.BODY if plain else paragraph.style)


def _level(properties: Element | None, look: Look, place: Entry | None) -> int:
    """How far the paragraph, or its marker, is indented, in steps; at least as deep as its list says."""
    direct = indent(properties)
    if place is None:
        ind = merged(look.indent, direct)
    elif place.direct:
        ind = merged(look.indent, place.level.indent, direct)
    else:
        ind = merged(place.level.indent, look.indent, direct)
    start = ind.get("left", 0) - ind.get("hanging", 0) + (ind.get("firstLine", 0) if place else 0)
    return max(round(start / STEP), place.depth if place else 0, 0)


def _deleted_end(paragraph: Element) -> bool:
    mark = paragraph.find("pPr/rPr")
    return mark is not None and any(mark.find(change) is not None for change in ("del", "moveFrom"))


def _hidden_end(paragraph: Element, look: Look) -> bool:
    direct = switch(paragraph.find("pPr/rPr"), "vanish")
    return bool(look.hidden) if direct is None else direct


def _is_deleted(properties: Element | None) -> bool:
    return properties is not None and any(properties.find(change) is not None for change in ("del", "cellDel"))


def _is_contents(control: Element) -> bool:
    gallery = value(control.find("sdtPr/docPartObj"), "docPartGallery") or ""
    return gallery.lower() in {"table of contents", "index"}


def _cells(row: Element) -> list[Element]:
    return [each for each in _held(row, "tc") if not _is_deleted(each.find("tcPr"))]


def _held(parent: Element, tag: str) -> list[Element]:
    """The rows of a table or the cells of a row, some of them inside content controls."""
    found: list[Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _HOLDING or child.tag == "sdt":
            found += _held(child, tag)
    return found
