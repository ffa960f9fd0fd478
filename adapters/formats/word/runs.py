"""Reads the words of one paragraph as they print, with every tracked change accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from adapters.formats.word.fields import Fields, is_listing
from adapters.formats.word.styles import Look, Styles
from adapters.formats.word.tree import chosen, switch, value

BREAK = "\n"  # a line break that its author made

_HOLDING = frozenset(  # what holds words without being words; whatever is not named here is left out
    "hyperlink ins moveTo smartTag customXml dir bdo sdtContent ruby rubyBase fldSimple Choice Fallback".split()
)
_SIGNS = {
    "tab": " ",
    "ptab": " ",
    "cr": BREAK,
    "noBreakHyphen": "-",
    "softHyphen": "",
    "pgNum": "",
}
# Signs that the fonts Symbol and Wingdings keep where other fonts have letters.
_PICTURED = {
    "symbol": {0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xAE: "→", 0xD3: "©", 0xD2: "®", 0x2D: "-"},
    "wingdings": {
        **dict.fromkeys((0x9F, 0xA7, 0x6C, 0x6E, 0x76, 0xD8, 0x77, 0x75), "•"),
        **dict.fromkeys((0xFC, 0xFE), "✓"),
        **dict.fromkeys((0xFB, 0xFD), "✗"),
        **dict.fromkeys((0xA8, 0x6F, 0x71, 0x72), "☐"),
        **dict.fromkeys((0xE0, 0xE8, 0xF0), "→"),
        0x28: "☎",
        0x2A: "✉",
        0x4A: "☺",
    },
}
_INVISIBLE = {ord(c): None for c in "\u00ad\u200b\u2060\ufeff"} | {0x2011: "-"}


@dataclass(frozen=True)
class Piece:
    text: str
    bold: bool


@dataclass
class Words:
    """The pieces of a paragraph in order, and the text boxes that hang on it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def blank(self) -> bool:
        return not any(piece.text.strip() for piece in self.pieces)

    def go_on(self, other: Words) -> Words:
        """These words, and the other's from now on."""
        self.pieces += other.pieces
        self.boxes += other.boxes
        return self


class Runs:
    """Reads paragraph after paragraph, since a field may begin in one and end in another."""

    def __init__(self, styles: Styles, listings: bool = False) -> None:
        """`listings`: print tables of contents too."""
        self.fields = Fields()
        self._styles = styles
        self._listings = listings

    def words(self, paragraph: Element, look: Look) -> Words:
        found = Words()
        self._inside(paragraph, look, found)
        self.fields.end_paragraph()
        return found

    def _inside(self, element: Element, look: Look, found: Words) -> None:
        for child in element:
            if child.tag == "r":
                self._run(child, look, found)
            elif child.tag == "sdt":
                self._inside(child, look, found)
            elif child.tag == "AlternateContent":
                if (choice := chosen(child)) is not None:
                    self._inside(choice, look, found)
            elif child.tag == "fldSimple" and is_listing(child.get("instr", "")) and not self._listings:
                continue
            elif child.tag in _HOLDING or child.tag.startswith("formula-"):
                self._formula(child, look, found)

    def _formula(self, element: Element, look: Look, found: Words) -> None:
        if element.tag == "formula-t" and self._prints:
            found.pieces.append(Piece(element.text or "", False))
        self._inside(element, look, found)

    @property
    def _prints(self) -> bool:
        return self.fields.print or (self._listings and all(each.shown for each in self.fields.open))

    def _run(self, run: Element, look: Look, found: Words) -> None:
        properties = run.find("rPr")
        style = value(properties, "rStyle")
        own = self._styles.look(style) if style else Look()
        hidden = _toggled(switch(properties, "vanish"), look.hidden, own.hidden)
        bold = _toggled(switch(properties, "b"), look.bold, own.bold)
        self._contents(run, hidden, bold, look, found)

    def _contents(self, run: Element, hidden: bool, bold: bool, look: Look, found: Words) -> None:
        for child in run:
            if child.tag == "fldChar":
                self.fields.mark(child.get("fldCharType"))
            elif child.tag == "instrText":
                self.fields.write(child.text or "")
            elif hidden or not self._prints:
                continue
            elif child.tag == "AlternateContent":
                if (choice := chosen(child)) is not None:
                    self._contents(choice, hidden, bold, look, found)
            elif child.tag in {"drawing", "pict", "object"}:
                found.boxes += text_boxes(child)
            elif child.tag == "ruby":
                self._inside(child, look, found)
            elif text := _text(child):
                found.pieces.append(Piece(text, bold))


def _toggled(direct: bool | None, paragraph: bool | None, run: bool | None) -> bool:
    """A switch that both styles turn on is off again (ECMA-376 17.7.3); the run's own word is final."""
    return (bool(paragraph) != bool(run)) if direct is None else direct


def _text(element: Element) -> str:
    if element.tag == "t":
        return (element.text or "").replace("\n", " ").translate(_INVISIBLE)
    if element.tag == "br":
        return BREAK if element.get("type", "textWrapping") == "textWrapping" else " "
    if element.tag == "sym":
        return _sign(element)
    return _SIGNS.get(element.tag, "")


def _sign(element: Element) -> str:
    try:
        code = int(element.get("char", ""), 16)
    except ValueError:
        return ""
    private = 0xF000 <= code <= 0xF0FF
    font = element.get("font", "").lower()
    drawn = next((signs for name, signs in _PICTURED.items() if font.startswith(name)), {})
    if sign := drawn.get(code & 0xFF if private else code):
        return sign
    return "" if private or drawn or not 0x20 <= code < 0xD800 else chr(code)


def text_boxes(drawing: Element) -> list[Element]:
    """The text boxes of a drawing, each once; those inside one of them are left to whoever reads it."""
    found: list[Element] = []
    for child in drawing:
        if child.tag == "txbxContent":
            found.append(child)
        elif child.tag == "AlternateContent":
            choice = chosen(child)
            found += [] if choice is None else text_boxes(choice)
        else:
            found += text_boxes(child)
    return found
