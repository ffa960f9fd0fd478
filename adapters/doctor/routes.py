"""Checks where reports would go: to nobody, to one person without a backup, or to people who are away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from adapters.days import written
from adapters.doctor.findings import Finding, must, well, worth
from adapters.whatif import cell_words
from reports.coverage import ONE_OF, Cells, Coverage, State, coverage, gaps, in_state, post_holders
from reports.people import School
from reports.report import Kind

PLAIN = len(ONE_OF) * len(Kind)  # a route is one kind of report about one sort of person


def routes(school: School, today: date) -> Iterator[Finding]:
    found = coverage(school)
    yield from nobody(found)
    yield from alone(found)
    yield from away(school, today)
    yield from leaned_on(found, school)
    if design := in_state(found.cells, State.BY_DESIGN):
        yield well("routes", f"{count(design)} lead outside the school by design.")


def nobody(found: Coverage) -> Iterator[Finding]:
    if found.nobody:
        says = f"Of {len(found.cells)} routes, {len(found.nobody)} lead to nobody in school."
        yield must("routes", f"{says} Production does not start like this.", cell_words.listed(found.nobody))
    else:
        yield well("routes", f"Of {len(found.cells)} routes, none is without somebody who should receive it.")


def alone(found: Coverage) -> Iterator[Finding]:
    """Those about one person are told first, since that is the figure that schools compare."""
    plain = tuple(cell for cell in found.alone if cell.about in ONE_OF)
    more = tuple(cell for cell in found.alone if cell.about not in ONE_OF)
    if plain:
        says = f"{len(plain)} of {PLAIN} routes have a single recipient and no backup."
        yield worth("routes", says, cell_words.listed(plain))
    else:
        yield well("routes", f"Each of {PLAIN} routes has a backup.")
    if more:
        says = f"A single recipient and no backup: {len(more)} of {len(found.cells) - PLAIN} routes"
        yield worth("routes", f"{says} about oneself, or about two people at once.", cell_words.listed(more))


def away(school: School, today: date) -> Iterator[Finding]:
    """Whoever is away today, and on each later day on which somebody's absence begins."""
    begun = {first for person in school.people for first, _ in person.away if first > today}
    for day, cells in gaps(school, [today, *sorted(begun)]):
        says, details = f"Everyone who would receive {count(cells)} is away", cell_words.listed(cells)
        if day == today:
            yield must("routes", f"{says} today. Ask somebody to stand in.", details)
        else:
            yield worth("routes", f"{says} on {written(day)}.", details)


def leaned_on(found: Coverage, school: School) -> Iterator[Finding]:
    """Post holders without whom some route leads to nobody: because they are away, or because it is their report."""
    away, own = found.lost(found.away), found.lost(found.reported_by)
    for person in post_holders(school):
        without, reporting = away.get(person.id, ()), own.get(person.id, ())
        if cell_words.listed(without) == cell_words.listed(reporting):
            yield from _leans(person.name, "is away, or is the one who reports", without)
        else:
            yield from _leans(person.name, "is away", without)
            yield from _leans(person.name, "is the one who reports", reporting)


def _leans(name: str, why: str, cells: Cells) -> Iterator[Finding]:
    if cells:
        says = f"If {name} {why}, nobody in school is left for {count(cells)}."
        yield worth("routes", says, cell_words.listed(cells))


def count(cells: Cells) -> str:
    return "1 route" if len(cells) == 1 else f"{len(cells)} routes"
