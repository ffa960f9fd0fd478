"""What governors are shown is what the router does, in a terminal, through a pipe, as JSON and on a page."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console

from adapters.assembly import House
from adapters.commands.whatif import supposed
from adapters.faults import Faults
from adapters.mandates import mandates
from adapters.whatif.page import page
from adapters.whatif.table import lines, show
from adapters.whatif.words import Matrix
from bot.telling import KIND_LABELS, ROLE_LABELS
from reports.coverage import ROWS, STAND_IN, About, State, matrix, without
from reports.people import Outside, Person, PersonId, Post, School
from reports.report import Concern, Kind, Role
from reports.route import PRACTICES, Because, Mandate, Route, choose
from tests.adapters.ready_school import NOW
from tests.processes.terminal import candour, house, sample
from tests.reports.schools import VACANT_CHAIR

VOID = {"meta", "br", "hr", "img", "input", "link"}
DAY = date(2026, 11, 20)
HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)> \"O'Brien\" & [bold]Co[/bold]\u202e"


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        below = [found for child in self.children if isinstance(child, Element) for found in child.all(tag)]
        return [self, *below] if self.tag == tag else below

    @property
    def text(self) -> str:
        whole = "".join(child if isinstance(child, str) else child.text for child in self.children)
        return re.sub(r"\s+", " ", whole).strip() if self.tag in {"td", "th", "li", "dd", "h1"} else whole


class Strict(HTMLParser):
    """Reads a page as a tree, and refuses one whose elements do not close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(html)
        self.close()
        assert self._open == [self.root], f"left open: {[element.tag for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute stands twice in <{tag}>"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("whatif") / "school")


@pytest.fixture(scope="module")
def opened(folder: Path) -> House:
    return house(folder, lambda: NOW)


@pytest.fixture(scope="module")
def found(opened: House) -> Matrix:
    return supposed(opened, opened.school("sample"))


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


def test_every_cell_of_the_page_is_what_the_router_chooses(opened: House, found: Matrix) -> None:
    html = page(found)
    school, drawn, notes = found.school, cells(html), noted(html)
    for place, route in routes(opened).items():
        td = drawn[place]
        hops = [span for span in td.all("span") if span.attrs.get("class") == "hop"]
        told = [re.sub(r"\[[^\]]*\]", "", hop.text).strip() for hop in hops]
        assert [told_of(hop, first) for first, hop in enumerate(told)] == names(route, school), place
        assert [reason(hop, notes) for hop in hops] == [hop.because for hop in route.hops], place
        assert td.text.endswith(f"Outside: {route.outside}"), place
        assert copies(td) == [person.name for person in school.people if person.id in route.copies], place
        assert ("Nobody in school" in td.text) == (not route.hops), place
        assert ("no backup" in td.text) == (len(route.hops) == 1), place


def told_of(hop: str, number: int) -> list[str]:
    """The names in "> Helen Ashdown, headteacher and …", without their posts."""
    assert hop.startswith("> ") == bool(number)
    return [one.split(",")[0] for one in hop.removeprefix("> ").split(" and ")]


def copies(td: Element) -> list[str]:
    text = next((span.text for span in td.all("span") if span.text.startswith("Copy: ")), "")
    return [one.split(",")[0] for one in text.removeprefix("Copy: ").split("; ") if one]


def noted(html: str) -> dict[str, str]:
    """The notes beneath, by their anchors, without their numbers."""
    items = Strict(html).root.all("li")
    return {li.attrs["id"]: re.sub(r"^\[[^\]]*\]", "", li.text) for li in items if "id" in li.attrs}


def reason(hop: Element, notes: dict[str, str]) -> Because:
    (link,) = hop.all("a")
    anchor = link.attrs["href"].removeprefix("#")
    if anchor.startswith("clause"):
        return Because(citation=notes[anchor])
    return Because(practice=next(key for key, sentence in PRACTICES.items() if sentence == notes[anchor]))


def test_clauses_and_practice_are_both_cited_in_the_sample(found: Matrix) -> None:
    notes = noted(page(found))
    assert any(anchor.startswith("clause") and "section 3.3" in text for anchor, text in notes.items())
    assert any(anchor.startswith("practice") for anchor in notes)


def test_the_page_has_a_row_for_each_subject_and_a_column_for_each_kind(found: Matrix) -> None:
    (table,) = Strict(page(found)).root.all("table")
    (caption,) = table.all("caption")
    head, *rows = table.all("tr")
    assert caption.text
    columns = head.all("th")
    assert [th.attrs["scope"] for th in columns] == ["col"] * (1 + len(Kind))
    assert [th.text.removesuffix(" (urgent)") for th in columns[1:]] == [KIND_LABELS[kind] for kind in Kind]
    labels = [row.all("th") for row in rows]
    assert all(len(label) == 1 and label[0].attrs["scope"] == "row" for label in labels)
    assert [label[0].text for label in labels[:13]] == [ROLE_LABELS[role] for role in Role if role is not Role.ME]


def test_every_link_of_the_page_leads_to_a_place_in_it_and_none_elsewhere(found: Matrix) -> None:
    root = Strict(page(found)).root
    ids = [element.attrs["id"] for tag in ("th", "li", "dt") for element in root.all(tag) if "id" in element.attrs]
    links = {a.attrs["href"] for a in root.all("a")}
    assert len(ids) == len(set(ids))
    assert links <= {f"#{id}" for id in ids}


def test_the_page_needs_nothing_but_itself(found: Matrix) -> None:
    html = page(found)
    root = Strict(html).root
    assert not [tag for tag in ("script", "link", "img", "iframe") if root.all(tag)]
    assert not re.search(r"https?://|url\(|@import|javascript:", html)
    assert not [name for a in root.all("a") + root.all("td") for name in a.attrs if name.startswith("on")]
    assert "default-src 'none'" in html


def test_the_page_says_which_school_on_which_day_and_can_be_read_anywhere(found: Matrix) -> None:
    html = page(found)
    root = Strict(html).root
    assert root.all("h1")[0].text == "Who is told: Larkfield Primary School"
    assert "20 November 2026" in html
    assert root.all("html")[0].attrs["lang"] == "en-GB"
    assert 'name="viewport"' in html
    assert all(rule in html for rule in ("@media print", "prefers-color-scheme: dark", "max-width"))


def hostile() -> Matrix:
    school = School(
        "hostile",
        HOSTILE,
        (
            Person(PersonId("h"), HOSTILE, frozenset({Post.HEADTEACHER})),
            Person(PersonId("s"), HOSTILE, frozenset({Post.DSL})),
        ),
        outside=(Outside("LADO", HOSTILE, HOSTILE),),
    )
    clause = Mandate(frozenset(Kind), frozenset(), frozenset({Post.HEADTEACHER}), HOSTILE)
    return Matrix(school, matrix(school, (clause,)), DAY, (PersonId("h"),), PersonId("s"))


def test_f53_a_hostile_name_is_shown_as_words_wherever_it_stands() -> None:
    html = page(hostile())
    root = Strict(html).root
    assert not [tag for tag in ("script", "img", "b", "strong") for e in root.all(tag) if "alert" in e.text]
    assert not root.all("script") + root.all("img")
    shown = HOSTILE.removesuffix("\u202e")
    assert shown in root.all("h1")[0].text
    assert any(shown in td.text for td in root.all("td"))
    assert any(shown in li.text for li in root.all("li"))
    assert any(shown in dd.text for dd in root.all("dd"))
    assert "\u202e" not in html


def test_a_hostile_name_is_shown_as_words_in_a_terminal() -> None:
    shown = drawn(hostile(), 400)
    assert "[bold]Co[/bold]" in shown
    assert "\u202e" not in shown + "".join(lines(hostile()))


def drawn(found: Matrix, width: int) -> str:
    stream = io.StringIO()
    show(found, Console(file=stream, width=width, highlight=False, markup=False, emoji=False, force_terminal=False))
    return stream.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120, 400])
def test_a_terminal_shows_a_row_for_each_subject_and_every_kind_whatever_its_width(found: Matrix, width: int) -> None:
    shown = drawn(found, width)
    assert max(map(len, shown.splitlines())) <= width
    tables = shown.count("┏")
    assert tables == -(-len(Kind) // max(1, (width - 22) // 29))
    assert shown.count("├") == tables * (len(ROWS) - 1)
    assert shown.count("[practice 1]") > len(ROWS)


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
