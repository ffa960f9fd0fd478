"""Reads the tables of a web page row by row."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from adapters.formats.rows import is_section, is_short, keyed
from knowledge.markers import is_bullet, split
from knowledge.paragraphs import Paragraph, Style


@dataclass(frozen=True)
class Found:
    """A paragraph and the part of the page that it stands in: main, article, or nothing."""

    paragraph: Paragraph
    part: str = ""


Cell = list[Found]


@dataclass
class Grid:
    """Gathers paragraphs in order. `tables`: of each open table, the cells of the row that is open."""

    found: list[Found] = field(default_factory=list)
    tables: list[list[Cell]] = field(default_factory=list)

    def add(self, new: Found) -> None:
        self._around(len(self.tables)).append(new)

    def open(self, name: str) -> None:
        if name == "table":
            self.tables.append([])
        elif name == "tr":
            self._end_row()
        elif self.tables:
            self.tables[-1].append([])

    def close(self, name: str) -> None:
        if name in {"table", "tr"}:
            self._end_row()
        if name == "table" and self.tables:
            self.tables.pop()

    def close_all(self) -> None:
        while self.tables:
            self.close("table")

    def _around(self, depth: int) -> Cell:
        """The innermost open cell of the outermost `depth` tables; what stands in no cell stands before the table."""
        for cells in reversed(self.tables[:depth]):
            if cells:
                return cells[-1]
        return self.found

    def _end_row(self) -> None:
        if self.tables:
            cells = [cell for cell in self.tables[-1] if cell]
            self.tables[-1] = []
            self._around(len(self.tables) - 1).extend(_row(cells))


def _row(cells: list[Cell]) -> list[Found]:
    """A short row, and one with a number, is one paragraph; longer cells, and those with lists or headings, are not."""
    together = [found for cell in cells for found in cell]
    texts = [found.paragraph.text for found in together]
    plain = all(len(cell) == 1 and not (cell[0].paragraph.marker or cell[0].paragraph.rank) for cell in cells)
    number = split(texts[0])[0] if texts else ""
    if len(cells) < 2 or not plain or is_section(texts) or not (is_short(texts) or (number and not is_bullet(number))):
        return together
    joined = replace(together[0].paragraph, text=" ".join(keyed(texts)), style=Style.ROW)
    return [replace(together[0], paragraph=joined)]
