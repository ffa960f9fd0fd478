"""Walks through a web page and collects the paragraphs that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from adapters.formats import Unreadable
from adapters.formats.html.grid import Found, Grid
from adapters.formats.html.nesting import Nesting
from adapters.formats.html.numbers import List, lengths, opened
from adapters.formats.html.tags import BLOCKS, BOLD, DEFINED, EMPTY, HEADINGS, LISTS, PARTS, TABLES, is_unseen
from adapters.formats.html.tokens import Close, Open, Token
from adapters.formats.word.breaks import paragraphs as lines
from adapters.formats.word.runs import BREAK, Piece
from knowledge.paragraphs import Paragraph, Style

MOST_OF_IT = 0.3  # of all words: a main part that holds so many is the text itself
LONGEST_PARAGRAPH = 100_000  # letters
UNSHOWN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))  # letters that are nothing to the eye


def paragraphs(tokens: Iterable[Token]) -> list[Paragraph]:
    """Of the main part, where the page has one that holds its text."""
    everything = list(tokens)
    walk = _Walk(lengths(everything))
    for place, token in enumerate(everything):
        walk.take(token, place)
    walk.flush()
    walk.grid.close_all()
    return _titled(_text_of(walk.grid.found), walk.title)


def _text_of(found: Sequence[Found]) -> list[Paragraph]:
    words = {part: sum(len(f.paragraph.text.split()) for f in found if f.part == part) for part in (*PARTS, "")}
    text = next((part for part in PARTS if words[part] > MOST_OF_IT * sum(words.values())), None)
    return [f.paragraph for f in found if text in {None, f.part}]


def _titled(found: list[Paragraph], title: str) -> list[Paragraph]:
    """A page without a heading of the first rank shows its title in the browser's frame alone."""
    if not found or not title or any(p.rank == 1 for p in found) or title in {p.text for p in found[:3]}:
        return found
    return [Paragraph(title, style=Style.TITLE), *found]


@dataclass
class _Walk:
    lengths: dict[int, int]  # of the lists, by the place of their tags
    nesting: Nesting = field(default_factory=Nesting)
    grid: Grid = field(default_factory=Grid)
    lists: list[List] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    marker: str = ""  # of the list entry whose text has not come yet
    bold: int = 0
    title: str = ""
    in_title: bool = False
    in_terms: bool = False  # of a list of definitions, whose definition has not come yet

    def take(self, token: Token, place: int) -> None:
        if isinstance(token, str):
            self._say(token)
        elif isinstance(token, Close):
            self._close(token.name)
        else:
            self._open(token, place)

    def _say(self, text: str) -> None:
        if self.in_title:
            self.title = self.title or " ".join(text.split())
        elif not self.nesting.hidden:
            shown = text if self.nesting.open["pre"] else text.replace(BREAK, " ")
            self.pieces.append(Piece(shown.translate(UNSHOWN), self.bold > 0))

    def _open(self, tag: Open, place: int) -> None:
        self.in_title = tag.name == "title" and not self.nesting.open["svg"]
        if tag.name in BLOCKS:
            self.flush()
            self._ended(self.nesting.ended_by(tag.name))
        if tag.name in EMPTY:
            self._say_nothing(tag.name)
            return
        hides = is_unseen(tag.name, tag.attributes, any(self.nesting.open[part] for part in PARTS))
        if tag.name in BLOCKS or hides or self.nesting.hidden:
            self.nesting.begin(tag.name, hides)
            if not self.nesting.hidden:
                self._begun(tag, place)
        else:
            self.bold += tag.name in BOLD

    def _say_nothing(self, name: str) -> None:
        if name == "br" and not self.nesting.hidden:
            self.pieces.append(Piece(BREAK, False))

    def _begun(self, tag: Open, place: int) -> None:
        if tag.name in LISTS:
            self._lone_marker()
            self.lists.append(opened(tag.name, tag.attributes, len(self.lists), self.lengths[place]))
        elif tag.name == "li":
            self.marker = self.lists[-1].marker(tag.attributes) if self.lists else "•"
        elif tag.name in TABLES:
            self.grid.open(tag.name)
        elif tag.name in DEFINED:
            self._define(tag.name)

    def _define(self, name: str) -> None:
        """A term and its definition stand side by side in meaning: they are read as a row of a table is."""
        if name == "dl":
            self.grid.open("table")
        else:
            if name == "dt" and not self.in_terms:
                self.grid.open("tr")
            self.grid.open("td")
        self.in_terms = name == "dt"

    def _close(self, name: str) -> None:
        if name == "title":
            self.in_title = False
        if name in BLOCKS:
            self.flush()
        elif name in BOLD:
            self.bold = max(0, self.bold - 1)
        self._ended(self.nesting.end(name))

    def _ended(self, names: Sequence[str]) -> None:
        for name in names:
            if name in LISTS:
                self.lists.pop()
            elif name in TABLES:
                self.grid.close(name)
            elif name == "dl":
                self.grid.close("table")
            if name == "li":
                self.marker = ""
            if name in BLOCKS:
                self.bold = 0

    def _lone_marker(self) -> None:
        """A number whose entry holds nothing but a further list is shown all the same."""
        if self.marker and self.marker[-1] == ".":
            self.grid.add(Found(Paragraph("", self.marker, len(self.lists)), self._part))
        self.marker = ""

    @property
    def _part(self) -> str:
        return next((part for part in PARTS if self.nesting.open[part]), "")

    def flush(self) -> None:
        """What was said since the last border of a block becomes its paragraphs."""
        if not self.pieces:
            return
        if sum(len(piece.text) for piece in self.pieces) > LONGEST_PARAGRAPH:
            raise Unreadable("The web page has a paragraph as long as a book. Please send it as a Word or PDF file.")
        rank = next((rank for name, rank in HEADINGS.items() if self.nesting.open[name]), 0)
        for line in lines(self.pieces) if any(piece.text.strip() for piece in self.pieces) else ():
            style = Style.HEADING if rank or (line.bold and not self.lists) else Style.BODY
            self.grid.add(Found(Paragraph(line.text, self.marker, len(self.lists), style, rank), self._part))
            self.marker = ""
        self.pieces.clear()
