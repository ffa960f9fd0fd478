"""Puts the routing matrix into words: who is told in each cell, and by which clause or practice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from adapters.days import written
from adapters.whatif import cell_words
from bot import telling
from bot.plain import one_line
from reports.coverage import STAND_IN, About, Cell, Cells, State
from reports.people import PersonId, School
from reports.report import Kind
from reports.route import PRACTICES, Because, urgent

NOBODY = {State.NOBODY: "Nobody in school", State.BY_DESIGN: "Nobody in school, by design"}
PRACTICE = "school practice"


@dataclass(frozen=True)
class Matrix:
    """The whole matrix of one school, as of one day; `away` and `reporter` are what was supposed."""

    school: School
    cells: Cells
    day: date
    away: tuple[PersonId, ...] = ()
    reporter: PersonId = STAND_IN

    @property
    def rows(self) -> list[tuple[About, list[Cell]]]:
        rows: dict[About, list[Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.about, []).append(cell)
        return list(rows.items())

    @property
    def title(self) -> str:
        return f"Who is told: {one_line(self.school.name)}"

    @property
    def supposing(self) -> list[str]:
        """What the matrix is of, a sentence each."""
        away = [f"It supposes that {self.name(id)} is away." for id in self.away]
        reporter = [f"It supposes that {self.name(self.reporter)} reports."] if self.reporter else []
        return [f"As school.toml and the policies stood on {written(self.day)}.", *away, *reporter]

    @property
    def pace(self) -> str:
        within = f"{self.school.urgent_minutes} minutes"
        days = self.school.standard_working_days
        later = f"{days} working {'day' if days == 1 else 'days'}"
        return f"“>” means: if it isn't acknowledged in time, then ({within} where it is urgent, otherwise {later})."

    def kind(self, kind: Kind) -> str:
        return cell_words.kind(kind) + (" (urgent)" if urgent(kind, self.school) else "")

    def name(self, id: PersonId) -> str:
        return one_line(telling.name(id, self.school))

    def steps(self, cell: Cell) -> list[tuple[str, Because]]:
        """The people of each hop, and why they are told."""
        return [(one_line(telling.people(hop.people, self.school)), hop.because) for hop in cell.hops]

    def copies(self, cell: Cell) -> str:
        return "; ".join(map(self.name, cell.copies))


@dataclass(frozen=True)
class Notes:
    """Every clause and every practice that a matrix rests on, numbered as they first appear."""

    clauses: tuple[str, ...]
    practices: tuple[str, ...]

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> Notes:
        reasons = dict.fromkeys(hop.because for cell in cells for hop in cell.hops)
        return cls(
            tuple(because.citation for because in reasons if because.citation),
            tuple(because.practice for because in reasons if because.practice),
        )

    def mark(self, because: Because) -> str:
        """ "3" for a clause, "practice 2" for a practice."""
        if because.citation:
            return str(self.clauses.index(because.citation) + 1)
        return f"practice {self.practices.index(because.practice) + 1}"

    @property
    def sentences(self) -> list[str]:
        return [PRACTICES[practice] for practice in self.practices]


def reason(because: Because) -> str:
    return one_line(because.citation) or PRACTICE
