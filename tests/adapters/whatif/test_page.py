"""The page and the table for governors show what the router chooses, can be read anywhere and need nothing else."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from adapters.assembly import House
from adapters.whatif.page import page
from adapters.whatif.table import lines, show
from adapters.whatif.words import Matrix
from bot.telling import KIND_LABELS, ROLE_LABELS
from reports.coverage import ROWS, matrix
from reports.people import Outside, Person, PersonId, Post, School
from reports.report import Kind, Role
from reports.route import PRACTICES, Because, Mandate
from tests.adapters.whatif.routed import DAY, cells, names, routes, told_of
from tests.adapters.whatif.strict_html import Element, Strict

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)> \"O'Brien\" & [bold]Co[/bold]\u202e"


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
