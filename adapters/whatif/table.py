"""Draws the routing matrix in a terminal, or as one line for each cell where a program reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from adapters.whatif import cell_words
from adapters.whatif.words import NOBODY, Matrix, Notes, reason
from bot.plain import one_line
from reports.coverage import Cell, State
from reports.report import Kind

ABOUT, CELL = 18, 26  # columns of a terminal that the row's name, and each kind of report, need to be readable
STYLES = {State.NOBODY: "bold red", State.ALONE: "yellow", State.BY_DESIGN: "", State.BACKED: ""}


def lines(matrix: Matrix) -> Iterator[str]:
    """A heading, then "about | kind | who > who | copy: who | outside: LA | why: clause > school practice"."""
    yield f"{matrix.title}. {' '.join(matrix.supposing)}"
    for cell in matrix.cells:
        steps = matrix.steps(cell)
        yield " | ".join(
            (
                cell_words.about(cell.about),
                cell_words.kind(cell.kind),
                " > ".join(who for who, _ in steps) or NOBODY[cell.state],
                f"copy: {matrix.copies(cell) or 'nobody'}",
                f"outside: {cell.outside}",
                f"why: {' > '.join(reason(because) for _, because in steps) or 'nobody may be told'}",
            )
        )


def show(matrix: Matrix, console: Console) -> None:
    """As many kinds of report side by side as there is room for; the next ones below."""
    notes, kinds = Notes.of(matrix.cells), list(Kind)
    console.print(Text(matrix.title, style="bold"))
    for sentence in (*matrix.supposing, matrix.pace):
        console.print(Text(sentence))
    abreast = max(1, (console.width - ABOUT - 4) // (CELL + 3))
    for start in range(0, len(kinds), abreast):
        console.print(_table(matrix, notes, kinds[start : start + abreast]))
    for number, citation in enumerate(notes.clauses, 1):
        console.print(Text(f"[{number}] {one_line(citation)}"))
    for number, sentence in enumerate(notes.sentences, 1):
        console.print(Text(f"[practice {number}] {sentence}"))


def _table(matrix: Matrix, notes: Notes, kinds: Sequence[Kind]) -> Table:
    table = Table(show_lines=True, pad_edge=False)
    table.add_column("About", width=ABOUT, style="bold")
    for kind in kinds:
        table.add_column(Text(matrix.kind(kind)), ratio=1)
    for about, cells in matrix.rows:
        drawn = (_drawn(matrix, notes, cell) for cell in cells if cell.kind in kinds)
        table.add_row(Text(cell_words.about(about)), *drawn)
    return table


def _drawn(matrix: Matrix, notes: Notes, cell: Cell) -> Text:
    steps = "\n> ".join(f"{who} [{notes.mark(because)}]" for who, because in matrix.steps(cell))
    text = Text(steps or NOBODY[cell.state], style=STYLES[cell.state])
    if cell.state is State.ALONE:
        text.append("\nno backup", style="italic")
    text.append(f"\nOutside: {cell.outside}", style="dim")
    if cell.copies:
        text.append(f"\nCopy: {matrix.copies(cell)}", style="dim")
    return text
