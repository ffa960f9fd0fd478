"""candour statistics: how many reports of each kind each month had, for governors, with no small figure in it."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from adapters import erasing
from adapters.assembly import House
from adapters.statistics_words import NOTE, NOTHING_YET, figure, label
from reports.counting import published
from reports.figures import Figures

EXAMPLE = "candour statistics --school st-osmunds --html statistics.html"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page with a table and a chart there")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: Namespace) -> int:
    """Only whole terms, and each always the same: two prints, however far apart, tell no more than the later one."""
    house = House.open()
    school = house.school(options.school).school
    terms = published(erasing.figures(house, school.id).all())
    if options.html:
        _write(options.html, school.name, terms)
    if options.json:
        print(json.dumps({"school": school.id, "terms": {name: _object(table) for name, table in terms.items()}}))
    elif options.html:
        print(f"Wrote {options.html}")
    else:
        print("\n\n".join("\n".join(_lines(name, table)) for name, table in terms.items()) or NOTHING_YET)
    return 0


def _write(file: Path, school: str, terms: Mapping[str, Figures]) -> None:
    from adapters.statistics_page import page

    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as opened:
        opened.write(page(school, terms))


def _object(table: Figures) -> dict[str, dict[str, int | None]]:
    """Null where a figure is hidden."""
    return {month: {kind: table.shown[month, kind] for kind in table.columns} for month in table.rows}


def _lines(name: str, table: Figures) -> Iterator[str]:
    yield name
    labels = {kind: label(kind) for kind in table.columns}
    wide = max(map(len, labels.values()))
    yield " " * (wide + 2) + "  ".join(f"{month:>7}" for month in table.rows)
    for kind in table.columns:
        yield f"{labels[kind]:{wide}}  " + "  ".join(f"{figure(table.shown[month, kind]):>7}" for month in table.rows)
    yield NOTE
