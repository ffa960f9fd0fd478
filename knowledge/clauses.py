"""Makes clauses of paragraphs, each with its number, its headings and its lead-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.cover import end_of_cover, key, title
from knowledge.headings import Heading, below, heading, is_heading, scope_name
from knowledge.labels import Draft, in_parts, labelled
from knowledge.line import Line
from knowledge.lines import lines
from knowledge.lists import Rungs, entered, headings_only, numbers_only
from knowledge.markers import is_named
from knowledge.outline import LOOK_AHEAD
from knowledge.pages import running_text
from knowledge.paragraphs import Paragraph, Style
from knowledge.particulars import facts
from knowledge.phrasing import defines, introduces, is_closed, lead_in, turns
from knowledge.policy import Clause, Kind
from knowledge.sentences import parts


def clauses(paragraphs: Sequence[Paragraph]) -> tuple[Clause, ...]:
    """Every clause of a policy in order, each text byte for byte as the policy has it.

    White space is folded, and a clause that a page break cut in two is joined by one space. A paragraph of more than
    200 words is cut at its own sentence borders into even parts, labelled "3.2, part 1". Titles and headings are no
    clauses; a lead-in is one, and so is every other line of the cover.
    """
    return of(lines(running_text(paragraphs)))


def of(text: Sequence[Line]) -> tuple[Clause, ...]:
    cover, titled = end_of_cover(text), title(text)
    reader = _Reader(text)
    for place, line in enumerate(text):
        if place >= cover:
            reader.read(place)
        elif called := key(line, titled):
            reader.note(line, called)
    return labelled(reader.drafts, titled)


@dataclass
class _Reader:
    """Reads the lines in order and remembers what stands above the next one."""

    lines: Sequence[Line]
    drafts: list[Draft] = field(default_factory=list)
    headings: tuple[Heading, ...] = ()
    rungs: Rungs = ()
    section: int = 0  # headings passed
    above: Line | Heading | None = None  # what came last
    above_lead_ins: tuple[str, ...] = ()  # its own

    def read(self, place: int) -> None:
        line = self.lines[place]
        if not line.is_entry and facts(line.text):
            self.note(line, facts(line.text)[0].key)
        elif is_heading(self.lines, place, self._in_list(place)):
            self._head(line, place)
        elif line.is_entry:
            self._enter(line, place)
        else:
            self._say(line)

    def note(self, line: Line, key: str) -> None:
        """A line about the policy itself."""
        clause = Clause(line.text, page=line.page, kind=Kind.METADATA)
        self.drafts.append(Draft(clause, self.section, key=key))

    def _in_list(self, place: int) -> bool:
        """The line stands where an introduced list begins or goes on."""
        line = self.lines[place]
        if not line.number:
            return False
        rungs, opened = entered(self.rungs, line, self._following(place), self._after_paragraph)
        return self._after_colon if opened else bool(rungs[-1].lead_ins)

    def _head(self, line: Line, place: int) -> None:
        self.rungs = () if scope_name(line) else headings_only(self.rungs)
        if line.number and not scope_name(line):
            self.rungs, _ = entered(self.rungs, line, self._following(place), after_paragraph=True)
            number = "" if is_named(line.number) else self.rungs[-1].number
            self.rungs = (*self.rungs[:-1], replace(self.rungs[-1], heads=True, number=number))
        depth = len(self.rungs) if line.number else 0
        self.headings = below(self.headings, heading(line, depth, self.headings), isinstance(self.above, Heading))
        if line.rank and not line.number:
            self.rungs = self.rungs[: sum(each.numbered for each in self.headings)]
        self.section += 1
        self.above, self.above_lead_ins = self.headings[-1], ()

    def _enter(self, line: Line, place: int) -> None:
        self.rungs, opened = entered(self.rungs, line, self._following(place), self._after_paragraph)
        introduced = self._after_paragraph and self._after_colon
        if opened or (introduced and (self.rungs[-1].lead_ins or not is_closed(line.text))):
            self.rungs = (*self.rungs[:-1], replace(self.rungs[-1], lead_ins=self._lead_ins(line)))
        lead_ins = self.rungs[-1].lead_ins
        kind = Kind.ITEM if line.bullet or lead_ins else Kind.CLAUSE
        self._draft(line, self.rungs[-1].number if line.number else "", lead_ins, kind)

    @property
    def _after_paragraph(self) -> bool:
        return isinstance(self.above, Line) and not self.above.is_entry

    @property
    def _after_colon(self) -> bool:
        return isinstance(self.above, Line) and self.above.text.endswith(":")

    def _lead_ins(self, entry: Line) -> tuple[str, ...]:
        """What introduces a list that begins here: the clause or the heading right above it."""
        if isinstance(self.above, Heading):
            return (self.above.text,) if turns(self.above.text) else ()
        if self.above is None or self.above.style is Style.ROW:
            return ()
        if introduces(self.above.text, entry.text):
            return (*self.above_lead_ins, lead_in(self.above.text))
        return self.above_lead_ins

    def _say(self, line: Line) -> None:
        """A paragraph indented below a list entry belongs to it, and leaves its list open."""
        inside = bool(self.rungs) and bool(self.rungs[-1].glyph) and line.indent > self.rungs[-1].indent
        lead_ins = self.rungs[-1].lead_ins if inside and not is_closed(line.text) else ()
        if not inside:
            self.rungs = numbers_only(self.rungs)
        self._draft(line, "", lead_ins, Kind.CLAUSE)

    def _draft(self, line: Line, number: str, lead_ins: tuple[str, ...], kind: Kind) -> None:
        if kind is Kind.CLAUSE and defines(line.text):
            kind = Kind.DEFINITION
        headings = tuple(each.text for each in self.headings)
        clause = Clause(line.text, line.number, number, "", headings, lead_ins, line.page, kind)
        scope = next((each.scope for each in reversed(self.headings) if each.scope), "")
        self.drafts += in_parts(Draft(clause, self.section, scope), parts(line.text))
        self.above, self.above_lead_ins = line, lead_ins

    def _following(self, place: int) -> list[str]:
        """The numbers that come next."""
        ahead = self.lines[place + 1 : place + 1 + 3 * LOOK_AHEAD]
        return [line.number for line in ahead if line.number][:LOOK_AHEAD]
