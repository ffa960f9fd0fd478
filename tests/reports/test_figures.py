"""No figure under five can be worked out from what is shown, by adding and subtracting or by trying every table."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reports.figures import FEWEST, TOTAL, Figures, Place, figures

Table = dict[Place, int]


def table(*rows: tuple[int, ...]) -> Table:
    return {(f"month {r}", f"kind {c}"): n for r, row in enumerate(rows) for c, n in enumerate(row)}


def published(counts: Table) -> tuple[tuple[Place, int | None], ...]:
    return tuple(sorted(figures(counts).shown.items()))


def whole(counts: Table) -> Table:
    rows, columns = {r for r, _ in counts}, {c for _, c in counts}
    rows, columns = rows | ({TOTAL} if len(rows) > 1 else set()), columns | ({TOTAL} if len(columns) > 1 else set())
    return {
        (row, column): sum(n for (r, c), n in counts.items() if row in (r, TOTAL) and column in (c, TOTAL))
        for row, column in product(rows, columns)
    }


def test_a_figure_under_five_is_never_shown_and_a_lone_one_is_not_left_to_be_subtracted() -> None:
    shown = figures(table((9, 1), (8, 7))).shown
    assert shown["month 0", "kind 1"] is None
    assert shown["month 0", "kind 0"] is None or shown["month 0", TOTAL] is None
    assert shown["month 1", "kind 1"] is None or shown[TOTAL, "kind 1"] is None


def test_a_table_of_large_figures_is_shown_whole() -> None:
    shown = figures(table((9, 6), (8, 7))).shown
    assert shown[TOTAL, TOTAL] == 30
    assert None not in shown.values()


def test_a_year_with_next_to_nothing_shows_nothing() -> None:
    assert set(figures(table((1, 0), (0, 2))).shown.values()) == {None}


def test_many_small_figures_leave_a_total_to_be_shown() -> None:
    assert figures(table((1, 2, 0, 3, 1, 2), (0, 0, 1, 2, 1, 1))).shown[TOTAL, TOTAL] == 14


def test_f47_months_with_one_four_five_and_six_reports_tell_only_the_large_ones() -> None:
    shown = figures({(f"month {n}", "kind"): n for n in (1, 4, 5, 6)}).shown
    assert shown["month 1", "kind"] is None
    assert shown["month 4", "kind"] is None


def solved(found: Figures) -> set[Place]:
    """The places whose figures follow from the sums alone: a linear solver's null space leaves them no freedom."""
    places = list(found.shown)
    at = {place: n for n, place in enumerate(places)}
    sums: list[Table] = []
    if TOTAL in found.columns:
        sums += [{(row, c): (-1 if c == TOTAL else 1) for c in found.columns} for row in found.rows]
    if TOTAL in found.rows:
        sums += [{(r, column): (-1 if r == TOTAL else 1) for r in found.rows} for column in found.columns]
    known = [{place: 1} for place, value in found.shown.items() if value is not None]
    matrix = np.zeros((len(sums) + len(known), len(places)))
    for n, equation in enumerate([*sums, *known]):
        for place, factor in equation.items():
            matrix[n, at[place]] = factor
    _, sizes, directions = np.linalg.svd(matrix)
    free = directions[int((sizes > 1e-9).sum()) :]
    return {place for place in places if np.abs(free[:, at[place]]).max(initial=0) < 1e-9}


@given(st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=1, max_size=6))
def test_a_linear_solver_finds_no_small_figure(rows: list[list[int]]) -> None:
    counts = table(*map(tuple, rows))
    found = figures(counts)
    true = whole(counts)
    assert not {place for place in solved(found) if true[place] < FEWEST}
    assert all(value is None or value >= FEWEST for value in found.shown.values())


def test_of_all_tables_that_look_alike_no_small_figure_is_the_same_in_each() -> None:
    """Somebody who knows how figures are hidden, and tries every table of four figures, learns none."""
    alike: dict[tuple[tuple[Place, int | None], ...], list[Table]] = defaultdict(list)
    tried = [((a, b), (c, d)) for a, b, c, d in product(range(10), repeat=4)]
    tried += [(row,) for row in product(range(10), repeat=4)]
    for rows in tried:
        counts = table(*rows)
        alike[published(counts)].append(whole(counts))
    for tables in alike.values():
        if max(tables[0].values()) < 10:  # a larger one may look like tables that were not tried
            for place in tables[0]:
                values = {true[place] for true in tables}
                assert len(values) > 1 or min(values) >= FEWEST, (place, tables[0])
