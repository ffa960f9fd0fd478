"""Draws one version of a policy as a page: every clause with a place of its own that a citation can lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from adapters import addresses
from adapters.days import written
from adapters.web.markup import Html, each, joined, tag
from adapters.web.page import page
from knowledge.health import is_overdue
from knowledge.policy import Clause, Kind, Policy
from knowledge.versions import Kept
from reports.people import School

INDENTS = ("", "deeper", "deepest")
SHORT = 3  # headings that need no table of contents
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Edition:
    """What a page shows: this version, among those kept (newest first), and the clause that was asked for."""

    school: School
    kept: Kept
    versions: Sequence[Kept]
    today: date
    cited: str = ""  # the anchor of a clause

    @property
    def policy(self) -> Policy:
        return self.kept.policy

    @property
    def newest(self) -> Kept:
        return self.versions[0]

    def address(self, kept: Kept) -> str:
        return addresses.version(self.school.id, self.policy.id, kept.number)


def clause_page(edition: Edition) -> str:
    policy = edition.policy
    sections = [(headings, tuple(clauses)) for headings, clauses in groupby(policy.clauses, lambda c: c.headings)]
    return page(
        f"{policy.title}, {edition.school.name}",
        tag("h1", policy.title),
        _standing(edition),
        _asked_for(edition),
        _contents(sections),
        each(_sections(edition, sections)),
        _others(edition),
        name=edition.school.name,
        ways=tag("a", "All policies", href=addresses.policies(edition.school.id)),
        foot=tag("p", f"As kept by Candour on {written(edition.today)}. Your school’s own document counts."),
    )


def _standing(edition: Edition) -> Html:
    """Whether these words still hold: said first, so that nobody relies on an old one."""
    version, newest = edition.policy.version, edition.newest
    return joined(
        tag(
            "div",
            tag(
                "p",
                tag("strong", "This version has been replaced. "),
                tag("a", f"Read the version in force{_of(newest)}", href=edition.address(newest)),
                ".",
            ),
            class_="note",
        )
        if newest.number != edition.kept.number
        else None,
        tag("div", tag("p", tag("strong", f"Overdue for review since {version.review:%B %Y}.")), class_="note")
        if version.review and is_overdue(version, edition.today)
        else None,
        tag("p", "; ".join(_dates(edition)), class_="soft"),
    )


def _dates(edition: Edition) -> Iterator[str]:
    version = edition.policy.version
    if version.dated:
        yield f"Dated {version.dated}"
    if version.review:
        yield f"next review {version.review:%B %Y}"
    yield f"version {edition.kept.number} of {edition.newest.number} kept here"


def _of(kept: Kept) -> str:
    return f", dated {kept.policy.version.dated}" if kept.policy.version.dated else ""


def _asked_for(edition: Edition) -> Html | None:
    """Where a link's own place was lost on its way, a way to it."""
    clause = next((c for c in edition.policy.clauses if edition.policy.anchor(c) == edition.cited), None)
    if clause is None:
        return None
    return tag("p", tag("a", f"Go to the clause that was cited: {clause.label}", href=f"#{edition.cited}"))


def _contents(sections: Sequence[tuple[tuple[str, ...], tuple[Clause, ...]]]) -> Html | None:
    tops = list(dict.fromkeys(headings[0] for headings, _ in sections if headings))
    if len(tops) <= SHORT:
        return None
    places = (tag("li", tag("a", top, href=f"#_section-{number}")) for number, top in enumerate(tops, 1))
    listed = tag("details", tag("summary", "Contents"), tag("ul", each(places)), open=True)
    return tag("nav", listed, aria_label="Contents", class_="contents screen")


def _sections(edition: Edition, sections: Sequence[tuple[tuple[str, ...], tuple[Clause, ...]]]) -> Iterator[Html]:
    above: tuple[str, ...] = ()
    tops: list[str] = []
    for headings, clauses in sections:
        yield each(_headings(above, headings, tops))
        yield each(_runs(edition, clauses))
        above = headings


def _headings(above: tuple[str, ...], headings: tuple[str, ...], tops: list[str]) -> Iterator[Html]:
    """Those that were not there a moment ago, each at its own level."""
    same = 0
    while same < min(len(above), len(headings)) and above[same] == headings[same]:
        same += 1
    for level, heading in enumerate(headings[same:], same):
        id = None
        if level == 0 and heading not in tops:
            tops.append(heading)
            id = f"_section-{len(tops)}"
        yield tag(HEADINGS[min(level, len(HEADINGS) - 1)], heading, id=id)


def _runs(edition: Edition, clauses: Sequence[Clause]) -> Iterator[Html]:
    """Entries of a list stand in a list; every other clause stands by itself."""
    for listed, run in groupby(clauses, lambda clause: clause.kind is Kind.ITEM):
        if listed:
            yield tag("ul", each(_clause(edition, clause, "li") for clause in run), class_="clauses", role="list")
        else:
            yield each(_clause(edition, clause, "div") for clause in run)


def _clause(edition: Edition, clause: Clause, element: str) -> Html:
    anchor = edition.policy.anchor(clause)
    indent = INDENTS[min(len(clause.lead_ins), 2)] if clause.kind is Kind.ITEM else ""
    classes = " ".join(filter(None, ("clause", indent, "cited" if anchor == edition.cited else "")))
    marker = tag("span", clause.marker, class_="marker") if clause.marker else None
    bullet = "dot" if clause.kind is Kind.ITEM and not clause.marker else None
    inside = joined(
        tag("p", marker, " " if marker else None, clause.text, class_=bullet),
        tag("p", _where(clause), class_="where"),
        tag(
            "a",
            tag("span", "#", aria_hidden="true"),
            tag("span", f"Link to {clause.label}", class_="hidden"),
            class_="here",
            href=f"#{anchor}",
        ),
    )
    return tag("li" if element == "li" else "div", inside, id=anchor, class_=classes)


def _where(clause: Clause) -> str:
    """What somebody needs who was led straight here: the headings above, the words it completes, the page."""
    stands = " › ".join((*clause.headings, clause.label if clause.number else ""))
    lead_ins = [f"“{lead_in}”" for lead_in in clause.lead_ins if lead_in not in clause.headings]
    parts = (stands.strip(" ›"), f"completes {' '.join(lead_ins)}" if lead_ins else "", _paged(clause))
    return "; ".join(filter(None, parts))


def _paged(clause: Clause) -> str:
    return f"page {clause.page}" if clause.page else ""


def _others(edition: Edition) -> Html | None:
    if len(edition.versions) < 2:
        return None
    entries = (
        tag("li", tag("a", _called(kept), href=edition.address(kept)), _mark(edition, kept))
        for kept in edition.versions
    )
    return tag("nav", tag("h2", "Every version kept here"), tag("ul", each(entries)), aria_label="Versions")


def _called(kept: Kept) -> str:
    return f"Version {kept.number}{_of(kept)}"


def _mark(edition: Edition, kept: Kept) -> str:
    marks = ("in force" if kept is edition.newest else "", "shown above" if kept is edition.kept else "")
    return f" ({', '.join(filter(None, marks))})" if any(marks) else ""
