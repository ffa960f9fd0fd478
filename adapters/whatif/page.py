"""Writes the routing matrix as one page of HTML that stands alone: no script, nothing fetched, every word escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from adapters.whatif import cell_words
from adapters.whatif.style import STYLE
from adapters.whatif.words import NOBODY, PRACTICE, Matrix, Notes
from bot.plain import one_line
from reports.coverage import About, Cell, State
from reports.report import Kind
from reports.route import Because, Body

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
INTRODUCTION = (
    "Each row is somebody a report may be about; each column is a kind of report. Nobody whom a report is about, "
    "nobody who answers to them and nobody who reports is ever told, so one that names people may take another way.",
    "A number in brackets is the clause of the school's policies that says so; “practice” is school practice, where "
    "the policies don't say. Both are written out beneath the table. Candour never rings the outside "
    "body: its name and number are given to whoever reports.",
)


def page(matrix: Matrix) -> str:
    return "\n".join(_page(matrix, Notes.of(matrix.cells))) + "\n"


def text(words: str) -> str:
    """Safe inside an element and inside a quoted attribute, and without characters that hide or turn others."""
    return escape(one_line(words))


def _page(matrix: Matrix, notes: Notes) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="robots" content="noindex">'
    yield f"<title>{text(matrix.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<header><h1>{text(matrix.title)}</h1>"
    yield from (f"<p>{text(sentence)}</p>" for sentence in matrix.supposing)
    yield "</header>"
    yield "<main>"
    yield from (f"<p>{text(sentence)}</p>" for sentence in (*INTRODUCTION, matrix.pace))
    yield from _ways_in(matrix)
    yield from _table(matrix, notes)
    yield from _noted(notes)
    yield from _outside(matrix)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _ways_in(matrix: Matrix) -> Iterator[str]:
    """Links to the rows, where a small screen stands them one below the other."""
    yield '<nav aria-label="Whom it is about"><h2>Whom it is about</h2><ul>'
    for about, _ in matrix.rows:
        yield f'<li><a href="#{_anchor(about)}">{text(cell_words.about(about))}</a></li>'
    yield "</ul></nav>"


def _table(matrix: Matrix, notes: Notes) -> Iterator[str]:
    """The roles are what the elements mean anyway; a browser forgets that when a small screen stacks them."""
    yield '<table role="table">'
    yield "<caption>Who is told, by whom a report is about and by its kind</caption>"
    yield '<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">About</th>'
    yield from (f'<th scope="col" role="columnheader">{text(matrix.kind(kind))}</th>' for kind in Kind)
    yield '</tr></thead>\n<tbody role="rowgroup">'
    for about, cells in matrix.rows:
        yield '<tr role="row">'
        yield f'<th scope="row" role="rowheader" id="{_anchor(about)}">{text(cell_words.about(about))}</th>'
        yield from (_cell(matrix, notes, cell) for cell in cells)
        yield "</tr>"
    yield "</tbody>\n</table>"


def _cell(matrix: Matrix, notes: Notes, cell: Cell) -> str:
    colour = f' class="{cell.state.name.lower()}"' if cell.state in {State.NOBODY, State.ALONE} else ""
    return (
        f'<td role="cell" data-label="{text(matrix.kind(cell.kind))}"{colour}>{_who(matrix, notes, cell)}'
        + ("<strong>no backup</strong>" if cell.state is State.ALONE else "")
        + (f'<span class="more">Copy: {text(matrix.copies(cell))}</span>' if cell.copies else "")
        + f'<span class="more">Outside: <a href="#outside-{cell.outside}">{cell.outside}</a></span></td>'
    )


def _who(matrix: Matrix, notes: Notes, cell: Cell) -> str:
    if not cell.hops:
        return f"<strong>{text(NOBODY[cell.state])}</strong>"
    told = (f"{text(who)} {_mark(notes, because)}" for who, because in matrix.steps(cell))
    return "".join(f'<span class="hop">{"&gt; " * bool(n)}{who}</span> ' for n, who in enumerate(told))


def _mark(notes: Notes, because: Because) -> str:
    mark = notes.mark(because)
    kind = "clause" if because.citation else PRACTICE
    number = mark.split()[-1]
    return f'<a class="note" href="#{kind.split()[-1]}-{number}" title="{kind} {number}">[{mark}]</a>'


def _noted(notes: Notes) -> Iterator[str]:
    yield from _notes("Clauses of the school's own policies", "clause", "", notes.clauses)
    if not notes.clauses:
        yield "<p>None: no policy has been read in that says whom to tell.</p>"
    yield from _notes("School practice, where the policies don't say", "practice", "practice ", notes.sentences)


def _notes(heading: str, name: str, before: str, sentences: Iterable[str]) -> Iterator[str]:
    yield f'<h2>{text(heading)}</h2>\n<ol class="notes">'
    for number, sentence in enumerate(sentences, 1):
        yield f'<li id="{name}-{number}"><b>[{before}{number}]</b>{text(sentence)}</li>'
    yield "</ol>"


def _outside(matrix: Matrix) -> Iterator[str]:
    yield "<h2>Outside the school</h2>\n<dl>"
    for body in Body:
        there = matrix.school.outside_body(body)
        told = ", ".join(filter(None, (there.name, there.phone))) if there else "not in school.toml"
        yield f'<dt id="outside-{body}">{body}</dt><dd>{text(told)}</dd>'
    yield "</dl>"


def _anchor(about: About) -> str:
    return "about-" + "-".join(about)
