"""What the router itself does with every cell, and how the page and the lines that show it are read back."""

from __future__ import annotations

from datetime import date

from adapters.assembly import House
from adapters.mandates import mandates
from reports.coverage import ROWS, About, without
from reports.people import PersonId, School
from reports.report import Concern, Kind
from reports.route import Route, choose
from tests.adapters.whatif.strict_html import Element, Strict

DAY = date(2026, 11, 20)


def routes(opened: House, reporter: str = "", *away: str) -> dict[tuple[About, Kind], Route]:
    """What the router itself does, asked one by one."""
    school = without(opened.school("sample").school, *map(PersonId, away))
    clauses = mandates(opened.shelf.current("sample"))
    return {
        (about, kind): choose(Concern(kind, frozenset(about), PersonId(reporter)), school, clauses)
        for about in ROWS
        for kind in Kind
    }


def names(route: Route, school: School) -> list[list[str]]:
    people = {person.id: person.name for person in school.people}
    return [[people[id] for id in hop.people] for hop in route.hops]


def cells(html: str) -> dict[tuple[About, Kind], Element]:
    """Each cell of the page's table, by the place in which it stands."""
    (table,) = Strict(html).root.all("table")
    _, *rows = table.all("tr")
    assert len(rows) == len(ROWS)
    return {(about, kind): td for about, row in zip(ROWS, rows, strict=True) for kind, td in _kinds(row)}


def _kinds(row: Element) -> list[tuple[Kind, Element]]:
    return list(zip(Kind, row.all("td"), strict=True))


def told_of(hop: str, number: int) -> list[str]:
    """The names in "> Helen Ashdown, headteacher and …", without their posts."""
    assert hop.startswith("> ") == bool(number)
    return [one.split(",")[0] for one in hop.removeprefix("> ").split(" and ")]
