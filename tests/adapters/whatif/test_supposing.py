"""What governors are shown is what the router does, whatever they suppose and however it is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from adapters.assembly import House
from adapters.commands.whatif import supposed
from adapters.faults import Faults
from adapters.whatif.page import page
from adapters.whatif.table import lines
from adapters.whatif.words import Matrix
from reports.coverage import ROWS, STAND_IN, State, matrix
from reports.report import Kind, Role
from reports.route import Because
from tests.adapters.whatif.routed import DAY, cells, names, routes, told_of
from tests.processes.terminal import candour
from tests.reports.schools import VACANT_CHAIR


def test_a_pipe_gets_one_line_for_each_cell(opened: House, found: Matrix) -> None:
    heading, *told = lines(found)
    assert "Larkfield" in heading
    assert len(told) == len(ROWS) * len(Kind)
    for line, route in zip(told, routes(opened).values(), strict=True):
        _, _, who, copy, outside, why = line.split(" | ")
        hops = [told_of(hop, 0) for hop in who.split(" > ")] if route.hops else []
        assert hops == names(route, found.school)
        assert outside == f"outside: {route.outside}"
        assert (copy == "copy: nobody") == (not route.copies)
        cited = [hop.because.citation or "school practice" for hop in route.hops]
        assert why == f"why: {' > '.join(cited) or 'nobody may be told'}"


def test_somebody_away_or_reporting_stands_nowhere_in_the_matrix(opened: House) -> None:
    found = supposed(opened, opened.school("sample"), ["h.head", "s.dsl"], "d.deputy")
    expected = routes(opened, "d.deputy", "h.head", "s.dsl")
    assert {(cell.about, cell.kind): cell.route for cell in found.cells} == expected
    html = page(found)
    assert "It supposes that Helen Ashdown, headteacher is away." in html
    assert "It supposes that Daniel Okonjo, deputy headteacher reports." in html
    body = html.split("<tbody")[1].split("</tbody>")[0]
    assert not [name for name in ("Helen Ashdown", "Samira Qureshi", "Daniel Okonjo") if name in body]


def test_a_report_by_the_heads_team_about_their_line_manager_takes_the_heads_route(opened: House) -> None:
    found = supposed(opened, opened.school("sample"), reporter="d.deputy")
    by_place = {(cell.about, cell.kind): cell for cell in found.cells}
    about_manager = by_place[(Role.LINE_MANAGER,), Kind.HARASSMENT]
    assert about_manager.hops == by_place[(Role.HEAD,), Kind.HARASSMENT].hops


def test_a_cell_to_nobody_is_told_apart_from_one_that_is_outside_by_design(opened: House) -> None:
    drawn_cells = cells(page(supposed(opened, opened.school("sample"), ["c.chair", "v.vice"])))
    hole = drawn_cells[(Role.HEAD,), Kind.HARASSMENT]
    design = drawn_cells[(Role.HEAD, Role.CHAIR), Kind.CHILD_SAFEGUARDING]
    assert (hole.attrs.get("class"), hole.text) == ("nobody", "Nobody in schoolOutside: LA")
    assert (design.attrs.get("class"), design.text) == (None, "Nobody in school, by designOutside: LADO")


def test_as_many_cells_are_marked_as_the_doctor_counts() -> None:
    html = page(Matrix(VACANT_CHAIR, matrix(VACANT_CHAIR), DAY))
    marked = [place for place, td in cells(html).items() if td.attrs.get("class") == "alone"]
    assert len([about for about, _ in marked if len(about) == 1 and about != (Role.ME,)]) == 59


@pytest.mark.parametrize(("away", "reporter"), [(["h.haed"], None), ([], "nobody")])
def test_a_stranger_is_refused_by_name(opened: House, away: list[str], reporter: str | None) -> None:
    with pytest.raises(Faults, match="is not a person of sample"):
        supposed(opened, opened.school("sample"), away, reporter)


def test_the_command_prints_lines_json_or_a_page(folder: Path) -> None:
    through_a_pipe = candour(folder, "whatif", "--school", "sample")
    assert (through_a_pipe.status, through_a_pipe.err) == (0, "")
    assert len(through_a_pipe.out.splitlines()) == 1 + len(ROWS) * len(Kind)
    wrote = candour(folder, "whatif", "--html", "routes.html", "--away", "h.head")
    assert (wrote.status, wrote.out) == (0, "Wrote routes.html\n")
    assert len(cells((folder / "routes.html").read_text(encoding="utf-8"))) == 180


def test_a_program_reads_the_matrix_as_json(folder: Path, opened: House) -> None:
    told = json.loads(candour(folder, "whatif", "--json", "--away", "v.vice", "--reporter", "t.teacher").out)
    expected = routes(opened, "t.teacher", "v.vice")
    assert (told["school"], told["away"], told["reporter"]) == ("sample", ["v.vice"], "t.teacher")
    assert len(told["cells"]) == len(expected)
    for cell in told["cells"]:
        route = expected[tuple(Role(role) for role in cell["about"]), Kind(cell["kind"])]
        assert cell["hops"] == [list(hop.people) for hop in route.hops]
        assert (cell["copies"], cell["outside"]) == (list(route.copies), route.outside)
        assert [Because(**why) for why in cell["because"]] == [hop.because for hop in route.hops]
        assert cell["state"].upper() in State.__members__


def test_the_sample_school_needs_no_preparation(tmp_path: Path) -> None:
    told = candour(tmp_path, "whatif", "--school", "sample")
    assert told.status == 0
    assert "section 3.3" in told.out


@pytest.mark.parametrize("words", [("--school", "nowhere"), ("--away", "nobody"), ("--html", "no/such/place.html")])
def test_what_cannot_be_done_is_one_sentence_and_ends_with_2(folder: Path, words: tuple[str, str]) -> None:
    told = candour(folder, "whatif", *words)
    assert (told.status, told.out, len(told.err.splitlines())) == (2, "", 1)


def test_whoever_reports_is_by_default_nobody_in_particular(found: Matrix) -> None:
    assert found.reporter == STAND_IN
    assert not any("supposes" in sentence for sentence in found.supposing)
